"""read: the documents of gold, whatever of three formats it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from quoteattr import ResultError
from quoteattr.evaluate.brat import read_brat
from quoteattr.evaluate.gold import Document, read_gold
from quoteattr.evaluate.pdnc import QUOTATIONS, read_pdnc

READERS: Final[Mapping[str, Callable[[Path], Iterator[Document]]]] = {
    "jsonl": read_gold,
    "brat": read_brat,
    "pdnc": read_pdnc,
}


def read(path: Path, format: str = "") -> Iterator[Document]:  # noqa: A002 - as the command has it
    """The documents of gold; its format, one of :data:`READERS`, is told by its files where it is not given.

    Raises:
        ResultError: The gold is in none of the formats, or broken; the message says where.
        OSError: It cannot be read.
    """
    yield from READERS[format or format_of(path)](path)


def format_of(path: Path) -> str:
    """The format of a file or a folder.

    >>> format_of(Path("gold.jsonl"))
    'jsonl'
    """
    if path.is_dir():
        if next(path.rglob(QUOTATIONS), None) is not None:
            return "pdnc"
        if next(path.rglob("*.ann"), None) is not None:
            return "brat"
        raise ResultError(f"{path}: a folder without {QUOTATIONS} (PDNC) and without .ann files (brat) has no gold")
    return {".ann": "brat", ".csv": "pdnc"}.get(path.suffix, "jsonl")
