"""Extensions: rules of other packages, found by entry point and used only when asked for by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches

from .errors import OptionError, RuleError
from .rule import RuleSet

GROUP = "quoteattr.extensions"


def extended(rules: RuleSet, names: Sequence[str]) -> RuleSet:
    """The rules as the extensions named change them, one after the other.

    Raises:
        OptionError: No extension of that name is installed.
        RuleError: An extension failed to load, or gave no rules; the message has its name.

    >>> from quoteattr import RULES
    >>> extended(RULES, ()) == RULES
    True
    """
    for name in names:
        extend = _loaded(name)
        try:
            rules = extend(rules)
        except Exception as fault:
            message = f"the extension {name!r} failed: {type(fault).__name__}: {fault}"
            raise RuleError(message) from fault
        if not isinstance(rules, RuleSet):
            message = f"the extension {name!r} must give a RuleSet, not {type(rules).__name__}"
            raise RuleError(message)
    return rules


def _loaded(name: str) -> Callable[[RuleSet], RuleSet]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - costs as much as all the tables of words

    installed = entry_points(group=GROUP)
    found = next((each for each in installed if each.name == name), None)
    if found is None:
        known = sorted({each.name for each in installed})
        close = get_close_matches(name, known, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"installed are: {', '.join(known) or 'none'}"
        message = f"no extension is named {name!r}; {hint}"
        raise OptionError(message)
    try:
        extend: Callable[[RuleSet], RuleSet] = found.load()
    except Exception as fault:
        message = f"the extension {name!r} cannot be loaded: {type(fault).__name__}: {fault}"
        raise RuleError(message) from fault
    return extend
