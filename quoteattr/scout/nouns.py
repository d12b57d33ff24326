"""Who may be meant by a noun: whoever it tells of, or one who has no name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..exchange import Candidate, Exchange
from ..figures import Figure
from ..persons import Person
from .scout import Scout

_BEHIND_PREPOSITION = re.compile(r"\b(?:by|with|to|from|about|against|of) (?:the )?$")
_ELDERS = frozenset("mother father aunt uncle grandmother grandfather".split())
_SELDOM, _OFTEN = 5, 20
"""A noun that a text has more than so often is used sometimes, and at least so often, often."""


def own(scout: Scout, turn: Exchange, found: dict[int, Candidate]) -> None:
    """The narrator, and the one whom a noun phrase itself names."""
    narrator = scout.narration.narrator
    if narrator is not None and turn.group == "implicit":
        scout.candidate(found, narrator).reasons.append("tells the story")
    if not turn.key:
        return
    company = scout.company.get(turn.key)
    if company is not None and company.most is not None:
        scout.candidate(found, scout.narration.people.persons[company.most])
    described = scout.described.get(turn.key, ())
    about = any(person.number in found and scout.fits(turn, person) for person in described)
    most = max((person.count for person in described), default=0)
    for person in described:
        how = (
            "has this noun for a title" if scout.narration.people.bears(person, turn.key) else "described by this noun"
        )
        less = "" if person.count == most else ", less known than another"
        scout.candidate(found, person).reasons.append(f"{how}{less}")
    if turn.owner is not None and turn.owner.last:
        for candidate in found.values():
            if candidate.person.last == turn.owner.last:
                candidate.reasons.append("bears the name of the family")
    itself = scout.unnamed.get(turn.unnamed) if not about else None
    for candidate in found.values():
        if candidate.person is not itself:
            candidate.reasons.append(f"not the one so called, {turn.sort}")
    if itself is not None:
        reasons = scout.candidate(found, itself).reasons
        reasons.append(f"the one so called, {turn.sort}, {use_of(scout, turn.key)}")
        if itself.count > 1:
            reasons.append("so called more than once")
        if scout.has_spoken(itself):
            reasons.append("introduced by this noun")


def use_of(scout: Scout, key: str) -> str:
    """How often a text uses a noun: one used again and again is somebody who has a name, too."""
    known = scout.uses.get(key)
    if known is None:
        text = scout.narration.text
        count, at = 0, text.find(key)
        while at >= 0 and count < _OFTEN:
            count, at = count + 1, text.find(key, at + len(key))
        often = "often" if count >= _OFTEN else "sometimes" if count > _SELDOM else "seldom"
        known = scout.uses[key] = f"a noun used {often}"
    return known


def bearers_of(scout: Scout, turn: Exchange) -> Collection[Person]:
    """Whom a noun for a role or for kin means in a short text, where somebody is told to be one: *Captain Lee*.

    A mother or an uncle is rather somebody with a title, or one of whom nothing more is told.
    """
    if not scout.short:
        return ()
    binds = scout.narration.people.lexicon.kind_of(turn.key) in ("role", "kin")
    described = scout.described.get(turn.key, ()) if binds else ()
    noun = turn.key.rpartition(" ")[2]
    if described or noun not in _ELDERS:
        return described
    people = scout.narration.people
    title = people.lexicon.titles.get(noun.capitalize())
    called = [c.person for c in turn.candidates if people.bears(c.person, noun)]
    if called and title is not None and title.kind == "kin":  # Aunt May, but not Father Moe
        return called
    titled = [c.person for c in turn.candidates if c.person.titles]
    return [*titled, scout.unnamed.get(turn.key, titled[0])] if titled else ()


def note_told(scout: Scout, turn: Exchange) -> None:
    """Whom a noun beside the cue tells as the one spoken to: *he said to | the interpreter*."""
    addressee = turn.turn.addressee
    if addressee is not None and addressee.span.text.startswith(("the ", "a ", "an ")):
        span = addressee.span
        told = next((f.person for f in scout.near if span.start <= f.start and f.end <= span.end), None)
        turn.told = told or turn.told


def strangers_near(scout: Scout, turn: Exchange) -> Sequence[Figure]:
    """The nouns near a turn, or in the paragraph before, that act and are nobody yet; behind ``scout``."""
    before = scout.narration.near(turn.paragraph - 1, turn.start, turn.end) if turn.paragraph else ()
    return [f for f in (*before, *scout.near) if f.person is None and f.subject and f.form == "noun"]


def named_beside(scout: Scout, turn: Exchange) -> Collection[Person | None]:
    """Who acts in the sentence before a noun that is not said of them: *Moe said that the nurse called it*."""
    source, head = scout.source, turn.key.rpartition(" ")[2]
    if source is None or scout.beside < 0:
        return ()
    described = [person for noun, who in scout.described.items() if head in noun.split() for person in who]
    before = [f for f in scout.near if f.sentence == scout.beside and f.end <= source.start]
    return [f.person for f in before if f.subject and f.form == "name" and f.person not in described]


def standing_opposite(scout: Scout) -> Collection[Person | None]:
    """Who stands behind a preposition right before a noun: *asked by Moe, the witness said*."""
    source, text = scout.source, scout.narration.text
    before = [f for f in scout.near if f.sentence == scout.beside and f.end <= source.start] if source else []
    if source is None or not before or text[before[-1].end : source.start].strip() != ",":
        return ()
    last = before[-1]
    told = last.form == "name" and not last.possessor and _BEHIND_PREPOSITION.search(text, last.start - 12, last.start)
    return (last.person,) if told else ()
