"""Who is addressed, asked or named in the words of turns."""

from __future__ import annotations

from ..exchange import Candidate, Exchange, answers_with_name, speech_of
from ..persons import Person, nouns_of
from .reasons import add
from .recalling import recall_speakers
from .scout import Scout

_FARTHER = (-3, -4)
"""In a short story whoever was addressed or spoke so many turns before may speak."""
AROUND = ((-1, "turn before"), (1, "turn after"), (-2, "turn before the last"), (2, "turn after the next"))


def hear(scout: Scout, at: int, found: dict[int, Candidate]) -> None:
    """Who is addressed, and who has spoken or will speak, in the turns around."""
    turn, people = scout.exchanges[at], scout.narration.people
    persons = people.persons
    speech = speech_of(turn, people)
    for offset, when in AROUND:
        other = scout.neighbour(at, offset)
        if other is None:
            continue
        around, spoken_to = speech_of(other, people), addressed_in(scout, other)
        for number in spoken_to:
            add(scout.candidate(found, persons[number]).reasons, f"addressed in the {when}")
        for number in around.named:
            if number in found and number not in spoken_to:
                add(found[number].reasons, f"spoken of in the {when}")
    if scout.short and scout.reach.ahead:
        recall_farther(scout, at, found)
    own, addressed = speech.own, addressed_in(scout, turn)
    if addressed and tells_name(scout, at, turn):
        own, addressed = own | addressed, frozenset[int]()
    for number in own:
        scout.candidate(found, persons[number]).reasons.append("tells who they are in the words themselves")
    for number in addressed:
        if number in found:
            found[number].reasons.append("addressed in the words themselves")
    for number in speech.named:
        if number in found and number not in speech.addressed:
            found[number].reasons.append("named in the words themselves")
    recall_speakers(scout, at, found)


def recall_farther(scout: Scout, at: int, found: dict[int, Candidate]) -> None:
    """Who was addressed some turns before, or spoke there and is but a noun."""
    for offset in _FARTHER:
        other = scout.neighbour(at, offset)
        if other is not None:
            for number in addressed_in(scout, other):
                scout.candidate(found, scout.narration.people.persons[number])
            if other.unnamed in scout.unnamed:
                scout.candidate(found, scout.unnamed[other.unnamed])


def addressed_in(scout: Scout, turn: Exchange) -> frozenset[int]:
    """Who is addressed in the words of a turn, by name or by a noun that one person bears: *“Well, doctor?”*."""
    speech = speech_of(turn, scout.narration.people)
    if not speech.called:
        return speech.addressed
    persons = scout.narration.people.persons
    called = {noun: one for noun in speech.called if (one := so_called(scout, noun)) is not None}
    named = [number for number in speech.addressed if persons[number].name.lower() not in called]  # Captain alone
    return frozenset((*named, *[one.number for one in called.values()]))


def asked(scout: Scout, turn: Exchange) -> Person | None:
    """Whom the last words of a turn ask by name: *“Max, did you lock it?”*, *“Did you, Max?”*."""
    span, index = turn.turn.content[-1], scout.narration.people.index
    start = question_in(index.text, span.start, span.end) if turn.direct else None
    if start is None:
        return None
    for run in index.within(start, span.end):
        first, last = index.starts[run] + index.name(run).skip, index.ends[run]
        person = scout.narration.people.at(run)
        before, behind = index.text[start:first].strip(' “"‘'), index.text[last : span.end]
        opens, closes = not before and behind.startswith(", "), before.endswith(",") and behind.startswith("?")
        if person is not None and person.sure and (opens or closes):
            return so_called(scout, person.name.lower()) or person
    return None


def question_in(text: str, start: int, end: int) -> int | None:
    """Where the question begins with which some words end; None where they end in none.

    >>> question_in("“Late. Is it?”", 0, 14), question_in("“Is it? Yes.”", 0, 13)
    (6, None)
    """
    sign = text.rfind("?", start, end)
    if sign < 0 or any(map(str.isalnum, text[sign:end])):
        return None
    first = max(start, *(text.rfind(each, start, sign) + 1 for each in ".!?"))
    return first if first < sign else None


def so_called(scout: Scout, noun: str) -> Person | None:
    """Whom a noun means by which somebody is addressed: the one who has it for a title, or is told of by it."""
    if scout.titled is None:
        scout.titled = by_title(scout)
    bearers = scout.titled.get(noun, ())
    if bearers:
        return bearers[0] if len(bearers) == 1 else None
    return scout.narration.nouns.get(noun)


def by_title(scout: Scout) -> dict[str, list[Person]]:
    """Who has which noun for a title."""
    titles, found = scout.narration.people.lexicon.titles, dict[str, list[Person]]()
    for person in scout.narration.people.persons:
        full = [titles[title].full for title in person.titles if title in titles]
        for noun in {noun for title in full for noun in nouns_of(title)}:
            found.setdefault(noun, []).append(person)
    return found


def is_spoken_to(scout: Scout, at: int, person: Person) -> bool:
    """Whether somebody is addressed in the words of a turn, and does not tell their own name in them."""
    turn, speech = scout.exchanges[at], speech_of(scout.exchanges[at], scout.narration.people)
    spoken_to = person.number in addressed_in(scout, turn) and person.number not in speech.own
    return spoken_to and not tells_name(scout, at, turn)


def told_name(scout: Scout, at: int) -> Person | None:
    """Who somebody says that they are, in the words of a turn or where they are asked for their name."""
    turn = scout.exchanges[at]
    speech = speech_of(turn, scout.narration.people)
    told = speech.own or (speech.addressed if tells_name(scout, at, turn) else ())
    return scout.narration.people.persons[next(iter(told))] if len(told) == 1 else None


def called_name(scout: Scout, at: int) -> Person | None:
    """Whom only others name, where who has just spoken, or answers, calls a noun by it: *the curate* is *Mr. Lee*.

    *“And you, Mr. Lee?” | “No,” said the curate*; *“No,” said the curate. | “Why, Mr. Lee?”*.
    """
    turn, narration = scout.exchanges[at], scout.narration
    if not turn.key or narration.people.lexicon.kind_of(turn.key.rpartition(" ")[2]) == "kin":
        return None
    before, after = scout.neighbour(at, -1), scout.neighbour(at, 1)
    for other, later in ((before, turn), (after, after)):
        if other is None or later is None or later.gap != "in the next paragraph":
            continue
        called = speech_of(other, narration.people).addressed
        person = narration.people.persons[next(iter(called))] if len(called) == 1 else None
        if person is not None and not narration.names(person):
            return person
    return None


def tells_name(scout: Scout, at: int, turn: Exchange) -> bool:
    """Whether the words are the name of whoever was asked for it: *“Name?” | “Pavel Orlik.”*."""
    before = scout.neighbour(at, -1)
    return before is not None and answers_with_name(before.turn.content[-1].text, turn.turn.content[0].text)
