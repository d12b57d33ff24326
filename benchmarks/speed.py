"""How fast attribute() is, beside a bare pass over the same text in the same run.

    python benchmarks/speed.py                         made-up articles, long texts, talks: time, stages, tokenizers
    python benchmarks/speed.py --sizes 10000 1000000   other sizes
    python benchmarks/speed.py novel.txt news.jsonl    files, too: plain text, or JSON Lines with "text"
    python benchmarks/speed.py --growth 64000000       time and memory from 1 kB to so many characters
    python benchmarks/speed.py --json                  all of it for machines

The bare pass finds words and signs with one pattern and does nothing with them. A time is processor time, the
best of several runs; a ratio is how many bare passes it would take. ``read`` is attribute() with all that its
result can tell. Several runs over the same texts have their words and names in memory from the first, so the row
*articles read once*, and *read once* of a file with several texts, reads each a single time, for each column in a
fresh process. The time of a stage is its own, without that of the stages it asks, while attribute() runs with
indirect speech. Growth is measured in a fresh process for each size: the time for each character against that of
10 kB, and by how much the most memory ever in use rose meanwhile, against the bytes of the text.
"""

from __future__ import annotations

import argparse
import importlib
import json
import resource
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import regex
from news import make_news, make_talk

from quoteattr import Result, attribute
from quoteattr.tokens import cut, tokenize

BARE = regex.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")
SIZES = (10_000, 100_000, 1_000_000)
TALKS = (20_000, 200_000)
ARTICLES, ARTICLE = 100_000, 4_000  # characters of articles, each read by itself
SMALLEST, BASE = 1_000, 10_000
ENOUGH = 1.0  # seconds of runs, after which the best one stands
MOST = 25  # runs
SLOW = 20.0  # seconds, after which one run is enough
WARM = "“Warm,” said Ann Lee. “So it is,” she said. Per Moe told us that he was cold."  # reads all tables, not measured

Texts = list[str]
Work = Callable[[str], Any]

LEVELS: dict[str, Work] = {
    "none": lambda text: attribute(text, indirect="none"),
    "speech": attribute,
    "all": lambda text: attribute(text, indirect="all"),
}
TIMED: dict[str, Work] = {
    "bare": lambda text: deque(BARE.finditer(text), maxlen=0),
    "cut": cut,
    **LEVELS,
    "read": lambda text: read_all(attribute(text)),
}
STAGES = {  # the function that does the work of each stage, where those that ask it find it
    "quotations": "pipeline:read_quotations",
    "names": "pipeline:find_names",
    "asking": "asking:Asker.ask",
    "words": "asking:read_words",
    "letters": "phrases:tell_letters",
    "clauses": "asking:read_clauses",
    "rules": "rule:RuleSet.ask",
    "reports": "weave:Reporter.read",
    "turns": "turns:Turns.gather",
    "speakers": "pipeline:resolve_speakers",
    "persons": "case:find_persons",
    "narration": "narration:Narration.read",
    "evidence": "resolve:find_candidates",
    "decoding": "conversation:Chain.solve",
    "attributions": "pipeline:Pipeline.attribution",
}


def read_all(result: Result) -> object:
    """All that a result can tell."""
    return result.tokens, result.sentences, result.paragraphs, result.segments(), str(result), result.to_json()


# ------------------------------------------------------------------ times


def once(work: Work, texts: Texts) -> float:
    """Seconds of processor time of one run over all the texts."""
    started = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - started


def best(work: Work, texts: Texts) -> float:
    """Seconds of processor time of the fastest of several runs over all the texts."""
    times: list[float] = []
    while len(times) < MOST and (len(times) < 2 or sum(times) < ENOUGH):
        times.append(once(work, texts))
        if times[0] > SLOW:
            break
    return min(times)


def measure(name: str, texts: Texts) -> dict[str, Any]:
    """The times of all that is timed, and their ratios to the bare pass."""
    length = sum(map(len, texts))
    seconds = {what: best(work, texts) for what, work in TIMED.items()}
    return {
        "name": name,
        "characters": length,
        "seconds": seconds,
        "ratios": {what: each / seconds["bare"] for what, each in seconds.items() if what != "bare"},
        "characters_per_second": length / seconds["speech"],
    }


def articles(given: str) -> Texts:
    """So many made-up articles, or the texts of a file."""
    return [make_news(ARTICLE, seed) for seed in range(int(given))] if given.isdigit() else read(Path(given))


def read_once(what: str, given: str) -> dict[str, float]:
    """The time for articles that are read a single time, and for the bare pass, to be asked for in a new process."""
    texts = articles(given)
    TIMED[what](WARM)
    return {what: once(TIMED[what], texts), "bare": best(TIMED["bare"], texts)}


def measure_once(name: str, given: str) -> dict[str, Any]:
    """The same as ``measure`` for articles that are read a single time."""
    found = {what: ask_anew("--once", what, given) for what in TIMED if what != "bare"}
    length = sum(map(len, articles(given)))
    return {
        "name": name,
        "characters": length,
        "seconds": {"bare": found["speech"]["bare"], **{what: each[what] for what, each in found.items()}},
        "ratios": {what: each[what] / each["bare"] for what, each in found.items()},
        "characters_per_second": length / found["speech"]["speech"],
    }


def ask_anew(*options: str) -> dict[str, float]:
    """What this command finds with some options in a process of its own."""
    command = [sys.executable, __file__, *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ourselves
    found: dict[str, float] = json.loads(done.stdout)
    return found


def tokenizers() -> Iterator[tuple[str, Work]]:
    """Our tokenizer, and those of spaCy and NLTK where they are installed."""
    yield "quoteattr, pieces", cut
    yield "quoteattr, tokens", tokenize
    try:
        spacy = importlib.import_module("spacy")
        yield f"spaCy {spacy.__version__} blank", spacy.blank("en").tokenizer
    except ImportError:
        pass
    try:
        nltk = importlib.import_module("nltk")
        yield f"NLTK {nltk.__version__} Treebank", nltk.TreebankWordTokenizer().tokenize
    except ImportError:
        pass


def compare_tokenizers(text: str) -> dict[str, float]:
    """How many bare passes each tokenizer takes."""
    bare = best(TIMED["bare"], [text])
    return {name: best(work, [text]) / bare for name, work in tokenizers()}


def import_seconds(statement: str) -> float:
    """Seconds of a fresh Python that runs one statement, the best of ten."""
    times = []
    for _ in range(10):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", statement], check=True)  # noqa: S603 - our own statement
        times.append(time.perf_counter() - started)
    return min(times)


# ------------------------------------------------------------------ stages


@contextmanager
def stopwatch(own: dict[str, float]) -> Iterator[None]:
    """Meanwhile each stage adds the time that is its own."""
    inner = [0.0]  # for each stage that is running, the time of those it has asked

    def timed(stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            started = time.process_time()
            inner.append(0.0)
            try:
                return work(*given, **named)
            finally:
                spent = time.process_time() - started
                own[stage] = own.get(stage, 0.0) + spent - inner.pop()
                inner[-1] += spent

        return run

    replaced = []
    for stage, place in STAGES.items():
        module, _, path = place.partition(":")
        holder: Any = importlib.import_module(f"quoteattr.{module}")
        *owners, name = path.split(".")
        for each in owners:
            holder = getattr(holder, each)
        work = vars(holder)[name]
        replaced.append((holder, name, work))
        setattr(holder, name, timed(stage, work))
    try:
        yield
    finally:
        for holder, name, work in replaced:
            setattr(holder, name, work)


def measure_stages(text: str) -> dict[str, float]:
    """How many bare passes each stage takes; ``other`` is what none of them has."""
    bare = best(TIMED["bare"], [text])
    fewest: dict[str, float] = {}
    for _ in range(5):
        own: dict[str, float] = {}
        with stopwatch(own):
            started = time.process_time()
            attribute(text)
            own["other"] = time.process_time() - started - sum(own.values())
        fewest = {stage: min(spent, fewest.get(stage, spent)) for stage, spent in own.items()}
    return {stage: spent / bare for stage, spent in sorted(fewest.items(), key=lambda each: -each[1])}


# ------------------------------------------------------------------ growth


def grow(size: int, level: str) -> dict[str, float]:
    """Time and memory for one text, to be asked for in a process of its own."""
    text = make_news(size)
    LEVELS[level](make_news(BASE, seed=2))  # the tables of words are read once, not measured
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    result = LEVELS[level](text)
    once = time.process_time() - started
    rise = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * (1 if sys.platform == "darwin" else 1024)
    del result
    seconds = once if once > ENOUGH else best(LEVELS[level], [text])
    return {"characters": len(text), "seconds": seconds, "memory": rise / len(text.encode())}


def measure_growth(largest: int, levels: list[str]) -> list[dict[str, Any]]:
    """Time and memory for texts of all sizes, each ten (at the end, less) times the one before."""
    sizes = [SMALLEST]
    while sizes[-1] < largest:
        sizes.append(min(sizes[-1] * 10, largest))
    rows: list[dict[str, Any]] = []
    for level in levels:
        base = 0.0
        for size in sorted({*sizes, BASE}):
            row: dict[str, Any] = {"level": level, **ask_anew("--grow", str(size), level)}
            each = row["seconds"] / row["characters"]
            base = each if size == BASE else base
            row["growth"] = each / base if base else None
            rows.append(row)
    return rows


# ------------------------------------------------------------------ the command


def read(path: Path) -> Texts:
    """The text of a file, or the texts of its lines."""
    text = path.read_text(encoding="utf-8")
    return [json.loads(line)["text"] for line in text.splitlines()] if path.suffix == ".jsonl" else [text]


def all_texts(options: argparse.Namespace) -> Iterator[tuple[str, Texts]]:
    """The made-up texts, then the files."""
    if options.articles:
        yield f"articles of {ARTICLE:,}, {options.articles:,}", articles(str(count_of(options)))
    for size in options.sizes:
        yield f"made-up news, {size:,}", [make_news(size)]
    for size in options.talks:
        yield f"two people talking, {size:,}", [make_talk(size)]
    for path in options.files:
        yield path.name, read(path)


def count_of(options: argparse.Namespace) -> int:
    """How many articles are made up."""
    count: int = max(1, options.articles // ARTICLE)
    return count


def measure_all(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """The times of all texts, then of those that are many and read once."""
    yield from (measure(name, texts) for name, texts in all_texts(options))
    if options.articles:
        count = count_of(options)
        yield measure_once(f"articles read once, {count * ARTICLE:,}", str(count))
    for path in options.files:
        if len(read(path)) > 1:
            yield measure_once(f"{path.name}, read once", str(path))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--sizes", nargs="*", type=int, default=SIZES, metavar="CHARACTERS")
    parser.add_argument("--articles", type=int, default=ARTICLES, metavar="CHARACTERS")
    parser.add_argument("--talks", nargs="*", type=int, default=TALKS, metavar="CHARACTERS")
    parser.add_argument("--growth", type=int, metavar="CHARACTERS", help="time and memory up to this size, no more")
    parser.add_argument("--levels", nargs="+", default=["none", "speech"], choices=LEVELS, help="of --growth")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--grow", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--once", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.grow:
        size, level = options.grow
        print(json.dumps(grow(int(size), level)))
        return 0
    if options.once:
        print(json.dumps(read_once(*options.once)))
        return 0

    found: dict[str, Any]
    if options.growth:
        found = {"growth": measure_growth(options.growth, options.levels)}
    else:
        attribute(WARM)
        bare, ours = import_seconds("pass"), import_seconds("import quoteattr")
        news = make_news(100_000)
        found = {
            "texts": [*measure_all(options)],
            "stages": measure_stages(news),
            "tokenizers": compare_tokenizers(news),
            "import_seconds": ours - bare,
        }
    print(json.dumps(found, indent=2) if options.json else "\n".join(shown(found)))
    return 0


def shown(found: dict[str, Any]) -> Iterator[str]:
    """The figures as tables."""
    rows = found.get("texts", ())
    names = [name for name in TIMED if name != "bare"]
    if rows:
        yield f"{'text':30}{'bare':>10}{''.join(f'{name:>8}' for name in names)}{'char/s':>12}{'growth':>8}"
    smallest: dict[str, float] = {}
    for row in rows:
        ratios = "".join(f"{row['ratios'][name]:7.1f}x" for name in names)
        speed = row["characters_per_second"]
        first = smallest.setdefault(row["name"].partition(",")[0], speed)
        bare = row["seconds"]["bare"] * 1000
        yield f"{row['name']:30}{bare:8.1f}ms{ratios}{speed:12,.0f}{first / speed:8.2f}"
    for what in ("stages", "tokenizers"):
        if what in found:
            yield ""
            yield f"{what}, made-up news, 100,000"
            yield from (f"  {name:22}{ratio:6.2f}x" for name, ratio in found[what].items())
    if "import_seconds" in found:
        yield ""
        yield f"import quoteattr: {found['import_seconds'] * 1000:.0f} ms more than a bare Python"
    if "growth" in found:
        yield f"{'indirect':10}{'characters':>12}{'seconds':>10}{'growth':>8}{'memory':>9}"
    for row in found.get("growth", ()):
        growth = f"{row['growth']:8.2f}" if row["growth"] else " " * 8
        yield f"{row['level']:10}{row['characters']:12,}{row['seconds']:10.3f}{growth}{row['memory']:8.1f}x"


if __name__ == "__main__":
    sys.exit(main())
