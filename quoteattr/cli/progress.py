"""Reporter: tells on standard error how far a run is, and what goes wrong."""

from __future__ import annotations

import sys


class Reporter:
    """Messages on standard error, and no word of the progress."""

    def advance(self, read: int) -> None:
        """One more text is done, and so many bytes of all sources."""

    def say(self, message: str) -> None:
        """Show a message."""
        print(message, file=sys.stderr)

    def close(self) -> None:
        """The run has ended."""


def reporter(total: int, *, bar: bool) -> Reporter:
    """A reporter, with a bar if that is wanted and somebody sees it; ``total`` is how many bytes there are to read."""
    if not bar or not sys.stderr.isatty():
        return Reporter()
    from quoteattr.cli.bar import Bar  # noqa: PLC0415 - costs a tenth of a second

    return Bar(total)
