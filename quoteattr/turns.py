"""Turns: candidates put together to what one speaker says in one go, reports among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from typing import Final

from attrs import field, frozen

from .changed import changed
from .conversation import Turn
from .passage import Candidate, Kind
from .reports import Report
from .span import Span
from .weave import Woven

Head = Candidate | Report
_MANY: Final = 20  # speeches that show a habit
_RARE: Final = 10  # one in so many is no habit


@frozen(eq=False)
class Turns:
    """The turns of a text in its order, each with the candidate or the report that it was made of.

    ``now`` are those candidates and reports as weaving left them.
    """

    turns: tuple[Turn, ...]
    heads: tuple[Head, ...]
    now: tuple[Head, ...]
    outer: Mapping[int, Report]  # the report around each of the heads, by ``id`` of these
    _named: list[bool] = field(init=False, repr=False)  # whether anything tells whose words they are

    @_named.default
    def _tell_named(self) -> list[bool]:
        return [isinstance(now, Report) or not now.nameless for now in self.now]

    def named(self) -> list[Turn]:
        """The turns whose speaker is to be found."""
        return list(compress(self.turns, self._named))

    def named_heads(self) -> list[Head]:
        """What those turns were made of."""
        return list(compress(self.heads, self._named))

    def outermost_first(self) -> Iterable[tuple[Turn, Head, Head]]:
        """The turns with what they were made of, at first and now: a report comes before what it holds."""
        found = zip(self.turns, self.heads, self.now, strict=True)
        return sorted(found, key=_shortness) if self.outer else found


def _shortness(found: tuple[Turn, Head, Head]) -> int:
    """What is less the longer a turn is."""
    return sum([span.start - span.end for span in found[0].content])


def turns_of(candidates: Sequence[Candidate], woven: Woven) -> Turns:
    """The candidates and the reports of a text put together to turns."""
    parts: dict[int, list[Candidate]] = {}
    heads: dict[int, Candidate] = {}
    known: dict[int, Candidate] = {}
    for candidate in candidates:
        now = woven.now(candidate)
        if now.silent:
            continue
        head = known[id(candidate)] = candidate if now.continues is None else _head(now.continues, woven, known)
        heads[id(head)] = head
        parts.setdefault(id(head), []).append(candidate)
    found: list[tuple[Turn, Head, Head]] = []
    for key, head in heads.items():
        now = woven.now(head)
        found.append((_turn(now, tuple([part.quotation.span for part in parts[key]]), now.kind), head, now))
    found += [(_turn(report, report.content, "indirect"), report, report) for report in woven.reports]
    found.sort(key=_place_of)
    turns, all_heads, all_now = zip(*found, strict=True) if found else ((), (), ())
    return Turns(turns, all_heads, all_now, woven.outer)


def _place_of(found: tuple[Turn, Head, Head]) -> tuple[int, int]:
    """Where a turn begins and, of those that begin there, the longest first."""
    content = found[0].content
    return content[0].start, -content[-1].end


def settle_fragments(candidates: Sequence[Candidate], woven: Woven) -> None:
    """Take fragments that nobody is named for as scare quotes, in a text whose marks hold whole speeches.

    A novel marks what people say aloud; a fragment in the middle of the writer's sentence is then a word held at a
    distance. News marks the words taken over from a statement, and the same fragment may be somebody's.
    """
    said = [now for now in map(woven.now, candidates) if not now.silent and not now.nameless]
    speeches = sum(now.kind == "direct" for now in said)
    if speeches < _MANY or (len(said) - speeches) * _RARE > len(said):
        return
    for candidate in candidates:
        now = woven.now(candidate)
        if now.nameless and now.fragment:
            woven.changed[id(candidate)] = changed(now, silent=True, nameless=False, use="scare")


def _head(before: Candidate, woven: Woven, known: Mapping[int, Candidate]) -> Candidate:
    """The first of those that go on with each other, up to the one given; ``known`` are those found before."""
    while id(before) not in known:
        further = woven.now(before).continues
        if further is None:
            return before
        before = further
    return known[id(before)]


def _turn(head: Head, content: tuple[Span, ...], kind: Kind) -> Turn:
    """The turn of a candidate or a report, with the stretches that it takes."""
    return Turn(
        content=content, kind=kind, source=head.source, cue=head.cue, addressee=head.addressee,
        confidence=head.confidence,
    )  # fmt: skip
