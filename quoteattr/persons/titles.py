"""Titles and nouns, and what they tell of whoever bears them: a gender, a husband, by which noun they are meant."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon import FEW, Lexicon

_WIVES = frozenset({"Mistress", "Madame", "Signora", "Senora", "Señora", "Frau", "Aunt", "Mother", "Lady"})
_ENDINGS = (
    ("human", "u"),
    ("woman", "f"),
    ("maid", "f"),
    ("wife", "f"),
    ("mistress", "f"),
    ("girl", "f"),
    ("man", "m"),
    ("boy", "m"),
)
"""How nouns that are in no table end that tell a gender: *yardman*, *kitchenmaid*."""
_MAIDENS = frozenset({"Miss", "Mademoiselle", "Signorina", "Senorita", "Señorita", "Fraulein", "Fräulein"})


@lru_cache(maxsize=5_000)
def full_title(title: str, lexicon: Lexicon) -> str:
    """A title written out: *Mrs.* is Mistress."""
    entry = lexicon.titles.get(title) or lexicon.titles.get(title.capitalize())
    return entry.full if entry is not None else title


def is_maiden(title: str, lexicon: Lexicon) -> bool:
    """Whether a title is that of an unmarried woman."""
    return full_title(title, lexicon) in _MAIDENS


def is_wifely(title: str, lexicon: Lexicon) -> bool:
    """Whether a title is that of a wife."""
    return full_title(title, lexicon) in _WIVES


def nouns_of(title: str) -> tuple[str, str]:
    """By which nouns a title, written out, tells of whoever bears it.

    >>> nouns_of("Detective Inspector"), nouns_of("Captain")
    (('detective inspector', 'inspector'), ('captain', 'captain'))
    """
    whole = title.lower()
    return whole, whole.rpartition(" ")[2]


def noun_gender(word: str, lexicon: Lexicon) -> str:
    """The gender that a noun tells: *actress* f, *uncle* m, *doctor* u; of one that is in no table by its ending.

    >>> from quoteattr.lexicon import english
    >>> [noun_gender(noun, english()) for noun in ("stone", "kitchenmaid", "yardman", "human")]
    ['u', 'f', 'm', 'u']
    """
    known = _noun_genders(lexicon).get(word)
    return known or ("u" if word in lexicon.nouns else next((g for end, g in _ENDINGS if word.endswith(end)), "u"))


@lru_cache(maxsize=FEW)
def _noun_genders(lexicon: Lexicon) -> dict[str, str]:
    """The nouns that tell a gender, from the table of nouns."""
    return {row["noun"]: row["gender"] for row in lexicon.tables.get("nouns", ()) if row["gender"] in ("m", "f")}
