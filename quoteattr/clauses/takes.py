"""What verbs take: a clause, a hearer, a further report."""

from __future__ import annotations

from ..letters import Group
from ..lexicon import Verb

_WITHHOLDS = frozenset({"decline", "refuse"})  # said so, but | declined to give a reason


def reports_on(group: Group | None) -> bool:
    """Whether a verb is one of those with which a report goes on: *said so, and added*, *but declined to say why*."""
    return group is not None and (group.lemma in _WITHHOLDS or (group.verb is not None and group.verb.strong))


def takes_clause(verb: Verb | None) -> bool:
    """Whether what follows the verb may be a clause of its own: *said Moe won*."""
    return verb is not None and "that" in verb.frames


def takes_hearer(verb: Verb | None) -> bool:
    """Whether the object of the verb is the one told: *told reporters*."""
    return verb is not None and "hearer" in verb.frames
