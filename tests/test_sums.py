"""Weights of names that come together are added up once."""

from __future__ import annotations

import pytest

from quoteattr import sums
from quoteattr.sums import Sums


def test_sums_are_the_same_however_many_bunches_were_added_up_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sums, "_MOST", 2)
    table = Sums({"red": 1.0, "round": 0.5})
    bunches = [("red", "round"), ("round",), ("sweet", "red"), ("red", "round")]
    assert [table.of([bunch]) for bunch in bunches] == [1.5, 0.5, 1.0, 1.5]
    assert table.of(bunches) == 4.5
