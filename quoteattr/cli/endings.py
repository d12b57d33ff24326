"""How a command may end: its exit codes, and the errors that lead to them."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
SOME_FAILED: Final = 1
USAGE: Final = 2  # argparse's own
INTERRUPTED: Final = 130  # the shell's own, 128 + SIGINT


class InputError(Exception):
    """A file that nothing can be done with; the message says why and what would do."""


class OutputError(Exception):
    """The results cannot be written; the disk is full, perhaps."""
