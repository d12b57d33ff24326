"""Gold as the Project Dialogism Novel Corpus has it: a folder a novel, with its text and two tables.

``novel_text.txt`` is the text, ``quotation_info.csv`` has a quotation a row (``quoteByteSpans``, ``speaker``,
``quoteType``), ``character_info.csv`` the names that a speaker goes by. Marks around a quotation are taken
in; there are no sources and cues.
"""

from __future__ import annotations

import ast
import csv
import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from quoteattr import ResultError
from quoteattr.evaluate.gold import Document, Entry, read_utf8
from quoteattr.evaluate.names import plain_name
from quoteattr.evaluate.pieces import MARKS
from quoteattr.strict import short

TEXT: Final = "novel_text.txt"
QUOTATIONS: Final = "quotation_info.csv"
CHARACTERS: Final = "character_info.csv"
WANTED: Final[Mapping[str, tuple[str, ...]]] = {
    QUOTATIONS: ("quoteID", "quoteByteSpans", "speaker", "quoteType"),
    CHARACTERS: ("Main Name", "Aliases"),
}


def read_pdnc(path: Path) -> Iterator[Document]:
    """The novels of a folder, or the one that a table of quotations stands beside.

    Raises:
        ResultError: A table is broken; the message has the file and the row.
    """
    tables = sorted(path.rglob(QUOTATIONS)) if path.is_dir() else [path]
    for table in tables:
        text = read_utf8(table.parent / TEXT)
        yield Document(
            id=table.parent.name,
            text=text,
            attributions=tuple(_entry(place, row, text) for place, row in _rows(table, WANTED[QUOTATIONS])),
            aliases=_aliases(table.parent / CHARACTERS),
        )


def _rows(path: Path, wanted: tuple[str, ...]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The rows of a table, each with its place for messages."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # a speech of many pages is one cell
    reader = csv.DictReader(io.StringIO(read_utf8(path), newline=""), strict=True)
    try:
        names = reader.fieldnames or ()
        missing = [name for name in wanted if name not in names]
        if missing:
            raise ResultError(f"{path}:1: no column {missing[0]!r}; the columns are {', '.join(names)}")
        if len(set(names)) < len(names):
            raise ResultError(f"{path}:1: a column that comes twice; the columns are {', '.join(names)}")
        for row in reader:
            place = f"{path}:{reader.line_num}"
            if None in row or None in row.values():
                raise ResultError(f"{place}: not as many cells as the first line names")
            yield place, row
    except csv.Error as error:
        raise ResultError(f"{path}:{reader.line_num + 1}: no CSV: {error}") from None


def _entry(place: str, row: Mapping[str, str], text: str) -> Entry:
    spans = _literal(place, "quoteByteSpans", row)
    if not spans or not all(_is_stretch(span, text) for span in spans):
        raise ResultError(
            f"{place}: quoteByteSpans {short(spans)} are no stretches of the text's {len(text)} characters"
        )
    content = tuple(with_marks(start, end, text) for start, end in spans)
    speaker = row["speaker"] if not row["speaker"].startswith("_") else ""  # _unknowable, _group
    return Entry(kind="direct", content=content, speaker=speaker, how=row["quoteType"].lower())


def _is_stretch(span: Any, text: str) -> bool:
    if not isinstance(span, (list, tuple)) or [type(one) for one in span] != [int, int]:
        return False
    return bool(0 <= span[0] < span[1] <= len(text))


def with_marks(start: int, end: int, text: str) -> tuple[int, int]:
    """The stretch with the quotation marks right around it.

    >>> with_marks(1, 6, "“Late.” It was.")
    (0, 7)
    """
    if start > 0 and text[start - 1] in MARKS and text[start] not in MARKS:
        start -= 1
    if end < len(text) and text[end] in MARKS and text[end - 1] not in MARKS:
        end += 1
    return start, end


def _aliases(path: Path) -> Mapping[str, frozenset[str]]:
    """The plain names of each character."""
    found = {}
    for place, row in _rows(path, WANTED[CHARACTERS]):
        aliases = _literal(place, "Aliases", row)
        if not all(isinstance(alias, str) for alias in aliases):
            raise ResultError(f"{place}: Aliases are names, as in {{'Ann', 'Miss Lee'}}, not {short(row['Aliases'])}")
        found[row["Main Name"]] = frozenset(map(plain_name, (row["Main Name"], *aliases)))
    return found


def _literal(place: str, column: str, row: Mapping[str, str]) -> Any:
    """The list or set that a cell has."""
    try:
        value = ast.literal_eval(row[column])
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        value = None
    if not isinstance(value, (list, tuple, set)):
        raise ResultError(f"{place}: {column} is a list, as in [[35, 53]], not {short(row[column])}")
    return value
