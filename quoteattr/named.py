"""Named: where somebody is named, as an author's own finder tells; named_by: what several finders find in a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol

from attrs import frozen

from .errors import RuleError


@frozen(order=True)
class Named:
    """A stretch of a text that names somebody: ``text[start:end]``, without titles and roles.

    ``name`` is the name under which they are known, where it is another one; ``gender`` is ``m``, ``f``, ``n``, or
    ``u`` where it is not known.

    >>> Named(6, 11, name="bell hooks", gender="f")
    Named(start=6, end=11, name='bell hooks', gender='f')
    """

    start: int
    end: int
    name: str = ""
    gender: Literal["m", "f", "n", "u"] = "u"


class MentionFinder(Protocol):
    """Finds where somebody is named in a text: by a list of names, or by a model for entities."""

    def __call__(self, text: str, /) -> Iterable[Named]:
        """All of them, in any order."""
        ...


def named_by(finders: Sequence[MentionFinder], text: str) -> tuple[Named, ...]:
    """What the finders find, in the order of the text; of two that overlap the first, or else the longer one.

    >>> named_by([lambda text: [Named(0, 4), Named(0, 10), Named(5, 10)]], "bell hooks left")
    (Named(start=0, end=10, name='', gender='u'),)

    Raises:
        RuleError: A finder gave what is no stretch of the text, or no words.
    """
    found: list[Named] = []
    for finder in finders:
        for each in finder(text):
            given: object = each
            if not isinstance(given, Named):
                raise RuleError(f"a finder of mentions must give Named(start, end), not {given!r}")
            if not 0 <= each.start < each.end <= len(text):
                raise RuleError(f"a finder of mentions gave {each}, which is no stretch of {len(text)} characters")
            words = text[each.start : each.end]
            if not any(map(str.isalnum, words)) or words != words.strip():
                raise RuleError(
                    f"a finder of mentions gave {each}, which has a blank at its edge or no letters: {words!r}"
                )
            found.append(each)
    kept: list[Named] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)
