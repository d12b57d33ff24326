"""A result as SSML, the markup of speech synthesis: an audiobook with a voice for each speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from quoteattr import Result
from quoteattr.render.allowed import for_xml, for_xml_attribute
from quoteattr.render.cast import Cast
from quoteattr.render.script import NARRATOR, SOMEONE, THE_NARRATOR, UNKNOWN, parts_of

GENDERS: Final = {"f": "female", "m": "male", "n": "neutral"}

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en">
"""


def render_ssml(
    result: Result,
    name: str,  # noqa: ARG001 - SSML has no title
    *,
    voices: Mapping[str, str] | None = None,
    kinds: Collection[str] = ("direct",),
) -> str:
    """A document of SSML 1.1 that reads the whole text.

    Args:
        result: What to read aloud.
        name: Not used.
        voices: Voices of your synthesiser by the name of the speaker; ``NARRATOR`` and ``UNKNOWN`` may be named,
            too. Who is not named gets a voice of the right gender, as far as that is known, and of a number that
            no one else has; the narrator gets the default voice.
        kinds: The kinds of attributions that their speakers speak themselves; the narrator reads all others.

    >>> from quoteattr import Attribution, Span, Speaker
    >>> text, ann = "“It is late,” said Ann.", Speaker("Ann", gender="f")
    >>> late = Attribution(kind="direct", content=(Span.of(text, 0, 13),), speaker=ann)
    >>> print(render_ssml(Result(text=text, attributions=(late,), speakers=(ann,)), "a.txt"), end="")
    <?xml version="1.0" encoding="UTF-8"?>
    <speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en">
    <p><voice gender="female" variant="1">“It is late,”</voice> said Ann.</p>
    </speak>
    """
    tags = _tags(Cast.of(result), voices or {})
    paragraphs = "".join(
        f"<p>{''.join(_speak(result.text, part.start, part.end, tags[part.speaker]) for part in paragraph)}</p>\n"
        for paragraph in parts_of(result, kinds)
    )
    return f"{_HEAD}{paragraphs}</speak>\n"


def _tags(cast: Cast, voices: Mapping[str, str]) -> dict[int, str]:
    """The opening tag for each number of the cast; the narrator may have none."""
    tags = {THE_NARRATOR: "", SOMEONE: '<voice variant="1">'}
    counts = Counter({"": 1})
    for number, speaker in enumerate(cast.speakers):
        gender = GENDERS.get(speaker.gender, "")
        counts[gender] += 1
        known = f'gender="{gender}" ' if gender else ""
        tags[number] = f'<voice {known}variant="{counts[gender]}">'
    tags.update(dict(_named(cast, voices)))
    return tags


def _named(cast: Cast, voices: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    names = {THE_NARRATOR: NARRATOR, SOMEONE: UNKNOWN, **dict(enumerate(one.name for one in cast.speakers))}
    for number, name in names.items():
        if name in voices:
            yield number, f'<voice name="{for_xml_attribute(voices[name])}">'


def _speak(text: str, start: int, end: int, tag: str) -> str:
    """The words in their voice, the blanks around them outside."""
    words = text[start:end]
    bare = words.strip()
    lead = len(words) - len(words.lstrip())
    if not tag or not bare:
        return for_xml(words)
    return f"{for_xml(words[:lead])}{tag}{for_xml(bare)}</voice>{for_xml(words[lead + len(bare) :])}"
