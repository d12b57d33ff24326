"""The report around a report: *heard him say*, *used to say*."""

from __future__ import annotations

from ..clauses import AGAINST, Clause, takes_clause
from ..passage import Passage
from .frame import Frame, is_thing
from .governors import frame_of
from .unsaid import HEARD

_WONT = frozenset({"use", "like", "love"})


def outer_report(passage: Passage, clause: Clause, frame: Frame) -> Frame | None:
    """The report around it, where the inner one is a pronoun's, a plan or a thing's: *Moe said she hopes it is “x”*."""
    group = passage.group_at(frame.verb)
    entry = passage.verb_at(frame.verb)
    named = passage.lemma_at(clause.opened) == "what"
    if group is None or entry is None or (entry.cue == "judgement" and entry.strong and not named):
        return None
    if clause.kind == "inf" and (is_heard(passage, clause) or is_wont(passage, clause)):
        return None
    beside = frame.verb == passage.at - 2 and passage.before in ",:"
    if clause.kind == "comp" and entry.strong and beside and not passage.lower:
        return None  # said that she had answered, | “No.”
    subject = passage.phrases[clause.subject] if clause.subject is not None else None
    pronoun = subject is not None and subject.word is not None and subject.word.tag == "p"
    thing = clause.subject is not None and is_thing(passage, clause.subject)
    weak = clause.kind == "inf" or (not entry.strong and entry.cue != "judgement") or entry.cue == "evidence" or thing
    weak = weak or (named and "object" in entry.frames)
    weak = weak or (clause.kind == "comp" and (pronoun or group.modal))
    if not weak:
        return None
    for inner in clause.chain():
        outer = inner.outer
        verb = passage.verb_at(outer.verb) if outer is not None else None
        if inner is clause and passage.around[inner.opened - 1] == "," and passage.lemma_at(inner.opened) in AGAINST:
            return None  # said it was late, | while the guild offered “regret”
        if named and inner is clause and passage.around[clause.opened - 1] == "P":
            continue  # would not comment on | what he called “x”
        if (
            outer is not None
            and outer.verb is not None
            and verb is not None
            and (verb.strong or (entry.cue == "evidence" and verb.cue in ("evidence", "thought")))
            and takes_clause(verb)
            and inner.kind in ("comp", "inf", "wh")
        ):
            found = frame_of(passage, outer, outer.verb)
            if found is not None and found.subject is not None:
                return found
    return None


def is_heard(passage: Passage, clause: Clause) -> bool:
    """Whether somebody heard it said: *said he had heard Moe | say “x”*."""
    group = passage.group_at(clause.outer.verb) if clause.outer is not None else None
    return group is not None and group.lemma in HEARD


def is_wont(passage: Passage, clause: Clause) -> bool:
    """Whether somebody named does so again and again: *said his aunt used | to say “x”*, *liked | to call it “x”*."""
    outer = clause.outer
    group = passage.group_at(outer.verb) if outer is not None else None
    if outer is None or outer.subject is None or group is None or group.lemma not in _WONT:
        return False
    return passage.reading.sentence.words.tags[passage.phrases[outer.subject].first] != "p"
