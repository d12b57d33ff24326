"""How good the tests are: how many mutants of the core they find, of a sample drawn with a seed.

    python tools/judge_tests.py                             400 mutants over all core files (pip install coverage)
    python tools/judge_tests.py --count 50 --seed 7 --only "names|pairing"
    python tools/judge_tests.py --save mutants.jsonl        goes on where it was stopped

Each mutant (``mutants.py``) is judged by the tests that run its line, until one fails: first those that found others
of its file, then the fastest. Which they are is measured once, by coverage, and kept in a temporary folder. Everything
is imported and collected once; each mutant is a fork in which the function with the mistake gets its new code. A
mutant outside of functions, or in what is run when the package is imported, is judged in a process of its own, over a
copy of the project. A test that takes much longer than it did has failed, too. After ``--budget`` seconds of tests
without a failure, those left are left out. The exit code is 1 when less than ``--least`` of the mutants are found.
"""

from __future__ import annotations

import argparse
import ast
import functools
import gc
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import CodeType, FunctionType
from typing import Any

import pytest
from attrs import frozen
from mutants import Mutant, find_mutants, shown

ROOT = Path(__file__).parent.parent
TESTS = ["tests", "quoteattr"]
ELSEWHERE = "page exports site shown_commands attribute_command evaluate_command evaluate fuzz readme packaging".split()
"""What these test files hold is the edges, or a process of its own."""
MUCH = "tests/test_figures.py::"  # its tests read more text in a second than all others
THREADS = ("tests/integrations", "quoteattr/integrations")
"""What these import starts threads, which a fork does not have."""
SURVIVED, KILLED, TIMED_OUT = "survived", "killed", "timed out"
TOO_LONG = 75  # the exit code of a process whose test took too long
MEMORY = 3 << 30
FEW_FILES, FEW_TESTS = 8, 30
_WAITED = 10  # times as long as a test may take, by the clock

Runs = dict[str, dict[int, "array[int]"]]
"""The tests that run a line of a file, by number."""
Early = dict[str, dict[int, set[str]]]
"""The files of tests that run a line when they are imported; an empty name is the import of the package."""
COLLECTED = "collected "


def core_files() -> list[Path]:
    """The files of the core, in the order of the map in CONTRIBUTING.md."""
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## A map of the code")[1]
    found: list[Path] = []
    for name in re.findall(r"^\| `(\w+(?:\.py|/))`", table.split("The edges import")[0], re.MULTILINE):
        path = ROOT / "quoteattr" / name
        found += sorted(path.glob("*.py")) if path.is_dir() else [path]
    return found


def name_of(path: Path) -> str:
    """A file as it is told.

    >>> name_of(ROOT / "quoteattr" / "rules" / "silent.py")
    'quoteattr/rules/silent.py'
    """
    return path.relative_to(ROOT).as_posix()


# What each test runs, and how long it takes


class Watching:
    """A plug-in for pytest that notes which lines each test runs, and each file of tests before them."""

    def __init__(self, coverage: Any) -> None:
        self.coverage = coverage
        self.seconds: dict[str, float] = {}

    def pytest_sessionstart(self) -> None:
        """The package is imported before any test."""
        import quoteattr  # noqa: PLC0415 - coverage has begun by now

        for module in iter_modules(quoteattr.__path__, "quoteattr."):
            if not module.name.endswith("__main__"):
                import_module(module.name)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Iterator[None]:
        """Each file is a context of its own while it is imported."""
        self.coverage.switch_context(f"{COLLECTED}{collector.nodeid.split('::')[0]}")
        yield
        self.coverage.switch_context("")

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Each test is a context of its own."""
        self.coverage.switch_context(item.nodeid)
        started = time.process_time()
        yield
        self.seconds[item.nodeid] = time.process_time() - started
        self.coverage.switch_context("")


def arguments(files: Iterable[str] = TESTS) -> list[str]:
    """What pytest is called with."""
    without = [f"--ignore={ROOT / path}" for path in (*(f"tests/test_{name}.py" for name in ELSEWHERE), *THREADS)]
    return ["-q", "-p", "no:cacheprovider", f"--rootdir={ROOT}", *without, *(str(ROOT / file) for file in files)]


def watch(folder: Path) -> None:
    """Run all tests and keep what each of them runs."""
    from coverage import Coverage  # noqa: PLC0415 - only needed here

    coverage = Coverage(
        data_file=str(folder / "lines"), config_file=False, include=[str(ROOT / "quoteattr/*")], branch=False
    )
    coverage.start()
    watching = Watching(coverage)
    code = pytest.main(arguments(), plugins=[watching])
    coverage.stop()
    coverage.save()
    if code:
        raise SystemExit("the tests fail without any mutant; they must pass first")
    (folder / "seconds.json").write_text(json.dumps(watching.seconds), encoding="utf-8")


def read_runs(folder: Path, names: Sequence[str]) -> tuple[Runs, Early]:
    """Which tests run a line, by their number in ``names``; and which files of tests when they are imported."""
    from coverage import CoverageData  # noqa: PLC0415 - likewise

    data = CoverageData(str(folder / "lines"))
    data.read()
    number = {name: at for at, name in enumerate(names)}
    runs: Runs = {}
    early: Early = {}
    for file in data.measured_files():
        lines = runs[name_of(Path(file))] = {}
        imported = early[name_of(Path(file))] = {}
        for line, contexts in data.contexts_by_lineno(file).items():
            lines[line] = array("i", sorted(number[name] for name in contexts if name in number))
            imported[line] = {name.removeprefix(COLLECTED) for name in contexts if name not in number}
    return runs, early


# Tests in a fork


def _too_long(*_: object) -> None:
    os._exit(TOO_LONG)


def failing(items: Sequence[pytest.Item], seconds: dict[str, float], budget: float) -> str | None:
    """The first of the tests that fails within the budget; a process that takes too long ends itself."""
    from _pytest.runner import runtestprotocol  # noqa: PLC0415 - pytest has no public name for it

    signal.signal(signal.SIGPROF, _too_long)
    signal.signal(signal.SIGALRM, _too_long)  # a process that waits for another takes no time of the processor
    started = time.process_time()
    for item in items:
        if time.process_time() - started > budget:
            break
        most = 5 + 10 * seconds.get(item.nodeid, 1.0)
        signal.setitimer(signal.ITIMER_PROF, most)
        signal.setitimer(signal.ITIMER_REAL, _WAITED * most)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + 2 * most) + 2, resource.RLIM_INFINITY))
        if any(report.failed for report in runtestprotocol(item, nextitem=None, log=False)):
            return item.nodeid
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    return None


def codes_in(code: CodeType) -> Iterator[CodeType]:
    """A code and all that is in it."""
    waiting = [code]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(part for part in found.co_consts if isinstance(part, CodeType))


Key = tuple[str, int]


def key_of(code: CodeType) -> Key:
    """By what the code of a function is found again."""
    return code.co_name, code.co_firstlineno


class Functions:
    """All functions of the package that there are, by file, and all that is kept to save time."""

    def __init__(self) -> None:
        self.by_file: dict[str, list[FunctionType]] = defaultdict(list)
        self.caches = []
        for each in gc.get_objects():
            if isinstance(each, FunctionType):
                self.by_file[each.__code__.co_filename].append(each)
            elif isinstance(each, functools._lru_cache_wrapper):  # noqa: SLF001 - its only name
                self.caches.append(each)

    def replace(self, file: Path, tree: ast.Module) -> None:
        """Give the functions of a file the code that the tree has for them."""
        new: dict[Key, list[CodeType]] = defaultdict(list)
        for code in codes_in(compile(tree, str(file), "exec")):
            new[key_of(code)].append(code)
        for function in self.by_file[str(file)]:
            codes = new[key_of(function.__code__)]
            if len(codes) == 1 and codes[0] != function.__code__:
                function.__code__ = codes[0]
        for cache in self.caches:
            cache.cache_clear()


# One mutant after the other


@frozen
class Drawn:
    """A mutant of the sample, its file, and its tree."""

    file: Path
    number: int
    mutant: Mutant
    tree: ast.Module

    @property
    def name(self) -> str:
        """By what it is told and found again."""
        return f"{name_of(self.file)}:{self.mutant.line} #{self.number}"


def draw(count: int, seed: int, only: str) -> list[Drawn]:
    """A sample: one mutant of each file that has any, the others from all alike, in random order."""
    dice = random.Random(seed)
    firsts, others = [], []
    for file in core_files():
        if not re.search(only, name_of(file)):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        drawn = [Drawn(file, number, mutant, tree) for number, mutant in enumerate(find_mutants(tree))]
        dice.shuffle(drawn)
        firsts += drawn[:1]
        others += drawn[1:]
    dice.shuffle(others)
    sample = (firsts + others)[:count]
    dice.shuffle(sample)
    print(f"{len(sample)} of {len(firsts) + len(others)} mutants", flush=True)
    return sample


class Judge:
    """A plug-in for pytest that runs no test by itself, but judges mutants by them."""

    def __init__(self, sample: Sequence[Drawn], folder: Path, *, budget: float, save: Path | None) -> None:
        self.sample, self.folder, self.budget, self.save = sample, folder, budget, save
        self.seconds: dict[str, float] = json.loads((folder / "seconds.json").read_text(encoding="utf-8"))
        self.names = list(self.seconds)
        self.runs, self.early = read_runs(folder, self.names)
        self.told: list[dict[str, Any]] = []
        self.held: dict[tuple[object, str], bool] = {}
        self.telling: Counter[tuple[Path, str]] = Counter()  # how many mutants of a file a test has found
        self.copy: Path | None = None
        self.written = 0

    def pytest_sessionstart(self) -> None:
        """A property that fails is not made simpler first."""
        from hypothesis import Phase, settings  # noqa: PLC0415 - pytest wants to load it first

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutants", settings.get_profile("quick"), phases=phases, database=None)
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of running the tests."""
        session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined] # noqa: SLF001 - one for all forks
        self.items = {item.nodeid: item for item in session.items}
        self.functions = Functions()
        kept = self._kept()
        ordered = sorted(self.sample, key=lambda drawn: "" in self._tests_of(drawn)[1])  # those in copies take longest
        for at, drawn in enumerate(ordered, start=1):
            told = kept.get(drawn.name) or self._judge(drawn)
            self.told.append(told)
            if told["outcome"] == KILLED:
                self.telling[drawn.file, told["by"]] += 1
            if drawn.name not in kept:
                print(f"{at}: {told['outcome']} in {told['seconds']} s  {drawn.name}  {told['change']}", flush=True)
                if self.save:
                    with self.save.open("a", encoding="utf-8") as file:
                        file.write(json.dumps(told, ensure_ascii=False) + "\n")
        if self.copy is not None:
            shutil.rmtree(self.copy)
        return True

    def _kept(self) -> dict[str, dict[str, Any]]:
        if not (self.save and self.save.exists()):
            return {}
        told = [json.loads(line) for line in self.save.read_text(encoding="utf-8").splitlines()]
        return {one["name"]: one for one in told}

    def _judge(self, drawn: Drawn) -> dict[str, Any]:
        started = time.monotonic()
        names, early = self._tests_of(drawn)
        judged = self._in_a_fork
        if "" in early:
            judged, names = self._in_a_copy, in_few_files(names, name_of(drawn.file))
        else:  # what was made when a file of tests was imported does not know of the mistake
            names = [name for name in names if name.split("::")[0] not in early]
        outcome, by = judged(drawn, names) if names else (SURVIVED, "no test runs it")
        while outcome == KILLED and by in self.items and not self._holds(judged, by):
            names.remove(by)
            outcome, by = judged(drawn, names)
        return {
            "name": drawn.name,
            "change": shown(drawn.mutant),
            "outcome": outcome,
            "by": by,
            "tests": len(names),
            "seconds": round(time.monotonic() - started, 1),
        }

    def _holds(self, judged: Callable[[Drawn | None, Sequence[str]], tuple[str, str]], name: str) -> bool:
        """Whether a test passes there without any mutant."""
        if (judged, name) not in self.held:
            self.held[judged, name] = judged(None, [name])[0] == SURVIVED
        return self.held[judged, name]

    def _tests_of(self, drawn: Drawn) -> tuple[list[str], set[str]]:
        """The tests that run a mutant, those likely to tell first, and what runs it before them."""
        file, mutant = name_of(drawn.file), drawn.mutant
        lines, imported = self.runs.get(file, {}), self.early.get(file, {})
        line = mutant.line if mutant.line in lines else mutant.statement
        numbers = set(lines.get(line, ()))
        early = imported.get(line, set())
        if not mutant.function or not numbers:
            early = {""}
        others: set[int] = set()
        if len(numbers) < FEW_TESTS:  # what is kept in a cache is run by the first test that needs it
            others = {number for each in lines.values() for number in each} - numbers
        own = re.compile(rf"tests/test_{drawn.file.stem}s?\.py|{re.escape(file)}")

        def ordered(names: Iterable[str]) -> list[str]:
            known = [name for name in names if name in self.items]
            return sorted(known, key=rank)

        def rank(name: str) -> tuple[int, float, str]:
            share = 0.2 if own.match(name) else 0.004 if name.startswith(MUCH) else 1
            return -self.telling[drawn.file, name], self.seconds[name] * share, name

        names = ordered(self.names[number] for number in numbers) + ordered(self.names[number] for number in others)
        if not names:  # run by processes of their own, if at all
            names = ordered(name for name in self.names if own.match(name))
        return names, early

    def _in_a_fork(self, drawn: Drawn | None, names: Sequence[str]) -> tuple[str, str]:
        reading, writing = os.pipe()
        sys.stdout.flush()
        child = os.fork()
        if not child:
            code = 1
            try:
                os.close(reading)
                nowhere = os.open(os.devnull, os.O_RDWR)
                for number in (0, 1, 2):
                    os.dup2(nowhere, number)
                resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
                if drawn is not None:
                    with drawn.mutant.applied():
                        self.functions.replace(drawn.file, drawn.tree)
                by = failing([self.items[name] for name in names], self.seconds, self.budget)
                os.write(writing, (by or "").encode())
                code = 1 if by else 0
            finally:
                os._exit(code)
        os.close(writing)
        with os.fdopen(reading, "rb") as told:
            by = told.read().decode()
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return {0: SURVIVED, 1: KILLED}.get(code, TIMED_OUT), by

    def _in_a_copy(self, drawn: Drawn | None, names: Sequence[str]) -> tuple[str, str]:
        if self.copy is None:
            self.copy = copied()
            if self._in_a_copy(None, names)[0] != SURVIVED:
                raise SystemExit("the tests fail in a copy of the project without any mutant")
        order = self.copy / "tests.json"
        order.write_text(json.dumps({name: self.seconds[name] for name in names}), encoding="utf-8")
        alone = ["--alone", str(order), "--budget", str(self.budget)]
        with self._spoiled(drawn):
            run = subprocess.run(  # noqa: S603 - this file itself
                [sys.executable, str(self.copy / "tools" / Path(__file__).name), *alone],
                cwd=self.copy,
                env={**os.environ, "PYTHONPATH": str(self.copy)},
                capture_output=True,
                text=True,
                check=False,
            )
        code = run.returncode
        outcome = {0: SURVIVED, TOO_LONG: TIMED_OUT}.get(code, KILLED if code > 0 else TIMED_OUT)
        return outcome, run.stdout.strip().rpartition("\n")[2]

    @contextmanager
    def _spoiled(self, drawn: Drawn | None) -> Iterator[None]:
        """The copy has the mistake in it for a while."""
        if drawn is None or self.copy is None:
            yield
            return
        file = self.copy / name_of(drawn.file)
        source, times = file.read_bytes(), file.stat()
        with drawn.mutant.applied():
            file.write_text(ast.unparse(drawn.tree), encoding="utf-8")
        self.written += 1
        os.utime(file, (self.written, self.written))  # by its time Python tells whether it has it compiled already
        try:
            yield
        finally:
            file.write_bytes(source)
            os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def in_few_files(names: Sequence[str], file: str) -> list[str]:
    """The tests of the files that have most of them, those of a mutant's own file first: to collect takes time."""
    counts = Counter(name.split("::")[0] for name in names)
    files = sorted(counts, key=lambda each: (Path(file).stem not in each, -counts[each]))[:FEW_FILES]
    return [name for name in names if name.split("::")[0] in files]


def copied() -> Path:
    """A copy of the project in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="mutants-"))
    for name in git("ls-files").split("\n"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


class Alone(Judge):
    """A plug-in for pytest that runs the tests named in a file, in their order."""

    def __init__(self, seconds: dict[str, float], budget: float) -> None:
        self.seconds, self.budget = seconds, budget

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Until one fails."""
        items = {item.nodeid: item for item in session.items}
        gone = [name for name in self.seconds if name not in items]
        there = [items[name] for name in self.seconds if name in items]
        by = failing(there, self.seconds, self.budget) or next(iter(gone), None)
        print(f"\n{by or ''}", flush=True)
        os._exit(1 if by else 0)


def alone(order: Path, budget: float) -> int:
    """Run the tests of a file in their order; what cannot even be collected has failed."""
    seconds = json.loads(order.read_text(encoding="utf-8"))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (120, resource.RLIM_INFINITY))  # until the tests begin
    files = dict.fromkeys(name.split("::")[0] for name in seconds)
    pytest.main([*arguments(files), "--assert=plain"], plugins=[Alone(seconds, budget)])
    return 1


def git(*words: str) -> str:
    """What git answers."""
    run = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603, S607
    return run.stdout.strip()


def prepared(folder: Path) -> Path:
    """The folder with what each test runs, made where it is not there for this state of the project."""
    state = git("stash", "create") or "HEAD"
    place = folder / git("rev-parse", f"{state}^{{tree}}")[:12]
    if not (place / "seconds.json").exists():
        place.mkdir(parents=True, exist_ok=True)
        run = [sys.executable, __file__, "--watch", str(place)]
        if subprocess.run(run, cwd=ROOT, check=False).returncode:  # noqa: S603 - this file itself
            raise SystemExit(1)
    return place


def main() -> int:
    """Draw mutants, judge them, and tell how many were found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", metavar="PATTERN", help="files whose path has this in it")
    parser.add_argument("--budget", type=float, default=60, metavar="SECONDS")
    parser.add_argument("--least", type=float, default=0.85, metavar="SHARE")
    parser.add_argument("--save", type=Path, metavar="FILE")
    parser.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--watch", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        return alone(options.alone, options.budget)
    if options.watch:
        watch(options.watch)
        return 0
    place = prepared(Path(tempfile.gettempdir()) / "quoteattr-mutants")
    judge = Judge(draw(options.count, options.seed, options.only), place, budget=options.budget, save=options.save)
    pytest.main([*arguments(), "--capture=no"], plugins=[judge])
    survived = [told for told in judge.told if told["outcome"] == SURVIVED]
    for told in survived:
        print(f"{told['name']}  {told['change']}")
    found = len(judge.told) - len(survived)
    share = found / len(judge.told)
    print(f"{found} of {len(judge.told)} mutants found: {share:.3f}")
    return 0 if share >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
