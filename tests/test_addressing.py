"""Addressing: who calls whom by a name or by a noun for kin."""

from __future__ import annotations

from typing import Literal

import pytest

from quoteattr import attribute
from quoteattr.addressing import Addressing, Call, Said
from quoteattr.scout import find_candidates
from tests.test_evidence import scout_of

ANN, TOM, MOE = 1, 2, 3
PAPA: Call = ("to", "papa")


def learned(*turns: Said) -> Addressing:
    addressing = Addressing()
    addressing.learn(turns)
    return addressing


def test_who_says_a_word_calls_somebody_so() -> None:
    callers = learned(Said(0, [PAPA], ANN), Said(1, [], MOE), Said(2, [PAPA], ANN), Said(3, [PAPA], TOM)).callers(PAPA)
    assert [callers.times(person, but=9) for person in (ANN, TOM, MOE)] == [2, 1, 0]
    assert [callers.times(ANN, but=2), callers.times(TOM, but=2), callers.total(but=2), callers.total(but=9)] == [
        1,
        1,
        2,
        3,
    ]


def test_who_answers_a_word_or_is_answered_with_it_is_called_so() -> None:
    called = learned(Said(0, [PAPA], ANN), Said(1, [], MOE), Said(2, [PAPA], TOM)).called(PAPA)
    assert [called.times(person, but=9) for person in (ANN, TOM, MOE)] == [0, 0, 1]
    assert called.total(but=1) == 0


@pytest.mark.parametrize(
    "answer", [Said(1, [], MOE, answers=False), Said(1, [], None), Said(1, [], ANN)], ids=["far", "unknown", "same"]
)
def test_nobody_else_is_called_so(answer: Said) -> None:
    assert learned(Said(0, [PAPA], ANN), answer).called(PAPA).total(but=9) == 0


def test_whoever_says_a_word_unknown_is_not_counted() -> None:
    addressing = learned(Said(0, [PAPA], None), Said(1, [], MOE))
    assert addressing.callers(PAPA).total(but=9) == addressing.called(PAPA).total(but=9) == 0


def test_what_was_learned_before_is_forgotten() -> None:
    addressing = learned(Said(0, [PAPA], ANN), Said(1, [], MOE))
    addressing.learn([])
    assert addressing.callers(PAPA).total(but=9) == addressing.called(PAPA).total(but=9) == 0


STORY = """Ida and Tom were at home with Mr. Moe.

“It rains,” said Ida.

“{before}”

“{words}”

“{after}”

“It snows,” said Mr. Moe. “Cold!” said Tom."""


def reasons(patch: pytest.MonkeyPatch, number: int, *turns: tuple[int, str, str], **said: str) -> dict[str, set[str]]:
    """How each who may have said a turn of the story calls people, or is called, by who called whom how elsewhere."""
    scout, people = scout_of(STORY.format(**{"before": "So it does.", "words": "Yes.", "after": "No."} | said), patch)
    scout.addressing = learned(
        *(Said(turn, [("to", call)] if call else [], people[who].number) for turn, call, who in turns)
    )
    find_candidates(scout, number)
    candidates = {one.person.name: one.reasons for one in scout.exchanges[number].candidates}
    return {who: {each for each in why if "call" in each} for who, why in candidates.items()}


def test_who_calls_kin_so_and_who_is_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    said = (10, "papa", "Ida"), (11, "", "Mr. Moe")
    assert reasons(monkeypatch, 2, *said, words="Papa, it hails.") == {
        "Ida": {"calls kin so elsewhere"},
        "Tom": {"calls no kin so elsewhere"},
        "Mr. Moe": {"calls no kin so elsewhere", "is called so elsewhere"},
    }


def test_a_call_that_nobody_uses_elsewhere_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = reasons(monkeypatch, 2, (2, "papa", "Ida"), (3, "", "Mr. Moe"), words="Papa, it hails, Moe.")
    assert set().union(*found.values()) == set()


@pytest.mark.parametrize(("number", "when"), [(1, "after"), (3, "before")])
def test_who_is_called_as_in_the_turns_around(number: int, when: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said = (10, "papa", "Ida"), (11, "", "Mr. Moe"), (12, "papa", "Mr. Moe"), (13, "", "Tom"), (15, "papa", "Mr. Moe")
    found = reasons(monkeypatch, number, *said[:2], words="Papa, it hails.")
    assert found["Mr. Moe"] == {f"who is called as in the turn {when}"}
    assert found["Tom"] == {f"not who is called as in the turn {when}"}
    half = reasons(monkeypatch, number, *said[:4], words="Papa, it hails.")  # Tom is called so as often as Moe
    assert half["Mr. Moe"] == half["Tom"] == {f"not who is called as in the turn {when}"}


@pytest.mark.parametrize(
    ("how", "words", "does"), [("to", "It hails, Moe.", "calls them"), ("of", "I saw Moe there.", "tells of them")]
)
def test_who_calls_somebody_by_which_name(
    how: Literal["to", "of"], words: str, does: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scout, people = scout_of(STORY.format(before="Well.", words=words, after="No."), monkeypatch)
    ida, tom, moe = (people[name].number for name in ("Ida", "Tom", "Mr. Moe"))
    scout.addressing = learned(Said(10, [(how, "Moe"), (how, moe)], ida), Said(12, [(how, "Mr. Moe"), (how, moe)], tom))
    find_candidates(scout, 2)
    found = {
        one.person.name: {why for why in one.reasons if why.startswith(does)} for one in scout.exchanges[2].candidates
    }
    assert found["Ida"] == {f"{does} by this name elsewhere"}
    assert found["Tom"] == {f"{does} by another name elsewhere"}
    assert found["Mr. Moe"] == set()


def test_what_each_turn_calls_somebody_is_read_from_the_text() -> None:
    text = (
        "“Papa, it rains,” said Ida.\n\n“So it does,” said Moe.\n\n“It snows,” said Tom.\n\n“It does not,” said "
        "Moe.\n\nPer and Ida went out. Ida and Tom came back. They all sat down to eat.\n\n“It froze, papa.”"
    )
    assert str(attribute(text)[-1].speaker) == "Ida"
    assert str(attribute(text.replace("Ida.", "Tom.", 1).replace("Tom.", "Ida.", 2))[-1].speaker) != "Moe"
