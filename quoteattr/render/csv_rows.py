"""A result as comma-separated values: a row for each attribution."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from quoteattr import Attribution, Mention, Result, Span
from quoteattr.render.allowed import for_utf8
from quoteattr.render.cast import find_outer

COLUMNS: Final = (
    "document", "id", "kind", "speaker", "text", "start", "end", "content", "cue", "cue_lemma", "cue_spans",
    "source", "source_form", "source_start", "source_end", "addressee", "how", "said", "confidence",
    "speaker_confidence", "rule", "reported_by",
)  # fmt: skip
"""``content`` and ``cue_spans`` are spans as ``0-13;38-43``; ``reported_by`` is an ``id`` of the same document."""

HEADER: Final = ",".join(COLUMNS) + "\r\n"

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_csv_rows(result: Result, name: str) -> str:
    r"""A row for each attribution, as RFC 4180 has it, to stand below the ``HEADER``.

    Words that a spreadsheet would take for a formula (they begin with ``=``, ``+``, ``-`` or ``@``) get an
    apostrophe in front; ``start`` and ``end`` lead to the words as they are.

    >>> text = "=2+2\n“Late!”"
    >>> render_csv_rows(Result(text=text, attributions=(
    ...     Attribution(kind="direct", content=(Span.of(text, 0, 4),)),)), "a.txt")
    "a.txt,A0,direct,,'=2+2,0,4,0-4,,,,,,,,,implicit,said,1.0,0.0,,\r\n"
    """
    out = io.StringIO()
    rows = csv.writer(out)  # the dialect "excel" of the standard library is RFC 4180
    for at, (one, outer) in enumerate(zip(result, find_outer(result), strict=True)):
        reported_by = None if outer is None else f"A{outer}"
        rows.writerow(map(_cell, (name, f"A{at}", *_values(one), reported_by)))
    return out.getvalue()


def _values(one: Attribution) -> Iterable[object]:
    yield from (one.kind, one.speaker, one.text, one.start, one.content[-1].end, _spans(one.content))
    yield from (one.cue.text, one.cue.lemma, _spans(one.cue.spans)) if one.cue else (None,) * 3
    yield from _source(one.source)
    yield from (one.addressee, one.how, one.said, one.confidence, one.speaker_confidence, one.rule)


def _source(source: Mention | None) -> Iterable[object]:
    return (source.text, source.form, source.span.start, source.span.end) if source else (None,) * 4


def _spans(spans: Iterable[Span]) -> str:
    return ";".join(f"{span.start}-{span.end}" for span in spans)


def _cell(value: object) -> object:
    if value is None or isinstance(value, (int, float)):
        return value
    words = for_utf8(str(value))
    return f"'{words}" if words.startswith(_FORMULA) else words
