"""Reporter: reports and the quotations inside them, put together over a text.

A report that holds quoted words is the clause of their mixed attribution where both go with the same cue; a
report around another one tells by whom that one is reported; what is left are reports without marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from .changed import changed
from .clauses import Reading
from .drafts import group_of
from .letters import Group
from .names import NameIndex
from .passage import Candidate
from .reports import Finder, Form, Level, Report, find_quoting, find_reports, without_signs
from .sentences import sure_ends
from .words import Words

_DOUBTFUL = 0.5  # words given to somebody with less are rather those of a sure report around them
_HOPELESS = 0.25  # with less, words are nobody's but his who reports them
_TELLING = frozenset({"that", "far that", "clause", "wh", "so", "Y that", "Y clause", "Y wh"})  # frames of a clause
_PARTS = frozenset("PVBGIstw")  # kinds of phrases between a verb and words that are not its own
_SURE = 0.75  # how sure a report of thought or the like must be to take quoted words, where only speech is asked for


@frozen(eq=False)
class Woven:
    """What became of the candidates and the reports of one or more sentences.

    ``changed`` has, by ``id``, what stands in for a candidate: one with a clause or, where nothing named a
    source, with that of the report. ``reports`` are left as attributions of their own. ``outer`` has, by ``id``
    of a candidate or a report, the report around it.
    """

    changed: dict[int, Candidate] = field(factory=dict)
    reports: list[Report] = field(factory=list)
    outer: dict[int, Report] = field(factory=dict)

    def now(self, candidate: Candidate) -> Candidate:
        """What stands in for a candidate, or the candidate."""
        return self.changed.get(id(candidate), candidate)

    def forget(self) -> None:
        """Be ready for other sentences."""
        self.changed.clear()
        self.reports.clear()
        self.outer.clear()

    def all_now(self, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """What stands in for each of the candidates, or the candidate."""
        return map(self.changed.get, map(id, candidates), candidates)


_Ended = tuple[Reading, Report, Candidate | None]
"""A sentence, the report that ends it, and the first quotation behind it that goes on with it, if one does."""


@frozen(eq=False)
class Reporter:
    """Finds the reports of a text, sentence by sentence, and weaves them with its quotations."""

    text: str
    finder: Finder
    names: NameIndex
    level: Level
    woven: Woven = field(factory=Woven)
    ended: list[_Ended] = field(factory=list)  # the sentence before, if its report may go on
    _plain: str = field(init=False, repr=False)  # the text without signs that may touch a word
    _forms: Mapping[str, Form | None] = field(init=False, repr=False)  # those of words that may report

    @_plain.default
    def _without_signs(self) -> str:
        return without_signs(self.text)

    @_forms.default
    def _forms_of_level(self) -> Mapping[str, Form | None]:
        return self.finder.forms(self.level)

    def may_report(self, start: int, end: int) -> bool:
        """Whether a stretch of the text has any word that reports: a quick look, to read no more than needed."""
        if self.level == "all" and ":" in self.text[start:end]:
            return True
        forms, stretch = self._forms, self._plain[start:end].lower()
        words = stretch.split()
        for word in forms.keys() & words:
            form = forms[word]
            if form is None or self.finder.fits(form, stretch, words, word):
                return True
        return False

    def telling(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of a stretch without quotations that have a word that reports: one sentence or more each."""
        parts: list[tuple[int, int]] = []
        begin = start
        for stop in (*sure_ends(self.text, start, end, self.finder.lexicon), end):
            if self.may_report(begin, stop):
                parts.append((begin, stop))
            begin = stop
        return parts

    def wants(self, words: Words, begin: int, end: int) -> bool:
        """Whether a sentence has any word that reports."""
        return self.finder.wants(words, begin, end, self.level)

    def tells(self, words: Words, begin: int, end: int, groups: Mapping[int, Group]) -> bool:
        """Whether a sentence has a word that reports, once its letters are told."""
        return self.finder.tells(words, begin, end, groups, self.level)

    def read(self, reading: Reading, candidates: Sequence[Candidate]) -> None:
        """Find the reports of a sentence; ``candidates`` are those of its quotations."""
        reports = find_reports(reading, self.text, self.finder, self.names, self.level)
        if self.ended:
            ended = self.ended.pop()
            if candidates:
                self.go_on(ended, reading, candidates)
        if reports:
            weave(reading, candidates, reports, self.woven)
            if reports[-1].confidence >= _SURE:
                self.ended.append((reading, reports[-1], None))
        if candidates and self.level == "speech" and any(map(_is_loose, self.woven.all_now(candidates))):
            self.read_quoted(reading, candidates)

    def go_on(self, ended: _Ended, reading: Reading, candidates: Sequence[Candidate]) -> None:
        """Give a sentence that is but quotations to the report right before it: *Moe said he was late. | “I ran.”*."""
        before, report, head = ended
        beside = before.phrases[-1].last == reading.phrases[0].first and not reading.kinds.strip("Q.,;-~y)")
        if not beside or any(one.rule != "no_source" for one in candidates):
            return
        if head is None and not _ends(before, report):
            return
        head = head or candidates[0]
        given = [
            changed(one, source=report.source, cue=report.cue, addressee=report.addressee, rule="speech_goes_on",
                    confidence=report.confidence, continues=None if one is head else head)
            for one in candidates
        ]  # fmt: skip
        self.woven.changed.update(zip(map(id, candidates), given, strict=True))
        self.ended.append((reading, report, head))

    def read_quoted(self, reading: Reading, candidates: Sequence[Candidate]) -> None:
        """Give quoted words that nobody was found to say to a report of any kind around them: *thought it “late”*."""
        places = _places(reading)
        for report in find_quoting(reading, self.text, self.finder, self.names, _SURE):
            inside = [one for one in candidates if places.get(id(one.quotation)) in report.quotations]
            _takes(inside, report, self.woven, reading)


def _ends(reading: Reading, report: Report) -> bool:
    """Whether a report of what somebody said is the last thing in its sentence."""
    if report.source is None or report.said != "said" or group_of(report.frame) != "clause":
        return False
    last = max(report.source.extent.end, report.cue.extent.end, report.content[-1].end)
    words = len(reading.kinds.rstrip(".)y"))  # phrases but for the signs at the end
    return not words or reading.phrases[words - 1].start < last


def _places(reading: Reading) -> Mapping[int, int]:
    """Where each quotation stands among the phrases of a sentence, by ``id``."""
    return {id(phrase.quotation): at for at, phrase in enumerate(reading.phrases) if phrase.quotation is not None}


def weave(reading: Reading, candidates: Sequence[Candidate], reports: Sequence[Report], woven: Woven) -> None:
    """Put together the candidates and the reports of one sentence."""
    left = _left(reading, candidates, reports, woven) if candidates else reports
    woven.reports.extend(left)
    if left:
        woven.outer.update(_outer([*woven.all_now(candidates)], candidates, left))


def _left(
    reading: Reading, candidates: Sequence[Candidate], reports: Sequence[Report], woven: Woven
) -> Sequence[Report]:
    """The reports that are not the clause of a quotation inside them: the others are woven in."""
    places = _places(reading)
    left: list[Report] = []
    served = {one.verb for one in candidates if one.verb is not None}
    whole = {one.verb for one in candidates if not one.silent and one.kind == "direct"}
    for report in reports:
        inside = [one for one in candidates if places.get(id(one.quotation)) in report.quotations]
        also = report.verb not in whole and report.frame in _TELLING  # said it rained, pointing to the “lake”
        if not _takes(inside, report, woven, reading) and (also or report.verb not in served):
            left.append(report)
    return left


def _takes(inside: Sequence[Candidate], report: Report, woven: Woven, reading: Reading) -> bool:
    """Whether the report is the clause of quotations inside it; they get it."""
    own = [one for one in inside if one.verb == report.verb or one.cue == report.cue]
    if own:
        for one in own:
            woven.changed[id(one)] = changed(one, kind="mixed", clause=report.clause)
        return True
    inside = [one for one in inside if not one.silent or _is_loose(one)]  # without titles and names
    telling = report.confidence >= _SURE and group_of(report.frame) == "clause"
    loose = [one for one in inside if _is_loose(one) or (telling and _is_told(one, reading))]
    if not loose or len(loose) < len(inside):
        return False
    if report.said == "unsaid" and telling:
        woven.changed.update((id(one), changed(one, silent=True, use="unsaid")) for one in loose)
        return True  # nobody said that the ferry was “safe”
    head = loose[0]
    woven.changed[id(head)] = _governed(head, report)
    for one in loose[1:]:
        woven.changed[id(one)] = changed(_governed(one, report), continues=head)
    return True


def _is_loose(candidate: Candidate) -> bool:
    """Whether nobody was found to say it, and it is no title or name: then it is part of the report around it."""
    if candidate.silent or candidate.nameless:
        return candidate.use in ("scare", "speech")
    return candidate.source is None and candidate.continues is None


def _is_told(candidate: Candidate, reading: Reading) -> bool:
    """Whether the verb beside a quotation does not report by itself: *said she would build “an ark”*."""
    if _is_own(candidate):
        return True
    if candidate.verb is None or candidate.verb >= len(reading.phrases):
        return False  # no verb, or one of another sentence
    if candidate.said != "said":
        return True
    if candidate.confidence < _DOUBTFUL and not _says_itself(candidate, candidate.verb, reading):
        return True
    group = reading.phrases[candidate.verb].group
    return group is not None and not (group.verb is not None and group.verb.strong)


def _is_own(candidate: Candidate) -> bool:
    """Whether the words hang on a noun of him who reports them: *said | his worry is that it is “odd”*."""
    noun = candidate.cue is not None and candidate.cue.form == "noun"
    return noun and candidate.source is not None and candidate.source.form == "pronoun"


def _says_itself(candidate: Candidate, verb: int, reading: Reading) -> bool:
    """Whether somebody else spoke: *said Moe called it “an ark”*, not *he would call it*, *Moe saw a need for*."""
    between = reading.kinds[verb + 1 : _places(reading).get(id(candidate.quotation))]
    return candidate.confidence >= _HOPELESS and _PARTS.isdisjoint(between)


def _governed(candidate: Candidate, report: Report) -> Candidate:
    return changed(
        candidate, kind="mixed", source=report.source, cue=report.cue, addressee=report.addressee, clause=report.clause,
        said=report.said, silent=False, nameless=False, use="speech", verb=report.verb,
        rule=report.rule, confidence=report.confidence,
    )  # fmt: skip


def _outer(
    now: Sequence[Candidate], candidates: Sequence[Candidate], reports: Sequence[Report]
) -> Mapping[int, Report]:
    """The smallest report around each candidate and each report, by ``id``."""
    ordered = sorted(reports, key=lambda report: sum(span.end - span.start for span in report.content))
    stretches = [(span.start, span.end, report) for report in ordered for span in report.content]
    things = [(id(one), one.quotation.span) for one, each in zip(candidates, now, strict=True) if not each.silent]
    things += [(id(one), one.cue.extent) for one in reports]
    found = {}
    for thing, span in things:
        first, last = span.start, span.end
        around = next((one for start, end, one in stretches if start <= first and last <= end), None)
        if around is not None:
            found[thing] = around
    return found
