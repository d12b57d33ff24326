"""The candidates of a turn: from all who are about to those who may have said it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from ..described import only_tells
from ..exchange import Candidate, are_two
from ..persons import Person
from .ahead import look_ahead
from .around import cue_sentence, look_around
from .back import look_back, note_opening, read_pronoun
from .hearing import asked, hear, is_spoken_to
from .judging import judge_all
from .nouns import bearers_of, named_beside, note_told, own, standing_opposite
from .reasons import start_of
from .recalling import recall_likely
from .scout import Scout

_ANSWERED = 60
"""A reply so near behind the words before it is another's: *“Where?” asked Ida. “There,” she answered*."""
_ACTS = frozenset({"opens the sentence after the words", "opens the paragraph of the words"})


def find_candidates(scout: Scout, at: int, *, recall: bool = False) -> None:
    """Find the candidates of a turn; ``recall`` those too who were found to speak around it before."""
    turn = scout.exchanges[at]
    found: dict[int, Candidate] = {}
    source = scout.source = turn.source
    scout.opens = turn.start if source is None else min(turn.start, source.start)
    scout.near = scout.narration.near(turn.paragraph, turn.start, turn.end)
    before = scout.near[: bisect_left(scout.near, scout.opens, key=start_of)]
    scout.before = [figure for figure in before if figure.person is not None]
    scout.beside = cue_sentence(scout)
    note_told(scout, turn)
    look_back(scout, turn, found)
    if turn.group == "implicit" and scout.reach.ahead:
        note_opening(scout, turn, found)
    if turn.group == "pronoun" and source is not None and scout.reach.ahead:
        read_pronoun(scout, source, found)
    look_around(scout, turn, found)
    look_ahead(scout, turn, found)
    if recall:
        recall_likely(scout, at, found)
    hear(scout, at, found)
    own(scout, turn, found)
    others = beside_others(scout, at) if turn.group == "implicit" else ()
    possible = [c for c in found.values() if c.person not in others and scout.possible(turn, c.person)]
    if len(possible) == 1 and turn.group == "implicit" and is_spoken_to(scout, at, possible[0].person):
        possible.clear()  # though no other is about
    turn.candidates = who_answers(scout, at, tuple(possible))  # for many turns of some texts there are none
    if turn.key:
        bearers = bearers_of(scout, turn)
        turn.candidates = [c for c in turn.candidates if c.person in bearers] or turn.candidates
    if turn.key and not scout.reach.ahead:
        opposite = standing_opposite(scout)
        turn.candidates = [c for c in turn.candidates if c.person not in opposite]
        others = named_beside(scout, turn)
        turn.candidates = [c for c in turn.candidates if c.person not in others] or turn.candidates
    sure = [c for c in turn.candidates if c.person.sure]
    told = only_tells(turn.key) and all(c.person.type == "unnamed" for c in sure)  # Moe scored. The Swede said …
    if not scout.reach.ahead and sure and not told:
        turn.candidates = sure
    judge_all(scout, turn)


def find_loosely(scout: Scout, at: int) -> None:
    """Where nobody of the gender is about: whoever is, for a given name can mislead; behind ``scout``."""
    turn = scout.exchanges[at]
    if turn.gender not in ("m", "f"):
        return
    gender, turn.gender = turn.gender, "u"
    found: dict[int, Candidate] = {}
    look_back(scout, turn, found)
    turn.gender = gender
    people = scout.narration.people
    before = scout.neighbour(at, -1) if turn.gap == "in the next paragraph" else None
    last = before.settled if before is not None else None  # who has just spoken is answered
    able = [c for c in found.values() if scout.may_speak(turn, c.person) and not people.titled(c.person)]
    able = [c for c in able if c.person is not last]
    turn.candidates = tuple([c for c in able if people.shown_gender(c.person) in ("u", gender)] or able)
    judge_all(scout, turn)


def who_answers(scout: Scout, at: int, possible: Sequence[Candidate]) -> Sequence[Candidate]:
    """Of those who may have said a turn, who was asked by name, in a short text; not who asked right before."""
    turn = scout.exchanges[at]
    if not turn.answer:
        return possible
    before = scout.exchanges[at - 1]
    if turn.gap == "in the next paragraph" and turn.group == "implicit" and scout.short:
        who = None if any(_ACTS.intersection(c.reasons) for c in possible) else asked(scout, before)
        return [c for c in possible if c.person is who] or possible
    if turn.gap == "in the same paragraph" and turn.answer == "in reply" and turn.start - before.end < _ANSWERED:
        asking = before.settled or scout.unnamed.get(before.unnamed)
        return [c for c in possible if c.person is not asking] or possible
    return possible


def beside_others(scout: Scout, at: int) -> Collection[Person | None]:
    """Who speaks beside where another must: each dash is somebody else's, as are words right behind others."""
    here, others, text = scout.exchanges[at], scout.exchanges[max(0, at - 1) : at + 2], scout.narration.text
    return [one.settled for one in others if one is not here and one.settled and are_two(one, here, text)]
