r"""The checklist: made-up sentences with their answer marked in them, a file for each family.

A file is made of cases, divided by blank lines. A case is a passage in the marks of ``quoteattr.markup``:
``<“Late!”> {said} [Ann].`` What is in quotation marks but in no bracket is said by nobody. In a case

- a line that begins with ``# `` is the heading of the cases that follow,
- a line that begins with ``! `` is the reason why this case is still answered wrongly (a strict xfail),
- each other line is a paragraph; a backslash alone on a line stands for an empty line.

Files named ``indirect_…`` ask for speech without quotation marks, too, those named ``thoughts…`` for all that there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from quoteattr import Result, attribute
from quoteattr.markup import Marked, parse_marked
from quoteattr.pipeline import Indirect
from quoteattr.testing import differences

HERE = Path(__file__).parent


@frozen
class Case:
    """One passage of a file, with its answer."""

    file: str
    line: int
    heading: str
    marked: str
    known_failure: str | None

    @property
    def name(self) -> str:
        """Where it stands: *after:12*."""
        return f"{self.file}:{self.line}"

    @property
    def answer(self) -> Marked:
        """The passage without its marks, and what the marks say."""
        return parse_marked(self.marked)

    @property
    def indirect(self) -> Indirect:
        """What is asked for besides what stands in quotation marks."""
        kind = self.file.partition("_")[0]
        return "speech" if kind == "indirect" else "all" if kind == "thoughts" else "none"

    def run(self) -> Result:
        """What the library makes of it."""
        return attribute(self.answer.text, indirect=self.indirect)

    def faults(self) -> tuple[str, ...]:
        """What came out otherwise than marked."""
        return differences(self.run(), self.answer)


def read_cases(folder: Path = HERE) -> Iterator[Case]:
    """All cases of all files."""
    for path in sorted(folder.glob("*.txt")):
        yield from _cases_of(path.stem, path.read_text(encoding="utf-8").split("\n"))


def _cases_of(file: str, lines: Iterable[str]) -> Iterator[Case]:
    heading, reason, first = "", None, 0
    passage: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.startswith("# "):
            heading = line[2:]
        elif line.startswith("! "):
            reason = line[2:]
        elif line:
            first = first or number
            passage.append(line)
        elif passage:
            yield Case(file, first, heading, "\n".join(passage), reason)
            reason, first, passage = None, 0, []
