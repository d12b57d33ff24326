"""Rows: the attributions of many texts as columns, which the frames of all libraries are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from attrs import field, frozen

from quoteattr import Attribution, OptionError, QuoteattrError, Result, attribute_many

COLUMNS: Final[dict[str, type]] = {
    "attribution": int,
    "kind": str,
    "speaker": str,
    "text": str,
    "start": int,
    "end": int,
    "content": list,
    "cue": str,
    "cue_lemma": str,
    "cue_spans": list,
    "source": str,
    "source_form": str,
    "source_start": int,
    "source_end": int,
    "addressee": str,
    "how": str,
    "said": str,
    "confidence": float,
    "speaker_confidence": float,
    "rule": str,
    "reported_by": int,
    "error": str,
}
"""What a row says of an attribution.

``attribution`` counts them from 0 in each text, and ``reported_by`` is such a number; ``content`` and ``cue_spans`` are
lists of ``[start, end]``. A text without any has one row, in which all is empty, and so has a text that is none
(``None``) or that could not be done, but for the ``error``.
"""

_NOTHING: Final = (None,) * len(COLUMNS)


@frozen
class Rows:
    """Columns of equal length; ``places`` are the numbers of the texts that the rows are about."""

    places: list[int] = field(factory=list)
    columns: dict[str, list[Any]] = field(factory=lambda: {name: [] for name in COLUMNS})

    def add(self, place: int, values: Sequence[Any]) -> None:
        """Add a row."""
        self.places.append(place)
        for column, value in zip(self.columns.values(), values, strict=True):
            column.append(value)


def rows_of_texts(texts: Iterable[Any], *, processes: int | None = 1, **options: Any) -> Rows:
    """The attributions of texts, at least one row a text; options as for ``attribute_many``.

    >>> rows = rows_of_texts(["“It is late,” said Ann Lee. “Go,” she added.", None, "Noon.", 5])
    >>> rows.places, rows.columns["speaker"]
    ([0, 0, 1, 2, 3], ['Ann Lee', 'Ann Lee', None, None, None])
    >>> rows.columns["error"][-1]
    'this is no str, but int'
    """
    given = list(texts)
    outcomes = attribute_many(
        (text for text in given if text is not None), processes=processes, then=_rows_of, **options
    )
    rows = Rows()
    for place, text in enumerate(given):
        found = [_NOTHING] if text is None else next(outcomes)
        if isinstance(found, QuoteattrError):
            found = [(*_NOTHING[:-1], str(found).partition(": ")[2])]
        for values in found:
            rows.add(place, values)
    return rows


def _rows_of(result: Result) -> list[tuple[Any, ...]]:
    numbers = {id(one): number for number, one in enumerate(result)}
    return [(number, *_values(one), numbers.get(id(one.reported_by)), None) for number, one in enumerate(result)] or [
        _NOTHING
    ]


def _values(one: Attribution) -> Iterator[Any]:
    cue, source = one.cue, one.source
    yield from (one.kind, one.speaker and one.speaker.name, one.text, one.start, one.content[-1].end)
    yield [[span.start, span.end] for span in one.content]
    yield from (cue.text, cue.lemma, [[span.start, span.end] for span in cue.spans]) if cue else (None,) * 3
    yield from (source.text, source.form, source.span.start, source.span.end) if source else (None,) * 4
    yield from (one.addressee and one.addressee.text, one.how, one.said)
    yield from (one.confidence, one.speaker_confidence, one.rule)


def check_columns(columns: Collection[Any], column: Any) -> list[Any]:
    """The columns that are kept beside the one with the texts, if that is there, and no name would be there twice.

    >>> check_columns(["id", "text"], "text")
    ['id']

    Raises:
        OptionError: They cannot stand beside those of the attributions.
    """
    if column not in columns:
        raise OptionError(f"no column is named {column!r}; there are: {', '.join(map(str, columns))}")
    others = [one for one in columns if one != column]
    twice = [one for one in others if one in COLUMNS]
    if twice:
        raise OptionError(
            f"the attributions have columns of these names, too: {', '.join(twice)}; rename or drop yours"
        )
    return others
