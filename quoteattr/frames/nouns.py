"""Nouns of speech before a quotation: *his claim that*, *the words*."""

from __future__ import annotations

from ..clauses import Clause, takes_clause
from ..lexicon import Verb
from ..mentions import Mention
from ..passage import Candidate, Passage
from .frame import Frame
from .saying import FAR

_WHERE = frozenset({"at", "in", "on", "during", "after", "before"})
_WHOSE = _WHERE | {"by", "from", "to", "of"}


def noun_before(passage: Passage, at: int) -> int:
    """The noun that *that* goes with: *his comment | at a debate on Monday | that*, *a claim | by Moe | that*."""
    at -= 1
    if passage.around[at] == "," and is_speech(passage, at - 1):
        return at - 1  # his claim, | that …,
    for _ in range(FAR):
        if passage.around[at] == "T":
            at -= 1
        elif passage.around[at] == "M" and passage.lemma_at(at - 1) in (_WHERE if is_speech(passage, at) else _WHOSE):
            at -= 2
        elif passage.around[at] == "P":
            at -= 1
    return at


def is_speech(passage: Passage, at: int) -> bool:
    """Whether a mention is a noun of speech: *his claim*."""
    word = passage.phrases[at].word if passage.around[at] == "M" else None
    return word is not None and "speech" in word.noun


def noun_subject(passage: Passage, clause: Clause) -> Frame | None:
    """The frame of *Moe’s answer | was that*."""
    outer = clause.outer
    if outer is None or outer.verb != clause.opened - 1 or passage.around[outer.verb] != "B" or outer.subject is None:
        return None
    return noun_frame(passage, outer.subject)


def noun_frame(passage: Passage, at: int) -> Frame | None:
    """The frame of a noun of speech with its owner: *Moe’s claim that*, *his remark*, *a claim by Moe*."""
    phrase = passage.phrases[at] if is_speech(passage, at) else None
    if phrase is None or phrase.word is None:
        return None
    source = passage.owner(at)
    if passage.reading.sentence.words.tags[phrase.first] == "T":
        return None
    if source is not None and source.text.lower() == "its" and "document" in phrase.word.noun:
        return None  # its report closes with a line
    if source is not None and source.form == "pronoun":
        source = teller_of(passage, at) or source
    agent = passage.lemma_at(at + 1) in ("by", "from", "of") and passage.lemma_at(at + 2) != "own"
    if source is None and agent and not (at + 2 == passage.at - 1 and passage.determined):
        source = passage.mention(at + 2)
    if source is None:
        return None
    words = passage.reading.sentence.words
    cue = passage.phrase_cue(words.starts[phrase.last - 1], phrase.end, phrase.word.lemma, "noun")
    return Frame(at, None, noun=Candidate(passage.quotation, passage.form_kind, source, cue))


def teller_of(passage: Passage, at: int) -> Mention | None:
    """Who tells a noun of speech that is his own: *Moe repeated | his claim that*, not *Moe praised his claim that*."""
    verb, clause = passage.verb_at(at - 1), passage.reading.of_verb.get(at - 1)
    if not tells(verb) or clause is None or clause.subject is None or at in passage.reading.of_subject:
        return None
    return passage.mention(clause.subject, at - 1)


def tells(verb: Verb | None) -> bool:
    """Whether a verb tells in a clause what is said or written: *adding that …*, not *referring to …*."""
    return verb is not None and takes_clause(verb) and verb.cue in ("speech", "writing")
