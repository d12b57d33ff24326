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
