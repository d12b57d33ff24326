"""A clause around the content, at its sentence's end, or before it."""

from __future__ import annotations

from ..frames import at_end, governing, inserted, mentions_before, noun_frame
from ..passage import Candidate, Passage
from ..pattern import Pattern
from ..rule import rule

_OF = frozenset({"of", "as"})
_CALLS = frozenset({"call", "demand", "plea", "appeal", "cry", "request"})  # for something
_FROM = frozenset({"from", "by"})
_NEAR = 4  # how many phrases a noun of speech may stand before its content


@rule(confidence=0.88, needs=["before"])
def clause_around_content(passage: Passage) -> Candidate | None:
    """The content stands in a clause that reports.

    + [The ministry] {said} the plan was <“far too late”> for the town.
    + [Ann Lee] resigned, {calling} the tour <“eleven weeks of rain.”>
    - The plan for the “goat bridge” is older than the ministry.
    """
    frame, _ = governing(passage)
    return frame.candidate(passage) if frame is not None else None


@rule(confidence=0.97, needs=["behind"])
def report_at_the_end(passage: Passage) -> Candidate | None:
    """The report stands at the right end of the content's sentence.

    + The bridge is <“a wreck”> and must go, [Ann Lee] {said}.
    + The ferry has <“no captain and no plan”> for the winter, {warned} [the guard].
    - The “wreck” is where Ann Lee slept.
    """
    frame = at_end(passage)
    return frame.candidate(passage) if frame is not None else None


@rule(confidence=0.92, needs=["before"])
def report_inserted(passage: Passage) -> Candidate | None:
    """A report between commas stands before the content.

    + The bridge, [Ann Lee] {said}, is <“a wreck.”>
    + As [the guard] {explains}, the ferry has <“no captain.”>
    - The bridge, a gift, is the “goat bridge” of the song.
    """
    frame = inserted(passage)
    return frame.candidate(passage) if frame is not None else None


_IN_THE_WORDS_OF = Pattern(
    """
    CONTENT ,? {in the words of} SOURCE | CONTENT ,? {in} OWNER own? {words} |
    {in the words of} SOURCE ... CONTENT | {in} OWNER own? {words} ... CONTENT
    """
)


@rule(confidence=0.86, needs=["beside"])
def in_the_words_of(passage: Passage) -> Candidate | None:
    """*In the words of X*, *in X’s words* stands before or behind.

    + {In the words of} [the umpire], it was <“a match of ghosts.”>
    + The final was, {in} [Ann Lee]’s {words}, <“a match of ghosts.”>
    - The final was, in two words, a “ghost match.”
    """
    return _IN_THE_WORDS_OF.candidate(passage)


@rule(confidence=0.75, needs=["before"])
def noun_cue(passage: Passage) -> Candidate | None:
    """A noun of speech governs the content, and its owner speaks.

    + There was a {shout} of <“Timber!”> from [the sculptor].
    + [The bishop]’s {description} of the film as <“a sin”> filled the cinemas.
    - The description of the “goat bridge” filled two pages.
    """
    for at in mentions_before(passage):
        if passage.at - at > _NEAR:
            return None
        frame = noun_frame(passage, at)
        if frame is not None:
            return frame.noun if leads_to_content(passage, at) else None
        found = noun_with_agent(passage, at)
        if found is not None:
            return found
    return None


def leads_to_content(passage: Passage, at: int) -> bool:
    """Whether what follows a noun of speech is its content: *claim that*, *description as*, not *map of the “x”*."""
    before = passage.lemma_at(passage.at - 1)
    if before == "for" and at == passage.at - 2:
        word = passage.phrases[at].word
        return word is not None and word.lemma in _CALLS
    return passage.kind_at(at + 1) in "t:" or before in _OF


def noun_with_agent(passage: Passage, at: int) -> Candidate | None:
    """A noun of speech whose speaker stands behind the content: *a shout of “x” from Moe*."""
    phrase = passage.phrases[at]
    if phrase.word is None or "speech" not in phrase.word.noun or passage.lemma_at(passage.at - 1) not in _OF:
        return None
    source = passage.mention(passage.at + 2) if passage.lemma_at(passage.at + 1) in _FROM else None
    if source is None:
        return None
    start = passage.reading.sentence.words.starts[phrase.last - 1]
    cue = passage.phrase_cue(start, phrase.end, phrase.word.lemma, "noun")
    return Candidate(passage.quotation, passage.form_kind, source, cue)
