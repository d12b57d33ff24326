"""The tables of English words: each is well formed, and holds what its comments promise."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from importlib import resources

import pytest

FOLDER = resources.files("quoteattr") / "lang" / "en"

COLUMNS = {
    "closed": ["word", "tag", "parts"],
    "cues": ["lemma", "class", "strength", "noun", "frames", "note"],
    "verbs": ["lemma", "past", "participle", "gerund", "noun", "note"],
    "nouns": ["noun", "class", "gender", "plural"],
    "titles": ["title", "gender", "kind", "full"],
    "abbreviations": ["abbreviation", "kind", "ends"],
    "places": ["place", "kind", "adjective", "also"],
    "adjectives": ["adjective", "class"],
}
"""What a row of each table holds; the first column is the key."""

NOUN_LIKE = {"never", "some", "often"}
VALUES = {
    ("closed", "tag"): set("podq#PScswtmbhDxrTkNna"),
    ("cues", "class"): {"speech", "writing", "judgement", "thought", "evidence", "plan", "manner", "other"},
    ("cues", "strength"): {"strong", "weak"},
    ("cues", "noun"): NOUN_LIKE,
    ("verbs", "noun"): NOUN_LIKE,
    ("nouns", "gender"): {"m", "f", "u", "-"},
    ("titles", "gender"): {"m", "f", "u"},
    ("titles", "kind"): {"courtesy", "rank", "office", "clergy", "noble", "kin", "profession"},
    ("abbreviations", "kind"): {
        "title", "name", "month", "day", "state", "unit", "corporate", "suffix", "place",
        "latin", "degree", "country", "other",
    },
    ("abbreviations", "ends"): {"yes", "no"},
    ("places", "kind"): {"country", "state", "capital", "city", "seat", "continent", "region"},
    ("places", "also"): {"person", "word", "-"},
    ("adjectives", "class"): {"cue", "plain"},
}  # fmt: skip
"""The values of the columns that hold one of a few."""

NOUN_CLASSES = {"role", "kin", "person", "group", "body", "document", "speech", "work", "time", "voice"}
PEOPLE = {"role", "kin", "person", "group"}
FRAMES = {"that", "hearer", "as", "of", "object", "to", "wh", "quote", "np", "raised"}
MONTHS = list(calendar.month_name)[1:]
DAYS = list(calendar.day_name)


def lines_of(table: str) -> list[str]:
    return (FOLDER / f"{table}.tsv").read_text("utf8").split("\n")


def groups_of(table: str) -> Iterator[list[list[str]]]:
    """The rows of a table, in the groups that its comments make."""
    group: list[list[str]] = []
    for line in lines_of(table)[:-1]:
        if not line.startswith("# "):
            group.append(line.split("\t"))
        elif group:
            yield group
            group = []
    yield group


def rows_of(table: str) -> dict[str, dict[str, str]]:
    """The rows of a table by their key."""
    rows = (row for group in groups_of(table) for row in group)
    return {row[0]: dict(zip(COLUMNS[table], row, strict=True)) for row in rows}


tables = pytest.mark.parametrize("table", COLUMNS)


@tables
def test_the_first_line_names_the_columns(table: str) -> None:
    assert lines_of(table)[0] == "# " + "\t".join(COLUMNS[table])


@tables
def test_every_row_has_every_cell_and_no_blanks_around_it(table: str) -> None:
    for group in groups_of(table):
        for row in group:
            assert len(row) == len(COLUMNS[table]), row
            assert all(cell and cell == cell.strip() for cell in row), row


@tables
def test_lines_end_as_they_should(table: str) -> None:
    assert b"\r" not in (FOLDER / f"{table}.tsv").read_bytes()
    assert lines_of(table)[-1] == ""
    assert "" not in lines_of(table)[:-1]


@tables
def test_no_key_stands_twice(table: str) -> None:
    keys = [row[0] for group in groups_of(table) for row in group]
    assert len(keys) == len(set(keys))


@tables
def test_each_group_is_sorted(table: str) -> None:
    for group in groups_of(table):
        keys = [row[0] for row in group]
        assert keys == sorted(keys, key=lambda key: (key.lower(), key))


@pytest.mark.parametrize(("table", "column"), VALUES)
def test_values_are_known(table: str, column: str) -> None:
    assert {row[column] for row in rows_of(table).values()} == VALUES[table, column]


@tables
def test_apostrophes_are_straight(table: str) -> None:
    assert not any("’" in line or "‘" in line for line in lines_of(table) if not line.startswith("#"))


@pytest.mark.parametrize("table", ["cues", "verbs"])
def test_verbs_are_lower_case(table: str) -> None:
    assert all(key == key.lower() for key in rows_of(table))


@pytest.mark.parametrize("table", ["nouns", "adjectives"])
def test_a_word_has_a_capital_only_where_it_always_has(table: str) -> None:
    keys = rows_of(table)
    assert not [key for key in keys if key != key.lower() and key.lower() in keys]


def test_closed_words_are_lower_case_except_times_and_names() -> None:
    for word, row in rows_of("closed").items():
        assert word == word.lower() or row["tag"] in "TN", word


def test_all_months_and_days_are_there() -> None:
    closed, short = rows_of("closed"), rows_of("abbreviations")
    assert all(closed[word]["tag"] == "T" for word in [*MONTHS, *DAYS])
    assert all(f"{month[:3]}." in short for month in MONTHS if month != "May")


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("p", "i you he she it we they somebody"),
        ("o", "me him us them themselves"),
        ("d", "the a an this these my his her its their every no"),
        ("P", "of in on at by for with about despite amid to via"),
        ("S", "after before since until"),
        ("c", "and or but nor"),
        ("s", "when if because although unless whether"),
        ("w", "who whom whose which what where why how"),
        ("m", "will would can could may might must shall should"),
        ("b", "be am is are was were been being"),
        ("h", "have has had having"),
        ("D", "do does did doing done"),
        ("r", "not never also here there then still"),
    ],
)
def test_the_commonest_words_have_their_tag(tag: str, words: str) -> None:
    closed = rows_of("closed")
    assert {word: closed[word]["tag"] for word in words.split()} == dict.fromkeys(words.split(), tag)


def test_a_contraction_is_told_as_the_words_it_stands_for() -> None:
    closed = rows_of("closed")
    for word, row in closed.items():
        first, *rest = row["parts"].split()
        if row["tag"] == "k":
            assert word.replace("'", "").startswith(first[:1]) or word.startswith("'t"), word
            assert rest, word
        elif "not" in rest:
            assert closed.get(first, row)["tag"] == row["tag"], word


def test_verbs_with_irregular_forms_have_both_parts() -> None:
    for lemma, row in rows_of("verbs").items():
        assert (row["past"] == "-") == (row["participle"] == "-"), lemma


def test_gerunds_end_in_ing() -> None:
    gerunds = {row["gerund"] for row in rows_of("verbs").values()} - {"-"}
    assert all(form.endswith("ing") for each in gerunds for form in each.split("|"))


@pytest.mark.parametrize(
    ("lemma", "past", "participle"),
    [
        ("say", "said", "said"),
        ("tell", "told", "told"),
        ("write", "wrote", "written"),
        ("go", "went", "gone"),
        ("undergo", "underwent", "undergone"),
        ("overtake", "overtook", "overtaken"),
        ("withhold", "withheld", "withheld"),
        ("occur", "occurred", "occurred"),
        ("travel", "traveled|travelled", "traveled|travelled"),
    ],
)
def test_some_forms_that_no_rule_gives(lemma: str, past: str, participle: str) -> None:
    row = rows_of("verbs")[lemma]
    assert (row["past"], row["participle"]) == (past, participle)


def test_verbs_and_cues_agree_on_how_noun_like_a_verb_is() -> None:
    verbs = rows_of("verbs")
    for lemma, row in rows_of("cues").items():
        if lemma in verbs:
            assert verbs[lemma]["noun"] == row["noun"], lemma


def test_frames_are_known_and_no_cue_is_without() -> None:
    for lemma, row in rows_of("cues").items():
        frames = row["frames"].split(",")
        assert set(frames) <= FRAMES, lemma
        assert len(set(frames)) == len(frames), lemma


def test_a_cue_that_takes_a_clause_needs_no_frame_for_quotations() -> None:
    frames = {lemma: set(row["frames"].split(",")) for lemma, row in rows_of("cues").items()}
    assert not [lemma for lemma, each in frames.items() if {"that", "quote"} <= each]


def test_phrasal_cues_begin_with_a_verb_and_are_never_nouns() -> None:
    known = rows_of("cues").keys() | rows_of("verbs").keys()
    for lemma, row in rows_of("cues").items():
        if " " in lemma:
            assert lemma.split()[0] in known, lemma
            assert row["noun"] == "never", lemma


def test_classes_of_nouns_are_known_and_only_people_have_a_gender() -> None:
    for noun, row in rows_of("nouns").items():
        classes = row["class"].split(",")
        assert set(classes) <= NOUN_CLASSES, noun
        assert (row["gender"] == "-") == PEOPLE.isdisjoint(classes), noun


def test_nouns_in_woman_and_man_have_their_gender_and_plural() -> None:
    for noun, row in rows_of("nouns").items():
        if noun.endswith("woman"):
            assert (row["gender"], row["plural"]) == ("f", noun[:-3] + "men"), noun
        elif noun.endswith("man") and noun != "shaman":
            assert row["gender"] in {"m", "u"}, noun
            assert row["plural"].endswith("men"), noun


def test_a_regular_plural_is_no_row_of_its_own() -> None:
    nouns = rows_of("nouns")
    for noun, row in nouns.items():
        if noun.endswith("s") and noun[:-1] in nouns:
            assert row["plural"] == noun or noun.endswith("ss"), noun


def test_titles_are_written_out() -> None:
    for title, row in rows_of("titles").items():
        assert not row["full"].endswith("."), title
        assert title[0].isupper() or title[0].isdigit(), title


def test_every_short_title_is_an_abbreviation() -> None:
    parts = {part for title in rows_of("titles") for part in title.split() if part.endswith(".")}
    assert parts <= rows_of("abbreviations").keys()


def test_abbreviations_bear_their_full_stop() -> None:
    assert all(word.endswith(".") and " " not in word for word in rows_of("abbreviations"))


def test_short_titles_do_not_end_a_sentence_and_clocks_may() -> None:
    short = rows_of("abbreviations")
    assert {short[word]["ends"] for word in ["Mr.", "Mrs.", "Dr.", "Gen.", "Sen.", "e.g."]} == {"no"}
    assert {short[word]["ends"] for word in ["a.m.", "p.m.", "etc.", "Inc.", "Jr.", "U.S.", "D.C."]} == {"yes"}


def test_the_countries_and_states_are_there() -> None:
    places = rows_of("places")
    assert sum(row["kind"] == "country" for row in places.values()) > 190
    assert {places[name]["kind"] for name in ("Ohio", "New York", "Texas", "Wyoming")} == {"state"}
