"""A source and a cue with all that belongs to them: the form, the head, the mention, its extent, what describes it."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr import attribute

TOLD = """\
“It rained,” said Moe, a clerk.
    name Moe < Moe < Moe, a clerk | a clerk
    verb say: said < said
“It rained,” said Moe, a clerk who keeps the keys, on Monday.
    name Moe < Moe < Moe, a clerk who keeps the keys | a clerk who keeps the keys
    verb say: said < said
“It rained,” said Moe, who keeps the keys.
    name Moe < Moe < Moe, who keeps the keys
    verb say: said < said
“It rained,” said Moe, 47, a clerk.
    name Moe < Moe < Moe, 47, a clerk | 47, a clerk
    verb say: said < said
“It rained,” said Moe, and left.
    name Moe < Moe < Moe
    verb say: said < said
“It rained,” said Moe and Lee.
    name Moe < Moe and Lee < Moe and Lee
    verb say: said < said
“It rained,” Moe, Lee and Ida Rem said.
    name Moe < Moe, Lee and Ida Rem < Moe, Lee and Ida Rem
    verb say: said < said
“It rained,” said the head of the board of Ulm.
    nominal head < the head of the board of Ulm < the head of the board of Ulm
    verb say: said < said
“It rained,” said a clerk for the mill.
    nominal clerk < a clerk for the mill < a clerk for the mill
    verb say: said < said
“It rained,” said a report by the mill.
    nominal report < a report by the mill < a report by the mill
    verb say: said < said
“It rained,” said two people familiar with the talks.
    nominal people < two people familiar with the talks < two people familiar with the talks
    verb say: said < said
“It rained,” said the clerk at the mill.
    nominal clerk < the clerk < the clerk
    verb say: said < said
“It rained,” said the Duke of Ulm.
    name Duke < the Duke of Ulm < the Duke of Ulm
    verb say: said < said
“It rained,” said clerk Ann Lee of Ulm.
    name Ann Lee < clerk Ann Lee < clerk Ann Lee
    verb say: said < said
“It rained,” said one of them.
    nominal one < one of them < one of them
    verb say: said < said
“It rained,” said she.
    pronoun she < she < she
    verb say: said < said
“It rained,” Moe, a former clerk, had never once told the board.
    name Moe < Moe < Moe, a former clerk | a former clerk
    verb tell: told < had never once told to the board
“It rained,” Moe said to Lee on Monday.
    name Moe < Moe < Moe
    verb say: said < said to Lee
“It rained,” Moe also told Lee, his aunt.
    name Moe < Moe < Moe
    verb tell: told < also told to Lee
“It rained,” said the mill’s director, Ann Lee.
    nominal director < the mill’s director < the mill’s director, Ann Lee | Ann Lee
    verb say: said < said
“It rained,” said its director, Ann Lee.
    nominal director < its director < its director, Ann Lee | Ann Lee
    verb say: said < said
“It rained,” said the planning director Ann Lee.
    name Ann Lee < the planning director Ann Lee < the planning director Ann Lee
    verb say: said < said
Moe, in a letter to Lee, called it “late.”
    name Moe < Moe < Moe, in a letter to Lee
    verb call: called < called
Moe, who keeps the keys, told Lee it was “late.”
    name Moe < Moe < Moe, who keeps the keys
    verb tell: told < told to Lee
The head of the board, a clerk, called it “late.”
    nominal head < The head of the board < The head of the board, a clerk | a clerk
    verb call: called < called
It was “late,” according to a report by the mill.
    nominal report < a report by the mill < a report by the mill
    phrase according to: according to < according to
    nominal report < a report by the mill < a report by the mill
    phrase according to: according to < according to
It was called “late” by Moe, a clerk.
    name Moe < Moe < Moe, a clerk | a clerk
    verb call: called < was called
Moe was quoted as saying it was “late.”
    name Moe < Moe < Moe
    verb say: quoted … saying < was quoted as saying
Moe’s claim that it was “late” was read.
    name Moe < Moe < Moe
    noun claim: claim < claim
Ann Lee, the clerk of Ulm, and Bo Moe said it was “late.”
    name Ann Lee < Ann Lee, the clerk of Ulm, and Bo Moe < Ann Lee, the clerk of Ulm, and Bo Moe
    verb say: said < said
“It rained,” said the New York clerk Ann Lee.
    name Ann Lee < the New York clerk Ann Lee < the New York clerk Ann Lee
    verb say: said < said
"""
"""Sentences, and below each its sources (form, head < mention < extent | description) and cues (form, lemma, words <
extent, who is told)."""


def told(sentence: str) -> Iterator[str]:
    """The sources and cues of a sentence, a line each."""
    for one in attribute(sentence):
        assert one.source is not None
        assert one.cue is not None
        source, cue = one.source, one.cue
        description = "" if source.description is None else f" | {source.description.text}"
        addressee = "" if one.addressee is None else f" to {one.addressee.text}"
        yield f"    {source.form} {source.head.text} < {source.text} < {source.extent.text}{description}"
        yield f"    {cue.form} {cue.lemma}: {cue.text} < {cue.extent.text}{addressee}"


def test_sources_and_cues_have_what_belongs_to_them() -> None:
    sentences = [line for line in TOLD.splitlines() if not line.startswith(" ")]
    assert [line for sentence in sentences for line in (sentence, *told(sentence))] == TOLD.splitlines()
