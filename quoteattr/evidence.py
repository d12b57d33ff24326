"""Evidence: what speaks for or against a speaker; its weights are a table.

Each piece of evidence has a name that reads (*addressed in the turn before*) and a weight for each kind of
source: none (*implicit*), a pronoun, a noun, a name (who speaks next tells of who spoke). Weights add up on
the log scale. The tables ``lang/en/evidence_*.tsv``, one for fiction and one for news, are made by
``tools/fit_evidence.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal

from attrs import frozen

from .lexicon import read_table

Genre = Literal["fiction", "news"]
SourceClass = Literal["implicit", "pronoun", "noun", "name"]
Weights = Mapping[str, Mapping[str, float]]
"""For each kind of source the weight of each piece of evidence."""

CLASSES: tuple[SourceClass, ...] = ("implicit", "pronoun", "noun", "name")


@frozen
class Evidence:
    """One thing that speaks for a speaker (a weight above 0) or against.

    >>> print(Evidence("addressed in the turn before", 1.5))
    +1.50 addressed in the turn before
    """

    name: str
    weight: float

    def __str__(self) -> str:
        return f"{self.weight:+.2f} {self.name}"


def read_weights(text: str, name: str = "evidence.tsv") -> Weights:
    r"""The weights of a table.

    >>> read_weights("# evidence\timplicit\tpronoun\tnoun\tname\nnamed last\t0.5\t1\t-\t-\n")["pronoun"]
    {'named last': 1.0}
    """
    weights: dict[str, dict[str, float]] = {each: {} for each in CLASSES}
    for row in read_table(name, text):
        for each in CLASSES:
            if row.get(each, "-") != "-":
                weights[each][row["evidence"]] = float(row[each])
    return weights


@cache
def weights_of(genre: Genre) -> Weights:
    """The weights that the package ships for a genre."""
    name = f"evidence_{genre}.tsv"
    return read_weights((resources.files(__package__) / "lang" / "en" / name).read_text("utf8"), name)
