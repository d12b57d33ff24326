"""Change: what came out otherwise than before, and whether that is a gain; changes: those of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from attrs import evolve, frozen

from quoteattr.evaluate.gold import Document, Entry
from quoteattr.evaluate.judge import Judged, JudgedIndirect, judge_indirect, judge_quoted
from quoteattr.evaluate.pieces import Overlaps, Pieces

Verdict = Literal["gained", "lost", "changed"]


@frozen(kw_only=True)
class Change:
    """A quotation that came out otherwise: a gain, a loss, or neither.

    ``gold`` is None where nobody says the words. ``faults`` are what is wrong now, ``mended`` what was.
    """

    verdict: Verdict
    document: Document
    gold: Entry | None
    old: Entry | None
    new: Entry | None
    faults: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()

    @property
    def at(self) -> int:
        """Where the words begin."""
        return min(one.content[0][0] for one in (self.gold, self.old, self.new) if one is not None and one.content)

    def __str__(self) -> str:
        text, at = self.document.text, self.at
        what = "; ".join(
            f"{head} {', '.join(names)}"
            for head, names in (("wrong now:", self.faults), ("was wrong:", self.mended))
            if names
        )
        lines = [f"{self.verdict}: {self.document.id} @{at}{': ' if what else ''}{what}"]
        lines += [
            f"  {head} {_shown(one, text)}"
            for head, one in zip(("gold", "was ", "now "), (self.gold, self.old, self.new), strict=True)
        ]
        return "\n".join([*lines, f"  text …{' '.join(text[max(0, at - 100) : at + 200].split())}…"])


def _shown(entry: Entry | None, text: str) -> str:
    if entry is None:
        return "-"
    parts = [entry.kind, *(f"{role} {_words(getattr(entry, role), text)}" for role in ("source", "cue"))]
    parts += [f"speaker {entry.speaker or '-'}"]
    parts += [f"{entry.rule} {entry.confidence or 0:.2f}"] if entry.rule else []
    return " | ".join(parts)


def _words(pieces: Pieces, text: str) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in pieces)[:80] or "-"


def changes(document: Document, old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
    """What came out otherwise than before, in the order of the text.

    Against the gold's own attributions as ``old``, the losses are the mistakes.
    """
    found = [*_quoted(document, old, new), *_indirect(document, old, new)]
    return iter(sorted(found, key=lambda change: change.at))


def _quoted(document: Document, old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
    before, after = (_with_marks(document, entries) for entries in (old, new))
    for was, now in zip(judge_quoted(document, before), judge_quoted(document, after), strict=True):
        yield from _change(document, was.gold, (was.shown, _faults(was)), (now.shown, _faults(now)))
    said = Overlaps(one.content for one in document.attributions)
    loud = ({_key(one): one for one in each if one.source and not said.at(one.content)} for each in (before, after))
    yield from _for_nothing(document, *loud)


def _indirect(document: Document, old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
    (before, wrong), (after, still) = (
        judge_indirect(document, [one for one in entries if one.kind == "indirect"]) for entries in (old, new)
    )
    for was, now in zip(before, after, strict=True):
        if was.gold.source and was.gold.cue:
            yield from _change(
                document, was.gold, (was.found, _indirect_faults(was)), (now.found, _indirect_faults(now))
            )
    yield from _for_nothing(document, *({_key(one): one for one in each} for each in (wrong, still)))


def _with_marks(document: Document, entries: Sequence[Entry]) -> list[Entry]:
    """The entries with quotation marks, cut up where the gold is."""
    if document.in_pieces:
        entries = [evolve(one, content=(piece,)) for one in entries for piece in one.content]
    return [one for one in entries if one.kind != "indirect"]


def _key(entry: Entry) -> object:
    return entry.content, entry.source


def _for_nothing(document: Document, before: Mapping[object, Entry], after: Mapping[object, Entry]) -> Iterator[Change]:
    """What was said to be said, and is not: no longer, or only now."""
    for key in before.keys() - after.keys():
        yield Change(
            verdict="gained", document=document, gold=None, old=before[key], new=None, mended=("nobody says it",)
        )
    for key in after.keys() - before.keys():
        yield Change(verdict="lost", document=document, gold=None, old=None, new=after[key], faults=("nobody says it",))


def _change(
    document: Document, gold: Entry, was: tuple[Entry | None, frozenset[str]], now: tuple[Entry | None, frozenset[str]]
) -> Iterator[Change]:
    (old, faults_before), (new, faults) = was, now
    gone, come = faults_before - faults, faults - faults_before
    verdict: Verdict = "changed" if bool(gone) == bool(come) else "gained" if gone else "lost"
    if gone or come or _says(old) != _says(new):
        yield Change(
            verdict=verdict, document=document, gold=gold, old=old, new=new,
            faults=tuple(sorted(faults)), mended=tuple(sorted(gone)),
        )  # fmt: skip


def _says(entry: Entry | None) -> object:
    return entry and (entry.kind == "indirect", entry.source, entry.cue, entry.speaker)


def _faults(judged: Judged) -> frozenset[str]:
    """What is missing or wrong of a quotation with marks."""
    gold = judged.gold
    if not judged.found:
        return frozenset(("missed",))
    return frozenset(
        name
        for name, wrong in (
            ("content", gold.kind == "direct" and not judged.exact),
            ("source", gold.source and judged.source is not True),
            ("cue", gold.cue and judged.cue is not True),
            ("speaker", gold.speaker and judged.speaker is not True),
        )
        if wrong
    )


def _indirect_faults(judged: JudgedIndirect) -> frozenset[str]:
    return frozenset(("missed",) if judged.found is None else () if judged.source else ("source",))
