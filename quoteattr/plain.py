"""Plain data and back: save, and Reader, which names the place of whatever is wrong.

A :class:`Span` is saved as ``[start, end]``, a tuple as a list, a frozen class as a dict of its
fields; words, numbers and None stay what they are. Reading is led by the types of the fields, so
that a class which gains a field needs no change here, and each fault is named with its place.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from .errors import ResultError
from .span import Span
from .strict import expect, short


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
        return {one.alias: save(getattr(value, one.alias)) for one in attrs.fields(type(value))}
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
                raise ResultError(f"{place}: {short(data)} is none of {', '.join(map(repr, arguments))}")
            return data
        if origin in (tuple, Sequence):
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
            if one.alias in saved:
                values[one.alias] = self.read(hints[one.name], saved[one.alias], f"{place}.{one.alias}")
            elif one.default is attrs.NOTHING:
                raise ResultError(f"{place}: no {one.alias!r}")
        return wanted(**values)
