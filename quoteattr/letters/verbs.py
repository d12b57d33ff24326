"""A word that may be a verb: which of its forms it is here; and the verb that a sentence still lacks at its end."""

from __future__ import annotations

from ..lexicon import Word
from .auxiliaries import close_group, tell_with_auxiliary
from .group import takes_statement
from .openings import ends_as_frame
from .participles import describes_role, goes_on_describing, tell_gerund, tell_past
from .present import tell_base, tell_third_person
from .scan import Scan

_CLOSE = frozenset({"close"})
_IN_SUBJECT = frozenset("nNjdeg#q'")  # letters of the words that a subject is made of
_FINITE = frozenset("VB")
_ENDS_OR_FINITE = _FINITE | frozenset(",;:.-Qtws")
"""What tells whether a part of a sentence has a finite verb: its verb, or what opens another part."""


def tell_verb(scan: Scan, at: int, word: Word) -> str:
    """A word that may be a verb: first what stands before it tells, then its form."""
    forms = word.forms
    if word.lemma == "say" and "b" in forms and not scan.expected and scan.tags[at - 1] == scan.following(at) == ",":
        return "r"  # has no rules against, | say |, “pressing” him
    if scan.auxiliaries:
        tag = tell_with_auxiliary(scan, at, word)
        if tag:
            return tag
    if scan.before == "i":
        return close_group(scan, at, word, "I", "infinitive", asked=bool(scan.asked) and scan.asked_at == scan.begin)
    if (
        scan.asked
        and scan.before in "Nnpo#"
        and ("b" in forms if scan.asked in "mD" else word.participle if scan.asked == "h" else "g" in forms)
    ):
        scan.asked = ""
        return close_group(scan, at, word, "V", "base", asked=True)
    if forms == "g":
        return tell_gerund(scan, at, word)
    if "d" in forms or "p" in forms:
        described = describes_role(scan, at, word) or goes_on_describing(scan, at, word)
        tag = "e" if described else tell_past(scan, at, word)
        if tag:
            return tag
    elif "n" in forms and "b" not in forms:
        if (scan.before in "dq'j#P" and scan.following(at) in "nNj") or describes_role(scan, at, word):
            return "e"
        return close_group(scan, at, word, "E", "participle", passive=True)
    if scan.before in "nN" and ends_as_frame(scan, at, forms):
        return close_group(scan, at, word, "V", "present")
    if "s" in forms:
        return tell_third_person(scan, at, word)
    near = word.lemma in _CLOSE and scan.following(at) == "P"  # people | close to the mayor
    return "j" if near or goes_on_describing(scan, at, word) else tell_base(scan, at, word)


def find_missing_verb(scan: Scan) -> None:
    """Where a sentence has no finite verb, a noun that may be one is: *Early counts | show whales in the bay …*.

    So is the last word of a sentence behind a comma, if it reports: *…, the records | show*.
    """
    tags = scan.tags[scan.begin : scan.end]
    if "V" not in tags and "B" not in tags and "Q" not in tags and len(tags) > 3:
        at = next((k for k in range(scan.begin + 1, scan.end - 1) if may_be_verb(scan, k)), None)
    else:
        at = scan.end - 2 if tags[-1] == "." else None
        if at is not None and not (may_be_verb(scan, at) and ends_report(scan, at)):
            at = None
    for found in (at,) if at is not None else reported_verbs(scan) if "n" in tags else ():
        word = scan.words[found].small or scan.words[found]
        scan.words[found] = word
        scan.tags[found] = close_group(scan, found, word, "V", "present")


def reported_verbs(scan: Scan) -> list[int]:
    """What was taken for nouns and is the one verb of words said without *that*: *Moe said officials | plan to*."""
    return [
        found
        for at, group in scan.groups.items()
        if at + 2 < scan.end
        and scan.tags[at + 1] in _IN_SUBJECT
        and takes_statement(group)
        and (found := verb_of_people(scan, at + 1)) is not None
    ]


def verb_of_people(scan: Scan, first: int) -> int | None:
    """The word behind a plural noun for people that may be a verb, where no other follows up to the next sign."""
    at = first
    while at + 1 < scan.end and scan.tags[at] in _IN_SUBJECT:
        word, before = scan.words[at], scan.words[at - 1]
        people = before.plural and before.people
        if people and at > first and scan.tags[at] == "n" and word.verb is not None and "b" in word.forms:
            behind = next((scan.tags[k] for k in range(at + 1, scan.end) if scan.tags[k] in _ENDS_OR_FINITE), "")
            return at if behind not in _FINITE else None
        at += 1
    return None


def may_be_verb(scan: Scan, at: int) -> bool:
    """Whether a word taken for a noun or a name may be a finite verb: its number fits what stands before."""
    if scan.tags[at] not in "nN" or scan.tags[at - 1] not in "nN#rd":
        return False
    word = scan.words[at].small or scan.words[at]
    if word.verb is None or not word.verb.cue or (scan.tags[at] == "N" and not scan.tall):
        return False
    prior = scan.words[at - 1]
    plural = prior.plural or scan.text[scan.ends[at - 1] - 1] == "s"
    if "b" in word.forms:
        return plural and scan.following(at) not in "PVB" and scan.tags[at - 1] != "d"
    return "s" in word.forms and not plural and scan.following(at) not in "PVB" and scan.tags[at - 1] != "d"


def ends_report(scan: Scan, at: int) -> bool:
    """Whether a comma, a mention and this word end the sentence."""
    return scan.tags[scan.back(at - 1, "nNjdeg#'")] == ","
