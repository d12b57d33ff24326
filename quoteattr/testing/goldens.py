"""Goldens: passages, each beside the same passage as it comes out, marked; a plug-in for pytest that keeps them.

A golden is a file: a passage, a line ``---``, and the passage marked up. In a ``conftest.py``::

    pytest_plugins = ["quoteattr.testing.goldens"]

and in a test, with options of :func:`quoteattr.attribute`::

    @pytest.mark.parametrize("path", Path("goldens").glob("*.txt"))
    def test_goldens(golden, path):
        golden(path, extensions=["court"])

``pytest --update-goldens`` writes what comes out now, for you to read in the diff.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from quoteattr import attribute
from quoteattr.whole import write_whole

from .answers import marked_of

LINE: Final = "\n---\n"


def check_golden(path: Path, *, update: bool = False, **options: Any) -> None:
    """Compare a golden with what comes out now; ``AssertionError`` shows the difference.

    A file without the line ``---`` is a new one: it gets what comes out, as all do with ``update``.
    """
    text, line, expected = path.read_text(encoding="utf-8").partition(LINE)
    text = text.rstrip("\n")
    found = marked_of(text, attribute(text, **options))
    if update or not line:
        write_whole(path, f"{text}{LINE}{found}\n")
    elif found != expected.rstrip("\n"):
        lines = unified_diff(expected.rstrip("\n").split("\n"), found.split("\n"), "golden", "now", lineterm="", n=1)
        raise AssertionError(f"{path} comes out otherwise (--update-goldens keeps it):\n" + "\n".join(lines))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-goldens``."""
    parser.addoption("--update-goldens", action="store_true", help="write what comes out now into the goldens")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[..., None]:
    """What checks a golden, or writes it where pytest was asked to."""
    return partial(check_golden, update=request.config.getoption("--update-goldens"))
