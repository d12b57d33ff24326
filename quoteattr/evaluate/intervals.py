"""Intervals: between which ends a share lies, 95 times of 100."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

Counted = tuple[int, int]
"""What was right, and of how many."""

Z: Final = 1.96  # how many standard deviations hold 95 of 100
FEW: Final = 10  # documents: with fewer, how they differ tells little


def interval(documents: Sequence[Counted]) -> tuple[float, float]:
    """The ends of the interval of a share, from how it differs between documents.

    What one writer does comes back in the same document: quotations of one are no independent draws, so documents
    are what is counted. With less than ten of them all quotations are taken together (Wilson's interval).

    >>> low, high = interval([(9, 10), (8, 10)] * 10)
    >>> round(low, 2), round(high, 2)
    (0.83, 0.87)
    """
    part, whole = (sum(each) for each in zip(*documents, strict=True)) if documents else (0, 0)
    if len(documents) < FEW or not whole or part > whole:
        return wilson(min(part, whole), whole)
    share, count = part / whole, len(documents)
    spread = sum((right - share * every) ** 2 for right, every in documents) * count / (count - 1)
    off = Z * math.sqrt(spread) / whole
    return max(0.0, share - off), min(1.0, share + off)


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The interval of a share of independent things.

    >>> wilson(0, 0)
    (0.0, 1.0)
    >>> tuple(round(end, 2) for end in wilson(9, 10))
    (0.6, 0.98)
    """
    if not whole:
        return 0.0, 1.0
    share, square = part / whole, Z * Z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    off = Z * math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole)) / (1 + square / whole)
    return max(0.0, middle - off), min(1.0, middle + off)
