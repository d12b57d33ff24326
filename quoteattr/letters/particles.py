"""Prepositions, adverbs and coordinators: what each is, and what else it may be."""

from __future__ import annotations

from ..lexicon import Word
from .capitals import is_name, judged_first, opens_name
from .openings import subordinates
from .scan import Scan
from .verbs import tell_verb

_PARTS = frozenset({"half", "a", "one"})  # at least | half of them, a third, one in five
_ROUGHLY = frozenset({"about", "around", "over", "under"})
_AROUND = frozenset({"outside", "inside"})  # prepositions that describe a noun, too: outside experts say


def tell_preposition(scan: Scan, at: int, word: Word) -> str:
    """A preposition; what looks like one may be part of a name, or go with a noun, a verb, a number."""
    if word.small is not None and (is_name(scan, at, word) or opens_name(scan, at)):
        return "N"
    if word.lemma == "to":
        return infinitive_marker(scan, at)
    if word.lemma == "like" and scan.auxiliaries and scan.word_at(at + 1).lemma == "to":
        return tell_verb(scan, at, Word("v", word.lemma, "b", None))  # would | like to
    if scan.before == "'":
        return after_genitive(scan, at)
    if word.lemma == "following" and scan.before in "dP":
        return "j"  # on the following day
    if word.lemma in _ROUGHLY and scan.following(at) == "#":
        return "r"
    if at_least(scan, at):
        return "q"
    if word.lemma in _AROUND:
        first = scan.before in "^,c" and scan.following(at) == "n"
        if first or (scan.before == "d" and scan.following(at) in "njv"):
            return "j"
    return "P"


def infinitive_marker(scan: Scan, at: int) -> str:
    """*To* before an infinitive, or before a mention."""
    if at > scan.begin and scan.text[scan.starts[at - 1] : scan.ends[at - 1]].lower() == "according":
        return "P"
    word = scan.word_at(at + 1)
    if word.tag == "r":
        word = scan.word_at(at + 2)
    if scan.tall:
        word = word.small or word
    return "i" if word.tag == "Q" or word.lemma in ("be", "have", "do") or "b" in word.forms else "P"


def at_least(scan: Scan, at: int) -> bool:
    """Whether *at* only bounds a number: *| at | least six lamps burnt*."""
    extreme = scan.following(at) == "q" and scan.words[at + 1].lemma in ("least", "most")
    return extreme and (scan.following(at, 2) == "#" or scan.word_at(at + 2).lemma in _PARTS)


def tell_adverb(scan: Scan, at: int, word: Word) -> str:
    """An adverb; *once* may open a clause, *there* be a subject."""
    named = word.small is not None and (is_name(scan, at, word) or (scan.before in "Pd" and opens_name(scan, at)))
    if named and not (at == scan.begin and judged_first(scan, at + 1, scan.word_at(at + 1))):
        return "N"  # the minister for | Inland Waters
    lemma = word.lemma
    if lemma == "once" and scan.following(at) in "dNnp" and scan.before in "^,cwt":
        return "s" if subordinates(scan, at) else "r"
    if lemma == "there" and scan.following(at) in "bhm" and scan.before not in "PN":
        return "p"
    if scan.before == "'":
        return after_genitive(scan, at)
    return "r"


def after_genitive(scan: Scan, at: int) -> str:
    """What has another meaning elsewhere, and goes with what is owned here: *his | once | great club*."""
    return "j" if scan.following(at) in "nNj" else "n"


def tell_subordinator(scan: Scan, at: int, word: Word) -> str:
    """What opens a clause; *because of* is like *instead of*."""
    return "r" if word.lemma == "because" and scan.word_at(at + 1).lemma == "of" else "s"


def tell_coordinator(scan: Scan, at: int, word: Word) -> str:
    """*And*, *or*; *yet* and *but* may be adverbs, *&* a part of a name."""
    if word.lemma == "&" and scan.before == "N":
        return "N"
    if word.lemma == "yet" and scan.before in "VGIEB":
        return "r"  # has not said yet whether
    if scan.tags[at - 1] == "r" and scan.words[at - 1].lemma == "all":
        return "r"  # he all | but | accused Lee
    return "c"


def tell_other_auxiliary(_: Scan, __: int, ___: Word) -> str:
    """An auxiliary that is told like an adverb."""
    return "r"
