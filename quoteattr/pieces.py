"""Pieces: what stands between two blanks of the narration, read once for all the places where it comes again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial

from .lexicon import FEW, PERSONS, Lexicon
from .memo import Memo
from .persons import noun_gender

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|[.!?;:,—–]")
PRONOUNS: dict[str, tuple[str, str]] = {
    "he": ("m", "subject"), "him": ("m", "object"), "himself": ("m", "object"), "his": ("m", "possessive"),
    "she": ("f", "subject"), "herself": ("f", "object"), "hers": ("f", "object"), "her": ("f", "possessive"),
}  # fmt: skip
FIRST_PERSON = {"i": "subject", "me": "object", "my": "possessive", "myself": "object"}
OF_TWO = frozenset({"other", "latter", "former"})
"""Nouns that tell nothing but which of two is meant: there is nobody who is so called, nor is *a former* clerk."""
_BEHIND_PLAIN = (".", ",")
"""What many plain words have behind them."""
_CALLINGS = (
    "maker", "keeper", "man", "woman", "ist", "ician", "smith", "wright", "seller", "monger", "herd", "worker",
    "writer", "player", "owner", "driver", "singer", "dancer", "master", "mistress", "person",
)  # fmt: skip
"""Nouns that end so are what somebody does, be they in no table: *the mapmaker*."""
_MOST_PIECES, _LONG_PIECE = 20_000, 40

Word = tuple[str, str, int, int]
"""A word: its kind, itself in small letters, where in its piece it starts and ends (of a name: which run)."""

_Passed = tuple[int, bool, int, bool]
"""What words that are plain, prepositions and signs change: how many are plain, whether the last one is a preposition,
the sentences that end, and whether the words behind belong to no determiner before.
"""
Piece = tuple[_Passed | None, Sequence[Word]]
"""What stands between two blanks: what it changes, if it can simply be passed over, and each word."""


def _read_piece(kinds: Mapping[str, str], piece: str) -> Piece:
    """What the reader must know of a piece between two blanks."""
    if piece.isalpha():
        if not _kind_of(kinds, piece):
            return _plain(len(piece), "")
    elif piece[-1:] in _BEHIND_PLAIN and piece[:-1].isalpha() and not _kind_of(kinds, piece[:-1]):
        return _plain(len(piece) - 1, piece[-1])
    words = tuple([(_kind_of(kinds, match[0]), match[0].lower(), *match.span()) for match in _WORD.finditer(piece)])
    return _passed([kind for kind, *_ in words]), words


@lru_cache(maxsize=200)
def _plain(length: int, sign: str) -> Piece:
    """The piece of any plain word of so many letters, and the sign behind it: nobody asks which word it is."""
    words = [("", "", 0, length), (sign, sign, length, length + 1)]
    return (1, False, int(sign == "."), bool(sign)), tuple(words if sign else words[:1])


def _kind_of(kinds: Mapping[str, str], word: str) -> str:
    """The kind of a word as it stands, or of the same word written small.

    It is ``P`` for a preposition, ``d`` a determiner, ``own`` one that names its owner, ``a`` an adjective, ``.`` and
    ``,`` a sign that ends a sentence and one that does not, the gender of a noun for people, ``calling`` a word that is
    such a noun behind a determiner, empty for plain words.
    """
    kind = kinds.get(word) or (kinds.get(word.lower()) if word[0].isupper() else None)
    return kind or ("calling" if word.endswith(_CALLINGS) and word.islower() else "")


def _passed(kinds: Sequence[str]) -> _Passed | None:
    """What words of these kinds change, if they are plain words with a sign behind them, or a preposition.

    >>> _passed(["", "."]), _passed(["P"]), _passed(["m"])
    ((1, False, 1, True), (0, True, 0, True), None)
    """
    if [*kinds] != ["P"] and ("" not in kinds or not {"", ".", ","}.issuperset(kinds)):
        return None
    return kinds.count(""), kinds[-1] == "P", kinds.count("."), any(kinds)


@lru_cache(maxsize=FEW)
def pieces_of(lexicon: Lexicon) -> Memo[str, Piece]:
    """The pieces that were met so far, read with these tables."""
    kinds = dict.fromkeys(".!?;:", ".") | dict.fromkeys(",—–", ",")
    kinds.update({word: "P" for word, row in lexicon.closed.items() if row["tag"] in "PS"})
    kinds.update({word: "d" for word, row in lexicon.closed.items() if row["tag"] == "d"})
    kinds.update({"that": "d", "one": "d"})
    kinds.update(dict.fromkeys(lexicon.adjectives, "a"))
    for noun, (classes, plural) in lexicon.nouns.items():
        if not plural and noun not in OF_TWO and classes.partition(",")[0] in PERSONS:
            kinds[noun] = noun_gender(noun, lexicon)
    kinds.update(dict.fromkeys((*FIRST_PERSON, *PRONOUNS), "pronoun"))
    kinds.update({"his": "own", "her": "own", "my": "own", "and": "and", "but": "and"})
    return Memo(partial(_read_piece, kinds), _MOST_PIECES, _LONG_PIECE)
