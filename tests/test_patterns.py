"""No pattern takes more than its share of time: where a piece comes again and again, it grows as the text does.

Patterns are caught as they are compiled, in a Python of their own that imports every module and attributes a text.
One that the code asks at one place (``match``, ``fullmatch``) is run at one place; any other is sought in the whole
text, which also shows what looks far ahead from everywhere, and finds nothing.

The time is that of the process, not of the clock, and only how it *grows* decides.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import regex

import quoteattr

PACKAGE = Path(quoteattr.__file__).parent
BOUNDED = {
    "phrases.py": "the letters of a sentence, which words.py ends at the latest behind 300 words",
    "vocabulary.py": "a word of somebody’s own, which has 40 letters at most",
}
"""Files whose patterns are never given a long text, and why."""

UNITS = (
    *"aAé1.,'’“”\"-—()[]*_:<>&=`?!…\\/@$# \n\t\xa0",
    *(" a", "\na", "a, ", "A. ", "Aa ", "said ", "the ", "of ", "and ", "'s ", "a'", "1.", "1+", "- a\n"),
    *('="a', "<a", "“a"),
)  # fmt: skip
ENDS = ("", "a", " ", "“")
LONG: Final = 8_000  # characters, at which what looks ahead from everywhere is slow already
QUICK: Final = 0.010  # seconds: far more than one pass over so many takes, far less than one from each of them
MOST_WORDS: Final = 12


class Pattern(NamedTuple):
    """A pattern of the package, and by which methods the code asks it (none: that is not known)."""

    file: str
    line: int
    engine: str
    pattern: str
    flags: int
    asked: frozenset[str]

    def run(self, text: str) -> None:
        """Match at the start, or look through the text."""
        compiled: Any = {"re": re, "regex": regex}[self.engine].compile(self.pattern, self.flags)
        if self.asked and self.asked <= {"match", "fullmatch"}:
            compiled.match(text)
        else:
            deque(compiled.finditer(text), maxlen=0)

    def units(self) -> Iterator[str]:
        """What comes again and again: the same for all, and the words of the pattern itself."""
        yield from UNITS
        yield from sorted({f"{word} " for word in re.findall(r"(?<!\\)\b[A-Za-z]{2,}", self.pattern)})[:MOST_WORDS]


CATCH = """
import importlib, json, re, regex, sys

caught = []
def catching(compile, engine):
    def caught_compile(pattern, flags=0, **more):
        made, caller = compile(pattern, flags, **more), sys._getframe(1)
        if caller.f_globals["__name__"].startswith("quoteattr"):
            caught.append((caller.f_code.co_filename, caller.f_lineno, engine, made.pattern, int(flags)))
        return made
    return caught_compile
re.compile, regex.compile = catching(re.compile, "re"), catching(regex.compile, "regex")

import quoteattr
for module in sys.argv[1:]:
    importlib.import_module(module)
text = "“It is late,” said Mr. Ann Lee. He left.\\n\\n— No —she said—. Go, Bo.\\n— Yes, Bo, he’s here.\\n"
quoteattr.attribute(text).sentences
print(json.dumps(caught))
"""


def modules() -> Iterator[str]:
    """All modules, but for those of a library that is not installed."""
    for module in pkgutil.walk_packages(quoteattr.__path__, "quoteattr."):
        if not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except ModuleNotFoundError:
                continue
            yield module.name


def compiled() -> Iterator[Pattern]:
    """The patterns that are compiled."""
    run = subprocess.run([sys.executable, "-c", CATCH, *modules()], stdout=subprocess.PIPE, text=True, check=True)
    for file, line, engine, pattern, flags in json.loads(run.stdout):
        path = Path(file)
        yield Pattern(str(path.relative_to(PACKAGE)), line, engine, pattern, flags, methods(path, line))


def methods(path: Path, line: int) -> frozenset[str]:
    """The methods that are asked of what is compiled in a line: of its name, or right there."""
    source = path.read_text(encoding="utf-8")
    start = source.split("\n")[line - 1]
    named = re.match(r"(\w+)(?:: Final)? = (?:re|regex)\.compile\(", start)
    return frozenset(
        re.findall(rf"\b{named[1]}\.(\w+)\(", source) if named else re.findall(r"compile\(.*\)\.(\w+)\b", start)
    )


def written() -> Iterator[Pattern]:
    """The patterns that stand in a call itself: ``re.sub(r"…", …)``."""
    for path in PACKAGE.rglob("*.py"):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            for engine, method, pattern in re.findall(
                r"\b(re|regex)\.(?!compile|escape)(\w+)\(\s*(r?f?\"[^\"]*\")", line
            ):
                file = str(path.relative_to(PACKAGE))
                yield Pattern(file, number, engine, ast.literal_eval(pattern), 0, frozenset((method,)))


PATTERNS = sorted({*compiled(), *written()}, key=lambda one: one[:3])


def test_every_call_that_compiles_was_caught() -> None:
    imported = {importlib.import_module(name).__file__ for name in ("quoteattr", *modules())}
    calls = {
        (str(Path(file).relative_to(PACKAGE)), number)
        for file in imported
        if file
        for number, line in enumerate(Path(file).read_text(encoding="utf-8").split("\n"), 1)
        if re.search(r"^[^>]*\b(?:re|regex)\.compile\(", line)
    }
    assert calls <= {(one.file, one.line) for one in PATTERNS}


def seconds(pattern: Pattern, text: str) -> float:
    started = time.process_time()
    pattern.run(text)
    return time.process_time() - started


def outgrows(pattern: Pattern, unit: str, end: str) -> bool:
    """Whether four times the text takes far more than four times as long; measured only where it is slow at all."""
    text, more = ((unit * (length // len(unit) + 1))[:length] + end for length in (LONG, 4 * LONG))
    if min(seconds(pattern, text) for _ in range(2)) < QUICK:
        return False
    return min(seconds(pattern, more) / seconds(pattern, text) for _ in range(3)) > 8


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda one: f"{one.file}-{one.line}")
def test_a_pattern_takes_no_longer_than_the_text_is_long(pattern: Pattern) -> None:
    for unit, end in product(pattern.units(), ENDS) if pattern.file not in BOUNDED else ():
        assert not outgrows(pattern, unit, end), (unit, end)
