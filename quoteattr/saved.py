"""A result as plain data and back: what ``Result.to_dict`` and ``Result.from_dict`` are made of.

An attribution is written by hand: it has the keys of the gold format, over which a mention and a cue
are spread. It shares speakers, and the attributions that report others, with the rest of its result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from .attribution import Attribution, How, Kind
from .cues import Cue, CueForm
from .errors import ResultError
from .explanation import Rejected
from .mentions import Mention, MentionForm
from .plain import Reader, save
from .resolve import Speaker
from .said import Said
from .span import Span
from .strict import expect


def save_attributions(attributions: Sequence[Attribution], speakers: Sequence[Speaker]) -> list[dict[str, Any]]:
    """The attributions of a result with the keys of the gold format, and all else that is known.

    ``reported_by`` is an index into the list itself, ``speaker_index`` one into the speakers.
    """
    among_attributions, among_speakers = _places(attributions), _places(speakers)

    def index(wanted: Any, among: Sequence[Any], places: dict[int, int]) -> int | None:
        if wanted is None:
            return None
        at = places.get(id(wanted))
        if at is None and wanted in among:  # equal, but another object
            at = among.index(wanted)
        if at is None:
            raise ResultError(f"an attribution refers to what the result does not hold: {wanted!r}")
        return at

    return [
        _save_attribution(
            at,
            one,
            index(one.speaker, speakers, among_speakers),
            index(one.reported_by, attributions, among_attributions),
        )
        for at, one in enumerate(attributions)
    ]


def _places(things: Sequence[object]) -> dict[int, int]:
    return {id(one): at for at, one in enumerate(things)}


def _save_attribution(at: int, one: Attribution, speaker_index: int | None, reported_by: int | None) -> dict[str, Any]:
    source, cue, speaker = one.source, one.cue, one.speaker
    saved = {
        "id": f"A{at}",
        "kind": one.kind,
        "content": save(one.content),
        "source": source and [save(source.span)],
        "cue": cue and save(cue.spans),
        "speaker": speaker and speaker.name,
        "how": one.how,
        "said": one.said,
        "rule": one.rule,
        "confidence": one.confidence,
        "speaker_confidence": one.speaker_confidence,
        "speaker_index": speaker_index,
        "aliases": list(speaker.aliases) if speaker else [],
        "source_form": source and source.form,
        "source_head": source and save(source.head),
        "description": source and save(source.description),
        "cue_lemma": cue and cue.lemma,
        "cue_form": cue and cue.form,
        "addressee": save(one.addressee),
        "reported_by": reported_by,
        "wide": {
            "source": source and [save(source.extent)],
            "cue": cue and [save(cue.extent)],
            "content": None if one.clause is None else [save(one.clause)],
        },
        "evidence": save(one.evidence),
    }
    if one.rejected:
        saved["rejected"] = save(one.rejected)
    return saved


@frozen
class AttributionReader:
    """Reads the attributions of a saved result, each behind the one that reports it."""

    reader: Reader
    speakers: tuple[Speaker, ...]
    saved: list[Any]
    done: dict[int, Attribution] = field(factory=dict)

    def all(self) -> tuple[Attribution, ...]:
        """All of them, in their order."""
        for at in range(len(self.saved)):
            for one in reversed(self.unread(at)):
                self.done[one] = self.one(one)
        return tuple(self.done[at] for at in range(len(self.saved)))

    def unread(self, at: int) -> list[int]:
        """The attribution at an index, the one that reports it, and so on: those that are not read yet."""
        found: dict[int, None] = {}
        outer: int | None = at
        while outer is not None and outer not in self.done:
            place = f"attributions[{at}].reported_by"
            if outer in found:
                raise ResultError(f"{place}: attribution {outer} would report itself")
            self.expect_index(outer, self.saved, "attributions", place)
            found[outer] = None
            at, outer = outer, self.reader.read(int | None, self.saved_at(outer).get("reported_by"), place)
        return list(found)

    def saved_at(self, at: int) -> Mapping[str, Any]:
        """What is saved at an index."""
        saved: Mapping[str, Any] = expect(Mapping, self.saved[at], f"attributions[{at}]")
        return saved

    def one(self, at: int) -> Attribution:
        """The attribution at an index, read now."""
        place, saved = f"attributions[{at}]", self.saved_at(at)
        wide = expect(Mapping, saved.get("wide") or {}, f"{place}.wide")
        flat = {**saved, **{f"wide.{role}": spans for role, spans in wide.items()}}

        def get(wanted: Any, key: str, default: Any = None) -> Any:
            return self.reader.read(wanted, flat.get(key, default), f"{place}.{key}")

        def get_one(key: str, default: Span | None = None) -> Span | None:
            spans = get(_Spans | None, key)
            if spans and len(spans) > 1:
                raise ResultError(f"{place}.{key}: one span is wanted, not {len(spans)}")
            return spans[0] if spans else default

        content, source, cue = get(_Spans, "content", ()), get_one("source"), get(_Spans | None, "cue")
        if not content:
            raise ResultError(f"{place}.content: no span")
        share, who = get(float, "confidence", 1.0), get(float, "speaker_confidence", 0.0)
        for key, one in (("confidence", share), ("speaker_confidence", who)):
            if not 0 <= one <= 1:
                raise ResultError(f"{place}.{key}: {one} is not from 0 to 1")
        return Attribution(
            kind=get(Kind, "kind"),
            content=content,
            clause=get_one("wide.content"),
            source=None if source is None else self.source(source, get, get_one),
            cue=None if not cue else self.cue(cue, get, get_one),
            speaker=self.speaker(get(str | None, "speaker"), get(int | None, "speaker_index"), place),
            addressee=get(Mention | None, "addressee"),
            reported_by=self.done.get(get(int | None, "reported_by")),
            how=get(How | None, "how") or "implicit",
            said=get(Said, "said", "said"),
            rule=get(str, "rule", ""),
            confidence=share,
            speaker_confidence=who,
            evidence=get(tuple[str, ...], "evidence", ()),
            rejected=get(tuple[Rejected, ...], "rejected", ()),
        )

    @staticmethod
    def source(span: Span, get: Any, get_one: Any) -> Mention:
        """The mention that the keys of an attribution describe."""
        head = get(Span | None, "source_head")
        return Mention(
            span=span,
            form=get(MentionForm, "source_form", "name"),
            head=span if head is None else head,
            extent=get_one("wide.source", span),
            description=get(Span | None, "description"),
        )

    def cue(self, spans: tuple[Span, ...], get: Any, get_one: Any) -> Cue:
        """The cue that the keys of an attribution describe."""
        whole = Span.of(self.reader.text, min(one.start for one in spans), max(one.end for one in spans))
        return Cue(
            spans=spans,
            lemma=get(str, "cue_lemma", spans[0].text),
            form=get(CueForm, "cue_form", "verb"),
            extent=get_one("wide.cue", whole),
        )

    def speaker(self, name: str | None, at: int | None, place: str) -> Speaker | None:
        """The speaker at an index; without an index, the first of that name, or a new one."""
        if name is None:
            if at is not None:
                raise ResultError(f"{place}.speaker_index: {at} without a speaker")
            return None
        if at is None:
            return next((one for one in self.speakers if one.name == name), Speaker(name))
        self.expect_index(at, self.speakers, "speakers", f"{place}.speaker_index")
        if self.speakers[at].name != name:
            raise ResultError(f"{place}.speaker: {name!r} is not speakers[{at}], {self.speakers[at].name!r}")
        return self.speakers[at]

    @staticmethod
    def expect_index(at: int, among: Sequence[object], what: str, place: str) -> None:
        """Raise unless the index is one of theirs."""
        if not 0 <= at < len(among):
            raise ResultError(f"{place}: there is no {what}[{at}], only {len(among)} of them")


_Spans = tuple[Span, ...]
