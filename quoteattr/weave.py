"""weave: reports and the quotations inside them put together.

A report that holds quoted words is the clause of their mixed attribution where both go with the same cue; a
report around another one tells by whom that one is reported; what is left are reports without marks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen

from .clauses import Reading
from .passage import Candidate
from .quotations import Quotation
from .reports import Report
from .span import Span


@frozen(eq=False)
class Woven:
    """What became of the candidates and the reports of a sentence.

    ``candidates`` are those given, some with a clause or, where nothing named a source, with the one of the
    report. ``reports`` are left as attributions of their own. ``outer`` has, by ``id``, the candidate or report
    around another one.
    """

    candidates: tuple[Candidate, ...]
    reports: tuple[Report, ...]
    outer: Mapping[int, Candidate | Report] = field(factory=dict)


def weave(reading: Reading, candidates: Sequence[Candidate], reports: Sequence[Report]) -> Woven:
    """Put together the candidates and the reports of one sentence."""
    places = {id(phrase.quotation): at for at, phrase in enumerate(reading.phrases) if phrase.quotation is not None}
    woven = list(candidates)
    left: list[Report] = []
    for report in reports:
        inside = [at for at, one in enumerate(woven) if places.get(id(one.quotation)) in report.quotations]
        if not _takes(woven, inside, report):
            left.append(report)
    return Woven(tuple(woven), tuple(left), _outer(woven, left))


def _takes(woven: list[Candidate], inside: Sequence[int], report: Report) -> bool:
    """Whether the report is the clause of quotations inside it; they get it."""
    own = [at for at in inside if woven[at].verb == report.verb and not woven[at].silent]
    loose = [at for at in inside if _is_loose(woven[at])]
    if own:
        for at in own:
            woven[at] = evolve(woven[at], kind="mixed", clause=report.clause)
    elif loose and len(loose) == len(inside):
        woven[loose[0]] = _governed(woven[loose[0]], report)
    return bool(own) or (bool(loose) and len(loose) == len(inside))


def _is_loose(candidate: Candidate) -> bool:
    """Whether nobody was found to say it, and it is no title or name: then it is part of the report around it."""
    if candidate.silent:
        return candidate.use == "scare"
    return candidate.source is None and candidate.continues is None


def _governed(candidate: Candidate, report: Report) -> Candidate:
    return evolve(
        candidate, kind="mixed", source=report.source, cue=report.cue, addressee=report.addressee, clause=report.clause,
        silent=False, nameless=False, use="speech", verb=report.verb, rule=report.rule, confidence=report.confidence,
    )  # fmt: skip


def _outer(candidates: Sequence[Candidate], reports: Sequence[Report]) -> dict[int, Candidate | Report]:
    """The smallest report around each candidate and each report, by ``id``."""
    found: dict[int, Candidate | Report] = {}
    ordered = sorted(reports, key=lambda report: sum(span.end - span.start for span in report.content))
    things: list[tuple[Candidate | Report, Span]] = [
        *((one, one.quotation.span) for one in candidates if not one.silent),
        *((one, one.cue.extent) for one in reports),
    ]
    for thing, span in things:
        around = next((one for one in ordered if one is not thing and _holds(one.content, span)), None)
        if around is not None:
            found[id(thing)] = around
    return found


def _holds(content: Sequence[Span], span: Span) -> bool:
    return any(each.start <= span.start and span.end <= each.end for each in content)


def unmarked(span: Span) -> Quotation:
    """A stretch without marks, for a candidate of a report."""
    return Quotation(span, span, "double", opened=False, closed=False)


def candidate_of(report: Report) -> Candidate:
    """A report as a candidate of its own."""
    return Candidate(
        unmarked(report.content[0]), "indirect", report.source, report.cue, report.addressee, verb=report.verb,
        rule=report.rule, confidence=report.confidence,
    )  # fmt: skip
