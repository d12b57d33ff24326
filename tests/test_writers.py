"""A file is written whole or not at all; a full disk is told, and a reader that is gone ends a command quietly."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import quoteattr
from quoteattr import attribute
from quoteattr.cli import main
from quoteattr.testing.goldens import check_golden
from quoteattr.whole import WholeFile, write_whole

ARTICLE = "“It is late,” said Ann Lee. “Go.” She called the mill “a farce.”\n"
FLOORS = '{"margin": 0.0, "gold": [{"file": "gold.jsonl", "at_least": {"source.recall": 0.1}}]}'
PRINTING = {
    "plain": "article.txt",
    "attribute": "attribute article.txt",
    "completion": "completion bash",
    "evaluate": "evaluate gold.jsonl",
    "explain": "explain article.txt",
    "gate": "gate . --floors floors.json",
    "report": "report article.txt -o -",
    "rules": "rules",
}
WRITING = {
    "attribute": ("attribute big.txt -o found", "found/big.txt.jsonl"),
    "evaluate": ("evaluate gold.jsonl --save saved.jsonl", "saved.jsonl"),
    "gate": ("gate . --floors floors.json --raise", "floors.json"),
    "report": ("report article.txt", "report.html"),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles, gold and floors."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "big.txt").write_text(ARTICLE * 300, encoding="utf-8")
    gold = (attribute(ARTICLE).to_json(id=f"mill {at}") + "\n" for at in range(20))
    (tmp_path / "gold.jsonl").write_text("".join(gold), encoding="utf-8")
    (tmp_path / "floors.json").write_text(FLOORS, encoding="utf-8")
    return tmp_path


def command(words: str, **more: object) -> tuple[int, str, str]:
    """Run the command in a process of its own: exit code, standard output, standard error."""
    environment = {**os.environ, "PYTHONPATH": str(Path(quoteattr.__file__).parents[1])}
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    done = subprocess.run(  # type: ignore[call-overload]
        [sys.executable, "-m", "quoteattr", *words.split()], env=environment, check=False, encoding="utf-8", **streams
    )
    return done.returncode, done.stdout or "", done.stderr or ""


def with_little_room() -> None:
    """No file may be longer than half a kilobyte."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))


# Standard output


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("words", PRINTING.values(), ids=PRINTING)
def test_a_full_disk_behind_standard_output_is_told(words: str) -> None:
    with Path("/dev/full").open("wb") as full:
        code, _, told = command(words, stdout=full)
    assert code == 1
    assert told == "quoteattr: cannot write: No space left on device\n"


@pytest.mark.parametrize("words", PRINTING.values(), ids=PRINTING)
def test_a_reader_that_is_gone_ends_it_quietly(words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        assert command(words, stdout=writing) == (0, "", "")
    finally:
        os.close(writing)


@pytest.mark.parametrize("words", ["article.txt", "attribute article.txt", "explain article.txt", "rules"])
def test_standard_output_that_is_closed_is_told(words: str) -> None:
    code, _, told = command(words, stdout=None, preexec_fn=lambda: os.close(1))
    assert (code, told) == (1, "quoteattr: cannot write: Bad file descriptor\n")


@pytest.mark.parametrize("words", ["-", "explain -", "report -", "attribute -"])
def test_standard_input_that_is_closed_is_told(words: str) -> None:
    code, _, told = command(words, stdin=None, preexec_fn=lambda: os.close(0))
    assert code == 1
    assert "standard input: there is no text in it\n" in told


# Files


@pytest.mark.parametrize(("words", "name"), WRITING.values(), ids=WRITING)
def test_a_file_that_does_not_fit_is_told_and_what_was_there_stays(folder: Path, words: str, name: str) -> None:
    path = folder / name
    old = path.read_bytes() if path.exists() else None
    if name == "floors.json":  # room for all but this
        gold = [{"file": str(at), "at_least": {"source.recall": 0.1}} for at in range(20)]
        path.write_text(json.dumps({"margin": 0.0, "gold": gold}), encoding="utf-8")
        old = path.read_bytes()
    code, _, told = command(words, preexec_fn=with_little_room)
    assert code in (1, 2)
    assert "File too large" in told
    assert "Traceback" not in told
    assert (path.read_bytes() if path.exists() else None) == old
    assert not [*folder.rglob("*.part")]


@pytest.mark.parametrize("words", ["report article.txt -o no/page.html", "evaluate gold.jsonl --save no/saved.jsonl"])
def test_a_folder_that_is_not_there_is_told(words: str) -> None:
    code, _, told = command(words)
    assert code in (1, 2)
    assert "No such file or directory" in told
    assert "Traceback" not in told


def test_predictions_of_all_gold_are_saved(folder: Path) -> None:
    code, _, told = command("evaluate gold.jsonl gold.jsonl --save saved.jsonl")
    assert (code, told) == (0, "")
    assert len((folder / "saved.jsonl").read_text(encoding="utf-8").splitlines()) == 40


def test_a_golden_is_written_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "golden.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    with monkeypatch.context() as broken:
        broken.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space left on device"):
            check_golden(path)
    assert path.read_text(encoding="utf-8") == ARTICLE


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("function", ["os.fsync", "os.chmod", "os.replace"])
@pytest.mark.parametrize(("fault", "error"), [(full, OSError), (interrupted, KeyboardInterrupt)])
def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    function: str,
    fault: Callable[..., None],
    error: type[BaseException],
) -> None:
    path = tmp_path / "new" / "a.html"
    path.parent.mkdir()
    path.write_text("old", encoding="utf-8")
    with monkeypatch.context() as broken:
        broken.setattr(function, fault)
        with pytest.raises(error):
            write_whole(path, "new")
    assert (path.read_text(encoding="utf-8"), [*path.parent.iterdir()]) == ("old", [path])


@pytest.mark.parametrize("words", ["attribute article.txt -o found", "evaluate gold.jsonl --save found"])
def test_ctrl_c_at_the_moment_at_which_a_file_is_made_leaves_nothing_of_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    open_it, made = os.open, []

    def make_it_and_stop(path: str, *how: int, **more: int) -> int:
        handle = open_it(path, *how, **more)
        if path.endswith(".part") and "settings" not in path:
            os.close(handle)
            made.append(path)
            raise KeyboardInterrupt
        return handle

    monkeypatch.setattr("os.open", make_it_and_stop)
    with contextlib.suppress(KeyboardInterrupt):
        main(words.split())
    assert made
    assert not [*folder.rglob("*.part")]


def test_an_error_while_a_file_is_written_leaves_what_was_there(tmp_path: Path) -> None:
    def write() -> None:
        with WholeFile(tmp_path / "new") as file:
            file.write("half")
            raise KeyError

    before = [*tmp_path.iterdir()]
    with pytest.raises(KeyError):
        write()
    assert [*tmp_path.iterdir()] == before


def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.html", tmp_path / "link"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    write_whole(link, "new\r\n\ud800")
    assert link.is_symlink()
    assert path.read_bytes() == b"new\r\n\\ud800"
    assert path.stat().st_mode & 0o777 == 0o640
    write_whole(tmp_path / "other", "")
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "other").stat().st_mode & 0o777 == 0o666 & ~mask


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_whole(tmp_path / "pipe", "new")
    assert os.read(reading, 10) == b"new"
    os.close(reading)
    assert (tmp_path / "pipe").is_fifo()
