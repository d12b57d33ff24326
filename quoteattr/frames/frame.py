"""Frame: a verb that reports, with its subject; and what is asked of either: whether it is nobody, or a thing."""

from __future__ import annotations

from attrs import define

from ..changed import changed
from ..clauses import Clause, takes_hearer
from ..mentions import Mention
from ..passage import Candidate, Kind, Passage

_NOBODY = frozenset({"no", "nobody", "no-one", "none", "neither", "nothing"})
_NO_FEWER = frozenset({"fewer", "less"})


@define(eq=False)
class Frame:
    """A reporting verb and its subject, as places among the phrases; ``first`` is an earlier part of the cue."""

    verb: int
    subject: int | None
    first: int | None = None
    clause: Clause | None = None
    noun: Candidate | None = None

    def candidate(self, passage: Passage, kind: Kind | None = None, confidence: float = 0.0) -> Candidate | None:
        """What a rule may propose of it; nothing where the subject is no mention."""
        if self.noun is not None:
            return changed(self.noun)
        source = passage.mention(self.subject, self.verb) if self.subject is not None else None
        if source is None:
            return None
        return Candidate(
            passage.quotation,
            kind or passage.form_kind,
            source,
            passage.cue(self.verb, first=self.first),
            hearer(passage, self.verb, self.subject),
            verb=self.verb,
            confidence=confidence,
        )


def hearer(passage: Passage, verb: int, subject: int | None = None) -> Mention | None:
    """The one told: *told | reporters*, *said to | Moe*, *said Lee to | Moe*."""
    at = passage.skip(verb + 1)
    if at == subject:
        at = passage.skip(at + 1)
    if passage.around[at] == "M" and takes_hearer(passage.verb_at(verb)):
        return passage.mention(at)
    if passage.around[at + 1] == "M" and passage.lemma_at(at) == "to":
        return passage.mention(at + 1)
    return None


def modal_of(passage: Passage, verb: int) -> str:
    """The modal of a group of verbs."""
    return passage.reading.sentence.words.words[passage.phrases[verb].first].lemma


def is_thing(passage: Passage, at: int) -> bool:
    """Whether a mention is a common noun for what does not speak: *the vote*, *the areas*."""
    word = passage.phrases[at].word
    if word is None or not word.noun:
        return False
    return not any(
        kind in word.noun for kind in ("person", "role", "kin", "group", "body", "document", "speech", "voice")
    )


def nobody(passage: Passage, at: int) -> bool:
    """Whether a mention is of nobody: *no one*, *none of them*; not *no fewer than ten*, *no less a man*, *No 10*."""
    words, phrase = passage.reading.sentence.words.words, passage.phrases[at]
    if words[phrase.first].lemma.lower() not in _NOBODY:
        return False
    behind = words[phrase.first + 1].lemma if phrase.first + 1 < phrase.last else ""
    return behind not in _NO_FEWER and not (behind.isdigit() and phrase.first + 2 == phrase.last)
