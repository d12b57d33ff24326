"""Texts in, text out: what the commands that attribute have in common."""

from __future__ import annotations

import argparse
import codecs
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from quoteattr.cli.endings import InputError, OutputError
from quoteattr.render.text import printable

STDIN: Final = "-"


def shown_name(name: str) -> str:
    """The name of a file for a message.

    >>> shown_name("-")
    'standard input'
    """
    return "standard input" if name == STDIN else printable(name)


def share_of(given: str) -> float:
    """The share that an argument of a command gives."""
    try:
        share = float(given)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number from 0 to 1")
    return share


def encoding_of(given: str) -> str:
    """The encoding that an argument of a command names."""
    try:
        return codecs.lookup(given).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"no encoding is named {given!r}; try utf-8, cp1252, utf-16") from None


def add_reading_options(parser: argparse.ArgumentParser) -> None:
    """How texts are read: the options of every plain command that attributes."""
    parser.add_argument(
        "--indirect",
        choices=("none", "speech", "all"),
        default="speech",
        help="what is reported without quotation marks: nothing, speech and writing, or thought too (default: speech)",
    )
    parser.add_argument(
        "--min-confidence",
        type=share_of,
        default=0.0,
        metavar="SHARE",
        help="name no source and no speaker with less confidence, 0 to 1 (default: 0)",
    )
    parser.add_argument(
        "--encoding", type=encoding_of, default="utf-8", metavar="NAME", help="of the files (default: utf-8)"
    )


def write(rendered: str) -> None:
    """Write what is done at once: it stands whatever comes after."""
    try:
        sys.stdout.write(rendered)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from None


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Tell with its name that a file cannot be written.

    Raises:
        OutputError: It cannot.
    """
    try:
        yield
    except OSError as error:
        raise OutputError(f"{printable(str(path))}: {error.strerror or error}") from None


def read_text(name: str, encoding: str) -> str:
    """The text of a file; ``-`` is standard input.

    Raises:
        InputError: There is no text, or nothing can be done with it.
    """
    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        hint = (
            "; name the files in it, or see quoteattr attribute --help" if isinstance(error, IsADirectoryError) else ""
        )
        raise InputError(f"{error.strerror or error}{hint}") from None
    except ValueError as error:  # a NUL in the name
        raise InputError(str(error)) from None
    text = decode(data, encoding)
    if not text.strip():
        raise InputError("there is no text in it")
    return text


def decode(data: bytes, encoding: str) -> str:
    """The text that bytes are in an encoding.

    Raises:
        InputError: They are in none, or in another one.
    """
    if encoding == "utf-8":
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise InputError("this looks like UTF-16; try --encoding utf-16")
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        other = "cp1252" if encoding.startswith("utf-8") else "utf-8"
        raise InputError(
            f"byte 0x{data[error.start]:02x} at offset {error.start} (line {line}) is no"
            f" {encoding.removesuffix('-sig')}: {error.reason}; if the file is in another encoding,"
            f" say which, for example --encoding {other}"
        ) from None


def prepare_stdout(format_: str) -> None:
    """Data is UTF-8 everywhere; in the listing what the terminal cannot show is escaped."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        encoding = None if format_ == "text" else "utf-8"
        reconfigure(encoding=encoding, errors="backslashreplace", newline="" if encoding else None)
