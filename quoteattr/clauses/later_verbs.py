"""A verb behind a mention, where the open clause has its verb: beside it, inside it, or that of one around."""

from __future__ import annotations

import re

from ..phrases import Phrase
from .clause import Clause, replaced
from .contents import open_content
from .nonfinite import read_participle
from .reader import FINITE, Reader
from .takes import takes_clause, takes_hearer

_PARTING = frozenset(",Q")  # kinds of phrases that part a gerund from the noun it goes with
_SUBJECT_AND_VERB = re.compile("(?<!c)M[rT]*[VB]")


def verb_with_candidate(reader: Reader, at: int, phrase: Phrase, candidate: int) -> None:
    """A verb whose subject is the mention before it, unless that describes or goes with another."""
    top = reader.top
    if (described := find_described(reader, top, candidate)) is not None:
        reader.complete(replaced(described, at), described.subject, at)
        return
    if reader.candidate_after == "" and not is_main_behind_told(reader, at, top):
        verb = reader.group_verb(top.verb)
        below: Clause | None = top
        while below is not None and below.verb is not None:
            below = below.outer
        main = below is not None and (is_last_verb(reader, at, below) or is_behind_thing(reader, at, below, candidate))
        told = takes_clause(verb) and not main
        if told or (reader.tag(candidate) == "p" and below is None):
            open_content(reader, at, top, candidate)
        elif below is not None and below.subject is not None:
            reader.complete(below, below.subject, at)
        elif below is not None:
            reader.complete(below, candidate, at)
        elif phrase.group is not None and phrase.group.form == "past" and reader.may_be_participle(phrase):
            read_participle(reader, at, phrase)
        else:
            open_content(reader, at, top, candidate)
        return
    base = reader.beside()
    if reader.candidate_after == "," and reader.waits_for_main(base):
        base = next(c for c in base.chain() if c.outer is None)  # If she says it rains, | Moe stays
    if reader.candidate_after == ",c" and base.outer is not None and reader.lemma(candidate - 1) == "but":
        base = base.outer
    if base.outer is not None and starts_anew(reader, phrase):
        base = base.outer
    if unfinished(reader, base):
        reader.push("comp", candidate, base, candidate, at)
        reader.last = "V"
        return
    reader.complete(Clause(base.kind, candidate, base.outer, ghost=base, depth=base.depth), candidate, at)


def adjacent(reader: Reader, candidate: int) -> bool:
    """Whether nothing parts the mention from the verb, or only an adverb between commas."""
    coordinated = reader.sign == "," and reader.candidate_after in ("c", ",c")
    return reader.sign == "" or (coordinated and reader.tag(candidate) == "p")  # and he, once again, | pledged


def is_last_verb(reader: Reader, at: int, waiting: Clause) -> bool:
    """Whether a clause that waits gets no other verb: *the cost of telling tales | was*, *who leaked it | left*."""
    top, subject = reader.top, waiting.subject
    if top.outer is not waiting or subject is None or top.verb is None:
        return False
    verb = reader.group_verb(top.verb)
    if top.kind != "part" and (verb is None or verb.strong):
        return False
    beside = _PARTING.isdisjoint(reader.kinds[subject : top.verb])
    return beside and FINITE.isdisjoint(reader.kinds[at + 1 :].partition(",")[0])


def is_behind_thing(reader: Reader, at: int, waiting: Clause, candidate: int) -> bool:
    """Whether what somebody did to a thing stands before their report: *who answered the phone | said*."""
    verb = reader.group_verb(at)
    says = verb is not None and verb.strong and verb.cue == "speech"
    return says and reader.top.kind == "rel" and reader.top.outer is waiting and not reader.may_be_person(candidate)


def is_main_behind_told(reader: Reader, at: int, top: Clause) -> bool:
    """Whether the sentence has no other main clause: *When I asked the guard | he laughed*."""
    told = top.kind == "sub" and top.object is not None and takes_hearer(reader.group_verb(top.verb))
    told = told and reader.lemma(top.opened) != "if"  # if anyone tells you | the ferry is late, leave
    return told and reader.waits_for_main(top) and _SUBJECT_AND_VERB.search(reader.kinds, at + 1) is None


def starts_anew(reader: Reader, phrase: Phrase) -> bool:
    """Whether a report goes with the main clause: *Moe said he was late, and when asked, | he said*."""
    verb = phrase.group.verb if phrase.group is not None else None
    if verb is None or not verb.strong or not takes_clause(verb):
        return False
    return any(
        c.kind == "sub" and reader.kinds[max(0, c.opened - 2) : c.opened] in (",c", "c,") for c in reader.top.chain()
    )


def unfinished(reader: Reader, clause: Clause) -> bool:
    """Whether nothing has been said yet: *She said, if asked, | she would*."""
    verb = reader.group_verb(clause.verb)
    if clause.verb is None or not takes_clause(verb):
        return False
    after = reader.next_at(clause.verb)
    if clause.object is not None:
        if after != clause.object or not takes_hearer(verb):
            return False
        after = reader.next_at(after)
    return after is not None and reader.kinds[after] == "," and reader.candidate_after == ","


def find_described(reader: Reader, top: Clause, candidate: int) -> Clause | None:
    """The clause whose verb only describes its subject: *a man | accused of stealing a car | told*."""
    outer = top.outer
    if top.kind != "part" or top.verb is None or outer is None or outer.verb is None or outer.subject is None:
        return None
    hangs = outer.verb == outer.subject + 1 and top.verb == outer.verb + 2 and reader.kinds[outer.verb + 1] == "P"
    group, last = reader.phrases[outer.verb].group, reader.kinds[candidate - 1]
    past = group is not None and group.form == "past" and last in "GP"
    return outer if hangs and past and not takes_clause(reader.group_verb(top.verb)) else None
