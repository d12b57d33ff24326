"""The plain command, ``quoteattr FILE…``: arguments in, attribute, render, exit code. It needs no extra."""

from __future__ import annotations

import argparse
import codecs
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import quoteattr
from quoteattr.cli.commands import listed
from quoteattr.cli.endings import DONE, SOME_FAILED, InputError, OutputError
from quoteattr.render.jsonlines import render_jsonlines
from quoteattr.render.text import printable, render_text

STDIN: Final = "-"

RENDERERS: Final[dict[str, Callable[[quoteattr.Result, str], str]]] = {
    "text": render_text,
    "json": render_jsonlines,
}

EXAMPLES: Final = """\
examples:
  quoteattr article.txt                           who said what, with line and column
  quoteattr --indirect all article.txt            unquoted speech and thought too
  quoteattr --format json *.txt > quotes.jsonl    one JSON object a file
  curl -s "$URL" | quoteattr --min-confidence 0.9 -
"""

EXIT_CODES: Final = (
    "exit codes: 0 all done, 1 some file could not be done (the others were), 2 the command line is wrong\n"
)


def main(argv: Sequence[str]) -> int:
    """Run the plain command, and give the exit code."""
    return _attribute_files(_parser().parse_args(argv))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteattr",
        usage="%(prog)s [options] FILE...",
        description="Who said what: the quotations of an English text with source, cue and speaker.",
        epilog=f"{EXAMPLES}\ncommands (--help of each says more):\n{listed()}\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file of plain text; - is standard input")
    parser.add_argument(
        "--format", choices=RENDERERS, default="text", help="a list for people, or JSON Lines (default: text)"
    )
    parser.add_argument(
        "--indirect",
        choices=("none", "speech", "all"),
        default="speech",
        help="what is reported without quotation marks: nothing, speech and writing, or thought too (default: speech)",
    )
    parser.add_argument(
        "--min-confidence",
        type=_share,
        default=0.0,
        metavar="SHARE",
        help="name no source and no speaker with less confidence, 0 to 1 (default: 0)",
    )
    parser.add_argument(
        "--encoding", type=_encoding, default="utf-8", metavar="NAME", help="of the files (default: utf-8)"
    )
    parser.add_argument("--version", action="version", version=f"quoteattr {quoteattr.__version__}")
    return parser


def _share(given: str) -> float:
    try:
        share = float(given)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{given!r} is no number from 0 to 1")
    return share


def _encoding(given: str) -> str:
    try:
        return codecs.lookup(given).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"no encoding is named {given!r}; try utf-8, cp1252, utf-16") from None


def _attribute_files(options: argparse.Namespace) -> int:
    code = DONE
    _prepare_stdout(options.format)
    for name in options.files:
        try:
            text = _read(name, options.encoding)
        except InputError as error:
            shown = "standard input" if name == STDIN else printable(name)
            print(f"quoteattr: {shown}: {error}", file=sys.stderr)
            code = SOME_FAILED
            continue
        result = quoteattr.attribute(text, indirect=options.indirect, min_confidence=options.min_confidence)
        _write(RENDERERS[options.format](result, name))
    return code


def _write(rendered: str) -> None:
    """Write what is done at once: it stands whatever comes after."""
    try:
        sys.stdout.write(rendered)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror or str(error)) from None


def _read(name: str, encoding: str) -> str:
    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        hint = "; name the files in it" if isinstance(error, IsADirectoryError) else ""
        raise InputError(f"{error.strerror or error}{hint}") from None
    except ValueError as error:  # a NUL in the name
        raise InputError(str(error)) from None
    text = _decode(data, encoding)
    if not text.strip():
        raise InputError("there is no text in it")
    return text


def _decode(data: bytes, encoding: str) -> str:
    if encoding == "utf-8":
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise InputError("this looks like UTF-16; try --encoding utf-16")
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        other = "cp1252" if encoding.startswith("utf-8") else "utf-8"
        raise InputError(
            f"byte 0x{data[error.start]:02x} at offset {error.start} (line {line}) is no"
            f" {encoding.removesuffix('-sig')}: {error.reason}; if the file is in another encoding,"
            f" say which, for example --encoding {other}"
        ) from None


def _prepare_stdout(format_: str) -> None:
    """JSON is UTF-8 everywhere; in the listing what the terminal cannot show is escaped."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        encoding = "utf-8" if format_ == "json" else None
        reconfigure(encoding=encoding, errors="backslashreplace", newline="\n" if encoding else None)
