from __future__ import annotations

import pytest

from quoteattr.lexicon import english
from quoteattr.names import find_names, full_forms, is_wrapped


def names_in(text: str) -> list[str]:
    index = find_names(text, english())
    return [name.bare for name in index if name.words]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("said Ann Lee.", ["Ann Lee"]),
        ("said Dr. Ida van der Meer.", ["Ida van der Meer"]),
        ("said Lt. Gov. R. P. Hale.", ["R. P. Hale"]),
        ("said Rep. Otto D. Hale Sr. of Norland", ["Otto D. Hale Sr.", "Norland"]),
        ("said Karl Berg, Jr., who", ["Karl Berg Jr."]),
        ("said Farm Minister Dalia Berg.", ["Dalia Berg"]),
        ("said Omar bin Hamid al-Sayeg.", ["Omar bin Hamid al-Sayeg"]),
        ("said Sean O'Dell and Mary-Ann d'Orme", ["Sean O'Dell", "Mary-Ann d'Orme"]),
        ("said Rocco “The Book” Manz.", ["Rocco Manz"]),
        ("Иван Боров сказал", ["Иван Боров"]),
        ("But Tom left. On Monday Ms. Koh came.", ["Tom", "Koh"]),
        ("Berg's dog and Lee’s cat", ["Berg", "Lee"]),
        ("said Tom. I saw Ann I think", ["Tom", "Ann"]),
    ],
)
def test_titles_roles_particles_initials_and_suffixes_are_told_from_the_name(text: str, bare: list[str]) -> None:
    assert names_in(text) == bare


def test_two_who_share_their_first_names_are_not_two_names_run_together() -> None:
    text = "María José Abara met María José Björk. Abara left."
    assert find_names(text, english()).cut_name(0, 16) == 0


def test_a_name_goes_over_the_end_of_a_line_only_where_lines_are_wrapped() -> None:
    assert names_in("he met with Ann\nLee, who sang\nand danced") == ["Ann Lee"]
    assert names_in("He met Ann\nLee sang.") == ["Ann", "Lee"]
    assert is_wrapped("so it went\non and on")
    assert not is_wrapped("So it went.\nOn and on.")


def test_two_names_run_into_each_other_are_cut_where_the_text_shows_them_apart() -> None:
    text = "“No,” President Ivan Borov Katya said. Katya, a cook, left. Borov stayed."
    index = find_names(text, english())
    start, end = text.index("President"), text.index(" said")
    assert text[index.cut_name(start, end) : end] == "Katya"


def test_a_long_name_is_not_cut() -> None:
    text = "Ann Moe Koh said no. Moe Koh left."
    assert find_names(text, english()).cut_name(0, 11) == 0


def test_spans_hold_titles_but_no_word_of_the_sentence() -> None:
    text = "But Mrs. Lee saw Norland."
    assert [text[s:e] for s, e in find_names(text, english()).spans(0, len(text))] == ["Mrs. Lee", "Norland"]


def test_given_names_have_a_gender_and_nicknames_a_full_form() -> None:
    assert english().given["Anna"] == "f"
    assert english().given["Karl"] == "m"
    assert "William" in full_forms()["Bill"]


@pytest.mark.parametrize(
    "text", ["", "\ud800", "A" * 10_000, "Ab " * 5_000, "“Ab” " * 2_000, "A. " * 4_000, "de la " * 3_000]
)
def test_any_text_is_scanned(text: str) -> None:
    index = find_names(text, english())
    for start, end in index.spans(0, len(text)):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("surface", "kind"),
    [
        ("Quarrow B. Zell", "person"),
        ("HOPL", "body"),
        ("Quarrow Daily Zork", "body"),
        ("NBC News", "body"),
        ("NBC Zork", "word"),
        ("Zork", "word"),
    ],
)
def test_the_kind_of_a_name_shows_in_its_words(surface: str, kind: str) -> None:
    index = find_names(f"They met {surface}.", english())
    assert [name.kind for name in index if name.words][-1:] == [kind]


def test_a_people_before_a_title_is_no_part_of_the_name() -> None:
    assert names_in("They met the French Colonel.") == ["Colonel"]


def test_no_span_goes_beyond_the_stretch_asked_for() -> None:
    text = "They met Ann Lee."
    assert find_names(text, english()).spans(0, 12) == []
    assert find_names(text, english()).spans(0, 16) == [(9, 16)]


def test_in_a_long_text_words_are_counted_once_and_alike() -> None:
    text = "The rain fell. Rain, rain. " + "It was late and nobody came. " * 800
    index = find_names(text, english())
    assert [index.small_count(word) for word in ("Rain", "rain", "Snow")] == [2, 2, 0]


def test_a_run_of_capitals_without_end_is_read_in_pieces() -> None:
    index = find_names("A " * 5000, english())
    assert index.starts[0] == 0
    assert index.ends[-1] == 9999
    assert all(end - start <= 500 for start, end in zip(index.starts, index.ends, strict=True))
