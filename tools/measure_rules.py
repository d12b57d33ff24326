"""Measure how often each rule is right, on gold: how many answers it gave, and how many of them were right.

    python tools/measure_rules.py GOLD.jsonl > quoteattr/rules/measured.tsv

A source is right where it is the gold's. A rule that finds what nobody says, or names nobody, is right where the gold
names nobody either. Words to which the gold gives no source, though somebody says them, are not counted.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from attrs import evolve

from quoteattr import RULES, Rule, RuleSet, attribute
from quoteattr.evaluate import Document, Entry, Tally, read
from quoteattr.evaluate.judge import same_mention
from quoteattr.evaluate.pieces import Overlaps, Piece, likeness

Answer = tuple[str, Piece | None]
"""A rule, and the source that it named."""


def noting(rule: Rule, answers: dict[Piece, Answer]) -> Rule:
    """The rule, which notes the quotations that it answers for; the first rule that answers is the one that counts."""

    def see(passage: Any) -> Any:
        found = rule.see(passage)
        if found is not None:
            span, source = passage.quotation.span, found.source
            answers[span.start, span.end] = (
                rule.name,
                (source.span.start, source.span.end) if source is not None else None,
            )
        return found

    return evolve(rule, see=see)


def measure(document: Document, counts: Counter[tuple[str, bool]]) -> None:
    """Count what the rules answer for a document, and the reports in it."""
    answers: dict[Piece, Answer] = {}
    result = attribute(document.text, rules=RuleSet(noting(each, answers) for each in RULES))
    said = [one for one in document.attributions if one.kind != "indirect"]
    around = Overlaps(one.content for one in document.attributions)
    near = Overlaps(one.content for one in said)
    for place, (rule, source) in answers.items():
        golds = [said[at] for at in near.at((place,))]
        gold = max(golds, key=lambda one: likeness(one.content, (place,)), default=None)
        if source is None:
            counts[rule, not (gold is not None and gold.source)] += 1
        elif gold is None:
            if not around.at((place,)):
                counts[rule, False] += 1
        elif gold.source:
            counts[rule, same_mention((source,), gold.source)] += 1
    tally = Tally()
    tally.add(document, [Entry.of(one) for one in result.to_dict()["attributions"]])
    for rule, each in tally.by_rule.items():
        if rule not in {known.name for known in RULES} and rule != "(none)":
            counts[rule, True] += each["right"]
            counts[rule, False] += each["predicted"] - each["right"]


def main() -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD")
    counts: Counter[tuple[str, bool]] = Counter()
    documents = 0
    for path in parser.parse_args().gold:
        for document in read(path):
            measure(document, counts)
            documents += 1
    print("# rule\tanswers\tright")
    print(f"# Made by tools/measure_rules.py on {documents} documents.")
    for rule in sorted({rule for rule, _ in counts}):
        print(f"{rule}\t{counts[rule, True] + counts[rule, False]}\t{counts[rule, True]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
