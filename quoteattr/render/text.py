"""A result as a list for people: where, who, the cue, and the words."""

from __future__ import annotations

import re
import textwrap
from bisect import bisect_right
from collections.abc import Callable

from quoteattr import Attribution, Result

WIDTH = 100
INDENT = "    "

# What a terminal would obey instead of showing it: control characters, marks that turn the direction of
# writing, and halves of surrogate pairs.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n|\r|\n")


Paint = Callable[[str, str], str]
"""Gives words their colour by what they are: place, speaker, cue or kind."""


def _plainly(_: str, words: str) -> str:
    return words


def render_text(result: Result, name: str, paint: Paint = _plainly) -> str:
    r"""The attributions in the order of the text, each with the line and the column of its first word.

    >>> from quoteattr import Span
    >>> text = "Noon.\nOn the wall: “Late!”"
    >>> late = Attribution(kind="direct", content=(Span.of(text, 19, 26),))
    >>> print(render_text(Result(text=text, attributions=(late,)), "a.txt"), end="")
    a.txt:2:14: not known
        “Late!”
    """
    if not result.attributions:
        return f"{printable(name)}: no attribution found\n"
    lines = [0, *(end.end() for end in _LINE_END.finditer(result.text))]
    return "".join(_render_one(one, name, lines, paint) for one in result)


def printable(text: str) -> str:
    r"""The text on one line, with all that could garble a terminal written as an escape.

    >>> printable("red\x1b[31m and\n  more")
    'red\\x1b[31m and more'
    """
    return _UNSAFE.sub(lambda sign: ascii(sign[0])[1:-1], " ".join(text.split()))


def _render_one(one: Attribution, name: str, lines: list[int], paint: Paint) -> str:
    line = bisect_right(lines, one.start)
    column = one.start - lines[line - 1] + 1
    words = textwrap.wrap(
        printable(one.text),
        WIDTH,
        initial_indent=INDENT,
        subsequent_indent=INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    place = paint("place", f"{printable(name)}:{line}:{column}:")
    return "\n".join([f"{place} {_headline(one, paint)}", *words, ""])


def _headline(one: Attribution, paint: Paint) -> str:
    who = paint("speaker", _who(one))
    cue = ", " + paint("cue", printable(words)) if one.cue and (words := one.cue.words) else ""
    unusual = [word for word in (one.kind, one.said) if word not in ("direct", "said")]
    return f"{who}{cue}" + (" " + paint("kind", f"[{', '.join(unusual)}]") if unusual else "")


def _who(one: Attribution) -> str:
    """The speaker, with the source where that is no name; the source alone where the speaker is not known."""
    source = printable(one.source.text) if one.source else ""
    if not one.speaker:
        return source or "not known"
    speaker = printable(one.speaker.name)
    named = not one.source or one.source.form == "name" or source == speaker
    return speaker if named else f"{speaker} ({source})"
