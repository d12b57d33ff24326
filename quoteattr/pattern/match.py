"""Match: what a pattern found around a quotation."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from ..cues import Cue, CueForm
from ..mentions import Mention
from ..passage import Candidate, Passage
from ..span import Span
from .walk import Walk


@frozen(eq=False)
class Match:
    """What a pattern found around a quotation.

    ``places`` are the phrases at which its elements stand, by their names: ``places["SOURCE"]``.
    """

    passage: Passage
    source: Mention | None
    cue: Cue | None
    addressee: Mention | None
    places: Mapping[str, int]

    def candidate(self) -> Candidate:
        """The attribution that it shows."""
        passage, verb = self.passage, self.places.get("CUE")
        return Candidate(passage.quotation, passage.form_kind, self.source, self.cue, self.addressee, verb=verb)


def match_of(walk: Walk) -> Match:
    """What was found on a way through a row."""
    mentions = walk.mentions
    source = mentions.get("SOURCE") or mentions.get("OWNER")
    return Match(walk.passage, source, cue_of(walk), mentions.get("ADDRESSEE"), walk.places)


def cue_of(walk: Walk) -> Cue | None:
    """The cue: a verb, and the words in braces, those side by side in one span."""
    passage, words = walk.passage, walk.passage.reading.sentence.words
    spans: list[Span] = []
    last = -1
    parts = sorted(walk.cue, key=lambda part: part[0])
    for place, _ in parts:
        begin = spans.pop().start if place == last + 1 and spans else words.starts[place]
        spans.append(passage.span(begin, words.ends[place]))
        last = place
    verb = walk.places.get("CUE")
    if verb is not None:
        cue = passage.cue(verb)
        if not spans:
            return cue
        spans = sorted([*cue.spans, *spans])
        extent = min(cue.extent.start, spans[0].start), max(cue.extent.end, spans[-1].end)
        return Cue(tuple(spans), cue.lemma, "verb", passage.span(*extent))
    if not spans:
        return None
    form: CueForm = "phrase"
    if len(parts) == 1:
        place, item = parts[0]
        form = "mark" if item.name == "sign" else "noun" if words.tags[place] == "n" else "phrase"
    lemma = " ".join(item.value for _, item in parts)
    return Cue(tuple(spans), lemma, form, passage.span(spans[0].start, spans[-1].end))
