"""A result as Markdown: who speaks how much, and the quotations in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quoteattr import Attribution, Result
from quoteattr.render.cast import Cast
from quoteattr.render.text import printable

_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$]|\A[#+\-=:]|(?<=\A\d)[.)]|(?<=\A\d\d)[.)]")


def render_markdown(result: Result, name: str) -> str:
    r"""A heading, a table of the speakers, and each quotation as a block with a line on who said it.

    >>> from quoteattr import Span
    >>> text = "“It is *late*,” she said."
    >>> late = Attribution(kind="direct", content=(Span.of(text, 0, 15),))
    >>> print(render_markdown(Result(text=text, attributions=(late,)), "a.txt"), end="")
    # a.txt
    <BLANKLINE>
    > “It is \*late\*,”
    <BLANKLINE>
    — not known
    <BLANKLINE>
    """
    blocks = [f"# {escape_markdown(name)}", *_table(result)]
    for one in result:
        blocks += (f"> {escape_markdown(one.text)}", f"— {_who(one)}")
    if not result.attributions:
        blocks.append("No attribution found.")
    return "".join(f"{block}\n\n" for block in blocks)


def escape_markdown(text: str) -> str:
    r"""The text on one line, so that Markdown shows it as it is.

    >>> print(escape_markdown("1. <b>*so*\nthere."))
    1\. \<b\>\*so\* there.
    """
    return _SIGNS.sub(r"\\\g<0>", printable(text))


def _table(result: Result) -> Iterator[str]:
    cast = Cast.of(result)
    if not cast.speakers:
        return
    rows = ["| Speaker | Quotations | Words |", "| --- | ---: | ---: |"]
    for number, speaker in enumerate(cast.speakers):
        own = [one for one in result if cast.number(one.speaker) == number]
        rows.append(f"| {escape_markdown(speaker.name)} | {len(own)} | {sum(len(one.text.split()) for one in own)} |")
    yield "\n".join(rows)


def _who(one: Attribution) -> str:
    """The speaker, in bold, with the source where that is no name, and the cue."""
    source = escape_markdown(one.source.text) if one.source else ""
    speaker = escape_markdown(one.speaker.name) if one.speaker else ""
    who = f"**{speaker}**" if speaker else source or "not known"
    shown = f" ({source})" if speaker and one.source and one.source.form != "name" and source != speaker else ""
    cue = f", {escape_markdown(words)}" if one.cue and (words := one.cue.words) else ""
    unusual = [word for word in (one.kind, one.said) if word not in {"direct", "said"}]
    return f"{who}{shown}{cue}" + (f" \\[{', '.join(unusual)}\\]" if unusual else "")
