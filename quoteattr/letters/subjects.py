"""What stands before a word that may be a verb: its subject, how many that are, and whether it has another verb."""

from __future__ import annotations

from ..lexicon import Verb
from .scan import FAR, Scan

# Determiners and quantifiers that may be a mention to themselves: *another said*.
_ALONE = frozenset("all another both each either many most neither one others some that these this those".split())
_OWN = {"other": "the", "his": "of"}  # and behind another word: the other, a friend of his


def is_plural(scan: Scan, at: int) -> bool:
    """Whether a noun, or a name in -s, is more than one."""
    word, before = scan.words[at], scan.words[at - 1].lemma if at > scan.begin else ""
    return (
        word.plural
        or (bool(scan.expected) and scan.tags[at] == "n" and "s" in word.forms)  # factors, a form of a verb, too
        or (scan.tags[at] == "N" and scan.text[scan.ends[at] - 1] == "s")
        or before in ("those", "these")
        or word.lemma.endswith("selves")
    )


def joined(scan: Scan, at: int) -> bool:
    """Whether a name ends the mention of two: *Ann Lee and Bo | Moe*, *the mayor and | Moe*."""
    at = scan.back(at, "N")
    return scan.tags[at] == "c" and scan.tags[at - 1] in "nN"


def coordinated(scan: Scan, at: int) -> bool:
    """Whether an *and* stands a few words before: *Bruna and Otis say*."""
    return any(scan.tags[k] == "c" for k in range(max(scan.begin, at - 4), at))


def subject_head(scan: Scan, at: int) -> int | None:
    """The noun that begins what stands between the last sign and here: *| polls | in Ohio on Monday*."""
    first = at
    while first > scan.begin and scan.tags[first - 1] in "nNjdeg#qrTPE'":
        first -= 1
    if scan.tags[first] == "P":
        return None
    head = next((k for k in range(first, at) if scan.tags[k] in "nN"), None)
    while head is not None and head + 1 < at and scan.tags[head + 1] in "nN":
        head += 1
    return head


def may_be_many(scan: Scan, at: int) -> bool:
    """Whether the sentence begins with several: *The critics, most of them farmers, | fear it is late*."""
    head = next((k for k in range(scan.begin, at) if scan.tags[k] in ",PV"), at) - 1
    return head >= scan.begin and scan.tags[head] in "nN" and is_plural(scan, head)


def begins_mention(scan: Scan, at: int) -> bool:
    """Whether the mention before a word has an article behind another noun: *In Ulm | the vicar | calls it*."""
    first = scan.back(at - 1, "nNjeg#'")
    return scan.tags[first] == "d" and scan.tags[first - 1] in "nNT"


def is_object(scan: Scan, at: int) -> bool:
    """Whether the noun before a word hangs on a preposition: *in an interview | taped before*."""
    return scan.tags[scan.back(at - 1, "nje#'dg")] == "P"


def stands_alone(scan: Scan, at: int) -> bool:
    """Whether the determiner before ends a mention: *another | said*, *the other | said*, *a pal of his | said*."""
    before = scan.words[at - 1].lemma
    return before in _ALONE or _OWN.get(before, "-") == scan.words[at - 2].lemma


def document_shows(scan: Scan, at: int, verb: Verb, following: str) -> bool:
    """Whether a document, a poll or the like stands at a place, and a verb that tells what it shows behind it."""
    if "that" not in verb.frames or scan.tags[at] not in "nN":
        return False
    kinds = scan.words[at].noun
    shows = "document" in kinds or "speech" in kinds
    return shows and (following in "tNdpoq#" or (verb.cue == "evidence" and following in "nji,.$T:"))


def in_statement(scan: Scan, at: int) -> bool:
    """Whether the noun before a word opens what is said, and no other verb follows: *said the talk | lasted*."""
    before = scan.back(at - 1, "nNjdeg#q'")
    group = scan.groups.get(before)
    says = group is not None and group.verb is not None and group.verb.strong and "that" in group.verb.frames
    inverted = scan.tags[before - 1] == "Q"  # “…,” said two men | armed with oars
    return says and not inverted and not verb_follows(scan, at)


def verb_follows(scan: Scan, at: int) -> bool:
    """Whether a finite verb comes before the next sign or clause: *polls | released Sunday show*."""
    for k in scan.ahead(at):
        word, tag = scan.words[k], scan.tags[k]
        if tag in ";:Q,wtsS(-":
            return False
        if tag in "bhmD" or (tag == "v" and scan.tags[k - 1] not in "dP" and word.past):
            return True
        if tag == "v" and scan.tags[k - 1] == "T" and word.finite:
            return True
    return False


def verb_behind_comma(scan: Scan, at: int) -> bool:
    """Whether a comma and a finite verb follow: *who wrote a bill aimed at it, | said*."""
    for k in scan.ahead(at):
        if scan.tags[k] in ";:" or (scan.tags[k] == "Q" and scan.text[scan.ends[k] - 2] != ","):
            return False
        if scan.tags[k] in ",Q":
            word = scan.word_at(k + 1)
            if word.tag in "bhmD" or (word.tag == "v" and word.finite):
                return True
    return False


def verb_due(scan: Scan, at: int) -> bool:
    """Whether *that*, *what* or *who* still waits for its verb: *what Moe, a clerk, | called “x”*."""
    before = reversed(scan.tags[max(scan.begin, at - FAR) : at])
    return next((tag in "tw" for tag in before if tag in "twVB;:Q"), False)
