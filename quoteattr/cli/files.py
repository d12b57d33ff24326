"""Texts in, text out: what the commands that attribute have in common."""

from __future__ import annotations

import argparse
import codecs
import sys
from pathlib import Path
from typing import Final

from quoteattr.cli.endings import InputError, OutputError

STDIN: Final = "-"


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


def write(rendered: str) -> None:
    """Write what is done at once: it stands whatever comes after."""
    try:
        sys.stdout.write(rendered)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from None


def read_text(name: str, encoding: str) -> str:
    """The text of a file; ``-`` is standard input.

    Raises:
        InputError: There is no text, or nothing can be done with it.
    """
    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        hint = "; name the files in it" if isinstance(error, IsADirectoryError) else ""
        raise InputError(f"{error.strerror or error}{hint}") from None
    except ValueError as error:  # a NUL in the name
        raise InputError(str(error)) from None
    text = _decode(data, encoding)
    if not text.strip():
        raise InputError("there is no text in it")
    return text


def _decode(data: bytes, encoding: str) -> str:
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
    """JSON is UTF-8 everywhere; in the listing what the terminal cannot show is escaped."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        encoding = "utf-8" if format_ == "json" else None
        reconfigure(encoding=encoding, errors="backslashreplace", newline="\n" if encoding else None)
