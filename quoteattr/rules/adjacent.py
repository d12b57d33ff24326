"""Source and cue beside the content."""

from __future__ import annotations

from ..clauses import takes_hearer
from ..frames import (
    Frame,
    as_apart,
    begins_with_verb,
    governing,
    nobody,
    noun_frame,
    passive,
    reports,
    right,
    unreal,
)
from ..passage import Candidate, Passage
from ..pattern import Pattern
from ..rule import rule

_WORDED = frozenset({"say", "write"})  # besides verbs that stand beside a quotation and nowhere else
_REPLIES = frozenset({"answer", "reply", "response", "retort"})
_WORDS = frozenset({"word", "words", "term", "phrase", "expression"})
_OPEN = frozenset("? ! , … - — –".split())


@rule(confidence=0.88, needs=["before"])
def cue_content(passage: Passage) -> Candidate | None:
    """The cue stands directly before the content, perhaps with *that*, a comma or a colon between.

    It wins over a report behind the content, which then holds both: *Ann Lee stressed “…,” the ministry said*.

    + [Ann Lee] {said}, <“It is late.”>
    + The clerk shrugged and [the guard] {said}: <“Nobody has the key.”>
    - [Ann Lee] {said} that it was <“far too late.”>
    - Ann Lee never said “sorry.”
    """
    at = passage.skip(passage.skip(passage.at - 1, ",:t", -1), "rT", -1)
    if passage.around[at] not in "VGI":
        return None
    if not reports(passage, at, beside=True) or shows_only(passage, at) or is_verb_of_said(passage, at):
        return None
    frame, _ = governing(passage)
    if frame is None:
        return None
    before = passage.previous
    if frame.subject is None and frame.verb == 0 and before is not None and before.source is not None:
        return Candidate(passage.quotation, "direct", before.source, passage.cue(frame.verb), verb=frame.verb)
    return frame.candidate(passage)


def shows_only(passage: Passage, at: int) -> bool:
    """Whether another says it behind a verb: *he showed “x,” Moe said*, *all agreed: “x,” said Moe*."""
    report = right(passage, beside=False) if passage.ending == "," else None
    if report is None:
        return False
    entry = passage.verb_at(at)
    says = entry is not None and entry.cue in ("speech", "writing", "manner")
    named = passage.before == ":" and report.clause is not None and report.clause.inverted
    return not says or named


def is_verb_of_said(passage: Passage, at: int) -> bool:
    """Whether the words are the verb of what was said, and a report follows: *nothing Moe said “will do,” Lee said*."""
    beside = at == passage.at - 1 and passage.lower and begins_with_verb(passage)
    return beside and right(passage, beside=False) is not None


@rule(confidence=0.99, needs=["behind"])
def content_cue_source(passage: Passage) -> Candidate | None:
    """The cue follows the content, and the source follows the cue.

    + <“It is late,”> {said} [Ann Lee].
    + <“Is it late?”> {asked} [the guard].
    - Ann Lee read “It is late” on the door.
    """
    frame = right(passage)
    if frame is None or frame.subject is None or frame.subject < frame.verb:
        return None
    return followed(passage, frame)


@rule(confidence=0.98, needs=["behind"])
def content_source_cue(passage: Passage) -> Candidate | None:
    """The source follows the content, and the cue follows the source.

    + <“It is late,”> [she] {said}.
    + <“Is it late?”> [Ann Lee], who keeps the keys, {asked} the guard.
    - “It is late” and she slept.
    """
    frame = right(passage)
    if frame is not None and frame.noun is not None:
        return frame.candidate(passage)
    if frame is None or frame.subject is None or frame.subject > frame.verb or told_before(passage, frame):
        return None
    return followed(passage, frame)


def told_before(passage: Passage, frame: Frame) -> bool:
    """Whether a report before has the words, and the verb behind has others: *said he “ran,” she claimed he walked*."""
    if passage.form_kind == "direct" and passage.before != "t":
        return False
    verb = passage.verb_at(frame.verb)
    weak = verb is None or not verb.strong or verb.cue == "judgement"
    behind = passage.around[frame.verb + 1]
    own = behind in ":tQ" or (behind == "M" and not takes_hearer(verb)) or has_clause(passage, frame.verb)
    if not weak and not own:
        return False
    before, _ = governing(passage)
    return before is not None and before.noun is None


def has_clause(passage: Passage, verb: int) -> bool:
    """Whether a verb has a clause behind it for its object: *claimed | they had met*."""
    clauses = passage.reading.of_verb.values()
    return any(each.kind in ("comp", "wh") and each.outer is not None and each.outer.verb == verb for each in clauses)


@rule(confidence=0.9, needs=["behind"])
def content_passive_agent(passage: Passage) -> Candidate | None:
    """The content is the subject of a passive, whose agent is the source.

    + The words <“we are late”> were {spoken} by [Ann Lee].
    + The phrase <“a late ferry”> was {uttered} once, by [the guard].
    - “The Late Ferry” was written by Ann Lee.
    - The “late ferry” was mentioned by Ann Lee.
    - The words “we are late” were never spoken by Ann Lee.
    """
    verb = passage.skip(passage.at + 1)
    group, entry, clause = passage.group_at(verb), passage.verb_at(verb), passage.reading.of_verb.get(verb)
    if group is None or not group.passive or entry is None or clause is None or passage.around[verb] != "V":
        return None
    if entry.cue not in ("speech", "writing") or not ("quote" in entry.frames or entry.lemma in _WORDED):
        return None
    if passage.like_name or unreal(passage, clause, verb):
        return None
    if clause.subject is not None and clause.subject < passage.at - 1:
        return None  # Moe’s claim to have been “ill” was contradicted by Lee
    frame = passive(passage, verb, clause)
    if frame is None or (frame.subject is not None and nobody(passage, frame.subject)):
        return None
    return frame.candidate(passage)


def followed(passage: Passage, frame: Frame) -> Candidate | None:
    """The frame to the right, where the quotation's end lets it go with it."""
    if (
        not ends_open(passage)
        or names_part(passage, frame)
        or (frame.clause is not None and unreal(passage, frame.clause, frame.verb))
    ):
        return None
    return None if opens_sentence(passage, frame) else frame.candidate(passage)


def names_part(passage: Passage, frame: Frame) -> bool:
    """Whether the quotation is a name within its phrase: *on Moe’s “Today,” Lee said*, *“The Swan” star Lee said*."""
    if passage.ending not in ("", ","):
        return False
    if passage.lemma_at(passage.at - 1) in _WORDS and passage.before == "M":
        return passage.open_clause.kind == "part"  # without using the word “strike,” Lee said
    before = passage.before
    if not passage.genitive and before != "P":
        if passage.ending or frame.subject != passage.at + 1:
            return False
        words, first = passage.reading.sentence.words, passage.phrases[passage.at + 1].first
        if not words.words[first].noun:
            return False
    return passage.like_name


def opens_sentence(passage: Passage, frame: Frame) -> bool:
    """Whether a report behind *?* or *!* begins a sentence: with a word that is small within one, or one word in all.

    *“Go!” He said, “…*, *“Go!” She replied that …*; *Lee asked, “Why?” Moe said, “…*.
    """
    subject = frame.subject
    if passage.ending not in ("?", "!") or subject != passage.at + 1:
        return False
    words, first = passage.reading.sentence.words, passage.phrases[subject].first
    if words.tags[first] in "pdt":
        if not passage.text[words.starts[first]].isupper() or words.words[first].lemma == "i":
            return False
    elif passage.at == 0:
        return False
    behind = passage.skip(frame.verb + 1, "PMrT")
    sign, quotation = passage.around[behind], passage.around[behind + 1]
    return sign == "t" or (sign in ",:" and quotation == "Q")


def ends_open(passage: Passage) -> bool:
    """Whether the sentence goes on behind the quotation to say who said it.

    It does after a comma, *?*, *!*, a dash or an ellipsis, before *as she put it*, or where the quotation opens the
    sentence.
    """
    if passage.ending in _OPEN or passage.behind in ",-" or as_apart(passage):
        return True
    return not passage.kinds[: passage.at].strip("Q,y")


_CONTENT_ACCORDING_TO = Pattern("CONTENT (,|-)? ({according to} | {per}) SOURCE")
_ACCORDING_TO_CONTENT = Pattern("({according to} | {per}) SOURCE ... CONTENT")


@rule(confidence=0.88, needs=["behind"])
def content_according_to(passage: Passage) -> Candidate | None:
    """*According to* follows the content.

    + <“The brakes were old,”> {according to} [the driver].
    + The bridge is <“more rust than iron,”> {according to} [a report by the port].
    - The “express” bus runs according to a plan of its own.
    """
    return according(passage, _CONTENT_ACCORDING_TO)


@rule(confidence=0.92, needs=["before"])
def according_to_content(passage: Passage) -> Candidate | None:
    """*According to* opens the sentence of the content.

    + {According to} [the driver], the brakes were <“older than the road.”>
    + It was, {according to} [Dina Vaz], <“a bridge for goats.”>
    + {Per} [the memo], staff must <“refrain from whistling.”>
    - Per week, the “goat bus” runs twice.
    - According to plan, [Ann Lee] {said}: <“It is late.”>
    """
    return according(passage, _ACCORDING_TO_CONTENT)


def according(passage: Passage, pattern: Pattern) -> Candidate | None:
    """What is said according to somebody: not *according to her “x” plan*, *to their taste*."""
    found = pattern.match(passage)
    if found is None or found.source is None:
        return None
    beside = found.places["SOURCE"] == passage.at - 1
    owns = beside and (passage.determined or found.source.form == "pronoun")
    return None if owns else found.candidate()


@rule(confidence=0.86, needs=["behind"])
def any_verb_beside(passage: Passage) -> Candidate | None:
    """Past the tables, position decides: a verb and a name directly behind a quotation that ends in a comma.

    + <“Not the soup,”> {fumbled} [Dina Vaz].
    + <“Not the soup,”> [she] {dimpled}, and left.
    + <“Not the soup,”> {came} a cry from [the crowd].
    - “Not the soup.” Dina Vaz left.
    """
    if passage.at > 0 or passage.ending not in (",", "?", "!"):
        return None
    verb, subject = verb_behind(passage)
    group = passage.group_at(verb)
    if verb is None or subject is None or group is None or reports(passage, verb, beside=True):
        return None
    behind = passage.skip(max(verb, subject) + 1, "rTPM" if verb < subject else "rT")
    if passage.around[behind] not in ",.$Q":
        return None
    noun = noun_frame(passage, subject)
    if noun is not None and passage.lemma_at(subject) in _REPLIES:
        return noun.candidate(passage)
    by = crier(passage, subject)
    source = passage.mention(by, verb) if by is not None else None
    if source is None and by is not None:
        return None
    return Candidate(passage.quotation, passage.form_kind, source, passage.cue(verb), verb=verb)


def crier(passage: Passage, subject: int) -> int | None:
    """Who is behind a word for speech: *came cries from | the crowd*; else the subject itself, no *came the reply*."""
    word = passage.phrases[subject].word
    if word is not None and "speech" in word.noun and passage.lemma_at(subject + 1) == "from":
        return subject + 2
    return None if word is not None and word.lemma in _REPLIES else subject


def verb_behind(passage: Passage) -> tuple[int | None, int | None]:
    """The verb directly behind the quotation and its subject: *wheedled Moe*, or after a comma *Moe wheedled*."""
    at = passage.skip(passage.at + 1)
    if passage.around[at] == "V":
        clause = passage.reading.of_verb.get(at)
        return at, clause.subject if clause is not None and clause.inverted else None
    if passage.around[at] == "M" and passage.ending == ",":
        return passage.reading.of_subject.get(at), at
    return None, None
