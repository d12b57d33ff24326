"""Turns: candidates put together to what one speaker says in one go, reports among them.

They are put together while the text is read, for a text that is hardly anything but turns has too many candidates to
keep them all. Little of a turn can change later. It may go on; its source may be named late, behind the last paragraph
of a speech; and only the whole text tells whether a fragment that nobody is named for is anybody's words.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain, islice
from operator import itemgetter, lt
from typing import Final

from attrs import define, field

from .changed import changed
from .exchange import Turn
from .packed import Packed, joined, let_go, packed
from .passage import Candidate, Kind
from .quotations import Quotation, Use
from .reports import Report
from .span import Span
from .weave import Woven

_MANY: Final = 20  # speeches that show a habit
_RARE: Final = 10  # one in so many is no habit


def _numbers() -> array[int]:
    return array("q")


@define(eq=False)
class Turns:
    """The turns of a text, and the uses of its quotations, as far as it is read.

    A turn has a number: those of the sentences read first come first, and then those that begin first.
    """

    text: str
    woven: Woven = field(factory=Woven)
    _turns: list[Turn] | Packed[Turn] = field(factory=list)
    _starts: array[int] = field(factory=_numbers)  # where each turn begins
    _ends: array[int] = field(factory=_numbers)  # and ends
    _in_order: bool = True  # whether all of them begin one after the other
    _further: dict[int, list[Span]] = field(factory=dict)  # what goes on with turns of sentences read before
    _late: dict[int, Candidate] = field(factory=dict)  # what tells of those turns whose source was named late
    _fragments: array[int] = field(factory=_numbers)  # turns that may prove to be nobody's
    _places: array[int] = field(factory=_numbers)  # where quotations begin that have another use than it seemed,
    _uses: list[Use] = field(factory=list)  # and that use
    _asked: int = 0  # how many quotations there were,
    _said: int = 0  # those that somebody said,
    _direct: int = 0  # and those of them that are whole speeches

    def gather(self, candidates: Sequence[Candidate], late: Iterable[Candidate] = ()) -> None:
        """Put together the candidates and the reports of some sentences; what was woven of them is forgotten.

        ``late`` are candidates whose source was named late, those of sentences read before among them.
        """
        if not candidates and not self.woven.reports:
            return
        self._late.update((one.turn.number, one) for one in late if one.opens and one.turn is not None)
        batch = _Batch(self.woven)
        self._asked += len(candidates)
        for candidate, now in zip(candidates, self.woven.all_now(candidates), strict=True):
            if not now.silent:
                batch.add(candidate, now)
                if not now.nameless:
                    self._said += 1
                    self._direct += now.kind == "direct"
            quotation = candidate.quotation
            if now.use != quotation.use and not quotation.depth:
                self._places.append(quotation.span.start)
                self._uses.append(now.use)
        first = len(self._starts)
        turns, starts, ends = batch.finished(first)
        if starts:
            self._in_order = self._in_order and (not first or self._starts[-1] < starts[0])
            self._starts.extend(starts)
            self._ends.extend(ends)
            self._turns = joined(self._turns, turns, self.text)
        for turn, spans in batch.further:
            self._further.setdefault(turn.number, []).extend(spans)
            self._ends[turn.number] = spans[-1].end
        self._fragments.extend([turn.number for turn in batch.fragments if not turn.content[1:]])
        self.woven.forget()

    def all(self) -> Sequence[Turn]:
        """The turns in the order of the text, once all of it is read."""
        nobodys = {turn for turn in self._scare() if turn not in self._further}
        if self._in_order and not (nobodys or self._further or self._late):
            return self._turns
        order = range(len(self._starts)) if self._in_order else _order(self._starts, self._ends)
        return packed(self._finished([turn for turn in order if turn not in nobodys]), self.text)

    def _finished(self, order: Sequence[int]) -> Iterator[Turn]:
        """Some of the turns in their order, with all that was found of them later."""
        places = array("q", self._starts)
        for place, number in enumerate(order):
            places[number] = place
        for number in order:
            turn = self._turns[number]
            if number in self._late:
                turn = _turn(self._late[number], turn.content, turn.outer)
            if number in self._further:
                turn.content += tuple(self._further[number])
            if turn.outer is not None:
                turn.outer = places[turn.outer]
            yield turn

    def used(self, quotations: Sequence[Quotation]) -> Sequence[Quotation]:
        """The outermost quotations, each with the use that was found for it; they are taken out of where they are."""
        scare: Iterator[tuple[int, Use]] = ((self._starts[turn], "scare") for turn in self._scare())
        uses = merge(zip(self._places, self._uses, strict=True), scare, key=itemgetter(0))
        coming = next(uses, None)
        return quotations if coming is None else packed(_used(let_go(quotations), chain([coming], uses)), self.text)

    def _scare(self) -> Sequence[int]:
        """The turns that are scare quotes: fragments that nobody is named for, where marks hold whole speeches.

        A novel marks what people say aloud; a fragment in the middle of the writer's sentence is then a word held at a
        distance. News marks the words taken over from a statement, and the same fragment may be somebody's.
        """
        seldom = self._asked < _MANY or self._direct < _MANY
        return () if seldom or (self._said - self._direct) * _RARE > self._said else self._fragments


def _used(quotations: Iterable[Quotation], uses: Iterator[tuple[int, Use]]) -> Iterator[Quotation]:
    """The quotations, with the uses of those that begin at some places."""
    coming = next(uses, None)
    for quotation in quotations:
        use = quotation.use
        while coming is not None and coming[0] <= quotation.span.start:
            use, coming = coming[1], next(uses, None)
        yield quotation if use == quotation.use else changed(quotation, use=use)


@define(eq=False)
class _Batch:
    """The turns that begin in some sentences that are read together."""

    woven: Woven
    turns: list[Turn] = field(factory=list)
    fragments: list[Turn] = field(factory=list)  # those of them that are fragments nobody is named for
    inside: list[tuple[Turn, Report]] = field(factory=list)  # and those that a report is around
    _further: dict[int, tuple[Turn, list[Span]]] = field(factory=dict)  # what goes on with a turn, by its ``id``

    def add(self, candidate: Candidate, now: Candidate) -> None:
        """Make a turn of a candidate, or let one go on; ``now`` is what stands in for it."""
        head = candidate if now.continues is None else _head(now.continues, self.woven)
        span, turn = candidate.quotation.span, head.turn
        if turn is not None:
            self._further.setdefault(id(turn), (turn, []))[1].append(span)
        else:
            begins = self.woven.now(head)
            turn = head.turn = _turn(begins, (span,))
            head.opens = begins is head
            self.turns.append(turn)
            if (around := self.woven.outer.get(id(head))) is not None:
                self.inside.append((turn, around))
            if now.nameless and now.fragment:
                self.fragments.append(turn)
        candidate.turn = turn

    @property
    def further(self) -> list[tuple[Turn, list[Span]]]:
        """What goes on with turns of sentences read before, once it is known which these are."""
        return [*self._further.values()]

    def finished(self, first: int) -> tuple[list[Turn], Sequence[int], Sequence[int]]:
        """The turns in the order of the text, reports among them, and where they begin and end.

        The first gets the number given.
        """
        for turn in [turn for turn, _ in self._further.values() if turn.number < 0]:
            turn.content += tuple(self._further.pop(id(turn))[1])
        turns, outer, reports = self.turns, self.woven.outer, {}
        for report in self.woven.reports:
            turn = reports[id(report)] = _turn(report, report.content)
            turns.append(turn)
            if id(report) in outer:
                self.inside.append((turn, outer[id(report)]))
        starts, ends = [turn.content[0].start for turn in turns], [turn.content[-1].end for turn in turns]
        order = _order(starts, ends)
        if not isinstance(order, range):
            turns, starts, ends = [turns[at] for at in order], [starts[at] for at in order], [ends[at] for at in order]
        for number, turn in enumerate(turns, first):
            turn.number = number
        for turn, around in self.inside:
            turn.outer = reports[id(around)].number
        return turns, starts, ends


def _head(before: Candidate, woven: Woven) -> Candidate:
    """The nearest of those that go on with each other, up to the one given, that is in a turn; else the first."""
    while before.turn is None:
        further = woven.now(before).continues
        if further is None:
            break
        before = further
    return before


def _order(starts: Sequence[int], ends: Sequence[int]) -> Sequence[int]:
    """The order of turns in the text, by where they begin and end; of those that begin together, the longest first.

    It is a range where they are in it.
    """
    if all(map(lt, starts, islice(starts, 1, None))):
        return range(len(starts))
    order = sorted(range(len(ends)), key=ends.__getitem__, reverse=True)
    order.sort(key=starts.__getitem__)
    return order


def _turn(head: Candidate | Report, content: tuple[Span, ...], outer: int | None = None) -> Turn:
    """The turn of a candidate or a report, with the stretches that it takes, and the number of the one around it."""
    kind: Kind = "indirect" if isinstance(head, Report) else head.kind
    clause = head.clause if kind != "direct" else None
    return Turn(
        content, kind, head.source, head.cue, head.addressee, head.confidence, clause, head.said, head.rule,
        head.nameless, outer,
    )  # fmt: skip
