"""passages: what a rule sees of a text, to try it on."""

from __future__ import annotations

from typing import Any

from quoteattr import Passage, Rule, RuleSet, attribute


def passages(text: str, **options: Any) -> list[Passage]:
    """The passages of a text, one for each quotation, in the order in which rules are asked.

    ``options`` go to :func:`quoteattr.attribute`.

    >>> (passage,) = passages("So it was. “It is late,” said Ann.")
    >>> passage.said, passage.ending, [phrase.kind for phrase in passage.phrases]
    ('It is late,', ',', ['Q', 'V', 'M', '.'])
    """
    seen: list[Passage] = []

    look = Rule("look", "Every passage, of which it says nothing.", 0.0, seen.append)
    attribute(text, rules=RuleSet((look,)), **options)
    return seen
