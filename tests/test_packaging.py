"""What the package asks for, and why."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).parents[1]


def test_every_dependency_has_its_reason_written_down() -> None:
    pyproject = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    extras = re.findall(r"^\[project\.optional-dependencies\]$(.*?)^\[", pyproject, re.MULTILINE | re.DOTALL)
    others = re.findall(r"^(?:requires|dependencies) = (.*)$", pyproject, re.MULTILINE)
    names = set(re.findall(r'"([a-z][a-z0-9-]*)(?:[><]|")', "".join([*extras, *others])))
    assert {"attrs", "hatchling", "spacy"} <= names
    reasons = (PROJECT / "docs" / "decisions" / "two-dependencies.md").read_text(encoding="utf-8")
    assert [name for name in sorted(names) if not re.search(rf"(?<![\w-]){name}(?![\w-])", reasons)] == []
