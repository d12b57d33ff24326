"""Speech without quotation marks: its rules, its levels, its spans, and the tables counted for it."""

from __future__ import annotations

import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType
from typing import Literal

import pytest

from quoteattr import Attribution, attribute
from quoteattr.boundaries import Start, View, boundaries_from, english_boundaries, paired
from quoteattr.clauses import read_clauses
from quoteattr.clues import Weights, english_weights
from quoteattr.letters import tell_letters
from quoteattr.lexicon import english
from quoteattr.markup import parse_marked
from quoteattr.names import find_names
from quoteattr.phrases import read_sentences
from quoteattr.readings import REPORT_RULES, ReportRule, report_rule
from quoteattr.reports import english_finder
from quoteattr.shares import english_shares
from quoteattr.testing import differences
from quoteattr.weave import Reporter
from quoteattr.words import read_words

ONLY_IN_ALL = ("label_content", "source_cue_object", "source_cue_about_content")
BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


def reports(text: str, level: str = "speech") -> list[Attribution]:
    return list(attribute(text, indirect=level))  # type: ignore[arg-type]


def only(text: str, level: str = "speech") -> Attribution:
    found = reports(text, level)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize("rule", REPORT_RULES, ids=lambda rule: rule.name)
class TestRules:
    def level(self, rule: ReportRule) -> str:
        return "all" if rule.name in ONLY_IN_ALL else "speech"

    def test_takes_its_examples_as_marked(self, rule: ReportRule) -> None:
        lines = [line[2:] for line in rule.examples if line.startswith("+ ")]
        assert lines
        for line in lines:
            answer = parse_marked(line)
            result = attribute(answer.text, indirect=self.level(rule))  # type: ignore[arg-type]
            assert differences(result, answer) == ()
            assert rule.name in {one.rule for one in result}

    def test_leaves_its_other_examples_alone(self, rule: ReportRule) -> None:
        lines = [line[2:] for line in rule.examples if line.startswith("- ")]
        assert lines
        for line in lines:
            assert rule.name not in {one.rule for one in reports(line, self.level(rule))}

    def test_says_in_a_sentence_what_it_sees(self, rule: ReportRule) -> None:
        assert rule.claim.endswith(".")


def test_every_frame_has_a_rule() -> None:
    assert report_rule("parted P").name == "clause_parted_by_report"
    assert report_rule("against").name == "source_cue_about_content"
    assert report_rule("Y wh").name == "source_cue_question"


class TestLevels:
    def test_none_finds_no_speech_without_marks(self) -> None:
        assert reports("Ann Lee said that the lamp was out.", "none") == []

    def test_speech_leaves_out_thought_wishes_and_topics(self) -> None:
        text = "Ann Lee thought that the lamp was out. She wanted a new lamp. She mentioned the oil."
        assert reports(text) == []

    def test_all_finds_thought_too(self) -> None:
        assert only("Ann Lee believed that the lamp was out.", "all").text == "the lamp was out"


def said(sentence: str) -> str:
    """What is said of the report about the lamp."""
    (found,) = {one.said for one in reports(sentence) if one.text == "the lamp was out"}
    return found


class TestSaid:
    @pytest.mark.parametrize(
        "sentence",
        [
            "The keeper said that the lamp was out.",
            "The keeper must have said that the lamp was out.",
            "The keeper went to town to say that the lamp was out.",
            "The keeper did not stay, saying that the lamp was out.",
            "If it rains, the keeper has always said that the lamp was out.",
            "The keeper would only say that the lamp was out.",
        ],
    )
    def test_what_was_said(self, sentence: str) -> None:
        assert said(sentence) == "said"

    @pytest.mark.parametrize(
        "sentence",
        [
            "The keeper did not say that the lamp was out.",
            "The keeper has never said that the lamp was out.",
            "The keeper hardly said that the lamp was out.",
            "Nobody said that the lamp was out.",
            "No keeper on the coast said that the lamp was out.",
            "If the keeper said that the lamp was out, we turned back.",
            "Did the keeper say that the lamp was out?",
            "The keeper refused to say that the lamp was out.",
            "The keeper has yet to say that the lamp was out.",
            "The keeper denied saying that the lamp was out.",
            "The keeper left without saying that the lamp was out.",
            "The keeper stopped short of saying that the lamp was out.",
            "The keeper was unable to say that the lamp was out.",
            "The keeper might say that the lamp was out.",
            "The keeper could have said that the lamp was out.",
            "The keeper should say that the lamp was out.",
        ],
    )
    def test_what_is_denied_or_left_open(self, sentence: str) -> None:
        assert said(sentence) == "unsaid"

    @pytest.mark.parametrize(
        "sentence",
        [
            "The keeper will say that the lamp was out.",
            "The keeper is going to say that the lamp was out.",
            "The keeper is to announce that the lamp was out.",
            "The keeper is expected to tell sailors that the lamp was out.",
            "The clerk said the keeper would tell sailors that the lamp was out.",
        ],
    )
    def test_what_is_foreseen(self, sentence: str) -> None:
        assert said(sentence) == "will say"

    def test_quoted_words_are_marked_whatever_else_is_looked_for(self) -> None:
        for level in ("none", "speech", "all"):
            assert only("The keeper will say that the lamp was “a liar.”", level).said == "will say"

    def test_could_is_unreal_of_telling_only(self) -> None:
        assert only("The keeper could imagine that the lamp was out.", "all").said == "said"


class TestSpans:
    def test_content_leaves_that_out_and_the_clause_has_it(self) -> None:
        one = only("Ann Lee said on Monday that the lamp was out.")
        assert one.text == "the lamp was out"
        assert one.clause is not None
        assert one.clause.text == "that the lamp was out"

    def test_a_parted_clause_has_two_stretches(self) -> None:
        one = only("The lamp, Ann Lee said, was out.")
        assert [span.text for span in one.content] == ["The lamp", "was out"]

    def test_the_clause_of_an_order_has_whom_it_is_given(self) -> None:
        one = only("The doctor urged everyone to boil the milk.", "all")
        assert one.addressee is not None
        assert one.clause is not None
        assert (one.text, one.addressee.text) == ("to boil the milk", "everyone")
        assert one.clause.text == "everyone to boil the milk"

    @pytest.mark.parametrize(
        "text",
        ["Ann Lee met Bo Moe. The king is said to be ill.", "Ann Lee met Bo Moe. It was reported that it rained."],
    )
    def test_nobody_says_what_is_said_by_nobody(self, text: str) -> None:
        one = only(text, "all")
        assert (one.source, one.speaker) == (None, None)

    def test_cue_and_source_offer_their_wider_spans(self) -> None:
        one = only("Ann Lee, a keeper who hates fog, had never once warned that it was out.", "all")
        assert one.source is not None
        assert one.cue is not None
        assert one.source.text == "Ann Lee"
        assert one.source.extent.text == "Ann Lee, a keeper who hates fog"
        assert one.cue.text == "warned"
        assert one.cue.extent.text == "had never once warned"

    def test_the_one_told_is_the_addressee(self) -> None:
        one = only("The keeper told sailors that the lamp was out.")
        assert one.addressee is not None
        assert one.addressee.text == "sailors"

    def test_the_agent_of_a_passive_is_the_source(self) -> None:
        one = only("Sailors were told by the keeper that the lamp was out.")
        assert one.source is not None
        assert one.source.text == "the keeper"

    def test_a_cue_in_two_pieces(self) -> None:
        one = only("The paper quoted Ann Lee as saying that the lamp was out.")
        assert one.cue is not None
        assert one.source is not None
        assert [span.text for span in one.cue.spans] == ["quoted", "saying"]
        assert one.source.text == "Ann Lee"


class TestWeaving:
    def test_a_report_around_quoted_words_is_their_clause(self) -> None:
        one = only("Ann Lee said that the lamp was “a liar” and had to go.")
        assert one.kind == "mixed"
        assert one.text == "“a liar”"
        assert one.clause is not None
        assert one.clause.text == "that the lamp was “a liar” and had to go"

    def test_a_report_in_a_report_says_who_reports_it(self) -> None:
        outer, inner = reports("The clerk said the keeper had told sailors that the lamp was out.")
        assert inner.reported_by == outer
        assert outer.reported_by is None
        assert inner.source is not None
        assert inner.source.text == "the keeper"

    def test_a_quotation_inside_a_report_says_who_reports_it(self) -> None:
        found = reports("The clerk said the keeper called the lamp “a liar.”")
        quoted = next(one for one in found if one.kind == "mixed")
        assert quoted.source is not None
        assert quoted.source.text == "the keeper"
        assert quoted.reported_by is not None

    def test_the_verb_of_a_quotation_reports_nothing_else(self) -> None:
        assert [one.kind for one in reports("“The lamp is out,” Ann Lee told the sailors.", "all")] == ["direct"]


class TestTables:
    def test_shares_fall_back_from_words_to_classes(self) -> None:
        shares = english_shares()
        assert shares.share("say", "speech", "that", "finite") > 0.8
        assert shares.share("no such word", "speech", "that", "finite") > 0.5
        assert 0 < shares.share("no such word", "no such class", "no such frame", "finite") < 1

    def test_a_statement_ends_rather_before_but_than_before_because(self) -> None:
        but, because = (
            chance_of_end(f"Ann Lee said that the lamp was out{end}.")
            for end in (", but the boats sailed", " because the oil froze")
        )
        assert 3 * because < but

    def test_weights_know_the_share_itself(self) -> None:
        assert english_weights().weights["share"] > 0


def chance_of_end(text: str) -> float:
    """How likely what is said ends at the first place where it might."""
    words = read_words(text, 0, len(text), (), english())
    view = View(read_clauses(read_sentences([words], english())[0][0], english()), english())
    start = Start(view.kinds.index("t") + 1, "clause", "main", "past", "say", "speech")
    (at, kind), beyond = next(paired(boundaries_from(view, start.first, start.tense)))
    return english_boundaries().share(view, start, at, kind, beyond)


def load_counter() -> ModuleType:
    spec = importlib.util.spec_from_file_location("count_reports", BENCHMARKS / "count_reports.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_can_be_counted_from_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = {"kind": "indirect", "content": [[13, 34]], "source": [[0, 7]], "cue": [[8, 12]]}
    texts = [
        f"{name} Lee said that the lamp was out, but Bo slept." for name in ("Ann", "Eva", "Ida", "Liv", "Mia", "Una")
    ]
    lines = [json.dumps({"id": f"made-up-{text}", "text": text, "attributions": [gold]}) for text in (*texts, *texts)]
    (tmp_path / "gold.jsonl").write_text("\n".join(lines), encoding="utf8")
    load_counter().main([str(tmp_path), "--into", str(tmp_path)])
    rows = (tmp_path / "reports.tsv").read_text("utf8").splitlines()
    that = next(row.split("\t") for row in rows if row.startswith("say\tthat\tfinite"))
    assert that[3] == "6"
    assert float(that[4]) > 0.6
    assert load_counter().main([str(tmp_path), "--halves"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in shown] == ["all", "speech"] * 2
    assert all("indirect.recall" in line for line in shown)
    ends = (tmp_path / "boundaries.tsv").read_text("utf8").splitlines()
    assert any(row.startswith("clause , but clause\t") for row in ends)


@pytest.mark.parametrize("piece", ["He said ", "said that ", ", Ann said, ", "told Bo that she ", "and he called it "])
def test_time_grows_as_the_text_does(piece: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        attribute(piece * times, indirect="all")
        return time.process_time() - started

    seconds(50)
    short, long = seconds(1000), seconds(4000)
    assert long < max(0.5, 8 * short)


def test_without_counted_clues_a_reading_is_as_sure_as_those_like_it() -> None:
    assert Weights({}).odds(0.3, [("told",)]) == 0.3
    assert Weights({"told": 1.0}).odds(0.3, [("told",)]) > 0.3


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Moe said it rained.", True),
        ("The keepers state that it rained.", True),
        ("They want to state it.", True),
        ("According to Moe, it rained.", True),
        ("They made clear that it rained.", True),
        ("They made boats.", False),
        ("Reports were late.", False),
        ("The Empire State was late.", False),
        ("It sat in state.", False),
        ("His old state was bad.", False),
        ("The boat sank.", False),
    ],
)
def test_a_sentence_is_read_for_speech_where_a_word_may_report(sentence: str, wanted: bool) -> None:
    words = read_words(sentence, 0, len(sentence), (), english())
    assert english_finder(english()).wants(words, 0, len(words.words), "speech") is wanted


@pytest.mark.parametrize(
    ("sentence", "looked_at"),
    [
        ("Moe said it rained.", True),
        ("According to Moe, it rained.", True),
        ("They made clear that it rained.", True),
        ("They made it clear that it rained.", True),
        ("They made the point that it rained.", True),
        ("They made boats.", False),
        ("They made a boat.", False),
        ("Shares fell.", False),
        ("Moe shares that they fell.", True),
        ("It sat in state.", False),
        ("In, state the keepers, a storm.", True),
        ("His state was bad.", False),
        ("Of his state the keepers state nothing.", True),
        ("His state " * 300, True),  # too long to be looked at word by word
        ("They want to state it.", True),
        ("Moe cross-examined Lee.", True),
        ("The boat sank.", False),
    ],
)
def test_a_sentence_is_cut_into_words_for_speech_where_its_text_has_room_for_it(sentence: str, looked_at: bool) -> None:
    names = find_names(sentence, english(), ())
    assert Reporter(sentence, english_finder(english()), names, "speech").may_report(0, len(sentence)) is looked_at


def test_of_a_paragraph_without_quotations_only_what_may_report_is_read() -> None:
    text = "Moe said it rained. The boat sank. The mill was old. Lee e-mailed that it was late. It sank."
    reporter = Reporter(text, english_finder(english()), find_names(text, english(), ()), "speech")
    told = [text[start:end].strip() for start, end in reporter.telling(0, len(text))]
    assert told == ["Moe said it rained.", "Lee e-mailed that it was late."]
    assert [each.cue.text for each in attribute(text).attributions if each.cue is not None] == ["said", "e-mailed"]


@pytest.mark.parametrize(
    ("sentence", "worth"),
    [
        ("Moe said it rained.", True),
        ("Moe asked for more after it rained.", True),
        ("Moe promised to go.", True),
        ("Moe called for the crews to go.", False),
        ("Moe sank, Lee wrote.", True),
        ("Rain as Moe wrote.", True),
        ("Rain according to Moe.", True),
        ("Moe announced the sale of the mill.", False),
        ("A long report sank.", False),
    ],
)
def test_a_sentence_is_read_on_where_its_verb_has_room_for_a_report(sentence: str, worth: bool) -> None:
    words = read_words(sentence, 0, len(sentence), (), english())
    groups = tell_letters(words, 0, len(words.words))
    assert english_finder(english()).tells(words, 0, len(words.words), groups, "speech") is worth


@pytest.mark.parametrize(
    "text",
    [
        "Ann said she knew where polls",
        "Ann said that promises",
        "Ann asked who talks",
        "Late, according to a report by",
    ],
)
@pytest.mark.parametrize("level", ["speech", "all"])
def test_a_sentence_may_end_without_a_stop_after_what_would_go_on(text: str, level: Literal["speech", "all"]) -> None:
    assert attribute(text, indirect=level).text == text
