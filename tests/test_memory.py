"""What is kept in memory to save time is forgotten when it is too much, and changes no answer."""

from __future__ import annotations

import gc

import pytest

from quoteattr import RULES, Candidate, Passage, Quotation, attribute, rule
from quoteattr.lexicon import english
from quoteattr.memo import Memo
from quoteattr.phrases import _Phrases
from quoteattr.testing import check_laws

TEXT = (
    "“It is late,” said Ann Lee. The old miller’s ‘big’ boat left at noon. “Go home,” he told the mapmaker.\n\n"
    "'No,' she said. \"It isn't the boys' boat.\" Tom Berg said that it was late.\n\n"
) * 3


def forget_nearly_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every memo keep two things."""
    attribute(TEXT, indirect="all")  # there are as many as there will be
    for memo in [one for one in gc.get_objects() if type(one) is Memo]:
        memo.clear()
        monkeypatch.setattr(memo, "half", 1)


def test_with_hardly_any_words_and_names_kept_the_results_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_nearly_all(monkeypatch)
    forgetful = attribute(TEXT, indirect="all")
    monkeypatch.undo()
    assert attribute(TEXT, indirect="all") == forgetful


@pytest.mark.parametrize("limit", ["quoteattr.narration._MET_LIMIT", "quoteattr.narration._LONG_PARAGRAPH"])
def test_with_hardly_any_memory_the_results_are_the_same(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    new = TEXT.replace("Ann", "Quilla").replace(
        "miller", f"thatcher of {limit.replace('.', ' ')}"
    )  # words not met before
    monkeypatch.setattr(limit, 2)
    forgetful = attribute(new, indirect="all")
    monkeypatch.undo()
    assert attribute(new, indirect="all") == forgetful
    check_laws(new)


def test_kinds_of_phrases_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quoteattr.phrases._MOST", 2)
    kinds = _Phrases()
    assert [kinds[letters] for letters in ("dn", "djn", "djjn", "dn")] == [
        ("M", length, False) for length in (2, 3, 4, 2)
    ]
    assert [*kinds] == ["djjn", "dn"]


def test_a_word_is_the_same_however_often_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("said", "It’s", "miller", "Ann’s", "10:30")
    usual = [english().word(word) for word in words]
    forget_nearly_all(monkeypatch)
    assert [english().word(word) for word in words for _ in range(2)] == [word for word in usual for _ in range(2)]


@pytest.mark.parametrize(
    "text", ["“It is late,” said Ann. “No.”\n\n" * 2_000, "“It is late,” said Ann. Bo is “odd”. " * 3_000]
)
def test_quotations_and_candidates_are_let_go_while_a_text_is_read(text: str) -> None:
    alive = {Candidate: 0, Quotation: 0}

    @rule(confidence=1.0)
    def counting(passage: Passage) -> Candidate | None:
        """Sees nothing, but how many of them there are towards the end."""
        if passage.quotation.span.end > len(text) - 50:
            alive.update((kind, sum(isinstance(one, kind) for one in gc.get_objects())) for kind in alive)
        return None

    result = attribute(text, rules=RULES.before(next(iter(RULES)).name, counting))
    assert 0 < alive[Candidate] < 600
    assert 0 < alive[Quotation] < 3_000 < len(result.quotations)
