"""A verb with its auxiliaries and its particle: how they go together, and the group that they make."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import Verb, Word
from .group import Group, says
from .scan import Scan

# Words behind a verb that make another verb of it and yet are no part of the cue: *put it*, *spoke of*.
_NO_PARTICLES = frozenset("of as about to for against at with from aloud".split())
_CONTRACTED = 2  # the length of a contracted auxiliary: *'d*, *'s*


def tell_auxiliary(scan: Scan, at: int, word: Word) -> str:
    """An auxiliary: it waits for its verb."""
    if scan.auxiliaries and word.lemma != "having":
        scan.auxiliaries.append(at)
    else:
        scan.auxiliaries = [at]
    return "B"


def tell_with_auxiliary(scan: Scan, at: int, word: Word) -> str:
    """A word behind an auxiliary, if its form goes with it, or nothing."""
    forms, last = word.forms, scan.words[scan.auxiliaries[-1]]
    kind = last.tag
    chain = [scan.words[k] for k in scan.auxiliaries]
    inf = scan.tags[scan.auxiliaries[0] - 1] == "i"
    gerund = chain[0].lemma in ("having", "being")
    letter, form = ("I", "infinitive") if inf else ("G", "gerund") if gerund else ("V", "")
    if kind == "m" and scan.ends[scan.auxiliaries[-1]] - scan.starts[scan.auxiliaries[-1]] <= 2 and word.participle:
        kind = "h"  # he'd said
    if kind == "b" and contracted_has(scan, word):
        kind = "h"
    if kind in "mD" and "b" in forms:
        return close_group(scan, at, word, letter, "base" if last.lemma != "did" else "past", chain=chain)
    if kind == "h" and word.participle:
        return close_group(scan, at, word, letter, form or "past", chain=chain)
    if kind == "b":
        if "g" in forms:
            return close_group(scan, at, word, letter, form or "present", chain=chain)
        if word.participle:
            return close_group(scan, at, word, letter, form or "past", chain=chain, passive=True)
    return ""


def contracted_has(scan: Scan, word: Word) -> bool:
    """Whether *'s* stands for *has*: *he | 's said so*, but not *it | 's said that*, *he | 's called “x”*."""
    last = scan.auxiliaries[-1]
    short = scan.text[scan.starts[last]] in "'’" and scan.ends[last] - scan.starts[last] == _CONTRACTED
    person = short and scan.words[last - 1].lemma not in ("it", "that", "what", "there")
    return person and word.participle and says(word)


def close_group(
    scan: Scan,
    at: int,
    word: Word,
    letter: str,
    form: str,
    *,
    chain: Sequence[Word] = (),
    passive: bool = False,
    asked: bool = False,
) -> str:
    """The letter of a group's main word, after which the group is kept and its auxiliaries are closed."""
    verb = word.verb
    negative = modal = perfect = False
    first = at
    if chain:
        first = scan.auxiliaries[0]
        for each in chain:
            negative = negative or each.negative
            modal = modal or each.tag == "m"
            perfect = perfect or each.tag == "h"
        for k in range(first, at):
            if scan.tags[k] == "B":
                scan.tags[k] = "A"
            elif scan.words[k].negative:
                negative = True
    k = first - 1
    while k >= scan.begin and scan.tags[k] == "r":
        negative = negative or scan.words[k].negative
        k -= 1
    negative = negative or (k > scan.begin and scan.tags[k] == "c" and scan.words[k].negative)  # nor
    if asked:
        negative = any(scan.words[k].negative for k in range(scan.begin, at))
    end = scan.ends[at]
    if verb is not None and verb.particles:
        verb, end = phrasal(scan, at, verb, end)
        for k in range(at + 1, scan.end):
            if scan.starts[k] >= end:
                break
            scan.tags[k] = "r"
    lemma, conditional = verb.lemma if verb else word.lemma, asked and scan.asked_at == scan.begin
    fields = verb, lemma, scan.starts[at], end, form, passive, negative, modal, perfect, conditional
    scan.groups[at] = tuple.__new__(Group, fields)  # half the time of Group(*fields)
    scan.auxiliaries = []
    return letter


def phrasal(scan: Scan, at: int, verb: Verb, end: int) -> tuple[Verb, int]:
    """The verb with its particle (*went on*), where one follows."""
    following = at + 1
    low = scan.word_at(following).lemma
    found = verb.particles.get(low)
    if found is None:
        following += 1
        found = verb.particles.get(f"{low} {scan.word_at(following).lemma}")
    if found is None and low == "it" and scan.following(at, 2) in ":Q":  # summed it up: “…”
        apart = verb.particles.get(scan.word_at(at + 2).lemma)
        return (apart, scan.ends[at + 2]) if apart is not None and apart.strong else (verb, end)
    if found is None:
        return verb, end
    if scan.words[at + 1].tag in "po" or low in _NO_PARTICLES:
        return found, end
    return (found, scan.ends[following]) if particle_fits(scan, following) else (verb, end)


def particle_fits(scan: Scan, at: int) -> bool:
    """A particle stands before the end, a sign, a quotation or a clause; before a noun it may be a preposition."""
    return scan.following(at) in ",;:.-~Q$tpdNPrcsSTwn"
