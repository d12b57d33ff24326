r"""Markup: ``<“Late!”> {said} [Ann].`` to text and spans, and back.

Rules, tests, goldens and the documentation all show what is right in the same way, by brackets in the
sentence itself:

========== ================================================================================
``< >``    content, what was said, quotation marks included: ``<“Late,”> {said} [Ann], <“again.”>``
``{ }``    cue, the reporting words: ``{quoted} as {saying}``
``[ ]``    source, the words that name who said it
``>2``     a number behind a closing bracket tells attributions apart; without a number it is 1
``]1+2``   one mark for two attributions: ``<“A,”> {said} [Ann]1+2, {adding}2: <“B.”>2``
``=``      the speaker in full, before a closing bracket: ``[she=Ann Lee]``, ``<“Yes.”=Ann Lee>``
``\``      before a bracket, ``=``, digit or backslash of the text's own
========== ================================================================================

Brackets close in the order in which they were opened: the innermost first. Words in quotation marks that no
bracket holds are said by nobody.
"""

from __future__ import annotations

import re
from typing import Literal

from attrs import evolve, field, frozen
from attrs.validators import min_len

from .errors import MarkupError
from .span import Span

Role = Literal["content", "cue", "source"]

_OPENING: dict[str, Role] = {"<": "content", "{": "cue", "[": "source"}
_CLOSING: dict[str, Role] = {">": "content", "}": "cue", "]": "source"}
_LEFT = {role: sign for sign, role in _OPENING.items()}
_RIGHT = {role: sign for sign, role in _CLOSING.items()}
_SPECIAL = frozenset("<>{}[]\\")
_NUMBERS = re.compile(r"[0-9]+(?:\+[0-9]+)*")
_DIGITS = 9  # of a number, at most
_RANK: dict[Role, int] = {"content": 0, "source": 1, "cue": 2}
_FIRST = 1  # the number of a mark without a number


@frozen
class MarkedAttribution:
    """What the marks of one number say: the content, and how, by whom and by which words it was said.

    >>> parse_marked("<“Late,”> {said} [Ann].").attributions[0].source
    Span(start=13, end=16, text='Ann')
    """

    content: tuple[Span, ...] = field(validator=min_len(1))
    cue: tuple[Span, ...] = ()
    source: Span | None = None
    speaker: str | None = None


@frozen
class Marked:
    """A text without its marks, and what the marks said of it, in the order of the content.

    >>> parse_marked("<“Late!”> {said} [Ann].").text
    '“Late!” said Ann.'
    """

    text: str
    attributions: tuple[MarkedAttribution, ...] = ()


@frozen
class _Mark:
    """One pair of brackets: where it stands in the text, and for which attributions."""

    role: Role
    start: int
    end: int
    numbers: tuple[int, ...]
    speaker: str | None = None


@frozen
class _Open:
    """A bracket that waits for its partner."""

    role: Role
    start: int
    at: int  # where it stands in the marked text


def parse_marked(marked: str) -> Marked:
    r"""The text without its marks, with the attributions that the marks describe.

    >>> marked = parse_marked("<“I lost.”> [Bo=Bo Lind] {said} so, <“twice.”>")
    >>> [span.text for span in marked.attributions[0].content], marked.attributions[0].speaker
    (['“I lost.”', '“twice.”'], 'Bo Lind')
    >>> parse_marked(r"The sign \<exit\> said “mind the gap”.")
    Marked(text='The sign <exit> said “mind the gap”.', attributions=())

    A mark that cannot be read raises, with its place:

    >>> parse_marked("<“Late!” {said} [Ann].")
    Traceback (most recent call last):
    quoteattr.errors.MarkupError: character 0: '<' is never closed, in '<“Late!” {said} [Ann].'
    """
    return _Reader(marked).read()


def format_marked(marked: Marked) -> str:
    """The text with its marks: what ``parse_marked`` reads.

    Numbers are given anew, in the order of the content, and left out where they are 1.

    >>> format_marked(parse_marked("<“A,”>7 {said}7 [Ann]7. <“B,”>4 {said}4 [Bo]4."))
    '<“A,”> {said} [Ann]. <“B,”>2 {said}2 [Bo]2.'

    Stretches that cross cannot be written, and raise:

    >>> crossing = (Span(0, 3, "abc"), Span(2, 4, "cd"))
    >>> format_marked(Marked("abcd", (MarkedAttribution(content=crossing),)))
    Traceback (most recent call last):
    quoteattr.errors.MarkupError: 'abc' and 'cd' cross, and marks cannot: they nest or stand apart
    """
    text = marked.text
    opening: dict[int, list[_Mark]] = {}
    closing: dict[int, list[_Mark]] = {}
    for mark in _nested(_marks_of(marked), text):
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).insert(0, mark)
    pieces: list[str] = []
    inside = 0
    for at in range(len(text) + 1):
        behind = ""
        for mark in closing.get(at, ()):
            behind = _number(mark.numbers)
            pieces.append(_end(mark) + behind)
        inside -= len(closing.get(at, ()))
        opened = opening.get(at, ())
        pieces.extend(_LEFT[mark.role] for mark in opened)
        inside += len(opened)
        if at < len(text):
            follows = at in closing and not opened
            pieces.append(_escaped(text, at, inside=inside > 0, follows=follows, numbered=bool(behind)))
    return "".join(pieces)


@frozen
class _Reader:
    """The state of one reading, from left to right."""

    marked: str
    text: list[str] = field(factory=list)
    waiting: list[_Open] = field(factory=list)
    marks: list[_Mark] = field(factory=list)

    def read(self) -> Marked:
        """All of it: signs one by one, then the marks by their numbers."""
        at = 0
        while at < len(self.marked):
            at = self._step(at)
        if self.waiting:
            first = self.waiting[0]
            raise self._error(first.at, f"{self.marked[first.at]!r} is never closed")
        text = "".join(self.text)
        return Marked(text, _attributions(self.marks, text, self.marked))

    def _step(self, at: int) -> int:
        """Read what stands at a place; where to read on."""
        sign = self.marked[at]
        if sign == "\\":
            if at + 1 == len(self.marked):
                raise self._error(at, "a backslash with nothing behind it")
            self.text.append(self.marked[at + 1])
            return at + 2
        if sign in _OPENING:
            self.waiting.append(_Open(_OPENING[sign], len(self.text), at))
        elif sign in _CLOSING:
            return self._close(at, speaker=None)
        elif sign == "=" and self.waiting:
            return self._speaker(at)
        else:
            self.text.append(sign)
        return at + 1

    def _speaker(self, at: int) -> int:
        """Read ``=Ann Lee`` and the bracket behind it."""
        name: list[str] = []
        to = at + 1
        while to < len(self.marked) and self.marked[to] not in _CLOSING:
            if self.marked[to] in _OPENING:
                raise self._error(to, "a bracket opens inside the name of a speaker")
            to += self.marked[to] == "\\"
            name.append(self.marked[to : to + 1])
            to += 1
        if to >= len(self.marked):
            raise self._error(at, "the name of a speaker is never closed (for a sign of the text's own: \\=)")
        if not name or self.waiting[-1].role == "cue":
            raise self._error(at, "'=' names a speaker, in < > or [ ] (of the text's own: \\=)")
        return self._close(to, speaker="".join(name))

    def _close(self, at: int, speaker: str | None) -> int:
        """Close the bracket opened last; read its numbers."""
        sign = self.marked[at]
        if not self.waiting:
            raise self._error(at, f"{sign!r} closes nothing (of the text's own: \\{sign})")
        opened = self.waiting.pop()
        if opened.role != _CLOSING[sign]:
            wanted = _RIGHT[opened.role]
            raise self._error(at, f"{sign!r} where {wanted!r} must close what character {opened.at} opens")
        if opened.start == len(self.text):
            raise self._error(opened.at, "a mark with nothing in it")
        numbers = _NUMBERS.match(self.marked, at + 1)
        given = numbers.group().split("+") if numbers else [str(_FIRST)]
        if max(map(len, given)) > _DIGITS:
            raise self._error(at + 1, f"a number of more than {_DIGITS} digits")
        names = sorted(set(map(int, given)))
        if not names[0]:
            raise self._error(at + 1, "numbers begin with 1")
        self.marks.append(_Mark(opened.role, opened.start, len(self.text), tuple(names), speaker))
        return numbers.end() if numbers else at + 1

    def _error(self, at: int, what: str) -> MarkupError:
        return MarkupError(f"character {at}: {what}, in {self.marked!r}")


def _attributions(marks: list[_Mark], text: str, marked: str) -> tuple[MarkedAttribution, ...]:
    """The marks put together by their numbers, in the order of the content."""
    found = []
    for number in sorted({number for mark in marks for number in mark.numbers}):
        own = sorted((m for m in marks if number in m.numbers), key=lambda mark: (mark.start, mark.end))
        spans: dict[Role, list[Span]] = {"content": [], "cue": [], "source": []}
        for mark in own:
            spans[mark.role].append(Span.of(text, mark.start, mark.end))
        speakers = {mark.speaker for mark in own if mark.speaker is not None}
        for fault, told in (
            (not spans["content"], "has no content (< >)"),
            (len(spans["source"]) > 1, "has two sources ([ ])"),
            (len({(mark.role, mark.start, mark.end) for mark in own}) < len(own), "has two marks for the same words"),
            (len(speakers) > 1, "has two speakers (=)"),
        ):
            if fault:
                raise MarkupError(f"attribution {number} {told}, in {marked!r}")
        source = spans["source"][0] if spans["source"] else None
        speaker = speakers.pop() if speakers else None
        found.append(MarkedAttribution(tuple(spans["content"]), tuple(spans["cue"]), source, speaker))
    return tuple(sorted(found, key=_place))


def _place(attribution: MarkedAttribution) -> tuple[int, int]:
    """Where the content begins, the longer one first."""
    return attribution.content[0].start, -attribution.content[0].end


def _marks_of(marked: Marked) -> list[_Mark]:
    """The marks of all attributions; equal ones become one mark with several numbers."""
    together: dict[_Mark, list[int]] = {}
    for number, attribution in enumerate(sorted(marked.attributions, key=_place), start=_FIRST):
        spans: list[tuple[Role, Span]] = [("content", span) for span in attribution.content]
        if attribution.source is not None:
            spans.append(("source", attribution.source))
        named = len(spans) - 1 if attribution.source is not None else 0  # the mark that bears the speaker
        spans += [("cue", span) for span in attribution.cue]
        for at, (role, span) in enumerate(spans):
            speaker = attribution.speaker if at == named else None
            together.setdefault(_Mark(role, span.start, span.end, (), speaker), []).append(number)
    return [evolve(mark, numbers=tuple(numbers)) for mark, numbers in together.items()]


def _nested(marks: list[_Mark], text: str) -> list[_Mark]:
    """The marks from the outside in; raises where two of them cross or one does not fit the text."""
    marks = sorted(marks, key=lambda mark: (mark.start, -mark.end, _RANK[mark.role], mark.numbers))
    around: list[_Mark] = []
    for mark in marks:
        if not 0 <= mark.start < mark.end <= len(text):
            raise MarkupError(f"{mark.start} to {mark.end} is no stretch of {len(text)} characters")
        while around and around[-1].end <= mark.start:
            around.pop()
        if around and around[-1].end < mark.end:
            first, second = text[around[-1].start : around[-1].end], text[mark.start : mark.end]
            raise MarkupError(f"{first!r} and {second!r} cross, and marks cannot: they nest or stand apart")
        around.append(mark)
    return marks


def _number(numbers: tuple[int, ...]) -> str:
    return "" if numbers == (_FIRST,) else "+".join(map(str, numbers))


def _end(mark: _Mark) -> str:
    """The closing bracket, behind the speaker where the mark bears one."""
    if mark.speaker is None:
        return _RIGHT[mark.role]
    name = "".join("\\" + sign if sign in _SPECIAL else sign for sign in mark.speaker)
    return f"={name}{_RIGHT[mark.role]}"


def _escaped(text: str, at: int, *, inside: bool, follows: bool, numbered: bool) -> str:
    """A sign of the text's own, with a backslash where it would be read as markup.

    ``inside``: within a mark; ``follows``: right behind a closing bracket, which is ``numbered`` or not.
    """
    sign = text[at]
    is_digit = "0" <= sign <= "9"
    joins = numbered and sign == "+" and "0" <= text[at + 1 : at + 2] <= "9"
    special = sign in _SPECIAL or (inside and sign == "=") or (follows and (is_digit or joins))
    return "\\" + sign if special else sign
