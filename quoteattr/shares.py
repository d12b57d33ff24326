"""Shares: how often a reading of a cue was right, counted; from a word, a frame and a form to a share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import exp, log

from attrs import field, frozen

from .tables import Row, shipped

_ANY = "*"


def logit(share: float) -> float:
    """The log odds of a share.

    >>> logit(0.5)
    0.0
    """
    return log(share / (1 - share))


def sigmoid(odds: float) -> float:
    """The share with these log odds.

    >>> sigmoid(0.0)
    0.5
    """
    return 1 / (1 + exp(-odds))


@frozen
class Shares:
    """The counted share right of each reading: a word, the frame it stands in, the form it has.

    ``rows`` maps (word, frame, form) to a share; where a word was not seen so, the share of its class in that
    frame and form stands in (``classes``), moved by how much the word differs from its class (``effects``, in
    log odds).
    """

    rows: Mapping[tuple[str, str, str], float] = field(repr=False)
    classes: Mapping[tuple[str, str, str], float] = field(repr=False)
    effects: Mapping[str, float] = field(repr=False)

    def share(self, lemma: str, kind: str, frame: str, form: str) -> float:
        """How often this reading was right."""
        row = self.rows.get((lemma, frame, form))
        if row is not None:
            return row
        return sigmoid(logit(self.prior(kind, frame, form)) + self.effects.get(lemma, 0.0))

    def prior(self, kind: str, frame: str, form: str) -> float:
        """How often a reading in this frame and form was right for words of this class."""
        classes = self.classes
        found = classes.get((kind, frame, form))
        if found is None:
            found = classes.get((_ANY, frame, form))
        return classes.get((_ANY, _ANY, _ANY), 0.3) if found is None else found


def shares_of(rows: Iterable[Row]) -> Shares:
    """The shares of a table; ``=`` begins a class, frame ``*`` tells how a word differs from its class."""
    words: dict[tuple[str, str, str], float] = {}
    classes: dict[tuple[str, str, str], float] = {}
    effects: dict[str, float] = {}
    for row in rows:
        lemma, frame, form, number = row["lemma"], row["frame"], row["form"], float(row["share"])
        if lemma.startswith("="):
            classes[lemma[1:], frame, form] = number
        elif frame == _ANY:
            effects[lemma] = number
        else:
            words[lemma, frame, form] = number
    return Shares(words, classes, effects)


@cache
def english_shares() -> Shares:
    """The table of English, read once."""
    return shares_of(shipped("reports.tsv"))
