"""Sums: the weights that a table gives to the names of a thing, added up; once for those that come together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

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
    _known: dict[Bunch, float] = field(factory=dict, init=False, repr=False, eq=False)

    def of(self, bunches: Iterable[Bunch]) -> float:
        """The sum of the weights of all names; one without a weight adds nothing."""
        known, total = self._known, 0.0
        for bunch in bunches:
            found = known.get(bunch)
            total += self._added_up(bunch) if found is None else found
        return total

    def _added_up(self, bunch: Bunch) -> float:
        if len(self._known) >= _MOST:
            self._known.clear()
        found = self._known[bunch] = sum([self.weights.get(name, 0.0) for name in bunch])
        return found
