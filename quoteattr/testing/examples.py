r"""check_rule: a rule's own examples, run.

The lines of a rule's docstring that begin with ``+`` are marked sentences that it must attribute just so,
those that begin with ``-`` are sentences that it must leave alone. A line that is indented further goes on
with the example, as a new line of its text; a backslash alone stands for an empty line::

    + <“It is late,”> {said} [Alice].
    + [Alice] {said}:
      <“It is late.”>
    - Alice read “It is late” on the door.
"""

from __future__ import annotations

import inspect
import re
from typing import Any, Protocol

from attrs import frozen

from quoteattr import RULES, MarkupError, RuleError, RuleSet, attribute
from quoteattr.markup import Marked, parse_marked

from .answers import differences, marked_of

_EXAMPLE = re.compile(r"^([+-]) (.+(?:\n  +\S.*)*)", re.MULTILINE)
_NEW_LINE = re.compile(r"\n +")


class HasExamples(Protocol):
    """What ``check_rule`` reads of a rule."""

    @property
    def name(self) -> str:
        """The name that stands in the attributions it makes."""

    @property
    def doc(self) -> str:
        """The docstring, with its ``+`` and ``-`` lines."""


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


def check_rule(rule: HasExamples, rules: RuleSet = RULES, **options: Any) -> None:
    """Run a rule's examples, each through the whole pipeline; raise ``AssertionError`` with all that fail.

    The rule stands where it stands in ``rules``; one that is not among them is asked first. A ``+`` line
    must come out as marked, and by this rule at least in part. In a ``-`` line this rule must attribute
    nothing, and what is marked there must come out so, by others. ``options`` go to ``quoteattr.attribute``.

    >>> for rule in RULES:
    ...     check_rule(rule)

    Raises:
        RuleError: The rule has no ``+`` line, no ``-`` line, or one that cannot be read.
    """
    examples = examples_of(rule.doc)
    for sign, lines in (("+", examples.right), ("-", examples.wrong)):
        if not lines:
            raise RuleError(f"rule {rule.name!r} has no line that begins with {sign!r} in its docstring")
    if rule.name not in {each.name for each in rules}:
        rules = RuleSet((rule, *rules))
    faults: list[str] = []
    for example in examples.right:
        faults += _faults(rule.name, example, rules, options, must_see=True)
    for example in examples.wrong:
        faults += _faults(rule.name, example, rules, options, must_see=False)
    if faults:
        raise AssertionError(f"rule {rule.name!r}:\n" + "\n".join(faults))


def _faults(name: str, example: str, rules: RuleSet, options: dict[str, Any], *, must_see: bool) -> list[str]:
    """What is wrong with one example, in lines for people."""
    answer = _answer(name, example)
    result = attribute(answer.text, rules=rules, **{"indirect": "none", **options})
    own = [attribution for attribution in result if attribution.rule == name]
    faults = list(differences(result, answer)) if must_see or answer.attributions else []
    if must_see and not own:
        others = sorted({attribution.rule for attribution in result})
        faults.append(f"not by this rule, but by {', '.join(others) or 'none'}")
    if not must_see and own:
        faults.append(f"this rule takes it: {marked_of(answer.text, own)}")
    sign = "+" if must_see else "-"
    return [f"  {sign} {example}", *(f"      {fault}" for fault in faults)] if faults else []


def _answer(name: str, example: str) -> Marked:
    try:
        return parse_marked(example)
    except MarkupError as error:
        raise RuleError(f"an example of rule {name!r} cannot be read: {error}") from error
