"""Candidates put together to what one speaker says in one go."""

from __future__ import annotations

import pytest

from quoteattr import attribute
from quoteattr.passage import Candidate
from quoteattr.quotations import find_quotations
from quoteattr.turns import turns_of
from quoteattr.weave import Woven

TEXT = "“It is late,” she said. “Go home.” The “late” bus left. “Now.”"
QUOTATIONS = find_quotations(TEXT, [(0, len(TEXT))])[0]


def contents(*candidates: Candidate) -> list[list[str]]:
    return [[span.text for span in turn.content] for turn in turns_of(candidates, Woven()).turns]


def test_what_goes_on_with_a_quotation_is_one_turn_with_it() -> None:
    first = Candidate(QUOTATIONS[0])
    second = Candidate(QUOTATIONS[1], continues=first)
    last = Candidate(QUOTATIONS[3], continues=second)
    assert contents(first, second, last) == [["“It is late,”", "“Go home.”", "“Now.”"]]
    assert contents(first, Candidate(QUOTATIONS[1])) == [["“It is late,”"], ["“Go home.”"]]


def test_words_that_nobody_says_are_in_no_turn_but_part_none_either() -> None:
    first = Candidate(QUOTATIONS[0])
    nobodys = Candidate(QUOTATIONS[2], silent=True, continues=first)
    last = Candidate(QUOTATIONS[3], continues=nobodys)
    assert contents(first, nobodys, last) == [["“It is late,”", "“Now.”"]]


def test_what_goes_on_with_words_that_nobody_says_is_a_turn_by_itself() -> None:
    nobodys = Candidate(QUOTATIONS[2], silent=True)
    assert contents(nobodys, Candidate(QUOTATIONS[3], continues=nobodys)) == [["“Now.”"]]


def test_a_turn_is_made_of_the_candidate_that_it_begins_with() -> None:
    first = Candidate(QUOTATIONS[0], kind="mixed")
    turns = turns_of([first, Candidate(QUOTATIONS[1], continues=first)], Woven())
    assert turns.heads == (first,)
    assert turns.turns[0].kind == "mixed"


def test_only_turns_of_which_something_tells_whose_they_are_get_a_speaker() -> None:
    first, other = Candidate(QUOTATIONS[0]), Candidate(QUOTATIONS[1], nameless=True)
    turns = turns_of([first, other], Woven())
    assert turns.named_heads() == [first]
    assert turns.named() == [turns.turns[0]]


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
