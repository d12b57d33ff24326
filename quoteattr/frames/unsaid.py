"""What is denied, only wanted, or only might be said."""

from __future__ import annotations

from ..clauses import Clause
from ..passage import Passage
from .frame import Frame, modal_of, nobody

_DENIES = frozenset({"refuse", "decline", "avoid", "forbid", "forget", "hesitate", "omit", "fail", "stop"})
_HELD_BACK = _DENIES | {"help", "resist", "forbear", "refrain", "deny"}
"""Verbs for not saying something: who could not *help* saying so has said it."""
_PAUSES = frozenset({"hesitate", "stop"})
_WANTS = frozenset({"want", "wish", "need", "mean", "intend", "yet", "wait", "hope", "long"})
_HOPES = frozenset({"hope", "pray", "wish"})
_EMPTY = frozenset({"it"})
_SEEMS = frozenset({"appear", "feel", "look", "seem", "sound"})
_BEFOREHAND = frozenset({"until", "till"})
_WORDS = frozenset({"word", "words", "term", "phrase", "expression"})
_DOUBTS = frozenset({"deny", "dispute", "doubt", "question"})  # nobody doubts that it was said: it was
_DOUBTFUL = frozenset("doubtful false impossible improbable inconceivable myth unlikely unthinkable untrue".split())
HEARD = frozenset({"hear", "overhear"})
_CONDITIONS = frozenset({"if", "unless"})
_NOT = frozenset({"not", "never", "nowhere"})
_HARDLY = frozenset({"hardly", "scarcely", "barely"})


def unreal(passage: Passage, clause: Clause, verb: int) -> bool:
    """Whether the report is denied, or only might be: *never said*, *if he says*, *could not be brought to say*."""
    for around in clause.chain():
        if around is not clause and (
            around.closed or (clause.kind == "part" and passage.around[clause.opened - 1] == ",")
        ):
            break
        group = passage.group_at(around.verb)
        if around is not clause and group is not None and group.lemma in HEARD and not group.negative:
            break  # nor did she think it odd to hear | Moe say so
        if around is not clause and clause.kind == "comp" and is_undoubted(passage, around):
            break
        if group is not None and (group.negative or group.conditional):
            if around is clause and group.negative and group.lemma in _PAUSES:
                continue  # did not hesitate: “Yes.”
            return clause.kind not in ("inf", "part") or group.lemma not in _HELD_BACK
        if around is not clause and (only_wanted(passage, clause, around) or is_hoped(passage, clause, around)):
            return True
        if around is clause and (seems(passage, clause) or is_doubted(passage, clause)):
            return True
        if around.subject is not None and is_denied(passage, around.subject, reporting=around is clause):
            return True
        if around.kind == "sub" and is_still_to_come(passage, around):
            return True
        if around.kind == "sub" and passage.lemma_at(around.opened) in _CONDITIONS:
            asked = passage.verb_at(around.opened - 1)  # asked if he …: no condition
            return asked is None or "wh" not in asked.frames
        if around.kind in ("sub", "rel", "wh") or (around is not clause and around.kind == "comp"):
            break
    return only_might_be(passage, verb)


def is_undoubted(passage: Passage, clause: Clause) -> bool:
    """Whether a clause says that nobody doubts what hangs on it: *nobody doubts that*, *does not dispute that*."""
    group = passage.group_at(clause.verb)
    if group is None or group.lemma not in _DOUBTS:
        return False
    return group.negative or (clause.subject is not None and nobody(passage, clause.subject))


def only_might_be(passage: Passage, verb: int) -> bool:
    """Whether the auxiliaries of a verb tell that nothing was said: *might say*, *should have said*."""
    group = passage.group_at(verb)
    if group is None or not group.modal:
        return False
    modal = modal_of(passage, verb)
    return modal in ("might", "may") or (
        group.perfect == (modal != "must") and modal in ("could", "should", "would", "must")
    )


def not_said(passage: Passage, frame: Frame) -> bool:
    """Whether a report behind the words denies them: *“No,” said nobody*, *he did not say*, *she might have said*."""
    group = passage.group_at(frame.verb)
    denied = group is not None and group.negative and group.lemma == "say"
    by_nobody = frame.subject is not None and nobody(passage, frame.subject)
    return denied or by_nobody or only_might_be(passage, frame.verb)


def is_doubted(passage: Passage, clause: Clause) -> bool:
    """Whether what is around a clause denies it: *is | unlikely that*, *no record that*, *denied that*, *whether*."""
    before = clause.opened - 1
    if clause.kind == "sub" and passage.lemma_at(clause.opened) == "whether":
        asked, verb = passage.verb_at(before), passage.verb_at(clause.verb)
        says = verb is not None and verb.cue == "speech"
        return before < 0 or (says and (asked is None or "wh" not in asked.frames))  # unclear | whether he said so
    if before < 0:
        return False
    if clause.kind == "comp" and clause.outer is not None and is_denial(passage, clause.outer.verb):
        return True
    if clause.kind not in ("comp", "rel") or passage.around[clause.opened] != "t":
        return False
    if passage.lemma_at(before) in _DOUBTFUL:
        return True
    return passage.around[before] == "M" and nobody(passage, before) and passage.lemma_at(before) not in _DOUBTS


def seems(passage: Passage, clause: Clause) -> bool:
    """Whether a clause only tells what was not said, or seemed so: *without | saying*, *too proud | to say*."""
    before = -1 if clause.verb is None else clause.verb - 1
    if passage.around[before] in "rsP" and passage.lemma_at(before) == "than":
        return True  # would sooner leave than | say
    opening = passage.skip(clause.opened - 1, "r", -1)
    if clause.kind == "inf" and (passage.lemma_at(clause.opened - 1) in _NOT or is_too_much(passage, clause)):
        return True
    if passage.around[opening] not in "sP":
        return False
    if clause.kind == "part":
        far = passage.lemma_at(opening) == "from" and passage.lemma_at(opening - 1) == "far"
        return far or passage.lemma_at(opening) == "without"
    # so much as to say, but not: went so far as to say
    return passage.lemma_at(opening) == "though" or passage.lemma_at(opening - 1) == "much"


def is_too_much(passage: Passage, clause: Clause) -> bool:
    """Whether it was too much to be said, or would be wrong: *too proud | to say*, *would be wrong | to call it*."""
    verb, before = clause.outer.verb if clause.outer is not None else None, clause.opened - 1
    if verb is None:
        return False
    if verb == before:  # was too tired | to say
        return "too" in passage.text[passage.phrases[verb].start : passage.phrases[verb].end].split()
    if passage.around[before] not in "jM":
        return False
    if passage.lemma_at(before - 1) == "too":
        return verb == before - 2
    return verb == before - 1 and passage.around[verb] == "B" and modal_of(passage, verb) == "would"


def is_denial(passage: Passage, verb: int | None) -> bool:
    """Whether a verb denies what hangs on it."""
    group = passage.group_at(verb)
    return group is not None and group.lemma == "deny"


def is_only_wish(passage: Passage, verb: int) -> bool:
    """Whether a verb tells that somebody would have said it, or would not: *wanted | to say*, *refused | to say*."""
    group = passage.group_at(verb)
    return group is not None and (group.lemma in _WANTS or group.lemma in _DENIES)


def is_denied(passage: Passage, subject: int, *, reporting: bool) -> bool:
    """Whether nobody does it, or hardly anybody says it: *no minister | calls it*, *hardly | anyone calls it*."""
    if nobody(passage, subject):
        return True
    before = subject - 1
    hardly = reporting and passage.around[before] in "rMj" and passage.lemma_at(before) in _HARDLY
    return hardly or (passage.around[before] == "B" and is_fronted_no(passage, before - 1))


def is_fronted_no(passage: Passage, before: int) -> bool:
    """Whether a denial stands before the auxiliary that opens a clause: *in no interview has | he called it*."""
    if passage.around[before] == "M" and passage.around[before - 1] == "P":
        return nobody(passage, before)
    return passage.lemma_at(before) in _NOT


def only_wanted(passage: Passage, clause: Clause, around: Clause) -> bool:
    """Whether what is around says that it was not said: *refused to say*, *denied saying*, *has yet to say*."""
    group = passage.group_at(around.verb)
    lemma = group.lemma if group is not None else ""
    if clause.kind == "part":
        return lemma in _DENIES or lemma == "deny"
    return lemma in _DENIES or lemma in _WANTS or passage.lemma_at(clause.opened - 1) in _WANTS


def is_hoped(passage: Passage, clause: Clause, around: Clause) -> bool:
    """Whether it is but hoped, or nobody does it: *hopes | he will say so*, *it is time | to say so*."""
    if around.verb is None:
        return False
    group = passage.group_at(around.verb)
    if clause.kind == "comp":
        return group is not None and group.lemma in _HOPES
    if clause.kind != "inf" or passage.around[clause.opened - 1] not in "jMT":
        return False
    seems = passage.around[around.verb] == "B" or (group is not None and group.lemma in _SEEMS)
    return seems and around.subject is not None and passage.lemma_at(around.subject) in _EMPTY


def is_still_to_come(passage: Passage, clause: Clause) -> bool:
    """Whether something is waited for: *until | he says so*, but not *until he said so*."""
    group = passage.group_at(clause.verb)
    return group is not None and group.form != "past" and passage.lemma_at(clause.opened) in _BEFOREHAND


def is_withheld(passage: Passage, verb: int, *, unsaid: bool) -> bool:
    """Whether a verb tells that nothing was said: *denied | using the word “x”*, *wanted | to say “x”*."""
    if is_denial(passage, verb):
        return unsaid or passage.lemma_at(passage.at - 1) in _WORDS
    return unsaid and is_only_wish(passage, verb)
