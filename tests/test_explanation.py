from __future__ import annotations

import copy
import io
import json
import pickle
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from quoteattr import RULES, Cue, Explanation, Result, ResultError, Span, attribute, rule
from quoteattr.cli import main
from quoteattr.cli.explain import EXAMPLES, offset_of
from quoteattr.explanation import Account
from quoteattr.markup import Marked
from quoteattr.passage import Candidate, Passage
from quoteattr.testing import articles, conversations

TEXT = "Ann Lee, a miller, met Tom Ray. “It is late,” said Ann Lee. “Go.” She called the ferry “a farce.”"


@rule(confidence=0.9)
def last_mention(passage: Passage) -> Candidate | None:
    """The last mention of the sentence says it.

    + <“It is late,”> [she] {said}.
    - The “late” bus.
    """
    at = max((at for at, phrase in enumerate(passage.phrases) if phrase.kind == "M"), default=-1)
    source = passage.mention(at)
    return None if source is None else Candidate(passage.quotation, passage.form_kind, source)


def test_without_a_rule_nothing_is_said_of_one() -> None:
    late = Explanation(kind="direct", content=(Span(0, 7, "“Late!”"),))
    assert "rule" not in str(late)
    assert "in 100" not in str(late)


def all_explanations(result: Result) -> list[Explanation]:
    quiet = [one for quotation in result.quotations for one in result.explain(quotation.span.start)]
    return [*(one.explain() for one in result), *quiet]


class TestWhatItTells:
    def test_the_spans_that_the_rule_matched(self) -> None:
        matched = attribute(TEXT)[0].explain().matched
        assert [(part, span.text) for part, span in matched] == [
            ("content", "“It is late,”"),
            ("content", "“Go.”"),
            ("cue", "said"),
            ("source", "Ann Lee"),
        ]

    def test_the_claim_of_the_rule(self) -> None:
        why = attribute(TEXT)[0].explain()
        assert why.claim == RULES["content_cue_source"].claim
        assert why.claim in str(why)

    def test_the_claim_of_a_report(self) -> None:
        (said,) = attribute("Ann Lee said that it was late.")
        assert said.explain().claim.startswith("The content is a clause with *that*")

    def test_which_mention_the_speaker_of_a_pronoun_was_named_by(self) -> None:
        why = attribute(TEXT)[1].explain()
        assert why.named_at is not None
        assert (why.named_at.start, why.named_at.text) == (TEXT.rindex("Ann Lee"), "Ann Lee")
        assert "speaker: Ann Lee (anaphoric, named as Ann Lee at 51-58)" in str(why)
        assert why.evidence

    @pytest.mark.parametrize(("times", "share"), [(2, "mostly"), (9, "nearly always")])
    def test_whom_a_noun_means_everywhere_else_speaks_for_them_the_more_the_oftener(
        self, times: int, share: str
    ) -> None:
        scene = "Captain Holm walked the deck. “The wind is up,” said the captain.\n\nA gull was up.\n\n"
        last = attribute(scene * times)[-1]
        assert last.speaker is not None
        assert last.speaker.name == "Captain Holm"
        assert f"{share} meant by this noun" in str(last.explain())

    def test_a_name_inside_another_word_names_nobody(self) -> None:
        text = "Ann met Bo. Annual rain fell on MacAnn. She spoke."
        named = Account(text).named_at(("Ann Lee", "Ann"), text.index("She"))
        assert named is not None
        assert (named.start, named.text) == (0, "Ann")

    def test_the_candidates_that_lost_and_to_which_rule(self) -> None:
        result = attribute("“It is late,” said Ann of the mill.", rules=RULES.after("content_cue_source", last_mention))
        (lost,) = result[0].explain().rejected
        assert (lost.rule, lost.source and lost.source.text) == ("last_mention", "the mill")
        assert lost.why == "content_cue_source is asked before it"
        assert "not taken: last_mention with the mill: content_cue_source is asked before it" in str(
            result[0].explain()
        )

    def test_a_candidate_that_says_the_same_has_not_lost(self) -> None:
        result = attribute("“It is late,” said Ann.", rules=RULES.after("content_cue_source", last_mention))
        assert result[0].explain().rejected == ()

    def test_what_nobody_says(self) -> None:
        (why,) = attribute("The so-called “reform” failed.").explain(16)
        assert (why.kind, why.use, why.rule) == ("none", "scare", "scare")
        assert str(why).startswith("nobody says it (scare), 14-22: “reform”\nrule: scare")

    def test_why_no_speaker_was_chosen_below_the_confidence_asked_for(self) -> None:
        low = attribute(TEXT, min_confidence=1.0)[1]
        why = low.explain()
        assert why.nothing == f"sure to {low.confidence:.2f} only, and min_confidence asks for 1"
        assert [(lost.source and lost.source.text, lost.why) for lost in why.rejected] == [("She", why.nothing)]

    def test_why_no_speaker_was_chosen_where_nothing_tells_whose_words_they_are(self) -> None:
        (one,) = (
            one
            for one in attribute("The town was once “the pearl of the whole coast” for many.")
            if one.kind == "mixed"
        )
        assert one.explain().nothing == "the words may be somebody's, but nothing tells whose"

    def test_why_no_speaker_was_chosen_where_nobody_is_there(self) -> None:
        (one,) = attribute("“Nobody knows.”")
        assert one.explain().nothing == "nothing beside the words or in the text around them tells who says it"

    def test_a_report_around_the_words_that_was_surer(self) -> None:
        result = attribute("The guard said that the film “A Town Without Stairs” was shot here.")
        rules = {one.rule for one in result.explain(30)}
        assert rules == {"source_cue_that_content", "title_of_work"}

    def test_a_quotation_inside_another_that_nobody_says_is_told_of_first(self) -> None:
        text = "The so-called “reform of ‘old’ plans” failed."
        shown = [why.content[0].text for why in attribute(text).explain(text.index("old"))]
        assert shown == ["‘old’", "“reform of ‘old’ plans”"]

    @pytest.mark.parametrize("word", ["late", "said", "Ann"])
    def test_an_attribution_stands_at_its_content_its_cue_and_its_source(self, word: str) -> None:
        text = "“It is late,” said Ann Lee."
        assert [why.rule for why in attribute(text).explain(text.index(word))] == ["content_cue_source"]

    def test_a_cue_of_two_parts_is_shown_with_both_places(self) -> None:
        cue = Cue((Span(0, 2, "as"), Span(7, 12, "noted")), "as note", "verb", Span(0, 12, "as Lee noted"))
        why = Explanation(kind="direct", content=(Span(20, 27, "“Late!”"),), cue=cue)
        assert "(verb 'as note', 0-2, 7-12)" in str(why)

    def test_nothing_stands_in_narration(self) -> None:
        assert attribute(TEXT).explain(0) == ()


class TestLaws:
    @given(st.one_of(articles(), conversations()))
    def test_explanations_rebuild_from_data(self, answer: Marked) -> None:
        result = attribute(answer.text)
        for why in all_explanations(result):
            saved = json.loads(json.dumps(why.to_dict()))
            assert Explanation.from_dict(saved, result.text) == why
            assert str(Explanation.from_dict(saved, result.text)) == str(why)

    @given(articles())
    def test_an_explanation_tells_what_the_attribution_has(self, answer: Marked) -> None:
        for one in attribute(answer.text):
            why = one.explain()
            assert (why.content, why.source, why.cue, why.rule) == (one.content, one.source, one.cue, one.rule)
            assert why.speaker == (one.speaker and one.speaker.name)
            assert bool(why.nothing) == (one.speaker is None)
            assert why.claim

    @given(articles())
    def test_asking_why_changes_nothing(self, answer: Marked) -> None:
        result = attribute(answer.text)
        before = result.to_dict()
        all_explanations(result)
        assert result.to_dict() == before == attribute(result.text).to_dict()

    def test_the_rules_are_asked_again_only_when_an_explanation_is_wanted(self) -> None:
        asked: list[int] = []

        @rule(confidence=0.5)
        def counts(passage: Passage) -> Candidate | None:
            """Counts how often it is asked."""
            asked.append(passage.at)
            return None

        result = attribute(TEXT, rules=RULES.after("no_source", counts))
        assert asked == []
        result[0].explain()
        first = len(asked)
        result[1].explain()
        assert first == len(asked) == 3

    @pytest.mark.parametrize("copied", [copy.deepcopy, lambda result: pickle.loads(pickle.dumps(result))])
    def test_a_copy_explains_itself_without_the_rules(self, copied: Callable[[Result], Result]) -> None:
        result = copied(attribute(TEXT))
        assert result == attribute(TEXT)
        assert result[1].explain().named_at == attribute(TEXT)[1].explain().named_at

    @pytest.mark.parametrize(
        ("broken", "message"),
        [
            ({"content": [[0, 999]]}, r"explanation\.content\[0\]: end 999 is beyond the text"),
            ({"kind": 1}, r"explanation\.kind: a string is wanted"),
            ({"rejected": [{}]}, r"explanation\.rejected\[0\]: no 'rule'"),
        ],
    )
    def test_data_that_is_no_explanation_is_named_with_its_place(self, broken: dict[str, object], message: str) -> None:
        saved = {**attribute(TEXT)[0].explain().to_dict(), **broken}
        with pytest.raises(ResultError, match=message):
            Explanation.from_dict(saved, TEXT)


class TestCommand:
    @pytest.fixture(autouse=True)
    def article(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        Path("article.txt").write_text("\n" * 11 + TEXT + " It is late." * 40 + "\n", encoding="utf-8")

    def test_one_offset_gives_what_stands_there(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["explain", "article.txt", "--at", "12:33"]) == 0
        out = capsys.readouterr().out
        assert out.startswith("direct, 43-56, 71-76: “It is late,” “Go.”\ncue: said")
        assert main(["explain", "article.txt", "--at", "43"]) == 0
        assert capsys.readouterr().out == out

    def test_without_an_offset_all_is_explained(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["explain", "article.txt"]) == 0
        assert [part.partition(",")[0] for part in capsys.readouterr().out.split("\n\n")] == ["direct", "mixed"]

    def test_json_is_what_from_dict_reads(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["explain", "article.txt", "--format", "json"]) == 0
        text = Path("article.txt").read_text(encoding="utf-8")
        read = [Explanation.from_dict(json.loads(line), text) for line in capsys.readouterr().out.splitlines()]
        assert read == [one.explain() for one in attribute(text)]

    @pytest.mark.parametrize(
        ("arguments", "code", "message"),
        [
            (["none.txt"], 1, "none.txt: No such file"),
            (["article.txt", "--at", "here"], 2, "an offset is a number, as in --at 517, or line and column"),
            (["article.txt", "--at", "99999"], 2, "the text has"),
            (["article.txt", "--at", "99:1"], 2, "the text has 13 lines"),
            (["article.txt", "--at", "12:9999"], 2, "line 12 has"),
            (["article.txt", "--at", "0"], 1, "there is no quotation and no report at 0"),
            (["article.txt", "--extension", "nowhere"], 2, "no extension is named 'nowhere'"),
        ],
    )
    def test_what_cannot_be_explained_says_so(
        self, arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["explain", *arguments]) == code
        assert message in capsys.readouterr().err

    def test_standard_input_will_do(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
        assert main(["explain", "-", "--at", "33"]) == 0
        assert "speaker: Ann Lee" in capsys.readouterr().out

    def test_the_examples_of_its_help_run(self) -> None:
        commands = [line.split("   ")[0].split()[1:] for line in EXAMPLES.splitlines() if "quoteattr explain" in line]
        assert len(commands) == 4
        for arguments in commands:
            assert main(arguments) in (0, 1), arguments

    @pytest.mark.parametrize(("given", "offset"), [("0", 0), ("1:1", 0), ("2:1", 6), ("2:9", 14)])
    def test_offsets_are_counted_from_0_and_columns_from_1(self, given: str, offset: int) -> None:
        assert offset_of(given, "Late.\nToo late.") == offset


def test_the_place_of_a_name_is_no_part_of_a_word() -> None:
    assert Account("Bay, who saw eBay and Bays, left.").named_at(["Bay"], 33) == Span(0, 3, "Bay")


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("“No,” he said.", "nobody was found whom “he” may mean"),
        ("“No,” another said.", "another is the likeliest, but sure to 0.38 only"),
    ],
)
def test_why_nobody_is_named_is_told(text: str, nothing: str) -> None:
    (one,) = attribute(text, min_confidence=0.9)
    assert one.speaker is None
    assert re.sub(r"\d\.\d+", "0.38", one.explain().nothing) == nothing


def test_a_rule_that_would_have_said_that_nobody_says_it_is_told() -> None:
    (why,) = attribute("Ann Lee said the “express” bus takes five hours.").explain(18)
    assert "scare: nobody would say it (scare); clause_around_content is asked before it" in [
        f"{lost.rule}: {lost.why}" for lost in why.rejected
    ]
