"""Whether a verb reports where it stands."""

from __future__ import annotations

from ..clauses import takes_clause, takes_hearer
from ..lexicon import Verb
from ..passage import OWNERS, Passage

_APART = frozenset({"after", "before", "without"})
_WAYS = frozenset("across along down in out over through up".split())  # whispered | up the stairs
_ABOUT = frozenset({"for", "on", "upon", "of", "as"})  # called | for help, not: called | from the door
FAR = 3  # how many phrases a weak cue may stand from the quotation


def reports(passage: Passage, verb: int, *, beside: bool) -> bool:
    """Whether the verb at a place reports words; ``beside`` a quotation, weak verbs and verbs of manner do, too."""
    entry = passage.verb_at(verb)
    if entry is None or not entry.cue:
        return False
    if verb > passage.at:
        return says_behind(passage, verb, entry)
    return entry.strong or (beside and entry.cue != "plan")


def says_behind(passage: Passage, verb: int, entry: Verb) -> bool:
    """Whether a verb behind the quotation reports it: *“…,” Moe noted*, but not *“…,” he echoed Lee*."""
    group = passage.group_at(verb)
    thought = entry.cue == "thought" and takes_clause(entry) and group is not None and group.form == "past"
    beside = entry.strong or "quote" in entry.frames or thought  # not: “…,” you know
    if entry.cue in ("judgement", "evidence", "plan", "other", "thought") and not beside:
        return False
    at = passage.skip(verb + 1)
    clause = passage.reading.of_verb.get(verb)
    way = passage.lemma_at(at if passage.around[at] == "P" else at - 1)  # called | from the door, | up the stairs
    object_follows = (
        passage.around[at] == "M"
        and (at == verb + 1 or way not in _WAYS)
        and passage.lemma_at(at) != "it"
        and (clause is None or clause.subject != at)
    )
    if entry.cue == "judgement" and (object_follows or passage.around[at] == "P"):
        return "quote" in entry.frames and not object_follows and way not in _ABOUT
    if object_follows and passage.ending in (".", "?", "!") and is_own_thing(passage, at):
        return False  # “Shall we?” | He offered his arm
    return not object_follows or takes_hearer(entry) or entry.strong


def is_own_thing(passage: Passage, at: int) -> bool:
    """Whether a mention is of something of one's own: *his arm*; not *her mother*, *their reply*."""
    phrase = passage.phrases[at]
    first = passage.reading.sentence.words.words[phrase.first].lemma
    return first in OWNERS and phrase.word is not None and not phrase.word.noun


def deeper(passage: Passage, verb: int) -> int:
    """*likes | to say*, *went on | to say*, *could be heard | saying*: the verb that reports, or the one given."""
    at = passage.skip(verb + 1, "rTP")
    if passage.around[at] in "IG" and at - verb <= FAR and passage.lemma_at(at - 1) not in _APART:
        entry = passage.verb_at(at)
        if entry is not None and entry.strong:
            return at
    return verb


def holds_infinitive(passage: Passage, verb: int | None) -> bool:
    """Whether an infinitive is part of what a verb tells: *wanted | to know*."""
    entry = passage.verb_at(verb)
    return entry is not None and " to " in entry.lemma
