"""Person: one who may speak, what the text calls them, and which of their names is shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Literal

from attrs import define, field

from ..names import Name
from .character import Character, Gender

SpeakerType = Literal["person", "group", "organisation", "document", "unnamed"]
NO_VOTES: Mapping[str, float] = {"m": 0.0, "f": 0.0}
OFTEN, ESTABLISHED = 3, 20
"""Who is named so often is no chance, and whom the text names so often is well known to it."""
RARE_ALIAS = 0.03
"""A form that is a smaller share of the mentions of a person is no alias."""
_LONG_KNOWN, _RARE_TITLE = 40, 0.2
"""For somebody mentioned oftener than this a rare form is not the name, be it fuller; nor one that only has a title."""
_MARRIED = frozenset({"mrs", "mme", "madame"})


@lru_cache(maxsize=5_000)
def _votes(male: float, female: float) -> Mapping[str, float]:
    """The votes for each gender, made once for all of whom they are told."""
    return {"m": male, "f": female}


@lru_cache(maxsize=5_000)
def titles_of(titles: frozenset[str]) -> frozenset[str]:
    """Some titles, kept once for all who bear them."""
    return titles


@define(eq=False, weakref_slot=False)
class Person:
    """One who may speak: what the text calls them, how often, and what it tells of their gender.

    Most are called but one thing, and some texts name tens of thousands: a table is made for who is called several.
    """

    number: int
    count: int = field(default=0, init=False)  # how often the text names them
    _form: str = field(default="", init=False)  # what it first calls them,
    _forms: dict[str, int] | None = field(default=None, init=False)  # … and how often each, where it is several things
    _read: Callable[[str], Name] | None = field(default=None, init=False)  # what reads that as their name,
    _names: dict[str, Name] | None = field(default=None, init=False)  # … and all by their texts, where they are several
    _surfaces: tuple[str, ...] | list[str] | None = field(default=None, init=False)  # the runs, where not that alone
    first: str = ""
    last: str = ""
    suffix: str = ""
    titles: frozenset[str] = frozenset()
    votes: Mapping[str, float] = NO_VOTES
    type: SpeakerType = "person"
    given: Character | None = None
    fixed_name: str = ""
    sure: bool = True
    speaks: bool = False
    place: bool | None = None
    tally: Gender | None = None  # what the votes tell with those of given names, roles and pronouns
    wife: bool = False

    def vote(self, gender: str, weight: float) -> None:
        """Let something tell the gender, if it does."""
        if gender in NO_VOTES:
            added = {**self.votes, gender: self.votes[gender] + weight}
            self.votes = _votes(added["m"], added["f"])

    def call(self, form: str, times: int = 1) -> None:
        """Count that the text names them so."""
        if self._forms is not None:
            self._forms[form] = self._forms.get(form, 0) + times
        elif not self._form:
            self._form = form
        elif self._form != form:
            self._forms = {self._form: self.count, form: times}
        self.count += times

    def bear(self, name: Name, surfaces: tuple[str, ...], read: Callable[[str], Name]) -> bool:
        """Bear a name that some runs show, which may be the one that is ``read`` there; whether it is new for them."""
        text = name.text
        if self._read is None:
            plain = text == surfaces[0] and ((known := read(text)) is name or known == name)
            self._read = read if plain else {text: name}.__getitem__
            self._surfaces = None if plain and len(surfaces) == 1 else surfaces
            return True
        if isinstance(self._surfaces, list):
            self._surfaces.extend(surfaces)
        else:
            self._surfaces = [*self.surfaces, *surfaces]
        names = self._names or {each.text: each for each in self.names}
        if text in names:
            return False
        self._names = names
        names[text] = name
        return True

    @property
    def forms(self) -> Mapping[str, int]:
        """What the text calls them, and how often each."""
        if self._forms is not None:
            return self._forms
        return {self._form: self.count} if self._form else {}

    def times(self, form: str) -> int:
        """How often the text calls them so."""
        if self._forms is not None:
            return self._forms.get(form, 0)
        return self.count if form == self._form else 0

    @property
    def names(self) -> Collection[Name]:
        """Their names, each with another text, in the order in which they were met."""
        if self._names is not None:
            return self._names.values()
        return (self._read(self._form),) if self._read is not None else ()

    @property
    def is_called_one_thing(self) -> bool:
        """Whether they bear one name, and the text calls them nothing else: first name and surname are its own."""
        return self._read is not None and self._names is None and self._forms is None

    @property
    def surfaces(self) -> Sequence[str]:
        """The runs that name them."""
        if self._surfaces is not None:
            return self._surfaces
        return (self._form,) if self._read is not None else ()

    @property
    def name(self) -> str:
        """The fullest name that the text gives, without titles where a first name and a surname are left."""
        if self.fixed_name:
            return self.fixed_name
        names = self.names
        if self._names is None:
            return _shown(*names) if names else ""
        current = [name for name in names if self._is_current(name)] if self.count >= _LONG_KNOWN else names
        return _fullest(current or names, self.times)

    def _is_current(self, name: Name) -> bool:
        """Whether the text uses a name often enough for it to be the name of somebody mentioned so often."""
        return self.times(name.text) >= self.count * (RARE_ALIAS if name.full else _RARE_TITLE)

    @property
    def aliases(self) -> tuple[str, ...]:
        """What the text calls them, commonest first; rare forms are left out."""
        if self.given is not None:
            return tuple(dict.fromkeys((self.given.name, *self.given.aliases, *self._usual())))
        return tuple(self._usual()) or (self.name,)

    @property
    def is_person(self) -> bool:
        """Whether a name tells by itself that it is one of a person: by a title, a role or a first name."""
        return self.type == "person" and any(name.kind == "person" for name in self.names)

    def _usual(self) -> Sequence[str]:
        if self._forms is None:
            return (self._form,) if self._form else ()
        least = self.count * RARE_ALIAS
        return [form for form, count in sorted(self._forms.items(), key=itemgetter(1), reverse=True) if count >= least]


def long_count(person: Person) -> int:
    """How often a person is named in full or by a title."""
    if person.is_called_one_thing:
        return person.count if person.last else 0
    return sum(person.times(name.text) for name in person.names if name.full or name.titles)


def full_count(person: Person) -> int:
    """How often a person is named in full."""
    if person.is_called_one_thing:
        return person.count if person.first and person.last else 0
    return sum(person.times(name.text) for name in person.names if name.full)


def _is_whole(name: Name) -> bool:
    """Whether a name tells all without its titles: a first name and a surname, but not *Mrs. John Koh*."""
    married = name.gender == "f" and name.given != "f" and name.title.rstrip(".").lower() in _MARRIED
    return name.full and not married


def _fullest(names: Collection[Name], times: Callable[[str], int]) -> str:
    """The best name among several: a first name and a surname, else a title and a name, else any."""

    def rank(name: Name) -> tuple[bool, bool, int, int]:
        full = _is_whole(name)
        return full, bool(name.titles) and not full, len(name.words), times(name.text)

    return _shown(max(names, key=rank))


def _shown(name: Name) -> str:
    """A name as it is shown: without titles where a first name and a surname are left, not all in capitals."""
    shown = name.bare if _is_whole(name) else name.text
    return _settled_case(shown) if shown.isupper() and " " in shown else shown


def _settled_case(label: str) -> str:
    """A name in capitals as names are written: MS. TREVANION -> Ms. Trevanion."""
    return " ".join(map(str.capitalize, label.split(" ")))
