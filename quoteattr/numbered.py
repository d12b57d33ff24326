"""Numbered: different things, numbered as they come."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K")


class Numbered(dict[K, int]):
    """The number of each thing that is asked for: those that are equal have one; ``things`` has them by number.

    >>> numbers = Numbered()
    >>> [numbers[word] for word in ("to", "be", "or", "not", "to", "be")], numbers.things
    ([0, 1, 2, 3, 0, 1], ['to', 'be', 'or', 'not'])
    """

    __slots__ = ("things",)

    def __init__(self) -> None:
        super().__init__()
        self.things: list[K] = []

    def __missing__(self, thing: K) -> int:
        number = self[thing] = len(self.things)
        self.things.append(thing)
        return number
