"""What tokens, paragraphs and sentences promise, of any text whatever."""

from __future__ import annotations

import textwrap
from itertools import pairwise

from attrs import frozen
from hypothesis import example, given, strategies as st

from quoteattr.abbreviations import abbreviations
from quoteattr.characters import BLANKS
from quoteattr.lexicon import english
from quoteattr.paragraphs import find_paragraphs
from quoteattr.sentences import find_sentences, sure_ends
from quoteattr.span import Span
from quoteattr.tokens import cut, cut_spaced, kind_of, tokenize
from quoteattr.words import read_words, sentence_bounds

SNIPPETS = (
    *"“”\"'‘’«»„「」`–—‐−-:;,.?!…()[]<>{}*_@#&$%/\\|+=~·\x00\x07\ud800\udc00\u0301\ufe0f\u20e3\u00ad",
    *BLANKS,
    *("a", "I", "Ann", "said", "the", "U.S.", "Mr.", "J.", "p.m.", "5", "1,000", "3.5", "’90s", "’n’", "'em"),
    *(
        "www.",
        "http://",
        "example.com",
        "&quot;",
        "&#39;",
        "<p>",
        "</p>",
        "🎺",
        "👍🏽",
        "🇳🇴",
        "हि",
        "中",
        "\r\n",
        "\n\n",
    ),
)
WORDS = (
    "fog",
    "boats",
    "quay",
    "harbour",
    "late",
    "winter",
    "nobody",
    "tickets",
    "captain",
    "a",
    "of",
    "co-op",
)


def salads() -> st.SearchStrategy[str]:
    """Texts made of all that the patterns look for."""
    return st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join)


def texts() -> st.SearchStrategy[str]:
    """Any text, lone surrogates included, and salads."""
    characters = st.characters(exclude_categories=())
    return st.one_of(st.text(characters), salads())


def prose() -> st.SearchStrategy[str]:
    """A paragraph of plain sentences, a few lines long."""
    sentence = st.lists(st.sampled_from(WORDS), min_size=4, max_size=14).map(
        lambda words: f"{words[0].capitalize()} {' '.join(words[1:])}."
    )
    return st.lists(sentence, min_size=2, max_size=5).map(" ".join)


@frozen
class Marked:
    """What stands in for a quotation."""

    span: Span


@st.composite
def quoted_texts(draw: st.DrawFn) -> tuple[str, list[Marked]]:
    """A text and stretches of it that stand apart."""
    text = draw(texts())
    ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return text, [Marked(Span.of(text, start, end)) for start, end in pairwise(ends)][::2]


@given(texts())
@example("a\u200d b\r\n\x1c.…’n’")
def test_pieces_joined_give_the_text_back(text: str) -> None:
    pieces = cut(text)
    assert "".join(pieces) == text
    assert all(pieces)


@given(texts(), st.integers(-3, 50), st.integers(-3, 50))
def test_pieces_of_a_part_give_the_part_back(text: str, start: int, end: int) -> None:
    start, end = sorted((max(start, 0), max(end, 0)))
    assert "".join(cut(text, start, end)) == text[start:end]


@given(texts())
@example("  a b \n “c ” d")
def test_words_cut_with_the_blank_before_them_are_the_same_words(text: str) -> None:
    pieces = cut_spaced(text)
    assert "".join(pieces) == text
    assert [word for piece in pieces if (word := piece.strip(BLANKS))] == [p for p in cut(text) if p.strip(BLANKS)]


@given(texts() | st.lists(st.sampled_from([*SNIPPETS, *WORDS, " "])).map(" ".join))
@example("he met Gen. Lee in Salem, Mass. and J. “Jack” Koh")
@example("an <a href='x y'>end</a>")
def test_tokens_are_the_pieces_that_a_text_is_cut_into(text: str) -> None:
    assert [token.text for token in tokenize(text)] == cut(text)


@given(texts())
def test_tokens_stand_where_they_say_and_every_one_is_of_a_kind(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert token.start == at
        assert token.span == Span.of(text, token.start, token.end)
        assert token.kind == kind_of(token.text)
        assert (token.kind == "space") >= (not token.text.strip(BLANKS))
        at = token.end
    assert at == len(text)


@given(texts())
def test_blanks_stand_alone(text: str) -> None:
    assert all(piece.strip(BLANKS) in ("", piece) for piece in cut(text))
    assert all(left.strip(BLANKS) or right.strip(BLANKS) for left, right in pairwise(cut(text)))


@given(st.text(st.characters(categories=["L", "M", "Nd"]), min_size=1))
def test_letters_and_their_marks_are_one_piece(word: str) -> None:
    assert len(cut(word)) == 1 or any(ord(letter) > 0xFFFF for letter in word)


@given(st.sampled_from([short for short, kind, _ in abbreviations(english()) if kind == "title"]))
def test_titles_keep_their_full_stop_before_a_name(short: str) -> None:
    assert cut(f"We met {short}. Koh.") == ["We", " ", "met", " ", f"{short}.", " ", "Koh", "."]


@given(texts())
@example("\ufeff \n\r\r\n\u2028")
def test_paragraphs_hold_all_that_is_no_blank_and_do_not_overlap(text: str) -> None:
    paragraphs = find_paragraphs(text)
    held = "".join(text[start:end] for start, end in paragraphs)
    assert held.translate(WITHOUT_BLANKS) == text.translate(WITHOUT_BLANKS)
    assert all(text[start:end] == text[start:end].strip(BLANKS) != "" for start, end in paragraphs)
    assert all(left[1] < right[0] for left, right in pairwise(paragraphs))


WITHOUT_BLANKS = dict.fromkeys(map(ord, BLANKS))


LONG = "The fog that came over the harbour in the night " + "and hid the boats and the quay " * 12 + "was gone."


@given(st.lists(prose(), max_size=6), st.integers(30, 90), st.sampled_from(["\n", "\r\n"]))
def test_wrapping_changes_no_paragraph(paragraphs: list[str], width: int, end: str) -> None:
    paragraphs = [LONG, *paragraphs]  # whose lines cannot but break off in mid-sentence
    wrapped = [textwrap.fill(each, width, break_on_hyphens=False).replace("\n", end) for each in paragraphs]
    text = (end * 2).join(wrapped)
    assert [text[start:to] for start, to in find_paragraphs(text)] == wrapped


@given(st.lists(prose(), max_size=6), st.sampled_from(["\n", "\n\n", "\r\n", "\u2029"]))
def test_sentences_end_a_line_each(paragraphs: list[str], between: str) -> None:
    text = between.join(paragraphs)
    assert [text[start:to] for start, to in find_paragraphs(text)] == paragraphs
    sentences = [f"{sentence}." for each in paragraphs for sentence in each.removesuffix(".").split(". ")]
    assert [text[start:to] for start, to in find_sentences(text)] == sentences


@given(quoted_texts())
def test_sentences_hold_all_that_is_no_blank_and_do_not_overlap(quoted: tuple[str, list[Marked]]) -> None:
    text, quotations = quoted
    for sentences in (find_sentences(text), find_sentences(text, quotations=quotations)):
        held = "".join(text[start:end] for start, end in sentences)
        assert held.translate(WITHOUT_BLANKS) == text.translate(WITHOUT_BLANKS)
        assert all(text[start:end] == text[start:end].strip(BLANKS) != "" for start, end in sentences)
        assert all(left[1] <= right[0] for left, right in pairwise(sentences))


@given(st.lists(prose(), min_size=1, max_size=4), st.sampled_from(["“”", "«»", "„“", '""']))
def test_no_sentence_ends_within_quotation_marks(speeches: list[str], marks: str) -> None:
    text = " ".join(f"{marks[0]}{speech}{marks[1]} Fog came." for speech in speeches)
    expected = [part for speech in speeches for part in (f"{marks[0]}{speech}{marks[1]}", "Fog came.")]
    assert [text[start:end] for start, end in find_sentences(text)] == expected


@given(st.lists(st.sampled_from((*WORDS, "Ann", "The", "Dr", "Mass", "J", "U.S", ". ", ". ", ", ", "? ", " ", "\n"))))
def test_what_is_surely_an_end_is_one(pieces: list[str]) -> None:
    text = "".join(pieces)
    words = read_words(text, 0, len(text), (), english())
    ends = {words.ends[stop - 1] for _, stop in sentence_bounds(words)}
    assert ends.issuperset(sure_ends(text, 0, len(text), english()))
