"""Ablated: what a rule gives, seen from what comes out without it; ablate: that of every rule.

A rule is taken out of the set, and the texts in which it had the first answer somewhere are done again; in others
nothing can change. Rules for reports without quotation marks stand in no set: what they found is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import evolve, frozen

from quoteattr import RULES, Result, Rule, RuleSet, attribute
from quoteattr.evaluate.gold import Document, Entry
from quoteattr.evaluate.tally import Tally, figures_of

SHOWN: Final = ("source.f1", "source.precision", "source.recall", "speaker.accuracy", "silent", "indirect.f1")


@frozen(kw_only=True)
class Ablated:
    """A rule, how many quotations it had the first answer for, and what each figure gains by it."""

    rule: str
    answers: int
    gains: Mapping[str, float]

    @property
    def pays(self) -> bool:
        """Whether some figure would fall without it, and by more than the others would rise."""
        return sum(self.gains.values()) > 0


@frozen(eq=False)
class Listener:
    """Rules that tell who had the first answer, and how often."""

    heard: Counter[str]

    def over(self, rules: RuleSet) -> RuleSet:
        """The same rules, listened to."""
        return RuleSet(evolve(each, see=self.see(each)) for each in rules)

    def see(self, rule: Rule) -> Callable[[Any], Any]:
        """What the rule sees, noted."""

        def see(passage: Any) -> Any:
            found = rule.see(passage)
            if found is not None:
                self.heard[rule.name] += 1
            return found

        return see


def ablate(documents: Sequence[Document], rules: RuleSet = RULES, **options: Any) -> Iterator[Ablated]:
    """What each rule gives, the rules in their order, then those for reports.

    >>> gold = Document.of({"id": "a", "text": "“Late!” said Ann.", "attributions": [
    ...     {"kind": "direct", "content": [[0, 7]], "source": [[13, 16]], "cue": [[8, 12]], "speaker": "Ann"}]})
    >>> rules = RULES.only("content_cue_source", "no_source")
    >>> [(one.rule, one.answers, one.gains["source.recall"]) for one in ablate([gold], rules)]
    [('content_cue_source', 1, 1.0), ('no_source', 0, 0.0)]
    """
    heard: list[Counter[str]] = []
    results: list[Result] = []
    for document in documents:
        listener = Listener(Counter())
        results.append(attribute(document.text, rules=listener.over(rules), **options))
        heard.append(listener.heard)
    entries = [_entries(each) for each in results]
    counts = [_counts(document, predicted) for document, predicted in zip(documents, entries, strict=True)]
    before = _figures(counts)
    for rule in rules:
        fewer = rules.without(rule.name)
        without = [
            _counts(document, _entries(attribute(document.text, rules=fewer, **options))) if by[rule.name] else known
            for document, by, known in zip(documents, heard, counts, strict=True)
        ]
        yield _ablated(rule.name, sum(by[rule.name] for by in heard), before, _figures(without))
    found = Counter(one.rule for each in entries for one in each)
    for name in sorted(found.keys() - {each.name for each in rules}):
        without = [
            _counts(document, [one for one in predicted if one.rule != name])
            for document, predicted in zip(documents, entries, strict=True)
        ]
        yield _ablated(name, found[name], before, _figures(without))


def _ablated(rule: str, answers: int, before: Mapping[str, float], without: Mapping[str, float]) -> Ablated:
    gains = {name: before[name] - without.get(name, 0.0) for name in SHOWN if name in before}
    return Ablated(rule=rule, answers=answers, gains=gains)


def _entries(result: Result) -> list[Entry]:
    return [Entry.of(one) for one in result.to_dict()["attributions"]]


def _counts(document: Document, predicted: Sequence[Entry]) -> Counter[str]:
    tally = Tally()
    tally.add(document, predicted)
    return tally.counts


def _figures(counts: Sequence[Counter[str]]) -> Mapping[str, float]:
    whole: Counter[str] = Counter()
    for each in counts:
        whole.update(each)
    return figures_of(whole)
