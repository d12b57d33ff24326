"""What tests need that is outside the package: tools that are not ours, with the skip where one is not there; scripts.

``bash .ci/tools`` puts them into ``.tools``; a user who has not run it sees the tests skipped that need one.
"""

from __future__ import annotations

import shutil
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).parents[1]
TOOLS = PROJECT / ".tools"
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


def script(name: str) -> ModuleType:
    """A script of benchmarks/, loaded without being run."""
    spec = spec_from_file_location(f"benchmarks_{name}", PROJECT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
