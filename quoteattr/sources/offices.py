"""Nouns with a capital or a surname that tell one person from another: *the Foreign Secretary*, *the elder Moe*."""

from __future__ import annotations

import regex

from ..described import natives, parties
from ..mentions import Mention
from ..names import is_of_place
from ..persons import Person
from .appositions import named_behind
from .known import is_office
from .sources import BODY_REACH, Sources

_ELDER = regex.compile(r"[Tt]he (?P<age>elder|older|senior|younger|junior) (?P<name>\p{Lu}\S*)")
_OLDER = frozenset({"elder", "older", "senior"})
_KIN = regex.compile(
    r"\b(?:(?P<elder>father|mother|uncle|aunt|grandfather|grandmother)|son|daughter|nephew|niece|grandson|granddaughter)"
    r"(?P<of> of\b)?"
)
"""Nouns for kin of two generations: the elder and the younger of a name."""


def elder_or_younger(sources: Sources, words: str) -> Person | None:
    """Which of two of a surname is the elder or the younger, where the text tells: *Ida Moe's son, Per Moe*."""
    found = _ELDER.fullmatch(words)
    bearers = sources.people.by_last.get(found["name"], ()) if found is not None else ()
    if found is None or len(bearers) != 2:
        return None
    runs, index = sources.index.runs(), sources.index
    placed = sorted((min(runs[one][0] for one in person.surfaces), person.number, person) for person in bearers)
    (before, _, first), (after, _, second) = placed
    kin = _KIN.search(sources.text, index.ends[before], min(index.starts[after], index.ends[before] + BODY_REACH))
    if kin is None:
        return sources.cast.stranger(words)
    second_is_elder = (kin["elder"] is not None) != (kin["of"] is not None)
    return second if (found["age"] in _OLDER) == second_is_elder else first


def shows_office(sources: Sources, source: Mention) -> bool:
    """Whether *the* and capitals show an office: *the Foreign Secretary, Ann Lee*, in news *the Prime Minister*."""
    last = source.head.text.rpartition(" ")[2]
    if source.form != "name" or not last[0].isupper():
        return False
    if sources.index.is_role(last.lower()) and named_behind(sources, source) is not None:
        return True
    lexicon = sources.lexicon
    return sources.genre == "news" and is_office(last, lexicon) and lexicon.titles[last.capitalize()].kind != "rank"


def shows_origin(sources: Sources, source: Mention) -> bool:
    """Whether *the* and a capital in news only tell where somebody is from: *the Frenchman*, *the young Swede*.

    What party somebody is in tells it where the place is told, too: *the Ohio Democrat*; or where the text has
    told it before: *Moe, a Republican*; *the Republican*.
    """
    place, _, word = " ".join(source.text.split()[1:]).rpartition(" ")
    if sources.genre != "news" or word not in natives():
        return False
    if word not in parties() or is_of_place(place, sources.lexicon):
        return True
    if word not in sources.parties:
        sources.parties[word] = sources.text.find(f" a {word}")
    return -1 < sources.parties[word] < source.span.start
