from __future__ import annotations

import csv
import gzip
import io
import json
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import quoteattr
from quoteattr import Result, attribute
from quoteattr.cli import main

pytest.importorskip("click")
pytest.importorskip("rich")

LEE = "“It was late,” said Ann Lee. “I ran.” She called the mill “a farce.”\n"
BERG = "“No,” said Tom Berg. He said that the mill was safe.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run ``quoteattr attribute`` in an empty folder, and give its exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)

    def run_it(*arguments: str) -> tuple[int, str, str]:
        code = main(["attribute", *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run_it


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with texts in all shapes, and with files that are none."""
    folder = tmp_path / "news"
    (folder / "old").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "a.txt").write_text(LEE, encoding="utf-8")
    (folder / "old" / "b.txt.gz").write_bytes(gzip.compress(BERG.encode()))
    (folder / "c.jsonl").write_text(
        json.dumps({"id": "c1", "text": LEE}) + "\n\n" + json.dumps({"text": BERG}) + "\n", encoding="utf-8"
    )
    with (folder / "d.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "text"], ["7", LEE], ["", BERG]])
    (folder / "e.tsv.gz").write_bytes(gzip.compress(b"text\tid\n" + b"Noon.\tx\n"))
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    (folder / ".git" / "f.txt").write_text(LEE, encoding="utf-8")
    (folder / ".hidden.txt").write_text(LEE, encoding="utf-8")
    return folder


def documents(out: str) -> dict[str, Result]:
    return {one["id"]: Result.from_dict(one) for one in map(json.loads, out.splitlines())}


# What is read


@pytest.mark.usefixtures("news")
def test_a_folder_is_read_with_all_texts_in_it_whatever_their_shape(run: Run) -> None:
    code, out, err = run("news", "--format", "json")
    lee, berg = attribute(LEE), attribute(BERG)
    assert (code, err) == (0, "")
    assert documents(out) == {
        "news/a.txt": lee,
        "c1": lee,
        "news/c.jsonl#3": berg,
        "7": lee,
        "news/d.csv#2": berg,
        "x": attribute("Noon."),
        "news/old/b.txt.gz": berg,
    }


@pytest.mark.usefixtures("news")
def test_a_list_names_file_line_and_column(run: Run) -> None:
    assert run("news/c.jsonl")[1].splitlines()[::2] == [
        "c1:1:1: Ann Lee, said",
        f"c1:1:{LEE.index('“a ') + 1}: Ann Lee (She), called [mixed]",
        "news/c.jsonl#3:1:1: Tom Berg, said",
        f"news/c.jsonl#3:1:{BERG.index('the mill') + 1}: Tom Berg (He), said [indirect]",
    ]


@pytest.mark.usefixtures("news")
def test_a_pattern_is_read_as_the_files_that_it_fits(run: Run) -> None:
    assert list(documents(run("news/**/*.gz", "--format", "json")[1])) == ["x", "news/old/b.txt.gz"]
    assert list(documents(run("ne?s", "news/[a].txt", "--format", "json")[1]))[:1] == ["news/a.txt"]


@pytest.mark.usefixtures("news")
def test_a_file_that_is_named_twice_is_read_once(run: Run) -> None:
    assert list(documents(run("news/a.txt", "./news/a.txt", "news/*.txt", "--format", "json")[1])) == ["news/a.txt"]


def test_other_names_for_the_fields_can_be_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f'key,body\r\nk1,"{LEE}"', encoding="utf-8")
    assert list(documents(run("t.csv", "--text-column", "body", "--id-field", "key", "--format", "json")[1])) == ["k1"]


def test_a_column_may_be_as_long_as_a_book(run: Run, tmp_path: Path) -> None:
    (tmp_path / "long.csv").write_text(f"text\n{'Noon. ' * 30_000}\n", encoding="utf-8")
    assert run("long.csv", "--indirect", "none") == (0, "long.csv#1: no attribution found\n", "")


@pytest.mark.parametrize(
    ("kind", "data", "names"),
    [
        ("text", LEE, ["-"]),
        ("jsonl", json.dumps({"text": LEE}), ["-#1"]),
        ("csv", f'id,text\nq,"{LEE}"', ["q"]),
    ],
)
def test_standard_input_may_hold_any_kind(
    run: Run, monkeypatch: pytest.MonkeyPatch, kind: str, data: str, names: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    assert list(documents(run("-", "--input", kind, "--format", "json")[1])) == names


# What is shown


@pytest.mark.parametrize(
    ("filters", "texts"),
    [
        (("--speaker", "lee"), ["“It was late,” “I ran.”", "“a farce.”"]),
        (("--speaker", "Ann Lee", "--kind", "mixed"), ["“a farce.”"]),
        (("--speaker", "Tom Berg", "--speaker", "Lee", "--kind", "direct"), ["“It was late,” “I ran.”", "“No,”"]),
        (("--kind", "indirect", "--kind", "mixed"), ["“a farce.”", "the mill was safe"]),
        (("--speaker", "Le"), []),
        (("--speaker", "Lee", "--min-confidence", "1"), []),
    ],
)
def test_only_what_is_wanted_is_shown(run: Run, tmp_path: Path, filters: tuple[str, ...], texts: list[str]) -> None:
    (tmp_path / "a.txt").write_text(LEE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(BERG, encoding="utf-8")
    found = documents(run("a.txt", "b.txt", *filters, "--format", "json")[1])
    assert [one.text for result in found.values() for one in result] == texts
    shown = run("a.txt", "b.txt", *filters)[1]
    assert [line.strip() for line in shown.splitlines()[1::2]] == texts
    assert "no attribution found" not in shown


def test_a_report_whose_reporter_is_not_wanted_stands_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Ida Moe said Tom Berg had told sailors that Ann Lee had said that the lamp was out.", encoding="utf-8"
    )
    whole = documents(run("a.txt", "--format", "json")[1])["a.txt"]
    assert [one.reported_by and one.reported_by.source and one.reported_by.source.text for one in whole] == [
        None,
        "Ida Moe",
        "Tom Berg",
    ]
    alone = documents(run("a.txt", "--speaker", "Ann Lee", "--format", "json")[1])["a.txt"]
    assert [(str(one.speaker), one.reported_by) for one in alone] == [("Ann Lee", None)]
    ends = documents(run("a.txt", "--speaker", "Ann Lee", "--speaker", "Moe", "--format", "json")[1])["a.txt"]
    assert ends[1].reported_by == ends[0] == whole[0]


@pytest.mark.usefixtures("news")
def test_a_table_has_one_header(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("news/c.jsonl", "news/a.txt", "--format", "csv")[1])))
    assert [row["document"] for row in rows] == [
        "c1",
        "c1",
        "news/c.jsonl#3",
        "news/c.jsonl#3",
        "news/a.txt",
        "news/a.txt",
    ]


@pytest.mark.usefixtures("news")
def test_a_format_for_one_text_takes_one(run: Run) -> None:
    assert run("news/a.txt", "--format", "tei")[1].startswith("<?xml")
    code, out, err = run("news/a.txt", "news/c.jsonl", "--format", "tei")
    assert (code, out) == (2, "")
    assert "--format tei is for one text: name one, or --output DIR" in err
    code, out, err = run("news/c.jsonl", "--format", "tei")
    assert (code, out) == (1, "")
    assert "news/c.jsonl: there may be many texts in it, and --format tei is for one" in err


@pytest.mark.usefixtures("news")
def test_two_processes_print_what_one_prints(run: Run) -> None:
    assert run("news", "--jobs", "2") == run("news") == run("news", "--jobs", "0")


# What cannot be done


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("latin.txt", b"Caf\xe9", "byte 0xe9 at offset 3 (line 1) is no utf-8"),
        ("empty.txt", b"", "there is no text in it"),
        ("missing.txt", None, "No such file or directory"),
        ("nothing-*.txt", None, "No such file or directory"),
        (
            "cut.txt.gz",
            gzip.compress(LEE.encode() * 99, mtime=0)[:40],
            "this is no whole .gz file: Compressed file ended",
        ),
        ("plain.txt.gz", LEE.encode(), "this is no whole .gz file: Not a gzipped file"),
        ("other.csv", b"id,body\r\n1,Noon.\r\n", "no column is named 'text'; --text-field names another of: id, body"),
        ("empty.csv", b"", "there is no header in it"),
        ("latin.csv", b"text\r\nCaf\xe9\r\n", "say which with --encoding"),
    ],
)
@pytest.mark.usefixtures("news")
def test_a_bad_file_is_reported_and_the_rest_is_done(
    run: Run, tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    code, out, err = run(name, "news/a.txt", "--format", "json")
    assert code == 1
    assert err.startswith("quoteattr: ")
    assert message in err
    assert err.count("\n") == 1
    assert list(documents(out)) == ["news/a.txt"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "t.jsonl#2: no JSON: Expecting property name"),
        ("[]", "t.jsonl#2: a JSON object is wanted, not list"),
        ('{"body": "x", "id": 1}', "t.jsonl#2: no field is named 'text'; --text-field names another of: body, id"),
        ('{"text": null}', "t.jsonl#2: there is no text in it"),
        ('{"text": 3}', "t.jsonl#2: 'text' is no text, but int"),
        ("[" * 100_000, "t.jsonl#2: "),
    ],
)
def test_a_bad_line_is_reported_and_the_rest_is_done(run: Run, tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "t.jsonl").write_text('{"text": "Noon."}\n' + line + '\n{"text": "Night."}\n', encoding="utf-8")
    code, out, err = run("t.jsonl", "--format", "json")
    assert code == 1
    assert message in err
    assert list(documents(out)) == ["t.jsonl#1", "t.jsonl#3"]


def test_of_many_bad_lines_a_few_are_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_text("{\n" * 100, encoding="utf-8")
    code, _, err = run("t.jsonl")
    assert (code, len(err.splitlines())) == (1, 6)
    assert err.splitlines()[-1] == "quoteattr: t.jsonl: 95 more could not be done"


def test_a_folder_without_texts_is_reported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = run("empty")
    assert code == 1
    assert "quoteattr: empty: no file with one of these ends is in it: .txt .text" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Missing argument 'PATH...'"),
        (("--jobs", "-1", "a"), "Invalid value for '-j' / '--jobs'"),
        (("--kind", "quoted", "a"), "'quoted' is not one of 'direct', 'mixed', 'indirect'"),
        (("--min-confidence", "2", "a"), "'2' is no number from 0 to 1"),
        (("--encoding", "klingon", "a"), "no encoding is named 'klingon'"),
        (("--speakers", "a"), "No such option"),
    ],
)
def test_a_wrong_command_line_is_explained(run: Run, arguments: tuple[str, ...], message: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert message in err


# A folder of results


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.usefixtures("news")
def test_a_folder_gets_a_file_for_each_file(run: Run, tmp_path: Path) -> None:
    code, out, err = run("news", "--output", "found")
    assert (code, out) == (0, "")
    assert err == "quoteattr: 7 texts of 5 files now in found\n"
    assert files_in(tmp_path / "found") == [
        ".quoteattr.json",
        "news/a.txt.jsonl",
        "news/c.jsonl.jsonl",
        "news/d.csv.jsonl",
        "news/e.tsv.gz.jsonl",
        "news/old/b.txt.gz.jsonl",
    ]
    assert documents((tmp_path / "found/news/c.jsonl.jsonl").read_text(encoding="utf-8")) == {
        "c1": attribute(LEE),
        "news/c.jsonl#3": attribute(BERG),
    }


def test_what_is_done_is_passed_over_until_its_file_changes(run: Run, news: Path, tmp_path: Path) -> None:
    run("news", "-o", "found")
    for path in (tmp_path / "found" / "news").rglob("*.jsonl"):
        path.write_text("left alone", encoding="utf-8")
    assert run("news", "-o", "found") == (
        0,
        "",
        "quoteattr: 0 texts of 0 files now in found, 5 files done before\n",
    )
    later = time.time() + 60
    os.utime(news / "a.txt", (later, later))
    assert run("news", "-o", "found")[2] == "quoteattr: 1 text of 1 file now in found, 4 files done before\n"
    assert (tmp_path / "found/news/a.txt.jsonl").read_text(encoding="utf-8") != "left alone"
    assert (tmp_path / "found/news/c.jsonl.jsonl").read_text(encoding="utf-8") == "left alone"
    assert run("news", "-o", "found", "--again")[2] == "quoteattr: 7 texts of 5 files now in found\n"


@pytest.mark.usefixtures("news")
def test_results_of_other_options_are_not_mixed(run: Run) -> None:
    run("news", "-o", "found")
    code, _, err = run("news", "-o", "found", "--indirect", "all")
    assert code == 1
    assert "found holds results that were made with indirect 'speech': name another folder, or --again" in err
    assert run("news", "-o", "found", "--indirect", "all", "--again")[0] == 0
    assert run("news", "-o", "found", "--indirect", "all")[0] == 0


@pytest.mark.usefixtures("news")
def test_the_folder_of_results_is_not_read(run: Run) -> None:
    assert run(".", "-o", "found")[2] == "quoteattr: 7 texts of 5 files now in found\n"
    assert run(".", "-o", "./found")[2].endswith("5 files done before\n")


def test_results_stay_in_their_folder(run: Run, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    assert run("../news/a.txt", str(news / "c.jsonl"), "-o", "found")[0] == 0
    place = Path(*tmp_path.parts[1:])
    assert files_in(tmp_path / "work" / "found")[1:] == [
        (place / "news" / name).as_posix() for name in ("a.txt.jsonl", "c.jsonl.jsonl")
    ]
    assert files_in(news) == sorted([*files_in(news)])


def test_a_file_that_breaks_off_leaves_nothing(run: Run, tmp_path: Path) -> None:
    data = gzip.compress("".join(json.dumps({"text": f"Noon {at}."}) + "\n" for at in range(9_000)).encode())
    (tmp_path / "cut.jsonl.gz").write_bytes(data[: len(data) // 2])
    (tmp_path / "b.txt").write_text(BERG, encoding="utf-8")
    code, _, err = run("cut.jsonl.gz", "b.txt", "-o", "found", "--indirect", "none")
    assert code == 1
    assert "cut.jsonl.gz: this is no whole .gz file" in err
    assert files_in(tmp_path / "found") == [".quoteattr.json", "b.txt.jsonl"]


@pytest.mark.usefixtures("news")
def test_a_folder_that_cannot_be_written_is_reported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "found").write_text("a file", encoding="utf-8")
    code, out, err = run("news", "-o", "found")
    assert (code, out, err) == (1, "", "quoteattr: cannot write: found: File exists\n")


# In a real process


def command(*arguments: str, **more: Any) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(quoteattr.__file__).parent.parent),
        **more.pop("environment", {}),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "quoteattr", "attribute", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=more.pop("out", subprocess.PIPE),
        stderr=more.pop("err", subprocess.PIPE),
        env=environment,
        **more,
    )


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_whole_files_only_and_the_next_call_does_the_rest(tmp_path: Path, jobs: str) -> None:
    for at in range(400):
        (tmp_path / f"{at:03}.txt").write_text(LEE * 400, encoding="utf-8")
    arguments = (".", "-o", "found", "--jobs", jobs)
    heeds = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # which tests in the background of a shell do not
    process = command(*arguments, cwd=tmp_path, start_new_session=True, preexec_fn=heeds)
    while not (tmp_path / "found" / "004.txt.jsonl").exists():
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert re.fullmatch(r"quoteattr: interrupted\nquoteattr: \d+ texts of \d+ files now in found\n", err.decode())
    done = files_in(tmp_path / "found")
    assert 5 < len(done) < 400
    for name in done[1:]:
        text = (tmp_path / "found" / name).read_text(encoding="utf-8")
        assert documents(text) == {name.removesuffix(".jsonl"): attribute(LEE * 400)}
        break  # one is as good as all
    assert {line[-1:] for line in map(str.rstrip, done[1:])} == {"l"}
    assert not [*(tmp_path / "found").rglob("*.part")]


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    for at in range(60):
        (tmp_path / f"{at}.txt").write_text(LEE * 60, encoding="utf-8")
    process = command(".", cwd=tmp_path)
    assert process.stdout
    assert process.stderr
    process.stdout.read(100)
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait() == 0


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What somebody sees on a terminal who looks at standard output and standard error."""
    ours, theirs = pty.openpty()
    process = command(
        *arguments, out=theirs, err=theirs, environment={"TERM": "xterm-256color", "COLUMNS": "120", **environment}
    )
    os.close(theirs)
    seen = b""
    try:
        while data := os.read(ours, 4096):
            seen += data
    except OSError:  # how a terminal says that its other end is closed
        pass
    os.close(ours)
    assert process.wait() == 0
    return seen.decode()


def test_a_terminal_shows_colours(news: Path) -> None:
    assert "\x1b[1;36mAnn Lee\x1b[0m, \x1b[32msaid\x1b[0m" in on_a_terminal(str(news / "a.txt"))


def test_no_color_means_none(news: Path) -> None:
    assert "\x1b" not in on_a_terminal(str(news / "a.txt"), NO_COLOR="1")


def test_a_pipe_gets_no_colours(news: Path) -> None:
    out, err = command(str(news / "a.txt")).communicate()
    assert b"\x1b" not in out
    assert err == b""


def test_a_terminal_shows_progress_with_rate_and_time_left(news: Path, tmp_path: Path) -> None:
    seen = on_a_terminal(str(news), "-o", str(tmp_path / "found"))
    assert "100 %" in seen
    assert re.search(r"7 texts, [\d.]+ a second", seen)
    assert "0:00:00 left" in re.sub(r"\x1b\[[\d;]*m", "", seen)
    assert "7 texts of 5 files now in" in seen


# Without what it needs, and what else it says


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    for name in [*sys.modules]:
        if name.split(".")[0] == "click" or name in {"quoteattr.cli.attribute", "quoteattr.cli.completion"}:
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "click", None)
    code, out, err = run("a.txt")
    assert (code, out) == (2, "")
    assert err == (
        "quoteattr: click is not installed; this command comes with: python -m pip install 'quoteattr[cli]'\n"
    )


def test_the_examples_of_the_help_run(run: Run, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "article.txt").write_text(LEE, encoding="utf-8")
    (news / "old" / "lee.txt.gz").write_bytes(gzip.compress(LEE.encode()))
    (tmp_path / "news.csv").write_text(f'body\n"{LEE}"', encoding="utf-8")
    (tmp_path / "news.jsonl").write_text(json.dumps({"text": LEE}), encoding="utf-8")
    lines = re.findall(r"^  (?:cat article.txt \| )?quoteattr attribute (.*)$", run("--help")[1], re.MULTILINE)
    assert len(lines) == 6
    for line in lines:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LEE.encode())))
        code, out, err = run(*shlex.split(line.split("   ")[0]))
        assert code == 0, err
        assert out or "texts of" in err


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("quoteattr att", {"plain,attribute"}),
        ("quoteattr attribute --sp", {"plain,--speaker"}),
        ("quoteattr attribute --kind m", {"plain,mixed"}),
        ("quoteattr gate --fl", {"plain,--floors"}),
        ("quoteattr --indirect a", {"plain,all"}),
        ("quoteattr art", {"file,art"}),
    ],
)
def test_a_shell_completes_words(
    words: str, offered: set[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_QUOTEATTR_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    assert main([]) == 0
    assert offered <= set(capsys.readouterr().out.split())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell_asks_the_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert f"_QUOTEATTR_COMPLETE={shell}_complete" in capsys.readouterr().out
