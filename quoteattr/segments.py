"""Segment; cut_into_segments: the whole text as content, cue, source and narration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import Literal, NamedTuple

from .attribution import Attribution
from .span import Span

SegmentKind = Literal["content", "cue", "source", "narration"]


class Segment(NamedTuple):
    """A piece of the text: what it is, where, and the attribution that it belongs to, if any."""

    kind: SegmentKind
    span: Span
    attribution: Attribution | None

    @property
    def text(self) -> str:
        """The words of the piece."""
        return self.span.text


def cut_into_segments(text: str, attributions: Sequence[Attribution]) -> tuple[Segment, ...]:
    """The text in pieces that joined give it back; see :meth:`quoteattr.Result.segments`.

    >>> cut_into_segments("", ())
    ()
    """
    spans = sorted(_ranked(attributions), key=lambda one: (one[2].start, one[0]))
    edges = sorted({0, len(text), *(edge for _, _, span, _ in spans for edge in (span.start, span.end))})
    segments: list[Segment] = []
    begun: list[tuple[int, int, int, int]] = []  # rank, start, -end, place in spans: the first one shows
    coming = 0
    for start, end in pairwise(edges):
        while coming < len(spans) and spans[coming][2].start == start:
            rank, _, span, _ = spans[coming]
            heappush(begun, (rank, span.start, -span.end, coming))
            coming += 1
        while begun and -begun[0][2] <= start:
            heappop(begun)
        kind: SegmentKind = "narration"
        one: Attribution | None = None
        if begun:
            _, kind, _, one = spans[begun[0][3]]
        last = segments[-1] if segments else None
        if last and last.kind == kind and last.attribution is one:
            start = last.span.start  # noqa: PLW2901 - the piece goes on
            segments.pop()
        segments.append(Segment(kind, Span.of(text, start, end), one))
    return tuple(segments)


def _ranked(attributions: Sequence[Attribution]) -> Iterator[tuple[int, SegmentKind, Span, Attribution]]:
    """Every span with its rank: quoted content over cue and source, these over content without marks."""
    for one in attributions:
        for span in one.content:
            yield (2 if one.kind == "indirect" else 0), "content", span, one
        for span in one.cue.spans if one.cue else ():
            yield 1, "cue", span, one
        if one.source:
            yield 1, "source", one.source.span, one
