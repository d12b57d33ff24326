"""Whom an apposition, or the next sentence, names: *its director, | Lena Strand*."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from ..mentions import Mention
from ..names import Name
from ..persons import Person
from ..span import Span
from .known import names_somebody, tells_of_person
from .named import is_list, who_is_named
from .sources import Sources

_IT_WAS = (" It was ", " That was ")
_THAT_WAS = regex.compile(r" \p{Lu}\p{Ll}+ was (?=\p{Lu})")
_NEXT_WAS = regex.compile(r"[^.!?“”\"«»]{0,60}+[.!?]\s+It was (?=\p{Lu})")
_CLOSING = frozenset(".,;—")
_BEFORE_NAME = regex.compile(
    r"(?:(?P<article>the|an?|his|her|their|its)\s+)?"
    r"(?:(?:\p{Ll}[\p{L}-]*\s+){1,4}(?:called|identified as|named)\s+|(?:(?P<words>\p{Ll}[\p{L}-]*)\s+){1,4})?"
)
"""What may stand between a comma and the name of who has just been described: *a guide,* | a man named | *Otto*,
*her agent,* | the formidable | *Ida Moe*."""
_FEW = 3  # words from one name to the next that tell only what somebody is


def named_behind(sources: Sources, source: Mention) -> Person | None:
    """Whom the apposition behind a noun names: *its director, Lena Strand*."""
    behind = source.description
    if behind is None:
        return None
    index = sources.index
    runs = index.within(behind.start, behind.end)
    if len(runs) > 1 and _leads_to_name(sources, index.ends[runs[0]], index.starts[runs[1]]):
        start, runs = index.ends[runs[0]] + 1, runs[1:]  # her partner, the | French | poet Ann Lee
    else:
        start = behind.start
    before = _BEFORE_NAME.fullmatch(sources.text, start, index.starts[runs[0]]) if runs else None
    if before is None:
        return None
    name, words, end = index.name(runs[0]), before.captures("words"), index.ends[runs[0]]
    alone = name.kind == "word" and (start, behind.end) == (index.starts[runs[0]], end)  # its owner, | Seaway |,
    if not (names_somebody(name) or alone or _is_body(sources, words)) or not _may_introduce(sources, words, name):
        return None
    if before["article"] and sources.text[end : end + 2].lstrip()[:1].islower():
        return None  # her boss, the BBC reporter
    several = is_list(runs, index)
    span = Span.of(sources.text, index.starts[runs[0]], index.ends[runs[-1 if several else 0]])
    return who_is_named(sources, Mention(span, "name", span, span))


def told_behind(sources: Sources, end: int) -> Person | None:
    """Whom the sentence behind words that nobody else says tells that it was: *“He's a liar.” | That was Tom*."""
    return _named_by(sources, _THAT_WAS, end) if sources.text.startswith(_IT_WAS, end) else None


def told_next(sources: Sources, source: Mention) -> Person | None:
    """Whom the next sentence tells that it was: *said a voice behind her. It was Tom*."""
    return _named_by(sources, _NEXT_WAS, source.span.end)


def _named_by(sources: Sources, pattern: regex.Pattern[str], start: int) -> Person | None:
    """Who is named, and no more than named, where a pattern ends."""
    behind = pattern.match(sources.text, start)
    index = sources.index
    at = index.covering(behind.end()) if behind is not None else None
    if at is None or sources.text[index.ends[at] : index.ends[at] + 1] not in _CLOSING:
        return None
    return sources.people.at(at)


def _leads_to_name(sources: Sources, start: int, end: int) -> bool:
    """Whether only what somebody is stands between two names: *Danish* | novelist | *Ann Lee*."""
    words = sources.text[start:end].split()
    return 0 < len(words) <= _FEW and all(map(str.islower, words)) and tells_of_person(sources, words[-1])


def _may_introduce(sources: Sources, words: Sequence[str], name: Name) -> bool:
    """Whether words before a name may tell who bears it: retired judge *Ann Lee*, state *Rep. Ann Lee*."""
    if all(tells_of_person(sources, word) for word in words):
        return True
    known = list(map(sources.lexicon.word, words))
    nouns = all(word.noun or word.tag in "nj" or "d" in word.forms for word in known)
    return nouns and (bool(name.titles) or tells_of_person(sources, words[-1]) or _is_body(sources, words))


def _is_body(sources: Sources, words: Sequence[str]) -> bool:
    """Whether the last word before a name is a noun for a body: *her sponsor, the* | bank | *Tvist*."""
    return bool(words) and "body" in sources.lexicon.word(words[-1]).noun
