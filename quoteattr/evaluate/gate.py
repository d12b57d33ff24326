"""The accuracy gate: figures on gold files, compared with floors that only rise."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from inspect import signature
from pathlib import Path
from typing import Any, Final

from attrs import evolve, field, fields, frozen

from quoteattr import QuoteattrError, ResultError, attribute
from quoteattr.evaluate.gold import faults_at, predictor, read_utf8
from quoteattr.evaluate.readers import read
from quoteattr.evaluate.tally import evaluate
from quoteattr.strict import expect, parse_json
from quoteattr.whole import write_whole

FLOORS: Final = Path("benchmarks/floors.json")
PLACES: Final = 4  # decimals of a floor
HELD, MISSED, WRONG = 0, 1, 2  # exit codes
_OPTIONS: Final = frozenset(signature(attribute).parameters) - {"text"}

EXAMPLES: Final = """\
examples:
  quoteattr gate ../gold                       compare with benchmarks/floors.json
  quoteattr gate ../gold --floors my.json      with floors of your own
  quoteattr gate ../gold --raise               lift each floor to what is measured, less the margin

The file of floors:
  {"margin": 0.002,
   "gold": [{"file": "news.jsonl", "options": {"indirect": "all"},
             "at_least": {"source.recall": 0.9}, "at_most": {"spurious": 0.1}}]}
"""


@frozen(kw_only=True)
class Floors:
    """What the figures on one gold file must reach, and what they may reach at most."""

    file: str
    options: Mapping[str, Any] = field(factory=dict)
    at_least: Mapping[str, float] = field(factory=dict)
    at_most: Mapping[str, float] = field(factory=dict)

    @classmethod
    def of(cls, saved: Any) -> Floors:
        """The floors saved as one of the list ``gold``.

        >>> Floors.of({"file": "a", "at_least": {"silent": "high"}})
        Traceback (most recent call last):
            ...
        quoteattr.errors.ResultError: silent: a number is wanted, not 'high'
        """
        known = {one.name for one in fields(cls)}
        unknown = sorted(expect(Mapping, saved, "gold").keys() - known)
        if unknown:
            raise ResultError(f"no key is named {unknown[0]!r}; there are {', '.join(sorted(known))}")
        bounds = {
            name: {key: expect(float, bound, key) for key, bound in expect(Mapping, saved.get(name, {}), name).items()}
            for name in ("at_least", "at_most")
        }
        options = expect(Mapping, saved.get("options", {}), "options")
        unknown = sorted(options.keys() - _OPTIONS)
        if unknown:
            raise ResultError(f"options: attribute() takes no {unknown[0]!r}; it takes {', '.join(sorted(_OPTIONS))}")
        return cls(file=expect(str, saved.get("file"), "file"), options=options, **bounds)

    def lifted(self, measured: Mapping[str, float], margin: float) -> Floors:
        """The floors moved up to what was measured, less the margin; never down.

        >>> Floors(file="a", at_least={"silent": 0.5}, at_most={"spurious": 0.2}).lifted(
        ...     {"silent": 0.9, "spurious": 0.3}, 0.01)
        Floors(file='a', options={}, at_least={'silent': 0.89}, at_most={'spurious': 0.2})
        """
        return evolve(
            self,
            at_least={
                name: max(floor, _rounded(measured.get(name, 0.0) - margin, math.floor))
                for name, floor in self.at_least.items()
            },
            at_most={
                name: min(ceiling, _rounded(measured.get(name, math.inf) + margin, math.ceil))
                for name, ceiling in self.at_most.items()
            },
        )


def _rounded(figure: float, towards: Any) -> float:
    if math.isinf(figure):
        return figure
    return float(towards(round(figure * 10**PLACES, 6))) / 10**PLACES


def compare(floors: Floors, measured: Mapping[str, float]) -> Iterator[tuple[bool, str]]:
    """For each floor whether it held, and a line that says so.

    >>> list(compare(Floors(file="a", at_least={"silent": 0.5}), {"silent": 0.4}))
    [(False, 'MISSED  silent                         0.4000  at least 0.5000')]
    """
    for name, floor in floors.at_least.items():
        yield _line(name, measured.get(name), "at least", floor, held=measured.get(name, -1) >= floor)
    for name, ceiling in floors.at_most.items():
        held = measured.get(name, math.inf) <= ceiling
        yield _line(name, measured.get(name), "at most", ceiling, held=held)


def _line(name: str, value: float | None, relation: str, bound: float, *, held: bool) -> tuple[bool, str]:
    shown = "nothing to measure" if value is None else f"{value:.{PLACES}f}"
    return held, f"{'held' if held else 'MISSED':7} {name:28} {shown:>8}  {relation} {bound:.{PLACES}f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``quoteattr gate`` and give the exit code: 0 all held, 1 one was missed, 2 it could not run."""
    options = _parser().parse_args(argv)
    if not options.folder.is_dir():
        print(f"quoteattr gate: no folder {options.folder}: no accuracy was measured")
        return HELD
    try:
        margin, gold = _read_floors(options.floors)
        return _run(options, margin, gold)
    except (QuoteattrError, OSError) as error:
        if isinstance(error, OSError) and error.filename is None:
            raise  # it cannot be printed: the caller knows what to do
        print(f"quoteattr gate: {error}", file=sys.stderr)
        return WRONG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteattr gate",
        description="Compare the accuracy on gold files with floors. Without the folder: say so, pass.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the gold files are")
    parser.add_argument("--floors", type=Path, default=FLOORS, metavar="FILE", help=f"default: {FLOORS.as_posix()}")
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift the floors; they never sink")
    return parser


def _run(options: argparse.Namespace, margin: float, gold: Sequence[Floors]) -> int:
    code, lifted = HELD, []
    for floors in gold:
        path = options.folder / floors.file
        if not path.exists():
            print(f"\n{floors.file}: not there, not measured")
            lifted.append(floors)
            continue
        measured = evaluate(read(path), predictor(**floors.options))
        print(f"\n{floors.file} {json.dumps(floors.options) if floors.options else ''}".rstrip())
        for held, line in compare(floors, measured):
            print("  " + line, flush=True)
            code = code if held else MISSED
        lifted.append(floors.lifted(measured, margin))
    if options.lift:
        _write_floors(options.floors, margin, lifted)
    return code


def _read_floors(path: Path) -> tuple[float, list[Floors]]:
    with faults_at(f"{path}: no file of floors (--help shows one)"):
        saved = expect(Mapping, parse_json(read_utf8(path)), "floors")
        margin = expect(float, saved.get("margin"), "margin")
        return margin, [Floors.of(one) for one in expect(list, saved.get("gold"), "gold")]


def _write_floors(path: Path, margin: float, gold: Sequence[Floors]) -> None:
    saved = {
        "margin": margin,
        "gold": [
            {
                "file": one.file,
                "options": dict(one.options),
                "at_least": dict(one.at_least),
                "at_most": dict(one.at_most),
            }
            for one in gold
        ],
    }
    write_whole(path, json.dumps(saved, indent=2) + "\n")
