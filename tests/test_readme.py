"""What the pages say that no doctest holds: shown output of the command, links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quoteattr.cli import main

PROJECT = Path(__file__).parents[1]
PAGES = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")])


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a language on a page."""
    text = (PROJECT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_readme_shows_what_the_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(PROJECT)
    first = blocks("README.md", "sh")[0]
    command = first.split("&& quoteattr ")[1].split()
    assert main(command) == 0
    assert capsys.readouterr().out == blocks("README.md", "text")[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
