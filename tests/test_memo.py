"""What is asked for again is kept, all else is forgotten in time, and what is long at once."""

from __future__ import annotations

from quoteattr.memo import Memo


def test_what_is_asked_for_again_and_again_is_made_once() -> None:
    made: list[str] = []

    def make(word: str) -> int:
        made.append(word)
        return len(word)

    memo = Memo(make, most=4)
    for number in range(20):
        assert memo["boat"] == 4
        assert memo[f"boat {number}"] == len(f"boat {number}")
    assert made.count("boat") == 1


def test_what_nobody_asks_for_again_is_forgotten() -> None:
    memo = Memo(len, most=4)
    for word in ("Ann", "Bo", "Cy", "Di", "Ed"):
        assert memo[word] == len(word)
        assert len(memo) <= 2
    assert [memo.met(word) for word in ("Ann", "Bo", "Cy", "Di", "Ed")] == [None, None, 2, 2, 2]


def test_what_is_long_is_made_each_time() -> None:
    memo = Memo(len, most=4, longest=3)
    assert [memo[word] for word in ("Ann", "Anna", "Anna")] == [3, 4, 4]
    assert [*memo] == ["Ann"]


def test_what_is_kept_by_hand_is_not_made() -> None:
    memo = Memo(len, most=4)
    memo.keep("Ann", 7)
    assert memo["Ann"] == memo.met("Ann") == 7
