"""Count the tables of reported speech from gold: ``python benchmarks/count_reports.py FOLDER [--into FOLDER]``.

With ``--halves`` nothing is written: the tables are counted on one half of the documents and judged on the other,
both ways, so that they are not judged on what they were counted on.

Three tables come of it. ``boundaries.tsv``: what the signs and words behind which a statement might end add to the
odds that it does. ``reports.tsv``: how often each reading of a cue (a word, its frame, its form) had the content of
the gold. ``clues.tsv``: what the rest of the sentence adds to the odds of a reading. FOLDER holds documents in JSON
Lines, as ``quoteattr.evaluate`` reads them.
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
from quoteattr.boundaries import Boundaries, Boundary, Start, View, boundaries_from, paired, signs_of
from quoteattr.clauses import read_clauses
from quoteattr.clues import Weights, clues_of
from quoteattr.drafts import Cued, Draft, find_cues, find_drafts, start_of
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
Case = tuple[Sequence[tuple[str, float]], bool]  # names with their values, and whether it was right

_ALIKE = 0.5  # contents are the same where this share of their union is common
_STRENGTHS = (3.0, 6.0, 12.0, 24.0, 48.0)  # what a class may weigh against the counts of a word, in cases
_CLASS_PRIOR = 8.0  # what a frame weighs against the counts of a class
_MEAN_PRIOR = 6.0  # what the mean weighs against the counts of a frame
_EFFECT_PRIOR = 8.0  # what a class weighs in how a word differs from it
_BOUNDARY_PENALTY = 3.0  # how strongly the weights of boundaries are drawn to none
_CLUE_PENALTY = 10.0  # how strongly the weights of clues are drawn to where they began
_FOLDS = 5  # parts of the sentences, each with the shares of the others
_ROUNDS = 20  # passes of the fit over all cases
_STEP = 0.2
_FIRST_SQUARE = 0.5
_LIGHTEST = 0.05  # what weighs less is left out
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
        for sentence in read_sentences([read_words(text, start, end, inside, lexicon)], lexicon)[0]:
            if sentence.phrases:
                touching = [
                    one for one in near
                    if any(s < sentence.end and e > sentence.start for s, e in (*one["cue"], *one["content"]))
                ]  # fmt: skip
                yield Sentence(View(read_clauses(sentence, lexicon), lexicon), tuple(touching))


def distinct_sentences(documents: Iterable[Json]) -> list[Sentence]:
    """The sentences of documents, each once: reports go round, and papers print them in the same words."""
    sentences: dict[str, Sentence] = {}
    for document in documents:
        for sentence in sentences_of(document):
            read = sentence.view.reading.sentence
            sentences.setdefault(document["text"][read.start : read.end], sentence)
    return list(sentences.values())


# ------------------------------------------------------------------ comparing with gold


def spans_of(view: View, draft: Draft) -> Spans:
    """The stretches of text of a draft's content."""
    phrases = view.phrases
    spans = [(phrases[draft.inner].start, phrases[draft.stop - 1].end)]
    apart = draft.rest or draft.front
    if apart is not None:
        spans.append((phrases[apart[0]].start, phrases[apart[1] - 1].end))
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


# ------------------------------------------------------------------ weights of what counts for and against


def fit(cases: Sequence[Case], penalty: float, begun: Mapping[str, float]) -> dict[str, float]:
    """The weights of names that tell best which cases are right: logistic regression by stochastic descent.

    Weights are drawn to where they began, with a penalty that counts once for all cases.
    """
    numbers = Counter(name for values, _ in cases for name, _ in values)
    weights = {name: begun.get(name, 0.0) for name in numbers}
    squares = dict.fromkeys(numbers, _FIRST_SQUARE)
    cases = list(cases)
    chance = random.Random(1)
    for _ in range(_ROUNDS):
        chance.shuffle(cases)
        for values, right in cases:
            wrong = sigmoid(sum([weights[name] * value for name, value in values])) - right
            for name, value in values:
                drawn = penalty / numbers[name] * (weights[name] - begun.get(name, 0.0))
                slope = wrong * value + drawn
                squares[name] += slope * slope
                weights[name] -= _STEP * slope / math.sqrt(squares[name])
    return {name: weight for name, weight in weights.items() if abs(weight) >= _LIGHTEST}


# ------------------------------------------------------------------ boundaries


def fit_boundaries(sentences: Iterable[Sentence]) -> Boundaries:
    """The weights of the signs of boundaries."""
    cases = [
        ([(sign, 1.0) for sign in signs_of(view, start, *boundary, beyond)], ended)
        for view, start, gold in begun_alike(sentences)
        for boundary, beyond, ended in passed(view, start, gold)
    ]
    return Boundaries(fit(cases, _BOUNDARY_PENALTY, {}))


def begun_alike(sentences: Iterable[Sentence]) -> Iterator[tuple[View, Start, Json]]:
    """The readings that begin where the gold content does, one a cue at most."""
    whole = Boundaries({})
    for sentence in sentences:
        view = sentence.view
        for cued in find_cues(view):
            gold = own_gold(sentence, cued)
            drafts = find_drafts(view, cued, whole) if gold is not None else ()
            for draft in drafts:
                if gold is not None and draft.frame != "left" and starts_alike(view, draft, gold):
                    yield view, start_of(view, draft), gold
                    break


def starts_alike(view: View, draft: Draft, gold: Json) -> bool:
    """Whether the gold content begins where the draft's does."""
    starts = {view.phrases[k].start for k in {draft.first, draft.inner, *(draft.rest or ())} if k < len(view.phrases)}
    if draft.rest is not None:
        return len(gold["content"]) > 1 and any(s in starts for s, _ in gold["content"][1:])
    return gold["content"][0][0] in starts


def passed(view: View, start: Start, gold: Json) -> Iterator[tuple[Boundary, Boundary, bool]]:
    """The boundaries that the gold content passes over, and the one where it ends, each with the next one."""
    end = gold["content"][-1][1]
    for boundary, beyond in paired(boundaries_from(view, start.first, start.tense)):
        at, kind = boundary
        if kind == "end":
            return
        if view.phrases[at].start >= end - 1:
            if view.phrases[at - 1].start < end:
                yield boundary, beyond, True
            return
        yield boundary, beyond, False


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
            key = (cued.lemma, draft.frame, cued.use)
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
    expected = {key: sigmoid(logit(prior(*key)) + effects[key[0]][1]) for key in seen}
    strengths = strengths_of(counts, expected)
    for (lemma, frame, form), n in seen.items():
        if n >= _SHIPPED:
            key, strength = (lemma, frame, form), strengths[frame]
            rows.append((*key, n, (right[key] + strength * expected[key]) / (n + strength)))
    return sorted(rows)


def strengths_of(counts: ShareCounts, expected: Mapping[Key, float]) -> dict[str, float]:
    """What the share expected weighs in each frame, in cases: as much as tells best of each case by the others."""
    chances: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(_STRENGTHS))
    for key, n in counts.seen.items():
        right, share = counts.right[key], expected[key]
        for at, strength in enumerate(_STRENGTHS):
            for number, part in ((right, share), (n - right, 1 - share)):
                if number:
                    chances[key[1]][at] += number * math.log((number - 1 + strength * part) / (n - 1 + strength))
    return {frame: _STRENGTHS[max(range(len(_STRENGTHS)), key=each.__getitem__)] for frame, each in chances.items()}


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
    """The weights of clues: each part of the sentences with the shares of the others."""
    cases: list[Case] = []
    for fold in range(_FOLDS):
        begin, end = (len(sentences) * each // _FOLDS for each in (fold, fold + 1))
        rest = (*sentences[:begin], *sentences[end:])
        shares = shares_of(row_of(row) for row in share_rows(count_shares(rest, boundaries)))
        cases += cases_of(sentences[begin:end], boundaries, shares)
    return Weights(fit(cases, _CLUE_PENALTY, {"share": 1.0}))


def cases_of(sentences: Iterable[Sentence], boundaries: Boundaries, shares: Shares) -> Iterator[Case]:
    """Each reading that is not hopeless: its share, its clues, whether it was right."""
    for sentence, cued, gold in cues_of(sentences):
        for draft in find_drafts(sentence.view, cued, boundaries):
            share = shares.share(cued.lemma, cued.kind, draft.frame, cued.use)
            if share > 0.1:
                right = gold is not None and alike(spans_of(sentence.view, draft), gold["content"]) >= _ALIKE
                odds = logit(min(max(share, 0.01), 0.99))
                yield [("share", odds), *((clue, 1.0) for clue in clues_of(sentence.view, draft))], right


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
    sentences = distinct_sentences(documents)
    table = fit_boundaries(sentences)
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
    """Count the documents and write the tables."""
    sentences = distinct_sentences(documents)
    table = fit_boundaries(sentences)
    rows = share_rows(count_shares(sentences, table))
    weights = fit_weights(sentences, table)
    into.mkdir(parents=True, exist_ok=True)
    write_table(
        into / "boundaries.tsv",
        ("sign", "weight"),
        "what a sign adds to the log odds that a statement ends there",
        sorted(table.weights.items()),
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
        sorted(weights.weights.items()),
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
