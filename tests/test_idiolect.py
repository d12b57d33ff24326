"""Idiolects: what somebody is known to have said tells whose way of speaking other words are like."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from quoteattr import attribute
from quoteattr.idiolect import Idiolects, words_of

WORDS = st.lists(st.sampled_from("ay sir dear ship late no the so".split()), min_size=1, max_size=30)
SPEECHES = st.lists(WORDS, min_size=4, max_size=12)


def idiolects_of(speeches: list[list[str]], speakers: dict[int, int]) -> Idiolects:
    """Each speech said ten times over, so that there are words enough to tell."""
    found = Idiolects([words_of([" ".join(words * 10)]) for words in speeches])
    found.learn(speakers)
    return found


@given(SPEECHES, st.data())
def test_what_is_likelier_of_some_is_less_likely_of_the_others(speeches: list[list[str]], data: st.DataObject) -> None:
    speakers = dict(enumerate(data.draw(st.lists(st.integers(0, 3), max_size=len(speeches)))))
    likeness = idiolects_of(speeches, speakers).likeness(len(speeches) - 1, range(4))
    if len(likeness) > 1:
        assert sum(likeness.values()) == pytest.approx(0.0, abs=1e-6)


@given(SPEECHES, st.integers(0, 2))
def test_words_tell_nothing_of_whether_they_themselves_were_learned(speeches: list[list[str]], person: int) -> None:
    others = {number: number % 3 for number in range(1, len(speeches))}
    with_itself = idiolects_of(speeches, others | {0: person}).likeness(0, range(3))
    assert with_itself == pytest.approx(idiolects_of(speeches, others).likeness(0, range(3)))


@given(SPEECHES)
def test_what_was_asked_before_changes_nothing(speeches: list[list[str]]) -> None:
    speakers = {number: number % 3 for number in range(1, len(speeches))}
    asked = idiolects_of(speeches, speakers)
    for speech in (*range(len(speeches)), 0):
        assert asked.likeness(speech, range(3)) == idiolects_of(speeches, speakers).likeness(speech, range(3))


def test_nobody_of_whom_little_is_known_is_told_by_their_words() -> None:
    assert idiolects_of([["ay"], ["no"]], {0: 0, 1: 1}).likeness(0, range(2)) == {}


TOLD = (
    "“Ay, by the tar, my hearty, the ship,” said Ann. It was late.\n\n“Dear me, what a lamb, how sweet,” said Ida.\n\n"
)
SCENE = "Ann and Ida sat on the wall all day, and the lamp was out.\n\n"


@pytest.mark.parametrize(("words", "speaker"), [("Ay, ay, by the tar, the ship!", "Ann"), ("Dear me, my lamb!", "Ida")])
def test_who_always_speaks_so_is_found_by_the_words(words: str, speaker: str) -> None:
    found = attribute(f"{TOLD * 200}* * *\n\n{SCENE}“{words}”\n")
    assert found[-1].speaker is not None
    assert found[-1].speaker.name == speaker


def test_words_that_nobody_uses_elsewhere_tell_nothing() -> None:
    found = attribute(f"{TOLD * 200}* * *\n\n{SCENE}“Zounds!”\n")
    assert found[-1].speaker is not None
    assert "speaks" not in str(found[-1].explain())


def test_who_only_says_more_does_not_speak_otherwise() -> None:
    said = "ay sir dear ship late no the so".split()
    speeches = [said * 3, said * 30, said]
    likeness = idiolects_of(speeches, {0: 0, 1: 1}).likeness(2, range(2))
    assert likeness == pytest.approx({0: 0.0, 1: 0.0}, abs=1e-6)
