"""Chain: the turns of a scene, solved together.

A turn with a name beside its cue is settled. For the others the text offers candidates, and evidence
for and against each: where the narration names them, who is addressed, who spoke before. Turns of one
scene form a chain that is read as a whole: who speaks depends on the two who spoke before, the settled
turns hold, and the answer to each turn is the candidate that is likeliest over all readings of the
chain. So a slip does not run on to the next settled turn and beyond.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import exp
from operator import attrgetter, mul
from typing import Literal

from attrs import define, field

from .evidence import Weights
from .exchange import Candidate, Exchange, Gap

Relation = Literal["on", "back", "new"]
"""How somebody stands to the two who spoke before: they go on, they take the turn back, or neither."""
_KEPT = 6
"""So many candidates of a turn enter the chain."""


def turn_taking(relation: Relation, turn: Exchange, before: Gap | None) -> str:
    """The name of the evidence that lies in who spoke before."""
    return _turn_taking(relation, turn.gap, before)


@cache
def _turn_taking(relation: Relation, gap: Gap | None, before: Gap | None) -> str:
    if relation == "back":
        return f"spoke last but one, {gap}, {_LAST_GAP.get(before or '', 'the last at a distance')}"
    return f"spoke last, {gap}" if relation == "on" else f"did not speak just before, {gap}"


def answering(relation: Relation, turn: Exchange) -> str:
    """The name of the evidence that lies in who asked, where the words before ask or the cue is one of replying."""
    return f"{_ANSWERS[relation]}, {turn.answer}" if turn.answer else ""


_ANSWERS: dict[Relation, str] = {
    "on": "spoke last",
    "back": "spoke last but one",
    "new": "did not speak just before",
}
RELATIONS: tuple[Relation, ...] = ("on", "back", "new")
_LAST_GAP = {
    "in the same paragraph": "the last in the same paragraph",
    "in the next paragraph": "the last in the next paragraph",
}


@define(eq=False)
class Chain:
    """The turns of one scene, and the likeliest speaker of each.

    The tables on the way have the belief in each pair (speaker before, speaker): a row for each speaker before.
    """

    exchanges: Sequence[Exchange]
    weights: Weights
    _rows: list[Sequence[Candidate]] = field(factory=list)  # who may have said each turn, where nobody is settled
    _places: dict[int, dict[int, int]] = field(factory=dict)  # of a part the place in its row of each, by number,
    _emissions: dict[int, list[float]] = field(factory=dict)  # and what speaks for each of them by itself
    _known: dict[tuple[int, ...], dict[int, int]] = field(factory=dict)  # places, kept once for all turns with the same
    _steps: dict[tuple[str, str | None, str | None, str], tuple[float, float, float]] = field(factory=dict)

    def candidates(self, turn: Exchange) -> Sequence[Candidate]:
        """The best few of those who may have said a turn that nobody is settled for."""
        if not turn.candidates:
            return ()
        weight = self.weights[turn.group].get
        for candidate in turn.candidates:
            candidate.score = sum([weight(reason, 0.0) for reason in candidate.reasons])
        return sorted(turn.candidates, key=_score_of, reverse=True)[:_KEPT]

    def solve(self) -> None:
        """Give every candidate its share of the belief."""
        exchanges = self.exchanges
        rows = self._rows = [self.candidates(turn) if turn.settled is None else () for turn in exchanges]
        for part in self._parts():
            self._places.clear()
            self._emissions.clear()
            for at in part:
                row, settled = rows[at], exchanges[at].settled
                if settled is not None:
                    self._places[at], self._emissions[at] = self._places_of((settled.number,)), _SURE
                else:  # somebody may have said it, as every open turn of a part
                    self._places[at] = self._places_of(tuple([candidate.person.number for candidate in row]))
                    self._emissions[at] = _emissions(row)
            self._backward(part, self._forward(part))
        for turn, row in zip(exchanges, rows, strict=True):
            likely = max(row, key=_share_of) if row else None
            turn.likely = likely.person if likely is not None else turn.settled

    def _places_of(self, numbers: tuple[int, ...]) -> dict[int, int]:
        """The place of each of some people."""
        known = self._known.get(numbers)
        if known is None:
            known = self._known[numbers] = {number: at for at, number in enumerate(numbers)}
        return known

    def _parts(self) -> Iterable[range]:
        """The stretches of turns to solve: open turns, with the two before and after that they hang together with.

        A turn that nobody may have said parts the chain.
        """
        behind = 2 if self.weights["name"] else 0  # else settled turns tell nothing of who spoke before
        bound = 0
        part: list[int] = []
        for at, turn in enumerate(self.exchanges):
            if turn.settled is None:
                if part and (not self._rows[at] or at - part[-1] > 2):
                    yield range(max(bound, part[0] - 2), min(at, part[-1] + 1 + behind))
                    part = []
                if self._rows[at]:
                    part.append(at)
                else:
                    bound = at + 1
        if part:
            yield range(max(bound, part[0] - 2), min(len(self.exchanges), part[-1] + 1 + behind))

    def steps(self, at: int) -> tuple[float, float, float]:
        """The factors for going on, taking the turn back, and anybody else."""
        turn = self.exchanges[at]
        group = turn.group if turn.settled is None else "name"
        before = self.exchanges[at - 1].gap
        known = self._steps.get((group, turn.gap, before, turn.answer))
        if known is None:
            weights = self.weights[group]
            on, back, new = [
                exp(weights.get(turn_taking(r, turn, before), 0.0) + weights.get(answering(r, turn), 0.0))
                for r in RELATIONS
            ]
            known = self._steps[group, turn.gap, before, turn.answer] = on, back, new
        return known

    def _forward(self, part: range) -> list[Table]:
        """For each turn the belief in each pair of speakers, from what came before."""
        tables: list[Table] = [[self._emissions[part.start]]]
        for at in part[1:]:
            places, before, now = self._places[at], self._places[at - 1], self._emissions[at]
            if len(places) == len(before) == 1:
                tables.append(_CERTAIN)
                continue
            on, back, new = self.steps(at)
            older = self._places[at - 2] if at - 2 >= part.start else {}
            table: Table = []
            for last, sums in zip(before, zip(*tables[-1], strict=True), strict=True):
                total = sum(sums)
                plain = total * new
                row = [emission * plain for emission in now]
                for number, returning in zip(older, sums, strict=False):
                    place = places.get(number)
                    if place is not None:
                        row[place] = now[place] * ((total - returning) * new + returning * back)
                place = places.get(last)
                if place is not None:
                    row[place] = now[place] * total * on
                table.append(row)
            tables.append(_scaled(table))
        return tables

    def _backward(self, part: range, forward: list[Table]) -> None:
        """Walk back to the first open turn and give each candidate its share."""
        table = [[1.0] * len(row) for row in forward[-1]]
        first = next(at for at in part if self._rows[at])
        for at in range(part.stop - 1, first - 1, -1):
            if self._rows[at]:
                columns = zip(zip(*forward[at - part.start], strict=True), zip(*table, strict=True), strict=True)
                shares = [sum(map(mul, ahead, behind)) for ahead, behind in columns]
                total = sum(shares)
                for candidate, share in zip(self._rows[at], shares, strict=True):
                    candidate.share = share / total
            if at > first:
                older = self._places[at - 2] if at - 2 >= part.start else _NOBODY
                table = self._step_back(at, table, older)

    def _step_back(self, at: int, table: Table, older: dict[int, int]) -> Table:
        places, before, now = self._places[at], self._places[at - 1], self._emissions[at]
        if len(places) == len(before) == len(older) == 1:
            return _CERTAIN
        on, back, new = self.steps(at)
        gain = back - new
        columns = []
        for last, row in zip(before, table, strict=True):
            values = [*map(mul, now, row)]
            own = places.get(last)
            stay = 0.0
            if own is not None:
                stay = values[own] * on
                values[own] = 0.0
            plain = sum(values) * new + stay
            column = [plain] * len(older)
            for line, number in enumerate(older):
                place = places.get(number)
                if place is not None:
                    column[line] = plain + values[place] * gain
            columns.append(column)
        return _scaled([*map(list, zip(*columns, strict=True))])


Table = list[list[float]]
_SURE = [1.0]  # the emissions of a turn of which one person is the speaker,
_CERTAIN: Table = [[1.0]]  # the belief where there is but one pair of speakers,
_NOBODY = {-1: 0}  # and the places where no speaker before is known
_score_of, _share_of = attrgetter("score"), attrgetter("share")


def _emissions(candidates: Sequence[Candidate]) -> list[float]:
    scores = [candidate.score for candidate in candidates]
    best = max(scores, default=0.0)
    return [exp(score - best) for score in scores]


def _scaled(table: Table) -> Table:
    total = sum(map(sum, table))
    return [[value / total for value in row] for row in table]


def scenes(exchanges: Sequence[Exchange]) -> Iterable[range]:
    """The stretches of turns between which no scene ends."""
    start = 0
    for at in range(1, len(exchanges)):
        if exchanges[at].gap is None:
            yield range(start, at)
            start = at
    yield range(start, len(exchanges))
