from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from attrs import evolve

import quoteattr.testing
from quoteattr import (
    RULES,
    Attribution,
    Cue,
    Diagnostic,
    Mention,
    Quotation,
    Result,
    Rule,
    RuleError,
    Span,
    Speaker,
)
from quoteattr.markup import parse_marked
from quoteattr.testing import check_laws, check_rule, differences, examples_of, marked_of

TEXT = "“It is late,” said Ann. “Too late.”"
LATE = Span.of(TEXT, 0, 13)


def mention(start: int, end: int) -> Mention:
    span = Span.of(TEXT, start, end)
    return Mention(span, "name", span, span)


def cue(start: int, end: int) -> Cue:
    span = Span.of(TEXT, start, end)
    return Cue((span,), "say", "verb", span)


FOUND = Attribution(kind="direct", content=(LATE,), source=mention(19, 22), cue=cue(14, 18), rule="a_rule")


class TestDifferences:
    def test_nothing_differs_where_all_is_as_marked(self) -> None:
        assert not differences([FOUND], parse_marked("<“It is late,”> {said} [Ann]. “Too late.”"))

    def test_a_content_not_found_is_missed(self) -> None:
        answer = parse_marked("<“It is late,”> {said} [Ann]. <“Too late.”>2")
        assert differences([FOUND], answer) == ("missed: “Too late.”",)

    def test_a_content_not_marked_was_not_asked_for(self) -> None:
        (fault,) = differences([FOUND], parse_marked(TEXT))
        assert fault == "not asked for: “It is late,” (source 'Ann', cue 'said', by a_rule)"

    def test_words_that_are_not_marked_may_come_out_with_nobody_named(self) -> None:
        assert not differences([evolve(FOUND, source=None, cue=None)], parse_marked(TEXT))

    def test_a_source_must_be_the_very_words(self) -> None:
        (fault,) = differences([evolve(FOUND, source=mention(14, 22))], parse_marked("<“It is late,”> {said} [Ann]"))
        assert "source is 'said Ann' at 14, not 'Ann' at 19" in fault

    def test_a_cue_must_be_the_very_words(self) -> None:
        (fault,) = differences([evolve(FOUND, cue=None)], parse_marked("<“It is late,”> {said} [Ann]."))
        assert "cue is none, not 'said' at 14" in fault

    def test_a_mark_will_do_where_no_cue_is_marked(self) -> None:
        by_mark = evolve(FOUND, cue=Cue((Span.of(TEXT, 12, 13),), ":", "mark", Span.of(TEXT, 12, 13)))
        assert not differences([by_mark], parse_marked("<“It is late,”> said [Ann]."))

    def test_a_speaker_counts_where_one_is_marked(self) -> None:
        answer = parse_marked("<“It is late,”> {said} [Ann=Ann Lee].")
        assert differences([FOUND], answer) == ("“It is late,”: speaker is None, not 'Ann Lee'",)
        assert not differences([evolve(FOUND, speaker=Speaker("Ann Lee"))], answer)

    def test_stretches_with_white_space_between_count_as_one(self) -> None:
        text = "“A.” “B.” she said."
        apart = Attribution(kind="direct", content=(Span.of(text, 0, 4), Span.of(text, 5, 9)))
        assert not differences([apart], parse_marked("<“A.” “B.”> she said."))


class TestMarkedOf:
    def test_what_was_found_is_shown_as_a_marked_sentence(self) -> None:
        assert marked_of(TEXT, [FOUND]) == "<“It is late,”> {said} [Ann]. “Too late.”"

    def test_a_speaker_is_named_where_the_source_says_less(self) -> None:
        named = [evolve(FOUND, speaker=Speaker("Ann Lee"))]
        assert marked_of(TEXT, named) == "<“It is late,”> {said} [Ann=Ann Lee]. “Too late.”"
        assert "=" not in marked_of(TEXT, [evolve(FOUND, speaker=Speaker("Ann"))])


def giving(
    *attributions: Attribution,
    text: str = TEXT,
    quotations: tuple[Quotation, ...] = (),
    diagnostics: tuple[Diagnostic, ...] = (),
) -> Callable[[str], Result]:
    """A library that finds always the same."""
    whole = Result(text=text, attributions=attributions, quotations=quotations, diagnostics=diagnostics)
    return lambda _: whole


HIGH = Span(30, 99, "?")


class TestLaws:
    def test_a_result_that_keeps_them_is_given_back(self) -> None:
        assert check_laws(TEXT, giving(FOUND))[0] == FOUND

    @pytest.mark.parametrize(
        ("library", "law"),
        [
            (giving(text="other"), "not the one given"),
            (giving(evolve(FOUND, content=(Span(0, 999, TEXT),))), "no stretch"),
            (giving(evolve(FOUND, clause=Span(0, 13, "late"))), "other words"),
            (giving(evolve(FOUND, source=evolve(mention(19, 22), description=HIGH))), "no stretch"),
            (giving(evolve(FOUND, addressee=evolve(mention(19, 22), extent=HIGH))), "no stretch"),
            (giving(evolve(FOUND, cue=evolve(cue(14, 18), extent=HIGH))), "no stretch"),
            (giving(evolve(FOUND, content=())), "no content"),
            (giving(evolve(FOUND, content=(LATE, LATE))), "out of order"),
            (giving(FOUND, FOUND), "content twice"),
            (giving(FOUND, evolve(FOUND, content=(Span.of(TEXT, 5, 20),))), "cross"),
            (giving(quotations=(Quotation(LATE, Span.of(TEXT, 0, 14), "double"),)), "larger inside"),
            (
                giving(quotations=(Quotation(LATE, LATE, "double", children=(Quotation(HIGH, HIGH, "single"),)),)),
                "no stretch",
            ),
            (giving(diagnostics=(Diagnostic("stray", HIGH, "left"),)), "no stretch"),
        ],
    )
    def test_one_that_is_broken_is_named(self, library: Callable[[str], Result], law: str) -> None:
        with pytest.raises(AssertionError, match=law):
            check_laws(TEXT, library)

    def test_a_second_run_must_give_the_same(self) -> None:
        runs = iter([(FOUND,), ()])

        def unsteady(text: str) -> Result:
            return Result(text=text, attributions=next(runs))

        with pytest.raises(AssertionError, match="second run"):
            check_laws(TEXT, unsteady)


def with_examples(doc: str) -> Rule:
    """The built-in rule for a cue and a source behind the content, with other examples."""
    return evolve(RULES["content_cue_source"], doc=f"What it sees.\n\n{doc}")


class TestCheckRule:
    @pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.name)
    def test_every_rule_does_what_its_examples_say(self, rule: Rule) -> None:
        check_rule(rule)

    @pytest.mark.parametrize("doc", ["+ <“A,”> {said} [Ann].", "- A “x” y."])
    def test_a_rule_needs_a_right_and_a_wrong_example(self, doc: str) -> None:
        with pytest.raises(RuleError, match="has no line that begins with"):
            check_rule(with_examples(doc))

    def test_an_example_that_cannot_be_read_is_named(self) -> None:
        with pytest.raises(RuleError, match=r"an example of rule '.+' cannot be read: character 0"):
            check_rule(with_examples("+ <“A,” said Ann.\n- A “x” y."))

    def test_all_that_fails_is_told_at_once(self) -> None:
        rule = with_examples("+ [“Yes,”] {said} <Bo>.\n+ [Bo] {said}: <“No.”>\n- “No,” said Bo.")
        with pytest.raises(AssertionError) as raised:
            check_rule(rule)
        told = str(raised.value)
        assert "+ [“Yes,”] {said} <Bo>.\n      not asked for: “Yes,”" in told
        assert "+ [Bo] {said}: <“No.”>\n      not by this rule, but by" in told
        assert "- “No,” said Bo.\n      this rule takes it: <“No,”> {said} [Bo]." in told

    def test_what_is_marked_in_a_wrong_example_must_come_out_so_too(self) -> None:
        with pytest.raises(AssertionError, match="missed: the sign"):
            check_rule(with_examples("+ <“A,”> {said} [Ann].\n- <the sign> {said} [Bo]."))

    def test_a_rule_that_is_new_is_asked_first(self) -> None:
        new = evolve(with_examples("+ <“Yes,”> {said} [Bo].\n- Bo read “Yes.”"), name="mine")
        check_rule(new)
        check_rule(new, rules=RULES.only("no_source"))

    def test_a_rule_for_what_nobody_says_has_right_examples_without_marks(self) -> None:
        check_rule(evolve(RULES["unsaid"], doc="It sees.\n\n+ Bo never said “yes.”\n- <“Yes,”> {said} [Bo]."))

    def test_examples_may_run_over_lines(self) -> None:
        found = examples_of("It sees.\n\n+ [Ann] {said}:\n  <“A.>\n  \\\n  <“B.”>\n- x")
        assert found.right == ("[Ann] {said}:\n<“A.>\n\\\n<“B.”>",)


class TestTheKit:
    def test_every_name_is_there(self) -> None:
        assert all(getattr(quoteattr.testing, name) for name in quoteattr.testing.__all__)

    def test_another_name_is_not(self) -> None:
        with pytest.raises(AttributeError, match="no attribute 'quotes'"):
            _ = quoteattr.testing.quotes

    def test_without_hypothesis_a_strategy_says_what_to_install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "hypothesis", None)
        monkeypatch.delitem(sys.modules, "quoteattr.testing.strategies", raising=False)
        monkeypatch.delattr(quoteattr.testing, "strategies", raising=False)
        with pytest.raises(ImportError, match=r"pip install quoteattr\[test\]"):
            _ = quoteattr.testing.articles
