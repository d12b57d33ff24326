"""Nobody says it: titles, headings, scare quotes, words as words, what was never said."""

from __future__ import annotations

from ..frames import governing, right
from ..passage import Candidate, Passage
from ..rule import rule

_SMALL = frozenset("a an and as at but by for from in into nor of off on onto or over the to up with vs".split())


def silent(passage: Passage, use: str) -> Candidate:
    """Nobody says it."""
    return Candidate(passage.quotation, silent=True, use=use)


def nameless(passage: Passage) -> Candidate:
    """They may be somebody's words, but nothing tells whose."""
    return Candidate(passage.quotation, "mixed", nameless=True)


def title_case(said: str) -> bool:
    """Whether all words but the small ones begin with a capital, two or more of them."""
    words = [word.strip(".,;:!?’'\"()") for word in said.split()]
    words = [word for word in words if word]
    if len(words) < 2:  # noqa: PLR2004 - one word in capitals is no title
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words) and words[0][0].isupper()


@rule(confidence=0.95)
def heading(passage: Passage) -> Candidate | None:
    """A short paragraph of its own, in marks, is a heading.

    - “The Night of the Ovens”
    """
    if passage.quotation.use != "speech":
        return silent(passage, passage.quotation.use)
    bare = passage.alone and passage.first and not passage.nested and not passage.ending and passage.quotation.closed
    return silent(passage, "heading") if bare and 1 < passage.length < 12 else None  # noqa: PLR2004 - headings are short


@rule(confidence=0.8)
def title_of_work(passage: Passage) -> Candidate | None:
    """Words in title case in the middle of a sentence are the title of a work, unless a cue governs them closely.

    - Nobody has staged “The Baker’s Debt” since 1911.
    """
    if passage.length > 12 or not title_case(passage.said.rstrip(",.")):  # noqa: PLR2004 - titles are short
        return None
    if (passage.at == 0 and not beside_work(passage)) or passage.kind_at(passage.at - 1) == ":":
        return None
    if named_apart(passage):
        return silent(passage, "title")
    frame, _ = governing(passage)
    if frame is not None:
        entry = passage.verb_at(frame.verb)
        if entry is not None and entry.cue == "speech" and frame.verb == passage.at - 1:
            return None
        near = passage.at - frame.verb <= 2 or passage.kind_at(passage.at - 1) in ":,"  # noqa: PLR2004
        if entry is not None and entry.cue == "writing" and frame.verb == passage.at - 1 and passage.ending in ",":
            return silent(passage, "title")
        if entry is not None and entry.strong and (entry.cue == "judgement" or near):
            return None
    elif right(passage) is not None and passage.ending in ("?", "!"):
        return None
    return silent(passage, "title") if shows_title(passage) else nameless(passage)


def named_apart(passage: Passage) -> bool:
    """Whether the words are what another quotation is about: *called “The Swan” “a bore”*, *said “The Swan” was “a bore”*."""
    at = passage.at + 1
    if passage.kind_at(passage.at - 1) == "M" and beside_work(passage):
        return True
    later = any(phrase.kind == "Q" for phrase in passage.phrases[at:])
    return not passage.ending and later and passage.kind_at(at) in "QBV"


def beside_work(passage: Passage) -> bool:
    """Whether a noun for works stands just before or after: *the film “x”*, *“x,” a film by*."""
    places = (passage.at - 1, passage.at - 2, passage.at + 1, passage.at + 2)
    for at in places:
        if passage.kind_at(at) == "M":
            word = passage.phrases[at].word
            if word is not None and "work" in word.noun:
                return True
    return False


def shows_title(passage: Passage) -> bool:
    """Whether a genitive, a preposition of place, or a noun for works stands before."""
    before = passage.at - 1
    if passage.kind_at(before) == "'" or beside_work(passage):
        return True
    return passage.kind_at(before) == "P" and passage.lemma_at(before) in ("in", "at", "from")


@rule(confidence=0.9)
def unsaid(passage: Passage) -> Candidate | None:
    """The words were not said, or only might be.

    - Ann Lee never said “sorry.”
    - If he says “no,” we leave.
    """
    frame, denied = governing(passage)
    return silent(passage, "unsaid") if denied and frame is None else None


@rule(confidence=0.7)
def scare(passage: Passage) -> Candidate | None:
    """Words in marks that are part of the writer's own sentence, with no report around them.

    - The “express” bus takes five hours.
    """
    if passage.nested and (passage.length <= 4 or passage.lower) and passage.ending not in ("?", "!"):  # noqa: PLR2004
        return silent(passage, "scare")
    if passage.nested:
        return nameless(passage)
    if said_by_form(passage):
        return None
    return silent(passage, "scare") if attributive(passage) else nameless(passage)


def said_by_form(passage: Passage) -> bool:
    """Whether the quotation is a sentence to itself."""
    alone = all(phrase.kind in "Q.,;-~y)" for phrase in passage.phrases)
    if alone and passage.length > 1:
        return True
    if passage.at == 0 and passage.ending and not passage.lower and passage.ending in ".?!,":
        return True
    if passage.ending in ("?", "!"):
        return True
    apart = passage.kind_at(passage.at - 1) in ":,^"
    return apart and passage.ending == "." and not passage.lower and passage.length > 3  # noqa: PLR2004


def attributive(passage: Passage) -> bool:
    """Whether the marks stand on part of a noun phrase: *the “express” bus*, *so-called “reform”*."""
    before, after = passage.at - 1, passage.at + 1
    if passage.lemma_at(before) in ("so-called", "term", "word", "phrase", "words", "expression", "known", "called", "dubbed"):
        return True
    return passage.determined and passage.length <= 2 and passage.kind_at(after) == "M"  # noqa: PLR2004


