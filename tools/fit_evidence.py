"""Fit the weights of evidence from gold (JSON Lines with speakers) in a folder that the caller names.

    python tools/fit_evidence.py fiction GOLD.jsonl OTHER.jsonl=4 tests/checklist=4 > /tmp/evidence_fiction.tsv
    python tools/news_evidence.py > quoteattr/lang/en/evidence_news.tsv

A conditional random field over the turns of each scene: the weights are raised until the gold
speakers are as likely as they can be, less a penalty for large weights. Turns whose speaker is not
among the candidates are left open. What stands behind ``=`` is how often each turn of a file counts; a folder
is one of marked passages, as the tests have them. Plain Python, no dependency but the package.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from math import exp, sqrt
from pathlib import Path
from typing import Any
from unittest import mock

from attrs import define, field

sys.path.insert(0, str(Path(__file__).parents[1]))

from quoteattr import pipeline
from quoteattr.case import Case, open_case
from quoteattr.conversation import RELATIONS, answering, scenes, turn_taking
from quoteattr.evidence import CLASSES, Weights, weights_of
from quoteattr.exchange import Exchange
from quoteattr.persons import Person
from quoteattr.resolve import decide, resolve_speakers
from tests.checklist.cases import read_cases

Feature = tuple[str, str]
"""A kind of source and a piece of evidence."""
Taking = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""The evidence that lies in who spoke before: going on, taking the turn back, neither."""
Factors = tuple[float, float, float] | None
SHARED = "shared"
"""What evidence tells whatever the source is; each kind of source has a weight for what it tells beside that."""
KEPT, PENALTY, STEP, RUNS = 7, 0.02, 0.1, 3
LEAST = 0.02
"""Weights smaller than this are left out of the table."""


@define(eq=False)
class Step:
    """A turn to learn from: candidates with their evidence, which are right, the evidence of turn-taking."""

    numbers: list[int]
    features: list[list[int]]
    right: list[bool]
    taking: Taking | None
    share: float = 1.0


@define(eq=False)
class Trainer:
    """The weights on their way, by number of the feature."""

    ids: dict[Feature, int] = field(factory=dict)
    weights: list[float] = field(factory=list)
    squares: list[float] = field(factory=list)
    scenes: list[list[Step]] = field(factory=list)

    def id_of(self, group: str, reason: str) -> int:
        """The number of a feature."""
        key = (group, reason)
        if key not in self.ids:
            self.ids[key] = len(self.weights)
            self.weights.append(0.0)
            self.squares.append(1e-3)
        return self.ids[key]

    def step_of(
        self,
        exchange: Exchange,
        before: Exchange | None,
        is_right: Judge,
        old: Weights,
        share: float,
    ) -> Step:
        """A turn as a step to learn from."""
        group = exchange.group if exchange.settled is None else "name"
        groups = (group,) if group == "name" else (group, SHARED)
        taking = None
        if exchange.gap is not None:
            last = before.gap if before is not None else None
            on, back, new = (
                tuple(
                    self.id_of(each, name)
                    for name in (turn_taking(r, exchange, last), answering(r, exchange))
                    if name
                    for each in groups
                )
                for r in RELATIONS
            )
            taking = (on, back, new)
        if exchange.settled is not None:
            return Step([exchange.settled.number], [[]], [True], taking, share)
        table = old.get(group, {})
        best = sorted(exchange.candidates, key=lambda c: -sum(table.get(r, 0.0) for r in c.reasons))[:KEPT]
        right = [bool(is_right(c.person)) for c in best]
        if is_right(Person(-1)) is None or not any(right):
            right = [True] * len(best)
        features = [[self.id_of(each, r) for r in c.reasons for each in groups] for c in best]
        return Step([c.person.number for c in best], features, right, taking, share)

    def learn(self, epochs: int) -> None:
        """Learn a few times from nothing, each time in another order, which tells much; the weights are the mean."""
        sums = [0.0] * len(self.weights)
        for seed in range(RUNS):
            self.weights, self.squares = [0.0] * len(sums), [0.0] * len(sums)
            self._learn_in_order(random.Random(seed), epochs)
            sums = [sum(pair) for pair in zip(sums, self.weights, strict=True)]
        self.weights = [each / RUNS for each in sums]

    def _learn_in_order(self, rng: random.Random, epochs: int) -> None:
        """Go over all scenes so many times; the weights are their mean over the later half, for they swing."""
        later = [0.0] * len(self.weights)
        for epoch in range(epochs):
            rng.shuffle(self.scenes)
            for scene in self.scenes:
                self._learn_scene(scene)
            if epoch >= epochs // 2:
                later = [sum(pair) for pair in zip(later, self.weights, strict=True)]
        self.weights = [each / (epochs - epochs // 2) for each in later]

    def _learn_scene(self, scene: list[Step]) -> None:
        gradient: dict[int, float] = defaultdict(float)
        weights = self.weights
        scores = [[exp(max(-30.0, min(30.0, sum(weights[f] for f in fs)))) for fs in step.features] for step in scene]
        bound = [
            [s if r else 0.0 for s, r in zip(row, step.right, strict=True)]
            for row, step in zip(scores, scene, strict=True)
        ]
        factors = [
            s.taking and (self._factor(s.taking[0]), self._factor(s.taking[1]), self._factor(s.taking[2]))
            for s in scene
        ]
        for emissions, sign in ((bound, 1.0), (scores, -1.0)):
            self._count(scene, emissions, factors, sign, gradient)
        size = sqrt(len(scene))
        for number, value in gradient.items():
            value = value / size - PENALTY * weights[number] / size  # noqa: PLW2901
            if value:
                self.squares[number] += value * value
                weights[number] += STEP * value / sqrt(self.squares[number])

    def _factor(self, evidence: tuple[int, ...]) -> float:
        return exp(sum(self.weights[each] for each in evidence))

    @staticmethod
    def _count(
        scene: list[Step],
        emissions: list[list[float]],
        factors: Sequence[Factors],
        sign: float,
        gradient: dict[int, float],
    ) -> None:
        """Add the expected counts of all features, by forward and backward sums over pairs of speakers."""
        forward = list(_forward(scene, emissions, factors))
        table = [[1.0] * len(row) for row in forward[-1]]
        for at in range(len(scene) - 1, -1, -1):
            step, ahead = scene[at], forward[at]
            shares = [sum(a[i] * b[i] for a, b in zip(ahead, table, strict=True)) for i in range(len(step.numbers))]
            total = sum(shares)
            if total <= 0:
                return
            for share, features in zip(shares, step.features, strict=True):
                if share:
                    value = sign * step.share * share / total
                    for number in features:
                        gradient[number] += value
            if at:
                table = _back(scene, emissions, factors, at, (table, forward[at - 1]), sign, gradient)


def _forward(
    scene: list[Step], emissions: list[list[float]], factors: Sequence[Factors]
) -> Iterator[list[list[float]]]:
    previous: list[list[float]] = []
    for at, step in enumerate(scene):
        now = emissions[at]
        if not at:
            previous = [now[:]]
        else:
            on, back, new = factors[at] or (1.0, 1.0, 1.0)
            older = scene[at - 2].numbers if at > 1 else ()
            table = []
            for column, last in enumerate(scene[at - 1].numbers):
                sums = [row[column] for row in previous]
                total = sum(sums)
                backs = dict(zip(older, sums, strict=False))
                row = []
                for number, emission in zip(step.numbers, now, strict=True):
                    if number == last:
                        row.append(emission * total * on)
                    else:
                        returning = backs.get(number, 0.0)
                        row.append(emission * ((total - returning) * new + returning * back))
                table.append(row)
            previous = table
        scale = sum(map(sum, previous)) or 1.0
        previous = [[v / scale for v in row] for row in previous]
        yield previous


def _back(  # noqa: PLR0917 - the state of the recursion
    scene: list[Step],
    emissions: list[list[float]],
    factors: Sequence[Factors],
    at: int,
    tables: tuple[list[list[float]], list[list[float]]],
    sign: float,
    gradient: dict[int, float],
) -> list[list[float]]:
    """One step back; the turn-taking features get their expected counts on the way."""
    table, before = tables
    on, back, new = factors[at] or (1.0, 1.0, 1.0)
    step, lasts = scene[at], scene[at - 1].numbers
    older = scene[at - 2].numbers if at > 1 else [-1]
    result = [[0.0] * len(lasts) for _ in range(len(before))]
    mass = [0.0, 0.0, 0.0]
    for column, last in enumerate(lasts):
        stay, others = 0.0, {}
        for number, emission, value in zip(step.numbers, emissions[at], table[column], strict=True):
            if number == last:
                stay = emission * value
            else:
                others[number] = emission * value
        rest = sum(others.values())
        for line, old in enumerate(older):
            returning = others.get(old, 0.0)
            weight = before[line][column]
            result[line][column] = stay * on + (rest - returning) * new + returning * back
            mass[0] += weight * stay * on
            mass[1] += weight * returning * back
            mass[2] += weight * (rest - returning) * new
    total = sum(mass)
    if step.taking is not None and total > 0:
        for evidence, value in zip(step.taking, mass, strict=True):
            for number in evidence:
                gradient[number] += sign * step.share * value / total
    scale = sum(map(sum, result)) or 1.0
    return [[v / scale for v in row] for row in result]


Judge = Callable[[Person], bool | None]
"""Whether somebody is the gold speaker of a turn; None where the gold names none."""
Judged = tuple[Case, Sequence[Judge], float]
"""A text before the decision, a judge for each of its exchanges, and how much it counts."""


def fit(cases: Sequence[Judged], weights: Weights, *, rounds: int = 2, epochs: int = 20) -> Weights:
    """Weights fitted to cases; those given find the candidates, and who spoke at first sight."""
    for _ in range(rounds):
        trainer = Trainer()
        for case, judges, share in cases:
            decide(case, weights)
            for scene in scenes(case.exchanges):
                steps: list[Step] = []
                for at in scene:
                    exchange = case.exchanges[at]
                    before = case.exchanges[at - 1] if at > scene.start else None
                    step = trainer.step_of(exchange, before, judges[at], weights, share)
                    if step.numbers:
                        steps.append(step)
                    elif steps:
                        trainer.scenes.append(steps)
                        steps = []
                if steps:
                    trainer.scenes.append(steps)
        trainer.learn(epochs)
        fitted: dict[str, dict[str, float]] = {group: {} for group in CLASSES}
        for (group, reason), number in trainer.ids.items():
            if group != SHARED:
                shared = trainer.ids.get((SHARED, reason)) if group != "name" else None
                fitted[group][reason] = trainer.weights[number] + (trainer.weights[shared] if shared is not None else 0)
        weights = fitted
    return weights


def table_of(weights: Weights, header: str) -> str:
    """The weights as a table, the heaviest evidence first."""
    names = {name for table in weights.values() for name in table}
    kept = [n for n in names if max(abs(weights[g].get(n, 0.0)) for g in CLASSES) >= LEAST]
    kept.sort(key=lambda n: (-max(abs(weights[g].get(n, 0.0)) for g in CLASSES), n))
    rows = ["\t".join((n, *(f"{weights[g][n]:.2f}" if n in weights[g] else "-" for g in CLASSES))) for n in kept]
    return "\n".join(("# evidence\t" + "\t".join(CLASSES), header, *rows, ""))


def normal(name: str) -> str:
    """A name without article, case and punctuation."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[\W_]+", " ", re.sub(r"^(?:the|an?|his|her|my|their)\s+", "", plain.strip())).strip()


def judges_of(document: Mapping[str, Any], case: Case) -> list[Judge]:
    """For each exchange of a case whether a person is its gold speaker; None where the gold names none."""
    names = {s["name"]: {normal(n) for n in (s["name"], *s.get("aliases", ()))} for s in document["speakers"]}
    spans = sorted((s, e, a["speaker"]) for a in document["attributions"] for s, e in a["content"])
    starts = [span[0] for span in spans]

    def speaker_of(start: int, end: int) -> str | None:
        best, found = 0, None
        for at in range(max(0, bisect_right(starts, start) - 1), bisect_right(starts, end)):
            shared = min(end, spans[at][1]) - max(start, spans[at][0])
            if shared > best:
                best, found = shared, spans[at][2]
        return found

    def judge(gold: str | None) -> Judge:
        wanted = names.get(gold, set()) if gold else set()

        def is_right(person: Person) -> bool | None:
            if gold is None:
                return None
            shown = [normal(each) for each in (person.name, *person.aliases)]
            return shown[0] in wanted or 2 * sum(each in wanted for each in shown) > len(shown)

        return cache(is_right)

    return [judge(speaker_of(exchange.start, exchange.turn.content[0].end)) for exchange in case.exchanges]


def case_of(document: Mapping[str, Any], share: float = 1.0) -> Judged:
    """A text of the gold as the package reads it, up to the decision who speaks."""
    with mock.patch.object(pipeline, "resolve_speakers", wraps=resolve_speakers) as resolve:
        pipeline.attribute(document["text"])
    case = open_case(*resolve.call_args.args, **resolve.call_args.kwargs)
    return case, judges_of(document, case), share


def documents_of(path: Path) -> Iterator[Mapping[str, Any]]:
    """The texts of a gold file, or of a folder of marked passages, but those that are known to fail."""
    if path.is_dir():
        for passage in read_cases(path):
            told = [a for a in passage.answer.attributions if a.speaker is not None]
            if told and passage.known_failure is None:
                yield {
                    "id": passage.name,
                    "text": passage.answer.text,
                    "speakers": [{"name": name} for name in {a.speaker for a in told}],
                    "attributions": [
                        {"content": [(span.start, span.end) for span in a.content], "speaker": a.speaker} for a in told
                    ],
                }
    else:
        with path.open(encoding="utf8") as lines:
            yield from map(json.loads, lines)


def cases_of(given: str, wanted: frozenset[str]) -> Iterator[Judged]:
    """The texts of a gold file or folder, or those of them that are wanted."""
    path, _, share = given.partition("=")
    for document in documents_of(Path(path)):
        if not wanted or document["id"] in wanted:
            yield case_of(document, float(share or 1))


def main() -> int:
    """Fit and write the table to standard output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("genre", choices=("fiction", "news"), help="the table to start from")
    parser.add_argument("gold", nargs="+", metavar="GOLD[=SHARE]")
    parser.add_argument("--only", default="", help="ids of documents to fit on, with commas between; else all")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=20)
    args = parser.parse_args()
    only = frozenset(args.only.split(",")) if args.only else frozenset()
    cases = [case for path in args.gold for case in cases_of(path, only)]
    fitted = fit(cases, weights_of(args.genre), rounds=args.rounds, epochs=args.epochs)
    note = "# Made by tools/fit_evidence.py from texts with known speakers: do not edit, run it again."
    sys.stdout.write(table_of(fitted, note))
    return 0


if __name__ == "__main__":
    sys.exit(main())
