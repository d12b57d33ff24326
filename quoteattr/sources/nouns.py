"""Whom a noun beside a cue means, or what it tells."""

from __future__ import annotations

import regex

from ..described import natives
from ..exchange import Exchange
from ..mentions import Mention
from ..narration import SHORT, noun_key
from ..persons import noun_gender
from ..pieces import OF_TWO
from ..span import Span
from .appositions import named_behind, told_next
from .bodies import GENERAL, body_meant
from .pronouns import HE
from .sources import BODY_REACH, INDEFINITE, Sources
from .voices import noun_with_voice, owner_named, whose_voice

_HIS = frozenset({"his", "her"})
_SPOUSES = frozenset({"wife", "husband"})
_DEFINITE = frozenset({"the", "his", "her", "their", "its", "my", "our", "this", "that", "these", "those"})
_MARKED = regex.compile(
    r"\s+(?:with|in)\s+the\s+(?:\p{Ll}[\p{Ll}-]*\s+){0,2}?(?P<mark>\p{Ll}[\p{Ll}-]*)(?=[,.;:—]|\s+(?:and|who|to)\b|\Z)"
)
"""What tells one man from another: *the man | with the beard*."""
_WITH_MARK = regex.compile(r"\s+(?:with|in)\s+an?\s+(?:\p{Ll}[\p{Ll}-]*\s+){0,2}?\p{Ll}")
"""What tells somebody new from others: *a man | with a beard*."""
_SORTS = {"voice": "a voice", "role": "a role", "kin": "of the family", "person": "a person"}
_OWNED = regex.compile(r"\p{L}[’']s?\s+\p{L}")
_BEHIND_PREPOSITION = regex.compile(r"(?<=\b(?i:in|with|after|at|on|under|for)\s+)")
_DETERMINED = regex.compile(rf"(?:{'|'.join(sorted(_DEFINITE | INDEFINITE))}|\p{{L}}+[’']s)\b")
_WITH_A = regex.compile(
    r"(?<!\b(?:like|as|than|such|is|was|were|be|been|for|not|never|become|became) )"
    r"(?<!\p{Lu}[\p{L}’'-]*, )"
    r"\b(?P<phrase>(?:an?|another) (?:(?!(?:an?|the|of|on|in|at|to|with|for|by|from|his|her)\b)"
    r"\p{Ll}[\p{L}-]*,? ){0,4})$"
)
"""What introduces somebody before a noun: a stout, elderly | *man*; not *he was a* | *man*."""
_PHRASE = 60
INTRODUCED = "somebody introduced"
_ENDS = regex.compile(r"(?<!\W)\W+$")


def read_noun(sources: Sources, turn: Exchange, source: Mention) -> None:
    """Settle the speaker of a turn by a noun, or note what it tells: gender, whose kin, by what it is known again."""
    words = source.head.text.split()
    first, head = source.text.split()[0].lower(), _ENDS.sub("", words[-1]).lower()
    kinds, plural = sources.lexicon.nouns.get(head, ("", False))
    kind = kinds.partition(",")[0]
    story = sources.genre == "fiction" and not turn.inside
    owned = _OWNED.search(source.text) is not None
    person = named_behind(sources, source) or (told_next(sources, source) if first in INDEFINITE else None)
    if person is not None:
        turn.settled = person
        sources.narration.nouns.setdefault(head, person)
    elif "voice" in kinds and first not in INDEFINITE and (noun := noun_with_voice(sources, source)) is not None:
        read_noun(sources, turn, noun)
    elif "voice" in kinds and (whose := whose_voice(sources, source)) is not None:
        turn.settled = whose
    elif story and (_is_aside(sources, source, kind) or ("voice" in kinds and first in _HIS)):
        if first in _HIS:
            turn.group, turn.gender = "pronoun", HE[first]
    elif kind == "body" or head in GENERAL:
        turn.settled = body_meant(sources, source, first)
        sources.cast.last_group = turn.settled if plural else sources.cast.last_group
    elif plural:
        turn.settled = sources.cast.last_group = sources.cast.body(source.text, "group")
    elif kind in ("document", "work", "speech"):
        turn.settled = sources.cast.body(source.text, "document")
    elif first in INDEFINITE:
        _introduce(sources, turn, source, head)
        turn.sort = "a new voice" if "voice" in kinds else turn.sort
    elif (kind == "kin" or (story and owned)) and (owner := owner_named(sources, source)) is not None:
        turn.owner = owner
        _read_person_noun(sources, turn, source, head, kind)
    elif turn.inside or (owned and not story) or (first not in _DEFINITE and not owned):
        turn.settled = sources.cast.body(source.text, "unnamed")
    else:
        _read_person_noun(sources, turn, source, head, kind)


def _introduce(sources: Sources, turn: Exchange, source: Mention, head: str) -> None:
    """Another official: somebody new each time; in a long story perhaps somebody known, not yet recognised."""
    person = sources.cast.stranger(source.text)
    gender = noun_gender(head, sources.lexicon)
    if gender in ("m", "f"):
        person.vote(gender, 20.0)
    else:
        sources.cast.last_group = person  # a spokesperson; then *they*
    book = sources.genre == "fiction" and len(sources.text) > SHORT
    if not (book and _WITH_MARK.match(sources.text, source.head.end)):  # elsewhere the man is another
        sources.narration.nouns.setdefault(head, person)
        sources.cast.unnamed.setdefault(head, person)
    if not book or turn.inside:
        turn.settled = person
    else:
        turn.group, turn.gender, turn.sort = "noun", gender, "somebody new"
        turn.key = f"{head} {person.number}"
        sources.cast.unnamed[turn.key] = person
        sources.called[head] = source.span.end, head, turn.key


def _is_aside(sources: Sources, source: Mention, kind: str) -> bool:
    """Whether a noun of a story is nobody: *in a low tone*, *thoughts*."""
    bare = not kind and source.text.islower() and not _DETERMINED.match(source.text)
    if bare and source.text not in sources.lexicon.closed:
        return True
    if kind == "speech" or (kind == "time" and not source.text.startswith("the ")):  # but: said the second
        return True
    return _BEHIND_PREPOSITION.match(sources.text, source.span.start) is not None


def _read_person_noun(sources: Sources, turn: Exchange, source: Mention, head: str, kind: str) -> None:
    """Note what a noun for a person tells, if it does not settle who it is: *his wife*."""
    turn.group = "noun"
    turn.gender = natives().get(head.capitalize()) or noun_gender(head, sources.lexicon)
    if kind == "kin":
        turn.owner = turn.owner or sources.narration.owner_at(source.span.start)
        if head in _SPOUSES and turn.owner is not None:
            turn.settled = sources.people.spouse(turn.owner)
            if turn.settled is not None:
                return
    if head in OF_TWO:
        return
    words = source.text.split()
    adjective = words[words.index(head) - 1].lower() if head in words[1:] else ""
    turn.key = noun_key(kind, words[0].lower(), adjective, head, turn.owner)
    brief = kind == "kin" and len(sources.text) <= SHORT  # who has no name yet is my mother as others are the cook
    turn.sort = "a role" if brief else _SORTS.get(kind, "a role")
    stop = source.extent.end if source.extent.end > source.head.end else len(sources.text)
    marked = _MARKED.match(sources.text, source.head.end, stop) if kind == "person" else None
    if marked is not None:
        turn.key = f"{turn.key} {marked['mark']}"
    elif kind == "person" and sources.genre == "fiction":
        _read_last_so_called(sources, turn, head)
    sources.cast.called(
        turn.key, sources.text[source.span.start : marked.end() if marked else source.span.end], gender=turn.gender
    )


def _read_last_so_called(sources: Sources, turn: Exchange, head: str) -> None:
    """*The gentleman* behind *the old gentleman* is the old one; behind *a stout gentleman*, in a book, that one."""
    at, key, introduced = sources.called.get(head, (0, "", ""))
    adjective, first = turn.key.removesuffix(head), max(at, turn.start - BODY_REACH)
    if turn.start - at > BODY_REACH:
        key = introduced = ""
    new = _introduced(sources, head, adjective, first, turn.start) if len(sources.text) > SHORT else None
    if new is not None:
        introduced = f"{new.start} {head}"
        sources.cast.called(introduced, new.text, gender=turn.gender)
    elif key and turn.key == head:
        turn.key = key
    elif turn.key != key:
        introduced = ""
    if introduced:
        turn.introduced, turn.sort = introduced, INTRODUCED
    sources.called[head] = turn.start, turn.key, introduced


def _introduced(sources: Sources, head: str, adjective: str, start: int, end: int) -> Span | None:
    """Who is last told of in the narration with *a* and a noun: *with | a bald man | over a bowl of soup*."""
    text, narration, described = sources.text, sources.narration, f" {adjective}"
    at = text.rfind(f" {head}", start, end)
    while at >= 0:
        after = at + 1 + len(head)
        found = _WITH_A.search(text, max(start, at - _PHRASE), at + 1)
        if found is not None and described in found[0] and not text[after].isalpha() and not narration.is_speech(at):
            return Span(found.start("phrase"), after, text)
        at = text.rfind(f" {head}", start, at)
    return None
