"""Row: the chains on both sides of the content, made by the Compiler."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import field, frozen

from ..passage import Passage
from .chain import Fork, Gap, Node, Step
from .item import Item
from .walk import Walk

_MOST_WAYS = 16  # sets of words of which a row needs one, looked for before it is tried


class Compiler:
    """Makes the chains of a row."""

    def __init__(self) -> None:
        self.count = 0

    def number(self) -> int:
        """A number that no other node has."""
        self.count += 1
        return self.count

    def row(self, items: Sequence[Item]) -> Row:
        """The row of these items."""
        content = next(at for at, item in enumerate(items) if item.name == "CONTENT")
        left, right = items[:content], items[content + 1 :]
        before = self.chain(left, Node(self.number()), back=True)
        return Row(needs_of(left), needs_of(right), before, self.chain(right, Node(self.number()), back=False))

    def chain(self, items: Sequence[Item], following: Node, *, back: bool) -> Node:
        """The items, and then what follows them in the direction of the match."""
        node = following
        for item in items if back else reversed(items):
            after = node
            if item.name == "...":
                node = Gap(self.number(), after, back=back)
            elif item.name == "|":
                node = Fork(self.number(), [self.chain(row, after, back=back) for row in item.rows])
            else:
                node = Step(self.number(), item, after, back=back)
            if item.optional:
                node = Fork(self.number(), [node, after])
        return node


def needs_of(items: Sequence[Item]) -> list[frozenset[str]]:
    """The words without which some items cannot match: all those of one of these sets."""
    needs = [frozenset[str]()]
    for item in items:
        ways = [frozenset({item.value})] if item.name == "word" else [way for row in item.rows for way in needs_of(row)]
        if ways and not item.optional and len(needs) * len(ways) <= _MOST_WAYS:
            needs = [need | way for need in needs for way in ways]
    return needs


@frozen(eq=False)
class Row:
    """One row of a pattern: the words that it needs before its content and behind it, and the chains on both sides."""

    left: Sequence[frozenset[str]]
    right: Sequence[frozenset[str]]
    before: Node
    after: Node

    signs: frozenset[str] = field(init=False)  # words of which a sentence that it fits has one

    @signs.default
    def _rare(self) -> frozenset[str]:
        """The longest word of each way to match, for those are rare; the empty one for a way without words."""
        sides = [frozenset([max(words, key=len, default="") for words in side]) for side in (self.left, self.right)]
        return next((signs for signs in sides if "" not in signs), frozenset([""]))

    def walk(self, passage: Passage) -> Walk | None:
        """What is found on a way through both chains, if they fit."""
        phrases, at = passage.phrases, passage.at
        first, last = (phrases[at].first, phrases[at].last) if at < len(phrases) else (phrases[-1].last,) * 2
        if not (stand(passage, self.left, 0, first) and stand(passage, self.right, last, phrases[-1].last)):
            return None
        walk = Walk(passage)
        return walk if self.after.run(walk, last) and self.before.run(walk, first) else None


def stand(passage: Passage, ways: Iterable[frozenset[str]], begin: int, end: int) -> bool:
    """Whether all words of one of these ways stand between two places of the sentence, counted in words."""
    has = passage.small.__contains__
    return any(
        all(map(has, words)) and all(any(begin <= at < end for at in passage.places_of(word)) for word in words)
        for words in ways
    )
