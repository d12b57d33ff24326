"""A verb of what is told, inside the clause that tells it."""

from __future__ import annotations

from .clause import Clause
from .reader import Reader
from .takes import takes_clause


def open_content(reader: Reader, at: int, outer: Clause, subject: int | None) -> None:
    """A clause inside one that takes clauses, with its verb."""
    outer = outer.having(outer.subject, outer.verb, None)
    reader.push("comp", at if subject is None else subject, outer, subject, at)
    reader.last = "V"


def reported_quotation(reader: Reader, at: int, top: Clause) -> bool:
    """Whether a quotation is the subject of what is reported: *said “The Swan” | was dull*."""
    beside = reader.sign == "Q" and reader.just_before(at - 1) == top.verb
    return beside and takes_clause(reader.group_verb(top.verb))


def reported_relative(reader: Reader, at: int, top: Clause) -> bool:
    """Whether a relative is the subject of what is reported: *songs Lee said | were dull*, *what he said | was*."""
    held = top.outer is not None and top.outer.verb is not None
    free = top.kind == "wh" and held and reader.lemma(top.opened) == "what"
    bare = top.kind == "comp" and reader.kinds[top.opened - 1] == "M"  # burnt the letters | the port says | are lost
    bare = bare and held and top.outer is not None and not takes_clause(reader.group_verb(top.outer.verb))
    told = ((free or top.kind == "rel") and top.subject is not None and top.subject > top.opened) or bare
    return told and reader.just_before(at) == top.verb and takes_clause(reader.group_verb(top.verb))


def described_object(reader: Reader, top: Clause) -> bool:
    """Whether an object turns out a subject: *said the judge, a veteran, | was late*, *said ice, too, | fell*."""
    if reader.sign != "," or top.object is None or not takes_clause(reader.group_verb(top.verb)):
        return False
    return reader.candidate_after == "," or reader.kinds[top.object + 1 : top.object + 3] == ",P"


def find_resumed(reader: Reader) -> Clause | None:
    """A verb of saying whose object turns out a subject: *said one who left | had*, *said laws made now | end*."""
    if reader.sign not in ("", ","):
        return None
    relative: Clause | None = reader.top
    while relative is not None and relative.kind not in ("rel", "part"):
        relative = relative.outer
    if relative is None or relative.verb is None or relative.outer is None:
        return None
    if relative.kind == "part" and reader.candidate is not None and reader.candidate_after:
        return None
    if reader.candidate is not None and not reader.candidate_after and takes_clause(reader.group_verb(reader.top.verb)):
        return None  # told Moe, who said | she was late
    outer = relative.outer
    if outer.object is None or not takes_clause(reader.group_verb(outer.verb)):
        return None
    described = outer.object == relative.subject or is_set_off(reader, relative, outer.object)
    return outer if described or is_for_doing(reader, relative, outer.object) else None


def is_set_off(reader: Reader, clause: Clause, noun: int) -> bool:
    """Whether a clause between commas tells of a noun: *said the firm, facing ruin, | asked*, *which he ran, | was*."""
    return clause.kind in ("part", "rel") and reader.sign == "," == reader.kinds[noun + 1 : clause.opened].strip("PM")


def is_for_doing(reader: Reader, clause: Clause, noun: int) -> bool:
    """Whether a clause tells what a noun is for: *said the ban | on burning wood | ended*."""
    gerund = clause.opened
    beside = clause.kind == "part" and reader.kinds[gerund - 1] == "P"
    return beside and not reader.kinds[noun + 1 : gerund].strip("PM")
