"""What ``attribute`` promises, held against texts drawn at random, with and without a known answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import example, given, strategies as st

from quoteattr import Attribution, Result, TextError, attribute
from quoteattr.lexicon import english
from quoteattr.markup import Marked, format_marked, parse_marked
from quoteattr.testing import check_laws, differences
from quoteattr.testing.strategies import (
    FRAMES,
    STYLES,
    articles,
    conversations,
    names,
    quoted_sentences,
    together,
)

CURLY = STYLES[0]
ONE_SIGN_EACH = [style for style in STYLES if max(map(len, style)) == 1]
STILL_WORDS = frozenset("An Arent Bart My Said Sys Theres Till Us".split())
"""Given names that are taken for a word of the sentence, or for a title, in some place."""
SURNAMES = ("Dahl", "Osei", "Brandt", "Marsh", "Field", "Young")
SNIPPETS = (
    *"“”\"'‘’«»„「」『』`–—-:;,.?!()[]*_ \n\t\r\x00\u200b\u00a0\ud800", "``",
    "''", "\n\n", "&quot;", "&ldquo;",
    "said", " said Ann", " Ann said", "according to ", "She ", "who ", "that ", "and ", " told Bo", "Q: ",
    "BO: ", "6'2\"", "Ann Lee", "the ", "Mr. ", "...", "…", "’em ", "boys’ ", "I’m ", "because ", "adding: ",
    "called it ", "@ann ", "🎺",
)  # fmt: skip
"""Pieces of text that the stages of the pipeline look out for."""


def salads() -> st.SearchStrategy[str]:
    """Texts that look like nothing on earth, made of all that the library reacts to."""
    return st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join)


def given_names() -> st.SearchStrategy[str]:
    """Every given name of the table, also those that look like other words: *Per*, *Will*, *Kimberly*, *April*."""
    return st.sampled_from(sorted(english().given.keys() - STILL_WORDS))


def sources(result: Iterable[Attribution]) -> list[tuple[int, int] | None]:
    """Where the sources stand, in the order of the attributions."""
    return [(one.source.span.start, one.source.span.end) if one.source else None for one in result]


def outline(result: Result) -> Iterator[tuple[object, ...]]:
    """Everything about the attributions that is to be seen in the text."""
    for one in result:
        content = [(span.start, span.end) for span in one.content]
        cue = one.cue and [(span.start, span.end) for span in one.cue.spans]
        yield content, one.kind, cue, one.speaker.name if one.speaker else None


def faults(answer: Marked) -> str:
    """What comes out otherwise than the answer says, for people; empty if all is right."""
    found = differences(attribute(answer.text, indirect="none"), answer)
    return "\n".join([format_marked(answer), *found]) if found else ""


@given(st.one_of(st.text(), salads()))
@example("")
@example("“")
@example("\ud800“a”")
@example("“a” said\n\nb”")
@example("—m, Lee added. “N g l i”")
@example('–Moe’s „boys’ boys’ \u200b-- Uncle Jo asked&will say, "wrote Ann said of I’m Dr.”denied “No.”')
@example("— No, he said.\n— No, he said.\n— No, he said ``told Bo he not .  Ann Lee . “Yes,”said that")
def test_any_text_keeps_the_laws(text: str) -> None:
    check_laws(text)


@given(st.one_of(articles(), conversations(), quoted_sentences()))
def test_any_generated_text_keeps_the_laws(answer: Marked) -> None:
    check_laws(answer.text)


@given(st.one_of(st.text(), salads()))
@example('’s asked l adding w–told \n&quot;🎺”2",according to')
@example("'s asked l adding w–told \n&quot;🎺”2\",according to")
def test_every_setting_of_indirect_takes_any_text(text: str) -> None:
    check_laws(text, lambda given: attribute(given, indirect="none"))
    check_laws(text, lambda given: attribute(given, indirect="all"))


@pytest.mark.parametrize("frame", FRAMES)
def test_a_sentence_of_every_frame_is_attributed_as_it_was_meant(frame: str) -> None:
    @given(quoted_sentences(frames=[frame], styles=[CURLY]))
    def check(answer: Marked) -> None:
        assert not faults(answer)

    check()


@given(quoted_sentences())
def test_a_sentence_in_marks_of_any_style_is_attributed_as_it_was_meant(answer: Marked) -> None:
    assert not faults(answer)


@given(conversations())
def test_a_conversation_is_attributed_as_it_was_meant(answer: Marked) -> None:
    assert not faults(answer)


@given(articles())
def test_an_article_is_attributed_as_it_was_meant(answer: Marked) -> None:
    assert not faults(answer)


@given(quoted_sentences(styles=[CURLY]), st.sampled_from(ONE_SIGN_EACH))
def test_straight_curly_and_other_marks_give_the_same_attributions(answer: Marked, style: tuple[str, str]) -> None:
    other = answer.text.translate({ord(mark): new for mark, new in zip("“”", style, strict=True)})
    assert list(outline(attribute(other))) == list(outline(attribute(answer.text)))


@given(st.data(), st.sampled_from([frame for frame in FRAMES if "[$who]" in frame]))
def test_another_name_in_the_same_place_is_found_in_that_place(data: st.DataObject, frame: str) -> None:
    for name in (data.draw(names()), f"{data.draw(given_names())} {data.draw(st.sampled_from(SURNAMES))}"):
        answer = data.draw(quoted_sentences(frames=[frame], styles=[CURLY], who=st.just(name)))
        wanted = [(one.source.start, one.source.end) if one.source else None for one in answer.attributions]
        assert sources(attribute(answer.text, indirect="none")) == wanted


@given(st.data(), st.sampled_from(STYLES), st.sampled_from(("\n", "\n\n")))
def test_a_paragraph_added_at_the_end_changes_no_source_before_it(
    data: st.DataObject, style: tuple[str, str], gap: str
) -> None:
    first, second = (data.draw(articles(styles=[style], between=[gap])) for _ in range(2))
    longer = attribute(together([first, second], gap).text)
    before = [one for one in longer if one.start < len(first.text)]
    assert sources(before) == sources(attribute(first.text))


@given(articles())
def test_a_result_with_a_higher_bar_has_no_other_speakers(answer: Marked) -> None:
    def known(one: Attribution) -> tuple[int, str | None]:
        return one.start, one.speaker.name if one.speaker else None

    everything = {known(one) for one in attribute(answer.text)}
    sure = {known(one) for one in attribute(answer.text, min_confidence=0.9) if one.speaker}
    assert sure <= everything


@given(st.one_of(st.binary(), st.integers(), st.none(), st.lists(st.text())))
def test_what_is_no_text_is_refused_with_a_type_error(given: object) -> None:
    with pytest.raises(TypeError) as raised:
        attribute(given)  # type: ignore[arg-type]
    assert isinstance(raised.value, TextError)


def test_bytes_are_refused_with_the_way_to_decode_them() -> None:
    with pytest.raises(TypeError, match="decode"):
        attribute(b"<x>")  # type: ignore[arg-type]


@given(quoted_sentences())
def test_a_drawn_answer_can_be_written_as_a_marked_sentence(answer: Marked) -> None:
    assert parse_marked(format_marked(answer)) == answer
