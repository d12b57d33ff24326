"""Name: a name that was found, cut into what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from attrs import frozen

from ..tables import shipped

NameKind = Literal["person", "body", "place", "word"]
PARTICLES = (
    "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "vom", "zu", "zur",
    "bin", "ibn", "ben", "bint", "al", "el", "ter", "ten", "af", "av", "ap", "y",
)  # fmt: skip
_OPENERS = frozenset({*PARTICLES, *(p.capitalize() for p in PARTICLES), "St", "St.", "Saint"}) - {
    "Al",
    "Ben",
    "Di",
    "La",
}
"""Words that make one surname with the word behind them."""


@frozen(weakref_slot=False)
class Name:
    """A name as one run of capitals shows it.

    ``skip`` is how many characters of the run go before it (*But* Tom), ``core`` where the name
    proper begins behind titles and roles. ``words`` are the name proper without suffix; ``full`` tells
    whether they have a first name and a surname at least, ``given`` the gender that the first of them tells (``u``:
    either; nothing: it is no given name).
    """

    text: str
    skip: int = 0
    core: int = 0
    titles: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    suffix: str = ""
    kind: NameKind = "word"
    gender: str = "u"
    full: bool = False
    given: str = ""

    @property
    def bare(self) -> str:
        """The name without titles and roles, its suffix kept."""
        return " ".join((*self.words, self.suffix)) if self.suffix else " ".join(self.words)

    @property
    def title(self) -> str:
        """Its last title: *Gov.* of *Lt. Gov.*; empty where it has none."""
        return self.titles[-1] if self.titles else ""


@cache
def full_forms() -> Mapping[str, tuple[str, ...]]:
    """The given names that a nickname stands for.

    >>> full_forms()["Lizzy"]
    ('Elizabeth',)
    """
    return {row["nickname"]: tuple(row["full"].split("|")) for row in shipped("nicknames.tsv")}


@cache
def sites() -> frozenset[str]:
    """Words with which the names of places end.

    >>> "Street" in sites()
    True
    """
    return frozenset(row["word"] for row in shipped("sites.tsv"))


def is_full(words: Sequence[str]) -> bool:
    """Whether words are a first name and a surname at least; *van der Berg* is a surname.

    >>> is_full(("Ida", "Berg")), is_full(("van", "der", "Berg"))
    (True, False)
    """
    first = 0
    while first < len(words) - 1 and words[first] in _OPENERS:
        first += 1
    return len(words) - first > 1
