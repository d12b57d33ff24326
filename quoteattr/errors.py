"""What can go wrong, each with what was given and what would do.

::

    QuoteattrError
    ├── TextError        (also a TypeError)    what was given as text is no ``str``
    ├── OptionError      (also a ValueError)   an argument of ``attribute`` that nothing can be done with
    ├── LexiconError     (also a ValueError)   a row of a table of words is not right
    ├── MarkupError      (also a ValueError)   a marked example cannot be read
    ├── RuleError        (also a ValueError)   a rule or an order of rules is not right
    │   └── PatternError                       a pattern cannot be read: where, and why
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
    """A rule or an order of rules is not right."""


class PatternError(RuleError):
    """A pattern cannot be read: the message shows where, and so do ``pattern`` and ``position``."""

    def __init__(self, message: str, pattern: str = "", position: int = 0) -> None:
        self.message, self.pattern, self.position = message, pattern, position
        start = max(pattern.rfind("\n", 0, position) + 1, position - 60)  # one line, as far as it can be overlooked
        line = pattern[start : position + 20].split("\n", 1)[0]
        shown = f"\n    {line}\n    {' ' * (position - start)}^" if pattern else ""
        super().__init__(f"{message}{shown}")

    def __reduce__(self) -> tuple[type[PatternError], tuple[str, str, int]]:
        return PatternError, (self.message, self.pattern, self.position)


class ResultError(QuoteattrError, ValueError):
    """Saved data is no result of this library."""


class UndoneError(QuoteattrError, RuntimeError):
    """One of many texts that could not be done, or no process to do them."""
