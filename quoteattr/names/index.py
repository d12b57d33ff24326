"""NameIndex: the names of a text, in their order, and what is asked of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter

from attrs import field, frozen

from ..lexicon import Lexicon
from .name import PARTICLES, Name
from .parse import LINKS, MOST_NAMES, parsed
from .words import is_known

MANY, _PIECE = 20_000, 50_000
"""Texts longer than this have their small words counted once, piece by piece, shorter ones are searched."""
_own_words = attrgetter("words")


class _Names(dict[str, Name]):
    """The names of runs, read when they are asked for; of very many the first are kept, the others read each time."""

    def __init__(self, told: Mapping[str, Name], parsed: Mapping[str, Name]) -> None:
        super().__init__(told)
        self._told, self._parsed = told, parsed

    def __missing__(self, surface: str) -> Name:
        """The name of a run that nobody has asked for yet."""
        name = self._parsed[surface]
        if len(self) < MOST_NAMES:
            self[surface] = name
        return name

    def read_all(self, surfaces: Collection[str]) -> None:
        """Read the names of these runs at once, as many as are kept."""
        if len(self) < min(len(surfaces), MOST_NAMES):
            some = [*islice(surfaces, MOST_NAMES)]
            self.update(zip(some, map(self._parsed.__getitem__, some), strict=True))
            self.update(self._told)


@frozen
class NameIndex:
    """Where names stand in a text: run after run, in order.

    >>> from quoteattr.lexicon import english
    >>> from quoteattr.names.find import find_names
    >>> index = find_names("But Ann Lee of Norland met Per Moe.", english())
    >>> [index.name(at).bare for at in range(len(index))]
    ['Ann Lee', 'Norland', 'Per Moe']
    """

    text: str = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    surfaces: list[str]
    lexicon: Lexicon = field(repr=False)
    named: tuple[tuple[int, int], ...] = field(default=(), repr=False)  # the runs that were told, not found
    told: Mapping[str, Name] = field(factory=dict, repr=False)  # … and their names
    _names: _Names = field(init=False, repr=False)
    read: Callable[[str], Name] = field(init=False, repr=False)  # the name of a run
    _small: dict[str, int] = field(init=False, factory=dict, repr=False)
    _runs: dict[str, tuple[int, ...]] = field(init=False, factory=dict, repr=False)
    _heads: set[tuple[str, ...]] = field(init=False, factory=set, repr=False)
    _wholes: set[tuple[str, ...]] = field(init=False, factory=set, repr=False)

    @_names.default
    def _told_names(self) -> _Names:
        return _Names(self.told, parsed(self.lexicon))

    @read.default
    def _read_once(self) -> Callable[[str], Name]:
        return self._names.__getitem__  # which a class of dictionaries is asked for faster so

    def __len__(self) -> int:
        return len(self.starts)

    def name(self, at: int) -> Name:
        """The name of a run, by its place in the order."""
        return self.read(self.surfaces[at])

    def parse(self, surface: str) -> Name:
        """The parts of a name that is written so, be it a run of the text or not."""
        return parsed(self.lexicon)[surface]

    def within(self, start: int, end: int) -> range:
        """Which runs begin inside a stretch of the text."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_left(self.starts, end, first))

    def before(self, position: int) -> range:
        """Which runs begin before a position."""
        return range(bisect_left(self.starts, position))

    def covering(self, position: int) -> int | None:
        """Which run covers a position, if any does."""
        at = bisect_right(self.starts, position) - 1
        return at if at >= 0 and position < self.ends[at] else None

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The names that stand whole inside a stretch of the text, titles and roles included."""
        found = []
        for at in self.within(start, end):
            name = self.name(at)
            if self.ends[at] <= end and name.words:
                found.append((self.starts[at] + name.skip, self.ends[at]))
        return found

    def runs(self) -> Mapping[str, tuple[int, ...]]:
        """For each different run the places where it stands, in order of the text."""
        runs = self._runs
        if not runs:
            found = defaultdict[str, list[int]](list)
            for at, surface in enumerate(self.surfaces):
                found[surface].append(at)
            runs.update(zip(found, map(tuple, found.values()), strict=True))
        return runs

    def all_names(self) -> Iterable[Name]:
        """The name of each different run."""
        names, runs = self._names, self.runs()
        names.read_all(runs)
        return names.values() if len(runs) <= MOST_NAMES else map(self.read, runs)

    def small_count(self, word: str) -> int:
        """How often a word stands in the text without its capital."""
        low = word.lower()
        if len(self.text) > MANY:
            if not self._small:
                counts = Counter[str]()
                for piece in _pieces(self.text):
                    counts.update(filter(str.islower, piece.split()))
                self._small.update(counts)
            return self._small.get(low, 0) + self._small.get(low + ",", 0) + self._small.get(low + ".", 0)
        if low not in self._small:
            self._small[low] = self.text.count(f" {low}")
        return self._small[low]

    def opens_sentence(self, at: int) -> bool:
        """Whether a run begins a sentence, a quotation or a line, so that its capital tells nothing."""
        position = self.starts[at] - 1
        text = self.text
        while position >= 0 and text[position] in " \t\u00a0_*\n\r":
            if text[position] == "\n" and text[position - 1 : position] in ("\n", ".", "\r"):
                return True
            position -= 1
        return position < 0 or text[position] in '.!?:“”"‘«»—–…(['

    def qualifies(self, word: str) -> bool:
        """Whether a word written small is an adjective or adverb (*Presently* Tom, *Poor* Tom)."""
        small = self.lexicon.word(word).small
        return small is not None and small.tag in "jr"

    def links(self, word: str) -> bool:
        """Whether a word, written small, joins others in a sentence: *upon*, *who*, *his*, no part of a name."""
        row = self.lexicon.closed.get(word.lower())
        return row is not None and row["tag"] in LINKS and word not in self.lexicon.given

    def gender_of(self, word: str) -> str:
        """The gender of a given name, ``u`` where either bears it; nothing for a word that is none."""
        return self.lexicon.given.get(word, "")

    def small_tag(self, word: str) -> str:
        """The tag of a word when it is written small: of *Stop*, of *Enough*; empty where the tables have none."""
        small = self.lexicon.word(word).small
        return small.tag if small is not None else ""

    def is_common(self, word: str) -> bool:
        """Whether a table has a word with a capital as one written small, or as a place: *Safety*, *Oslo*."""
        return is_known(word, self.lexicon)

    def is_role(self, word: str) -> bool:
        """Whether a word is a noun for what somebody does or is, by the table."""
        return self.lexicon.kind_of(word) == "role"

    def cut_name(self, start: int, end: int) -> int:
        """Where the right-hand name begins, if two names have run into each other; else ``start``.

        Bad translations leave a wrong name in front of the right one. The text elsewhere shows which
        words are a name of its own: the right-hand one stands alone or begins another run, and the
        left-hand one is a run of its own too.

        >>> from quoteattr.lexicon import english
        >>> from quoteattr.names.find import find_names
        >>> text = "Mr. Ivan Borov Katya said no. Katya Lind had met Ivan Borov in Rome."
        >>> index = find_names(text, english())
        >>> text[index.cut_name(0, 20) : 20]
        'Katya'
        """
        at = self.covering(end - 1)
        if at is None or self.ends[at] > end:
            return start
        cut = self.seam(at)
        if not cut:
            return start
        position = self.starts[at] + self.surfaces[at].rindex(self.name(at).words[cut])
        return max(start, position)

    def seam(self, at: int) -> int:
        """How many words of a run are one name, where the others are a second one; 0 where it is one name."""
        words = self.name(at).words
        if len(words) < 3 or words[1] in PARTICLES or self.surfaces[at] in self.told:
            return 0
        wholes = self._whole_names()
        for cut in range(len(words) - 1, 1, -1):
            alone = words[:cut] in wholes or words[cut - 1 : cut] in wholes
            if alone and self._begins_a_name(words[cut:]):
                return cut
        return 0

    def _whole_names(self) -> set[tuple[str, ...]]:
        """The words of every name as a run shows them."""
        if not self._wholes:
            self._wholes.update(map(_own_words, self.all_names()))
        return self._wholes

    def _begins_a_name(self, words: tuple[str, ...]) -> bool:
        """Whether these words are a name, or begin one."""
        if not self._heads:
            wholes = self._whole_names()
            self._heads.update(wholes)
            for own in wholes:
                if len(own) > 1:
                    self._heads.update([own[:length] for length in range(1, len(own))])
        return words in self._heads

    def __iter__(self) -> Iterator[Name]:
        return (self.name(at) for at in range(len(self)))


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces that end before a blank, for all of its words at once would take many times its room."""
    at = 0
    while at < len(text):
        end = text.find(" ", at + _PIECE)
        end = end if end >= 0 else len(text)
        yield text[at:end]
        at = end
