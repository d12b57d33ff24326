"""The garbage collector is paused while a text is read, and afterwards as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from attrs import evolve

from quoteattr import Pipeline, attribute
from quoteattr.collection import no_collection
from quoteattr.tokens import find_paragraphs


@pytest.fixture
def _switched_off() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


def test_it_is_paused_while_a_text_is_read() -> None:
    seen = []

    def looking(text: str) -> list[tuple[int, int]]:
        seen.append(gc.isenabled())
        return list(find_paragraphs(text))

    evolve(Pipeline(), find_paragraphs=looking)("“It is late,” said Ann.")
    assert seen == [False]
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    def failing(_: str) -> list[tuple[int, int]]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        evolve(Pipeline(), find_paragraphs=failing)("“It is late,” said Ann.")
    assert gc.isenabled()


@pytest.mark.usefixtures("_switched_off")
def test_who_has_switched_it_off_keeps_it_off() -> None:
    attribute("“It is late,” said Ann.")
    assert not gc.isenabled()


def test_a_pause_inside_a_pause_ends_with_the_outer_one() -> None:
    with no_collection():
        with no_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
