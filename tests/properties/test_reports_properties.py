"""What speech without quotation marks promises, held against sentences built with their answer."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, example, given, strategies as st

from quoteattr import Attribution, Result, attribute
from quoteattr.markup import Marked, parse_marked
from quoteattr.testing import differences
from quoteattr.testing.strategies import articles, names

CLAUSES = (
    "the ferry would leave at dawn", "she had lost her boat", "nobody was on the bridge",
    "the roof of the school leaked", "they would not sell the mill", "it was too late for the harvest",
    "most of the bells were cracked", "his brother had built the wall", "the price of oil had risen again",
)  # fmt: skip
CUES = ("said", "announced", "insisted", "argued", "claimed", "warned", "admitted", "noted")
ROLES = ("the driver", "the mayor", "a spokeswoman for the railway", "two residents", "the ministry", "her lawyer")
TIMES = ("on Monday", "on Friday evening", "in March", "last week", "yesterday")
PLACES = ("in Oslo", "in a statement", "at the harbour")
FRAMES = (
    "[{who}] {{{cue}}} that <{clause}>.",
    "[{who}] {{{cue}}} <{clause}>.",
    "[{who}] {{{cue}}} {time} that <{clause}>.",
    "[{who}] {{{cue}}} {place} that <{clause}>.",
    "[{who}], a clerk, {{{cue}}} that <{clause}>.",
    "[{who}], who owns the mill, {{{cue}}} that <{clause}>.",
    "[{who}] {{told}} reporters that <{clause}>.",
    "[{who}] {{told}} the paper <{clause}>.",
    "{{According to}} [{who}], <{clause}>.",
    "<{Clause}>, [{who}] {{said}}.",
    "<{Clause}>, {{according to}} [{who}].",
    "Reporters were {{told}} by [{who}] that <{clause}>.",
    "[{who}] closed the door, {{saying}} that <{clause}>.",
    "[{who}] {{asked}} <whether {clause}>.",
    "[{who}] {{promised}} <to mend the roof>.",
    "[{who}] {{urged}} sailors <to turn back>.",
    "[{who}] met reporters and {{said}} that <{clause}>.",
    "[{who}] met reporters on Friday, {{adding}} that <{clause}>.",
    "[{who}], who left the room, {{said}} <{clause}>.",
    "As [{who}] {{noted}}, <{clause}>.",
    "<The ferry>, [{who}] {{said}}, <would leave at dawn>.",
    "<The bells>, {{according to}} [{who}], <were cracked>.",
)
ALL_FRAMES = (
    *FRAMES,
    "[{who}] {{denounced}} <the new mill>.",
    "[{who}] {{described}} <the bridge as a ruin>.",
    "[{who}] {{called}} for <a new roof>.",
    "[{who}] {{believes}} that <{clause}>.",
    "[{who}] {{wanted}} <to mend the roof>.",
    "[{who}] was {{confident}} that <{clause}>.",
)
NO_CUE = (
    "The river rose again overnight.", "Work on the roof begins in May.", "Most shops in the town stayed shut.",
    "The driver ran to the bridge.", "It was the third time in a year.", "Two residents carried the old clock home.",
)  # fmt: skip


def filled(frame: str, **blanks: str) -> Marked:
    clause = blanks["clause"]
    marked = frame.format(**blanks, Clause=clause[0].upper() + clause[1:])
    return parse_marked(marked[0].upper() + marked[1:] if marked[0].isalpha() else _capital(marked))


def _capital(marked: str) -> str:
    at = next(at for at, letter in enumerate(marked) if letter.isalpha())
    return marked[:at] + marked[at].upper() + marked[at + 1 :]


def sources() -> st.SearchStrategy[str]:
    return st.one_of(names(), st.sampled_from(ROLES))


@st.composite
def reports(draw: st.DrawFn, frames: tuple[str, ...] = FRAMES) -> Marked:
    """A sentence that reports something without marks, in a random frame."""
    return filled(
        draw(st.sampled_from(frames)),
        who=draw(sources()),
        cue=draw(st.sampled_from(CUES)),
        clause=draw(st.sampled_from(CLAUSES)),
        time=draw(st.sampled_from(TIMES)),
        place=draw(st.sampled_from(PLACES)),
    )


def only(result: Result) -> Attribution:
    assert len(result.attributions) == 1, result.attributions
    return result.attributions[0]


@given(reports())
def test_sentences_of_every_frame_come_out_as_built(answer: Marked) -> None:
    assert differences(attribute(answer.text), answer) == ()


@given(reports(ALL_FRAMES))
def test_so_do_thoughts_and_judgements_where_all_is_asked_for(answer: Marked) -> None:
    assert differences(attribute(answer.text, indirect="all"), answer) == ()


@given(
    sources(),
    st.sampled_from(CUES),
    st.sampled_from(CLAUSES),
    st.sampled_from(("The clerk", "A friend of the sailors")),
)
def test_a_report_inside_a_report_tells_by_whom_it_is_reported(who: str, cue: str, clause: str, outer: str) -> None:
    first, second = attribute(f"{outer} said that {who} {cue} that {clause}.").attributions
    assert second.reported_by == first
    assert second.text == clause


@pytest.mark.parametrize(("cue", "clause"), list(product(CUES, CLAUSES)))
def test_taking_that_out_changes_nothing_but_the_span(cue: str, clause: str) -> None:
    long = only(attribute(f"Ann Lee {cue} that {clause}."))
    short = only(attribute(f"Ann Lee {cue} {clause}."))
    assert long.text == short.text == clause
    assert long.source == short.source
    assert long.cue == short.cue


@given(sources(), st.sampled_from(CUES), st.sampled_from(CLAUSES), st.sampled_from(TIMES))
def test_a_time_behind_the_cue_changes_no_source(who: str, cue: str, clause: str, when: str) -> None:
    who = who[0].upper() + who[1:]
    plain = only(attribute(f"{who} {cue} that {clause}."))
    timed = only(attribute(f"{who} {cue} {when} that {clause}."))
    assert timed.source is not None
    assert plain.source is not None
    assert timed.source.text == plain.source.text
    assert timed.text == plain.text


@given(sources(), st.sampled_from(CUES), st.sampled_from(CLAUSES))
def test_marks_around_the_clause_make_it_direct_with_the_same_source_and_cue(who: str, cue: str, clause: str) -> None:
    who = who[0].upper() + who[1:]
    plain = only(attribute(f"{who} {cue} {clause}."))
    marked = only(attribute(f"{who} {cue}, “{clause[0].upper()}{clause[1:]}.”"))
    assert marked.kind == "direct"
    assert marked.source is not None
    assert plain.source is not None
    assert marked.cue is not None
    assert plain.cue is not None
    assert marked.source.text == plain.source.text
    assert marked.cue.text == plain.cue.text


@given(st.lists(st.sampled_from(NO_CUE), min_size=1, max_size=4))
def test_sentences_without_a_cue_give_nothing(sentences: list[str]) -> None:
    assert attribute(" ".join(sentences), indirect="all").attributions == ()


@given(
    st.one_of(
        st.text(max_size=200), st.lists(reports(), max_size=3).map(lambda all_: " ".join(one.text for one in all_))
    )
)
@example("said that said that he said, she said.")
@example("According to")
@example("He said “")
def test_any_text_gives_contents_that_fit_it(text: str) -> None:
    for level in ("speech", "all"):
        for one in attribute(text, indirect=level):
            assert all(0 <= span.start < span.end <= len(text) for span in one.content)
            assert all(text[span.start : span.end] == span.text for span in one.content)


@given(articles(), st.sampled_from(("speech", "all")))
def test_indirect_content_never_crosses_a_direct_one(answer: Marked, level: str) -> None:
    result = attribute(answer.text, indirect=level)  # type: ignore[arg-type]
    quoted = [span for one in result if one.kind != "indirect" for span in one.content]
    unquoted = [span for one in result if one.kind == "indirect" for span in one.content]
    for a, b in product(unquoted, quoted):
        apart = a.end <= b.start or b.end <= a.start
        assert apart or (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)


@given(reports(), st.sampled_from(NO_CUE))
def test_a_sentence_before_changes_no_report(answer: Marked, before: str) -> None:
    assume(not answer.text.startswith(("He ", "She ", "They ")))
    alone = attribute(answer.text)
    later = attribute(f"{before} {answer.text}")
    assert [one.text for one in later] == [one.text for one in alone]
