"""What signs do: commas, colons, dashes, brackets."""

from __future__ import annotations

import re

from ..changed import changed
from ..phrases import Phrase
from .clause import FIRST
from .reader import BESIDE, FINITE, Reader

_APART = frozenset(";:Q")  # kinds of phrases that no aside between dashes holds
_BEGINS = frozenset({",c", "c", ";"})  # before a new subject
_SAID = re.compile(r"c?r?MV[,:]?Q")  # kinds of phrases behind a colon: Ruth said, “Go.”
_GREETINGS = frozenset({"madam", "sir", "sirs"})


def read_sign(reader: Reader, at: int, phrase: Phrase) -> None:
    """A comma, a dash, a colon or a semicolon: what was near is so no more, and a clause may be over."""
    kind = phrase.kind
    if kind == "-" and read_dash(reader, at):
        return
    if kind != ",":
        reader.parted = None
    elif (
        reader.candidate_after in _BEGINS
        and reader.candidate is not None
        and begins_clause(reader, reader.candidate, at)
    ):
        reader.parted = reader.candidate, reader.top
    elif reader.kinds[at - 1] == "c" and reader.top.verb is not None and reader.top.subject is not None:
        reader.parted = reader.top.subject, reader.top  # laid down his fork, and, in a tone that hurt, | observed
    if kind == ":" and at == 1 and is_dateline(reader):
        reader.begin = at + 1
        reader.top, reader.candidate, reader.last, reader.last_mention = FIRST, None, "^", None
    elif (kind == ":" and is_heading(reader, at)) or (at == 1 and kind in ",:" and is_greeting(reader)):
        reader.top, reader.candidate = FIRST, None
    reader.preposition = False
    reader.sign = kind
    reader.last = kind
    top = reader.top
    if top.kind in BESIDE and top.verb is not None and not top.closed:
        reader.top = changed(top, closed=True)


def read_dash(reader: Reader, at: int) -> bool:
    """What stands between dashes is read apart where a subject waits: *Moe — he is late — said*."""
    if reader.outside is not None:
        if reader.aside_end != at:
            return False
        reader.take_back()
        reader.sign = ""
        return True
    end = reader.kinds.find("-", at + 1)
    waits = reader.top.subject is not None and reader.top.verb is None and reader.last_mention == at - 1
    if not waits or end < 0 or reader.next_kind(end) not in "VB" or FINITE.isdisjoint(reader.kinds[at:end]):
        return False
    if not _APART.isdisjoint(reader.kinds[at + 1 : end]):
        return False
    reader.aside_end = end
    reader.set_aside(at)
    return True


def open_bracket(reader: Reader, at: int, _: Phrase) -> None:
    """What stands in brackets is read apart."""
    if reader.outside is None and ")" in reader.kinds[at + 1 : at + 40]:
        reader.set_aside(at)


def close_bracket(reader: Reader, _: int, __: Phrase) -> None:
    """Behind the brackets the sentence goes on."""
    reader.take_back()


def is_heading(reader: Reader, colon: int) -> bool:
    """Whether what a colon ends only opens the sentence: *Full disclosure: | I once said*; no *Ann Lee: I said*."""
    subject = reader.top.subject
    if subject is None or reader.top.verb is not None or reader.top.outer is not None:
        return False
    if reader.kinds[colon + 1 : colon + 2] in ("", "Q"):
        return False
    if _SAID.match(reader.kinds, colon + 1):
        return True  # Verse 12: And Ruth said, “Go.”
    labels = subject == colon - 1 and reader.sentence.words.tags[reader.phrases[subject].first] != "d"
    named = reader.may_be_person(subject) and (labels or reader.tag(colon + 1) != "N")
    return not named


def is_greeting(reader: Reader) -> bool:
    """Whether a sentence begins with whom a letter is to: *Sir: | Your man says so*, *Dear Ann, | you say so*."""
    first = reader.phrases[0]
    opening = reader.sentence.words.words[first.first].lemma.lower() if first.kind == "M" else ""
    return opening == "dear" or (opening in _GREETINGS and first.last == 1)


def begins_clause(reader: Reader, candidate: int, at: int) -> bool:
    """Whether a mention before a comma is the subject of a new clause: *It rained, but | Moe, a clerk, left*."""
    top, last = reader.top, reader.last
    if top.verb is None or last not in "MO" or reader.last_mention != at - 1 or reader.waiting() is not None:
        return False
    if reader.candidate_after == "c":
        joining = reader.lemma(candidate - 1)
        if joining != "but" and (joining != "and" or reader.kinds[candidate - 2] == "M"):
            return False
    row = reader.kinds[max(0, candidate - 4) : candidate]
    return not row.endswith("M,c") or row[0] != ","


def is_dateline(reader: Reader) -> bool:
    """Whether all before a colon is the place of a report: *OSLO: It rained*."""
    first = reader.phrases[0]
    text = reader.sentence.words.text[first.start : first.end]
    return reader.kinds[0] == "M" and len(text) > 1 and text.isupper()
