"""Turns: candidates put together to what one speaker says in one go, reports among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from operator import lt
from typing import Any, Final

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


def turns_of(candidates: list[Candidate], woven: Woven) -> Iterator[Turn]:
    """The candidates and the reports of a text put together to turns, in the order of the text.

    They are taken out of their lists.
    """
    heads: list[Any] = []  # what each turn begins with, a Head until the turn is made,
    contents: list[Span | Sequence[Span]] = []  # its stretch, or its stretches,
    starts: list[int] = []  # and where these begin
    ends: list[int] = []  # and end
    meant = {id(now.continues) for now in woven.all_now(candidates)} | {id(each) for each in woven.outer.values()}
    known: dict[int, int] = {}  # the turns of those that others go on with or stand in, by ``id``,
    further: dict[int, list[Span]] = {}  # the stretches of those that go on, by the turn,
    inside: dict[int, Report] = {}  # and those that a report is around
    for candidate in emptied(candidates):
        now, span = woven.now(candidate), candidate.quotation.span
        if now.silent:
            continue
        head = candidate if now.continues is None else _head(now.continues, woven, known)
        turn = known.get(id(head))
        if turn is None:
            turn = len(heads)
            heads.append(woven.now(head))
            contents.append(span)
            starts.append(span.start)
            ends.append(span.end)
            if head is not candidate:  # nobody says what the head holds
                known[id(head)] = turn
            if (around := woven.outer.get(id(head))) is not None:
                inside[turn] = around
        else:
            further.setdefault(turn, []).append(span)
            ends[turn] = span.end
        if id(candidate) in meant:
            known[id(candidate)] = turn
    for turn, spans in further.items():
        contents[turn] = *_spans(contents[turn]), *spans
    for report in emptied(woven.reports):
        if id(report) in meant:
            known[id(report)] = len(heads)
        if (around := woven.outer.get(id(report))) is not None:
            inside[len(heads)] = around
        heads.append(report)
        contents.append(report.content)
        starts.append(report.content[0].start)
        ends.append(report.content[-1].end)
    woven.changed.clear()
    order = _order(starts, ends)
    del starts, ends
    places = {turn: place for place, turn in enumerate(order)} if inside else {}
    outer = {turn: places[known[id(around)]] for turn, around in inside.items()}
    inside.clear()
    woven.outer.clear()
    for turn in order:
        head, content = heads[turn], _spans(contents[turn])
        heads[turn], contents[turn] = None, ()
        yield _turn(head, content, outer.get(turn))


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


def _head(before: Candidate, woven: Woven, known: Mapping[int, int]) -> Candidate:
    """The nearest of those that go on with each other, up to the one given, that is known; else the first."""
    while id(before) not in known:
        further = woven.now(before).continues
        if further is None:
            return before
        before = further
    return before


def _order(starts: Sequence[int], ends: Sequence[int]) -> Sequence[int]:
    """The order of turns in the text, by where they begin and end; of those that begin together, the longest first."""
    if all(map(lt, starts, islice(starts, 1, None))):
        return range(len(starts))
    order = sorted(range(len(ends)), key=ends.__getitem__, reverse=True)
    order.sort(key=starts.__getitem__)
    return order


def _spans(content: Span | Sequence[Span]) -> tuple[Span, ...]:
    """The stretches of a turn, be it one or several."""
    return (content,) if isinstance(content, Span) else tuple(content)


def _turn(head: Head, content: tuple[Span, ...], outer: int | None) -> Turn:
    """The turn of a candidate or a report, with the stretches that it takes, and the place of the report around it."""
    kind: Kind
    kind, nameless = ("indirect", False) if isinstance(head, Report) else (head.kind, head.nameless)
    clause = head.clause if kind != "direct" else None
    return Turn(
        content, kind, head.source, head.cue, head.addressee, head.confidence, clause, head.said, head.rule, nameless,
        outer,
    )  # fmt: skip
