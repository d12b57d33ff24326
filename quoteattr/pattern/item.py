"""Item: a part of a pattern as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen


@frozen
class Item:
    """A part of a pattern: an element, a choice of rows, or a gap; ``cue`` where it stands in braces."""

    at: int
    name: str  # of the element; "word", "sign", "|" and "..." are none
    value: str = ""
    rows: tuple[tuple[Item, ...], ...] = ()
    optional: bool = False
    cue: bool = False


def is_cue_verb(item: Item) -> bool:
    """Whether an item is a verb that becomes the cue."""
    return item.name == "CUE" or (item.name == "VERB" and item.cue)


def is_cue_word(item: Item) -> bool:
    """Whether an item stands in braces."""
    return item.cue


def all_of(row: Iterable[Item]) -> Iterator[Item]:
    """The items of a row, and those in its brackets."""
    for item in row:
        yield item
        for each in item.rows:
            yield from all_of(each)


def second(row: Sequence[Item], names: Sequence[str], seen: int = 0) -> Item | None:
    """The item with which there are two of these on one way through a row."""
    for item in row:
        if item.name in names and (item.name != "VERB" or item.cue):
            if seen:
                return item
            seen = 1
        elif item.rows:
            twice = [second(each, names, seen) for each in item.rows]
            found = next((one for one in twice if one is not None), None)
            if found is not None:
                return found
            seen = seen or int(any(second(each, names, 1) is not None for each in item.rows))
    return None
