"""Sources: what is known of a text while its sources are read, one after the other."""

from __future__ import annotations

from attrs import define, field

from ..cast import Cast
from ..evidence import Genre
from ..lexicon import Lexicon
from ..names import NameIndex
from ..narration import Narration
from ..persons import People, Person

INDEFINITE = frozenset({"a", "an", "another", "one", "some", "other", "two", "three", "several", "many", "few"})
BODY_REACH = 1500
"""How far back *the company* looks for a name, and *he* for somebody new."""
LONGEST_WORD = 40


@define(eq=False)
class Sources:
    """What is known of a text and of those it names while its sources are read.

    ``known`` has whom a name means, ``called`` where a noun for somebody was read last, its key and that of whoever was
    introduced by it, ``parties`` where somebody is first told to be in a party; ``interviewed`` is who answers, by the
    names before number ``read_to``.
    """

    cast: Cast
    text: str
    genre: Genre = "news"
    people: People = field(init=False)
    index: NameIndex = field(init=False)
    lexicon: Lexicon = field(init=False)
    narration: Narration = field(init=False)
    known: dict[str, Person] = field(factory=dict)
    called: dict[str, tuple[int, str, str]] = field(factory=dict)
    parties: dict[str, int] = field(factory=dict)
    interviewed: Person | None = None
    read_to: int = 0

    def __attrs_post_init__(self) -> None:
        """Have at hand what is asked again and again."""
        self.people, self.narration = self.cast.people, self.cast.narration
        self.index, self.lexicon = self.people.index, self.people.lexicon
