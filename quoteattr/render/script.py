"""A result as a script: who speaks which line, the narrator all the rest; and the parts that scripts are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, islice
from typing import Final, NamedTuple

from quoteattr import Result
from quoteattr.render.cast import Cast
from quoteattr.render.nesting import find_blocks
from quoteattr.render.text import printable

NARRATOR: Final = "NARRATOR"
UNKNOWN: Final = "UNKNOWN"


class Part(NamedTuple):
    """Words of one paragraph in one voice: ``speaker`` is a number in the cast, or one of the two below."""

    speaker: int
    start: int
    end: int


THE_NARRATOR: Final = -1
SOMEONE: Final = -2


def render_script(result: Result, name: str) -> str:  # noqa: ARG001 - a script has no title
    """A line for each change of voice and for each paragraph: ``SPEAKER: words``.

    What is wholly in quotation marks (direct) is spoken by its speaker; the writer's sentences are the narrator's,
    words quoted in them (mixed) and reported in them (indirect) included. Nothing is left out: the lines without
    their labels are the text, but for its blanks.

    >>> from quoteattr import Attribution, Span
    >>> text = "“It is late,” she said."
    >>> late = Attribution(kind="direct", content=(Span.of(text, 0, 13),))
    >>> print(render_script(Result(text=text, attributions=(late,)), "a.txt"), end="")
    UNKNOWN: “It is late,”
    NARRATOR: she said.
    """
    labels = (*Cast.of(result).labels(NARRATOR, UNKNOWN), UNKNOWN, NARRATOR)
    return "".join(
        f"{printable(labels[part.speaker])}: {printable(result.text[part.start : part.end])}\n"
        for paragraph in parts_of(result)
        for part in paragraph
    )


def parts_of(result: Result, kinds: Collection[str] = ("direct",)) -> Iterator[tuple[Part, ...]]:
    """For each paragraph its parts; what has no letter or digit goes with its neighbour.

    Args:
        result: What to read aloud.
        kinds: The kinds of attributions that their speakers speak themselves.
    """
    cast = Cast.of(result)
    spoken: list[Part] = []
    around = -1  # the end of the content around: what is quoted in it is spoken by the same voice
    stretches = [(span, one.speaker) for one in result if one.kind in kinds for span in one.content]
    for span, speaker in sorted(stretches, key=lambda pair: (pair[0].start, -pair[0].end)):
        if span.start >= around:
            number = cast.number(speaker)
            spoken.append(Part(SOMEONE if number is None else number, span.start, span.end))
            around = span.end
    at = 0
    for start, stop in find_blocks(result):
        while at < len(spoken) and spoken[at].end <= start:
            at += 1
        yield _joined(result.text, list(_cut(spoken, at, start, stop)))


def _cut(spoken: Sequence[Part], at: int, begin: int, stop: int) -> Iterator[Part]:
    """The parts of a paragraph: what is spoken from place ``at`` on, and what the narrator has to say between."""
    for part in islice(spoken, at, None):
        if part.start >= stop:
            break
        start, end = max(part.start, begin), min(part.end, stop)
        yield Part(THE_NARRATOR, begin, start)
        yield Part(part.speaker, start, end)
        begin = end
    yield Part(THE_NARRATOR, begin, stop)


def _joined(text: str, parts: list[Part]) -> tuple[Part, ...]:
    """The parts with words; those of one voice that follow each other are one."""
    voiced: list[Part] = []
    for part in parts:
        if part.start == part.end:
            continue
        goes_on = voiced and not _is_spoken(text, part)
        voiced.append(part._replace(speaker=voiced[-1].speaker) if goes_on else part)
    if len(voiced) > 1 and not _is_spoken(text, voiced[0]):
        voiced[:2] = [voiced[1]._replace(start=voiced[0].start)]
    groups = [list(group) for _, group in groupby(voiced, key=lambda part: part.speaker)]
    return tuple(Part(group[0].speaker, group[0].start, group[-1].end) for group in groups)


def _is_spoken(text: str, part: Part) -> bool:
    return any(sign.isalnum() for sign in text[part.start : part.end])
