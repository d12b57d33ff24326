"""Whom the sentences beside the words of a turn tell of, in their paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..deeds import deed_behind
from ..exchange import Candidate, Exchange
from ..figures import Figure
from .reasons import add, end_of, inside, start_of
from .scout import Scout

_SHORT, _LONG = 60, 120
"""Behind words so short, unless they ask, whoever acts has spoken: *“No.” Moe shook his head*."""


def look_around(scout: Scout, turn: Exchange, found: dict[int, Candidate]) -> None:
    """Sentences beside the words, in their paragraph, behind them and between them."""
    near, source = scout.near, scout.source
    first = bisect_left(near, turn.turn.content[0].end, key=start_of)
    following = scout.exchanges[turn.number + 1] if turn.number + 1 < len(scout.exchanges) else None
    stop, between = len(near), False
    if following is not None and following.paragraph == turn.paragraph:
        stop, between = bisect_left(near, following.start, key=start_of), following.group == "implicit"
    after = [f for f in near[first:stop] if not inside(f, source)]
    cue = scout.beside
    if after and after[0].person is not None and acts_behind(scout, turn, after[0], between=between):
        scout.candidate(found, after[0].person).reasons.append("opens the sentence after the words")
    for figure in after:
        if figure.form == "pronoun" and figure.subject and turn.group != "pronoun" and figure is after[0]:
            beat_gender(scout, figure, found, "after")
        if figure.person is None or figure.possessor:
            continue
        role = (
            "beside the cue"
            if figure.sentence == cue
            else "subject after the words"
            if figure.subject
            else "mentioned after the words"
        )
        reasons = scout.candidate(found, figure.person).reasons
        add(reasons, role)
        if role == "subject after the words" and turn.group != "noun":
            note_deed(scout, figure, reasons, "after the words")


def note_deed(scout: Scout, figure: Figure, reasons: list[str], where: str) -> None:
    """What the narration of a story tells that somebody does, where that tells who speaks beside it."""
    narration = scout.narration
    deed = deed_behind(narration.text, figure.end, narration.people.lexicon) if scout.reach.ahead else ""
    if deed:
        add(reasons, f"{deed} {where}")


def acts_behind(scout: Scout, turn: Exchange, figure: Figure, *, between: bool) -> bool:
    """Whether somebody is named right behind words without a source: *“No.” | Moe shook his head*.

    The words must be short, and no question; longer ones do, too, where more follow: *“…” | Moe sat down. “…”*.
    """
    words = turn.turn.content[0]
    length = words.end - words.start
    fits = length < (_LONG if between else _SHORT) and figure.form != "pronoun"
    fits = fits and turn.group == "implicit" and figure.subject
    asks = not between and "?" in words.text[-2:]
    return fits and not asks and scout.narration.text[words.end : figure.start].split() in ([], ["The"])


def cue_sentence(scout: Scout) -> int:
    """The number of the sentence that the source stands in, if somebody is read there."""
    source = scout.source
    if source is None:
        return -1
    at = bisect_right(scout.near, source.start, key=end_of)
    beside = scout.near[at : at + 1]
    return beside[0].sentence if beside and beside[0].start < source.end else -1


def beat_gender(scout: Scout, figure: Figure, found: dict[int, Candidate], where: str) -> None:
    """He or she, the subject of the sentence beside the words, is the speaker."""
    for candidate in found.values():
        gender = scout.narration.people.gender(candidate.person)
        if gender in ("m", "f"):
            fits = gender == figure.gender
            add(candidate.reasons, f"{'' if fits else 'not '}the gender of the pronoun {where} the words")
