"""What is read from elsewhere is taken as it is meant, or refused with its place: never taken wrongly, no crash."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from quoteattr import LexiconError, MarkupError, Result, ResultError, attribute
from quoteattr.cli.sources import Fields, Source, Text, Trouble, read_source
from quoteattr.evaluate.gold import Document
from quoteattr.evaluate.readers import read
from quoteattr.lexicon import Lexicon
from quoteattr.markup import parse_marked
from quoteattr.strict import parse_json
from quoteattr.tables import read_table

TEXT = "“It is late,” said Ann Lee, a miller. “Go.” The mill said she called it “a ‘farce’”.\n"
RESULT = attribute(TEXT, indirect="all")
SAVED: dict[str, Any] = json.loads(RESULT.to_json(id="mill"))
LINE = json.dumps(SAVED, ensure_ascii=False)
DEEP = 100_000

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just(10**400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def places_in(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each value."""
    if path:
        yield path
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from places_in(value, (*path, key))


PLACES = [*places_in(SAVED)]


def with_value(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """The saved result with another value at a place."""
    changed = json.loads(LINE)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return changed  # type: ignore[no-any-return]


def taken_or_refused(saved: Any) -> None:
    """What is taken is saved as the same again; what is refused has its place in the message."""
    with suppress(ResultError):
        result = Result.from_dict(saved)
        assert Result.from_json(result.to_json()) == result


# Saved results


def test_json_gives_back_the_result() -> None:
    assert Result.from_json(RESULT.to_json(id="a", indent=2)) == RESULT
    assert Result.from_json("\ufeff" + RESULT.to_json()) == RESULT


@given(st.integers(0, len(LINE) - 1))
def test_json_cut_off_anywhere_is_refused_with_the_place(at: int) -> None:
    with pytest.raises(ResultError, match=r"character \d+.*cut off"):
        Result.from_json(LINE[:at])


@given(st.sampled_from(PLACES), VALUES)
@example(("attributions", 0, "confidence"), float("nan"))
@example(("attributions", 0, "confidence"), 10**400)
@example(("attributions", 0, "content", 0, 1), True)
@example(("attributions", 0, "reported_by"), 0)
@example(("text",), "\ud800")
def test_any_value_in_the_place_of_any_other_is_taken_or_refused(path: tuple[Any, ...], value: Any) -> None:
    taken_or_refused(with_value(path, value))


@pytest.mark.parametrize("path", PLACES)
def test_a_number_of_thousands_of_digits_is_taken_nowhere_or_not_read(path: tuple[Any, ...]) -> None:
    with suppress(ResultError):
        assert Result.from_dict(with_value(path, 10**5000)) == RESULT


@given(VALUES)
def test_any_value_is_no_result_or_one(value: Any) -> None:
    taken_or_refused(value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"text": "a", "text": "b"}', "the key 'text' comes twice in one object"),
        ('{"text": "a", "attributions": [{"kind": "direct", "confidence": NaN}]}', "NaN is no number of JSON"),
        ('{"text": "a", "x": -Infinity}', "-Infinity is no number of JSON"),
        ('{"text": "a", "attributions": [{"kind": "direct", "content": [[0, 1]], "confidence": 1e999}]}', "confidence"),
        (f'{{"text": "a", "x": {"9" * 5000}}}', "a number of too many digits"),
        ("[" * DEEP, "nested too deep"),
        ('{"a":' * DEEP, "nested too deep"),
        ("", "no JSON"),
        ("[]", r"result: an object is wanted, not \[\]"),
    ],
)
def test_json_that_other_readers_take_or_break_at_is_refused(text: str, message: str) -> None:
    with pytest.raises(ResultError, match=message):
        Result.from_json(text)


def test_bytes_are_no_text_of_json() -> None:
    with pytest.raises(ResultError, match=r"a string is wanted, not b'{}'"):
        Result.from_json(b"{}")  # type: ignore[arg-type]


def test_quotations_nested_too_deep_are_refused() -> None:
    one: dict[str, Any] = {"span": [0, 1], "inner": [0, 1], "style": "double"}
    for _ in range(DEEP // 100):
        one = {**one, "children": [one]}
    with pytest.raises(ResultError, match="quotations: they are nested too deep"):
        Result.from_dict({"text": "a", "quotations": [one]})


def test_a_long_chain_of_reports_is_read() -> None:
    """Each by the one behind it: no limit but that of the data."""
    chain = [{"kind": "indirect", "content": [[0, 1]], "reported_by": at + 1} for at in range(5000)]
    chain.append({"kind": "indirect", "content": [[0, 1]]})
    assert Result.from_dict({"text": "a", "attributions": chain})[4999].reported_by is not None
    chain[-1]["reported_by"] = 7
    with pytest.raises(ResultError, match=r"attributions\[5000\]\.reported_by: attribution 7 would report itself"):
        Result.from_dict({"text": "a", "attributions": chain})


def test_a_place_among_the_speakers_without_a_speaker_is_refused() -> None:
    with pytest.raises(ResultError, match=r"attributions\[0\]\.speaker_index: 0 without a speaker"):
        Result.from_dict(with_value(("attributions", 0, "speaker"), None))


# Gold


def gold(path: Path, data: str | bytes) -> list[Document]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    return [*read(path)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gold")


def test_gold_cut_off_anywhere_is_refused_with_file_and_line(folder: Path) -> None:
    @given(st.integers(1, len(LINE.encode()) - 1))
    def check(at: int) -> None:
        with pytest.raises(ResultError, match=r"^.*cut\.jsonl:2: "):
            gold(folder / "cut.jsonl", LINE.encode() + b"\n" + LINE.encode()[:at])

    check()


def test_gold_with_any_value_in_the_place_of_another_is_taken_or_refused_with_file_and_line(folder: Path) -> None:
    @given(st.sampled_from(PLACES), VALUES)
    @example(("attributions", 0, "content", 0, 0), 0.5)
    @example(("attributions", 0, "aliases"), "Ann")
    @example(("speakers", 0), "Ann")
    def check(path: tuple[Any, ...], value: Any) -> None:
        try:
            (document,) = gold(folder / "any.jsonl", json.dumps(with_value(path, value)))
        except ResultError as error:
            refused = str(error)
            assert "any.jsonl:1: " in refused
        else:
            assert isinstance(document.text, str)
            assert all(
                0 <= start <= end <= len(document.text) for one in document.attributions for start, end in one.content
            )

    check()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "a", "text": "x", "attributions": [], "id": "b"}', "the key 'id' comes twice"),
        ('{"id": 1, "text": "x", "attributions": []}', "id: a string is wanted, not 1"),
        ('{"id": "a", "text": "x", "attributions": [{"kind": "direct"}]}', r"attributions\[0\]: no 'content'"),
        (
            '{"id": "a", "text": "x", "attributions": [{"kind": "direct", "content": [[0, 0.5]]}]}',
            r"attributions\[0\]: content: a whole number is wanted, not 0.5",
        ),
        ("[" * DEEP, "nested too deep"),
    ],
)
def test_gold_that_is_wrong_is_refused(folder: Path, line: str, message: str) -> None:
    with pytest.raises(ResultError, match=message):
        gold(folder / "wrong.jsonl", line)


def test_a_line_of_gold_goes_to_the_end_of_the_line_whatever_its_letters(folder: Path) -> None:
    text = "“It is\u2028late,”\x85 said Ann."
    (document,) = gold(folder / "ends.jsonl", "\ufeff" + attribute(text).to_json(id="a"))
    assert document.text == text


BRAT = (
    "T1\tSource 19 26\tAnn Lee\nT2\tCue 14 18\tsaid\nT3\tContent 0 13\t“It is late,”\n"
    "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n"
)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("\tAnn Lee", "", r"a\.ann:1: no words behind 'Source 19 26'; is the line cut off"),
        ("T2\tCue", "T1\tCue", r"a\.ann:2: a second T1"),
        ("Content:T3", "Content:T", r"a\.ann:4: 'Content:T' names no stretch"),
        ("19 26", "19 1e3", r"a\.ann:1: offsets are wanted"),
        ("19 26", "19 20", r"a\.ann:1: the text has 'A' there, not 'Ann Lee'"),
    ],
)
def test_annotations_that_are_cut_or_wrong_are_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.ann").write_text(BRAT, encoding="utf-8")
    assert [one.content for document in read(tmp_path) for one in document.attributions] == [((0, 13),)]
    (tmp_path / "a.ann").write_text(BRAT.replace(old, new), encoding="utf-8")
    with pytest.raises(ResultError, match=message):
        list(read(tmp_path))


QUOTATIONS = 'quoteID,quoteByteSpans,speaker,quoteType\nQ0,"[[0, 13]]",Ann Lee,Explicit\n'
CHARACTERS = "Main Name,Aliases\nAnn Lee,\"{'Ann', 'Lee'}\"\n"


@pytest.mark.parametrize(
    ("table", "old", "new", "message"),
    [
        ("quotation_info.csv", ",Explicit", "", r"quotation_info\.csv:2: not as many cells"),
        ("quotation_info.csv", "[[0, 13]]", "[[0, 13.5]]", r":2: quoteByteSpans \[\[0, 13\.5\]\] are no stretches"),
        ("quotation_info.csv", "[[0, 13]]", "[[False, True]]", r":2: quoteByteSpans .* are no stretches"),
        (
            "quotation_info.csv",
            "speaker,quoteType",
            '"speaker',
            r"quotation_info\.csv:1: no CSV: ',' expected",
        ),
        ("quotation_info.csv", "speaker,quoteType\n", "speaker,quoteType,speaker\n", r":1: a column that comes twice"),
        ("quotation_info.csv", "[[0, 13]]", "{[]}", r":2: quoteByteSpans is a list"),
        ("quotation_info.csv", '13]]",Ann Lee,Explicit\n', "13]]", r":2: no CSV: unexpected end of data"),
        ("character_info.csv", "{'Ann', 'Lee'}", "[1]", r"character_info\.csv:2: Aliases are names"),
        ("character_info.csv", "{'Ann', 'Lee'}", "[" * 500, r"character_info\.csv:2: Aliases is a list"),
    ],
)
def test_tables_of_novels_that_are_cut_or_wrong_are_refused(
    tmp_path: Path, table: str, old: str, new: str, message: str
) -> None:
    (tmp_path / "novel_text.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "quotation_info.csv").write_text(QUOTATIONS, encoding="utf-8")
    (tmp_path / "character_info.csv").write_text(CHARACTERS, encoding="utf-8")
    assert [one.speaker for document in read(tmp_path) for one in document.attributions] == ["Ann Lee"]
    whole = (tmp_path / table).read_text(encoding="utf-8")
    (tmp_path / table).write_text(whole.replace(old, new), encoding="utf-8")
    with pytest.raises(ResultError, match=message):
        list(read(tmp_path))


# Texts of the command


def texts(path: Path, data: bytes, kind: Any) -> list[Text | Trouble]:
    path.write_bytes(data)
    return [*read_source(Source(str(path), kind), "utf-8", Fields())]


@pytest.mark.parametrize("kind", ["text", "jsonl", "csv", "tsv"])
def test_a_source_of_any_bytes_gives_texts_or_says_why_not(folder: Path, kind: str) -> None:
    @given(st.binary(max_size=80) | st.text(alphabet='{}[]",:\n\t\0\ufeff “”textid', max_size=80).map(str.encode))
    @example(b'id,text\n1,"Late')
    @example(b'{"text":' * 2000)
    def check(data: bytes) -> None:
        assert all(isinstance(one, (Text, Trouble)) for one in texts(folder / "any", data, kind))

    check()


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        (
            "csv",
            "text\nToo late, said Ann.\n",
            "more cells than the 1 columns; a text with a comma stands in quotation",
        ),
        ("csv", 'text\n"Too late, said Ann.\n', "this is no whole table: unexpected end of data"),
        ("csv", 'id,"te', "this is no whole table: unexpected end of data"),
        ("csv", "text,text\na,b\n", "two columns are named 'text'"),
        ("jsonl", '{"text": "a", "text": "b"}', "the key 'text' comes twice"),
        ("jsonl", "[" * DEEP, "nested too deep"),
    ],
)
def test_a_text_that_would_be_cut_is_refused(folder: Path, kind: str, data: str, message: str) -> None:
    (trouble,) = texts(folder / "cut", data.encode(), kind)
    assert isinstance(trouble, Trouble)
    assert message in trouble.message


# Tables of words, and markup


@given(st.text(alphabet="# \t\nab\ufeff\u2028", max_size=40))
def test_a_table_is_read_with_all_its_cells_or_refused_with_its_line(text: str) -> None:
    try:
        rows = [*read_table("x.tsv", text)]
    except LexiconError as error:
        refused = str(error)
        assert refused.startswith("x.tsv:")
    else:
        assert len({tuple(row) for row in rows}) <= 1


def test_a_column_that_comes_twice_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"x\.tsv:1: the column 'a' comes twice"):
        list(read_table("x.tsv", "# a\ta\nb\tc\n"))


@pytest.mark.parametrize("text", ["", "\n", "word\ttag\n", "#word\ttag\n"])
def test_a_table_without_columns_is_refused(text: str) -> None:
    with pytest.raises(LexiconError, match=r"x\.tsv:1: the first line must name the columns"):
        list(read_table("x.tsv", text))


def test_a_number_of_many_digits_is_no_number_of_a_mark() -> None:
    for digits in (10, 5000):
        with pytest.raises(MarkupError, match="character 5: a number of more than 9 digits"):
            parse_marked("<“A”>" + "1" * digits)
    assert len(parse_marked("<“A”>" + "1" * 9).attributions) == 1


@given(VALUES)
def test_json_is_read_as_it_was_written(value: Any) -> None:
    try:
        written = json.dumps(value, allow_nan=False)
    except ValueError:  # NaN is no JSON
        return
    assert parse_json(written) == value


@pytest.mark.parametrize(
    ("name", "row", "message"),
    [
        ("titles", "Mr.\t\tmen\tMister", r"titles\.tsv: nothing in the column 'gender' of title='Mr\.'"),
        ("closed", "he's\tk\the", r"closed\.tsv: \"he's\": a contraction stands for two words, not 'he'"),
        ("closed", "he's\tk\the he’s", r"closed\.tsv: \"he's\": a contraction stands for two words, not 'he he’s'"),
    ],
)
def test_a_row_that_says_too_little_is_refused(name: str, row: str, message: str) -> None:
    columns = {"titles": "title\tgender\tkind\tfull", "closed": "word\ttag\tparts"}[name]
    with pytest.raises(LexiconError, match=message):
        Lexicon({name: tuple(read_table(f"{name}.tsv", f"# {columns}\n{row}\n"))})


def test_the_place_of_a_fault_names_the_line_where_there_are_several() -> None:
    with pytest.raises(ResultError, match=r"\(character 4\)"):
        parse_json("[1,")
    with pytest.raises(ResultError, match=r"\(line 2, character 3\)"):
        parse_json("[\n1,")
