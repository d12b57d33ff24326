"""From objects to plain data and back: what ``Result.to_dict`` and ``Result.from_dict`` are made of.

A :class:`Span` is saved as ``[start, end]``, a tuple as a list, a frozen class as a dict of its
fields; words, numbers and None stay what they are. Reading is led by the types of the fields, so
that a class which gains a field needs no change here, and each fault is named with its place.
An attribution is written by hand: it has the keys of the gold format, over which a mention and a cue
are spread.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import field, frozen

from .attribution import Attribution, How, Kind, Rejected
from .cues import Cue, CueForm
from .errors import ResultError
from .mentions import Mention, MentionForm
from .resolve import Speaker
from .said import Said
from .span import Span


def save(value: Any) -> Any:
    """The value as plain data, ready for JSON.

    >>> save((Span(5, 9, "said"), None, "m"))
    [[5, 9], None, 'm']
    """
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [save(one) for one in value]
    if attrs.has(type(value)):
        return {one.name: save(getattr(value, one.name)) for one in attrs.fields(type(value))}
    return value


@cache
def _types_of(wanted: type) -> dict[str, Any]:
    return get_type_hints(wanted)


@frozen
class Reader:
    """Reads saved data about one text.

    >>> from quoteattr.mentions import Mention
    >>> Reader("Ann said so.").read(tuple[Span, ...], [[4, 99]], "cue")
    Traceback (most recent call last):
        ...
    quoteattr.errors.ResultError: cue[0]: end 99 is beyond the text's 12 characters
    """

    text: str

    def read(self, wanted: Any, data: Any, place: str) -> Any:
        """The value of the type ``wanted`` that was saved as ``data``; ``place`` is for messages."""
        origin, arguments = get_origin(wanted), get_args(wanted)
        if origin in (Union, types.UnionType):
            (inner,) = (one for one in arguments if one is not type(None))
            return None if data is None else self.read(inner, data, place)
        if origin is Literal:
            if data not in arguments:
                raise ResultError(f"{place}: {data!r} is none of {', '.join(map(repr, arguments))}")
            return data
        if origin is tuple:
            return tuple(
                self.read(arguments[0], one, f"{place}[{at}]") for at, one in enumerate(expect(list, data, place))
            )
        if wanted is Span:
            return self.span(data, place)
        if attrs.has(wanted):
            return self.thing(wanted, data, place)
        return expect(wanted, data, place)

    def span(self, data: Any, place: str) -> Span:
        """The span saved as ``[start, end]``."""
        numbers = expect(list, data, place)
        if len(numbers) != 2:
            raise ResultError(f"{place}: a span is [start, end], not {len(numbers)} things")
        start, end = (expect(int, number, place) for number in numbers)
        if start < 0:
            raise ResultError(f"{place}: start {start} is before the text")
        if end > len(self.text):
            raise ResultError(f"{place}: end {end} is beyond the text's {len(self.text)} characters")
        if end < start:
            raise ResultError(f"{place}: end {end} is before start {start}")
        return Span.of(self.text, start, end)

    def thing(self, wanted: Any, data: Any, place: str) -> Any:
        """The frozen class saved as a dict of its fields; keys it does not know are passed over."""
        saved, hints, values = expect(Mapping, data, place), _types_of(wanted), {}
        for one in attrs.fields(wanted):
            if one.name in saved:
                values[one.name] = self.read(hints[one.name], saved[one.name], f"{place}.{one.name}")
            elif one.default is attrs.NOTHING:
                raise ResultError(f"{place}: no {one.name!r}")
        return wanted(**values)


_NAMES = {list: "a list", str: "a string", int: "a whole number", float: "a number", bool: "true or false"}


def expect(wanted: type, data: Any, place: str) -> Any:
    """The data itself where it is of the type that JSON gives, else a :class:`ResultError`.

    >>> expect(int, True, "start")
    Traceback (most recent call last):
        ...
    quoteattr.errors.ResultError: start: a whole number is wanted, not True
    """
    if wanted is list and isinstance(data, tuple):
        return list(data)
    if wanted is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if not isinstance(data, wanted) or (isinstance(data, bool) and wanted is not bool):
        raise ResultError(f"{place}: {_NAMES.get(wanted, 'an object')} is wanted, not {_short(data)}")
    return data


def _short(data: object) -> str:
    shown = repr(data)
    return shown if len(shown) <= 40 else f"{shown[:37]}…"


# Attributions, with what they share: speakers, and the attributions that report others.


def save_attributions(attributions: Sequence[Attribution], speakers: Sequence[Speaker]) -> list[dict[str, Any]]:
    """The attributions of a result with the keys of the gold format, and all else that is known.

    ``reported_by`` is an index into the list itself, ``speaker_index`` one into the speakers.
    """
    among_attributions, among_speakers = _places(attributions), _places(speakers)

    def index(wanted: Any, among: Sequence[Any], places: dict[int, int]) -> int | None:
        if wanted is None:
            return None
        at = places.get(id(wanted))
        if at is None and wanted in among:  # equal, but another object
            at = among.index(wanted)
        if at is None:
            raise ResultError(f"an attribution refers to what the result does not hold: {wanted!r}")
        return at

    return [
        _save_attribution(
            at,
            one,
            index(one.speaker, speakers, among_speakers),
            index(one.reported_by, attributions, among_attributions),
        )
        for at, one in enumerate(attributions)
    ]


def _places(things: Sequence[object]) -> dict[int, int]:
    return {id(one): at for at, one in enumerate(things)}


def _save_attribution(at: int, one: Attribution, speaker_index: int | None, reported_by: int | None) -> dict[str, Any]:
    source, cue, speaker = one.source, one.cue, one.speaker
    saved = {
        "id": f"A{at}",
        "kind": one.kind,
        "content": save(one.content),
        "source": source and [save(source.span)],
        "cue": cue and save(cue.spans),
        "speaker": speaker and speaker.name,
        "how": one.how,
        "said": one.said,
        "rule": one.rule,
        "confidence": one.confidence,
        "speaker_index": speaker_index,
        "aliases": list(speaker.aliases) if speaker else [],
        "source_form": source and source.form,
        "source_head": source and save(source.head),
        "description": source and save(source.description),
        "cue_lemma": cue and cue.lemma,
        "cue_form": cue and cue.form,
        "addressee": save(one.addressee),
        "reported_by": reported_by,
        "wide": {
            "source": source and [save(source.extent)],
            "cue": cue and [save(cue.extent)],
            "content": None if one.clause is None else [save(one.clause)],
        },
        "evidence": save(one.evidence),
    }
    if one.rejected:
        saved["rejected"] = save(one.rejected)
    return saved


@frozen
class AttributionReader:
    """Reads the attributions of a saved result, each when it or one that it reports is wanted."""

    reader: Reader
    speakers: tuple[Speaker, ...]
    saved: list[Any]
    done: dict[int, Attribution] = field(factory=dict)

    def all(self) -> tuple[Attribution, ...]:
        """All of them, in their order."""
        return tuple(self.at(at, ()) for at in range(len(self.saved)))

    def at(self, at: int, inner: tuple[int, ...]) -> Attribution:
        """The attribution at an index; ``inner`` are those that led to it by their ``reported_by``."""
        if at not in self.done:
            self.done[at] = self.one(at, (*inner, at))
        return self.done[at]

    def one(self, at: int, inner: tuple[int, ...]) -> Attribution:
        """The attribution at an index, read now."""
        place = f"attributions[{at}]"
        saved = expect(Mapping, self.saved[at], place)
        wide = expect(Mapping, saved.get("wide") or {}, f"{place}.wide")
        flat = {**saved, **{f"wide.{role}": spans for role, spans in wide.items()}}

        def get(wanted: Any, key: str, default: Any = None) -> Any:
            return self.reader.read(wanted, flat.get(key, default), f"{place}.{key}")

        def get_one(key: str, default: Span | None = None) -> Span | None:
            spans = get(_Spans | None, key)
            if spans and len(spans) > 1:
                raise ResultError(f"{place}.{key}: one span is wanted, not {len(spans)}")
            return spans[0] if spans else default

        content, source, cue = get(_Spans, "content", ()), get_one("source"), get(_Spans | None, "cue")
        if not content:
            raise ResultError(f"{place}.content: no span")
        share = get(float, "confidence", 1.0)
        if not 0 <= share <= 1:
            raise ResultError(f"{place}.confidence: {share} is not from 0 to 1")
        return Attribution(
            kind=get(Kind, "kind"),
            content=content,
            clause=get_one("wide.content"),
            source=None if source is None else self.source(source, get, get_one),
            cue=None if not cue else self.cue(cue, get, get_one),
            speaker=self.speaker(get(str | None, "speaker"), get(int | None, "speaker_index"), place),
            addressee=get(Mention | None, "addressee"),
            reported_by=self.reported_by(get(int | None, "reported_by"), place, inner),
            how=get(How | None, "how") or "implicit",
            said=get(Said, "said", "said"),
            rule=get(str, "rule", ""),
            confidence=share,
            evidence=get(tuple[str, ...], "evidence", ()),
            rejected=get(tuple[Rejected, ...], "rejected", ()),
        )

    @staticmethod
    def source(span: Span, get: Any, get_one: Any) -> Mention:
        """The mention that the keys of an attribution describe."""
        head = get(Span | None, "source_head")
        return Mention(
            span=span,
            form=get(MentionForm, "source_form", "name"),
            head=span if head is None else head,
            extent=get_one("wide.source", span),
            description=get(Span | None, "description"),
        )

    def cue(self, spans: tuple[Span, ...], get: Any, get_one: Any) -> Cue:
        """The cue that the keys of an attribution describe."""
        whole = Span.of(self.reader.text, min(one.start for one in spans), max(one.end for one in spans))
        return Cue(
            spans=spans,
            lemma=get(str, "cue_lemma", spans[0].text),
            form=get(CueForm, "cue_form", "verb"),
            extent=get_one("wide.cue", whole),
        )

    def speaker(self, name: str | None, at: int | None, place: str) -> Speaker | None:
        """The speaker at an index; without an index, the first of that name, or a new one."""
        if name is None:
            return None
        if at is None:
            return next((one for one in self.speakers if one.name == name), Speaker(name))
        self.expect_index(at, self.speakers, "speakers", f"{place}.speaker_index")
        if self.speakers[at].name != name:
            raise ResultError(f"{place}.speaker: {name!r} is not speakers[{at}], {self.speakers[at].name!r}")
        return self.speakers[at]

    def reported_by(self, at: int | None, place: str, inner: tuple[int, ...]) -> Attribution | None:
        """The attribution around this one."""
        if at is None:
            return None
        self.expect_index(at, self.saved, "attributions", f"{place}.reported_by")
        if at in inner:
            raise ResultError(f"{place}.reported_by: attribution {at} would report itself")
        return self.at(at, inner)

    @staticmethod
    def expect_index(at: int, among: Sequence[object], what: str, place: str) -> None:
        """Raise unless the index is one of theirs."""
        if not 0 <= at < len(among):
            raise ResultError(f"{place}: there is no {what}[{at}], only {len(among)} of them")


_Spans = tuple[Span, ...]
