"""Places: where what stands beside a reporting word ends, or begins."""

from __future__ import annotations

from ..boundaries import View


def behind_mention(view: View, at: int) -> int:
    """The place behind a mention and its of-phrases."""
    at += 1
    while view.lemma(at) in ("of", "for") and view.around[at + 1] == "M":
        at += 2
    return at


def apposition(view: View, at: int) -> int | None:
    """The place behind *, a clerk,* or *, who keeps the keys,* where one follows the comma."""
    if view.around[at + 1] not in "Mw":
        return None
    comma = view.kinds.find(",", at + 1)
    stop = comma if comma > 0 else len(view.kinds)
    if any(k in "VB" for k in view.kinds[at:stop].partition("w")[0]):
        return None
    return stop if view.verb_of_subject(at + 1) is None else None


def behind_source(view: View, at: int) -> int:
    """The place behind the source of a phrase, with what describes it: *according to records seen by Moe | …*."""
    at = _before_time(view, next_sign(view, at))
    while view.around[at] == "," and (far := apposition(view, at)) is not None:
        at = far
    while view.around[at - 1] == ".":
        at -= 1
    return at


def _before_time(view: View, stop: int) -> int:
    """The place before adverbs and times at the end of some phrases: *said a man who knew it | on Monday*."""
    while view.around[stop - 1] in "rT":
        stop -= 1
        stop -= view.around[stop] == "T" and view.around[stop - 1] == "P"
    return stop


def next_sign(view: View, at: int) -> int:
    """The place of the next sign that may end a part of a sentence, brackets passed over."""
    while view.around[at] not in ",-.;)$":
        at = view.behind_bracket(at) if view.around[at] == "(" else at + 1
    return at


def behind_adverbs(view: View, at: int) -> int:
    """The place before a place, adverbs passed over."""
    around = view.around
    at -= 1
    while around[at] == "r":
        at -= 1
    return at
