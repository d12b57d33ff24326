"""Renderers: each a file, each a function from a finished result to a string; :func:`render` finds the one wanted."""

from __future__ import annotations

from difflib import get_close_matches

from quoteattr import OptionError, Result
from quoteattr.render.formats import FORMATS, Format

__all__ = ["FORMATS", "Format", "render"]


def render(result: Result, format: str = "html", *, name: str = "text") -> str:  # noqa: A002 - the option's own name
    """The result in a format: a page to look at, or data for another program.

    Args:
        result: What ``attribute`` gave.
        format: A name out of ``FORMATS``: html, text, json, csv, markdown, script, annotations, brat, tei, ssml.
        name: What the document is called in the output: usually the name of its file.

    Raises:
        OptionError: No format is named so.
        ImportError: A page (``html``) wants Jinja2: ``pip install quoteattr[html]``.

    >>> from quoteattr import attribute
    >>> print(render(attribute("“It is late,” said Ann Lee."), "script"), end="")
    ANN LEE: “It is late,”
    NARRATOR: said Ann Lee.
    """
    known = FORMATS.get(format)
    if known is None:
        close = get_close_matches(format, FORMATS, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(FORMATS)}"
        raise OptionError(f"no format is named {format!r}; {hint}")
    return known.header + known.render(result, name)
