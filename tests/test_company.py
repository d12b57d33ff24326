"""Company: who is about wherever a noun speaks tells whom it means, and who answers it that it means somebody else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st

from quoteattr import Result, attribute
from quoteattr.company import Company, share_near
from quoteattr.exchange import Exchange, Gap, Turn
from quoteattr.persons import Person
from quoteattr.resolve import _answers
from quoteattr.span import Span

ABOUT = st.dictionaries(st.integers(0, 60), st.lists(st.integers(0, 4), max_size=3), max_size=30)
PLACES = st.lists(st.integers(0, 60), min_size=1, max_size=12).map(sorted)


@given(ABOUT, PLACES)
def test_who_is_about_everywhere_is_not_about_more_anywhere(about: dict[int, list[int]], places: list[int]) -> None:
    near = share_near(about, places)
    assert all(0 < share <= 1 for share in near.values())
    assert Company.of(places, near, near, {}).most is None


@given(ABOUT, st.integers(0, 60), st.integers(1, 9))
def test_a_noun_of_one_place_tells_nothing_by_who_is_there(about: dict[int, list[int]], at: int, times: int) -> None:
    assert Company.of([at] * times, share_near(about, [at] * times), {}, {}).most is None


def test_who_is_about_nowhere_else_is_about_most() -> None:
    assert Company.of([10, 90], {1: 0.9, 2: 1.0}, {2: 1.0}, {}).most == 1


@given(PLACES, st.integers(0, 4))
def test_who_answers_once_may_be_a_slip(places: list[int], person: int) -> None:
    assert Company.of(places, {}, {}, {person: 1}).answers == ()


@pytest.mark.parametrize(("away", "about"), [(6, {1: 1.0}), (-6, {1: 1.0}), (7, {}), (-7, {})])
def test_somebody_named_a_few_paragraphs_away_is_about(away: int, about: dict[int, float]) -> None:
    assert share_near({30: [1]}, [30 + away]) == about


@pytest.mark.parametrize(
    ("paragraphs", "places"),
    [
        ([5, 25], "in one place"),
        ([5, 26], "in some places"),
        ([*range(0, 88, 22)], "in some places"),
        ([*range(0, 110, 22)], "in many places"),
    ],
)
def test_uses_of_a_noun_far_apart_lie_in_two_places(paragraphs: list[int], places: str) -> None:
    assert Company.of(paragraphs, {}, {}, {}).places == places


@pytest.mark.parametrize(("uses", "times", "told"), [(30, 3, ()), (30, 4, (7,)), (3, 2, (7,)), (3, 1, ())])
def test_who_answers_a_tenth_of_the_time_is_somebody_else(uses: int, times: int, told: tuple[int, ...]) -> None:
    assert Company.of([0] * uses, {}, {}, {7: times}).answers == told


WEATHER = "It rained on the roofs and on the harbour, and nothing moved on the road for an hour or more.\n\n"
IN_THE_HOUSE = """{name} came in from the yard, and the lamp was lit. Otto Hale looked up from his net.

“Where is it?” said Otto.

“In the well!” said {noun}.

“Then it is lost!” said Otto.

"""
IN_THE_SQUARE = """Otto Hale was at the door when {name} crossed the square.

“Nothing yet!” said {noun}.

“Nothing?”

“No!”

“Wait,” said Otto.

"""


SCENES = (IN_THE_HOUSE, IN_THE_SQUARE) * 3


def book(name: str, noun: str, *, weather: int = 22, scenes: Sequence[str] = SCENES) -> Result:
    """What is found in a book in which a noun speaks where somebody is named."""
    others = "“Not today,” said Pia Moe, and Otto Hale laughed.\n\n"
    told = [scene.format(name=name, noun=noun) for scene in scenes]
    return attribute("".join(scene + WEATHER * weather + others + WEATHER * weather for scene in told))


def told(name: str, noun: str) -> list[str]:
    """Whom a noun means each time in a book."""
    found = book(name, noun)
    return [
        one.speaker.name
        for one in found
        if one.source is not None and one.source.text == noun and one.speaker is not None
    ]


@pytest.mark.parametrize("name", ["Nora", "Ida"])
def test_the_girl_of_a_book_is_who_is_named_wherever_she_speaks(name: str) -> None:
    assert told(name, "the girl") == [name] * 6


@pytest.mark.parametrize(("noun", "name"), [("the girl", "Nora"), ("the boy", "Karl")])
def test_of_those_who_are_about_the_gender_of_the_noun_tells_one(noun: str, name: str) -> None:
    assert told("Karl and Nora", noun) == told("Nora and Karl", noun) == [name] * 6


def test_who_answers_is_who_speaks_before_or_behind_in_the_next_paragraph() -> None:
    ann, tom, ida = (Person(number) for number in (7, 8, 9))
    gaps: tuple[Gap | None, ...] = (
        None,
        "in the next paragraph",
        "in the next paragraph",
        "in the next paragraph",
        "in the same paragraph",
        "after one paragraph",
        "in the next paragraph",
    )
    turn = Turn(content=(Span(0, 5, "“No.”"),))
    exchanges = [
        Exchange([turn], 0, number, number, 0, 5, settled=settled, gap=gap)
        for number, (settled, gap) in enumerate(zip((None, ann, None, tom, None, ida, None), gaps, strict=True))
    ]
    answers = {at: dict(_answers(exchanges, [at])) for at in (0, 2, 4, 6)}
    assert answers == {0: {7: 1}, 2: {7: 1, 8: 1}, 4: {}, 6: {9: 1}}
    assert dict(_answers(exchanges, [0, 2, 4, 6])) == {7: 2, 8: 1, 9: 1}


@pytest.mark.parametrize(
    ("scenes", "weather", "told"),
    [
        (SCENES, 12, False),
        (SCENES, 22, True),
        ([IN_THE_SQUARE] * 2, 60, False),
        ([IN_THE_SQUARE] * 3, 40, True),
    ],
)
def test_where_a_noun_speaks_again_and_again_in_a_long_story_it_tells_who_is_about(
    scenes: Sequence[str], weather: int, told: bool
) -> None:
    found = book("Nora", "the girl", weather=weather, scenes=scenes)
    assert (len(found.text) > 20_000) is (weather > 12)
    reasons = {reason for one in found for reason in (*one.evidence, *(lost.why for lost in one.rejected))}
    assert any("about where this noun speaks" in reason for reason in reasons) is told


def test_who_answers_a_noun_again_and_again_is_not_meant_by_it() -> None:
    clerks = told("Nora", "the clerk")
    assert len(clerks) == 6
    assert "Otto" not in {name.split()[0] for name in clerks}
