"""Convention; read_marks: the habit of a document, and its marks as that habit shows them.

A writer, or at least a printer, keeps to one habit: whether single or double marks are the outer ones,
which way the angles point, whether two apostrophes make one mark. So the marks that are clear are counted
over the whole document, and those that are not are read by them. A document that changes its habit
halfway is read by the commoner one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from .apostrophes import SURE, elision_at
from .marks import Mark, MarkSet, find_marks, read_mark, relation_of


@frozen
class Convention:
    """The habit of a document, as its clear marks show it.

    ``single`` tells whether single marks are the outer ones, ``turned`` whether the angles point inwards,
    ``doubled`` whether two apostrophes make one mark.
    """

    single: bool = False
    turned: bool = False
    doubled: bool = False


# How many opening single marks to one of the others: where more, they are the outer ones, where fewer, not.
# In between, those are that open first in most paragraphs. Novels lie far outside, short texts may not.
_MANY, _FEW = 2.5, 0.4
# Where single marks are the outer ones, at least so many of them are surely closed.
_CLOSED = 1 / 3

_ANGLES = frozenset(("angle", "small angle"))
_TWO = frozenset(("''", "‘‘", "``"))
_HALVED = frozenset(("''", "’’", "‘‘"))


def read_marks(text: str, wanted: MarkSet) -> tuple[list[Mark], Convention]:
    """The marks of a text in their order, and the habit they show.

    >>> from quoteattr.marks import mark_set
    >>> read_marks("»No,« said Ann.", mark_set())[1]
    Convention(single=False, turned=True, doubled=False)
    """
    marks = find_marks(text, wanted)
    kinds = {mark[2:5] for mark in marks}
    if not wanted.single and all(family == "single" and look == "closes" for _, family, look in kinds):
        return [], Convention()  # apostrophes
    doubled = any(sign in _TWO for sign, _, _ in kinds) and any(_opens_as_one(text, mark) for mark in marks)
    single = wanted.single
    if single is None:
        opens = any(family == "single" and look == "opens" for _, family, look in kinds)
        single = opens and _are_outer(text, marks)
    turned = any(family in _ANGLES for _, family, _ in kinds) and _point_inwards(text, marks)
    if turned:
        marks = [_turn(mark) if mark.family in _ANGLES else mark for mark in marks]
    if single and not doubled:
        marks = list(_halve(text, marks, wanted))
    return marks, Convention(single, turned, doubled)


def _opens_as_one(text: str, mark: Mark) -> bool:
    """Whether two apostrophes open as one mark: they do unless the second belongs to the word, ''tis."""
    return mark.sign in _TWO and mark.look == "opens" and elision_at(text, mark.end) != "mark"


def _are_outer(text: str, marks: Sequence[Mark]) -> bool:
    """Whether single marks are the outer ones."""
    opening = [mark for mark in marks if mark.look == "opens" and mark.rank == SURE]
    singles = sum(mark.family == "single" for mark in opening)
    others = sum(mark.family != "single" and _opens_at_all(text, mark) for mark in opening)
    closed = sum(mark.family == "single" and mark.look != "opens" and mark.rank > 1 for mark in marks)
    if closed < singles * _CLOSED or singles < others * _FEW:
        return False
    return singles > others * _MANY or _come_first(text, opening)


def _opens_at_all(text: str, mark: Mark) -> bool:
    return mark.sign not in _TWO or _opens_as_one(text, mark)


def _come_first(text: str, opening: Iterable[Mark]) -> bool:
    """Whether in most paragraphs a single mark is the first to open."""
    gap = "\n\n" if "\n\n" in text else "\n"
    past = balance = 0
    for mark in opening:
        if not past or text.find(gap, past, mark.start) >= 0:
            balance += 1 if mark.family == "single" else -1
        past = mark.end
    return balance > 0


def _point_inwards(text: str, marks: Iterable[Mark]) -> bool:
    """Whether the angles are used »so«: by their sides, and where these say nothing by which comes first."""
    outwards = inwards = 0
    signs = [mark.sign for mark in marks if mark.family in _ANGLES]
    for mark in marks:
        relation = relation_of(text, mark.start, mark.end) if mark.family in _ANGLES else ""
        if relation in ("(", ")"):
            opening = relation == "("
            outwards += (mark.sign in "«‹") == opening
            inwards += (mark.sign in "»›") == opening
    if inwards == outwards:
        return signs[0] in "»›" and not {"«", "‹"}.isdisjoint(signs)
    return inwards > outwards


def _turn(mark: Mark) -> Mark:
    return mark._replace(look="closes" if mark.look == "opens" else "opens")


def _halve(text: str, marks: Iterable[Mark], wanted: MarkSet) -> Iterator[Mark]:
    """The marks, those made of two apostrophes cut in two: where single marks rule, they are two."""
    for mark in marks:
        if mark.sign not in _HALVED:
            yield mark
            continue
        for start in (mark.start, mark.start + 1):
            sign = text[start]
            half = read_mark(text, start, start + 1, sign, wanted.signs[sign]) if sign in wanted.signs else None
            if half is not None:
                yield half
