"""Whether hostile texts cost more than they may: time beside made-up news, growth, memory, and the laws.

    python benchmarks/hostile.py                     all texts at 1, 2 and 4 million characters; takes hours
    python benchmarks/hostile.py --sizes 100 200     other sizes, in thousands of characters
    python benchmarks/hostile.py --only marks        those whose name has these words (a regular expression)
    python benchmarks/hostile.py --laws              hold each result against the laws, too (not timed)

Each text is read in a fresh process. The time is processor time of ``attribute``; ``x news`` is that for the
smallest size against news of the same length in the same run; growth is the worst factor for a doubling; memory
is the most that the process held more than before, a byte of the text in UTF-8. The exit code tells whether a
bound was broken, and each such figure has a ``!`` behind it.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from news import make_news

from quoteattr import attribute
from quoteattr.testing import check_laws
from quoteattr.testing.hostile import HOSTILE

SIZES = (1000, 2000, 4000)  # thousands of characters
MOST_NEWS = 25.0  # times the time for news
MOST_GROWTH = 2.3  # for a doubling
MOST_MEMORY = 60.0  # bytes for a byte of the text
BRIEF, AGAIN = 0.5, 4  # what takes fewer seconds is timed so many times more, and the least of them counts
NEWS = "made-up news"
TEXTS = {NEWS: make_news, **HOSTILE}
UNIT = 1 << 20 if sys.platform == "darwin" else 1 << 10  # what ru_maxrss counts


def held() -> int:
    """The most bytes that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT


def measure(name: str, size: int, *, laws: bool) -> dict[str, Any]:
    """Seconds and bytes that one text takes, measured in this process."""
    attribute("“Warm,” said Ann.")  # the tables of words are read once, not measured
    text = TEXTS[name](size)
    length = len(text.encode("utf-8", "surrogatepass"))
    before = held()
    started = time.process_time()
    result = attribute(text)
    seconds = time.process_time() - started
    found = {"seconds": seconds, "memory": (held() - before) / length, "attributions": len(result)}
    del result
    for _ in range(AGAIN if seconds < BRIEF else 0):
        started = time.process_time()
        attribute(text)
        found["seconds"] = min(found["seconds"], time.process_time() - started)
    if laws:
        check_laws(text)
    return found


def measured_apart(name: str, size: int, options: argparse.Namespace) -> dict[str, Any] | None:
    """The same measured in a fresh process; None where it takes too long."""
    command = [sys.executable, __file__, "--one", name, "--sizes", str(size)]
    try:
        done = subprocess.run(  # noqa: S603 - ourselves
            [*command, *(["--laws"] if options.laws else [])],
            check=True,
            capture_output=True,
            text=True,
            timeout=options.limit,
        )
    except subprocess.TimeoutExpired:
        return None
    except subprocess.CalledProcessError as error:
        last = error.stderr.strip().rpartition("\n")[2]
        return {"error": f"exit code {error.returncode}: {last}"}
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def growth(rows: Mapping[int, Mapping[str, Any]]) -> float:
    """The worst factor for a doubling of the text."""
    steps = pairwise(sorted(rows.items()))
    factors = [
        (large["seconds"] / small["seconds"]) ** (math.log(2) / math.log(size / smaller))
        for (smaller, small), (size, large) in steps
    ]
    return max(factors, default=math.nan)


def verdict(rows: dict[int, dict[str, Any]], news: dict[int, dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """The cells of a line, each with whether it broke its bound."""
    first = min(rows)
    times = rows[first]["seconds"] / news[first]["seconds"]
    yield f"{rows[first]['seconds']:9.2f}s", False
    yield f"{times:7.1f}x", times > MOST_NEWS
    factor = growth(rows)
    yield f"{factor:7.2f}", factor > MOST_GROWTH
    memory = max(row["memory"] for row in rows.values())
    yield f"{memory:7.1f}", memory > MOST_MEMORY


def line_of(name: str, sizes: list[int], news: dict[int, Any], options: argparse.Namespace) -> tuple[str, bool]:
    """The line of one text, and whether it broke a bound."""
    rows: dict[int, dict[str, Any]] = {}
    for size in sizes:
        found = measured_apart(name, size, options)
        if found is None or "error" in found:
            told = f"more than {options.limit} s" if found is None else found["error"]
            return f"{name:40} {told} at {size:,} characters !", True
        rows[size] = found
    cells = list(verdict(rows, news or rows))
    if name == NEWS:
        news.update(rows)
    line = "".join(f"{cell}{'!' if broken else ' '}" for cell, broken in cells)
    return f"{name:40}{line}", any(broken for _, broken in cells)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, metavar="THOUSANDS")
    parser.add_argument("--only", default="", metavar="RE")
    parser.add_argument("--laws", action="store_true")
    parser.add_argument("--limit", type=int, default=1800, metavar="SECONDS", help="for one text (default: 1800)")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.sizes[0], laws=options.laws)))
        return 0
    sizes = [size * 1000 for size in options.sizes]
    print(f"{'text':40}{f'{sizes[0]:,}':>10}  x news   growth  memory", flush=True)
    news: dict[int, Any] = {}
    broken = 0
    for name in [NEWS, *(name for name in HOSTILE if re.search(options.only, name))]:
        line, is_broken = line_of(name, sizes, news, options)
        broken += is_broken
        print(line, flush=True)
    print(f"{broken} texts break a bound" if broken else "all bounds hold")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
