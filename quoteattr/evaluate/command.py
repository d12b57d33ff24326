"""``quoteattr evaluate GOLD…``: how right attributions are, what each rule gives, what came out otherwise."""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

import quoteattr
from quoteattr import QuoteattrError, ResultError
from quoteattr.evaluate.ablate import ablate
from quoteattr.evaluate.compare import changes
from quoteattr.evaluate.gold import Document, Entry, entries_of, faults_at, read_lines
from quoteattr.evaluate.readers import READERS, read
from quoteattr.evaluate.report import ablated_lines, as_data, as_lines
from quoteattr.evaluate.tally import Tally
from quoteattr.strict import expect
from quoteattr.whole import WholeFile

DONE, WRONG = 0, 2  # exit codes

EXAMPLES: Final = """\
examples:
  quoteattr evaluate gold.jsonl                           figures, by kind and by rule, with intervals
  quoteattr evaluate gold.jsonl --save new.jsonl          and what was found, a document a line
  quoteattr evaluate gold.jsonl --compare new.jsonl       which quotations come out otherwise now
  quoteattr evaluate gold.jsonl --ablate                  what each rule gives, taken out one by one
  quoteattr evaluate gold.jsonl --mistakes 20             twenty of the mistakes, to read
  quoteattr evaluate gold.jsonl --predicted new.jsonl     score what was found elsewhere

GOLD is a file of JSON Lines (docs/evaluate.md), a folder in brat's standoff format (PolNeAR as it is published), or
a folder of the Project Dialogism Novel Corpus with its tables.
"""

Answer = Callable[[Document], Sequence[Entry]]


def main(argv: Sequence[str]) -> int:
    """Run ``quoteattr evaluate`` and give the exit code: 0 done, 2 it could not run."""
    options = _parser().parse_args(argv)
    try:
        with ExitStack() as files:
            kept = None if options.save is None else files.enter_context(WholeFile(options.save))
            for path in options.gold:
                _evaluate(path, options, kept)
    except (QuoteattrError, OSError) as error:
        if isinstance(error, OSError) and error.filename is None:
            raise  # it cannot be printed: the caller knows what to do
        print(f"quoteattr evaluate: {error}", file=sys.stderr)
        return WRONG
    return DONE


def _evaluate(path: Path, options: argparse.Namespace, kept: WholeFile | None) -> None:
    documents = list(itertools.islice(read(path, options.gold_format), options.limit))
    answer = _saved(options.predicted) if options.predicted is not None else _attributed(options, kept)
    tally, found = Tally(), []
    for document in documents:
        predicted = answer(document)
        tally.add(document, predicted)
        found.append(predicted)
    rows = list(ablate(documents, **_arguments(options))) if options.ablate else []
    if options.format == "json":
        ablated = {"ablated": {row.rule: dict(row.gains) for row in rows}} if rows else {}
        print(json.dumps({"file": str(path), **as_data(tally), **ablated}))
        return
    print(f"\n{path}: {len(documents)} documents, {sum(len(one.text) for one in documents)} characters")
    print(*as_lines(tally), sep="\n")
    if rows:
        print(*ablated_lines(rows), sep="\n")
    if options.compare is not None:
        _print_changes(documents, map(_saved(options.compare), documents), found)
    if options.mistakes:
        _print_mistakes(documents, found, options.mistakes)


def _print_changes(
    documents: Sequence[Document], old: Iterator[Sequence[Entry]], new: Sequence[Sequence[Entry]]
) -> None:
    found = [one for each in zip(documents, old, new, strict=True) for one in changes(*each)]
    count = Counter(one.verdict for one in found)
    print(f"\n{count['gained']} gained, {count['lost']} lost, {count['changed']} changed otherwise\n")
    for verdict in ("gained", "lost", "changed"):
        print(*(f"{one}\n" for one in found if one.verdict == verdict), sep="\n", end="")


def _print_mistakes(documents: Sequence[Document], found: Sequence[Sequence[Entry]], most: int) -> None:
    mistakes = [
        one
        for document, new in zip(documents, found, strict=True)
        for one in changes(document, document.attributions, new)
        if one.verdict == "lost"
    ]
    step = max(1, len(mistakes) // most)
    shown = mistakes[::step][:most]
    print(f"\n{len(mistakes)} mistakes, {len(shown)} of them:\n")
    for one in shown:
        print(*(line for line in str(one).splitlines() if not line.startswith("  was ")), sep="\n", end="\n\n")


def _arguments(options: argparse.Namespace) -> dict[str, Any]:
    """What ``attribute`` is called with."""
    return {"indirect": options.indirect, "min_confidence": options.min_confidence, "extensions": options.extension}


def _attributed(options: argparse.Namespace, kept: WholeFile | None) -> Answer:
    """What ``attribute`` finds; kept as well where that is wanted."""

    def answer(document: Document) -> Sequence[Entry]:
        result = quoteattr.attribute(document.text, **_arguments(options))
        if kept is not None:
            kept.write(result.to_json(id=document.id) + "\n")
        return [Entry.of(one) for one in result.to_dict()["attributions"]]

    return answer


def _saved(path: Path) -> Answer:
    """What a file of predictions has for a document: JSON Lines, of which ``id`` and ``attributions`` are read.

    Raises:
        ResultError: A line is no prediction, or a document has none.
    """
    found: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for place, saved in read_lines(path):
        name = expect(str, expect(Mapping, saved, f"{place}: a prediction").get("id"), f"{place}: id")
        if name in found:
            raise ResultError(f"{place}: a second prediction for {name!r}; the first is {found[name][0]}")
        found[name] = place, saved

    def answer(document: Document) -> Sequence[Entry]:
        if document.id not in found:
            raise ResultError(
                f"{path}: nothing for the document {document.id!r}; it has {', '.join(list(found)[:3])} …"
            )
        place, saved = found[document.id]
        if saved.get("text", document.text) != document.text:
            raise ResultError(f"{place}: the prediction for {document.id!r} is about another text than the gold")
        with faults_at(f"{place}: no prediction"):
            return entries_of(saved, document.text)

    return answer


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteattr evaluate",
        description="How right attributions are, measured on gold.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="a file or a folder of gold")
    parser.add_argument("--gold-format", choices=READERS, default="", help="of the gold (default: told by its files)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="of what is printed")
    parser.add_argument("--ablate", action="store_true", help="what each rule gives, taken out one by one; takes long")
    parser.add_argument(
        "--compare", type=Path, metavar="OLD.jsonl", help="what comes out otherwise than was saved there"
    )
    parser.add_argument("--mistakes", type=int, default=0, metavar="N", help="show that many mistakes")
    parser.add_argument("--save", type=Path, metavar="FILE", help="write what was found, a document a line")
    parser.add_argument("--predicted", type=Path, metavar="FILE", help="score what is saved there, attribute nothing")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N documents")
    parser.add_argument("--indirect", choices=("none", "speech", "all"), default="speech", help="as for quoteattr FILE")
    parser.add_argument("--min-confidence", type=float, default=0.0, metavar="SHARE", help="as for quoteattr FILE")
    parser.add_argument(
        "--extension", action="append", default=[], metavar="NAME", help="an installed extension to use"
    )
    return parser
