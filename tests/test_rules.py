"""The rules as they are listed and explained, and the laws of their order."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings, strategies as st

from quoteattr import REPORT_RULES, RULES, Rule, RuleSet, attribute
from quoteattr.cli import main
from quoteattr.cli.rules import asked_rules, measured, report_rules
from quoteattr.markup import Marked, parse_marked
from quoteattr.testing import articles, check_rule, conversations, examples_of, passages

ROOT = Path(__file__).parent.parent
NAMES = [rule.name for rule in RULES]
names = st.sampled_from(NAMES)
NEW = Rule("new", "Sees nothing.", 0.5, lambda _: None)


class TestOrder:
    @given(names)
    def test_before_and_after_put_a_rule_beside_the_one_named(self, name: str) -> None:
        at = NAMES.index(name)
        assert RULES.before(name, NEW).rules[at : at + 2] == (NEW, RULES[name])
        assert RULES.after(name, NEW).rules[at : at + 2] == (RULES[name], NEW)

    @given(names)
    def test_before_after_and_without_lead_back_again(self, name: str) -> None:
        assert RULES.before(name, NEW).without("new") == RULES == RULES.after(name, NEW).without("new")

    @given(names)
    def test_to_replace_is_to_put_before_and_take_out(self, name: str) -> None:
        assert RULES.replace(name, NEW) == RULES.before(name, NEW).without(name)
        assert RULES.replace(name, NEW).replace("new", RULES[name]) == RULES

    @given(st.sets(names), st.sets(names))
    def test_taking_out_one_by_one_is_taking_out_at_once_in_any_order(self, some: set[str], more: set[str]) -> None:
        assert RULES.without(*some).without(*(more - some)) == RULES.without(*some, *more)

    @given(st.sets(names))
    def test_only_and_without_share_the_rules_out(self, some: set[str]) -> None:
        kept, left = RULES.only(*some), RULES.without(*some)
        assert {*kept} | {*left} == {*RULES}
        assert {each.name for each in kept} == some

    @given(st.permutations(NAMES))
    def test_only_keeps_the_order_however_it_is_asked(self, order: list[str]) -> None:
        assert RULES.only(*order) == RULES

    @settings(max_examples=15)
    @given(st.one_of(articles(), conversations()), names)
    def test_a_rule_taken_out_adds_none_of_its_own(self, answer: Marked, name: str) -> None:
        assert name not in {one.rule for one in attribute(answer.text, rules=RULES.without(name))}

    @settings(max_examples=15)
    @given(st.one_of(articles(), conversations()), names)
    def test_a_rule_that_sees_nothing_changes_nothing(self, answer: Marked, name: str) -> None:
        assert attribute(answer.text, rules=RULES.before(name, NEW)) == attribute(answer.text)


class TestNeeds:
    @given(st.one_of(articles(), conversations()))
    def test_a_rule_that_lacks_what_it_needs_would_see_nothing(self, answer: Marked) -> None:
        self.left_out_rightly(answer.text)

    @pytest.mark.parametrize("rule", [*RULES], ids=lambda rule: rule.name)
    def test_so_it_would_in_the_examples_of_every_rule(self, rule: Rule) -> None:
        examples = examples_of(rule.doc)
        for example in (*examples.right, *examples.wrong):
            self.left_out_rightly(parse_marked(example).text)

    @staticmethod
    def left_out_rightly(text: str) -> None:
        for passage in passages(text):
            left = set(RULES) - set(RULES.fitting(passage))
            assert not {rule.name for rule in left if rule(passage) is not None}

    @pytest.mark.parametrize(("need", "asked"), [("before", ["Go."]), ("behind", ["No,"]), ("beside", ["Go.", "No,"])])
    def test_a_rule_is_asked_where_it_has_what_it_needs(self, need: Any, asked: list[str]) -> None:
        seen: list[str] = []
        new = evolve(NEW, see=lambda passage: seen.append(passage.said), needs=[need])
        attribute("“Late.” Ann Lee said: “Go.” “No,” she said.", rules=RuleSet((new, *RULES)))
        assert seen == asked


class TestListing:
    @pytest.mark.parametrize("rule", [*RULES, *REPORT_RULES], ids=lambda rule: rule.name)
    def test_every_rule_has_two_right_examples_and_a_wrong_one(self, rule: Rule) -> None:
        examples = examples_of(rule.doc)
        assert len(examples.right) >= 2
        assert examples.wrong

    def test_the_page_of_the_rules_is_what_the_command_makes(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["rules", "--format", "markdown"]) == 0
        assert capsys.readouterr().out == (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")

    def test_every_rule_is_measured_and_nothing_else_is(self) -> None:
        shown = [*asked_rules(), *report_rules()]
        assert set(measured()) <= {each.name for each in shown}
        only_with_indirect_all = {"source_cue_object", "source_cue_about_content"}
        assert {each.name for each in shown if not each.answers} <= only_with_indirect_all

    def test_the_list_has_them_all_in_their_order(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["rules"]) == 0
        listed = [line.split()[0] for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")]
        assert listed == [each.name for each in (*RULES, *REPORT_RULES)]

    def test_one_is_explained_with_its_examples(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["rules", "content_cue_source"]) == 0
        out = capsys.readouterr().out
        assert RULES["content_cue_source"].claim in out
        assert "  + <“It is late,”> {said} [Ann Lee]." in out

    def test_as_json_a_rule_is_data(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["rules", "scare", "--format", "json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["name"] == "scare"
        assert len(found["right"]) >= 2

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["acording_to_content"], "did you mean 'according_to_content'?"),
            (["--extension", "nowhere"], "no extension is named 'nowhere'"),
        ],
    )
    def test_a_name_that_is_not_there_is_told(
        self, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["rules", *arguments]) == 2
        assert message in capsys.readouterr().err


class TestExample:
    """The package in examples/quoteattr-court, as it stands in the tree; installed it is tested apart."""

    @pytest.fixture
    def court(self) -> ModuleType:
        path = ROOT / "examples" / "quoteattr-court" / "quoteattr_court" / "__init__.py"
        spec = importlib.util.spec_from_file_location("quoteattr_court", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def test_its_rules_do_what_their_examples_say(self, court: ModuleType) -> None:
        rules: RuleSet = court.court.rules(RULES)
        for rule in (court.question, court.answer, court.of_testimony):
            check_rule(rule, rules)


def test_the_path_to_an_own_package_is_under_thirty_lines() -> None:
    page = (ROOT / "docs" / "own-rules.md").read_text(encoding="utf-8").split("## The pattern language")[0]
    blocks = page.split("```")[1::2]
    lines = [line for block in blocks if block.startswith(("toml", "python")) for line in block.splitlines()[1:]]
    assert len([line for line in lines if line.strip(" .>")]) < 30


def test_listing_the_rules_needs_no_extra() -> None:
    program = "import sys; sys.modules['hypothesis'] = None; from quoteattr.cli import main; sys.exit(main(['rules']))"
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, cwd=ROOT)


@pytest.mark.parametrize(
    ("text", "owned", "articled"),
    [
        ("They saw Moe’s “late” bus.", True, False),
        ("They saw the “late” bus.", False, True),
        ("They saw “late” buses.", False, False),
        ("“Late” buses left.", False, False),
    ],
)
def test_a_passage_tells_whether_words_are_owned_or_have_an_article(text: str, owned: bool, articled: bool) -> None:
    (passage,) = passages(text)
    assert (passage.genitive, passage.determined) == (owned, articled)
