"""Whether the verb of a clause governs the quotation in it, and whose it is."""

from __future__ import annotations

from ..clauses import Clause, takes_clause
from ..lexicon import Verb
from ..passage import Passage
from .frame import Frame, is_thing, nobody
from .saying import FAR, holds_infinitive

_JUDGED = frozenset({"for", "of", "as"})  # hit him *for*, accused him *of*
_ENDS = frozenset(",.?!")


def may_govern(passage: Passage, clause: Clause, verb: int) -> bool:
    """Whether the clause reaches as far as the quotation."""
    group = passage.group_at(verb)
    if group is None or group.verb is None or not group.verb.cue or group.verb.cue == "plan":
        return False
    if clause.kind == "inf" and clause.outer is not None and holds_infinitive(passage, clause.outer.verb):
        return False
    distance = reached(passage, verb) - verb
    over = clause.closed and clause.kind != "rel" and passage.lemma_at(clause.opened) != "as"
    if (
        over
        and not hearer_only(passage, verb)
        and not holds_clause(passage, clause)
        and not goes_with(passage, clause, group.verb)
    ):
        return False
    if (
        "Q" in passage.kinds[max(0, verb - 3) : verb]
        and passage.previous is not None
        and passage.previous.verb == verb
        and passage.before not in ",:-t"
    ):
        return False
    if said_already(passage, verb):
        return False
    if part_of_object(passage, verb) and not {"np", "object", "as", "of"} & group.verb.frames:
        return False
    if group.verb.strong or (clause.closed and clause.kind == "sub" and group.verb.cue in ("speech", "writing")):
        return True
    if passage.before == ":" and clause.kind in ("main", "part") and group.verb.cue in ("speech", "writing", "manner"):
        return True
    if "to" in group.verb.frames and passage.lemma_at(passage.at - 1) == "to":
        return True  # appealed to the guards to | “come forward”
    return distance <= FAR or (
        holds_clause(passage, clause) and (takes_clause(group.verb) or "wh" in group.verb.frames)
    )


def reached(passage: Passage, verb: int) -> int:
    """How far a clause has to reach: to the quotation, or to whom it judges: *hit | the mayor of Ulm for being “x”*."""
    judged = passage.open_clause
    being = judged.kind == "part" and judged.opened > verb and passage.lemma_at(judged.opened) == "being"
    return verb + 1 if being and not passage.kinds[verb + 1 : judged.opened].strip("MP'j") else passage.at


def goes_with(passage: Passage, clause: Clause, verb: Verb) -> bool:
    """Whether a preposition of a verb of judgement leads to the quotation: *when Moe hit Lee, a clerk, for his “x”*."""
    before = passage.at - 1 - (passage.before == "M")
    return verb.cue == "judgement" and clause is passage.open_clause and passage.lemma_at(before) in _JUDGED


def said_already(passage: Passage, verb: int) -> bool:
    """Whether the verb has a whole speech of its own, and these words lie beyond: *told the “Today” show*."""
    before = passage.previous
    if before is None or before.verb != verb or before.kind != "direct":
        return False
    if passage.previous_reading is not passage.reading:
        return False
    here = passage.earlier
    if before.quotation.inner.text.rstrip()[-1:] not in _ENDS:
        return False
    between = passage.reading.kinds[max(here, verb) + 1 : passage.at]
    return not set(between) <= set(",ct-r:") if verb < here else between[-1:] != ","


def part_of_object(passage: Passage, verb: int) -> bool:
    """Whether the quotation is part of what the verb has for its object: *ordered the “surprise”*."""
    if passage.at != verb + 2 or passage.around[verb + 1] != "M":
        return False
    words = passage.reading.sentence.words
    return words.tags[passage.phrases[verb + 1].last - 1] == "d"


def hearer_only(passage: Passage, verb: int) -> bool:
    """Whether nothing but a hearer, a time or a place stands between the verb and the comma before the quotation."""
    between = passage.kinds[verb + 1 : passage.at]
    return len(between) <= 5 and not between.strip("MPrT,:t") and between[-1:] != "M"


def frame_of(passage: Passage, clause: Clause, verb: int) -> Frame | None:
    """The frame of an open clause: its subject, or its agent if it is passive."""
    group = passage.group_at(verb)
    if group is not None and (group.passive or (group.form == "past" and is_participle(passage, clause, verb))):
        return agent_near(passage, verb, clause)
    subject = clause.subject
    first = None
    if clause.kind == "part" and subject is None:
        subject = main_subject(passage, verb)
    if clause.kind == "part" and clause.outer is not None and clause.outer.verb is not None:
        quoted = passage.group_at(clause.outer.verb)
        if quoted is not None and quoted.lemma in ("quote", "cite"):
            first = clause.outer.verb
            subject = clause.outer.subject if quoted.passive else clause.outer.object
    if (
        clause.kind == "rel"
        and passage.lemma_at(clause.opened) in ("who", "which", "that")
        and (subject is None or subject < clause.opened)
        and "," not in passage.kinds[clause.opened : verb]
    ):
        subject = clause.opened
    return Frame(verb, subject, first, clause)


def is_participle(passage: Passage, clause: Clause, verb: int) -> bool:
    """Whether what looks like the past of a verb of judging has no object, and another verb goes with its subject.

    *The plan, | described | as “x” in May, failed*; but not: *Moe rose, | called | it “x” and left*.
    """
    if clause.kind in ("wh", "rel") and clause.subject is not None and clause.subject > clause.opened:
        return False  # is what Moe, in a debate, | called | “x,” and it stuck
    entry, tags, later = passage.verb_at(verb), passage.reading.sentence.words.tags, passage.kinds[passage.at + 1 :]
    if entry is None or entry.cue != "judgement":
        return False
    described = clause.subject is not None and is_thing(passage, clause.subject)  # a book | called | “x”
    opening = verb - 1
    while passage.around[opening] == "r":
        opening -= 1
    if not described and (passage.around[opening] != "," or ("V" not in later and "B" not in later)):
        return False
    between = passage.phrases[verb + 1 : passage.at]
    return all(phrase.kind == "P" or (phrase.kind == "M" and tags[phrase.last - 1] == "d") for phrase in between)


def agent_near(passage: Passage, verb: int, clause: Clause) -> Frame | None:
    """*called “x” by Moe*: the agent right after the quotation, or the nearest before."""
    for k in (passage.at + 1, *range(passage.at - 1, verb, -1)):
        if passage.lemma_at(k) == "by" and passage.around[k + 1] == "M":
            return Frame(verb, k + 1, clause=clause) if not nobody(passage, k + 1) else None
    return None


def main_subject(passage: Passage, verb: int) -> int | None:
    """The subject of the main clause that follows a participle at the start."""
    later = [c for at, c in passage.reading.of_verb.items() if at > verb and c.kind == "main"]
    return later[0].subject if later else None


def holds_clause(passage: Passage, clause: Clause) -> bool:
    """Whether what is open at the quotation is a clause inside this one: *said* | *Moe …*."""
    return any(inner.outer is clause and inner.kind in ("comp", "wh") for inner in passage.open_clause.chain())
