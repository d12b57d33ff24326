"""The frame at the end of the sentence, or between two parts of a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from ..clauses import behind_described, takes_clause, takes_hearer
from ..passage import Passage
from .frame import Frame
from .saying import reports


def at_end(passage: Passage) -> Frame | None:
    """*…, Moe said*, *…, said Moe* at the right end of the sentence."""
    if passage.behind == "Q" and passage.ending and passage.ending in "-–—?!.":
        return None  # “Is it? | “It is,” said Moe
    last = len(passage.phrases) - 1
    while passage.around[last] in ".rT":
        last -= 1
    for at in range(last, max(passage.at, last - 12), -1):
        kind = passage.around[at]
        if kind == "V":
            clause = passage.reading.of_verb.get(at)
            group = passage.group_at(at)
            if (
                clause is None
                or group is None
                or group.passive
                or clause.kind != "main"
                or not reports(passage, at, beside=False)
            ):
                return None
            subject = clause.subject
            if subject is not None and subject < passage.at < at - 2 and passage.around[at - 2] == ",":
                subject = at - 1  # the mill “must not” close, | an official | said
            if subject is None or subject < passage.at:
                return None
            if clause.inverted and passage.phrases[at].start != group.start:
                return None
            start = at if clause.inverted else subject
            if ":Q" in passage.reading.kinds[passage.at : start]:
                return None
            bare = start - 1 == passage.at and not passage.ending
            if not bare and passage.around[start - 1] in ",Q-" and (clause.inverted or only_adjuncts(passage, at + 1)):
                return Frame(at, subject, clause=clause)
            return None
        if kind in "Q;:":
            return None
    return None


def only_adjuncts(passage: Passage, at: int) -> bool:
    """Whether nothing but times, places and hearers stands from here to the end."""
    return not passage.kinds[at:].strip("rTPMO.,")


def inserted(passage: Passage) -> Frame | None:
    """*The bridge, Moe said, is “a wreck”*, *As Moe notes, it is “a wreck”*: a report between commas before."""
    for verb, clause in sorted(passage.reading.of_verb.items(), reverse=True):
        if verb > passage.at or clause.subject is None:
            continue
        start, end = min(verb, clause.subject), max(verb, clause.subject)
        puts_it = passage.lemma_at(end + 1) == "it"
        end += puts_it
        introduced = passage.lemma_at(start - 1) == "as"
        start -= introduced
        opens = passage.around[start - 1] == "," or (introduced and start == 0)
        end += passage.around[end + 1] == "M" and takes_hearer(passage.verb_at(verb))
        closes = passage.around[passage.skip(end + 1)] == "," or behind_described(passage.kinds, end) > 0
        takes = not introduced or puts_it or takes_clause(passage.verb_at(verb))  # as Moe notes, not as Moe spoke
        if opens and closes and takes and reports(passage, verb, beside=introduced):
            return Frame(verb, clause.subject, clause=clause)
    return None


def mentions_before(passage: Passage) -> Iterator[int]:
    """The places of the mentions before the quotation, the nearest first."""
    at = passage.reading.kinds.rfind("M", 0, passage.at)
    while at >= 0:
        yield at
        at = passage.reading.kinds.rfind("M", 0, at)
