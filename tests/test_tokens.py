from __future__ import annotations

import gc
import re

import pytest

from quoteattr.lexicon import english
from quoteattr.tokens import Token, TokenKind, _cutting, cut, kind_of, stops, tokenize

PIECES = [
    # words
    "He didn't see Berg’s co-op|, O’Neil|, twenty-one mothers-in-law|.",
    "the boys|’ ball|; the boys|' ball|; goin|’ home",
    "word|--|word|—|word|–|word|…|word|...|word|....|word|!|?|!",
    "snake_case|, but _|stress|_ and _|Ann Lee|_|; __|, ***|, ===",
    "don`t don´t don‘t won&#39;t she&rsquo;s",
    "AT&T|, Q&amp;A|, black & white|, and|/|or",
    "rock ’n’ roll|, rock 'n' roll|, salt|-|'n'|-|vinegar",
    "’Tis ’twas ’em 'em 'tis 'Twas ’prentice ’cause ’Ave 'tisn't '|ave",
    "the '90s|, the ’60s|, the ‘70s|, the class of ’05",
    # … but a mark that may open a quotation stands by itself
    "‘|Twenty|’|, said Ann|. '|Cause I say so|!|' '|05|'",
    "“|‘|Yes|’|”|, „|no|“|, «|oui|»|, 「|はい|」|, `|`|maybe|'|'",
    "‘|Yes|,|’|she said|, ‘|’Tis so|.|’",
    # abbreviations
    "Mr. Berg|, Lt.-Gov. Lee and J. K. Ito of the U.S.-led U.N. met at 9 a.m. on Nov. 5|.",
    "Sen. Ted Koh (|R-Ohio|) and Rep. Ann Lee|, D-N.Y.|, have a Ph.D.",
    "So did I|. It was Plan B|. The end|.",
    # numbers
    "$3.5 £1,000 US$5 50% 8:55 3/4 -5 (|−3.2|) .300 $.50 10th 1990s 29-year-old 5pm ½ #1",
    "2010-15|, 1998|–|2003|, 5'10|\"|, 6|' tall|, COVID-19|, F-16|, C|+|+",
    "on page 3|. 4 men|, 5|, 6|; 1.000.000|. .5 x|.|5",
    # addresses
    "https://example.com/a_b?c=1#d|, (|http://example.org/|)|.",
    "www.example.com|. bit.ly/abc|, example.co.uk/x|. Example.com’s",
    "example.com/a=b|, example.info/a=b|.",
    "ann@example.com|, ann.lee+x@mail.example.co.uk|.",
    "@ann_lee|: @ann@example.social #tag #2024goals # @ .",
    # scripts and marks
    "Zoë cafe\u0301 हिन्दी भाषा Ελληνικά Ёлка ไทย 한국어 می\u200cخواهم co\u00adop",
    "中文|，|日本語|。 السلام|، عليكم|؟",
    # emoji, markup
    "Yes|👍🏽|👩‍👩‍👧|❤️|🇳🇴|🇳🇴 1️⃣ 🎺|🎺 © ™",
    "<p>|&ldquo;|Soup &amp; &nbsp;|bread|&rdquo;|<br/>|x|</p> a|<|b &|c|<|d &nothing; &|;",
    # odd ones
    "\ud800|\x00|a|\x07|\udfff",
]
"""Texts with a bar where one piece ends and the next begins, and no blank is between them."""


def pieces_of(text: str) -> list[str]:
    return [piece for piece in re.split("[ |]", text) if piece]


@pytest.mark.parametrize("pieces", PIECES)
def test_pieces(pieces: str) -> None:
    assert [piece for piece in cut(pieces.replace("|", "")) if piece != " "] == pieces_of(pieces)


def test_pieces_by_tables_read_anew() -> None:
    lexicon = english.__wrapped__()
    for pieces in PIECES:
        text = pieces.replace("|", "")
        assert [piece for piece in cut(text, lexicon=lexicon) if piece != " "] == pieces_of(pieces)


@pytest.mark.parametrize(
    "pieces",
    [
        ["a", "  ", "b", "\r\n\t", "c", "\u00a0", "d", " \u200b", "e", "\n\n", "f"],
        ["The", "\u200b", "bees", "\u2060", ",", "\ufeff", "Noelani", "\u200d ", "Makoa", "\u2028"],
        ["<a href='x y'>", "Ann", "</a>"],
    ],
)
def test_a_run_of_blanks_is_one_piece_whatever_it_is_made_of(pieces: list[str]) -> None:
    assert cut("".join(pieces)) == pieces


def test_a_part_of_a_text_is_cut_as_it_stands_in_the_text() -> None:
    text = "So did Dr. Lee, they said."
    assert cut(text, 3, 10) == ["did", " ", "Dr", "."]  # what follows the end is not seen
    assert cut(text, 7, 14) == ["Dr.", " ", "Lee"]
    assert cut(text, 21) == ["said", "."]
    assert cut(text, 9, 9) == []


@pytest.mark.parametrize(
    ("kind", "pieces"),
    [
        (
            "word",
            "said don’t co-op Mr. U.S. J. ’em AT&T 29-year-old COVID-19 हिन्दी cafe\u0301 won&#39;t 中文 ’n’",
        ),
        ("number", "5 $3.5 1,000 8:55 3/4 50% −3.2 10th 1990s ’90s '05 5pm US$5 #1 ½ ٣ 2010-15 3.5bn Ⅳ"),
        ("punctuation", "“ ” ' \" , ... … — -- ; ( ] _ ` ´ @ # & % * &quot; &ldquo; &#39; &amp; ¿ 。 »"),
        ("symbol", "$ + < = © → <p> </a> <br/> &copy; &nothing; &x; \ud800 \x00 \u0301"),
        ("url", "https://example.com www.example.com Example.com bit.ly/abc example.co.uk/x"),
        ("email", "ann@example.com ann.lee+x@mail.example.co.uk"),
        ("handle", "@ann_lee @ann@example.social"),
        ("hashtag", "#tag #2024goals #Ёлка"),
        ("emoji", "🎺 👍🏽 👩‍👩‍👧 ❤️ 🇳🇴 1️⃣ ☂"),
    ],
)
def test_kinds(kind: TokenKind, pieces: str) -> None:
    assert {piece: kind_of(piece) for piece in pieces.split(" ")} == dict.fromkeys(pieces.split(" "), kind)


@pytest.mark.parametrize("blank", [" ", "\n", "\u00a0", "\u200b", "\r\n ", "&nbsp;"])
def test_blanks_are_of_kind_space(blank: str) -> None:
    assert kind_of(blank) == "space"


def test_tokens_know_their_place() -> None:
    text = "“Late!”  Ann said."
    tokens = tokenize(text)
    assert [token.text for token in tokens] == ["“", "Late", "!", "”", "  ", "Ann", " ", "said", "."]
    assert all(text[token.start : token.end] == token.text == token.span.text for token in tokens)
    assert [token.kind for token in tokens[:4]] == ["punctuation", "word", "punctuation", "punctuation"]
    assert tokens[1] == Token(1, "Late")
    assert len({*tokens, Token(1, "Late")}) == len(tokens)
    assert repr(tokens[1]) == "Token(start=1, text='Late')"
    assert tokenize("") == ()


def test_words_are_cut_alike_however_many_and_however_long_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ann, who was cold, said so: " + "ever-so-long" * 9 + " is a word."
    before = tokenize(text)
    monkeypatch.setattr("quoteattr.tokens._MOST", 2)  # so many are kept
    _cutting.cache_clear()
    assert tokenize(text) == tokenize(text) == before
    assert len(_cutting(english())) == 1


def test_tokens_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        tokenize("Ann")[0].start = 3  # type: ignore[misc]


@pytest.mark.parametrize("on", [True, False])
def test_garbage_is_collected_afterwards_as_before(*, on: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        tokenize("Ann said so.")
        assert gc.isenabled() is on
    finally:
        (gc.enable if was else gc.disable)()


def test_a_stretch_is_parted_at_no_blank_in_a_tag() -> None:
    text = "Ann <b class=x> said it was late"
    assert [text[at:] for at in stops(text, 0, len(text), 4)] == [" it was late", " late"]
