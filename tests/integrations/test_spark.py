from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyspark")

from pyspark.sql import SparkSession, types as t

import quoteattr
from quoteattr import OptionError, attribute
from quoteattr.integrations.rows import COLUMNS, rows_of_texts
from quoteattr.integrations.spark import SCHEMA, attribute_batches, attribute_frame

pytestmark = pytest.mark.filterwarnings("default")  # Spark's own

LEE = "“It is late,” said Ann Lee. “Go,” she told him. She called it “a farce.” 👩‍🚀"
TEXTS = [
    LEE,
    None,
    "Noon.",
    "",
    "Ida Moe said Tom Berg had told sailors that Ann Lee had said that the lamp was out.",
    *(f"“It is {hour} o’clock,” said Ann Lee{hour}.\n\n“No,” he said.\n\n“Yes!”" for hour in range(20)),
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    home = str(Path(quoteattr.__file__).parents[1])
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.default.parallelism", "2")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "America/New_York")
        .config("spark.executorEnv.PYTHONPATH", home)
        .getOrCreate()
    )
    yield session
    session.stop()


def test_the_job_finds_what_the_plain_loop_finds_bit_for_bit(spark: Any) -> None:
    frame = spark.createDataFrame(list(enumerate(TEXTS)), "number long, body string").repartition(4)
    assert frame.rdd.getNumPartitions() == 4
    found = attribute_frame(frame, "body", indirect="all").collect()
    plain = rows_of_texts(TEXTS, indirect="all")
    rows = zip(plain.places, *plain.columns.values(), strict=True)
    assert [tuple(row) for row in sorted(found, key=lambda row: (row.number, row.attribution or 0))] == list(rows)


def test_the_schema_is_declared(spark: Any) -> None:
    frame = spark.createDataFrame([], "number int, body string")
    found = attribute_frame(frame, "body")
    assert found.schema.names == ["number", *COLUMNS]
    assert found.schema["number"].dataType == t.IntegerType()
    assert found.schema.fields[1:] == SCHEMA.fields
    assert found.collect() == []


def test_nulls_and_bad_rows_are_kept(spark: Any) -> None:
    frame = spark.createDataFrame([("a", None), ("b", LEE), ("c", "Noon."), ("d", None)], "id string, body string")
    found = attribute_frame(frame, "body").collect()
    assert [row.id for row in found] == ["a", *"b" * len(attribute(LEE)), "c", "d"]
    assert all(value is None for row in found if row.id != "b" for value in row[1:])

    import pandas as pd

    batch = pd.DataFrame({"id": [1, 2, 3], "body": ["Noon.", b"Noon.", None]})
    (rows,) = attribute_batches([batch], column="body")
    assert list(rows["id"]) == [1, 2, 3]
    assert [bool(error) for error in rows["error"]] == [False, True, False]


KEPT: dict[str, tuple[Any, list[Any]]] = {
    "l": (t.LongType(), [2**63 - 1, None]),
    "b": (t.BooleanType(), [True, None]),
    "d": (t.DoubleType(), [0.1, None]),
    "f": (t.FloatType(), [0.5, None]),
    "n": (t.DecimalType(20, 3), [decimal.Decimal("1234567890123456.789"), None]),
    "y": (t.BinaryType(), [bytearray(b"\x00\xff"), None]),
    "when": (t.TimestampType(), [dt.datetime(2024, 11, 3, 1, 30, 0, 123456), None]),  # noqa: DTZ001 - Spark's own
    "day": (t.DateType(), [dt.date(1582, 1, 1), None]),
    "with.dot": (t.StringType(), ["x", None]),
}


def test_other_columns_come_back_as_they_were(spark: Any) -> None:
    schema = t.StructType(
        [*(t.StructField(name, kind) for name, (kind, _) in KEPT.items()), t.StructField("body", t.StringType())]
    )
    rows = [(*(values[at] for _, values in KEPT.values()), text) for at, text in enumerate((LEE, "Noon."))]
    frame = spark.createDataFrame(rows, schema)
    found = attribute_frame(frame, "body")
    assert found.schema.fields[: len(KEPT)] == schema.fields[:-1]
    collected = found.collect()
    assert [tuple(row)[: len(KEPT)] for row in (collected[0], collected[-1])] == [row[:-1] for row in rows]


@pytest.mark.parametrize(
    ("schema", "options", "message"),
    [
        ("id int, body string", {"indirect": "some"}, "indirect must be"),
        ("id int, text string", {}, "no column is named 'body'"),
        ("id int, body int", {}, "the column 'body' holds no strings, but int"),
        ("rule int, body string", {}, "names, too: rule"),
        ("tags array<string>, body string", {}, r"the column 'tags' \(array<string>\) cannot stand beside"),
    ],
)
def test_what_cannot_be_done_is_told_before_the_job_runs(
    spark: Any, schema: str, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(OptionError, match=message):
        attribute_frame(spark.createDataFrame([], schema), "body", **options)
