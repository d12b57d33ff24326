"""Quotation: a stretch of text in quotation marks; find_quotations: from marks to stretches."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

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
