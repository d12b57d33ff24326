"""The two ends of the pipe to another process, each by itself."""

from __future__ import annotations

import io
import pickle
import sys
import threading

import pytest

from quoteattr import RULES, UndoneError, attribute
from quoteattr.errors import OptionError
from quoteattr.workers import (
    Worker,
    _pack_options,
    _read_options,
    _receive,
    _send,
    outcome_of,
    pack_outcomes,
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


def test_options_come_as_they_were_given() -> None:
    assert _read_options(_pack_options({"min_confidence": 0.5})) == ({"min_confidence": 0.5}, None)
    options, fault = _read_options(_pack_options({"rules": RULES}))
    assert fault is None
    assert [rule.name for rule in options["rules"]] == [rule.name for rule in RULES]


def test_options_that_are_wrong_are_told() -> None:
    options, fault = _read_options(_pack_options({"indirect": "some"}))
    assert options == {}
    assert "indirect must be" in str(fault)
    options, fault = _read_options(b"no pickle")
    assert options == {}
    assert isinstance(fault, OptionError)
    assert "cannot make out the options: UnpicklingError" in str(fault)


def test_options_that_no_other_process_can_have_are_told() -> None:
    with pytest.raises(OptionError, match=r"cannot be given to other processes: .*; use processes=1"):
        _pack_options({"characters": [threading.Lock()]})


def test_a_text_that_fails_does_not_end_the_others() -> None:
    assert isinstance(outcome_of("Noon.", {"no such option": 1}), UndoneError)
    assert "indirect must be" in str(outcome_of("Noon.", {"indirect": "some"}))


def test_outcomes_come_as_they_were() -> None:
    result = attribute("“It is late,” said Ann Lee, a miller. She called it “a farce.”")
    fault = UndoneError("no")
    back, told = unpack_outcomes(pack_outcomes([result, fault]))
    assert back == result
    assert str(told) == "no"


def test_where_no_python_can_be_started_another_way_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(OptionError, match="use processes=1"):
        Worker({}).ask(["Noon."])


def test_rules_go_by_their_names() -> None:
    assert pickle.loads(_pack_options({"rules": RULES}))["rules"] == RULES
