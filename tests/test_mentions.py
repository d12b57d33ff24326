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
“It rained,” said the wife of banker Bo Moe.
    nominal wife < the wife of banker Bo Moe < the wife of banker Bo Moe
    verb say: said < said
“It rained,” said Boyle of the police.
    name Boyle < Boyle < Boyle
    verb say: said < said
“It rained,” said a board for the mill.
    nominal board < a board for the mill < a board for the mill
    verb say: said < said
“It rained,” said a man for the mill.
    nominal man < a man for the mill < a man for the mill
    verb say: said < said
“It rained,” said a crew for the mill.
    nominal crew < a crew for the mill < a crew for the mill
    verb say: said < said
“It rained,” said a statement by the mill.
    nominal statement < a statement by the mill < a statement by the mill
    verb say: said < said
“It rained,” said a man close to the mayor.
    nominal man < a man close to the mayor < a man close to the mayor
    verb say: said < said
“It rained,” said two aides briefed on the plan.
    nominal aides < two aides briefed on the plan < two aides briefed on the plan
    verb say: said < said
“It rained,” said a clerk opposed to the plan.
    nominal clerk < a clerk opposed to the plan < a clerk opposed to the plan
    verb say: said < said
“It rained,” said Lee of Ulm and Moe.
    name Lee < Lee of Ulm and Moe < Lee of Ulm and Moe
    verb say: said < said
“It rained,” said Moe or Lee.
    name Moe < Moe or Lee < Moe or Lee
    verb say: said < said
“It rained,” said Moe and Lee left.
    name Moe < Moe < Moe
    verb say: said < said
“It rained,” said Moe, and Lee left.
    name Moe < Moe < Moe
    verb say: said < said
“It rained,” Moe and Lee told the board.
    name Moe < Moe and Lee < Moe and Lee
    verb tell: told < told to the board
“It rained,” Moe, a clerk, on Monday told Lee.
    name Moe < Moe < Moe, a clerk | a clerk
    verb tell: told < told to Lee
“It rained,” Moe, a clerk, then told Lee.
    name Moe < Moe < Moe, a clerk | a clerk
    verb tell: told < then told to Lee
“It rained,” said Moe, a clerk; Lee left.
    name Moe < Moe < Moe, a clerk | a clerk
    verb say: said < said
“It rained,” said Moe, a clerk - and left.
    name Moe < Moe < Moe, a clerk | a clerk
    verb say: said < said
“It rained,” said the heads of the boards of Ulm and Olm.
    nominal heads < the heads of the boards of Ulm and Olm < the heads of the boards of Ulm and Olm
    verb say: said < said
“It rained,” said the clerk and the smith.
    nominal clerk < the clerk and the smith < the clerk and the smith
    verb say: said < said
“It rained,” said her aunt’s lawyer.
    nominal lawyer < her aunt’s lawyer < her aunt’s lawyer
    verb say: said < said
“It rained,” said another.
    nominal another < another < another
    verb say: said < said
Her lawyer’s claim that it was “late” was read.
    nominal Her lawyer < Her lawyer < Her lawyer
    noun claim: claim < claim
Its claim that it was “late” was read.
    pronoun Its < Its < Its
    noun claim: claim < claim
Our claim that it was “late” was read.
    pronoun Our < Our < Our
    noun claim: claim < claim
“It rained,” said Moe to Lee.
    name Moe < Moe < Moe
    verb say: said < said to Lee
Moe called Lee “late.”
    name Moe < Moe < Moe
    verb call: called < called
“It is out,” Moe told the “Dawn” show.
    name Moe < Moe < Moe
    verb tell: told < told
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
