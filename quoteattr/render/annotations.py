"""A result as W3C Web Annotations, in JSON-LD: one collection a document, on one line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

import quoteattr
from quoteattr import Attribution, Result, Span, Speaker
from quoteattr.render.allowed import for_utf8
from quoteattr.render.cast import Cast, find_outer

CONTEXT: Final = ("http://www.w3.org/ns/anno.jsonld", {"quoteattr": "urn:quoteattr:"})
CONTEXT_WIDTH: Final = 32  # characters before and behind the words that a quote selector is to find again

_PERSONS = {"person": "Person", "unnamed": "Person", "organisation": "Organization", "group": "Organization"}


def render_annotations(result: Result, name: str) -> str:
    """An ``AnnotationCollection`` with an annotation for each attribution; ``name`` becomes the IRI of the text.

    The targets are the stretches of the content. The bodies are the speaker (``identifying``), the kind, how the
    speaker is known and whether it was said (``tagging``), and the source and the cue as parts of the text
    (``linking``). Positions count code points, as the recommendation wants.

    >>> json.loads(render_annotations(Result(text="Hush."), "my notes.txt"))["id"]
    'my%20notes.txt#attributions'
    """
    return json.dumps(_collection(result, _iri(name)), ensure_ascii=False) + "\n"


def _iri(name: str) -> str:
    """The name as a relative IRI reference, which an address may be already."""
    if "://" in name:
        return quote(for_utf8(name), safe="%/:?&=+,;@!$'()*~")
    return quote(for_utf8(name), safe="/~")


def _collection(result: Result, text_iri: str) -> dict[str, Any]:
    cast = Cast.of(result)
    items = [
        _annotation(_Document(result.text, text_iri), at, one, cast.number(one.speaker), outer)
        for at, (one, outer) in enumerate(zip(result, find_outer(result), strict=True))
    ]
    page = {"id": f"{text_iri}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": list(CONTEXT),
        "id": f"{text_iri}#attributions",
        "type": "AnnotationCollection",
        "label": f"Who said what in {text_iri}",
        "generator": {"id": "urn:quoteattr", "type": "Software", "name": f"quoteattr {quoteattr.__version__}"},
        "total": len(items),
        "first": page,
    }


class _Document:
    """A text with its IRI, of which parts can be named."""

    def __init__(self, text: str, iri: str) -> None:
        self.text = text
        self.iri = iri

    def part(self, span: Span, **more: Any) -> dict[str, Any]:
        """A part of the text, by its position and by its words."""
        before = self.text[max(0, span.start - CONTEXT_WIDTH) : span.start]
        behind = self.text[span.end : span.end + CONTEXT_WIDTH]
        position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
        words = {"type": "TextQuoteSelector", "exact": for_utf8(span.text)}
        words |= {"prefix": for_utf8(before), "suffix": for_utf8(behind)}
        return {"type": "SpecificResource", "source": self.iri, "selector": [position, words], **more}


def _annotation(
    document: _Document, at: int, one: Attribution, speaker: int | None, outer: int | None
) -> dict[str, Any]:
    found = {
        "id": f"{document.iri}#A{at}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": list(_bodies(document, one, speaker)),
        "target": [document.part(span) for span in one.content],
        "quoteattr:confidence": one.confidence,
        "quoteattr:speakerConfidence": one.speaker_confidence,
        "quoteattr:rule": one.rule,
    }
    if outer is not None:
        found["quoteattr:reportedBy"] = {"id": f"{document.iri}#A{outer}"}
    return found


def _bodies(document: _Document, one: Attribution, speaker: int | None) -> Iterator[dict[str, Any]]:
    if one.speaker is not None:
        yield {"type": "SpecificResource", "purpose": "identifying", "source": _agent(document, one.speaker, speaker)}
    for tag in (one.kind, one.how, one.said):
        yield {"type": "TextualBody", "purpose": "tagging", "value": tag, "format": "text/plain", "language": "en"}
    if one.source is not None:
        yield document.part(one.source.span, purpose="linking", **{"quoteattr:role": "source"})
    for span in one.cue.spans if one.cue else ():
        yield document.part(span, purpose="linking", **{"quoteattr:role": "cue"})
    if one.addressee is not None:
        yield document.part(one.addressee.span, purpose="linking", **{"quoteattr:role": "addressee"})


def _agent(document: _Document, speaker: Speaker, number: int | None) -> dict[str, Any]:
    known = {"type": kind} if (kind := _PERSONS.get(speaker.type)) else {}
    return {"id": f"{document.iri}#S{number}", **known, "name": for_utf8(speaker.name)}
