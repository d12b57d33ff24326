"""Spark: a frame of texts made a frame of attributions, on the workers. It needs the extra ``spark``.

Each worker runs :func:`attribute_batches` over its partitions (``mapInPandas``): nothing is shuffled, and quoteattr
must be installed where the workers are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import pandas as pd
from attrs import frozen
from pyspark.sql import Column, DataFrame, functions as sql, types

from quoteattr import OptionError, attribute
from quoteattr.integrations.pandas import texts_of
from quoteattr.integrations.rows import COLUMNS, check_columns, rows_of_texts

TYPES: Final[dict[type, types.DataType]] = {
    int: types.LongType(),
    float: types.DoubleType(),
    str: types.StringType(),
    list: types.ArrayType(types.ArrayType(types.LongType())),
}

SCHEMA: Final = types.StructType([types.StructField(name, TYPES[kind]) for name, kind in COLUMNS.items()])
"""The columns of attributions."""


def attribute_frame(frame: DataFrame, column: str, **options: Any) -> DataFrame:
    """The attributions of the texts in a column, a row each, beside the other columns.

    It does to the texts what ``explode_outer`` does to arrays: the other columns are repeated for each attribution
    of a text, and a text without any keeps its row, with nothing in it. So do a null, and a text that cannot be
    done, whose ``error`` says why. The columns are those of :data:`quoteattr.integrations.rows.COLUMNS`.

    The other columns travel as strings, and come back as they were: pandas would make a number of a null. Arrays, maps
    and structs cannot.

    Args:
        frame: Any frame; the result is as lazy as it is.
        column: The one with the texts, which is left out of the result.
        options: As for ``attribute``.

    Raises:
        OptionError: There is no such column, it holds no strings, or others cannot stand beside the attributions.
    """
    others = check_columns(frame.columns, column)
    fields = {one.name: one.dataType for one in frame.schema}
    if not isinstance(fields[column], types.StringType):
        raise OptionError(f"the column {column!r} holds no strings, but {fields[column].simpleString()}")
    attribute("", **options)  # wrong options are told now, and not on a worker
    kept = [_Kept(f"kept {number}", name, fields[name]) for number, name in enumerate(others)]
    schema = types.StructType(
        [*(types.StructField(one.on_the_way, types.StringType()) for one in kept), *SCHEMA.fields]
    )
    texts = frame.select(*(one.there() for one in kept), _named(column).alias("the text"))
    found = texts.mapInPandas(partial(attribute_batches, column="the text", options=options), schema)
    return found.select(*(one.back() for one in kept), *COLUMNS)


def attribute_batches(
    batches: Iterable[pd.DataFrame], *, column: str, options: Mapping[str, Any] | None = None
) -> Iterator[pd.DataFrame]:
    """What a worker makes of its batches of texts: a function for ``mapInPandas``, with ``SCHEMA`` behind the others.

    >>> batch = pd.DataFrame({"id": ["a", "b"], "body": ["“It is late,” said Ann Lee.", None]})
    >>> found = next(attribute_batches([batch], column="body"))
    >>> list(found["id"]), list(found["speaker"])
    (['a', 'b'], ['Ann Lee', None])
    """
    for batch in batches:
        rows = rows_of_texts(texts_of(batch[column]), **(options or {}))
        kept = batch.drop(columns=column).iloc[rows.places].reset_index(drop=True)
        made = {name: pd.Series(values, dtype="object") for name, values in rows.columns.items()}
        yield kept.assign(**made)


def _named(name: str) -> Column:
    """The column of just this name, with dots or not."""
    quoted = name.replace("`", "``")
    return sql.col(f"`{quoted}`")


@frozen
class _Kept:
    """A column that is kept: as a string on the way, under a name that cannot be mistaken, and then as it was."""

    on_the_way: str
    name: str
    kind: types.DataType

    def __attrs_post_init__(self) -> None:
        if isinstance(self.kind, (types.ArrayType, types.MapType, types.StructType)):
            raise OptionError(
                f"the column {self.name!r} ({self.kind.simpleString()}) cannot stand beside attributions:"
                " drop it, and join it back by a key"
            )

    def there(self) -> Column:
        """The column as a string."""
        cast, _ = _CASTS.get(type(self.kind), (lambda one: one.cast("string"), None))
        return cast(_named(self.name)).alias(self.on_the_way)

    def back(self) -> Column:
        """That string as the column."""
        _, cast = _CASTS.get(type(self.kind), (None, lambda one: one.cast(self.kind)))
        return cast(_named(self.on_the_way)).alias(self.name)


_CASTS: Final[dict[type, tuple[Callable[[Column], Column], Callable[[Column], Column]]]] = {
    types.StringType: (lambda one: one, lambda one: one),
    types.BinaryType: (sql.hex, sql.unhex),
    types.TimestampType: (  # its words would hang on the time zone of the session
        lambda one: sql.unix_micros(one).cast("string"),
        lambda one: sql.timestamp_micros(one.cast("long")),
    ),
}
