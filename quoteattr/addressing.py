"""Addressing: who calls whom, or tells of them, by which name or noun for kin: *Ida*, *Miss Lee*, *mamma*.

Only a child says *papa*, and only to one man; a friend says *Ida* where others say *Miss Lee*, to her and of her. Who
is known to have called somebody so elsewhere is likelier to do it again, and who calls them otherwise is not; who is
known to be called by a noun for kin does not say it, and is rather the one who is called so in the turns around.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Literal

from attrs import define, field, frozen

Call = tuple[Literal["to", "of"], str | int]
"""A name or a noun for kin, said to somebody or of them; or by its number the person who is called by any name."""


@frozen
class Said:
    """A turn by number: what somebody is called in it, who said it, if known, and whether it answers the one before."""

    turn: int
    calls: Collection[Call]
    person: int | None
    answers: bool = True


@define(eq=False)
class Uses:
    """Who has to do with a call, and in which turn.

    >>> uses = Uses()
    >>> uses.add(3, 7)
    >>> uses.add(4, 7)
    >>> uses.times(7, but=4), uses.total(but=5)
    (1, 2)
    """

    _persons: dict[int, int] = field(factory=dict)
    _counts: Counter[int] = field(factory=Counter)

    def add(self, turn: int, person: int) -> None:
        """Note that somebody has to do with it in a turn."""
        if turn not in self._persons:
            self._persons[turn] = person
            self._counts[person] += 1

    def times(self, person: int, but: int) -> int:
        """How often somebody has to do with it in other turns than one."""
        return self._counts[person] - (self._persons.get(but) == person)

    def total(self, but: int) -> int:
        """How often anybody has to do with it in other turns than one."""
        return len(self._persons) - (but in self._persons)


_NONE = Uses()


@define(eq=False)
class Addressing:
    """Who calls somebody so, and who is called so, as far as is known who said what.

    >>> addressing = Addressing()
    >>> mamma = "to", "mamma"
    >>> addressing.learn([Said(0, [mamma], 7), Said(1, [], 8)])
    >>> addressing.callers(mamma).times(7, but=3), addressing.called(mamma).times(8, but=3)
    (1, 1)
    """

    _callers: dict[Call, Uses] = field(factory=dict)
    _called: dict[Call, Uses] = field(factory=dict)

    def learn(self, turns: Iterable[Said]) -> None:
        """Note who calls whom how, from all turns in their order."""
        self._callers, self._called = {}, {}
        before = Said(-1, (), None)
        for turn in turns:
            if turn.person is not None:
                _note(self._callers, turn, turn.turn, turn.person)
                if turn.answers and before.person is not None and before.person != turn.person:
                    _note(self._called, before, turn.turn, turn.person)
                    _note(self._called, turn, before.turn, before.person)
            before = turn

    def callers(self, call: Call) -> Uses:
        """Who calls somebody so."""
        return self._callers.get(call, _NONE)

    def called(self, call: Call) -> Uses:
        """Who answers where somebody is called so, or is answered with it."""
        return self._called.get(call, _NONE)


def _note(uses: dict[Call, Uses], said: Said, turn: int, person: int) -> None:
    for call in said.calls:
        uses.setdefault(call, Uses()).add(turn, person)


__all__ = ["Addressing", "Said", "Uses"]
