"""What opens a clause: *that*, relative words, subordinators; and whether one that may be a preposition does."""

from __future__ import annotations

from ..lexicon import Word
from .capitals import is_name
from .group import NO_VERB
from .scan import Scan
from .subjects import is_plural

_POINTED = frozenset({"after", "before"})  # with a noun, or with a clause
_CALLED = frozenset({"name", "himself", "herself", "themselves"})
_NEAR = 14  # words from *after* to the verb of its clause


def tell_that(scan: Scan, at: int, _: Word) -> str:
    """*that* stands alone (a subject), with a noun (a determiner), or opens a clause (``t``)."""
    following = scan.following(at)
    day = following == "T" and scan.following(at, 2) not in "bhmD"  # that Friday, but: said that Friday was
    if day or scan.before in "Pi" or (scan.before == "c" and following in "bhmD"):
        return "d"
    if scan.before in "VG" and following in ".;$)":
        return "d"
    if following in "nja" and is_that_person(scan, at):
        return "d"
    return "d" if scan.before in "^," and following in "bhmDv" else "t"


def is_that_person(scan: Scan, at: int) -> bool:
    """Whether *that* goes with a noun for somebody: *“…,” said | that old lady,*, *“…,” | that lady said*."""
    noun = next((k for k in scan.ahead(at) if scan.tags[k] not in "rja"), at)
    if not scan.word_at(noun).person or scan.word_at(noun).plural:
        return False
    first = at == scan.begin or (at == scan.begin + 1 and scan.tags[scan.begin] == "Q")
    return scan.following(noun) in ("bhmDv" if first else ",.;$Q" if scan.before in "VG" else "")


def tell_relative(scan: Scan, at: int, word: Word) -> str:
    """*Who*, *which*, *what*."""
    if word.small is not None and is_name(scan, at, word):
        return "N"
    scan.whose = word.lemma == "whose"
    return "w"


def tell_preposition_or_subordinator(scan: Scan, at: int, _: Word) -> str:
    """*After*, *as*, *since*: with a noun, or at the head of a clause."""
    if scan.auxiliaries and scan.following(at) == "v":
        return "r"  # has since said
    if scan.auxiliaries and scan.words[scan.auxiliaries[-1]].tag == "h":
        return "P"  # has | after the match | said
    if scan.following(at) == "T" and scan.following(at, 2) in "dqNnjp":
        return "P"  # said | after midnight the road was shut
    if scan.words[at - 1].lemma == "such":
        return "P"  # critics such | as Moe have said
    return "s" if subordinates(scan, at) else "P"


def subordinates(scan: Scan, at: int) -> bool:
    """Whether a verb comes before the next comma: *after he voted*, not *after the vote*."""
    lemma = scan.words[at].lemma
    if lemma == "than" or (lemma == "as" and not mention_follows(scan, at + 1)):
        return False
    if lemma == "as" and scan.words[at - 1].lemma in _CALLED:
        return False  # a man who gave his name | as Moe
    bracket = False
    for k in scan.ahead(at, _NEAR):
        tag, word = scan.tags[k], scan.words[k]
        if bracket:
            bracket = tag != ")"
            continue
        if tag == "(":
            bracket = True
            continue
        if tag == "," and resumes(scan, k):
            return True
        if tag in ",;:.Qcwst-":
            return False
        if tag in "dp" and lemma in _POINTED and scan.tags[k - 1] in "nvT":
            return False  # after the game | she said, said before the vote | the board
        if tag in "bhmDp":
            return True
        if scan.words[k - 1].lemma == "to":  # as a way to build it
            continue
        past = word.past and ("b" not in word.forms or scan.tags[k - 1] in "nN")
        verb = word.verb or NO_VERB
        never = verb.noun == "never"
        if tag == "v" and k > at + 1 and (past or (never and ("s" in word.forms or "b" in word.forms))):
            return True
        if lemma == "as" and verb.strong and scan.tags[k - 1] not in "Pd" and ends_frame(scan, k + 1):
            return True  # not: as secretary of state
    return False


def resumes(scan: Scan, at: int) -> bool:
    """Whether a verb follows what a comma opens: *after Moe, | who won, left*, *as Moe, | a clerk, put it*."""
    opening, before = scan.word_at(at + 1), scan.words[at - 1]
    described = (scan.tags[at - 1] == "N" or before.people) and (opening.tag in "d#" or opening.person)
    if opening.tag != "w" and "g" not in opening.forms and not opening.participle and not described:
        return False
    for k in scan.ahead(at, _NEAR):
        tag = scan.tags[k]
        if tag == "Q" and scan.tags[k - 1] in "Pn" and scan.text[scan.ends[k] - 2] == ",":
            tag = ","  # as Moe, author of | “Ice,” | put it
        elif tag in ";:.Q(-":
            return False
        if tag == ",":
            word = scan.word_at(k + 1)
            says = (word.verb or NO_VERB).strong or ends_frame(scan, k + 2)
            return word.tag in "bhmD" or (word.past and (says or not described))
    return False


def mention_follows(scan: Scan, at: int) -> bool:
    """Whether a mention may begin here."""
    word = scan.word_at(at)
    return word.tag in "dNnpqt#T" or (bool(word.noun) and "g" not in word.forms)


def ends_as_frame(scan: Scan, at: int, forms: str) -> bool:
    """Whether *as*, a mention and this word are a frame: *as the vicar | notes, …*, *as officials | put it*."""
    opening = scan.back(at - 1, "nNjdeg#q'P")
    if scan.words[opening].lemma != "as" or not (opening == scan.begin or scan.tags[opening - 1] == ","):
        return False  # it came as a news report
    return ("s" in forms) != is_plural(scan, at - 1) and ends_frame(scan, at + 1)


def ends_frame(scan: Scan, at: int) -> bool:
    """Whether *as Moe notes* or *as he puts it* ends here."""
    word = scan.word_at(at)
    return word.tag in ",.Q$" or word.lemma == "it"
