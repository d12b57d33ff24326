"""Evidence: what speaks for or against a speaker; Sureness: how often such belief is right. Both are tables.

Each piece of evidence has a name that reads (*addressed in the turn before*) and a weight for each kind of
source: none (*implicit*), a pronoun, a noun, a name (who speaks next tells of who spoke). Weights add up on
the log scale. The tables ``lang/en/evidence_*.tsv``, one for fiction and one for news, are made by
``tools/fit_evidence.py``.

Weights make belief, and belief is not yet a share of right answers: two people of one gender in a room are
told apart less often than the weights believe. ``lang/en/sureness.tsv`` tells how often belief was right.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import exp, log
from typing import Literal, NamedTuple

from attrs import frozen

from .tables import shipped

Genre = Literal["fiction", "news"]
SourceClass = Literal["implicit", "pronoun", "noun", "name"]
Weights = Mapping[str, Mapping[str, float]]
"""For each kind of source the weight of each piece of evidence."""

CLASSES: tuple[SourceClass, ...] = ("implicit", "pronoun", "noun", "name")
Known = Literal["name", "unnamed", "implicit", "pronoun", "noun"]
"""How somebody is known: a person settled by a name, a body or an unnamed one, or by evidence."""
_LEAST, _MOST = 0.01, 0.99
"""Belief is taken to lie between these: no evidence makes anything certain."""


class Evidence(NamedTuple):
    """One thing that speaks for a speaker (a weight above 0) or against.

    >>> print(Evidence("addressed in the turn before", 1.5))
    +1.50 addressed in the turn before
    """

    name: str
    weight: float

    def __str__(self) -> str:
        return f"{self.weight:+.2f} {self.name}"


@lru_cache(maxsize=5_000)
def evidence_of(name: str, weight: float) -> Evidence:
    """A piece of evidence with its weight, made once for all whom it is about.

    >>> evidence_of("named last", -0.5)
    Evidence(name='named last', weight=-0.5)
    """
    return Evidence(name, weight)


@lru_cache(maxsize=5_000)
def shown(evidence: Evidence) -> str:
    """A piece of evidence as it reads, made once for all who have it.

    >>> shown(Evidence("named last", -0.5))
    '-0.50 named last'
    """
    return str(evidence)


@lru_cache(maxsize=5_000)
def all_shown(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Pieces of evidence as they read, made once for all who have the same."""
    return tuple(map(shown, evidence))


@lru_cache(maxsize=5_000)
def less_likely(evidence: tuple[Evidence, ...]) -> str:
    """Why somebody with this evidence has lost."""
    return f"less likely: {', '.join(map(shown, evidence))}"


@cache
def weights_of(genre: Genre) -> Weights:
    """The weights that the package ships for a genre.

    >>> "has no name" in weights_of("fiction")["noun"]
    True
    """
    weights: dict[str, dict[str, float]] = {each: {} for each in CLASSES}
    for row in shipped(f"evidence_{genre}.tsv"):
        for each in CLASSES:
            if row[each] != "-":
                weights[each][row["evidence"]] = float(row[each])
    return weights


@frozen
class Sureness:
    """How often a speaker is right, from the share of right sources and from belief in who is meant.

    Where the source settles who it is, only the odds of the source change: a rule is right about names
    more often than about nouns. Where evidence was weighed, both must be right.

    >>> name, pronoun = Sureness(odds=1.5), Sureness(slope=0.5)
    >>> round(name.of(0.9, 1.0), 3), round(pronoun.of(0.9, 0.8), 3)
    (0.931, 0.6)
    """

    odds: float | None = None
    slope: float = 1.0
    offset: float = 0.0

    def of(self, source: float, belief: float) -> float:
        """The share of right ones among those with such a source, and believed in as much."""
        if self.odds is not None:
            return self.odds * source / (self.odds * source + 1.0 - source)
        held = min(_MOST, max(_LEAST, belief))
        return source / (1.0 + exp(-self.slope * log(held / (1.0 - held)) - self.offset))


@cache
def sureness_of(genre: Genre) -> Mapping[str, Sureness]:
    """How sure the package is of a speaker, for each way to know them (see :data:`Known`)."""
    return {
        row["who"]: Sureness(float(row["odds"]))
        if row["odds"] != "-"
        else Sureness(slope=float(row["slope"]), offset=float(row["offset"]))
        for row in shipped("sureness.tsv")
        if row["genre"] == genre
    }
