"""Group: a verb with its auxiliaries; which verbs say something, and nothing else."""

from __future__ import annotations

from typing import NamedTuple

from ..lexicon import Verb, Word

NO_VERB = Verb("", noun="some")
"""What stands in for the verb of a word that is in no table of verbs."""


class Group(NamedTuple):
    """What a group of verbs shows: its verb, where its main word stands, its form, and what is said of it.

    ``form`` is ``past``, ``present``, ``base``, ``participle``, ``gerund`` or ``infinitive``.
    """

    verb: Verb | None
    lemma: str
    start: int
    end: int
    form: str
    passive: bool = False
    negative: bool = False
    modal: bool = False
    perfect: bool = False
    conditional: bool = False


def takes_statement(group: Group) -> bool:
    """Whether a finite verb says something, and can have nothing else for its object: *said*, not *reported*."""
    verb = group.verb
    plain = verb is not None and verb.strong and verb.noun == "never" and "that" in verb.frames
    return plain and not group.passive


def says(word: Word) -> bool:
    """Whether a verb says something, and nobody is said: *said*, but not *told*, *called*."""
    verb = word.verb or NO_VERB
    return verb.strong and verb.cue == "speech" and not {"hearer", "object"} & verb.frames
