"""The checklist, printed for those who work on it: ``python -m tests.checklist.report [FILE …] [--brief]``.

The share right by file; then each failure: the passage as marked, and what came out, as marks where it can be
written so. A known failure that is still one is counted as wrong, and not shown again. ``--settle`` writes
into the files what came out: a reason above each case that fails, none above one that is right.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from quoteattr import MarkupError
from quoteattr.testing import marked_of
from quoteattr.testing.answers import names_nobody
from tests.checklist.cases import HERE, Case, read_cases


def main(arguments: list[str] | None = None) -> int:
    """Run the cases of the files named, or all; 1 if one failed that was not known to."""
    parser = argparse.ArgumentParser(description="Run the checklist of made-up sentences.")
    parser.add_argument("files", nargs="*", help="names of files, without .txt; all if none is given")
    parser.add_argument("--brief", action="store_true", help="the shares only")
    parser.add_argument("--settle", action="store_true", help="write known failures into the files")
    options = parser.parse_args(arguments)
    if options.settle:
        settle([case for case in read_cases() if not options.files or case.file in options.files])
        return 0
    all_of: Counter[str] = Counter()
    right: Counter[str] = Counter()
    failures: list[str] = []
    surprises = nameless = 0
    for case in read_cases():
        if options.files and case.file not in options.files:
            continue
        all_of[case.file] += 1
        faults = case.faults()
        right[case.file] += not faults
        nameless += sum(map(names_nobody, case.run()))
        if bool(faults) != bool(case.known_failure):
            surprises += 1
            failures.append(_described(case, faults))
    out = sys.stdout.write
    if not options.brief:
        out("".join(failures))
    for file, count in sorted(all_of.items()):
        out(f"{right[file]:4} of {count:3}  {right[file] / count:4.0%}  {file}\n")
    if all_of:
        out(f"{right.total():4} of {all_of.total():3}  {right.total() / all_of.total():4.0%}  in all\n")
        out(f"{nameless:4} attributions that name nobody\n")
    return int(surprises > 0)


def settle(cases: list[Case]) -> None:
    """Write above each case that fails why it does, and take the reason away where it is right."""
    for case in reversed(cases):  # from the bottom, so that the lines above keep their numbers
        faults = case.faults()
        if bool(faults) == bool(case.known_failure):
            continue
        path = HERE / f"{case.file}.txt"
        lines = path.read_text(encoding="utf-8").split("\n")
        at = case.line - 1
        if faults:
            lines.insert(at, f"! {'; '.join(faults)}".replace("\n", " "))
        else:
            del lines[max(number for number in range(at) if lines[number].startswith("! "))]
        path.write_text("\n".join(lines), encoding="utf-8")


def _described(case: Case, faults: tuple[str, ...]) -> str:
    """One case that came out other than expected, in a few lines."""
    if not faults:
        return f"{case.name} is right now, though known as a failure ({case.known_failure})\n\n"
    try:
        came = marked_of(case.answer.text, case.run())
    except MarkupError:
        came = "\n   ".join(faults)
    rules = ", ".join(attribution.rule or "?" for attribution in case.run())
    return f"{case.name} ({case.heading})\n want {case.marked}\n came {came}\n   by {rules or 'no rule'}\n\n"


if __name__ == "__main__":
    sys.exit(main())
