"""Asker: the rules asked about each quotation of a text, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from .clauses import Reading, read_clauses
from .lexicon import Lexicon
from .names import NameIndex
from .passage import Candidate, Passage
from .phrases import read_sentences, read_words
from .quotations import Quotation
from .rule import RuleSet
from .weave import Reporter


@frozen(eq=False)
class Place:
    """A paragraph with the quotations in it, and the ones before and after it."""

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
            before = paragraphs[number - 1] if number else None
            after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            yield Place(start, end, tuple(quotations[first:at]), before, after)


@frozen(eq=False)
class Asker:
    """Asks the rules about each quotation of a text, in the order of the text."""

    text: str
    lexicon: Lexicon
    names: NameIndex
    rules: RuleSet
    reporter: Reporter | None = None
    found: list[Candidate] = field(factory=list)

    def readings(self, start: int, end: int, quotations: Sequence[Quotation]) -> list[Reading]:
        words = read_words(self.text, start, end, quotations, self.lexicon)
        return [read_clauses(sentence, self.lexicon) for sentence in read_sentences(words, self.lexicon)]

    def ask(self, all_places: Iterable[Place]) -> list[Candidate]:
        previous: Candidate | None = None
        for place in all_places:
            previous = self.ask_place(place, previous, nested=False)
        return self.found

    def ask_place(self, place: Place, previous: Candidate | None, *, nested: bool) -> Candidate | None:
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
        before: Reading | None = None
        previous_reading: Reading | None = None
        turn: Candidate | None = None
        first = True
        for reading in self.readings(place.start, place.end, place.quotations):
            known = len(self.found)
            for at, phrase in enumerate(reading.phrases):
                if phrase.kind != "Q" or phrase.quotation is None:
                    continue
                passage = Passage(
                    self.text, self.lexicon, phrase.quotation, reading, at, self.names, previous, previous_reading,
                    turn, before, self.paragraph_before(place) if first and not nested else None,
                    self.byline_after(place, phrase.quotation), first,
                    len(reading.phrases) == 1, nested,
                )  # fmt: skip
                taken = self.rules.ask(passage)
                first = False
                if taken is None:
                    continue
                if goes_on_with(taken, previous) and previous_reading is reading:
                    taken = evolve(taken, continues=previous)
                self.found.append(taken)
                if not taken.silent and not taken.nameless:
                    if taken.kind == "direct" or previous_reading is not reading:
                        turn = taken
                    previous, previous_reading = taken, reading
            if self.reporter is not None and not nested:
                self.reporter.read(reading, self.found[known:])
            before = reading
            first = False
        return previous

    def byline_after(self, place: Place, quotation: Quotation) -> Reading | None:
        """The next paragraph, where it begins with a dash right after the quotation."""
        if place.after is None or quotation.span.end != place.end or self.text[place.after[0]] not in "-–—":
            return None
        return next(iter(self.readings(*place.after, ())), None)

    def paragraph_before(self, place: Place) -> Reading | None:
        if place.before is None or not self.text[: place.before[1]].endswith(":", max(0, place.before[1] - 1)):
            return None
        readings = self.readings(*place.before, ())
        return readings[-1] if readings else None


def goes_on_with(taken: Candidate, previous: Candidate | None) -> bool:
    """Whether the same verb reports both: *said it was “late” and “wet”*."""
    return previous is not None and taken.continues is None and taken.verb is not None and taken.verb == previous.verb
