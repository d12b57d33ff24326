"""Character: somebody whom the caller knows of; characters_named: those whom an author's own finder names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import frozen

from ..named import Named

Gender = Literal["m", "f", "n", "u"]


@frozen
class Character:
    """Somebody whom the caller knows of: a name, other names, a gender.

    >>> Character("Ann Lee", ("Annie",), "f").aliases
    ('Annie',)
    """

    name: str
    aliases: tuple[str, ...] = ()
    gender: Gender = "u"

    @classmethod
    def of(cls, given: object) -> Character:
        """A character from what the caller wrote: a name, a sequence of them, a mapping.

        >>> Character.of("Ann Lee"), Character.of({"name": "Per", "gender": "m"})
        (Character(name='Ann Lee', aliases=(), gender='u'), Character(name='Per', aliases=(), gender='m'))
        """
        if isinstance(given, Character):
            return given
        if isinstance(given, str):
            return cls(given)
        if isinstance(given, Mapping):
            return cls(given["name"], tuple(given.get("aliases") or ()), _gender(given.get("gender")))
        if isinstance(given, Sequence):
            name, aliases, gender = (*given, (), "u")[:3] if len(given) < 3 else given
            return cls(name, tuple(aliases), _gender(gender))
        message = f"a character is a name, a mapping or a Character, not {type(given).__name__}: {given!r}"
        raise TypeError(message)


def characters_named(text: str, named: Sequence[Named]) -> tuple[Character, ...]:
    """Those whom an author's own finder names, each under all the words that name them.

    >>> characters_named("bell hooks left. So hooks did.", [Named(0, 10), Named(20, 25, name="bell hooks")])
    (Character(name='bell hooks', aliases=('hooks',), gender='u'),)
    """
    known: dict[str, Character] = {}
    for one in named:
        words = text[one.start : one.end]
        person = known.setdefault(one.name or words, Character(one.name or words))
        aliases = dict.fromkeys((*person.aliases, *([words] if words != person.name else [])))
        gender = one.gender if person.gender == "u" else person.gender
        known[person.name] = Character(person.name, tuple(aliases), gender)
    return tuple(known.values())


def _gender(given: object) -> Gender:
    """A gender of ours from what the caller wrote; what is none of ours is unknown."""
    return given if given in ("m", "f", "n") else "u"
