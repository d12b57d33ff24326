"""pandas: a frame of texts made a frame of attributions. It needs the extra ``pandas``."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, Final

import pandas as pd

from quoteattr.integrations.rows import COLUMNS, check_columns, rows_of_texts

DTYPES: Final = {int: "Int64", float: "Float64", str: "string", list: "object"}
"""The types of the columns, each with a place for *nothing*; they do not hang on what is in a frame."""


def attribute_frame(
    frame: pd.DataFrame, column: Hashable, *, processes: int | None = 1, **options: Any
) -> pd.DataFrame:
    """The attributions of the texts in a column, a row each, beside the other columns, with the index kept.

    It does to the texts what ``DataFrame.explode`` does to lists: index and other columns are repeated for each
    attribution of a text, and a text without any keeps its row, with nothing in it. So do a missing text
    (``None``, ``NaN``), and one that cannot be done, whose ``error`` says why. The columns are those of
    :data:`quoteattr.integrations.rows.COLUMNS`.

    Args:
        frame: Any frame; it stays as it is.
        column: The one with the texts, which is left out of the result.
        processes: How many work at the same time.
        options: As for ``attribute``.

    Raises:
        OptionError: There is no such column, or others have names that the attributions have.

    >>> texts = ["“It is late,” said Ann. “Go,” said Tom.", None]
    >>> frame = pd.DataFrame({"day": [1, 2], "body": texts}, index=["a", "b"])
    >>> attribute_frame(frame, "body")[["day", "speaker", "cue", "text"]]
       day speaker   cue            text
    a    1     Ann  said  “It is late,”
    a    1     Tom  said          “Go,”
    b    2    <NA>  <NA>           <NA>
    """
    others = check_columns(list(frame.columns), column)
    rows = rows_of_texts(texts_of(frame[column]), processes=processes, **options)
    kept = frame[others].iloc[rows.places]
    made = {name: pd.Series(rows.columns[name], index=kept.index, dtype=DTYPES[kind]) for name, kind in COLUMNS.items()}
    return kept.assign(**made)


def texts_of(column: Iterable[Any]) -> Iterator[Any]:
    """What is in a column, with ``None`` for all that pandas takes to be missing.

    >>> list(texts_of(pd.Series(["Noon.", float("nan"), pd.NA], dtype="object")))
    ['Noon.', None, None]
    """
    for one in column:
        missing = not isinstance(one, str) and pd.api.types.is_scalar(one) and pd.isna(one)
        yield None if missing else one
