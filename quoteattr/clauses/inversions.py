"""A subject behind its verb: *“…,” said Moe*."""

from __future__ import annotations

from ..changed import changed
from ..letters import Group
from .clause import Clause
from .reader import Reader
from .takes import takes_hearer


def inverts(reader: Reader, at: int) -> bool:
    """Whether the subject of this verb follows it: *“…,” said Moe*."""
    group = reader.phrases[at].group
    if group is None or group.form not in ("past", "present") or group.passive:
        return False
    if reader.sign == "," and not (group.verb is not None and group.verb.strong):
        return False
    before = reader.just_before(at)
    beside = before is not None and reader.kinds[before] == "Q" and reader.sign == "Q,"
    if beside and judges_too(reader, group):
        return False
    if reader.sign == "Q" and reader.top.kind == "comp" and reader.top.verb is None and before is not None:
        return reader.kinds[before - 1] != "t"  # argued that “bakers” | let the mill burn
    if beside or (before is not None and reader.kinds[max(0, before - 1) : before + 1] == "Q,"):
        return reader.next_kind(at) in "MP" or subject_behind_aside(reader, at)
    following = reader.next_at(at)
    if following is None or reader.kinds[following] != "M":
        return False
    if reader.sign == "," and reader.next_kind(following) in "VBM":
        return False  # *Moe, a clerk, said | she was*
    if reader.sign == "," and judges_too(reader, group):
        return False  # *Moe fed the crew, mocked | the cook, and said*
    frames = group.verb.frames if group.verb is not None else frozenset()
    if reader.sign == "," and reader.next_kind(following) == "Q" and "object" in frames:
        return False  # *the letter, sent on Monday, called | it “odd”*
    if reader.sign == "," and reader.next_kind(following) == "c" and reader.next_kind(following + 1) == "V":
        return False  # *Moe fed the crew, thanked | the cook and said*
    return reader.tag(following) != "o"


def judges_too(reader: Reader, group: Group) -> bool:
    """Whether a verb that judges has its object behind it: *called it “mad,” | denounced the mayor*.

    Its subject is known, or waits for it: *a letter that, while late, | accused the mayor*.
    """
    verb = group.verb
    judges = verb is not None and verb.cue == "judgement" and "quote" not in verb.frames
    if not judges:
        return False
    return (reader.top.subject is not None and reader.top.verb is not None) or reader.waiting() is not None


def is_said_behind(reader: Reader, at: int) -> bool:
    """Whether a verb that says, and needs no hearer, has its subject behind it: *“is late,” | said Moe*."""
    verb, following = reader.group_verb(at), reader.next_at(at)
    if reader.sign != "Q," or verb is None or not verb.strong or verb.cue != "speech" or takes_hearer(verb):
        return False
    if following is None or reader.kinds[following] != "M" or not reader.may_be_person(following):
        return False  # Moe, who calls it “late,” | denies negligence
    return reader.next_kind(following) in ",.$"


def subject_behind_aside(reader: Reader, at: int) -> bool:
    """Whether a mention follows behind an adverbial between commas: *“…,” said, not quite surely, | Moe*."""
    aside, _, rest = reader.kinds[at + 1 :].removeprefix(",").partition(",")
    return reader.kinds[at + 1 : at + 2] == "," and rest.startswith("M") and not aside.strip("rPMTj")


def invert(reader: Reader, at: int) -> None:
    """A main clause whose subject is still to come."""
    base = reader.beside()
    fresh = (
        base
        if base.verb is None and base.subject is None and base.kind == "main"
        else Clause("main", at, None, ghost=base)
    )
    reader.top = changed(fresh, kind="main", inverted=True, subject=None)
    reader.complete(reader.top, reader.top.subject, at)
