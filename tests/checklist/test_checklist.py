from __future__ import annotations

import re

import pytest

from quoteattr import Result, attribute
from quoteattr.markup import format_marked, parse_marked
from quoteattr.testing import differences
from tests.checklist.cases import Case, read_cases

CASES = tuple(read_cases())


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case.name,
            marks=pytest.mark.xfail(reason=case.known_failure, strict=True) if case.known_failure else (),
        )
        for case in CASES
    ],
)
def test_a_made_up_sentence_is_attributed_as_marked(case: Case) -> None:
    result = case.run()
    faults = differences(result, case.answer)
    assert not faults, "\n".join([case.heading, case.marked, *faults])
    assert Result.from_dict(result.to_dict()) == result


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_marks_are_in_their_canonical_form(case: Case) -> None:
    assert format_marked(case.answer) == case.marked


@pytest.mark.parametrize("file", sorted({case.file for case in CASES}))
def test_a_passage_may_end_after_any_of_its_words(file: str) -> None:
    for case in CASES:
        if case.file == file:
            for word in re.finditer(r"\S+", case.answer.text):
                beginning = case.answer.text[: word.end()].rstrip(".,;:!?")
                assert attribute(beginning, indirect="all").text == beginning


def test_every_passage_stands_in_the_checklist_once() -> None:
    texts = [parse_marked(case.marked).text for case in CASES]
    assert sorted(set(texts)) == sorted(texts)


def test_there_are_enough_sentences_and_enough_that_nobody_says() -> None:
    quoted = [case for case in CASES if case.indirect == "none"]
    silent = [case for case in quoted if not case.answer.attributions]
    assert len(quoted) >= 500
    assert len(silent) >= 0.15 * len(quoted)
