"""Whether words or names tell that somebody is a person, and which."""

from __future__ import annotations

from ..lexicon import PERSONS, Lexicon
from ..names import Name
from ..persons import Person
from .sources import Sources


def names_person(sources: Sources, at: int) -> bool:
    """Whether a name is that of a person, by itself or by what else the text calls whoever bears it."""
    name, person = sources.index.name(at), sources.people.at(at)
    return name.kind == "person" or bool(name.given) or (person is not None and person.sure and is_known(person))


def tells_of_person(sources: Sources, word: str) -> bool:
    """Whether a word before a name may be part of what tells who it is: *the* veteran painter *Ann Lee*."""
    lexicon = sources.lexicon
    return word in lexicon.adjectives or lexicon.word(word).noun.partition(",")[0] in PERSONS


def is_office(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun is a title that one person bears at a time: *minister*, *bishop*, but not *sister*.

    >>> from quoteattr.lexicon import english
    >>> [is_office(word, english()) for word in ("minister", "Bishop", "sister", "baker")]
    [True, True, False, False]
    """
    title = lexicon.titles.get(word.capitalize())
    held = title is not None and title.kind in ("office", "clergy", "noble", "rank")
    return held and lexicon.kind_of(word.lower()) == "role"


def is_known(person: Person) -> bool:
    """Whether the text names somebody in full, or with a title or a given name."""
    return any(name.kind == "person" or name.given for name in person.names)


def names_somebody(name: Name) -> bool:
    """Whether a name by itself tells that it is one of a person or of a body."""
    return name.full or bool(name.given) or name.kind in ("person", "body")
