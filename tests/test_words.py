"""Where sentences end among the words of a paragraph, its quotations whole."""

from __future__ import annotations

import pytest

from quoteattr import attribute
from quoteattr.lexicon import english
from quoteattr.names import find_names
from quoteattr.quotations import find_quotations
from quoteattr.words import LONG, Words, read_parts, read_words, sentence_bounds

PARTED = [
    "“It ended.” / Lee left.",
    "“It is late,” Lee said.",
    "“It is late.” / Lee said so.",
    "“It ended.” Lee said.",
    "“Is it?” Lee, a guard, said.",
    "“Is it?” / Lee, a guard, nodded.",
    "“Is it?” Lee, who left, said.",
    "“Is it?” / Lee votes.",
    "“Is it?” Lee notes.",
    "“Is it?” He continues.",
    "“Is it?” asked Lee.",
    "“Is it?” From said.",
    "“Is it?” / The guard is old and said no.",
    "“Is it?” / And he left.",
    "“Is it?” / Lee, the old guard at the pier, nodded and wept.",
    "“Is it?” Lee, the old guard at the pier, said.",
    "“Is it?” / Old in years, Lee nodded.",
    "“Is it …” Lee said.",
    "“It ended.” / “It began.”",
    "“It ended.” / (He left.) / It rained.",
    "“It ended.”; he left.",
    "“It ended.” / 40 left.",
    "OSLO (AP) — / It rained. / Lee left.",
    "PORT SELWYN, Sept. 9 — / “Is it?” asked Lee.",
    "BERGEN, N.J. -- / He left.",
    "Oslo (Reuters) - / He left.",
    "LA - / He left.",
    "BERGEN ― / He left.",
    "OLM, Mass., Dec. 11 (UPI) — / He left.",
    "NO BOAT TODAY, NONE TOMORROW - / Lee left.",
    "YES — said Lee — it is.",
    "OSLO — IT RAINED. / Lee left.",
    "Oslo — He left.",
    "He met the U.S. / The boat sank.",
    "He met the U.S. / He left.",
    "He met the U.S. team. / It lost.",
    "He met the US The boat sank.",
    "It rained. it froze. / It snowed.",
    "It rained ... It snowed.",
    "It rained? / Lee left! / “No.”",
    "It rained.) / Lee left.",
    "It rained. / ‘Yes,’ Lee said.",
    "Lee said “no.” / Moe left.",
    "“Yes”: Lee left.",
    "“Is it?” - Lee left.",
    "“Is it?” she asked.",
    "“Is it?” Lee’s old guard said.",
    "“Is it?” They say.",
    "“Is it?” Lee typed.",
    "“Is it?” Lee jotted.",
    "“Is it?” Lee continued.",
    "“Is it?” Lee went on.",
    "“Is it?” / Lee went home.",
    "“Is it?” / Lee went on to win.",
    "“Is it?” Lee of Ulm asked.",
    "“It is late.” / Lee groaned.",
    "“Is it?” Lee groaned.",
    "Lee asked, “Who is it?” / Moe answered no.",
    "Lee wept: “Who is it?” Moe answered.",
    "“Is it?” / Lee, who asked, wept.",
    "“It is late –” Lee said.",
    "“It is late;” Lee said.",
    "“It is late:” Lee said.",
]
"""Paragraphs with a stroke wherever a sentence ends."""


@pytest.mark.parametrize("parted", PARTED)
def test_a_sentence_ends_where_no_frame_of_its_quotation_follows(parted: str) -> None:
    text = parted.replace(" / ", " ")
    quotations, _ = find_quotations(text, [(0, len(text))])
    words = read_words(text, 0, len(text), quotations, english(), find_names(text, english(), ()).named)
    sentences = [text[words.starts[first] : words.ends[last - 1]] for first, last in sentence_bounds(words)]
    assert " / ".join(sentences) == parted


UNENDING = [
    "Ann Lee said the U.S. team lost. “Is it?” Bo, a guard, asked. ",
    "“A,” he said, ",
    "He met the U.S. The boat sank. ",
    "no end of words ",
]


def sentences_of(words: Words) -> list[tuple[int, int]]:
    return [(words.starts[first], words.ends[last - 1]) for first, last in sentence_bounds(words)]


@pytest.mark.parametrize("unit", UNENDING)
def test_the_parts_of_a_long_paragraph_have_its_sentences(unit: str) -> None:
    text = unit * (3 * LONG // len(unit))
    quotations, _ = find_quotations(text, [(0, len(text))])
    parts = list(read_parts(text, 0, len(text), quotations, english()))
    assert len(parts) > 2
    whole = read_words(text, 0, len(text), quotations, english())
    assert [each for part in parts for each in sentences_of(part)] == sentences_of(whole)
    assert [id(part.quotations[at]) for part in parts for at in part.quotations] == [*map(id, quotations)]


def test_a_long_paragraph_comes_out_as_a_short_one() -> None:
    unit = "“It is late,” said Ann Lee. Bo Ray said it was not. It rained. "
    short, long = attribute(unit * 3), attribute(unit * (2 * LONG // len(unit)))
    said = [(a.kind, a.start % len(unit), str(a.speaker), str(a.cue)) for a in long]
    assert said == said[:2] * (len(said) // 2)
    assert said[:2] == [(a.kind, a.start, str(a.speaker), str(a.cue)) for a in short][:2]


LONGEST = 301  # words read as one sentence


@pytest.mark.parametrize("count", [1, 2, 299, 300, 301, 302, 303, 601, 602, 603, 2000])
@pytest.mark.parametrize("text", ["oar ", "oar, ", "oar. ", "“Oar.” ", "oar (oar) "])
def test_every_word_is_in_one_sentence_however_long(text: str, count: int) -> None:
    whole = text * count
    quotations, _ = find_quotations(whole, [(0, len(whole))])
    words = read_words(whole, 0, len(whole), quotations, english())
    bounds = list(sentence_bounds(words))
    assert [at for first, last in bounds for at in range(first, last)] == list(range(len(words.tags)))
    assert max(last - first for first, last in bounds) <= LONGEST


def test_a_paragraph_that_is_but_a_tag_has_no_words() -> None:
    assert not attribute("<said told Bo>\n\nIt rained.")
    assert not attribute("<said told Bo>\n\nIt rained.", indirect="all")
