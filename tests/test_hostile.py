"""Texts that nobody writes: the laws hold for them, and no depth of the text is a depth of calls."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from quoteattr import attribute
from quoteattr.testing import check_laws
from quoteattr.testing.hostile import HOSTILE, Make, name

SMALL = 700
SHALLOW = 120  # calls in one another: far fewer than what is nested in these texts

texts = pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)


@contextmanager
def few_calls_deep() -> Iterator[None]:
    """Fail where a function calls itself for each thing that is nested."""
    before = sys.getrecursionlimit()
    attribute("“Warm,” said Ann Lee.")  # imports and tables are deep and done once
    sys.setrecursionlimit(len(inspect.stack(0)) + SHALLOW)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


@texts
def test_a_hostile_text_keeps_the_laws(make: Make) -> None:
    check_laws(make(SMALL))


@texts
def test_nothing_is_read_by_recursion(make: Make) -> None:
    text = make(3 * SMALL)
    with few_calls_deep():
        attribute(text, indirect="all").to_json()


@texts
def test_a_hostile_text_is_as_long_as_asked_for(make: Make) -> None:
    assert [len(make(size)) for size in (0, 1, 2, 333)] == [0, 1, 2, 333]


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 30


def test_no_two_numbers_have_the_same_name() -> None:
    assert len({name(number) for number in range(6000)}) == 6000
