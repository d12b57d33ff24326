"""What *it* means that is no person: *the letter*, *the dog*."""

from __future__ import annotations

from collections.abc import Collection

import regex

from ..lexicon import PERSONS
from ..mentions import Mention
from ..persons import Person
from .named import who_is_named_at
from .sources import BODY_REACH, Sources

_OPENING = regex.compile(r"(?<=(?:^|\n|[.!?”\"]\s)\s*)(?:The|An?)(?P<words>(?:\s\p{Ll}+){1,3})\b")
_THINGS = frozenset({"body", "document", "work", "speech"})
_NO_CREATURES = frozenset({*PERSONS, "voice", "speech", "work"})


def thing_before(sources: Sources, source: Mention, kinds: Collection[str] = _THINGS) -> Person | None:
    """The body or document that opens the last sentence about one: *The letter* came; then *it* says so."""
    lexicon, narration = sources.lexicon, sources.narration
    before = list(_OPENING.finditer(sources.text, max(0, source.span.start - BODY_REACH), source.span.start))
    for found in reversed(before):
        words = found["words"].split()
        things = [word for word in words if lexicon.kind_of(word) in kinds]
        if things and not narration.is_speech(found.start()):
            end = sources.text.index(things[-1], found.start("words")) + len(things[-1])
            named = who_is_named_at(sources, end + 1)
            if named is not None:
                return named  # The mining company | Dravik
            phrase, kind = sources.text[found.start() : end], lexicon.kind_of(things[-1])
            return sources.cast.body(phrase, "organisation" if kind == "body" else "document")
    return None


def creature_before(sources: Sources, source: Mention) -> Person | None:
    """What is no person and opens the last sentence of the paragraph: *The dog looked up. “Now,” it said*."""
    lexicon, narration = sources.lexicon, sources.narration
    paragraph, _ = narration.paragraphs[narration.paragraph_of(source.span.start)]
    start = max(paragraph, source.span.start - BODY_REACH)
    for found in reversed(list(_OPENING.finditer(sources.text, start, source.span.start))):
        words = found["words"].split()
        told = [lexicon.word(word) for word in words]
        verb = next(
            (at for at, word in enumerate(told) if at and (word.tag in "bhmD" or set(word.forms) & set("dp"))), None
        )
        kind = lexicon.kind_of(words[verb - 1]) if verb is not None else ""
        if verb is None or narration.is_speech(found.start()) or kind in _NO_CREATURES:
            continue
        end = sources.text.index(words[verb], found.start("words"))
        phrase = sources.text[found.start() : end].rstrip()
        return sources.cast.body(phrase, "document" if kind in _THINGS else "unnamed")
    return None
