"""Whom the narration before a turn tells of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..exchange import FAR, Candidate, Exchange
from ..span import Span
from .around import beat_gender, note_deed
from .reasons import add, end_of, nearness, sentence_of, start_of
from .scout import Scout

_AN_ACT = 250  # letters of what somebody does before they speak
_INTRODUCING = (",", ":", "-", "–", "—")
_RANKS = ("mentioned last", "mentioned last but one", "mentioned last but two", "mentioned earlier")
_DISTANCES = (
    "mentioned in the same paragraph", "mentioned one paragraph before",
    "mentioned two or three paragraphs before",
    "mentioned up to eight paragraphs before", "mentioned long before",
)  # fmt: skip
REPEATED = 5
"""So many mentions in the paragraphs before are many."""


def look_back(scout: Scout, turn: Exchange, found: dict[int, Candidate]) -> None:
    """The people last mentioned before the turn, nearest first."""
    rank, steps, scenes, reach = 0, 0, scout.narration.scenes, scout.reach
    often: dict[int, int] = {}
    paragraph, count, figures = turn.paragraph, len(scout.before), scout.before[::-1]
    while True:
        distance = turn.paragraph - paragraph
        parted = scenes[paragraph] < scenes[turn.paragraph]
        steps += count
        for figure in figures:
            person = figure.person
            if person is None or figure.possessor or person.number in found or not scout.fits(turn, person):
                continue
            rank += 1
            reasons = scout.candidate(found, person).reasons
            reasons.append(_RANKS[min(rank, len(_RANKS)) - 1])
            reasons.append("mentioned before the scene" if parted else _DISTANCES[nearness(distance)])
            if figure.subject:
                reasons.append("last mentioned as a subject")
        if rank >= reach.people or steps > reach.steps or (distance and rank >= reach.enough):
            break
        if rank >= reach.enough and paragraph and not scout.narration.met(paragraph - 1, reach.steps).steps:
            break
        paragraph = scout.narration.met_before(paragraph, reach.steps, reach.back)
        distance = turn.paragraph - paragraph
        if paragraph < 0 or distance > reach.back:
            break
        if rank > 2 and scenes[paragraph] < scenes[turn.paragraph]:
            break
        count, figures, counts = scout.narration.met(paragraph, reach.steps)
        if distance <= FAR and scenes[paragraph] == scenes[turn.paragraph]:
            for number, times in counts.items():
                often[number] = often.get(number, 0) + times
    if not found:  # It was Moe's idea. “…,” | he said
        owner = next((f.person for f in reversed(scout.before) if f.person and scout.fits(turn, f.person)), None)
        if owner is not None:
            scout.candidate(found, owner).reasons += [_RANKS[0], _DISTANCES[nearness(0)]]
    _weigh_mentions(found, often)
    read_last_sentence(scout, turn, found)


def _weigh_mentions(found: dict[int, Candidate], often: dict[int, int]) -> None:
    """Of those mentioned before a turn, who is mentioned again and again."""
    for number, times in often.items():
        if times > 1 and number in found:
            again = "often before" if times >= REPEATED else "more than once before"
            found[number].reasons.append(f"mentioned {again}")


def read_last_sentence(scout: Scout, turn: Exchange, found: dict[int, Candidate]) -> None:
    """The sentence before the turn: who is its subject, who else is mentioned there."""
    opens = scout.opens
    here, where = scout.near[: bisect_right(scout.near, opens, key=end_of)], "before, in the paragraph"
    if not here and turn.paragraph:
        here, where = scout.narration.read(turn.paragraph - 1)[-scout.reach.steps :], "in the paragraph before"
        if speaks_in(scout, turn.paragraph - 1):
            where = "after the words of the turn before"
            here = here[bisect_left(here, scout.exchanges[turn.number - 1].end, key=start_of) :]
    if not here:
        return
    final = last = here[-1].sentence
    first = bisect_left(here, final, key=sentence_of)
    subjects = [f for f in here[first:] if f.subject]
    opening = subjects[0] if subjects else None
    around = scout.beside if opens < turn.start else -1
    if final == around and opening is None and first:
        last = here[first - 1].sentence  # Lee left. | In a letter, he
    clause = scout.narration.text.rfind(",", subjects[0].end, subjects[-1].start) + 1 if subjects[1:] else 0
    if (
        opening is not None
        and opening.form == "pronoun"
        and turn.group == "implicit"
        and where == "before, in the paragraph"
    ):
        beat_gender(scout, opening, found, "before")
    for figure in here:
        if figure.person is None:
            continue
        if figure.possessor:
            reason = f"owner of something in the last sentence {where}"
            known = figure.person.number in found or (turn.group == "pronoun" and scout.fits(turn, figure.person))
            if known and figure.form == "name" and figure.sentence == final:
                add(scout.candidate(found, figure.person).reasons, reason)
            continue
        subject = figure.subject and not (figure.sentence == final and figure.end < clause)
        role = "subject of" if subject else "mentioned in"
        when = "the last sentence" if figure.sentence in (final, last) else "a sentence"
        reasons = scout.candidate(found, figure.person).reasons
        add(reasons, f"{role} {when} {where}")
        if subject and when == "the last sentence":
            note_deed(scout, figure, reasons, f"in the last sentence {where}")
        if figure.subject and figure.sentence == around and where == "before, in the paragraph":
            add(reasons, "subject of the sentence that the cue stands in")
        if figure.subject and figure.sentence == final and introduces(scout, turn):
            add(reasons, "subject of the sentence that introduces the words")


def read_pronoun(scout: Scout, source: Span, found: dict[int, Candidate]) -> None:
    """Whom the source would mean if the narration went on with it."""
    person = scout.narration.meant_by(source)
    if person is not None:
        scout.candidate(found, person).reasons.append("meant by the pronoun as the narration goes")


def note_opening(scout: Scout, turn: Exchange, found: dict[int, Candidate]) -> None:
    """Who opens the paragraph and alone acts there, before the first words in it: *Moe sat down. | “No.”*."""
    start = scout.narration.paragraphs[turn.paragraph][0]
    opening = scout.near[0] if scout.near else None
    if opening is None or not opening.subject or opening.form == "pronoun":
        return
    if scout.narration.text[start : opening.start] not in ("", "The "):
        return
    before = scout.exchanges[turn.number - 1] if turn.number else None
    first = before is None or before.paragraph < turn.paragraph
    person = opening.person
    alone = all(f.person is person for f in scout.near if f.subject and f.end <= turn.start)
    if first and alone and turn.start - start < _AN_ACT and person is not None and person.number in found:
        found[person.number].reasons.append("opens the paragraph of the words")


def introduces(scout: Scout, turn: Exchange) -> bool:
    """Whether what stands before the words ends in a sign that introduces them."""
    return scout.narration.text[max(0, turn.start - 8) : turn.start].rstrip()[-1:] in _INTRODUCING


def speaks_in(scout: Scout, paragraph: int) -> bool:
    """Whether there is a turn in a paragraph."""
    at = bisect_left(scout.paragraphs, paragraph)
    return at < len(scout.paragraphs) and scout.paragraphs[at] == paragraph
