"""Judge who is found to speak, on gold (JSON Lines with speakers) in a folder that the caller names.

    python tools/judge_speakers.py fiction GOLD.jsonl                     with the weights that the package ships
    python tools/judge_speakers.py fiction GOLD.jsonl --characters        and what the gold's list of characters adds
    python tools/judge_speakers.py fiction GOLD.jsonl --held-out 0        fitted on one half, judged on the other,
                                                                          both ways; the number draws the halves
    python tools/judge_speakers.py fiction GOLD.jsonl --held-out 0 --sureness > rows of lang/en/sureness.tsv

Prints the share of gold speakers found, for each way to know them; then how much is answered where so many of the
answers are to be right, and with which ``min_confidence``.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, log
from pathlib import Path
from typing import Any
from unittest import mock

from attrs import evolve, frozen
from fit_evidence import Judged, case_of, fit

from quoteattr import resolve
from quoteattr.evaluate.gold import Document, predictor
from quoteattr.evaluate.judge import judge_quoted
from quoteattr.evidence import CLASSES, Genre, Weights, weights_of
from quoteattr.resolve import decide, winner

GROUPS = ("explicit", "anaphoric", "implicit")
PRECISIONS = (0.95, 0.9, 0.85)
SURE = 0.99

Saved = Mapping[str, Any]


@frozen
class Answer:
    """One gold quotation: how its speaker is known, whether it was found, and how surely (None: not answered)."""

    how: str
    right: bool
    confidence: float | None


def answers(saved: Saved, weights: Weights, genre: Genre, *, characters: bool = False) -> Iterator[Answer]:
    """What comes out for the quotations of a document whose speaker the gold names."""

    def shipped(of: Genre) -> Weights:
        return weights if of == genre else weights_of(of)

    document = Document.of(saved)
    options = {"characters": saved["speakers"]} if characters else {}
    with mock.patch.object(resolve, "weights_of", shipped):
        found = [one for one in predictor(**options)(document.text) if one.kind != "indirect"]
    if document.in_pieces:
        found = [evolve(one, content=(piece,)) for one in found for piece in one.content]
    for judged in judge_quoted(document, found):
        if judged.gold.speaker:
            sure = judged.shown.speaker_confidence if judged.shown is not None and judged.speaker is not None else None
            yield Answer(judged.gold.how or judged.gold.kind, judged.speaker is True, sure)


def answered(all_answers: Sequence[Answer], precision: float) -> tuple[float, float]:
    """The largest share answered with so many right, and the ``min_confidence`` that gives it.

    >>> answered([Answer("explicit", True, 0.9), Answer("implicit", False, 0.4)], 0.95)
    (0.5, 0.9)
    """
    sure = sorted(((a.confidence, a.right) for a in all_answers if a.confidence is not None), reverse=True)
    best, right = (0.0, 1.0), 0
    for count, (confidence, is_right) in enumerate(sure, 1):
        right += is_right
        last = count == len(sure) or sure[count][0] < confidence
        if last and right >= precision * count:
            best = count / len(all_answers), confidence
    return best


def report(name: str, all_answers: Sequence[Answer]) -> Iterator[str]:
    """The figures in lines."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for each in all_answers:
        groups[each.how].append(each.right)
        groups["all"].append(each.right)
    shares = (
        f"{how} {sum(groups[how]) / len(groups[how]):.4f} of {len(groups[how])}"
        for how in (*GROUPS, "all")
        if groups[how]
    )
    yield f"{name}: {', '.join(shares)}"
    for precision in PRECISIONS:
        share, bar = answered(all_answers, precision)
        yield f"  {share:.3f} answered with precision {precision} at min_confidence {bar:.3f}"


def halves(documents: Sequence[Saved], seed: int) -> tuple[list[Saved], list[Saved]]:
    """The documents in two halves, drawn by the seed."""
    shuffled = sorted(documents, key=lambda each: str(each["id"]))
    random.Random(seed).shuffle(shuffled)
    middle = len(shuffled) // 2
    return shuffled[:middle], shuffled[middle:]


# ---------------------------------------------------------------- sureness

Sight = tuple[float, float, bool]
"""How sure the source is, how much is believed in its speaker, whether the speaker is right."""


def sights(cases: Iterable[Judged], weights: Weights) -> dict[str, list[Sight]]:
    """For each way to know a speaker the turns with a gold speaker."""
    seen: dict[str, list[Sight]] = defaultdict(list)
    for case, judges, _ in cases:
        decide(case, weights)
        for exchange, judge in zip(case.exchanges, judges, strict=True):
            turn, best = exchange.turn, winner(exchange)
            person = exchange.settled or (best.person if best is not None else None)
            if person is None or (right := judge(person)) is None:
                continue
            source = min(SURE, turn.confidence) if turn.source is not None else 1.0
            if exchange.settled is not None:
                seen["name" if person.type == "person" else "unnamed"].append((min(SURE, source), 1.0, right))
            elif best is not None:
                seen[exchange.group].append((source, min(SURE, max(1.0 - SURE, best.share)), right))
    return seen


def fitted_odds(seen: Sequence[Sight]) -> float:
    """What the odds of the source are to be multiplied by, so that as many are right as are believed."""
    low, high = 1e-3, 1e3
    for _ in range(60):
        odds = (low * high) ** 0.5
        if sum(odds * s / (odds * s + 1.0 - s) for s, _, _ in seen) < sum(right for *_, right in seen):
            low = odds
        else:
            high = odds
    return low


def fitted_line(seen: Sequence[Sight], steps: int = 200) -> tuple[float, float]:
    """The slope and the offset that turn belief into the share right; drawn to 1 and 0 where the turns are few."""
    slope, offset = 1.0, 0.0
    for _ in range(steps):
        a, b, aa, bb, ab = 1.0 - slope, -offset, 1.0, 1.0, 0.0
        for source, belief, right in seen:
            logit = log(belief / (1.0 - belief))
            share = 1.0 / (1.0 + exp(-slope * logit - offset))
            mean = min(SURE + 0.009, source * share)
            pull = (right / mean - (1.0 - right) / (1.0 - mean)) * source * share * (1.0 - share)
            weight = (source * share * (1.0 - share)) ** 2 / (mean * (1.0 - mean))
            a, b = a + pull * logit, b + pull
            aa, bb, ab = aa + weight * logit * logit, bb + weight, ab + weight * logit
        inverse = aa * bb - ab * ab
        slope, offset = slope + 0.5 * (a * bb - b * ab) / inverse, offset + 0.5 * (b * aa - a * ab) / inverse
    return slope, offset


def sureness(genre: str, seen: Mapping[str, Sequence[Sight]]) -> Iterator[str]:
    """The rows of the table."""
    for who in ("name", "unnamed"):
        if seen.get(who):
            yield f"{genre}\t{who}\t{fitted_odds(seen[who]):.2f}\t-\t-\t{len(seen[who])} turns"
    for who in ("implicit", "pronoun", "noun"):
        if seen.get(who):
            slope, offset = fitted_line(seen[who])
            yield f"{genre}\t{who}\t-\t{slope:.2f}\t{offset:.2f}\t{len(seen[who])} turns"


def main() -> int:
    """Judge and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("genre", choices=("fiction", "news"), help="the table of weights")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--characters", action="store_true", help="judge with the gold's characters given, too")
    parser.add_argument("--held-out", type=int, metavar="SEED", help="judge each half with weights fitted on the other")
    parser.add_argument("--sureness", action="store_true", help="print rows for the table of sureness instead")
    args = parser.parse_args()
    documents = [json.loads(line) for line in args.gold.read_text("utf8").splitlines()]
    parts: list[tuple[list[Saved], Weights]] = [(documents, weights_of(args.genre))]
    if args.held_out is not None:
        one, other = halves(documents, args.held_out)
        nothing: Weights = {each: {} for each in CLASSES}
        parts = [(judged, fit(list(map(case_of, fitted)), nothing)) for fitted, judged in ((one, other), (other, one))]
    if args.sureness:
        seen: dict[str, list[Sight]] = defaultdict(list)
        for judged, weights in parts:
            for who, sight in sights(map(case_of, judged), weights).items():
                seen[who].extend(sight)
        print("\n".join(sureness(args.genre, seen)))
        return 0
    for characters in (False, True)[: 1 + args.characters]:
        found = [
            each
            for judged, weights in parts
            for document in judged
            for each in answers(document, weights, args.genre, characters=characters)
        ]
        print("\n".join(report("with the characters given" if characters else "from the text alone", found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
