"""quoteattr: who said what in an English text, by rules alone.

The public names, nothing else.
"""

from .attribution import Attribution, Rejected
from .cues import Cue
from .errors import (
    LexiconError,
    MarkupError,
    OptionError,
    QuoteattrError,
    ResultError,
    RuleError,
    TextError,
)
from .mentions import Mention
from .pipeline import Pipeline, attribute
from .quotations import Diagnostic, Quotation
from .resolve import Speaker
from .result import Result
from .rule import Rule, RuleSet, rule
from .rules import RULES
from .segments import Segment
from .span import Span

__version__ = "0.1.0"

__all__ = [
    "RULES",
    "Attribution",
    "Cue",
    "Diagnostic",
    "LexiconError",
    "MarkupError",
    "Mention",
    "OptionError",
    "Pipeline",
    "Quotation",
    "QuoteattrError",
    "Rejected",
    "Result",
    "ResultError",
    "Rule",
    "RuleError",
    "RuleSet",
    "Segment",
    "Span",
    "Speaker",
    "TextError",
    "__version__",
    "attribute",
    "rule",
]
