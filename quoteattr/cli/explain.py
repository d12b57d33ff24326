"""``quoteattr explain FILE --at OFFSET``: why words came out as they did."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Final

import quoteattr
from quoteattr.cli.endings import DONE, SOME_FAILED, USAGE, InputError
from quoteattr.cli.files import STDIN, add_reading_options, prepare_stdout, read_text, write
from quoteattr.render.text import printable

EXAMPLES: Final = """\
examples:
  quoteattr explain article.txt                     every attribution, and every quotation that nobody says
  quoteattr explain article.txt --at 517            what stands at that character (from 0)
  quoteattr explain article.txt --at 12:8           what stands in line 12 at column 8 (from 1)
  quoteattr explain article.txt --format json       one JSON object an explanation
"""


def main(argv: Sequence[str]) -> int:
    """Run ``quoteattr explain``, and give the exit code: 0 done, 1 nothing is there, or the file cannot be read."""
    options = _parser().parse_args(argv)
    prepare_stdout(options.format)
    shown = "standard input" if options.file == STDIN else printable(options.file)
    try:
        text = read_text(options.file, options.encoding)
    except InputError as error:
        print(f"quoteattr explain: {shown}: {error}", file=sys.stderr)
        return SOME_FAILED
    try:
        at = None if options.at is None else offset_of(options.at, text)
        result = quoteattr.attribute(
            text, indirect=options.indirect, min_confidence=options.min_confidence, extensions=options.extension
        )
    except (ValueError, quoteattr.QuoteattrError) as error:
        print(f"quoteattr explain: {error}", file=sys.stderr)
        return USAGE
    explanations = result.explain(at) if at is not None else tuple(all_of(result))
    if not explanations:
        where = "" if at is None else f" at {options.at}"
        print(f"quoteattr explain: {shown}: there is no quotation and no report{where}", file=sys.stderr)
        return SOME_FAILED
    if options.format == "json":
        write("".join(json.dumps(one.to_dict(), ensure_ascii=False) + "\n" for one in explanations))
    else:
        write("\n\n".join(map(str, explanations)) + "\n")
    return DONE


def all_of(result: quoteattr.Result) -> Iterator[quoteattr.Explanation]:
    """An explanation for each attribution and for each quotation that nobody says, in the order of the text."""
    places = {span.start for one in result for span in one.content[:1]}
    places |= {one.span.start for one in result.quotations}
    seen = set()
    for place in sorted(places):
        for one in reversed(result.explain(place)):
            if one.content not in seen:
                seen.add(one.content)
                yield one


def offset_of(given: str, text: str) -> int:
    r"""The offset that an argument means: a number, or line and column.

    >>> offset_of("2:3", "Late.\nToo late.")
    8

    Raises:
        ValueError: It is neither, or outside the text.
    """
    line, colon, column = given.partition(":")
    if not (line.isdecimal() and (column.isdecimal() if colon else True)):
        raise ValueError(f"--at {given}: an offset is a number, as in --at 517, or line and column, as in --at 12:8")
    if not colon:
        if int(line) >= len(text):
            raise ValueError(f"--at {given}: the text has {len(text)} characters, the first of them is 0")
        return int(line)
    lines = text.split("\n")
    if not 1 <= int(line) <= len(lines):
        raise ValueError(f"--at {given}: the text has {len(lines)} lines")
    if not 1 <= int(column) <= len(lines[int(line) - 1]):
        raise ValueError(
            f"--at {given}: line {line} has {len(lines[int(line) - 1])} characters, the first of them is 1"
        )
    return sum(len(each) + 1 for each in lines[: int(line) - 1]) + int(column) - 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteattr explain",
        description="Why words came out as they did: the rule, what it matched, what it beat, who speaks and why.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("file", metavar="FILE", help="a file of plain text; - is standard input")
    parser.add_argument("--at", metavar="OFFSET", help="a character of the text, or LINE:COLUMN (default: all)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="for people, or JSON Lines")
    parser.add_argument(
        "--extension", action="append", default=[], metavar="NAME", help="an installed extension to use"
    )
    add_reading_options(parser)
    return parser
