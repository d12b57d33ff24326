"""What fuzzing began with and what it found: every seed goes through its target."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

FUZZ = Path(__file__).parent.parent / "fuzz"
sys.path.insert(0, str(FUZZ))

from targets import TARGETS  # noqa: E402 - the folder is no package

SEEDS = sorted(path for path in (FUZZ / "seeds").rglob("*") if path.is_file())


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_seed_goes_through_its_target(seed: Path) -> None:
    TARGETS[seed.parent.name](seed.read_bytes())


def test_every_target_has_seeds() -> None:
    assert {seed.parent.name for seed in SEEDS} == set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_any_bytes_go_through_every_target(target: str) -> None:
    @given(st.binary(max_size=200))
    def check(data: bytes) -> None:
        TARGETS[target](data)

    check()


@pytest.mark.parametrize("target", TARGETS)
def test_a_seed_cut_off_or_with_a_byte_changed_goes_through_its_target(target: str) -> None:
    seeds = [seed.read_bytes() for seed in SEEDS if seed.parent.name == target]

    @given(st.sampled_from(seeds), st.data())
    def check(seed: bytes, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(seed)))
        TARGETS[target](seed[:at])
        TARGETS[target](seed[:at] + data.draw(st.binary(max_size=4)) + seed[at + 1 :])

    check()
