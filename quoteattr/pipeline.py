"""Pipeline: every stage on one screen; attribute(text): all of them with their defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from attrs import evolve, field, frozen

from .attribution import Attribution
from .clauses import Reading, read_clauses
from .conversation import Turn
from .errors import OptionError, TextError
from .lexicon import Lexicon, english
from .names import NameIndex, find_names
from .passage import Candidate, Passage
from .phrases import read_sentences, read_words
from .quotations import Diagnostic, Quotation, find_quotations
from .resolve import Resolution, Speaker, resolve_speakers
from .result import Result
from .rule import RuleSet
from .rules import RULES
from .tokens import find_paragraphs

Indirect = Literal["none", "speech", "all"]


@frozen(eq=False)
class Place:
    """A paragraph with the quotations in it, and the ones before and after it."""

    start: int
    end: int
    quotations: tuple[Quotation, ...]
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None


def places(paragraphs: Sequence[tuple[int, int]], quotations: Sequence[Quotation]) -> Iterator[Place]:
    """The paragraphs that hold quotations, in the order of the text."""
    at, count = 0, len(quotations)
    for number, (start, end) in enumerate(paragraphs):
        first = at
        while at < count and quotations[at].span.start < end:
            at += 1
        if at > first:
            before = paragraphs[number - 1] if number else None
            after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            yield Place(start, end, tuple(quotations[first:at]), before, after)


@frozen(eq=False)
class _Asker:
    """Asks the rules about each quotation of a text, in the order of the text."""

    text: str
    lexicon: Lexicon
    names: NameIndex
    rules: RuleSet
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


def turns_of(candidates: Sequence[Candidate]) -> tuple[list[Turn], list[Candidate]]:
    """The candidates put together to turns, in the order of the text, each with its first candidate."""
    groups: dict[int, list[Candidate]] = {}
    heads: dict[int, Candidate] = {}
    for candidate in candidates:
        if candidate.silent:
            continue
        head = candidate
        while head.continues is not None:
            head = head.continues
        heads[id(head)] = head
        groups.setdefault(id(head), []).append(candidate)
    ordered = sorted(heads.values(), key=lambda head: (head.quotation.span.start, -head.quotation.span.end))
    turns = [
        Turn(
            content=tuple(part.quotation.span for part in groups[id(head)]),
            kind=head.kind,
            source=head.source,
            cue=head.cue,
            addressee=head.addressee,
        )
        for head in ordered
    ]
    return turns, ordered


@frozen(kw_only=True)
class Pipeline:
    """Every stage, in the order in which it runs."""

    lexicon: Lexicon = field(factory=english)
    find_paragraphs: Callable[[str], Sequence[tuple[int, int]]] = find_paragraphs
    rules: RuleSet = RULES
    min_confidence: float = 0.0
    characters: tuple[object, ...] = ()

    def __call__(self, text: str) -> Result:
        """All that is found in a text."""
        paragraphs = self.find_paragraphs(text)
        quotations, diagnostics = find_quotations(text, paragraphs)
        if not quotations:
            return Result(text=text, diagnostics=diagnostics)
        names = find_names(text, self.lexicon)
        candidates = _Asker(text, self.lexicon, names, self.rules).ask(places(paragraphs, quotations))
        turns, heads = turns_of(candidates)
        named = [turn for turn, head in zip(turns, heads, strict=True) if not head.nameless]
        found = iter(resolve_speakers(text, paragraphs, quotations, named, self.lexicon, names=names, characters=self.characters))
        resolutions = [None if head.nameless else next(found) for head in heads]
        return self.result(text, quotations, diagnostics, candidates, turns, heads, resolutions)

    def result(
        self,
        text: str,
        quotations: Sequence[Quotation],
        diagnostics: tuple[Diagnostic, ...],
        candidates: Sequence[Candidate],
        turns: Sequence[Turn],
        heads: Sequence[Candidate],
        resolutions: Sequence[Resolution | None],
    ) -> Result:
        """The attributions of the turns, with their speakers."""
        attributions: list[Attribution] = []
        for turn, head, resolution in zip(turns, heads, resolutions, strict=True):
            confidence = round(head.confidence, 4)
            attributions.append(
                Attribution(
                    kind=head.kind, content=turn.content, clause=head.clause, source=head.source, cue=head.cue,
                    speaker=resolution.speaker if resolution else None,
                    addressee=head.addressee or (resolution.addressee if resolution else None),
                    how=resolution.how if resolution else "implicit",
                    rule=head.rule, confidence=confidence,
                    evidence=tuple(str(each.name) for each in resolution.evidence) if resolution else (),
                )
            )  # fmt: skip
        uses = {id(candidate.quotation): candidate.use for candidate in candidates}
        speakers = tuple(dict.fromkeys(a.speaker for a in attributions if a.speaker is not None))
        return Result(
            text=text,
            attributions=tuple(attributions),
            quotations=tuple(_used(quotation, uses) for quotation in quotations),
            speakers=speakers,
            diagnostics=diagnostics,
        )


def _used(quotation: Quotation, uses: dict[int, str]) -> Quotation:
    use = uses.get(id(quotation), quotation.use)
    return quotation if use == quotation.use else evolve(quotation, use=use)


def attribute(
    text: str,
    *,
    language: str = "en",
    indirect: Indirect = "speech",
    min_confidence: float = 0.0,
    rules: RuleSet = RULES,
    extensions: Sequence[str] = (),
    characters: Sequence[object] = (),
) -> Result:
    """Find every quotation of a text and who said it.

    Raises:
        TextError: ``text`` is no ``str``.
        OptionError: An option that nothing can be done with.

    >>> for a in attribute("“It is late,” said Ann Lee. “Go home.”"):
    ...     print(a.speaker, a.cue, a.text)
    Ann Lee said “It is late,” “Go home.”
    """
    if not isinstance(text, str):
        hint = "; decode bytes first, as in data.decode('utf-8')" if isinstance(text, (bytes, bytearray)) else ""
        message = f"attribute() takes a str, not {type(text).__name__}{hint}"
        raise TextError(message)
    if language != "en":
        message = f"no language {language!r}: the only one is 'en'"
        raise OptionError(message)
    if indirect not in ("none", "speech", "all"):
        message = f"indirect must be 'none', 'speech' or 'all', not {indirect!r}"
        raise OptionError(message)
    if not 0 <= min_confidence <= 1:
        message = f"min_confidence must be from 0 to 1, not {min_confidence!r}"
        raise OptionError(message)
    del extensions
    return Pipeline(rules=rules, min_confidence=min_confidence, characters=tuple(characters))(text)
