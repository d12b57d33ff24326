from __future__ import annotations

from typing import Any

import pytest

pd = pytest.importorskip("pandas")

from quoteattr import OptionError, attribute  # noqa: E402
from quoteattr.integrations.pandas import DTYPES, attribute_frame  # noqa: E402
from quoteattr.integrations.rows import COLUMNS  # noqa: E402

LEE = "“It is late,” said Ann Lee. “Go,” she told him. She called it “a farce.”"


def frame(**more: Any) -> Any:
    texts = [LEE, None, "Noon.", 4.5, float("nan"), pd.NA, LEE]
    return pd.DataFrame({"day": range(7), "body": texts, **more}, index=list("abcdefg"))


def test_index_and_other_columns_are_repeated_for_each_attribution() -> None:
    found: Any = attribute_frame(frame(), "body")
    number = len(attribute(LEE))
    assert list(found.index) == ["a"] * number + list("bcdef") + ["g"] * number
    assert list(found["day"]) == [0] * number + [1, 2, 3, 4, 5] + [6] * number
    assert list(found.columns) == ["day", *COLUMNS]
    assert list(found.loc["a", "text"]) == [one.text for one in attribute(LEE)]
    assert frame().join(found.drop(columns="day")).loc["g", "speaker"].tolist() == ["Ann Lee"] * number


def test_what_is_no_text_keeps_its_row() -> None:
    found = attribute_frame(frame(), "body")
    assert found.loc[list("bcef"), list(COLUMNS)].isna().all(axis=None)
    assert found.loc["d", "error"] == "this is no str, but float"
    assert found["error"].notna().sum() == 1


def test_types_do_not_hang_on_what_is_in_the_frame() -> None:
    for given in (frame(), frame().iloc[1:2], frame().iloc[:0]):
        found = attribute_frame(given, "body")
        assert {name: str(found[name].dtype) for name in COLUMNS} == {n: DTYPES[kind] for n, kind in COLUMNS.items()}
        assert found["day"].dtype == given["day"].dtype


def test_an_index_may_have_levels_and_the_same_entry_twice() -> None:
    index = pd.MultiIndex.from_tuples([("x", 1), ("x", 1), ("y", 2)], names=["place", "n"])
    found = attribute_frame(pd.DataFrame({"body": ["“Go,” said Ann.", "“No,” said Tom.", None]}, index=index), "body")
    assert found.index.equals(index)
    assert list(found["speaker"].dropna()) == ["Ann", "Tom"]


def test_a_frame_stays_as_it_is() -> None:
    given = frame()
    attribute_frame(given, "body")
    pd.testing.assert_frame_equal(given, frame())


def test_options_and_processes_are_those_of_attribute_many() -> None:
    given = frame()
    one = attribute_frame(given, "body", indirect="none", min_confidence=0.9)
    pd.testing.assert_frame_equal(one, attribute_frame(given, "body", indirect="none", min_confidence=0.9, processes=2))
    with pytest.raises(OptionError, match="indirect must be"):
        attribute_frame(given, "body", indirect="some")


def test_names_that_would_be_there_twice_are_refused() -> None:
    with pytest.raises(OptionError, match="names, too: speaker"):
        attribute_frame(frame(speaker="x"), "body")
