"""Turns: candidates put together to what one speaker says in one go, reports among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from .changed import changed
from .collection import emptied
from .exchange import Turn
from .passage import Candidate, Kind
from .reports import Report
from .span import Span
from .weave import Woven

Head = Candidate | Report
_MANY: Final = 20  # speeches that show a habit
_RARE: Final = 10  # one in so many is no habit


def turns_of(candidates: list[Candidate], woven: Woven) -> list[Turn]:
    """The candidates and the reports of a text put together to turns, in the order of the text.

    They are taken out of their lists.
    """
    turns: list[Turn] = []
    meant = {id(now.continues) for now in woven.all_now(candidates)} | {id(each) for each in woven.outer.values()}
    known: dict[int, Turn] = {}  # the turns of those that others go on with or stand in, by ``id``,
    further: dict[int, list[Span]] = {}  # the stretches of those that go on, by that of the turn,
    inside: list[tuple[Turn, Report]] = []  # and those that a report is around
    for candidate in emptied(candidates):
        now, span = woven.now(candidate), candidate.quotation.span
        if now.silent:
            continue
        head = candidate if now.continues is None else _head(now.continues, woven, known)
        turn = known.get(id(head))
        if turn is None:
            begun = woven.now(head)
            turn = _turn(begun, (span,), begun.kind, nameless=begun.nameless)
            turns.append(turn)
            if head is not candidate:  # nobody says what the head holds
                known[id(head)] = turn
            if (around := woven.outer.get(id(head))) is not None:
                inside.append((turn, around))
        else:
            further.setdefault(id(turn), [*turn.content]).append(span)
        if id(candidate) in meant:
            known[id(candidate)] = turn
    for turn in turns if further else ():
        turn.content = tuple(further.get(id(turn), turn.content))
    for report in emptied(woven.reports):
        turn = _turn(report, report.content, "indirect")
        turns.append(turn)
        if id(report) in meant:
            known[id(report)] = turn
        if (around := woven.outer.get(id(report))) is not None:
            inside.append((turn, around))
    for turn, around in inside:
        turn.outer = known[id(around)]
    turns.sort(key=lambda turn: turn.content[-1].end, reverse=True)  # of those that begin together, the longest first
    turns.sort(key=lambda turn: turn.content[0].start)
    return turns


def settle_fragments(candidates: Sequence[Candidate], woven: Woven) -> None:
    """Take fragments that nobody is named for as scare quotes, in a text whose marks hold whole speeches.

    A novel marks what people say aloud; a fragment in the middle of the writer's sentence is then a word held at a
    distance. News marks the words taken over from a statement, and the same fragment may be somebody's.
    """
    if len(candidates) < _MANY:
        return
    said = [now for now in woven.all_now(candidates) if not now.silent and not now.nameless]
    speeches = sum(now.kind == "direct" for now in said)
    if speeches < _MANY or (len(said) - speeches) * _RARE > len(said):
        return
    for candidate, now in zip(candidates, woven.all_now(candidates), strict=True):
        if now.nameless and now.fragment:
            woven.changed[id(candidate)] = changed(now, silent=True, nameless=False, use="scare")


def _head(before: Candidate, woven: Woven, known: Mapping[int, Turn]) -> Candidate:
    """The nearest of those that go on with each other, up to the one given, that is known; else the first."""
    while id(before) not in known:
        further = woven.now(before).continues
        if further is None:
            return before
        before = further
    return before


def _turn(head: Head, content: tuple[Span, ...], kind: Kind, *, nameless: bool = False) -> Turn:
    """The turn of a candidate or a report, with the stretches that it takes."""
    return Turn(
        content=content, kind=kind, source=head.source, cue=head.cue, addressee=head.addressee,
        confidence=head.confidence, clause=head.clause if kind != "direct" else None, said=head.said, rule=head.rule,
        nameless=nameless,
    )  # fmt: skip
