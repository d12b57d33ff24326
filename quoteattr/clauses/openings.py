"""What opens a clause: prepositions, conjunctions, *that*, *who*."""

from __future__ import annotations

from collections.abc import Collection

from ..changed import changed
from ..lexicon import Verb
from ..phrases import Phrase
from .clause import Clause
from .reader import BESIDE, Reader
from .takes import takes_clause, takes_hearer

_ASKING = frozenset({"if", "whether"})
_COMPARED = frozenset({"more", "fewer", "less"})  # than so many
_TELLERS = frozenset({"by", "from", "to"})
_TELLERS_NAMED = _TELLERS | {"of"}


def read_preposition(reader: Reader, at: int, phrase: Phrase) -> None:
    """What stands behind a preposition is no subject."""
    if phrase.word is not None and phrase.word.lemma == "than" and compares(reader, at + 1):
        read_subordinator(reader, at, phrase)
        return
    reader.preposition = True
    reader.last = "P"


def compares(reader: Reader, at: int) -> bool:
    """Whether *than* opens a report: *less bread than | bakers say it has*, not *more than | ten lamps burnt*."""
    if reader.top.verb is None and reader.lemma(at - 2) in _COMPARED:
        return False  # more than | ten bakers say
    return reader.kinds[at : at + 1] == "M" and takes_clause(reader.group_verb(reader.next_at(at)))


def read_subordinator(reader: Reader, at: int, _: Phrase) -> None:
    """A clause beside the open one: *when*, *because*."""
    reader.push("sub", at, reader.top)
    reader.last = "s"


def read_coordinator(reader: Reader, _: int, __: Phrase) -> None:
    """What follows goes on with what is before."""
    reader.preposition = False
    reader.sign = ",c" if reader.sign in (",", "Q,") else "c"
    reader.last = "c"


def read_that(reader: Reader, at: int, _: Phrase) -> None:
    """A clause that is told, or one that describes a noun: *said that*, *the claim that*, *the ship that*."""
    verb = reader.group_verb(reader.top.verb)
    if reader.last in "MO" and reader.last_mention is not None and kind_behind_aside(reader, at) in "VB":
        reader.push("rel", at, reader.top, reader.last_mention)
    elif reader.sign in ("c", ",c") and (told := told_beside(reader, at)) is not None:
        reader.push("comp", at, told)
    elif reader.top.verb is not None and tells_here(reader, verb):
        reader.push("comp", at, reader.top)
    elif (waiting := waiting_for_that(reader)) is not None:
        reader.push("comp", at, waiting)
    elif reader.last in "MO" and reader.last_mention is not None:
        noun = is_told(reader, reader.last_mention)
        if (
            not noun
            and reader.last == "O"
            and reader.lemma(reader.last_mention - 1) in tellers(reader, reader.last_mention)
        ):
            noun = is_told(reader, reader.last_mention - 2)  # a claim by Moe | that …
        reader.push("comp" if noun else "rel", at, reader.top, None if noun else reader.last_mention)
    else:
        reader.push("comp", at, reader.top)
    reader.last = "t"


def told_beside(reader: Reader, at: int) -> Clause | None:
    """The report that tells another thing behind *and*: *said Lee told Moe to leave, and | that he was late*."""
    clause = reader.top
    if clause.kind != "comp" or clause.verb is None or "t" in reader.kinds[clause.verb : at]:
        return None
    return clause.outer


def kind_behind_aside(reader: Reader, at: int) -> str:
    """The kind of what follows, what is between commas passed over: *a letter that, | while late, | accused*."""
    following = reader.next_at(at)
    if following is not None and reader.kinds[following] == "," and (end := reader.kinds.find(",", following + 1)) > 0:
        return reader.next_kind(end)
    return reader.next_kind(at)


def tells_here(reader: Reader, verb: Verb | None) -> bool:
    """Whether *that* goes with the open verb, and that does not only describe: *said in a letter | seen by Moe*."""
    top = reader.top
    if takes_hearer(verb) and not top.closed:
        return takes_clause(verb)
    parted = "M," if top.closed else "M"  # in a letter, written by Moe, | that
    describes = top.verb is not None and reader.kinds[top.verb] == "E" and reader.kinds[top.verb - 1] in parted
    return takes_clause(verb) and top.object is None and not describes


def tellers(reader: Reader, at: int) -> Collection[str]:
    """The prepositions behind which somebody stands whose words they are: *a claim by a man*, *the fear of Moe*."""
    return _TELLERS_NAMED if reader.tag(at) == "N" else _TELLERS


def is_told(reader: Reader, at: int) -> bool:
    """Whether a noun is one of speech, or for a document."""
    kinds = reader.noun(at)
    return "speech" in kinds or "document" in kinds


def waiting_for_that(reader: Reader) -> Clause | None:
    """The clause around that still waits for *that*: *told Moe before he left the hall | that*."""
    if reader.last == "M":
        return None
    clause = reader.top
    while clause.outer is not None and clause.kind in BESIDE and clause.kind != "wh" and clause.verb is not None:
        if reader.lemma(clause.opened) in _ASKING or (clause.subject and reader.lemma(clause.subject) == "it"):
            return None  # asked if, when it struck her that
        clause = clause.outer
        verb = reader.group_verb(clause.verb)
        if verb is not None and verb.strong and takes_clause(verb):
            free = clause.object is None or takes_hearer(verb)
            return clause if free else None
    return None


def read_relative(reader: Reader, at: int, _: Phrase) -> None:
    """A clause that describes a mention, or one that is asked: *Moe, who left*, *asked who left*."""
    lemma, near = reader.lemma(at), reader.last_mention
    if lemma in ("who", "which", "whom", "whose") and reader.last in "MO,-P" and near is not None:
        subject = None if lemma == "whose" else person_near(reader, near) if lemma == "who" else near
        reader.push("rel", at, reader.top, subject)
    else:
        reader.push("wh", at, reader.top)
        if lemma == "who":
            reader.top = changed(reader.top, subject=at)
    reader.last = "w"


def person_near(reader: Reader, at: int) -> int:
    """The nearest mention up to a place that may be a person: *says to Moe on camera, | who*."""
    for k in range(at, max(-1, at - 8), -1):
        if reader.kinds[k] != "M" or not reader.may_be_person(k):
            continue
        behind = k > 1 and reader.kinds[k - 2] == "M" and reader.may_be_person(k - 2)
        if behind and reader.kinds[k - 1] == "," and reader.tag(k) == "#":
            continue  # Moe, 77, | who
        if not (behind and reader.lemma(k - 1) in ("of", "from", "in", "at", "for")):
            return k
    return at
