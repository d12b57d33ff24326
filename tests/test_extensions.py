"""An extension is used only when it is asked for by name, and what is wrong with one is told with its name."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint, EntryPoints
from typing import Any

import pytest

from quoteattr import RULES, OptionError, Result, Rule, RuleError, RuleSet, TextError, attribute, extended, rule
from quoteattr.extensions import GROUP, Extension

COMMA: Any = "comma"
TEXT = "The so-called “reform” failed. “It is late,” said Ann Lee."


def without_scare(rules: RuleSet) -> RuleSet:
    """Take out a rule."""
    return rules.without("scare")


def broken(rules: RuleSet) -> RuleSet:
    """Fail."""
    return rules.without("scary")


def no_rules(_: RuleSet) -> tuple[Rule, ...]:
    """Give what is no set of rules."""
    return ()


added = Extension(rules=without_scare)
number = 7


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """All names above, and one that is nowhere, as installed extensions."""
    names = ("without_scare", "broken", "no_rules", "added", "number", "nowhere")
    points = EntryPoints(EntryPoint(name, f"{__name__}:{name}", GROUP) for name in names)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: points.select(group=group))
    module = type("Module", (), {name: globals().get(name) for name in names[:-1]})
    monkeypatch.setattr("importlib.metadata.import_module", lambda _: module)


def without_rule(result: Result, name: str) -> bool:
    return all(one.use != name for one in result.quotations)


def test_what_is_installed_changes_nothing_until_it_is_asked_for() -> None:
    assert not without_rule(attribute(TEXT), "scare")
    assert without_rule(attribute(TEXT, extensions=["without_scare"]), "scare")


@pytest.mark.parametrize("share", [0, 1])
def test_a_rule_may_be_sure_of_all_or_of_nothing(share: float) -> None:
    assert rule(confidence=share)(RULES["scare"].see).confidence == share


@pytest.mark.parametrize("given", ["added", added, Extension(rules=without_scare)])
def test_an_extension_may_be_given_by_name_or_itself(given: str | Extension) -> None:
    assert extended(RULES, [given]) == RULES.without("scare")


@pytest.mark.parametrize(
    ("names", "error", "message"),
    [
        (["without_scary"], OptionError, "no extension is named 'without_scary'; did you mean 'without_scare'"),
        (["x"], OptionError, "no extension is named 'x'; installed are: added, broken, no_rules, nowhere, number"),
        (["nowhere"], RuleError, "the extension 'nowhere' cannot be loaded: AttributeError"),
        (["broken"], RuleError, "the extension 'broken' failed: RuleError: no rule is named 'scary'; did you mean"),
        (["no_rules"], RuleError, "the extension 'no_rules' must give a RuleSet, not tuple"),
        (["number"], RuleError, "the extension 'number' must be a function or an Extension, not int"),
        ([Extension(rules=broken)], RuleError, "the extension at 0 failed: RuleError: no rule is named 'scary'"),
        ("added", OptionError, r"extensions must be a list of names, not 'added': \['added'\]"),
    ],
)
def test_what_is_wrong_with_an_extension_is_told_with_its_name(
    names: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        attribute(TEXT, extensions=names)


def test_where_none_is_installed_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: EntryPoints(()).select(group=group))
    with pytest.raises(OptionError, match="no extension is named 'added'; installed are: none"):
        attribute(TEXT, extensions=["added"])


# The other ways to call it wrongly


def call_with(text: Any, **options: Any) -> Result:
    return attribute(text, **options)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: call_with(b"x"), TextError, r"a str, not bytes; decode bytes first, as in data\.decode\('utf-8'\)"),
        (lambda: call_with(None), TextError, "a str, not NoneType$"),
        (lambda: attribute("", language="de"), OptionError, "no language 'de': the only one is 'en'"),
        (lambda: call_with("", indirect="most"), OptionError, "indirect must be 'none', 'speech' or 'all', not 'most'"),
        (lambda: attribute("", min_confidence=True), OptionError, "a share from 0 to 1, not True"),
        (lambda: attribute("", min_confidence=float("nan")), OptionError, "a share from 0 to 1, not nan"),
        (lambda: rule(confidence=1.5), RuleError, "a confidence is a share from 0 to 1, not 1.5"),
        (lambda: rule(confidence=0.5)(lambda _: None), RuleError, "rule '<lambda>' has no docstring"),
        (lambda: rule(confidence=0.5, needs=[COMMA]), RuleError, "a rule may need before, behind, beside, not"),
        (lambda: RuleSet((RULES["scare"], RULES["scare"])), RuleError, "two rules are named 'scare'"),
    ],
)
def test_a_wrong_argument_is_told_with_what_was_given(
    call: Callable[[], object], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        call()


def test_where_every_rule_is_silent_nobody_says_it() -> None:
    result = attribute(TEXT, rules=RuleSet(()), indirect="none")
    assert [one.source for one in result] == []
    assert [one.span.text for one in result.quotations] == ["“reform”", "“It is late,”"]
