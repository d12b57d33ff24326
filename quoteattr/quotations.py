"""Quotation: a stretch of text in quotation marks; find_quotations: from marks to stretches."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Literal

from attrs import frozen

from .asides import LINKS
from .changed import changed
from .collection import emptied
from .conventions import Convention, read_marks
from .layouts import DASHES, Block, Layout, find_layout, split_speech
from .lexicon import Lexicon, english
from .making import maker
from .marks import Marks, MarkSet, mark_set
from .packed import Packed, joined, let_go, packed
from .pairing import Fault, Stretch, pair_marks, pair_plain
from .span import Span, make_span

MarkStyle = Literal["double", "single", "angle", "corner", "low", "latex", "dash", "label"]
Use = Literal["speech", "scare", "title", "nickname", "heading", "word", "unsaid"]
DiagnosticKind = Literal["unclosed", "unopened", "mismatched", "stray", "doubled", "spaced"]


@frozen(weakref_slot=False)
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


_make_quotation = maker(Quotation)


@frozen(weakref_slot=False)
class Diagnostic:
    """A mark that did not stand as it should: what kind of fault, where, and what was done."""

    kind: DiagnosticKind
    span: Span
    done: str


_STYLES: dict[str, MarkStyle] = {
    "„": "low", "‟": "low", "〝": "low", "‚": "low", "``": "latex", "''": "latex", "‘‘": "latex",
    "’’": "latex",
    "‹": "angle", "›": "angle", "『": "corner", "』": "corner",
}  # fmt: skip
_FAMILIES: dict[str, MarkStyle] = {
    "double": "double",
    "single": "single",
    "angle": "angle",
    "corner": "corner",
}


def find_quotations(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    marks: Sequence[str] | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[tuple[Quotation, ...], tuple[Diagnostic, ...]]:
    """The quotations of a text in their order, nested ones within them, and what was wrong with their marks.

    Args: text: Any text. paragraphs: Where each paragraph starts and ends. marks: The marks to look for:
    names of styles (``double``, ``single``, ``angle``, ``corner``, ``low``, ``latex``, ``dash``,
    ``label``) and pairs such as ``“”``; if ``single`` comes first, single marks are the outer ones. None
    takes them all, and finds the habit of the document in it.

    Raises:
        OptionError: ``marks`` names neither a style nor a pair.

    >>> found, diagnostics = find_quotations("“I said ‘late’,'' said Ann.", [(0, 27)])
    >>> found[0].span.text, found[0].children[0].span.text, diagnostics[0].kind
    ("“I said ‘late’,''", '‘late’', 'mismatched')
    """
    quotations, diagnostics = read_quotations(text, paragraphs, lexicon or english(), marks)
    return tuple(quotations), tuple(diagnostics)


def read_quotations(
    text: str, paragraphs: Sequence[tuple[int, int]], lexicon: Lexicon, marks: Sequence[str] | None = None
) -> tuple[Sequence[Quotation], Sequence[Diagnostic]]:
    """What :func:`find_quotations` tells, packed where it is much; the quotations may be taken out of there."""
    return _read(text, paragraphs, mark_set(None if marks is None else tuple(marks)), lexicon).result()


def _read(text: str, paragraphs: Sequence[tuple[int, int]], wanted: MarkSet, lexicon: Lexicon) -> _Reading:
    """Read the blocks that hold marks or are speech."""
    found, convention = read_marks(text, wanted)
    blocks, speech = find_layout(text, paragraphs, lexicon, dash=wanted.dash, label=wanted.label)
    reading = _Reading(text, blocks, speech, convention, lexicon)
    for index, inside in _marked(found, blocks, speech):
        reading.read(index, inside)
    return reading


def _marked(marks: Marks, blocks: Sequence[Block], speech: Iterable[int]) -> Iterator[tuple[int, Marks]]:
    """The blocks that hold marks or are speech, in their order, each with its marks."""
    places, starts, none = marks.starts, [start for start, _ in blocks] if marks else [], Marks()
    unmarked = iter(speech)
    waiting = next(unmarked, len(blocks))
    at = 0
    while at < len(places):
        index = bisect_right(starts, places[at]) - 1
        end = blocks[index][1] if index >= 0 else 0
        until = bisect_left(places, end, at + 1)
        if places[at] < end:
            while waiting < index:
                yield waiting, none
                waiting = next(unmarked, len(blocks))
            if waiting == index:
                waiting = next(unmarked, len(blocks))
            yield index, marks[at:until]
        at = until
    while waiting < len(blocks):
        yield waiting, none
        waiting = next(unmarked, len(blocks))


class _Reading:
    """The quotations found so far, and what the block read last has left open."""

    def __init__(
        self,
        text: str,
        blocks: Sequence[Block],
        speech: Mapping[int, Layout],
        convention: Convention,
        lexicon: Lexicon,
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.blocks = blocks
        self.speech = speech
        self.convention = convention
        self.found: list[Quotation] | Packed[Quotation] = []
        self.faults: list[Fault] = []
        self.left: Stretch | None = None
        self.last = -2

    def read(self, index: int, marks: Marks) -> None:
        """Read one block, after those before it."""
        text, block, lexicon = self.text, self.blocks[index], self.lexicon
        pairs = None if index in self.speech else pair_plain(text, marks, self.convention)
        if pairs is not None:
            family, left = marks.kinds[pairs[0]].family if pairs else "", None
            told: Iterator[Quotation] = (
                _of_pair(text, marks, *pair, lexicon) for pair in zip(pairs[::2], pairs[1::2], strict=True)
            )
        else:
            carried = self.left.family if self.left and index <= self.last + _REACH else ""
            stretches, faults, left = pair_marks(text, marks, block, self.convention, lexicon=lexicon, carried=carried)
            self.faults += faults
            family = stretches[0].family if stretches else ""
            if index in self.speech:
                told = _laid_out(text, block, self.speech[index], stretches, lexicon)
            else:
                told = (_quotation(text, stretch, 0, lexicon) for stretch in let_go(stretches))
        first = [*islice(told, 2)]  # the others are made when they are needed: there may be very many
        if self.left is not None:
            if first and family == self.left.family and self._goes_on(first[0], index):
                first[0] = changed(first[0], continues=True)
            else:
                self._report(self.left)
        if len(first) == 1 and _is_heading(text, self.blocks, index, first[0], lexicon):
            first[0] = changed(first[0], use="heading")
        self.found = joined(self.found, chain(first, told), text)
        self.left, self.last = left, index

    def _goes_on(self, quotation: Quotation, index: int) -> bool:
        """Whether a quotation goes on with what was left open: it begins its paragraph, the next one.

        Verse or a letter may stand in between where the paragraph has lost its opening mark.
        """
        begins = not self.text[self.blocks[index][0] : quotation.span.start].strip(_EMPHASIS)
        return begins and (index == self.last + 1 or quotation.continues)

    def _report(self, stretch: Stretch) -> None:
        self.faults.append((stretch.start, stretch.inner_start, "unclosed", "ended with its paragraph"))

    def result(self) -> tuple[Sequence[Quotation], Sequence[Diagnostic]]:
        """All quotations in the order of the text, and all that was wrong."""
        if self.left is not None:
            self._report(self.left)
        self.faults.sort()
        diagnostics = (
            Diagnostic(kind, Span(start, end, self.text), done) for start, end, kind, done in emptied(self.faults)
        )
        return self.found, packed(diagnostics, self.text)


_REACH = 5  # paragraphs over which speech left open is remembered
_EMPHASIS = " _*\t\r\n\u200b\ufeff"


def _of_pair(text: str, marks: Marks, opening: int, closing: int, lexicon: Lexicon) -> Quotation:
    """The quotation between two marks that are as they should be."""
    start, inner_end = marks.starts[opening], marks.starts[closing]
    width, sign, family, _, _ = marks.kinds[opening]
    inner_start, end = start + width, inner_end + marks.kinds[closing].width
    named = (
        end - start <= _LONGEST_NICKNAME
        and text[end : end + 1] in _BEHIND_NICKNAME
        and _is_nickname(text, start, end, inner_end, lexicon)
    )
    return _make_quotation(
        make_span(start, end, text),
        make_span(inner_start, inner_end, text),
        _STYLES.get(sign) or _FAMILIES.get(family, "double"),
        0,
        True,
        True,
        False,
        None,
        (),
        "nickname" if named else "speech",
    )


def _quotation(text: str, stretch: Stretch, depth: int, lexicon: Lexicon) -> Quotation:
    start, end, inner_start, inner_end = stretch.start, stretch.end, stretch.inner_start, stretch.inner_end
    return _make_quotation(
        make_span(start, end, text),
        make_span(inner_start, inner_end, text),
        _STYLES.get(stretch.sign) or _FAMILIES.get(stretch.family, "double"),
        depth,
        stretch.opened,
        stretch.closed,
        stretch.continues,
        None,
        tuple([_quotation(text, child, depth + 1, lexicon) for child in stretch.children]) if stretch.children else (),
        "nickname" if _is_nickname(text, start, end, inner_end, lexicon) else "speech",
    )


# --------------------------------------------------------------------------------- speech by the layout


def _laid_out(
    text: str, block: Block, layout: Layout, stretches: Sequence[Stretch], lexicon: Lexicon
) -> Iterator[Quotation]:
    """The speech of a turn or of a line behind a dash, with what is quoted in it and around it."""
    spoken: Sequence[Block] = [block]
    if layout.kind == "dash":
        spoken = split_speech(text, *block, lexicon, [(stretch.start, stretch.end) for stretch in stretches])
    at = 0
    for start, end in spoken:
        while at < len(stretches) and stretches[at].start < start:
            yield _quotation(text, stretches[at], 0, lexicon)
            at += 1
        first = at
        while at < len(stretches) and stretches[at].end <= end:
            at += 1
        if at == first + 1 and (stretches[first].start, stretches[first].end) == (start, end):
            yield _quotation(text, stretches[first], 0, lexicon)  # — Go, said Ann. “It is late.”
            continue
        inner = start
        while layout.kind == "dash" and inner < end and (text[inner] in DASHES or text[inner].isspace()):
            inner += 1
        yield Quotation(
            Span.of(text, start, end),
            Span.of(text, inner, end),
            layout.kind,
            opened=inner > start,
            closed=False,
            continues=layout.kind == "label" and layout.label is None,
            label=layout.label and Span.of(text, *layout.label),
            children=tuple(_quotation(text, stretch, 1, lexicon) for stretch in stretches[first:at]),
        )
    for stretch in stretches[at:]:
        yield _quotation(text, stretch, 0, lexicon)


# ------------------------------------------------------------------------------- what the form alone shows

_LONGEST_HEADING = 100
_LONGEST_NICKNAME = 30
_BEHIND_NICKNAME = frozenset(" )")
_NAME_BEFORE = re.compile(r"(?:\A|[^\w'’.-])([^\W\d_][\w'’.-]*) \Z")
_NAME_BEHIND = re.compile(rf" (?:(?:{'|'.join(sorted(LINKS - {'of'}))}) ){{0,2}}([^\W\d_][\w'’-]*)")


def _is_nickname(text: str, start: int, end: int, inner_end: int, lexicon: Lexicon) -> bool:
    """Whether a quotation stands inside a name: a name on each side, and no comma or full stop at its end."""
    if end - start > _LONGEST_NICKNAME or not text[inner_end - 1].isalnum():
        return False
    start, end = outside_brackets(text, start, end)
    behind = _NAME_BEHIND.match(text, end)
    if behind is None or not _may_be_name(behind[1], lexicon):
        return False
    before = _NAME_BEFORE.search(text, start - _LONGEST_NICKNAME, start)
    return before is not None and _may_be_name(before[1], lexicon)


def outside_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The ends of a quotation with the brackets around it, where they hold nothing else.

    >>> outside_brackets("Robert (“Bob”) Lund", 8, 13)
    (7, 14)
    """
    return (start - 1, end + 1) if text[start - 1 : start] == "(" and text[end : end + 1] == ")" else (start, end)


def _may_be_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may be part of a name: a capital, and neither a word of grammar nor one that reports."""
    if not word[0].isupper() or word.endswith(("'s", "’s")):
        return False
    known = lexicon.word(word)
    small = known.small
    return known.tag == "N" and (small is None or small.verb is None or not small.verb.cue or small.forms == "b")


def _is_heading(text: str, blocks: Sequence[Block], index: int, quotation: Quotation, lexicon: Lexicon) -> bool:
    """Whether a paragraph is a heading: words in marks, or beginning with such; short, and no sentence.

    What ends in a full stop, a comma or a question mark is speech; so is what follows a colon, or is
    followed by a dash with a name.
    """
    start, end = blocks[index]
    if end - start > _LONGEST_HEADING or not quotation.closed:
        return False
    last = text[quotation.inner.end - 1]
    if not (last.isalnum() or last in ")]%") or text[start : quotation.span.start].strip(_EMPHASIS):
        return False
    if index and text[blocks[index - 1][1] - 1] in ":,":
        return False
    if index + 1 < len(blocks) and text[blocks[index + 1][0]] in DASHES:
        return False
    inner = quotation.inner.text
    rest = text[quotation.span.end : end]
    if _SENTENCE_SIGN.search(inner):
        return False
    if not rest.strip(_EMPHASIS):
        return not _PAUSE.search(inner) or _is_title_case(inner)
    words = rest.split()
    return (
        rest[0] == " "
        and rest[-1].isalnum()
        and words[0][0].islower()
        and not _SENTENCE_SIGN.search(rest)
        and not _PAUSE.search(rest)
        and not any((verb := lexicon.word(word).verb) is not None and verb.cue for word in words)
    )


def _is_title_case(words: str) -> bool:
    return all(word[0].isupper() or not word[0].isalpha() for word in words.split() if len(word) > _LONGEST_LINK)


_LONGEST_LINK = 4  # letters of the words that a title leaves small: from, with
_SENTENCE_SIGN = re.compile(r"[.!?…](?:\s|$)")
_PAUSE = re.compile(r"[,;:](?:\s|$)")
