"""Cued: a reporting word in its sentence, and what belongs to it; find_cues: those of a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from attrs import define

from ..boundaries import View
from ..changed import changed
from ..clauses import Clause
from ..layouts import is_note
from ..letters import Group
from ..lexicon import Verb, Word
from ..phrases import Phrase
from .places import behind_adverbs, behind_mention

_AGENT_REACH = 8
_QUOTED_REACH = 8
_PARTS_QUOTED = frozenset("VBGEI,;:")  # none of these stands between quoted and as saying
_FORMS = {"V": "finite", "I": "infinitive"}
_LABELS = frozenset({"M", "MPM", "MM", "M(M)"})  # what a headline has before its colon
_SOMETHING = frozenset({"nothing", "something", "anything", "everything"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
# Kinds of phrases with a cue.
_SPEAKING, _REPORTING = re.compile("[VGEI]|P(?=P)"), re.compile("[VGEI:]|P(?=P)|M(?=[tPIwsB])|j(?=[tPIMws])")


@define(eq=False)
class Cued:
    """A reporting word in its sentence, and what belongs to it.

    ``at`` is its phrase, ``after`` the first place behind it, ``subject`` the phrase of who reports. ``kind`` is
    the class of the word in the tables, ``form`` how it is used: *finite*, *inverted*, *participle*, *gerund*,
    *infinitive*, *passive*, *owned* and *carried* nouns (the mayor’s claim, made the claim), *adjective*, *phrase*.
    ``start`` and ``end`` are where the word itself stands in the text.
    """

    at: int
    after: int
    lemma: str
    kind: str
    form: str
    subject: int | None
    start: int
    end: int
    clause: Clause | None = None
    agent: int | None = None
    first: int | None = None  # an earlier part of the cue: quoted … saying
    owner: tuple[int, int] | None = None  # the words of a possessor: the mayor | ’s claim

    @property
    def use(self) -> str:
        """The form as it is counted: a passive that tells who reports is as good as a finite verb."""
        return "finite" if self.agent is not None else self.form

    @property
    def opening(self) -> int:
        """The place where the report begins: its subject, or the cue."""
        return self.at if self.subject is None or self.subject > self.at else self.subject


def find_cues(view: View, classes: Collection[str] = ()) -> Iterator[Cued]:
    """The reporting words of a sentence, from left to right; only those of some classes, if any are given."""
    kinds = view.kinds
    for found in (_SPEAKING if classes else _REPORTING).finditer(kinds):
        at, kind = found.start(), found[0]
        phrase = view.phrases[at]
        if view.around[at + 1] == "P" and _is_according(view, phrase, at):
            yield _according(view, at)
        elif kind in "VGEI":
            group = phrase.group
            if group is not None and group.verb is not None and (not classes or group.verb.cue in classes):
                yield from _verb_cue(view, at, kind, group, group.verb)
        elif kind == "M":
            yield from _noun_cue(view, at)
        elif kind == "j":
            yield from _adjective_cue(view, at)
        elif kind == ":" and kinds[:at] in _LABELS and not _is_count(view, at + 1) and not _is_note(view, at):
            yield Cued(at, at + 1, ":", "mark", "label", 0, view.phrases[at].start, view.phrases[at].end)


def _is_note(view: View, at: int) -> bool:
    """Whether what stands before a colon is a note of the page: *Picture: the mill*."""
    words = view.reading.sentence.words
    return is_note(words.text[view.phrases[0].start : view.phrases[at].start])


def _is_count(view: View, at: int) -> bool:
    """Whether nothing but a quotation, or a number, stands behind a label: *Lamps: 40*."""
    phrase = view.phrases[at] if at < len(view.phrases) else None
    if phrase is None or phrase.kind == "Q":
        return True
    numbers = set(view.reading.sentence.words.tags[phrase.first : phrase.last]) <= {"#"}
    return numbers and view.kinds[at + 1 :] in ("", ".")


def _is_according(view: View, phrase: Phrase, at: int) -> bool:
    """Whether the phrase at a place is *according*, with *to* behind it."""
    words = view.reading.sentence.words
    last = words.text[words.starts[phrase.last - 1] : phrase.end].lower()
    return last == "according" and view.lemma(at + 1) == "to"


def _according(view: View, at: int) -> Cued:
    subject = at + 2 if view.around[at + 2] == "M" else None
    start, end = view.reading.sentence.words.starts[view.phrases[at].last - 1], view.phrases[at + 1].end
    return Cued(at, at + 2, "according to", "according", "phrase", subject, start, end)


def _verb_cue(view: View, at: int, kind: str, group: Group, verb: Verb) -> Iterator[Cued]:
    clause = view.clause(at)
    if _as_said_follows(view, at):
        return
    after = at + 1
    while after < len(view.kinds) and view.phrases[after].start < group.end:
        after += 1
    cued = Cued(
        at, after, group.lemma, verb.cue or "none", _FORMS.get(kind, "participle"),
        clause.subject if clause is not None else None, group.start, group.end, clause,
    )  # fmt: skip
    if group.passive and (state := _state_of_mind(view, at)):
        cued.lemma, cued.kind, cued.form = state, "adjective", "adjective"
    elif group.passive:
        cued.form, cued.agent = "passive", _agent(view, after)
    elif kind == "G":
        quoted = _quoted_as(view, at)
        if quoted is not None:
            cued.first, cued.subject = quoted, _quoted_source(view, quoted)
        else:
            cued.form = "gerund" if view.around[at - 1] == "P" else "participle"
            cued.subject = cued.subject if cued.subject is not None else _later_subject(view, at)
    elif kind == "I" and cued.subject is None:
        cued.subject = _later_subject(view, at)
    elif kind == "V" and clause is not None and _is_something(view, clause, at):
        return
    elif kind == "V" and (inverted := _inverted_subject(view, at, after, clause)) is not None:
        yield changed(cued, form="inverted", subject=inverted)
        if clause is not None and clause.inverted:
            return
    yield cued


def _state_of_mind(view: View, at: int) -> str:
    """The participle of a passive that tells how somebody feels: *is | worried about*, but not *is worried by*."""
    words = view.reading.sentence.words
    last = view.phrases[at].last - 1
    participle = words.text[words.starts[last] : words.ends[last]].lower()
    felt = view.lexicon.adjectives.get(participle) == "cue" and view.lemma(at + 1) != "by"
    return participle if felt else ""


def _later_subject(view: View, at: int) -> int | None:
    """The subject of the main clause behind a participle at the start: *Citing rain, | Moe | went home*."""
    for k in view.finite:
        clause = view.reading.of_verb[k]
        subject = clause.subject
        if k > at and subject is not None and (clause.kind == "main" or view.around[subject - 1] == ","):
            return subject if subject > at else None
    return None


def _adjective_cue(view: View, at: int) -> Iterator[Cued]:
    """*is confident that*, *was unaware of*."""
    lemma = view.lemma(at)
    if view.lexicon.adjectives.get(lemma) != "cue":
        return
    verb = at - 1
    while view.around[verb] == "r":
        verb -= 1
    if view.around[verb] in "BV":
        phrase = view.phrases[at]
        clause = view.clause(verb)
        subject = clause.subject if clause is not None else None
        yield Cued(at, at + 1, lemma, "adjective", "adjective", subject, phrase.start, phrase.end, clause)


def _noun_cue(view: View, at: int) -> Iterator[Cued]:
    """*the mayor’s claim that*, *made a call for*, *a warning by police that*."""
    word, phrase = view.word(at), view.phrases[at]
    if word is None or not ("speech" in word.noun or "document" in word.noun):
        return
    words = view.reading.sentence.words
    last = phrase.last - 1
    cued = Cued(at, at + 1, _singular(view, word), "noun", "noun", None, words.starts[last], words.ends[last])
    verb = at - 1
    owner = _owner(view, at)
    if owner is not None and not (view.around[verb] in "VGI" and words.tags[owner[1] - 1] == "d"):
        cued.form, cued.owner = "owned", owner
    elif view.lemma(at + 1) in ("by", "from", "of") and view.around[at + 2] == "M":
        behind = behind_mention(view, at + 2)
        if view.around[behind] in "tI" or (view.around[behind] == "P" and view.lemma(at + 1) != "of"):
            cued.form, cued.subject, cued.after = "owned", at + 2, behind
            yield cued
            return
    if cued.form == "noun" and view.around[verb] in "VGIB":
        clause = view.clause(verb)
        carrier = view.group(verb)
        passive = carrier is not None and carrier.passive
        cued.subject = clause.subject if clause is not None and not passive else None
        cued.form, cued.first, cued.clause = "carried", verb, clause
    yield cued


def _singular(view: View, word: Word) -> str:
    lemma = word.lemma.lower()
    if word.plural:
        for ending, singular in (("ies", "y"), ("es", ""), ("s", "")):
            if lemma.endswith(ending) and lemma[: -len(ending)] + singular in view.lexicon.nouns:
                return lemma[: -len(ending)] + singular
    return lemma


def _owner(view: View, at: int) -> tuple[int, int] | None:
    """The words of the possessor in a phrase: *the mayor | ’s claim*, *his | claim*."""
    words, phrase = view.reading.sentence.words, view.phrases[at]
    for k in range(phrase.last - 2, phrase.first, -1):
        if words.tags[k] == "'":
            return phrase.first, k
    first = words.words[phrase.first]
    return (phrase.first, phrase.first + 1) if first.lemma in _POSSESSIVES else None


def _inverted_subject(view: View, at: int, after: int, clause: Clause | None) -> int | None:
    """The subject behind a verb that follows a sign: *…, said | Moe*."""
    if clause is not None and clause.inverted and view.around[at - 1] == "Q":
        return clause.subject
    if view.around[at - 1] not in ",Q-":
        return None
    subject = view.skip(after)
    if view.around[subject] != "M":
        return None
    known = clause is not None and clause.subject == subject and view.around[subject + 1] == ","
    if not known and view.verb_of_clause(subject) is not None:
        return None  # but: said Moe, and two of them were late
    word = view.word(subject)
    return None if word is not None and (word.tag == "o" or word.lemma in _SOMETHING) else subject


def _is_something(view: View, clause: Clause, verb: int) -> bool:
    """Whether what seems to be a subject behind its verb is said: *the cat, a tabby, said | nothing*."""
    word = view.word(clause.subject) if clause.subject is not None and clause.subject > verb else None
    return word is not None and word.lemma in _SOMETHING


def _subject_of(view: View, verb: int) -> int | None:
    clause = view.clause(verb)
    return clause.subject if clause is not None else None


def _quoted_as(view: View, at: int) -> int | None:
    """The verb before *as saying*: *was quoted as saying*, *quoted Moe as saying*."""
    if view.lemma(at - 1) != "as":
        return None
    for k in range(at - 2, max(at - _QUOTED_REACH, -1), -1):
        group = view.group(k)
        if group is not None:
            return k if group.verb is not None and "as" in group.verb.frames else None
    return None


def _as_said_follows(view: View, at: int) -> bool:
    """Whether a verb only brings in another one: *quoted Moe | as saying*."""
    gerund = view.kinds.find("G", at + 2, at + _QUOTED_REACH)
    if gerund < 0 or not _PARTS_QUOTED.isdisjoint(view.kinds[at + 1 : gerund]):
        return False
    return _quoted_as(view, gerund) == at


def _quoted_source(view: View, verb: int) -> int | None:
    """Who is quoted: the subject of the passive, else the object."""
    group = view.group(verb)
    if group is not None and group.passive:
        return _subject_of(view, verb)
    at = view.skip(verb + 1)
    return at if view.around[at] == "M" else None


def _agent(view: View, after: int) -> int | None:
    """Who reports in a passive: *was told by | Moe*."""
    for k in range(after, min(after + _AGENT_REACH, len(view.kinds))):
        if view.kinds[k] in "VBQ;:.":
            return None
        if view.lemma(k) == "by" and view.around[k + 1] == "M":
            return k + 1
    return None


def takes_hearer(view: View, cued: Cued) -> bool:
    """Whether somebody may be told by what the word says: *told*, *asked*."""
    group = view.phrases[cued.at].group
    return group is not None and group.verb is not None and "hearer" in group.verb.frames


def tells_somebody(view: View, cued: Cued) -> bool:
    """Whether somebody is told by what the word says: *asked Moe to pay*, but not *expected Moe to pay*."""
    return cued.kind != "thought" and takes_hearer(view, cued)


def is_raised(view: View, cued: Cued) -> bool:
    """Whether nobody reports, and the subject belongs to what is reported: *the ferry seems late*."""
    group = view.phrases[cued.at].group
    return group is not None and group.verb is not None and "raised" in group.verb.frames


def is_laid_on(view: View, cued: Cued) -> bool:
    """Whether a passive says something of its subject, and not to it: *he is said to be late*, *is accused of*."""
    return cued.form == "passive" and cued.agent is None and not tells_somebody(view, cued)


def is_never_noun(view: View, cued: Cued) -> bool:
    """Whether a word can be nothing but a verb: *said*, *claimed*, but not *claims*."""
    group = view.phrases[cued.at].group
    return group is not None and group.verb is not None and (group.verb.noun == "never" or group.form == "past")


def is_as_said(view: View, cued: Cued) -> bool:
    """Whether *as* stands before the report: *As Moe said*, *as first reported by Moe*."""
    return view.lemma(behind_adverbs(view, cued.opening)) == "as"
