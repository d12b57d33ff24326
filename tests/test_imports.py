"""Imports point one way: a core file uses only files above it, an edge only the public names."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import quoteattr

PACKAGE = Path(quoteattr.__file__).parent

# In the order in which the text travels, which is also the order to read the code in.
CORE = (
    "errors",
    "span",
    "markup",
    "lexicon",
    "marks",
    "tokens",
    "quotations",
    "names",
    "mentions",
    "cues",
    "phrases",
    "clauses",
    "passage",
    "frames",
    "rule",
    "rules",
    "persons",
    "narration",
    "evidence",
    "conversation",
    "resolve",
    "attribution",
    "segments",
    "saved",
    "result",
    "extensions",
    "pipeline",
)
EDGES = ("testing", "evaluate", "render", "cli", "__main__")

PUBLIC = """
Attribution Cue Diagnostic LexiconError MarkupError Mention OptionError Quotation QuoteattrError Rejected
Result ResultError RuleError Segment Span Speaker TextError __version__
"""


def imports_of(path: Path) -> Iterator[tuple[str, str]]:
    """Each name of this package that a file imports: the module, and the name out of it (or nothing)."""
    package = ["quoteattr", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((one.name, "") for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((module, one.name) for one in node.names)


def own_imports(path: Path) -> Iterator[tuple[str, str]]:
    """The same with ``from . import span`` as the module itself, and nothing of other packages."""
    for module, name in imports_of(path):
        if (PACKAGE.parent / module.replace(".", "/") / f"{name}.py").exists():
            yield f"{module}.{name}", ""
        elif module.split(".")[0] == "quoteattr":
            yield module, name


def layer_of(module: str) -> str:
    return [*module.split("."), ""][1]


def files() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def layer_of_file(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_every_file_has_its_place() -> None:
    assert {layer_of_file(path) for path in files()} <= {*CORE, *EDGES}


@pytest.mark.parametrize("path", files(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    layer = layer_of_file(path)
    for module, name in own_imports(path):
        used = layer_of(module)
        if layer in CORE:
            own_package = used == layer and path.parent != PACKAGE
            assert own_package or used in CORE[: CORE.index(layer)], f"{module} is not above {layer}"
        elif used in EDGES:
            assert used == layer or EDGES.index(used) < EDGES.index(layer), f"{module} is not above {layer}"
        elif used != "markup":
            assert module == "quoteattr", f"an edge uses the inside: {module}"
            assert name in {"", *quoteattr.__all__}, f"{name} is not public"


@pytest.mark.parametrize(
    "path",
    [path for path in files() if path.parent.name == "rules" and path.stem != "__init__"],
    ids=lambda path: path.stem,
)
def test_a_family_of_rules_knows_no_other(path: Path) -> None:
    assert [module for module, _ in own_imports(path) if layer_of(module) == "rules"] == []


def test_the_public_names_are_these() -> None:
    assert quoteattr.__all__ == sorted(quoteattr.__all__)
    assert quoteattr.__all__ == PUBLIC.split()
    assert [name for name in quoteattr.__all__ if not hasattr(quoteattr, name)] == []


def test_importing_is_cheap_and_brings_nothing_that_waits_to_be_asked_for() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, quoteattr; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
        cwd=PACKAGE.parent,
    ).stdout.split()
    unwanted = {"argparse", "hypothesis", "pytest", "importlib.metadata", "random", "asyncio"}
    assert unwanted.isdisjoint(loaded)
    assert not [name for name in loaded if name.startswith("quoteattr.") and layer_of(name) in EDGES]
