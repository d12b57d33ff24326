"""A verb with the subject of a clause before: *Moe shrugged and said*."""

from __future__ import annotations

from ..letters import Group
from ..phrases import Phrase
from .clause import Clause, replaced
from .reader import Reader
from .takes import reports_on

_EMPTY = frozenset({"it", "there"})  # subjects that are nobody
AGAINST = frozenset({"while", "whereas"})


def coordinate(reader: Reader, at: int, phrase: Phrase) -> None:
    """*Moe shrugged and said*: the subject of a clause before."""
    clause = reader.top
    group = phrase.group
    strong = reports_on(group)
    while clause.outer is not None:
        own = reader.phrases[clause.verb].group if clause.verb is not None else None
        outer = reader.group_verb(clause.outer.verb)
        tense = (
            group is not None
            and own is not None
            and (group.form == "past" and (own.modal or own.form in ("base", "present", "infinitive")))
        )
        nested = strong and clause.kind == "comp" and outer is not None and outer.cue != ""
        nested = nested and not is_told_of(reader, clause, group)
        if (
            clause.kind == "sub"
            and reader.sign == "c"
            and (is_empty(reader, clause.outer) or sets_against(reader, clause))
        ):
            break  # after Moe came and | said so, …; there was a row when Moe came and | said so
        to_do = clause.kind == "inf" and group is not None and group.form in ("past", "present")
        if clause.kind in ("part", "sub", "wh") or to_do or tense or nested or reader.sign == ",c":
            clause = clause.outer
        else:
            break
    reader.complete(replaced(clause, at), clause.subject, at)


def is_told_of(reader: Reader, clause: Clause, group: Group | None) -> bool:
    """Whether what is told now of what was done goes on: *says he met Moe and | asked him to leave*."""
    told, own = (
        reader.phrases[each.verb].group if each is not None and each.verb is not None else None
        for each in (clause.outer, clause)
    )
    if group is None or told is None or own is None:
        return False
    return told.form == "present" and not told.perfect and own.form == group.form == "past"


def sets_against(reader: Reader, clause: Clause) -> bool:
    """Whether a clause is about somebody else than the sentence: *Lee left, while Moe stayed and | said so*."""
    against = reader.lemma(clause.opened) in AGAINST and reader.kinds[clause.opened - 1] == ","
    return against and clause.subject is not None and reader.may_be_person(clause.subject)


def is_empty(reader: Reader, clause: Clause) -> bool:
    """Whether nobody does anything in a clause: it has no verb yet, or begins with *there* or *it*."""
    return clause.verb is None or (clause.subject is not None and reader.lemma(clause.subject) in _EMPTY)


def around_quoted(reader: Reader, at: int, top: Clause) -> Clause | None:
    """The report around a clause whose verb is quoted, once another joins it: *said it “failed,” and | urged*."""
    if top.subject is None or top.kind != "comp" or reader.sign not in ("c", ",c"):
        return None
    outer = top.outer
    if outer is None or outer.verb is None or not reports_on(reader.phrases[at].group):
        return None
    return outer if reader.kinds[top.subject + 1 : at].strip("PM") == "Qc" else None
