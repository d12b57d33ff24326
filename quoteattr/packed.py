"""packed: many things of a text kept as bytes, and made anew when they are looked at; Later: what nobody has read yet.

What is found in a text takes ten to twenty times its room, as long as there is a turn in some lines. A text that is
nothing but turns would take hundreds of times its room. Of such a text the things that are found are pickled, some
hundred together, without the text that each of their spans refers to, and compressed: that takes a fiftieth. Whoever
goes through them in their order has each made once.
"""

from __future__ import annotations

import io
import pickle
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any, Final, TypeVar

from attrs import has

from .changed import values_of
from .collection import emptied
from .held import Held
from .span import Span

T = TypeVar("T")

_TOGETHER: Final = 128  # things that are made anew at once
_KEPT: Final = 4  # times so many are kept as they are, of those looked at last
_APART: Final = 100  # characters of the text for each thing, where things are not too many to be kept as they are
_LEVEL: Final = 1  # of compression: more takes far more time for little
_FEW: Final = 500  # that are kept as they are in any text


class Packed(Held[T]):
    """Things of a text in their order, kept as bytes.

    What is changed in one of them is lost; so is which of them are one and the same.

    >>> text = "Ann said so."
    >>> words = Packed([Span(0, 3, text), Span(4, 8, text)], text)
    >>> [span.text for span in words], words[-1].text, len(words)
    (['Ann', 'said'], 'said', 2)
    """

    def __init__(self, things: Iterable[T], text: str) -> None:
        self._text = text
        self._pieces: list[bytes] = []
        self._made: dict[int, list[T]] = {}
        self._last: list[T] = []  # as they are, until they are enough to be packed
        self.extend(things)

    def extend(self, things: Iterable[T]) -> None:
        """Put further things behind those that are there."""
        rest = chain(self._last, things)
        while len(piece := [*islice(rest, _TOGETHER)]) == _TOGETHER:
            self._pieces.append(_pack(piece, self._text))
        self._last = piece

    def __len__(self) -> int:
        return len(self._pieces) * _TOGETHER + len(self._last)

    def one(self, at: int) -> T:
        """One of them, made together with those that it was packed with."""
        piece, place = divmod(at if at >= 0 else range(len(self))[at], _TOGETHER)
        made = self._made.get(piece)
        return (self._make(piece) if made is None else made)[place]

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(map(self._make, range(len(self._pieces) + 1)))

    def emptied(self) -> Iterator[T]:
        """The things in their order, each piece of them gone once it is made."""
        for piece in range(len(self._pieces) + 1):
            made = self._make(piece)
            if piece < len(self._pieces):
                self._pieces[piece] = b""
            yield from made
        self._pieces, self._last = [], []
        self._made.clear()

    def _make(self, piece: int) -> list[T]:
        """Make some of the things anew."""
        if piece == len(self._pieces):
            return self._last
        made = self._made.get(piece)
        if made is None:
            if len(self._made) == _KEPT:
                del self._made[next(iter(self._made))]
            made = self._made[piece] = _unpack(self._pieces[piece], self._text)
        return made


class Pairs(Held[tuple[int, int]]):
    """Pairs of numbers in two columns, which take an eighth of the room of a list.

    >>> list(Pairs([(0, 9), (11, 20)])), Pairs([(0, 9), (11, 20)])[1]
    ([(0, 9), (11, 20)], (11, 20))
    """

    __slots__ = "ends", "starts"

    def __init__(self, pairs: Sequence[tuple[int, int]]) -> None:
        self.starts = array("q", [start for start, _ in pairs])
        self.ends = array("q", [end for _, end in pairs])

    def __len__(self) -> int:
        return len(self.starts)

    def one(self, at: int) -> tuple[int, int]:
        """One of them."""
        return self.starts[at], self.ends[at]

    def some(self, part: slice) -> list[tuple[int, int]]:
        """Some of them, made now."""
        return [*zip(self.starts[part], self.ends[part], strict=True)]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self.starts, self.ends, strict=True)


class Later(Held[T]):
    """Things that are made, of what is given, when somebody first reads one, and then kept.

    >>> names = Later(lambda given: [name.title() for name in given], 2, ("ann", "bo"))
    >>> len(names), names[1], names.all()
    (2, 'Bo', ('Ann', 'Bo'))
    """

    __slots__ = "_count", "_given", "_make"

    def __init__(self, make: Callable[[Any], Iterable[T]], count: int, given: Any) -> None:
        self._make: Callable[[Any], Iterable[T]] | None = make
        self._count = count
        self._given: Any = given  # and then the things

    def all(self) -> tuple[T, ...]:
        """All of them."""
        if (make := self._make) is not None:
            self._given, self._make = tuple(make(self._given)), None
        things: tuple[T, ...] = self._given
        return things

    def __len__(self) -> int:
        return self._count

    def one(self, at: int) -> T:
        """One of them."""
        return self.all()[at]

    def some(self, part: slice) -> tuple[T, ...]:
        """Some of them."""
        return self.all()[part]

    def __iter__(self) -> Iterator[T]:
        return iter(self.all())

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self.all(),)


def kept(things: Sequence[T]) -> Sequence[T]:
    """The things as a tuple, or one that is made when somebody reads it where they are packed."""
    return Later(tuple, len(things), things) if isinstance(things, Packed) else tuple(things)


def all_of(things: Sequence[T]) -> tuple[T, ...]:
    """All of the things, made now where that was left for later; a tuple is given back as it is."""
    if isinstance(things, tuple):
        return things
    return things.all() if isinstance(things, Later) else tuple(things)


def packed(things: Iterable[T], text: str) -> Sequence[T]:
    """The things of a text in their order: a list of them, or packed where they are many for so short a text."""
    return joined([], things, text)


def in_columns(pairs: Sequence[tuple[int, int]], text: str) -> Sequence[tuple[int, int]]:
    """The pairs, in two columns where they are many for so short a text."""
    return pairs if len(pairs) <= _most(text) else Pairs(pairs)


def joined(things: list[T] | Packed[T], further: Iterable[T], text: str) -> list[T] | Packed[T]:
    """The things, a list or packed, with further ones behind them; packed where they are many for so short a text.

    >>> joined([1], [2], "Ann said so.")
    [1, 2]
    """
    if isinstance(things, list):
        rest, most = iter(further), _most(text)
        things += islice(rest, most + 1 - len(things))
        return things if len(things) <= most else Packed(chain(emptied(things), rest), text)
    things.extend(further)
    return things


def let_go(things: Sequence[T]) -> Iterator[T]:
    """The things in their order, each of which is gone from there once the next is taken.

    >>> names = ["Ann", "Bo"]
    >>> [*let_go(names)], names
    (['Ann', 'Bo'], [])
    """
    if isinstance(things, list):
        return emptied(things)
    return things.emptied() if isinstance(things, Held) else iter(things)


def _most(text: str) -> int:
    """How many things of a text are kept as they are."""
    return max(_FEW, len(text) // _APART)


class _Packer(pickle.Pickler):
    """Takes our own things apart into the values of their fields, which takes half the time of their states."""

    def __init__(self, message: io.BytesIO, text: str) -> None:
        super().__init__(message, pickle.HIGHEST_PROTOCOL)
        self.text = text

    def reducer_override(self, given: object) -> Any:
        """A span without its text, what has fields as a call with their values; all else as usual."""
        if isinstance(given, Span) and given.is_of(self.text):
            return Span, (given.start, given.end)
        kind = type(given)
        return (kind, values_of(given)) if has(kind) else NotImplemented


class _Unpacker(pickle.Unpickler):
    """Makes the things again, their spans being those of a text."""

    def __init__(self, message: io.BytesIO, text: str) -> None:
        super().__init__(message)
        self.span = partial(_span, text)  # not one of ours: we would be kept alive with all that we have made

    def find_class(self, module: str, name: str) -> Any:
        """What makes a thing of this name."""
        return self.span if (module, name) == (Span.__module__, Span.__name__) else super().find_class(module, name)


def _span(text: str, start: int, end: int, own: str | None = None) -> Span:
    """A span, one of the text where it was packed without its own."""
    return Span(start, end, text if own is None else own)


def _pack(things: list[Any], text: str) -> bytes:
    message = io.BytesIO()
    _Packer(message, text).dump(things)
    return zlib.compress(message.getvalue(), _LEVEL)


def _unpack(piece: bytes, text: str) -> list[Any]:
    things: list[Any] = _Unpacker(io.BytesIO(zlib.decompress(piece)), text).load()
    return things
