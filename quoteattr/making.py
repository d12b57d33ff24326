"""maker: what makes the objects of a frozen class, in half the time or less.

A frozen class refuses assignments, so its own ``__init__`` has to call something for each field. A maker fills in an
object of a twin of the class that is not frozen, and makes it one of the class once it is whole. Stages that make
objects for each quotation of a text use it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from attrs import Attribute, field, fields, make_class

P = ParamSpec("P")
T = TypeVar("T")


def maker(cls: Callable[P, T]) -> Callable[P, T]:
    """What takes the fields of a class by place and gives an object of it.

    The class must be one of attrs that is frozen and has no slot for weak references, no converters and no validators.

    >>> from quoteattr import Span
    >>> maker(Span)(5, 9, "said")
    Span(start=5, end=9, text='said')
    """
    given: tuple[Attribute[Any], ...] = fields(cast("Any", cls))
    same = {each.name: field(default=each.default) for each in given}
    twin: Any = make_class("Twin", same, slots=True, weakref_slot=False)

    def make(*values: Any) -> T:
        made = twin(*values)
        made.__class__ = cls
        return cast("T", made)

    return cast("Callable[P, T]", make)
