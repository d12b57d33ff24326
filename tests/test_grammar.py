"""Reports come out as built, whoever tells them, in every tense, and whatever stands before, between and behind."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pytest

from quoteattr import attribute
from quoteattr.markup import parse_marked
from quoteattr.pipeline import Indirect
from quoteattr.testing import differences

ONE = (
    "[The vicar]", "[Moe]", "[Ann Lee]", "[She]", "[Her lawyer]", "[The head of the board]", "[Mayor Ann Lee]",
    "[The ministry]", "[The miller], a man from Ulm,", "[Moe], who owns the mill,", "[The guard] at the gate",
    "[The man] hired by the board", "On Monday [the vicar]", "And [the vicar]", "But [Moe], the guard,",
    "In Ulm, [she]", "After the vote, [Moe]", "When it rained, [Moe]",
)  # fmt: skip
SEVERAL = (
    "[The vicars]", "[They]", "[Officials]", "[Two clerks]", "[Ann Lee and Bo Moe]", "[Members of the board]",
    "[Some farmers]", "[The millers], both men from Ulm,", "[The clerks], who own the mill,",
    "[The guards] at the gate", "[The men] hired by the board", "On Monday [the vicars]",
    "But [they]", "In Ulm, [farmers]",
)  # fmt: skip
OF_ONE = ("{says}", "has {said}", "is {saying}", "often {says}", "has often {said}", "{insists}")
OF_SEVERAL = ("{say}", "have {said}", "are {saying}", "often {say}", "have often {said}", "{insist}")
OF_ANY = ("{said}", "had {said}", "will {say}", "also {said}", "had already {said}", "{claimed}", "{added}")
TENSES = (*product(ONE, OF_ONE + OF_ANY), *product(SEVERAL, OF_SEVERAL + OF_ANY))

CONTENTS = (
    "that <the roof leaks>", "that <there was no key>", "that <nobody has the key to the mill>", "<it was late>",
    "<they had lost the boat>", "<two boats were lost>", "<Bo Lind will not sell the mill>",
    "<most of the bells are cracked>",
)  # fmt: skip
QUOTED = (
    "{report}, <“It is late.”>", "{report}: <“It is late.”>", "{report} that it was <“late.”>",
    "{report} it was <“late”> and left.", "{report} the road was <“late,”> long and narrow.",
)  # fmt: skip

WHO = ("[the vicar]", "[Moe]", "[they]", "[the clerks]")
CLAUSES = ("it was late", "she had seen nobody", "they had lost the boat", "he would not sell the mill")
BETWEEN = (
    "on Monday", "Monday", "last week", "in Ulm", "in a letter", "at noon", "yesterday", "after the vote",
    "with a smile", "later", "on the phone from Ulm", "in an interview on Monday", "two days ago", "this week",
    "without a blush", "again", "early on Friday", "at a meeting of the board", "before the vote",
)  # fmt: skip
TOLD = (
    "reporters", "her", "them", "Moe", "the clerks", "the board of the mill", "Judge Priddy", "a friend",
    "everybody in the hall", "his sister",
)  # fmt: skip
BEFORE = (
    "Asked about it", "In Ulm", "On Monday", "After the vote", "When it rained", "Whenever it rained", "Later",
    "With a smile", "Having lost the key", "Two days later", "As it rained", "Because it rained", "Before he left",
    "By then", "To her surprise", "While it rained", "Meanwhile",
)  # fmt: skip
FRAMES = (
    "<{Clause}>, {who} {{said}}.", "<{Clause}>, {{said}} {who}.", "<{Clause}>, {who} {{said}} on Monday.",
    "<{Clause}>, {who} {{told}} the paper.", "<{Clause}>, {{according to}} {who}.",
    "{{According to}} {who}, <{clause}>.", "As {who} {{noted}}, <{clause}>.",
    "Then {who} left, {{saying}} that <{clause}>.", "Then {who} left, {{saying}} <{clause}>.",
    "Then {who} left and {{said}} <{clause}>.", "The crew was {{told}} by {who} that <{clause}>.",
    "It was {{said}} by {who} that <{clause}>.", "Then {who} {{asked}} <whether {clause}>.",
    "Then {who} {{explained}} <why {clause}>.", "Then {who} {{wondered}} aloud <whether {clause}>.",
    "When {who} {{said}} <{clause}>, the crew left.", "The crew heard {who} {{say}} <{clause}>.",
)  # fmt: skip


def faults(sentences: Iterable[str], indirect: Indirect) -> list[str]:
    """What comes out otherwise than marked."""
    found = []
    for sentence in sentences:
        answer = parse_marked(sentence)
        found += [
            f"{sentence}\n    {fault}" for fault in differences(attribute(answer.text, indirect=indirect), answer)
        ]
    return found


@pytest.mark.parametrize(("who", "verb"), TENSES)
def test_in_every_tense_a_report_has_its_source_and_what_is_told(who: str, verb: str) -> None:
    assert not faults((f"{who} {verb} {content}." for content in CONTENTS), "speech")


@pytest.mark.parametrize(("who", "verb"), TENSES)
def test_in_every_tense_a_quotation_has_its_source(who: str, verb: str) -> None:
    assert not faults((frame.format(report=f"{who} {verb}") for frame in QUOTED), "none")


@pytest.mark.parametrize("between", BETWEEN)
def test_a_time_a_place_or_a_manner_may_stand_behind_the_cue(between: str) -> None:
    assert not faults(
        (
            f"Then {who} {{said}} {between} {that}<{clause}>."
            for who, that, clause in product(WHO, ("", "that "), CLAUSES)
        ),
        "speech",
    )


@pytest.mark.parametrize("told", TOLD)
def test_the_one_told_may_stand_behind_the_cue(told: str) -> None:
    assert not faults(
        (f"Then {who} {{told}} {told} {that}<{clause}>." for who, that, clause in product(WHO, ("", "that "), CLAUSES)),
        "speech",
    )


@pytest.mark.parametrize("before", BEFORE)
def test_an_adjunct_or_a_clause_may_stand_before_a_report(before: str) -> None:
    assert not faults(
        (f"{before}, {who} {{said}} {that}<{clause}>." for who, that, clause in product(WHO, ("", "that "), CLAUSES)),
        "speech",
    )


@pytest.mark.parametrize("frame", FRAMES)
def test_a_report_may_stand_before_behind_or_around_what_is_told(frame: str) -> None:
    assert not faults(
        (
            frame.format(who=who, clause=clause, Clause=clause[0].upper() + clause[1:])
            for who, clause in product(WHO, CLAUSES)
        ),
        "speech",
    )
