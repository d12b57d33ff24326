"""Elements: how each word of a pattern that stands for something is looked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import Final, Protocol

from attrs import frozen

from ..mentions import Mention
from ..passage import Passage
from ..phrases import Phrase
from .walk import Walk

_REACH = 12  # phrases that a mention may have before the word at which it ends
_DASHES = frozenset("-–—―")
_FORMS = ("name", "pronoun", "nominal")
_CLASSES = ("speech", "writing", "judgement", "thought", "evidence", "plan", "manner", "other")
_NO_KINDS: tuple[str, ...] = ()

Found = Iterator[tuple[int, int, Mention | None]]
"""Where an element ends, seen in the direction of the match, where it stands, and its mention; the likeliest first."""


class _Look(Protocol):
    """How an element is looked for at a word, to the right or (``back``) to the left."""

    def __call__(self, walk: Walk, word: int, value: str, /, *, back: bool) -> Found: ...


def one_phrase(fits: Callable[[Passage, int, str], bool]) -> _Look:
    """An element that is one phrase."""

    def look(walk: Walk, word: int, value: str, *, back: bool) -> Found:
        at = (walk.ends if back else walk.begins).get(word)
        if at is not None and fits(walk.passage, at, value):
            yield (walk.phrases[at].first if back else walk.phrases[at].last), at, None

    return look


def _reports(passage: Passage, at: int, value: str) -> bool:
    """Whether a verb of the tables stands there that reports, and not in the passive."""
    group = passage.group_at(at)
    if passage.around[at] not in "VGI" or group is None or group.verb is None or group.passive:
        return False
    return group.verb.cue == value if value else bool(group.verb.cue)


def _is_verb(passage: Passage, at: int, value: str) -> bool:
    group = passage.group_at(at)
    return group is not None and (not value or group.lemma.partition(" ")[0] == value)  # put it: a form of put


def _is_kind(kinds: str) -> Callable[[Passage, int, str], bool]:
    return lambda passage, at, _: passage.around[at] in kinds


def _word(walk: Walk, word: int, value: str, *, back: bool) -> Found:
    place = word - back
    if place in walk.passage.places_of(value):
        yield (place if back else word + 1), place, None


def _sign(walk: Walk, word: int, value: str, *, back: bool) -> Found:
    """A sign; a dash is any dash."""
    place, words = word - back, walk.passage.reading.sentence.words
    if walk.phrases[0].first <= place < walk.phrases[-1].last:
        tag = words.tags[place]
        same = tag == value if value in ",;:" else words.text[words.starts[place] : words.ends[place]] == value
        if same or (tag == "-" and value in _DASHES):
            yield (place if back else word + 1), place, None


def _start(walk: Walk, word: int, _: str, *, back: bool) -> Found:
    """The start of the sentence."""
    if back and word == walk.phrases[0].first:
        yield word, 0, None


def _end(walk: Walk, word: int, _: str, *, back: bool) -> Found:
    """The end of the sentence."""
    if not back and word == walk.phrases[-1].last:
        yield word, len(walk.phrases), None


def _mention(walk: Walk, word: int, value: str, *, back: bool) -> Found:
    """A mention with what describes it, and the comma behind that; else its simple form."""
    phrases = walk.phrases
    if not back:
        at = walk.begins.get(word)
        mention = walk.mention(at) if at is not None else None
        if at is not None and mention is not None and value in ("", mention.form):
            yield from ((phrases[last].last, at, mention) for last in _lasts(walk, at, mention))
        return
    end = walk.ends.get(word)
    if end is None:
        return
    clause = walk.passage.reading.of_verb.get(end + 1)
    subject = clause.subject if clause is not None else None
    first = max(0, end - _REACH)
    firsts = [subject] if subject is not None and subject < first else []
    for at in (*firsts, *range(first, end + 1)):
        mention = walk.mention(at) if phrases[at].kind in "Mwt" else None
        if mention is not None and value in ("", mention.form) and end in _lasts(walk, at, mention):
            yield phrases[at].first, at, mention


def _lasts(walk: Walk, at: int, mention: Mention) -> list[int]:
    """The phrases with which a mention may end: with what describes it, and its comma, or without."""
    known = walk.lasts.get(at)
    if known is None:
        phrases, known = walk.phrases, list[int]()
        for stop in (mention.extent.end, mention.span.end):
            last = next((k for k in range(at, len(phrases)) if phrases[k].end >= stop), None)
            if last is not None and phrases[last].end == stop and last not in known:
                described = stop > mention.span.end and walk.passage.around[last + 1] == ","
                known += [last + 1, last] if described else [last]
        walk.lasts[at] = known
    return known


def _owner(walk: Walk, word: int, value: str, *, back: bool) -> Found:
    """Who a noun belongs to: *Ann Lee’s* words, *his* words."""
    begins, words = walk.begins, walk.passage.reading.sentence.words
    at = begins.get(word) if not back else bisect_right(walk.phrases, word - 1, key=_first_of) - 1
    owner = walk.passage.owner(at) if at is not None and walk.phrases[at].kind == "M" else None
    if at is None or owner is None or value not in ("", owner.form):
        return
    phrase = walk.phrases[at]
    last = next(k for k in range(phrase.first, phrase.last) if words.ends[k] >= owner.span.end)
    end = last + 1 + (words.tags[last + 1 : last + 2] == ["'"])
    if not back:
        yield end, at, owner
    elif end == word:
        yield phrase.first, at, owner


def _first_of(phrase: Phrase) -> int:
    return phrase.first


@frozen
class Element:
    """What a word in capitals stands for; ``kinds`` are what may stand behind its colon, None for any word."""

    kinds: tuple[str, ...] | None
    look: _Look


ELEMENTS: Final[Mapping[str, Element]] = {
    "CONTENT": Element(_NO_KINDS, one_phrase(_is_kind("Q"))),
    "SOURCE": Element(_FORMS, _mention),
    "ADDRESSEE": Element(_FORMS, _mention),
    "MENTION": Element(_FORMS, _mention),
    "OWNER": Element(_FORMS, _owner),
    "CUE": Element(_CLASSES, one_phrase(_reports)),
    "VERB": Element(None, one_phrase(_is_verb)),
    "ADVERB": Element(_NO_KINDS, one_phrase(_is_kind("r"))),
    "TIME": Element(_NO_KINDS, one_phrase(_is_kind("T"))),
    "QUOTATION": Element(_NO_KINDS, one_phrase(_is_kind("Q"))),
    "START": Element(_NO_KINDS, _start),
    "END": Element(_NO_KINDS, _end),
}
"""All elements; a word that is written small is itself, a sign as well."""

PLAIN: Final[Mapping[str, _Look]] = {"word": _word, "sign": _sign}
"""Those that stand for themselves."""
