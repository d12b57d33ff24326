"""Confidences: how often a source found so was right; a table, fitted on gold.

A rule is right more often in some places than in others: a cue beside its content more than one far away, a
name more than *it*. Each :func:`sign <signs_of>` of that has a weight; the weights add up to log odds, and those to
a share. The table ``lang/en/confidences.tsv`` is made by ``tools/fit_confidences.py``, which also shows on gold
that it was not fitted to how near the shares come. A rule that is not in the table keeps its own confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from math import exp
from typing import NamedTuple

from attrs import field, frozen

from .clauses import Reading
from .mentions import Mention
from .passage import Candidate, Passage
from .tables import shipped

_MOST_AWAY = 6  # phrases between a cue and its content: more are as bad
_MOST_CUES = 3
_OWN = frozenset("it they i we who which that this".split())
_LONGEST_OWN = max(map(len, _OWN))
_MOST_SHARES = 10_000  # shares that are kept, one for each set of signs


class Signs(NamedTuple):
    """What tells how sure a candidate with a source is: its rule, who is named, what reports it, and where.

    What is empty or None is not known; ``names`` are the signs as the table has them.
    """

    rule: str
    source: str
    behind: str
    away: int | None = None
    cue: str = ""
    strong: bool = False
    form: str = ""
    clause: str = ""
    other_cues: int | None = None

    def names(self) -> Iterator[str]:
        """The signs, the rule first."""
        yield f"rule {self.rule}"
        yield f"source {self.source}"
        yield f"behind {self.behind}"
        if self.away is not None:
            yield f"away {self.away}"
        if self.cue:
            yield f"cue {self.cue} {'strong' if self.strong else 'weak'}"
        if self.form:
            yield f"form {self.form}"
        if self.clause:
            yield f"clause {self.clause}"
        if self.other_cues is not None:
            yield f"other cues {self.other_cues}"


def signs_of(rule: str, passage: Passage, verb: int | None, mention: Mention) -> Signs:
    """The signs of a candidate with a verb and a source."""
    span = mention.span
    source: str = mention.form
    if span.end - span.start <= _LONGEST_OWN and (word := span.text.lower()) in _OWN:
        source = word
    reading, at = passage.reading, passage.at
    if verb is None or not 0 <= verb < len(reading.kinds):
        return Signs(rule, source, passage.before)  # no verb, or one of the sentence before
    group, clause = reading.phrases[verb].group, reading.of_verb.get(verb)
    entry = None if group is None else group.verb
    cue, strong = ("", False) if entry is None else (entry.cue or "none", entry.strong)
    form, kind = "" if group is None else group.form, "" if clause is None else clause.kind
    others = min(_sure_cues(reading, verb), _MOST_CUES)
    fields = rule, source, passage.before, min(abs(verb - at), _MOST_AWAY), cue, strong, form, kind, others
    return tuple.__new__(Signs, fields)  # half the time of Signs(*fields)


def _sure_cues(reading: Reading, but: int) -> int:
    """How many verbs of a sentence surely report, but for the one at a place."""
    count = 0
    for at in reading.of_verb:
        if at != but and reading.kinds[at] in "VGI":
            group = reading.phrases[at].group
            count += group is not None and group.verb is not None and group.verb.strong
    return count


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
    return Confidences({row["sign"]: float(row["weight"]) for row in shipped("confidences.tsv")})


def measured(rule: str, passage: Passage, found: Candidate) -> float | None:
    """How often a candidate like this one was right; None where nothing was measured."""
    return None if found.source is None else _share(signs_of(rule, passage, found.verb, found.source))


@lru_cache(maxsize=_MOST_SHARES)
def _share(signs: Signs) -> float | None:
    return english_confidences().share(signs.names())
