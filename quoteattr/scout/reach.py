"""Reach: how far candidates are looked for."""

from __future__ import annotations

from attrs import frozen

from ..evidence import Genre


@frozen
class Reach:
    """How far candidates are looked for.

    ``people`` at most are taken from the narration before (``enough``, where a paragraph further back would
    have to be read), from no more than ``back`` paragraphs and ``steps`` mentions, ``coming`` from the
    ``ahead`` paragraphs after; ``turns`` are those before and after whose speakers are recalled.
    """

    people: int = 8
    enough: int = 8
    back: int = 60
    steps: int = 60
    coming: int = 6
    ahead: int = 14
    turns: tuple[int, int] = (12, 6)


REACH: dict[Genre, Reach] = {
    "fiction": Reach(),
    "news": Reach(people=5, enough=2, back=3, steps=20, coming=0, ahead=0, turns=(6, 2)),
}
