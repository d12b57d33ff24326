"""The plain command, ``quoteattr FILE…``: arguments in, attribute, render, exit code. It needs no extra."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

import quoteattr
from quoteattr.cli.commands import listed
from quoteattr.cli.endings import DONE, SOME_FAILED, USAGE, InputError
from quoteattr.cli.files import add_reading_options, prepare_stdout, read_text, shown_name, write
from quoteattr.render.formats import FORMATS

EXAMPLES: Final = """\
examples:
  quoteattr article.txt                           who said what, with line and column
  quoteattr --indirect all article.txt            unquoted speech and thought too
  quoteattr --format json *.txt > quotes.jsonl    one JSON object a file
  quoteattr --format tei article.txt > article.xml
  curl -s "$URL" | quoteattr --min-confidence 0.9 -
"""

EXIT_CODES: Final = (
    "exit codes: 0 all done, 1 some file could not be done (the others were), 2 the command line is wrong\n"
)


def main(argv: Sequence[str]) -> int:
    """Run the plain command, and give the exit code."""
    return _attribute_files(_parser().parse_args(argv))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and who may take it all the same."""
        more = "; quoteattr attribute has more options (--help says which)" if "unrecognized" in message else ""
        super().error(message + more)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="quoteattr",
        usage="%(prog)s [options] FILE...",
        description="Who said what: the quotations of an English text with source, cue and speaker.",
        epilog="\n".join(
            (
                EXAMPLES,
                f"formats:\n{_formats_listed()}",
                f"commands (--help of each says more):\n{listed()}",
                EXIT_CODES,
            )
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file of plain text; - is standard input")
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="how to write what is found (default: text); see below"
    )
    add_reading_options(parser)
    parser.add_argument("--version", action="version", version=f"quoteattr {quoteattr.__version__}")
    return parser


def _formats_listed() -> str:
    width = max(map(len, FORMATS))
    return "".join(f"  {name:{width}}  {form.line}\n" for name, form in FORMATS.items())


def _attribute_files(options: argparse.Namespace) -> int:
    code, form = DONE, FORMATS[options.format]
    if len(options.files) > 1 and not form.joined:
        print(f"quoteattr: --format {options.format} makes one document: name one FILE", file=sys.stderr)
        return USAGE
    prepare_stdout(options.format)
    header = form.header
    for name in options.files:
        try:
            text = read_text(name, options.encoding)
        except InputError as error:
            print(f"quoteattr: {shown_name(name)}: {error}", file=sys.stderr)
            code = SOME_FAILED
            continue
        result = quoteattr.attribute(text, indirect=options.indirect, min_confidence=options.min_confidence)
        try:
            write(header + form.render(result, name))
        except ImportError as error:  # an extra that is not installed; the message has its name
            print(f"quoteattr: {error}", file=sys.stderr)
            return SOME_FAILED
        header = ""
    return code
