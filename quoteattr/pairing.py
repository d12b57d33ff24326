"""Stretch; pair_marks: the marks of a paragraph made into stretches of quoted text, whatever their state.

Marks are read once, from left to right. What a mark does depends on how it looks (:mod:`quoteattr.marks`)
and on what is open. Of its own family there may be nothing open (``shut``), there may be a stretch open
right here (``open``), or one further out, with a stretch of another family begun since (``behind``). The
table ``ACTIONS`` says what is done in each case; each entry is a method of ``_Pairing``.

Well-made text needs three entries: what opens opens, what closes closes, and what opens within another family
nests. The others mend. They rest on four observations:

* Whoever forgets a mark makes one mistake, not two. So an opening mark before another has been closed
  begins a quotation in the quotation where enough closing marks follow for both; else the earlier one
  lost its closing mark, and ends where the new one begins, or at the reporting words before that.
* An apostrophe looks like a closing mark, but then a surer one follows before the next opening one: in
  *'The boys' tent,' he said*, the second does not close. So a mark closes unless one of a higher rank
  follows.
* A single mark that is never closed was an apostrophe, and a double one behind a number was a measure.
  What had been read as inside it belongs to what is around it.
* A closing mark with nothing open lost its opening one where its sentence begins, for there most speech
  begins.

Nothing reaches past the paragraph, except that speech left open goes on where the next paragraph opens again.

Each mark is looked at a fixed number of times, and stretches nest at most ``DEEPEST`` levels (deeper ones are
passed over), so that the time grows as the text does, whatever it holds.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import Literal

from .apostrophes import SURE, elision_at
from .asides import find_aside, find_introduced
from .conventions import Convention
from .lexicon import Lexicon
from .marks import CLOSERS, Kind, Look, Mark, Marks
from .packed import Packed, joined
from .sentences import find_sentences

DEEPEST = 8
_LAST = 2  # the least rank of a mark that closes at the end of a paragraph
_FEW = 24  # characters of words in marks of which the closing one looks like an apostrophe: the 'boys' came
_REPORT = 80  # characters in which reporting words are looked for behind a mark
_MANY, _LATE = 1_000, 8  # stretches of one paragraph that are kept as they are, and those of them that may be mended
_NEAR = 8  # marks looked at for the next one of another family

FaultKind = Literal["unclosed", "unopened", "mismatched", "stray", "doubled", "spaced"]
Fault = tuple[int, int, FaultKind, str]  # where it stands, what is wrong, and what was done

_ENDS_WORDS = frozenset(".,;:!?…—–-)]。，！？")
_ENDS_SENTENCE = frozenset('.!?…:"”’»')
_INTRODUCES = frozenset(',:;.!?—–-“"(')
_BEFORE_SPEECH = frozenset(",;:.—–-([")


class Stretch:
    """A stretch of quoted text while the marks are paired: open until its ``end`` is set.

    ``firm`` is a stretch that stands even if it is never closed.
    """

    __slots__ = (
        "children", "closed", "continues", "end", "family", "firm",
        "inner_end", "inner_start", "opened", "sign", "start",
    )  # fmt: skip

    def __init__(self, mark: Mark, *, firm: bool) -> None:
        self.sign = mark.sign
        self.family = mark.family
        self.start = mark.start
        self.inner_start = mark.end
        self.inner_end = self.end = -1
        self.opened = True
        self.closed = False
        self.continues = False
        self.firm = firm
        self.children: Sequence[Stretch] = ()

    def take_in(self, child: Stretch) -> None:
        """Have another one inside, behind those that are there."""
        if isinstance(self.children, list):
            self.children.append(child)
        else:
            self.children = [child]


def pair_plain(text: str, marks: Marks, convention: Convention) -> array[int] | None:
    """The pairs of a paragraph in which all is as it should be and nothing nested, as in most; else None.

    Of each the places of its two marks among those of the paragraph, one behind the other.
    """
    found = array("q")
    left: Kind | None = None
    opened = inner_start = 0
    for at, (start, kind) in enumerate(zip(marks.starts, marks.kinds, strict=True)):
        width, sign, family, look, rank = kind
        if left is None:
            if family == "single" and not convention.single and look == "closes":
                continue  # an apostrophe
            inner_start = start + width
            if (
                look != "opens"
                or rank != SURE
                or (family == "double" and text[inner_start : inner_start + 1].isspace())
            ):
                return None
            opened, left = at, kind
        elif family == left.family:
            if look != "closes" or rank != SURE or start == inner_start or sign not in CLOSERS.get(left.sign, sign):
                return None
            found.append(opened)
            found.append(at)
            left = None
        elif family != "single" or look != "closes":
            return None
    return None if left is not None else found


def pair_marks(
    text: str,
    marks: Marks,
    block: tuple[int, int],
    convention: Convention,
    *,
    lexicon: Lexicon,
    carried: str = "",
) -> tuple[Sequence[Stretch], list[Fault], Stretch | None]:
    """The stretches that the marks of one paragraph make, the faults mended, and the stretch left open.

    ``carried`` is the family of the stretch that the paragraph before left open, if it did.
    """
    pairing = _Pairing(text, marks, block, convention, lexicon=lexicon, carried=carried)
    stack, levels = pairing.open, pairing.levels
    for at, kind in enumerate(pairing.marks.kinds):
        place = 0 if not levels.get(kind.family) else 1 if stack[-1].family == kind.family else 2
        ACTIONS[kind.look][place](pairing, at)
    left = pairing.end_paragraph()
    found = joined(pairing.older, pairing.found, text) if pairing.older else pairing.found
    return found, pairing.faults, left


class _Pairing:
    """The stretches of one paragraph, while its marks are read."""

    def __init__(
        self,
        text: str,
        marks: Marks,
        block: tuple[int, int],
        convention: Convention,
        *,
        lexicon: Lexicon,
        carried: str,
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.start, self.end = block
        self.marks = _with_last(marks, self.end)
        self.single = convention.single
        self.carried = carried
        self.found: list[Stretch] = []  # the last ones that have ended,
        self.older: list[Stretch] | Packed[Stretch] = []  # and those before them
        self.faults: list[Fault] = []
        self.open: list[Stretch] = []
        self.levels: dict[str, int] = {}  # how many stretches of each family are open
        self.too_deep: dict[str, int] = {}  # … and how many opening marks were passed over
        self.floor = self.start  # what stands before it holds no start of speech that lost its mark
        self.following: Ahead | None = None

    # ------------------------------------------------------------------------------------- looking ahead

    def ahead(self, at: int) -> tuple[int, int]:
        """What follows in its family: the highest rank that closes before one opens; how many close."""
        if self.following is None:
            self.following = _look_ahead(self.marks.kinds, single=self.single)
        best, surplus = self.following
        return best[at], surplus[at]

    def _next_closes(self, at: int, family: str) -> bool:
        """Whether the next mark of a family does not open; a few marks are looked at, no more."""
        for kind in self.marks.kinds[at + 1 : at + 1 + _NEAR]:
            if kind.family == family:
                return kind.look != "opens"
        return False

    # ------------------------------------------------------------------------------------ marks that open

    def begin(self, at: int) -> None:
        """Open a stretch, or pass an apostrophe that looks like an opening mark."""
        mark = self.marks[at]
        if mark.family != "single":
            self._push(mark, firm=True)
        elif mark.rank == SURE or self._opens_anyway(at):
            self._push(mark, firm=not self.open and (self.single or self._is_introduced(mark)))

    def _is_introduced(self, mark: Mark) -> bool:
        """Whether a colon or a comma and a capital show that a single mark opens speech: *he said: ‘The rest …*."""
        capital = self.text[mark.end : mark.end + 1].isupper() and not elision_at(self.text, mark.end)
        return capital and self._last_before(mark.start) in (":", ",")

    def _opens_anyway(self, at: int) -> bool:
        """Whether a single mark before a word that may have lost letters opens all the same."""
        mark = self.marks[at]
        if self.single and not self.open:
            closes = self.ahead(at)[0] > 0 and (mark.rank > 0 or not self._elides(mark))
            return closes or not self._stands_amid(mark)
        return (mark.rank > 0 or mark.sign == "‘") and self.ahead(at)[0] > 0

    def _elides(self, mark: Mark) -> bool:
        """Whether a single mark stands like an apostrophe, in mid-sentence and before a small letter."""
        return self._stands_amid(mark) and self.text[mark.end : mark.end + 1].islower()

    def _stands_amid(self, mark: Mark) -> bool:
        """Whether a single mark that does not show that it opens stands right behind a word."""
        return mark.sign != "‘" and self._last_before(mark.start).isalnum()

    def _last_before(self, at: int) -> str:
        """The last character of the paragraph before a place, blanks passed over; nothing where it begins."""
        return self.text[max(self.start, at - _NEAR) : at].rstrip()[-1:]

    def begin_again(self, at: int) -> None:
        """Open where the family is open: nested if both can be closed; else the earlier one was forgotten."""
        mark = self.marks[at]
        top = self.open[-1]
        within = top.family == mark.family == "single"
        if mark.family == "single" and (mark.rank < SURE or (within and self._elides(mark))):
            return
        levels = self.levels[mark.family] + self.too_deep.get(mark.family, 0)
        if self.ahead(at)[1] > levels:
            self._push(mark, firm=mark.family != "single")
        elif top.family == mark.family and top.inner_start == mark.start:
            top.inner_start = mark.end
            self._fault("doubled", mark, "read as one mark")
        else:
            while self.levels[mark.family]:
                self._forgotten(mark.start)
            self.begin(at)

    def _forgotten(self, limit: int) -> None:
        """End the innermost stretch, whose closing mark is lost, before its reporting words or the next."""
        top = self.open[-1]
        aside = find_aside(self.text, top.children[-1].end if top.children else top.inner_start, limit, self.lexicon)
        self._leave(aside[0] if aside else limit, "ended before the next quotation")

    def begin_if_closed(self, at: int) -> None:
        """A mark that does not show which way it looks opens if it is closed again."""
        mark = self.marks[at]
        if mark.family == "single" and not self.single:
            return
        best, surplus = self.ahead(at)
        if mark.look == "amid":
            opens = best > 0
        else:
            glued = mark.look == "loose" and mark.rank > 0 and mark.family == "double"  # It rained.“Yes
            opens = glued or surplus > 0 or self._next_closes(at, mark.family)
        if opens:
            self._push(mark, firm=mark.family != "single" or not self.open)
        else:
            self._stray(mark)

    def _push(self, mark: Mark, *, firm: bool) -> None:
        if len(self.open) >= DEEPEST:
            self.too_deep[mark.family] = self.too_deep.get(mark.family, 0) + 1
            return
        self.open.append(Stretch(mark, firm=firm))
        self.levels[mark.family] = self.levels.get(mark.family, 0) + 1

    # ----------------------------------------------------------------------------------- marks that close

    def finish(self, at: int) -> None:
        """Close the stretch that is open here."""
        mark = self.marks[at]
        top = self.open[-1]
        sure = top.firm or (top.sign == "‘" and not elision_at(self.text, top.inner_start))
        far = mark.rank == 0 and not sure and mark.start - top.inner_start > _FEW
        if far or self._passes(at):
            return
        if mark.sign not in CLOSERS.get(top.sign, mark.sign):
            self._fault("mismatched", mark, f"taken to close {top.sign}")
        self._close(mark)

    def _passes(self, at: int) -> bool:
        """Whether a mark is an apostrophe or a measure, or closes what was too deep to be opened."""
        mark = self.marks[at]
        if mark.rank < SURE and mark.look in ("closes", "amid"):
            best, surplus = self.ahead(at)
            if best > mark.rank and surplus >= self.levels[mark.family]:
                return True
        if self.too_deep.get(mark.family):
            self.too_deep[mark.family] -= 1
            return True
        return False

    def _close(self, mark: Mark) -> None:
        top = self.open[-1]
        if mark.start == top.inner_start:
            self._drop()
            self._fault("stray", mark, "nothing stands between the marks: left out")
            return
        inner_end = mark.start
        spaced = self.text[top.inner_start].isspace() or self.text[mark.start - 1].isspace()
        if top.family == "double" and spaced:
            self._fault("spaced", mark, "the blank inside the marks left as it is")
        if len(top.children) == 1 and _is_double(top, top.children[0], mark):
            within = top.children[0]
            self.faults.append((top.start, within.inner_start, "doubled", "read as one mark"))
            top.inner_start, inner_end, top.children = within.inner_start, within.inner_end, within.children
        top.closed = True
        self._finish(inner_end, mark.end)

    def finish_behind(self, at: int) -> None:
        """Close a stretch further out: what stands open within it was never closed."""
        mark = self.marks[at]
        if mark.family == "single" and (mark.rank < SURE or self._next_closes(at, self.open[-1].family)):
            return
        if self._passes(at):
            return
        while self.open[-1].family != mark.family:
            self._leave(mark.start, "ended with what is around it")
        self.finish(at)

    def turn_or_finish(self, at: int) -> None:
        """Open the next stretch with a right mark before a word, if that is closed; else close this one."""
        if self.ahead(at)[1]:
            self.begin_again(at)
        else:
            self.finish(at)

    # ------------------------------------------------------------------- marks that close what was not opened

    def mend(self, at: int) -> None:
        """Close where nothing of the family is open."""
        mark = self.marks[at]
        if mark.rank < SURE:
            return
        if self.open:
            self._mend_kind(at)
        elif mark.family == "single" and not self.single:
            return
        elif self.found and self._belongs_to(self.found[-1], mark):
            last = self.found[-1]
            doubled = last.end == mark.start
            self._fault(
                "doubled" if doubled else "stray",
                mark if doubled else mark._replace(start=last.inner_end, end=last.end),
                "read as one mark" if doubled else "left out",
            )
            last.inner_end, last.end = (last.inner_end if doubled else mark.start), mark.end
        else:
            self._mend_opening(mark)

    def _mend_kind(self, at: int) -> None:
        """Close what is open of another family, if no mark of its own will: “so,’ he said."""
        mark = self.marks[at]
        top = self.open[-1]
        if self._ends_words(mark) and not self._next_closes(at, top.family):
            self._fault("mismatched", mark, f"taken to close {top.sign}")
            self._close(mark)

    def _belongs_to(self, last: Stretch, mark: Mark) -> bool:
        """Whether a mark closes the quotation before it once more: right behind it, or later in its sentence.

        The latter where the first mark stands in mid-sentence: “The tide” comes in at four,” said Ann.
        """
        if last.end == mark.start:
            return self.text[last.inner_end : last.end] == self.text[mark.start : mark.end]
        if not last.closed or mark.sign not in CLOSERS.get(last.sign, ""):
            return False
        ends = self.text[mark.start - 1] in _ENDS_WORDS and self.text[last.inner_end - 1].isalnum()
        before = self._last_before(last.start)
        begins = not before or before in _ENDS_SENTENCE
        return ends and begins and self._sentence_start(last.start, mark.start) == last.start

    def _mend_opening(self, mark: Mark) -> None:
        """Open where the speech began whose opening mark is missing."""
        start = self._lost_start(mark) if self._ends_words(mark) else mark.start
        if start >= mark.start:
            self._stray(mark)
            return
        stretch = Stretch(mark, firm=True)
        stretch.opened, stretch.closed = False, True
        stretch.start = stretch.inner_start = start
        stretch.continues = bool(self.carried) and start == self.start
        first = len(self.found)
        while first and self.found[first - 1].start >= start:
            first -= 1
        stretch.children = self.found[first:]
        del self.found[first:]
        stretch.inner_end, stretch.end = mark.start, mark.end
        self.found.append(stretch)
        begun = "paragraph, as speech was left open before it" if stretch.continues else "sentence"
        self._fault("unopened", mark, f"taken from the start of the {begun}")

    def _ends_words(self, mark: Mark) -> bool:
        """Whether speech seems to end at a mark: a sign stands before it, or reporting words behind: so”, said Ann."""
        if self.text[mark.start - 1] in _ENDS_WORDS:
            return True
        behind = mark.end
        if not self.text.startswith(",", behind):
            return False
        aside = find_aside(self.text, behind, min(self.end, behind + _REPORT), self.lexicon)
        return aside is not None and self.text[behind : aside[0]].strip() == ","

    def _lost_start(self, mark: Mark) -> int:
        """Where the words of a closing mark without an opening one begin."""
        if self.carried == mark.family and not any(stretch.sign == mark.sign for stretch in self.found[:1]):
            return self.start
        last = self.found[-1] if self.found else None
        floor = max(self.floor, last.end if last else self.start)
        start = self._sentence_start(floor, mark.start)
        begin = max(self.floor, self.found[-2].end if len(self.found) > 1 else self.start)
        goes_on = last is not None and start == floor and self.text[last.inner_end - 1].isalnum()
        if last and goes_on and begin <= last.start:  # The “old” tide is in,” said Ann.
            start = self._sentence_start(begin, last.start)
        elif last and start == floor:  # “The tide,” said Ann, is in.”
            aside = find_aside(self.text, max(floor - 2, self.start), mark.start, self.lexicon)
            start = aside[1] if aside else start
        while start < mark.start and (self.text[start].isspace() or self.text[start] in _BEFORE_SPEECH):
            start += 1
        return start

    def _sentence_start(self, floor: int, end: int) -> int:
        """Where the last sentence between two places begins, or the words that it introduces."""
        sentences = find_sentences(self.text, [(floor, end)], (), self.lexicon)
        start = sentences[-1][0] if len(sentences) > 1 else floor
        return find_introduced(self.text, start, end, self.lexicon) or start

    def pass_over(self, at: int) -> None:
        """Leave a mark alone."""

    def adorn(self, at: int) -> None:
        """Leave out a run of marks, which quotes nothing."""
        self._stray(self.marks[at])

    def _stray(self, mark: Mark) -> None:
        self.floor = mark.end
        if mark.family != "single":
            self._fault("stray", mark, "left out")

    # -------------------------------------------------------------------------------------- how it is done

    def _fault(self, kind: FaultKind, mark: Mark, done: str) -> None:
        self.faults.append((mark.start, mark.end, kind, done))

    def _finish(self, inner_end: int, end: int) -> None:
        top = self.open.pop()
        self.levels[top.family] -= 1
        top.inner_end, top.end = inner_end, end
        self._keep(top)

    def _drop(self) -> None:
        """Take an opening mark for none after all: what stands in it belongs to what is around."""
        top = self.open.pop()
        self.levels[top.family] -= 1
        for child in top.children:
            self._keep(child)

    def _keep(self, stretch: Stretch) -> None:
        """Put a stretch that has ended into the one around it."""
        if self.open:
            self.open[-1].take_in(stretch)
        else:
            self.found.append(stretch)
            if len(self.found) > _MANY and not self.carried:  # else the missing mark of all of them may be mended
                self.older = joined(self.older, self.found[:-_LATE], self.text)
                del self.found[:-_LATE]

    def _leave(self, limit: int, done: str) -> Stretch | None:
        """End the innermost stretch, which no mark closes, at a place; or take its opening mark for none."""
        top = self.open[-1]
        end = top.inner_start + len(self.text[top.inner_start : limit].rstrip())
        if end == top.inner_start or not (top.firm or self._must_open(top)):
            self._drop()
            return None
        if done:
            self.faults.append((top.start, top.inner_start, "unclosed", done))
        self._finish(end, end)
        return top

    def _must_open(self, stretch: Stretch) -> bool:
        """Whether a single mark that nothing closes did open: nested, behind a comma, before a capital."""
        before = self._last_before(stretch.start)
        nested = self.open[0] is not stretch
        return nested and before in _INTRODUCES and self.text[stretch.inner_start].isupper()

    def end_paragraph(self) -> Stretch | None:
        """End what is still open; the outermost of it may go on in the next paragraph."""
        report = self._report_behind(self.open[0]) if len(self.open) == 1 else 0
        if report:
            self._leave(report, "ended before the reporting words")
        left = None
        while self.open:
            left = self._leave(self.end, "") or left
        return left

    def _report_behind(self, stretch: Stretch) -> int:
        """Where reporting words begin that end a paragraph of which speech is all the rest; 0 if none do."""
        if stretch.start != self.start or stretch.children:
            return 0
        aside = find_aside(self.text, max(stretch.inner_start, self.end - _REPORT), self.end, self.lexicon)
        ends = aside is not None and self.text[aside[1] : self.end].strip() == "."
        return aside[0] if aside is not None and ends else 0


def _with_last(marks: Marks, end: int) -> Marks:
    """The marks, the last one surer to close if it stands at the end of its paragraph."""
    if marks and marks[-1].end == end and marks[-1].family == "single" and marks[-1].rank < _LAST:
        return Marks(marks.starts, [*marks.kinds[:-1], marks.kinds[-1]._replace(rank=_LAST)])
    return marks


def _is_double(outer: Stretch, inner: Stretch, mark: Mark) -> bool:
    """Whether a stretch is all that stands in another with the same marks: each of them was typed twice."""
    whole = inner.start == outer.inner_start and inner.end == mark.start
    return whole and inner.closed and inner.sign == outer.sign


Ahead = tuple[Sequence[int], Sequence[int]]
"""What :meth:`_Pairing.ahead` tells of each mark, in two columns."""


def _look_ahead(kinds: Sequence[Kind], *, single: bool) -> Ahead:
    """For each mark, what :meth:`_Pairing.ahead` tells of it: one pass from the right.

    Where single marks are nested ones, none counts that stands beyond a double one.
    """
    bests, surpluses = array("b"), array("q")  # from the last mark to the first
    best: dict[str, int] = {}
    surplus: dict[str, int] = {}
    for _, _, family, look, rank in reversed(kinds):
        bests.append(best.get(family, -1))
        surpluses.append(surplus.get(family, 0))
        if family != "single" and not single:
            best["single"] = -1
        if look in ("opens", "turned right"):
            if family != "single" or rank == SURE:
                best[family] = -1
                surplus[family] = max(0, surplus.get(family, 0) - 1)
        elif look != "loose":
            best[family] = max(best.get(family, -1), rank)
            surplus[family] = surplus.get(family, 0) + (rank > 0)
    return bests[::-1], surpluses[::-1]


# What a mark does: how it looks, against what is open of its family.
ACTIONS: dict[Look, tuple[Callable[[_Pairing, int], None], ...]] = {
    #                shut                       open                      behind
    "opens":        (_Pairing.begin,            _Pairing.begin_again,     _Pairing.begin_again),
    "closes":       (_Pairing.mend,             _Pairing.finish,          _Pairing.finish_behind),
    "loose":        (_Pairing.begin_if_closed,  _Pairing.finish,          _Pairing.finish_behind),
    "amid":         (_Pairing.begin_if_closed,  _Pairing.finish,          _Pairing.finish_behind),
    "turned left":  (_Pairing.begin_if_closed,  _Pairing.finish,          _Pairing.finish_behind),
    "turned right": (_Pairing.begin_if_closed,  _Pairing.turn_or_finish,  _Pairing.pass_over),
    "ornament":     (_Pairing.adorn,            _Pairing.adorn,           _Pairing.adorn),
}  # fmt: skip
