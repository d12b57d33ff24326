from __future__ import annotations

import textwrap

import pytest

from quoteattr.paragraphs import find_paragraphs

FERRY = "The ferry to Olm had been late every day since the ice went, and nobody in the harbour office could say why."
ANN = "“We count the hours,” said Ann Lee, who sells the tickets. “Then we count the passengers.”"
KOH = "Her brother, Captain Koh, shook his head. He had seen worse winters, and better boats than this one."
NO = "“No,” he said."
STORY = (FERRY, ANN, NO, KOH)


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


def wrapped(paragraph: str, width: int, indent: str = "") -> str:
    return textwrap.fill(paragraph, width, initial_indent=indent, break_on_hyphens=False, break_long_words=False)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \t\n\n", "\u2029", "\u2028", "\x85"])
def test_each_line_of_news_is_a_paragraph(between: str) -> None:
    assert paragraphs(between.join(STORY)) == [*STORY]


@pytest.mark.parametrize("width", [34, 50, 60, 72, 90])
@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\n\n\n\n", "\n\u00a0\n"])
def test_wrapped_lines_between_blank_lines_are_a_paragraph(width: int, between: str) -> None:
    end = "\r\n" if "\r" in between else "\n"
    lines = [wrapped(paragraph, width).replace("\n", end) for paragraph in STORY]
    assert paragraphs(between.join(lines)) == lines


@pytest.mark.parametrize("width", [34, 50, 60, 72, 90])
@pytest.mark.parametrize("indent", ["  ", "    ", "\u00a0\u00a0", "\u3000\u3000"])
def test_wrapped_lines_with_an_indented_first_line_are_a_paragraph(width: int, indent: str) -> None:
    lines = [wrapped(paragraph, width, indent) for paragraph in STORY]
    assert paragraphs("\n".join(lines)) == [line.strip() for line in lines]


def test_a_short_last_line_ends_a_paragraph_where_no_blank_line_does() -> None:
    lines = [wrapped(paragraph, 50) for paragraph in (FERRY, KOH, FERRY, NO, ANN)]
    assert paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "lines",
    [
        # a turn each
        ("THE COURT: Is the boat here?", "MS. LEE: It is not.", "THE COURT: Then we wait."),
        ("Q: Who built it", "A: My mother did", "Q: And who sank it"),
        ("— Is the boat here? asked Ann.", "— No.", "— Then we wait."),
        # a name below the words
        ("“A boat is a hole in the water.”", "— Ann Lee, Olm"),
        ("“A boat is a hole in the water,”", "-- Ann Lee"),
        # lists, headings, verse with capitals, chats
        ("milk", "eggs", "flour", "butter"),
        ("You need:", "two eggs", "flour", "a pinch of salt"),
        ("Late Again", "By Ann Lee", FERRY + " " + KOH, ANN + " " + KOH),
        ("The fog came down. It hid the quay.", "It hid the boats. It hid the sea.", "It did not go."),
        ("i saw it", "me too", "same here"),
        ("Dear Ann,", FERRY),
        ("1. Wash the leeks.", "2. Slice them."),
        ("Tickets, maps and", "umbrellas", "are sold by Ann Lee."),
    ],
)
def test_a_line_stands_by_itself_where_nothing_shows_that_it_was_wrapped(lines: tuple[str, ...]) -> None:
    assert paragraphs("\n".join(lines)) == [*lines]


@pytest.mark.parametrize(
    "text",
    [
        "“We moved the stove up three\nflights and then the cat slept one\nnight,” said Captain Ann\nLee.",
        "“We lost the boat,\nLee,” said Captain Koh of\nHarbour Street.",
        "“We count the hours here,” said\nAnn Lee.",
        "The winds went down upon the town\nand covered all the quay,\nand not a lamp was left in sight.",
    ],
)
def test_a_few_wrapped_lines_are_one_paragraph(text: str) -> None:
    assert paragraphs(text) == [text]


@pytest.mark.parametrize("indent", [0, 4, 12, 30])
def test_a_few_wrapped_lines_are_one_paragraph_however_far_in_they_stand(indent: int) -> None:
    lines = ["“We moved the stove up three", "flights and then the cat slept one", "night,” said Captain Ann", "Lee."]
    text = "\n".join(" " * indent + line for line in lines)
    assert paragraphs(f"{FERRY}\n\n{text}") == [FERRY, text.strip()]
    lines = [FERRY, ANN, NO, KOH, NO, FERRY]
    assert paragraphs("\n".join(lines) + f"\n\n{text}") == [*lines, text.strip()]


def test_turns_start_paragraphs_where_lines_are_wrapped() -> None:
    turns = (
        "THE COURT: Is the boat ready to be\nshown to us now?",
        "MS. LEE: It is, your honour. It\nwould like some water.",
        "THE COURT: Good.",
    )
    assert paragraphs("\n".join(turns)) == [*turns]
    novel = "\n\n".join(wrapped(paragraph, 60) for paragraph in (FERRY, KOH, FERRY))
    talk = "-- Is it here?\n-- No, and nobody knows when it might\nbe, said Ann Lee.\n-- Then we wait."
    assert paragraphs(f"{novel}\n\n{talk}")[3:] == [
        "-- Is it here?",
        "-- No, and nobody knows when it might\nbe, said Ann Lee.",
        "-- Then we wait.",
    ]


def test_verse_in_a_wrapped_book_stays_together() -> None:
    verse = "  The fog came down,\n    The boats were gone.\n  It hid the town,\n    And it went on."
    text = "\n\n".join([*(wrapped(paragraph, 60) for paragraph in STORY), verse, wrapped(KOH, 60)])
    assert paragraphs(text)[4] == verse.strip()


def test_a_line_broken_by_accident_is_joined() -> None:
    broken = "Her brother shook his head, for he had seen \u00a0\nworse winters, and better boats."
    lines = [FERRY, broken, ANN, NO, FERRY, ANN]
    assert paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize(("length", "joined"), [(39, False), (40, True), (41, True)])
def test_only_a_long_line_that_breaks_off_is_an_accident(length: int, joined: bool) -> None:
    broken = "Her brother had seen winters " + "o" * (length - 29)
    lines = [FERRY, broken, "and better boats.", KOH, NO, FERRY]
    assert len(broken) == length
    assert len(paragraphs("\n".join(lines))) == len(lines) - joined


def test_a_line_that_is_too_long_to_have_been_wrapped_stands_by_itself() -> None:
    novel = "\n\n".join(wrapped(paragraph, 50) for paragraph in (FERRY, KOH, FERRY))
    assert paragraphs(f"{novel}\n\n{FERRY} {KOH}\n{ANN} {KOH}")[3:] == [f"{FERRY} {KOH}", f"{ANN} {KOH}"]


def test_blanks_around_are_left_out_and_empty_paragraphs_too() -> None:
    assert paragraphs(" \ufeff\u200b\n\t One. \u00a0\n \n\u200b\nTwo.\u2060\n") == ["One.", "Two."]
    assert paragraphs("") == paragraphs(" \n\u200b\n ") == []


def test_a_line_end_translated_twice_is_one() -> None:
    assert paragraphs("One line that goes on\r\r\nand on and ends here.\r\r\n\r\r\nTwo.") == [
        "One line that goes on\r\r\nand on and ends here.",
        "Two.",
    ]


def test_a_few_lines_that_go_on_do_not_make_the_others_one_paragraph() -> None:
    whole = "The keeper of the old light went home late in the rain again."
    broken = [
        "The keeper of the old light went home late in the rain and he",
        "never came back to the light, they say.",
    ]
    lines = [whole] * 20 + broken + [whole] * 20
    assert len(paragraphs("\n".join(lines))) > 40


@pytest.mark.parametrize(
    "text",
    ["“Shut the\ngate,” said Jutta\nHagen.", '"Shut the\r\ngate," she said.', "«Shut the\ngate,» said Bo."],
)
def test_a_short_line_goes_on_where_it_leaves_a_quotation_open(text: str) -> None:
    assert find_paragraphs(text) == [(0, len(text))]


def test_short_lines_that_leave_nothing_open_stand_alone() -> None:
    assert len(find_paragraphs("“Shut it,” said\nthe cook")) == 2
