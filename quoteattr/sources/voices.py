"""Whose mother or voice it is that speaks."""

from __future__ import annotations

import regex

from ..lexicon import PERSONS
from ..mentions import Mention
from ..persons import Person
from ..span import Span
from .sources import Sources

_WHOSE = regex.compile(r",? whose (?:\p{Ll}+ )?")
_OF_NAME = regex.compile(r"\s+of\s+")
_OF_NOUN = regex.compile(r"\s+of\s+(?P<noun>(?:the|an?|his|her|my|their|our)(?:\s+\p{Ll}+){1,2})\b")
_OWNS = regex.compile(r"['’]s\s")
_SMALL_WORD = regex.compile(r"\b\p{Ll}+")
FRONT = 100  # characters of what opens a sentence so


def owner_named(sources: Sources, source: Mention) -> Person | None:
    """Who is named before 's: *Ann's mother*."""
    index = sources.index
    for at in index.within(source.span.start, source.span.end):
        if sources.text[index.ends[at] : index.ends[at] + 2] in ("'s", "’s"):
            return sources.people.at(at)
    return None


def whose_voice(sources: Sources, source: Mention) -> Person | None:
    """Whose voice it is: the name with 's before it, *of* behind it, or *Lee, whose clear | voice | said*."""
    index = sources.index
    before = index.within(source.span.start - FRONT, source.span.start)
    if before and _WHOSE.fullmatch(sources.text, index.ends[before[-1]], source.span.start):
        return sources.people.at(before[-1])
    for at in index.within(source.span.start, source.extent.end + 40):
        owns = sources.text[index.ends[at] : index.ends[at] + 2] in ("'s", "’s") and index.ends[at] <= source.span.end
        if owns or _OF_NAME.fullmatch(sources.text, source.head.end, index.starts[at] + index.name(at).skip):
            return sources.people.at(at)
    return None


def noun_with_voice(sources: Sources, source: Mention) -> Mention | None:
    """The noun for whose voice it is: *his sister*'s voice, the voice of *the old man*."""
    *_, owns = 0, *(found.start() for found in _OWNS.finditer(source.text))
    start, end = source.span.start, source.span.start + owns
    if not owns:
        behind = _OF_NOUN.match(sources.text, source.head.end)
        if behind is None:
            return None
        start, end = behind.span("noun")
    kind_of = sources.lexicon.kind_of
    words = [found for found in _SMALL_WORD.finditer(sources.text, start, end) if kind_of(found[0]) in PERSONS]
    if not words:
        return None
    span, head = Span(start, words[-1].end(), sources.text), Span(*words[-1].span(), sources.text)
    return Mention(span, "nominal", head, span)
