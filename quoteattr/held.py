"""Held: things in their order that are made when they are looked at, by their place or some together."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar, overload

T = TypeVar("T")

_AT_ONCE: Final = 128  # things of a slice that are made together, at most


class Held(Sequence[T]):
    """Things in their order that are not kept as they are, but made when they are looked at.

    A class of them tells how many they are and how one is made; and how some are, where it has a better way.

    >>> class Squares(Held[int]):
    ...     def __len__(self) -> int:
    ...         return 4
    ...
    ...     def one(self, at: int) -> int:
    ...         return at * at
    >>> Squares()[2], Squares()[1:], [*Squares().emptied()]
    (4, [1, 4, 9], [0, 1, 4, 9])
    """

    __slots__ = ()

    @abstractmethod
    def one(self, at: int) -> T:
        """The one at a place; a negative place counts from the end."""

    def some(self, part: slice) -> Sequence[T]:
        """Those of a slice, made now if they are few."""
        places = range(len(self))[part]
        return Part(self, places) if len(places) > _AT_ONCE else [*map(self.one, places)]

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self.some(at) if isinstance(at, slice) else self.one(at)

    def __iter__(self) -> Iterator[T]:
        return map(self.one, range(len(self)))

    def emptied(self) -> Iterator[T]:
        """The things in their order; a class whose things take room lets each go that is made."""
        return iter(self)


class Part(Held[T]):
    """Some of the things of a sequence that makes them when they are looked at."""

    __slots__ = "_places", "_things"

    def __init__(self, things: Held[T], places: range) -> None:
        self._things = things
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def one(self, at: int) -> T:
        """One of them."""
        return self._things.one(self._places[at])

    def some(self, part: slice) -> Sequence[T]:
        """Some of them, made now."""
        return [*map(self._things.one, self._places[part])]
