"""Said: whether the words of a report were said at all; said_of: what the sentence around a verb tells of that.

What a writer denies (*never said*), leaves open (*if she says*, *might say*), asks for (*must say*) or only foresees
(*will say*, *plans to tell*) is reported in the same frames as what was said. The words that tell them apart are a
table, ``lang/en/unreal.tsv``.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from .clauses import Clause, Reading
from .tables import shipped

Said = Literal["said", "unsaid", "will say"]

_TOLD = frozenset({"speech", "writing"})  # the verbs that *could* makes unreal: *could say*, but not *could see*

_HELD_BACK = frozenset({"help", "forbear"})  # could not *help* saying; other verbs for not saying are in the table


@cache
def unreal_words() -> dict[str, str]:
    """The words that make a report unsaid, or only planned."""
    return {row["word"]: row["makes"] for row in shipped("unreal.tsv")}


def said_of(reading: Reading, verb: int, subject: int | None = None) -> Said:
    """Whether the words reported by the verb at a place were said, were not (or only might be), or are still to be.

    ``subject`` is the place of who reports, where the clause of the verb does not tell.
    """
    found: set[str] = set()  # what each word makes of the report that makes it unreal: beside the verb, or around it
    clause = reading.of_verb.get(verb)
    _look_beside(reading, verb, subject if subject is not None or clause is None else clause.subject, found)
    while clause is not None:
        if clause.kind == "sub":
            _note(_lemma(reading, clause.opened), found, "unsaid")
        outer = clause.outer
        if outer is None:
            break
        if clause.kind == "comp" and _is_foreseen(reading, verb, outer):
            found.add("will say")
        if clause.kind not in ("inf", "part"):
            break
        if outer.verb is None or not _is_not_held_back(reading, outer.verb):
            before = clause.opened - 1
            _note(_lemma(reading, before - (_lemma(reading, before) == "of")), found)
            if clause.kind == "part" and reading.around[before] not in "VBI":
                break  # what holds for the verb around holds for a participle right behind it: avoided | saying
            if outer.verb is not None:
                _look_beside(reading, outer.verb, outer.subject, found)
                _note(_lemma(reading, outer.verb), found)
        clause = outer
    return "unsaid" if "unsaid" in found else "will say" if "will say" in found else "said"


def _note(word: str, found: set[str], only: str = "") -> None:
    """Note what a word makes of the report, if anything; ``only`` that, if given."""
    made = unreal_words().get(word)
    if made is not None and only in ("", made):
        found.add(made)


def _look_beside(reading: Reading, verb: int, subject: int | None, found: set[str]) -> None:
    """Look at the auxiliaries, at a negation and at the subject."""
    phrase = reading.phrases[verb]
    group = phrase.group
    if group is not None:
        if group.negative or group.conditional:
            found.add("unsaid")
        if group.modal:
            modal = next(iter(_auxiliaries(reading, verb)), "")
            told = group.verb is not None and group.verb.cue in _TOLD
            if told or modal != "could":
                _note(f"{modal} have" if group.perfect else modal, found)
        if reading.around[verb - 1] == "r":
            _note(_lemma(reading, verb - 1), found, "unsaid")
        if group.lemma.startswith("go") and _text(reading, phrase.last - 1) == "going":
            _note("going", found)
    if subject is not None:
        _look_at_subject(reading, subject, found)


def _look_at_subject(reading: Reading, subject: int, found: set[str]) -> None:
    """Look at the subject, *nobody said*, and whether it is asked: *did Moe say …?*."""
    mention, words, unreal = reading.phrases[subject], reading.sentence.words.words, unreal_words()
    first, last = words[mention.first], words[mention.last - 1]
    named = reading.sentence.words.tags[mention.first] == "N"  # May said, not: may
    if not named and "unsaid" in (unreal.get(first.lemma.lower()), unreal.get(last.lemma.lower())):
        found.add("unsaid")
    asked = subject == 1 and reading.around[0] == "B"
    if asked and _text(reading, reading.phrases[-1].last - 1).startswith("?"):
        found.add("unsaid")


def _is_not_held_back(reading: Reading, verb: int) -> bool:
    """Whether a verb for not saying something is denied, so that it was said: *could not help | saying*."""
    group = reading.phrases[verb].group
    return group is not None and group.negative and (group.lemma in _HELD_BACK or group.lemma in unreal_words())


def _is_foreseen(reading: Reading, verb: int, outer: Clause) -> bool:
    """Whether someone said that the words would be said: *said he | would tell the court that …*."""
    group = reading.phrases[outer.verb].group if outer.verb is not None else None
    says = group is not None and group.verb is not None and bool(group.verb.cue)
    return says and "would" in _auxiliaries(reading, verb)


def _auxiliaries(reading: Reading, verb: int) -> list[str]:
    """The words before the last in a group of verbs."""
    phrase = reading.phrases[verb]
    return [word.lemma for word in reading.sentence.words.words[phrase.first : phrase.last - 1]]


def _lemma(reading: Reading, at: int) -> str:
    """The word of the phrase at a place, as the tables have it."""
    word = reading.phrases[at].word if 0 <= at < len(reading.phrases) else None
    return word.lemma.lower() if word is not None else ""


def _text(reading: Reading, at: int) -> str:
    """A word as it stands, written small."""
    words = reading.sentence.words
    return words.text[words.starts[at] : words.ends[at]].lower()
