"""find_sentences: where each sentence starts and ends, with every quotation left whole.

A sign that ends a sentence is not hard to find; the question is which of them end *this* one. They do not

- inside quotation marks or brackets: *“It ended. Nobody knew,” Lee said* is one sentence (for those of the
  speech itself ask for them: ``find_sentences(text, [(inner.start, inner.end)])``);
- where a small letter follows: *“Is it late?” she asked*;
- where a name and a verb of saying follow a question or an outcry: *“Is it late?” Ann Lee asked*;
- in abbreviations and initials. Those that stand at the end of sentences too (*in the U.S. The plan …*) end
  one where the next word opens one, as *The* does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from attrs import frozen

from .abbreviations import abbreviations
from .characters import BLANK, BLANKS
from .lexicon import FEW, Lexicon, english
from .paragraphs import find_paragraphs
from .span import Span
from .tokens import cut, is_in_word

Stretch = tuple[int, int]


class Marked(Protocol):
    """Anything that has a span, as a quotation has."""

    @property
    def span(self) -> Span:
        """Where it stands, marks included."""
        ...


# What may stand between the stop and the blank, and what between the blank and the next word.
_CLOSER = r"[”\"’'»›)\]}」』“*_]|&(?:quot|rdquo|rsquo|raquo|\#39|\#822[01]);|</[A-Za-z][^<>]*>"
_OPENER = r"[“\"‘'’«‹„‚(\[{「『¿¡*_—–-]|&(?:quot|ldquo|lsquo|laquo|\#39|\#821[68]|\#8220);|<[A-Za-z][^<>]*>"
_STOP = re.compile(
    r"(?P<stop>[.!?…‽؟۔।॥。！？｡]+(?:[ \u00a0]\.)*)"
    rf"(?:(?:{_CLOSER})*(?={BLANK}|$|[—–-])|[”’」』)]*)(?:\[\d{{1,3}}\])*"
)
_NEXT = re.compile(rf"(?P<gap>{BLANK}*)(?P<openers>(?:{_OPENER}|{BLANK})*)(?P<head>.?)", re.DOTALL)
_NO_BLANK_NEEDED = "。！？｡"
_NO_HEADS = frozenset(".,;:!?…%")
_GLUED = re.compile(r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])")  # It left.She stayed.
_NUMBERED = re.compile(r"(?:\d{1,3}|[IVXLC]{1,5}|[A-Za-z])\.")
_DASH = re.compile(r"[—–-]")
_WORD_BEFORE = re.compile(r"(?<![^\s“”\"‘(\[])[^\s“”\"‘(\[]+\Z")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_MARKED = re.compile(  # each begins with a sign, so that the search is fast
    r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|‘(?<!\w‘)[^‘’]*(?:’\w[^‘’]*)*’(?!\w)"
    r"|\"(?<![\w\"]\")(?=\S)[^\"]*\"|(?:'(?<!\w')'(?=[^\s'])|``)(?:[^'`]|'(?!'))*''"
)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_OPENING = frozenset("pdqcsSwtkPr")  # tags of words that open a sentence and are no names: lang/en/closed.tsv
_IN_NAMES = frozenset(
    ("of", "de", "la", "le", "du", "van", "von", "der", "den", "di", "da", "al", "bin", "and", "“", "”")
)
_LONGEST_FRAME = 100


def sure_ends(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[int]:
    """Where sentences inside a stretch of text end for sure: a word and its stop, a blank, a capital.

    Most ends are found so, in no time, and nothing that is no end. Behind abbreviations and initials nothing is sure.

    >>> text = "It rained. Dr. Lee left with A. Moe. Then it was dry."
    >>> [text[:at] for at in sure_ends(text, 0, len(text), english())]
    ['It rained.', 'It rained. Dr. Lee left with A. Moe.']
    """
    at = text.find(". ", start, end)
    while at >= 0:
        if _ends_surely(text, start, at, end, lexicon):
            yield at + 1
        at = text.find(". ", at + 2, end)


def last_sure_end(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """The last of them, or the start of the stretch."""
    at = text.rfind(". ", start, end)
    while at >= 0 and not _ends_surely(text, start, at, end, lexicon):
        at = text.rfind(". ", start, at)
    return at + 1 if at >= 0 else start


def _ends_surely(text: str, start: int, stop: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence inside a stretch ends with a stop that has a blank behind it."""
    if stop + 2 >= end or not text[stop + 2].isupper():
        return False
    blank = text.rfind(" ", start, stop)
    word = text[start if blank < 0 else blank + 1 : stop]
    return len(word) > 1 and word.isalpha() and word.lower() not in _abbreviated(lexicon)


@lru_cache(maxsize=FEW)
def _abbreviated(lexicon: Lexicon) -> frozenset[str]:
    """The abbreviations, in small letters and without their last full stop."""
    return frozenset(short.lower() for short, _, _ in abbreviations(lexicon))


def find_sentences(
    text: str,
    paragraphs: Iterable[Stretch] | None = None,
    quotations: Iterable[Marked] | None = None,
    lexicon: Lexicon | None = None,
) -> list[Stretch]:
    """Where each sentence starts and ends, without the blanks around it.

    Without ``quotations`` what stands between two plain marks in a paragraph is taken for one.

    >>> text = "“Is it late? I think so,” Ann Lee said. Dr. Koh left."
    >>> [text[start:end] for start, end in find_sentences(text)]
    ['“Is it late? I think so,” Ann Lee said.', 'Dr. Koh left.']
    """
    spans = None if quotations is None else sorted(_in_marks(text, quotations))
    found: list[Stretch] = []
    first = 0
    for start, end in find_paragraphs(text) if paragraphs is None else paragraphs:
        if spans is None:
            marked = [match.span() for match in _MARKED.finditer(text, start, end)]
        else:
            while first < len(spans) and spans[first][1] <= start:
                first += 1
            last = bisect_left(spans, (end, 0), first)
            marked = spans[first:last]
        inner = text[start:end].strip(BLANKS)
        if inner:
            begin = text.index(inner[0], start)
            found.extend(_divide(text, begin, begin + len(inner), marked, lexicon or english()))
    return found


def _in_marks(text: str, quotations: Iterable[Marked]) -> Iterator[Stretch]:
    """Those in quotation marks: a turn of a transcript or of dash dialogue is divided like other text."""
    for quotation in quotations:
        start, end = quotation.span.start, quotation.span.end
        if not text[start].isalnum() and not _DASH.match(text, start):
            yield start, end


def _divide(text: str, start: int, end: int, marked: Sequence[Stretch], lexicon: Lexicon) -> Iterator[Stretch]:
    """The sentences of a paragraph, in which nothing ends within these stretches."""
    paragraph = _Paragraph(text, start, end, {until: at for at, until in marked}, text[start:end].islower(), lexicon)
    whole = _join([*marked, *(match.span() for match in _BRACKETED.finditer(text, start, end))])
    begin = start
    for stop in _STOP.finditer(text, start, end):
        inside = bisect_left(whole, (stop.end(), 0)) - 1
        if inside >= 0 and stop.end() < whole[inside][1]:
            continue
        after = _NEXT.match(text, stop.end(), end)
        if after is not None and paragraph.ends(begin, stop, after):
            yield begin, stop.end()
            begin = after.end("gap")
    yield begin, end


@frozen
class _Paragraph:
    """A paragraph, and what is to be known of it to tell the ends of its sentences."""

    text: str
    start: int
    end: int
    quoted: Mapping[int, int]  # where each quotation begins, by where it ends
    small: bool  # whether it was typed without capitals
    lexicon: Lexicon

    def ends(self, begin: int, stop: re.Match[str], after: re.Match[str]) -> bool:
        """Whether the sentence that began there ends with this stop, given what comes after it."""
        if not after["head"] or after["head"] in _NO_HEADS or (after["head"].islower() and not self.small):
            return False
        glued = not after["gap"] and stop["stop"][0] not in _NO_BLANK_NEEDED
        if glued and not _GLUED.match(self.text, stop.end()):
            return False
        if stop["stop"] == "." and self._belongs_to_word(begin, stop.start(), after):
            return False
        return self.quoted.get(stop.end()) != begin or not _frame_follows(
            self.text, after.start("head"), self.end, stop["stop"], self.lexicon
        )

    def _belongs_to_word(self, begin: int, stop: int, after: re.Match[str]) -> bool:
        """Whether a full stop belongs to an abbreviation, an initial or a number, and ends no sentence."""
        if begin == self.start and _NUMBERED.fullmatch(self.text, begin, stop + 1):
            return True  # 1. Wash the leeks.
        if not is_in_word(self.text, begin, stop, self.lexicon):
            return False
        before = _WORD_BEFORE.search(self.text, max(begin, stop - 12), stop + 1)
        short = before.group() if before else ""
        if len(short) == 2 or short in _never_last(self.lexicon):
            return True
        dashed = _DASH.search(after["openers"]) is not None  # BERGEN, N.J. — It rained.
        return dashed or not _opens_sentence(self.text, after.start("head"), self.lexicon)


def _join(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches in their order, those that overlap made one."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


@lru_cache(maxsize=FEW)
def _never_last(lexicon: Lexicon) -> frozenset[str]:
    """Abbreviations that do not stand at the end of a sentence."""
    return frozenset(f"{short}." for short, _, ends in abbreviations(lexicon) if not ends)


def _opens_sentence(text: str, head: int, lexicon: Lexicon) -> bool:
    """Whether the word here, with its capital, is no name: *The*, *He*, *However*."""
    word = _WORD.match(text, head)
    if word is None:
        return False
    small = lexicon.word(word.group()).small
    return small is not None and small.tag in _OPENING


def _frame_follows(text: str, head: int, end: int, stop: str, lexicon: Lexicon) -> bool:
    """Whether a name and a verb of saying follow the words that someone asks or cries: *Ann Lee asked*.

    After a full stop (*“It is late.” Ann Lee said.*) nothing more may follow the verb: *Ann Lee said no*.
    """
    pieces = [piece for piece in cut(text, head, min(head + _LONGEST_FRAME, end), lexicon) if piece.strip(BLANKS)]
    if pieces[0] != "I" and _opens_sentence(text, head, lexicon):
        return False
    aside = False  # between the commas of an apposition
    for at, piece in enumerate(pieces):
        if piece == ",":
            aside = not aside
        elif aside:
            continue
        elif at and _is_saying(piece, lexicon):
            return stop != "." or pieces[at + 1 : at + 2] in (["."], [","], [":"])
        elif not piece[0].isupper() and piece not in _IN_NAMES:
            return False
    return False


def _is_saying(piece: str, lexicon: Lexicon) -> bool:
    """Whether this is a finite verb of saying."""
    word = lexicon.word(piece)
    return word.verb is not None and word.verb.strong and not {"s", "d", "p"}.isdisjoint(word.forms)
