"""Count the tables of reported speech from gold: ``python benchmarks/count_reports.py FOLDER [--into FOLDER]``.

With ``--halves`` nothing is written: the tables are counted on one half of the documents and judged on the other,
both ways, so that they are not judged on what they were counted on.

Two tables come of it. ``boundaries.tsv``: behind which signs and words a statement ended, and behind which it
went on. ``reports.tsv``: how often each reading of a cue (a word, its frame, its form) had the content of the
gold. FOLDER holds documents in JSON Lines, as ``quoteattr.evaluate`` reads them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from quoteattr import Pipeline
from quoteattr.boundaries import Boundaries, View, boundaries_from, context_of, keys_of
from quoteattr.clauses import read_clauses
from quoteattr.clues import Weights, clues_of
from quoteattr.drafts import Cued, Draft, find_cues, find_drafts, tense_of
from quoteattr.evaluate import Document, Entry, Predict, evaluate
from quoteattr.lexicon import english
from quoteattr.phrases import read_sentences
from quoteattr.quotations import find_quotations
from quoteattr.reports import Finder, Level
from quoteattr.shares import Shares, logit, shares_of, sigmoid
from quoteattr.tokens import find_paragraphs
from quoteattr.whole import WholeFile
from quoteattr.words import read_words

Json = dict[str, Any]
Spans = list[tuple[int, int]]
Key = tuple[str, str, str]

_ALIKE = 0.5  # contents are the same where this share of their union is common
_SHARE_PRIOR = 3.0  # what a class weighs against the counts of a word, in cases
_CLASS_PRIOR = 8.0  # what a frame weighs against the counts of a class
_MEAN_PRIOR = 6.0  # what the mean weighs against the counts of a frame
_EFFECT_PRIOR = 4.0  # what a class weighs in how a word differs from it
_BOUNDARY_PRIOR = 2.0  # what a broader type weighs against the counts of a type of boundary
_ROUNDS = 3  # passes of the fit over all cases
_STEP = 0.1
_DECAY = 0.005  # how strongly weights are drawn to where they began
_LIGHTEST = 0.02  # a clue that weighs less is not written
_LEVELS: tuple[Level, ...] = ("all", "speech")
_REPORTED = ("indirect.", "exact.", "source.recall[mixed]")  # the figures that --halves shows
_SHIPPED = 3  # cases that a row must have to be written


@frozen(eq=False)
class Sentence:
    """A sentence laid out, with what the gold says of it."""

    view: View
    gold: tuple[Json, ...] = field(repr=False)


def sentences_of(document: Json) -> Iterator[Sentence]:
    """The sentences of a document, each with the gold attributions whose cue or content touches it."""
    text, lexicon = document["text"], english()
    paragraphs = find_paragraphs(text)
    quotations, _ = find_quotations(text, paragraphs)
    gold = [one for one in document["attributions"] if one["cue"]]
    for start, end in paragraphs:
        inside = [quotation for quotation in quotations if start <= quotation.span.start < end]
        near = [one for one in gold if any(s < end and e > start for s, e in (*one["cue"], *one["content"]))]
        for sentence in read_sentences(read_words(text, start, end, inside, lexicon), lexicon):
            if sentence.phrases:
                touching = [
                    one for one in near
                    if any(s < sentence.end and e > sentence.start for s, e in (*one["cue"], *one["content"]))
                ]  # fmt: skip
                yield Sentence(View(read_clauses(sentence, lexicon), lexicon), tuple(touching))


# ------------------------------------------------------------------ comparing with gold


def spans_of(view: View, draft: Draft) -> Spans:
    """The stretches of text of a draft's content."""
    phrases = view.phrases
    spans = [(phrases[draft.inner].start, phrases[draft.stop - 1].end)]
    if draft.rest is not None:
        spans.append((phrases[draft.rest[0]].start, phrases[draft.rest[1] - 1].end))
    return spans


def alike(one: Iterable[Sequence[int]], other: Iterable[Sequence[int]]) -> float:
    """The share of the union of two contents that they have in common."""
    one, other = list(one), list(other)
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    union = sum(b - a for a, b in one) + sum(d - c for c, d in other) - common
    return common / max(1, union)


def own_gold(sentence: Sentence, cued: Cued) -> Json | None:
    """The gold attribution that has this cue."""
    start, end = cued.start, cued.end
    for one in sentence.gold:
        if any(s < end and e > start for s, e in one["cue"]):
            return one
    return None


def hidden(sentence: Sentence, cued: Cued) -> bool:
    """Whether the cue stands inside the content of another attribution: the gold marks none there."""
    start, end = cued.start, cued.end
    return any(s <= start and end <= e for one in sentence.gold for s, e in one["content"])


# ------------------------------------------------------------------ boundaries


def count_boundaries(sentences: Iterable[Sentence]) -> dict[Key, Counter[bool]]:
    """How often a statement ended at each type of boundary, and how often it went on."""
    counts: dict[Key, Counter[bool]] = defaultdict(Counter)
    whole = Boundaries({})
    for sentence in sentences:
        view = sentence.view
        for cued in find_cues(view):
            gold = own_gold(sentence, cued)
            if gold is None:
                continue
            context, tense = context_of(view, cued.at, cued.clause), tense_of(view, cued)
            for draft in find_drafts(view, cued, whole):
                first = draft.rest[0] if draft.rest else draft.inner
                if draft.frame == "left" or not starts_alike(view, draft, gold):
                    continue
                for kind, ended in passed(view, first, tense, gold):
                    for key in dict.fromkeys(keys_of(draft.group, context, kind)):
                        counts[key][ended] += 1
                break
    return counts


def starts_alike(view: View, draft: Draft, gold: Json) -> bool:
    """Whether the gold content begins where the draft's does."""
    starts = {view.phrases[k].start for k in {draft.first, draft.inner, *(draft.rest or ())} if k < len(view.phrases)}
    if draft.rest is not None:
        return len(gold["content"]) > 1 and any(s in starts for s, _ in gold["content"][1:])
    return gold["content"][0][0] in starts


def passed(view: View, first: int, tense: str, gold: Json) -> Iterator[tuple[str, bool]]:
    """The boundaries that the gold content passes over, and the one where it ends."""
    end = gold["content"][-1][1]
    for at, kind in boundaries_from(view, first, tense):
        if kind == "end":
            return
        if view.phrases[at].start >= end - 1:
            if view.phrases[at - 1].start < end:
                yield kind, True
            return
        yield kind, False


def boundary_table(counts: Mapping[Key, Counter[bool]]) -> Boundaries:
    """The table that the counts make."""
    return Boundaries({(group, context, kind): share for group, context, kind, _, share in boundary_rows(counts)})


def boundary_rows(counts: Mapping[Key, Counter[bool]]) -> list[tuple[str, str, str, int, float]]:
    """The rows of the table: shares drawn towards those of the broader type."""
    shares: dict[Key, float] = {}
    rows = []
    for key in sorted(
        counts,
        key=lambda key: (
            key[0] != "",
            key[1] != "",
            "/" in key[2],
            " c" not in key[2] and not key[2].startswith("c "),
            key,
        ),
    ):
        group, context, kind = key
        broader = next(
            (shares[each] for each in keys_of(group, context, kind)[1:] if each in shares and each != key), 0.2
        )
        number = counts[key].total()
        shares[key] = (counts[key][True] + _BOUNDARY_PRIOR * broader) / (number + _BOUNDARY_PRIOR)
        if number >= _SHIPPED:
            rows.append((*key, number, shares[key]))
    return rows


# ------------------------------------------------------------------ shares


@frozen(eq=False)
class ShareCounts:
    """How often each reading was seen, and how often it was right."""

    seen: Counter[Key] = field(factory=Counter)
    right: Counter[Key] = field(factory=Counter)
    kinds: dict[str, str] = field(factory=dict)


def count_shares(sentences: Iterable[Sentence], boundaries: Boundaries) -> ShareCounts:
    """How often each reading of a cue had the content of the gold."""
    counts = ShareCounts()
    for sentence, cued, gold in cues_of(sentences):
        counts.kinds[cued.lemma] = cued.kind
        for draft in find_drafts(sentence.view, cued, boundaries):
            key = (cued.lemma, draft.frame, cued.form)
            counts.seen[key] += 1
            counts.right[key] += gold is not None and alike(spans_of(sentence.view, draft), gold["content"]) >= _ALIKE
    return counts


def cues_of(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Cued, Json | None]]:
    """The cues that the gold tells something of: its own, and those that are nobody's content."""
    for sentence in sentences:
        for cued in find_cues(sentence.view):
            gold = own_gold(sentence, cued)
            if gold is not None or not hidden(sentence, cued):
                yield sentence, cued, gold


def share_rows(counts: ShareCounts) -> list[tuple[str, str, str, int, float]]:
    """The rows of the table: words, how words differ from their class, classes."""
    seen, right = counts.seen, counts.right
    mean = min(max(sum(right.values()) / max(1, sum(seen.values())), 0.002), 0.998)
    classes = class_shares(counts, mean)

    def prior(lemma: str, frame: str, form: str) -> float:
        kind = counts.kinds[lemma]
        return classes.get((kind, frame, form)) or classes[("*", frame, form)]

    effects = lemma_effects(counts, prior)
    rows: list[tuple[str, str, str, int, float]] = [("=*", "*", "*", sum(seen.values()), mean)]
    number_of: Counter[Key] = Counter()
    for (lemma, frame, form), n in seen.items():
        number_of[counts.kinds[lemma], frame, form] += n
        number_of["*", frame, form] += n
    rows += [
        (f"={kind}", frame, form, number_of[kind, frame, form], share) for (kind, frame, form), share in classes.items()
    ]
    rows += [(lemma, "*", "*", n, effect) for lemma, (n, effect) in effects.items() if n >= _SHIPPED]
    for (lemma, frame, form), n in seen.items():
        if n < _SHIPPED:
            continue
        expected = sigmoid(logit(prior(lemma, frame, form)) + effects[lemma][1])
        share = (right[lemma, frame, form] + _SHARE_PRIOR * expected) / (n + _SHARE_PRIOR)
        rows.append((lemma, frame, form, n, share))
    return sorted(rows)


def class_shares(counts: ShareCounts, mean: float) -> dict[Key, float]:
    """The shares of classes in frames, drawn towards those of the frames, and these towards the mean."""
    seen: dict[Key, list[int]] = defaultdict(lambda: [0, 0])
    for key, n in counts.seen.items():
        lemma, frame, form = key
        for kind in (counts.kinds[lemma], "*"):
            seen[kind, frame, form][0] += n
            seen[kind, frame, form][1] += counts.right[key]
    shares: dict[Key, float] = {}
    for (kind, frame, form), (n, right) in seen.items():
        if kind == "*":
            shares[kind, frame, form] = (right + _MEAN_PRIOR * mean) / (n + _MEAN_PRIOR)
    for (kind, frame, form), (n, right) in seen.items():
        if kind != "*":
            shares[kind, frame, form] = (right + _CLASS_PRIOR * shares["*", frame, form]) / (n + _CLASS_PRIOR)
    return {key: min(max(share, 0.002), 0.998) for key, share in shares.items()}


def lemma_effects(counts: ShareCounts, prior: Any) -> dict[str, tuple[int, float]]:
    """How much each word differs from its class, in log odds."""
    totals: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0])
    for key, n in counts.seen.items():
        total = totals[key[0]]
        total[0] += n
        total[1] += counts.right[key]
        total[2] += n * prior(*key)
    effects = {}
    for lemma, (number, right, expected) in totals.items():
        mean = min(max(expected / number, 0.01), 0.99)
        share = (right + _EFFECT_PRIOR * mean) / (number + _EFFECT_PRIOR)
        effects[lemma] = (int(number), logit(min(max(share, 0.01), 0.99)) - logit(mean))
    return effects


# ------------------------------------------------------------------ clues


def fit_weights(sentences: Sequence[Sentence], boundaries: Boundaries) -> Weights:
    """The weights of clues: each half of the sentences with the shares of the other, by stochastic descent."""
    halves = (sentences[: len(sentences) // 2], sentences[len(sentences) // 2 :])
    cases = []
    for here, there in (halves, halves[::-1]):
        shares = shares_of(row_of(row) for row in share_rows(count_shares(there, boundaries)))
        cases += list(cases_of(here, boundaries, shares))
    random.Random(1).shuffle(cases)
    weights: dict[str, float] = defaultdict(float, {"share": 1.0})
    squares: dict[str, float] = defaultdict(lambda: 1.0)
    for _ in range(_ROUNDS):
        for share, clues, right in cases:
            odds = logit(min(max(share, 0.01), 0.99))
            values = [("share", odds), *((clue, 1.0) for clue in clues)]
            wrong = sigmoid(sum(weights[name] * value for name, value in values)) - right
            for name, value in values:
                slope = wrong * value + _DECAY * (weights[name] - (name == "share"))
                squares[name] += slope * slope
                weights[name] -= _STEP * slope / math.sqrt(squares[name])
    return Weights(dict(weights))


def cases_of(
    sentences: Iterable[Sentence], boundaries: Boundaries, shares: Shares
) -> Iterator[tuple[float, tuple[str, ...], bool]]:
    """Each reading that is not hopeless: its share, its clues, whether it was right."""
    for sentence, cued, gold in cues_of(sentences):
        for draft in find_drafts(sentence.view, cued, boundaries):
            share = shares.share(cued.lemma, cued.kind, draft.frame, cued.form)
            if share > 0.1:
                right = gold is not None and alike(spans_of(sentence.view, draft), gold["content"]) >= _ALIKE
                yield share, tuple(clues_of(sentence.view, draft)), right


def row_of(row: tuple[str, str, str, int, float]) -> dict[str, str]:
    """A row as a table has it."""
    lemma, frame, form, number, share = row
    return {"lemma": lemma, "frame": frame, "form": form, "n": str(number), "share": str(share)}


# ------------------------------------------------------------------ writing


def documents_of(folder: Path) -> Iterator[Json]:
    """The documents of a folder that have gold for speech without marks."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf8") as lines:
            documents = [json.loads(line) for line in lines if line.strip()]
        if any(one["kind"] == "indirect" for document in documents[:50] for one in document["attributions"]):
            yield from documents


def halves_of(documents: Iterable[Json]) -> tuple[list[Json], list[Json]]:
    """The documents in two halves, by their names alone."""
    halves: tuple[list[Json], list[Json]] = ([], [])
    for document in documents:
        halves[hashlib.md5(document["id"].encode(), usedforsecurity=False).digest()[-1] % 2].append(document)
    return halves


def finder_of(documents: Iterable[Json]) -> Finder:
    """A finder of reports with the tables counted on these documents alone."""
    sentences = [sentence for document in documents for sentence in sentences_of(document)]
    table = boundary_table(count_boundaries(sentences))
    shares = shares_of(row_of(row) for row in share_rows(count_shares(sentences, table)))
    return Finder(english(), table, shares, fit_weights(sentences, table))


def judge_halves(documents: Iterable[Json]) -> Iterator[tuple[str, dict[str, float]]]:
    """The figures of reported speech with the tables of one half, on the other; for each level, both ways."""
    one, other = halves_of(documents)
    for counted, judged in ((one, other), (other, one)):
        finder = finder_of(counted)
        for level in _LEVELS:
            found = evaluate(map(Document.of, judged), predictor_of(finder, level))
            yield level, {name: found[name] for name in found if name.startswith(_REPORTED)}


def predictor_of(finder: Finder, level: Level) -> Predict:
    """What the whole library finds with a finder of reports."""
    pipeline = Pipeline(indirect=level, finder=lambda _: finder)
    return lambda text: tuple(map(Entry.of, pipeline(text).to_dict()["attributions"]))


def write_tables(documents: Iterable[Json], into: Path) -> None:
    """Count the documents and write both tables."""
    sentences = [sentence for document in documents for sentence in sentences_of(document)]
    counts = count_boundaries(sentences)
    table = boundary_table(counts)
    rows = share_rows(count_shares(sentences, table))
    weights = fit_weights(sentences, table)
    into.mkdir(parents=True, exist_ok=True)
    write_table(
        into / "boundaries.tsv",
        ("group", "context", "type", "n", "share"),
        "the share of statements that ended there; - any group or context",
        ((group or "-", context or "-", kind, n, share) for group, context, kind, n, share in boundary_rows(counts)),
    )
    write_table(
        into / "reports.tsv",
        ("lemma", "frame", "form", "n", "share"),
        "the share of readings that were right; = a class; frame *: how a word differs from its class, in log odds",
        rows,
    )
    write_table(
        into / "clues.tsv",
        ("clue", "weight"),
        "what a clue adds to the log odds that a reading is right",
        ((clue, weight) for clue, weight in sorted(weights.weights.items()) if abs(weight) >= _LIGHTEST),
    )


def write_table(path: Path, columns: Sequence[str], note: str, rows: Iterable[Sequence[object]]) -> None:
    """Write a table of the lexicon, numbers with three decimals."""
    with WholeFile(path) as out:
        out.write("# " + "\t".join(columns) + f"\n# made by benchmarks/count_reports.py: {note}\n")
        for row in rows:
            cells = [f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row]
            out.write("\t".join(cells) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Count and write."""
    parser = argparse.ArgumentParser(description="Count the tables of reported speech from gold.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--into", type=Path, default=Path("quoteattr/lang/en"))
    parser.add_argument(
        "--halves", action="store_true", help="write nothing: judge one half with the tables of the other"
    )
    options = parser.parse_args(arguments)
    if options.halves:
        for level, found in judge_halves(documents_of(options.folder)):
            print(level, *(f"{name} {value:.4f}" for name, value in found.items()), sep="  ", flush=True)
        return 0
    write_tables(documents_of(options.folder), options.into)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
