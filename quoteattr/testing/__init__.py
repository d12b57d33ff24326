"""For those who write rules and for our own tests: marked examples, laws, and texts with their answer.

- :func:`check_rule` runs the ``+`` and ``-`` lines of a rule,
- :func:`differences` compares a result with a marked sentence,
- :func:`passages` gives what a rule sees of a text, to try it on,
- :func:`check_laws` holds a text against what any set of rules must keep,
- the strategies :func:`quoted_sentences`, :func:`conversations`, :func:`articles`, :func:`names` draw texts
  together with their answer. They need Hypothesis: ``pip install quoteattr[test]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .answers import differences, marked_of
from .examples import Examples, check_rule, examples_of
from .laws import check_laws
from .passages import passages

if TYPE_CHECKING:
    from .strategies import articles, conversations, names, quoted_sentences

__all__ = [
    "Examples",
    "articles",
    "check_laws",
    "check_rule",
    "conversations",
    "differences",
    "examples_of",
    "marked_of",
    "names",
    "passages",
    "quoted_sentences",
]


def __getattr__(name: str) -> Any:
    """The strategies, loaded when first asked for: who only checks rules needs no Hypothesis."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        from . import strategies  # noqa: PLC0415 - see above
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        raise ImportError(f"{name} needs Hypothesis: pip install quoteattr[test]") from error
    return getattr(strategies, name)
