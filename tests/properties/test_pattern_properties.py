"""What holds of patterns, whatever is written in them."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from attrs import frozen
from hypothesis import example, given, strategies as st

from quoteattr import RULES, Candidate, Passage, Pattern, PatternError, RuleSet, attribute, rule
from quoteattr.pattern import ELEMENTS
from quoteattr.testing import articles, check_laws, passages
from quoteattr.testing.hostile import HOSTILE

NAMES = ["Ann Lee", "Bo Dunn", "Ida Moe", "Otto Stahl"]
SMALL = ["per", "via", "beyond", "over", "thus"]  # each a phrase of its own
OTHERS = ["xim", "quab", "SOURCE", "QUOTATION", "TIME"]  # what no text here has in that place


@frozen
class Drawn:
    """A pattern with a text that it was made from, and what it must find there."""

    pattern: str
    text: str
    source: str | None
    addressee: str | None
    cue: str | None


@st.composite
def elements(draw: st.DrawFn) -> list[tuple[str, str]]:
    """One side of a quotation: elements with the words that they stand for; mentions never side by side."""
    names = draw(st.permutations(NAMES))
    made: list[tuple[str, str]] = []
    parts = draw(st.permutations(["SOURCE", "ADDRESSEE", "MENTION:name"]))
    for name, who in zip(parts, names, strict=False):
        small = draw(st.sampled_from(SMALL))
        shown = draw(st.sampled_from([small, small.capitalize()]))
        made += [(shown, small), (name, who)]
    return made[: draw(st.integers(0, len(made)))]


def written(draw: st.DrawFn, element: str, *, firm: bool) -> str:
    """An element in one of the ways to write it that fit all the same; behind a gap it must be there."""
    ways = ["{}", "({})", "( xim | {} )", "quab? {}", *([] if firm else ["{} ?", "({} | quab)?"])]
    return draw(st.sampled_from(ways)).format(element)


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    """A pattern and a text for it."""
    side, behind = draw(elements()), draw(st.booleans())
    found = dict(side)
    cue = None
    gap = draw(st.booleans())
    pieces = [(written(draw, element, firm=gap), words) for element, words in side]
    if side and side[-1][0] in SMALL and draw(st.booleans()):  # the last word as the cue
        cue = side[-1][1]
        pieces[-1] = f"{{{cue}}}", cue
    if gap:
        pieces.insert(draw(st.integers(0, len(pieces))), ("...", "thus far" if draw(st.booleans()) else ""))
    quotation = ("CONTENT", "“It rains,”" if behind else "“It rains.”")
    ordered = [quotation, *pieces] if behind else [*pieces, quotation]
    text = " ".join(words for _, words in ordered if words)
    pattern = " ".join(element for element, _ in ordered)
    rows = draw(st.sampled_from(["{0}", "xim CONTENT | {0}", "{0} | CONTENT"]))
    text = text[0].upper() + text[1:]
    return Drawn(rows.format(pattern), text, found.get("SOURCE"), found.get("ADDRESSEE"), cue)


@given(drawn())
def test_a_pattern_matches_what_it_was_made_from(one: Drawn) -> None:
    (passage,) = passages(one.text)
    found = Pattern(one.pattern).match(passage)
    assert found is not None
    assert (found.source and found.source.text, found.addressee and found.addressee.text) == (one.source, one.addressee)
    assert (found.cue and found.cue.text.lower()) == one.cue


@given(st.one_of(st.text(), st.text("CONTESRU (){}|?.,:\\aé’", max_size=30)))
@example("CONTENT SOURCE:nobody")
@example("CONTENT (SOURCE")
@example("(" * 30)
@example("\n  CONTENT\n  SUORCE CUE")
def test_any_string_is_a_pattern_or_an_error_with_its_place(text: str) -> None:
    try:
        pattern = Pattern(text)
    except PatternError as error:
        fault = error
    else:
        assert pattern == Pattern(text)
        return
    assert 0 <= fault.position <= max(0, len(text) - 1)
    assert fault.pattern == text
    *_, shown, caret = ["", *str(fault).split("\n")] if text else ["", ""]
    assert str(pickle.loads(pickle.dumps(fault))) == str(fault)
    assert not text or (shown[4:][len(caret) - 5 : len(caret) - 4] == text[fault.position].strip("\n"))


ROWS = st.recursive(
    st.sampled_from([*sorted({*ELEMENTS} - {"CONTENT"}), *SMALL, "...", ",", "said", "the", "CUE:speech"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(" ".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda rows: f"({' | '.join(rows)})"),
        inner.map(lambda one: f"({one})?"),
        st.sampled_from(["{said}", "{according to}", "{VERB}"]),
    ),
    max_leaves=12,
)


TEXTS = st.one_of(
    articles().map(lambda one: one.text), st.sampled_from(sorted(HOSTILE)).map(lambda kind: HOSTILE[kind](300))
)


@given(ROWS, ROWS, TEXTS)
def test_whatever_a_pattern_finds_keeps_the_laws(left: str, right: str, text: str) -> None:
    try:
        pattern = Pattern(f"{left} CONTENT {right}")
    except PatternError:
        return  # it has two sources, say

    @rule(confidence=0.9)
    def drawn_rule(passage: Passage) -> Candidate | None:
        """Whatever the pattern sees."""
        return pattern.candidate(passage)

    rules = RuleSet((drawn_rule, *RULES))
    check_laws(text, lambda given: attribute(given, rules=rules, indirect="none"))


LONG = "xim " * 280


@pytest.mark.parametrize(
    "pattern",
    [
        "xim? " * 90 + "quab CONTENT",
        "(xim | xim xim | xim?) " * 20 + "quab CONTENT",
        "... xim " * 45 + "... quab? per CONTENT",
        "... MENTION ... " * 30 + "CONTENT",
        "(... xim | ... xim ...)? " * 16 + "CONTENT per",
        "CONTENT " + "(((((xim?)?)?)?)?)? " * 30 + "quab",
    ],
)
@pytest.mark.parametrize(
    "text", [LONG + "per “it rains,”", "“It rains,” " + LONG, "“It rains,” " * 100, "the xim, " * 90 + "“it.”"]
)
def test_no_pattern_takes_more_than_its_length_times_that_of_the_sentence(pattern: str, text: str) -> None:
    compiled: Any = Pattern(pattern)
    for passage in passages(text):
        compiled.match(passage)
