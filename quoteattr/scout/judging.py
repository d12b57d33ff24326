"""Evidence that does not depend on where a candidate was found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter

from ..addressing import Addressing, Uses
from ..exchange import Candidate, Exchange, kin_addressed, politeness, speech_of
from ..idiolect import Idiolects
from ..narration import BRIEF
from ..persons import Person
from .back import REPEATED
from .hearing import AROUND
from .reasons import add, met_lately
from .scout import Scout

_RECENT = 30
_HERE = "mentioned in the same paragraph"
_LIKENESS = (0.7, 2.2, 5.0)
_LIKE = ("speaks somewhat so elsewhere", "speaks so elsewhere", "speaks very much so elsewhere")
_UNLIKE = ("speaks somewhat otherwise", "speaks otherwise", "speaks quite otherwise")
_place_of = itemgetter(0)


def judge_all(scout: Scout, turn: Exchange) -> None:
    """What else speaks for and against each candidate of a turn."""
    for candidate in turn.candidates:
        judge(scout, turn, candidate)
    if turn.group == "implicit":
        judge_politeness(scout, turn)
    if turn.key:
        judge_company(scout, turn)
        judge_memory(scout, turn)
    if scout.idiolects is not None:
        judge_words(turn, scout.idiolects)
    if scout.addressing is not None:
        judge_calls(scout, turn, scout.addressing)
    for candidate in turn.candidates:
        candidate.reasons = scout.told.setdefault(tuple(candidate.reasons), candidate.reasons)


def judge(scout: Scout, turn: Exchange, candidate: Candidate) -> None:
    """Evidence that does not depend on where the candidate was found."""
    person, reasons = candidate.person, candidate.reasons
    if turn.group != "implicit" and scout.narration.people.gender(person) == "u":
        reasons.append("gender unknown")
    if person.type == "unnamed":
        reasons.append("has no name")
    else:
        count = person.count
        if count < 3 and (len(scout.narration.text) > BRIEF or not scout.reach.ahead):
            reasons.append("seldom named")
        elif count >= 150:
            reasons.append("often named")
        if not person.sure:
            reasons.append("perhaps no person")
    here = turn.group == "pronoun" and _HERE in reasons and len(scout.narration.text) <= BRIEF
    if not here and not scout.has_spoken(person):
        reasons.append("never named with a cue")
    if not any(map(met_lately, reasons)):
        reasons.append("not met lately")


def polite_around(scout: Scout, turn: Exchange) -> list[tuple[str, str]]:
    """The gender that the address in the turns around tells, where it tells one."""
    found: list[tuple[str, str]] = []
    for offset, when in AROUND[:2]:
        other = scout.neighbour(turn.number, offset)
        apart = other is not None and other.paragraph != turn.paragraph
        polite = politeness(other, scout.narration.text) if other is not None and apart else ()
        found.extend((gender, when) for gender in polite if len(polite) == 1)
    return found


def nearest_meant(scout: Scout, turn: Exchange) -> Iterable[tuple[Person, str]]:
    """Whom the noun was taken to mean the last time before, and the next time after."""
    uses = scout.meant.get(turn.key, ())
    before = bisect_left(uses, turn.number, key=_place_of)
    if before and turn.number - uses[before - 1][0] <= _RECENT:
        yield uses[before - 1][1], "shortly before"
    after = bisect_right(uses, turn.number, key=_place_of)
    if after < len(uses) and uses[after][0] - turn.number <= _RECENT:
        yield uses[after][1], "shortly after"


def judge_memory(scout: Scout, turn: Exchange) -> None:
    """Whom the noun was taken to mean everywhere else."""
    nearest = list(nearest_meant(scout, turn))
    memory = scout.memory.get(turn.key, {})
    others = sum(memory.values()) - 1
    for candidate in turn.candidates if others > 0 else ():
        person, reasons = candidate.person, candidate.reasons
        reasons.extend(f"meant by this noun {when}" for each, when in nearest if each is person)
        share = (memory.get(person.number, 0) - (person is turn.likely)) / others
        if share > 0.85 and others >= REPEATED:
            reasons.append("nearly always meant by this noun")
        elif share > 0.6:
            reasons.append("mostly meant by this noun")
        elif share > 0.25:
            reasons.append("sometimes meant by this noun")


def judge_company(scout: Scout, turn: Exchange) -> None:
    """Who is about wherever the noun speaks, and who answers it."""
    company = scout.company.get(turn.key)
    if company is None:
        return
    for candidate in turn.candidates:
        person, reasons = candidate.person, candidate.reasons
        if person.number == company.most:
            reasons.append(f"most about where this noun speaks, {company.places}")
        elif company.most is not None and person is scout.unnamed.get(turn.unnamed):
            reasons.append(f"somebody is about where this noun speaks, {company.places}")
        if person.number in company.answers:
            reasons.append("answers the one so called")


def judge_words(turn: Exchange, idiolects: Idiolects) -> None:
    """Whether the words are like what candidates say elsewhere."""
    likeness = idiolects.likeness(turn.number, [c.person.number for c in turn.candidates])
    for candidate in turn.candidates:
        value = likeness.get(candidate.person.number)
        if value is not None:
            degree = bisect_left(_LIKENESS, abs(value))
            if degree:
                candidate.reasons.append(_LIKE[degree - 1] if value > 0 else _UNLIKE[degree - 1])


def judge_calls(scout: Scout, turn: Exchange, addressing: Addressing) -> None:
    """Whether candidates call somebody elsewhere as is done in the words, or are called as in those around."""
    people, at = scout.narration.people, turn.number
    for noun in kin_addressed(turn, people):
        callers, called = addressing.callers(("to", noun)), addressing.called(("to", noun))
        for candidate in turn.candidates if callers.total(at) else ():
            person, reasons = candidate.person.number, candidate.reasons
            calls = callers.times(person, at)
            add(reasons, f"calls {'kin' if calls else 'no kin'} so elsewhere")
            if called.times(person, at) > calls:
                add(reasons, "is called so elsewhere")
    speech = speech_of(turn, people)
    for name, meant in speech.names:
        judge_name(turn, "calls them", addressing.callers(("to", name)), addressing.callers(("to", meant)))
    for name, meant in speech.mentions:
        judge_name(turn, "tells of them", addressing.callers(("of", name)), addressing.callers(("of", meant)))
    for offset, when in AROUND[:2]:
        other = scout.neighbour(at, offset)
        if other is not None and other.paragraph != turn.paragraph:
            for noun in kin_addressed(other, people):
                called = addressing.called(("to", noun))
                total = called.total(at)
                for candidate in turn.candidates if total else ():
                    most = called.times(candidate.person.number, at) * 2 > total
                    add(candidate.reasons, f"{'' if most else 'not '}who is called as in the {when}")


def judge_name(turn: Exchange, does: str, callers: Uses, by_any: Uses) -> None:
    """Whether candidates use a name of somebody elsewhere, or another name of theirs."""
    at = turn.number
    for candidate in turn.candidates if callers.total(at) else ():
        person = candidate.person.number
        if callers.times(person, at):
            add(candidate.reasons, f"{does} by this name elsewhere")
        elif by_any.times(person, at):
            add(candidate.reasons, f"{does} by another name elsewhere")


def judge_politeness(scout: Scout, turn: Exchange) -> None:
    """Whether candidates may be the one addressed in the turns around."""
    for polite, when in polite_around(scout, turn):
        for candidate in turn.candidates:
            gender = scout.narration.people.gender(candidate.person)
            if gender in ("m", "f"):
                fits = gender == polite
                candidate.reasons.append(f"{'' if fits else 'not '}the gender of the one addressed in the {when}")
