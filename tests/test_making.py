from __future__ import annotations

from typing import Any

import pytest
from attrs import frozen
from attrs.exceptions import FrozenInstanceError

from quoteattr import Span
from quoteattr.making import maker


@frozen(weakref_slot=False)
class Ferry:
    name: str
    seats: int = 40
    crew: tuple[str, ...] = ()


def test_what_a_maker_makes_is_as_if_its_class_had_made_it() -> None:
    make: Any = maker(Ferry)
    for fields in (("Tern",), ("Tern", 12), ("Tern", 12, ("Ann", "Per"))):
        made = make(*fields)
        assert type(made) is Ferry
        assert made == Ferry(*fields)
        assert repr(made) == repr(Ferry(*fields))
    assert maker(Span)(2, 5, "Ann") == Span(2, 5, "Ann")


def test_what_a_maker_made_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        maker(Ferry)("Tern").seats = 3  # type: ignore[misc]


def test_a_maker_takes_no_more_and_no_fewer_fields_than_the_class() -> None:
    make: Any = maker(Ferry)
    with pytest.raises(TypeError):
        make()
    with pytest.raises(TypeError):
        make("Tern", 12, (), "more")
