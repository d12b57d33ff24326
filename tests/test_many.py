from __future__ import annotations

import importlib
import operator
import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import quoteattr
from quoteattr import (
    RULES,
    OptionError,
    QuoteattrError,
    Result,
    TextError,
    UndoneError,
    attribute,
    attribute_many,
)
from quoteattr.markup import Marked
from quoteattr.render.formats import FORMATS
from quoteattr.testing.strategies import articles
from quoteattr.workers import Work, Worker, pack_outcomes, unpack_outcomes

TEXTS = [
    "“It is late,” said Ann Lee. “Go home.” She called the ferry “a farce.”",
    "",
    "The board said that the pier was shut. “We know,” it added.",
    "Half a pair: \ud83d, and “a whole one”, 🚢.",
    "“No,” said Ida Moe.\n\n“Yes,” said Tom.\n\n“No.”\n\n“Yes!”",
] * 20

ODD_RULES = """
    import os
    from quoteattr import rule

    @rule(confidence=0.9)
    def odd(passage):
        "Meets words that it cannot bear."
        if "fail" in passage.quotation.span.text:
            raise KeyError("fail")
        if "die" in passage.quotation.span.text:
            os._exit(3)
        if "talk" in passage.quotation.span.text:
            print("talking")
"""


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A module of rules in a folder of its own."""
    (tmp_path / "odd_rules.py").write_text(textwrap.dedent(ODD_RULES), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("odd_rules")
    del sys.modules["odd_rules"]


@pytest.mark.parametrize("processes", [1, 2])
def test_each_text_gives_what_it_gives_alone_in_the_order_of_the_texts(processes: int) -> None:
    assert list(attribute_many(iter(TEXTS), processes=processes)) == [attribute(text) for text in TEXTS]


@pytest.mark.parametrize("number", [0, 31, 32, 64])
def test_texts_that_fill_their_batches_are_all_there(number: int) -> None:
    assert len(list(attribute_many(TEXTS[:number], processes=2, then=len))) == number


@pytest.mark.parametrize("processes", [1, 2])
def test_options_are_those_of_attribute(processes: int) -> None:
    options: dict[str, Any] = {"indirect": "all", "rules": RULES.without("scare"), "characters": ["Ann Lee"]}
    assert list(attribute_many(TEXTS, processes=processes, **options)) == [attribute(text, **options) for text in TEXTS]


@given(articles(max_paragraphs=3) | st.text(alphabet='“”‘’"«» —:.aA\n\ud800'))
def test_what_comes_out_of_a_message_is_what_went_into_it(text: str | Marked) -> None:
    result = attribute(text if isinstance(text, str) else text.text, indirect="all")
    error = TextError("no text")
    back, fault = unpack_outcomes(pack_outcomes([result, error]))
    assert back == result
    assert isinstance(back, Result)
    assert back.to_dict() == result.to_dict()
    assert [one.explain().speaker for one in back] == [one.explain().speaker for one in result]
    assert (type(fault), str(fault)) == (TextError, "no text")


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_made_of_a_result_comes_in_its_place(processes: int) -> None:
    assert list(attribute_many(TEXTS, processes=processes, then=Result.to_dict)) == [
        attribute(text).to_dict() for text in TEXTS
    ]
    named: list[Any] = [(text, f"text {at}") for at, text in enumerate(TEXTS)]
    made = list(attribute_many([*named, (None, "no text"), ()], processes=processes, then=FORMATS["csv"].render))
    assert made[:-2] == [FORMATS["csv"].render(attribute(text), name) for text, name in named]
    assert [str(one) for one in made[-2:]] == [
        f"text {len(named)}: this is no str, but NoneType",
        f"text {len(named) + 1}: this is no str, but tuple",
    ]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_cannot_be_made_of_a_result_does_not_end_the_rest(processes: int) -> None:
    texts: list[Any] = ["“Noon,” said Ann.", None, "", "“No.”"]
    found = list(attribute_many(texts, processes=processes, then=operator.itemgetter(0)))
    assert [str(one) for one in found[1:3]] == [
        "text 1: this is no str, but NoneType",
        "text 2: IndexError: tuple index out of range",
    ]
    assert (found[0], found[3]) == (attribute("“Noon,” said Ann.")[0], attribute("“No.”")[0])


def test_results_of_other_processes_share_what_they_share_here() -> None:
    result = next(attribute_many(TEXTS, processes=2))
    assert isinstance(result, Result)
    assert result[1].speaker is result[0].speaker is result.speakers[0]


@pytest.mark.parametrize("processes", [1, 2])
def test_what_is_no_text_is_given_back_as_an_error_in_its_place(processes: int) -> None:
    texts: list[Any] = [*TEXTS[:40], None, *TEXTS[:3], b"Noon.", 4.5, "Noon."]
    found = list(attribute_many(texts, processes=processes))
    assert [at for at, one in enumerate(found) if isinstance(one, QuoteattrError)] == [40, 44, 45]
    assert isinstance(found[40], TextError)
    assert str(found[40]) == "text 40: this is no str, but NoneType"
    assert str(found[44]) == "text 44: this is no str, but bytes; decode bytes first, as in data.decode('utf-8')"
    assert found[46] == attribute("Noon.")


@pytest.mark.parametrize("processes", [1, 2])
def test_a_text_over_which_a_rule_fails_does_not_end_the_rest(odd: Any, processes: int) -> None:
    texts = ["“Noon,” said Ann.", "“I fail,” said Ann.", "“Night,” said Ann."]
    first, second, third = attribute_many(texts, processes=processes, rules=RuleSetWith(odd))
    assert isinstance(second, UndoneError)
    assert str(second) == "text 1: KeyError: 'fail'"
    assert (first, third) == (attribute(texts[0]), attribute(texts[2]))


def RuleSetWith(odd: Any) -> quoteattr.RuleSet:  # noqa: N802 - reads as one
    return RULES.before(next(iter(RULES)).name, odd.odd)


def test_a_text_over_which_a_process_dies_does_not_end_the_rest(odd: Any) -> None:
    texts = [f"“Noon,” said Ann{at}." for at in range(100)]
    texts[7] = texts[50] = "“I die,” said Ann."
    found = list(attribute_many(texts, processes=2, rules=RuleSetWith(odd)))
    assert [at for at, one in enumerate(found) if not isinstance(one, Result)] == [7, 50]
    assert isinstance(found[7], UndoneError)
    assert str(found[7]) == "text 7: the process that was at it died: exit code 3"
    assert found[8] == attribute(texts[8])


def test_what_a_rule_prints_does_not_get_between_the_answers(odd: Any, capfd: pytest.CaptureFixture[str]) -> None:
    worker = Worker(Work({"rules": RuleSetWith(odd)}))
    assert unpack_outcomes(worker.ask([("“We talk,” said Ann.",)])) == [attribute("“We talk,” said Ann.")]
    worker.close()
    assert capfd.readouterr() == ("", "talking\n")


@pytest.mark.parametrize(("processes", "ahead"), [(1, 1), (2, 32 * 3 * 2 + 32)])
def test_only_so_many_texts_are_read_ahead(processes: int, ahead: int) -> None:
    read = 0

    def texts() -> Iterator[str]:
        nonlocal read
        while True:
            read += 1
            yield "“Noon,” said Ann."

    found = attribute_many(texts(), processes=processes)
    assert read == 0
    for at in range(1, 300):
        assert next(found) == attribute("“Noon,” said Ann.")
        assert read <= at - 1 + ahead


@pytest.mark.parametrize(("processes", "before"), [(1, 70), (2, 70), (2, 64), (2, 0)])
def test_what_the_generator_raises_comes_behind_the_results_before_it(processes: int, before: int) -> None:
    def texts() -> Iterator[str]:
        yield from TEXTS[:before]
        raise ConnectionError("lost")

    found = attribute_many(texts(), processes=processes)
    assert [next(found) for _ in range(before)] == [attribute(text) for text in TEXTS[:before]]
    with pytest.raises(ConnectionError, match="lost"):
        next(found)


def test_leaving_early_ends_the_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []

    class Watched(subprocess.Popen[bytes]):
        def __init__(self, *given: Any, **more: Any) -> None:
            super().__init__(*given, **more)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    found = attribute_many((text for _ in range(9) for text in TEXTS), processes=2)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert len(started) == 2
    assert None not in [process.poll() for process in started]


@pytest.mark.parametrize("processes", [1, 2])
def test_wrong_options_are_told_at_the_call(processes: int) -> None:
    with pytest.raises(OptionError, match="indirect must be"):
        attribute_many(TEXTS, processes=processes, indirect="some")


@pytest.mark.parametrize(
    ("texts", "processes", "message"),
    [
        ("“Noon.”", 1, "takes many texts, not one str"),
        (TEXTS, 0, "a whole number from 1, or None, not 0"),
        (TEXTS, True, "a whole number from 1, or None, not True"),
        (TEXTS, 1.5, "a whole number from 1, or None, not 1.5"),
    ],
)
def test_a_wrong_call_is_explained(texts: Any, processes: Any, message: str) -> None:
    with pytest.raises(OptionError, match=message):
        attribute_many(texts, processes=processes)


def test_what_is_to_be_done_then_is_a_function() -> None:
    with pytest.raises(
        OptionError, match=r"then must be a function of a result, as in then=Result.to_dict, not 'json'"
    ):
        attribute_many(TEXTS, then="json")  # type: ignore[call-overload]


def test_none_is_a_process_for_each_core() -> None:
    assert list(attribute_many(TEXTS[:5], processes=None)) == [attribute(text) for text in TEXTS[:5]]


def test_where_the_system_tells_no_more_all_cores_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)  # not even that
    monkeypatch.setattr(subprocess, "Popen", None)  # a single one needs no other process
    assert list(attribute_many(TEXTS[:5], processes=None)) == [attribute(text) for text in TEXTS[:5]]


def test_rules_that_other_processes_cannot_import_are_refused() -> None:
    here = evolve(RULES["scare"], name="here")
    with pytest.raises(OptionError, match="'here' cannot be imported by other processes"):
        next(attribute_many(TEXTS, processes=2, rules=RULES.before("scare", here)))


SCRIPT = """
    import multiprocessing, sys
    from quoteattr import attribute_many

    print("once")
    multiprocessing.set_start_method(sys.argv[1])
    for found in attribute_many((f"“Noon,” said Ann {name}." for name in ("Lee", "Moe")), processes=2):
        print(found[0].speaker)
"""


@pytest.mark.parametrize("method", ["spawn", "fork", "forkserver"])
def test_a_script_needs_no_guard_with_any_start_method(tmp_path: Path, method: str) -> None:
    assert run_script(tmp_path, SCRIPT, method) == "once\nAnn Lee\nAnn Moe\n"


DAEMON = """
    import multiprocessing, sys
    from quoteattr import attribute_many

    def work():
        print([found[0].speaker.name for found in attribute_many(["“Noon,” said Ann Lee."] * 2, processes=2)])

    if __name__ == "__main__":
        process = multiprocessing.get_context(sys.argv[1]).Process(target=work, daemon=True)
        process.start()
        process.join()
"""


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_it_works_inside_a_process_that_may_have_no_children(tmp_path: Path, method: str) -> None:
    assert run_script(tmp_path, DAEMON, method) == "['Ann Lee', 'Ann Lee']\n"


SUSPENDED = """
    from quoteattr import attribute_many

    found = attribute_many((f"“Noon,” said Ann {at}." for at in range(10**9)), processes=2)
    print(next(found))
"""


def test_a_script_may_end_with_the_iterator_in_the_middle(tmp_path: Path) -> None:
    assert run_script(tmp_path, SUSPENDED) == "Ann 0, said: “Noon,”\n"


def run_script(folder: Path, script: str, *arguments: str) -> str:
    (folder / "script.py").write_text(textwrap.dedent(script), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(quoteattr.__file__).parent.parent), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, str(folder / "script.py"), *arguments],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout
