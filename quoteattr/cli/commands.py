"""COMMANDS: the table of all commands, each with the module that does it.

A new command is a row here and a module with ``main(argv) -> int``, imported only when it is asked for. ``main`` gets
the arguments behind the name of the command and gives the exit code. It may print, raise ``SystemExit`` as argparse
does, and leave a closed pipe and an interrupt to the caller. Its ``--help`` has a block of examples, which a test runs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Final, NamedTuple

from quoteattr.cli.endings import USAGE

Main = Callable[[Sequence[str]], int]


class Command(NamedTuple):
    """A command: the module with its ``main(argv)``, how it is called, what it does, in a line, and its extra."""

    module: str
    arguments: str
    line: str
    extra: str = ""

    def run(self, argv: Sequence[str]) -> int:
        """Run it with its arguments, and give the exit code."""
        try:
            run: Main = import_module(self.module).main
        except ModuleNotFoundError as missing:
            if not self.extra or (missing.name or "").split(".")[0] == "quoteattr":
                raise
            print(f"quoteattr: {missing.name} is not installed; {self.wanting()}", file=sys.stderr)
            return USAGE
        return run(argv)

    def wanting(self) -> str:
        """How to get what the command wants.

        >>> COMMANDS["attribute"].wanting()
        "this command comes with: python -m pip install 'quoteattr[cli]'"
        """
        return f"this command comes with: python -m pip install 'quoteattr[{self.extra}]'"


COMMANDS: Final[Mapping[str, Command]] = {
    "attribute": Command(
        "quoteattr.cli.attribute",
        "PATH...",
        "many files: folders, .gz, JSON Lines, CSV; side by side, taken up again, filtered",
        extra="cli",
    ),
    "completion": Command(
        "quoteattr.cli.completion", "SHELL", "completion of words for bash, zsh or fish", extra="cli"
    ),
    "evaluate": Command("quoteattr.evaluate.command", "GOLD...", "how right attributions are, measured on gold"),
    "explain": Command("quoteattr.cli.explain", "FILE --at OFFSET", "why the words at an offset came out as they did"),
    "report": Command(
        "quoteattr.cli.report", "FILE...", "a page to look at: the text, who says what, and why", extra="html"
    ),
    "rules": Command("quoteattr.cli.rules", "[RULE...]", "the rules, with their examples and how often each was right"),
    "gate": Command("quoteattr.evaluate.gate", "FOLDER", "compare the accuracy on a folder of gold files with floors"),
}


def listed() -> str:
    """The table for a page of help; what needs an extra has its name behind it, in brackets, and how to get it.

    >>> "quoteattr gate FOLDER " in listed()
    True
    """
    calls = {
        f"quoteattr {name} {command.arguments}": command.line + (f" [{command.extra}]" if command.extra else "")
        for name, command in COMMANDS.items()
    }
    width = max(map(len, calls))
    lines = "".join(f"  {call:{width}}    {line}\n" for call, line in calls.items())
    return f"{lines}  [cli] comes with: python -m pip install 'quoteattr[cli]'; the others likewise\n"
