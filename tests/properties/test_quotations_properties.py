"""What holds of find_quotations whatever the text; the texts are built together with what was meant."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen
from hypothesis import assume, example, given, strategies as st

from quoteattr.conventions import Convention, read_marks
from quoteattr.layouts import find_layout
from quoteattr.lexicon import english
from quoteattr.marks import STYLES, mark_set
from quoteattr.paragraphs import find_paragraphs
from quoteattr.quotations import Quotation, find_quotations

Spans = list[tuple[int, int]]
Habit = tuple[str, str, str, str, str]  # the outer and the nested marks of a writer, and the apostrophe

HABITS: dict[str, Habit] = {
    "curly": ("“", "”", "‘", "’", "’"),
    "straight": ('"', '"', "'", "'", "'"),
    "curly single": ("‘", "’", "“", "”", "’"),
    "straight single": ("'", "'", '"', '"', "'"),
    "all alike": ('"', '"', '"', '"', "’"),
    "angles": ("«", "»", "‹", "›", "’"),
    "angles with blanks": ("« ", " »", "‹ ", " ›", "’"),
    "angles inwards": ("»", "«", "›", "‹", "’"),
    "low": ("„", "“", "‚", "‘", "’"),
    "low and high": ("„", "”", "‚", "’", "’"),
    "corners": ("「", "」", "『", "』", "’"),
    "typed": ("``", "''", "`", "'", "'"),
    "apostrophes": ("''", "''", '"', '"', "'"),
    "entities": ("&ldquo;", "&rdquo;", "&lsquo;", "&rsquo;", "&rsquo;"),
    "plain entities": ("&quot;", "&quot;", "&#39;", "&#39;", "&#39;"),
}
WORDS = st.sampled_from((
    "the", "gull", "late", "it", "was", "Ann’s", "don’t", "boys’", "o’clock", "Mr.", "12", "co-op", "’tis",
    "’em", "tide,", "so;", "is", "Koh", "3.5", "(old)", "été",
))  # fmt: skip
LAST = st.sampled_from(("gull", "late", "sea", "tide", "Koh", "12th", "old)"))
FRAMES = st.sampled_from((
    "{} said Wren.", "Wren said, {}", "The gulls came. {} asked Dr. Koh, and left.", "{}",
    "He called it {} and left.",
    "It was late, {} he said, {} and {} came.", "{} she said. {} {}",
))  # fmt: skip


@frozen
class Text:
    """A text with the spans of the quotations that its writer meant, those of each paragraph apart."""

    text: str
    paragraphs: Spans
    spans: tuple[tuple[tuple[int, int], ...], ...]


@st.composite
def speeches(draw: st.DrawFn, habit: Habit) -> tuple[str, Spans]:
    """A quotation, with the spans of itself and of what is quoted in it."""
    left, right, inner_left, inner_right, apostrophe = habit
    words = st.lists(WORDS.map(lambda word: word.replace("’", apostrophe)), max_size=4)
    text = left + " ".join(["So", *draw(words), ""])
    spans: Spans = []
    if draw(st.booleans()):
        quoted = inner_left + " ".join(["Not", *draw(words), draw(LAST)]) + draw(st.sampled_from(",.!")) + inner_right
        spans.append((len(text), len(text) + len(quoted)))
        text += quoted + " "
    text += draw(LAST) + draw(st.sampled_from((",", ".", "?", "!", "…", "—"))) + right
    return text, [(0, len(text)), *spans]


@st.composite
def paragraphs(draw: st.DrawFn, habit: Habit) -> tuple[str, Spans]:
    frame = draw(FRAMES)
    text, spans = "", []
    for number, part in enumerate(frame.split("{}")):
        if number:
            speech, inside = draw(speeches(habit))
            spans += [(start + len(text), end + len(text)) for start, end in inside]
            text += speech
        text += part
    return text, spans


@st.composite
def texts(draw: st.DrawFn, habits: Sequence[str] = tuple(HABITS), least: int = 1) -> Text:
    habit = HABITS[draw(st.sampled_from(habits))]
    text = ""
    places: Spans = []
    spans = []
    for paragraph, inside in draw(st.lists(paragraphs(habit), min_size=least, max_size=least + 3)):
        if text:
            text += "\n\n"
        spans.append(tuple(sorted((start + len(text), end + len(text)) for start, end in inside)))
        places.append((len(text), len(text) + len(paragraph)))
        text += paragraph
    return Text(text, places, tuple(spans))


def spans_of(quotations: Sequence[Quotation]) -> Spans:
    return sorted(span for one in quotations for span in [(one.span.start, one.span.end), *spans_of(one.children)])


@given(texts())
def test_every_writer_is_read_as_meant(built: Text) -> None:
    quotations, _ = find_quotations(built.text, built.paragraphs)
    assert spans_of(quotations) == [span for spans in built.spans for span in spans]


@given(texts(habits=["curly", "straight", "angles", "low", "entities"]), st.data())
def test_damage_changes_nothing_outside_its_paragraph(built: Text, data: st.DataObject) -> None:
    """A mark lost, doubled, or of another kind; as long as the document keeps showing its habit."""
    at = data.draw(st.integers(0, len(built.paragraphs) - 1))
    start, end = built.paragraphs[at]
    spans = [span for span in built.spans[at] if built.text[span[0] : span[0] + 1] != " "]
    assume(spans)
    outer = data.draw(st.sampled_from(spans))
    edge = data.draw(st.sampled_from((outer[0], outer[1] - 1)))
    mark = built.text[edge]
    assume(mark in '“”"«»„')
    new = data.draw(st.sampled_from(("", mark + mark, "“", "”", '"', " " + mark + " ", "'")))
    text = built.text[:edge] + new + built.text[edge + 1 :]
    longer = len(new) - 1
    places = [(a + longer * (a > edge), b + longer * (b > edge)) for a, b in built.paragraphs]
    assume(read_marks(text, mark_set())[1] == read_marks(built.text, mark_set())[1])
    found = spans_of(find_quotations(text, places)[0])
    whole = [span for spans in built.spans for span in spans]
    assert [span for span in found if span[0] < start] == [span for span in whole if span[0] < start]
    assert [(a - longer, b - longer) for a, b in found if a >= end + longer] == [
        span for span in whole if span[0] >= end
    ]


@given(texts(), st.text("“”‘’\"'«»„", min_size=17, max_size=60), st.data())
def test_a_row_of_marks_is_an_ornament_and_changes_nothing_else(built: Text, row: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(built.paragraphs)))
    start = built.paragraphs[at][0] if at < len(built.paragraphs) else len(built.text) + 2
    text = "\n\n".join((*built.text.split("\n\n")[:at], row, *built.text.split("\n\n")[at:]))
    quotations, diagnostics = find_quotations(text, find_paragraphs(text))
    longer = len(row) + 2
    whole = [span for spans in built.spans for span in spans]
    assert spans_of(quotations) == [(a + longer * (a >= start), b + longer * (a >= start)) for a, b in whole]
    assert [one.kind for one in diagnostics if (one.span.start, one.span.end) == (start, start + len(row))] == ["stray"]


ANYTHING = st.lists(
    st.sampled_from((
        *"“”\"'‘’«»„‚‹›「」『』`—-.,?!:;()_*… \n=&<>", "``", "''", "\n\n", "&quot;", "&#39;", "&ldquo;",
        '<a href="x">',
        "said Ann", " he said", "the boys", "'em", "’tis", "12", "6", "a", "Yes", "It is", "I", "you", "— ",
        "-- ",
        "\nQ: ", "\nA: ", "\nANN: ", "\nMr. Koh: ", "\ud800", "\0", "\u200b", "🌊", "\r\n", ' "',
        '" ', " '", "' ",
    )),
    max_size=40,
).map("".join) | st.text(max_size=60)  # fmt: skip


def check_nested(quotations: Sequence[Quotation], start: int, end: int, depth: int) -> None:
    for one in quotations:
        assert start <= one.span.start < one.span.end <= end
        assert one.span.start <= one.inner.start <= one.inner.end <= one.span.end
        assert one.depth == depth
        check_nested(one.children, one.inner.start, one.inner.end, depth + 1)
        start = one.span.end


@given(ANYTHING)
@example(":«:›‘›_- ? said AnnNo…A: '<a href=\"x\">'''ema said AnnNo—」\"«— — «— ''“›")
@example("『’tis“’tis』'!).‹")
def test_quotations_nest_or_stand_apart_within_their_paragraphs(text: str) -> None:
    places = find_paragraphs(text)
    quotations, diagnostics = find_quotations(text, places)
    check_nested(quotations, 0, len(text), 0)
    for one in quotations:
        assert text[one.span.start : one.span.end] == one.span.text
        assert text[one.inner.start : one.inner.end] == one.inner.text
        assert any(start <= one.span.start and one.span.end <= end for start, end in places)
    for diagnostic in diagnostics:
        assert text[diagnostic.span.start : diagnostic.span.end] == diagnostic.span.text != ""


@given(ANYTHING)
def test_the_same_text_has_the_same_quotations(text: str) -> None:
    places = find_paragraphs(text)
    assert find_quotations(text, places) == find_quotations(text, places)


@given(ANYTHING, st.lists(st.sampled_from((*STYLES, "“”", '""', "⟪⟫", "||", "‘’")), max_size=3))
def test_whatever_marks_are_asked_for_quotations_nest(text: str, marks: list[str]) -> None:
    quotations, _ = find_quotations(text, find_paragraphs(text), marks)
    check_nested(quotations, 0, len(text), 0)


def layout_of(text: str, places: Spans) -> object:
    return find_layout(text, places, english())[1]


def bare(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Without what a later paragraph may tell: that words in marks are no heading, as a name follows them."""
    return [evolve(one, use="speech", children=tuple(bare(one.children))) for one in quotations]


@given(ANYTHING, ANYTHING)
def test_a_paragraph_added_at_the_end_changes_no_quotation_before_it(text: str, added: str) -> None:
    """The law: where the marks show the same habit, and the layout shows no speech with or without it.

    Left aside is what runs on over the end of a paragraph by its nature: a tag, an entity, a piece of code.
    """
    assume("<" not in text and "`" not in text and "&" not in text and added.strip())
    places = find_paragraphs(text)
    longer = text + "\n\n" + added
    more = [*places, (len(text) + 2, len(longer))]
    assume(read_marks(longer, mark_set())[1] == read_marks(text, mark_set())[1])
    assume(not layout_of(text, places) and not layout_of(longer, more))
    before = find_quotations(text, places)[0]
    after = [one for one in find_quotations(longer, more)[0] if one.span.start < len(text)]
    assert bare(after) == bare(before)


@given(texts())
def test_a_paragraph_added_in_the_same_habit_changes_nothing_before_it(built: Text) -> None:
    places, end = built.paragraphs[:-1], built.paragraphs[-1][0]
    first = find_quotations(built.text[:end].rstrip(), places)[0]
    assume(read_marks(built.text[:end], mark_set())[1] == read_marks(built.text, mark_set())[1])
    whole = find_quotations(built.text, built.paragraphs)[0]
    assert bare([one for one in whole if one.span.start < end]) == bare(first)


@given(texts(habits=["curly single", "straight single"], least=3))
def test_single_marks_show_that_they_are_the_outer_ones(built: Text) -> None:
    assert read_marks(built.text, mark_set())[1] == Convention(single=True)
