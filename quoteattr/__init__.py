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
from .quotations import Diagnostic, Quotation
from .resolve import Speaker
from .result import Result
from .segments import Segment
from .span import Span

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Cue",
    "Diagnostic",
    "LexiconError",
    "MarkupError",
    "Mention",
    "OptionError",
    "Quotation",
    "QuoteattrError",
    "Rejected",
    "Result",
    "ResultError",
    "RuleError",
    "Segment",
    "Span",
    "Speaker",
    "TextError",
    "__version__",
]
