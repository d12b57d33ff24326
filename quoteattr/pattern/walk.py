"""Walk: one try of a pattern at a passage."""

from __future__ import annotations

from typing import Final, cast

from ..mentions import Mention
from ..passage import Passage
from .item import Item


class Walk:
    """One try of a pattern at a passage: what was found, and which nodes have failed where, counted in words."""

    __slots__ = ("begins", "cue", "ends", "failed", "lasts", "mentions", "passage", "phrases", "places")

    def __init__(self, passage: Passage) -> None:
        self.passage: Final = passage
        self.phrases: Final = passage.phrases
        self.places: dict[str, int] = {}
        self.mentions: dict[str, Mention] = {}
        self.cue: list[tuple[int, Item]] = []
        self.failed: set[tuple[int, int]] = set()
        self.lasts: dict[int, list[int]] = {}  # where the mention at a phrase may end, looked up once
        bounds = passage.reading.seen.get("bounds")
        if bounds is None:
            begins = {phrase.first: at for at, phrase in enumerate(self.phrases)}
            ends = {phrase.last: at for at, phrase in enumerate(self.phrases)}
            bounds = passage.reading.seen["bounds"] = begins, ends
        self.begins, self.ends = cast("tuple[dict[int, int], dict[int, int]]", bounds)

    def mention(self, at: int) -> Mention | None:
        """The mention at a phrase, made once."""
        made = cast("dict[int, Mention | None]", self.passage.reading.seen.setdefault("mentions", {}))
        if at not in made:
            made[at] = self.passage.mention(at, self.passage.reading.of_subject.get(at))
        return made[at]
