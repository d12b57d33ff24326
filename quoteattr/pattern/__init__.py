"""Pattern: what stands around a quotation in its sentence, written down; compiled once, matched in bounded time.

A pattern is a row of elements, in the order of the text: ``{according to} SOURCE ... CONTENT``. It is matched outward
from the quotation, which is its ``CONTENT``: what stands behind it from left to right, what stands before it from right
to left. Each side is a chain of nodes without a loop, since nothing in a pattern repeats, and a node that has failed at
a word is not tried there again: so the time is bounded by the length of the pattern times that of the sentence.
"""

from __future__ import annotations

from attrs import field, frozen

from ..errors import PatternError
from ..passage import Candidate, Passage
from .elements import ELEMENTS
from .match import Match, match_of
from .parser import Parser
from .rows import Compiler, Row

__all__ = ["ELEMENTS", "Match", "Pattern"]


@frozen
class Pattern:
    """What stands around a quotation in its sentence: ``{according to} SOURCE ... CONTENT``.

    Words in capitals are elements (``CONTENT``, ``SOURCE``, ``CUE``, …), all others stand for themselves; words in
    braces are the cue. Behind an element, ``?`` says that it may be missing; ``(a | b)`` that one of them stands there;
    ``...`` are any words, as few as will do. Several rows with ``|`` between them are tried in their order.

    >>> from quoteattr import RULES, RuleSet, attribute, rule
    >>> SO = Pattern("CONTENT ,? {so} SOURCE:name")
    >>> @rule(confidence=0.9)
    ... def content_so(passage):
    ...     '''*So X* stands behind the content.'''
    ...     return SO.candidate(passage)
    >>> print(*attribute("“It is out,” so Ann Lee.", rules=RuleSet((content_so, *RULES))))
    Ann Lee, so: “It is out,”
    >>> Pattern("CONTENT SUORCE")
    Traceback (most recent call last):
        ...
    quoteattr.errors.PatternError: no element is named SUORCE; did you mean SOURCE?
        CONTENT SUORCE
                ^

    Raises:
        PatternError: The pattern is not right; the message shows where.
    """

    text: str
    _rows: tuple[Row, ...] = field(init=False, eq=False, repr=False)
    _signs: frozenset[str] = field(init=False, eq=False, repr=False)  # those of all its rows

    @_rows.default
    def _compiled(self) -> tuple[Row, ...]:
        if not isinstance(self.text, str):
            raise PatternError(f"a pattern is a str, not {type(self.text).__name__}")
        compiler = Compiler()
        return tuple([compiler.row(row) for row in Parser(self.text).parse()])

    @_signs.default
    def _signs_of_rows(self) -> frozenset[str]:
        return frozenset([sign for row in self._rows for sign in row.signs])

    def match(self, passage: Passage) -> Match | None:
        """What stands around the quotation, if it is what the pattern says."""
        if not passage.may_have(self._signs):
            return None
        for row in self._rows:
            walk = row.walk(passage) if passage.may_have(row.signs) else None
            if walk is not None:
                return match_of(walk)
        return None

    def candidate(self, passage: Passage) -> Candidate | None:
        """The attribution that the pattern shows, for a rule to give."""
        found = self.match(passage)
        return found.candidate() if found is not None else None
