"""Speaker: who is meant; resolve_speakers: from mentions to who is meant."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from .mentions import Mention

Gender = Literal["m", "f", "n", "u"]
SpeakerType = Literal["person", "group", "organisation", "document", "unnamed"]


@frozen
class Speaker:
    """Who is meant, under the fullest name that the text gives."""

    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    gender: Gender = "u"
    type: SpeakerType = "person"
