"""Quotation: a stretch of text in quotation marks; find_quotations: from marks to stretches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from attrs import evolve, frozen


from .marks import find_marks, mark_set
from .pairing import Stretch, pair_marks
from .span import Span

MarkStyle = Literal["double", "single", "angle", "corner", "low", "latex", "dash", "label"]
Use = Literal["speech", "scare", "title", "nickname", "heading", "word", "unsaid"]
DiagnosticKind = Literal["unclosed", "unopened", "mismatched", "stray", "doubled", "spaced"]


@frozen
class Quotation:
    """A stretch in quotation marks, behind a dialogue dash, or behind the label of a transcript.

    ``span`` takes in the marks (and the dash, but not the label), ``inner`` leaves them out. ``opened`` and
    ``closed`` tell whether the mark stands in the text. ``continues`` is true where the paragraph
    re-opens the speech that the paragraph before left open. ``depth`` is 0 for the outermost.
    """

    span: Span
    inner: Span
    style: MarkStyle
    depth: int = 0
    opened: bool = True
    closed: bool = True
    continues: bool = False
    label: Span | None = None
    children: tuple[Quotation, ...] = ()
    use: Use = "speech"


@frozen
class Diagnostic:
    """A mark that did not stand as it should: what kind of fault, where, and what was done."""

    kind: DiagnosticKind
    span: Span
    done: str


_STYLES: dict[str, MarkStyle] = {
    "„": "low", "‟": "low", "〝": "low", "‚": "low", "``": "latex", "''": "latex", "‘‘": "latex", "’’": "latex",
}  # fmt: skip
_FAMILY_STYLES: dict[str, MarkStyle] = {
    "double": "double", "single": "single", "angle": "angle", "small angle": "angle", "corner": "corner", "white corner": "corner",
}  # fmt: skip


def find_quotations(
    text: str, paragraphs: Sequence[tuple[int, int]], marks: Sequence[str] | None = None
) -> tuple[tuple[Quotation, ...], tuple[Diagnostic, ...]]:
    """The quotations of a text in their order, the nested ones within them, and what was wrong with their marks.

    >>> found, diagnostics = find_quotations("“It is 'late',\\" said Ann.", [(0, 26)])
    >>> found[0].span.text, found[0].children[0].span.text, diagnostics[0].kind
    ("“It is 'late',\\"", "'late'", 'mismatched')
    """
    wanted = mark_set(None if marks is None else tuple(marks))
    found, convention = find_marks(text, wanted)
    quotations: list[Quotation] = []
    diagnostics: list[Diagnostic] = []
    starts = [start for start, _ in paragraphs]
    at = 0
    before = -2
    left: Stretch | None = None
    while at < len(found):
        index = bisect_right(starts, found[at].start) - 1
        if index < 0 or found[at].start >= paragraphs[index][1]:
            at += 1
            continue
        start, end = paragraphs[index]
        until = at + 1
        while until < len(found) and found[until].start < end:
            until += 1
        inside = found[at:until]
        at = until
        carried = left.family if left is not None and index == before + 1 else ""
        stretches, faults = pair_marks(text, inside, start, end, convention, carried=carried)
        if left is not None:
            if carried and stretches and _reopens(text, stretches[0], start, left):
                if stretches[0].opened: stretches[0].continues = True
            else:
                diagnostics.append(Diagnostic("unclosed", Span.of(text, left.start, left.inner_start), "ended with its paragraph"))
        for stretch in stretches:
            quotations.append(_quotation(text, stretch, 0))
        for kind, s, e, done in faults:
            diagnostics.append(Diagnostic(kind, Span.of(text, s, e), done))
        left = stretches[-1] if stretches and not stretches[-1].closed and stretches[-1].end >= len(text[start:end].rstrip()) + start else None
        before = index
    if left is not None:
        diagnostics.append(Diagnostic("unclosed", Span.of(text, left.start, left.inner_start), "ended with its paragraph"))
    return tuple(quotations), tuple(diagnostics)


def _reopens(text: str, stretch: Stretch, start: int, left: Stretch) -> bool:
    return stretch.family == left.family and not text[start : stretch.start].strip(" _*\t\n")


def _quotation(text: str, stretch: Stretch, depth: int) -> Quotation:
    return Quotation(
        Span.of(text, stretch.start, stretch.end), Span.of(text, stretch.inner_start, stretch.inner_end),
        _STYLES.get(stretch.sign) or _FAMILY_STYLES.get(stretch.family, "double"),
        depth, stretch.opened, stretch.closed, stretch.continues, None,
        tuple([_quotation(text, child, depth + 1) for child in stretch.children]) if stretch.children else (),
    )
