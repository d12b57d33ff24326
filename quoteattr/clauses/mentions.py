"""What mentions do: subjects, objects, and what stands behind a preposition."""

from __future__ import annotations

from ..phrases import Phrase
from .clause import Clause
from .insertions import goes_on_behind_comma
from .quoted import is_part
from .reader import Reader
from .takes import takes_clause

_ANYWHERE = frozenset("you it mine hers ours yours theirs".split())  # pronouns that are subject and object
_ARTICLES = frozenset({"a", "an", "the"})  # the | “x” plan
_FLOATING = frozenset({"all", "both", "each"})


def read_mention(reader: Reader, at: int, phrase: Phrase) -> None:
    """A mention is the subject or the object of the open clause, or waits for a verb of its own."""
    top, sign = reader.top, reader.sign
    if reader.last in "MO" and reader.around[at - 1] == "Q":
        go_on(reader, at)
        return
    points = reader.last_mention == at - 1 and (is_reflexive(phrase) or is_floating(reader, at))
    if points or (reader.around[at + 1] == "Q" and opens_quotation(reader, at, phrase)):
        return
    if (reader.preposition or reader.last_oblique == at - 2) and is_oblique(reader, at, phrase):
        keep_oblique(reader, at)
        return
    reader.preposition = False
    if top.inverted and top.subject is None and top.verb is not None:
        reader.settle(top.having(at, top.verb, top.object), top.verb)
        reader.last, reader.last_mention, reader.sign = "M", at, ""
        reader.candidate = None
        return
    if sign == "Q,":
        top = reader.top = Clause("main", at, None, at, ghost=top)
    base = reader.beside() if sign == "," and top.closed else top
    if base is not top and base.subject is None and base.verb is None:
        reader.top = base.having(at, None, base.object)
    elif top.subject is None and top.verb is None:
        reader.top = top.having(at, None, top.object)
    elif top.verb is None and reader.last == "M" and top.kind != "rel":
        reader.push("rel", at, top, at)
        sign = ""
    elif top.verb is None and not sign and reader.last != "O":
        reader.top = top.having(at, top.verb, top.object)
    elif top.verb is not None and top.object is None and not sign:
        reader.top = top.having(top.subject, top.verb, at)
    if sign != "c" or not joins(reader, at):
        if reader.head is not None or (sign == "," and reader.candidate_after):
            note_head(reader, top)
        reader.candidate, reader.candidate_after = at, sign
    reader.last, reader.last_mention, reader.sign = "M", at, ""


def go_on(reader: Reader, at: int) -> None:
    """The rest of a mention behind the quotation in it takes the place of its article."""
    first, top = at - 2, reader.top
    if top.subject == first:
        reader.top = top.having(at, top.verb, top.object)
    elif top.object == first:
        reader.top = top.having(top.subject, top.verb, at)
    if reader.candidate == first:
        reader.candidate = at
    if reader.last_oblique == first:
        reader.last_oblique = at
    reader.last_mention = at


def read_time(reader: Reader, at: int, phrase: Phrase) -> None:
    """A time is passed over, unless a report is about it."""
    if is_reported_subject(reader, at):
        read_mention(reader, at, phrase)
    reader.preposition = False


def is_reported_subject(reader: Reader, at: int) -> bool:
    """Whether a time is what a report is about: *Moe said | the next hours | would be hard*."""
    top = reader.top
    if at - 1 != top.verb:
        return False
    behind = at + 3 if reader.kinds.startswith(("PM", "PT"), at + 1) else at + 1
    if reader.kinds[behind : behind + 1] not in ("B", "V"):
        return False
    verb = reader.group_verb(top.verb)
    complete = all(c.kind in ("main", "comp") and c.verb is not None for c in top.chain())
    return complete and takes_clause(verb)


def is_reflexive(phrase: Phrase) -> bool:
    """Whether a phrase only points at the mention before it: *Moe | himself*."""
    return phrase.word is not None and phrase.word.lemma.endswith(("self", "selves"))


def is_floating(reader: Reader, at: int) -> bool:
    """Whether a quantifier goes with what is before it: *they | both | said*, *the brothers | each | said*."""
    word = reader.phrases[at - 1].word
    several = word is not None and (word.tag == "p" or (word.plural and word.people))
    return several and reader.lemma(at) in _FLOATING and reader.next_kind(at) == "V"


def opens_quotation(reader: Reader, at: int, phrase: Phrase) -> bool:
    """Whether an article goes with the quotation behind it, which somebody says: *The | “x is late,” Moe said*."""
    if phrase.word is None or phrase.word.lemma.lower() not in _ARTICLES:
        return False
    return reader.kinds[at + 2 : at + 3] in ("M", "V") and reader.ends_in_comma(reader.phrases[at + 1])


def note_head(reader: Reader, top: Clause) -> None:
    """Keep a mention that others describe behind its comma: *Moe, | head of ports, roads and mills*."""
    candidate, before = reader.candidate, reader.candidate_after
    if reader.sign == "," and candidate is not None:
        named = before == "," and top.verb is not None and reader.may_be_person(candidate)
        new = reader.head is None or reader.tag(candidate) == "N"
        if new and (named or before in ("-", ",c", ";", "Q,")):
            reader.head = candidate, before
    elif reader.sign not in (",", ",c", "c"):
        reader.head = None


def joins(reader: Reader, at: int) -> bool:
    """Whether the mention behind *and* and the one before it are one subject: *said | he and his aunt | were*."""
    if reader.candidate != at - 2:
        return False
    if reader.kinds[at + 1 : at + 2] == "Q" and is_part(reader, at + 1):
        at += 2  # he and his | “friend” aunt
    if reader.next_kind(at) not in "VB":
        return False
    if reader.candidate_after == ",":
        verb = reader.group_verb(reader.next_at(at))
        parted = reader.top.verb is not None or goes_on_behind_comma(reader, reader.next_at(at) or at)
        return parted and verb is not None and verb.strong
    return reader.candidate_after in ("Q", "Q,") or (
        reader.candidate_after == "" and takes_clause(reader.group_verb(reader.top.verb))
    )


def is_oblique(reader: Reader, at: int, phrase: Phrase) -> bool:
    """Whether a mention stands behind a preposition, or goes on with one that does."""
    subject_pronoun = reader.tag(at) == "p"
    if reader.preposition and not (subject_pronoun and reader.lemma(at) not in _ANYWHERE):
        return True
    if reader.last_oblique != at - 2:
        return False
    if reader.sign == "c" and not subject_pronoun:
        return reader.next_kind(at) not in "VB" or has_oblique(reader, at - 2)
    return reader.next_kind(at) == "," and is_place(reader, phrase)


def has_oblique(reader: Reader, at: int) -> bool:
    """Whether a mention that waits for its verb has the oblique one: *said farmers in | Iowa | and Ohio were*."""
    word = reader.phrases[at - 2].word if reader.candidate == at - 2 else None
    return word is not None and word.plural and takes_clause(reader.group_verb(reader.top.verb))


def is_place(reader: Reader, phrase: Phrase) -> bool:
    """Whether a name behind a comma only tells where: *in Berea, Ohio,*."""
    name = reader.sentence.words.text[phrase.start : phrase.end]
    return name in reader.places or name.endswith(".") or (len(name) == 2 and name.isupper())


def keep_oblique(reader: Reader, at: int) -> None:
    """A mention behind a preposition is no subject."""
    if reader.sign == "c" and not reader.preposition:
        reader.sign = ""  # half of the men and | a third of the women said
    reader.preposition = False
    reader.last, reader.last_mention, reader.last_oblique = "O", at, at
