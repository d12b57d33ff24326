r"""check_rule: a rule's own examples, run.

The lines of a rule's docstring that begin with ``+`` are marked sentences that it must attribute just so,
those that begin with ``-`` are sentences that it must leave alone. A line that is indented further goes on
with the example, as a new line of its text; a backslash alone stands for an empty line::

    + <“It is late,”> {said} [Alice].
    + [Alice] {said}:
      <“It is late.”>
    - Alice read “It is late” on the door.

A rule that finds what nobody says has ``+`` lines without marks (nobody says the quotation in them), and
``-`` lines in which somebody says it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from quoteattr import RULES, MarkupError, Result, Rule, RuleError, RuleSet, attribute
from quoteattr.markup import Marked, parse_marked

from .answers import differences, marked_of

_EXAMPLE = re.compile(r"^([+-]) (.+(?:\n  +\S.*)*)", re.MULTILINE)
_NEW_LINE = re.compile(r"\n +")


@frozen
class Examples:
    """The examples of a rule: what it must attribute as marked, and what it must leave alone."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]


def examples_of(doc: str) -> Examples:
    r"""The ``+`` and ``-`` lines of a docstring.

    >>> examples_of("What it sees.\n\n+ [Ann] {said}:\n  <“Late.”>\n- The “late” Ann.")
    Examples(right=('[Ann] {said}:\n<“Late.”>',), wrong=('The “late” Ann.',))
    """
    found: dict[str, list[str]] = {"+": [], "-": []}
    for sign, example in _EXAMPLE.findall(inspect.cleandoc(doc)):
        found[sign].append(_NEW_LINE.sub("\n", example))
    return Examples(tuple(found["+"]), tuple(found["-"]))


def check_rule(rule: Rule, rules: RuleSet = RULES, **options: Any) -> None:
    """Run a rule's examples, each through the whole pipeline; ``AssertionError`` tells all that fail.

    The rule stands where it stands in ``rules``; one that is not among them is asked first. A ``+`` line
    must come out as marked, and otherwise if the rule were not there. In a ``-`` line the rule must do
    nothing: the same must come out without it; and what is marked there must come out so, by other rules.
    ``options`` go to :func:`quoteattr.attribute`.

    >>> for rule in RULES:
    ...     check_rule(rule)

    Raises:
        RuleError: The rule has no ``+`` line, no ``-`` line, or one that cannot be read.
    """
    examples = examples_of(rule.doc)
    for sign, lines in (("+", examples.right), ("-", examples.wrong)):
        if not lines:
            raise RuleError(f"rule {rule.name!r} has no line that begins with {sign!r}: give it an example")
    if rule.name not in {each.name for each in rules}:
        rules = RuleSet((rule, *rules))
    bench = _Bench(rule.name, rules, {"indirect": "none", **options})
    faults = [
        *_all(bench.faults_of, examples.right, "+"),
        *_all(bench.faults_left_alone, examples.wrong, "-"),
    ]
    if faults:
        raise AssertionError(f"rule {rule.name!r}:\n" + "\n".join(faults))


@frozen
class _Bench:
    """Where the examples of one rule are run."""

    name: str
    rules: RuleSet
    options: dict[str, Any]

    def faults_of(self, example: str) -> list[str]:
        """What is wrong with an example that the rule must attribute as marked."""
        answer = _answer(self.name, example)
        result = self.run(answer.text)
        faults = list(differences(result, answer))
        if not self.takes_part(result):
            others = sorted({attribution.rule for attribution in result})
            faults.append(f"not by this rule, but by {', '.join(others) or 'none'}")
        return faults

    def faults_left_alone(self, example: str) -> list[str]:
        """What is wrong with an example that the rule must leave alone."""
        answer = _answer(self.name, example)
        result = self.run(answer.text)
        faults = list(differences(result, answer)) if answer.attributions else []
        if self.takes_part(result):
            faults.append(f"this rule takes it: {marked_of(answer.text, result)}")
        return faults

    def run(self, text: str) -> Result:
        return attribute(text, rules=self.rules, **self.options)

    def takes_part(self, result: Result) -> bool:
        """Whether the rule made an attribution, or another result would come out without it."""
        if any(attribution.rule == self.name for attribution in result):
            return True
        return result != attribute(result.text, rules=self.rules.without(self.name), **self.options)


def _all(check: Callable[[str], list[str]], examples: Iterable[str], sign: str) -> Iterator[str]:
    """What is wrong with any of the examples, in lines for people."""
    for example in examples:
        faults = check(example)
        if faults:
            yield from (f"  {sign} {example}", *(f"      {fault}" for fault in faults))


def _answer(name: str, example: str) -> Marked:
    try:
        return parse_marked(example)
    except MarkupError as error:
        raise RuleError(f"an example of rule {name!r} cannot be read: {error}") from error
