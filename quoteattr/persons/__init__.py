"""Person: one who is named in a text; find_persons: from names to those who bear them.

Full names found a person each, short ones go to the full name that they fit: a surname with a title
to somebody of that surname and gender, a first name or nickname to its bearer. Two of one surname
stay two where titles, first names or suffixes differ. The files, each of which uses those above it alone:

===============  ===================================================================
``character``    Character: somebody whom the caller knows of
``titles``       what titles and nouns tell of whoever bears them
``first_names``  whether two first names may be one
``person``       Person: one who may speak, and what the text calls them
``capitals``     which capitals show a name, and what of it is meant
``pronouns``     Pronouns: what those behind a name tell of a gender
``people``       People: everybody whom a text names
``longer``       names of several words or with a title, given to whose they are
``singles``      single words, given to whose they are
===============  ===================================================================
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from ..lexicon import Lexicon
from ..names import Name, NameIndex
from .capitals import is_name, trimmed
from .character import Character, Gender, characters_named
from .longer import Form, place_longer
from .people import People
from .person import Person, SpeakerType
from .singles import place_singles
from .titles import noun_gender, nouns_of

__all__ = [
    "Character", "Gender", "People", "Person", "SpeakerType", "characters_named", "find_persons", "noun_gender",
    "nouns_of",
]  # fmt: skip

_ARTICLE = regex.compile(r"^(?:the|an?)\s+", regex.I)


def find_persons(index: NameIndex, lexicon: Lexicon, characters: Sequence[Character] = ()) -> People:
    """Who is named in a text, each under all the names that are theirs.

    >>> from quoteattr.lexicon import english
    >>> from quoteattr.names import find_names
    >>> text = "Bob Moe met Ida Moe. “No,” said Ida. Robert Moe left."
    >>> [person.aliases for person in find_persons(find_names(text, english()), english()).everybody()]
    [('Bob Moe', 'Robert Moe'), ('Ida Moe', 'Ida')]
    """
    people = People(index, lexicon)
    _add_given(people, characters)
    longer, singles = _grouped(people, index)
    place_longer(people, longer)
    place_singles(people, singles)
    people.close()
    return people


def _grouped(people: People, index: NameIndex) -> tuple[list[Form], list[tuple[str, ...]]]:
    """The runs of each name that several words or a title show, and how many they are; and those of single words."""
    longer: dict[str | tuple[str, str], Form] = {}
    singles: dict[str | tuple[str, str], tuple[str, ...]] = {}
    runs, labels = index.runs(), _labels(index)
    lasts = people.lasts = {surface.rpartition(" ")[2] for surface in runs if " " in surface}
    titled = {name.words for name in index.all_names() if name.titles}
    if labels:
        people.read = lambda surface: labels.get(surface) or index.read(surface)
    taken, read = people.of_surface, people.read
    for surface, places in runs.items():
        whole = read(surface)
        if not whole.words or surface in taken:
            continue
        name = whole
        if len(whole.words) > 1 or whole.titles:
            if not is_name(index, whole, places, lasts):
                continue
            name = trimmed(index, whole, places, titled)
            if name is not whole:
                people.trimmed[surface] = name
        key = _key_of(name)
        if name.full or name.titles:
            alike, count = longer.get(key) or ((), 0)
            longer[key] = (*alike, surface), count + len(places)
        else:
            singles[key] = (*singles.get(key, ()), surface)
    return [*longer.values()], [*singles.values()]


def _key_of(name: Name) -> str | tuple[str, str]:
    """What tells a name from others: its text and, where it has one, its suffix."""
    return (name.text, name.suffix) if name.suffix else name.text


def _labels(index: NameIndex) -> dict[str, Name]:
    """The names of labels in capitals as the text writes them elsewhere: *MR. LEE:* is Mr. Lee, *LEE:* is Ann Lee."""
    text, ends = index.text, index.ends
    runs = index.runs()
    capitals = filter(str.isupper, runs)
    large = [surface for surface in capitals if any(text[ends[at] : ends[at] + 1] == ":" for at in runs[surface])]
    if not large:
        return {}
    small = {word.upper(): word for run in runs if not run.isupper() for word in index.read(run).words}
    return {
        surface: index.parse(" ".join([small.get(word) or word.capitalize() for word in surface.split(" ")]))
        for surface in large
        if surface.rpartition(" ")[2] in small
    }


def _add_given(people: People, characters: Sequence[Character]) -> None:
    """Let the characters that the caller knows be persons before any other."""
    surfaces: dict[str, list[str]] = {}
    for surface, places in people.index.runs().items() if characters else ():
        name = people.index.name(places[0])
        if name.words:
            surfaces.setdefault(name.text, []).append(surface)
    for character in characters:
        person = people.new(name=character.name)
        person.given = character
        for alias in dict.fromkeys((character.name, *character.aliases)):
            for surface in (*surfaces.get(alias, ()), *surfaces.get(_ARTICLE.sub("", alias), ())):
                places = people.index.runs()[surface]
                if surface not in people.of_surface:
                    people.give(person, people.index.name(places[0]), (surface,))
