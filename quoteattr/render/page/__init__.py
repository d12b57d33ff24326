"""The page: results as one file of HTML, to look at, without a network; and the same as a part of a notebook."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

import quoteattr
from quoteattr import OptionError, Result
from quoteattr.render.page.view import see
from quoteattr.render.text import printable

if TYPE_CHECKING:
    from jinja2 import Template

MOST: Final = 12  # speakers in the list before the others are folded away
LONG: Final = 20_000  # words of a document that is laid out as it comes into view
HEIGHT: Final = 640  # pixels of the frame in a notebook


def render_page(result: Result, name: str) -> str:
    """One document as a page.

    >>> render_page(Result(text="Hush."), "a.txt").startswith("<!doctype html>")
    True
    """
    return render_report({name: result}, title=name)


def render_report(documents: Mapping[str, Result], *, title: str = "") -> str:
    """Documents, by their names, as one page; several get an index.

    The page is one file and loads nothing: a content security policy forbids all but its own style and script, so that
    whatever stands in a text does nothing.

    Raises:
        ImportError: Jinja2 is not installed: ``pip install quoteattr[html]``.
        OptionError: There is no document.
    """
    if not documents:
        raise OptionError("a page wants at least one document")
    template = _template()  # first of all: without Jinja2 nothing else makes sense
    style, script = _part("page.css"), _part("page.js")
    views = [see(result, f"d{at}", name) for at, (name, result) in enumerate(documents.items())]
    return template.render(
        title=printable(title) or f"{len(views)} documents",
        documents=views,
        most=MOST,
        long=LONG,
        version=quoteattr.__version__,
        style=_markup(style),
        script=_markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def render_frame(result: Result, name: str = "text") -> str:
    """The page in a frame of its own, for a notebook: what stands in the text cannot reach the notebook.

    >>> render_frame(Result(text="Hush."))[:38]
    '<iframe sandbox="allow-scripts" title='
    """
    from markupsafe import escape  # noqa: PLC0415 - comes with Jinja2

    page = render_page(result, name)
    style = f"width: 100%; height: {HEIGHT}px; border: 1px solid #8888; border-radius: 6px"
    return (
        f'<iframe sandbox="allow-scripts" title="Who said what: {escape(printable(name))}" style="{style}"'
        f' srcdoc="{escape(page)}"></iframe>'
    )


def require_jinja() -> None:
    """Raise an :class:`ImportError` that says what to do, unless pages can be made.

    >>> require_jinja()
    """
    _template()


def _template() -> Template:
    try:
        from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - an extra, imported when asked for
    except ModuleNotFoundError as error:
        raise ImportError("a page needs Jinja2: pip install quoteattr[html]") from error
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_part("page.html.j2"))


@cache
def _part(name: str) -> str:
    return (resources.files(__package__) / name).read_text("utf-8")


def _markup(part: str) -> object:
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2

    return Markup(part)  # noqa: S704 - a file of this package


def _hash(part: str) -> str:
    return base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
