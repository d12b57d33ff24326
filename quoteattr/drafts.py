"""Draft: one way to read a reporting word; find_drafts: all ways for all of them in a sentence.

*Ann said the road …* may be read with a clause (*the road was shut*) or with an object (*the road map*);
*…, Ann said* with the words before it. Every frame is tried; which one holds is for the counted shares to
tell (``reports``). A frame is named after what follows the cue:

=============  ====================================================  ==========================================
frame          what it looks like                                    where the content is
=============  ====================================================  ==========================================
that           said **that** …                                       behind *that*
far that       said, on the air**, that** …                          behind *that*
clause         said **she would** …                                  the clause
wh             asked **whether** …, explained **how** …              with the question word
to, ing        promised **to** …, recalled **seeing** …              with it
colon          said**:** she would …                                 behind the colon
np             cited **the weather**                                 the object
told           told **the clerks** (somebody, where one may be told)  the object
as, for, …     called **for** a vote (any preposition)               behind the preposition
Y that, …      told **reporters** that … (with the one told)         as without
left           she would …**,** Ann said                             before the report
fronted        said **when it rained,** she would …                  with what stands before the comma
acting         said **losing** was …                                 the clause whose subject is an act
so             said **so**, said **yes**                             the adverb
parted         she**,** Ann said**,** would …                        around the report
lead           **As Ann said,** she …; **According to Ann,** she …   behind the comma
label          **Ann:** She would …                                  behind the colon of a headline
=============  ====================================================  ==========================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from attrs import define

from .boundaries import Boundaries, Start, View, context_of, opened_beside
from .changed import changed
from .clauses import Clause, takes_clause
from .layouts import is_note
from .letters import Group
from .lexicon import Verb, Word
from .phrases import Phrase

_QUESTION = frozenset({"whether", "if", "how", "why", "when", "where", "what", "who", "which", "whom", "whose"})
_LEADING = 2  # phrases before a report that opens the sentence: But, | according to Moe, she would …
_FAR = 8  # phrases of adjuncts between a cue and its content
_AGENT_REACH = 8
_QUOTED_REACH = 8
_PARTS_QUOTED = frozenset("VBGEI,;:")  # none of these stands between quoted and as saying
_FORMS = {"V": "finite", "I": "infinitive"}
_LABELS = frozenset({"M", "MPM", "MM", "M(M)"})  # what a headline has before its colon
_RELATIVE = frozenset({"who", "which"})
_ADVERBIAL = frozenset({"how", "when", "where", "why"})  # no subject of what is reported: how he answers | will matter
_ACTING = frozenset({"having", "being"})
_SOMETHING = frozenset({"nothing", "something", "anything", "everything"})
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_CLAUSAL = frozenset(
    {"that", "far that", "clause", "wh", "colon", "comma", "left", "parted", "lead", "fronted", "acting", "label"}
)
# Kinds of phrases with a cue.
_SPEAKING, _REPORTING = re.compile("[VGEI]|P(?=P)"), re.compile("[VGEI:]|P(?=P)|M(?=[tPIwsB])|j(?=[tPIMws])")
_SHORT = frozenset({"so", "yes", "otherwise"})  # adverbs that stand for what is said
_FRONT_REACH = 14  # phrases of a clause or an adjunct that opens what is said
_NEAR = 4  # phrases between *if elected* and the subject of what is said


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


@define(eq=False)
class Draft:
    """A reading of a cue: the frame, where the content begins and ends, who is told.

    ``first`` is the place where the clause begins (*that*), ``inner`` where the words do, ``stop`` the place
    behind the last; ``rest`` is a second stretch. ``preposition`` is the place of one that belongs to the cue.
    ``share`` tells how often such readings are right, ``rivals`` are the frames of all readings of the cue. Where it
    ends is found last, and only where it is worth it.
    """

    cued: Cued
    frame: str
    first: int
    inner: int
    stop: int = 0
    rest: tuple[int, int] | None = None
    hearer: int | None = None
    preposition: int | None = None
    share: float = 0.0
    rivals: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The group of frames that end alike."""
        return group_of(self.frame)


@cache
def group_of(frame: str) -> str:
    """The group of frames that end alike: *clause*, *to*, *np*, *prep*.

    >>> group_of("Y that"), group_of("Y as"), group_of("against")
    ('clause', 'np', 'prep')
    """
    bare = frame.removeprefix("Y ")
    if bare in _CLAUSAL or bare.startswith(("parted", "left")):
        return "clause"
    if bare in ("to", "ing"):
        return "to"
    return "np" if bare in ("np", "told", "so") or frame.startswith(("Y ", "of ")) else "prep"


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
        behind = _behind_mention(view, at + 2)
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


# ------------------------------------------------------------------ content to the right


def right_drafts(view: View, cued: Cued) -> list[Draft]:
    """The readings with content behind the cue."""
    if cued.form in ("inverted", "phrase"):
        return []
    if cued.form == "label":
        return [Draft(cued, "label", cued.after, cued.after, len(view.kinds.rstrip(".y")))]
    at = view.skip(cued.after)
    if cued.agent is not None and cued.agent - at <= 1:
        at = _behind_mention(view, cued.agent)
    kind = view.around[at]
    adjuncts = _behind_adjuncts(view, at)
    found = [*_at_place(view, cued, at)]
    for far in adjuncts:
        clausal = _clausal(view, cued, far)
        if clausal is not None:
            found.append(clausal)
    told = kind == "M" and view.around[at + 1] not in "VB"  # not: said | Moe was late
    if told and cued.kind not in ("noun", "adjective") and cued.form != "passive":
        found += _with_hearer(view, cued, at)
    that = _far_that(view, cued, at)
    if that is not None and any(draft.first == that for draft in found):
        that = None
    if kind == ":" and view.around[at + 1] != "Q":
        found.append(Draft(cued, "colon", at + 1, at + 1))
    short = view.around[cued.after] == "r" and view.around[cued.after + 1] in ",.;:)-$csPT"
    if short and view.lemma(cued.after) in _SHORT:
        found.append(Draft(cued, "so", cued.after, cued.after, cued.after + 1))
    if that is not None:
        found.append(Draft(cued, "far that", that, that + 1))
    finite = _finite_draft(view, cued, _gap_behind(view, adjuncts) or at) if cued.form == "finite" else None
    return found if finite is None else [*found, finite]


def _far_that(view: View, cued: Cued, at: int) -> int | None:
    """The place of *that* behind words between signs: *told Moe, the clerk, | that*, *said on air, where …, | that*."""
    that = view.kinds.find("t", at, at + _FRONT_REACH)
    if that <= at + 1:
        return None
    between = view.kinds[at:that]
    if ";" in between or ":" in between:
        return None
    group = view.group(cued.at)
    if group is None or not takes_clause(group.verb):
        return None
    return that if (between[-1] in ",-" and "Q" not in between) or _opens_content(view, cued, that) else None


def _opens_content(view: View, cued: Cued, that: int) -> bool:
    """Whether *that* opens a clause in the one of a cue: *told the board of Selwyn before lunch | that*."""
    noun = view.word(that - 1)
    if noun is not None and ("speech" in noun.noun or "document" in noun.noun):
        return False  # cited Moe for the claim | that
    clause = view.clause(next((k for k in view.finite if k > that), None))
    while clause is not None and clause.opened > that:
        clause = clause.outer
    outer = clause.outer if clause is not None and clause.kind == "comp" else None
    return outer is not None and outer.verb == cued.at


def _finite_draft(view: View, cued: Cued, at: int) -> Draft | None:
    """The reading that only a finite verb has: *said, she would …*, *the plan | he said | failed*."""
    kind = view.around[at]
    if kind not in ",VBE":
        return None
    before = view.around[cued.subject - 1] if cued.subject is not None else ""
    if kind == "," and view.around[at + 1] == "M" and before != "w" and not _is_as_said(view, cued):
        # said, she would; not: which Moe denied, | the talk ended
        return Draft(cued, "comma", at + 1, at + 1) if view.verb_of_clause(at + 1) is not None else None
    if kind != "," and cued.subject is not None and before in "wtM" and _is_gap(view, cued, at):
        return Draft(cued, "gap", cued.subject - 1, cued.subject - 1, cued.subject, (at, 0))
    return None


def _gap_behind(view: View, adjuncts: Sequence[int]) -> int | None:
    """The verb of what is said behind times and places: *what he said | on Monday | was late*."""
    for far in adjuncts:
        if view.around[far] in "VB" and (word := view.word(far)) is not None and word.tag != "D":
            return far
    return None


def _is_gap(view: View, cued: Cued, verb: int) -> bool:
    """Whether what stands before a report may be the subject of what is said: *for what he said | was late*.

    Nothing is said in *what he said | is not known*, *all he says | is true*, *how he answers | will matter*.
    """
    at = (cued.subject or 0) - 1
    lemma = view.lemma(at)
    if view.kinds[at] == "t" or lemma in _RELATIVE:
        return not _is_subject(cued, at) or _goes_on(view, verb)
    return lemma not in _ADVERBIAL and view.around[at - 1] in "PVGI-,("


def _is_subject(cued: Cued, at: int) -> bool:
    """Whether what a relative clause describes waits for its verb: *the tales | which Moe told were*."""
    clause = cued.clause
    while clause is not None and clause.opened > at:
        clause = clause.outer
    outer = clause.outer if clause is not None else None
    return outer is not None and outer.verb is None


def _goes_on(view: View, verb: int) -> bool:
    """Whether another finite verb of the same sentence follows: *the bill, which Moe said | was late, | failed*."""
    behind = view.kinds[verb + 1 :].partition(",c")[0]
    following = next((at for at, kind in enumerate(behind) if kind in "VBwts"), None)
    return following is not None and behind[following] in "VB"


def object_drafts(view: View, cued: Cued) -> Iterator[Draft]:
    """The readings with content before the cue as its object: *which | he denied*, *the plan | was praised by Moe*."""
    subject = cued.subject
    if subject is None or subject > cued.at:
        return
    if cued.agent is not None and cued.agent - cued.after <= 2:
        if cued.clause is not None and cued.clause.kind == "rel":
            subject = max(subject, cued.clause.opened)
        stop = cued.at
        while view.kinds[stop - 1] in "rT,":
            stop -= 1
        if not set(view.kinds[subject:stop]) & set("VBQ;:"):
            yield Draft(cued, "of passive", subject, subject, stop)
    elif cued.form == "finite" and view.around[subject - 1] in "wtM":
        frame = "of relative" if view.kinds[subject - 1] == "M" else "of which"
        if view.around[view.skip(cued.after, "rP")] not in "MQVBEGtj:":
            yield Draft(cued, frame, subject - 1, subject - 1, subject)


def _is_relative(view: View, at: int) -> bool:
    """Whether *who* or *which* goes with the mention before it: *those | who came*, not *told her | who came*."""
    word = view.word(at - 1)
    return view.lemma(at) in _RELATIVE and view.around[at - 1] == "M" and word is not None and word.tag not in "po"


def _clausal(view: View, cued: Cued, at: int, hearer: int | None = None) -> Draft | None:
    """The reading with a clause of its own at a place."""
    kind, prefix = view.around[at], "Y " if hearer is not None else ""
    if kind == "t":
        return Draft(cued, prefix + "that", at, at + 1, hearer=hearer)
    if kind in "ws" and view.lemma(at) in _QUESTION and (kind == "w" or view.around[at + 1] not in "EG"):
        if hearer is None and _is_relative(view, at):
            return None  # said to those | who came
        return Draft(cued, prefix + "wh", at, at, hearer=hearer)
    if kind in "Ii":
        at -= view.lemma(at - 1) in ("not", "never")
        return Draft(cued, prefix + "to", at, at, hearer=hearer)
    verb = view.verb_of_clause(at) if kind == "M" and not _is_object(view, at) else None
    if verb is None or _is_main(view, cued, at, verb):
        return None
    told = hearer is None or view.around[at - 1] != "M" or _takes_hearer(view, cued)
    return Draft(cued, prefix + "clause", at, at, hearer=hearer) if told else None


def _is_main(view: View, cued: Cued, at: int, verb: int) -> bool:
    """Whether a clause goes on from that of the cue: *when I asked Moe | he laughed*, *I asked | Moe, and he left*."""
    clause = view.reading.of_verb[verb]
    if not _takes_hearer(view, cued) or not _may_be_told(view, cued.after):
        return False
    opens = cued.clause is not None and cued.clause.kind == "sub" and clause.kind == "main"
    if opens and clause.subject != cued.after and "," not in view.kinds[cued.after : verb]:
        return True
    beyond = view.around[at + 1] == "," and clause.subject == view.skip(at + 2, "c")
    return beyond and at == cued.after and view.around[cued.opening - 1] != ","


def _is_object(view: View, at: int) -> bool:
    """Whether a phrase can only be an object: *warned | us*, *asked | them | to pay*, *put | it, and left*."""
    if view.around[at + 1] == "," and view.lemma(at) == "it":
        return at not in view.reading.of_subject
    phrase = view.phrases[at]
    return view.reading.sentence.words.tags[phrase.first] == "o"


def _at_place(view: View, cued: Cued, at: int) -> Iterator[Draft]:
    """The readings with content directly behind the cue."""
    kind = view.around[at]
    clausal = _clausal(view, cued, at)
    if clausal is not None:
        yield clausal
    acting = kind == "G" or (kind == "B" and view.lemma(at) in _ACTING)
    if kind in "sP" and cued.clause is not None and _is_fronted(view, at):
        yield Draft(cued, "fronted", at, at)
    elif acting and cued.clause is not None and _acts(view, at):
        yield Draft(cued, "acting", at, at)
    if kind == "M" or (kind in "jE" and view.around[at + 1] in "M,c."):
        told = _takes_hearer(view, cued) and _may_be_told(view, at)
        yield Draft(cued, "told" if told else "np", at, at)
    elif acting:
        yield Draft(cued, "ing", at, at)
    elif kind in "Ps" and view.lemma(at) not in _QUESTION:
        place = view.skip(at + 1, "r")
        if view.around[place] in "MGwQj":
            yield Draft(cued, view.lemma(at), at + 1, at + 1, preposition=at)


def _may_be_told(view: View, at: int) -> bool:
    """Whether a phrase names somebody: *told | the clerks*, but not *told | a tale*."""
    word = view.word(at)
    if word is None or word.tag == "N":
        return word is not None
    return word.tag in "op" or word.people


def _is_fronted(view: View, at: int) -> bool:
    """Whether an adjunct and, behind its comma, a main clause begin here: *said | despite the rain, he would …*."""
    if view.kinds[at : at + 2] == "sE":  # said | if elected mayor he would
        places = range(at + 2, min(at + 2 + _NEAR, len(view.kinds)))
        return any(view.verb_of_subject(k) is not None for k in places)
    if view.lemma(at) in _QUESTION or view.around[at + 1] == "T":
        return False
    comma = view.kinds.find(",", at, at + _FRONT_REACH)
    return comma > 0 and view.around[comma + 1] == "M" and view.verb_of_clause(comma + 1) is not None


def _acts(view: View, at: int) -> bool:
    """Whether a verb in -ing is the subject of a clause: *said | losing the vote was no shame*."""
    verb = next((k for k in view.finite if k > at), None)
    if verb is None or set(view.kinds[at:verb]) & set(",;:tswcQ-"):
        return False
    subject = view.reading.of_verb[verb].subject
    if subject is None or subject <= at:
        return True
    group, word = view.group(at), view.word(subject)
    takes = group is not None and takes_clause(group.verb)
    return not takes and word is not None and word.tag != "p"  # but not: said | knowing she was late


def _with_hearer(view: View, cued: Cued, hearer: int) -> Iterator[Draft]:
    """The readings with the one told between cue and content; the shortest phrase for him that leaves one."""
    for at in _mention_ends(view, hearer):
        place = view.skip(at)
        found = _clausal(view, cued, place, hearer)
        if found is None and view.around[place] in "Ps" and view.around[place + 1] in "MGwQj":
            found = Draft(cued, "Y " + view.lemma(place), hearer, hearer, hearer=hearer)
        elif found is None and view.around[place] == "M":
            found = Draft(cued, "Y np", place, place, hearer=hearer)
        if found is not None:
            yield found
            if found.group == "clause":
                return
    for far in _behind_adjuncts(view, hearer + 1):
        found = _clausal(view, cued, far, hearer)
        if found is not None:
            yield found


def _mention_ends(view: View, at: int) -> Iterator[int]:
    """The places where the phrase for a person may end: *the head | of the board | and Moe*."""
    at += 1
    yield at
    for _ in range(2):
        if (view.around[at] == "P" and view.lemma(at) in ("of", "for", "in", "at", "from")) or view.around[at] == "c":
            if view.around[at + 1] != "M":
                return
            at += 2
            yield at


def _behind_mention(view: View, at: int) -> int:
    """The place behind a mention and its of-phrases."""
    at += 1
    while view.lemma(at) in ("of", "for") and view.around[at + 1] == "M":
        at += 2
    return at


def _behind_adjuncts(view: View, at: int) -> Sequence[int]:
    """The places behind times and places: *said | on Monday | in Geneva |*, *said, after the vote, |*."""
    if view.around[at] not in "PrT,":
        return ()
    found: list[int] = []
    kinds = view.kinds
    limit = min(at + _FAR, len(kinds))
    while at < limit:
        kind = kinds[at]
        if kind == "P" and view.around[at + 1] in "MT":
            at += 2
        elif kind in "rT":
            at += 1
        elif kind == "," and view.around[at + 1] in "PTs" and (comma := kinds.find(",", at + 1, limit)) > 0:
            at = comma + 1
        else:
            break
        found.append(at)
    return found


# ------------------------------------------------------------------ content to the left, or around


def left_drafts(view: View, cued: Cued) -> Iterator[Draft]:
    """The readings with content before the report: *…, Ann said*, *…, said Ann*, *…, according to Ann*."""
    if cued.agent is not None and view.lemma(behind_adverbs(view, cued.at)) == "as":
        cued = changed(cued, subject=cued.agent)  # as reported by Moe
    elif cued.form not in ("finite", "inverted", "phrase"):
        return
    before = behind_adverbs(view, cued.opening)
    as_said = view.around[before] in "sP" and view.lemma(before) == "as"
    opening = before if as_said else _opening(view, before + 1)
    sign = view.around[opening - 1]
    leads = as_said or cued.form == "phrase"
    if not leads and sign not in ",-Q":
        return
    start = _start(view, opening)
    first = opening == start or sign == "c"
    if first and not leads:
        return
    behind = _behind_report(view, cued)
    if behind is None:
        return
    if first:
        if view.around[behind] == ",":
            yield from _lead(view, cued, behind + 1)
        return
    stop = opening - (sign in ",-")
    if view.around[behind] in ",-" and view.around[view.skip(behind + 1, "r")] in "VB":
        start = _last_part(view, start, stop)
    if view.kinds[start:stop].strip("Q"):
        yield from _left_of_report(view, cued, start, stop, behind)


def _left_of_report(view: View, cued: Cued, start: int, stop: int, behind: int) -> Iterator[Draft]:
    """The readings with the words from ``start`` to ``stop`` before a report that ends at ``behind``."""
    if not view.kinds[start:stop].strip("rTc,s"):
        if view.around[behind] == ",":
            yield from _lead(view, cued, behind + 1)
    elif view.around[behind] in ",-" and behind + 1 < len(view.kinds) and not _adds(view, behind + 1):
        if _resumes(view, cued, start, behind + 1):
            cued = changed(cued, form="finite")  # The lake, said Moe, is dry: as sure as The lake, Moe said, is dry
        yield Draft(cued, "parted", start, start, stop, (behind + 1, 0))
        beyond = _beyond(view, start, stop, behind + 1)
        yield Draft(cued, f"left part {beyond}" if beyond else "left part", start, start, stop)
    else:
        yield Draft(cued, "left" if _is_clause(view, start, stop) else "left bare", start, start, stop)
        late = _late_part(view, start, stop)
        if late is not None:
            first = late + (view.around[late] == "c")
            yield Draft(cued, f"left {view.around[late]}", first, first, stop)


def _resumes(view: View, cued: Cued, start: int, at: int) -> bool:
    """Whether the subject before an inverted report has its verb right behind it: *The lake, said Moe, | is dry*."""
    if cued.form != "inverted" or view.around[at] not in "VB":
        return False
    clause = view.clause(at)
    return clause is not None and clause.subject == start


def _adds(view: View, at: int) -> bool:
    """Whether who reports goes on with another report: *it was late, Moe said, | adding that he left*."""
    at = view.skip(at, "r")
    group = view.group(at)
    says = group is not None and group.verb is not None and group.verb.strong and takes_clause(group.verb)
    return says and view.around[at] == "G"


def _lead(view: View, cued: Cued, at: int) -> Iterator[Draft]:
    """The reading with the clause behind the comma of a report; no participle: *warned of rain, | citing the sky*."""
    if view.around[at] != "G":
        yield Draft(cued, "lead", at, at)


def _opening(view: View, at: int) -> int:
    """Where a report begins that has its subject at a place: *, campaign and | corporate records*."""
    while view.around[at - 1] == "c" and view.around[at - 2] in "jM" and view.around[at - 3] in ",-Q":
        at -= 2
    return at


def behind_adverbs(view: View, at: int) -> int:
    """The place before a place, adverbs passed over."""
    around = view.around
    at -= 1
    while around[at] == "r":
        at -= 1
    return at


def _is_as_said(view: View, cued: Cued) -> bool:
    """Whether *as* stands before the report: *As Moe said*, *as first reported by Moe*."""
    return view.lemma(behind_adverbs(view, cued.opening)) == "as"


def _is_clause(view: View, start: int, stop: int) -> bool:
    """Whether these phrases hold a main clause."""
    return any(
        view.kinds[at] in "VBI" and (clause := view.clause(at)) is not None and clause.kind not in ("rel", "sub")
        for at in range(start, stop)
    )  # fmt: skip


def _start(view: View, at: int) -> int:
    """Where the part of the sentence begins that holds a place: behind a dateline, a semicolon, colon or bracket."""
    kinds = view.kinds
    bracket = kinds.rfind("(", 0, at)
    if kinds.find(")", bracket, at) > 0:
        bracket = -1
    return max(kinds.rfind(";", 0, at), kinds.rfind(":", 0, at), bracket, view.reading.begin - 1) + 1


def _late_part(view: View, start: int, stop: int) -> int | None:
    """Where the last part of what stands before a report begins, if that alone may be what is reported.

    *The port is shut, | with six ships inside*, said Moe; *The port is shut, | and Moe has the key*, said Lee.
    """
    kinds = view.kinds
    for at in range(stop - 1, start + 1, -1):
        if kinds[at - 1] in ",-" and (
            kinds[at] in "wGP"
            or (kinds[at] in "cs" and view.around[at + 1] in "MPs")
            or (kinds[at] == "M" and kinds[at - 1] == "-" and view.verb_of_clause(at) is not None)
        ):
            return at
    return None


def _last_part(view: View, start: int, stop: int) -> int:
    """Where the subject of a parted clause begins: *He had a rally, and | the permit, Moe said, was hard to get*."""
    for at in range(stop - 1, start, -1):
        if view.kinds[at] in "VB":
            return start
        if view.kinds[at] == "c" and view.kinds[at - 1] in ",-":
            return at + 1
    return start


def behind_source(view: View, at: int) -> int:
    """The place behind a source that follows its cue, with what describes it: *said Moe, a clerk, | …*."""
    at = _behind_mention(view, at)
    while view.around[at] == "," and (far := _apposition(view, at)) is not None:
        at = far
    while view.around[at - 1] == ".":
        at -= 1
    return at


def _behind_report(view: View, cued: Cued) -> int | None:
    """The place behind an inserted report and its adjuncts; nothing where more than those follow."""
    at = _behind_own_words(view, cued)
    while at < len(view.kinds):
        kind = view.kinds[at]
        if kind in "rT":
            at += 1
        elif kind == "P" and view.around[at + 1] in "MTG":
            at += 2
        elif kind in "wtEI" and view.around[at - 1] in "MT" and view.around[at - 2] == "P":
            at = _next_sign(view, at)  # said in a letter | that Lee had read
        elif (kind == "M" and view.around[at - 1] == "G") or (kind in "'Q" and view.around[at - 1] in "M'"):
            at += 1
        elif kind == "s":
            at = _next_sign(view, at)
        elif kind == "M" and at == cued.after and _takes_hearer(view, cued):
            at += 1
        elif kind == "(":
            at = view.behind_bracket(at)
        elif (
            kind == ","
            and cued.subject is not None
            and cued.subject >= cued.at
            and not _parts_verb(view, cued, at)
            and (far := _apposition(view, at)) is not None
        ):
            at = far
        else:
            break
    return at if view.around[at] in ",-.;)$" else None


def _behind_own_words(view: View, cued: Cued) -> int:
    """The place behind the cue of a report and the source that follows it."""
    at = cued.after
    if cued.form == "phrase":
        at = _next_sign(view, at)
        while cued.at > _LEADING and view.around[at] == "," and not _parts_verb(view, cued, at):
            far = _apposition(view, at)
            if far is None:
                break
            at = far
    elif cued.subject is not None and cued.subject >= cued.at:
        at = _behind_mention(view, cued.subject)
        while view.around[at] + view.around[at + 1] in ("PM", "PT", "cM"):
            at += 2
        if view.around[at] == "w":
            at = _next_sign(view, at)  # said a clerk | who had seen it
    return at


def _next_sign(view: View, at: int) -> int:
    """The place of the next sign that may end a part of a sentence, brackets passed over."""
    while view.around[at] not in ",-.;)$":
        at = view.behind_bracket(at) if view.around[at] == "(" else at + 1
    return at


def _takes_hearer(view: View, cued: Cued) -> bool:
    group = view.phrases[cued.at].group
    return group is not None and group.verb is not None and "hearer" in group.verb.frames


def _parts_verb(view: View, cued: Cued, comma: int) -> bool:
    """Whether a report parts a verb from its object: *The mill earned, according to Moe, | six pounds*."""
    before = behind_adverbs(view, cued.opening)
    if view.around[before] != "," or view.around[before - 1] not in "VBI" or view.around[comma + 1] != "M":
        return False
    return view.reading.sentence.words.tags[view.phrases[comma + 1].first] == "#"


def _apposition(view: View, at: int) -> int | None:
    """The place behind *, a clerk,* or *, who keeps the keys,* where one follows the comma."""
    if view.around[at + 1] not in "Mw":
        return None
    comma = view.kinds.find(",", at + 1)
    stop = comma if comma > 0 else len(view.kinds)
    if any(k in "VB" for k in view.kinds[at:stop].partition("w")[0]):
        return None
    return stop if view.verb_of_subject(at + 1) is None else None


# ------------------------------------------------------------------ all of them


def _any_share(_: Draft) -> float:
    return 1.0


def find_drafts(
    view: View, cued: Cued, boundaries: Boundaries, share_of: Callable[[Draft], float] = _any_share, least: float = 0.0
) -> list[Draft]:
    """All readings of a cue that are right oftener than the least, each with its end."""
    drafts: dict[tuple[str, int], Draft] = {}
    for draft in (*right_drafts(view, cued), *left_drafts(view, cued), *object_drafts(view, cued)):
        drafts.setdefault((draft.frame, draft.first), draft)
    found: list[Draft] = []
    for (frame, _), draft in drafts.items():
        draft.share = share_of(draft)
        if draft.share > least and _end(view, draft, boundaries) and not _only_quoted(view, draft):
            if draft.frame != frame:  # its end has told more of it
                draft.share = share_of(draft)
            found.append(draft)
    rivals = tuple(dict.fromkeys([frame for frame, _ in drafts])) if found else ()
    for draft in found:
        draft.rivals = rivals
    return found


def start_of(view: View, draft: Draft) -> Start:
    """Where the statement of a draft begins, or its second part, and what is known of it."""
    cued = draft.cued
    first, group = (draft.inner, draft.group) if draft.rest is None else (draft.rest[0], "clause")
    verbs = view.phrases[cued.at].group
    tense = verbs.form if verbs is not None else "past"
    return Start(first, group, context_of(view, cued.clause), tense, cued.lemma, cued.kind)


def _end(view: View, draft: Draft, boundaries: Boundaries) -> bool:
    """Find where a draft ends; whether any words are left for it."""
    cued = draft.cued
    if draft.stop and draft.rest is None:
        return draft.stop > draft.first
    first, group = draft.inner if draft.rest is None else draft.rest[0], draft.group
    end = view.only_end(first)
    if end is None:
        stop = boundaries.end(view, start_of(view, draft))
    else:
        stop = end if group == "clause" or draft.rest is not None else min(end, view.resumed(first))
    if draft.frame == "gap":
        stop = min(stop, view.resumed(first, draft.first, "cQT;"))
        stop -= view.kinds[stop - 1] == ","
    if draft.rest is not None:
        # a report in the middle of what is said, if neither part is a sentence to itself
        beyond = _beyond(view, draft.first, draft.stop, first) if draft.frame != "gap" else ""
        draft.frame = f"parted {beyond}" if beyond else draft.frame
        draft.rest = first, stop
        return True
    if cued.clause is not None and (beside := opened_beside(cued.clause)) is not None:
        resumed = view.resumed(first, beside, "cQT;")
        while view.around[resumed - 1] == "r":
            resumed -= 1
        stop = min(stop, resumed)
    if cued.kind == "noun":
        stop = min(stop, max(view.reading.of_subject.get(cued.at, stop), draft.inner))
    while stop > draft.inner and view.kinds[stop - 1] in ",-:c":
        stop -= 1
    if group in ("np", "prep"):
        stop = _without_time(view, stop)
    draft.stop = stop
    return stop > draft.inner


def _without_time(view: View, stop: int) -> int:
    """The end without a time that goes with the cue: *announced the sale | on Monday*."""
    if view.kinds[stop - 1] != "T":
        return stop
    return stop - 2 if view.kinds[stop - 2] == "P" else stop - 1


def _beyond(view: View, first: int, stop: int, second: int) -> str:
    """What opens the words behind a report where those before it are a clause; empty where they are not, or go on."""
    left = view.kinds[first:stop]
    whole = any(at in view.reading.of_verb for at in range(first, stop) if view.kinds[at] in "VB")
    at = view.skip(second, "r")
    if not whole or left[-1:] == "B" or left[:1] in "Ps" or view.around[at] in "VBGIE":
        return ""
    clause = view.around[at] == "c" and view.verb_of_subject(view.skip(at + 1)) is not None
    return "clause" if clause else view.around[at]


def _only_quoted(view: View, draft: Draft) -> bool:
    """Whether nothing but a quotation would be the content: rules for quotations see to that."""
    if draft.frame == "so":
        return False
    kinds = view.kinds[draft.inner : draft.stop] + (view.kinds[slice(*draft.rest)] if draft.rest else "")
    return not kinds.strip("Q,.-;:rcti~y")
