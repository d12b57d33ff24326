"""The command ``quoteattr``: which of its commands is meant, and how each may end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from quoteattr.cli.commands import COMMANDS
from quoteattr.cli.endings import DONE, INTERRUPTED, SOME_FAILED, USAGE, OutputError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with its arguments, and give the exit code.

    >>> main(["--version"])  # doctest: +ELLIPSIS
    quoteattr ...
    0
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except SystemExit as stopped:  # argparse: --help, --version, a wrong command line
        return stopped.code if isinstance(stopped.code, int) else USAGE
    except BrokenPipeError:  # the reader, `head` perhaps, has what it wanted
        _silence_stdout()
        return DONE
    except OutputError as error:
        _silence_stdout()
        print(f"quoteattr: cannot write: {error}", file=sys.stderr)
        return SOME_FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    instruction = os.environ.get("_QUOTEATTR_COMPLETE")
    if instruction:
        from quoteattr.cli.completion import complete  # noqa: PLC0415 - only where a shell asks for words

        return complete(instruction)
    if arguments and arguments[0] in COMMANDS:
        return COMMANDS[arguments[0]].run(arguments[1:])
    from quoteattr.cli.plain import main as plain  # noqa: PLC0415 - the other commands do without

    return plain(arguments)


def _silence_stdout() -> None:
    """Send the rest to nowhere, so that the flush at exit does not complain a second time."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = None
