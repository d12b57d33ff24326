"""What is found in a text that is hardly anything else is kept packed, and comes out as it would by itself."""

from __future__ import annotations

import gc
import pickle

import pytest

from quoteattr import Result, Span, attribute
from quoteattr.attribution import Attribution
from quoteattr.figures import Figure, Figures
from quoteattr.packed import Later, Packed, Pairs, packed
from quoteattr.persons import Person
from quoteattr.testing import check_laws

TEXT = (
    "“It is late,” said Ann Lee. The old miller’s ‘big’ boat left at noon. “Go home,” he told the mapmaker.\n\n"
    "'No,' she said. \"It isn't the boys' boat.\" Tom Berg said that it was late. “Yes.” “‘No,’ she said.\n\n"
    "Mr. Berg said Lee had told him that the “so-called” boat was hers, and left.\n\n"
) * 3


def packed_result(monkeypatch: pytest.MonkeyPatch, **options: object) -> Result:
    monkeypatch.setattr("quoteattr.packed._FEW", 1)
    monkeypatch.setattr("quoteattr.packed._APART", len(TEXT))
    monkeypatch.setattr("quoteattr.packed._TOGETHER", 3)
    monkeypatch.setattr("quoteattr.pairing._MANY", 3)
    monkeypatch.setattr("quoteattr.pairing._LATE", 2)
    monkeypatch.setattr("quoteattr.narration._LONG_PARAGRAPH", 10)
    monkeypatch.setattr("quoteattr.narration.TOGETHER", 3)
    monkeypatch.setattr("quoteattr.figures.TOGETHER", 3)
    monkeypatch.setattr("quoteattr.narration._LATE", 2)
    monkeypatch.setattr("quoteattr.narration._NEAR", 2)
    return attribute(TEXT, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("options", [{}, {"indirect": "all"}, {"indirect": "none"}, {"min_confidence": 0.9}])
def test_what_is_packed_comes_out_the_same(monkeypatch: pytest.MonkeyPatch, options: dict[str, object]) -> None:
    usual = attribute(TEXT, **options)  # type: ignore[arg-type]
    found = packed_result(monkeypatch, **options)
    assert len(found) == len(usual)
    assert found == usual
    assert found.to_json() == usual.to_json()
    assert [one.explain() for one in found] == [one.explain() for one in usual]
    assert [one.mentions for one in found.speakers] == [one.mentions for one in usual.speakers]


def test_what_is_packed_keeps_the_laws(monkeypatch: pytest.MonkeyPatch) -> None:
    packed_result(monkeypatch)
    check_laws(TEXT)


def test_what_is_packed_can_be_sent_to_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    found = packed_result(monkeypatch)
    assert pickle.loads(pickle.dumps(found)) == found


def test_an_attribution_of_a_text_that_is_hardly_anything_else_is_made_when_it_is_read() -> None:
    def made() -> int:
        return sum(isinstance(one, Attribution) for one in gc.get_objects())

    before = made()
    result = attribute("“No,” said Ann. " * 700)
    assert made() == before
    assert len(result) == len(result.attributions) == made() - before
    assert result.attributions is result.attributions


def test_a_span_with_words_of_its_own_keeps_them() -> None:
    text = "Ann said so."
    spans = Packed([Span(0, 3, text), Span(4, 7, "was")], text)
    assert [span.text for span in spans] == ["Ann", "was"]
    assert spans[0].is_of(text)


def test_things_are_found_by_their_places() -> None:
    numbers = Packed(range(5000), "")
    assert [*numbers] == [*range(5000)]
    assert [numbers[at] for at in (4999, 0, -1, 700, 1500, 2500, 3500, 1)] == [4999, 0, 4999, 700, 1500, 2500, 3500, 1]
    assert numbers[255:258] == [255, 256, 257]
    with pytest.raises(IndexError):
        numbers[5000]


def test_few_things_stay_as_they_are() -> None:
    assert packed(iter("abc"), "") == ["a", "b", "c"]
    assert isinstance(packed(range(501), ""), Packed)
    assert isinstance(packed(range(501), " " * 50_100), list)


def test_what_is_made_later_is_made_once() -> None:
    asked: list[int] = []
    things: Later[str] = Later(lambda given: [*given, *map(str, asked)], 3, "abc")
    assert things[1:] == ("b", "c")
    asked.append(7)
    assert [*things] == ["a", "b", "c"]
    assert pickle.loads(pickle.dumps(things)) == ("a", "b", "c")


def test_figures_in_columns_are_as_they_were() -> None:
    persons = [Person(number) for number in range(3)]
    given = [
        Figure(
            at, at + 1, "name", persons[at % 3] if at % 4 else None, "m", at // 5, subject=at % 2 == 0, key=str(at % 7)
        )
        for at in range(2_000)
    ]
    figures = Figures(persons)
    figures.extend(given[:400])
    figures.extend(given[400:])
    assert [*figures] == given
    assert figures[-1] == given[-1]
    for part in (slice(0), slice(-80, None), slice(200, 300), slice(None, None, -1), slice(10, 1_990, 3)):
        assert figures[part] == given[part]


def test_pairs_in_columns_are_as_they_were() -> None:
    given = [(at, at + 5) for at in range(9)]
    pairs = Pairs(given)
    assert len(pairs) == len(given)
    assert pairs[-1] == given[-1]
    assert pairs[2:4] == given[2:4]
    with pytest.raises(IndexError):
        pairs[9]
