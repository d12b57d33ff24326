"""Memo: what was worked out, kept for the next time; what nobody asks for again is forgotten.

Most words and names of a text were met in texts before it, and of ten million texts not all can be kept. A memo that is
forgotten all at once when it is full costs the frequent ones again and again; this one has two halves. When the first
is full it becomes the second, whose place is lost, and whatever is asked for moves from there into the new first.
"""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import TypeVar

K = TypeVar("K", bound=Sized)
V = TypeVar("V")


class Memo(dict[K, V]):
    """What a function makes of things: asked for by ``memo[thing]``, made once for each.

    At most so many are kept, and none that is longer than ``longest``, for such hardly come again.

    >>> lengths = Memo(len, most=4)
    >>> [lengths[word] for word in ("pier", "lake", "house", "lake")], [*lengths]
    ([4, 4, 5, 4], ['house', 'lake'])
    """

    __slots__ = ("_before", "half", "longest", "make")

    def __init__(self, make: Callable[[K], V], most: int, longest: int = 50) -> None:
        super().__init__()
        self.make, self.half, self.longest = make, most // 2, longest
        self._before: dict[K, V] = {}

    def __missing__(self, thing: K) -> V:
        """What was made of a thing before the last ones, or is made of it now."""
        found = self._before.get(thing)
        if found is None:
            found = self.make(thing)
        if len(thing) <= self.longest:
            self.keep(thing, found)
        return found

    def keep(self, thing: K, found: V) -> None:
        """Keep what was made of a thing."""
        if len(self) >= self.half:
            self._before = self.copy()
            self.clear()
        self[thing] = found

    def met(self, thing: K) -> V | None:
        """What is kept of a thing, if it is."""
        return self.get(thing) or self._before.get(thing)
