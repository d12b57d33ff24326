"""changed: a copy of a frozen object with some of its fields changed.

It does what ``attrs.evolve`` does in half the time, for which fields a class has is looked up once. Stages that
change an object for each quotation of a text use it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from attrs import fields

T = TypeVar("T")


@cache
def _fields_of(cls: Any) -> tuple[Mapping[str, int], Callable[[Any], tuple[Any, ...]]]:
    """The place of each field that a class is made from, and what reads them all."""
    given = [field for field in fields(cls) if field.init]
    return {field.alias: at for at, field in enumerate(given)}, attrgetter(*[field.name for field in given])


def changed(given: T, **changes: object) -> T:
    """The same with other values for some fields. Its class must take its fields by place.

    >>> from quoteattr import Span
    >>> changed(Span(5, 9, "said"), end=7, text="sa")
    Span(start=5, end=7, text='sa')
    """
    cls: Any = type(given)
    places, values = _fields_of(cls)
    made = list(values(given))
    for name, value in changes.items():
        made[places[name]] = value
    result: T = cls(*made)
    return result


def values_of(given: Any) -> tuple[Any, ...]:
    """The values of its fields, from which its class makes another one like it.

    >>> from quoteattr import Span
    >>> values_of(Span(5, 9, "said"))
    (5, 9, 'said')
    """
    cls: Any = type(given)
    return _fields_of(cls)[1](given)
