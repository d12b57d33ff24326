from __future__ import annotations

import pytest

from quoteattr.conversation import Chain, scenes, turn_taking
from quoteattr.cues import Cue
from quoteattr.evidence import CLASSES, Sureness, weights_of
from quoteattr.exchange import Candidate, Exchange, Turn, answer_of, gap_between
from quoteattr.persons import Person
from quoteattr.span import Span

ANN, TOM, KIM = Person(0), Person(1), Person(2)
TURN = Turn(content=(Span(0, 5, "“No.”"),))
WEIGHTS = {
    "implicit": {
        "spoke last, in the next paragraph": -2.0,
        "spoke last but one, in the next paragraph, the last in the next paragraph": 2.0,
        "seen": 1.0,
    },
    "pronoun": {},
    "noun": {},
    "name": {"spoke last, in the next paragraph": -2.0},
}


def exchange(number: int, settled: Person | None = None) -> Exchange:
    made = Exchange([TURN], 0, number, number, 0, 5, settled=settled)
    made.gap = "in the next paragraph" if number else None
    made.candidates = [Candidate(person) for person in (ANN, TOM, KIM)]
    return made


def likeliest(turns: list[Exchange]) -> list[int]:
    Chain(turns, WEIGHTS).solve()
    return [
        turn.settled.number if turn.settled is not None else max(turn.candidates, key=lambda c: c.share).person.number
        for turn in turns
    ]


def test_two_take_turns_between_settled_ones() -> None:
    turns = [exchange(0, ANN), exchange(1, TOM), *(exchange(n) for n in range(2, 6)), exchange(6, ANN)]
    assert likeliest(turns) == [0, 1, 0, 1, 0, 1, 0]


def test_a_settled_turn_holds_and_what_follows_starts_from_it() -> None:
    turns = [exchange(0, ANN), exchange(1, TOM), exchange(2), exchange(3, KIM), exchange(4), exchange(5)]
    assert likeliest(turns)[3] == 2
    assert likeliest(turns)[5] == 2


def test_the_likeliest_is_who_has_the_greatest_share() -> None:
    turns = [exchange(0, ANN), exchange(1, TOM), *(exchange(n) for n in range(2, 6)), exchange(6, ANN)]
    found = likeliest(turns)
    assert [turn.likely.number for turn in turns if turn.likely is not None] == found


def test_shares_of_a_turn_add_up_to_one() -> None:
    turns = [exchange(0, ANN), *(exchange(n) for n in range(1, 40))]
    Chain(turns, WEIGHTS).solve()
    for turn in turns[1:]:
        assert sum(candidate.share for candidate in turn.candidates) == pytest.approx(1.0)


def test_a_turn_with_one_candidate_goes_to_that_one_wherever_it_stands() -> None:
    turns = [exchange(n) for n in range(30)]
    for turn in turns:
        turn.candidates = turn.candidates[:1]
    Chain(turns, WEIGHTS).solve()
    assert [turn.candidates[0].share for turn in turns] == [1.0] * 30


def test_a_chain_of_thousands_of_turns_is_solved_without_recursion_or_underflow() -> None:
    turns = [exchange(0, ANN), exchange(1, TOM), *(exchange(n) for n in range(2, 5000))]
    Chain(turns, WEIGHTS).solve()
    assert sum(candidate.share for candidate in turns[-1].candidates) == pytest.approx(1.0)


def test_evidence_moves_belief() -> None:
    turns = [exchange(0)]
    turns[0].candidates[1].reasons.append("seen")
    Chain(turns, WEIGHTS).solve()
    assert turns[0].candidates[1].share > turns[0].candidates[0].share


def test_a_turn_with_no_candidates_parts_the_chain() -> None:
    turns = [exchange(0, ANN), exchange(1), exchange(2)]
    turns[1].candidates = []
    Chain(turns, WEIGHTS).solve()
    assert turns[2].likely is not None


@pytest.mark.parametrize(
    ("paragraphs", "gap"),
    [
        (0, "in the same paragraph"),
        (1, "in the next paragraph"),
        (2, "after one paragraph"),
        (3, "after some paragraphs"),
        (4, "after some paragraphs"),
        (5, "after many paragraphs"),
        (9, "after many paragraphs"),
        (10, None),
    ],
)
def test_turns_far_apart_are_of_two_scenes(paragraphs: int, gap: str | None) -> None:
    assert gap_between(Exchange([TURN], 0, 0, 3, 0, 5), Exchange([TURN], 0, 1, 3 + paragraphs, 0, 5)) == gap


def test_scenes_end_where_no_gap_is_known() -> None:
    turns = [exchange(0), exchange(1), exchange(2)]
    turns[2].gap = None
    assert [list(scene) for scene in scenes(turns)] == [[0, 1], [2]]


def test_the_evidence_of_turn_taking_reads() -> None:
    assert turn_taking("on", exchange(1), None) == "spoke last, in the next paragraph"


@pytest.mark.parametrize("genre", ["fiction", "news"])
def test_the_shipped_weights_are_finite_and_for_every_kind_of_source(genre: str) -> None:
    weights = weights_of(genre)
    assert set(weights) == set(CLASSES)
    assert all(abs(value) < 20 for table in weights.values() for value in table.values())


@pytest.mark.parametrize(
    ("before", "lemma", "answer"),
    [
        ("“Late?”", "", "after a question"),
        ("“Late.”", "", ""),
        ("“Late.”", "reply", "in reply"),
        ("“Late?”", "say", "after a question"),
    ],
)
def test_words_answer_where_the_ones_before_ask_or_the_cue_says_so(before: str, lemma: str, answer: str) -> None:
    span = Span(0, 1, "x")
    assert answer_of(before, Cue((span,), lemma, "verb", span) if lemma else None) == answer


def test_an_answer_is_evidence_against_the_one_who_asked() -> None:
    weights = {**WEIGHTS, "implicit": {**WEIGHTS["implicit"], "spoke last, after a question": -5.0}}
    turns = [exchange(0, ANN), exchange(1)]
    turns[1].gap, turns[1].answer = "in the same paragraph", "after a question"
    Chain(turns, weights).solve()
    assert turns[1].candidates[0].share < min(c.share for c in turns[1].candidates[1:])


@pytest.mark.parametrize("belief", [0.01, 0.2, 0.5, 0.99])
def test_where_nothing_was_measured_belief_is_taken_as_it_is(belief: float) -> None:
    assert Sureness().of(1.0, belief) == pytest.approx(belief)
    assert Sureness().of(0.5, belief) == pytest.approx(belief / 2)
    assert Sureness(odds=1.0).of(belief, 0.3) == pytest.approx(belief)


@pytest.mark.parametrize(("belief", "held"), [(0.0, 0.01), (0.001, 0.01), (0.999, 0.99), (1.0, 0.99)])
def test_no_evidence_makes_anything_certain(belief: float, held: float) -> None:
    assert Sureness().of(1.0, belief) == pytest.approx(held)
