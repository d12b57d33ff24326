"""People: everybody whom a text names, and which names are theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from attrs import define, field

from ..lexicon import Lexicon
from ..names import Name, NameIndex
from .capitals import SAMPLE, is_name
from .character import Gender
from .first_names import signs_of, signs_sought
from .person import OFTEN, RARE_ALIAS, Person, SpeakerType, long_count, titles_of
from .pronouns import CLEAR, LEAST, SUBJECT_VOTES, Pronouns, clear_gender
from .titles import is_wifely, noun_gender, nouns_of

_TITLE_VOTES, _GIVEN_VOTES, _ROLE_VOTES = 15.0, 4.0, 6.0
_GENDERS: tuple[tuple[Gender, Gender], ...] = (("m", "f"), ("f", "m"))
LONGEST = 8
"""The words of the longest name that is looked for in a longer one."""
_AT_A_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ii]nto|[Tt]hrough|[Tt]hroughout|[Oo]utside|[Aa]cross|(?:[Uu]p|[Dd]own|[Bb]ack) to)"
    r"\s+(?:the\s+)?$"
)
_PLACE_SHARE, _PLACE_MANY = 0.24, 4
"""A name is that of a place where this share of its mentions stand behind *in*, *at* or *near*, and it has so many."""
Bearers = dict[Person, int] | tuple[Person, ...]
"""Who bears a name, in the order in which they came: a few, or many, each with their rank."""
_FEW_BEARERS = 2


@define(eq=False)
class People:
    """Everybody whom a text names, and which names are theirs.

    >>> from quoteattr.lexicon import english
    >>> from quoteattr.names import find_names
    >>> from quoteattr.persons import find_persons
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
    pronouns: Pronouns = field(init=False)  # behind their names

    @pronouns.default
    def _theirs(self) -> Pronouns:
        return Pronouns(self.index)

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
        return tuple([each for each in singles if is_name(index, self.read(each), runs[each], self.lasts)])

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

    def close(self) -> None:
        """Let go of what is needed until all names have their bearers, and of what was found out before they had."""
        for table in (self.by_word, self.by_words, self.by_tail, self.namesakes):
            table.clear()
        for person in self.persons:
            person.place = person.tally = None

    def _admit(self, surface: str, alike: tuple[str, ...]) -> Person | None:
        """Make a person of a single word that nobody known bears: now that somebody asks."""
        singles = self.names_among(alike)
        if surface not in singles:
            del self.of_surface[surface]
            return None
        name = self.meant(singles[0])
        word = name.words[0]
        family = word.endswith("s") and word[:-1] in self.by_last
        time = name.kind != "person" and self.lexicon.kind_of(word.lower()) == "time"  # Christmas
        thing = name.kind in ("body", "place") or time
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
            person.titles = titles_of(frozenset(person.titles.union(name.titles)))
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
        for length in range(2, min(len(words), LONGEST + 1)):
            self.by_tail.setdefault(words[-length:], person)

    def _by_signs(self, last: str, first: str) -> Iterator[tuple[dict[Any, Bearers], object]]:
        """Where somebody is entered by the signs of a first name and a surname."""
        return ((self.namesakes, (last, sign)) for sign in signs_of(first))

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
        found = {p for sign in signs_sought(name.words[0]) for p in self.namesakes.get((last, sign), ())}
        return sorted(found, key=bearers.__getitem__)

    def surnamed(self, word: str) -> Person | None:
        """Whose surname a word is that by itself looks like no name: *Cook said*, of Ida Cook."""
        often = len(self.index.runs().get(word, ())) * RARE_ALIAS
        bearers = self.by_last.get(word, ())
        return next((one for one in bearers if long_count(one) > often and self._has_given_name(one)), None)

    @staticmethod
    def _has_given_name(person: Person) -> bool:
        return any(name.titles or name.given for name in person.names)

    def is_married(self, name: Name) -> bool:
        """Whether its title is that of a wife."""
        return is_wifely(name.title, self.lexicon)

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
        sample = places[:: max(1, len(places) // (4 * SAMPLE))]
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
        most = person.count * (SUBJECT_VOTES if person.count < OFTEN else 1.0)  # that pronouns may have
        for gender, other in _GENDERS:
            if votes[gender] > max((votes[other] + most) * CLEAR, LEAST):
                return gender
        for surface in person.surfaces:
            self.pronouns.vote(person, votes, surface)
        return clear_gender(votes)

    def shown_gender(self, person: Person) -> Gender:
        """The gender that the text shows by pronouns and titles, whatever the given name tells."""
        votes = dict(person.votes)
        for surface in person.surfaces:
            self.pronouns.vote(person, votes, surface)
        return clear_gender(votes)

    def _vote_role(self, votes: dict[str, float], word: str) -> None:
        gender = noun_gender(word, self.lexicon)
        if gender in votes:
            votes[gender] += _ROLE_VOTES


def _has_sign(person: Person, first: str) -> bool:
    """Whether somebody may bear a first name, as far as signs tell."""
    sought = signs_sought(first)
    return any(name.full and not set(signs_of(name.words[0])).isdisjoint(sought) for name in person.names)
