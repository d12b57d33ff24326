"""One quotation in pieces: split by its cue, gone on with in the same paragraph or the next."""

from __future__ import annotations

import re

from attrs import evolve

from ..clauses import Reading
from ..frames import Frame, right, tells
from ..passage import Candidate, Kind, Passage
from ..rule import rule

_BREAKS = frozenset("-–—…")
_BY_THE_WAY = re.compile(r",?r?G[PMrTjI']*,")  # what is done meanwhile: “and you,” | pointing at the guard, | “out.”


@rule(confidence=0.98, needs=["before"])
def split_by_cue(passage: Passage) -> Candidate | None:
    """The cue stands between two pieces of one sentence, or before a row of them.

    + <“It rained all week,”> {said} [Dina Vaz], 23, a baker from Port Ness, Calif. <“I saw nothing but mud.”>
    + <“We are worried,”> [the guards] {wrote} to the port, that the ferry <“may have lost its captain.”>
    + <“Look,”> {said} [Ann Lee], shouting to the guards and pointing at the gate; <“nobody has the key.”>
    + [Ann Lee] winked, {telling} us, <“I bake,”> and, <“Is there anyone here who does not bake?”>
    - <“The trouble is the rain,”> [Ann Lee] {said}, and [Dina Vaz]2 {said}2: <“It is the wind.”>2
    """
    before = passage.previous
    if before is None or passage.previous_reading is not passage.reading:
        return None
    if before.verb is None:
        return going_on(passage, before) if cut_by_act(passage, before) else None
    here = passage.earlier
    if another_cue(passage, here, before.verb) or right(passage) is not None:
        return None
    if before.verb > here:
        fits = goes_on_behind(passage, before.verb)
    else:
        between = passage.kinds[here + 1 : passage.at]
        fits = not between.strip(",c-r") or _BY_THE_WAY.fullmatch(between) is not None
    found = going_on(passage, before) if fits else None
    if found is not None and before.kind == "mixed" and not passage.lower:
        return evolve(found, continues=None)
    return found


def cut_by_act(passage: Passage, before: Candidate) -> bool:
    """Whether somebody only acts between two pieces of a sentence: *“You might,” and here she sat down, “like it.”*."""
    apart = before.source is not None or not passage.lower or passage.before != ","
    if apart or before.quotation.inner.text.rstrip()[-1:] != ",":
        return False
    here = passage.earlier
    return passage.length > 1 and "V" in passage.kinds[here:] and not another_cue(passage, here, -1)


def goes_on_behind(passage: Passage, verb: int) -> bool:
    """Whether what stands between the cue and a quotation lets the speech before the cue go on in it."""
    sign = passage.before
    if sign in ",-:;.":
        return True
    if "t" in passage.reading.kinds[verb : passage.at]:
        return not passage.determined
    if sign == "B" and passage.lower and passage.kinds[passage.at - 2] == ",":
        return True  # “The mill,” Moe said, was | “late”
    return sign in "cM" and not passage.lower and passage.length > 3


def another_cue(passage: Passage, here: int, known: int) -> bool:
    """Whether a verb that may report, other than the one known, stands between the two quotations.

    A weak one must lead into the second, as the smile does not in *“Go,” said Moe, smiling at us, “and run.”*; and
    nothing does behind a semicolon or a dash.
    """
    lead = passage.at - 1
    if known > here and passage.around[lead] in ";-":
        return False
    while passage.around[lead] in ",:t":
        lead -= 1
    for at in range(here + 1, passage.at):
        verb = passage.verb_at(at) if passage.around[at] in "VGI" else None
        if verb is not None and verb.cue and at != known and (verb.strong or at == lead):
            return True
    return False


@rule(confidence=0.99)
def reopened(passage: Passage) -> Candidate | None:
    """The marks of a speech are opened again in each of its paragraphs.

    + [Ann Lee] {said}: <“It is late.>
      <“It is very late.”>
    + <“It is late,”> {said} [the guard]. <“Nobody has the key.>
      <“Nobody has the map.”>
    - [Ann Lee] {said}: <“It is late.”>
      <“It is very late,”>2 {said}2 [the guard]2.
    """
    before = passage.previous
    goes_on = before is not None and passage.quotation.continues and right(passage) is None
    return going_on(passage, before) if before is not None and goes_on else None


@rule(confidence=0.97)
def speech_goes_on(passage: Passage) -> Candidate | None:
    """The sentence is nothing but a quotation, and the sentence before has its source.

    + <“It is late,”> [Ann Lee] {said}. <“Go home.”>
    + [The guard] {said}: <“Nobody has the key.”> <“Nobody has the map.”>
    - <“It is late,”> [Ann Lee] {said}. <“Is it?”>2 {asked}2 [the guard]2.
    - <“Is it late?”> <“It is.”>2
    - <“It is—”> [she] {began}, but Ann Lee shook her head. <“No.”=Ann Lee>2
    """
    before, sentence = passage.previous, passage.sentence_before
    if before is None or sentence is None or passage.previous_reading is not sentence:
        return None
    if passage.kinds.strip("Q.,;-~y)") or cut_off(before, sentence) or before.source is None:
        return None
    if not sentence.kinds.strip("Q.") and answers(passage, before):
        return None
    added = later_report(passage, sentence, before.verb) if before.verb is not None else None
    return added or going_on(passage, passage.turn or before)


@rule(confidence=0.95, needs=["before"])
def row_goes_on(passage: Passage) -> Candidate | None:
    """A row of things that somebody is called, each with its article, goes on with the report of the first.

    + [Ann Lee] {tweeted} that the ferry was a <“wreck,”> a <“ruin”> and a <“joke.”>
    + [The guard] {said} it was the <“oldest,”> the <“slowest”> and the <“saddest”> of ferries.
    - [Ann Lee] {called} the ferry <“late”> and took the “express” bus.
    - Ann Lee took the “express” bus and the “goat” bridge.
    """
    before = passage.previous
    if before is None or before.kind != "mixed" or passage.previous_reading is not passage.reading:
        return None
    row = passage.determined and passage.kinds[passage.earlier + 1 : passage.at].strip(",cr") == "M"
    return going_on(passage, before, "mixed") if row else None


def answers(passage: Passage, before: Candidate) -> bool:
    """Whether a question stands right before, in marks of its own: *“It is late.” “Is it?” | “It is.”*."""
    asked = before.quotation.inner.text.rstrip()[-1:] == "?"
    return (
        asked
        and passage.ending != "?"
        and passage.text[before.quotation.span.end : passage.quotation.span.start].isspace()
    )


def cut_off(before: Candidate, sentence: Reading) -> bool:
    """Whether somebody else acts behind the cue of words that break off: *“I—” he began, but | she shook her head*."""
    if before.verb is None or before.quotation.inner.text.rstrip()[-1:] not in _BREAKS:
        return False
    known = sentence.of_verb.get(before.verb)
    speaker = sentence.phrases[known.subject] if known is not None and known.subject is not None else None
    words = sentence.sentence.words
    for at, clause in sentence.of_verb.items():
        if speaker is None or at <= before.verb or clause.subject is None or clause.subject < before.verb:
            continue
        acting = sentence.phrases[clause.subject]
        kind = words.tags[acting.last - 1]
        new = words.words[acting.first].lemma.lower() != words.words[speaker.first].lemma.lower()
        if new and (kind == "N" or (kind == "p" and words.tags[speaker.first] == "p")):
            return True
    return False


def later_report(passage: Passage, before: Reading, reported: int) -> Candidate | None:
    """A report that the sentence before adds to the one of its quotation: *“…,” Moe said, adding that ….*."""
    for at in range(len(before.phrases) - 1, reported, -1):
        phrase = before.phrases[at]
        if phrase.kind == "Q":
            return None
        clause, group = before.of_verb.get(at), phrase.group
        if clause is None or clause.kind not in ("main", "part") or group is None or group.negative or group.passive:
            continue
        if clause.kind == "part" and before.kinds[:at].rstrip("rT")[-1:] not in (",", "c"):
            continue  # an early voice in | urging, who broke into | reporting
        if tells(group.verb):
            return Frame(at, clause.subject).candidate(
                evolve(passage, reading=before, at=len(before.phrases)), "direct"
            )
    return None


def going_on(passage: Passage, before: Candidate, kind: Kind = "direct") -> Candidate:
    """What an earlier candidate has, gone on with."""
    return Candidate(
        passage.quotation,
        kind,
        before.source,
        before.cue,
        before.addressee,
        continues=before,
        verb=before.verb,
        confidence=before.confidence,
    )
