"""Judged: each gold quotation with the predictions about it, and what they got right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from quoteattr.evaluate.gold import Document, Entry
from quoteattr.evaluate.names import same_speaker
from quoteattr.evaluate.pieces import Overlaps, Piece, Pieces, bare, likeness, shared, size

HALF: Final = 0.5

# How a stretch in quotation marks may run within a line: the mark that opens it, what it may not hold,
# and the marks that close it (so does the end of the line); and the pairs that must be closed.
_OPEN_ENDED: Final = (("“", "”“", "”"), ('"', '"', '"'), ("„", "“”", "“”"), ("«", "»", "»"))
_CLOSED: Final = ("``(?:(?!``|'').)*''", "''.+?''")
_STRETCH: Final = re.compile(
    "|".join([f"{opens}[^{without}\n]*(?:[{closes}]|$|\n)" for opens, without, closes in _OPEN_ENDED] + [*_CLOSED]),
    re.MULTILINE,
)


def quoted_part(entry: Entry, text: str) -> Pieces:
    """The parts of an entry's content in quotation marks, paired over the whole line.

    >>> quoted_part(Entry(kind="mixed", content=((7, 26),)), "He saw a “very big” house.")
    ((9, 19),)
    """
    if entry.kind == "direct":
        return entry.content
    return tuple(part for piece in entry.content for part in _stretches(piece, text)) or entry.content


def _stretches(piece: Piece, text: str) -> Iterator[Piece]:
    start, end = piece
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    for found in _STRETCH.finditer(text, line_start, len(text) if line_end < 0 else line_end):
        if found.start() < end and found.end() > start:
            yield max(start, found.start()), min(end, found.end())


def kind_of(content: Pieces, text: str) -> str:
    """The kind of a content by the marks in it: all words in marks, some, or none.

    >>> kind_of(((0, 7),), "“Late!” he said."), kind_of(((3, 15),), "It was “very” late.")
    ('direct', 'mixed')
    """
    quoted = tuple(part for piece in content for part in _stretches(piece, text))
    if not quoted:
        return "indirect"
    inside = {at for start, end in quoted for at in range(start, end)}
    outside = (text[at] for start, end in content for at in range(start, end) if at not in inside)
    return "mixed" if any(map(str.isalnum, outside)) else "direct"


def same_mention(predicted: Pieces, gold: Pieces) -> bool:
    """Whether most of the predicted mention or cue lies in the gold one."""
    common = shared(predicted, gold)
    return common > 0 and common * 2 >= size(predicted)


@frozen(kw_only=True, eq=False)
class Judged:
    """One gold quotation with the predictions about it, and what they got right.

    ``source``, ``cue`` and ``speaker`` are None where no prediction names one. ``shown`` is the
    prediction that decides: a wrong one before a right one.
    """

    gold: Entry
    found: bool
    exact: bool
    source: bool | None
    cue: bool | None
    speaker: bool | None
    shown: Entry | None

    @property
    def all_right(self) -> bool:
        """Whether nothing that the gold has is missing or wrong."""
        gold = self.gold
        return (
            self.found
            and (self.exact or gold.kind != "direct")
            and (self.source is True or not gold.source)
            and (self.cue is True or not gold.cue)
            and (self.speaker is True or not gold.speaker)
        )


def judge_quoted(document: Document, predicted: Sequence[Entry]) -> list[Judged]:
    """Every gold quotation with quotation marks, judged by the predictions that have them, too."""
    golds = [one for one in document.attributions if one.kind != "indirect"]
    quoted = [quoted_part(one, document.text) for one in golds]
    covered = Overlaps(one.content for one in predicted)
    return [
        _judge(document, gold, part, about if covered.shared(part) * 2 >= size(part) else None)
        for gold, part, about in zip(golds, quoted, _share_out(predicted, quoted), strict=True)
    ]


def _share_out(predicted: Sequence[Entry], quoted: Sequence[Pieces]) -> list[list[Entry]]:
    """For each gold quotation the predictions about it."""
    golds = Overlaps(quoted)
    about: list[list[Entry]] = [[] for _ in quoted]
    for one in predicted:
        best = max(golds.at(one.content), key=lambda at: likeness(one.content, quoted[at]), default=None)
        if best is not None:
            about[best].append(one)
    return [[one for one in group if not _is_inside_another(one, group)] for group in about]


def _is_inside_another(one: Entry, group: Sequence[Entry]) -> bool:
    length = size(one.content)
    return any(size(other.content) > length == shared(one.content, other.content) for other in group)


def _judge(document: Document, gold: Entry, quoted: Pieces, about: Sequence[Entry] | None) -> Judged:
    parts = about or ()
    sources = {one: same_mention(one.source, gold.source) for one in parts if one.source}
    cues = [same_mention(one.cue, gold.cue) for one in parts if one.cue]
    speakers = [
        same_speaker((one.speaker, *one.aliases), gold.speaker, document.aliases.get(gold.speaker, ()))
        for one in parts
        if one.speaker
    ]
    pieces = tuple(piece for one in parts for piece in one.content)
    main = max(parts, key=lambda one: shared(one.content, quoted), default=None)
    return Judged(
        gold=gold,
        found=about is not None,
        exact=bare(pieces, document.text) == bare(gold.content, document.text),
        source=all(sources.values()) if sources else None,
        cue=all(cues) if cues else None,
        speaker=all(speakers) if speakers else None,
        shown=min(sources, key=lambda one: sources[one], default=main),
    )


@frozen(kw_only=True, eq=False)
class JudgedIndirect:
    """One gold content without quotation marks, and the prediction paired with it, if any."""

    gold: Entry
    found: Entry | None

    @property
    def source(self) -> bool:
        """Whether the prediction has the right source."""
        return self.found is not None and same_mention(self.found.source, self.gold.source)


def judge_indirect(document: Document, predicted: Sequence[Entry]) -> tuple[list[JudgedIndirect], list[Entry]]:
    """Every gold content without quotation marks, judged, and the predictions that no gold bears out.

    A prediction much like a mixed gold quotation is neither right nor wrong: the gold takes in quoted
    words where the prediction does not.
    """
    golds = [one for one in document.attributions if one.kind == "indirect"]
    contents = Overlaps(one.content for one in predicted)
    pairs = sorted(
        (-likeness(predicted[at].content, gold.content), number, at)
        for number, gold in enumerate(golds)
        for at in contents.at(gold.content)
    )
    found: dict[int, int] = {}
    for unlikeness, number, at in pairs:
        if unlikeness <= -HALF and number not in found and at not in found.values():
            found[number] = at
    mixed = [one.content for one in document.attributions if one.kind == "mixed"]
    near_mixed = Overlaps(mixed)
    wrong = [
        one
        for at, one in enumerate(predicted)
        if at not in found.values()
        and all(likeness(one.content, mixed[near]) < HALF for near in near_mixed.at(one.content))
    ]
    judged = [
        JudgedIndirect(gold=gold, found=predicted[found[number]] if number in found else None)
        for number, gold in enumerate(golds)
    ]
    return judged, wrong


SPEECH_WORDS: Final = frozenset(
    form
    for stem, ends in {
        "sa": "y ys id ying",
        "t": "ell ells old elling",
        "wr": "ite ites ote iting",
        "den": "y ies ied ying",
        "repl": "y ies ied ying",
        **dict.fromkeys(("ask", "add", "report", "tweet", "warn", "claim"), " s ed ing"),
        **dict.fromkeys(("explain", "insist", "suggest", "respond"), " s ed ing"),
        **dict.fromkeys(("announc", "argu", "not", "stat", "declar", "acknowledg"), "e es ed ing"),
    }.items()
    for form in (stem + end for end in ends.split(" "))
)


def is_speech(cue: Pieces, text: str) -> bool:
    """Whether the cue has one of the common words of speech."""
    words = " ".join(text[start:end] for start, end in cue).lower()
    return not SPEECH_WORDS.isdisjoint(re.findall(r"\w+", words)) or bool(re.search(r"\baccording to\b", words))
