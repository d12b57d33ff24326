"""stop_of_abbreviation: which full stops belong to an abbreviation or to an initial.

Whether one does depends on the word (``lang/en/abbreviations.tsv``) and on what stands around it, for many
short words are other words as well: *Gen. Lee*, but *an old gen.*; *Sun., Nov. 5*, but *the early sun.*;
*No. 5*, but *“No.” He left.* That it belongs to the word does not say that it ends no sentence: *the laws of
the U.S.*
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from .characters import CAPITAL, END, START
from .lexicon import FEW, Lexicon

_GOES_ON = r"[,;:)\]/-]|\s{1,2}(?:\d|[a-zß-ÿ(&]|(?!I\b)[IVXLC]+\b)"
_NAME = rf"\s{{1,2}}[“\"‘'(]?(?:{CAPITAL}|[a-zß-ÿ])|[,-]|\s&"
_DATE = r"[,-]|\s{1,2}(?:\d|[a-z])"
_FOLLOWS = {
    "title": _NAME,  # Gen. Lee
    "name": _NAME,  # Wm. Lee
    "place": _NAME,  # Mt. Olm
    "month": _DATE,
    "day": _DATE,
    "number": r"\s{0,2}[#$£€]?\d",  # No. 5
    "latin": r"[,;:)-]|\s{1,2}[\w“\"‘'(]",  # Lee v. Koh
}
"""What follows where the full stop belongs to the word, by kind; for other kinds, the sentence just goes on.
Abbreviations that may stand at the end of a sentence (``ends``) need nothing to follow …"""

_PRECEDES = {
    "unit": (r"\d[ \xa0]",),  # 6 ft.
    "state": (", ", "-"),  # Salem, Mass.; R-Mass.
}
"""… but for these kinds, which need a sign before them if the sentence does not go on."""

_SHOUTED = ("title", "month", "corporate", "suffix")  # found in capitals as well: MS. LEE

Abbreviation = tuple[str, str, bool]
"""An abbreviation without its last full stop, its kind, and whether it may end a sentence."""


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, grouped by their first letters for speed.

    >>> one_of(["so", "say", "no"])
    'n(?:o)|s(?:ay|o)'
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


def abbreviations(lexicon: Lexicon) -> Iterator[Abbreviation]:
    """The abbreviations of the tables. Those with a hyphen are made of others."""
    for row in lexicon.tables.get("abbreviations", ()):
        short, kind, ends = row["abbreviation"].removesuffix("."), row["kind"], row["ends"] == "yes"
        if "-" not in short and short[0].isalpha():
            yield short, kind, ends
            if kind in _SHOUTED:
                yield short.upper(), kind, ends


def _no_opener(lexicon: Lexicon, tags: str) -> str:
    """A look ahead: no word follows that opens a sentence and is no name, as *The* or *She*; *A.* is an initial."""
    words = (word for word, row in lexicon.closed.items() if row["tag"] in tags and word.isalpha())
    return rf"(?!\s{{1,2}}(?:{one_of(map(str.capitalize, words))}){END}(?!\.))"


def _stop_of_initial(lexicon: Lexicon) -> str:
    """A look around: one capital stands before, and more of the name follows. *I* is rather a pronoun."""
    initials = rf"(?=\s{{0,2}}{CAPITAL}\.|-{CAPITAL})"  # J. K., J.-P.
    nickname = rf"\s[(“\"‘']{CAPITAL}[a-zß-ÿ]+[)”\"’']\s{CAPITAL}"  # J. “Jack” Lee
    name = rf"(?=[,;]|\s{{1,2}}[a-zß-ÿ]|\s{{0,2}}{CAPITAL}(?:[’']{CAPITAL}|(?!{END}))|{nickname})"  # R. Lee, R. O’Lee
    return rf"(?<={START}{CAPITAL}\.)(?:{initials}|(?<!I\.){name}{_no_opener(lexicon, 'pdqcsSwtkP')})"


def _stop_of_word(length: int, words: Sequence[Abbreviation], no_opener: str) -> str:
    """A look around: one of these words, all of one length, stands before, and what its kind asks for."""
    groups: dict[str, list[str]] = {}
    for short, kind, ends in words:
        follows = _FOLLOWS.get(kind, _GOES_ON)
        if "." in short or (ends and kind not in _PRECEDES):
            condition = ""
        elif follows is _NAME:
            condition = f"(?={follows}){no_opener}"
        else:
            before = [rf"(?<={sign}\S{{{length}}}\.)" for sign in _PRECEDES.get(kind, ())]
            condition = f"(?:{'|'.join([*before, f'(?={follows})'])})"
        groups.setdefault(condition, []).append(short)
    known = "|".join(rf"(?<=(?:{one_of(group)})\.){condition}" for condition, group in groups.items())
    no_part = rf"(?<![’'‐‑-][a-z]\S{{{length - 1}}}\.)"  # a co-op. is no opus
    return rf"(?<={START}\S{{{length}}}\.){no_part}(?:{known})"


@lru_cache(maxsize=FEW)
def stop_of_abbreviation(lexicon: Lexicon) -> str:
    r"""A pattern for a full stop that belongs to the word before it.

    >>> from quoteattr.lexicon import english
    >>> stop = re.compile(stop_of_abbreviation(english()))
    >>> text = "Gen. Lee met an old gen. They spoke."
    >>> [at.start() for at in stop.finditer(text)]
    [3]
    """
    by_length: dict[int, list[Abbreviation]] = {}
    for abbreviation in abbreviations(lexicon):
        by_length.setdefault(len(abbreviation[0]), []).append(abbreviation)
    no_opener = _no_opener(lexicon, "pd")
    dotted = r"(?<=[^\W\d_]\.[^\W\d_]\.)"  # U.S.
    words = [_stop_of_word(length, words, no_opener) for length, words in sorted(by_length.items())]
    return rf"\.(?:{'|'.join([dotted, _stop_of_initial(lexicon), *words])})"
