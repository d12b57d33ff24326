"""Clause: a verb with its subject. Reading: what was found in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from attrs import define, field

from ..phrases import Phrase, Sentence
from ..quotations import Quotation

ClauseKind = Literal["main", "sub", "rel", "comp", "wh", "part", "inf"]


@define(eq=False, weakref_slot=False)
class Clause:
    """A verb and its subject, as far as they are known at some place of a sentence.

    ``subject``, ``verb``, ``object`` and ``opened`` count phrases. ``outer`` is the clause around it,
    ``ghost`` the one beside it that it took the place of. ``inverted`` is true where the subject
    follows the verb.
    """

    kind: ClauseKind
    opened: int
    outer: Clause | None = None
    subject: int | None = None
    verb: int | None = None
    object: int | None = None
    ghost: Clause | None = None
    inverted: bool = False
    depth: int = 0
    closed: bool = False  # a comma has come after it

    def having(self, subject: int | None, verb: int | None, object_: int | None) -> Clause:
        """The clause with these for its subject, verb and object."""
        return Clause(
            self.kind, self.opened, self.outer, subject, verb, object_, self.ghost, self.inverted, self.depth,
            self.closed,
        )  # fmt: skip

    def chain(self) -> Iterator[Clause]:
        """The clause and those around it, from the inside out."""
        clause: Clause | None = self
        while clause is not None:
            yield clause
            clause = clause.outer


@define(eq=False)
class Reading:
    """What the reader found in a sentence.

    ``last`` is the clause open at the end, ``open_at`` has the one open at each quotation, ``of_verb`` the
    clause of each verb, ``of_subject`` the verb of each subject, ``begin`` is where the sentence begins behind the
    place and day of a report (*Oslo (AP) —*). All are places among the phrases.
    """

    sentence: Sentence
    last: Clause
    open_at: Mapping[int, Clause] = field(factory=dict)
    of_verb: Mapping[int, Clause] = field(factory=dict)
    of_subject: Mapping[int, int] = field(factory=dict)
    begin: int = 0
    phrases: tuple[Phrase, ...] = field(init=False)
    kinds: str = field(init=False)
    around: str = field(init=False, repr=False)
    seen: dict[str, Any] = field(factory=dict, init=False, repr=False)  # what was found once, for all its quotations

    def __attrs_post_init__(self) -> None:
        """Have the phrases of the sentence, and their kinds, a letter each."""
        sentence = self.sentence
        self.phrases, self.kinds, self.around = sentence.phrases, sentence.kinds, sentence.around

    def quoted(self) -> Sequence[tuple[int, Quotation]]:
        """The quotations of the sentence, each with its place."""
        phrases = self.phrases
        return [(at, quotation) for at in self.open_at if (quotation := phrases[at].quotation) is not None]


FIRST = Clause("main", 0)  # what is open where a sentence begins


def replaced(clause: Clause, at: int) -> Clause:
    """The clause that begins at a place beside another, in place of it."""
    return Clause(clause.kind, at, clause.outer, ghost=clause, depth=clause.depth)
