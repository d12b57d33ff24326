"""Asker: the rules asked about each quotation of a text, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field, frozen

from .changed import changed
from .clauses import Reading, read_clauses
from .lexicon import Lexicon
from .names import NameIndex
from .passage import Candidate, Passage
from .phrases import read_sentences
from .quotations import Quotation
from .rule import RuleSet
from .said import Said, said_of
from .weave import Reporter
from .words import Words, read_words

_OPEN = ":,-–—"


@define(eq=False)
class Place:
    """A paragraph with the quotations in it, what is told at the end of the one before, and the one after."""

    start: int
    end: int
    quotations: tuple[Quotation, ...]
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None


def places(
    paragraphs: Sequence[tuple[int, int]], quotations: Sequence[Quotation], reporter: Reporter | None = None
) -> Iterator[Place]:
    """The paragraphs that hold quotations, or words that report, in the order of the text."""
    at, count = 0, len(quotations)
    for number, (start, end) in enumerate(paragraphs):
        first = at
        while at < count and quotations[at].span.start < end:
            at += 1
        if at > first or (reporter is not None and reporter.may_report(start, end)):
            before = outside(paragraphs[number - 1], quotations[first - 1] if first else None) if number else None
            after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            yield Place(start, end, tuple(quotations[first:at]), before, after)


def outside(paragraph: tuple[int, int], last: Quotation | None) -> tuple[int, int]:
    """What stands in a paragraph behind the last quotation in it or before it."""
    start, end = paragraph
    return (start if last is None else min(end, max(start, last.span.end)), end)


@frozen(eq=False)
class Asker:
    """Asks the rules about each quotation of a text, in the order of the text."""

    text: str
    lexicon: Lexicon
    names: NameIndex
    rules: RuleSet
    reporter: Reporter | None = None
    found: list[Candidate] = field(factory=list)
    answers: dict[tuple[int, int], Sequence[Candidate]] | None = None  # of every rule, where they are wanted

    def readings(self, start: int, end: int, quotations: Sequence[Quotation]) -> Iterator[Reading]:
        """The sentences of a paragraph that are worth reading."""
        words = read_words(self.text, start, end, quotations, self.lexicon, self.names.named)
        for sentence in read_sentences(words, self.lexicon, self.wanted):
            yield read_clauses(sentence, self.lexicon)

    def wanted(self, words: Words, begin: int, end: int) -> bool:
        """Whether a sentence is worth reading: it holds a quotation, or a word that reports."""
        return "Q" in words.tags[begin:end] or (self.reporter is not None and self.reporter.wants(words, begin, end))

    def ask(self, all_places: Iterable[Place]) -> list[Candidate]:
        """The candidates that were taken, paragraph by paragraph; those of quotations in quotations after theirs."""
        previous: Candidate | None = None
        for place in all_places:
            previous = self.ask_place(place, previous, nested=False)
        return self.found

    def ask_place(self, place: Place, previous: Candidate | None, *, nested: bool) -> Candidate | None:
        """Ask about a paragraph and about what is quoted inside its quotations."""
        waiting = [(place, nested)]
        while waiting:
            here, inside = waiting.pop()
            last = self.ask_paragraph(here, None if inside else previous, nested=inside)
            if not inside:
                previous = last
            for quotation in here.quotations:
                if quotation.children:
                    inner = quotation.inner
                    waiting.append((Place(inner.start, inner.end, quotation.children), True))
        return previous

    def ask_paragraph(self, place: Place, previous: Candidate | None, *, nested: bool) -> Candidate | None:
        """Ask about the quotations of a paragraph; the last candidate that was taken comes back."""
        before: Reading | None = None
        previous_reading: Reading | None = None
        turn: Candidate | None = None
        introduced = None if nested else self.introduction(place)
        for reading in self.readings(place.start, place.end, place.quotations):
            known = len(self.found)
            first = reading.phrases[0].start == place.start
            if before is not None and before.phrases[-1].last != reading.phrases[0].first:
                before = None  # the sentence between them was not worth reading
            for at in reading.open_at:
                quotation = reading.phrases[at].quotation
                if quotation is None:
                    continue
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
                if goes_on_with(taken, previous) and previous_reading is reading:
                    taken = changed(taken, continues=previous)
                self.found.append(taken)
                aside = taken.source is None and taken.continues is None and previous_reading is reading
                if not taken.silent and not taken.nameless and not aside:
                    if taken.kind == "direct" or previous_reading is not reading:
                        turn = taken
                    previous, previous_reading = taken, reading
            if self.reporter is not None and not nested:
                self.reporter.read(reading, self.found[known:])
            before = reading
        return previous

    def answer(self, passage: Passage) -> Candidate | None:
        """The first answer of the rules; all others are asked only where somebody wants to know."""
        if self.answers is None:
            return self.rules.ask(passage)
        span = passage.quotation.span
        found = self.answers[span.start, span.end] = tuple(self.rules.ask_all(passage))
        return next(iter(found), None)

    def byline_after(self, place: Place, quotation: Quotation) -> Reading | None:
        """The next paragraph, where it begins with a dash right after the quotation."""
        if place.after is None or quotation.span.end != place.end or self.text[place.after[0]] not in "-–—":
            return None
        return next(self.whole(*place.after), None)

    def introduction(self, place: Place) -> Reading | None:
        """The last sentence of the paragraph before, where nothing ends it: *said:*, *said,*, *said —*, *said*."""
        if place.before is None or place.before[0] == place.before[1] or not place.quotations:
            return None
        last = self.text[place.before[1] - 1]
        if (last not in _OPEN and not last.islower()) or place.quotations[0].span.start > place.start:
            return None
        readings = list(self.whole(*place.before))
        return readings[-1] if readings else None

    def whole(self, start: int, end: int) -> Iterator[Reading]:
        """All sentences of a stretch without quotations."""
        words = read_words(self.text, start, end, (), self.lexicon, self.names.named)
        return (read_clauses(sentence, self.lexicon) for sentence in read_sentences(words, self.lexicon))


def how_said(taken: Candidate, reading: Reading) -> Said:
    """Whether the words were said, as the verb that reports them tells, where it stands in this sentence."""
    if taken.verb is None or taken.cue is None or taken.verb >= len(reading.phrases):
        return "said"
    phrase = reading.phrases[taken.verb]
    here = phrase.start <= taken.cue.spans[-1].start < phrase.end
    return said_of(reading, taken.verb) if here else "said"


def goes_on_with(taken: Candidate, previous: Candidate | None) -> bool:
    """Whether the same verb reports both: *said it was “late” and “wet”*, not *was “late,” Moe said: “Go.”*."""
    if previous is None or taken.continues is not None or taken.verb is None or taken.verb != previous.verb:
        return False
    return taken.kind in (previous.kind, "mixed")
