from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from quoteattr import MarkupError, Span
from quoteattr.markup import Marked, MarkedAttribution, format_marked, parse_marked


def test_brackets_become_spans_of_the_text_without_them() -> None:
    marked = parse_marked("<“I lost,”> {said} [Bo], <“twice.”>")
    assert marked.text == "“I lost,” said Bo, “twice.”"
    (only,) = marked.attributions
    assert [span.text for span in only.content] == ["“I lost,”", "“twice.”"]
    assert [span.text for span in only.cue] == ["said"]
    assert only.source == Span.of(marked.text, 15, 17)


def test_numbers_tell_attributions_apart() -> None:
    marked = parse_marked("<“A,”> {said} [Ann]. <“B,”>2 {said}2 [Bo]2.")
    assert [one.source and one.source.text for one in marked.attributions] == ["Ann", "Bo"]


def test_a_mark_may_belong_to_two_attributions() -> None:
    marked = parse_marked("<“A,”> {said} [Ann]1+2, {adding}2: <“B.”>2")
    assert [one.source and one.source.text for one in marked.attributions] == ["Ann", "Ann"]


def test_a_cue_may_stand_in_two_pieces() -> None:
    (only,) = parse_marked("[Bo] was {quoted} as {saying} <“No.”>").attributions
    assert [span.text for span in only.cue] == ["quoted", "saying"]


def test_a_quotation_in_a_quotation_is_an_attribution_of_its_own() -> None:
    outer, inner = parse_marked("<“[He]2 {said}2 <‘Stop!’>2 to us,”> {said} [Ann].").attributions
    assert outer.content[0].text == "“He said ‘Stop!’ to us,”"
    assert inner.content[0].text == "‘Stop!’"


def test_the_speaker_is_named_at_the_source_or_at_the_content() -> None:
    marked = parse_marked("<“A,”> {said} [she=Ann Lee]. <“B.”=Bo Lind>2")
    assert [one.speaker for one in marked.attributions] == ["Ann Lee", "Bo Lind"]


def test_a_backslash_keeps_a_sign_for_the_text() -> None:
    assert parse_marked(r"\<b\> 1\+1 \\ <“E\=mc”>\2").text == "<b> 1+1 \\ “E=mc”2"


@pytest.mark.parametrize(
    ("marked", "fault"),
    [
        ("<“A”", "character 0: '<' is never closed"),
        ("“A”>", "character 3: '>' closes nothing"),
        ("<“A” [Ann>]", "character 9: '>' where ']' must close what character 5 opens"),
        ("<“A”> {} Ann", "character 6: a mark with nothing in it"),
        ("<“A”>0", "character 5: numbers begin with 1"),
        ("Ann\\", "character 3: a backslash with nothing behind it"),
        ("<“A”=Ann", "character 4: the name of a speaker is never closed"),
        ("<“A”=[Ann]>", "character 5: a bracket opens inside the name of a speaker"),
        ("<“A”=>", "character 4: '=' names a speaker"),
        ("<“A”> {said=x}", "character 11: '=' names a speaker"),
        ("{said} [Ann]", "attribution 1 has no content"),
        ("<“A”> [Ann] [Bo]", "attribution 1 has two sources"),
        ("<<“A”>> {said} [Ann]", "attribution 1 has two marks for the same words"),
        ("<“A”=Bo> [she=Ann]", "attribution 1 has two speakers"),
    ],
)
def test_a_mark_that_cannot_be_read_raises_with_its_place(marked: str, fault: str) -> None:
    with pytest.raises(MarkupError) as raised:
        parse_marked(marked)
    assert str(raised.value).startswith(fault)
    assert repr(marked) in str(raised.value)


def test_a_stretch_outside_the_text_cannot_be_marked() -> None:
    with pytest.raises(MarkupError, match="no stretch of 2 characters"):
        format_marked(Marked("ab", (MarkedAttribution((Span(1, 3, "b?"),)),)))


def test_nothing_cannot_be_marked() -> None:
    with pytest.raises(MarkupError, match="1 to 1 is no stretch"):
        format_marked(Marked("ab", (MarkedAttribution((Span(1, 1, ""),)),)))


def test_stretches_that_cross_cannot_be_marked() -> None:
    with pytest.raises(MarkupError, match="'abc' and 'cd' cross"):
        format_marked(Marked("abcd", (MarkedAttribution((Span(0, 3, "abc"),), source=Span(2, 4, "cd")),)))


@st.composite
def marked_texts(draw: st.DrawFn) -> Marked:
    """A text of any signs, those of the markup above all, with marks that nest or stand apart."""
    text = draw(st.text(st.one_of(st.sampled_from("<>[]{}\\=+12“”a "), st.characters()), min_size=2))
    attributions: list[MarkedAttribution] = []
    pieces: list[Span] = []

    def cut(start: int, end: int, depth: int) -> None:
        """Choose stretches from left to right, and others inside them."""
        while start < end and draw(st.integers(0, 3)):
            left = draw(st.integers(start, end - 1))
            right = draw(st.integers(left + 1, end))
            pieces.append(Span.of(text, left, right))
            if depth:
                cut(left, right, depth - 1)
            start = right

    cut(0, len(text), 2)
    speakers = st.one_of(st.none(), st.text(min_size=1, max_size=5))
    while pieces:
        content = pieces.pop(draw(st.integers(0, len(pieces) - 1)))
        cue = {pieces.pop() for _ in range(draw(st.integers(0, min(2, len(pieces)))))}
        with_source: bool = draw(st.booleans())
        source = pieces.pop() if pieces and with_source else None
        attributions.append(MarkedAttribution((content,), tuple(sorted(cue)), source, draw(speakers)))
    attributions.sort(key=lambda one: (one.content[0].start, -one.content[0].end))
    return Marked(text, tuple(attributions))


@given(marked_texts())
def test_what_is_written_is_read_again(marked: Marked) -> None:
    again = parse_marked(format_marked(marked))
    assert again.text == marked.text
    assert sorted(map(repr, again.attributions)) == sorted(map(repr, marked.attributions))


@given(marked_texts())
def test_writing_what_was_read_gives_the_canonical_form(marked: Marked) -> None:
    canonical = format_marked(parse_marked(format_marked(marked)))
    assert format_marked(parse_marked(canonical)) == canonical


@given(st.text(st.sampled_from("<>[]{}\\=+12“”a ")))
def test_any_text_is_read_or_refused_with_the_one_error(text: str) -> None:
    try:
        parse_marked(text)
    except MarkupError:
        return


@given(st.text())
def test_a_text_without_marks_is_its_own_markup_but_for_backslashes(text: str) -> None:
    written = format_marked(Marked(text))
    assert parse_marked(written) == Marked(text)
    if not set(text) & set("<>[]{}\\"):
        assert written == text
