"""Rule: what sees an attribution; RuleSet: rules in the order in which they are asked."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator
from difflib import get_close_matches
from itertools import compress
from typing import Literal

from attrs import field, frozen

from .confidences import measured
from .errors import RuleError
from .passage import Candidate, Passage

See = Callable[[Passage], Candidate | None]
Weigh = Callable[[str, Passage, Candidate], float | None]

Need = Literal["before", "behind", "beside"]
"""Where in its sentence something must stand beside the quotation: before it, behind it, on either side."""

_NEEDS: tuple[Need, ...] = ("before", "behind", "beside")
_BUILT_IN = f"{__package__}.rules."  # where the rules are that the table of confidences knows


def _all_of(needs: Iterable[Need]) -> frozenset[Need]:
    return frozenset(needs)


@frozen
class Rule:
    """A named way to see an attribution: it looks at a passage and proposes something new, or sees nothing.

    ``confidence`` is the share of right ones among all that it proposes; ``weigh`` tells more of a single one, where
    it can. A rule is asked only where all that it ``needs`` stands beside the quotation.

    >>> from quoteattr import RULES
    >>> RULES["content_cue_source"].claim
    'The cue follows the content, and the source follows the cue.'
    """

    name: str
    doc: str
    confidence: float
    see: See = field(repr=False)
    weigh: Weigh | None = field(default=None, repr=False)
    needs: frozenset[Need] = field(default=(), converter=_all_of, repr=False)

    @property
    def claim(self) -> str:
        """What the rule sees, in a sentence."""
        return self.doc.partition("\n")[0]

    def __call__(self, passage: Passage) -> Candidate | None:
        """What the rule proposes, stamped with its name and confidence."""
        found = self.see(passage)
        return None if found is None else self.stamped(found, passage)

    def stamped(self, found: Candidate, passage: Passage) -> Candidate:
        """What the rule saw, with its name and confidence."""
        share = found.confidence
        if not share:
            weighed = self.weigh(self.name, passage, found) if self.weigh is not None else None
            share = self.confidence if weighed is None else weighed
        found.rule, found.confidence = self.name, share
        return found


def rule(*, confidence: float, needs: Collection[Need] = ()) -> Callable[[See], Rule]:
    """Make a rule of a function; its name and its docstring become the rule's.

    Where it sees nothing without words *before* the quotation in its sentence, *behind* it, or *beside* it (before or
    behind), it may say so (``needs``): it is not asked where there are none.

    >>> @rule(confidence=0.5)
    ... def never(passage):
    ...     '''Sees nothing.'''
    >>> never.name, never.claim
    ('never', 'Sees nothing.')

    Raises:
        RuleError: The confidence is no share, the function has no docstring, or it needs what there is not.
    """
    if not 0 <= confidence <= 1:
        raise RuleError(f"a confidence is a share from 0 to 1, not {confidence!r}")
    for need in needs:
        if need not in _NEEDS:
            raise RuleError(f"a rule may need {', '.join(_NEEDS)}, not {need!r}")

    def make(see: See) -> Rule:
        doc = inspect.getdoc(see)
        if not doc:
            raise RuleError(f"rule {see.__name__!r} has no docstring: its first line says what it sees")
        weigh = measured if see.__module__.startswith(_BUILT_IN) else None
        return Rule(see.__name__, doc, confidence, see, weigh, needs)

    return make


def _in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(rules)


@frozen
class RuleSet:
    """Rules in the order in which they are asked; the first that answers wins.

    Every change gives a new set.

    >>> from quoteattr import RULES
    >>> [each.name for each in RULES.only("content_source_cue", "content_cue_source")]
    ['content_cue_source', 'content_source_cue']
    >>> len(RULES) - len(RULES.without("scare"))
    1
    """

    rules: tuple[Rule, ...] = field(converter=_in_order)
    _fitting: dict[tuple[bool, ...], tuple[Rule, ...]] = field(init=False, factory=dict, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Names tell rules apart."""
        names = [each.name for each in self.rules]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise RuleError(f"two rules are named {twice!r}: give one of them another name")

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __getitem__(self, name: str) -> Rule:
        return self.rules[self._place(name)]

    def _place(self, name: str) -> int:
        names = [each.name for each in self.rules]
        if name in names:
            return names.index(name)
        close = get_close_matches(name, names, 1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise RuleError(f"no rule is named {name!r}{hint}")

    def before(self, name: str, *rules: Rule) -> RuleSet:
        """The rules with others just before the one named."""
        at = self._place(name)
        return RuleSet((*self.rules[:at], *rules, *self.rules[at:]))

    def after(self, name: str, *rules: Rule) -> RuleSet:
        """The rules with others just after the one named."""
        at = self._place(name) + 1
        return RuleSet((*self.rules[:at], *rules, *self.rules[at:]))

    def replace(self, name: str, *rules: Rule) -> RuleSet:
        """The rules with others in the place of the one named."""
        at = self._place(name)
        return RuleSet((*self.rules[:at], *rules, *self.rules[at + 1 :]))

    def without(self, *names: str) -> RuleSet:
        """The rules but for those named."""
        places = {self._place(name) for name in names}
        return RuleSet(each for at, each in enumerate(self.rules) if at not in places)

    def only(self, *names: str) -> RuleSet:
        """Only the rules named, in their order here."""
        places = {self._place(name) for name in names}
        return RuleSet(each for at, each in enumerate(self.rules) if at in places)

    def fitting(self, passage: Passage) -> tuple[Rule, ...]:
        """The rules that have all they need beside the quotation, found once for each kind of surroundings."""
        at = passage.at
        around = at > 0, at + 1 < len(passage.kinds)
        found = self._fitting.get(around)
        if found is None:
            there = frozenset(compress(_NEEDS, (*around, any(around))))
            found = self._fitting[around] = tuple([each for each in self.rules if each.needs <= there])
        return found

    def ask(self, passage: Passage) -> Candidate | None:
        """The first answer."""
        for each in self.fitting(passage):
            found = each.see(passage)
            if found is not None:
                return each.stamped(found, passage)
        return None

    def ask_all(self, passage: Passage) -> Iterator[Candidate]:
        """The answers of all rules that see something, each asked when its answer is wanted."""
        return (found for each in self.fitting(passage) if (found := each(passage)) is not None)
