"""find_paragraphs: where each paragraph of a text starts and ends.

Nothing in a text says what a line break means, so the text as a whole decides. News has a line for
each paragraph, with or without blank lines between. Old e-books and mail are *wrapped*: a line ends
where the next word found no room, and a blank line or an indented first line starts a paragraph. A
text is wrapped where its lines go on in mid-sentence, in small letters, one line after another:

    They rowed the organ over to the
    island and found that nobody there had
    a key to it.

One line that goes on so among others that do not is a slip, and is joined to the next if it is long
(what breaks off after three words is a list or verse). In wrapped text the turns of a transcript and
of dash dialogue still stand on lines of their own, after a line that ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from .characters import BLANKS
from .collection import emptied

_ENDS = frozenset(".!?…。！？؟।:")  # the last sign of a line that ends a sentence, or announces
_CLOSERS = "”\"’'»)]}*_"  # what may stand behind that sign
_LABEL = r"[A-Z]|[^\W\d_a-z][^\W\d_a-z .’'-]{1,30}|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"  # Q, NAME, Ann Lee
_TURN = re.compile(rf"[-–—―]{{1,2}}[ \xa0]?[^\W\d_a-z]|(?:[•‣▪*·]|\d{{1,3}}[.)]|(?:{_LABEL}):)[ \xa0]")

_HANGING = re.compile(r"\b(?:an?|and|at|by|for|from|her|his|in|its|of|or|the|their|to|with)$")  # not the last word
_RUNNING = re.compile(r"[“”\"«»„‘]|[,.!?][’'] |[^\W\d_]{4}[.!?] ")  # in hardly any heading or caption

_PAIRS = (("“", "”"), ("«", "»"))

Line = tuple[int, int, int]
"""Where a line's text starts and ends, and how far it is indented."""

_MOST_WRAPPED = 0.4  # the share of lines that go on in mid-sentence in a text that is wrapped (found: 0.74 to 0.99)
_SOME_WRAPPED = 0.25  # the same for a few lines together
_FULL = 0.7  # a wrapped line with its successor's first word fills this share of the longest
_ROOM = 0.85  # one that fills no more than this with its successor's first word had room for it
_NARROWEST = 20  # shorter lines than this are lists or verse
_WIDEST = 100  # few texts are wrapped to more
_LONG = 40  # a line as long as this that breaks off in mid-sentence was broken by accident
_INDENT = 2  # so far is the first line of a paragraph indented, at least
_PIECE = 20_000  # characters whose lines are cut out at once
_BLANK_EVERY = 15  # with fewer blank lines than this they do not part paragraphs


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    r"""Where each paragraph starts and ends, without the blanks around it.

    >>> text = "Fog came.\nIt left.\n"
    >>> [text[start:end] for start, end in find_paragraphs(text)]
    ['Fog came.', 'It left.']
    >>> text = "The fog that came at\nseven had left by ten.\n\nNobody saw it go."
    >>> [text[start:end] for start, end in find_paragraphs(text)]
    ['The fog that came at\nseven had left by ten.', 'Nobody saw it go.']
    """
    blocks = _find_blocks(text)
    if max(map(len, blocks), default=1) == 1:
        return [block[0][:2] for block in emptied(blocks)]
    layout = Layout.of(text, blocks)
    paragraphs: list[tuple[int, int]] = []
    for block in emptied(blocks):
        if len(block) == 1:
            paragraphs.append(block[0][:2])
        else:
            paragraphs += layout.divide(text, block)
    return paragraphs


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, cut out of it some at a time: all at once would take many times its room."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + _PIECE) + 1 or len(text)
        yield from text[at:end].splitlines(keepends=True)
        at = end


def _find_blocks(text: str) -> list[list[Line]]:
    """The lines of a text, in groups between blank lines."""
    blocks: list[list[Line]] = []
    block: list[Line] = []
    at = 0
    before = ""
    for line in _lines(text):
        inner = line.strip(BLANKS)
        if inner:
            indent = line.index(inner[0]) if line[0] != inner[0] else 0
            start = at + indent
            block.append((start, start + len(inner), indent))
        elif block and not (line == "\r\n" and before[-1:] == "\r"):  # \r\r\n: one line end, translated twice
            blocks.append(block)
            block = []
        at += len(line)
        before = line
    if block:
        blocks.append(block)
    return blocks


def _goes_on(text: str, line: Line, after: Line) -> bool:
    """Whether a sentence runs from a line into the next."""
    last = text[line[1] - 1]
    if last in _ENDS:
        return False
    return (
        last == "," or text[after[0]].islower() or _HANGING.search(text, max(line[0], line[1] - 6), line[1]) is not None
    )


def _may_go_on(text: str, line: Line, after: Line) -> bool:
    """Whether a line may be part of a sentence although the next begins with a capital: *said / Ann Lee*."""
    return (
        text[line[1] - 1].isalnum()
        and text[after[0]].isalnum()
        and line[1] - line[0] <= _WIDEST
        and _RUNNING.search(text, line[0], line[1]) is not None
        and not _TURN.match(text, after[0], after[1])
    )


def _ends(text: str, line: Line) -> bool:
    """Whether a line ends with the end of a sentence, or with a closing mark."""
    last = text[line[1] - 1]
    return last in _ENDS or last in _CLOSERS


def _length_with_next(text: str, line: Line, after: Line) -> int:
    """How long a line would have been with the first word of the next."""
    first = text[after[0] : min(after[1], after[0] + 40)].split(None, 1)[0]
    return line[1] - line[0] + line[2] + 1 + len(first)


def _are_full(lengths: Sequence[int], width: int) -> bool:
    """Whether most of these lines, with the next word each, come near the width or pass it."""
    return width >= _NARROWEST and sum(length > _FULL * width for length in lengths) * 2 > len(lengths)


@frozen
class Layout:
    """How the lines of a text make paragraphs."""

    wrapped: bool
    spaced: bool  # blank lines part its paragraphs
    width: int  # hardly any line that was wrapped is longer

    @classmethod
    def of(cls, text: str, blocks: Sequence[Sequence[Line]]) -> Layout:
        """The layout for which the lines give evidence."""
        pairs = indented = 0
        broken: list[int] = []  # the lengths of lines that go on in the next
        with_next: list[int] = []  # the same with the first word of the next
        for block in blocks:
            if len(block) == 1:
                continue
            pairs += len(block) - 1
            for line, after in pairwise(block):
                if _goes_on(text, line, after):
                    broken.append(line[1] - line[0])
                    with_next.append(_length_with_next(text, line, after))
                elif after[2] >= line[2] + _INDENT and _ends(text, line):
                    indented += 1
        width = sorted(broken)[len(broken) * 19 // 20] if broken else 0
        return cls(
            wrapped=len(broken) > 1 and len(broken) >= _MOST_WRAPPED * pairs and _are_full(with_next, width),
            spaced=(len(blocks) - 1) * _BLANK_EVERY >= pairs + len(blocks) and len(blocks) > indented,
            width=width,
        )

    def divide(self, text: str, block: list[Line]) -> Iterator[tuple[int, int]]:
        """The paragraphs of several lines between two blank lines; the lines are taken out of their list."""
        width = self.width if self.wrapped else _find_width(text, block)
        base, end = min(line[2] for line in block), block[-1][1]
        start = block[0][0]
        for line, after in pairwise(emptied(block)):
            joined = start < line[0]
            alone = (
                self._parts(text, line, after, width, base)
                if width
                else _stands_alone(text, line, after, joined=joined)
            )
            if alone:
                yield start, line[1]
                start = after[0]
        yield start, end

    def _parts(self, text: str, line: Line, after: Line, width: int, base: int) -> bool:
        """Whether a paragraph ends between these two lines, in text wrapped to a width."""
        if max(line[1] - line[0], after[1] - after[0]) > width * 2 and not _goes_on(text, line, after):
            return True  # too long to have been wrapped
        if not self.spaced and after[2] >= base + _INDENT:
            return not text[after[0]].islower()
        if not _ends(text, line) or _length_with_next(text, line, after) > _ROOM * width:
            return False
        return not self.spaced or _TURN.match(text, after[0], after[1]) is not None


def _find_width(text: str, block: Sequence[Line]) -> int:
    """The width to which these few lines were wrapped; 0 if they were not."""
    lengths = [
        _length_with_next(text, line, after)
        for line, after in pairwise(block)
        if _goes_on(text, line, after) or _may_go_on(text, line, after)
    ]
    longest = max(line[1] - line[0] + line[2] for line in block)
    wrapped = lengths and len(lengths) >= _SOME_WRAPPED * (len(block) - 1) and _are_full(lengths, longest)
    return longest if wrapped else 0


def _stands_alone(text: str, line: Line, after: Line, *, joined: bool) -> bool:
    """Whether a line is a paragraph where each line is one. A long one that breaks off is an accident.

    So is one with a quotation left open; then a name may be broken, too (``joined``: the line goes on with another).
    """
    if not _goes_on(text, line, after):
        return not (joined and _may_go_on(text, line, after))
    return line[1] - line[0] < _LONG and not joined and not _leaves_open(text, line)


def _leaves_open(text: str, line: Line) -> bool:
    """Whether a quotation begins in a line and does not end there."""
    start, end, _ = line
    straight = text.count('"', start, end) % 2 == 1
    return straight or any(text.count(left, start, end) > text.count(right, start, end) for left, right in _PAIRS)
