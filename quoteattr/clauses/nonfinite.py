"""What gerunds, participles and infinitives do, and whose they are."""

from __future__ import annotations

from ..phrases import Phrase
from .clause import Clause
from .reader import Reader

# What somebody has of others who do something: *remember Moe going on*.
_SENSES = frozenset({"hear", "imagine", "overhear", "picture", "recall", "remember"})
# What is done with a document by whoever speaks in it: *issued a statement saying*, but not *found a note saying*.
_MAKES = frozenset(
    "air amend broadcast circulate deliver email file give hand hold issue leave mail make pen place post print publish"
    " put record release revise run send share sign text tweet update write".split()
)
_WRITES = frozenset("email message phone text".split())  # with whom one speaks: *emailed supporters saying*
# What makes somebody do something: *led Moe to ask*.
_MOVES = frozenset("allow cause compel drive enable force get inspire lead leave permit prompt push spur".split())
# What makes somebody do something behind *on*: *rely on users to report*.
_LEANS = frozenset("bank count depend prevail rely wait".split())
_TIMES = frozenset({"after", "before", "once", "since", "until"})  # when something was done, not what came of it
_NEVER_WHY = frozenset({"whether", "than"})
_PRICES = frozenset("fall rise drop climb plunge jump slip slide sink surge tumble soar slump".split())
"""What shares and prices do, who give no reasons."""


def read_gerund(reader: Reader, at: int, _: Phrase) -> None:
    """A gerund opens a clause, whose subject is the nearest that can do so: *Moe left, | saying*."""
    top = reader.top
    subject: int | None
    if reader.preposition:
        subject = find_doer(reader, at)
    elif reader.last == "M" and reader.just_before(at) == reader.last_mention is not None:
        subject = reader.last_mention
        word = reader.phrases[subject].word
        kinds = reader.noun(subject)
        group = reader.phrases[top.verb].group if top.verb is not None else None
        made = group is not None and group.lemma in _MAKES
        itself = reader.lemma(at) == "read" and not made  # wore a hat | reading “x”
        written = group is not None and group.lemma in _WRITES
        document = written or (made and ("document" in kinds or "speech" in kinds))
        person = word is not None and (word.tag in "Npo" or word.plural or word.people or "document" in kinds)
        objective = reader.candidate == subject and reader.candidate_after == ""
        if objective and not itself and top.subject is not None and (document or not person):
            subject = top.subject
    elif (
        reader.just_before(at) == reader.last_mention is not None
        and (companion := with_before(reader, reader.last_mention)) is not None
    ):
        subject = companion
    elif reader.last == "V" and top.subject is not None and reader.just_before(at) == top.verb:
        subject = top.subject
    elif reader.sign == "c" and (partner := find_partner(reader)) is not None:
        subject = partner.subject
    elif reader.sign == "," and is_seen(reader, top):
        subject = top.subject
    else:
        carrier = find_carrier(reader)
        subject = carrier.subject if carrier is not None else None
    reader.push("part", at, top, subject, at)
    reader.last = "G"


def is_seen(reader: Reader, clause: Clause) -> bool:
    """Whether somebody is seen or heard to do what a participle tells: *heard Moe going on, | calling it late*."""
    seen = clause.kind == "part" and clause.outer is not None and clause.subject == clause.opened - 1
    if not seen or clause.outer is None or clause.outer.object != clause.subject or clause.outer.verb is None:
        return False
    group = reader.phrases[clause.outer.verb].group
    return group is not None and group.lemma in _SENSES


def find_doer(reader: Reader, at: int) -> int | None:
    """Who does what a preposition brings: the nearest subject that may say so: *the plan that won by | urging*."""
    subjects = [c.subject for c in reader.top.chain() if c.subject is not None]
    verb = reader.group_verb(at)
    if len(subjects) > 1 and verb is not None and verb.strong and verb.cue == "speech":
        return next(filter(reader.may_be_person, subjects), subjects[0])
    return subjects[0] if subjects else None


def find_partner(reader: Reader) -> Clause | None:
    """The participle clause that *and* goes on from: *tweeting … and asking*."""
    parts = [c for c in reader.top.chain() if c.verb is not None and reader.kinds[c.verb] == "G"]
    apart = (c for c in parts if reader.kinds[c.opened - 1] in ",-Q")
    return next(apart, parts[0] if parts else None)


def with_before(reader: Reader, at: int) -> int | None:
    """Who does what is told: *with | the mayor of Ulm | saying*, else the nearest name behind *of*."""
    head = at
    while reader.lemma(head - 1) in ("of", "from", "for", "in", "at"):
        head -= 2
    if reader.lemma(head - 1) == "with":
        return head
    return at if reader.lemma(at - 1) == "of" and reader.tag(at) == "N" else None


def read_participle(reader: Reader, at: int, _: Phrase) -> None:
    """A participle opens a clause: *the man | accused of*."""
    subject = reader.last_mention if reader.sign == "" else None
    if subject is None:
        carrier = find_carrier(reader)
        subject = carrier.subject if carrier is not None else None
    reader.push("part", at, reader.top, subject, at)
    reader.last = "E"


def read_infinitive(reader: Reader, at: int, _: Phrase) -> None:
    """An infinitive opens a clause, whose subject is told: *urged | Moe | to say*."""
    top = reader.top
    told = top.object is not None and governs_object(reader, top.verb)
    bare = reader.phrases[at].first + 1 == reader.phrases[at].last
    subject = reader.last_mention if bare else top.object if told else meant_to_do(reader, at) or top.subject
    if reader.sign == "," and (carrier := find_carrier(reader)) is not None:
        subject = carrier.subject  # met those who had won, | to tell them
    reader.push("inf", at, top, subject, at)
    reader.last = "I"


def meant_to_do(reader: Reader, at: int) -> int | None:
    """Who is to do what follows: *waited for | Moe | to say*, *rely on | users | to*, *left it to | Moe | to*."""
    mention = reader.last_mention
    if reader.last != "O" or mention is None or reader.just_before(at) != mention:
        return None
    group = reader.phrases[reader.top.verb].group if reader.top.verb is not None else None
    while reader.phrases[mention - 1].kind == "c" and mention > 1:
        mention -= 2
    before = reader.lemma(mention - 1)
    leans = before in ("on", "upon") and group is not None and group.lemma in _LEANS
    leans = leans or (before == "to" and reader.top.subject is not None and reader.lemma(reader.top.subject) == "it")
    return mention if (before == "for" or leans) and reader.may_be_person(mention) else None


def governs_object(reader: Reader, at: int | None) -> bool:
    """Whether the object of a verb is the one who does what follows: *urged Moe to*, *led Moe to*."""
    group = reader.phrases[at].group if at is not None else None
    if group is None:
        return False
    verb = group.verb
    return group.lemma in _MOVES or (verb is not None and {"hearer", "to"} <= verb.frames)


def find_carrier(reader: Reader) -> Clause | None:
    """The clause whose subject a participle after a comma takes: never one said or relative."""
    return next(
        (
            c
            for c in reader.top.chain()
            if c.subject is not None and (c.kind == "main" or tells_where(reader, c) or tells_why(reader, c))
        ),
        None,
    )


def tells_why(reader: Reader, clause: Clause) -> bool:
    """Whether a clause goes on behind its comma: *left | when he heard, saying*, not *| after they met, saying*."""
    main = clause.outer
    if clause.kind != "sub" or main is None or main.verb is None or main.subject is None:
        return clause.kind == "sub"
    opening, group = reader.lemma(clause.opened), reader.phrases[main.verb].group
    acts = reader.may_be_person(main.subject) and not (group is not None and group.lemma in _PRICES)
    return opening not in _NEVER_WHY and not (opening in _TIMES and acts)


def tells_where(reader: Reader, clause: Clause) -> bool:
    """Whether a clause is one of place or time: *where dozens had met, chanting*."""
    opening = reader.lemma(clause.opened)
    if clause.kind == "rel":
        return opening == "which" and reader.kinds[clause.opened - 1] == "P"
    return clause.kind == "wh" and opening in ("where", "when")
