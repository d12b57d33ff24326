"""Turns: candidates put together to what one speaker says in one go, reports among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final

from attrs import field, frozen

from .changed import changed
from .conversation import Turn
from .passage import Candidate
from .reports import Report
from .weave import Woven

Head = Candidate | Report
_MANY: Final = 20  # speeches that show a habit
_RARE: Final = 10  # one in so many is no habit


@frozen(eq=False)
class Turns:
    """The turns of a text in its order, each with the candidate or the report that it was made of."""

    turns: tuple[Turn, ...]
    heads: tuple[Head, ...]
    woven: Woven
    _named: list[bool] = field(init=False, repr=False)  # whether anything tells whose words they are

    @_named.default
    def _tell_named(self) -> list[bool]:
        return [not isinstance(head, Candidate) or not self.woven.now(head).nameless for head in self.heads]

    def named(self) -> list[Turn]:
        """The turns whose speaker is to be found."""
        return list(compress(self.turns, self._named))

    def named_heads(self) -> list[Head]:
        """What those turns were made of."""
        return list(compress(self.heads, self._named))

    def outermost_first(self) -> Iterator[tuple[Turn, Head]]:
        """The turns with what they were made of, the longest first: a report comes before what it holds."""
        pairs = zip(self.turns, self.heads, strict=True)
        return iter(sorted(pairs, key=lambda pair: sum([span.start - span.end for span in pair[0].content])))


def turns_of(candidates: Sequence[Candidate], woven: Woven) -> Turns:
    """The candidates and the reports of a text put together to turns."""
    parts: dict[int, list[Candidate]] = {}
    heads: dict[int, Candidate] = {}
    known: dict[int, Candidate] = {}
    for candidate in candidates:
        if woven.now(candidate).silent:
            continue
        head = known[id(candidate)] = _head(candidate, woven, known)
        heads[id(head)] = head
        parts.setdefault(id(head), []).append(candidate)
    found: list[tuple[Turn, Head]] = [(_turn(head, parts[id(head)], woven), head) for head in heads.values()]
    found.extend((_report_turn(report), report) for report in woven.reports)
    found.sort(key=lambda pair: (pair[0].content[0].start, -pair[0].content[-1].end))
    return Turns(tuple(turn for turn, _ in found), tuple(head for _, head in found), woven)


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


def _head(candidate: Candidate, woven: Woven, known: dict[int, Candidate]) -> Candidate:
    """The candidate that another goes on with, through all that lie between; ``known`` are those found before."""
    before = woven.now(candidate).continues
    while before is not None:
        if id(before) in known:
            return known[id(before)]
        candidate, before = before, woven.now(before).continues
    return candidate


def _turn(head: Candidate, parts: Sequence[Candidate], woven: Woven) -> Turn:
    now = woven.now(head)
    spans = tuple(part.quotation.span for part in parts)
    return Turn(
        content=spans, kind=now.kind, source=now.source, cue=now.cue, addressee=now.addressee, confidence=now.confidence
    )


def _report_turn(report: Report) -> Turn:
    return Turn(
        content=report.content,
        kind="indirect",
        source=report.source,
        cue=report.cue,
        addressee=report.addressee,
        confidence=report.confidence,
    )
