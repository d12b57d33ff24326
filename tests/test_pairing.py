"""The marks of one paragraph made into pairs: well-made text goes a short way, and comes out as by the long one."""

from __future__ import annotations

import pytest
from hypothesis import example, given, strategies as st

from quoteattr.conventions import read_marks
from quoteattr.lexicon import english
from quoteattr.marks import mark_set
from quoteattr.pairing import pair_marks, pair_plain

PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "'",
        "«",
        "»",
        " ",
        "Late",
        "so",
        "boys",
        "it’s",
        "don't",
        "5",
        ",",
        ".",
        "?",
        " said Ann",
    ]
)


def plain(text: str) -> list[str] | None:
    marks, convention = read_marks(text, mark_set())
    pairs = pair_plain(text, marks, convention)
    return (
        None
        if pairs is None
        else [text[marks[left].start : marks[right].end] for left, right in zip(pairs[::2], pairs[1::2], strict=True)]
    )


@given(st.lists(PIECES, max_size=14).map("".join))
@example("“Late” so, ”Late” so”")
@example("‘Late,’ said Ann ’Late’")
@example("‘Late,’ said Ann. ‘It was the boys’ hat.’")
def test_the_short_way_finds_what_the_long_one_does(text: str) -> None:
    marks, convention = read_marks(text, mark_set())
    pairs = pair_plain(text, marks, convention)
    if pairs is not None:
        stretches, faults, left = pair_marks(text, marks, (0, len(text)), convention, lexicon=english())
        assert [(marks[left].start, marks[right].end) for left, right in zip(pairs[::2], pairs[1::2], strict=True)] == [
            (each.start, each.end) for each in stretches
        ]
        assert [(marks[left].end, marks[right].start) for left, right in zip(pairs[::2], pairs[1::2], strict=True)] == [
            (each.inner_start, each.inner_end) for each in stretches
        ]
        assert all(each.opened and each.closed and not each.children for each in stretches)
        assert not faults
        assert left is None


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("It rained.", []),
        ("“Late,” said Ann.", ["“Late,”"]),
        ("“Late,” said Ann. “So late.” It rained. “Yes.”", ["“Late,”", "“So late.”", "“Yes.”"]),
        ('"Late," said Ann.', ['"Late,"']),
        ("«Late,» said Ann. “So late.”", ["«Late,»", "“So late.”"]),
        ("‘Late,’ said Ann. ‘So late.’", ["‘Late,’", "‘So late.’"]),
        ("‘’Tis late,’ said Ann.", ["‘’Tis late,’"]),
        ("“It isn’t late,” said Ann’s aunt.", ["“It isn’t late,”"]),
        ("The boys’ aunt wept. “Late,” said Ann.", ["“Late,”"]),
        ("“The boys’ hats,” said Ann.", ["“The boys’ hats,”"]),
    ],
)
def test_well_made_text_goes_the_short_way(text: str, pairs: list[str]) -> None:
    assert plain(text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "“Late, said Ann.",
        "Late,” said Ann.",
        "“He said ‘late,’” said Ann.",
        "“He said «late,»” said Ann.",
        "“ Late,” said Ann.",
        "“Late,” said Ann. “”",
        "“Late,“ said Ann.",
        "“Late,» said Ann.",
        "„Late,» said Ann. »So late.“",
        "“Late,” said Ann, ”so late.”",
        "“Late” said Ann” and wept.",
        "’Tis late,” said Ann.",
        'Ann " Lee',
    ],
)
def test_nothing_else_does(text: str) -> None:
    assert plain(text) is None
