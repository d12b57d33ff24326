"""Tally: counts over judged documents; figures: the shares that they make."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from quoteattr.evaluate.gold import Document, Entry, Predict, Role
from quoteattr.evaluate.judge import Judged, is_speech, judge_indirect, judge_quoted
from quoteattr.evaluate.pieces import Overlaps, Piece, Pieces, bare, shared, size


class Tally:
    """Counts over documents, from which the figures come."""

    def __init__(self) -> None:
        self.counts: Final[Counter[str]] = Counter()
        self.by_rule: Final[dict[str, Counter[str]]] = defaultdict(Counter)
        self.by_kind: Final[dict[str, Counter[str]]] = defaultdict(Counter)
        self.by_phenomenon: Final[dict[str, Counter[str]]] = defaultdict(Counter)
        self.sureness: Final[list[tuple[float, bool]]] = []  # confidence, and whether it was right
        self.documents: Final[list[Counter[str]]] = []  # the counts of each

    def add(self, document: Document, predicted: Sequence[Entry]) -> None:
        """Score one document."""
        if document.in_pieces:
            predicted = [evolve(one, content=(piece,)) for one in predicted for piece in one.content]
        quoted = [one for one in predicted if one.kind != "indirect"]
        before = self.counts.copy()
        right = self._add_quoted(document, quoted)
        right &= self._add_loud(document, quoted)
        right &= self._add_indirect(document, [one for one in predicted if one.kind == "indirect"])
        self._add_exact(document, predicted)
        self.counts.update({"documents": 1, "documents.right": right})
        self.documents.append(self.counts - before)
        if document.phenomenon:
            self.by_phenomenon[document.phenomenon].update(all=1, right=right)

    def _add_quoted(self, document: Document, predicted: Sequence[Entry]) -> bool:
        judged = judge_quoted(document, predicted)
        for one in judged:
            self._add_judged(one)
        said = Overlaps((piece,) for gold in document.attributions for piece in gold.content)
        outside = [one for one in predicted if not said.at(one.content)]
        self.counts["predicted"] += len(predicted)
        self.counts["predicted.inside"] += sum(said.shared(one.content) * 2 >= size(one.content) for one in predicted)
        spurious = sum(bool(one.source) for one in outside)
        self.counts["spurious"] += spurious
        return not spurious and all(one.all_right for one in judged)

    def _add_judged(self, judged: Judged) -> None:
        gold, counts = judged.gold, self.counts
        group = gold.how or gold.kind
        counts.update(["quoted.gold", f"quoted.gold[{group}]"])
        counts["quoted.found"] += judged.found
        if gold.kind == "direct":
            counts["direct.gold"] += 1
            counts["direct.exact"] += judged.exact
        self.by_kind[gold.kind].update(gold=1, found=judged.found)
        self._add_role("source", gold.source, judged.source, group)
        self._add_role("cue", gold.cue, judged.cue, group)
        self._add_role("speaker", gold.speaker, judged.speaker, group)
        if gold.source and gold.cue:
            counts["joint.gold"] += 1
            counts["joint.right"] += judged.source is True and judged.cue is True
        for role, wanted, right in (
            ("source", gold.source, judged.source),
            ("cue", gold.cue, judged.cue),
            ("speaker", gold.speaker, judged.speaker),
        ):
            if wanted:
                self.by_kind[gold.kind].update({f"{role}.gold": 1, f"{role}.right": right is True})
        if gold.source and judged.source is not None and judged.shown is not None:
            rule = self.by_rule[judged.shown.rule or "(none)"]
            rule.update(predicted=1, right=judged.source)
            if judged.shown.confidence is not None:
                self.sureness.append((judged.shown.confidence, judged.source))

    def _add_role(self, role: str, gold: Pieces | str, right: bool | None, group: str) -> None:
        if gold:
            for name in (role, f"{role}[{group}]"):
                self.counts[f"{name}.gold"] += 1
                self.counts[f"{name}.predicted"] += right is not None
                self.counts[f"{name}.right"] += right is True

    def _add_loud(self, document: Document, predicted: Sequence[Entry]) -> bool:
        """Count the stretches that nobody says, and those to which a source or a speaker is given."""
        speaking = [one for one in predicted if one.source or one.speaker]
        near = Overlaps(one.content for one in speaking)
        loud = sum(
            any(
                shared(speaking[at].content, (stretch,)) * 2 > max(size((stretch,)), size(speaking[at].content) / 2)
                for at in near.at((stretch,))
            )
            for stretch in document.not_said
        )
        self.counts["not_said"] += len(document.not_said)
        self.counts["not_said.silent"] += len(document.not_said) - loud
        return not loud

    def _add_indirect(self, document: Document, predicted: Sequence[Entry]) -> bool:
        judged, wrong = judge_indirect(document, predicted)
        self.counts["indirect.wrong"] += len(wrong)
        self.counts["indirect.right"] += sum(one.found is not None for one in judged)
        told = [one for one in judged if one.gold.source and one.gold.cue]
        for one in judged:
            if one.found is not None:
                self.by_rule[one.found.rule or "(none)"].update(predicted=1, right=one.source or not one.gold.source)
        for entry in wrong:
            self.by_rule[entry.rule or "(none)"].update(predicted=1)
        for one in told:
            right = {"gold": 1, "found": one.found is not None, "source.gold": 1, "source.right": one.source}
            self.by_kind["indirect"].update(right)
        for one in told:
            for name in ("indirect", "indirect.speech")[: 1 + is_speech(one.gold.cue, document.text)]:
                self.counts[f"{name}.gold"] += 1
                self.counts[f"{name}.found"] += one.found is not None
            self.counts["indirect.source"] += one.source
        return not wrong and all(one.source for one in told)

    def _add_exact(self, document: Document, predicted: Sequence[Entry]) -> None:
        for role in ROLES:
            wanted = _all_bare((getattr(one, role) for one in document.attributions), document.text)
            given = _all_bare((one.widest(role) for one in predicted), document.text)
            self.counts[f"exact.{role}.both"] += len(wanted & given)
            self.counts[f"exact.{role}.each"] += len(wanted) + len(given)


ROLES: Final[tuple[Role, ...]] = ("source", "cue", "content")


def _all_bare(spans: Iterable[Pieces], text: str) -> set[Piece]:
    return {piece for pieces in spans for piece in bare(pieces, text)}


@frozen
class Share:
    """A figure that is one count divided by others, and what it means."""

    of: str
    all: tuple[str, ...]
    meaning: str
    times: int = 1

    def value(self, counts: Mapping[str, int]) -> float | None:
        """The figure, or None where there is nothing to count."""
        part, whole = self.counted(counts)
        return part / whole if whole else None

    def counted(self, counts: Mapping[str, int]) -> tuple[int, int]:
        """What is divided by what."""
        return self.times * counts[self.of], sum(counts[one] for one in self.all)


SHARES: Final[dict[str, Share]] = {
    "quoted.found": Share("quoted.found", ("quoted.gold",), "gold quotations with marks of which half is covered"),
    "quoted.precision": Share(
        "predicted.inside", ("predicted",), "predicted ones that lie in gold ones for the most part"
    ),
    "quoted.exact": Share("direct.exact", ("direct.gold",), "direct gold quotations with exactly their content"),
    "source.recall": Share("source.right", ("source.gold",), "gold sources found"),
    "source.precision": Share("source.right", ("source.predicted", "spurious"), "predicted sources that are right"),
    "cue.recall": Share("cue.right", ("cue.gold",), "gold cues found"),
    "cue.precision": Share("cue.right", ("cue.predicted",), "predicted cues that are right"),
    "joint.recall": Share("joint.right", ("joint.gold",), "gold pairs of source and cue found"),
    "spurious": Share("spurious", ("documents",), "sources a document for what nobody says"),
    "speaker.accuracy": Share("speaker.right", ("speaker.gold",), "gold speakers found"),
    "speaker.precision": Share("speaker.right", ("speaker.predicted",), "predicted speakers that are right"),
    "indirect.precision": Share(
        "indirect.right", ("indirect.right", "indirect.wrong"), "predicted indirect contents that are right"
    ),
    "indirect.recall": Share("indirect.found", ("indirect.gold",), "gold indirect contents found"),
    "indirect.speech": Share(
        "indirect.speech.found", ("indirect.speech.gold",), "those with a common word of speech found"
    ),
    "indirect.source": Share("indirect.source", ("indirect.found",), "sources right where the content is found"),
    "exact.source.f1": Share("exact.source.both", ("exact.source.each",), "source spans to the character", times=2),
    "exact.cue.f1": Share("exact.cue.both", ("exact.cue.each",), "cue spans to the character", times=2),
    "exact.content.f1": Share("exact.content.both", ("exact.content.each",), "content spans to the character", times=2),
    "silent": Share("not_said.silent", ("not_said",), "stretches nobody says that get no source and no speaker"),
    "documents.right": Share("documents.right", ("documents",), "documents without a fault"),
}

RESAMPLES: Final = 400


def figures(tally: Tally) -> dict[str, float]:
    """All figures that the documents allow, by their names in :data:`SHARES` and a few more.

    Sources and speakers come for each group of gold quotations, too: ``source.recall[direct]``,
    ``speaker.accuracy[anaphoric]``. ``calibration`` is the mean gap between confidence and the share right.
    """
    counts = tally.counts
    found: dict[str, float | None] = {**figures_of(counts)}
    found["source.f1.low"] = _low_end([_sources(one) for one in tally.documents])
    found["calibration"] = _calibration(tally.sureness)
    found |= {name: share.value(counts) for name, share in shares_by_group(counts).items()}
    return {name: value for name, value in found.items() if value is not None}


def shares_by_group(counts: Mapping[str, int]) -> dict[str, Share]:
    """The shares of right sources and speakers in each group of gold quotations, by the names of figures."""
    groups = sorted(one[len("quoted.gold[") : -1] for one in counts if one.startswith("quoted.gold["))
    return {
        f"{name}[{group}]": Share(f"{role}[{group}].right", (f"{role}[{group}].gold",), f"the same, {group} ones")
        for group in groups
        for name, role in (("source.recall", "source"), ("speaker.accuracy", "speaker"))
    }


def figures_of(counts: Mapping[str, int]) -> dict[str, float]:
    """The figures that are shares of counts, with their harmonic means."""
    found = {name: share.value(counts) for name, share in SHARES.items()}
    for name in ("source", "indirect"):
        found[f"{name}.f1"] = _middle(found[f"{name}.precision"], found[f"{name}.recall"])
    return {name: value for name, value in found.items() if value is not None}


def _sources(counts: Mapping[str, int]) -> tuple[int, int, int]:
    """How many sources were right, predicted, and in the gold."""
    return counts["source.right"], counts["source.predicted"] + counts["spurious"], counts["source.gold"]


def _middle(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean."""
    if precision is None or recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _low_end(per_document: Sequence[tuple[int, int, int]]) -> float | None:
    """The lower end of the 95 % interval of the source's F1, from resampled documents."""
    if len(per_document) < 10:
        return None
    chance = random.Random(1)  # noqa: S311 - the same samples each time
    scores = []
    for _ in range(RESAMPLES):
        sample = chance.choices(per_document, k=len(per_document))
        right, predicted, gold = map(sum, zip(*sample, strict=True))
        scores.append(2 * right / (predicted + gold) if predicted + gold else 0.0)
    return sorted(scores)[RESAMPLES // 40]


def _calibration(sureness: Sequence[tuple[float, bool]]) -> float | None:
    """The mean gap between confidence and share right, in ten bins by confidence, weighted."""
    if not sureness:
        return None
    gaps: dict[int, float] = defaultdict(float)
    for confidence, right in sureness:
        gaps[min(9, int(confidence * 10))] += confidence - right
    return sum(map(abs, gaps.values())) / len(sureness)


def evaluate(documents: Iterable[Document], predict: Predict) -> dict[str, float]:
    """The figures of a predictor on gold documents.

    >>> gold = Document.of({"id": "a", "text": "“Late!”", "attributions": [
    ...     {"kind": "direct", "content": [[0, 7]], "source": None, "cue": None, "speaker": "Ann"}]})
    >>> found = evaluate([gold], lambda text: gold.attributions)
    >>> found["quoted.exact"], found["speaker.accuracy"]
    (1.0, 1.0)
    """
    tally = Tally()
    for document in documents:
        tally.add(document, predict(document.text))
    return figures(tally)
