"""What the site promises: every name, every page in the navigation, figures and pictures that are current."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quoteattr
from tests.outside import script

PROJECT = Path(__file__).parents[1]
DOCS = PROJECT / "docs"


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


@pytest.mark.parametrize("page", script("tables").PAGES)
def test_tables_have_the_figures_that_were_measured(page: str) -> None:
    text = (PROJECT / page).read_text(encoding="utf-8")
    assert script("tables").filled(text) == text, "run: python benchmarks/tables.py"


def test_pictures_show_what_attribute_finds() -> None:
    figure = re.compile(r"\b[01]\.\d\d\b")  # confidences may be measured anew
    for name, picture in script("pictures").all_pictures():
        kept = (DOCS / "pictures" / name).read_text(encoding="utf-8")
        assert figure.sub("", kept) == figure.sub("", picture), "run: python benchmarks/pictures.py"


def test_the_version_to_cite_is_the_version_of_the_code() -> None:
    citation = (PROJECT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {quoteattr.__version__}\n" in citation
