"""Stretch; pair_marks: the marks of one paragraph made into stretches of quoted text, whatever state they are in.

Marks are read once, from left to right. What a mark does depends on two things: how it looks
(:mod:`quoteattr.marks`) and what is open. Of its own family there may be nothing open (``shut``), there may be a
stretch open right here (``open``), or one further out, with a stretch of another family begun since
(``behind``). The table ``ACTIONS`` gives what is done in each case; each entry is a method of ``_Pairing``.

Well-made text needs three entries: what opens opens, what closes closes, and what opens within another family
nests. The others mend. They rest on four observations:

* Whoever forgets a mark makes one mistake, not two. An opening mark before another has been closed therefore begins
  a quotation in the quotation where enough closing marks follow for both; else the earlier one lost its
  closing mark, and ends where the new one begins, or at the reporting words before that.
* An apostrophe looks like a closing mark, but a closing mark of a higher rank follows it before the next opening one:
  in *'The boys' tent,' he said*, the second does not close. So a mark closes unless a surer one follows.
* A single mark that is never closed was an apostrophe, and a double one was a measure, if either could have been.
  What had been read as inside it belongs to what is around it.
* A closing mark with nothing open lost its opening one at the start of its sentence, since it is there that speech begins.

Nothing reaches past the paragraph, except that a speech left open goes on where the next paragraph opens again.

A mark is looked at a fixed number of times and stretches nest at most ``DEEPEST`` levels, so that the time grows as the
text does, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from .asides import find_aside
from .conventions import Convention
from .marks import CLOSERS, Look, Mark

DEEPEST = 8
_FEW = 24  # characters of words in marks of which the closing one looks like an apostrophe: the 'boys' came
_SURE = 3  # the rank of a mark that is nothing else

FaultKind = Literal["unclosed", "unopened", "mismatched", "stray", "doubled", "spaced"]
Fault = tuple[int, int, FaultKind, str]  # where it stands, what is wrong, and what was done


class Stretch:
    """A stretch of quoted text while its marks are being paired: open until ``end`` is set."""

    __slots__ = ("children", "closed", "continues", "end", "family", "firm", "inner_end", "inner_start", "opened", "sign", "start")

    def __init__(self, mark: Mark, *, firm: bool, opened: bool = True) -> None:
        self.sign = mark.sign
        self.family = mark.family
        self.start = mark.start
        self.inner_start = mark.end if opened else mark.start
        self.inner_end = self.end = -1
        self.opened = opened
        self.closed = False
        self.continues = False
        self.firm = firm
        self.children: list[Stretch] = []


class _Pairing:
    """The stretches of one paragraph, while its marks are read."""

    def __init__(self, text: str, marks: Sequence[Mark], start: int, end: int, convention: Convention, *, carried: str) -> None:
        self.text = text
        self.marks = marks
        self.start = start
        self.end = end
        self.single = convention.single
        self.carried = carried
        self.found: list[Stretch] = []
        self.open: list[Stretch] = []
        self.levels: dict[str, int] = {}
        self.too_deep: dict[str, int] = {}
        self.faults: list[Fault] = []
        self.floor = start  # what stands before it is known to hold no start of speech
        self.left: Stretch | None = None
        self._ahead: list[tuple[int, int]] | None = None

    # ------------------------------------------------------------------------------------------ looking ahead

    def ahead(self, at: int) -> tuple[int, int]:
        """Of the marks of the same family behind one: the highest rank that closes before one opens; surplus of closing ones."""
        if self._ahead is None:
            self._ahead = _look_ahead(self.marks, single=self.single)
        return self._ahead[at]

    # --------------------------------------------------------------------------------------------- what is done

    def begin(self, at: int) -> None:
        """Open a stretch, or pass an apostrophe that looks like an opening mark."""
        mark = self.marks[at]
        if mark.family == "single":
            if mark.rank < _SURE and not self._opens_anyway(at):
                return
            firm = self.single and not self.open
        else:
            firm = True
        self._push(mark, firm=firm)

    def _opens_anyway(self, at: int) -> bool:
        """Whether a single mark before a word that may have lost letters opens all the same."""
        mark = self.marks[at]
        if self.single and not self.open:
            return mark.rank > 0 or not self._elides(mark)
        if mark.rank == 0 and mark.sign != "‘":
            return False
        return self.ahead(at)[0] > 0

    def _push(self, mark: Mark, *, firm: bool) -> None:
        if len(self.open) >= DEEPEST:
            self.too_deep[mark.family] = self.too_deep.get(mark.family, 0) + 1
            return
        self.open.append(Stretch(mark, firm=firm))
        self.levels[mark.family] = self.levels.get(mark.family, 0) + 1

    def begin_again(self, at: int) -> None:
        """An opening mark where its family is open: nested if both can be closed, else the earlier one was forgotten."""
        mark = self.marks[at]
        top = self.open[-1]
        levels = self.levels[mark.family] + self.too_deep.get(mark.family, 0)
        surplus = self.ahead(at)[1]
        if mark.family == "single" and (mark.rank < _SURE or self._elides(mark)):
            return
        if surplus > levels:
            self._push(mark, firm=mark.family != "single")
        elif top.family == mark.family and top.inner_start == mark.start:
            top.inner_start = mark.end
            self._fault("doubled", mark, "read as one mark")
        else:
            while self.levels.get(mark.family):
                self._forgotten(mark.start)
            self.begin(at)

    def _elides(self, mark: Mark) -> bool:
        """Whether a single mark inside single marks stands in mid-sentence before a small letter: 'oss, 'eathen."""
        before = self.text[max(0, mark.start - 3) : mark.start].rstrip()
        return mark.sign != "‘" and before[-1:].isalnum() and self.text[mark.end : mark.end + 1].islower()

    def _forgotten(self, limit: int) -> None:
        """End the innermost stretch, whose closing mark is missing, before the next one or its reporting words."""
        top = self.open[-1]
        if not top.firm and not self._certain(top):
            self._drop()
            return
        aside = find_aside(self.text, top.children[-1].end if top.children else top.inner_start, limit)
        end = _trimmed(self.text, top.inner_start, aside[0] if aside else limit)
        if end <= top.inner_start:
            self._drop()
            return
        self.faults.append((top.start, top.inner_start, "unclosed", "ended before the next quotation"))
        self._finish(end, end)

    def finish(self, at: int) -> None:
        """Close the stretch that is open here."""
        mark = self.marks[at]
        if self._passes(at):
            return
        top = self.open[-1]
        if not mark.rank and not top.firm and mark.start - top.inner_start > _FEW:
            return
        if mark.sign not in CLOSERS.get(top.sign, mark.sign):
            self._fault("mismatched", mark, f"taken to close {top.sign}")
        self._close(mark)

    def _close(self, mark: Mark) -> None:
        top = self.open[-1]
        if mark.start == top.inner_start and not top.children:
            self._drop()
            self._fault("stray", mark, "nothing stands between the marks: left out")
            return
        if top.family == "double" and (self.text[top.inner_start].isspace() or self.text[mark.start - 1].isspace()):
            self._fault("spaced", mark, "the blank inside the marks left as it is")
        if len(top.children) == 1 and _is_double(top, top.children[0], mark):
            self.faults.append((top.start, top.children[0].inner_start, "doubled", "read as one mark"))
            top.inner_start, inner_end = top.children[0].inner_start, top.children[0].inner_end
            top.children = top.children[0].children
        else:
            inner_end = mark.start
        top.closed = True
        self._finish(inner_end, mark.end)

    def _passes(self, at: int) -> bool:
        """Whether a mark is an apostrophe, a measure, or a mark that was too deep to be opened."""
        mark = self.marks[at]
        best, surplus = self.ahead(at) if mark.rank < _SURE and mark.look == "closes" else (-1, 0)
        if best > mark.rank and surplus >= self.levels[mark.family]:
            return True
        if self.too_deep.get(mark.family):
            self.too_deep[mark.family] -= 1
            return True
        return False

    def finish_behind(self, at: int) -> None:
        """Close a stretch further out: what stands open within it was never closed."""
        mark = self.marks[at]
        if mark.family == "single" and (mark.rank < _SURE or self._closes_later(at, self.open[-1].family)):
            return
        if self._passes(at):
            return
        while self.open[-1].family != mark.family:
            self._leave(mark.start)
        self.finish(at)

    def _closes_later(self, at: int, family: str) -> bool:
        """Whether the next mark of a family closes; a few marks are looked at, no more."""
        for mark in self.marks[at + 1 : at + 9]:
            if mark.family == family:
                return mark.look != "opens"
        return False

    def finish_or_pass(self, at: int) -> None:
        """A mark with letters or blanks on both sides closes what is open."""
        self.finish(at)

    def begin_if_closed(self, at: int) -> None:
        """A mark that does not show which way it looks opens if it is closed again."""
        mark = self.marks[at]
        if mark.family == "single" and not self.single:
            return
        if self.ahead(at)[1] or self._closes_later(at, mark.family) or (mark.look == "loose" and mark.rank and mark.family == "double"):
            self._push(mark, firm=mark.family != "single" or not self.open)
        else:
            self._stray(mark)

    def turn_or_finish(self, at: int) -> None:
        """A right mark before a word, inside a stretch: it opens the next one if that is closed, else closes this."""
        if self.ahead(at)[1]:
            self.begin_again(at)
        else:
            self.finish(at)

    def mend_opening(self, at: int) -> None:
        """A closing mark with nothing open."""
        mark = self.marks[at]
        if mark.rank < _SURE or (mark.family == "single" and not self.single):
            return
        last = self.found[-1] if self.found and not self.open else None
        if last and last.end == mark.start and last.sign in CLOSERS.get(mark.sign, "") + mark.sign:
            last.end = mark.end
            self._fault("doubled", mark, "read as one mark")
            return
        if self.open:
            top = self.open[-1]
            if top.family in ("double", "single") and not self._closes_later(at, top.family) and self._ends_words(mark):
                self._fault("mismatched", mark, f"taken to close {top.sign}")
                self._close(mark)
            return
        if last and self._goes_on(last, mark):
            self._fault("stray", mark._replace(start=last.inner_end, end=last.end), "left out")
            last.inner_end, last.end = mark.start, mark.end
            return
        start = self._lost_start(mark)
        if start is None:
            self._stray(mark)
            return
        stretch = Stretch(mark, firm=True, opened=False)
        stretch.start = stretch.inner_start = start
        stretch.continues = bool(self.carried) and start == self.start
        while self.found and self.found[-1].start >= start:
            stretch.children.append(self.found.pop())
        stretch.children.reverse()
        self.open.append(stretch)
        self.levels[mark.family] = self.levels.get(mark.family, 0) + 1
        self._fault("unopened", mark, f"taken from the start of the {'paragraph' if stretch.continues else 'sentence'}")
        stretch.closed = True
        self._finish(mark.start, mark.end)

    def _goes_on(self, last: Stretch, mark: Mark) -> bool:
        """Whether a quotation goes on to a second closing mark: the first stands in mid-sentence, as does what is around."""
        if last.sign not in CLOSERS or mark.sign not in CLOSERS[last.sign] or not last.closed:
            return False
        if not self._ends_words(mark) or not self.text[last.inner_end - 1].isalnum():
            return False
        sentence = self._sentence_start(last.start, mark.start) == last.start
        return sentence and self._starts_sentence(last.start)

    def _ends_words(self, mark: Mark) -> bool:
        return self.text[mark.start - 1 : mark.start] in _ENDS

    def _lost_start(self, mark: Mark) -> int | None:
        """Where speech began whose opening mark is missing; None if that cannot be told."""
        if not self._ends_words(mark):
            return None
        if self.carried == mark.family and not any(stretch.sign == mark.sign for stretch in self.found[:1]):
            return self.start
        last = self.found[-1] if self.found else None
        floor = max(self.floor, last.end if last else self.start)
        start = self._sentence_start(floor, mark.start)
        if last and start == floor and self.text[last.inner_end - 1].isalnum():
            begin = self.found[-2].end if len(self.found) > 1 else self.start
            start = self._sentence_start(begin, last.start)
        elif last and start == floor:
            aside = find_aside(self.text, max(floor - 2, self.start), mark.start)
            start = aside[1] if aside else start
        start = _skipped(self.text, start, mark.start)
        return start if start < mark.start else None

    def _sentence_start(self, floor: int, end: int) -> int:
        """Where the last sentence before a place begins, not before another."""
        start = floor
        for found in _SENTENCE.finditer(self.text, floor, end):
            if found.end() < end:
                start = found.end()
        return start

    def _starts_sentence(self, at: int) -> bool:
        before = self.text[self.start : at].rstrip()
        return not before or before[-1] in _ENDS_SENTENCE

    def stray(self, at: int) -> None:
        """A mark that does nothing."""

    def _stray(self, mark: Mark) -> None:
        self.floor = mark.end
        if mark.family != "single":
            self._fault("stray", mark, "left out")

    # ------------------------------------------------------------------------------------------- how it is done

    def _fault(self, kind: FaultKind, mark: Mark, done: str) -> None:
        self.faults.append((mark.start, mark.end, kind, done))

    def _siblings(self) -> list[Stretch]:
        return self.open[-1].children if self.open else self.found

    def _finish(self, inner_end: int, end: int) -> None:
        top = self.open.pop()
        self.levels[top.family] -= 1
        top.inner_end, top.end = inner_end, end
        self._siblings().append(top)

    def _drop(self) -> None:
        """Take an opening mark for none after all: what stands in it belongs to what is around."""
        top = self.open.pop()
        self.levels[top.family] -= 1
        self._siblings().extend(top.children)

    def _certain(self, stretch: Stretch) -> bool:
        """Whether a single mark that was never closed must have opened: behind a comma or colon, before a capital."""
        before = self.text[max(0, stretch.start - 3) : stretch.start].rstrip()
        nested = bool(self.open) and self.open[0] is not stretch
        return nested and before[-1:] in _INTRODUCES and self.text[stretch.inner_start : stretch.inner_start + 1].isupper()

    def _leave(self, end: int) -> None:
        """End the innermost stretch where what is around it ends."""
        top = self.open[-1]
        inner_end = _trimmed(self.text, top.inner_start, end)
        if inner_end <= top.inner_start or not (top.firm or self._certain(top)):
            self._drop()
        else:
            self.faults.append((top.start, top.inner_start, "unclosed", "ended with what is around it"))
            self._finish(inner_end, inner_end)

    def close_paragraph(self) -> None:
        """End what is still open."""
        while self.open:
            top = self.open[-1]
            inner_end = _trimmed(self.text, top.inner_start, self.end)
            if inner_end <= top.inner_start or not (top.firm or self._certain(top)):
                self._drop()
            else:
                self.left = top
                self._finish(inner_end, inner_end)


_ENDS = frozenset(".,;:!?…—–-)]。，！？")
_ENDS_SENTENCE = frozenset(".!?…:\"”’»")
_INTRODUCES = frozenset(",:;.!?—–-“\"(")
_SENTENCE = re.compile(r"(?<![A-Z])(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bSt)(?<!\bMrs)(?<!\bRev)(?<!\bGen)(?<!\bSen)(?<!\bRep)(?<!\bGov)[.!?…][)\]]?\s+|:\s+")


def _is_double(outer: Stretch, inner: Stretch, mark: Mark) -> bool:
    """Whether a stretch is all that stands in another with the same marks: each of its marks was typed twice."""
    return inner.start == outer.inner_start and inner.end == mark.start and inner.sign == outer.sign and inner.closed


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _skipped(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in ",;:.—–-(["):
        start += 1
    return start


def _look_ahead(marks: Sequence[Mark], *, single: bool) -> list[tuple[int, int]]:
    """For each mark, what :meth:`_Pairing.ahead` tells of it; one pass from the right."""
    ahead: list[tuple[int, int]] = [(-1, 0)] * len(marks)
    best: dict[str, int] = {}
    surplus: dict[str, int] = {}
    for at in range(len(marks) - 1, -1, -1):
        _, _, _, family, look, rank = marks[at]
        ahead[at] = best.get(family, -1), surplus.get(family, 0)
        if family != "single" and not single:
            best["single"] = -1
        if look in ("opens", "turned right"):
            if family != "single" or rank == _SURE:
                best[family] = -1
                surplus[family] = max(0, surplus.get(family, 0) - 1)
        elif look != "loose":
            best[family] = max(best.get(family, -1), rank)
            if rank > 0:
                surplus[family] = surplus.get(family, 0) + 1
    return ahead


# What a mark does: how it looks, against what is open of its family.
ACTIONS: dict[Look, tuple[Callable[[_Pairing, int], None], ...]] = {
    #                shut                       open                      behind
    "opens":        (_Pairing.begin,           _Pairing.begin_again,     _Pairing.begin_again),
    "closes":       (_Pairing.mend_opening,    _Pairing.finish,          _Pairing.finish_behind),
    "loose":        (_Pairing.begin_if_closed, _Pairing.finish,          _Pairing.finish_behind),
    "turned left":  (_Pairing.begin_if_closed, _Pairing.finish,          _Pairing.finish_behind),
    "turned right": (_Pairing.begin_if_closed, _Pairing.turn_or_finish,  _Pairing.stray),
}  # fmt: skip


def pair_plain(text: str, marks: Sequence[Mark], convention: Convention) -> list[tuple[Mark, Mark]] | None:
    """The pairs of a paragraph in which every mark is as it should be and none is nested, as in most; else None."""
    found: list[tuple[Mark, Mark]] = []
    left: Mark | None = None
    for mark in marks:
        _, end, sign, family, look, rank = mark
        if left is None:
            if family == "single" and not convention.single and look == "closes":
                continue  # an apostrophe
            if look != "opens" or rank != _SURE or text[end : end + 1].isspace():
                return None
            left = mark
        elif family == left.family:
            if look != "closes" or rank != _SURE or mark.start == left.end or sign not in CLOSERS[left.sign]:
                return None
            if text[mark.start - 1].isspace():
                return None
            found.append((left, mark))
            left = None
        elif family != "single" or look != "closes":
            return None
    return None if left is not None else found


def pair_marks(
    text: str, marks: Sequence[Mark], start: int, end: int, convention: Convention, *, carried: str = ""
) -> tuple[list[Stretch], list[Fault], Stretch | None]:
    """The stretches that the marks of one paragraph make, the faults that were mended, and the stretch left open.

    ``carried`` is the family of the stretch that the paragraph before left open, if it did.
    """
    pairing = _Pairing(text, marks, start, end, convention, carried=carried)
    stack, levels = pairing.open, pairing.levels
    for at, mark in enumerate(marks):
        family = mark.family
        place = 0 if not levels.get(family) else 1 if stack[-1].family == family else 2
        ACTIONS[mark.look][place](pairing, at)
    pairing.close_paragraph()
    return pairing.found, pairing.faults, pairing.left
