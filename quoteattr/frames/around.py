"""The frame around a quotation: its sentence reports it."""

from __future__ import annotations

from ..clauses import Clause, takes_clause, takes_hearer
from ..passage import Passage
from .clefts import acted_out, cleft, gapped
from .frame import Frame
from .governors import agent_near, frame_of, holds_clause, may_govern
from .nouns import noun_before, noun_frame, noun_subject
from .outer import outer_report
from .saying import FAR
from .unsaid import is_withheld, unreal

_LIKENS = frozenset({"compare", "liken"})
_OBJECTS = frozenset({"object", "as", "of"})  # called it “x”, described it as “x”, accused him of “x”


def governing(passage: Passage) -> tuple[Frame | None, bool]:
    """The frame of the innermost open clause that reports, and whether words were found to be denied or unreal."""
    found: tuple[Frame | None, bool] | None = passage.seen.get("governing")
    if found is None:
        told = cleft(passage)
        if told is None and passage.previous_reading is passage.reading:
            told = gapped(passage)
        if told is None and passage.before == ",":
            told = acted_out(passage)
        found = passage.seen["governing"] = _governing(passage) if told is None else (told, False)
    return found


def _governing(passage: Passage) -> tuple[Frame | None, bool]:
    unsaid = False
    coordinated = opens_with_verb(passage)
    waiting = verb_wanted(passage)
    for clause in passage.open_clause.chain():
        verb = clause.verb
        if waiting is not None and clause is not waiting:
            continue
        waiting = None
        if coordinated and not holds_clause(passage, clause):
            continue
        if verb == passage.at - 1 and passage.around[verb] == "E" and agent_near(passage, verb, clause) is None:
            coordinated = True  # marked “x”, dubbed “x”: a name, unless all of it is reported
        judge = judging(passage, clause)
        if judge is not None:
            return (None, True) if unreal(passage, judge.clause or clause, judge.verb) else (judge, False)
        if clause.kind == "comp" and clause.opened > 0 and passage.around[clause.opened] == "t":
            noun = noun_frame(passage, noun_before(passage, clause.opened)) or noun_subject(passage, clause)
            if noun is not None:
                return noun, False
        if clause.kind == "inf" and clause.opened > 0 and (noun := noun_frame(passage, clause.opened - 1)) is not None:
            return noun, False
        if verb is None or not may_govern(passage, clause, verb):
            continue
        frame = frame_of(passage, clause, verb)
        if frame is None:
            continue
        if is_withheld(passage, frame.verb, unsaid=unsaid):
            return None, True
        if unreal(passage, clause, frame.verb):
            unsaid = unsaid or says_it(passage, clause, frame.verb)
            continue
        return outer_report(passage, clause, frame) or frame, False
    return None, unsaid


def judging(passage: Passage, clause: Clause) -> Frame | None:
    """The verb that judges what is open: *called | plans to sell the mill | “odd”*, *hit | a claim … as | “odd”*."""
    outer = clause.outer
    if outer is None or outer.verb is None or outer.object is None or outer.object != clause.opened - 1:
        return None
    verb, inner = passage.verb_at(outer.verb), passage.verb_at(clause.verb)
    if verb is None or verb.cue != "judgement":
        return None
    if verb.lemma in _LIKENS and passage.lemma_at(passage.at - 1) == "to":
        return frame_of(passage, outer, outer.verb)
    if not verb.strong:
        return None
    if "as" in verb.frames:
        judged = passage.lemma_at(passage.at - 1) == "as" and (inner is None or "as" not in inner.frames)
    else:
        judged = passage.before in "MjVE" and not passage.determined and not takes_hearer(inner)
    return frame_of(passage, outer, outer.verb) if judged and verb.frames & {"as", "object"} else None


def says_it(passage: Passage, clause: Clause, verb: int) -> bool:
    """Whether the verb has the quotation itself for its object: *never said “sorry”*, not *did not find that …*."""
    entry = passage.verb_at(verb)
    plain = entry is not None and (
        entry.cue in ("speech", "manner", "writing") or not entry.frames.isdisjoint(_OBJECTS)
    )
    return plain and not holds_clause(passage, clause) and passage.at - verb <= FAR


def verb_wanted(passage: Passage) -> Clause | None:
    """The clause that takes the statement whose verb is quoted: *said | any town that wants it “owes it to us”*."""
    if passage.before not in "MTr,)" or not passage.lower or not begins_with_verb(passage):
        return None
    judge = passage.verb_at(passage.open_clause.verb)
    if judge is not None and "object" in judge.frames and passage.open_clause.object == passage.at - 1:
        return None  # said it was over, calling it | “botched”
    for clause in passage.open_clause.chain():
        if takes_clause(passage.verb_at(clause.verb)) and passage.around[(clause.verb or 0) + 1] in "MtT":
            return clause
    return None


def opens_with_verb(passage: Passage) -> bool:
    """Whether the quotation goes on with a verb behind *and*: *said Moe begged and “would have knelt”*."""
    return passage.before == "c" and begins_with_verb(passage)


def begins_with_verb(passage: Passage) -> bool:
    """Whether the first word quoted is a finite verb: *“would have knelt”*, *“owes it to us”*."""
    first = next(iter(passage.said.split()), "").strip(",.;:")
    word = passage.lexicon.word(first) if first else None
    return word is not None and (word.tag in "mbhD" or (word.tag == "v" and word.finite))
