"""``quoteattr rules``: the rules in their order, each with its claim, its examples and how often it was right."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Any, Final

from attrs import frozen

from quoteattr import REPORT_RULES, RULES, QuoteattrError, RuleSet, extended
from quoteattr.cli.endings import DONE, USAGE
from quoteattr.cli.files import prepare_stdout, write
from quoteattr.evaluate.intervals import wilson
from quoteattr.testing.examples import Examples, examples_of

EXAMPLES: Final = """\
examples:
  quoteattr rules                              all rules, in the order in which they are asked
  quoteattr rules content_cue_source           one, with its examples
  quoteattr rules --extension court            as an extension changes them
  quoteattr rules --format markdown            the page of all rules, docs/rules.md
"""

HEAD: Final = """\
# The rules

The page is made by `quoteattr rules --format markdown`. For each quotation the rules are asked in this order, and the
first that sees something wins. In the examples `<…>` is the content, `{…}` the cue, `[…]` the source. In a line with +
it must come out just so, and by this rule; in a line with - the rule must do nothing. All of them are tests.

The figures are measured on annotated news (`tools/measure_rules.py`): how many answers a rule gave, which share of them
was right, and between which ends that share lies 95 times of 100. A rule that finds what nobody says is right there
where the annotators name nobody; since they also mark what was *not* said, the figure of `unsaid` is a low one.
"""
REPORTS: Final = """\
## Reports without quotation marks

Rules for words that stand in no quotation marks are not asked in turn: each reporting word is read in every way it
may be read, and the surest reading is taken ([how](indirect.md#how-it-works-and-where-it-breaks)).
"""


@frozen
class Shown:
    """A rule as it is shown."""

    name: str
    claim: str
    more: str
    examples: Examples
    confidence: float | None
    answers: int = 0
    right: int = 0

    @property
    def measured(self) -> str:
        """How often it was right, in words."""
        if not self.answers:
            return (
                "not measured" if self.confidence is None else f"not measured; its own figure is {self.confidence:.2f}"
            )
        low, high = wilson(self.right, self.answers)
        return f"{self.answers} answers, {self.right / self.answers:.3f} right ({low:.3f} to {high:.3f})"


def main(argv: Sequence[str]) -> int:
    """Run ``quoteattr rules`` and give the exit code: 0 done, 2 no rule or no extension has that name."""
    options = _parser().parse_args(argv)
    prepare_stdout("json" if options.format != "text" else "text")
    try:
        rules = extended(RULES, options.extension)
    except QuoteattrError as error:
        print(f"quoteattr rules: {error}", file=sys.stderr)
        return USAGE
    asked, reports = [*asked_rules(rules)], [*report_rules()]
    names = [each.name for each in (*asked, *reports)]
    for name in options.names:
        if name not in names:
            close = get_close_matches(name, names, 1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            print(f"quoteattr rules: no rule is named {name!r}{hint}", file=sys.stderr)
            return USAGE
    wanted = [each for each in (*asked, *reports) if each.name in options.names]
    if options.format == "json":
        write("".join(json.dumps(as_data(each), ensure_ascii=False) + "\n" for each in wanted or (*asked, *reports)))
    elif options.format == "markdown":
        write(as_page(asked, reports))
    elif wanted:
        write("\n\n".join("\n".join(explained(each)) for each in wanted) + "\n")
    else:
        write("".join(f"{each.name:26} {each.measured}\n    {each.claim}\n" for each in (*asked, *reports)))
    return DONE


def asked_rules(rules: RuleSet = RULES) -> Iterator[Shown]:
    """The rules for quotations, in their order."""
    for each in rules:
        yield Shown(
            each.name, each.claim, _more(each.doc), examples_of(each.doc), each.confidence, *_counted(each.name)
        )


def report_rules() -> Iterator[Shown]:
    """The rules for reports without quotation marks."""
    for each in REPORT_RULES:
        yield Shown(each.name, each.claim, "", examples_of(each.doc), None, *_counted(each.name))


def as_data(rule: Shown) -> dict[str, Any]:
    """A rule as plain data."""
    return {
        "name": rule.name,
        "claim": rule.claim,
        "right": list(rule.examples.right),
        "wrong": list(rule.examples.wrong),
        "confidence": rule.confidence,
        "measured": {"answers": rule.answers, "right": rule.right} if rule.answers else None,
    }


def explained(rule: Shown) -> Iterator[str]:
    """A rule with its examples, for people."""
    yield rule.name
    yield f"  {rule.claim}"
    if rule.more:
        yield f"  {rule.more}"
    yield f"  {rule.measured}"
    for sign, lines in (("+", rule.examples.right), ("-", rule.examples.wrong)):
        for line in lines:
            yield f"  {sign} " + line.replace("\n", "\n    ")


def as_page(asked: Sequence[Shown], reports: Sequence[Shown]) -> str:
    """The page of all rules."""
    parts = [HEAD, *map(_section, asked), REPORTS, *map(_section, reports)]
    return "\n".join(parts)


def _section(rule: Shown) -> str:
    lines = [f"## {rule.name}" if rule.confidence is not None else f"### {rule.name}", "", rule.claim]
    lines += [rule.more] if rule.more else []
    lines += ["", f"*{rule.measured}*", "", "```text"]
    for sign, examples in (("+", rule.examples.right), ("-", rule.examples.wrong)):
        lines += [f"{sign} " + line.replace("\n", "\n  ") for line in examples]
    return "\n".join([*lines, "```", ""])


def _more(doc: str) -> str:
    """What a docstring says between the claim and the examples."""
    _, _, rest = doc.partition("\n")
    return " ".join(rest.split("\n+ ", 1)[0].split("\n- ", 1)[0].split())


def _counted(name: str) -> tuple[int, int]:
    return measured().get(name, (0, 0))


@cache
def measured() -> Mapping[str, tuple[int, int]]:
    """How many answers each rule gave, and how many were right: the kept table."""
    text = (resources.files("quoteattr") / "rules" / "measured.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {name: (int(answers), int(right)) for name, answers, right in rows}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteattr rules",
        description="The rules, in the order in which they are asked, and how often each was right.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("names", nargs="*", metavar="RULE", help="explain these, with their examples")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help="of what is printed")
    parser.add_argument(
        "--extension", action="append", default=[], metavar="NAME", help="an installed extension to use"
    )
    return parser
