"""What a finite verb does: which clause it goes with, and what its subject is."""

from __future__ import annotations

from ..phrases import Phrase
from .clause import Clause
from .contents import described_object, find_resumed, open_content, reported_quotation, reported_relative
from .coordinations import coordinate
from .first_verbs import first_verb
from .insertions import subject_before_inserted, subject_behind_inserted
from .inversions import invert, inverts, is_said_behind
from .later_verbs import adjacent, verb_with_candidate
from .reader import Reader
from .takes import takes_hearer


def read_verb(reader: Reader, at: int, phrase: Phrase) -> None:
    """A finite verb: its subject waits for it, stands before it, follows it, or is that of the clause before."""
    if reader.head is not None or reader.parted is not None:
        take_up_subject(reader, at, phrase)
    top, candidate = reader.top, reader.candidate
    parted = top.verb is None and "," in (reader.sign, reader.candidate_after)
    if parted and (subject := subject_before_inserted(reader, at, phrase)) is not None:
        reader.of_verb[at] = Clause("main", subject, None, subject, at)
        reader.of_subject.setdefault(subject, at)
        reader.candidate, reader.last = None, "V"
    elif parted and (subject := subject_behind_inserted(reader, at, phrase)) is not None:
        reader.of_verb[at] = Clause("main", at, None, subject, at, inverted=True)
        reader.of_subject.setdefault(subject, at)
    elif top.verb is None:
        first_verb(reader, at, top, candidate)
    elif reader.sign in ("c", ",c"):
        coordinate(reader, at, phrase)
    elif reported_quotation(reader, at, top) or reported_relative(reader, at, top):
        open_content(reader, at, top, None)
    elif (resumed := find_resumed(reader)) is not None:
        open_content(reader, at, resumed, resumed.object)
    elif candidate is not None and adjacent(reader, candidate):
        verb_with_candidate(reader, at, phrase, candidate)
    elif candidate is not None and described_object(reader, top):
        open_content(reader, at, top, top.object)
    elif (waiting := reader.waiting()) is not None and not is_said_behind(reader, at):
        reader.complete(waiting, waiting.subject, at)
    elif reader.sign in ("Q,", "Q", ",") and inverts(reader, at):
        invert(reader, at)
    else:
        coordinate(reader, at, phrase)


def take_up_subject(reader: Reader, at: int, phrase: Phrase) -> None:
    """Go back to the subject that an apposition or an aside parts from its verb: *and Moe, a clerk, | said*."""
    if reader.head is not None and reader.sign == "," and goes_with_head(reader, at, phrase, reader.head[1]):
        (reader.candidate, reader.candidate_after), reader.sign = reader.head, ""
    reader.head = None
    if reader.parted is not None and reader.sign == ",":
        (reader.candidate, reader.top), reader.candidate_after, reader.sign = reader.parted, ",c", ""
        reader.parted = None


def goes_with_head(reader: Reader, at: int, phrase: Phrase, sign: str) -> bool:
    """Whether a verb goes with a mention before an apposition: *and Moe, a clerk, | said*."""
    if sign == "Q,":
        return True
    if sign != ",":
        return reader.top.verb is not None
    verb = phrase.group.verb if phrase.group is not None else None
    ends = reader.next_kind(at) in ".,P" or takes_hearer(verb)
    return verb is not None and verb.strong and ends
