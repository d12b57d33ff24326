"""Sources: the files that arguments name, and the texts in them, one after the other."""

from __future__ import annotations

import csv
import glob
import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any, Final, Literal

from attrs import frozen

from quoteattr import ResultError
from quoteattr.cli.endings import InputError
from quoteattr.cli.files import STDIN, decode
from quoteattr.render.text import printable
from quoteattr.strict import parse_json

Kind = Literal["text", "jsonl", "csv", "tsv"]

KINDS: Final[dict[str, Kind]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
}
"""What a folder is searched for, by the end of the name, with ``.gz`` behind it or not."""

_LONGEST_FIELD: Final = 2**31 - 1  # the standard library refuses a column of more than 128 kB


@frozen
class Source:
    """A file with one text or many, or standard input."""

    name: str
    kind: Kind

    @property
    def shown(self) -> str:
        """Its name for a message."""
        return "standard input" if self.name == STDIN else printable(self.name)

    @property
    def size(self) -> int:
        """In bytes, as far as it is known."""
        try:
            return 0 if self.name == STDIN else Path(self.name).stat().st_size
        except (OSError, ValueError):
            return 0


@frozen
class Text:
    """A text of a source; ``read`` is how many bytes of the source that took."""

    source: Source
    name: str
    text: str
    read: int


@frozen
class Trouble:
    """A text that is none, or, where ``whole``, a source out of which nothing more comes."""

    shown: str
    message: str
    whole: bool = False
    size: int = 0  # of what there is to read, as of a source


@frozen
class Fields:
    """Where the text and the name of a record stand."""

    text: str = "text"
    id: str = "id"


def kind_of(name: str) -> Kind | None:
    """What the end of a name tells, or nothing.

    >>> kind_of("news/2024.JSONL.gz"), kind_of("photo.jpg")
    ('jsonl', None)
    """
    return KINDS.get(Path(name.lower().removesuffix(".gz")).suffix)


# From arguments to sources


def find_sources(arguments: Iterable[str], forced: Kind | None, passed_over: Path | None) -> Iterator[Source | Trouble]:
    """The files that the arguments name, each once: files, folders with all in them, patterns.

    In a folder and below it, only files whose names end as in ``KINDS`` are taken, none that is hidden, and nothing in
    the folder ``passed_over``, where the results go.
    """
    seen: set[str] = set()
    for argument in arguments:
        found = 0
        for name, named in _names(argument, passed_over):
            kind = kind_of(name)
            if not named and (kind is None or (forced and forced != kind)):
                continue
            found += 1
            place = _place(name)
            if place not in seen:
                seen.add(place)
                yield Source(name, forced or kind or "text")
        if not found:
            ends = " ".join(KINDS)
            yield Trouble(printable(argument), f"no file with one of these ends is in it: {ends} (or .gz)", whole=True)


def _place(name: str) -> str:
    """The same for two names of the same file."""
    try:
        return name if name == STDIN else os.path.realpath(name)
    except ValueError:  # a NUL in the name
        return name


def _names(argument: str, passed_over: Path | None) -> Iterator[tuple[str, bool]]:
    """Files, each with whether it was named itself, and not only its folder."""
    if argument != STDIN and Path(argument).is_dir():
        yield from ((name, False) for name in _walk(argument, passed_over))
    elif argument != STDIN and glob.has_magic(argument) and not os.path.lexists(argument):
        names = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - Path.glob wants a place to start from
        for name in names:
            yield from _names(name, passed_over) if Path(name).is_dir() else [(name, True)]
        if not names:
            yield argument, True  # it will be said that there is no such file
    else:
        yield argument, True


def _walk(folder: str, passed_over: Path | None) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            one
            for one in folders
            if not one.startswith(".") and (passed_over is None or Path(place, one).resolve() != passed_over)
        )
        yield from (str(Path(place, name)) for name in sorted(names) if not name.startswith("."))


# From sources to texts


def read_source(source: Source, encoding: str, fields: Fields) -> Iterator[Text | Trouble]:
    """The texts of a source in their order; what cannot be read is a trouble in its place."""
    try:
        with closing(_open(source.name)) as opened:
            yield from _READERS[source.kind](source, opened, encoding, fields)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Trouble(source.shown, f"this is no whole .gz file: {error}", whole=True)
    except OSError as error:
        yield Trouble(source.shown, error.strerror or str(error), whole=True)
    except csv.Error as error:
        yield Trouble(source.shown, f"this is no whole table: {error}", whole=True)
    except (InputError, ValueError) as error:  # ValueError: a NUL in the name
        yield Trouble(source.shown, str(error), whole=True)


class _Opened:
    """The bytes of a file, unpacked where they are packed; and how many of them, as they are stored, have been read."""

    def __init__(self, raw: IO[bytes], *, packed: bool) -> None:
        self._raw = raw
        self.bytes: Any = gzip.GzipFile(fileobj=raw) if packed else raw

    @property
    def read(self) -> int:
        try:
            return self._raw.tell()
        except (OSError, ValueError):  # a pipe
            return 0

    def close(self) -> None:
        if self._raw is not sys.stdin.buffer:
            self._raw.close()


def _open(name: str) -> _Opened:
    if name == STDIN:
        return _Opened(sys.stdin.buffer, packed=False)
    return _Opened(Path(name).open("rb"), packed=name.lower().endswith(".gz"))


def _read_text(source: Source, opened: _Opened, encoding: str, _: Fields) -> Iterator[Text | Trouble]:
    text = decode(opened.bytes.read(), encoding)
    if not text.strip():
        raise InputError("there is no text in it")
    yield Text(source, source.name, text, opened.read)


def _read_lines(source: Source, opened: _Opened, encoding: str, fields: Fields) -> Iterator[Text | Trouble]:
    for number, line in enumerate(opened.bytes, 1):
        if not line.strip():
            continue
        shown = f"{source.shown}#{number}"
        try:
            record = parse_json(decode(line, encoding).rstrip())
        except (InputError, ResultError) as error:
            yield Trouble(shown, str(error))
        else:
            yield _record(source, number, record, fields, opened)


def _read_rows(source: Source, opened: _Opened, encoding: str, fields: Fields) -> Iterator[Text | Trouble]:
    csv.field_size_limit(_LONGEST_FIELD)
    plain = "utf-8-sig" if encoding == "utf-8" else encoding
    lines = io.TextIOWrapper(opened.bytes, encoding=plain, newline="")
    rows = csv.DictReader(lines, dialect="excel-tab" if source.kind == "tsv" else "excel", strict=True)
    try:
        columns = rows.fieldnames
        if not columns:
            raise InputError("there is no header in it")
        if fields.text not in columns:
            raise InputError(f"no column is named {fields.text!r}; --text-field names another of: {', '.join(columns)}")
        if columns.count(fields.text) > 1:
            raise InputError(f"two columns are named {fields.text!r}")
        for number, row in enumerate(rows, 1):
            if None in row:  # a text would be cut off
                shown, names = printable(f"{source.name}#{number}"), len(columns)
                message = f"more cells than the {names} columns; a text with a comma stands in quotation marks"
                yield Trouble(shown, message)
            else:
                yield _record(source, number, row, fields, opened)
    except UnicodeDecodeError as error:
        raise InputError(f"{error}; if the file is in another encoding, say which with --encoding") from None
    finally:
        lines.detach()  # else it would close standard input, too


_READERS: Final = {"text": _read_text, "jsonl": _read_lines, "csv": _read_rows, "tsv": _read_rows}


def _record(source: Source, number: int, record: Any, fields: Fields, opened: _Opened) -> Text | Trouble:
    """The text of a line or a row."""
    place = f"{source.name}#{number}"
    if not isinstance(record, dict):
        return Trouble(printable(place), f"a JSON object is wanted, not {type(record).__name__}")
    text, given = record.get(fields.text), record.get(fields.id)
    name = str(given) if isinstance(given, (str, int)) and given != "" else place
    if fields.text not in record:
        there = ", ".join(map(printable, record)) or "none"
        return Trouble(printable(place), f"no field is named {fields.text!r}; --text-field names another of: {there}")
    if text is None or text == "":
        return Trouble(printable(place), "there is no text in it")
    if not isinstance(text, str):
        return Trouble(printable(place), f"{fields.text!r} is no text, but {type(text).__name__}")
    return Text(source, name, text, opened.read)
