"""quoteattr: who said what in an English text, by rules alone.

The public names, nothing else. Each is loaded when it is first asked for: the import alone costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .attribution import Attribution
    from .cues import Cue
    from .errors import (
        LexiconError,
        MarkupError,
        OptionError,
        PatternError,
        QuoteattrError,
        ResultError,
        RuleError,
        TextError,
        UndoneError,
    )
    from .explanation import Explanation, Rejected
    from .extensions import Extension, extended
    from .many import attribute_many
    from .mentions import Mention
    from .named import MentionFinder, Named
    from .passage import Candidate, Passage
    from .pattern import Match, Pattern
    from .pipeline import Pipeline, attribute
    from .quotations import Diagnostic, Quotation
    from .readings import REPORT_RULES, ReportRule
    from .render import render
    from .resolve import Speaker
    from .resolvers import Resolver
    from .result import Result
    from .rule import Rule, RuleSet, rule
    from .rules import RULES
    from .segments import Segment
    from .span import Span
    from .vocabulary import Vocabulary

__version__ = "0.1.0"

__all__ = [
    "REPORT_RULES",
    "RULES",
    "Attribution",
    "Candidate",
    "Cue",
    "Diagnostic",
    "Explanation",
    "Extension",
    "LexiconError",
    "MarkupError",
    "Match",
    "Mention",
    "MentionFinder",
    "Named",
    "OptionError",
    "Passage",
    "Pattern",
    "PatternError",
    "Pipeline",
    "Quotation",
    "QuoteattrError",
    "Rejected",
    "ReportRule",
    "Resolver",
    "Result",
    "ResultError",
    "Rule",
    "RuleError",
    "RuleSet",
    "Segment",
    "Span",
    "Speaker",
    "TextError",
    "UndoneError",
    "Vocabulary",
    "__version__",
    "attribute",
    "attribute_many",
    "extended",
    "render",
    "rule",
]

_NAMES_IN: dict[str, tuple[str, ...]] = {
    "attribution": ("Attribution",),
    "cues": ("Cue",),
    "errors": (
        "LexiconError",
        "MarkupError",
        "OptionError",
        "PatternError",
        "QuoteattrError",
        "ResultError",
        "RuleError",
        "TextError",
        "UndoneError",
    ),
    "explanation": ("Explanation", "Rejected"),
    "extensions": ("Extension", "extended"),
    "many": ("attribute_many",),
    "mentions": ("Mention",),
    "passage": ("Candidate", "Passage"),
    "named": ("MentionFinder", "Named"),
    "pattern": ("Match", "Pattern"),
    "pipeline": ("Pipeline", "attribute"),
    "quotations": ("Diagnostic", "Quotation"),
    "readings": ("REPORT_RULES", "ReportRule"),
    "render": ("render",),
    "resolve": ("Speaker",),
    "resolvers": ("Resolver",),
    "result": ("Result",),
    "rule": ("Rule", "RuleSet", "rule"),
    "rules": ("RULES",),
    "segments": ("Segment",),
    "span": ("Span",),
    "vocabulary": ("Vocabulary",),
}
_HOME = {name: module for module, names in _NAMES_IN.items() for name in names}


if not TYPE_CHECKING:  # a type checker is to find a name that is not there

    def __getattr__(name: str) -> Any:
        """The public name, loaded from its module and kept."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_HOME[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """A package whose public names are not hidden by a file of the same name: ``rule`` is the decorator."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _HOME or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
