"""Whom a pronoun beside a cue means, or what it tells."""

from __future__ import annotations

from itertools import pairwise

import regex

from ..exchange import Exchange
from ..mentions import Mention
from ..persons import Person
from ..span import Span
from .appositions import told_next
from .bodies import body_before
from .known import is_known, names_person, tells_of_person
from .named import group_of, is_list
from .sources import BODY_REACH, LONGEST_WORD, Sources
from .things import creature_before, thing_before

HE = {"he": "m", "him": "m", "himself": "m", "his": "m", "she": "f", "her": "f", "herself": "f", "hers": "f"}
MYSELF = frozenset({"i", "me", "myself"})
_MANY = frozenset({"they", "them", "we", "us", "both", "all", "themselves", "ourselves"})
_AS_ONE = regex.compile(r"\s+\p{Ll}+\s+(?:together|in (?:unison|chorus)|as one)\b")
"""What tells that several speak, whoever was named last: *they* | said together."""
_THING = frozenset({"it", "itself", "this", "that", "these", "those"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_TOGETHER = regex.compile(r",? (?:and|&) (?:(?:the|his|her|their) )?(?:(?P<words>\p{Ll}[\p{L}-]*) ){0,3}")
"""What joins two who are named together: *the tenor Per Moe* and the soprano *Ida Lee*."""
_APPOSED = (", the ", ", a ", ", an ", ", ")
_SOLEMN = frozenset({"body", "document"})
"""Those that speak even in a story; there a voice or the words are *it* because of who speaks them."""


def read_pronoun(sources: Sources, turn: Exchange, source: Mention) -> None:
    """Settle the speaker of a turn by a pronoun, or note the gender it tells."""
    word = source.head.text.lower()
    cast = sources.cast
    if word in MYSELF:
        turn.settled = None if turn.inside else cast.narrator  # inside other words it is who says those
    elif word in HE:
        turn.group, turn.gender = "pronoun", HE[word]
    elif word in _RELATIVE:
        _read_relative(sources, turn, source)
    elif word in _MANY and _AS_ONE.match(sources.text, source.span.end):
        turn.settled = cast.body(source.text, "group")
    elif word in _MANY:
        several = cast.last_group or (_several_before(sources, source) if word == "they" else None)
        turn.settled = several or cast.last_body or cast.body(source.text, "group")
    elif word == "it" and sources.genre == "fiction":
        thing = creature_before(sources, source) or thing_before(sources, source, _SOLEMN)
        turn.settled = thing or body_before(sources, source)
        turn.group = "pronoun"
    elif word in _THING:
        body = thing_before(sources, source) or cast.last_body or body_before(sources, source)
        turn.settled = body or cast.body(source.text, "unnamed")
    else:
        turn.settled = told_next(sources, source) or cast.stranger(source.text)


def _several_before(sources: Sources, source: Mention) -> Person | None:
    """Those who were last named together before *they*: *Ida and Otto Moe* run a mill."""
    index = sources.index
    runs = index.within(source.span.start - BODY_REACH, source.span.start)
    for before, after in reversed([*pairwise(runs)]):
        named, places = [before, after], (index.starts[before], index.starts[after])
        between = _TOGETHER.fullmatch(sources.text, index.ends[before], places[1])
        joined = between is not None and all(tells_of_person(sources, word) for word in between.captures("words"))
        joined = joined and all(names_person(sources, each) for each in named)
        if joined and is_list(named, index) and not any(map(sources.narration.is_speech, places)):
            span = Span(places[0] + index.name(before).skip, index.ends[after], sources.text)
            return group_of(sources, Mention(span, "name", span, span), named)
    return None


def _read_relative(sources: Sources, turn: Exchange, source: Mention) -> None:
    """Who and which mean the mention before them."""
    at = source.span.start
    words = sources.text[max(0, at - LONGEST_WORD) : at].split()
    before = words[-1] if words else ""
    if _asks(sources, before):
        turn.settled = sources.cast.stranger(source.text)
        return
    noun = before.rstrip(",")
    kinds, plural = sources.lexicon.nouns.get(noun, ("", False))
    several = noun == "those" or (not kinds and noun.islower() and noun.endswith("s") and not noun.endswith("ss"))
    if plural or several or kinds.startswith("group"):
        turn.settled = sources.cast.body(noun, "group")
        return
    figures = sources.narration.near(sources.narration.paragraph_of(at), at, at)
    told = [f for f in figures if f.end <= source.span.start and not f.possessor]
    if len(told) > 1 and sources.text[told[-2].end : told[-1].start] in _APPOSED:
        named = told[-2].person
        if named is not None and is_known(named):
            told.pop()  # Ann Lee, the baker | who
    if told and told[-1].person is not None:
        turn.settled = told[-1].person
    elif told and told[-1].key:
        turn.settled = sources.cast.called(told[-1].key, sources.text[told[-1].start : told[-1].end])
    else:
        turn.group = "pronoun"


def _asks(sources: Sources, before: str) -> bool:
    """Whether *who* behind a word asks, and means nobody told of before: *would not say | who*."""
    verb = sources.lexicon.word(before).verb if before else None
    return before == "out" or (verb is not None and "wh" in verb.frames and verb.noun != "often")
