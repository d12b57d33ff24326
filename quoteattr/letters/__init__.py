"""Letters: what each word of a sentence is, told from left to right; Group: a verb with its auxiliaries.

A word that may be a noun or a verb is settled by the words around it. The letters that come out, and the phrases
made of them, are listed in ``phrases``. The files, each of which uses those above it alone:

================  ========================================================================================
``group``         Group: a verb with its auxiliaries
``scan``          Scan: a sentence on the way from its first word to its last, and ways to look around in it
``subjects``      what stands before a word that may be a verb
``capitals``      whether a word with a capital is a name
``openings``      what opens a clause
``auxiliaries``   a verb and its auxiliaries put together to a group
``participles``   forms in *-ed* and *-ing*
``present``       forms in *-s* and without an ending
``verbs``         whatever may be a verb
``particles``     prepositions, adverbs, coordinators
``nominals``      what mentions are made of
================  ========================================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..lexicon import Word
from ..words import Words
from .auxiliaries import tell_auxiliary
from .capitals import before_role, is_surname, judged_first, said_first, small_of
from .group import Group
from .nominals import (
    tell_adjective,
    tell_bracket,
    tell_determiner,
    tell_genitive,
    tell_modal,
    tell_noun,
    tell_number,
    tell_object_pronoun,
    tell_quantifier,
    tell_time,
)
from .openings import tell_preposition_or_subordinator, tell_relative, tell_that
from .participles import MEANS
from .particles import tell_adverb, tell_coordinator, tell_other_auxiliary, tell_preposition, tell_subordinator
from .scan import Scan
from .subjects import is_plural
from .verbs import find_missing_verb, tell_verb

__all__ = ["MEANS", "Group", "tell_letters"]

_NOTED = frozenset("PVB,;:-Qwstc(")  # letters that tell something of those to come


def tell_letters(words: Words, begin: int, end: int) -> Mapping[int, Group]:
    """Settle the letters of the words from ``begin`` to ``end``, and give the groups of verbs by their main word."""
    scan = Scan(words.words, words.tags, words.text, words.starts, words.ends, begin, end)
    tags, all_words, handlers, tall = scan.tags, scan.words, _HANDLERS, scan.tall
    for at in range(begin, end):
        tag = tags[at]
        if tag != "N" or ((scan.fresh or tall) and all_words[at].small is not None):  # other capitals are names
            handler = handlers.get(tag)
            if scan.before == "N" and is_surname(scan, at, all_words[at]):
                tag = tags[at] = "N"
            elif handler is not None:
                tag = tags[at] = handler(scan, at, all_words[at])
        if tag in _NOTED:
            scan.fresh = tag in ":-("
            scan.note(tag)
        else:
            scan.fresh = False
            if tag == "r":
                continue
        if scan.auxiliaries and tag != "B":
            scan.leave_auxiliaries(tag)
        scan.before = tag
    find_missing_verb(scan)
    return scan.groups


def tell_capital(scan: Scan, at: int, word: Word) -> str:
    """A word with a capital: a name, or at the start of a sentence what it is when written small."""
    small = word.small
    if not scan.fresh or small is None:
        return tell_in_title_case(scan, at, word)
    if small.tag == "n" and before_role(scan, at):
        return "N"
    if not said_first(scan, at, small) and not (at == scan.begin and judged_first(scan, at, small)):
        following, behind = scan.following(at), scan.word_at(scan.behind(at))
        bare = following == "v" and behind.forms == "b" and small.forms == "g"  # Giving | evidence, not: Harding | said
        small = small_of(word, small, "n" if bare else following)
    if small is None:
        return "N"
    scan.words[at] = small
    handler = _HANDLERS.get(small.tag)
    return handler(scan, at, small) if handler is not None else small.tag


def tell_in_title_case(scan: Scan, at: int, word: Word) -> str:
    """A word of a headline: a name, but for verbs that report: *Keeper Says Lamp Is Out*."""
    small = word.small
    if small is None or small.verb is None or not small.verb.cue:
        return "N"
    if "b" in small.forms and scan.before != "i" and not (scan.before in "nN" and is_plural(scan, at - 1)):
        return "N"
    scan.words[at] = small
    letter = tell_verb(scan, at, small)
    if letter not in "VGEI":
        scan.words[at], letter = word, "N"
    return letter


_Handler = Callable[[Scan, int, Word], str]
_HANDLERS: Mapping[str, _Handler] = {
    "N": tell_capital, "m": tell_modal, "b": tell_auxiliary, "h": tell_auxiliary, "D": tell_auxiliary,
    "T": tell_time, "'": tell_genitive, "(": tell_bracket,
    "c": tell_coordinator, "P": tell_preposition, "S": tell_preposition_or_subordinator,
    "s": tell_subordinator, "x": tell_other_auxiliary, "r": tell_adverb, "a": tell_adjective,
    "j": tell_adjective, "t": tell_that, "d": tell_determiner, "n": tell_noun, "v": tell_verb,
    "e": tell_verb, "o": tell_object_pronoun, "q": tell_quantifier, "w": tell_relative, "#": tell_number,
}  # fmt: skip
