"""Nodes of a chain: one element, several ways on, or a gap, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..mentions import Mention
from .elements import ELEMENTS, PLAIN
from .item import Item
from .walk import Walk


class Node:
    """A step of a match; ``run`` tells whether the rest of its side fits from a word on."""

    def __init__(self, number: int) -> None:
        self.number: Final = number

    def run(self, walk: Walk, word: int) -> bool:
        """Whether what is left fits from there; tried once for each word."""
        if (self.number, word) in walk.failed:
            return False
        if self.fits(walk, word):
            return True
        walk.failed.add((self.number, word))
        return False

    def fits(self, walk: Walk, word: int) -> bool:  # noqa: ARG002 - nothing is left
        """The same, not looked up."""
        return True


class Step(Node):
    """One element, and what follows it."""

    def __init__(self, number: int, item: Item, following: Node, *, back: bool) -> None:
        super().__init__(number)
        self.item: Final = item
        self.look: Final = PLAIN.get(item.name) or ELEMENTS[item.name].look
        self.following: Final = following
        self.back: Final = back

    def fits(self, walk: Walk, word: int) -> bool:
        """Whether the element stands there, and the rest behind it."""
        for end, at, mention in self.look(walk, word, self.item.value, back=self.back):
            if self.following.run(walk, end):
                self.keep(walk, at, mention)
                return True
        return False

    def keep(self, walk: Walk, at: int, mention: Mention | None) -> None:
        """Note what becomes part of the answer."""
        item = self.item
        if item.name in PLAIN:
            if item.cue:
                walk.cue.append((at, item))
            return
        walk.places["CUE" if item.cue else item.name] = at
        if mention is not None:
            walk.mentions[item.name] = mention


class Fork(Node):
    """Several ways on, the first that fits is taken."""

    def __init__(self, number: int, ways: Sequence[Node]) -> None:
        super().__init__(number)
        self.ways: Final = ways

    def fits(self, walk: Walk, word: int) -> bool:
        """Whether one of the ways fits."""
        return any(way.run(walk, word) for way in self.ways)


class Gap(Node):
    """Any words of the sentence, as few as will do."""

    def __init__(self, number: int, following: Node, *, back: bool) -> None:
        super().__init__(number)
        self.following: Final = following
        self.back: Final = back

    def fits(self, walk: Walk, word: int) -> bool:
        """Whether the rest fits somewhere."""
        begin, end = walk.phrases[0].first, walk.phrases[-1].last
        for each in range(word, begin - 1, -1) if self.back else range(word, end + 1):
            if (self.number, each) in walk.failed:
                return False  # what lies farther was tried from there
            if self.following.run(walk, each):
                return True
            walk.failed.add((self.number, each))
        return False
