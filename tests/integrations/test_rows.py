from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from quoteattr import OptionError, attribute
from quoteattr.integrations.rows import COLUMNS, check_columns, rows_of_texts

TEXTS = st.sampled_from(
    [
        "“It is late,” said Ann Lee. “Go,” she told him. She called it “a farce.”",
        "Ida Moe said Tom Berg had told sailors that Ann Lee had said that the lamp was out.",
        "Noon.",
        "",
        "“Unclosed",
    ]
)


@given(st.lists(TEXTS | st.none() | st.integers()))
def test_each_text_has_its_rows_in_the_order_of_the_texts(texts: list[object]) -> None:
    rows = rows_of_texts(texts)
    assert list(rows.columns) == list(COLUMNS)
    assert {len(column) for column in rows.columns.values()} == {len(rows.places)}
    assert rows.places == sorted(rows.places)
    assert set(rows.places) == set(range(len(texts)))
    for place, text in enumerate(texts):
        kinds = [kind for at, kind in zip(rows.places, rows.columns["kind"], strict=True) if at == place]
        errors = [error for at, error in zip(rows.places, rows.columns["error"], strict=True) if at == place]
        wanted: list[str | None] = [one.kind for one in attribute(text)] if isinstance(text, str) else []
        assert kinds == (wanted or [None])
        assert all(error == "this is no str, but int" if isinstance(text, int) else error is None for error in errors)


@given(st.lists(TEXTS))
def test_a_value_is_nothing_or_of_the_type_of_its_column(texts: list[str]) -> None:
    rows = rows_of_texts(texts)
    for name, values in rows.columns.items():
        assert {type(value) for value in values} <= {COLUMNS[name], type(None)}


def test_a_row_says_all_of_an_attribution() -> None:
    text = "Ida Moe told sailors that Tom Berg had said that the lamp was out."
    outer, inner = attribute(text)
    columns = rows_of_texts([text]).columns
    first, second = ({name: column[at] for name, column in columns.items()} for at in (0, 1))
    assert first == {
        "attribution": 0,
        "kind": "indirect",
        "speaker": "Ida Moe",
        "text": "Tom Berg had said that the lamp was out",
        "start": 26,
        "end": 65,
        "content": [[26, 65]],
        "cue": "told",
        "cue_lemma": "tell",
        "cue_spans": [[8, 12]],
        "source": "Ida Moe",
        "source_form": "name",
        "source_start": 0,
        "source_end": 7,
        "addressee": "sailors",
        "how": "explicit",
        "said": "said",
        "confidence": outer.confidence,
        "speaker_confidence": outer.speaker_confidence,
        "rule": outer.rule,
        "reported_by": None,
        "error": None,
    }
    assert second["reported_by"] == 0
    assert second["text"] == inner.text == "the lamp was out"


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (["id", "body"], "no column is named 'text'; there are: id, body"),
        (["text", "speaker", "rule"], "columns of these names, too: speaker, rule; rename or drop yours"),
    ],
)
def test_columns_that_cannot_stand_beside_the_attributions_are_refused(columns: list[str], message: str) -> None:
    with pytest.raises(OptionError, match=message):
        check_columns(columns, "text")
