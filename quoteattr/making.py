"""maker: what makes the objects of a frozen class, in a third of the time.

A frozen class refuses assignments, so its own ``__init__`` has to call something for each field. A maker fills in an
object of a twin of the class that is not frozen, and makes it one of the class once it is whole. Stages that make
objects for each quotation of a text use it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from attrs import NOTHING, Attribute, fields

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
    names = [each.name for each in given]
    twin = type("Twin", (), {"__slots__": names})
    filled = [f" made.{name} = {name}" for name in names]
    lines = f"def make({', '.join(names)}):", " made = twin()", *filled, " made.__class__ = cls", " return made"
    scope: dict[str, Any] = {"twin": twin, "cls": cls}
    exec("\n".join(lines), scope)  # noqa: S102 - as attrs makes the methods of a class: a loop takes twice the time
    make = scope["make"]
    make.__defaults__ = tuple([each.default for each in given if each.default is not NOTHING])
    return cast("Callable[P, T]", make)
