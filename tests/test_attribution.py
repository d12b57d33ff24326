"""What an attribution tells besides its words, its source and its cue."""

from __future__ import annotations

import pytest

from quoteattr import Attribution, Cue, Mention, Span, attribute


def only(text: str) -> Attribution:
    (found,) = attribute(text)
    return found


def source_of(text: str) -> Mention:
    source = only(text).source
    assert source is not None
    return source


def cue_of(text: str) -> Cue:
    cue = only(text).cue
    assert cue is not None
    return cue


def words(span: Span | None) -> str | None:
    return None if span is None else span.text


@pytest.mark.parametrize(
    ("text", "head", "description", "extent"),
    [
        ("“No,” said Mayor Ann Lee.", "Mayor Ann Lee", None, "Mayor Ann Lee"),
        ("“No,” said NATO chief Jon Berg.", "Jon Berg", None, "NATO chief Jon Berg"),
        ("“No,” said Ann Lee, a former miller.", "Ann Lee", "a former miller", "Ann Lee, a former miller"),
        ("“No,” said Bo Ray, the head of it, on Monday.", "Bo Ray", "the head of it", "Bo Ray, the head of it"),
        ("“No,” said Ann Lee, who keeps the keys.", "Ann Lee", None, "Ann Lee, who keeps the keys"),
        ("Bo Ray, mayor of Ulm, said “no.”", "Bo Ray", "mayor of Ulm", "Bo Ray, mayor of Ulm"),
        ("“No,” said a spokeswoman for the port.", "spokeswoman", None, "a spokeswoman for the port"),
        ("“No,” the old miller said.", "miller", None, "the old miller"),
        ("“No,” said two people familiar with the talks.", "people", None, "two people familiar with the talks"),
        ("“No,” according to a report by the audit office.", "report", None, "a report by the audit office"),
        ("“No,” according to a memo seen by the court.", "memo", None, "a memo seen by the court"),
        ("“No,” said the man who built the mill on Monday.", "man", None, "the man who built the mill"),
        ("“No,” the Post reported.", "Post", None, "the Post"),
        ("Ann’s mother said “no.”", "mother", None, "Ann’s mother"),
        ("“No,” she said.", "she", None, "she"),
    ],
)
def test_a_source_has_a_head_a_description_and_an_extent(
    text: str, head: str, description: str | None, extent: str
) -> None:
    source = source_of(text)
    assert (source.head.text, words(source.description), source.extent.text) == (head, description, extent)


@pytest.mark.parametrize(
    ("text", "cue", "lemma", "form", "extent"),
    [
        ("“No,” said Ann Lee.", "said", "say", "verb", "said"),
        ("“No,” Bo Ray had said in a letter.", "said", "say", "verb", "had said"),
        ("Ann Lee has often said that the “old” mill is shut.", "said", "say", "verb", "has often said"),
        ("Lee was quoted as saying “no.”", "quoted … saying", "say", "verb", "was quoted as saying"),
        ("“No,” according to a report.", "according to", "according to", "phrase", "according to"),
        ("According to Ann Lee, the mill was shut.", "According to", "according to", "phrase", "According to"),
        (
            "It is, in the words of Ann Lee, “a farce.”",
            "in the words of",
            "in the words of",
            "phrase",
            "in the words of",
        ),
        ("He didn't quite say the mill was shut.", "say", "say", "verb", "didn't quite say"),
    ],
)
def test_a_cue_has_a_lemma_a_form_and_an_extent(text: str, cue: str, lemma: str, form: str, extent: str) -> None:
    found = cue_of(text)
    assert (found.text, found.lemma, found.form, found.extent.text) == (cue, lemma, form, extent)


@pytest.mark.parametrize(
    "marked",  # the extent between bars
    [
        "“No,” Ann |had often said|.",
        "“No,” Ann |has only once said|.",
        "“No,” Ann, in a low voice, |said|.",
        "Ann |was quoted as saying| “no.”",
        "Ann |has long been saying| that it was late.",
        "Ann |said Monday| that it was late.",
        "Ann |also said| it was late.",
        "It was late, Ann |then told| Bo.",
        "Ann |tried to say| that it was late.",
        "Ann |is expected to say| that it is late.",
        "Ann |was quite sure| that it was late.",
        "Ann |spoke of| rain.",
        "Ann |spoke warmly of| rain.",
        "Ann |argued fiercely| that it was late.",
        "Ann |began urging| Bo to leave.",
        "It was late, Ann |said Monday|.",
        "Ann |made the claim| that it was late.",
    ],
)
def test_the_extent_of_a_cue_takes_in_what_goes_with_it_and_nothing_else(marked: str) -> None:
    before, extent, behind = marked.split("|")
    found = next(one.cue for one in attribute(before + extent + behind, indirect="all") if one.cue is not None)
    assert (found.extent.start, found.extent.text) == (len(before), extent)


@pytest.mark.parametrize(
    ("text", "told", "clause"),
    [
        ("“No,” she told Bo Ray.", "Bo Ray", None),
        ("The mayor told the guild that “no” is no answer.", "the guild", "that “no” is no answer"),
        ("Ann Lee said that the “old” mill is shut.", None, "that the “old” mill is shut"),
        ("The guild said the mill was shut.", None, "the mill was shut"),
        ("Ann Lee called it “a farce.”", None, None),
    ],
)
def test_who_is_told_and_the_clause_around_the_words_are_told(text: str, told: str | None, clause: str | None) -> None:
    found = only(text)
    assert (found.addressee and found.addressee.text, words(found.clause)) == (told, clause)


@pytest.mark.parametrize(
    ("text", "kind", "how", "said"),
    [
        ("“No,” said Ann Lee.", "direct", "explicit", "said"),
        ("“No,” she said.", "direct", "anaphoric", "said"),
        ("Ann Lee sang.\n\n“No.”", "direct", "implicit", "said"),
        ("Ann Lee said that the “old” mill is shut.", "mixed", "explicit", "said"),
        ("Ann Lee said the mill was shut.", "indirect", "explicit", "said"),
        ("The mayor will tell the guild that the mill is shut.", "indirect", "anaphoric", "will say"),
        ("He didn't say the mill was shut.", "indirect", "anaphoric", "unsaid"),
    ],
)
def test_its_kind_how_its_source_is_named_and_whether_it_was_said_are_told(
    text: str, kind: str, how: str, said: str
) -> None:
    found = only(text)
    assert (found.kind, found.how, found.said) == (kind, how, said)


def test_an_attribution_made_by_hand_has_nobody_to_doubt() -> None:
    made = Attribution(kind="direct", content=(Span(0, 3, "“A”"),))
    assert (made.how, made.said, made.confidence, made.speaker_confidence) == ("implicit", "said", 1.0, 0.0)
    assert not any((made.rule, made.evidence, made.rejected, made.source, made.cue, made.speaker))


def test_a_report_in_a_report_knows_the_one_around_it() -> None:
    outer, inner = attribute("The ministry said Bo Ray called it “a farce.”")
    assert inner.reported_by == outer
    assert outer.reported_by is None
    assert (outer.source and outer.source.text, inner.source and inner.source.text) == ("The ministry", "Bo Ray")


@pytest.mark.parametrize(
    ("text", "speaker", "reasons"),
    [
        (
            "Doctor Dalia Berg came. Bo Ray left. “It is late,” the doctor said.",
            "Dalia Berg",
            "has this noun for a title",
        ),
        (
            "“Come in!” said Mrs. Lee.\n\n“Is it late?” asked Miss Lee.\n\n“It is!” said her mother.",
            "Mrs. Lee",
            "bears the name of the family",
        ),
        ("Bo Ray sat. Ann Lee laughed. “It is late,” she said. Then she left.", "Ann Lee", "subject after the words"),
        ("Bo Ray sat.\n\nAnn Lee laughed.\n\n“It is late.”", "Ann Lee", "mentioned one paragraph before"),
        ("“It is late.”\n\nAnn Lee rose. She left.", "Ann Lee", "named in the next paragraph"),
        (
            "Ann Lee and Bo Ray sat.\n\n“It is late, Ann,” said Bo.\n\n“It is.”",
            "Ann Lee",
            "addressed in the turn before",
        ),
        (
            "Ann Lee and Bo Ray sat.\n\n“It is late,” said Bo.\n\n“It is.”\n\n“Then go.”",
            "Bo Ray",
            "spoke last but one, in the next paragraph, the last in the next paragraph",
        ),
    ],
)
def test_the_evidence_says_why_it_is_the_speaker(text: str, speaker: str, reasons: str) -> None:
    last = attribute(text)[-1]
    assert last.speaker is not None
    assert last.speaker.name == speaker
    assert any(each.partition(" ")[2] == reasons for each in last.evidence)


def test_a_quotation_between_apostrophes_may_hold_another_and_contracted_words() -> None:
    result = attribute("''Several of us were late,'' said Ann. ''He said, 'I can't go.'''")
    assert not result.diagnostics
    assert [quotation.style for quotation in result.quotations] == ["latex", "latex"]
