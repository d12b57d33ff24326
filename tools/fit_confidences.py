"""Fit the confidences of sources from gold (JSON Lines), and show them on the half that was not fitted.

    python tools/fit_confidences.py GOLD.jsonl > quoteattr/lang/en/confidences.tsv

Logistic regression over the signs of each source that the rules found: the weights are raised until what the gold
says of the sources is as likely as it can be, less a penalty for large weights; a source for
words that nobody says is a wrong one. The documents are taken in turn for two
halves; what was fitted on one is shown on the other, both ways, in the first lines of the table, which itself is
fitted on both. Plain Python, no dependency but the package.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import exp
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from quoteattr import RULES, Rule, RuleSet, attribute
from quoteattr.confidences import Confidences, signs_of
from quoteattr.evaluate import Document, Entry, read
from quoteattr.evaluate.judge import judge_quoted
from quoteattr.evaluate.pieces import Overlaps, Piece

LEAST, PENALTY, SWEEPS = 30, 2.0, 60
"""A sign seen less often is left out; how much large weights cost; how often all weights are gone through."""
BAR = 0.9
"""The confidence at which precision and recall are shown."""

Signs = tuple[str, ...]


@frozen
class Case:
    """A source that was found: its signs, and whether it is right; ``None`` where nobody says the words."""

    signs: Signs
    right: bool | None
    own: float


def noting(rule: Rule, notes: dict[Piece, Signs]) -> Rule:
    """The rule, which notes the signs of all that it proposes."""

    def see(passage: Any) -> Any:
        found = rule.see(passage)
        if found is not None and found.source is not None and found.continues is None:
            span = passage.quotation.span
            notes[span.start, span.end] = tuple(signs_of(rule.name, passage, found.verb, found.source).names())
        return found

    return evolve(rule, see=see)


def cases_of(document: Document) -> Iterator[Case]:
    """The sources that the rules find for quotations with marks."""
    notes: dict[Piece, Signs] = {}
    rules = RuleSet(noting(each, notes) for each in RULES)
    whole = [Entry.of(one) for one in attribute(document.text, rules=rules).to_dict()["attributions"]]
    head = {piece: one.content[0] for one in whole for piece in one.content}
    found = [one for one in whole if one.kind != "indirect"]
    if document.in_pieces:
        found = [evolve(one, content=(piece,)) for one in found for piece in one.content]
    for judged in judge_quoted(document, found):
        if judged.gold.source and judged.source is not None and judged.shown is not None:
            yield case_of(judged.shown, notes.get(head[judged.shown.content[0]], ()), right=judged.source)
    said = Overlaps((piece,) for gold in document.attributions for piece in gold.content)
    for one in found:
        if one.source and not said.at(one.content):
            yield case_of(one, notes.get(head[one.content[0]], ()), right=None)


def case_of(entry: Entry, signs: Signs, *, right: bool | None) -> Case:
    """A source with its signs, where they tell of the rule that made it; a report has none."""
    return Case(signs if signs[:1] == (f"rule {entry.rule}",) else (), right, entry.confidence or 0.0)


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """The weight of each sign that was seen often enough, where its rule was; one after the other, over and over."""
    judged = [one for one in cases if one.signs]
    count = Counter(sign for one in judged for sign in one.signs)
    judged = [one for one in judged if count[one.signs[0]] >= LEAST]
    rows: dict[str, list[int]] = defaultdict(list)
    for row, one in enumerate(judged):
        for sign in one.signs:
            if count[sign] >= LEAST:
                rows[sign].append(row)
    weights, odds = dict.fromkeys(rows, 0.0), [0.0] * len(judged)
    for _ in range(SWEEPS):
        for sign, where in rows.items():
            shares = [1 / (1 + exp(-odds[row])) for row in where]
            slope = sum(share - bool(judged[row].right) for share, row in zip(shares, where, strict=True))
            bend = sum(share * (1 - share) for share in shares) + PENALTY
            step = -(slope + PENALTY * weights[sign]) / bend
            weights[sign] += step
            for row in where:
                odds[row] += step
    return weights


def share_of(weights: dict[str, float]) -> Callable[[Case], float]:
    """How sure a case is by these weights; where they do not know it, as sure as its rule said."""
    table = Confidences(weights)

    def share(case: Case) -> float:
        found = table.share(case.signs) if case.signs else None
        return case.own if found is None else found

    return share


def shown(cases: Sequence[Case], gold: int, share: Callable[[Case], float]) -> str:
    """How near the shares come, and what they leave of precision and recall at the bar."""
    gaps: dict[int, float] = defaultdict(float)
    judged = [one for one in cases if one.right is not None]
    for one in judged:
        gaps[min(9, int(share(one) * 10))] += share(one) - bool(one.right)
    sure = [one for one in cases if share(one) >= BAR]
    right = sum(one.right is True for one in sure)
    calibration = sum(map(abs, gaps.values())) / max(1, len(judged))
    precision, recall = right / max(1, len(sure)), right / max(1, gold)
    return f"calibration {calibration:.4f}; at {BAR}: precision {precision:.4f}, recall {recall:.4f}"


def sources_in(documents: Iterable[Document]) -> int:
    """How many sources the gold has for quotations with marks."""
    return sum(bool(one.source) for each in documents for one in each.attributions if one.kind != "indirect")


def main() -> int:
    """Fit, show, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD")
    documents = [document for path in parser.parse_args().gold for document in read(path)]
    cases = [list(cases_of(document)) for document in documents]
    halves = [[one for each in cases[start::2] for one in each] for start in (0, 1)]
    gold = [sources_in(documents[start::2]) for start in (0, 1)]
    print("# sign\tweight\tcases\tright")
    print(f"# Made by tools/fit_confidences.py on {len(documents)} documents with {sum(gold)} sources.")
    print("# What was fitted on one half of them, on the other half:")
    for fitted, other in ((0, 1), (1, 0)):
        print(f"# {shown(halves[other], gold[other], share_of(fit(halves[fitted])))}")
    everything = [one for each in cases for one in each]
    count = Counter(sign for one in everything for sign in one.signs)
    right = Counter(sign for one in everything if one.right for sign in one.signs)
    weights = fit(everything)
    for sign in sorted(weights, key=lambda sign: (not sign.startswith("rule "), sign)):
        print(f"{sign}\t{weights[sign]:.2f}\t{count[sign]}\t{right[sign]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
