"""Idiolects: the words that each person of a text uses, and whose way of speaking other words are like.

People of a story speak unlike each other: one says *my dear*, one drops the aitches, one talks of nothing but
ships. What somebody is known to have said is counted word by word; other words are likelier theirs the oftener
they use them, compared with everybody else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

from attrs import define, field

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|[!?—]|--")
_ENOUGH = 150
"""Of whom fewer words are known, nobody can tell how they speak."""
_PRIOR = 100.0
"""So many words of everybody's are added to those of each."""
_MOST = 2
"""A word counts at most so often in one speech."""


def words_of(pieces: Iterable[str]) -> Counter[str]:
    """The words of a speech in small letters, and the marks that tell how it is spoken.

    >>> sorted(words_of(["“Ay, ay!”"]).items())
    [('!', 1), ('ay', 2)]
    """
    return Counter(word for piece in pieces for word in _WORD.findall(piece.lower()))


@define(eq=False)
class Idiolects:
    """How everybody speaks, as far as is known who said what.

    >>> speeches = [words_of(["ay ay sir"] * 60), words_of(["no my dear"] * 60), words_of(["ay sir"])]
    >>> idiolects = Idiolects(speeches)
    >>> idiolects.learn({0: 7, 1: 8})
    >>> likeness = idiolects.likeness(2, [7, 8])
    >>> likeness[7] > 0 > likeness[8]
    True
    """

    speeches: Sequence[Counter[str]]
    _all: Counter[str] = field(factory=Counter)
    _total: int = 0
    _said: dict[int, Counter[str]] = field(factory=dict)
    _sizes: dict[int, int] = field(factory=dict)
    _speakers: Mapping[int, int] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Count the words of everybody."""
        for speech in self.speeches:
            self._all.update(speech)
        self._total = self._all.total()

    def learn(self, speakers: Mapping[int, int]) -> None:
        """Count the words of each, from who said which speech."""
        self._speakers = speakers
        self._said = {}
        for speech, person in speakers.items():
            self._said.setdefault(person, Counter()).update(self.speeches[speech])
        self._sizes = {person: words.total() for person, words in self._said.items()}

    def likeness(self, speech: int, persons: Iterable[int]) -> dict[int, float]:
        """How much likelier a speech is each person's than, on the whole, that of the others."""
        words = self.speeches[speech]
        known = {person: self._likeness(words, person, self._speakers.get(speech) == person) for person in persons}
        found = {person: value for person, value in known.items() if value is not None}
        if len(found) < 2:
            return found
        total, others = sum(found.values()), len(found) - 1
        return {person: value - (total - value) / others for person, value in found.items()}

    def _likeness(self, words: Counter[str], person: int, own: bool) -> float | None:
        """How much likelier words are somebody's than anybody's; what was learned from them is left out."""
        size = self._sizes.get(person, 0) - (words.total() if own else 0)
        if size < _ENOUGH:
            return None
        said, everybody = self._said[person], self._all
        worth = self._total / _PRIOR
        likeness = 0.0
        for word, times in words.items():
            theirs = said.get(word, 0) - (times if own else 0)
            if theirs:
                likeness += min(times, _MOST) * log(1.0 + theirs * worth / everybody[word])
        known = sum([min(times, _MOST) for times in words.values()])
        return likeness - known * log((size + _PRIOR) / _PRIOR)


__all__ = ["Idiolects", "words_of"]
