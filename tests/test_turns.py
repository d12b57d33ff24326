"""Candidates put together to what one speaker says in one go."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quoteattr import attribute
from quoteattr.exchange import Turn
from quoteattr.passage import Candidate
from quoteattr.quotations import find_quotations
from quoteattr.turns import Turns

TEXT = "“It is late,” she said. “Go home.” The “late” bus left. “Now.”"
QUOTATIONS = find_quotations(TEXT, [(0, len(TEXT))])[0]


def turns_of(*batches: Sequence[Candidate]) -> Sequence[Turn]:
    turns = Turns(TEXT)
    for batch in batches:
        turns.gather(batch)
    return turns.all()


def contents(*candidates: Candidate) -> list[list[str]]:
    return [[span.text for span in turn.content] for turn in turns_of(candidates)]


def test_what_goes_on_with_a_quotation_is_one_turn_with_it() -> None:
    first = Candidate(QUOTATIONS[0])
    second = Candidate(QUOTATIONS[1], continues=first)
    last = Candidate(QUOTATIONS[3], continues=second)
    assert contents(first, second, last) == [["“It is late,”", "“Go home.”", "“Now.”"]]
    assert contents(Candidate(QUOTATIONS[0]), Candidate(QUOTATIONS[1])) == [["“It is late,”"], ["“Go home.”"]]


def test_words_that_nobody_says_are_in_no_turn_but_part_none_either() -> None:
    first = Candidate(QUOTATIONS[0])
    nobodys = Candidate(QUOTATIONS[2], silent=True, continues=first)
    last = Candidate(QUOTATIONS[3], continues=nobodys)
    assert contents(first, nobodys, last) == [["“It is late,”", "“Now.”"]]


def test_what_goes_on_with_words_that_nobody_says_is_a_turn_by_itself() -> None:
    nobodys = Candidate(QUOTATIONS[2], silent=True)
    assert contents(nobodys, Candidate(QUOTATIONS[3], continues=nobodys)) == [["“Now.”"]]


def test_a_turn_is_what_the_candidate_is_that_it_begins_with() -> None:
    first = Candidate(QUOTATIONS[0], kind="mixed", rule="first")
    (turn,) = turns_of([first, Candidate(QUOTATIONS[1], continues=first, rule="second", nameless=True)])
    assert (turn.kind, turn.rule, turn.nameless) == ("mixed", "first", False)


def test_a_turn_is_nameless_where_nothing_tells_whose_it_is() -> None:
    turns = turns_of([Candidate(QUOTATIONS[0]), Candidate(QUOTATIONS[1], nameless=True)])
    assert [turn.nameless for turn in turns] == [False, True]


@pytest.mark.parametrize(
    ("speeches", "fragments", "use"),
    [
        (20, 0, "scare"),
        (19, 0, "speech"),
        (20, 2, "scare"),
        (20, 3, "speech"),
        (27, 3, "scare"),
        (26, 3, "speech"),
    ],
)
def test_a_fragment_of_nobody_is_no_speech_where_marks_hold_whole_speeches(
    speeches: int, fragments: int, use: str
) -> None:
    said = "“It rained on the road,” said Ann.\n\n" * speeches + "Ann called it “odd”.\n\n" * fragments
    assert attribute(f"{said}They came to the “inn” on the hill.\n").quotations[-1].use == use


LATE = (
    "“It is late,” said Ann Lee. The old miller’s “big” boat left at noon.\n\n"
    "“We have no oil.\n\n“We have no bread.\n\n“And the ‘late’ ferry is late,” said Tom Berg.\n\n"
    "Mr. Berg said Lee had told him that the “so-called” boat was hers. “Take it,” he said. “Go home.”\n\n"
)


@pytest.mark.parametrize("speeches", [2, 25])
@pytest.mark.parametrize("packed", [False, True])
def test_turns_are_the_same_in_whatever_batches_a_text_is_read(
    monkeypatch: pytest.MonkeyPatch, speeches: int, *, packed: bool
) -> None:
    text = LATE * speeches + "They came to the “inn” on the hill. Ann said it rained.\n\n"
    usual = attribute(text)
    assert "Tom Berg" in {str(one.speaker) for one in usual if one.text.startswith("“We have no oil.")}
    monkeypatch.setattr("quoteattr.asking._BATCH", 1)
    if packed:
        monkeypatch.setattr("quoteattr.packed._FEW", 1)
        monkeypatch.setattr("quoteattr.packed._APART", len(text))
        monkeypatch.setattr("quoteattr.packed._TOGETHER", 3)
    assert attribute(text) == usual
