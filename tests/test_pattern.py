"""Patterns: what each element stands for, and what is said of one that cannot be read."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from quoteattr import Pattern, PatternError
from quoteattr.markup import parse_marked
from quoteattr.testing import passages


@pytest.mark.parametrize(
    ("pattern", "marked"),
    [
        ("CONTENT CUE SOURCE", "<“It rains,”> {said} [Ann Lee], a clerk, on Monday."),
        ("CONTENT CUE SOURCE", "<“It rains,”> {said} [Ann Lee and Bo Dunn]."),
        ("CONTENT SOURCE CUE", "<“It rains,”> [Ann Lee], a clerk, {said}."),
        ("CONTENT SOURCE CUE", "<“It rains,”> [Ann Lee], who keeps the keys, {said}."),
        ("SOURCE CUE , CONTENT", "[Ann Lee], who keeps the keys, {said}, <“It rains.”>"),
        ("SOURCE CUE ADDRESSEE : CONTENT", "[A spokeswoman for the port] {told} reporters: <“It rains.”>"),
        ("SOURCE CUE that? CONTENT", "[Ann Lee, Bo Dunn and Ida Moe] {said} that <“it rains.”>"),
        ("SOURCE CUE that? CONTENT", "[She] {says} <“it rains.”>"),
        ("SOURCE:pronoun CUE CONTENT", "[She] {wrote} <“go.”>"),
        ("SOURCE on TIME CUE ADVERB CONTENT", "[Ann Lee] on Monday {said} quietly <“go.”>"),
        ("{in} OWNER own? {words} ... CONTENT", "It was, {in} [Ann Lee]’s own {words}, <“a wreck.”>"),
        ("{in} OWNER own? {words} ... CONTENT", "It was, {in} [his] {words}, <“a wreck.”>"),
        ("CONTENT ,? {in} OWNER {words}", "<“A wreck,”> {in} [Ann Lee]’s {words}."),
        ("SOURCE VERB:give the same {answer} : CONTENT", "[The driver] gave the same {answer}: <“Go.”>"),
        ("as SOURCE {VERB:put it} , CONTENT", "As [Ann Lee] {put} {it}, <“Go.”>"),
        ("START SOURCE {:} CONTENT END", "[Dina Vaz]{:} <“The bridge stays”>"),
        ("CONTENT - SOURCE", "<“A garden is an argument.”> — [Dina Vaz]"),
        (r"CONTENT \( {testimony of} SOURCE", "<“I never saw the map”> ({testimony of} [Ada Moss])."),
        ("CONTENT (per | via) SOURCE", "<“It rains,”> via [Bo Dunn]."),
        (
            "CONTENT ({so} | {thus}) (to | of | for | from | by | with | near | over | at) SOURCE",
            "<“Go,”> {so} by [Lee].",
        ),
        ("I don't {say} CONTENT", "I don’t {say} <“go.”>"),
        ("Over to SOURCE ... : CONTENT", "And now over to [Bo Dunn] in the rain: <“It rains.”>"),
    ],
)
def test_an_element_is_what_the_table_says(pattern: str, marked: str) -> None:
    answer = parse_marked(marked)
    found = Pattern(pattern).match(passages(answer.text)[-1])
    (one,) = answer.attributions
    assert found is not None
    assert (found.source.span if found.source else None) == one.source
    assert (found.cue.spans if found.cue else ()) == one.cue
    assert found.candidate().source == found.source


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("CONTENT CUE SOURCE", "“It rains,” Ann Lee said."),
        ("CONTENT ... , ... {and} ... {but} SOURCE", "“It rains,” said Ann, and Bo, and Cy, and Di, and Ed, or Flo."),
        ("OWNER {words} ... CONTENT", "In Ann Lee’s long words “It rains.”"),
        ("CONTENT CUE? ... SOURCE:pronoun", "“It rains,” said Ann and Bo."),
        ("CONTENT CUE SOURCE", "“It rains,” was told Ann Lee."),
        ("CONTENT CUE:writing SOURCE", "“It rains,” said Ann Lee."),
        ("CONTENT CUE SOURCE:pronoun", "“It rains,” said Ann Lee."),
        ("CONTENT VERB:write SOURCE", "“It rains,” said Ann Lee."),
        ("START SOURCE : CONTENT", "This from Ann Lee: “It rains.”"),
        ("CONTENT CUE END", "“It rains,” said Ann Lee."),
        ("QUOTATION CONTENT", "Ann said “it rains.”"),
        ("per SOURCE CONTENT", "Per Ann Lee, “it rains.”"),
        ("... per CONTENT", "It was late. “It rains.”"),
        ("CONTENT (per | via) SOURCE", "“It rains,” perhaps Bo Dunn."),
    ],
)
def test_what_does_not_stand_there_is_not_found(pattern: str, text: str) -> None:
    (passage,) = passages(text)
    assert Pattern(pattern).match(passage) is None
    assert Pattern(pattern).candidate(passage) is None


def test_the_first_row_that_fits_is_taken_and_a_gap_takes_as_little_as_will_do() -> None:
    (passage,) = passages("Per Ann Lee, and per Bo Dunn, “it rains.”")
    for pattern, source in [
        ("per SOURCE ... CONTENT", "Bo Dunn"),
        ("START per SOURCE ... CONTENT", "Ann Lee"),
        ("via SOURCE ... CONTENT | START per SOURCE ... CONTENT | per SOURCE ... CONTENT", "Ann Lee"),
    ]:
        found = Pattern(pattern).match(passage)
        assert found is not None
        assert str(found.source) == source


def test_a_pattern_knows_where_its_elements_stand() -> None:
    (passage,) = passages("Over to Ann Lee, who said: “It rains.”")
    found = Pattern("over to SOURCE ,? ... CUE : CONTENT").match(passage)
    assert found is not None
    assert {name: passage.lemma_at(at) for name, at in found.places.items()} == {"SOURCE": "lee", "CUE": "said"}
    assert {name: passage.kind_at(at) for name, at in found.places.items()} == {"SOURCE": "M", "CUE": "V"}
    assert (passage.kind_at(-1), passage.kind_at(len(passage.kinds))) == ("^", "$")


@pytest.mark.parametrize(
    ("pattern", "position", "message"),
    [
        ("", 0, "no element stands here"),
        ("|", 0, "no element stands here"),
        ("CONTENT |", 8, "no element stands here"),
        ("CONTENT | | SOURCE", 10, "no element stands here"),
        ("CONTENT SUORCE", 8, "no element is named SUORCE; did you mean SOURCE?"),
        ("CONTENT XYZ", 8, "there are CONTENT, SOURCE, .*; a word is written small"),
        ("CONTENT SOURCE:nobody", 15, "there is no SOURCE:nobody: SOURCE is one of SOURCE:name, .*"),
        ("CONTENT TIME:late", 13, "there is no TIME:late: TIME has no kinds"),
        ("SOURCE CUE", 0, "no CONTENT stands in this row"),
        ("CONTENT | SOURCE", 10, "no CONTENT stands in this row"),
        ("(CONTENT) SOURCE", 1, "CONTENT stands in no brackets"),
        ("CONTENT CONTENT", 8, "a second CONTENT in this row"),
        ("SOURCE CONTENT SOURCE", 15, "a second SOURCE in this row"),
        ("SOURCE CONTENT (so | per OWNER)", 25, "a second OWNER in this row"),
        ("(SOURCE | so) CONTENT SOURCE", 22, "a second SOURCE in this row"),
        ("CUE CONTENT {so}", 0, "this row has a CUE besides the words in braces"),
        ("CONTENT (SOURCE", 8, r"this is never closed: a \) is missing"),
        ("CONTENT {so", 8, "this is never closed: a } is missing"),
        ("CONTENT {}", 8, "no word stands in the braces"),
        ("CONTENT {SOURCE}", 9, "in braces stand the words of the cue"),
        ("CONTENT )", 8, "nothing is open that \\) would close"),
        ("CONTENT ? so", 8, r"\? stands behind the element that may be missing"),
        ("CONTENT so??", 11, r"\? stands behind the element that may be missing"),
        ("CONTENT so \\", 11, "a backslash stands before the sign that it makes plain"),
        ("CONTENT " + "so " * 100, 305, "more than 100 elements"),
        ("CONTENT " + "(" * 11 + "so" + ")" * 11, 18, "more than 10 brackets are open"),
    ],
)
def test_a_bad_pattern_says_where_and_what_is_wrong(pattern: str, position: int, message: str) -> None:
    with pytest.raises(PatternError, match=message) as caught:
        Pattern(pattern)
    assert caught.value.position == position


def test_the_place_is_shown_in_its_line() -> None:
    with pytest.raises(PatternError) as caught:
        Pattern("CONTENT SOURCE |\n  CONTENT SUORCE so")
    assert str(caught.value).split("\n")[1:] == ["      CONTENT SUORCE so", "              ^"]


def test_of_a_long_line_what_can_be_overlooked_is_shown() -> None:
    shown = str(PatternError("wrong", "x" * 120, 80)).split("\n")[1:]
    assert shown == ["    " + "x" * 80, "    " + " " * 60 + "^"]


def test_what_is_no_str_is_no_pattern() -> None:
    given: Any = 5
    with pytest.raises(PatternError, match="a pattern is a str, not int"):
        Pattern(given)


def test_a_paragraph_that_is_at_an_end_introduces_nothing() -> None:
    assert [each.paragraph_before for each in passages("Ann Lee was frank.\n\n“It rains.”")] == [None]


def test_a_pattern_may_look_at_the_sentence_before_as_well() -> None:
    (passage,) = passages("Ann Lee was frank:\n\n“It rains.”")
    before = passage.paragraph_before
    assert before is not None
    assert passage.paragraph_before is before
    found = Pattern("SOURCE ... : CONTENT").match(evolve(passage, reading=before, at=len(before.phrases)))
    assert found is not None
    assert str(found.source) == "Ann Lee"
