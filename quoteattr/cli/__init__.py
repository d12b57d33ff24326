"""The command ``quoteattr``: which of its commands is meant, and how each may end."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from quoteattr.cli.commands import COMMANDS
from quoteattr.cli.endings import DONE, INTERRUPTED, SOME_FAILED, USAGE, OutputError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with its arguments, and give the exit code.

    >>> main(["--version"])  # doctest: +ELLIPSIS
    quoteattr ...
    0
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    _open_what_is_closed()
    try:
        return _run(arguments)
    except BrokenPipeError:  # the reader, `head` perhaps, has what it wanted
        _silence_stdout()
        return DONE
    except OutputError as error:
        _silence_stdout()
        print(f"quoteattr: cannot write: {error}", file=sys.stderr)
        return SOME_FAILED
    except OSError as error:
        if error.filename is not None:
            raise
        _silence_stdout()  # no file: it was printed
        print(f"quoteattr: cannot write: {error.strerror}", file=sys.stderr)
        return SOME_FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    try:
        code = _run_command(arguments)
    except SystemExit as stopped:  # argparse: --help, --version, a wrong command line
        code = stopped.code if isinstance(stopped.code, int) else USAGE
    sys.stdout.flush()  # what was printed and still waits: now it can be told that it cannot be written
    return code


def _run_command(arguments: Sequence[str]) -> int:
    instruction = os.environ.get("_QUOTEATTR_COMPLETE")
    if instruction:
        from quoteattr.cli.completion import complete  # noqa: PLC0415 - only where a shell asks for words

        return complete(instruction)
    if arguments and arguments[0] in COMMANDS:
        return COMMANDS[arguments[0]].run(arguments[1:])
    from quoteattr.cli.plain import main as plain  # noqa: PLC0415 - the other commands do without

    return plain(arguments)


def _open_what_is_closed() -> None:
    """Where a stream is closed there is nothing to be read, and nothing can be written."""
    closed = os.devnull
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(closed, os.O_RDONLY))
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(closed, os.O_RDONLY), "w")


def _silence_stdout() -> None:
    """Send the rest to nowhere, so that the flush at exit does not complain a second time."""
    with suppress(OSError, ValueError):  # it is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
