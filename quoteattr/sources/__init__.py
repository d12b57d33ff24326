"""Sources: from the mention beside a cue to who is meant, or to what is known of them.

:func:`read_source` settles who speaks or notes on the turn what its source tells. The files, each of which uses those
above it alone:

================  =================================================================
``sources``       Sources: what is known of a text while its sources are read
``known``         whether words or names tell that somebody is a person, and which
``bodies``        which body a noun or *it* means: *the company*
``named``         who bears a name, or names that are joined
``appositions``   whom an apposition or the next sentence names
``offices``       what tells one person from another: *the elder Moe*
``labels``        who answers behind the labels of an interview
``things``        what *it* means that is no person: *the letter*
``pronouns``      whom a pronoun means, or what it tells
``voices``        whose mother or voice it is that speaks
``nouns``         whom a noun means, or what it tells
================  =================================================================
"""

from __future__ import annotations

from sys import intern

import regex

from ..exchange import Exchange
from ..mentions import Mention
from ..persons import Person
from .appositions import named_behind, told_behind
from .known import is_known, is_office
from .labels import LABELS, interviewee
from .named import bearers_of, spoken_of, who_is_named
from .nouns import read_noun
from .offices import elder_or_younger, shows_office, shows_origin
from .pronouns import MYSELF, read_pronoun
from .sources import BODY_REACH, INDEFINITE, Sources
from .voices import FRONT

__all__ = [
    "BODY_REACH", "MYSELF", "Sources", "bearers_of", "is_known", "is_office", "read_source", "spoken_of", "told_behind",
    "who_is_named",
]  # fmt: skip

_THE = frozenset({"The", "the"})
_DONE_BY = regex.compile(
    r"(?:^|[.!?”\"\n]\s)(?:(?:When|While|After)\s)?(?:[\p{L}-]*ed|Told)\b[^,;:.!?“\"]*\sby\s(?:[\p{L}’']+\s){0,3}$",
    regex.V1,
)
"""What opens a sentence before whoever did something to its subject: *Cross-examined by | Ann Lee*."""


def read_source(sources: Sources, turn: Exchange, source: Mention, *, label: bool) -> None:
    """Settle the speaker of a turn by its source, which may be a label, or note what the source tells."""
    words = " ".join(source.text.split())
    first = words.partition(" ")[0]
    if label and words in LABELS:
        turn.settled = interviewee(sources, turn) if words == "A" else None
        turn.silent = turn.settled is None
    elif first in _THE and (elder := elder_or_younger(sources, words)) is not None:
        turn.settled = elder
    elif first.lower() in INDEFINITE and (person := named_behind(sources, source)) is not None:
        turn.settled = person
    elif first in _THE and (shows_office(sources, source) or shows_origin(sources, source)):
        read_noun(sources, turn, source)
    elif source.form == "name" or (source.form == "nominal" and sources.people.surnamed(words)):
        known = sources.known
        turn.settled = known.get(words) or known.setdefault(intern(words), who_is_named(sources, source))
    else:
        if sources.text.startswith(", ", source.span.start - 2):
            turn.told = turn.told or _doer_before(sources, source.span.start - 2)
        if source.form == "pronoun":
            read_pronoun(sources, turn, source)
        else:
            read_noun(sources, turn, source)


def _doer_before(sources: Sources, comma: int) -> Person | None:
    """Who did something to the subject behind a comma: *Asked about it by | Ann Lee |, the baker said*."""
    index = sources.index
    for at in reversed(index.within(comma - FRONT, comma)):
        if _DONE_BY.search(sources.text, max(0, comma - FRONT), index.starts[at]):
            return sources.people.at(at)
    return None
