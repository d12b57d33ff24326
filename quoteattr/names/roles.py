"""Where the words of a role end before a name: *Port Minister | Ann Lee*."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import PERSONS, Lexicon
from .kinds import BODY_CLASSES
from .words import is_field, is_known, is_noun, is_plural, noun_class, places_of

_LONGEST_GIVEN = 3  # words before a common noun that may be first names
_FIELD_AND_NAME = 3  # words of Tunnels Rauli Munk


def split_role(words: list[str], lexicon: Lexicon) -> int:
    """How many leading words are titles and roles (*Energy Minister* Dalia Rahbani)."""
    titles, given, last = lexicon.titles, lexicon.given, len(words) - 1
    count = 0
    for at, word in enumerate(words[:last]):
        if word in titles or (word.isupper() and word.capitalize() in titles):
            first = not at or (word.isalpha() and not any(map(given.__contains__, words[:at])))  # Labour MP Ida Moe
            if len(word) > 2 or (first and words[at + 1][1:] != "."):
                count = at + 1
            continue
        called = word in given and not (last - at > 1 and words[at + 1] in given)
        if "." in word or (words[0] in given and (called or at)):
            continue
        kind, in_table = noun_class(word, lexicon)
        if kind in PERSONS and (in_table or (last - at > 1 and word not in places_of(lexicon))):
            count = at + 1
    return count or (_split_field(words, lexicon) if last > 1 else 0)


def _split_field(words: list[str], lexicon: Lexicon) -> int:
    """How many leading words are what a role is for: (the minister for Trade and) *Oceans* Ann Lee.

    A noun or a place stands before a given name and a surname; where the given name is not known, two words of which
    the second is a plural or a body: *Rural Roads, Fisheries Committee*. Not: South Carolina Democrats.
    """
    given, places = lexicon.given, places_of(lexicon)
    if (
        len(words) == _FIELD_AND_NAME
        and is_field(words[0], lexicon)
        and not any(is_known(w, lexicon) for w in words[1:])
    ):
        return 1
    for at in range(1, len(words) - 1):
        noun, first = words[at - 1], words[at]
        if noun in given or f"{noun} {first}" in places or _ends_no_person(noun, words[at:], lexicon):
            continue
        if first in given:
            splits = is_noun(noun, lexicon)
        else:
            body = noun_class(noun, lexicon)[0] in BODY_CLASSES
            fits = body or (is_plural(noun, lexicon) and is_known(words[at - 2], lexicon))
            splits = at > 1 and fits and not any(is_known(word, lexicon) for word in words[at:])
        if splits and (words[0] not in given or at > _LONGEST_GIVEN):
            return at
    return 0


def _ends_no_person(noun: str, words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a common word ends the name, unless behind a field in the plural: *Civil Rights Ida Stone*."""
    first, last = words[0], words[-1]
    if not is_known(last, lexicon):
        return False
    return not (len(words) == 2 and first in lexicon.given and last.istitle() and is_plural(noun, lexicon))
