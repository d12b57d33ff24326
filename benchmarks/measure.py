"""The figures of accuracy in the documentation, measured on gold and kept in benchmarks/measured.

    python benchmarks/measure.py FOLDER              measure, and write what is kept anew
    python benchmarks/measure.py FOLDER --check      tell what comes out otherwise than is kept

``FOLDER`` is where the gold is. The exit code is 1 where something came out otherwise.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from quoteattr.evaluate import Tally, predictor, read
from quoteattr.evaluate.report import as_data
from quoteattr.whole import write_whole

MEASURED: Final = Path(__file__).resolve().parent / "measured"


@frozen
class Gold:
    """A file of gold, by its place in the folder, and what ``attribute`` is asked for on it."""

    file: str
    indirect: str = "speech"


GOLD: Final[Mapping[str, Gold]] = {
    "phenomena": Gold("suite/phenomena.jsonl"),
    "litbank": Gold("corpora/litbank-shared.jsonl"),
    "speakers": Gold("corpora/polnear-speakers-shared.jsonl"),
    "polnear": Gold("corpora/polnear-shared.jsonl"),
    "polnear_all": Gold("corpora/polnear-shared.jsonl", "all"),
    "pdnc": Gold("corpora/pdnc-original-shared.jsonl"),
}
"""What is measured, the shortest first."""


def measure(name: str, folder: Path) -> dict[str, Any]:
    """All that is counted on one gold, as ``quoteattr evaluate --format json`` prints it."""
    gold, tally = GOLD[name], Tally()
    predict = predictor(indirect=gold.indirect)
    for document in read(folder / gold.file):
        tally.add(document, predict(document.text))
    found: dict[str, Any] = json.loads(json.dumps({"file": f"{name}.jsonl", **as_data(tally)}))
    return found


def kept(name: str) -> dict[str, Any]:
    """The same, as it was measured when it was written down."""
    found: dict[str, Any] = json.loads((MEASURED / f"{name}.json").read_text(encoding="utf-8"))
    return found


def otherwise(new: Any, old: Any, place: str = "") -> Iterator[str]:
    """What is not the same, a line each.

    >>> list(otherwise({"figures": {"silent": 0.5}}, {"figures": {"silent": 0.4, "spurious": 0.1}}))
    ['figures.silent: 0.5, kept 0.4', 'figures.spurious: None, kept 0.1']
    """
    if isinstance(new, Mapping) and isinstance(old, Mapping):
        for key in dict.fromkeys([*new, *old]):
            yield from otherwise(new.get(key), old.get(key), f"{place}.{key}" if place else key)
    elif new != old:
        yield f"{place}: {new}, kept {old}"


def main() -> int:
    """Measure on each gold that is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    code = 0
    for name, gold in GOLD.items():
        if not (options.folder / gold.file).exists():
            print(f"{name}: no {options.folder / gold.file}, not measured")
            continue
        new = measure(name, options.folder)
        path = MEASURED / f"{name}.json"
        lines = [*otherwise(new, kept(name) if path.exists() else {})]
        print(f"{name}: {len(lines)} figures and counts otherwise than kept", *lines, sep="\n  ", flush=True)
        if not options.check:
            write_whole(path, json.dumps(new, indent=1) + "\n")
        code = 1 if lines and options.check else code
    return code


if __name__ == "__main__":
    sys.exit(main())
