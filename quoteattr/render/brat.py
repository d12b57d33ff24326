"""A result as brat standoff: the annotations beside a text, for the brat annotation tool.

The text itself is the file that was read: ``article.txt`` and ``article.ann`` side by side make a document of brat.
Offsets count characters, as brat does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import field, frozen

from quoteattr import Attribution, Result, Span
from quoteattr.render.allowed import for_utf8
from quoteattr.render.cast import find_outer

CONFIGURATION: Final = """\
[entities]
Source
Cue
Addressee

[events]
Direct Source?:Source, Cue?:Cue, Addressee?:Addressee, Reported_by?:<EVENT>
Mixed Source?:Source, Cue?:Cue, Addressee?:Addressee, Reported_by?:<EVENT>
Indirect Source?:Source, Cue?:Cue, Addressee?:Addressee, Reported_by?:<EVENT>

[relations]

[attributes]
How Arg:<EVENT>, Value:Explicit|Anaphoric|Implicit
Not_said Arg:<EVENT>, Value:Unsaid|Will_say
"""
"""What brat must be told, as ``annotation.conf`` in the folder of the documents."""


def render_brat(result: Result, name: str) -> str:  # noqa: ARG001 - brat knows a document by its file
    r"""The ``.ann`` file: an event for each attribution, with its content as trigger; a note names the speaker.

    >>> text = "“It is late,” he said."
    >>> late = Attribution(kind="direct", content=(Span.of(text, 0, 13),))
    >>> print(render_brat(Result(text=text, attributions=(late,)), "a.txt").expandtabs(4), end="")
    T1  Direct 0 13 “It is late,”
    E1  Direct:T1
    A1  How E1 Implicit
    #1  Confidence E1   1.0
    """
    lines = _Lines()
    for at, (one, outer) in enumerate(zip(result, find_outer(result), strict=True), 1):
        _write_event(lines, one, at, None if outer is None else outer + 1)
    return "".join(f"{line}\n" for line in lines.written)


@frozen
class _Lines:
    """The lines so far, the identifiers of the stretches that have one, and the kinds of attributes and notes."""

    written: list[str] = field(factory=list)
    stretches: dict[tuple[str, tuple[Span, ...]], str] = field(factory=dict)
    attributes: list[str] = field(factory=list)
    notes: list[str] = field(factory=list)

    def stretch(self, kind: str, spans: Iterable[Span]) -> str:
        """The identifier of words, written when they are first asked for."""
        pieces = tuple(piece for span in spans for piece in _on_one_line(span))
        known = self.stretches.get((kind, pieces))
        if known is None:
            known = self.stretches[kind, pieces] = f"T{len(self.stretches) + 1}"
            where = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
            words = " ".join(for_utf8(piece.text).replace("\t", " ") for piece in pieces)
            self.written.append(f"{known}\t{kind} {where}\t{words}")
        return known

    def attribute(self, kind: str, event: str, value: str) -> None:
        """An attribute of an event, a word."""
        self.attributes.append(kind)
        self.written.append(f"A{len(self.attributes)}\t{kind} {event} {value.capitalize().replace(' ', '_')}")

    def note(self, kind: str, event: str, words: object) -> None:
        """A note on an event."""
        one_line = " ".join(for_utf8(str(words)).split())
        self.notes.append(kind)
        self.written.append(f"#{len(self.notes)}\t{kind} {event}\t{one_line}")


def _write_event(lines: _Lines, one: Attribution, at: int, outer: int | None) -> None:
    event, kind = f"E{at}", one.kind.capitalize()
    roles = [f"{kind}:{lines.stretch(kind, one.content)}"]
    if one.source:
        roles.append(f"Source:{lines.stretch('Source', (one.source.span,))}")
    if one.cue:
        roles.append(f"Cue:{lines.stretch('Cue', one.cue.spans)}")
    if one.addressee:
        roles.append(f"Addressee:{lines.stretch('Addressee', (one.addressee.span,))}")
    if outer:
        roles.append(f"Reported_by:E{outer}")
    lines.written.append(f"{event}\t{' '.join(roles)}")
    lines.attribute("How", event, one.how)
    if one.said != "said":
        lines.attribute("Not_said", event, one.said)
    if one.speaker:
        lines.note("Speaker", event, one.speaker.name)
    lines.note("Confidence", event, one.confidence)
    if one.speaker:
        lines.note("Speaker_confidence", event, one.speaker_confidence)
    if one.rule:
        lines.note("Rule", event, one.rule)


def _on_one_line(span: Span) -> Iterator[Span]:
    """The lines of a stretch, without the blanks at their ends: brat allows no line end in words."""
    start = span.start
    for line in span.text.splitlines(keepends=True):
        words = line.strip()
        if words:
            at = start + len(line) - len(line.lstrip())
            yield Span(at, at + len(words), words)
        start += len(line)
