"""Line: the exchanges of a text that is hardly anything but turns, those that are settled kept in columns.

An exchange takes five times the room of its columns. Of one whose source has settled who speaks nothing more is found
out, so it is made anew whenever it is looked at; those that are open are kept as they are.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from .exchange import Exchange, Turn
from .held import Held
from .numbered import Numbered
from .packed import Packed
from .persons import Person

_common = attrgetter(
    "kind", "inside", "group", "gender", "key", "introduced", "sort", "owner", "silent", "told", "gap", "answer"
)
"""What many exchanges have in common."""


class Line(Held[Exchange]):
    """Exchanges in their order.

    What is changed in one that is settled is lost, but for who is settled where it is put back in its place.

    >>> line = Line([])
    >>> line.append(Exchange([], 7, 0, 2, 11, 20, settled=Person(3)))
    >>> line[0].start, line[0].settled.number, line[0] is line[0]
    (11, 3, False)
    """

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns
        self._who: list[Exchange | Person | None] = []  # each exchange that is open, of the others who is settled,
        self._rows = array("q")  # and how many of the others stand before it; these have
        self._places, self._numbers, self._paragraphs, self._starts, self._ends, self._sorts = (
            array("q") for _ in range(6)
        )
        self._sort_of: Numbered[tuple[Any, ...]] = Numbered()

    def append(self, exchange: Exchange) -> None:
        """Put an exchange behind those that are there."""
        self._rows.append(len(self._sorts))
        if exchange.settled is None:
            self._who.append(exchange)
            return
        self._who.append(exchange.settled)
        self._places.append(exchange.place)
        self._numbers.append(exchange.number)
        self._paragraphs.append(exchange.paragraph)
        self._starts.append(exchange.start)
        self._ends.append(exchange.end)
        self._sorts.append(self._sort_of[_common(exchange)])

    def __len__(self) -> int:
        return len(self._who)

    def one(self, at: int) -> Exchange:
        """An exchange as it is, or as it was when it was settled."""
        who = self._who[at]
        return who if isinstance(who, Exchange) else self._made(who, self._rows[at])

    def _made(self, who: Person | None, row: int) -> Exchange:
        """An exchange that is settled, as it was."""
        place, number, paragraph = self._places[row], self._numbers[row], self._paragraphs[row]
        start, end, common = self._starts[row], self._ends[row], self._sort_of.things[self._sorts[row]]
        return Exchange(self._turns, place, number, paragraph, start, end, who, who, *common)

    def __setitem__(self, at: int, exchange: Exchange) -> None:
        self._who[at] = exchange.settled if isinstance(self._who[at], Person) and exchange.settled else exchange

    def __iter__(self) -> Iterator[Exchange]:
        for at, who in enumerate(self._who):
            yield who if isinstance(who, Exchange) else self._made(who, self._rows[at])

    def emptied(self) -> Iterator[Exchange]:
        """The exchanges in their order, each gone once it is taken."""
        for at, exchange in enumerate(self):
            self._who[at] = None
            yield exchange


def line_of(turns: Sequence[Turn]) -> list[Exchange] | Line:
    """What holds exchanges of some turns: a list, or a line where the turns are packed."""
    return Line(turns) if isinstance(turns, Packed) else []
