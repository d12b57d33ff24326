"""``quoteattr completion SHELL``: what a shell needs to complete the words of a command. It needs the extra ``cli``."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from typing import Any, Final

import click
from click.shell_completion import CompletionItem, get_completion_class, shell_complete

from quoteattr.cli.commands import COMMANDS
from quoteattr.cli.endings import DONE

VARIABLE: Final = "_QUOTEATTR_COMPLETE"
"""What a shell sets when it asks for words."""

EXAMPLES: Final = """\
examples:
  quoteattr completion bash >> ~/.bashrc
  quoteattr completion zsh >> ~/.zshrc
  quoteattr completion fish > ~/.config/fish/completions/quoteattr.fish
"""


class _Command(click.Command):
    """A command whose examples keep their lines."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        formatter.write(f"\n{EXAMPLES}")


@click.command("completion", cls=_Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> str:
    """Print what makes a shell complete the words of quoteattr; its start-up file is the place for it."""
    return shell


def main(argv: Sequence[str]) -> int:
    """Run ``quoteattr completion``, and give the exit code."""
    try:
        shell = command.main(list(argv), prog_name="quoteattr completion", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    completion = get_completion_class(shell) if isinstance(shell, str) else None
    if completion is not None:
        print(completion(_Everything(), {}, "quoteattr", VARIABLE).source())
    return DONE


def complete(instruction: str) -> int:
    """Answer a shell that asks for words, as its variable says."""
    return shell_complete(_Everything(), {}, "quoteattr", VARIABLE, instruction)


class _Everything(click.Group):
    """All commands, for their words alone: none is ever run as one of click's."""

    def __init__(self) -> None:
        super().__init__("quoteattr", params=list(_options_of(None)))

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 - click's
        files = click.Argument(["files"], nargs=-1, type=click.Path())
        return click.Command(name, params=[files, *_options_of(name)]) if name in COMMANDS else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands, and files too: without a command, files are attributed."""
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


_OPTION: Final = re.compile(
    r"^  (?:(-\w), )?(--[\w-]+)(?:, (--[\w-]+))?(?: \{([^}]+)\}| \[([^\]]+)\])?(.*)$", re.MULTILINE
)


def _options_of(name: str | None) -> Iterator[click.Option]:
    """The options that the page of help of a command names, with their choices; so any command has them."""
    for short, long, other, braced, bracketed, rest in _OPTION.findall(_help_of(name)):
        choices = re.split(r"[,|]", braced or bracketed) if braced or bracketed else None
        metavar = bool(re.match(r" [A-Z]", rest))
        kind: Any = click.Choice(choices) if choices else click.Path() if rest.startswith((" DIR", " FILE")) else None
        names = [one for one in (short, long, other) if one]
        yield click.Option(names, type=kind, is_flag=not (choices or metavar))


def _help_of(name: str | None) -> str:
    shown = io.StringIO()
    with redirect_stdout(shown), redirect_stderr(io.StringIO()), suppress(SystemExit):
        if name is None:
            from quoteattr.cli.plain import main as plain  # noqa: PLC0415 - only for this

            plain(["--help"])
        else:
            COMMANDS[name].run(["--help"])
    return shown.getvalue()
