"""differences: where a result is not what a marked sentence says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from quoteattr import Attribution, Span
from quoteattr.markup import Marked, MarkedAttribution, format_marked

Place = tuple[tuple[int, int], ...]


def differences(found: Iterable[Attribution], answer: Marked) -> tuple[str, ...]:
    """What was found otherwise than marked, a line each; nothing if all is right.

    Content, source and cue must be the very stretches marked; content with nothing but white space between
    its stretches counts as one. Where nobody is marked as the speaker, any speaker will do; where the marks
    have no cue, a mark (the colon, the dash) may be found. Words in quotation marks that are not marked may
    come out as an attribution only if it names nobody: no source, no cue, no speaker.

    >>> from quoteattr.markup import parse_marked
    >>> differences((), parse_marked("<“Late!”> {said} [Ann]."))
    ('missed: “Late!”',)
    >>> differences((), parse_marked("Ann read “No entry” on the door."))
    ()
    """
    wanted = {_place(one.content, answer.text): one for one in answer.attributions}
    faults: list[str] = []
    for attribution in found:
        place = _place(attribution.content, answer.text)
        expected = wanted.pop(place, None)
        if expected is None:
            if not names_nobody(attribution):
                faults.append(f"not asked for: {_shown(attribution)}")
        else:
            faults.extend(f"{attribution.text}: {fault}" for fault in _faults(attribution, expected))
    faults.extend(f"missed: {' … '.join(span.text for span in one.content)}" for one in wanted.values())
    return tuple(faults)


def names_nobody(attribution: Attribution) -> bool:
    """Whether it says no more than that words stand in quotation marks."""
    return attribution.source is None and attribution.cue is None and attribution.speaker is None


def marked_of(text: str, found: Iterable[Attribution]) -> str:
    """What was found, as a marked sentence; the speaker is named where it says more than the source.

    >>> from quoteattr import Attribution, Span
    >>> text = "“Late!” said Ann."
    >>> marked_of(text, [Attribution(kind="direct", content=(Span.of(text, 0, 7),))])
    '<“Late!”> said Ann.'
    """
    return format_marked(Marked(text, tuple(_marked(attribution) for attribution in found)))


def _marked(found: Attribution) -> MarkedAttribution:
    source = found.source.span if found.source else None
    speaker = found.speaker.name if found.speaker else None
    if source is not None and speaker == source.text:
        speaker = None
    return MarkedAttribution(found.content, found.cue.spans if found.cue else (), source, speaker)


def _faults(found: Attribution, wanted: MarkedAttribution) -> Iterator[str]:
    source = found.source.span if found.source else None
    if source != wanted.source:
        yield f"source is {_words(source)}, not {_words(wanted.source)}"
    cue = found.cue.spans if found.cue else ()
    by_mark = not wanted.cue and found.cue is not None and found.cue.form == "mark"
    if cue != wanted.cue and not by_mark:
        yield f"cue is {_words(*cue)}, not {_words(*wanted.cue)}"
    speaker = found.speaker.name if found.speaker else None
    if wanted.speaker is not None and speaker != wanted.speaker:
        yield f"speaker is {speaker!r}, not {wanted.speaker!r}"


def _words(*spans: Span | None) -> str:
    there = [span for span in spans if span is not None]
    return " … ".join(f"{span.text!r} at {span.start}" for span in there) or "none"


def _shown(found: Attribution) -> str:
    source = found.source and found.source.text
    cue = found.cue and found.cue.text
    return f"{found.text} (source {source!r}, cue {cue!r}, by {found.rule or 'no rule'})"


def _place(content: tuple[Span, ...], text: str) -> Place:
    """Where the content stands; stretches with nothing but white space between them are one."""
    joined: list[Span] = []
    for span in content:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = evolve(joined[-1], end=span.end)
        else:
            joined.append(span)
    return tuple((span.start, span.end) for span in joined)
