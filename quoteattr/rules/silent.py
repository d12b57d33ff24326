"""Nobody says it: titles, headings, scare quotes, words as words, what was never said."""

from __future__ import annotations

from ..frames import governing
from ..passage import Candidate, Passage
from ..rule import rule

_SMALL = frozenset("a an and as at but by for from in into nor of off on onto or over the to up with vs".split())


def silent(passage: Passage, use: str) -> Candidate:
    """Nobody says it."""
    return Candidate(passage.quotation, silent=True, use=use)


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
    return silent(passage, passage.quotation.use) if passage.quotation.use != "speech" else None


@rule(confidence=0.8)
def title_of_work(passage: Passage) -> Candidate | None:
    """Words in title case in the middle of a sentence are the title of a work, unless a cue governs them closely.

    - Nobody has staged “The Baker’s Debt” since 1911.
    """
    said = passage.said.rstrip(",.")
    if not title_case(said) or passage.length > 12:  # noqa: PLR2004 - titles are short
        return None
    if passage.kind_at(passage.at - 1) in "^:," and passage.ending in "?!" and passage.ending:
        return None
    if passage.at == 0:
        return None
    before = passage.kind_at(passage.at - 1)
    if before in ":" or (before in "," and passage.verb_at(passage.at - 2) is not None and passage.verb_at(passage.at - 2).strong):
        return None
    frame, _ = governing(passage)
    if frame is not None and frame.verb == passage.at - 1:
        entry = passage.verb_at(frame.verb)
        if entry is not None and entry.strong and entry.cue in ("speech", "manner"):
            return None
    return silent(passage, "title")


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
    if passage.nested:
        return None
    alone = all(phrase.kind in "Q.,;-~y)" for phrase in passage.phrases)
    if alone and passage.length > 1:
        return None
    if passage.at == 0 and passage.ending and not passage.lower and passage.ending in ".?!,":
        return None
    if passage.ending in ("?", "!") or (passage.kind_at(passage.at - 1) in ":,^" and passage.ending == "." and not passage.lower and passage.length > 3):  # noqa: PLR2004
        return None
    return silent(passage, "scare")
