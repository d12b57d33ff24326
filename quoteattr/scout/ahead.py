"""Whom the narration after a turn tells of."""

from __future__ import annotations

from ..exchange import Candidate, Exchange
from .reasons import add
from .scout import Scout


def look_ahead(scout: Scout, turn: Exchange, found: dict[int, Candidate]) -> None:
    """The people mentioned soon after the turn."""
    if not scout.reach.ahead:
        return
    seen: set[int] = set()
    look_at_next(scout, turn, found)
    last = min(len(scout.narration.paragraphs) - 1, turn.paragraph + scout.reach.ahead)
    scenes = scout.narration.scenes
    paragraph = turn.paragraph
    while True:
        paragraph = scout.narration.met_after(paragraph, scout.reach.steps, scout.reach.ahead)
        if paragraph > last or scenes[paragraph] > scenes[turn.paragraph]:
            break
        for person in scout.narration.named(paragraph, scout.reach.steps):
            if person.number in seen:
                continue
            seen.add(person.number)
            if person.number in found or len(seen) <= scout.reach.coming:
                reason = "named in the next paragraph" if paragraph == turn.paragraph + 1 else "named soon after"
                add(scout.candidate(found, person).reasons, reason)
        if len(seen) >= scout.reach.people:
            break


def look_at_next(scout: Scout, turn: Exchange, found: dict[int, Candidate]) -> None:
    """Whose sentence opens the next paragraph: before speech of their own, or without any."""
    paragraph = turn.paragraph + 1
    scenes = scout.narration.scenes
    if paragraph >= len(scout.narration.paragraphs) or scenes[paragraph] > scenes[turn.paragraph]:
        return
    figures = scout.narration.read(paragraph)
    first = figures[0] if figures else None
    if first is None or not first.subject or first.sentence or first.person is None:
        return
    following = scout.exchanges[turn.number + 1] if turn.number + 1 < len(scout.exchanges) else None
    speaks = following is not None and following.paragraph == paragraph
    if speaks and following is not None and following.start < first.start:
        return
    if first.person.number in found:
        found[first.person.number].reasons.append(
            "subject of the next paragraph, with speech" if speaks else "subject of the next paragraph"
        )
