"""The two ends of the pipe to another process, each by itself."""

from __future__ import annotations

import io
import os
import pickle
import sys
import threading
from pathlib import Path

import pytest

from quoteattr import RULES, Result, UndoneError, attribute, workers
from quoteattr.errors import OptionError
from quoteattr.workers import (
    Work,
    Worker,
    _pack_work,
    _read_work,
    _receive,
    _send,
    pack_outcomes,
    serve,
    unpack_outcomes,
)


def test_a_message_comes_as_it_was_sent_and_one_cut_short_is_the_end() -> None:
    pipe = io.BytesIO()
    _send(b"Noon.", pipe)
    _send(b"", pipe)
    sent = pipe.getvalue()
    pipe.seek(0)
    assert [_receive(pipe), _receive(pipe)] == [b"Noon.", b""]
    for length in range(sent.index(b".")):
        with pytest.raises(EOFError):
            _receive(io.BytesIO(sent[:length]))


def test_work_comes_as_it_was_given() -> None:
    given = Work({"min_confidence": 0.5}, then=len)
    assert _read_work(_pack_work(given)) == (given, None)
    work, fault = _read_work(_pack_work(Work({"rules": RULES})))
    assert fault is None
    assert [rule.name for rule in work.options["rules"]] == [rule.name for rule in RULES]


def test_options_that_are_wrong_are_told() -> None:
    work, fault = _read_work(_pack_work(Work({"indirect": "some"})))
    assert work == Work()
    assert "indirect must be" in str(fault)
    work, fault = _read_work(b"no pickle")
    assert work == Work()
    assert isinstance(fault, OptionError)
    assert "cannot make out the options: UnpicklingError" in str(fault)


def test_options_that_no_other_process_can_have_are_told() -> None:
    with pytest.raises(OptionError, match=r"cannot be given to other processes: .*; use processes=1"):
        _pack_work(Work({"characters": [threading.Lock()]}))


def test_a_function_of_a_script_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def count(result: Result) -> int:
        return len(result)

    with pytest.raises(OptionError, match=r"cannot be given to other processes: .*; use processes=1"):
        _pack_work(Work(then=count))
    monkeypatch.setattr(count, "__module__", "__main__")
    with pytest.raises(
        OptionError, match=r"the function '.*count' cannot be imported by other processes: let it stand"
    ):
        _pack_work(Work(then=count))


def test_a_text_that_fails_does_not_end_the_others() -> None:
    assert isinstance(Work({"no such option": 1})(("Noon.",)), UndoneError)
    assert "indirect must be" in str(Work({"indirect": "some"})(("Noon.",)))
    assert str(Work(then=next)(("Noon.",))) == "TypeError: 'Result' object is not an iterator"


def test_what_cannot_be_packed_is_not_done_and_does_not_end_the_others() -> None:
    first, second, third = unpack_outcomes(pack_outcomes([1, threading.Lock(), 3]))
    assert (first, third) == (1, 3)
    assert isinstance(second, UndoneError)
    assert "pickle" in str(second)


def test_what_comes_with_a_text_and_cannot_be_packed_is_told() -> None:
    with pytest.raises(OptionError, match=r"what comes with the texts cannot be given to other processes: .*; use"):
        Worker(Work(then=len)).ask([("Noon.", threading.Lock())])


def test_outcomes_come_as_they_were() -> None:
    result = attribute("“It is late,” said Ann Lee, a miller. She called it “a farce.”")
    fault = UndoneError("no")
    back, told = unpack_outcomes(pack_outcomes([result, fault]))
    assert back == result
    assert str(told) == "no"


def test_where_no_python_can_be_started_another_way_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(OptionError, match="use processes=1"):
        Worker(Work()).ask([("Noon.",)])


def test_a_process_that_dies_at_once_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_PROGRAM", "raise SystemExit(3)")
    with pytest.raises(UndoneError, match="a process was started, but died at once: exit code 3"):
        Worker(Work()).ask([("Noon.",)])


def test_options_that_are_wrong_in_the_process_are_told() -> None:
    worker = Worker(Work({"indirect": "some"}))
    with pytest.raises(OptionError, match="indirect must be"):
        worker.ask([("Noon.",)])
    worker.close()


def test_the_process_answers_until_nothing_more_is_asked(tmp_path: Path) -> None:
    with (tmp_path / "asked").open("wb") as pipe:
        _send(_pack_work(Work(then=len)), pipe)
        _send(pickle.dumps([("“Noon,” said Ann.",), ("Noon.",)]), pipe)
    own = os.dup(0), os.dup(1)
    try:
        with (tmp_path / "asked").open("rb") as questions, (tmp_path / "told").open("wb") as answers:
            os.dup2(questions.fileno(), 0)
            os.dup2(answers.fileno(), 1)
        serve()
    finally:
        for at, one in enumerate(own):
            os.dup2(one, at)
            os.close(one)
    with (tmp_path / "told").open("rb") as pipe:
        assert pickle.loads(_receive(pipe)) is None
        assert unpack_outcomes(_receive(pipe)) == [1, 0]


def test_rules_go_by_their_names() -> None:
    assert pickle.loads(_pack_work(Work({"rules": RULES}))).options["rules"] == RULES
