"""The frame on the right of a quotation."""

from __future__ import annotations

import re

from ..clauses import Clause, takes_hearer
from ..letters import MEANS
from ..passage import Passage
from .clefts import all_said
from .frame import Frame, is_thing, modal_of
from .nouns import noun_frame
from .saying import deeper, reports

# What may stand between a verb and its subject, in kinds of phrases, the one told first: *told me, | weeping, | she*.
_ADVERBIALS = re.compile(
    r"""
    (?P<told> M )?
    (?: ,? c? (?: P?[rT] | j | PM (?: cM (?=,) )? | P?G [MrTP]* (?=,) | E (?: PM | [rT] )* (?=,)
        | s [^,Q]* (?=,) | (?<=,) M[GEP] (?: P?M | r )* (?=,) | \( [^)Q]* \) | - [^-Q]* - ) )+
    ,? (?= M (?: [^MVBtr] | $ ) )
    """,
    re.VERBOSE,
)


def right(passage: Passage, *, beside: bool = True) -> Frame | None:
    """The frame that follows: *“…,” said Moe*, *“…,” Moe said*."""
    key = "right" if beside else "right, apart"
    if key not in passage.seen:
        passage.seen[key] = _right(passage, beside=beside)
    found: Frame | None = passage.seen[key]
    return found


def _right(passage: Passage, *, beside: bool) -> Frame | None:
    at = passage.skip(passage.at + 1 + (passage.behind in ",-"))
    at = as_apart(passage) or at
    kind = passage.around[at]
    if kind == "B" and passage.lemma_at(at + 1) in ("how", "what"):
        verb = passage.reading.of_subject.get(at + 2)
        return Frame(verb, at + 2, clause=passage.reading.of_verb[verb]) if verb is not None else None
    if kind == "B" and passage.around[at + 1] == "M":
        return all_said(passage, at + 1) or noun_frame(passage, at + 1)
    if kind == "c" and passage.lemma_at(at) == "or" and passage.lemma_at(at + 1) == "so":
        at += 2
        kind = passage.around[at]
    if kind == "V":
        return inverted(passage, at, beside=beside)
    if kind == "M" or (kind == "w" and passage.lemma_at(at) == "who"):
        return subject_first(passage, at, beside=beside)
    if passage.around[at + 1] == "M" and passage.lemma_at(at) == "as":
        return subject_first(passage, at + 1, beside=beside)
    return None


def as_apart(passage: Passage) -> int:
    """The place of *as* behind where it was: *was born in a “box” in Oslo, | as | she put it*; 0 if there is none."""
    at = passage.at + 4
    return at if passage.lemma_at(at) == "as" and passage.kinds.startswith("PM,", passage.at + 1) else 0


def inverted(passage: Passage, verb: int, *, beside: bool) -> Frame | None:
    """*said Moe*: the subject follows the verb."""
    clause = passage.reading.of_verb.get(verb)
    if clause is None or not reports(passage, verb, beside=beside):
        return None
    subject = clause.subject if clause.inverted else None
    late = subject_behind_adverbials(passage, verb)
    if late is not None and (subject is None or may_be_told(passage, verb, subject)):
        subject = late
    return Frame(verb, subject, clause=clause) if subject is not None else None


def subject_behind_adverbials(passage: Passage, verb: int) -> int | None:
    """*said at last, and without looking up, | the judge*, *told me, weeping, | the widow*."""
    group = passage.group_at(verb)
    found = _ADVERBIALS.match(passage.kinds, verb + 1)
    if found is None or group is None or group.passive or group.modal:
        return None
    subject = found.end()
    told = passage.kinds[verb + 1] == "M" and found["told"] is not None
    if told and not may_be_told(passage, verb, verb + 1):
        return None
    word = passage.phrases[subject].word
    return None if is_thing(passage, subject) or (word is not None and word.noun == "speech") else subject


def may_be_told(passage: Passage, verb: int, at: int) -> bool:
    """Whether a mention right behind a verb is no subject: *told | me*, *told | reporters*, not *told | Moe*."""
    word = passage.phrases[at].word
    if at != verb + 1 or word is None:
        return False
    return word.tag == "o" or (takes_hearer(passage.verb_at(verb)) and word.plural)


def subject_first(passage: Passage, subject: int, *, beside: bool) -> Frame | None:
    """*Moe said*, *Moe, who …, said*, *Moe was told by Lee*."""
    verb = passage.reading.of_subject.get(subject)
    if verb is None:
        return None
    return framed(passage, verb, passage.reading.of_verb[verb], beside=beside)


def framed(passage: Passage, verb: int, clause: Clause, *, beside: bool) -> Frame | None:
    """The frame of a verb whose subject stands before it."""
    group = passage.group_at(verb)
    if group is None:
        return None
    if group.passive:
        return passive(passage, verb, clause)
    inner = deeper(passage, verb)
    if group.modal and modal_of(passage, verb) not in ("will", "would"):
        return None
    if group.lemma in ("quote", "cite") and passage.around[verb + 3] == "G":
        return Frame(verb + 3, verb + 1, verb, clause)
    if group.lemma == "hear" and passage.around[verb + 1] == "M" and passage.around[verb + 2] in "IG":
        return heard(passage, verb, clause)
    if not reports(passage, inner, beside=beside):
        return None
    return Frame(inner, clause.subject, clause=clause)


def heard(passage: Passage, verb: int, clause: Clause) -> Frame | None:
    """*“…,” he heard Moe say*, *he heard himself say*: who is heard; not *“…,” he heard a voice say*."""
    word = passage.phrases[verb + 1].word
    if (word is not None and "voice" in word.noun) or not reports(passage, verb + 2, beside=True):
        return None
    oneself = passage.lemma_at(verb + 1).endswith("self")
    return Frame(verb + 2, clause.subject if oneself else verb + 1, clause=clause)


def passive(passage: Passage, verb: int, clause: Clause) -> Frame | None:
    """*was told by Moe*: the agent; *was quoted as saying*, *was heard to say*: the subject."""
    at = passage.skip(verb + 1, "rTPM")
    for k in range(verb + 1, min(verb + 8, len(passage.phrases))):
        if passage.around[k] in "VB":
            break
        named = passage.lemma_at(k) == "by" and k + 1 < len(passage.kinds) and passage.lemma_at(k + 1) not in MEANS
        if named and reports(passage, verb, beside=True):
            return Frame(verb, k + 1, clause=clause)
    if reports(passage, at, beside=False):
        first = verb if passage.around[at] == "G" else None
        return Frame(at, clause.subject, first, clause)
    return None
