"""Company: who is about wherever a noun speaks.

*The girl* of a whole book is somebody, and she has a name as a rule. A text that calls her *the girl* again and
again names her, too, in the same places, and more there than elsewhere. Who is named there and answers the
girl is somebody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log2

from attrs import frozen

LEAST_USES = 3
"""A noun that speaks less often tells nothing by its company."""
_NEAR = 6
"""Somebody is about who is named so many paragraphs before or after, or nearer."""
_APART = 20
"""Uses of a noun so many paragraphs apart lie in two places."""
_ABOUT, _SELDOM = 0.3, 0.02
_ANSWERS = 0.1
_SOME = 4


@frozen
class Company:
    """Who is about where a noun speaks in several places more than elsewhere, and who answers it.

    >>> Company.of([10, 90, 200], {1: 0.9, 2: 1.0}, {1: 0.1, 2: 0.9}, {2: 3})
    Company(most=1, places='in some places', answers=(2,))
    """

    most: int | None = None
    places: str = ""
    answers: tuple[int, ...] = ()

    @classmethod
    def of(
        cls,
        paragraphs: Sequence[int],
        near: Mapping[int, float],
        everywhere: Mapping[int, float],
        answers: Mapping[int, int],
    ) -> Company:
        """The company of a noun that speaks in these paragraphs, from the shares in which each is about."""
        apart = 1 + sum(b - a > _APART for a, b in pairwise(paragraphs))
        about = {n: share * log2((share + _SELDOM) / (everywhere.get(n, 0.0) + _SELDOM)) for n, share in near.items()}
        most = max(about, key=lambda n: about[n], default=None)
        if most is not None and (apart == 1 or about[most] <= _ABOUT):
            most = None
        often = max(1.0, _ANSWERS * len(paragraphs))
        return cls(
            most,
            "in one place" if apart == 1 else "in some places" if apart <= _SOME else "in many places",
            tuple(n for n, times in answers.items() if times > often),
        )


def share_near(about: Mapping[int, Iterable[int]], paragraphs: Sequence[int]) -> dict[int, float]:
    """In which share of the paragraphs each is about, if who is named in which paragraph is known.

    >>> share_near({3: [1], 40: [1, 2]}, [5, 90])
    {1: 0.5}
    """
    counts: Counter[int] = Counter()
    for paragraph in paragraphs:
        near = (about.get(each, ()) for each in range(paragraph - _NEAR, paragraph + _NEAR + 1))
        counts.update(set[int]().union(*near))
    return {number: count / len(paragraphs) for number, count in counts.items()}


__all__ = ["LEAST_USES", "Company", "share_near"]
