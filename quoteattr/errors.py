"""What can go wrong, each with what was given and what would do.

::

    QuoteattrError
    ├── TextError        (also a TypeError)    what was given as text is no ``str``
    ├── OptionError      (also a ValueError)   an argument of ``attribute`` that nothing can be done with
    ├── LexiconError     (also a ValueError)   a row of a table of words is not right
    ├── MarkupError      (also a ValueError)   a marked example cannot be read
    ├── RuleError        (also a ValueError)   a rule, a pattern or an order of rules is not right
    ├── ResultError      (also a ValueError)   saved data is no result
    └── UndoneError      (also a RuntimeError) one of many texts that could not be done, or no process to do them

Text itself never raises: any ``str`` gives a result.
"""

from __future__ import annotations


class QuoteattrError(Exception):
    """The root of all errors of this package."""


class TextError(QuoteattrError, TypeError):
    """What was given as text is no ``str``."""


class OptionError(QuoteattrError, ValueError):
    """An argument that nothing can be done with."""


class LexiconError(QuoteattrError, ValueError):
    """A row of a table of words is not right."""


class MarkupError(QuoteattrError, ValueError):
    """A marked example cannot be read."""


class RuleError(QuoteattrError, ValueError):
    """A rule, a pattern or an order of rules is not right."""


class ResultError(QuoteattrError, ValueError):
    """Saved data is no result of this library."""


class UndoneError(QuoteattrError, RuntimeError):
    """One of many texts that could not be done, or no process to do them."""
