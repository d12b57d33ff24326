from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import quoteattr
from quoteattr.testing.goldens import check_golden

TEXT = "“It is late,” said Ann Lee, a miller. She called the ferry “a farce.”"
MARKED = "<“It is late,”> {said} [Ann Lee], a miller. [She=Ann Lee]2 {called}2 the ferry <“a farce.”>2"


def test_a_new_golden_gets_what_comes_out_and_then_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{TEXT}\n", encoding="utf-8")
    check_golden(path)
    assert path.read_text(encoding="utf-8") == f"{TEXT}\n---\n{MARKED}\n"
    check_golden(path)


def test_one_that_comes_out_otherwise_shows_where(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{TEXT}\n---\n{MARKED.replace('[Ann Lee]', 'Ann Lee')}\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"a\.txt comes out otherwise") as raised:
        check_golden(path)
    assert f"+{MARKED}" in str(raised.value)
    check_golden(path, update=True)
    check_golden(path)


def test_options_are_those_of_attribute(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{TEXT}\n---\n{TEXT}\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        check_golden(path, min_confidence=0.0)


def test_as_a_plug_in_of_pytest_it_checks_and_updates(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TEXT}\n---\n{TEXT}\n", encoding="utf-8")
    (tmp_path / "test_it.py").write_text(
        "from pathlib import Path\n\ndef test_it(golden):\n    golden(Path('a.txt'))\n", encoding="utf-8"
    )
    run = [sys.executable, "-m", "pytest", "-q", "-p", "quoteattr.testing.goldens", "-p", "no:cacheprovider"]
    root = {"PYTHONPATH": str(Path(quoteattr.__file__).parent.parent)}
    codes = [
        subprocess.run([*run, *more], cwd=tmp_path, env=root, check=False, capture_output=True).returncode
        for more in ([], ["--update-goldens"], [])
    ]
    assert codes == [1, 0, 0]
