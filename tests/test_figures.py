"""The figures of accuracy in the documentation are those of this code, where the gold is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outside import script

SHARED = Path(__file__).parents[2] / "shared"
measure = script("measure")


@pytest.mark.parametrize("name", measure.GOLD)
def test_what_is_measured_is_what_was_kept(name: str) -> None:
    if not (SHARED / measure.GOLD[name].file).exists():
        pytest.skip("the shared gold is not beside the project")
    lines = [*measure.otherwise(measure.measure(name, SHARED), measure.kept(name))]
    assert not lines, f"run: python benchmarks/measure.py {SHARED}"


def test_each_figure_that_is_not_the_same_is_told() -> None:
    new, old = {"a": {"b": 1, "c": 2}, "d": 3}, {"a": {"b": 1, "c": 4}, "e": 5}
    assert [*measure.otherwise(new, old)] == ["a.c: 2, kept 4", "d: 3, kept None", "e: None, kept 5"]
    assert [*measure.otherwise(new, new)] == []
