"""``quoteattr report FILE…``: who said what, as a page to look at."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import quoteattr
from quoteattr.cli.endings import DONE, SOME_FAILED, InputError
from quoteattr.cli.files import add_reading_options, prepare_stdout, read_text, shown_name, write, writing
from quoteattr.render.page import render_report, require_jinja
from quoteattr.whole import write_whole

STDOUT: Final = "-"

EXAMPLES: Final = """\
examples:
  quoteattr report article.txt                          makes report.html
  quoteattr report *.txt -o week.html --title "The week"
  quoteattr report article.txt --indirect all -o -      to standard output

The page is one file and loads nothing. It needs Jinja2: pip install quoteattr[html]
"""


def main(argv: Sequence[str]) -> int:
    """Run ``quoteattr report``, and give the exit code: 0 done, 1 some file could not be done (the others were)."""
    options = _parser().parse_args(argv)
    try:
        require_jinja()
    except ImportError as error:
        print(f"quoteattr report: {error}", file=sys.stderr)
        return SOME_FAILED
    code = DONE
    results: dict[str, quoteattr.Result] = {}
    for name in options.files:
        try:
            text = read_text(name, options.encoding)
        except InputError as error:
            print(f"quoteattr report: {shown_name(name)}: {error}", file=sys.stderr)
            code = SOME_FAILED
            continue
        result = quoteattr.attribute(text, indirect=options.indirect, min_confidence=options.min_confidence)
        results[_title_of(name, results)] = result
    if not results:
        return SOME_FAILED
    page = render_report(results, title=options.title or (next(iter(results)) if len(results) == 1 else ""))
    if options.output == STDOUT:
        prepare_stdout("html")
        write(page)
    else:
        path = Path(options.output)
        with writing(path):
            write_whole(path, page)
    return code


def _title_of(name: str, taken: dict[str, quoteattr.Result]) -> str:
    """What a document is called: its file, with a number where it comes a second time."""
    shown = shown_name(name)
    same = sum(other == shown or other.startswith(f"{shown} (") for other in taken)
    return f"{shown} ({same + 1})" if same else shown


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteattr report",
        description="A page with the text, who says what in it, how much and where, and the evidence of each.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file of plain text; - is standard input")
    parser.add_argument(
        "-o", "--output", default="report.html", metavar="PAGE", help="the file to write (default: report.html)"
    )
    parser.add_argument("--title", default="", help="the heading of the page (default: the name of the file)")
    add_reading_options(parser)
    return parser
