"""``quoteattr attribute``: many files of any kind, side by side, to be taken up again. It needs the extra ``cli``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final, get_args

import click

from quoteattr.cli.endings import DONE, USAGE
from quoteattr.cli.files import encoding_of, share_of
from quoteattr.cli.progress import reporter
from quoteattr.cli.running import Options, run
from quoteattr.cli.sources import Kind, find_sources
from quoteattr.render.formats import FORMATS

EXAMPLES: Final = """\
examples:
  quoteattr attribute article.txt                                who said what, with line and column
  quoteattr attribute news/ --output found --jobs 2              a folder; the same call again goes on where it ended
  quoteattr attribute "news/**/*.txt.gz" --speaker "Ann Lee"     what one of them said
  quoteattr attribute news.csv --text-field body --format json   a column of a table
  quoteattr attribute news.jsonl --kind direct --min-confidence 0.9
  cat article.txt | quoteattr attribute -
"""

NOTES: Final = """\
What is read, by the end of the name: .txt, .text and .md are a text each, .jsonl and .ndjson an object with a text
a line, .csv and .tsv a text a row; all of them may be packed (.gz). A file that is named itself and ends otherwise is a
text. A text of many is named after its "id", or after the file and its line: news.jsonl#7.

Exit codes: 0 all done, 1 something could not be done (the others were), 2 the command line is wrong, 130 interrupted.
"""


class _Command(click.Command):
    """A command whose examples and notes keep their lines."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        formatter.write(f"\n{EXAMPLES}\n{NOTES}")


def _checked(check: Callable[[str], Any]) -> Callable[..., Any]:
    """A check of the plain command's, for click."""

    def callback(_: click.Context, __: click.Parameter, given: str) -> Any:
        try:
            return check(given)
        except argparse.ArgumentTypeError as error:
            raise click.BadParameter(str(error)) from None

    return callback


@click.command("attribute", cls=_Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option(
    "--format", "named_format", type=click.Choice(list(FORMATS)), help="Default: text, or json with --output."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A file of results for each file,"
    " in this folder. What is there already, and newer than its file, is passed over.",
)
@click.option("--again", is_flag=True, help="Make all in the folder of --output anew.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(0),
    default=1,
    metavar="N",
    help="So many processes at the same time; 0 is one for each core. Default: 1.",
)
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="NAME",
    help="Only what this speaker said: the name, or a part of it in whole words. May be given more than once.",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(["direct", "mixed", "indirect"]),
    help="Only attributions of this kind. May be given more than once.",
)
@click.option(
    "--min-confidence",
    default="0",
    metavar="SHARE",
    callback=_checked(share_of),
    help="Name no source and no speaker with less confidence, 0 to 1. Default: 0.",
)
@click.option(
    "--indirect",
    type=click.Choice(["none", "speech", "all"]),
    default="speech",
    help="What is reported without quotation marks: nothing, speech and writing, or thought too. Default: speech.",
)
@click.option(
    "--input",
    "kind",
    type=click.Choice(get_args(Kind)),
    help="What all files are, whatever their names end in; for standard input, too.",
)
@click.option(
    "--text-field",
    "--text-column",
    default="text",
    metavar="NAME",
    help="The field of JSON Lines, or the column of a table, with the text. Default: text.",
)
@click.option(
    "--id-field",
    "--id-column",
    default="id",
    metavar="NAME",
    help="The one with the name of the text, if there is one. Default: id.",
)
@click.option(
    "--encoding", default="utf-8", metavar="NAME", callback=_checked(encoding_of), help="Of the files. Default: utf-8."
)
def command(**options: Any) -> Options:
    """Who said what in many texts.

    A PATH is a file, a folder with all in it, a pattern in quotation marks, or - for standard input.
    """
    return Options(**options)


def main(argv: Sequence[str]) -> int:
    """Run ``quoteattr attribute``, and give the exit code."""
    try:
        options = command.main(list(argv), prog_name="quoteattr attribute", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    if not isinstance(options, Options):  # --help
        return DONE
    sources = list(find_sources(options.paths, options.kind, options.output))
    if not options.form.joined and options.output is None and len(sources) > 1:
        print(
            f"quoteattr attribute: --format {options.format} is for one text: name one, or --output DIR",
            file=sys.stderr,
        )
        return USAGE
    bar = options.output is not None or not sys.stdout.isatty()  # results that pass by are progress enough
    with closing(reporter(sum(source.size for source in sources), bar=bar)) as told:
        return run(options, sources, told)
