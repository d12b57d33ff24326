"""Confidences: how often a source found so was right; a table, fitted on gold.

A rule is right more often in some places than in others: a cue beside its content more than one far away, a
name more than *it*. Each :func:`sign <signs_of>` of that has a weight; the weights add up to log odds, and those to
a share. The table ``lang/en/confidences.tsv`` is made by ``tools/fit_confidences.py``, which also shows on gold
that it was not fitted to how near the shares come. A rule that is not in the table keeps its own confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from math import exp

from attrs import field, frozen

from .passage import Candidate, Passage
from .tables import read_table

_MOST_AWAY = 6  # phrases between a cue and its content: more are as bad
_MOST_CUES = 3
_OWN = frozenset("it they i we who which that this".split())


def signs_of(rule: str, passage: Passage, found: Candidate) -> Iterator[str]:
    """The signs of how sure a candidate with a source is: its rule, who is named, what reports it, and where."""
    yield f"rule {rule}"
    if found.source is not None:
        words = found.source.text.lower()
        yield f"source {words if words in _OWN else found.source.form}"
    reading, at, verb = passage.reading, passage.at, found.verb
    yield f"behind {passage.kind_at(at - 1)}"
    if verb is None or not 0 <= verb < len(reading.kinds):
        return  # no verb, or one of the sentence before
    yield f"away {min(abs(verb - at), _MOST_AWAY)}"
    entry, group = passage.verb_at(verb), passage.group_at(verb)
    if entry is not None:
        yield f"cue {entry.cue or 'none'} {'strong' if entry.strong else 'weak'}"
    if group is not None:
        yield f"form {group.form}"
    clause = reading.of_verb.get(verb)
    if clause is not None:
        yield f"clause {clause.kind}"
    verbs = [each for each, kind in enumerate(reading.kinds) if kind in "VGI" and each != verb]
    yield f"other cues {min(sum([_reports(passage, each) for each in verbs]), _MOST_CUES)}"


def _reports(passage: Passage, at: int) -> bool:
    """Whether a verb that surely reports stands at a place."""
    entry = passage.verb_at(at)
    return entry is not None and entry.strong and bool(entry.cue)


@frozen
class Confidences:
    """How much each sign counts, in log odds.

    >>> table = Confidences({"rule a": 1.0, "source name": 0.5})
    >>> round(table.share(["rule a", "source name", "behind ,"]), 3), table.share(["rule b", "source name"])
    (0.818, None)
    """

    weights: Mapping[str, float] = field(repr=False)

    def share(self, signs: Iterable[str]) -> float | None:
        """How often such a candidate was right; None where the table does not know its rule, the first sign."""
        rule, *others = signs
        weights = self.weights
        if rule not in weights:
            return None
        return 1.0 / (1.0 + exp(-weights[rule] - sum([weights.get(sign, 0.0) for sign in others])))


@cache
def english_confidences() -> Confidences:
    """The table of English, read once."""
    text = (resources.files(__package__) / "lang" / "en" / "confidences.tsv").read_text("utf8")
    return Confidences({row["sign"]: float(row["weight"]) for row in read_table("confidences.tsv", text)})


def measured(rule: str, passage: Passage, found: Candidate) -> float | None:
    """How often a candidate like this one was right; None where nothing was measured."""
    return None if found.source is None else english_confidences().share(signs_of(rule, passage, found))
