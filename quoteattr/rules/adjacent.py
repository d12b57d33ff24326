"""Source and cue beside the content."""

from __future__ import annotations

from attrs import evolve

from ..clauses import Clause
from ..cues import Cue
from ..frames import Frame, governing, noun_frame, reports, right, unreal
from ..passage import Candidate, Passage
from ..rule import rule


@rule(confidence=0.97)
def transcript_label(passage: Passage) -> Candidate | None:
    """The label of a transcript stands before the content.

    + [MS. OKORO]: <We never saw the map.>
    + [Q]: <Where was it kept?>
    - Ann kept one rule: never look down.
    """
    label = passage.quotation.label
    if label is None:
        return None
    source = passage.mention(passage.at - 2)
    return source and Candidate(passage.quotation, "direct", source)


@rule(confidence=0.97)
def cue_content(passage: Passage) -> Candidate | None:
    """The cue stands directly before the content, perhaps with *that*, a comma or a colon between.

    + [Ann Lee] {said}, <“It is late.”>
    + The clerk shrugged and [the guard] {said}: <“Nobody has the key.”>
    + [Ann Lee] {said} that it was <“far too late.”>
    - Ann Lee never said “sorry.”
    """
    at = passage.at - 1
    while passage.kind_at(at) in ",:t" and at >= 0:
        at -= 1
    at = passage.skip(at, "rT", -1)
    if passage.kind_at(at) not in "VGI":
        return None
    clause = passage.reading.of_verb.get(at)
    if clause is None or not any(c.verb == at for c in passage.open_clause.chain()):
        return None
    if not reports(passage, at, beside=True):
        return None
    if passage.ending == "," and not says(passage, at) and right(passage, beside=False) is not None:
        return None
    frame, _ = governing(passage)
    if frame is None:
        return None
    if frame.subject is None and frame.verb == 0 and passage.previous is not None and passage.previous.source is not None:
        return Candidate(passage.quotation, "direct", passage.previous.source, passage.cue(frame.verb), verb=frame.verb)
    return frame.candidate(passage)


def says(passage: Passage, at: int) -> bool:
    """Whether a verb is one of saying or writing, not of showing or thinking."""
    entry = passage.verb_at(at)
    return entry is not None and entry.cue in ("speech", "writing", "manner")


@rule(confidence=0.98)
def content_cue_source(passage: Passage) -> Candidate | None:
    """The cue follows the content, and the source follows the cue.

    + <“It is late,”> {said} [Ann Lee].
    + <“Is it late?”> {asked} [the man in the hat].
    - Ann Lee read “It is late” on the door.
    """
    frame = right(passage)
    if frame is None or frame.subject is None or frame.subject < frame.verb:
        return None
    return followed(passage, frame)


@rule(confidence=0.98)
def content_source_cue(passage: Passage) -> Candidate | None:
    """The source follows the content, and the cue follows the source.

    + <“It is late,”> [she] {said}.
    + <“It is late,”> [Ann Lee], who keeps the keys, {told} reporters.
    - “It is late” and she slept.
    """
    frame = right(passage)
    if frame is not None and frame.noun is not None:
        return frame.noun
    if frame is None or frame.subject is None or frame.subject > frame.verb:
        return None
    return followed(passage, frame)


def followed(passage: Passage, frame: Frame) -> Candidate | None:
    """The frame to the right, where the quotation's end lets it go with it."""
    if not ends_open(passage):
        return None
    if frame.clause is not None and unreal(passage, frame.clause, frame.verb):
        return None
    return frame.candidate(passage)


def ends_open(passage: Passage) -> bool:
    """Whether the sentence goes on behind the quotation to say who said it.

    It does after a comma, *?*, *!*, a dash or an ellipsis, or where the quotation opens the sentence.
    """
    if passage.ending in ("?", "!", ",", "…", "-", "—", "–"):
        return True
    if passage.kind_at(passage.at + 1) in ",-":
        return True
    return passage.at == 0 or all(passage.kind_at(k) in "Q,y" for k in range(passage.at))


@rule(confidence=0.99)
def content_according_to(passage: Passage) -> Candidate | None:
    """*According to* follows the content.

    + <“The brakes were old,”> {according to} [the driver].
    + The bridge is <“more rust than iron,”> {according to} [a report by the port].
    """
    at = passage.at + 1
    if passage.kind_at(at) in ",-":
        at += 1
    return according(passage, at)


@rule(confidence=0.98)
def according_to_content(passage: Passage) -> Candidate | None:
    """*According to* opens the sentence of the content.

    + {According to} [the driver], the brakes were <“older than the road.”>
    """
    for at in range(passage.at):
        if passage.lemma_at(at) == "according":
            return according(passage, at)
    return None


def according(passage: Passage, at: int) -> Candidate | None:
    """The candidate of *according to X* at a place."""
    if passage.lemma_at(at) != "according" or passage.lemma_at(at + 1) != "to":
        return None
    source = passage.mention(at + 2)
    if source is None:
        return None
    cue = passage.phrase_cue(passage.phrases[at].start, passage.phrases[at + 1].end, "according to")
    return Candidate(passage.quotation, passage.form_kind, source, cue)


@rule(confidence=0.9)
def label_content(passage: Passage) -> Candidate | None:
    """A bare name and a colon stand before the content.

    + [Dina Vaz]: <“The bridge stays”>
    + The bridge is safe — [Dina Vaz]: <“It will stand for years.”>
    - She had one rule: “Never look down.”
    """
    at = passage.at - 2
    if passage.kind_at(at + 1) != ":" or passage.kind_at(at) != "M" or passage.kind_at(at - 1) not in "^-.":
        return None
    noun = noun_frame(passage, at)
    if noun is not None:
        return noun.candidate(passage)
    source = passage.mention(at)
    return source and Candidate(passage.quotation, "direct", source)


@rule(confidence=0.9)
def colon_content(passage: Passage) -> Candidate | None:
    """A clause without a verb of saying ends in a colon before the content; its subject speaks.

    + [Ann Lee] was frank about the delay: <“We lost the map.”>
    + [Mayor Dina Vaz]: <“The bridge stays”>
    - One word was missing from the sign: “Exit.”
    """
    before = passage.at - 2
    if passage.kind_at(passage.at - 1) != ":":
        return None
    if passage.kind_at(before) == "M" and passage.lemma_at(before - 1) == "from":
        source = passage.mention(before)
        return source and Candidate(passage.quotation, "direct", source)
    noun = next((frame for at in range(before, max(-1, before - 4), -1) if (frame := noun_frame(passage, at)) is not None), None)
    if noun is not None:
        return noun.candidate(passage)
    for around in passage.open_clause.chain():
        if around.kind in ("main", "comp") and around.subject is not None and may_speak(passage, around.subject):
            source = passage.mention(around.subject, around.verb)
            return source and Candidate(passage.quotation, "direct", source, spoken_object(passage, around))
        if around.kind == "main" and around.object is not None and passage.lemma_at(around.verb or 0) in ("is", "'s", "here"):
            source = passage.mention(around.object)
            return source and Candidate(passage.quotation, "direct", source)
    return None


def may_speak(passage: Passage, at: int) -> bool:
    """Whether a subject may be the speaker: not *it*, *this*, *there*."""
    return passage.lemma_at(at) not in ("it", "this", "that", "there", "which", "what", "these", "those")


def spoken_object(passage: Passage, clause: Clause) -> Cue | None:
    """The noun of speech that a clause has for its object: *gave the same | answer | :*."""
    for at in range(passage.at - 2, clause.verb if clause.verb is not None else passage.at, -1):
        phrase = passage.phrases[at]
        if phrase.kind == "M" and phrase.word is not None and "speech" in phrase.word.noun:
            return passage.phrase_cue(passage.reading.sentence.words.starts[phrase.last - 1], phrase.end, phrase.word.lemma, "noun")
    return None


@rule(confidence=0.9)
def content_byline(passage: Passage) -> Candidate | None:
    """A dash and a name follow the content.

    + <“A garden is an argument.”> — [Dina Vaz], head gardener
    """
    at = passage.at + 1
    if passage.kind_at(at) == "-" and passage.kind_at(at + 1) == "M" and passage.ending != ",":
        return byline(passage, at)
    after = passage.paragraph_after
    if after is None or at < len(passage.phrases) or not after.phrases or after.phrases[0].kind != "-":
        return None
    return byline(evolve(passage, reading=after), 0)


def byline(passage: Passage, at: int) -> Candidate | None:
    """The name behind a dash, where no verb follows it."""
    if passage.kind_at(at + 1) != "M" or any(phrase.kind in "VB" for phrase in passage.phrases[at:]):
        return None
    source = passage.mention(at + 1)
    if source is None or source.form != "name":
        return None
    return Candidate(passage.quotation, "direct", source, None)
