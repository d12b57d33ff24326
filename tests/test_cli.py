from __future__ import annotations

import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

import quoteattr
from quoteattr import Result, attribute
from quoteattr.cli import main
from quoteattr.cli.commands import COMMANDS, listed
from quoteattr.cli.plain import EXAMPLES
from quoteattr.render.text import printable, render_text

ARTICLE = "The mill burned on Friday.\n\n“It was late,” said Ann Lee, a miller.\n“I ran,” she told reporters.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in an empty folder, and give its exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)

    def run_it(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run_it


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "mill.txt").write_text(ARTICLE, encoding="utf-8")
    return "mill.txt"


# What it prints


def test_a_list_says_where_who_the_cue_and_the_words(run: Run, article: str) -> None:
    assert run(article) == (
        0,
        "mill.txt:3:1: Ann Lee, said\n    “It was late,”\nmill.txt:4:1: Ann Lee (she), told\n    “I ran,”\n",
        "",
    )


def test_json_lines_are_read_back_as_the_same_result(run: Run, article: str) -> None:
    code, out, _ = run("--format", "json", article, article)
    first, second = map(json.loads, out.splitlines())
    assert code == 0
    assert first == second
    assert first["id"] == "mill.txt"
    assert Result.from_dict(first) == attribute(ARTICLE)


def test_offsets_count_the_file_as_it_is(run: Run, tmp_path: Path) -> None:
    text = "The mill burned.\r\n\r\n“It was late,” said Ann Lee.\r\n"
    (tmp_path / "crlf.txt").write_bytes(text.encode())
    _, out, _ = run("--format", "json", "crlf.txt")
    assert json.loads(out)["text"] == text
    assert run("crlf.txt")[1].startswith("crlf.txt:3:1: ")


def test_standard_input_is_a_dash(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert run("-")[1].startswith("-:3:1: Ann Lee, said\n")


def test_empty_standard_input_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert run("-") == (1, "", "quoteattr: standard input: there is no text in it\n")


def test_indirect_speech_can_be_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "told.txt").write_text("Ann Lee said that the mill would burn.\n", encoding="utf-8")
    assert "the mill would burn" in run("told.txt")[1]
    assert run("--indirect", "none", "told.txt")[1] == "told.txt: no attribution found\n"


def test_unsure_answers_can_be_left_out(run: Run, article: str) -> None:
    sure = run("--min-confidence", "1", article)[1]
    assert "Ann Lee" not in sure


def test_control_characters_do_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "red.txt").write_text("“It \x1b[31m is \u202elate,” said Ann Lee.", encoding="utf-8")
    _, out, _ = run("red.txt")
    assert "\\x1b[31m" in out
    assert "\\u202e" in out
    assert {"\x1b", "\u202e"}.isdisjoint(out)


def test_long_words_are_wrapped_and_indented() -> None:
    text = f"“{'It was very late. ' * 20}” said Ann Lee."
    lines = render_text(attribute(text), "a").splitlines()
    assert len(lines) > 3
    assert all(line.startswith("    ") and len(line) <= 100 for line in lines[1:])


def test_emoji_and_letters_of_other_scripts_are_shown_as_they_are() -> None:
    assert printable("👩‍🚀 Žižek 東京") == "👩‍🚀 Žižek 東京"


# What it cannot do


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("latin.txt", "Caf\xe9\nnoir".encode("latin-1"), "byte 0xe9 at offset 3 (line 1) is no utf-8"),
        ("utf16.txt", "“Late!”".encode("utf-16"), "this looks like UTF-16; try --encoding utf-16"),
        ("empty.txt", b"", "there is no text in it"),
        ("blank.txt", b" \n\n", "there is no text in it"),
        ("missing.txt", None, "No such file or directory"),
        (".", None, "Is a directory; name the files in it, or see quoteattr attribute --help"),
        ("nul\0.txt", None, "null"),
    ],
)
def test_a_file_that_cannot_be_done_is_named_and_the_others_are_done(
    run: Run, tmp_path: Path, article: str, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    code, out, err = run(name, article)
    assert code == 1
    assert err.startswith(f"quoteattr: {printable(name)}: ")
    assert message in err
    assert out.startswith("mill.txt:3:1: ")


def test_another_encoding_can_be_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cp.txt").write_bytes(ARTICLE.encode("cp1252"))
    assert run("cp.txt")[0] == 1
    code, out, _ = run("--encoding", "cp1252", "cp.txt")
    assert (code, "“It was late,”" in out) == (0, True)
    assert run("--encoding", "ascii", "cp.txt")[2].rstrip().endswith("for example --encoding utf-8")


def test_a_byte_order_mark_is_no_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bom.txt").write_bytes(b"\xef\xbb\xbf" + ARTICLE.encode())
    assert json.loads(run("--format", "json", "bom.txt")[1])["text"] == ARTICLE


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "the following arguments are required: FILE"),
        (("--colour", "a.txt"), "unrecognized arguments: --colour; quoteattr attribute has more options"),
        (("--format", "xml", "a.txt"), "invalid choice: 'xml'"),
        (("--indirect", "some", "a.txt"), "invalid choice: 'some'"),
        (("--min-confidence", "2", "a.txt"), "'2' is no number from 0 to 1"),
        (("--min-confidence", "high", "a.txt"), "'high' is no number from 0 to 1"),
        (("--min-confidence", "nan", "a.txt"), "'nan' is no number from 0 to 1"),
        (("--encoding", "klingon", "a.txt"), "no encoding is named 'klingon'; try utf-8"),
        (("--form", "json", "a.txt"), "unrecognized arguments: --form"),
    ],
)
def test_a_wrong_command_line_is_explained(run: Run, arguments: tuple[str, ...], message: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert message in err


def test_version_and_help(run: Run) -> None:
    assert run("--version") == (0, f"quoteattr {quoteattr.__version__}\n", "")
    code, out, _ = run("--help")
    assert code == 0
    assert EXAMPLES.strip() in out
    assert listed() in out
    assert out.isascii()


def test_the_examples_of_the_help_run(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    lines = [line.strip() for line in EXAMPLES.splitlines() if line.startswith("  ") and "quoteattr" in line]
    commands = [line.split("   ")[0].split("quoteattr ", 1)[1] for line in lines]
    assert len(commands) == 5
    for command in commands:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
        arguments = shlex.split(command.partition(" > ")[0])
        assert run(*["article.txt" if "*" in one else one for one in arguments])[0] == 0, command


# Its commands


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_has_examples(run: Run, name: str) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0
    assert out.lower().startswith(f"usage: quoteattr {name} ")
    assert re.search(rf"^examples:\n  quoteattr {name}\b", out, re.MULTILINE)


# In a real process


def command(*arguments: str, out: int | IO[bytes] = subprocess.PIPE, **more: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(Path(quoteattr.__file__).parent.parent), **more}
    return subprocess.Popen(
        [sys.executable, "-m", "quoteattr", *arguments],
        stdin=subprocess.PIPE,
        stdout=out,
        stderr=subprocess.PIPE,
        env=environment,
    )


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(ARTICLE * 60, encoding="utf-8")
    process = command(*[str(tmp_path / "long.txt")] * 30)  # more than a pipe holds
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdin.close()
    process.stdout.read(100)
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait() == 0


def test_a_terminal_that_cannot_show_a_mark_gets_an_escape(tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_text(ARTICLE, encoding="utf-8")
    out, err = command(str(tmp_path / "mill.txt"), PYTHONIOENCODING="ascii").communicate()
    assert b"\\u201cIt was late,\\u201d" in out
    assert err == b""


def test_json_is_utf_8_whatever_the_terminal_is(tmp_path: Path) -> None:
    (tmp_path / "mill.txt").write_text(ARTICLE, encoding="utf-8")
    out, _ = command("--format", "json", str(tmp_path / "mill.txt"), PYTHONIOENCODING="ascii").communicate()
    assert json.loads(out.decode("utf-8"))["text"] == ARTICLE


def test_an_interrupt_ends_it_with_130(monkeypatch: pytest.MonkeyPatch, run: Run, article: str) -> None:
    def interrupted(*_: object, **__: object) -> Result:
        raise KeyboardInterrupt

    monkeypatch.setattr(quoteattr, "attribute", interrupted)
    assert run(article) == (130, "", "")
