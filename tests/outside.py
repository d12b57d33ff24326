"""Tools that are not ours, by which exports and pages are checked: where they are, and the skip where one is not.

``bash .ci/tools`` puts them into ``.tools``; a user who has not run it sees the tests skipped that need one.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[1] / ".tools"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def tool(name: str) -> Path:
    """A file in ``.tools``."""
    path = TOOLS / name
    if not path.exists():
        pytest.skip(f"no {name}: bash .ci/tools gets it")
    return path


def program(*names: str) -> str:
    """The first of these programs that is installed."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"no {names[0]} on this machine")
    return found
