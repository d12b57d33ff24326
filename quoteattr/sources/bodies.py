"""Which body a noun or *it* means: *the company*, *the council*."""

from __future__ import annotations

import regex

from ..mentions import Mention
from ..persons import Person
from .known import is_known
from .sources import BODY_REACH, LONGEST_WORD, Sources

GENERAL = frozenset(
    "agency airline bank business chain charity club company firm group network organisation organization publisher "
    "retailer startup team".split()
)
"""Nouns for a body that has been named before."""
_BODY_BEHIND = regex.compile(
    r",\s+(?:an?|the)\s+(?:[\p{L}-]+\s+){0,3}?(?P<noun>\p{Ll}+)(?=[,.]|\s+(?:based|from|in|of|that|which|with)\b)"
)
"""What a name is said to be behind it: *Alpengold*, a Swiss brewery *in Uri*."""
_NEXT_NOUN = regex.compile(r"\s(\p{Ll}[\p{Ll}-]*)")
_NOUN_BEFORE = regex.compile(r"(?<=\s(\p{Ll}[\p{Ll}-]*)\s)")
_OF_PLACE = regex.compile(r"\s+of(?:\s+the)?(?:\s+\p{Lu}[\p{L}'’-]+)+")
_TRADED = regex.compile(r"(?:['’]s?)? (?:shares|stock)\b")
_TRADED_BEFORE = regex.compile(r"\b[Ss](?:hares|tock) (?:in|of) $")
_HEADS = regex.compile(r"[ \t]*[:|]|[^.!?\n\r]{0,200}+(?:\Z|[\n\r]++(?!\p{Ll}))")
"""What follows a name that is a heading or a label, not told of; no heading goes on for longer."""


def body_meant(sources: Sources, source: Mention, first: str) -> Person:
    """The company: the body last named, if the noun is a general one; else the body so called."""
    words = source.text.split()
    body: Person | None = None
    if first in ("the", "this") and all(_describes(sources, word) for word in words[1:-1]):
        body = _body_introduced_as(sources, source, words[-1]) if source.text[1:].islower() else None
        if body is None and words[-1] in GENERAL:
            body = _last_body(sources, source)
        elif body is None and len(words) == 2:
            body = _body_named_so(sources, source, words[-1].capitalize())
    return body or sources.cast.body(source.text, "organisation")


def _body_introduced_as(sources: Sources, source: Mention, noun: str) -> Person | None:
    """The body last named with a noun before it or behind it: *the brewery* Alpengold, Alpengold, *a brewery*."""
    index, people = sources.index, sources.people
    for at in reversed(index.within(source.span.start - BODY_REACH, source.span.start)):
        person = people.at(at)
        if person is None or index.name(at).kind == "person":
            continue
        described = _BODY_BEHIND.match(sources.text, index.ends[at])
        if sources.text.endswith(f"{noun} ", 0, index.starts[at]) or (described and described["noun"] == noun):
            person.type = "organisation"
            return person
    return None


def _body_named_so(sources: Sources, source: Mention, noun: str) -> Person | None:
    """The body last named with a noun in its name: *the council* is Dunmore Council."""
    index, people = sources.index, sources.people
    for at in reversed(index.within(source.span.start - BODY_REACH, source.span.start)):
        name = index.name(at)
        if name.kind == "body" and noun in name.words:
            whole = _OF_PLACE.match(sources.text, index.ends[at])
            if whole is None:
                return people.at(at)
            return sources.cast.body(sources.text[index.starts[at] : whole.end()], "organisation")
    return None


def _describes(sources: Sources, word: str) -> bool:
    """Whether a word only describes what has been named: *the Swedish airline*, no *road agency* or *Moe team*."""
    capital = word[0].isupper() and word not in sources.people.by_last
    return capital or word in sources.lexicon.adjectives


def body_before(sources: Sources, source: Mention) -> Person | None:
    """The body that opens the nearest sentence before which opens with a name."""
    index = sources.index
    for at in reversed(index.within(source.span.start - BODY_REACH, source.span.start)):
        if index.opens_sentence(at) and index.name(at).words:
            if _leads_to_body(sources, at):
                return sources.people.at(at + 1)
            return sources.people.at(at) if index.name(at).kind == "body" or _may_be_body(sources, at) else None
    return None


def _leads_to_body(sources: Sources, at: int) -> bool:
    """Whether a word with a capital only tells what kind of body is named behind it: *Energy* group | Norvik."""
    index = sources.index
    if at + 1 == len(index) or index.starts[at + 1] - index.ends[at] > LONGEST_WORD:
        return False
    return len(sources.text[index.ends[at] : index.starts[at + 1]].split()) == 1 and is_behind_noun(sources, at + 1)


def _may_be_body(sources: Sources, at: int) -> bool:
    """Whether nothing shows that one word of the narration names a person: *Alpengold*, no *Safety*, no *Ann*."""
    index, lexicon = sources.index, sources.lexicon
    words, person = index.name(at).words, sources.people.at(at)
    if person is None or len(words) != 1 or index.is_common(words[0]) or is_known(person):
        return False
    noun = _NEXT_NOUN.match(sources.text, index.ends[at])
    plain = noun is None or lexicon.word(noun[1]).tag != "n"  # no Safety inspections
    return plain and not sources.narration.is_speech(index.starts[at])


def _last_body(sources: Sources, source: Mention) -> Person | None:
    """The name of no person that opens the nearest sentence before."""
    index, people = sources.index, sources.people
    before = index.within(source.span.start - BODY_REACH, source.span.start)
    for at in reversed(before):
        person, name = people.at(at), index.name(at)
        if person is None or name.kind == "person":
            continue
        if _is_traded(sources.text, index.starts[at], index.ends[at]):
            person.type = "organisation"
            return person
        behind = is_behind_noun(sources, at) or sources.text.startswith(", which ", index.ends[at])
        if person.type == "person" and not (name.full or behind or _may_be_body(sources, at)):
            continue
        if (behind or index.opens_sentence(at)) and not _HEADS.match(sources.text, index.ends[at]):
            person.type = "organisation"
            return person
    return None


def is_behind_noun(sources: Sources, at: int) -> bool:
    """Whether a noun for a body stands before a name: *the Danish start-up | NordKelp*."""
    noun = _NOUN_BEFORE.match(sources.text, sources.index.starts[at])
    return noun is not None and (noun[1] in GENERAL or sources.lexicon.kind_of(noun[1]) == "body")


def _is_traded(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a company on the stock exchange: *Orvex shares*, *shares in Orvex*."""
    return _TRADED.match(text, end) is not None or _TRADED_BEFORE.search(text, max(0, start - 12), start) is not None
