"""Idiolects: the words that each person of a text uses, and whose way of speaking other words are like.

People of a story speak unlike each other: one says *my dear*, one drops the aitches, one talks of nothing but
ships. What somebody is known to have said is counted word by word; other words are likelier theirs the oftener
they use them, compared with everybody else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from sys import intern

from attrs import define, field

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|[!?—]|--")
_ENOUGH = 150
"""Of whom fewer words are known, nobody can tell how they speak."""
_PRIOR = 100.0
"""So many words of everybody's are added to those of each."""
_MOST = 2
"""A word counts at most so often in one speech."""
_BRIEF = 24
"""A speech of so many characters is counted once for all that are the same."""


def words_of(pieces: Iterable[str]) -> Mapping[str, int]:
    """How often a speech has each word, in small letters, and each mark that tells how it is spoken.

    >>> sorted(words_of(["“Ay, ay!”"]).items())
    [('!', 1), ('ay', 2)]
    """
    speech = " ".join(pieces)
    return _of_brief(speech) if len(speech) <= _BRIEF else _counted(speech)


def _counted(speech: str) -> Mapping[str, int]:
    return Counter(map(intern, _WORD.findall(speech.lower())))


_of_brief = lru_cache(maxsize=5_000)(_counted)  # *“No.”* is said again and again


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

    speeches: Sequence[Mapping[str, int]]
    _all: Counter[str] = field(factory=Counter)
    _worth: float = 0.0
    _said: dict[int, Counter[str]] = field(factory=dict)
    _sizes: dict[int, int] = field(factory=dict)
    _gains: dict[int, dict[str, float]] = field(factory=dict)
    _speakers: Mapping[int, int] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Count the words of everybody."""
        for speech in self.speeches:
            self._all.update(speech)
        self._worth = self._all.total() / _PRIOR

    def learn(self, speakers: Mapping[int, int]) -> None:
        """Count the words of each, from who said which speech."""
        self._speakers = speakers
        self._said = {}
        for speech, person in speakers.items():
            self._said.setdefault(person, Counter()).update(self.speeches[speech])
        self._sizes = {person: words.total() for person, words in self._said.items()}
        self._gains = {}

    def likeness(self, speech: int, persons: Iterable[int]) -> dict[int, float]:
        """How much likelier a speech is each person's than, on the whole, that of the others."""
        counts = self.speeches[speech]
        words = [(word, min(times, _MOST)) for word, times in counts.items()]
        known, size = sum([times for _, times in words]), sum(counts.values())
        found: dict[int, float] = {}
        for person in persons:
            own = self._speakers.get(speech) == person
            others = self._sizes.get(person, 0) - own * size
            if others >= _ENOUGH:
                gains = self._without(counts, person) if own else self._gains_of(person)
                gained = sum([times * gains.get(word, 0.0) for word, times in words])
                found[person] = gained - known * log((others + _PRIOR) / _PRIOR)
        if len(found) < 2:
            return found
        total, rest = sum(found.values()), len(found) - 1
        return {person: value - (total - value) / rest for person, value in found.items()}

    def _gains_of(self, person: int) -> dict[str, float]:
        """What each word that somebody uses tells for them."""
        known = self._gains.get(person)
        if known is None:
            worth, everybody = self._worth, self._all
            said = self._said[person].items()
            known = self._gains[person] = {word: log(1.0 + times * worth / everybody[word]) for word, times in said}
        return known

    def _without(self, counts: Mapping[str, int], person: int) -> dict[str, float]:
        """What the words of a speech tell for somebody by all the others of theirs."""
        said, worth, everybody = self._said[person], self._worth, self._all
        return {word: log(1.0 + (said[word] - times) * worth / everybody[word]) for word, times in counts.items()}


__all__ = ["Idiolects", "words_of"]
