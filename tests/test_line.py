"""A line answers as a list of its exchanges does, whichever of them are settled."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from attrs import astuple
from hypothesis import given

from quoteattr.exchange import Exchange, Gap
from quoteattr.line import Line
from quoteattr.persons import Person

PERSONS = [Person(number) for number in range(3)]
SOMEBODY = st.sampled_from(PERSONS) | st.none()
GAPS: tuple[Gap | None, ...] = (None, "in the same paragraph", "in the next paragraph")


@st.composite
def exchanges(draw: st.DrawFn) -> list[Exchange]:
    """Exchanges as they are once their sources are read."""
    made = []
    for number in range(draw(st.integers(0, 300))):
        start, length = draw(st.integers(0, 10**10)), draw(st.integers(0, 99))
        exchange = Exchange([], number + 3, number, number // 2, start, start + length, draw(SOMEBODY))
        exchange.likely = exchange.settled
        exchange.kind, exchange.gap = draw(st.sampled_from(("direct", "indirect"))), draw(st.sampled_from(GAPS))
        exchange.gender, exchange.key = draw(st.sampled_from("mfu")), draw(st.sampled_from(("", "girl")))
        exchange.told, exchange.inside = draw(SOMEBODY), draw(st.booleans())
        made.append(exchange)
    return made


def told(given: Any) -> list[tuple[Any, ...]]:
    return [astuple(each, recurse=False) for each in given]


@given(exchanges(), st.data())
def test_a_line_answers_as_a_list(given: list[Exchange], data: st.DataObject) -> None:
    line = Line([])
    for exchange in given:
        line.append(exchange)
    assert len(line) == len(given)
    assert told(line) == told(given)
    assert [one is each for one, each in zip(line, given, strict=True)] == [each.settled is None for each in given]
    for part in data.draw(st.lists(st.slices(len(given)), max_size=5)):
        assert told(line[part]) == told(given[part])
    for at in data.draw(st.lists(st.integers(-len(given), len(given) - 1), max_size=5)) if given else ():
        assert told([line[at]]) == told([given[at]])
    for at, exchange in enumerate(line):
        if exchange.settled is PERSONS[0]:
            exchange.settled = exchange.likely = given[at].settled = given[at].likely = PERSONS[1]
            line[at] = exchange
    assert told(line) == told(given)
    assert told(line.emptied()) == told(given)
