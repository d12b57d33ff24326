"""Words: the words of a paragraph with their places and letters; sentence_bounds: where its sentences end.

Each word has one letter, the commonest that the tables give it (see ``lang/en/closed.tsv``); ``letters`` settles
those that may be several things. A quotation is one word (``Q``): what it says is not read here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import define, field

from .lexicon import Lexicon, Verb, Word
from .quotations import Quotation, outside_brackets
from .tokens import cut_spaced, stops

_MAY_END = re.compile(r"[.Q]|(?<=\.)\)|[nNTj](?=[pd])")  # letters of words with which a sentence may end
_LONGEST = 300  # words read as one sentence; a longer one is cut, so that time grows as the text does
LONG, _MANY = 20_000, 2_000  # characters that are read at once, and words of them
_INTRODUCED = 5  # words before a quotation, in which the verb stands that introduces it
_FRAME_REACH = 24  # words looked at behind “…?” for the frame that makes it go on
_LONGEST_DATELINE, _INDENT = 12, 20  # words, and blanks before them
_DAY = r"(?:, [A-Z][\w.]*(?: [\w.]+){0,2}){0,3}"  # and the state: Pa., Sept. 9
_DATELINE = re.compile(
    rf"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){{0,3}}{_DAY}(?: \([^()\n]{{2,30}}\))?"
    rf"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}{_DAY} \([A-Z][\w ]{{1,30}}\)"
)
_SIGNS = frozenset(".?!,…;:-—–")  # with which what is quoted may end
_NOTE = re.compile(r"(?<=\S)\[(?:\d{1,3}|[a-z])\]")
_QUOTATION = Word("Q", "")
_GENITIVE = Word("'", "'s")
_COLON = Word(":", ":")


@define(eq=False)
class Words:
    """The words of a paragraph outside its quotations, each with its place and its letter."""

    text: str
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    words: list[Word] = field(factory=list)
    tags: list[str] = field(factory=list)
    quotations: dict[int, Quotation] = field(factory=dict)

    def add(self, start: int, end: int, word: Word) -> None:
        """Add a word at its place."""
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(word)
        self.tags.append(word.tag)

    def read(
        self,
        start: int,
        end: int,
        quotations: Sequence[Quotation],
        lexicon: Lexicon,
        named: Sequence[tuple[int, int]],
    ) -> None:
        """Add the words of a stretch of the text, the one behind those that were added before."""
        at = start
        for quotation in quotations:
            span, label, nickname = quotation.span, quotation.label, quotation.use == "nickname"
            begin, stop = outside_brackets(self.text, span.start, span.end) if nickname else (span.start, span.end)
            if at < begin:
                _read_between(self, at, label.start if label else begin, lexicon, named)
            if label is not None:
                self.add(label.start, label.end, Word("N", label.text))
                self.add(label.end, span.start, _COLON)
            if nickname:
                self.add(begin, stop, Word("N", span.text))
            else:
                self.quotations[len(self.tags)] = quotation
                self.add(begin, stop, _QUOTATION)
            at = stop
        _read_between(self, at, end, lexicon, named)

    def parts(self) -> Iterator[Words]:
        """The words in parts of whole sentences, none of them long, and what is left, where more may be added."""
        begin = 0
        while len(self.tags) - begin > _MANY:
            part = self.between(begin, begin + _MANY)
            cut = max(end for _, end in sentence_bounds(part) if end < _MANY - _FRAME_REACH)
            yield part.between(0, cut)
            begin += cut
        yield self.between(begin, len(self.tags))

    def between(self, begin: int, end: int) -> Words:
        """Some of the words."""
        some = slice(begin, end)
        quotations = {at - begin: each for at, each in self.quotations.items() if begin <= at < end}
        return Words(self.text, self.starts[some], self.ends[some], self.words[some], self.tags[some], quotations)


def read_words(  # noqa: PLR0917 - called in one place for each of two stages
    text: str,
    start: int,
    end: int,
    quotations: Sequence[Quotation],
    lexicon: Lexicon,
    named: Sequence[tuple[int, int]] = (),
) -> Words:
    """The words of a stretch of text, each quotation one word of it, a nickname part of the name.

    What an author's own finder has ``named`` is one word, too: a name.
    """
    words = Words(text)
    words.read(start, end, quotations, lexicon, named)
    return words


def read_parts(  # noqa: PLR0917 - as above
    text: str,
    start: int,
    end: int,
    quotations: Sequence[Quotation],
    lexicon: Lexicon,
    named: Sequence[tuple[int, int]] = (),
) -> Iterator[Words]:
    """The same of a stretch of any length, in parts of whole sentences: what is made of words takes much room."""
    words, at, first = Words(text), start, 0
    for stop, number in _stops(text, start, end, quotations, blanks=not named):
        words.read(at, stop, quotations[first:number], lexicon, named)
        *parts, words = words.parts()
        yield from parts
        at, first = max([stop, *words.ends[-1:]]), number
    yield words


def _stops(
    text: str, start: int, end: int, quotations: Sequence[Quotation], *, blanks: bool
) -> Iterator[tuple[int, int]]:
    """Where to part a stretch, and how many quotations stand before: behind one or, if so wanted, at blanks."""
    at = start
    for number, quotation in enumerate(quotations):
        for at in stops(text, at, (quotation.label or quotation.span).start, LONG) if blanks else ():  # noqa: B020
            yield at, number
        if quotation.span.end - at > LONG:
            at = quotation.span.end
            yield at, number + 1
    yield from ((stop, len(quotations)) for stop in stops(text, at, end, LONG) if blanks)
    yield end, len(quotations)


def _read_between(words: Words, at: int, end: int, lexicon: Lexicon, named: Sequence[tuple[int, int]]) -> None:
    """Add the words of a stretch without quotations, each name that was told one of them."""
    for number in range(bisect_left(named, (at, 0)), len(named)) if named else ():
        start, stop = named[number]
        if stop > end:
            break
        _read_plain(words, at, start, lexicon)
        words.add(start, stop, Word("N", words.text[start:stop]))
        at = stop
    _read_plain(words, at, end, lexicon)


def _read_plain(words: Words, at: int, end: int, lexicon: Lexicon) -> None:
    """Add the words of a stretch without quotations; numbers of notes are none: *a wreck[1]*."""
    if words.text.find("[", at, end) >= 0:
        for note in _NOTE.finditer(words.text, at, end):
            _read_unbroken(words, at, note.start(), lexicon)
            at = note.end()
    _read_unbroken(words, at, end, lexicon)


def _read_unbroken(words: Words, at: int, end: int, lexicon: Lexicon) -> None:
    if at >= end:
        return
    known = lexicon.known
    starts, ends, all_words, tags = words.starts, words.ends, words.words, words.tags
    for piece in cut_spaced(words.text, at, end, lexicon):
        word, tag, indent, length = known[piece]
        start, at = at + indent, at + length
        if tag:
            starts.append(start)
            ends.append(at)
            all_words.append(word)
            tags.append(tag)
        else:
            _read_special(words, start, at, word)


def _read_special(words: Words, start: int, end: int, word: Word) -> None:
    """Add what is two words, *he's*, *Ann's*, or an apostrophe that may be a genitive; blanks are none."""
    if word.parts is not None:
        middle, first, second = word.parts
        words.add(start, start + middle, first)
        words.add(start + middle, end, second)
    elif word.tag == "y":
        joined = words.text[start - 1] in "sSxXzZ"
        words.add(start, end, _GENITIVE if joined and word.lemma in "'’" else word)


# ---------------------------------------------------------------- sentences


def sentence_bounds(words: Words) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end, counted in words."""
    begin, last = _behind_dateline(words), len(words.tags) - 1
    if begin:
        yield 0, begin
    for at in (*map(re.Match.start, _MAY_END.finditer("".join(words.tags))), last):
        while begin + _LONGEST < at:
            yield begin, begin + _LONGEST + 1
            begin += _LONGEST + 1
        if at < last and (at - begin == _LONGEST or _ends_sentence(words, at, begin)):
            yield begin, at + 1
            begin = at + 1
    if begin <= last:
        yield begin, last + 1


def _behind_dateline(words: Words) -> int:
    """How many words tell where a report was written, and are no part of its first sentence: *OSLO (AP) —*."""
    dash = next((at for at, tag in enumerate(words.tags[:_LONGEST_DATELINE]) if tag == "-"), len(words.tags))
    if dash + 1 >= len(words.tags):
        return 0
    place = words.text[words.starts[0] : words.starts[dash]].rstrip()
    if not (len(place) > 1 and place.isupper()) and not _DATELINE.fullmatch(place):
        return 0
    behind = words.text[words.starts[dash + 1] : words.ends[dash + 1]]
    opens = words.tags[dash + 1] == "Q" or (behind[0].isupper() and (len(behind) == 1 or not behind.isupper()))
    before = words.text[max(0, words.starts[0] - _INDENT) : words.starts[0]].rstrip(" \t")
    return dash + 1 if opens and before[-1:] in ("", "\n", "\r") else 0


def _ends_sentence(words: Words, at: int, begin: int) -> bool:
    """Whether the sentence that began there ends with this word."""
    tag = words.tags[at]
    if tag in ".)":
        return _starts_sentence(words, at + 1)
    return _quotation_ends_sentence(words, at, begin) if tag == "Q" else _opens_behind_abbreviation(words, at)


def _opens_behind_abbreviation(words: Words, at: int) -> bool:
    """Whether a word of the closed classes, with a capital, opens a sentence behind *the U.S.*: *The*, *He*."""
    following = words.words[at + 1]
    return following.small is not None and words.text[words.ends[at] - 1] == "."


def _starts_sentence(words: Words, at: int) -> bool:
    tag = words.tags[at]
    if tag in "Q#(":
        return True
    if tag in ",;:)-~.'":
        return False
    return not words.text[words.starts[at]].islower()


def _last_sign(quotation: Quotation) -> str:
    """The last sign of what is quoted, or nothing: ``.``, ``?``, ``!``, ``,``."""
    said = quotation.inner.text
    if said[-1:] not in _SIGNS:
        said = said.rstrip(" \t\n\r\u00a0\u202f)]”’\"'»“")
    return said[-1] if said and said[-1] in _SIGNS else ""


def _quotation_ends_sentence(words: Words, at: int, begin: int) -> bool:
    """Whether a sentence ends with this quotation: “It ended.” Lee left; not “It is late,” Lee said."""
    sign = _last_sign(words.quotations[at])
    if sign in ",;:-—–":
        return False
    following = words.tags[at + 1]
    if following == "Q":
        return True
    if following in ",;:)-~.'" or words.text[words.starts[at + 1]].islower():
        return False
    if words.tags[at - 1] in ",:" and any(
        words.tags[k] == "v" and _frames(words.words[k].verb, words.words[k], after_pronoun=False)
        for k in range(max(begin, at - _INTRODUCED), at - 1)
    ):
        return True  # Ann wrote, “Who knows?” | Moe answered
    framed = _frame_follows(words, at + 1, stopped=sign == ".")
    return not framed if sign in "?!…" else framed != "closed"


def _frame_follows(words: Words, at: int, *, stopped: bool) -> str:
    """Whether *Lee said* or *Lee, a guard, said* follows; where it ``stopped`` before, not *Lee groaned*.

    ``closed`` if it is a sentence to itself, else ``open``, or nothing.
    """
    tags, all_words = words.tags, words.words
    opening = "rPSjcqmT" if tags[at + 1 : at + 2] == ["v"] else "rPSjcq"
    named = in_relative = False
    for k in range(at, min(at + _FRAME_REACH, len(tags))):
        tag, word = tags[k], all_words[k]
        if (k == at and tag in opening) or tag in "Nnp":
            named = True  # also a name that looks like another word: *From said*, *Will said*
        elif tag == ",":
            in_relative = False
        elif tag == "w" and named:
            in_relative = True
        elif tag == "v" and named and not in_relative and not _describes(tags, k):
            verb = word.verb
            if verb is not None and k + 2 < len(tags) and all_words[k + 2].lemma != "to":
                verb = verb.particles.get(all_words[k + 1].lemma, verb)  # went on
            if _frames(verb, word, after_pronoun=tags[k - 1] == "p") and not (
                stopped and verb is not None and verb.cue == "manner"
            ):
                after = tags[k + 1] if k + 1 < len(tags) else "."
                return "closed" if after == "." else "open"
            voiced = verb is not None and verb.cue in ("manner", "thought") and "that" in verb.frames
            told = voiced and not stopped and tags[k - 1] in "Nn"
            ends = ",.rS" if verb is not None and verb.cue == "thought" else ",."  # Lee thought | as she left
            if told and tags[k + 1 : k + 2] and tags[k + 1] in ends:
                return "closed"  # “Why?” Lee laughed, but not: “Why?” She laughed
            if word.verb is not None and word.verb.noun == "never" and set(word.forms) <= set("sdpn"):
                return ""
        elif tag == "P":
            if not named:
                return ""
        elif tag not in "djq#'cTeg" and not (named and tag in "bhrv"):
            return ""
    return ""


def _describes(tags: Sequence[str], at: int) -> bool:
    """Whether what may be a verb goes with a noun: *Lee, a | retired | clerk, said*."""
    return tags[at - 1] == "d" and tags[at + 1 : at + 2] == ["n"]


def _frames(verb: Verb | None, word: Word, *, after_pronoun: bool) -> bool:
    """Whether a verb behind a mention says that it spoke: *said*, *continued*, *went on*, but not *nodded*."""
    if verb is None or not (word.finite or (after_pronoun and "b" in word.forms)):
        return False
    return verb.strong or ("quote" in verb.frames and verb.cue in ("speech", "other", "writing"))
