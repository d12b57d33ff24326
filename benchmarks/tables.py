"""The tables of figures in the documentation, made from what was measured and is kept in benchmarks/measured.

    python benchmarks/tables.py

writes them between the comments ``table: NAME`` and ``end`` of the pages. A test makes them again and compares.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from quoteattr.whole import write_whole

ROOT: Final = Path(__file__).resolve().parents[1]
MEASURED: Final = ROOT / "benchmarks" / "measured"
PAGES: Final = ("README.md", "docs/accuracy.md", "docs/speed.md")

_PLACE: Final = re.compile(r"(<!-- table: (\w+) -->\n).*?(?=<!-- end -->)", re.DOTALL)

SHOWN: Final[Mapping[str, Mapping[str, str]]] = {
    "polnear": {
        "quoted.found": "quotations found (direct and mixed)",
        "quoted.precision": "what is given as said in marks is a quotation",
        "source.recall": "source right, of all that have one",
        "source.precision": "source right, of all that are given",
        "source.recall[direct]": "source right, direct",
        "source.recall[mixed]": "source right, mixed",
        "cue.recall": "cue right, of all that have one",
        "indirect.precision": "unquoted reports: right, of all that are given",
        "indirect.speech": "unquoted reports with a common word of speech: found",
        "indirect.source": "unquoted reports that are found: source right",
        "exact.source.f1": "exact, all kinds: source (F1)",
        "exact.cue.f1": "exact, all kinds: cue (F1)",
        "exact.content.f1": "exact, all kinds: content (F1)",
        "calibration": "gap between confidence and share right (0 is best)",
    },
    "polnear_all": {
        "indirect.recall": "unquoted reports: found, of all that there are",
        "indirect.precision": "unquoted reports: right, of all that are given",
        "indirect.source": "unquoted reports that are found: source right",
        "exact.source.f1": "exact, all kinds: source (F1)",
        "exact.cue.f1": "exact, all kinds: cue (F1)",
        "exact.content.f1": "exact, all kinds: content (F1)",
    },
    "speakers": {
        "speaker.accuracy": "speaker right, of all quotations",
        "speaker.precision": "speaker right, of all that are given",
        "speaker.accuracy[explicit]": "speaker right, a name stands beside",
        "speaker.accuracy[anaphoric]": "speaker right, a pronoun or noun stands beside",
    },
    "pdnc": {
        "quoted.found": "PDNC: quotations found",
        "quoted.precision": "PDNC: what is given is a quotation",
        "speaker.accuracy": "PDNC: speaker right, of all",
        "speaker.accuracy[explicit]": "PDNC: speaker right, a name stands beside",
        "speaker.accuracy[anaphoric]": "PDNC: speaker right, a pronoun or noun stands beside",
        "speaker.accuracy[implicit]": "PDNC: speaker right, nothing stands beside",
    },
    "litbank": {
        "quoted.found": "LitBank: quotations found",
        "quoted.precision": "LitBank: what is given is a quotation",
        "speaker.accuracy": "LitBank: speaker right, of all",
    },
    "phenomena": {
        "source.recall": "source right, of all that have one",
        "source.precision": "source right, of all that are given",
        "speaker.accuracy": "speaker right",
        "silent": "words that nobody says: given to nobody",
    },
}


def measured(name: str) -> Any:
    """The figures of a file."""
    return json.loads((MEASURED / f"{name}.json").read_text(encoding="utf-8"))


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    cells = list(head)
    lines = [cells, ["---"] * len(cells), *map(list, rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def figures(name: str) -> str:
    """The figures of one gold with their intervals."""
    found = measured(name)
    rows = []
    for figure, meaning in SHOWN[name].items():
        ends = found["intervals"].get(figure)
        between = f"{ends[0]:.3f} to {ends[1]:.3f}" if ends else "–"
        rows.append((meaning, f"{found['figures'][figure]:.3f}", between))
    return table(("", "figure", "interval"), rows)


def news() -> str:
    """Tools that find sources in news, the best first."""
    ours = measured("polnear")["figures"]
    rows = [{**one, "ours": False} for one in measured("others")["news_sources"]]
    rows.append(
        {
            "name": "**quoteattr** \\*",
            "precision": ours["source.precision"],
            "recall": ours["source.recall"],
            "f1": ours["source.f1"],
            "needs": "two small packages",
            "conditions": "texts known to us",
        }
    )
    rows.sort(key=lambda one: -one["f1"])
    return table(
        ("", "precision", "recall", "F1", "needs", "conditions"),
        ([one["name"], *(f"{one[key]:.2f}" for key in ("precision", "recall", "f1")), one["needs"], one["conditions"]]
         for one in rows),
    )  # fmt: skip


def speed() -> str:
    """Growth of time and memory."""
    rows = [row for row in measured("speed")["growth"] if row["growth"]]
    return table(
        ("indirect", "characters", "time a character", "bytes of memory a byte of text"),
        (
            (
                row["level"],
                f"{row['characters']:,}",
                f"{row['growth']:.2f}",
                f"{row['memory']:.0f}" if row["memory"] else "–",
            )
            for row in rows
        ),
    )


TABLES: Final[Mapping[str, Callable[[], str]]] = {
    **{name: lambda name=name: figures(name) for name in SHOWN},  # type: ignore[misc]
    "news": news,
    "speed": speed,
}


def filled(page: str) -> str:
    """A page with its tables made anew."""
    return _PLACE.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]()}\n", page)


def main() -> int:
    """Write the tables into the pages."""
    for name in PAGES:
        path = ROOT / name
        write_whole(path, filled(path.read_text(encoding="utf-8")))
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
