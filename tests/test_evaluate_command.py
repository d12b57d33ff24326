from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from quoteattr import RULES, ResultError, attribute
from quoteattr.cli import main
from quoteattr.evaluate import Document, Entry, Tally, ablate, changes, evaluate, interval, predictor, read
from quoteattr.evaluate.command import EXAMPLES
from quoteattr.evaluate.intervals import wilson
from quoteattr.evaluate.pdnc import with_marks
from quoteattr.evaluate.report import as_data
from quoteattr.markup import Marked
from quoteattr.testing import articles, conversations

TEXT = "“It is late,” said Ann Lee. Bo Dunn said that the mill was old. She called it “a farce.”"
GOLD: dict[str, Any] = {**attribute(TEXT).to_dict(id="mill")}


@st.composite
def golds(draw: st.DrawFn) -> Document:
    """A document with what is right about it, as the writer of its text meant it."""
    answer: Marked = draw(st.one_of(articles(), conversations()))
    entries = [
        Entry(
            kind="direct",
            content=tuple((span.start, span.end) for span in one.content),
            source=((one.source.start, one.source.end),) if one.source is not None else (),
            cue=tuple((span.start, span.end) for span in one.cue),
            speaker=one.speaker or "",
        )
        for one in answer.attributions
    ]
    return Document(id="a", text=answer.text, attributions=tuple(entries))


@st.composite
def predictions(draw: st.DrawFn, document: Document) -> list[Entry]:
    """What somebody may find in a document: some of it, some of that wrong, some of nothing."""
    found = []
    for one in document.attributions:
        what = draw(st.sampled_from(("right", "missed", "no source", "wrong source", "indirect")))
        if what == "no source":
            found.append(evolve(one, source=(), cue=()))
        elif what == "wrong source":
            found.append(evolve(one, source=((0, 1),), speaker="Nobody"))
        elif what != "missed":
            found.append(evolve(one, kind="indirect" if what == "indirect" else one.kind))
    return found


class TestLaws:
    @given(golds())
    def test_the_gold_against_itself_is_1(self, gold: Document) -> None:
        figures = evaluate([gold], lambda _: gold.attributions)
        assert {value for name, value in figures.items() if name not in ("spurious", "calibration")} <= {1.0}
        assert figures["spurious"] == 0

    @given(st.data())
    def test_every_share_of_right_ones_comes_with_its_interval(self, data: st.DataObject) -> None:
        golds_ = data.draw(st.lists(golds(), min_size=1, max_size=4))
        tally = Tally()
        for gold in golds_:
            tally.add(gold, data.draw(predictions(gold)))
        found = as_data(tally)
        for name, value in found["figures"].items():
            if "[" in name or name in ("source.recall", "cue.recall", "speaker.accuracy"):
                low, high = found["intervals"][name]
                assert low <= value <= high, name

    @given(st.data())
    def test_nothing_has_changed_against_itself(self, data: st.DataObject) -> None:
        gold = data.draw(golds())
        found = data.draw(predictions(gold))
        assert list(changes(gold, found, found)) == []

    @given(st.data())
    def test_what_is_gained_one_way_is_lost_the_other_way(self, data: st.DataObject) -> None:
        gold = data.draw(golds())
        old, new = data.draw(predictions(gold)), data.draw(predictions(gold))
        swapped = {"gained": "lost", "lost": "gained", "changed": "changed"}
        there = [(one.at, one.verdict) for one in changes(gold, old, new)]
        back = [(one.at, swapped[one.verdict]) for one in changes(gold, new, old)]
        assert sorted(there) == sorted(back)

    @given(st.data())
    def test_against_the_gold_nothing_is_gained(self, data: st.DataObject) -> None:
        gold = data.draw(golds())
        verdicts = [one.verdict for one in changes(gold, gold.attributions, data.draw(predictions(gold)))]
        assert "gained" not in verdicts

    @given(golds())
    def test_what_attribute_finds_is_all_right_against_itself(self, gold: Document) -> None:
        saved = attribute(gold.text).to_dict(id="a")
        figures = evaluate([Document.of(saved)], predictor())
        assert {figures.get(name, 1.0) for name in ("source.f1", "cue.recall", "quoted.exact")} == {1.0}

    @given(st.lists(st.integers(1, 30).flatmap(lambda every: st.tuples(st.integers(0, every), st.just(every)))))
    def test_a_share_lies_in_its_interval(self, documents: list[tuple[int, int]]) -> None:
        low, high = interval(documents)
        part, whole = sum(right for right, _ in documents), sum(every for _, every in documents)
        assert 0 <= low <= high <= 1
        assert not whole or (low <= part / whole + 1e-9 and part / whole <= high + 1e-9)

    @given(st.integers(1, 500), st.data())
    def test_more_of_the_same_make_an_interval_narrower(self, whole: int, data: st.DataObject) -> None:
        part = data.draw(st.integers(0, whole))
        (low, high), (nearer, near) = wilson(part, whole), wilson(2 * part, 2 * whole)
        assert near - nearer < high - low


class TestAblate:
    def test_a_rule_that_answers_nothing_gives_nothing(self) -> None:
        rows = {row.rule: row for row in ablate([Document.of(GOLD)], indirect="none")}
        assert set(rows) >= {rule.name for rule in RULES}
        assert rows["clause_around_content"].gains["source.recall"] == 0.5
        assert rows["clause_around_content"].pays
        idle = [row for row in rows.values() if not row.answers]
        assert idle
        assert all(not any(row.gains.values()) and not row.pays for row in idle)

    def test_a_rule_for_reports_is_left_out_of_what_was_found(self) -> None:
        rows = {row.rule: row for row in ablate([Document.of(GOLD)])}
        assert rows["source_cue_that_content"].gains["indirect.f1"] == 1.0


ANN = (
    "T1\tSource 19 26\tAnn Lee\nT2\tCue 14 18\tsaid\nT3\tContent 0 13\t“It is late,”\nT4\tAttribution 14 18\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nT5\tDiscuss 0 5\t“It i\n#1\tAnnotatorNotes T1\tsure\n"
    "T6\tContent 78 88\t“a farce.”\nT7\tCue 68 74\tcalled\nT8\tAttribution-no-source 68 74\tcalled\n"
    "E2\tAttribution-no-source:T8 Content:T6 Cue:T7\n"
)


@pytest.fixture
def brat(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "mill_1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "mill_1_5fec.ann").write_text(ANN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def pdnc(tmp_path: Path) -> Path:
    novel = tmp_path / "TheMill"
    novel.mkdir()
    (novel / "novel_text.txt").write_text(TEXT, encoding="utf-8")
    (novel / "character_info.csv").write_text(
        "Character ID,Main Name,Aliases,Gender,Category\n0,Ann Lee,\"{'Ann', 'Ann Lee'}\",F,major\n", encoding="utf-8"
    )
    (novel / "quotation_info.csv").write_text(
        '"quoteID","quoteText","quoteByteSpans","speaker","quoteType"\n'
        '"Q0","It is late,","[[1, 12]]","Ann Lee","Explicit"\n"Q1","a farce.","[[79, 87]]","_unknowable","Anaphoric"\n',
        encoding="utf-8",
    )
    return tmp_path


class TestReaders:
    def test_brat_as_polnear_is_published(self, brat: Path) -> None:
        (document,) = read(brat)
        assert (document.id, document.text) == ("mill_1_5fec", TEXT)
        first, second = document.attributions
        assert (first.kind, first.content, first.source, first.cue) == ("direct", ((0, 13),), ((19, 26),), ((14, 18),))
        assert (second.kind, second.content, second.source) == ("direct", ((78, 88),), ())

    def test_brat_with_the_text_beside_it(self, tmp_path: Path) -> None:
        (tmp_path / "mill.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "mill.ann").write_text(ANN, encoding="utf-8")
        (document,) = read(tmp_path / "mill.ann")
        assert len(document.attributions) == 2

    def test_a_content_in_brat_may_be_in_pieces_and_have_some_marks(self, brat: Path) -> None:
        (brat / "attributions" / "mill_1_5fec.ann").write_text(
            "T1\tContent 46 62;75 88\tthe mill was old it “a farce.”\nE1\tAttribution:T1 Content:T1\n",
            encoding="utf-8",
        )
        ((one,),) = ([*document.attributions] for document in read(brat))
        assert one.kind == "mixed"

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("T1\tSource late\tx", r"mill_1_5fec\.ann:1: offsets are wanted"),
            ("T1\tSource 5 999\tx", r":1: 5 999 is no stretch of the text's 88 characters"),
            ("T1\tSource 19 26\tBo Dunn", r":1: the text has 'Ann Lee' there, not 'Bo Dunn'"),
            ("E1\tAttribution:T1", r":1: 'Attribution:T1' names no stretch of this file"),
        ],
    )
    def test_broken_brat_is_named(self, brat: Path, line: str, message: str) -> None:
        (brat / "attributions" / "mill_1_5fec.ann").write_text(line, encoding="utf-8")
        with pytest.raises(ResultError, match=message):
            list(read(brat))

    def test_annotations_without_their_text_are_named(self, brat: Path) -> None:
        (brat / "text" / "mill_1.txt").unlink()
        with pytest.raises(ResultError, match="no text for it"):
            list(read(brat))

    def test_pdnc_with_its_marks_and_names(self, pdnc: Path) -> None:
        (document,) = read(pdnc)
        assert document.id == "TheMill"
        first, second = document.attributions
        assert (first.content, first.speaker, first.how) == (((0, 13),), "Ann Lee", "explicit")
        assert (second.content, second.speaker) == (((78, 88),), "")
        assert document.aliases == {"Ann Lee": {"ann", "ann lee"}}

    @pytest.mark.parametrize(
        ("table", "text", "message"),
        [
            ("quotation_info.csv", "a,b\n", r"quotation_info\.csv:1: no column 'quoteID'; the columns are a, b"),
            (
                "quotation_info.csv",
                "quoteID,quoteByteSpans,speaker,quoteType\nQ0,x,Ann,Explicit\n",
                ":2: quoteByteSpans is a list",
            ),
            (
                "quotation_info.csv",
                'quoteID,quoteByteSpans,speaker,quoteType\nQ0,"[[1, 999]]",Ann,Explicit\n',
                ":2: quoteByteSpans .* no stretches",
            ),
            ("character_info.csv", "Main Name,Aliases\nAnn,Ann\n", r"character_info\.csv:2: Aliases is a list"),
        ],
    )
    def test_broken_pdnc_is_named(self, pdnc: Path, table: str, text: str, message: str) -> None:
        (pdnc / "TheMill" / table).write_text(text, encoding="utf-8")
        with pytest.raises(ResultError, match=message):
            list(read(pdnc))

    @given(st.text(alphabet="“”x ", min_size=1))
    def test_marks_are_taken_in_only_from_right_around(self, text: str) -> None:
        start, end = with_marks(0, len(text), text)
        assert (start, end) == (0, len(text))

    def test_json_lines_with_a_span_outside_the_text_are_named(self, tmp_path: Path) -> None:
        path = tmp_path / "gold.jsonl"
        path.write_text('{"id": "a", "text": "x", "attributions": [{"kind": "direct", "content": [[0, 9]]}]}')
        with pytest.raises(ResultError, match=r"gold\.jsonl:1: .*: \[0, 9\] is no stretch of the text's 1 characters"):
            list(read(path))

    def test_a_folder_without_gold_says_what_is_wanted(self, tmp_path: Path) -> None:
        with pytest.raises(ResultError, match=r"a folder without quotation_info\.csv \(PDNC\) and without \.ann files"):
            list(read(tmp_path))

    def test_what_is_no_utf_8_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "gold.jsonl").write_bytes(b"\xff")
        with pytest.raises(ResultError, match=r"gold\.jsonl:1: no UTF-8"):
            list(read(tmp_path / "gold.jsonl"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("gold.jsonl").write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
class TestCommand:
    def test_figures_come_with_intervals_by_kind_and_by_rule(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["evaluate", "gold.jsonl"]) == 0
        out = capsys.readouterr().out
        assert re.search(r"source\.recall +1\.0000  0\.\d+ to 1\.0000 +gold sources found", out)
        assert re.search(r"\n  direct +1  1\.0000", out)
        assert re.search(r"\n  content_cue_source +1 +1  1\.000", out)

    def test_as_json_it_has_all_that_was_counted(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["evaluate", "gold.jsonl", "--format", "json", "--ablate", "--indirect", "none"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["figures"]["source.f1"] == 1.0
        assert found["by_rule"]["clause_around_content"] == {"predicted": 1, "right": 1}
        assert found["ablated"]["clause_around_content"]["source.recall"] == 0.5

    def test_what_was_saved_is_what_is_compared(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["evaluate", "gold.jsonl", "--save", "old.jsonl"]) == 0
        capsys.readouterr()
        assert main(["evaluate", "gold.jsonl", "--compare", "old.jsonl"]) == 0
        assert "\n0 gained, 0 lost, 0 changed otherwise\n" in capsys.readouterr().out
        assert main(["evaluate", "gold.jsonl", "--compare", "old.jsonl", "--indirect", "none"]) == 0
        out = capsys.readouterr().out
        assert "0 gained, 1 lost, 0 changed otherwise" in out
        assert "lost: mill @46: wrong now: missed" in out

    def test_predictions_from_elsewhere_are_scored_as_they_are(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("theirs.jsonl").write_text(json.dumps({"id": "mill", "attributions": []}), encoding="utf-8")
        assert main(["evaluate", "gold.jsonl", "--predicted", "theirs.jsonl", "--mistakes", "9"]) == 0
        out = capsys.readouterr().out
        assert re.search(r"source\.recall +0\.0000", out)
        assert "3 mistakes, 3 of them:" in out

    @pytest.mark.parametrize(
        ("theirs", "message"),
        [
            ("{", "theirs.jsonl:1: no JSON: "),
            ('{"id": "mill"}', "theirs.jsonl:1: no prediction: no 'attributions'"),
            ('{"id": "other", "attributions": []}', "nothing for the document 'mill'; it has other"),
        ],
    )
    def test_broken_predictions_are_named(self, theirs: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
        Path("theirs.jsonl").write_text(theirs, encoding="utf-8")
        assert main(["evaluate", "gold.jsonl", "--predicted", "theirs.jsonl"]) == 2
        assert message in capsys.readouterr().err

    def test_gold_that_is_not_there_is_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["evaluate", "none.jsonl"]) == 2
        assert "none.jsonl" in capsys.readouterr().err

    def test_the_examples_of_its_help_run(self) -> None:
        commands = [line.split("   ")[0] for line in EXAMPLES.splitlines() if line.startswith("  quoteattr")]
        assert len(commands) == 6
        for command in commands:
            assert main(shlex.split(command)[1:]) == 0, command
