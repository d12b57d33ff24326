"""Report: what someone is said to have said, without quotation marks; find_reports: those of a sentence.

Each reporting word is read in every frame (``drafts``), each reading ends where statements mostly end
(``boundaries``), and how often such a reading was right (``shares``) decides between them. What lies inside a
report is part of it, unless it is much surer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from attrs import define, field, frozen

from .boundaries import Boundaries, View, english_boundaries
from .changed import changed
from .clauses import Clause, Reading
from .clues import Weights, bunches_of, english_weights
from .cues import Cue, CueForm, make_cue
from .drafts import Cued, Draft, behind_adverbs, behind_source, find_cues, find_drafts, is_raised, left_drafts
from .letters import Group
from .lexicon import FEW, Lexicon, Verb
from .mentions import Mention, make_mention
from .names import NameIndex
from .passage import Passage
from .quotations import Quotation
from .readings import report_rule
from .said import Said, said_of
from .shares import Shares, english_shares
from .span import Span, make_span
from .words import Words

Level = Literal["speech", "all"]

_SURE = {"all": 0.4, "speech": 0.6}  # how sure a reading must be to be taken, at most
_SURE_OF = {
    ("all", "speech"): 0.34,
    ("all", "according"): 0.34,
    ("speech", "according"): 0.58,
    ("speech", "manner"): 0.5,
}
_SURE_BEHIND = 0.5  # for a verb of saying before its subject: it rained, insisted Moe
_SURE_TO_REPORT, _SURE_OF_END = 0.7, 0.3  # for readings of one word together, and the best of them by itself
_SIGNS = ".,;:!?()[]\"“”‘’'—–-…/"  # that may touch a word
_SPOKEN = frozenset({"speech", "writing", "manner"})  # the classes of words that report speech
_TOLD = _SPOKEN | {"according"}
# Kinds of phrases that are a quotation with its frame: “…,” said Moe, a clerk, in Ulm; Moe said in Ulm that “…”.
_FRAME_ALONE = re.compile(
    r"(?!.*PP)(?:Q?[MrT]*(?:V[MrT]*)?|Q,?[rT]*(?:MV|VM)[MrTPjc,()']*|[crT]*MV[MrTP]*[,:t]*Q,?)\.?"
)
_RELATIVES = frozenset({"who", "which", "that"})
_PARTING = frozenset("Q:;")  # kinds of phrases that no mention reaches over
_IN_CLAUSE = frozenset("tVBwsE:")  # letters of words that open a clause behind its report, or are its verb
_TO_DO = frozenset("iI")
_BEHIND_CLAUSE = frozenset(",-")  # signs between a clause and its report
_HOPELESS = {"all": 0.1, "speech": 0.25}  # a share below this is not looked at more closely
_MANY = 200  # words of a stretch that are not looked at one by one
_SURER = 0.2  # by how much a reading must be surer to stand inside another; speech inside thought only as sure


@define(eq=False)
class Report:
    """Words that someone is said to have said, without marks, and the clause that reports them.

    ``content`` leaves *that* out, ``clause`` has it. ``verb`` is the place of the cue among the phrases of the
    sentence, ``quotations`` are the places of quotations inside the clause. ``said`` tells whether the words
    were said, were not (*never said*), or are only to be.
    """

    content: tuple[Span, ...]
    clause: Span | None
    cue: Cue
    source: Mention | None
    addressee: Mention | None
    verb: int
    quotations: tuple[int, ...]
    frame: str
    form: str
    said: Said
    rule: str
    confidence: float

    @property
    def nameless(self) -> bool:
        """Whether nothing tells whose words they are: *it is said that*, *seems to*."""
        return self.source is None


_TAKES_CLAUSE = frozenset({"that", "wh", "to"})


def _tells(verb: Verb) -> bool:
    """Whether a verb tells in a clause what is said or written."""
    return verb.cue in _SPOKEN and not _TAKES_CLAUSE.isdisjoint(verb.frames)


def _has_particle(verb: Verb, following: str, beyond: str) -> bool:
    """Whether the words behind a verb are one of its particles: *make | clear*, *make | a point*, *sum | it | up*."""
    particles = verb.particles
    return following in particles or f"{following} {beyond}" in particles or (following == "it" and beyond in particles)


class Form(NamedTuple):
    """What the words beside a form must be like for it to report.

    ``verb`` is one that reports only with its particles, ``noun`` tells that the form may be a noun (*the state*),
    ``plural`` that it is one in -s.
    """

    verb: Verb | None
    noun: bool
    plural: bool


@frozen(eq=False)
class Finder:
    """Finds the reports of sentences with the tables given."""

    lexicon: Lexicon
    boundaries: Boundaries
    shares: Shares
    weights: Weights
    _forms: dict[Level, dict[str, Form | None]] = field(factory=dict, init=False, repr=False)
    _lemmas: dict[Level, frozenset[str]] = field(factory=dict, init=False, repr=False)

    def forms(self, level: Level) -> Mapping[str, Form | None]:
        """Every form of every word that may report, with what is to be seen beside it, if anything.

        Of a form that holds a sign, *cross-examined*, it is the longest part.
        """
        found = self._forms.get(level)
        if found is None:
            found = self._forms[level] = {}
            for form, _ in self._reporting(level):
                part = max(without_signs(form).split(), key=len, default="")
                needs = self._form(form) if level == "speech" and part == form else None
                found[part] = needs if found.get(part, needs) else None
            found.pop("", None)
        return found

    def _form(self, form: str) -> Form | None:
        word = self.lexicon.word(form)
        verb = word.verb
        if verb is None:
            return None
        told, noun = _tells(verb), verb.noun != "never" and word.forms in ("b", "s")
        return None if told and not noun else Form(None if told else verb, noun, noun and word.forms == "s")

    def fits(self, form: Form, stretch: str, words: Sequence[str], word: str) -> bool:
        """Whether a word of a stretch of text may report with what stands beside it: no noun, and with its particle.

        The words of the stretch are in small letters and without signs; among many each is taken to fit.
        """
        if len(words) > _MANY:
            return True
        at = -1
        for _ in range(words.count(word)):
            at = words.index(word, at + 1)
            if self._fits_at(form, stretch, words, at):
                return True
        return False

    def _fits_at(self, form: Form, stretch: str, words: Sequence[str], at: int) -> bool:
        if form.verb is not None:
            following = [self.lexicon.word(word).lemma for word in words[at + 1 : at + 3]]
            if not _has_particle(form.verb, *following, *("", "")[len(following) :]):
                return False
        if not form.noun:
            return True
        if not at:
            return not form.plural
        before = words[at - 1]
        known = self.lexicon.closed.get(before)
        of_noun = known is not None and (known["tag"] in "d#" or (known["tag"] == "P" and before != "to"))
        return not of_noun or f"{before} {words[at]}" not in stretch

    def lemmas(self, level: Level) -> frozenset[str]:
        """Every word that may report, as ``Word.lemma`` has it."""
        found = self._lemmas.get(level)
        if found is None:
            found = self._lemmas[level] = frozenset(lemma for _, lemma in self._reporting(level))
        return found

    def wants(self, words: Words, begin: int, end: int, level: Level) -> bool:
        """Whether a sentence has any word that may report where it stands."""
        reporting = self.lemmas(level)
        for at, word in enumerate(words.words[begin:end], begin):
            if (word.small or word).lemma in reporting and self._reports_at(words, at, begin, end, level):
                return True
        return False

    def tells(self, words: Words, begin: int, end: int, groups: Mapping[int, Group], level: Level) -> bool:
        """Whether a sentence has a word that reports, and room for what it reports, once its letters are told."""
        if level == "all":
            return True
        for at, group in groups.items():
            if group.verb is not None and group.verb.cue in _SPOKEN and self._has_room(words, at, begin, end, group):
                return True
        return "according" in words.text[words.starts[begin] : words.ends[end - 1]].lower()

    def _has_room(self, words: Words, at: int, begin: int, end: int, group: Group) -> bool:
        """Whether a clause may follow a verb or stand before it: not in *Moe announced the sale of the mill*."""
        behind = words.tags[at + 1 : end]
        if not _IN_CLAUSE.isdisjoint(behind):
            return True
        known = None if _TO_DO.isdisjoint(behind) else self.lexicon.verbs.get(group.lemma)
        if known is not None and "to" in known[0].frames:
            return True
        before = words.tags[begin:at]
        return not _BEHIND_CLAUSE.isdisjoint(before) or any(
            word.lemma.lower() == "as" for word in words.words[begin:at]
        )

    def _reports_at(self, words: Words, at: int, begin: int, end: int, level: Level) -> bool:
        """Whether a word may report: no noun (*in state*, *Empire State*), and with its particle (*make clear*)."""
        word = words.words[at].small or words.words[at]
        verb = word.verb
        if verb is None or level == "all":
            return True
        if verb.noun != "never" and word.forms in ("b", "s"):
            before = words.tags[at - 1] if at > begin else "^"
            if before in "dj'#" or (before == "P" and words.words[at - 1].lemma != "to"):
                return False
            if before == "^" and word.forms == "s":
                return False
            if before == "N" and words.words[at].small is not None:
                return False
        if _tells(verb):
            return True
        following = [(word.small or word).lemma for word in words.words[at + 1 : min(at + 3, end)]]
        return _has_particle(verb, *following, *("", "")[len(following) :])

    def _reporting(self, level: Level) -> Iterator[tuple[str, str]]:
        """The forms and lemmas of the words that may report."""
        yield "according", "according"
        if level == "all":
            yield ":", ":"
        for form, (verb, _) in self.lexicon.verbs.items():
            known = (verb, *verb.particles.values())
            if level == "all":
                wanted = verb.lemma in self.shares.effects or any(each.cue for each in known)
            else:
                wanted = any(map(_tells, known))
            if wanted:
                yield form, verb.lemma
        if level == "all":
            for noun, (kinds, _) in self.lexicon.nouns.items():
                if "speech" in kinds or "document" in kinds:
                    as_verb = self.lexicon.verbs.get(noun)
                    yield noun, as_verb[0].lemma if as_verb is not None else noun
            yield from ((adjective, adjective) for adjective, kind in self.lexicon.adjectives.items() if kind == "cue")

    def drafts(self, view: View, cues: Iterable[Cued], level: Level = "all") -> list[tuple[float, Draft]]:
        """The best reading of each cue that is sure enough, with its share, in the order of the sentence."""
        best = []
        sure, share_of = _SURE[level], self.share if level == "all" else self.share_spoken
        for cued in cues:
            drafts = find_drafts(view, cued, self.boundaries, share_of, _HOPELESS[level])
            if not drafts:
                continue
            shares = [self.sureness(view, each) for each in drafts]
            share = max(shares)
            draft = drafts[shares.index(share)]
            if share >= sure or share >= _least(draft, level) or _sure_together(draft, shares):
                best.append((share, _plainest(draft, drafts)))
        return best

    def may_be_sure(self, cued: Cued) -> bool:
        """Whether a cue may be sure to report: a word of no class only if it does so oftener than others of none."""
        return cued.kind != "none" or self.shares.effects.get(cued.lemma, 0.0) > 0

    def share(self, draft: Draft) -> float:
        """How often readings like this one were right, whatever its clues."""
        cued = draft.cued
        return self.shares.share(cued.lemma, cued.kind, draft.frame, cued.use)

    def share_spoken(self, draft: Draft) -> float:
        """The same where speech alone is asked for: how often it was right, and told words said or written."""
        return self.share(draft) if is_speech(self.lexicon, draft) else 0.0

    def sureness(self, view: View, draft: Draft) -> float:
        """How often such a reading is right."""
        return self.weights.odds(draft.share, bunches_of(view, draft))

    def chosen(self, drafts: Sequence[tuple[float, Draft]]) -> list[tuple[float, Draft]]:
        """The readings that do not lie inside others, but where they are much surer."""
        before = sorted(drafts, key=lambda each: (each[1].frame not in ("left", "parted"), each[1].cued.at))
        surest: dict[tuple[int, int, tuple[int, int] | None], float] = {}
        for share, draft in before:
            surest[content_of(draft)] = max(share, surest.get(content_of(draft), 0.0))
        taken: list[tuple[float, Draft]] = []
        for share, draft in before:
            if share < surest[content_of(draft)]:
                continue
            around = [each for each in taken if holds(each[1], draft.cued.at)]
            if all(share >= each[0] + _margin(each[1], draft) for each in around):
                taken = [each for each in taken if each not in around]
                taken.append((share, draft))
        return sorted(taken, key=lambda each: each[1].cued.at)


def _least(draft: Draft, level: Level) -> float:
    """How sure a reading must be to be taken."""
    cued = draft.cued
    behind = level == cued.kind and draft.frame == "left" and cued.form == "inverted"
    return _SURE_BEHIND if behind else _SURE_OF.get((level, cued.kind), _SURE[level])


def _sure_together(draft: Draft, shares: Sequence[float]) -> bool:
    """Whether a word behind or within what it reports is sure to report, though not where that begins or ends."""
    within = draft.frame.startswith(("left", "parted"))
    return within and max(shares) >= _SURE_OF_END and sum(shares) >= _SURE_TO_REPORT


def _margin(outer: Draft, inner: Draft) -> float:
    """How much surer a reading must be than one that it stands in."""
    return 0.0 if inner.cued.kind in _TOLD and outer.cued.kind not in _TOLD else _SURER


def _plainest(draft: Draft, others: Sequence[Draft]) -> Draft:
    """The reading that says the same of the content in the plainest way: as a clause, and without the one told."""
    if len(others) == 1:
        return draft
    if draft.group == "clause":
        told = (each for each in others if each.frame in ("Y that", "Y clause"))
        return next((each for each in told if each.first == draft.first + 1), draft)
    same = [each for each in others if content_of(each) == content_of(draft)]
    return min(same, key=lambda each: (each.group != "clause", each.frame != "np", each is not draft))


def content_of(draft: Draft) -> tuple[int, int, tuple[int, int] | None]:
    """Where the content of a reading begins and ends."""
    return draft.inner, draft.stop, draft.rest


def holds(draft: Draft, at: int) -> bool:
    """Whether a place lies in the content of a reading."""
    return draft.inner <= at < draft.stop or (draft.rest is not None and draft.rest[0] <= at < draft.rest[1])


def nested(view: View, drafts: Sequence[tuple[float, Draft]]) -> Sequence[tuple[float, Draft]]:
    """Readings that stand in each other or apart.

    What is said ends where whoever says it goes on to another report (*said Lee had paid |, and vowed to pay*), and
    none of it goes on behind the end of what it stands in (*claimed Lee had vowed to pay |, as ever*).
    """
    around: list[Draft] = []
    for _, draft in drafts:
        at = draft.cued.at
        if draft.rest is not None or draft.inner <= at:
            continue  # what stands before a cue, or on both sides of it
        while around and around[-1].stop <= at:
            around.pop()
        outer = around[-1] if around else None
        if outer is not None and _goes_on(view, outer.cued, draft.cued):
            outer.stop = max(outer.inner + 1, _behind_statement(view, at))
            around.pop()
        elif outer is not None and outer.inner <= at and draft.inner < outer.stop:
            draft.stop = min(draft.stop, outer.stop)
        around.append(draft)
    return drafts


def _goes_on(view: View, outer: Cued, cued: Cued) -> bool:
    """Whether whoever says something goes on to another report: *said it was late, and | predicted that*."""
    joined = cued.form == outer.form == "finite" and view.around[behind_adverbs(view, cued.at)] == "c"
    return joined and cued.subject is not None and cued.subject == outer.subject


def _behind_statement(view: View, cue: int) -> int:
    """The end of what stands before another cue of the same subject: *it was late |, and then | vowed*."""
    at = behind_adverbs(view, cue) + 1
    at -= view.around[at - 1] == "c"
    return at - (view.around[at - 1] in ",-;")


# ------------------------------------------------------------------ making reports of readings


_CUE_FORMS: Mapping[str, CueForm] = {"according": "phrase", "adjective": "phrase", "mark": "mark", "noun": "noun"}
_NO_QUOTATION = Quotation(Span(0, 0, ""), Span(0, 0, ""), "double")


@define(eq=False)
class Maker:
    """Makes reports of readings: spans, cue, source."""

    text: str
    view: View
    names: NameIndex
    passage: Passage = field(init=False)  # no quotation's: what makes mentions of phrases

    @passage.default
    def _passage(self) -> Passage:
        return Passage(self.text, self.view.lexicon, _NO_QUOTATION, self.view.reading, 0, self.names)

    def report(self, draft: Draft, share: float) -> Report:
        """The report that a reading makes."""
        view, cued = self.view, draft.cued
        inner = draft.inner
        if view.kinds[inner] == "," and inner + 1 < draft.stop:
            inner += 1  # said that, | in his view, it was
        content: tuple[Span, ...] = (self.stretch(inner, draft.stop),)
        clause: Span | None = content[0]
        if draft.rest is not None:
            content, clause = (*content, self.stretch(*draft.rest)), None
        elif draft.front is not None and "Q" not in view.kinds[inner : draft.stop]:
            content, clause = (self.stretch(*draft.front), *content), None
        elif draft.first != draft.inner:
            clause = self.stretch(draft.first, draft.stop)
        quotations: tuple[int, ...] = ()
        if "Q" in view.kinds:
            places = chain(range(draft.inner, draft.stop), range(*draft.rest or (0, 0)))
            quotations = tuple([at for at in places if view.kinds[at] == "Q"])
        source = self.source(cued)
        hearer = self.passage.mention(draft.hearer) if draft.hearer is not None else None
        return Report(
            content, clause, self.cue(draft), source, hearer, cued.at, quotations, draft.frame, cued.form,
            said_of(view.reading, cued.at, cued.subject), report_rule(draft.frame).name, share,
        )  # fmt: skip

    def span(self, start: int, end: int) -> Span:
        """A span of the text."""
        return make_span(start, end, self.text)

    def stretch(self, first: int, stop: int) -> Span:
        """The text of some phrases."""
        phrases = self.view.phrases
        return make_span(phrases[first].start, phrases[stop - 1].end, self.text)

    def source(self, cued: Cued) -> Mention | None:
        """Who reports."""
        if cued.owner is not None:
            return self.owner(cued.owner)
        if is_raised(self.view, cued):
            return None
        at = cued.agent if cued.form == "passive" else cued.subject
        if at is None or self.is_nobody(cued, at):
            return None
        at = max(at, self.relative(cued.clause, at))
        mention = self.passage.mention(at, cued.at if cued.form == "finite" else None)
        return None if mention is None else self.widened(mention, at, cued)

    def is_nobody(self, cued: Cued, subject: int) -> bool:
        """Whether a subject only fills its place: *there* is hope, *it* is hard to say whether, not *it* is eager."""
        view, word = self.view, self.view.lemma(subject)
        judged = view.around[cued.at - 1] == "j" and view.lexicon.adjectives.get(view.lemma(cued.at - 1)) != "cue"
        return word == "there" or (word == "it" and judged)

    def relative(self, clause: Clause | None, subject: int) -> int:
        """The place of *who*, *which*, *that* that stands for a subject: *Moe, | who | said*; else the subject's."""
        while clause is not None:
            if clause.kind == "rel" and clause.subject == subject and self.view.lemma(clause.opened) in _RELATIVES:
                return clause.opened
            clause = clause.ghost or clause.outer
        return subject

    def owner(self, words: tuple[int, int]) -> Mention:
        """A possessor: *the mayor* of *the mayor’s claim*."""
        all_words = self.view.reading.sentence.words
        first, stop = words
        span = self.span(all_words.starts[first], all_words.ends[stop - 1])
        tag = all_words.tags[stop - 1]
        if tag == "d":
            return make_mention(span, "pronoun", span, span)
        return make_mention(span, "name" if tag == "N" else "nominal", span, span)

    def widened(self, mention: Mention, at: int, cued: Cued) -> Mention:
        """The mention with all that belongs to it up to its verb: *Moe, a clerk who keeps the keys,*."""
        view, span = self.view, mention.span
        verb = view.reading.of_subject.get(at, cued.at)
        if cued.form == "inverted":
            return mention
        if cued.form == "phrase":
            return self.reaching(mention, view.phrases[behind_source(view, at) - 1].end)
        if not at < verb <= cued.at:
            return self.reaching(mention, span.end)
        stop = verb
        while view.kinds[stop - 1] in ",rT-":
            stop -= 1
            if view.kinds[stop - 1] == "P" and view.kinds[stop] == "T":
                stop -= 1
        parted = not _PARTING.isdisjoint(view.kinds[at:stop])
        return self.reaching(mention, span.end if parted else view.phrases[stop - 1].end)

    def reaching(self, mention: Mention, end: int) -> Mention:
        """The mention with all up to a place for its extent."""
        span = mention.span
        extent = span if end <= span.end else self.span(span.start, end)
        return mention if mention.extent is extent else changed(mention, extent=extent)

    def cue(self, draft: Draft) -> Cue:
        """The cue of a reading."""
        view, cued = self.view, draft.cued
        phrase = view.phrases[cued.at]
        form = _CUE_FORMS.get(cued.kind, "verb")
        word = self.span(cued.start, cued.end)
        spans: tuple[Span, ...] = (word,)
        start, end = min(phrase.start, cued.start), max(phrase.end, cued.end)
        if view.around[cued.at - 1] == "r" and form_takes_adverbs(cued):
            start = view.phrases[behind_adverbs(view, cued.at) + 1].start
        if form == "noun":
            start = self.start_of_noun(cued)
        if cued.first is not None:
            head = view.group(cued.first)
            if head is not None and form == "verb":
                spans = self.span(head.start, head.end), word
            start = view.phrases[cued.first].start
        governed = cued.form == "infinitive" and view.around[cued.at - 1] in "VG"  # went on | to say
        if governed or (cued.form == "participle" and view.around[cued.at - 1] == "V"):  # began | urging
            start = view.phrases[cued.at - 1].start
        if phrase.kind == "j":
            start = view.phrases[behind_adverbs(view, cued.at)].start
        last = self.last_of_cue(draft)
        if last >= cued.after:
            end = view.phrases[last].end
        alone = start == cued.start and end == cued.end
        return make_cue(spans, cued.lemma, form, word if alone else self.span(start, end))

    def last_of_cue(self, draft: Draft) -> int:
        """The last place of a cue with what belongs to it: *said Monday*, *argued fiercely*, *spoke warmly of*."""
        view, cued = self.view, draft.cued
        behind = view.skip(cued.after, "r")
        if draft.preposition == behind:
            return behind
        if view.around[behind] == "t":
            return behind - 1
        return cued.after if view.around[cued.after] == "T" else cued.after - 1

    def start_of_noun(self, cued: Cued) -> int:
        """Where the phrase of a noun begins, behind its possessor."""
        words = self.view.reading.sentence.words
        if cued.owner is None:
            return self.view.phrases[cued.at].start
        _, stop = cued.owner
        return words.starts[stop]


def form_takes_adverbs(cued: Cued) -> bool:
    """Whether adverbs before the cue belong to its extent: *Moe | also said*."""
    return cued.form == "finite" and cued.subject is not None and cued.subject < cued.at


# ------------------------------------------------------------------ the reports of a sentence


def is_speech(lexicon: Lexicon, draft: Draft) -> bool:
    """Whether a reading tells words said or written: a clause, or *to* for acts of speech such as promises."""
    cued = draft.cued
    if cued.form == "passive" and cued.agent is None:
        return False
    if draft.frame in ("to", "Y to"):
        known = lexicon.verbs.get(cued.lemma)
        return known is not None and "to" in known[0].frames
    return draft.group == "clause" or draft.frame == "gap"  # which critics said | was unfair


@lru_cache(maxsize=5_000)
def _is_frame_alone(kinds: str) -> bool:
    """Whether phrases of these kinds are a quotation with its frame: one look for all sentences alike."""
    return _FRAME_ALONE.fullmatch(kinds) is not None


def find_reports(reading: Reading, text: str, finder: Finder, names: NameIndex, level: Level) -> tuple[Report, ...]:
    """The reports of a sentence; those that stand inside others only where speech alone is asked for."""
    if level == "speech" and _is_frame_alone(reading.kinds):
        return ()  # a quotation with its frame, *“…,” said Moe, a clerk*: nothing else is told
    view = View(reading, finder.lexicon)
    drafts = finder.drafts(view, find_cues(view, _SPOKEN if level == "speech" else ()), level)
    return _made(text, view, names, finder.chosen(drafts) if level == "all" else nested(view, drafts))


def _made(text: str, view: View, names: NameIndex, chosen: Sequence[tuple[float, Draft]]) -> tuple[Report, ...]:
    """The reports that readings of a sentence make."""
    if not chosen:
        return ()
    drafts = [draft for _, draft in chosen]
    for draft in drafts:
        front = draft.front
        if front is not None and any(front[0] < other.stop and other.inner < front[1] for other in drafts):
            draft.front = None  # Moe, calling | himself a friend |, seemed to agree
    maker = Maker(text, view, names)
    return tuple([maker.report(draft, share) for share, draft in chosen])


def _may_hold_quotation(view: View, cued: Cued) -> bool:
    """Whether what a cue reports may hold quoted words: some stand behind it, or it may report what is before it."""
    return cued.at < view.kinds.rfind("Q") or next(left_drafts(view, cued), None) is not None


def find_quoting(reading: Reading, text: str, finder: Finder, names: NameIndex, least: float) -> tuple[Report, ...]:
    """The reports of any class around quotations of a sentence, those that are at least so sure."""
    view = View(reading, finder.lexicon)
    cues = [each for each in find_cues(view) if finder.may_be_sure(each) and _may_hold_quotation(view, each)]
    chosen = [each for each in finder.chosen(finder.drafts(view, cues)) if each[0] >= least]
    return _made(text, view, names, chosen)


def without_signs(text: str) -> str:
    """The text with blanks in the place of signs that may touch a word."""
    for sign in _SIGNS:
        text = text.replace(sign, " ")  # most are not there: faster than one look at each letter
    return text


@lru_cache(maxsize=FEW)
def english_finder(lexicon: Lexicon) -> Finder:
    """A finder with the tables of English."""
    return Finder(lexicon, english_boundaries(), english_shares(), english_weights())
