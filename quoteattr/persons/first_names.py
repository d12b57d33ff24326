"""First names: whether two may be one, as *Bill* and *William*, *J.* and *John*; and how such are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from ..names import full_forms


def same_first(one: str, other: str) -> bool:
    """Whether two first names are one, or one is the short form or the initial of the other.

    >>> same_first("Bill", "William"), same_first("J.", "John"), same_first("Ann", "Per")
    (True, True, False)
    """
    if one == other or one in full_forms().get(other, ()) or other in full_forms().get(one, ()):
        return True
    short, long = sorted((one, other), key=len)
    if _is_initial(short):
        return long[:1] == short[0]
    return bool(set(full_forms().get(one, ())) & set(full_forms().get(other, ())))


def _is_initial(first: str) -> bool:
    return len(first) == 2 and first[1] == "."


@lru_cache(maxsize=5_000)
def signs_of(first: str) -> Sequence[str]:
    """What a first name is entered under: itself, its long forms, and what it begins with.

    >>> signs_of("Bill"), signs_of("J.")
    (('Bill', 'William', 'B…'), ('J.', 'J…'))
    """
    return (first, *full_forms().get(first, ()), f"{first[:1]}…")


@lru_cache(maxsize=5_000)
def signs_sought(first: str) -> Sequence[str]:
    """What a first name is looked up under, so that all are found that may be the same.

    >>> signs_sought("Bill"), signs_sought("J.")
    (('Bill', 'William', 'B.'), ('J…',))
    """
    return (f"{first[0]}…",) if _is_initial(first) else (first, *full_forms().get(first, ()), f"{first[:1]}.")


@cache
def pet_names() -> Mapping[str, Sequence[str]]:
    """The short forms of each given name: Kit and Kitty, Bob and Bobby may be one."""
    found: dict[str, list[str]] = {}
    for short, fulls in full_forms().items():
        for full in fulls:
            found.setdefault(full, []).append(short)
    return found
