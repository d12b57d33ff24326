"""Draft: one way to read a reporting word; start_of, find_end: where its words begin and end."""

from __future__ import annotations

from functools import cache

from attrs import define

from ..boundaries import Boundaries, Start, View, context_of, opened_beside
from .cued import Cued

_CLAUSAL = frozenset(
    {"that", "far that", "clause", "wh", "colon", "comma", "left", "parted", "lead", "fronted", "acting", "label"}
)


@define(eq=False)
class Draft:
    """A reading of a cue: the frame, where the content begins and ends, who is told.

    ``first`` is the place where the clause begins (*that*), ``inner`` where the words do, ``stop`` the place
    behind the last; ``rest`` is a second stretch, ``front`` the subject of the cue, where that belongs to it: *the
    ferry* seems *to be late*. ``preposition`` is the place of one that belongs to the cue.
    ``share`` tells how often such readings are right, ``rivals`` are the frames of all readings of the cue. Where it
    ends is found last, and only where it is worth it.
    """

    cued: Cued
    frame: str
    first: int
    inner: int
    stop: int = 0
    rest: tuple[int, int] | None = None
    front: tuple[int, int] | None = None
    hearer: int | None = None
    preposition: int | None = None
    share: float = 0.0
    rivals: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The group of frames that end alike."""
        return group_of(self.frame)


@cache
def group_of(frame: str) -> str:
    """The group of frames that end alike: *clause*, *to*, *np*, *prep*.

    >>> group_of("Y that"), group_of("Y as"), group_of("against")
    ('clause', 'np', 'prep')
    """
    bare = frame.removeprefix("Y ")
    if bare in _CLAUSAL or bare.startswith(("parted", "left")):
        return "clause"
    if bare in ("to", "ing"):
        return "to"
    return "np" if bare in ("np", "told", "so") or frame.startswith(("Y ", "of ")) else "prep"


def start_of(view: View, draft: Draft) -> Start:
    """Where the statement of a draft begins, or its second part, and what is known of it."""
    cued = draft.cued
    first, group = (draft.inner, draft.group) if draft.rest is None else (draft.rest[0], "clause")
    verbs = view.phrases[cued.at].group
    tense = verbs.form if verbs is not None else "past"
    return Start(first, group, context_of(view, cued.clause), tense, cued.lemma, cued.kind)


def find_end(view: View, draft: Draft, boundaries: Boundaries) -> bool:
    """Find where a draft ends; whether any words are left for it."""
    cued = draft.cued
    if draft.stop and draft.rest is None:
        return draft.stop > draft.first
    first, group = draft.inner if draft.rest is None else draft.rest[0], draft.group
    end = view.only_end(first)
    if end is None:
        stop = boundaries.end(view, start_of(view, draft))
    else:
        stop = end if group == "clause" or draft.rest is not None else min(end, view.resumed(first))
    if draft.frame == "gap":
        stop = min(stop, view.resumed(first, draft.first, "cQT;"))
        stop -= view.kinds[stop - 1] == ","
    if draft.rest is not None:
        # a report in the middle of what is said, if neither part is a sentence to itself
        beyond = opens_beyond(view, draft.first, draft.stop, first) if draft.frame != "gap" else ""
        draft.frame = f"parted {beyond}" if beyond else draft.frame
        draft.rest = first, stop
        return True
    if cued.clause is not None and (beside := opened_beside(cued.clause)) is not None:
        resumed = view.resumed(first, beside, "cQT;")
        while view.around[resumed - 1] == "r":
            resumed -= 1
        stop = min(stop, resumed)
    if cued.kind == "noun":
        stop = min(stop, max(view.reading.of_subject.get(cued.at, stop), draft.inner))
    while stop > draft.inner and view.kinds[stop - 1] in ",-:c":
        stop -= 1
    if group in ("np", "prep"):
        stop = _without_time(view, stop)
    draft.stop = stop
    return stop > draft.inner


def _without_time(view: View, stop: int) -> int:
    """The end without a time that goes with the cue: *announced the sale | on Monday*."""
    if view.kinds[stop - 1] != "T":
        return stop
    return stop - 2 if view.kinds[stop - 2] == "P" else stop - 1


def opens_beyond(view: View, first: int, stop: int, second: int) -> str:
    """What opens the words behind a report where those before it are a clause; empty where they are not, or go on."""
    left = view.kinds[first:stop]
    whole = any(at in view.reading.of_verb for at in range(first, stop) if view.kinds[at] in "VB")
    at = view.skip(second, "r")
    if not whole or left[-1:] == "B" or left[:1] in "Ps" or view.around[at] in "VBGIE":
        return ""
    clause = view.around[at] == "c" and view.verb_of_subject(view.skip(at + 1)) is not None
    return "clause" if clause else view.around[at]
