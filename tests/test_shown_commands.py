"""Every command that a page shows does what it says: those of quoteattr are run, of the others the options are checked.

A command of ``quoteattr`` is run by a shell, line after line as the page has them, in a folder with the files that the
pages speak of. A script of the project must have the options; what installs something must name extras that exist.
"""

from __future__ import annotations

import csv
import doctest
import gzip
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from importlib.metadata import metadata
from pathlib import Path
from typing import Final

import pytest

from quoteattr import attribute

PROJECT = Path(__file__).parents[1]
PAGES = sorted(
    page
    for page in [*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")]
    if re.search(r"^```sh$", page.read_text(encoding="utf-8"), re.MULTILINE)
)
SHELL = shutil.which("bash")
LATE: Final = "“It is late,” said Ann Lee. “Go home,” she added.\n"
INSTALLING: Final = ("pip", "pytest", "sphinx-build", "venv")


def lines_of(page: Path) -> list[str]:
    """The commands in the shell blocks of a page, one by one, without what is said of them."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    parts = (part for block in blocks for line in block.splitlines() for part in line.split(" && "))
    return [re.sub(r"\s+# .*", "", part).strip() for part in parts if part.strip()]


@pytest.mark.skipif(SHELL is None, reason="there is no bash")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_commands_of_a_page_can_be_run(page: Path, tmp_path: Path) -> None:
    set_out(tmp_path)
    for line in lines_of(page):
        words = shlex.split(line)
        if words[0] == "quoteattr":
            run_in_shell(line, tmp_path)
        elif script := next((word for word in words if word.endswith(".py")), None):
            offered = text_of(script)
            assert [word for word in words if word.startswith("--") and f'"{word}"' not in offered] == [], line
        else:
            assert any(known in Path(word).name for word in words for known in INSTALLING), f"how to check: {line}"
            named = {extra for word in words for extra in re.findall(r"\[([a-z,]+)\]", word)}
            assert {extra for names in named for extra in names.split(",")} <= extras(), line


def run_in_shell(line: str, folder: Path) -> None:
    """The line is run there, with the packages of rules in ``folder / "packages"`` installed; it must end well."""
    assert SHELL is not None
    paths = [str(PROJECT), str(folder / "packages"), str(PROJECT / "examples" / "quoteattr-court")]
    done = subprocess.run(
        [SHELL, "-c", f'quoteattr() {{ {shlex.quote(sys.executable)} -m quoteattr "$@"; }}; {line}'],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), f"{line}\n{done.stderr}"


@cache
def text_of(script: str) -> str:
    """The text of the script, where its options are named."""
    return (PROJECT / script).read_text(encoding="utf-8")


@cache
def extras() -> set[str]:
    return set(metadata("quoteattr").get_all("Provides-Extra", []))


def set_out(folder: Path) -> None:
    """The files that the pages speak of."""
    for place in ("docs", "articles", "news", "archive/1999", "benchmarks/measured", "FOLDER"):
        (folder / place).mkdir(parents=True)
    shutil.copy(PROJECT / "docs" / "article.txt", folder / "docs")
    shutil.copy(PROJECT / "benchmarks" / "floors.json", folder / "benchmarks")
    for name in ("article.txt", "articles/a.txt", "news/b.txt", "report.txt"):
        (folder / name).write_text(LATE, encoding="utf-8")
    saved = json.dumps({"id": "late", **attribute(LATE).to_dict()}) + "\n"
    for name in ("gold.jsonl", "polnear.jsonl", "pdnc.jsonl", "GOLD"):
        (folder / name).write_text(saved, encoding="utf-8")
    with gzip.open(folder / "archive" / "1999" / "may.jsonl.gz", "wt", encoding="utf-8") as packed:
        packed.write(json.dumps({"text": LATE}) + "\n")
    with (folder / "news.csv").open("w", encoding="utf-8", newline="") as table:
        csv.writer(table).writerows([("url", "body"), ("https://news.example/late", LATE)])
    radio = (PROJECT / "docs" / "own-rules.md").read_text(encoding="utf-8")
    install(folder / "packages", "radio", "quoteattr_radio:extend")
    install(folder / "packages", "court", "quoteattr_court:court")
    (folder / "packages" / "quoteattr_radio.py").write_text(first_code(radio), encoding="utf-8")


def first_code(page: str) -> str:
    """The code of the first block of Python on a page."""
    block = re.search(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert block is not None
    return "".join(example.source for example in doctest.DocTestParser().get_examples(block[1]))


def install(folder: Path, name: str, target: str) -> None:
    """What an installer writes down of a package with an extension."""
    about = folder / f"quoteattr_{name}-0.1.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: quoteattr-{name}\nVersion: 0.1\n", encoding="utf-8")
    (about / "entry_points.txt").write_text(f"[quoteattr.extensions]\n{name} = {target}\n", encoding="utf-8")


def test_lines_are_read_without_their_remarks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "A\n```sh\npip install . && quoteattr a.txt   # so\n\nls\n```\n```text\nno\n```\n", encoding="utf-8"
    )
    assert lines_of(page) == ["pip install .", "quoteattr a.txt", "ls"]
