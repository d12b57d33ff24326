"""The verb of a clause that has none."""

from __future__ import annotations

from .clause import FIRST, Clause, replaced
from .coordinations import around_quoted, coordinate
from .inversions import invert, inverts
from .reader import Reader

_OTHERS = frozenset({"others", "another"})


def first_verb(reader: Reader, at: int, top: Clause, candidate: int | None) -> None:
    """The verb of a clause that has none."""
    around = around_quoted(reader, at, top)
    if around is not None:
        reader.top = around
        coordinate(reader, at, reader.phrases[at])
        return
    if (hurt := find_hurt(reader, at, top)) is not None:
        reader.complete(replaced(hurt, at), hurt.subject, at)
        return
    if candidate is not None and candidate != top.subject:
        if reader.candidate_after in ("Q", "Q,"):
            reader.complete(Clause("main", candidate, None, ghost=top), candidate, at)
            return
        if reader.candidate_after == ",c" and reader.sign == "" and follows_lost_verb(reader, top, candidate):
            reader.complete(Clause("main", candidate, None, ghost=top), candidate, at)
            return
        if (
            reader.candidate_after in (",", "-")
            and reader.sign == ""
            and takes_over(reader, at, candidate, top.subject)
        ):
            main = reader.lemma(candidate) in _OTHERS and reader.waits_for_main(top)
            reader.complete(FIRST if main else top, candidate, at)
            return
    quoted = reader.sign == "Q," and top.subject is not None and quoted_predicate(reader, at, top.subject)
    if top.subject is not None and not (quoted and inverts(reader, at)):
        reader.complete(top, top.subject, at)
    elif inverts(reader, at):
        invert(reader, at)
    elif (waiting := reader.waiting()) is not None:
        reader.complete(waiting, waiting.subject, at)
    elif top.outer is not None:
        reader.complete(top, top.outer.subject, at)
    else:
        reader.complete(top, name_before(reader, at), at)


def find_hurt(reader: Reader, at: int, top: Clause) -> Clause | None:
    """The clause whose verb only describes its subject, as behind *after*: *a man | hurt after a fall | told*."""
    outer, says = top.outer, reader.group_verb(at)
    if top.kind != "sub" or top.subject is None or outer is None or outer.verb != top.opened - 1:
        return None
    if outer.subject != outer.verb - 1 or says is None or not says.strong or says.cue != "speech":
        return None
    fits = reader.may_be_participle(reader.phrases[outer.verb]) and reader.may_be_person(outer.subject)
    thing = reader.sentence.words.tags[reader.phrases[top.subject].last - 1] == "n" and not reader.may_be_person(
        top.subject
    )
    return outer if fits and thing else None


def takes_over(reader: Reader, at: int, candidate: int, subject: int | None) -> bool:
    """Whether a mention behind a comma is the subject rather than the one before, which it does not describe."""
    if reader.tag(candidate) in ("N", "p") or reader.lemma(candidate) in _OTHERS:
        return True
    verb = reader.group_verb(at)
    says = verb is not None and verb.strong and verb.cue == "speech"
    if not says or subject is None or reader.may_be_person(subject):
        return False
    return reader.may_be_person(candidate)


def follows_lost_verb(reader: Reader, top: Clause, candidate: int) -> bool:
    """Whether no row stands before a mention behind *, and*: *Unions picket it, and | Moe said*."""
    return top.subject is not None and reader.kinds[top.subject + 1 : candidate].count(",") == 1


def quoted_predicate(reader: Reader, at: int, subject: int) -> bool:
    """Whether a quotation holds the verb of the subject: *The address “was late,” | said Moe*."""
    if reader.top.kind != "main":
        return False
    before = reader.just_before(at)
    if before is None or reader.kinds[before] != "Q":
        return False
    return "," not in reader.kinds[subject:before]


def name_before(reader: Reader, at: int) -> int | None:
    """A name directly before a verb that no other mention waits for: *At the party Sen. Lee | said*."""
    before = len(reader.kinds[:at].rstrip("rT)("))
    return before - 1 if before and reader.tag(before - 1) in ("N", "p") else None
