"""opening_rank, closing_rank: whether a single mark beside a word is a quotation mark or an apostrophe.

Both are the same sign in most texts. In front of a word it is an apostrophe where it stands for letters
left out, and these are few words (``lang/en/elisions.tsv``): some hardly ever stand in marks (*'tis*),
some are no words otherwise (*'ouse*), some are (*'is*). Behind a word it may close, or stand for a letter
left out (*goin'*), or for the *s* of a plural (*the boys' ball*), or for feet and minutes; what stands
around tells how likely. The answer is a rank, as in :mod:`quoteattr.marks`: 0 rather an apostrophe, 3
surely a mark, None surely none.

It fails where a plural stands last in marks before a small letter: *the 'boys' came*. Hence it is only a
rank.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from .tables import shipped

SURE = 3
"""The rank of a mark that is nothing but a quotation mark."""
_LONGEST_END = 7
_LONGEST_WORD = 20
_APOSTROPHES = frozenset("'’‘")
_SENTENCE_SIGNS = frozenset((*".,:;!?…—-'’\"”", ""))

_WORD = re.compile(r"[^\W\d_]+")
_YEARS = re.compile(r"\d0s(?!\w)|\d\d(?![\w%]|[.,:]\d)")
_AND = re.compile(r"[nN]['’‘](?!\w)")
_AND_LEFT = re.compile(r"(?<!\w)['’‘][nN]")
_CONTRACTED = re.compile(r"(?:s|t|d|m|ll|re|ve|em)(?![^\W_])", re.IGNORECASE)


@cache
def _elisions() -> Mapping[str, str]:
    """The words with letters left out, with their apostrophe, and the kind of each."""
    return {row["word"]: row["kind"] for row in shipped("elisions.tsv")}


def elision_at(text: str, at: int) -> str:
    """The kind of elision that the word at a place would be with an apostrophe before it; empty if none.

    >>> elision_at("tis so", 0), elision_at("house", 0), elision_at("5 so", 0)
    ('mark', '', '')
    """
    word = _WORD.match(text, at)
    return _elisions().get("'" + word[0].lower(), "") if word and len(word[0]) < _LONGEST_WORD else ""


def opening_rank(text: str, start: int, end: int) -> int | None:
    """How surely a single mark before a word opens; None where it stands for letters left out.

    >>> opening_rank("'Not I'", 0, 1), opening_rank("in '09", 3, 4), opening_rank("'tis", 0, 1)
    (3, None, None)
    """
    before = _before(text, start)
    if _AND.match(text, end) or (_YEARS.match(text, end) and before.isalnum()):
        return None
    kind = elision_at(text, end)
    word = _WORD.match(text, end) if kind else None
    if word is None or text[word.end() : word.end() + 1] in _APOSTROPHES:
        return SURE
    curly, capital = text[start] == "‘", word[0][0].isupper()
    if kind == "mark":
        return 0 if curly and capital else None
    if kind == "spoken":
        return 0
    return SURE if curly or (capital and before in _SENTENCE_SIGNS) else 1


def closing_rank(text: str, start: int, end: int) -> int:
    """How surely a single mark behind a word, or behind the sign that ends it, closes.

    >>> closing_rank("so,' he", 3, 4), closing_rank("so', he", 2, 3), closing_rank("so' he", 2, 3)
    (3, 2, 1)
    >>> closing_rank("boys' hats", 4, 5), closing_rank("goin' on", 4, 5), closing_rank("9' deep", 1, 2)
    (0, 0, 0)
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    if not (before.isalnum() or unicodedata.combining(before)):
        return SURE
    if before.isdigit():
        return 0 if after.isspace() else 1
    if after and not after.isspace():
        return 1 if _is_clipped(text, start) else 2
    following = text[end : end + 4]
    if not following.strip() or "\n\n" in following:
        return 2
    plural = before in "sS" and following.lstrip()[0].islower()
    return 0 if plural or _is_clipped(text, start) else 1


def genitive_rank(text: str, _start: int, end: int) -> int | None:
    """How surely a single mark between two letters closes: only before a genitive, *the 'sea''s end*."""
    return 2 if text[end : end + 1] in _APOSTROPHES and is_contracted(text, end + 1) else None


def is_contracted(text: str, at: int) -> bool:
    """Whether at a place stands what an apostrophe joins to a word: *s, t, ll, re …*, and no more letters.

    >>> is_contracted("'s end", 1), is_contracted("'so", 1)
    (True, False)
    """
    return _CONTRACTED.match(text, at) is not None


def _is_clipped(text: str, end: int) -> bool:
    """Whether the word that ends at a place loses letters at its end: goin', o', an'."""
    if text[end - 2 : end] == "in" or _AND_LEFT.fullmatch(text, end - 2, end):
        return True
    word = _LAST_WORD.search(text, end - _LONGEST_END, end)
    return word is not None and word[0].lower() + "'" in _elisions()


_LAST_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+\Z")


def _before(text: str, start: int) -> str:
    """The character before the blanks before a place; nothing where the text or a paragraph begins."""
    return text[max(0, start - 4) : start].rstrip()[-1:]
