"""Phrase: words put together; read_sentences: from the words of paragraphs to the phrases of their sentences.

One pattern over the letters of a sentence cuts it into mentions, groups of verbs, times, single words and signs.

========  ==================================================  =========================
letter    a word                                              a phrase
========  ==================================================  =========================
N n j     a name, a noun, an adjective                        ``M`` a mention
d q #     determiner, quantifier, number                      (with these)
p o       a pronoun as subject, as object                     ``M``
e g       participles used as adjectives or nouns             (with these)
'         the genitive                                        (with these)
A V       an auxiliary with a verb after it, a finite verb    ``V`` a finite verb group
B         an auxiliary alone (*is*, *will*)                   ``B``
G E I     -ing, participle, infinitive                        ``G`` ``E`` ``I``
T         a time                                              ``T``
P r c     preposition, adverb, coordinator                    the same
s w t     subordinator, *who* and *what*, *that*              the same
, ; : -   signs, as they are; ``~`` an ellipsis, ``y`` others  the same
========  ==================================================  =========================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple

from attrs import define, field

from .letters import Group, tell_letters
from .lexicon import PEOPLE, PERSONS, Lexicon, Word
from .quotations import Quotation
from .words import Words, sentence_bounds

_letters_of = re.compile(
    r"""
      [^dq\#jTiABegnN]
    | d? [nN] (?! [nNjeg\#T'] )
    | (?= [qd\#jT] ) (?: qP (?=[dq\#]*T) )? [dq\#j]* T+ (?! [n'] ) \#?
    | i r* (?: (?:A r*)* I | B )
    | (?: A [rn]?r* )+ V
    | (?: A r* )+ G
    | B (?: r* B )*
    | d (?: r* [jeg\#] )* (?<=[je]) (?: (?: ,c? | c ) r* [jeg\#]+ )+ [nN]
      (?: (?: [nNjeg\#T] | ' (?: [rq] (?=[jeg]) )? )* (?: [nN] | \# (?! T ) ) )?
    | (?: ^ | (?<=[PQ,;:-]) | (?<=[Q,]V) ) j c r* [jn]+ [nN] (?: [nNj']* [nN] )?
    | (?: [dq\#jeg] r* (?=[dq\#jegnNT]) | T' )* [nN]
      (?: (?: [nNjeg\#T] | ' (?: [rq] (?=[jeg]) )? )* (?: [nN] | \# (?! T ) ) )?
    | d r* [je]+ \#? (?= [.;QPVA] | , (?! [dqjen\#T] ) | $ )
    | [dq\#]+
    | .
    """,
    re.VERBOSE | re.DOTALL,
).findall
_MENTIONS = frozenset("dq#nNpo")  # letters of words that are a mention by themselves
_PLAIN = dict.fromkeys(_MENTIONS, "M") | {each: each for each in "PrcTjswt,;:.-~()"}
"""The kinds of the words that are a phrase by themselves, of which no more is to be known."""
_REACH = 64  # no phrase is looked at farther before the first or behind the last
_BEYOND = "$" * _REACH + "^" * _REACH  # a negative place counts from the end
_SPEAKING = (*PEOPLE, "work")


class Phrase(NamedTuple):
    """A phrase of a sentence: its letter, its place in the text and among the words.

    A named tuple, since there is one for nearly every word.
    """

    kind: str
    start: int
    end: int
    first: int
    last: int
    word: Word | None = None
    group: Group | None = None
    quotation: Quotation | None = None


@define(eq=False)
class Sentence:
    """The phrases of one sentence, and the words they are made of."""

    words: Words
    phrases: tuple[Phrase, ...]
    kinds: str  # of the phrases, a letter each
    around: str = field(repr=False)  # the same, and what is looked at beyond them

    @property
    def start(self) -> int:
        """Where the sentence begins in the text."""
        return self.phrases[0].start

    @property
    def end(self) -> int:
        """Where the sentence ends in the text."""
        return self.phrases[-1].end


Wanted = Callable[[Words, int, int], bool]
Worth = Callable[[Words, int, int, Mapping[int, Group]], bool]


def read_sentences(
    paragraphs: Sequence[Words], lexicon: Lexicon, wanted: Wanted | None = None, worth: Worth | None = None
) -> list[list[Sentence]]:
    """The sentences of each paragraph, cut into phrases; only those that are wanted, if a test is given.

    A second test may look at their groups of verbs, and tell which of them are worth more.
    """
    titles = lexicon.titles
    bounds = [
        [each for each in sentence_bounds(words) if wanted is None or wanted(words, *each)] for words in paragraphs
    ]
    groups = [[_groups(words, *each) for each in some] for words, some in zip(paragraphs, bounds, strict=True)]
    return [
        [
            _sentence(words, *each, known, titles)
            for each, known in zip(some, told, strict=True)
            if worth is None or worth(words, *each, known)
        ]
        for words, some, told in zip(paragraphs, bounds, groups, strict=True)
    ]


def _groups(words: Words, begin: int, end: int) -> Mapping[int, Group]:
    """The groups of verbs of a sentence, and its letters told; a quotation alone has none."""
    return {} if end - begin == 1 and words.tags[begin] == "Q" else tell_letters(words, begin, end)


_its_kind = itemgetter(0)
_Row = tuple[str, int, int, int, int, Word | None, Group | None, Quotation | None]


def _sentence(words: Words, begin: int, end: int, groups: Mapping[int, Group], titles: Collection[str]) -> Sentence:
    """The phrases of a sentence whose letters and groups of verbs are told."""
    starts, ends, all_words, tags = words.starts, words.ends, words.words, words.tags
    letters = "".join(tags[begin:end])
    rows: list[_Row] = []
    first = begin
    for told, count, plain in (_cut_once if len(letters) <= _SHORT else _cut)(letters):
        kind, last = told, first + count
        if plain:
            rows.append((kind, starts[first], ends[first], first, last, all_words[first], None, None))
            first = last
            continue
        head = last - 1
        group: Group | None = None
        quotation: Quotation | None = None
        end_of = ends[head]
        if kind == "M":
            if tags[head] == "N" and (middle := _roleless(words, begin, first, last, titles)) < last:
                rows.append(("M", starts[first], ends[middle - 1], first, middle, all_words[middle - 1], None, None))
                first = middle
        elif kind in "VGIE":
            group = groups.get(head)
            if group is not None and kind != "E" and group.end > end_of:
                end_of = group.end
        elif kind == "B":
            if all_words[first].lemma == "being" and rows and rows[-1][0] == "P":
                kind = "G"  # accused of | being late
        elif kind == "Q":
            quotation = words.quotations.get(first)
        rows.append((kind, starts[first], end_of, first, last, all_words[head], group, quotation))
        first = last
    kinds = "".join(map(_its_kind, rows))
    phrases = tuple(map(tuple.__new__, repeat(Phrase), rows))  # a third of the time of Phrase(*row) for each
    return Sentence(words, phrases, kinds, kinds + _BEYOND)


_Cut = tuple[str, int, bool]
"""The kind of a phrase, how many words it has, and whether that is all to be known of it."""


class _Phrases(dict[str, _Cut]):
    """What phrases of some letters are, kept as they are met."""

    def __missing__(self, letters: str) -> _Cut:
        """Look at letters that were not met before; there are few that make a short phrase."""
        plain = _PLAIN.get(letters)
        known = (_kind_of(letters), len(letters), False) if plain is None else (plain, 1, True)
        if len(letters) <= _SHORT:
            if len(self) >= _MOST:
                self.clear()
            self[letters] = known
        return known


_SHORT, _MOST = 16, 5_000  # letters of a sentence or a phrase that comes back with other words; how many phrases
_its_phrase = _Phrases().__getitem__


def _cut(letters: str) -> tuple[_Cut, ...]:
    """What the phrases are that some letters make."""
    return tuple(map(_its_phrase, _letters_of(letters)))


_cut_once = lru_cache(maxsize=5_000)(_cut)


def _kind_of(letters: str) -> str:
    """The kind of the phrase that some letters make."""
    first = letters[0]
    if len(letters) == 1:
        return first
    if first in "iAB":
        return {"i": "I", "B": "B"}.get(first, letters[-1])
    return "T" if "T" in letters and not ("n" in letters or "N" in letters) else "M"


def _roleless(words: Words, begin: int, first: int, last: int, titles: Collection[str]) -> int:
    """Where *the interval | Gaspar Tremblay* falls apart, which ends in a name behind no role; else ``last``."""
    tags, at = words.tags, last - 1
    while at > first and tags[at - 1] in "N#":
        at -= 1
    if at <= first or tags[at - 1] not in "nq":
        return last
    noun = words.words[at - 1]
    if not noun.noun and tags[last : last + 1] in (["V"], ["A"], ["r"]) and _is_said(words, first, last, begin):
        return at
    if tags[at - 1] == "q":
        return last
    titled = words.text[words.starts[at] : words.ends[at]] in titles
    if noun.plural and tags[first - 1] in "PV" and "c" not in tags[last : last + 1]:
        return at  # declared to reporters | Ann Lee, told reporters | Ann Lee
    apart = titled and tags[first] == "d" and tags[first - 1] == "P"  # at the convention | Sen. Lee
    if any(kind in noun.noun for kind in (PERSONS if apart else _SPEAKING)):
        before = words.words[at - 2].noun if at - 2 > first else ""
        spoken = any(kind in before for kind in ("document", "speech", "time"))
        return at - 1 if spoken and tags[first - 1] == "P" else last
    if titled:
        return at
    new = words.words[first].lemma in ("a", "an")  # an honor | Moe said …
    return at if (noun.noun or new) and tags[first] in "dq#" else last


def _is_said(words: Words, first: int, verb: int, begin: int) -> bool:
    """Whether a name behind a noun that is nobody's says something.

    *The only thing | Moe | said was*, *was all | Moe | would say*, *after the race | Moe | said*.
    """
    while words.tags[verb] in "Ar" and verb + 1 < len(words.tags):
        verb += 1
    told = words.words[verb].verb
    if told is None or not told.strong or told.cue not in ("speech", "writing"):
        return False
    at = first - 1
    while words.tags[first] == "d" and at > begin and words.tags[at - 1] in "PdnTr" and words.tags[at] != "s":
        at -= 1
    fronted = words.tags[at] in "Psr" and (at == begin or words.tags[at - 1] in "t,")
    return fronted or words.tags[verb + 1 : verb + 2] == ["B"] or (first > begin and words.tags[first - 1] == "B")
