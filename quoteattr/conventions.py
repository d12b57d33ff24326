"""Convention; read_marks: the habit of a document, and its marks as that habit shows them.

A writer, or at least a printer, keeps to one habit: whether single or double marks are the outer ones,
which way the angles point, whether two apostrophes make one mark. So the marks that are clear are counted
over the whole document, and those that are not are read by them. A document that changes its habit
halfway is read by the commoner one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from .apostrophes import SURE, elision_at
from .marks import Kind, Mark, Marks, MarkSet, find_marks, read_mark, relation_of


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


def read_marks(text: str, wanted: MarkSet) -> tuple[Marks, Convention]:
    """The marks of a text in their order, and the habit they show.

    >>> from quoteattr.marks import mark_set
    >>> read_marks("»No,« said Ann.", mark_set())[1]
    Convention(single=False, turned=True, doubled=False)
    """
    marks = find_marks(text, wanted)
    kinds = Counter(marks.kinds)
    if not wanted.single and all(kind.family == "single" and kind.look == "closes" for kind in kinds):
        return Marks(), Convention()  # apostrophes
    doubled = any(kind.sign in _TWO for kind in kinds) and any(_opens_as_one(text, mark) for mark in marks)
    single = wanted.single
    if single is None:
        opens = any(kind.family == "single" and kind.look == "opens" for kind in kinds)
        single = opens and _are_outer(text, marks, kinds)
    turned = any(kind.family in _ANGLES for kind in kinds) and _point_inwards(text, marks)
    if turned:
        turns = {kind: _turn(kind) if kind.family in _ANGLES else kind for kind in kinds}
        marks = Marks(marks.starts, [turns[kind] for kind in marks.kinds])
    if single and not doubled and any(kind.sign in _HALVED for kind in kinds):
        marks = Marks.of(_halve(text, marks, wanted))
    return marks, Convention(single, turned, doubled)


def _opens_as_one(text: str, mark: Mark) -> bool:
    """Whether two apostrophes open as one mark: they do unless the second belongs to the word, ''tis."""
    return mark.sign in _TWO and mark.look == "opens" and elision_at(text, mark.end) != "mark"


def _are_outer(text: str, marks: Marks, counts: Mapping[Kind, int]) -> bool:
    """Whether single marks are the outer ones."""
    singles = others = closed = 0
    for kind, count in counts.items():
        opens = kind.look == "opens" and kind.rank == SURE
        if kind.family == "single":
            singles += count * opens
            closed += count * (kind.look != "opens" and kind.rank > 1)
        elif opens:
            doubtful = kind.sign in _TWO
            others += sum(_opens_as_one(text, mark) for mark in _of_kind(marks, kind)) if doubtful else count
    if closed < singles * _CLOSED or singles < others * _FEW:
        return False
    return singles > others * _MANY or _come_first(text, marks)


def _of_kind(marks: Marks, kind: Kind) -> Iterator[Mark]:
    return (marks[at] for at, each in enumerate(marks.kinds) if each == kind)


def _come_first(text: str, marks: Marks) -> bool:
    """Whether in most paragraphs a single mark is the first to open."""
    gap = "\n\n" if "\n\n" in text else "\n"
    past = balance = 0
    for start, (width, _, family, look, rank) in zip(marks.starts, marks.kinds, strict=True):
        if look != "opens" or rank != SURE:
            continue
        if not past or text.find(gap, past, start) >= 0:
            balance += 1 if family == "single" else -1
        past = start + width
    return balance > 0


def _point_inwards(text: str, marks: Marks) -> bool:
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


def _turn(kind: Kind) -> Kind:
    return kind._replace(look="closes" if kind.look == "opens" else "opens")


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
