"""Who answers behind the labels of an interview."""

from __future__ import annotations

from ..exchange import Exchange, is_address
from ..persons import Person
from .sources import Sources

LABELS = frozenset({"Q", "A"})
_LETTERED = frozenset(f"{label}." for label in LABELS)  # A. Often, which is no name


def interviewee(sources: Sources, turn: Exchange) -> Person | None:
    """Who answers in an interview: the person whom the writer names last before it, else the first addressed in it."""
    index, people, narration = sources.index, sources.people, sources.narration
    for at in range(sources.read_to, index.before(turn.start).stop):
        person = people.at(at)
        first = sources.interviewed is None and is_address(index, at, 0)
        counts = first or not narration.is_speech(index.starts[at])
        counts = counts and sources.text[index.starts[at] : index.starts[at] + 2] not in _LETTERED
        if counts and person is not None and person.type == "person" and person.sure:
            sources.interviewed = person
    sources.read_to = index.before(turn.start).stop
    return sources.interviewed
