"""Who has spoken, or will speak, in the turns around."""

from __future__ import annotations

from ..exchange import Candidate
from .reasons import at_all, distance
from .scout import BEINGS, Scout


def recall_speakers(scout: Scout, at: int, found: dict[int, Candidate]) -> None:
    """Who is named as the speaker of turns around, the nearest of theirs before and after.

    What bodies say between does not put those before farther off.
    """
    back, ahead = scout.reach.turns
    far = distance if scout.exchanges[at].group != "noun" else at_all
    settled, scenes, here = scout.settled, scout.scenes, scout.scenes[at]
    seen: set[int] = set()
    turns = 0
    for other in range(at - 1, max(-1, at - back - 1), -1):
        if scenes[other] != here:
            break
        person = settled[other]
        if person is not None and person.type not in BEINGS:
            continue
        turns += 1
        if person is not None and person.number not in seen:
            seen.add(person.number)
            scout.candidate(found, person).reasons.append(f"named as the speaker {far(turns)} before")
    seen.clear()
    for other in range(at + 1, min(len(scenes), at + ahead + 1)):
        if scenes[other] != here:
            break
        person = settled[other]
        if person is not None and person.number not in seen:
            seen.add(person.number)
            scout.candidate(found, person).reasons.append(f"named as the speaker {far(other - at)} after")


def recall_likely(scout: Scout, at: int, found: dict[int, Candidate]) -> None:
    """Who was found to speak in the turns around, the last time they were solved."""
    for offset in (-3, -2, -1, 1, 2):
        other = scout.neighbour(at, offset)
        if other is not None and other.likely is not None:
            scout.candidate(found, other.likely)
