from __future__ import annotations

import pytest

pl = pytest.importorskip("polars")

from quoteattr import OptionError, attribute  # noqa: E402
from quoteattr.integrations.polars import TYPES, attribute_frame  # noqa: E402
from quoteattr.integrations.rows import COLUMNS  # noqa: E402

LEE = "“It is late,” said Ann Lee. “Go,” she told him. She called it “a farce.”"
FRAME = pl.DataFrame({"id": ["a", "b", "c"], "day": [1, None, 3], "body": [LEE, None, "Noon."]})


def test_other_columns_are_repeated_for_each_attribution() -> None:
    found = attribute_frame(FRAME, "body")
    assert found["id"].to_list() == ["a"] * len(attribute(LEE)) + ["b", "c"]
    assert found["text"].to_list()[:-2] == [one.text for one in attribute(LEE)]
    assert found["content"].to_list()[0] == [[0, 13], [28, 33]][:1]
    assert found.columns == ["id", "day", *COLUMNS]
    assert found.filter(pl.col("id") != "a").select(list(COLUMNS)).null_count().row(0) == (2,) * len(COLUMNS)


def test_types_do_not_hang_on_what_is_in_the_frame() -> None:
    for given in (FRAME, FRAME[1:2], FRAME[:0]):
        schema = attribute_frame(given, "body").schema
        assert {name: schema[name] for name in COLUMNS} == {name: TYPES[kind] for name, kind in COLUMNS.items()}
        assert schema["day"] == FRAME.schema["day"]


def test_the_texts_may_be_the_only_column_and_be_no_texts() -> None:
    assert attribute_frame(FRAME.select("body"), "body").height == len(attribute(LEE)) + 2
    found = attribute_frame(pl.DataFrame({"body": [1, 2]}), "body")
    assert found["error"].to_list() == ["this is no str, but int"] * 2


def test_two_processes_find_what_one_finds() -> None:
    assert attribute_frame(FRAME, "body").equals(attribute_frame(FRAME, "body", processes=2))


def test_names_that_would_be_there_twice_are_refused() -> None:
    with pytest.raises(OptionError, match="names, too: kind"):
        attribute_frame(FRAME.rename({"day": "kind"}), "body")
