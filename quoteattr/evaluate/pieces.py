"""Pieces: stretches of a text as pairs of offsets, and what they have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

Piece = tuple[int, int]
Pieces = tuple[Piece, ...]

MARKS: Final = "\"'“”‘’„‚«»‹›「」『』`"
EDGES: Final = MARKS + " \t\r\n\u00a0.,;:!?…–—-"  # what the end of a span may have or lack


def size(pieces: Pieces) -> int:
    """How many characters the pieces have."""
    return sum(end - start for start, end in pieces)


def shared(one: Pieces, other: Pieces) -> int:
    """How many characters the pieces have in common.

    >>> shared(((0, 5), (10, 15)), ((3, 12),))
    4
    """
    return sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)


def likeness(one: Pieces, other: Pieces) -> float:
    """What is in both as a share of what is in either (Jaccard)."""
    common = shared(one, other)
    return common / max(1, size(one) + size(other) - common)


def bare(pieces: Pieces, text: str) -> Pieces:
    """The pieces without marks, punctuation and space at their ends, and joined where only such lie between.

    >>> bare(((0, 7), (8, 13)), "“Late,” “Bo.”")
    ((1, 11),)
    """
    joined: list[Piece] = []
    for start, end in sorted(filter(None, (_stripped(piece, text) for piece in pieces))):
        if joined and not text[joined[-1][1] : start].strip(EDGES):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _stripped(piece: Piece, text: str) -> Piece | None:
    start, end = piece
    words = text[start:end]
    start += len(words) - len(words.lstrip(EDGES))
    words = words.strip(EDGES)
    return (start, start + len(words)) if words else None


class Overlaps:
    """Which of many things overlap given pieces, without looking at all of them.

    >>> Overlaps([((0, 5),), ((4, 9),), ((700, 710),)]).at(((5, 6),))
    [1]
    """

    STEP: Final = 512  # characters that share a bucket: about a quotation's length

    def __init__(self, things: Iterable[Pieces]) -> None:
        self.things: Final = tuple(things)
        self.buckets: Final[dict[int, list[int]]] = defaultdict(list)
        for at, pieces in enumerate(self.things):
            for bucket in self._buckets_of(pieces):
                self.buckets[bucket].append(at)

    def at(self, pieces: Pieces) -> list[int]:
        """The indices of the things that overlap, in their order."""
        near = {at for bucket in self._buckets_of(pieces) for at in self.buckets.get(bucket, ())}
        return sorted(at for at in near if shared(pieces, self.things[at]))

    def shared(self, pieces: Pieces) -> int:
        """How many characters the pieces have in common with all the things, one by one."""
        return sum(shared(pieces, self.things[at]) for at in self.at(pieces))

    def _buckets_of(self, pieces: Pieces) -> set[int]:
        return {bucket for start, end in pieces for bucket in range(start // self.STEP, end // self.STEP + 1)}
