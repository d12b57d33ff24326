"""What is fuzzed: each target takes bytes, gives them to a reader, and lets nothing through but a law that is broken.

A reader may refuse what it is given, but only with an error of its own kind, which names the place; and what it
takes, it must give back unchanged.
"""

from __future__ import annotations

import contextlib
import io
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from quoteattr import LexiconError, MarkupError, QuoteattrError, Result, ResultError, RuleError, attribute, render, rule
from quoteattr.cli import main as command
from quoteattr.evaluate.gate import main as gate
from quoteattr.evaluate.readers import read
from quoteattr.lexicon import Lexicon
from quoteattr.markup import format_marked, parse_marked
from quoteattr.render import FORMATS
from quoteattr.tables import read_table
from quoteattr.testing import check_laws, examples_of

LONGEST: Final = 4000  # characters; longer texts find nothing that shorter ones do not
LEVELS: Final = ("none", "speech", "all")
TABLES: Final = ("closed", "cues", "verbs", "nouns", "titles", "adjectives", "places", "abbreviations")
WORDS: Final = ("said", "Ann", "boys’", "It’s", "Mr.", "10:30", "re-said")


def text_of(data: bytes) -> str:
    """The bytes as a text; those that are no UTF-8 become lone surrogates."""
    return data.decode("utf-8", "surrogateescape")[:LONGEST]


def fuzz_attribute(data: bytes) -> None:
    """Any text keeps the laws, whatever is asked for."""
    level = LEVELS[len(data) % 3]
    check_laws(text_of(data), lambda text: attribute(text, indirect=level))  # type: ignore[arg-type]


def fuzz_saved(data: bytes) -> None:
    """What is read as a saved result is saved as the same again, and can be shown."""
    with contextlib.suppress(ResultError):
        result = Result.from_json(text_of(data))
        assert Result.from_json(result.to_json()) == result
        list(result.segments())
        str(result)
        for name in FORMATS:
            render(result, name, name="a.txt")


def fuzz_page(data: bytes) -> None:
    """The page of any text has its own script and no other, and loads nothing."""
    page = render(attribute(text_of(data), indirect="all"), "html", name="a.txt").encode()
    assert page.count(b"<script") == page.count(b"<style") == 1
    assert b"\x00" not in page


def fuzz_markup(data: bytes) -> None:
    """What is read as a marked sentence is written as one that reads the same."""
    with contextlib.suppress(MarkupError):
        marked = parse_marked(text_of(data))
        assert parse_marked(format_marked(marked)) == marked


def fuzz_lexicon(data: bytes) -> None:
    """A table is read with all its cells or refused with its line, and tables that were read can be asked."""
    name, text = TABLES[len(data) % len(TABLES)], text_of(data)
    with contextlib.suppress(LexiconError):
        lexicon = Lexicon({name: tuple(read_table(f"{name}.tsv", text))})
        for word in WORDS:
            lexicon.word(word)


def fuzz_rules(data: bytes) -> None:
    """Any docstring makes a rule or is refused; its examples are there or not."""
    doc = text_of(data)

    def see(_: object) -> None:
        return None

    see.__doc__ = doc
    with contextlib.suppress(RuleError):
        made = rule(confidence=0.5)(see)
        found = examples_of(made.doc)
        for example in (*found.right, *found.wrong):
            with contextlib.suppress(MarkupError):
                parse_marked(example)


def _in_a_folder(files: Iterable[tuple[str, bytes]], work: Callable[[Path], object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files:
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        work(Path(folder))


def fuzz_gold(data: bytes) -> None:
    """Gold in each of its formats; the two halves of the bytes are the two files of a format that has two."""
    left, _, right = data.partition(b"\xff")
    kinds = (
        [("gold.jsonl", data)],
        [("a.txt", left), ("a.ann", right)],
        [
            ("novel_text.txt", b"Late, said Ann. Very late."),
            ("quotation_info.csv", left),
            ("character_info.csv", right),
        ],
    )

    def work(folder: Path) -> None:
        with contextlib.suppress(QuoteattrError):
            found = folder / "gold.jsonl"
            list(read(found if found.exists() else folder))

    _in_a_folder(kinds[len(data) % 3], work)


def fuzz_floors(data: bytes) -> None:
    """A file of floors that cannot be read ends the gate with exit code 2 and a message."""

    def work(folder: Path) -> None:
        told = io.StringIO()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            code = gate([str(folder), "--floors", str(folder / "floors.json")])
        assert code in (0, 1, 2)

    _in_a_folder([("floors.json", data)], work)


def fuzz_command(data: bytes) -> None:
    """A file of any bytes is done or refused, never with a traceback."""
    encodings = ("utf-8", "cp1252", "utf-16")
    arguments = ["--format", ("text", "json")[len(data) % 2], "--encoding", encodings[len(data) % 3]]

    def work(folder: Path) -> None:
        told = io.StringIO()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            code = command([*arguments, str(folder / "file.txt")])
        assert code in (0, 1)

    _in_a_folder([("file.txt", data[:LONGEST])], work)


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {
    function.__name__.removeprefix("fuzz_"): function
    for function in (
        fuzz_attribute,
        fuzz_saved,
        fuzz_page,
        fuzz_markup,
        fuzz_lexicon,
        fuzz_rules,
        fuzz_gold,
        fuzz_floors,
        fuzz_command,
    )
}
