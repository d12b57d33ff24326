"""Scout: a text whose turns are looked at one by one, and who is about at the turn at hand."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate

from attrs import define, field

from ..addressing import Addressing
from ..company import Company
from ..exchange import Candidate, Exchange
from ..figures import Figure
from ..idiolect import Idiolects
from ..narration import SHORT, Narration
from ..persons import Person
from ..span import Span
from .reach import Reach

BEINGS = frozenset({"person", "unnamed"})
"""Types of those who may be *he* or *she*."""
_YOUNG = frozenset("baby boy child girl infant kid lad lass schoolboy schoolgirl toddler youngster".split())
_SOON = 10_000
"""Whom a noun means is named before, or no more than so many characters behind."""
_YOUNG_TITLES = frozenset({"Baby", "Master", "Miss"})
"""In a short text, whoever has another title is no *girl* and no *boy*."""


@define(eq=False)
class Scout:
    """What is known of the turns of a text and, of the one that is looked at, who is about."""

    narration: Narration
    exchanges: Sequence[Exchange]
    reach: Reach = field(factory=Reach)
    memory: dict[str, dict[int, int]] = field(factory=dict)
    meant: dict[str, list[tuple[int, Person]]] = field(factory=dict)
    company: Mapping[str, Company] = field(factory=dict)
    spoke: bytearray = field(factory=bytearray)  # for each person, by number, whether a source settles that they speak
    unnamed: dict[str, Person] = field(factory=dict)
    described: dict[str, list[Person]] = field(factory=dict)
    idiolects: Idiolects | None = None
    addressing: Addressing | None = None
    paragraphs: Sequence[int] = ()
    scenes: Sequence[int] = ()
    settled: Sequence[Person | None] = ()
    short: bool = False
    uses: dict[str, str] = field(factory=dict)
    source: Span | None = None  # where the source of the turn at hand stands,
    opens: int = 0  # where it begins, with its source: whom *he told Moe that Lee …* names behind *he* is not he;
    near: Sequence[Figure] = ()  # the figures near it,
    before: Sequence[Figure] = ()  # those of them that begin before it and are somebody,
    beside: int = -1  # and the number of the sentence that its source stands in
    titled: dict[str, list[Person]] | None = None  # who has a noun for a title
    firsts: dict[int, int] = field(factory=dict)  # where each is named first, by number
    told: dict[tuple[str, ...], list[str]] = field(factory=dict)  # reasons, kept once for all who have the same

    def __attrs_post_init__(self) -> None:
        """Make the lists that are searched: for each turn its paragraph and scene, by number, and who is settled."""
        self.paragraphs = array("q", [exchange.paragraph for exchange in self.exchanges])
        self.short = len(self.narration.text) <= SHORT
        self.scenes = array("q", accumulate(exchange.gap is None for exchange in self.exchanges))
        self.note_settled()

    def note_settled(self) -> None:
        """Note anew who is settled."""
        self.settled = [exchange.settled for exchange in self.exchanges]

    def candidate(self, found: dict[int, Candidate], person: Person) -> Candidate:
        """The candidate that somebody is, made where there is none yet."""
        number = person.number
        candidate = found.get(number)
        if candidate is None:
            candidate = found[number] = Candidate(person)
        return candidate

    def may_speak(self, turn: Exchange, person: Person) -> bool:
        """Whether what somebody is allows them to have said a turn."""
        if person.type not in BEINGS or person in (turn.told, turn.owner):
            return False
        if person.place is not False and self.narration.people.is_place(person):
            return False
        if turn.group == "implicit":
            return True
        if self.narration.people.is_only_there(person):
            return False
        young = turn.key.rpartition(" ")[2] in _YOUNG and self.short
        if young and not person.titles <= _YOUNG_TITLES:
            return False
        if person is self.narration.narrator:
            return False
        if not turn.key:
            return True
        if person.type == "unnamed":
            return person is self.unnamed.get(turn.unnamed)
        return self.short or self.first_named(person) < turn.start + _SOON

    def first_named(self, person: Person) -> int:
        """Where somebody with a name is named first."""
        first = self.firsts.get(person.number)
        if first is None:
            index, runs = self.narration.people.index, self.narration.people.index.runs()
            places = [runs[surface][0] for surface in person.surfaces if surface in runs]
            first = self.firsts[person.number] = index.starts[min(places)] if places else 0
        return first

    def possible(self, turn: Exchange, person: Person) -> bool:
        """Whether gender and kind allow somebody to have said a turn."""
        if not self.may_speak(turn, person):
            return False
        return turn.gender not in ("m", "f") or self.narration.people.gender(person) in ("u", turn.gender)

    def fits(self, turn: Exchange, person: Person) -> bool:
        """Whether the gender of somebody allows them to be meant by a turn."""
        if turn.gender in ("m", "f"):  # which a place has not
            return self.narration.people.gender(person) in ("u", turn.gender)
        return not self.narration.people.is_place(person)

    def neighbour(self, at: int, offset: int) -> Exchange | None:
        """The turn so many before or after, if it belongs to the scene."""
        other, scenes = at + offset, self.scenes
        return self.exchanges[other] if 0 <= other < len(scenes) and scenes[other] == scenes[at] else None

    def has_spoken(self, person: Person) -> bool:
        """Whether a source settles that somebody speaks."""
        return person.number < len(self.spoke) and bool(self.spoke[person.number])
