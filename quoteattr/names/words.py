"""What a word of a name is by itself: a place, a field, a noun, an adjective, a title."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon import FEW, Lexicon

_FIELDS = ("gy", "ics", "ion", "ity", "ment", "ship", "ture", "lth", "ance", "ence", "fare", "ies", "ings")
"""How the names of what ministries are for end."""


def noun_class(word: str, lexicon: Lexicon) -> tuple[str, bool]:
    """The class of a word as a noun, and whether a table (and not its ending) says so."""
    low = word.lower()
    known = lexicon.nouns.get(low)
    if known is not None:
        return known[0].partition(",")[0], True
    small = lexicon.word(word).small
    return (small.noun if small is not None else ""), False


@lru_cache(maxsize=FEW)
def places_of(lexicon: Lexicon) -> frozenset[str]:
    """The names of places and of their people, but for those that are names of persons as well."""
    rows = [row for row in lexicon.tables.get("places", ()) if "person" not in row["also"]]
    peoples = (word for row in rows for word in row["adjective"].split(","))
    return frozenset({*(row["place"] for row in rows), *peoples})


def is_of_place(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is the name of a place or of its people, and no name of persons as well: *French*, *Oslo*."""
    return word in places_of(lexicon)


def is_known(word: str, lexicon: Lexicon) -> bool:
    """Whether a table has a word with a capital as one written small, or as a place."""
    low = word.lower()
    return low in lexicon.nouns or low in lexicon.adjectives or low in lexicon.verbs or word in places_of(lexicon)


def is_plural(word: str, lexicon: Lexicon) -> bool:
    """Whether a word, written small, is the plural of a noun."""
    small = lexicon.word(word).small
    return small is not None and small.plural and small.tag == "n"


def is_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a common noun, or one with the form of a verb, but for its capital.

    Of a word that no table has its ending must tell it: *Oceans*, *Innovation*, *Rome-based*, but not *Nguyen*.
    """
    small = lexicon.word(word).small
    if noun_class(word, lexicon)[1]:
        return True
    if small is None or small.tag not in "nv":
        return False
    return small.plural or word.endswith(_FIELDS) or is_known(word, lexicon) or word.rpartition("-")[2].islower()


def is_adjective(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is an adjective, and no first name."""
    return word.lower() in lexicon.adjectives and word not in lexicon.given


def is_title(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a title as it stands or in capitals."""
    return word in lexicon.titles or (word.isupper() and word.capitalize() in lexicon.titles)


def is_field(word: str, lexicon: Lexicon) -> bool:
    """Whether a word before a first name and a surname that no table has is rather what an office is for: *Tunnels*."""
    small = lexicon.word(word).small
    if small is None or word in lexicon.given or not word[1:].islower() or noun_class(word, lexicon)[0]:
        return False
    return (small.verb is not None and small.verb.noun == "often") or word.endswith(_FIELDS)
