"""Polars: a frame of texts made a frame of attributions. It needs the extra ``polars``."""

from __future__ import annotations

from typing import Any, Final

import polars as pl

from quoteattr.integrations.rows import COLUMNS, check_columns, rows_of_texts

TYPES: Final = {int: pl.Int64(), float: pl.Float64(), str: pl.String(), list: pl.List(pl.List(pl.Int64()))}


def attribute_frame(frame: pl.DataFrame, column: str, *, processes: int | None = 1, **options: Any) -> pl.DataFrame:
    """The attributions of the texts in a column, a row each, beside the other columns.

    It does to the texts what ``DataFrame.explode`` does to lists: the other columns are repeated for each
    attribution of a text, and a text without any keeps its row, with nothing in it. So do a missing text, and one
    that cannot be done, whose ``error`` says why. The columns are those of
    :data:`quoteattr.integrations.rows.COLUMNS`.

    Args:
        frame: Any frame; collect a lazy one first.
        column: The one with the texts, which is left out of the result.
        processes: How many work at the same time.
        options: As for ``attribute``.

    Raises:
        OptionError: There is no such column, or others have names that the attributions have.

    >>> frame = pl.DataFrame({"id": ["a", "b"], "body": ["“It is late,” said Ann. “Go,” said Tom.", None]})
    >>> attribute_frame(frame, "body").select("id", "speaker", "cue").rows()
    [('a', 'Ann', 'said'), ('a', 'Tom', 'said'), ('b', None, None)]
    """
    others = check_columns(frame.columns, column)
    rows = rows_of_texts(frame[column].to_list(), processes=processes, **options)
    made = [pl.Series(name, rows.columns[name], dtype=TYPES[kind]) for name, kind in COLUMNS.items()]
    return pl.DataFrame([*frame.select(others)[rows.places], *made]) if others else pl.DataFrame(made)
