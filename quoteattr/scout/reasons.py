"""Pieces of evidence: how they are noted, and the words for distances."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from operator import attrgetter

from ..exchange import FAR
from ..figures import Figure
from ..span import Span

_FARTHEST = (0, 1, 3, FAR)
"""So many paragraphs are at most as far as each of these tells."""
start_of, end_of, sentence_of = map(attrgetter, ("start", "end", "sentence"))  # of figures


def add(reasons: list[str], reason: str) -> None:
    """Note a piece of evidence once."""
    if reason not in reasons:
        reasons.append(reason)


@cache
def met_lately(reason: str) -> bool:
    """Whether a piece of evidence tells that somebody was mentioned or has spoken before."""
    return reason.startswith("mentioned") or reason.endswith("before")


def at_all(_: int) -> str:
    """For nouns it tells little how many turns away."""
    return "some turns"


def distance(turns: int) -> str:
    """How many turns away, in words that make few pieces of evidence."""
    if turns <= 3:
        return ("one turn", "two turns", "three turns")[turns - 1]
    return "up to six turns" if turns <= 6 else "many turns"


def nearness(distance: int) -> int:
    """Which of the distances a number of paragraphs is."""
    return bisect_left(_FARTHEST, distance)


def inside(figure: Figure, source: Span | None) -> bool:
    """Whether somebody is named in the source."""
    return source is not None and figure.start < source.end and source.start < figure.end
