"""What a quotation does: it stands for a clause, or it is part of a mention, or a title."""

from __future__ import annotations

from ..changed import changed
from ..phrases import Phrase
from .reader import Reader


def read_quotation(reader: Reader, at: int, phrase: Phrase) -> None:
    """A quotation stands for a clause, unless it is part of a mention or a title."""
    reader.open_at[at] = reader.top
    if reader.last in "MO" and reader.last_mention == at - 1:
        part = is_part(reader, at) and (
            reader.last == "M" or reader.tag(at + 1) != "N"
        )  # not: the “Today” show Moe said
        if part or (reader.last == "M" and is_title(reader, at, phrase)):
            return
    if reader.preposition and reader.kinds[at - 1] == "P" and is_title(reader, at, phrase):
        reader.preposition = False
        return
    if reader.last == "w" and reader.lemma(at - 1) == "whose" and reader.next_kind(at) in "VB":
        reader.top = changed(reader.top, subject=at)  # whose | “Swans” | won
        reader.last = "M"
        return
    reader.preposition = False
    reader.sign = "Q," if reader.ends_in_comma(phrase) else "Q"
    reader.candidate = None
    reader.last = "Q"


def is_part(reader: Reader, at: int) -> bool:
    """Whether a quotation is part of a mention: *her | “friend” | Moe*."""
    before = reader.phrases[at - 1]
    bare = before.first + 1 == before.last and reader.sentence.words.tags[before.first] in "dq"
    return bare and reader.kinds[at + 1 : at + 2] == "M"


def is_title(reader: Reader, at: int, phrase: Phrase) -> bool:
    """Whether a quotation is a title in what is told of a work: *the film | “Swans” | was*; *all of | “Swans”*."""
    quotation = phrase.quotation
    if quotation is None or reader.next_kind(at) not in "VB":
        return False
    word, words = reader.phrases[at - 1].word, quotation.inner.text.rstrip(",").split()
    named = reader.kinds[at - 1] == "P" or (word is not None and "work" in word.noun)
    if not named or not words:
        return False
    return words[0][0].isupper() and words[-1][0].isupper() and words[-1][-1].isalnum()
