"""Figure: somebody mentioned in the narration; Figures: those of a long paragraph, in columns."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from .held import Held
from .numbered import Numbered
from .persons import Person

FigureForm = Literal["name", "pronoun", "noun", "narrator"]
TOGETHER: Final = 256  # figures that are put into columns, and made anew, at once
_KEPT: Final = 4  # times so many are kept as they are, of those looked at last


class Figure(NamedTuple):
    """Somebody mentioned in the narration.

    ``sentence`` counts the sentences of the paragraph; ``subject`` tells whether it looks like the
    subject of its sentence, ``possessor`` whether it only owns something (*Ann's* hat, *her* hat).
    ``key`` is the noun of a noun phrase. A named tuple, since a novel has one for every tenth word.
    """

    start: int
    end: int
    form: FigureForm
    person: Person | None
    gender: str
    sentence: int
    subject: bool
    possessor: bool = False
    key: str = ""


_Sort = tuple[FigureForm, str, bool, bool, str]
"""What many figures have in common: form, gender, whether they are subjects, whether possessors, key."""


class Figures(Held[Figure]):
    """The figures of a long paragraph in columns, for each by itself takes five times the room.

    Some that stand together are made when one of them is looked at.
    """

    def __init__(self, persons: Sequence[Person]) -> None:
        self.starts, self._ends, self._sentences, self._whom, self._sorts = (array("q") for _ in range(5))
        self._persons = persons  # all that may be meant, by number
        self._sort_of: Numbered[_Sort] = Numbered()
        self._made: dict[int, list[Figure]] = {}

    def extend(self, figures: Iterable[Figure]) -> None:
        """Put further ones behind those that are there."""
        self._made.clear()
        for start, end, form, person, gender, sentence, subject, possessor, key in figures:
            self.starts.append(start)
            self._ends.append(end)
            self._sentences.append(sentence)
            self._whom.append(-1 if person is None else person.number)
            self._sorts.append(self._sort_of[form, gender, subject, possessor, key])

    def __len__(self) -> int:
        return len(self.starts)

    def one(self, at: int) -> Figure:
        """One of them."""
        number, place = divmod(range(len(self))[at], TOGETHER)
        return self._together(number)[place]

    def some(self, part: slice) -> list[Figure]:
        """Some of them, made now."""
        places = range(len(self))[part]
        if not places:
            return []
        low, high = min(places[0], places[-1]), max(places[0], places[-1])
        first, last = low // TOGETHER, high // TOGETHER
        found = self._together(first)[low % TOGETHER : high - first * TOGETHER + 1]
        for number in range(first + 1, last + 1):
            found += self._together(number)[: high - number * TOGETHER + 1]
        return found if places.step == 1 else found[:: places.step]

    def _together(self, number: int) -> list[Figure]:
        """Some figures that stand together."""
        made = self._made.get(number)
        if made is None:
            if len(self._made) == _KEPT:
                del self._made[next(iter(self._made))]
            made = self._made[number] = [*self._make(slice(number * TOGETHER, (number + 1) * TOGETHER))]
        return made

    def _make(self, some: slice) -> Iterator[Figure]:
        sorts, persons = self._sort_of.things, self._persons
        columns = self.starts, self._ends, self._sentences, self._whom, self._sorts
        for start, end, sentence, whom, sort in zip(*[column[some] for column in columns], strict=True):
            form, gender, subject, possessor, key = sorts[sort]
            person = persons[whom] if whom >= 0 else None
            yield Figure(start, end, form, person, gender, sentence, subject, possessor, key)
