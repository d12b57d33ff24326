"""Time and memory of ``attribute_many`` on made-up articles: ``python benchmarks/many.py [--articles N] [--json]``.

The articles come from a generator, as they would from a database, and no result is kept. For each number of processes
it prints the time, how many times as fast as the first one it was, and the memory of the calling process along
the way, which stays flat however many articles there are. With ``--json`` each result is made JSON where it was found.
What came back is counted in attributions, or in characters of JSON.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from typing import Any

from news import make_news

from quoteattr import QuoteattrError, Result, attribute_many

DIFFERENT = 500  # articles; further ones repeat them, so that making them costs nothing
READINGS = 10


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("--articles", type=int, default=5_000, metavar="N", help="how many (default: 5000)")
    parser.add_argument("--size", type=int, default=5_000, metavar="N", help="characters of each (default: 5000)")
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2], metavar="N", help="(default: 1 2)")
    parser.add_argument("--json", action="store_true", help="ask for JSON instead of results")
    options = parser.parse_args()
    articles = [make_news(options.size, seed=seed) for seed in range(min(DIFFERENT, options.articles))]
    first = None
    for processes in options.processes:
        print(f"{options.articles} articles of {options.size} characters, {processes} process(es)")
        then = Result.to_json if options.json else None
        seconds = measure(articles, options.articles, processes=processes, then=then)
        first = first or seconds
        print(f"  {seconds:8.1f} s  {options.articles / seconds:7.0f} articles a second  {first / seconds:.2f} times")


def measure(articles: list[str], number: int, **options: Any) -> float:
    """How long it took; prints the memory ten times along the way."""
    started = time.perf_counter()
    length = 0
    for at, found in enumerate(attribute_many(repeated(articles, number), **options), 1):
        if isinstance(found, QuoteattrError):
            raise found
        length += len(found)
        if at % max(1, number // READINGS) == 0:
            print(f"  {at:8} articles  {length:12} in what came back  {memory():6.0f} MB", flush=True)
    return time.perf_counter() - started


def repeated(articles: list[str], number: int) -> Iterator[str]:
    """So many articles, one after the other."""
    for at in range(number):
        yield articles[at % len(articles)]


def memory() -> float:
    """What this process holds now, in megabytes; where only the most that it ever held is known, that."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123 - no path of anyone's
            return int(statm.read().split()[1]) * resource.getpagesize() / 1e6
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / 1e6 if sys.platform == "darwin" else most / 1e3


if __name__ == "__main__":
    main()
