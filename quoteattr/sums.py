"""Sums: the weights that a table gives to the names of a thing, added up; once for those that come together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from attrs import field, frozen

from .memo import Memo

Bunch = tuple[str, ...]
"""Names that the same few facts give: things alike in these have all of them."""

_MOST = 20_000  # bunches that are kept


@frozen
class Sums:
    """Adds up weights.

    >>> sums = Sums({"red": 1.0, "round": 0.5})
    >>> sums.of([("red", "round"), ("sweet",)])
    1.5
    """

    weights: Mapping[str, float] = field(repr=False)
    _known: Memo[Bunch, float] = field(init=False, repr=False, eq=False)

    @_known.default
    def _nothing_yet(self) -> Memo[Bunch, float]:
        return Memo(partial(_added_up, self.weights), _MOST)

    def of(self, bunches: Iterable[Bunch]) -> float:
        """The sum of the weights of all names; one without a weight adds nothing."""
        known, total = self._known, 0.0
        for bunch in bunches:
            total += known[bunch]
        return total


def _added_up(weights: Mapping[str, float], bunch: Bunch) -> float:
    return sum([weights.get(name, 0.0) for name in bunch])
