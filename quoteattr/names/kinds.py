"""What bears a name: a person, a body, a place."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import PERSONS, Lexicon
from .name import NameKind, sites
from .words import is_adjective, is_plural, noun_class, places_of

# No title before a noun for a body: *the General Council*, *the Justice Department*.
_NO_TITLES = frozenset({("General",), ("Justice",)})
BODY_CLASSES = frozenset({"body", "organisation", "org", "company"})
_ALSO_SURNAMES = frozenset(
    ("Baron", "Bishop", "Dean", "Duke", "Earl", "Judge", "Khan", "King", "Knight", "Major", "Pope", "Prince", "Shah")
)
"""Titles that are surnames at least as often behind a word that no table has: *Lucan Bishop*."""


def kind_of(words: list[str], titles: tuple[str, ...], role: int, lexicon: Lexicon) -> NameKind:
    """Whether the name proper is that of a person, a body or a place, as far as its words tell."""
    last, given, places = words[-1], lexicon.given, places_of(lexicon)
    if any(word.endswith(("’s", "'s", "’S", "'S")) for word in words[:-1]):
        return "body"  # St. Mary’s Hospital, A SAILOR’S YARN
    if titles in _NO_TITLES and lexicon.kind_of(last.lower()) in BODY_CLASSES:
        return "body"
    if titles:
        return "person"
    if (len(words) > 1 or last.isupper()) and lexicon.kind_of(last.lower()) in BODY_CLASSES:
        several = lexicon.nouns.get(last.lower(), ("", False))[1]
        several = several and len(words) == 2 and words[0] in given and words[0] not in places
        return "person" if several else "body"  # Tony Banks, not Lloyds Bank
    if len(words[0]) > 2 and words[0].isalpha() and words[0].isupper() and not last.isupper():
        small = lexicon.word(last).small
        if small is not None and small.noun:
            return "body"  # NBC News, the CNN poll; not DJ Moe
    if " ".join(words) in places or _tells_whence(words, lexicon):
        return "place"
    if (
        len(words) > 1
        and not role
        and (words[0] not in given or words[0] in places)
        and (last in sites() or last in places)
    ):
        return "place"
    if len(words) > 2 and any(is_adjective(word, lexicon) for word in words[1:-1]):
        return "body"
    if role or (len(words) > 1 and words[0] in given):
        return "person"
    if len(words) > 1 and any(len(word) == 2 and word[1] == "." for word in words[:-1]):
        return "person"
    if last.isupper() and len(last) > 1 and len(words) == 1:
        return "body"
    return "word"


def _tells_whence(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words name nobody, but tell what somebody is and where: *the Ohio Democrat*."""
    if " ".join(words[:-1]) not in places_of(lexicon) or is_plural(words[-1], lexicon):
        return False
    return noun_class(words[-1], lexicon)[0] in PERSONS


def tells_which(word: str, title: str, lexicon: Lexicon) -> bool:
    """Whether a word before a title only tells which one: the *French* Colonel, not *Lucan* Bishop."""
    if word in places_of(lexicon):
        return True
    plain = title not in _ALSO_SURNAMES or is_adjective(word, lexicon) or bool(noun_class(word, lexicon)[0])
    return plain and word not in lexicon.given


def gender_of(titles: Sequence[str], lexicon: Lexicon) -> str:
    """The gender that titles tell, the last one first: *Mrs.* f, *Captain* u."""
    for title in reversed(titles):
        gender = (lexicon.titles.get(title) or lexicon.titles[title.capitalize()]).gender
        if gender in "mf":
            return gender
    return "u"
