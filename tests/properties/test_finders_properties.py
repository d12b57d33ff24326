"""What holds of an author's own finders of mentions and resolvers of speakers, whatever they give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, strategies as st

from quoteattr import Attribution, Extension, Named, RuleError, Speaker, attribute
from quoteattr.named import named_by
from quoteattr.testing import articles, check_laws
from quoteattr.testing.hostile import HOSTILE

SMALL = ["quab", "xim of vok", "dwofdwof", "o quab", "zurvok"]  # names that begin small
TEXTS = st.one_of(
    articles().map(lambda one: one.text),
    st.sampled_from(sorted(HOSTILE)).map(lambda kind: HOSTILE[kind](300)),
    st.text(min_size=1),
)


@st.composite
def found_in(draw: st.DrawFn) -> tuple[str, list[Named]]:
    """A text, and any stretches of it."""
    text = draw(TEXTS)
    named: list[Named] = []
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text) - 1))
        gender: Any = draw(st.sampled_from(["m", "f", "n", "u"]))
        name = draw(st.sampled_from(["", "Ann Lee", "quab"]))
        end = draw(st.integers(start + 1, len(text)))
        words = text[start:end]
        if any(map(str.isalnum, words)):
            start += len(words) - len(words.lstrip())
            named.append(Named(start, start + len(words.strip()), name=name, gender=gender))
    return text, named


@given(found_in())
def test_whatever_a_finder_gives_keeps_the_laws(given: tuple[str, list[Named]]) -> None:
    text, named = given
    extension = Extension(find_mentions=lambda _: named)
    check_laws(text, lambda text: attribute(text, extensions=[extension]))


@given(found_in())
def test_what_is_found_never_overlaps_and_does_not_depend_on_the_order(given: tuple[str, list[Named]]) -> None:
    text, named = given
    kept = named_by([lambda _: named], text)
    assert all(left.end <= right.start for left, right in pairwise(kept))
    places = [(one.start, one.end) for one in kept]
    assert places == [(one.start, one.end) for one in named_by([lambda _: iter(named[::-1]), lambda _: named], text)]


@given(st.one_of(articles().map(lambda one: one.text), st.text()))
def test_those_that_find_nothing_change_nothing(text: str) -> None:
    idle = Extension(find_mentions=lambda _: [], resolve=lambda _, attributions: [None] * len(attributions))
    assert attribute(text, extensions=[idle]) == attribute(text)


@given(st.sampled_from(SMALL), st.sampled_from(["m", "f"]), st.booleans())
def test_a_name_that_a_finder_tells_is_a_source_and_a_speaker(name: str, gender: Any, known: bool) -> None:
    full = "Vok Quab" if known else ""

    def find(text: str) -> Iterator[Named]:
        return (Named(*at.span(), name=full, gender=gender) for at in re.finditer(name, text))

    pronoun = {"m": "he", "f": "she"}[gender]
    text = f"“It is late,” said {name}. “Go home,” {pronoun} said.\n\nThen {name} said that it had rained."
    found = attribute(text, extensions=[Extension(find_mentions=find)])
    assert [(one.source and one.source.text) for one in found] == [name, pronoun, name]
    assert [one.source.form for one in found if one.source and one.source.text == name] == ["name", "name"]
    assert {(one.speaker and one.speaker.name, one.speaker and one.speaker.gender) for one in found} == {
        (full or name, gender)
    }


@given(TEXTS, st.randoms(use_true_random=False))
def test_whatever_a_resolver_says_is_meant_and_keeps_the_laws(text: str, random: Any) -> None:
    will = Speaker("Will", gender="m")
    choice = [random.random() < 0.5 for _ in range(100)]

    def resolve(_: str, attributions: Sequence[Attribution]) -> list[Speaker | None]:
        return [will if yes else None for yes, _ in zip(choice, attributions, strict=False)]

    before = attribute(text)
    if len(before) <= len(choice):
        after = check_laws(text, lambda text: attribute(text, extensions=[Extension(resolve=resolve)]))
        for yes, old, new in zip(choice, before, after, strict=False):
            assert new.speaker == (will if yes else old.speaker)
            assert (new.content, new.source, new.cue, new.rule) == (old.content, old.source, old.cue, old.rule)
            assert yes or new.rejected == old.rejected
        assert {one.speaker for one in after if one.speaker} == set(after.speakers)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"find_mentions": lambda _: [Named(0, 99)]}, "which is no stretch of 13 characters"),
        ({"find_mentions": lambda _: [Named(5, 5)]}, "which is no stretch of 13 characters"),
        ({"find_mentions": lambda _: [Named(3, 5)]}, "a blank at its edge or no letters: ',”'"),
        ({"find_mentions": lambda _: [Named(5, 7)]}, "a blank at its edge or no letters: ' I'"),
        ({"find_mentions": lambda _: [(0, 5)]}, r"must give Named\(start, end\), not \(0, 5\)"),
        ({"resolve": lambda *_: []}, "gave 0 speakers for 1 attributions"),
        ({"resolve": lambda *_: ["Ann"]}, "must give a Speaker or None, not 'Ann'"),
    ],
)
def test_what_nothing_can_be_done_with_is_told(given: dict[str, Any], message: str) -> None:
    with pytest.raises(RuleError, match=message):
        attribute("“No,” I said.", extensions=[Extension(**given)])


def test_one_who_is_reported_by_another_stays_so() -> None:
    text = "The ministry said that Lee called it “a farce.”"

    def resolve(_: str, attributions: Sequence[Attribution]) -> list[Speaker | None]:
        return [
            Speaker("Ministry of Trade", type="organisation") if one.kind == "indirect" else None
            for one in attributions
        ]

    found = attribute(text, extensions=[Extension(resolve=resolve)])
    (inner,) = [one for one in found if one.kind == "mixed"]
    assert inner.reported_by in found.attributions
    assert str(inner.reported_by and inner.reported_by.speaker) == "Ministry of Trade"


def test_whom_the_library_took_has_lost_only_where_a_resolver_means_somebody_else() -> None:
    text = "“No,” said Ann Lee."
    for name, lost in (("Ann Lee", []), ("Bo Dunn", ["Ann Lee"])):
        (one,) = attribute(text, extensions=[Extension(resolve=lambda *_, name=name: [Speaker(name)])])
        assert [each.speaker for each in one.rejected] == lost
        assert str(one.speaker) == name
