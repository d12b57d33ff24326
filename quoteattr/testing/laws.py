"""check_laws: what every result must keep, whatever the text and whatever the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, pairwise

from quoteattr import Attribution, Quotation, Result, Span, attribute


def check_laws(text: str, attribute: Callable[[str], Result] = attribute) -> Result:
    """The result for a text, held against the laws; ``AssertionError`` for one that is broken.

    The laws: the text is kept; every span fits it; contents nest or stand apart and never cross; a second
    run gives the same; a result saved and read again is the same; the segments joined are the text.

    >>> check_laws("“It is late,” said Ann. Nobody heard “her.")[0].source.text
    'Ann'
    """
    result = attribute(text)
    _must(result.text == text, "the text is not the one given")
    for span in chain.from_iterable(_spans_of(one) for one in result):
        _check_span(span, text)
    for quotation in _all_quotations(result.quotations):
        _check_span(quotation.span, text)
        _check_span(quotation.inner, text)
        _must(quotation.span.holds(quotation.inner), f"{quotation} is larger inside than outside")
    for diagnostic in result.diagnostics:
        _check_span(diagnostic.span, text)
    _check_nesting(result)
    _must(attribute(text) == result, "a second run gives another result")
    _must(Result.from_dict(result.to_dict()) == result, "the result read again is another one")
    pieces = [segment.span for segment in result.segments()]
    _must("".join(span.text for span in pieces) == text, "the segments joined are not the text")
    _must(all(left.end == right.start for left, right in pairwise(pieces)), "segments overlap or leave gaps")
    return result


def _spans_of(attribution: Attribution) -> Iterable[Span]:
    """Every span of an attribution."""
    yield from attribution.content
    if attribution.clause is not None:
        yield attribution.clause
    for mention in (attribution.source, attribution.addressee):
        if mention is not None:
            yield from (mention.span, mention.head, mention.extent)
            if mention.description is not None:
                yield mention.description
    if attribution.cue is not None:
        yield from attribution.cue.spans
        yield attribution.cue.extent


def _all_quotations(quotations: Iterable[Quotation]) -> Iterable[Quotation]:
    for quotation in quotations:
        yield quotation
        yield from _all_quotations(quotation.children)


def _check_span(span: Span, text: str) -> None:
    _must(0 <= span.start <= span.end <= len(text), f"{span} is no stretch of the text")
    _must(span.text == text[span.start : span.end], f"{span} says other words than the text")


def _check_nesting(result: Result) -> None:
    """Contents of direct and mixed attributions nest or stand apart; the stretches of one stand apart."""
    for attribution in result:
        _must(bool(attribution.content), f"{attribution!r} has no content")
        for left, right in pairwise(attribution.content):
            _must(left.end <= right.start, f"{attribution!r} has stretches out of order")
    quoted = [span for one in result if one.kind != "indirect" for span in one.content]
    around: list[Span] = []
    for span in sorted(quoted, key=lambda span: (span.start, -span.end)):
        while around and around[-1].end <= span.start:
            around.pop()
        if around:
            _must(span.end <= around[-1].end, f"{span} and {around[-1]} cross")
            _must(span != around[-1], f"{span} is content twice")
        around.append(span)


def _must(holds: bool, law: str) -> None:
    """Assert, also where Python is told to leave assertions out."""
    if not holds:
        raise AssertionError(law)
