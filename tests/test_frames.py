"""Frames: what a verb and its subject must be to report the words of a quotation."""

from __future__ import annotations

import pytest

from quoteattr import attribute
from quoteattr.frames import Frame, at_end, governing, inserted, right
from quoteattr.frames.frame import is_thing
from quoteattr.passage import Passage
from quoteattr.rule import RuleSet, rule

BEHIND = {
    "“No,” said Moe.": "said of Moe",
    "“No,” Moe said.": "said of Moe",
    "“No,” was how Moe put it.": "put of Moe",
    "“No,” was Moe’s answer.": "noun answer of Moe",
    "“No,” was the answer of Moe.": "noun answer of Moe",
    "“No,” was an answer from Moe.": "noun answer of Moe",
    "“No,” or so Moe said.": "said of Moe",
    "“No,” as Moe said.": "said of Moe",
    "“No,” who said Moe?": "said of who",
    "“No,” the paper quoted Moe as saying.": "quoted saying of Moe",
    "“No,” Moe was told by Lee.": "was told of Lee",
    "“No,” Moe was heard to say.": "to say of Moe",
    "“No,” Moe was quoted as saying.": "was quoted saying of Moe",
    "“No,” Moe likes to say.": "to say of Moe",
    "“No,” Moe may say.": "-",
    "“No,” Moe will say.": "will say of Moe",
    "“No,” Moe walked.": "-",
    "“No,” said Moe to Lee.": "said of Moe",
    "“No,” Moe was told by letter.": "-",
    "“No,” he heard Moe leave.": "-",
    "“No,” Moe told Lee.": "told of Moe",
    "“No,” Moe called.": "called of Moe",
    "“No,” Moe praised.": "praised of Moe",
    "“No,” Moe planned.": "-",
    "“No,” Moe echoed.": "echoed of Moe",
    "“No,” Moe echoed it.": "echoed of Moe",
    "“No,” Moe smiled.": "smiled of Moe",
    "“No,” the vicar calls it.": "calls of the vicar",
    "“No,” is what Moe said.": "said of Moe",
    "“No,” would be Moe’s answer.": "noun answer of Moe",
    "“No,” he’d say.": "’d say of he",
    "“No,” he’ll say.": "’ll say of he",
    "“No,” Moe would say.": "would say of Moe",
    "“No,” Moe could say.": "-",
    "“No,” the crew was told in Ulm by Moe.": "was told of Moe",
    "“No,” Moe likes in May to say.": "to say of Moe",
    "“No,” Moe left without saying.": "-",
    "“No,” Moe waved, saying so.": "-",
    "“No,” Moe accused Lee.": "-",
    "“No,” Moe complained of Lee.": "complained of Moe",
    "“No,” Moe announced it.": "announced of Moe",
    "“No,” and so Moe said.": "-",
    "“No,” was the boat.": "-",
    "“No,” Moe, a clerk, said.": "said of Moe",
    "“No,” Moe, who left, said.": "said of Moe",
    "“No,” Moe cited Lee as saying.": "cited saying of Lee",
    "“No,” Moe was cited as saying.": "was cited saying of Moe",
}
"""Quotations with what follows them, and the verb and subject of their frame."""
AROUND = {
    "If you tell Moe, “No,” he goes.": "unsaid",
    "Moe said it was “late.”": "said of Moe",
    "Moe never said “late.”": "unsaid",
    "If Moe says “late,” go.": "unsaid",
    "Moe’s claim that it was “late” failed.": "noun claim of Moe",
    "Moe’s answer was that it was “late.”": "noun answer of Moe",
    "Moe refused to say “late.”": "unsaid",
    "Moe said she hopes it is “late.”": "said of Moe",
    "Moe said Lee called it “late.”": "called of Lee",
    "Moe said any town that wants it “owes it to us.”": "said of Moe",
    "Moe might say “late.”": "unsaid",
    "Moe must have said “late.”": "must have said of Moe",
    "Moe could have said “late.”": "unsaid",
    "Nobody said “late.”": "unsaid",
    "Moe left without saying “late.”": "unsaid",
    "Moe wrote: “Late.”": "wrote of Moe",
    "Moe praised the “late” boat.": "praised of Moe",
    "Moe walked to the “late” boat.": "-",
    "Moe asked if he said “late.”": "said of he",
    "Moe told reporters, on Monday, “late.”": "told of Moe",
    "Moe, who said it was “late,” left.": "said of who",
    "Moe was quoted as saying it was “late.”": "was quoted saying of Moe",
    "It was called “late” by Moe.": "was called of Moe",
    "What Moe called “late” sank.": "called of Moe",
    "Moe says Lee plans a “late” boat.": "says of Moe",
    "Moe said the vote was “late.”": "said of Moe",
    "Moe has yet to say “late.”": "unsaid",
    "Moe was asked to say “late.”": "to say of Moe",
    "Moe gestured: “Late.”": "gestured of Moe",
    "Moe smiled: “Late.”": "smiled of Moe",
    "Moe laughed and, on Monday in the old town hall of Ulm, by the river, “late.”": "-",
    "Moe, saying “late,” left.": "saying of Moe",
    "Moe’s comment at a debate on Monday that it was “late” hurt.": "noun comment of Moe",
    "Moe dismissed a claim that it was late as “odd.”": "dismissed of Moe",
    "Moe described a plan to sell the mill as “odd.”": "described of Moe",
    "Moe called plans to sell the mill “odd.”": "called of Moe",
    "Moe called Lee’s threat to sell the mill “odd.”": "called of Moe",
    "Moe declined to say “late.”": "unsaid",
    "Moe avoided saying “late.”": "unsaid",
    "Moe failed to say “late.”": "unsaid",
    "Moe omitted to say “late.”": "unsaid",
    "Moe stopped saying “late.”": "unsaid",
    "Moe needs to say “late.”": "unsaid",
    "Moe could not help saying “late.”": "saying of Moe",
    "Moe could not resist saying “late.”": "saying of Moe",
    "Moe did not refrain from saying “late.”": "saying of Moe",
    "No one said “late.”": "unsaid",
    "None of them said “late.”": "unsaid",
    "Neither clerk said “late.”": "unsaid",
    "Unless Moe says “late,” go.": "unsaid",
    "Moe may say “late.”": "unsaid",
    "Moe should have said “late.”": "unsaid",
    "Moe would have said “late.”": "unsaid",
    "Moe would say “late.”": "would say of Moe",
    "Moe must say “late.”": "unsaid",
    "Moe can say “late.”": "can say of Moe",
    "Had Moe said “late,” we would go.": "unsaid",
    "If it rains, Moe says “late.”": "says of Moe",
    "Moe did not go, saying “late.”": "saying of Moe",
    "Moe nodded as though to say “late.”": "unsaid",
    "Moe went so far as to say “late.”": "to say of Moe",
    "Moe repeated his claim that it was “late.”": "noun claim of Moe",
    "Moe praised his claim that it was “late.”": "noun claim of his",
    "Moe’s threat to sell the “late” boat failed.": "noun threat of Moe",
    "The board, which called it “late,” left.": "called of which",
    "The man that called it “late” left.": "called of that",
    "Calling it “late,” Moe left.": "Calling of Moe",
    "Lee quoted Moe as saying it was “late.”": "quoted saying of Moe",
    "Lee cited Moe as saying it was “late.”": "cited saying of Moe",
    "It was called by Moe “late.”": "was called of Moe",
    "When Moe left, the “late” boat sank.": "-",
    "After Moe said so, the “late” boat sank.": "-",
    "As Moe said so, the “late” boat sank.": "-",
    "Moe told the crew in Ulm on Monday, “late.”": "told of Moe",
    "Moe ordered it “late.”": "ordered of Moe",
    "Moe, in a note, wrote: “Late.”": "wrote of Moe",
    "Moe said she hopes the boat is “late.”": "said of Moe",
    "Moe said the vote shows it was “late.”": "said of Moe",
    "Moe said the board would warn of “late” boats.": "said of Moe",
    "Moe said the board warned of “late” boats.": "warned of the board",
    "Moe said he called it “late.”": "called of he",
    "Moe said to Lee “late.”": "said of Moe",
    "Moe said Lee begged and “would have knelt.”": "said of Moe",
    "Moe said so and “would have knelt.”": "-",
    "It was a plan dubbed “odd” by Moe.": "dubbed of Moe",
    "It was a plan dubbed “odd.”": "-",
    "Moe never wrote “late.”": "unsaid",
    "Moe then said any town that wants it “owes it to us.”": "said of Moe",
    "Moe wondered aloud in the hall on Monday if it was “late.”": "wondered of Moe",
    "If Moe says Lee said “late,” go.": "unsaid",
    "Moe said Lee had come to say it was “late.”": "said of Moe",
    "Moe never knew that Lee thought Bo said “late.”": "said of Bo",
}
"""Quotations inside sentences, and the verb and subject that govern them."""
AT_END = {
    "The boat was “late,” Moe said.": "said of Moe",
    "The boat was “late” and old, Moe said on Monday.": "said of Moe",
    "The boat was “late” and old, said Moe.": "said of Moe",
    "The boat was “late” and old, said Moe in Ulm.": "said of Moe",
    "The boat was “late” and old, Moe left.": "-",
    "The boat was “late” and old, he was told by Moe.": "-",
    "The boat was “late”: Moe said so.": "-",
    "The boat was “late” Moe said.": "-",
    "The “late” boat Moe praised.": "-",
    "The boat was “late” and old - Moe said.": "said of Moe",
    "The boat was “late” and old, Moe told Lee.": "told of Moe",
    "The boat was “late” and old, Moe said and left.": "-",
    "The boat was “late” and old, Moe echoed.": "echoed of Moe",
    "The boat was “late” and old, who said Moe.": "-",
    "The boat was “late” and old, Moe was told.": "-",
    "The boat was “late” and old, Moe said in Ulm on Monday.": "said of Moe",
    "The boat was “late” and old, as Moe said.": "-",
    "The boat was “late” and old; Moe left.": "-",
    "The boat was “late” and old, Moe said no.": "said of Moe",
    "The boat was “late” and old, which Moe said.": "-",
}
"""Quotations, and the verb and subject of a frame at the end of their sentence."""
INSERTED = {
    "The boat, Moe said, was “late.”": "said of Moe",
    "As Moe notes, it was “late.”": "notes of Moe",
    "The boat, said Moe, was “late.”": "said of Moe",
    "As Moe spoke, it was “late.”": "-",
    "The boat, Moe left, was “late.”": "-",
    "Moe said the boat, Lee wept, was “late.”": "-",
    "As Moe puts it, it was “late.”": "puts of Moe",
    "As he puts it, the boat was “late.”": "puts of he",
    "On Monday, Moe said, it was “late.”": "said of Moe",
    "The boat, as Moe notes, was “late.”": "notes of Moe",
    "The boat, he noted, was “late.”": "noted of he",
    "Moe said, it was “late.”": "-",
}
"""Quotations, and the verb and subject of a report between commas before them."""


def passage_of(text: str) -> Passage:
    """What a rule sees from the last quotation of a text."""
    seen: list[Passage] = []

    @rule(confidence=0.5)
    def look(passage: Passage) -> None:
        """Takes nothing.

        + “Yes.”
        - “No.”
        """
        seen.append(passage)

    attribute(text, rules=RuleSet((look,)), indirect="none")
    return seen[-1]


@pytest.mark.parametrize(
    ("noun", "thing"),
    [
        ("clerk", False), ("girl", False), ("aunt", False), ("police", False), ("committee", False),
        ("letter", False), ("report", False), ("speech", False), ("voice", False), ("Moe", False),
        ("account", False), ("accent", False), ("ancestor", False), ("abuser", False), ("audience", False),
        ("agency", False), ("admission", False),
        ("novel", True), ("month", True),
    ],
)  # fmt: skip
def test_a_noun_for_what_never_speaks_is_a_thing(noun: str, thing: bool) -> None:
    passage = passage_of(f"{'' if noun == 'Moe' else 'The '}{noun} was “late.”")
    assert is_thing(passage, 0) is thing


def shown(passage: Passage, frame: Frame | None) -> str:
    """The verb and the subject of a frame."""

    def phrase(at: int | None) -> str:
        return "" if at is None else passage.text[passage.phrases[at].start : passage.phrases[at].end]

    if frame is None:
        return "-"
    if frame.noun is not None:
        assert frame.noun.cue is not None
        assert frame.noun.source is not None
        return f"noun {frame.noun.cue.text} of {frame.noun.source.text}"
    return f"{phrase(frame.first)} {phrase(frame.verb)} of {phrase(frame.subject)}".strip()


@pytest.mark.parametrize("text", BEHIND)
def test_a_frame_stands_behind_a_quotation(text: str) -> None:
    passage = passage_of(text)
    assert shown(passage, right(passage)) == BEHIND[text]


@pytest.mark.parametrize("text", AROUND)
def test_a_frame_stands_around_a_quotation(text: str) -> None:
    passage = passage_of(text)
    frame, unsaid = governing(passage)
    assert ("unsaid" if unsaid else shown(passage, frame)) == AROUND[text]


@pytest.mark.parametrize("text", AT_END)
def test_a_frame_stands_at_the_end_of_the_sentence(text: str) -> None:
    passage = passage_of(text)
    assert shown(passage, at_end(passage)) == AT_END[text]


@pytest.mark.parametrize("text", INSERTED)
def test_a_frame_is_inserted_before_a_quotation(text: str) -> None:
    passage = passage_of(text)
    assert shown(passage, inserted(passage)) == INSERTED[text]
