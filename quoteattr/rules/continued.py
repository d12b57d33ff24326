"""One quotation in pieces: split by its cue, gone on with in the same paragraph or the next."""

from __future__ import annotations

from attrs import evolve

from ..frames import governing, right
from ..passage import Candidate, Passage
from ..rule import rule


def going_on(passage: Passage, before: Candidate | None = None) -> Candidate | None:
    """The candidate that the content before has, gone on with."""
    before = before or passage.previous
    if before is None or before.silent:
        return None
    return Candidate(
        passage.quotation, "direct", before.source, before.cue, before.addressee, continues=before, verb=before.verb,
        confidence=before.confidence,
    )  # fmt: skip


@rule(confidence=0.98)
def split_by_cue(passage: Passage) -> Candidate | None:
    """The cue stands between two pieces of one sentence.

    + <“The trouble,”> [Ann Lee] {said}, <“is the rain.”>
    """
    before = passage.previous
    if before is None or before.silent or passage.previous_reading is not passage.reading:
        return None
    here = next((k for k in range(passage.at - 1, -1, -1) if passage.kind_at(k) == "Q"), -1)
    if before.verb is None or here < 0:
        return None
    if any(passage.verb_at(k) is not None and passage.verb_at(k).cue and k != before.verb for k in range(here + 1, passage.at) if passage.kind_at(k) in "VGI"):
        return None
    if right(passage) is not None:
        return None
    if here < before.verb < passage.at:
        if passage.kind_at(passage.at - 1) not in ",-:;c.TrMP" or passage.determined:
            return None
        return going_on(passage)
    if before.verb < here and all(phrase.kind in ",c-r" for phrase in passage.phrases[here + 1 : passage.at]):
        return going_on(passage)
    return None


@rule(confidence=0.99)
def reopened(passage: Passage) -> Candidate | None:
    """The marks of a speech are opened again in each of its paragraphs.

    + [Ann Lee] {said}: <“It is late.
    <“It is very late.”>
    """
    return going_on(passage) if passage.quotation.continues and right(passage) is None else None


@rule(confidence=0.97)
def speech_goes_on(passage: Passage) -> Candidate | None:
    """The sentence is nothing but a quotation, and the sentence before has its source.

    + <“It is late,”> [Ann Lee] {said}. <“Go home.”>
    """
    if passage.first or passage.previous is None or not bare(passage):
        return None
    if passage.sentence_before is None or passage.previous_reading is not passage.sentence_before:
        return None
    return going_on(passage, passage.turn)


def bare(passage: Passage) -> bool:
    """Whether the sentence is nothing but the quotation."""
    return all(phrase.kind in "Q.,;-~y)" for phrase in passage.phrases)


@rule(confidence=0.9)
def paragraph_introduced(passage: Passage) -> Candidate | None:
    """The paragraph before ends in a colon and says who speaks.

    + [Jockey Tom Ray] {said}:
    <“The horse had the plan.”>
    """
    reading = passage.paragraph_before
    if not passage.first or passage.at > 0 or reading is None or not reading.phrases or reading.phrases[-1].kind != ":":
        return None
    if right(passage) is not None:
        return None
    inside = introduced(passage)
    frame, _ = governing(inside)
    if frame is not None:
        return frame.candidate(inside, "direct")
    subject = next((c.subject for c in inside.open_clause.chain() if c.subject is not None), None)
    if subject is not None and inside.lemma_at(subject) in ("it", "this", "that", "there", "which", "what", "these", "those"):
        return None
    source = inside.mention(subject) if subject is not None else None
    return source and Candidate(passage.quotation, "direct", source)


def introduced(passage: Passage) -> Passage:
    """The passage as if the quotation stood at the end of the paragraph before."""
    assert passage.paragraph_before is not None
    reading = passage.paragraph_before
    return evolve(passage, reading=evolve(reading, open_at={len(reading.phrases): reading.last}), at=len(reading.phrases))
