"""A report between commas, while another subject waits: *The ship, Moe said, was late*."""

from __future__ import annotations

import re

from ..phrases import Phrase
from .reader import FINITE, Reader
from .takes import takes_clause, takes_hearer

_DESCRIBED = re.compile("(?:PM|P?T|r)*(?:w[rT]*[VB][^,;:Q]*)?(?=,[rT]*[VBQ])")


def subject_before_inserted(reader: Reader, at: int, phrase: Phrase) -> int | None:
    """The subject of a report that stands between commas while another waits: *The ship, | Moe said, was late*."""
    verb = phrase.group.verb if phrase.group is not None else None
    if verb is None or not verb.strong or reader.top.subject is None:
        return None
    parted = reader.candidate != reader.top.subject and not reader.sign
    return reader.candidate if parted and takes_clause(verb) and goes_on_behind_comma(reader, at) else None


def subject_behind_inserted(reader: Reader, at: int, phrase: Phrase) -> int | None:
    """The subject of a report that stands so while another subject waits: *The ship, said | Moe, was late*."""
    verb = phrase.group.verb if phrase.group is not None else None
    if verb is None or not verb.strong or not takes_clause(verb) or reader.sign != ",":
        return None
    subject = reader.next_at(at)
    if subject is None or reader.kinds[subject] != "M" or reader.top.subject is None:
        return None
    return subject if goes_on_behind_comma(reader, subject) else None


def behind_described(kinds: str, at: int) -> int:
    """Where the comma behind a report and its adjuncts is, or 0: *said Moe of Ulm, who built it |*, *said in May |*."""
    found = _DESCRIBED.match(kinds, at + 1)
    return found.end() if found is not None else 0


def goes_on_behind_comma(reader: Reader, at: int) -> bool:
    """Whether a comma and, soon, a finite verb follow, the one told passed over."""
    told = reader.next_at(at)
    if told is not None and reader.kinds[told] == "M" and takes_hearer(reader.group_verb(at)):
        at = told
    after = behind_described(reader.kinds, at) or reader.next_at(at)
    if after is None or reader.kinds[after] != ",":
        return False
    return not FINITE.isdisjoint(reader.kinds[after + 1 : after + 6])
