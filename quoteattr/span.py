"""Span: where something stands in a text."""

from __future__ import annotations

from attrs import field, frozen

from .making import maker


@frozen(order=True, repr=False, weakref_slot=False)
class Span:
    """A stretch of a text: ``text[start:end]``, counted in code points, the end not included.

    ``text`` may be given as the words of the stretch or as the whole text, out of which they are cut whenever they are
    asked for: so nothing of it stands in memory twice.

    >>> Span(5, 9, "said")
    Span(start=5, end=9, text='said')
    >>> len(Span(5, 9, "said"))
    4
    """

    start: int
    end: int
    _text: str = field(eq=False)

    @property
    def text(self) -> str:
        """The words of the stretch."""
        held, end = self._text, self.end
        return held[self.start : end] if len(held) >= end else held

    def __repr__(self) -> str:
        return f"Span(start={self.start}, end={self.end}, text={self.text!r})"

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The stretch ``text[start:end]``.

        >>> Span.of("Ann said so.", 4, 8)
        Span(start=4, end=8, text='said')
        """
        return cls(start, end, text)

    def is_of(self, text: str) -> bool:
        """Whether this very text was given with the stretch, so that it need not be told again."""
        return self._text is text

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether the other stretch lies within this one.

        >>> Span(0, 9, "Ann said.").holds(Span(4, 8, "said"))
        True
        """
        return self.start <= other.start and other.end <= self.end


make_span = maker(Span)
