"""Capitals: whether a word with one is a name, or what it is when written small."""

from __future__ import annotations

from ..lexicon import Word
from .group import NO_VERB
from .scan import Scan

_MONTHS = frozenset("april august june march may".split())
"""Those that are names as well."""
_TITLES = frozenset("Dame Dr Dr. Lady Lord Miss Mr Mr. Mrs Mrs. Ms Ms. Sir".split())

_MAY_END = frozenset("rjq")


def small_of(word: Word, small: Word, following: str) -> Word | None:
    """What a capitalised word at the start of a sentence is when written small, if that is likelier.

    One that is a role and bare is a name before a verb: *Baker said*, but *Bakers said*, *Baker Moe said*.
    """
    if word.given and following == "N":
        return None
    tag = small.tag
    if following == "'" or (tag == "j" and following in "v,"):
        return None
    if tag in "jrT":
        return small
    if tag == "v":
        if "g" in small.forms:
            if following == "N" and (small.verb is None or not small.verb.cue):
                return None
            return small if following not in "vbhmD" else None
        if small.forms[0] in "dn":
            return small if following in "PtswridT" else None
        return small if small.noun and following in "vbhmDrP" else None
    if small.noun and not (small.noun == "role" and not small.plural and following in "vbhmD,"):
        return small
    return None


def is_name(scan: Scan, at: int, word: Word) -> bool:
    """Whether a word with a capital is a name, by the verb of saying beside it or the name behind it.

    *“…,” Early | said*; where it is a given name, too: *said | Per*, *said | Per | Dahl*.
    """
    if word.given and said_by(scan, at):
        return True
    behind = at + 1
    if word.given:
        while behind < scan.end and scan.tags[behind] == "N":
            behind += 1
        if behind > at + 1 and not scan.fresh and not scan.in_headline():
            return True
    following = scan.word_at(behind)
    verb = following.verb or NO_VERB
    if following.tag != "v" or not verb.strong or not following.finite:
        return False
    if word.tag == "P" and verb.noun != "never":
        return False  # In emails, …
    return not scan.fresh or word.tag in "rqPT"


def is_surname(scan: Scan, at: int, word: Word) -> bool:
    """Whether an adverb, adjective or quantifier with a capital ends a name: *Tony | Long*, *Mrs. | More*."""
    if word.small is None or word.tag not in _MAY_END or scan.tall or scan.tags[at - 1] != "N":
        return False
    before = scan.words[at - 1]
    return before.given or before.lemma in _TITLES


def is_named_so(scan: Scan, at: int, word: Word) -> bool:
    """Whether a month is somebody's name: *Mrs. | May*, *Theresa | May*; *| June |, 61, said*, *| May |, who left*."""
    if word.lemma not in _MONTHS or scan.tall:
        return False
    if at > scan.begin and scan.tags[at - 1] == "N":
        before = scan.words[at - 1]
        role = before.small is not None and before.small.noun.startswith("role")
        return (before.given or role or before.lemma in _TITLES) and scan.following(at) != "#"
    aged = scan.tags[at + 1 : at + 4] == [",", "#", ","]
    told = scan.tags[at + 1 : at + 2] == [","] and scan.word_at(at + 2).lemma == "who"
    return word.given and scan.fresh and (aged or told)


def said_by(scan: Scan, at: int) -> bool:
    """Whether a word follows a quotation and its verb of saying: *“…,” said | April*."""
    return at - 2 >= scan.begin and scan.tags[at - 2] == "Q" and scan.words[at - 1].verb is not None


def said_first(scan: Scan, at: int, small: Word) -> bool:
    """*Said Moe: “…”*: a verb of saying opens the sentence, and a colon stands before what is said."""
    if at != scan.begin or small.verb is None or not small.finite:
        return False
    if not small.verb.strong and small.verb.cue != "manner" and "quote" not in small.verb.frames:
        return False
    said = scan.tags[at : at + 25]
    return scan.following(at) in "Nndpq#" and (":" in said or "Q" in said)


def judged_first(scan: Scan, at: int, small: Word) -> bool:
    """Whether a participle of judging opens the sentence: *Described as “x”, the …*, *Often | dubbed “x” by Lee, …*."""
    if small.verb is None or small.verb.cue != "judgement" or not small.participle:
        return False
    with_as = scan.word_at(at + 1).lemma == "as"
    behind = at + 1 + with_as
    while behind < scan.end and scan.tags[behind] in "djr":
        behind += 1
    quoted = scan.tags[behind : behind + 1] == ["Q"]
    return quoted and (with_as or scan.word_at(behind + 1).lemma == "by")


def opens_name(scan: Scan, at: int) -> bool:
    """Whether a preposition with a capital, in the middle of a sentence, begins a name: *told | Per Dahl*."""
    return not scan.fresh and scan.before != "N" and scan.following(at) == "N"


def named_will(scan: Scan, at: int, word: Word) -> bool:
    """Whether a modal with a capital is a name: *George Will*, *Will described*."""
    following = scan.word_at(at + 1)
    past = following.tag == "v" and "b" not in following.forms
    named = following.tag == "N" and at == scan.begin and scan.text[scan.ends[scan.end - 1] - 1] != "?"
    return scan.before == "N" or past or named or (word.given and is_name(scan, at, word))


def before_role(scan: Scan, at: int) -> bool:
    """Whether a role and a name follow: *planning | director Ann Lee*, *Defence | Minister Lee*."""
    role = scan.word_at(at + 1)
    return scan.following(at, 2) == "N" and (role.small or role).noun.startswith("role")
