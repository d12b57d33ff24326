"""What the page shows of a result, ready for its template: the marked text, the speakers, the notes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import frozen

from quoteattr import Attribution, Explanation, Quotation, Result
from quoteattr.render.cast import Cast
from quoteattr.render.nesting import Piece, find_blocks, nest, write_nested
from quoteattr.render.text import printable

UNSURE: Final = 0.6  # confidence below which an attribution is shown as uncertain
COLOURS, PATTERNS = 8, 4
NOT_KNOWN: Final = "not known"
KINDS: Final = ("direct", "mixed", "indirect")

_LONGEST_NOTE = 240  # characters of a quotation in its note: all of it stands in the text
_LONGEST_HEADLINE = 120
_LINE_OF_VERSE = 56  # characters: shorter lines are meant, longer ones were wrapped
_MOST_REASONS, _MOST_REJECTED, _LONGEST_REASON = 4, 2, 160
_LEAF = 40  # paragraphs that a browser lays out together, when they come into view
_STRIP = 1000  # units of a strip, as wide as the text is long


@frozen(kw_only=True)
class SpeakerView:
    """A speaker as the list shows it; ``number`` is -1 for those who are not known."""

    number: int
    name: str
    initials: str
    colour: str
    count: int
    percent: str
    bar: float
    strip: str
    where: str


@frozen(kw_only=True)
class NoteView:
    """An attribution as its note shows it."""

    speaker: SpeakerView
    initials: str
    who: str
    verb: str
    words: str
    kind: str
    said: str
    at: int
    confidence: int
    unsure: bool
    reasons: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class KindView:
    """A button that chooses a kind, or what is uncertain."""

    key: str
    value: str
    label: str
    count: int


@frozen(kw_only=True)
class DocumentView:
    """A document as the page shows it."""

    id: str
    name: str
    words: int
    facts: str
    text: Any
    speakers: tuple[SpeakerView, ...]
    named: int
    kinds: tuple[KindView, ...]
    notes: tuple[NoteView, ...]


def see(result: Result, id_: str, name: str) -> DocumentView:
    """A result as the page shows it; ``id_`` begins all identifiers."""
    cast = Cast.of(result)
    numbers = [-1 if one.speaker is None else cast.number(one.speaker) or 0 for one in result]
    speakers = _see_speakers(result, cast, numbers)
    by_number = {speaker.number: speaker for speaker in speakers}
    notes = tuple(
        _see_note(one, by_number[number], len(result.text)) for one, number in zip(result, numbers, strict=True)
    )
    words = len(result.text.split())
    named = sum(speaker.number >= 0 for speaker in speakers)
    return DocumentView(
        id=id_,
        name=printable(name) or "text",
        words=words,
        facts=_facts(words, notes, named),
        text=_mark_up(result, id_, notes),
        speakers=speakers,
        named=named,
        kinds=tuple(_see_kinds(notes)),
        notes=notes,
    )


def _facts(words: int, notes: Sequence[NoteView], named: int) -> str:
    counts = [(words, "word"), (len(notes), "quotation"), (named, "speaker")]
    shown = [f"{count:,} {what}{'' if count == 1 else 's'}" for count, what in counts]
    unsure = sum(note.unsure for note in notes)
    return ", ".join([*shown, f"{unsure:,} uncertain"] if unsure else shown)


def _see_kinds(notes: Sequence[NoteView]) -> Iterator[KindView]:
    counts = Counter(note.kind for note in notes)
    for kind in KINDS:
        if counts[kind]:
            yield KindView(key="kind", value=kind, label=kind.capitalize(), count=counts[kind])
    unsure = sum(note.unsure for note in notes)
    if unsure:
        yield KindView(key="unsure", value="1", label="Uncertain", count=unsure)


# --------------------------------------------------------------------------------------- who speaks


def _see_speakers(result: Result, cast: Cast, numbers: Sequence[int]) -> tuple[SpeakerView, ...]:
    """The speakers, those with the most words first, those not known last."""
    said: dict[int, list[Attribution]] = {}
    for one, number in zip(result, numbers, strict=True):
        said.setdefault(number, []).append(one)
    words = {number: sum(len(one.text.split()) for one in mine) for number, mine in said.items()}
    most, total = max(words.values(), default=0) or 1, sum(words.values()) or 1
    order = sorted(said, key=lambda number: (number < 0, -words[number], number))
    initials = _initials([cast.speakers[number].name for number in order if number >= 0])
    return tuple(
        SpeakerView(
            number=number,
            name=(printable(cast.speakers[number].name) or "?") if number >= 0 else NOT_KNOWN.capitalize(),
            initials=initials[rank] if number >= 0 else "?",
            colour=f"{rank % COLOURS} p{rank // COLOURS % PATTERNS}" if number >= 0 else "x",
            count=len(said[number]),
            percent=_percent(words[number] / total),
            bar=round(100 * words[number] / most, 1),
            strip=_strip(said[number], len(result.text)),
            where=_where(said[number], len(result.text)),
        )
        for rank, number in enumerate(order)
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %" if share >= 0.01 or not share else "under 1 %"


def _initials(names: Sequence[str]) -> list[str]:
    """Letters for each name that no other name has.

    >>> _initials(["Ann Lee", "Al Loy", "the board", "…", "Bo"])
    ['AL', 'AL2', 'BO', '?', 'BO2']
    """
    counts: Counter[str] = Counter()
    found = []
    for name in names:
        words = re.findall(r"[^\W\d_]+|\d+", name)
        words = [word for word in words if word not in _SMALL] or words
        letters = "".join(word[0] for word in (words[0], words[-1])) if len(words) > 1 else "".join(words)[:2]
        key = letters.upper()[:3] or "?"
        counts[key] += 1
        found.append(key if counts[key] == 1 else f"{key}{counts[key]}")
    return found


_SMALL = frozenset("a an the of for and in on at to Mr Mrs Ms Miss Dr Sir Lady Lord Prof The".split())


def _strip(mine: Sequence[Attribution], length: int) -> str:
    """Where the words stand, as the path of an SVG image that is as wide as the text is long."""
    boxes = []
    for one in mine:
        for span in one.content:
            start = min(_STRIP * span.start // max(length, 1), _STRIP - 3)
            wide = max(3, _STRIP * len(span) // max(length, 1))
            boxes.append(f"M{start} 0h{wide}v10h-{wide}z")
    return "".join(dict.fromkeys(boxes))


def _where(mine: Sequence[Attribution], length: int) -> str:
    first, last = (100 * mine[at].start // max(length, 1) for at in (0, -1))
    return f"at {first} % of the text" if first == last else f"from {first} % to {last} % of the text"


# --------------------------------------------------------------------------------------- the notes


def _see_note(one: Attribution, speaker: SpeakerView, length: int) -> NoteView:
    sure = one.speaker_confidence or one.confidence
    unsure = one.speaker is None or sure < UNSURE
    return NoteView(
        speaker=speaker,
        initials=f"{speaker.initials}?" if unsure and one.speaker is not None else speaker.initials,
        who=speaker.name,
        verb=printable(one.cue.words) if one.cue is not None else "",
        words=_short(printable(one.text), _LONGEST_NOTE),
        kind=one.kind,
        said=one.said,
        at=_STRIP * one.start // max(length, 1),
        confidence=round(100 * sure),
        unsure=unsure,
        reasons=tuple((term, printable(text)) for term, text in _reasons(one, one.explain())),
    )


def _reasons(one: Attribution, why: Explanation) -> Iterator[tuple[str, str]]:
    if one.source is not None:
        described = f", {one.source.description.text}" if one.source.description is not None else ""
        yield "Source", f"{one.source.text}{described} ({one.source.form})"
    if one.cue is not None:
        yield "Cue", f"{one.cue.text} ({one.cue.form})"
    if one.addressee is not None:
        yield "Told to", one.addressee.text
    if one.reported_by is not None:
        yield "Reported by", _short(why.reported_by)
    if why.rule:
        claim = _EMPHASIS.sub(r"“\1”", why.claim)
        yield "Rule", f"{claim} ({why.rule})" if claim else why.rule
    reasons = [reason for reason in (why.nothing, *why.evidence) if reason]
    if reasons:
        yield "Evidence", "; ".join(reasons[:_MOST_REASONS]) + ("; …" if len(reasons) > _MOST_REASONS else "")
    for lost in why.rejected[:_MOST_REJECTED]:
        who = lost.speaker or (lost.source.text if lost.source is not None else "no source")
        yield "Not taken", _short(f"{who}: {lost.why}")


def _short(text: str, most: int = _LONGEST_REASON) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


_EMPHASIS = re.compile(r"\*([^*]+)\*")  # how a claim writes its examples


# --------------------------------------------------------------------------------------- the text


@frozen
class _Mark:
    """A stretch that is marked: as what, for which attributions, and which stretch of the content it is."""

    role: str
    ats: tuple[int, ...]
    stretch: int = 0


def _mark_up(result: Result, id_: str, notes: Sequence[NoteView]) -> Any:
    """The text as paragraphs of HTML with all that was found."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2

    blocks = find_blocks(result)
    pieces = nest(_marks(result), blocks)
    starts = [piece.start for piece in pieces]
    paragraphs = [
        _paragraph(
            result.text, block, pieces[bisect_left(starts, block[0]) : bisect_left(starts, block[1])], id_, notes
        )
        for block in blocks
    ]
    leaves = ("\n".join(paragraphs[at : at + _LEAF]) for at in range(0, len(paragraphs), _LEAF))
    return Markup("\n").join(Markup(f'<div class="leaf">{leaf}</div>') for leaf in leaves)  # noqa: S704 - escaped


def _paragraph(
    text: str, block: tuple[int, int], pieces: Sequence[Piece[_Mark]], id_: str, notes: Sequence[NoteView]
) -> str:
    words = text[block[0] : block[1]]
    lines = words.split("\n")
    style = ""
    if block[0] < _LONGEST_HEADLINE // 10 and len(words) <= _LONGEST_HEADLINE and words[-1:].isalnum():
        style = ' class="first"'
    elif len(lines) > 1 and max(map(len, lines)) <= _LINE_OF_VERSE:
        style = ' class="verse"'
    inside = "".join(write_nested(text, pieces, _write, lambda piece: _tags(piece, id_, notes), block))
    return f"<p{style}>{inside}</p>"


def _marks(result: Result) -> Iterator[tuple[int, int, _Mark]]:
    shared: dict[tuple[str, int, int], list[int]] = {}
    for at, one in enumerate(result):
        for stretch, span in enumerate(one.content):
            yield span.start, span.end, _Mark("q", (at,), stretch)
        for span in one.cue.spans if one.cue is not None else ():
            shared.setdefault(("cue", span.start, span.end), []).append(at)
        if one.source is not None:
            shared.setdefault(("src", one.source.span.start, one.source.span.end), []).append(at)
    yield from ((start, end, _Mark(role, tuple(ats))) for (role, start, end), ats in shared.items())
    yield from (
        (quotation.span.start, quotation.span.end, _Mark(quotation.use, ()))
        for quotation in _all_quotations(result.quotations)
        if quotation.use not in {"speech", "heading"}
    )


def _all_quotations(quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    for one in quotations:
        yield one
        yield from _all_quotations(one.children)


def _tags(piece: Piece[_Mark], id_: str, notes: Sequence[NoteView]) -> tuple[str, str]:
    """The tags around a piece; the first piece of an attribution has a badge that leads to its note."""
    mark = piece.what
    if not mark.ats:
        return f'<span class="use" title="{_NOBODY.get(mark.role, mark.role)}">', "</span>"
    at = mark.ats[0]
    note = notes[at]
    numbers = " ".join(map(str, mark.ats))
    if mark.role == "cue":
        return f'<span class="cue" data-n="{numbers}">', "</span>"
    if mark.role == "src":
        return f'<span class="src c{note.speaker.colour}" data-n="{numbers}">', "</span>"
    unsure = " unsure" if note.unsure else ""
    opened = f'<span class="q {note.kind} c{note.speaker.colour}{unsure}" data-n="{numbers}">'
    if piece.part:
        return opened, "</span>"
    if mark.stretch:
        return f'{opened}<span class="b" aria-hidden="true">{_write(note.initials)}</span>', "</span>"
    aloud = f'<span class="v"> {_write(note.who)}, {note.kind}{", uncertain" if note.unsure else ""}: </span>'
    badge = f'<a class="b" id="{id_}q{at}" href="#{id_}n{at}">{_write(note.initials)}{aloud}</a>'
    return f"{opened}{badge}", "</span>"


_NOBODY = {
    "scare": "Nobody says it: the writer’s own marks",
    "title": "Nobody says it: a title",
    "nickname": "Nobody says it: a nickname",
    "word": "Nobody says it: words as words",
    "unsaid": "Nobody says it: the text denies it or leaves it open",
}

# Signs that would turn the direction of writing; they are shown by their names and do nothing.
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NOT_HTML = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def _write(text: str) -> str:
    from markupsafe import escape  # noqa: PLC0415 - comes with Jinja2

    shown = str(escape(_NOT_HTML.sub("\ufffd", text)))
    return _TURNS.sub(lambda sign: f'<span class="ctl">U+{ord(sign[0]):04X}</span>', shown)
