"""spaCy: a component, ``nlp.add_pipe("quoteattr")``. It needs the extra ``spacy``, and no model.

It sets

- ``doc._.attributions``: what :func:`quoteattr.attribute` finds in ``doc.text``, and ``doc._.attribution_result`` with
  all the rest. They are kept as plain data, so that a ``Doc`` can still be written to bytes, and sent elsewhere;
- ``doc.spans["quoteattr"]``: a span for each content, cue and source, with that as its label and the number of the
  attribution as its id, widened to whole tokens. ``displacy.render(doc, "span", options={"spans_key": "quoteattr"})``
  shows them.

Behind a component that finds entities, the people among them are taken to be characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc, Span as SpacySpan, SpanGroup

import quoteattr

KEY: Final = "quoteattr"
PEOPLE: Final = ("PERSON", "PER")
"""The labels of people, as the models of spaCy have them."""


class _Saved(dict[str, Any]):
    """A saved result that knows the result, once somebody has asked for it."""

    result: quoteattr.Result | None = None


def result_of(doc: Doc) -> quoteattr.Result | None:
    """The result of a document; nothing before the component has seen it."""
    saved = doc.user_data.get(KEY)
    if saved is None:
        return None
    if not isinstance(saved, _Saved):  # it was read from bytes
        saved = doc.user_data[KEY] = _Saved(saved)
    if saved.result is None:
        saved.result = quoteattr.Result.from_dict({"text": doc.text, **saved})
    return saved.result


def _attributions_of(doc: Doc) -> tuple[quoteattr.Attribution, ...]:
    result = result_of(doc)
    return () if result is None else result.attributions


Doc.set_extension("attributions", getter=_attributions_of, force=True)
Doc.set_extension("attribution_result", getter=result_of, force=True)


class Component:
    """Attributes the text of each document."""

    def __init__(self, options: dict[str, Any], *, use_ents: bool) -> None:
        self._options = options
        self._use_ents = use_ents
        quoteattr.attribute("", **options)  # wrong options are told now

    def __call__(self, doc: Doc) -> Doc:
        """The document, with its attributions."""
        characters = characters_of(doc) if self._use_ents else []
        result = quoteattr.attribute(doc.text, characters=characters, **self._options)
        saved = result.to_dict()
        del saved["text"]
        doc.user_data[KEY] = kept = _Saved(saved)
        kept.result = result
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=list(_spans(doc, result)))
        return doc


def _spans(doc: Doc, result: quoteattr.Result) -> Iterator[SpacySpan]:
    for number, one in enumerate(result):
        parts: Iterable[tuple[str, tuple[quoteattr.Span, ...]]] = (
            ("content", one.content),
            ("cue", one.cue.spans if one.cue else ()),
            ("source", (one.source.span,) if one.source else ()),
        )
        for label, spans in parts:
            for span in spans:
                widened = doc.char_span(span.start, span.end, label=label, alignment_mode="expand", span_id=str(number))
                if widened is not None:
                    yield widened


def characters_of(doc: Doc) -> list[Any]:
    """The people among the entities who are named with first name and surname, each with the surname as an alias.

    A surname that two of them have is nobody's alias. Whoever is named with one word alone is left to the text.
    """
    names = {_clean(ent.text) for ent in doc.ents if ent.label_ in PEOPLE}
    bearers = defaultdict(set)
    for name in names:
        if " " in name:
            bearers[name.rpartition(" ")[2]].add(name)
    return [
        {"name": name, "aliases": [surname] if len(full) == 1 else []}
        for surname, full in sorted(bearers.items())
        for name in sorted(full)
    ]


def _clean(name: str) -> str:
    return re.sub(r"[’']s?$", "", " ".join(name.split()))


@Language.factory(
    "quoteattr",
    default_config={"indirect": "speech", "min_confidence": 0.0, "extensions": [], "use_ents": True},
    assigns=["doc._.attributions", "doc._.attribution_result", "doc.spans"],
)
def make_component(  # noqa: PLR0917 - spaCy gives them by name
    nlp: Language,  # noqa: ARG001 - spaCy's
    name: str,  # noqa: ARG001 - spaCy's
    indirect: str,
    min_confidence: float,
    extensions: list[str],
    use_ents: bool,
) -> Component:
    """The component, for ``nlp.add_pipe("quoteattr", config={…})``.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("quoteattr")
    >>> doc = nlp("“It is late,” said Ann Lee.")
    >>> [(one.speaker.name, one.text) for one in doc._.attributions]
    [('Ann Lee', '“It is late,”')]
    >>> [(span.label_, span.text) for span in doc.spans["quoteattr"]]
    [('content', '“It is late,”'), ('cue', 'said'), ('source', 'Ann Lee')]
    """
    options = {"indirect": indirect, "min_confidence": min_confidence, "extensions": extensions}
    return Component(options, use_ents=use_ents)
