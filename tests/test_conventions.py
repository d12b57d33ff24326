"""The habit of a document: which marks are its outer ones, which way they point, and whether two stand for one."""

from __future__ import annotations

import pytest

from quoteattr.conventions import Convention, read_marks
from quoteattr.marks import mark_set


@pytest.mark.parametrize(
    ("text", "single", "turned", "doubled"),
    [
        ("“No,” said Ann.", False, False, False),
        ("‘No,’ said Ann. ‘No,’ said Bo.", True, False, False),
        ("‘No,’ said Ann. ‘The “old” boat sank.’ ‘Yes.’", True, False, False),
        ("“She said ‘no,’” said Ann.", False, False, False),
        ("The ‘old’ boat sank. “No,” said Ann.", False, False, False),
        ('"No," said Ann, ‘yes.’', False, False, False),
        ("'No,' said Ann. 'Yes,' said Bo.", True, False, False),
        ("''Tis late,' said Ann. 'No.'", True, False, False),
        ("»No,« said Ann.", False, True, False),
        ("›No,‹ said Ann.", False, True, False),
        ("“No,” said Ann. »Yes,« said Bo.", False, True, False),
        ("»No,« said Ann. ‘Yes,’ said Bo.", False, True, False),
        ("«No,» said Ann.", False, False, False),
        ("‹No,› said Ann.", False, False, False),
        ("''No,'' said Ann.", False, False, True),
        ("``No,'' said Ann.", False, False, True),
        ("“No,” said Ann. ''Yes,'' said Bo.", False, False, True),
        ("Ann’s boats’ keel.", False, False, False),
    ],
)
def test_marks_show_a_habit(text: str, single: bool, turned: bool, doubled: bool) -> None:
    _, convention = read_marks(text, mark_set())
    assert convention == Convention(single, turned, doubled)


def test_two_apostrophes_are_one_mark_or_two() -> None:
    assert [mark.sign for mark in read_marks("''Tis late,' said Ann. 'No.'", mark_set())[0]] == ["'"] * 4
    assert [mark.sign for mark in read_marks("''No,'' said Ann.", mark_set())[0]] == ["''"] * 2


def test_marks_that_point_inwards_open_where_they_look_as_if_they_closed() -> None:
    assert [mark.look for mark in read_marks("»No,« said Ann.", mark_set())[0]] == ["opens", "closes"]
    assert [mark.look for mark in read_marks("«No,» said Ann.", mark_set())[0]] == ["opens", "closes"]


@pytest.mark.parametrize(("singles", "single"), [((3,), True), ((3, 2), False), ((2,), False), ((3, 3), True)])
def test_marks_that_are_much_commoner_are_the_outer_ones_wherever_they_open(
    singles: tuple[int, ...], single: bool
) -> None:
    text = "\n\n".join(f"“She said {'‘no,’ and ' * count}so,” said Ann." for count in singles)
    assert read_marks(text, mark_set())[1].single is single


@pytest.mark.parametrize(("doubles", "single"), [((2,), True), ((3, 2), True), ((3,), False), ((3, 3), False)])
def test_marks_that_are_much_rarer_are_not_the_outer_ones_wherever_they_open(
    doubles: tuple[int, ...], single: bool
) -> None:
    text = "\n\n".join(f"‘She said {'“no,” and ' * count}so,’ said Ann." for count in doubles)
    assert read_marks(text, mark_set())[1].single is single


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("paragraphs", "single"), [(2, True), (1, False), (0, False)])
def test_where_both_kinds_of_marks_are_as_common_the_outer_ones_are_those_that_open_first(
    paragraphs: int, single: bool, gap: str
) -> None:
    within = "‘She said “no” and “yes”,’ said Tom.", "“She said ‘no’ and ‘yes’,” said Tom."
    text = gap.join([within[0]] * paragraphs + [within[1]] * (2 - paragraphs))
    assert read_marks(text, mark_set())[1].single is single


@pytest.mark.parametrize(("closed", "single"), [(2, True), (1, False)])
def test_single_marks_that_hardly_ever_close_are_apostrophes(closed: int, single: bool) -> None:
    text = "‘It froze,’ said Tom.\n\n" * closed + "They sat in ‘the barn.\n\n" * (5 - closed)
    assert read_marks(text, mark_set())[1].single is single


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("»No,« said Ann. »Yes,« said Tom. «So»", True),
        ("«No,» said Ann. «Yes,» said Tom. »So«", False),
        ("›No,‹ said Ann.", True),
        ("‹No,› said Ann.", False),
        ("»«", True),
        ("«»", False),
        ("»No« «So»", True),
        ("«No» »So«", False),
        ("“No,” said Ann.", False),
    ],
)
def test_angles_point_as_most_of_them_do_or_as_the_first(text: str, turned: bool) -> None:
    assert read_marks(text, mark_set())[1].turned is turned


def test_a_set_of_marks_prints_without_its_signs() -> None:
    assert str(mark_set()) == "MarkSet(dash=True, label=True, single=None)"
    assert str(mark_set(("single", "dash"))) == "MarkSet(dash=True, label=False, single=True)"
