"""How fast attribute() is, beside a bare pass over the same text in the same run.

    python benchmarks/speed.py                        made-up news from 10 kB to 10 MB, a long talk of two
    python benchmarks/speed.py --sizes 10000 100000   other sizes
    python benchmarks/speed.py novel.txt news.jsonl   files, too: plain text, or JSON Lines with "text"
    python benchmarks/speed.py --json                 for machines

The bare pass finds words and signs with one pattern and does nothing with them. A time is processor time, the
best of several runs; a ratio is how many bare passes it would take; growth is the time for each character
against that of the smallest text of its kind.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import regex
from news import make_news, make_talk

from quoteattr import attribute
from quoteattr.tokens import cut

BARE = regex.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
TALKS = (20_000, 200_000)
ENOUGH = 1.0  # seconds of runs, after which the best one stands
MOST = 25  # runs
SLOW = 20.0  # seconds, after which one run is enough

Texts = list[str]
TIMED: dict[str, Callable[[str], Any]] = {
    "bare": lambda text: deque(BARE.finditer(text), maxlen=0),
    "cut": cut,
    "none": lambda text: attribute(text, indirect="none"),
    "speech": attribute,
    "all": lambda text: attribute(text, indirect="all"),
}


def best(work: Callable[[str], Any], texts: Texts) -> float:
    """Seconds of processor time of the fastest of several runs over all the texts."""
    times: list[float] = []
    while len(times) < MOST and (len(times) < 2 or sum(times) < ENOUGH):
        started = time.process_time()
        for text in texts:
            work(text)
        times.append(time.process_time() - started)
        if times[0] > SLOW:
            break
    return min(times)


def measure(name: str, texts: Texts) -> dict[str, Any]:
    """The times of all that is timed, and their ratios to the bare pass."""
    length = sum(map(len, texts))
    seconds = {what: best(work, texts) for what, work in TIMED.items()}
    return {
        "name": name,
        "characters": length,
        "seconds": seconds,
        "ratios": {what: each / seconds["bare"] for what, each in seconds.items() if what != "bare"},
        "characters_per_second": length / seconds["speech"],
    }


def import_seconds(statement: str) -> float:
    """Seconds of a fresh Python that runs one statement, the best of ten."""
    times = []
    for _ in range(10):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", statement], check=True)  # noqa: S603 - our own statement
        times.append(time.perf_counter() - started)
    return min(times)


def read(path: Path) -> Texts:
    """The text of a file, or the texts of its lines."""
    text = path.read_text(encoding="utf-8")
    return [json.loads(line)["text"] for line in text.splitlines()] if path.suffix == ".jsonl" else [text]


def all_texts(options: argparse.Namespace) -> Iterator[tuple[str, Texts]]:
    """The made-up texts, then the files."""
    for size in options.sizes:
        yield f"made-up news, {size:,}", [make_news(size)]
    for size in options.talks:
        yield f"two people talking, {size:,}", [make_talk(size)]
    for path in options.files:
        yield path.name, read(path)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--sizes", nargs="*", type=int, default=SIZES, metavar="CHARACTERS")
    parser.add_argument("--talks", nargs="*", type=int, default=TALKS, metavar="CHARACTERS")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()

    attribute("“Warm,” said Ann.")  # the tables of words are read once, not measured
    rows = [measure(name, texts) for name, texts in all_texts(options)]
    bare, ours = import_seconds("pass"), import_seconds("import quoteattr")
    found = {"texts": rows, "import_seconds": ours - bare}
    print(json.dumps(found, indent=2) if options.json else shown(found))
    return 0


def shown(found: dict[str, Any]) -> str:
    """The figures as a table."""
    rows = found["texts"]
    smallest: dict[str, float] = {}
    lines = [f"{'text':28}{'bare':>10}{'cut':>8}{'none':>8}{'speech':>8}{'all':>8}{'char/s':>12}{'growth':>8}"]
    for row in rows:
        ratios = "".join(f"{row['ratios'][what]:7.1f}x" for what in ("cut", "none", "speech", "all"))
        speed = row["characters_per_second"]
        first = smallest.setdefault(row["name"].partition(",")[0], speed)
        bare = row["seconds"]["bare"] * 1000
        lines.append(f"{row['name']:28}{bare:8.1f}ms{ratios}{speed:12,.0f}{first / speed:8.2f}")
    lines.append(f"import quoteattr: {found['import_seconds'] * 1000:.0f} ms more than a bare Python")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
