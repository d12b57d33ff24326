"""A clause around the content, at its sentence's end, or before it."""

from __future__ import annotations

from ..cues import Cue
from ..frames import at_end, governing, inserted, mentions_before, noun_frame, reports
from ..passage import Candidate, Passage
from ..rule import rule

_PEOPLE = frozenset({"he", "she", "they", "i", "we", "who"})


@rule(confidence=0.92)
def clause_around_content(passage: Passage) -> Candidate | None:
    """The content stands in a clause that reports.

    + [The ministry] {said} the plan was <“far too late”> for the town.
    + Ann Lee resigned, {calling} the tour <“eleven weeks of rain.”>
    """
    frame, _ = governing(passage)
    return frame.candidate(passage) if frame is not None else None


@rule(confidence=0.93)
def report_at_the_end(passage: Passage) -> Candidate | None:
    """The report stands at the right end of the content's sentence.

    + The bridge is <“a wreck”> and must go, [Ann Lee] {said}.
    """
    frame = at_end(passage)
    return frame.candidate(passage) if frame is not None else None


@rule(confidence=0.93)
def report_inserted(passage: Passage) -> Candidate | None:
    """A report between commas stands before the content.

    + The bridge, [Ann Lee] {said}, is <“a wreck.”>
    """
    frame = inserted(passage)
    return frame.candidate(passage) if frame is not None else None


@rule(confidence=0.95)
def in_the_words_of(passage: Passage) -> Candidate | None:
    """*In the words of X*, *in X’s words* stands before.

    + {In the words of} [the umpire], it was <“a match of ghosts.”>
    + The final was, {in} [Ann Lee]’s {words}, <“a match of ghosts.”>
    """
    for at in (*range(passage.at), passage.at + 1, passage.at + 2):
        if passage.lemma_at(at) != "in" or passage.lemma_at(at + 1) != "words":
            continue
        start = passage.phrases[at].start
        if passage.lemma_at(at + 2) == "of":
            source = passage.mention(at + 3)
            cue = passage.phrase_cue(start, passage.phrases[at + 2].end, "in the words of")
        else:
            source = passage.owner(at + 1)
            last = passage.phrases[at + 1]
            words = passage.reading.sentence.words
            ends = passage.span(words.starts[last.last - 1], last.end)
            cue = Cue((passage.span(start, passage.phrases[at].end), ends), "in the words of", "phrase", passage.span(start, last.end))
        if source is not None:
            return Candidate(passage.quotation, passage.form_kind, source, cue)
    return None


@rule(confidence=0.7)
def noun_cue(passage: Passage) -> Candidate | None:
    """A noun of speech governs the content, and its owner speaks.

    + There was a {shout} of <“Timber!”> from [the sculptor].
    + [The bishop]’s {description} of the film as <“a sin”> filled the cinemas.
    """
    for at in mentions_before(passage):
        if passage.at - at > 4:  # noqa: PLR2004 - near means: with a few words between
            return None
        frame = noun_frame(passage, at)
        if frame is not None:
            return frame.noun if passage.kind_at(at + 1) in "t:" or passage.lemma_at(at + 1) in ("of", "as") else None
        phrase = passage.phrases[at]
        if phrase.word is None or "speech" not in phrase.word.noun:
            continue
        for k in range(passage.at + 1, min(passage.at + 4, len(passage.phrases))):
            if passage.kind_at(k) == "P" and passage.lemma_at(k) in ("from", "by"):
                source = passage.mention(k + 1)
                if source is not None:
                    words = passage.reading.sentence.words
                    cue = passage.phrase_cue(words.starts[phrase.last - 1], phrase.end, phrase.word.lemma, "noun")
                    return Candidate(passage.quotation, passage.form_kind, source, cue)
    return None


@rule(confidence=0.85)
def open_frame(passage: Passage) -> Candidate | None:
    """Past the tables, and with nothing nearer: a person is the subject of the verb that the words go with.

    Two things must speak for it besides: a verb that may report, a name, four words or more, a clause of its own.

    + [Ann Lee] {welcomed} the plan as a step towards <“a town without stairs.”>
    - The “express” bus takes five hours.
    """
    for clause in passage.open_clause.chain():
        group = passage.group_at(clause.verb)
        if clause.verb is None or group is None or clause.subject is None:
            continue
        if group.passive or group.negative or clause.closed or clause.inverted:
            return None
        source = passage.mention(clause.subject, clause.verb)
        if source is None or source.form == "nominal" or (source.form == "pronoun" and passage.lemma_at(clause.subject) not in _PEOPLE):
            return None
        signs = (bool(group.verb and group.verb.cue), source.form == "name", passage.length >= 4, clause.kind == "sub")  # noqa: PLR2004
        if sum(signs) < 2:  # noqa: PLR2004
            return None
        return Candidate(passage.quotation, passage.form_kind, source, passage.cue(clause.verb), verb=clause.verb)
    return None


@rule(confidence=0.8)
def any_verb_beside(passage: Passage) -> Candidate | None:
    """Past the tables, position decides: a verb and a name directly behind a quotation that ends in a comma.

    + <“Not the soup,”> {wheedled} [Dina Vaz].
    """
    if passage.ending not in (",", "?", "!") or passage.at > 0:
        return None
    at = passage.skip(passage.at + 1)
    if passage.kind_at(at) == "V":
        clause = passage.reading.of_verb.get(at)
        verb, subject = at, clause.subject if clause is not None and clause.inverted else None
    elif passage.kind_at(at) == "M":
        subject = at
        found = passage.reading.of_subject.get(at)
        verb = found if found is not None and found - at <= 3 else -1  # noqa: PLR2004
        if passage.ending != ",":
            return None
    else:
        return None
    group = passage.group_at(verb)
    if group is None or group.passive or subject is None or reports(passage, verb, beside=True):
        return None
    if passage.kind_at(passage.skip(max(verb, subject) + 1)) not in ",.$Q":
        return None
    source = passage.mention(subject, verb)
    if source is None:
        return None
    return Candidate(passage.quotation, passage.form_kind, source, passage.cue(verb), verb=verb)
