"""genre_of: whether a text reads as a story or as news."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from .evidence import Genre
from .exchange import Turn
from .names import Name
from .persons import People
from .span import Span

_LIVELY, _PAST = "!?", (" was ", " had ", " were ")
_DATED = re.compile("[0-9]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
"""Stories are told in the past and full of questions and exclamations, news full of dates, sums and ages."""
_STORY, _UNTOLD, _PRONOUN = 3.0, 3.0, 1.0
"""A text is rather a story if it tells nothing; turns without a source, and with a pronoun for one, speak for it."""
_TOLD, _CLAUSE, _NAMED, _ENOUGH, _INTRODUCED, _DATE = 0.5, 3.0, 2.5, 5, 2.0, 1.5
"""Other sources, quotations in clauses, full names (so many at most), those behind roles and dates speak against it."""


def genre_of(text: str, turns: Sequence[Turn], people: People) -> Genre:
    """Whether the text reads as a story or as news, by its signs, how its turns are told and its people named."""
    if all(turn.kind != "direct" for turn in turns):
        return "news"
    story = _STORY + sum(map(text.count, (*_LIVELY, *_PAST)))
    for turn in turns:
        if turn.nameless:
            continue
        if turn.kind == "mixed":
            story -= _CLAUSE
        elif turn.kind == "direct":
            source = turn.source
            story += _UNTOLD if source is None else _PRONOUN if source.form == "pronoun" else -_TOLD
    if story > 0:  # the rest takes time, and most news shows by now what it is
        full = [name for p in people.persons for name in p.names if name.full and name.kind == "person"]
        story -= _NAMED * min(len(full), _ENOUGH)
        story -= _INTRODUCED * sum(map(_has_role, full))
    if story > 0:
        spoken = [span for turn in turns if turn.kind == "direct" for span in turn.content]
        story -= sum(map("\n".join([span.text for span in spoken]).count, _PAST))  # news tells it, too
        if story > 0:
            story -= _DATE * _dates_around(spoken, text, ceil(story / _DATE))
    return "fiction" if story > 0 else "news"


def _has_role(name: Name) -> bool:
    """Whether what somebody does stands before a full name, as in news: *Geologist Ann Lee*; not *Dr. Ann Lee*."""
    return any(word not in name.titles for word in name.role)


def _dates_around(spoken: Sequence[Span], text: str, most: int) -> int:
    """How many figures and days of the week stand outside of what is spoken; as many as matter, at most."""
    count = at = 0
    for start, end in (*sorted([(span.start, span.end) for span in spoken]), (len(text), len(text))):
        for _ in _DATED.finditer(text, at, start):
            count += 1
            if count == most:
                return count
        at = max(at, end)
    return count
