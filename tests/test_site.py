"""The site promises to name every public name."""

from __future__ import annotations

import re
from pathlib import Path

import quoteattr

DOCS = Path(__file__).parents[1] / "docs"


def test_every_public_name_is_documented_once() -> None:
    page = (DOCS / "api.md").read_text(encoding="utf-8")
    named = re.findall(r"^\.\. auto(?!module)\w+:: quoteattr\.(\w+)$", page, re.MULTILINE)
    assert sorted(named) == sorted(quoteattr.__all__)


def test_every_page_is_in_the_navigation() -> None:
    pages = {path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.md")}
    listed: set[str] = {"index"}
    for path in DOCS.rglob("*.md"):
        for tree in re.findall(r"```\{toctree\}\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL):
            lines = (line.strip() for line in tree.splitlines() if line and not line.startswith(":"))
            listed |= {(path.parent / line).relative_to(DOCS).as_posix() for line in lines}
    assert listed == pages
