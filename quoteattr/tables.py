"""Tables of words, tab-separated, the first line naming the columns: read_table; shipped: one of the package's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources

from .errors import LexiconError

Row = Mapping[str, str]


def read_table(name: str, text: str) -> Iterator[Row]:
    r"""The rows of a table, each a mapping from column to cell.

    Raises:
        LexiconError: The first line names no columns, or one twice, or a row has not as many cells.

    >>> [dict(row) for row in read_table("x.tsv", "# word\ttag\nthe\td\n# a note\nof\tP\n")]
    [{'word': 'the', 'tag': 'd'}, {'word': 'of', 'tag': 'P'}]
    """
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or not lines[0].startswith("# "):
        message = f"{name}:1: the first line must name the columns, as in '# word<TAB>tag'"
        raise LexiconError(message)
    columns = lines[0][2:].split("\t")
    twice = [column for at, column in enumerate(columns) if column in columns[:at]]
    if twice:
        raise LexiconError(f"{name}:1: the column {twice[0]!r} comes twice")
    for number, line in enumerate(lines[1:], 2):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(columns):
            message = f"{name}:{number}: {len(cells)} cells, but the first line names {len(columns)}: {line!r}"
            raise LexiconError(message)
        yield dict(zip(columns, cells, strict=True))


def shipped(name: str) -> Iterator[Row]:
    """The rows of a table that comes with the package.

    >>> {"Street", "Bridge"} <= {row["word"] for row in shipped("sites.tsv")}
    True
    """
    return read_table(name, (resources.files(__package__) / "lang" / "en" / name).read_text("utf8"))
