"""Names of speakers: when two are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

_DETERMINER: Final = re.compile(r"^(?:the|a|an|his|her|my|their)\s+")
_TITLE: Final = re.compile(
    r"(?:sir|dame|dr|prof|professor|rev|reverend|hon|sen|senator|rep|representative|gov|governor|gen|general"
    r"|col|colonel|maj|major|capt|captain|lt|lieutenant|sgt|sergeant|cpl|corporal|pte|private|inspector"
    r"|detective|officer|constable|judge|justice|president|father|brother|sister|mother|uncle|aunt|old|young"
    r"|little|king|queen|prince|princess|saint|st|pope|bishop)\s+(?=\w)"
)
_PROPER: Final = re.compile(r"[^\W\d_]+\.? [A-Z]")


def plain_name(name: str) -> str:
    """The name in small letters, without determiner, genitive and punctuation.

    >>> plain_name("The O’Neil Trust’s")
    'o neil trust'
    """
    name = _DETERMINER.sub("", unicodedata.normalize("NFKC", name).casefold().strip())
    return re.sub(r"[\W_]+", " ", re.sub(r"[’']s?$", "", name)).strip()


def untitled(name: str) -> str:
    """The plain name without its first title of rank or kinship.

    >>> untitled("captain ann lee")
    'ann lee'
    """
    return _TITLE.sub("", name, count=1)


def same_speaker(predicted: Sequence[str], gold: str, aliases: Iterable[str] = ()) -> bool:
    """Whether the predicted name, or most of the names with its aliases, are names of the gold speaker.

    A name of two words must be the same but for its title; of a common noun what follows may lack.
    ``aliases`` are the gold speaker's, as :func:`plain_name` gives them.

    >>> same_speaker(["the mill boss"], "The mill boss at Oden")
    True
    >>> same_speaker(["the mill boss"], "Mill Boss Ann")
    False
    """
    wanted = {*aliases, plain_name(gold)}
    name, *others = map(plain_name, predicted)
    if name in wanted or sum(one in wanted for one in (name, *others)) * 2 > 1 + len(others):
        return True
    if _PROPER.match(gold):
        return any(untitled(name) == untitled(one) for one in wanted)
    return any(untitled(name) == untitled(one) or _begins(name, one) for one in wanted)


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return " " in short and long.startswith(short + " ")
