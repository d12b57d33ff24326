"""Resolver: an author's own word on who is meant; resolved_by: the attributions as resolvers have it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, cast

from attrs import evolve

from .attribution import Attribution
from .errors import RuleError
from .explanation import Rejected
from .resolve import Speaker

_WHY = "a resolver says who is meant"


class Resolver(Protocol):
    """Tells who is meant: by a list of who is who, or by a model for coreference."""

    def __call__(self, text: str, attributions: Sequence[Attribution], /) -> Iterable[Speaker | None]:
        """For each of the attributions of a text its speaker, or None where the library's answer stays."""
        ...


def resolved_by(
    resolvers: Sequence[Resolver], text: str, attributions: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """The attributions with the speakers that the resolvers give, one after the other.

    Such a speaker is as sure as the source beside the words is, and surely meant where none is.

    >>> from quoteattr import attribute
    >>> result = attribute("“It is late,” said the Bard.")
    >>> will = Speaker("William Shakespeare", gender="m")
    >>> print(*resolved_by([lambda text, attributions: [will] * len(attributions)], result.text, result.attributions))
    William Shakespeare, said: “It is late,”

    Raises:
        RuleError: A resolver gave something else than a speaker or None for each attribution.
    """
    for resolver in resolvers:
        speakers = list(resolver(text, attributions))
        if len(speakers) != len(attributions):
            raise RuleError(f"a resolver gave {len(speakers)} speakers for {len(attributions)} attributions")
        for one in cast("list[object]", speakers):
            if one is not None and not isinstance(one, Speaker):
                raise RuleError(f"a resolver must give a Speaker or None, not {one!r}")
        attributions = _with_speakers(attributions, speakers)
    return attributions


def _with_speakers(
    attributions: tuple[Attribution, ...], speakers: Sequence[Speaker | None]
) -> tuple[Attribution, ...]:
    """The same with other speakers, also where one is reported by another."""
    given = dict(zip(map(id, attributions), speakers, strict=True))
    made: dict[int, Attribution] = {}

    def renewed(one: Attribution) -> Attribution:
        if id(one) not in made:
            outer = renewed(one.reported_by) if one.reported_by is not None else None
            speaker = given.get(id(one))
            if speaker is not None:
                made[id(one)] = evolve(_meant(one, speaker), reported_by=outer)
            else:
                made[id(one)] = one if outer is one.reported_by else evolve(one, reported_by=outer)
        return made[id(one)]

    return tuple(map(renewed, attributions))


def _meant(one: Attribution, speaker: Speaker) -> Attribution:
    """The attribution with the speaker that is meant; whom the library took, if another one, has lost."""
    rejected = one.rejected
    if one.speaker is not None and one.speaker.name != speaker.name:
        lost = Rejected(one.rule, one.speaker_confidence, one.source, one.cue, _WHY, one.speaker.name)
        rejected = lost, *rejected
    sure = one.confidence if one.source is not None else 1.0
    return evolve(one, speaker=speaker, speaker_confidence=sure, evidence=(_WHY,), rejected=rejected)
