"""Asker: the rules asked about each quotation of a text, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import inf

from attrs import define, field

from .changed import changed
from .clauses import Reading, read_clauses
from .letters import Group
from .lexicon import Lexicon
from .names import NameIndex
from .passage import Candidate, Passage
from .phrases import Wanted, read_sentences
from .quotations import Quotation
from .rule import RuleSet
from .said import Said, said_of
from .sentences import last_sure_end, sure_ends
from .weave import Reporter
from .words import LONG, Words, read_parts, read_words

_OPEN = ":,-–—"
_BATCH = 40  # paragraphs that go through a stage before the next begins


@define(eq=False)
class Place:
    """A paragraph; with the quotations in it, what is told at the end of the one before, and the one after.

    Where it holds no quotations, ``parts`` are those that have words that report.
    """

    start: int
    end: int
    quotations: Sequence[Quotation]
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None
    parts: Sequence[tuple[int, int]] = ()


def places(
    paragraphs: Sequence[tuple[int, int]], quotations: Sequence[Quotation], reporter: Reporter | None = None
) -> Iterator[Place]:
    """The paragraphs that hold quotations, or words that report, in the order of the text."""
    at, count = 0, len(quotations)
    coming = quotations[0].span.start if count else inf
    for number, (start, end) in enumerate(paragraphs):
        if coming < end:
            first = at
            while coming < end:
                at += 1
                coming = quotations[at].span.start if at < count else inf
            before = outside(paragraphs[number - 1], quotations[first - 1] if first else None) if number else None
            after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            yield Place(start, end, quotations[first:at], before, after)
        elif reporter is not None and (parts := reporter.telling(start, end)):
            yield Place(start, end, (), parts=parts)


def outside(paragraph: tuple[int, int], last: Quotation | None) -> tuple[int, int]:
    """What stands in a paragraph behind the last quotation in it or before it."""
    start, end = paragraph
    if last is None or last.span.end <= start:
        return start, end
    return min(end, last.span.end), end


@define(eq=False)
class Asker:
    """Asks the rules about each quotation of a text, in the order of the text.

    The candidates that were taken are given away (``gather``) as soon as the reports of their sentences are found, with
    those of before that were named late since (:func:`named_late`).

    Some paragraphs at a time go through each stage (words, letters, phrases, clauses, rules, reports) before the next
    begins: that takes a tenth less time than one after the other through all stages, for a processor has the code and
    the tables of one stage at hand. A long paragraph goes through them part by part, for what a stage makes takes many
    times the room of the text.
    """

    text: str
    lexicon: Lexicon
    names: NameIndex
    rules: RuleSet
    reporter: Reporter | None = None
    gather: Callable[[list[Candidate], Sequence[Candidate]], object] | None = None
    found: list[Candidate] = field(factory=list)  # those not given away yet,
    late: list[Candidate] = field(factory=list)  # those named late since the last were given away,
    first: Candidate | None = None  # and the first of the text
    asked: list[tuple[Reading, list[Candidate]]] = field(factory=list)  # sentences whose reports are still to be found
    answers: dict[tuple[int, int], Sequence[Candidate]] | None = None  # of every rule, where they are wanted

    def readings(self, batch: Sequence[Place]) -> Sequence[Iterable[Reading]]:
        """The sentences of each paragraph that are worth reading."""
        if len(batch) == 1:
            return [self.by_parts(batch[0], self.settle)]
        return self.read([self.words(each) for each in batch])

    def words(self, place: Place) -> Words:
        """The words of what is read of a paragraph."""
        words = Words(self.text)
        for start, end in place.parts or (self.stretch(place),):
            words.read(start, end, place.quotations, self.lexicon, self.names.named)
        return words

    def stretch(self, place: Place) -> tuple[int, int]:
        """What of a paragraph is read: no sentences before its first quotation or behind its last that tell nothing."""
        text, start, end, quotations = self.text, place.start, place.end, place.quotations
        first = (quotations[0].label or quotations[0].span).start
        reporter = self.reporter
        if reporter is None:
            start = last_sure_end(text, start, first, self.lexicon)
            return start, next(sure_ends(text, quotations[-1].span.end, end, self.lexicon), end)
        for stop in sure_ends(text, start, first, self.lexicon):
            if reporter.may_report(start, stop):
                break
            start = stop
        last = quotations[-1].span.end
        for begin in reversed([*sure_ends(text, last, end, self.lexicon)]):
            if reporter.may_report(begin, end):
                break
            end = begin
        return start, end

    def by_parts(self, place: Place, after_each: Callable[[], None]) -> Iterator[Reading]:
        """The sentences of a paragraph, part by part; behind each the reports of it are found."""
        text, lexicon, named = self.text, self.lexicon, self.names.named
        for start, end in place.parts or (self.stretch(place),):
            for words in read_parts(text, start, end, place.quotations, lexicon, named):
                yield from self.read([words])[0]
                after_each()

    def read(self, paragraphs: Sequence[Words]) -> list[list[Reading]]:
        """The sentences of each of these words that are worth reading."""
        lexicon, worth = self.lexicon, None if self.reporter is None else self.worth
        return [
            [read_clauses(sentence, lexicon) for sentence in sentences]
            for sentences in read_sentences(paragraphs, lexicon, self.wanted, worth)
        ]

    def wanted(self, words: Words, begin: int, end: int) -> bool:
        """Whether a sentence is worth reading: it holds a quotation, or a word that reports."""
        return "Q" in words.tags[begin:end] or (self.reporter is not None and self.reporter.wants(words, begin, end))

    def worth(self, words: Words, begin: int, end: int, groups: Mapping[int, Group]) -> bool:
        """Whether a sentence that was wanted holds a quotation, or a verb that reports, once its letters are told."""
        reporter = self.reporter
        return reporter is None or "Q" in words.tags[begin:end] or reporter.tells(words, begin, end, groups)

    def ask(self, all_places: Iterable[Place]) -> None:
        """Ask about all paragraphs; the candidates of quotations in quotations come after those of theirs."""
        previous: Candidate | None = None
        for batch in _batches(all_places):
            for place, readings in zip(batch, self.readings(batch), strict=True):
                previous = self.ask_place(place, readings, previous)
            self.settle()

    def settle(self) -> None:
        """Find the reports of the sentences that were asked about, and give their candidates away."""
        self.report()
        if self.gather is not None:
            self.gather(self.found, self.late)
        self.found.clear()
        self.late.clear()

    def report(self) -> None:
        """Find the reports of the sentences that were asked about."""
        if self.reporter is not None:
            for reading, candidates in self.asked:
                self.reporter.read(reading, candidates)
        self.asked.clear()

    def ask_place(self, place: Place, readings: Iterable[Reading], previous: Candidate | None) -> Candidate | None:
        """Ask about a paragraph and about what is quoted inside its quotations."""
        if not place.quotations:
            for reading in readings:
                self.asked.append((reading, []))
            return previous
        previous = self.ask_paragraph(place, readings, previous, nested=False)
        waiting = [place]
        while waiting:
            for quotation in waiting.pop().quotations:
                if quotation.children:
                    inner = Place(quotation.inner.start, quotation.inner.end, quotation.children)
                    self.ask_paragraph(inner, self.by_parts(inner, self.report), None, nested=True)
                    waiting.append(inner)
        return previous

    def ask_paragraph(
        self, place: Place, readings: Iterable[Reading], previous: Candidate | None, *, nested: bool
    ) -> Candidate | None:
        """Ask about the quotations of a paragraph; the last candidate that was taken comes back."""
        before: Reading | None = None
        previous_reading: Reading | None = None
        turn: Candidate | None = None
        introduced = None if nested else self.introduction(place)
        for reading in readings:
            known = len(self.found)
            first = reading.phrases[0].start == place.start
            if before is not None and before.phrases[-1].last != reading.phrases[0].first:
                before = None  # the sentence between them was not worth reading
            for at, quotation in reading.quoted():
                passage = Passage(
                    self.text, self.lexicon, quotation, reading, at, self.names, previous, previous_reading, turn,
                    before, introduced if first else None, self.byline_after(place, quotation), first,
                    quotation.span.start == place.start and quotation.span.end == place.end, nested,
                )  # fmt: skip
                taken = self.answer(passage)
                first = False
                if taken is None:
                    continue
                said = how_said(taken, reading)
                if said != "said":
                    taken = changed(taken, said=said)
                if previous is not None and quotation.continues and self.names_late(taken, previous):
                    taken = named_late(taken, previous)
                    self.late += first_of(taken), previous
                if goes_on_with(taken, previous) and previous_reading is reading:
                    taken = changed(taken, continues=previous)
                self.found.append(taken)
                self.first = self.first or taken
                aside = taken.source is None and previous_reading is reading
                if not taken.silent and not taken.nameless and not aside:
                    if taken.kind == "direct" or previous_reading is not reading:
                        turn = taken
                    previous, previous_reading = taken, reading
            if self.reporter is not None and not nested:
                self.asked.append((reading, self.found[known:]))
            before = reading
        return previous

    def names_late(self, taken: Candidate, previous: Candidate) -> bool:
        """Whether a report behind the last paragraph of a speech is the first that says whose it is.

        Two paragraphs in the middle of a text are rather two speeches, the first of which lost its closing mark.
        """
        if previous.source is not None or taken.source is None:
            return False
        head = first_of(previous)
        return head is not previous or head is self.first

    def answer(self, passage: Passage) -> Candidate | None:
        """The first answer of the rules; all others are asked only where somebody wants to know."""
        if self.answers is None:
            return self.rules.ask(passage)
        span = passage.quotation.span
        found = self.answers[span.start, span.end] = tuple(self.rules.ask_all(passage))
        return next(iter(found), None)

    def byline_after(self, place: Place, quotation: Quotation) -> Reading | None:
        """The next paragraph, where it begins with a dash right after the quotation."""
        if place.after is None or quotation.span.end != place.end or self.text[place.after[0]] not in "-–—―~":
            return None
        return self.one_of(*place.after, lambda _, begin, __: begin == 0)

    def introduction(self, place: Place) -> Callable[[], Reading | None] | None:
        """What reads the end of the paragraph before, where that is open: *said:*, *said,*, *said —*, *said*."""
        if place.before is None or place.quotations[0].span.start > place.start:
            return None
        start, end = place.before
        last = self.text[end - 1]
        if start == end or not (last in _OPEN or last.islower()):
            return None
        start = last_sure_end(self.text, start, end, self.lexicon)
        return partial(self.one_of, start, end, lambda words, _, stop: stop == len(words.tags))

    def one_of(self, start: int, end: int, wanted: Wanted) -> Reading | None:
        """The one sentence that is wanted of a stretch without quotations."""
        words = read_words(self.text, start, end, (), self.lexicon, self.names.named)
        found = read_sentences([words], self.lexicon, wanted)[0]
        return read_clauses(found[0], self.lexicon) if found else None


def _batches(places: Iterable[Place]) -> Iterator[list[Place]]:
    """Some paragraphs at a time; a long one stands alone."""
    batch: list[Place] = []
    length = 0
    for place in places:
        length += place.end - place.start
        if batch and (len(batch) == _BATCH or length > LONG):
            yield batch
            batch, length = [], place.end - place.start
        batch.append(place)
    if batch:
        yield batch


def how_said(taken: Candidate, reading: Reading) -> Said:
    """Whether the words were said, as the verb that reports them tells, where it stands in this sentence."""
    if taken.verb is None or taken.cue is None or taken.verb >= len(reading.phrases):
        return "said"
    phrase = reading.phrases[taken.verb]
    here = phrase.start <= taken.cue.spans[-1].start < phrase.end
    return said_of(reading, taken.verb) if here else "said"


def named_late(taken: Candidate, previous: Candidate) -> Candidate:
    """The last part of a speech, whose beginning gets what is told behind it."""
    head = first_of(previous)
    for one in (head, previous):
        one.source, one.cue, one.addressee = taken.source, taken.cue, taken.addressee
        one.rule, one.confidence, one.nameless = taken.rule, taken.confidence, False
    return changed(taken, continues=head)


def first_of(candidate: Candidate) -> Candidate:
    """The candidate with which the speech begins that one goes on with."""
    while candidate.continues is not None:
        candidate = candidate.continues
    return candidate


def goes_on_with(taken: Candidate, previous: Candidate | None) -> bool:
    """Whether the same cue reports both: *said it was “late” and “wet”*, not *was “late,” Moe said: “Go.”*."""
    if previous is None or taken.continues is not None or taken.cue is None or taken.verb != previous.verb:
        return False
    if taken.verb is None and taken.cue != previous.cue:
        return False
    if taken.source is not None and previous.source is not None and taken.source.span != previous.source.span:
        return False  # one called it “x”; another, “y”
    return taken.kind in (previous.kind, "mixed")
