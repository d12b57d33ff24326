"""Imports point one way: a core file uses only files above it, an edge only the public names.

The order is that of the map in CONTRIBUTING.md: a new file gets its line there.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import quoteattr

PACKAGE = Path(quoteattr.__file__).parent

MAP = (PACKAGE.parent / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## A map of the code")[1]
CORE, EDGES = (
    tuple(re.findall(r"^\| `(\w+)(?:\.py|/)`", part, re.MULTILINE)) for part in MAP.split("The edges import", 1)
)

PUBLIC = """
REPORT_RULES RULES Attribution Candidate Cue Diagnostic Explanation Extension LexiconError MarkupError Match
Mention MentionFinder Named OptionError Passage Pattern PatternError Pipeline Quotation QuoteattrError
Rejected ReportRule Resolver Result ResultError Rule RuleError RuleSet Segment Span Speaker TextError
UndoneError Vocabulary __version__ attribute attribute_many extended render rule
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
        elif used not in ("markup", "strict"):
            assert module == "quoteattr", f"an edge uses the inside: {module}"
            assert name in {"", *quoteattr.__all__}, f"{name} is not public"


@pytest.mark.parametrize("package", ["letters", "persons", "drafts"])
def test_imports_within_a_package_point_one_way(package: str) -> None:
    """The order is that of the table in the docstring of the package."""
    folder = PACKAGE / package
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    order = re.findall(r"^``(\w+)``", told, re.MULTILINE)
    assert sorted(order) == sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    for at, name in enumerate(order):
        used = {module for module, _ in own_imports(folder / f"{name}.py") if layer_of(module) == package}
        assert used <= {f"quoteattr.{package}.{above}" for above in order[:at]}


@pytest.mark.parametrize(
    "path",
    [path for path in files() if path.parent.name == "rules" and path.stem != "__init__"],
    ids=lambda path: path.stem,
)
def test_a_family_of_rules_knows_no_other(path: Path) -> None:
    assert [module for module, _ in own_imports(path) if layer_of(module) == "rules"] == []


def test_the_public_names_are_these() -> None:
    assert set(quoteattr.__all__) == set(PUBLIC.split())
    assert set(quoteattr.__all__) <= set(dir(quoteattr))
    assert [name for name in quoteattr.__all__ if isinstance(getattr(quoteattr, name), ModuleType)] == []


def test_type_checkers_see_the_public_names_where_they_are_loaded_from() -> None:
    seen = {(module.removeprefix("quoteattr."), name) for module, name in own_imports(PACKAGE / "__init__.py") if name}
    loaded = {(module, name) for module, names in quoteattr._NAMES_IN.items() for name in names}
    assert seen == loaded
    assert {name for _, name in loaded} == {*quoteattr.__all__} - {"__version__"}


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'quoteattr' has no attribute 'atribute'"):
        _ = quoteattr.atribute  # type: ignore[attr-defined]


def test_importing_the_package_costs_nothing_until_a_name_is_asked_for() -> None:
    program = "import sys, quoteattr; print(*sys.modules); quoteattr.attribute; print(*sys.modules)"
    before, after = (
        set(line.split())
        for line in subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=PACKAGE.parent
        ).stdout.splitlines()
    )
    assert {"attrs", "regex", "quoteattr.pipeline"}.isdisjoint(before)
    assert {"argparse", "hypothesis", "pytest", "importlib.metadata"}.isdisjoint(after)
    assert [name for name in after if name.startswith("quoteattr.") and layer_of(name) in EDGES] == []
