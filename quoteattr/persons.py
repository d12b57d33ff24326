"""Person: one who is named in a text; find_persons: from names to those who bear them.

Full names found a person each, short ones go to the full name that they fit: a surname with a title
to somebody of that surname and gender, a first name or nickname to its bearer. Two of one surname
stay two where titles, first names or suffixes differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, Literal

import regex
from attrs import define, evolve, field, frozen

from .collection import emptied
from .lexicon import FEW, Lexicon
from .named import Named
from .names import Name, NameIndex, full_forms, is_full, is_of_place

Gender = Literal["m", "f", "n", "u"]
SpeakerType = Literal["person", "group", "organisation", "document", "unnamed"]

_TITLE_VOTES, _GIVEN_VOTES, _ROLE_VOTES, _SUBJECT_VOTES = 15.0, 4.0, 6.0, 6.0
_NO_VOTES: Mapping[str, float] = {"m": 0.0, "f": 0.0}
_GENDERS: tuple[tuple[Gender, Gender], ...] = (("m", "f"), ("f", "m"))
_CLEAR, _LEAST = 1.3, 0.4
"""A gender is taken for settled where its votes are this many times the other's, and more than so many."""
_RARE_ALIAS = 0.03
"""A form that is a smaller share of the mentions of a person is no alias."""
_LONG_KNOWN, _RARE_TITLE = 40, 0.2
"""For somebody mentioned oftener than this a rare form is not the name, be it fuller; nor one that only has a title."""
_OFTEN, _ESTABLISHED = 3, 20
_WIVES = frozenset({"Mistress", "Madame", "Signora", "Senora", "Señora", "Frau", "Aunt", "Mother", "Lady"})
_KNOWN_SHARE = 0.1
"""Somebody mentioned less often than this share of another is not meant by a title and a surname that fit both."""
_SHORT_TEXT = 20_000
_LONGEST = 8
"""The words of the longest name that is looked for in a longer one."""
_COURTESY = frozenset({"Mrs", "Mrs.", "Miss", "Lady", "Madame", "Mme", "Mme."})
_MARRIED = frozenset({"mrs", "mme", "madame"})
_BEFORE_FIRST = frozenset({"courtesy", "kin", "noble", "clergy"})
"""The kinds of title that stand before a first name too (Miss Ann, Aunt Ann, Sir John, Sister Ann)."""
_MAIDENS = frozenset({"Miss", "Mademoiselle", "Signorina", "Senorita", "Señorita", "Fraulein", "Fräulein"})
_PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_NEXT_PRONOUN = re.compile(  # of those above: where one may begin is found fast by its letter
    r"[HhSs](?<=\b.)(?:(?<=[Hh])(?:e|is|er)|(?<=[Ss])he|(?<=h)(?:im|imself|ers|erself))\b"
)
_BEHIND_OBJECT = re.compile(  # of *her*: the hat, to go, back
    r"[^\w\s]|\s+(?:the|an?|his|all|that|what|how|if|as|to|at|in|on|of|up|by|for|from|into|with|over|out|off|down|and"
    r"|but|or|back|away|again|then|so|not|about|before|after|when|while|until|through|across|home|there|here)\b"
)
_FEW_WORDS = 4  # between a name and the object of its verb
_JOINING = frozenset("and but or that who whom whose which when while if as because where what how".split())
_ARTICLE = regex.compile(r"^(?:the|an?)\s+", regex.I)
_AT_A_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ii]nto|[Tt]hrough|[Tt]hroughout|[Oo]utside|[Aa]cross|(?:[Uu]p|[Dd]own|[Bb]ack) to)"
    r"\s+(?:the\s+)?$"
)
_PLACE_SHARE, _PLACE_MANY = 0.24, 4
"""A name is that of a place where this share of its mentions stand behind *in*, *at* or *near*, and it has so many."""
_SIGNS = frozenset(".!?—…")
_ENDING = frozenset(".!?\n")
_LINE_ENDS = frozenset(("", "\n", "\r"))
_DATELINE = re.compile(r"(?:, [A-Z][\w.]{0,20})?(?: \([^()\n]{2,20}\))? ?(?:—|–|--| -) ?")
"""What stands behind the place of a report: *OSLO*, Norway (AP) —."""
_QUOTES, _APART = frozenset('“”"«»'), 0.3
"""A pronoun votes so much where one of it and the name before it is said by somebody, the other is not."""
_REACH, _SAMPLE, _MOST_PRONOUNS = 90, 16, 5_000
"""A pronoun votes for a name so many characters before it; so many places are looked at, so many remembered."""


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


@lru_cache(maxsize=5_000)
def _votes(male: float, female: float) -> Mapping[str, float]:
    """The votes for each gender, made once for all of whom they are told."""
    return {"m": male, "f": female}


@lru_cache(maxsize=5_000)
def _titles(titles: frozenset[str]) -> frozenset[str]:
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
    votes: Mapping[str, float] = _NO_VOTES
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
        if gender in _NO_VOTES:
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
        return self.times(name.text) >= self.count * (_RARE_ALIAS if name.full else _RARE_TITLE)

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
        least = self.count * _RARE_ALIAS
        return [form for form, count in sorted(self._forms.items(), key=itemgetter(1), reverse=True) if count >= least]


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


Bearers = dict[Person, int] | tuple[Person, ...]
"""Who bears a name, in the order in which they came: a few, or many, each with their rank."""
_FEW_BEARERS = 2


@define(eq=False)
class People:
    """Everybody whom a text names, and which names are theirs.

    >>> from quoteattr.lexicon import english
    >>> from quoteattr.names import find_names
    >>> people = find_persons(find_names("Ann Lee sang. Then Lee bowed to Tom.", english()), english())
    >>> [person.name for person in people.everybody()]
    ['Ann Lee', 'Tom']
    """

    index: NameIndex
    lexicon: Lexicon
    persons: list[Person] = field(factory=list)
    of_surface: dict[str, Person | tuple[str, ...]] = field(factory=dict)  # or the runs alike, until somebody asks
    by_first: dict[str, Bearers] = field(factory=dict)
    by_last: dict[str, Bearers] = field(factory=dict)
    by_word: dict[str, Bearers] = field(factory=dict)  # persons by each word of their full names
    namesakes: dict[tuple[str, str], Bearers] = field(factory=dict)  # by surname and a sign of the first name,
    signed: set[str] = field(factory=set)  # where several have that surname
    by_words: dict[tuple[str, ...], Bearers] = field(factory=dict)  # by all words of a longer name
    by_tail: dict[tuple[str, ...], Person] = field(factory=dict)  # who came first, by the last words of a longer name
    lasts: set[str] = field(factory=set)  # the last words of all longer runs
    read: Callable[[str], Name] = field(init=False)  # the name of a run,
    trimmed: dict[str, Name] = field(factory=dict)  # and what of it is meant, where that is less
    pronouns: dict[int, tuple[str, float, bool] | None] = field(factory=dict)  # behind a run, where somebody has asked

    @read.default
    def _as_written(self) -> Callable[[str], Name]:
        return self.index.read

    def at(self, run: int) -> Person | None:
        """Who is named by a run of the index."""
        surface = self.index.surfaces[run]
        found = self.of_surface.get(surface)
        return found if found is None or isinstance(found, Person) else self._admit(surface, found)

    def names_among(self, singles: Sequence[str]) -> tuple[str, ...]:
        """Those that are names, not just words with a capital."""
        index, runs = self.index, self.index.runs()
        return tuple([each for each in singles if _is_name(index, self.read(each), runs[each], self.lasts)])

    def meant(self, surface: str) -> Name:
        """The name that is meant by a run, without an epithet before it or another name behind it."""
        return self.trimmed.get(surface) or self.read(surface)

    def everybody(self) -> list[Person]:
        """Every person, those too for whom nobody has asked yet."""
        for run in range(len(self.index)):
            self.at(run)
        return self.persons

    def let_go(self) -> None:
        """Forget everybody, and which names are whose; whoever has a person can still ask about them."""
        self.persons.clear()
        by_names = self.by_first, self.by_last, self.by_word, self.namesakes, self.by_words, self.by_tail
        for table in (self.of_surface, *by_names):
            table.clear()

    def _admit(self, surface: str, alike: tuple[str, ...]) -> Person | None:
        """Make a person of a single word that nobody known bears: now that somebody asks."""
        singles = self.names_among(alike)
        if surface not in singles:
            del self.of_surface[surface]
            return None
        name = self.meant(singles[0])
        word = name.words[0]
        family = word.endswith("s") and word[:-1] in self.by_last
        thing = name.kind in ("body", "place") or self.lexicon.kind_of(word.lower()) == "time"  # Christmas
        person = self.new("group" if family else "organisation" if thing else "person")
        person.sure = name.kind == "person" or bool(name.given) or self.lexicon.kind_of(word.lower()) == "kin"
        self.give(person, name, singles)
        return person

    def new(self, type_: SpeakerType = "person", *, name: str = "") -> Person:
        """Somebody not met before."""
        person = Person(len(self.persons), type=type_, fixed_name=name)
        self.persons.append(person)
        return person

    def give(self, person: Person, name: Name, surfaces: tuple[str, ...]) -> None:
        """Let a person bear a name, with all the runs that show it."""
        runs, words, times = self.index.runs(), name.words, 0
        for surface in surfaces:
            self.of_surface[surface] = person
            times += len(runs[surface])
        person.call(name.text, times)
        if name.titles:
            person.titles = _titles(frozenset(person.titles.union(name.titles)))
        if name.gender != "u":
            person.vote(name.gender, _TITLE_VOTES * len(surfaces))
        entries: list[tuple[dict[Any, Bearers], object]] = []
        if name.full and not person.first:
            person.first, person.last = words[0], words[-1]
            entries += (self.by_first, words[0]), (self.by_last, words[-1])
        elif name.titles and not person.last:
            person.last = words[-1]
            entries.append((self.by_last, words[-1]))
        elif not name.titles and not person.first:
            person.first = words[0]
            entries.append((self.by_first, words[0]))
        if person.bear(name, surfaces, self.read) and len(words) > 1:
            entries += self._by_words(person, name)
        if entries:
            self._enter(person, entries)

    @staticmethod
    def _enter(person: Person, entries: Iterable[tuple[dict[Any, Bearers], object]]) -> None:
        """Put a person into tables, behind those who are there; who is alone has the same entry in all of them."""
        alone = (person,)
        for table, key in entries:
            there = table.get(key)
            if there is None:
                table[key] = alone
            elif person not in there:
                if isinstance(there, dict):
                    there[person] = len(there)
                elif len(there) < _FEW_BEARERS:
                    table[key] = (*there, person)
                else:
                    table[key] = {one: rank for rank, one in enumerate((*there, person))}

    def _by_words(self, person: Person, name: Name) -> Iterator[tuple[dict[Any, Bearers], object]]:
        """Where somebody is entered by the words of a name of several words that is new for them."""
        words = name.words
        yield self.by_words, words
        if name.full:
            person.wife = person.wife or self.is_wife(name)
            if person.type == "person":
                for word in words:
                    yield self.by_word, word
            if person.last in self.signed:
                yield from self._by_signs(person.last, words[0])
        for length in range(2, min(len(words), _LONGEST + 1)):
            self.by_tail.setdefault(words[-length:], person)

    def _by_signs(self, last: str, first: str) -> Iterator[tuple[dict[Any, Bearers], object]]:
        """Where somebody is entered by the signs of a first name and a surname."""
        return ((self.namesakes, (last, sign)) for sign in _signs_of(first))

    def like(self, name: Name) -> Iterable[Person]:
        """Who bears the surname of a full name and may bear its first name, the first known first."""
        last = name.words[-1]
        bearers = self.by_last.get(last, ())
        if isinstance(bearers, tuple):
            return [person for person in bearers if person.last == last and _has_sign(person, name.words[0])]
        if last not in self.signed:
            self.signed.add(last)
            for person in bearers:
                for first in [each.words[0] for each in person.names if each.full and person.last == last]:
                    self._enter(person, self._by_signs(last, first))
        found = {p for sign in _signs_sought(name.words[0]) for p in self.namesakes.get((last, sign), ())}
        return sorted(found, key=bearers.__getitem__)

    def surnamed(self, word: str) -> Person | None:
        """Whose surname a word is that by itself looks like no name: *Cook said*, of Ida Cook."""
        often = len(self.index.runs().get(word, ())) * _RARE_ALIAS
        bearers = self.by_last.get(word, ())
        return next((one for one in bearers if _long_count(one) > often and self._has_given_name(one)), None)

    @staticmethod
    def _has_given_name(person: Person) -> bool:
        return any(name.titles or name.given for name in person.names)

    def is_married(self, name: Name) -> bool:
        """Whether its title is that of a wife."""
        return _full_title(name.title, self.lexicon) in _WIVES

    def is_wife(self, name: Name) -> bool:
        """Whether a woman is named by her husband's first name: Mrs. John Koh."""
        return bool(name.titles) and name.full and name.given != "f" and self.is_married(name)

    def spouse(self, person: Person) -> Person | None:
        """Who is married to somebody, as surname and title tell: Mrs. Koh to Mr. Koh, where they are the only ones."""
        family = [one for one in self.by_last.get(person.last, ()) if one.type == "person"]
        wives = [one for one in family if any(map(self.is_married, one.names))]
        husbands = [one for one in family if self.gender(one) == "m"]
        if len(wives) != 1 or len(husbands) != 1:
            return None
        return wives[0] if person is husbands[0] else husbands[0] if person is wives[0] else None

    def titled(self, person: Person) -> bool:
        """Whether a title settles the gender of a person."""
        return max(person.votes.values()) >= _TITLE_VOTES

    def bears(self, person: Person, noun: str) -> bool:
        """Whether somebody has a noun for a title: *the inspector*, Inspector Moe and Detective Inspector Moe."""
        titles = self.lexicon.titles
        return any(noun in nouns_of(titles[title].full) for title in person.titles if title in titles)

    def vote(self, person: Person, noun: str) -> None:
        """A noun used of a person tells their gender, where it tells one (a former *nun*)."""
        person.vote(noun_gender(noun, self.lexicon), _ROLE_VOTES)
        person.tally = None

    def is_place(self, person: Person) -> bool:
        """Whether a name is rather that of a place: things are *at* it, and nobody says that it spoke."""
        if person.place is None:
            person.place = person.count >= _PLACE_MANY and self._share_inside(person) >= _PLACE_SHARE
        return person.place and not person.speaks

    def is_only_there(self, person: Person) -> bool:
        """Whether all that a text tells of a name that is seldom met is that something is there: *born in* Oxmere."""
        return person.count < _PLACE_MANY and not person.speaks and self._share_inside(person) == 1.0

    def _share_inside(self, person: Person) -> float:
        """How often a name stands behind *in* or *at*, among some of its places; never where it shows a person."""
        if person.given is not None or person.titles:
            return 0.0
        if person.first != person.last and person.last and person.first in self.lexicon.given:
            return 0.0
        runs, text = self.index.runs(), self.index.text
        places = [at for surface in person.surfaces for at in runs.get(surface, ())]
        sample = places[:: max(1, len(places) // (4 * _SAMPLE))]
        inside = 0
        for at in sample:
            start, end = self.index.starts[at], self.index.ends[at]
            behind = _AT_A_PLACE.search(text, start - 14, start) is not None
            inside += behind and text[end : end + 2] not in ("'s", "’s")
        return inside / len(sample) if sample else 0.0

    def gender(self, person: Person) -> Gender:
        """The gender of a person: from titles, given names, roles, and the pronouns used of them."""
        if person.given is not None and person.given.gender != "u":
            return person.given.gender
        if person.type in ("organisation", "document"):
            return "n"
        if person.place is not False and self.is_place(person):
            return "n"
        if person.tally is None:
            person.tally = self._tally(person)
        return person.tally

    def _tally(self, person: Person) -> Gender:
        """What all votes for the gender of a person tell."""
        votes = dict(person.votes)
        firsts = {n.words[0]: None for n in person.names if n.full or not n.titles}
        if person.last != person.first:
            firsts.pop(person.last, None)  # Ann Colvin, called Colvin
        for first in firsts:
            gender = self.lexicon.given.get(first)
            if gender in ("m", "f"):
                votes[gender] += (_GIVEN_VOTES + person.count / 4) / len(firsts)
            elif self.lexicon.kind_of(first.lower()) == "kin":  # Mother
                self._vote_role(votes, first.lower())
        for name in person.names:
            for word in name.role:
                self._vote_role(votes, word.lower())
        most = person.count * (_SUBJECT_VOTES if person.count < _OFTEN else 1.0)  # that pronouns may have
        for gender, other in _GENDERS:
            if votes[gender] > max((votes[other] + most) * _CLEAR, _LEAST):
                return gender
        for surface in person.surfaces:
            self.vote_pronouns(person, votes, surface)
        return _clear_gender(votes)

    def shown_gender(self, person: Person) -> Gender:
        """The gender that the text shows by pronouns and titles, whatever the given name tells."""
        votes = dict(person.votes)
        for surface in person.surfaces:
            self.vote_pronouns(person, votes, surface)
        return _clear_gender(votes)

    def _vote_role(self, votes: dict[str, float], word: str) -> None:
        gender = noun_gender(word, self.lexicon)
        if gender in votes:
            votes[gender] += _ROLE_VOTES

    def vote_pronouns(self, person: Person, votes: dict[str, float], surface: str) -> None:
        """Let the pronouns behind a name vote for a gender, at some of the places where it stands."""
        places, pronouns = self.index.runs().get(surface, ()), self.pronouns
        sample = places if len(places) <= _SAMPLE else places[:: len(places) // _SAMPLE]
        for at in sample:
            found = pronouns[at] if at in pronouns else self._note_pronoun(at)
            if found is not None:
                gender, vote, owns = found
                vote = _SUBJECT_VOTES if owns and person.count < _OFTEN else vote
                votes[gender] += vote * (len(places) / len(sample))

    def _note_pronoun(self, at: int) -> tuple[str, float, bool] | None:
        """The same, remembered for the next time."""
        if len(self.pronouns) >= _MOST_PRONOUNS:
            self.pronouns.clear()
        found = self.pronouns[at] = self._pronoun_behind(at)
        return found

    def _pronoun_behind(self, at: int) -> tuple[str, float, bool] | None:
        """What the pronoun behind a name tells: a gender, its vote, whether it owns and the name opens a sentence."""
        index, start = self.index, self.index.ends[at]
        found = _NEXT_PRONOUN.search(index.text, start, start + _REACH)
        if found is not None and _is_other(index.text, start, found):
            found = _NEXT_PRONOUN.search(index.text, found.end(), start + _REACH)
        if found is None or self._is_named_until(at + 1, found.end()):
            return None
        word = found.group().lower()
        between = index.text[start : found.start()]
        quoted = not _QUOTES.isdisjoint(between)
        owns = word in ("his", "her") and index.opens_sentence(at) and not quoted and _ENDING.isdisjoint(between)
        vote = 1.0 if word in ("he", "she") else 0.7
        if quoted and _parts_speech(between):
            vote *= _APART  # “Come, Per,” | she said
        return _PRONOUNS[word], vote, owns

    def _is_named_until(self, run: int, end: int) -> bool:
        """Whether a run, or one behind it, is a name that begins before a place."""
        index, starts = self.index, self.index.starts
        while run < len(starts) and starts[run] < end:
            if index.name(run).words:
                return True
            run += 1
        return False


def nouns_of(title: str) -> tuple[str, str]:
    """By which nouns a title, written out, tells of whoever bears it.

    >>> nouns_of("Detective Inspector"), nouns_of("Captain")
    (('detective inspector', 'inspector'), ('captain', 'captain'))
    """
    whole = title.lower()
    return whole, whole.rpartition(" ")[2]


def _is_other(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a pronoun is the object in the clause of the name before it, and so somebody else.

    >>> [_is_other(text, 3, _NEXT_PRONOUN.search(text)) for text in ("Ann looked at him.", "Ann saw her hat.")]
    [True, False]
    """
    word, between = found.group(), text[start : found.start()]
    if word != "him" and not (word == "her" and _BEHIND_OBJECT.match(text, found.end())):
        return False
    words = between.split()
    return between.replace(" ", "").isalpha() and len(words) <= _FEW_WORDS and _JOINING.isdisjoint(words)


def _parts_speech(between: str) -> bool:
    """Whether only one end of a stretch of text lies in quotation marks.

    >>> _parts_speech(",” "), _parts_speech(" was “late”. ")
    (True, False)
    """
    opened, closed = between.count("“") + between.count("«"), between.count("”") + between.count("»")
    return opened != closed or between.count('"') % 2 > 0


def _clear_gender(votes: Mapping[str, float]) -> Gender:
    """The gender for which the votes are clear."""
    male, female = votes["m"], votes["f"]
    if male > max(female * _CLEAR, _LEAST):
        return "m"
    return "f" if female > max(male * _CLEAR, _LEAST) else "u"


def noun_gender(word: str, lexicon: Lexicon) -> str:
    """The gender that a noun tells: *actress* f, *uncle* m, *doctor* u.

    >>> from quoteattr.lexicon import english
    >>> noun_gender("stone", english())
    'u'
    """
    return _noun_genders(lexicon).get(word, "u")


@lru_cache(maxsize=FEW)
def _noun_genders(lexicon: Lexicon) -> dict[str, str]:
    """The nouns that tell a gender, from the table of nouns."""
    return {row["noun"]: row["gender"] for row in lexicon.tables.get("nouns", ()) if row["gender"] in ("m", "f")}


_Form = tuple[tuple[str, ...], int]
"""All runs that show one name of several words or with a title, and how many they are."""


@define(eq=False)
class _Clusters:
    """The work of grouping: forms in, persons out."""

    people: People
    forms: list[_Form] = field(factory=list)
    singles: list[tuple[str, ...]] = field(factory=list)

    def run(self) -> None:
        """Full names first, then titles with a surname, then single words."""
        people = self.people
        self._place_longer()
        self._place_singles()
        for table in (people.by_word, people.by_words, people.by_tail, people.namesakes):
            table.clear()
        for person in people.persons:
            person.place = person.tally = None  # they were looked at before all their names were known

    def _place_longer(self) -> None:
        """Give the names that several words or a title show to their bearers."""
        meant, married = self.people.meant, self.people.is_married
        compound: list[_Form] = []
        titled: list[_Form] = []
        self.forms.sort(key=itemgetter(1), reverse=True)
        for form in emptied(self.forms):
            name = meant(form[0][0])
            if not name.full:
                titled.append(form)
            elif not self._place_full(name, *form, alone=False):
                compound.append(form)
        for form in emptied(compound):
            self._place_full(meant(form[0][0]), *form, alone=True)
        for form in sorted(titled, key=lambda form: married(meant(form[0][0]))):
            self._place_titled(meant(form[0][0]), *form)

    def _place_full(self, name: Name, surfaces: tuple[str, ...], count: int, *, alone: bool) -> bool:
        """Give a full name to its bearer; a surname of two words waits until all longer names are known."""
        if name.kind in ("body", "place"):
            self.people.give(self.people.new("organisation"), name, surfaces)
            return True
        known = self._runs_on(name, count)
        if known is not None:
            self.people.of_surface.update(dict.fromkeys(surfaces, known))
            return True
        for person in self.people.like(name):
            if self._same(person, name):
                self.people.give(person, name, surfaces)
                return True
        if not alone and not name.titles and not name.given:
            return False
        bearer = self.people.by_tail.get(name.words) if alone else None
        if bearer is not None:
            self.people.give(bearer, name, surfaces)
            return True
        person = self.people.new()
        person.suffix = name.suffix.rstrip(".").lower()
        person.sure = not self._is_thing(name)
        self.people.give(person, name, surfaces)
        return True

    def _is_thing(self, name: Name) -> bool:
        """Whether a name is more likely that of a thing or a body: *Judicial Watch*, *Spanish Lakes*."""
        lexicon, first = self.people.lexicon, name.words[0].lower()
        plain = first in lexicon.adjectives and first not in _EPITHETS
        return (
            name.kind != "person"
            and (plain or is_of_place(name.words[0], lexicon))
            and lexicon.given.keys().isdisjoint(name.words)
        )

    def _runs_on(self, name: Name, count: int) -> Person | None:
        """Who is named by the first two words, where a heading or the next sentence runs on after them."""
        if len(name.words) < 3 or name.titles:
            return None
        beginnings = (name.words[:length] for length in range(2, min(len(name.words), _LONGEST) + 1))
        found = (
            person
            for words in beginnings
            for person in self.people.by_words.get(words, ())
            if any(n.kind == "person" and n.words == words and person.times(n.text) > count for n in person.names)
        )
        return next(found, None)

    def _same(self, person: Person, name: Name) -> bool:
        """Whether a full name is that of a person already known by a full name."""
        if person.suffix != name.suffix.rstrip(".").lower() or self.people.is_wife(name) != person.wife:
            return False
        return _genders_fit(person, name.gender) and any(
            _same_first(name.words[0], each.words[0]) for each in person.names
        )

    def _place_titled(self, name: Name, surfaces: tuple[str, ...], count: int) -> None:
        """A title and a surname (Mr. Koh): one of that surname whom it fits; or a first name (Aunt Ann)."""
        if name.kind == "body":
            self.people.give(self.people.new("organisation"), name, surfaces)
            return
        last = name.words[-1]
        fitting = [p for p in self.people.by_last.get(last, ()) if p.type == "person" and self._fits(p, name)]
        known = [p for p in fitting if name.gender == "u" or self._settled(p) == name.gender] or fitting
        # the eldest is plain Miss Lorne, her sister Miss Kate Lorne: prefer who never bears both together
        bearing = [p for p in known if any(n.full and name.title in n.titles for n in p.names)]
        entry = self.people.lexicon.titles.get(name.title)
        if bearing and entry is not None and entry.kind != "courtesy":
            known = bearing  # Dr. Koh is Dr. Ann Koh, not her son Bo
        plain = [p for p in known if p not in bearing]
        least = max((p.count for p in known), default=0) * _KNOWN_SHARE
        plain = [p for p in plain if p.count >= least]
        chosen = max(plain or known, key=lambda p: (_full_count(p), p.count), default=None)
        if chosen is not None and (
            self._has_father(chosen, name, count)
            if plain
            else self._has_brother(chosen, name, surfaces, count) or self._has_elder(chosen, name)
        ):
            chosen = None
        elif chosen is None:
            chosen = self._by_first(name)
        self.people.give(chosen or self.people.new(), name, surfaces)

    def _has_brother(self, person: Person, name: Name, surfaces: tuple[str, ...], count: int) -> bool:
        """Whether plain *Mr. Koh* is somebody else than *Mr. John Koh*, who is nearly always so called.

        Who is introduced as *Mr. John Koh* and then *Mr. Koh* is one; somebody else is a Mr. Koh whom the text
        has named before.
        """
        both = sum(person.times(each.text) for each in person.names if each.full and name.title in each.titles)
        if both < _OFTEN or both <= 0.6 * _full_count(person) or count <= _OFTEN * person.count:
            return False
        runs = self.people.index.runs()
        return min(runs[each][0] for each in surfaces) < min(runs[each][0] for each in person.surfaces)

    def _has_elder(self, person: Person, name: Name) -> bool:
        """Whether the text tells *old Mr. Koh* from John Koh, whom it calls by his first name."""
        first = self.people.index.runs().get(person.first, ())
        return len(first) >= _ESTABLISHED and self.people.index.text.count(f"ld {name.text}") >= _OFTEN

    def _has_father(self, person: Person, name: Name, count: int) -> bool:
        """Whether *Mr. Koh* is somebody else than John Koh, whom the text calls by his first name."""
        if _full_title(name.title, self.people.lexicon) != "Mister" or count < _ESTABLISHED:
            return False
        return len(self.people.index.runs().get(person.first, ())) >= _ESTABLISHED

    def _by_first(self, name: Name) -> Person | None:
        """The bearer of a first name or nickname behind a title that stands before first names too."""
        entry = self.people.lexicon.titles.get(name.title)
        if entry is None or entry.kind not in _BEFORE_FIRST:
            return None
        word = name.words[0]
        bearers = [p for first in (word, *full_forms().get(word, ())) for p in self.people.by_first.get(first, ())]
        fitting = [p for p in bearers if p.type == "person" and _genders_fit(p, name.gender)]
        return max(fitting, key=lambda p: (name.title in p.titles, p.count), default=None)

    def _settled(self, person: Person) -> str:
        return self.people.gender(person)

    def _fits(self, person: Person, name: Name) -> bool:
        """Whether somebody of that surname can bear the title."""
        if not _genders_fit(person, name.gender):
            return False
        if person.suffix and any(not p.suffix for p in self.people.by_last.get(person.last, ()) if p is not person):
            return False
        own = {t for n in person.names if n.words[-1] == name.words[-1] for t in n.titles}
        if not self._rank_fits(person, name):
            return False
        if _is_maiden(name.title, self.people.lexicon) and any(
            _full_title(t, self.people.lexicon) in _WIVES for t in own
        ):
            return False
        if self.people.is_married(name) and any(_is_maiden(t, self.people.lexicon) for t in own):
            return False
        if (
            self.people.is_married(name)
            and self._has_maiden(name.words[-1])
            and not any(_full_title(t, self.people.lexicon) in _WIVES for t in own)
        ):
            return False
        gender = self.people.gender(person) if name.gender in ("m", "f") else "u"
        return gender in ("u", name.gender)

    def _rank_fits(self, person: Person, name: Name) -> bool:
        """A rank goes to who bears it; to another only where nobody of the surname has a rank or is Mr."""
        lexicon = self.people.lexicon
        entry = lexicon.titles.get(name.title)
        if entry is None or entry.kind != "rank":
            return True
        own = {_full_title(t, lexicon) for t in person.titles}
        if entry.full in own:
            return True
        family = {t for p in self.people.by_last.get(name.words[-1], ()) for t in p.titles}
        ranked = any(
            (known := lexicon.titles.get(t)) is not None and (known.kind == "rank" or known.full == "Mister")
            for t in family
        )
        return not ranked

    def _has_maiden(self, last: str) -> bool:
        return any(_is_maiden(t, self.people.lexicon) for p in self.people.by_last.get(last, ()) for t in p.titles)

    def _may_shorten(self, person: Person) -> bool:
        """Whether somebody may be called by a pet name: nobody with a title of nobility is."""
        titles = self.people.lexicon.titles
        return not any(t in titles and titles[t].kind == "noble" for t in person.titles)

    def _claim(self, person: Person, word: str) -> tuple[bool, int, bool, int]:
        """How well one word goes with somebody: a lady with a title is not called by her bare surname.

        Of two of a surname it is rather that of the one who is not called by a first name: *Lund* and her son *Per*.
        """
        titled = person.last == word and not person.titles.isdisjoint(_COURTESY)
        lady = titled and self.people.gender(person) == "f"
        named_so = person.count - (person.times(person.first) if person.last == word else 0)
        return not lady, _full_count(person), person.first == word, named_so

    @staticmethod
    def _bears(person: Person, word: str, count: int, given: Container[str]) -> bool:
        """Whether one word is rather somebody's than that a heading or a body begins with it."""
        if word in given or (person.last == word and (person.first in given or person.titles)):
            return True
        return _full_count(person) > count * _RARE_ALIAS

    @staticmethod
    def _bears_place(person: Person, word: str, count: int, _: Container[str]) -> bool:
        """Whether somebody has the name of a place or of its people for a surname, and the text says so often."""
        return person.last == word and count <= _ESTABLISHED * _long_count(person)

    def _place_singles(self) -> None:
        """Single words that somebody known may bear, the commonest first; all others wait until somebody asks."""
        people = self.people
        runs, placed = people.index.runs(), list[tuple[int, int, tuple[str, ...]]]()
        first, last, any_word = people.by_first, people.by_last, people.by_word
        short, pending = full_forms(), people.of_surface
        for singles in self.singles:
            word = people.meant(singles[0]).words[-1]
            borne = word in first or word in last or word in any_word
            if not borne and not (word in short and self._is_short_for_one(word)):
                for each in singles:
                    pending[each] = singles
            elif names := people.names_among(singles):
                places = [runs[each] for each in names]
                placed.append((-sum(map(len, places)), places[0][0], names))
        for count, _, names in sorted(placed, key=itemgetter(0, 1)):
            self._place_single(names, -count)

    def _is_short_for_one(self, word: str) -> bool:
        """Whether a word is short for a first name that somebody bears, or for one that has other short forms."""
        firsts = self.people.by_first.keys()
        return any(firsts & (full, *_pet_names().get(full, ())) for full in full_forms()[word])

    def _place_single(self, singles: tuple[str, ...], count: int) -> None:
        """One word: a first name, a surname or a nickname of somebody known, else somebody new."""
        people, given = self.people, self.people.lexicon.given
        name = people.meant(singles[0])
        word = name.words[-1]
        known = *people.by_first.get(word, ()), *people.by_last.get(word, ())
        bears = self._bears_place if name.kind == "place" else self._bears
        bearers = [p for p in known if p.type == "person" and bears(p, word, count, given)]
        if len(name.words) > 1:
            bearers = [p for p in bearers if any(_ends_in(each.words, name.words) for each in p.names)]
        if not bearers and (fulls := full_forms().get(word)):
            firsts = (*fulls, *(short for full in fulls for short in _pet_names().get(full, ())))
            bearers = [p for first in firsts for p in people.by_first.get(first, ()) if self._may_shorten(p)]
        if not bearers and len(name.words) == 1 and name.kind != "place":
            bearers = [*people.by_word.get(word, ())]
        if len(bearers) > 1:
            bearers = [max(bearers, key=lambda p: self._claim(p, word))]
        chosen = bearers[0] if bearers else None
        if chosen is None or self._is_another(chosen, singles, count):
            people.of_surface.update(dict.fromkeys(singles, singles))
            return
        people.give(chosen, name, singles)

    def _is_another(self, person: Person, surfaces: tuple[str, ...], count: int) -> bool:
        """Whether one word is said of a man so that Regina Dallas, who is far seldomer named, is not meant by it.

        Where a woman is only Miss Dallas, Dallas need not be so often another.
        """
        often, partly = count > _OFTEN * person.count, not any(name.full for name in person.names)
        if not often and not partly:
            return False
        gender = self.people.gender(person)
        lady = partly and gender == "f"
        if not often and not lady:
            return False
        votes = dict(_NO_VOTES)
        for surface in surfaces:
            self.people.vote_pronouns(person, votes, surface)
        said, other = ("m", "f") if votes["m"] > votes["f"] else ("f", "m")
        return gender == other and votes[said] > (1 if lady else _OFTEN) * (votes[other] + 1)


@cache
def _pet_names() -> Mapping[str, Sequence[str]]:
    """The short forms of each given name: Kit and Kitty, Bob and Bobby may be one."""
    found: dict[str, list[str]] = {}
    for short, fulls in full_forms().items():
        for full in fulls:
            found.setdefault(full, []).append(short)
    return found


@lru_cache(maxsize=5_000)
def _full_title(title: str, lexicon: Lexicon) -> str:
    """A title written out: *Mrs.* is Mistress."""
    entry = lexicon.titles.get(title) or lexicon.titles.get(title.capitalize())
    return entry.full if entry is not None else title


def _is_maiden(title: str, lexicon: Lexicon) -> bool:
    """Whether a title is that of an unmarried woman."""
    return _full_title(title, lexicon) in _MAIDENS


def _genders_fit(person: Person, gender: str) -> bool:
    """Whether what is known for certain of a person allows the gender."""
    if gender not in ("m", "f"):
        return True
    other = "f" if gender == "m" else "m"
    return person.votes[gender] >= person.votes[other]


def _ends_in(words: tuple[str, ...], last: tuple[str, ...]) -> bool:
    """Whether a name ends in a surname of several words, whatever the case of its particles.

    >>> _ends_in(("Jan", "de", "Wit"), ("De", "Wit"))
    True
    """
    return [*map(str.casefold, words[-len(last) :])] == [*map(str.casefold, last)]


def _has_sign(person: Person, first: str) -> bool:
    """Whether somebody may bear a first name, as far as signs tell."""
    sought = _signs_sought(first)
    return any(name.full and not set(_signs_of(name.words[0])).isdisjoint(sought) for name in person.names)


def _is_initial(first: str) -> bool:
    return len(first) == 2 and first[1] == "."


@lru_cache(maxsize=5_000)
def _signs_of(first: str) -> Sequence[str]:
    """What a first name is entered under: itself, its long forms, and what it begins with.

    >>> _signs_of("Bill"), _signs_of("J.")
    (('Bill', 'William', 'B…'), ('J.', 'J…'))
    """
    return (first, *full_forms().get(first, ()), f"{first[:1]}…")


@lru_cache(maxsize=5_000)
def _signs_sought(first: str) -> Sequence[str]:
    """What a first name is looked up under, so that all are found that may be the same.

    >>> _signs_sought("Bill"), _signs_sought("J.")
    (('Bill', 'William', 'B.'), ('J…',))
    """
    return (f"{first[0]}…",) if _is_initial(first) else (first, *full_forms().get(first, ()), f"{first[:1]}.")


def _same_first(one: str, other: str) -> bool:
    """Whether two first names are one, or one is the short form or the initial of the other.

    >>> _same_first("Bill", "William"), _same_first("J.", "John"), _same_first("Ann", "Per")
    (True, True, False)
    """
    if one == other or one in full_forms().get(other, ()) or other in full_forms().get(one, ()):
        return True
    short, long = sorted((one, other), key=len)
    if _is_initial(short):
        return long[:1] == short[0]
    return bool(set(full_forms().get(one, ())) & set(full_forms().get(other, ())))


def _long_count(person: Person) -> int:
    """How often a person is named in full or by a title."""
    return sum(person.times(name.text) for name in person.names if name.full or name.titles)


def _full_count(person: Person) -> int:
    """How often a person is named in full."""
    return sum(person.times(name.text) for name in person.names if name.full)


def _is_name(index: NameIndex, name: Name, places: Sequence[int], lasts: Container[str]) -> bool:
    """Whether capitals show a name here, and not just the start of a sentence or a heading."""
    if name.full or name.titles:
        return not (_is_heading(index, name) or (name.text.isupper() and _is_line(index, name, places)))
    word = name.words[-1]  # De Wit
    if name.suffix and _is_heading(index, name):
        return False
    given = bool(name.given)
    opens = index.opens_sentence(places[0])
    if not given and opens and all(index.opens_sentence(at) and _qualifies(index, at) for at in places[:3]):
        return False
    short = len(index.text) <= _SHORT_TEXT
    if short and (given or not opens):
        return True
    plain = not given and word not in lasts and index.small_tag(word) not in ("", "n")
    plain = plain and index.lexicon.kind_of(word.lower()) != "kin"  # Father, who is no verb
    if plain and all(_stands_alone(index, at) for at in places[:3]):
        return False
    if short:
        inside = not all(map(index.opens_sentence, places[1:3]))
        return inside or (not plain and not index.small_count(word))
    small = index.small_count(word)
    if not small:
        return not plain or not all(map(index.opens_sentence, places[:3]))
    middle = sum(not index.opens_sentence(at) for at in places[:_SAMPLE]) * len(places) / min(len(places), _SAMPLE)
    share = middle / small
    return share >= 1.5 or (given and share >= 0.1) or (share >= 0.3 and middle >= 5)


def _stands_alone(index: NameIndex, at: int) -> bool:
    """Whether a capital is all that a sentence has, as in *“Stop!”*."""
    return index.opens_sentence(at) and index.text[index.ends[at] : index.ends[at] + 1] in _SIGNS


def _is_line(index: NameIndex, name: Name, places: Sequence[int]) -> bool:
    """Whether capitals are always all of a line, or the place of a report: *DIRECT EXAMINATION*, *OSLO (AP) —*."""
    if index.gender_of(name.words[0].capitalize()):
        return False
    text, bounds = index.text, [(index.starts[at], index.ends[at]) for at in places[:3]]
    return all(
        text[max(0, a - 1) : a] in _LINE_ENDS and (text[b : b + 1] in _LINE_ENDS or _DATELINE.match(text, b))
        for a, b in bounds
    )


def _is_heading(index: NameIndex, name: Name) -> bool:
    """Whether capitals are those of a heading: *Chapter IX*; in a name no *Upon* or *Who* stands between its words."""
    words = name.words
    if words[0].capitalize() in _PARTS:
        return all(map(_NUMERAL.fullmatch, (*words[1:], *filter(None, [name.suffix]))))
    return len(words) > 2 and any(map(index.links, words[1:-1]))


_PARTS = frozenset("Act Book Canto Chapter Letter Part Scene Volume".split())
"""What parts of a book are called."""
_NUMERAL = regex.compile(r"[IVXLC]+\.?", regex.IGNORECASE)


_NEXT_WORD = re.compile(r"\s+(?P<word>[^\W\d_A-Z]+)")


def _qualifies(index: NameIndex, at: int) -> bool:
    """Whether a capital opens a sentence and only qualifies the role behind it (*Tug* captain Per Moe)."""
    behind = _NEXT_WORD.match(index.text, index.ends[at])
    return behind is not None and index.is_role(behind["word"])


def _trimmed(index: NameIndex, name: Name, places: Sequence[int], titled: Container[tuple[str, ...]]) -> Name:
    """The name without a first word that is none of it (*Poor* Tom) and without a second name run into it."""
    words = name.words
    opens = _opens_with_verb(index, name, places) or _opens_with_epithet(index, name, len(places), titled)
    if not name.role and opens:
        behind = words[1:]
        return evolve(name, text=" ".join(behind), words=behind, full=is_full(behind), given=index.gender_of(behind[0]))
    if len(words) > 2:
        cut = index.seam(places[0]) or _verb_in(words, index)
        if cut:
            return evolve(
                name, text=" ".join((*name.role, *words[:cut])), words=words[:cut], suffix="", full=is_full(words[:cut])
            )
    return name


def _opens_with_verb(index: NameIndex, name: Name, places: Sequence[int]) -> bool:
    """Whether the first word of a name is a verb, as it always opens a sentence: *Said* Ottoline: “…”."""
    small = index.lexicon.word(name.words[0]).small if len(name.words) > 1 and name.given else None
    if small is None or small.verb is None or not (small.verb.strong and small.past):
        return False
    return all(map(index.opens_sentence, places))


def _opens_with_epithet(index: NameIndex, name: Name, count: int, titled: Container[tuple[str, ...]]) -> bool:
    """Whether the first word of a name so often met is none of it: *Poor* Tom, *Darling* Ann; what is left is known."""
    first, behind = name.words[0], name.words[1:]
    if name.given and first not in _epithets(index.lexicon):
        return False
    rest = len(index.runs().get(" ".join(behind), ()))
    if name.given:  # Darling, Little and Young are given names, too
        often = _FAR_OFTENER * count
        return rest >= often and index.small_count(first) >= often
    known = rest >= count or behind in titled
    return known and (index.qualifies(first) or index.small_count(first) >= count)


@lru_cache(maxsize=FEW)
def _epithets(lexicon: Lexicon) -> frozenset[str]:
    """The given names that, written small, say what somebody is like, or are nouns for anybody."""
    small = ((name, name.lower()) for name in lexicon.given)
    return frozenset(name for name, low in small if low in lexicon.adjectives or lexicon.kind_of(low) == "person")


_EPITHETS = frozenset("big dear little old poor young".split())
"""What people are called before their names, as things seldom are."""
_FAR_OFTENER = 3


def _verb_in(words: tuple[str, ...], index: NameIndex) -> int:
    """Where a verb stands behind a full name, as in headlines (*Ida Moe* Backs *Ann Lee*); 0 where none does."""
    verbs = (at for at in range(2, len(words) - 1) if index.small_tag(words[at]) == "v" and words[at][-1] == "s")
    return next(verbs, 0)


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
    _Clusters(people, *_grouped(people, index)).run()
    return people


def _grouped(people: People, index: NameIndex) -> tuple[list[_Form], list[tuple[str, ...]]]:
    """The runs of each name that several words or a title show, and how many they are; and those of single words."""
    longer: dict[str | tuple[str, str], _Form] = {}
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
            if not _is_name(index, whole, places, lasts):
                continue
            name = _trimmed(index, whole, places, titled)
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
