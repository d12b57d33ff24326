from __future__ import annotations

from itertools import accumulate

import pytest
from attrs import frozen

from quoteattr.lexicon import english
from quoteattr.sentences import find_sentences, last_sure_end, sure_ends
from quoteattr.span import Span
from quoteattr.words import Words, sentence_bounds


@frozen
class Marked:
    """What stands in for a quotation."""

    span: Span


def marked(text: str, *parts: str) -> list[Marked]:
    return [Marked(Span.of(text, text.index(part), text.index(part) + len(part))) for part in parts]


@pytest.mark.parametrize(
    "sentences",  # with a bar where one ends and the next begins
    [
        # plain
        "It rained.| Nobody came.",
        "What?| Why?| How!| It rained…| Nobody came.",
        "Really?!| Yes.| No!!!| So what??| Ann left.",
        "It rained",
        "It rained.| 30 people came.| ¿Why?| ¡So!",
        "It rained; nobody came: it was late, and dark.",
        "It rained.|  \u00a0Nobody came.|\u200b Ann left.",
        "It left.|She stayed.",
        "i came. |i saw. |i left.",
        # quotations are left whole
        "“It ended. Nobody knew,” Lee said.| He left.",
        "“It ended.”| Lee left.",
        "“It ended. Nobody knew.”| Lee left.",
        "“Is it late?” she asked.| “No.”",
        "“Is it late? Is it dark?” asked Ann.| Lee left.",
        "“It is late,” he said.| “It is dark.”",
        "“It is late!” he said, “and dark. Go.”| Lee left.",
        "He asked, “Is it late?”| Lee said no.",
        "She called it “a farce.”| Then she left.",
        "She called it “a farce.” and left.",
        "The sign said “Keep out!” and he did.",
        '"Is it late?" Ann asked.| "Yes," he said.| He left.',
        "''Is it late? Or early?'' Ann asked.| ``Go. Now,'' he said.",
        "«Is it late? Go!» said Ann.| „Go. Now,“ said Lee.| He left.",
        "‘It isn’t late. Don’t go,’ said Ann.| ‘I won’t.’",
        "&ldquo;It is late!&rdquo; said Ann.| &ldquo;Go.&rdquo;",
        "<p>It is late.</p>| <p>Ann left.</p>",
        # a name and a verb of saying after a question
        "“Is it late?” Ann Lee asked.| He left.",
        "“Stop!” Mr. Koh shouted.| He ran.",
        "“Stop!” Koh, the old captain, shouted.| He ran.",
        "“Stop!” Captain van der Berg of Olm and Ann Lee cried.",
        "“Stop!” I said.| He ran.",
        "“It is late.” Ann Lee said.| He left.",
        # … and what only looks so
        "“It is late.”| Ann Lee said no.",
        "“Is it late?”| Alice left.",
        "“Is it late?”| The minister said so.",
        "“Is it late?”| He said so.",
        "“Stop!”| Ann ran to the old boat and said no.",
        "“Stop!”| Ann",
        "Stop!| Ann said so.",
        # brackets
        "He left (why? nobody knows) at noon.",
        "He left.| (It was late. It was dark.)| She stayed.",
        "He left [it was late. Dark too] at noon.",
        "He left (at noon.| She stayed.",
        "He left (at “noon. It) was. Late” too.| She stayed.",
        "He left (at noon).| She stayed.",
        "That is all.[1]| Next came Lee.",
        # abbreviations
        "Dr. Koh met the Rev. Ann Lee and Gen. Ito.| They left.",
        "In the U.S. Senate they talked.| In the U.S.| The Senate talked.",
        "The U.S. 500 fell.",
        "He lives in the U.S.| However, he left.| “I like the U.S.”| He left.",
        "They met at 9 a.m. Tuesday.| They met at 9 a.m.| She left.",
        "J. K. Berg and R. P. Lee met George W. Hall.| So did I.| Then they left.",
        "It was Plan B.| The end.",
        "Acme Inc. Chairwoman Ann Lee left.| Acme Inc.| The shares fell.",
        "Sen. Ted Koh, R-Fla., said no.| Rep. Ann Lee, D-N.Y., agreed.",
        "BERGEN, N.J. — He left.| OLM, Pa. (AP) - He left.",
        "On Nov. 5 it rained.| On Sept. 11 it snowed.",
        "He said: No. 5 won.| “No.”| He lost.",
        "See p. 5.| It is there, cf. Ito, vol. II.| He left.",
        "They sold apples, pears, etc.| They left.",
        "They sold apples, pears, etc. and left.",
        # numbers, lists, addresses, names with signs
        "It cost $3.5 million.| It cost $5.| 30 people paid.",
        "1. Wash the leeks.| Slice them.",
        "IV. The End.",
        "He wrote to ann@example.com.| Nobody answered.| Go to www.example.com.| It is there.",
        "Yippee! was the name of the shop.| He left.",
        # ellipses and dashes
        "He waited ... and ran.| He waited...| Then he ran.",
        "He waited . . . and ran.| He waited . . . .| Then he ran . . .",
        "“What . . . is this?” he said.| Odd . , is it not?",
        "He waited—why?—and ran.| It rained. |— Nobody came.",
        "— Is it late? asked Ann.| — No.",
        # other scripts
        "今日は雨だ。|誰も来ない。|「終わった。」|彼は去った。",
        "هل تأخر؟| نعم.",
        "देर हो गई।| वह चली गई।",
    ],
)
def test_sentences(sentences: str) -> None:
    text = sentences.replace("|", "")
    expected = [sentence.strip(" \u00a0\u200b") for sentence in sentences.split("|")]
    assert [text[start:end] for start, end in find_sentences(text)] == expected


@pytest.mark.parametrize(
    "sentences",  # with a bar where one surely ends
    [
        "It rained.| Nobody came.| They all left. ",
        "It rained. nobody came. 30 people did. “So,” he said.",
        "Dr. Moe saw Gen. Lind in the U.S. The day was hot.| He met J. Lee at six p.m. It was late.",
        "A. So it is.| X. Rain, e.g. Tuesday.| He left at 5. She stayed.",
        ". Moe left.| Then it rained. ",
    ],
)
def test_most_ends_are_sure_at_a_look(sentences: str) -> None:
    parts = sentences.split("|")
    text = "".join(parts)
    ends = [*accumulate(map(len, parts))][:-1]
    assert [*sure_ends(text, 0, len(text), english())] == ends
    assert last_sure_end(text, 0, len(text), english()) == [0, *ends][-1]


def test_sure_ends_lie_inside_their_stretch() -> None:
    text = "It rained. Nobody came. They left."
    assert [*sure_ends(text, 0, 0, english())] == [*sure_ends(text, 0, 11, english())] == []
    assert [*sure_ends(text, 0, 12, english())] == [10]
    assert [*sure_ends(text, 9, 23, english())] == []


def test_a_paragraph_ends_a_sentence() -> None:
    text = "The end of the story\n\nit was late"
    assert [text[start:end] for start, end in find_sentences(text)] == ["The end of the story", "it was late"]


def test_quotations_are_taken_as_they_are_given() -> None:
    text = "'It is late. Go,' said Ann. 'Or stay. I do,' she said. No."
    quoted = marked(text, "'It is late. Go,'", "'Or stay. I do,'")
    assert [text[start:end] for start, end in find_sentences(text, quotations=quoted)] == [
        "'It is late. Go,' said Ann.",
        "'Or stay. I do,' she said.",
        "No.",
    ]
    text = "“It is late. Go,” said Ann."
    assert len(find_sentences(text, quotations=[])) == 2


def test_turns_and_dash_dialogue_are_divided() -> None:
    text = "ANN: It is late. Go.\n\n— I go. You stay."
    quoted = marked(text, "It is late. Go.", "— I go. You stay.")
    assert [text[start:end] for start, end in find_sentences(text, quotations=quoted)] == [
        "ANN: It is late.",
        "Go.",
        "— I go.",
        "You stay.",
    ]


def test_the_sentences_of_a_speech_can_be_asked_for() -> None:
    text = "“It is late. Go,” said Ann."
    assert [text[start:end] for start, end in find_sentences(text, [(1, 16)])] == ["It is late.", "Go,"]
    assert find_sentences("  It is late. ", [(0, 14)]) == [(2, 13)]
    assert find_sentences("It is late.", [(5, 6)]) == []


def test_quotations_over_several_paragraphs() -> None:
    text = "“It is late. Go.\n\n“Stay away. Now,” said Ann. He left."
    quoted = marked(text, "“It is late. Go.", "“Stay away. Now,”")
    assert [text[start:end] for start, end in find_sentences(text, quotations=quoted)] == [
        "“It is late. Go.",
        "“Stay away. Now,” said Ann.",
        "He left.",
    ]
    in_one = marked(text, text[: text.index(" said")])
    assert find_sentences(text, quotations=in_one) == find_sentences(text, quotations=quoted)


def test_no_words_are_no_sentence() -> None:
    assert list(sentence_bounds(Words(""))) == []
