"""Token; tokenize: from a text to its words, signs and blanks.

``cut`` is the same without positions and kinds: one regular expression, one call of ``findall``. Nothing
is left out, so that the pieces joined give the text back. What makes *one* piece:

- a word with the apostrophes, hyphens, soft hyphens and joiners inside it (*don't*, *O’Neil*, *co-op*) and
  with its combining marks, in any script. The apostrophe at the end stays out (*the boys*’ *ball*), for it may
  be a closing mark; the one in front is part of known elisions (’em, ’tis, ’90s, rock ’n’ roll);
- an abbreviation or initial with its full stop (*Mr.*, *U.S.*, *J.*), where what follows shows that it is one:
  *Gen. Lee*, but not *the early sun.* or *So did I.*;
- a number with its sign, its currency and the points, commas and colons inside it (*$3.5*, *1,000*, *8:55*);
- an address of the web or of mail, an @handle, a #tag, an emoji with all its parts, an HTML entity or tag;
- a run of blanks, of full stops or of dashes; any other sign by itself.
"""

from __future__ import annotations

import gc
import re
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from html import unescape
from itertools import accumulate, repeat
from typing import Literal

from attrs import frozen

from .lexicon import Lexicon, english
from .paragraphs import BLANKS, find_paragraphs
from .span import Span

__all__ = ["Token", "cut", "find_paragraphs", "tokenize"]

TokenKind = Literal[
    "word", "number", "punctuation", "symbol", "space", "url", "email", "handle", "hashtag", "emoji"
]

# ------------------------------------------------------------------------------- the characters

# What is no part of a word among the first 65,536 characters, by Unicode 14: all that is neither a letter,
# nor a mark that combines with one, nor a digit. ``re`` has no class for marks, and one long list is faster
# than its ``\w``. A test compares it with ``unicodedata``.
_NO_LETTERS = """
    0-2f 3a-40 5b-60 7b-a9 ab-b1 b4 b6-b8 bb bf d7 f7 2c2-2c5 2d2-2df 2e5-2eb 2ed 2ef-2ff 375 37e 384-385
    387 3f6 482 55a-55f 589-58f 5be 5c0 5c3 5c6 5f3-60f 61b-61f 66a-66d 6d4 6dd-6de 6e9 6fd-6fe 700-70f
    7f6-7f9 7fe-7ff 830-83e 85e 888 890-891 8e2 964-965 970 9f2-9f3 9fa-9fb 9fd a76 af0-af1 b70 bf3-bfa
    c77 c7f c84 d4f d79 df4 e3f e4f e5a-e5b f01-f17 f1a-f1f f34 f36 f38 f3a-f3d f85 fbe-fc5 fc7-fda
    104a-104f 109e-109f 10fb 1360-1368 1390-1399 1400 166d-166e 1680 169b-169c 16eb-16ed 1735-1736
    17d4-17d6 17d8-17db 1800-180a 180e 1940-1945 19de-19ff 1a1e-1a1f 1aa0-1aa6 1aa8-1aad 1b5a-1b6a
    1b74-1b7e 1bfc-1bff 1c3b-1c3f 1c7e-1c7f 1cc0-1cc7 1cd3 1fbd 1fbf-1fc1 1fcd-1fcf 1fdd-1fdf 1fed-1fef
    1ffd-206f 207a-207e 208a-208e 20a0-20c0 2100-2101 2103-2106 2108-2109 2114 2116-2118 211e-2123 2125
    2127 2129 212e 213a-213b 2140-2144 214a-214d 214f 218a-244a 249c-24e9 2500-2775 2794-2bff 2ce5-2cea
    2cf9-2cfc 2cfe-2cff 2d70 2e00-2e2e 2e30-3004 3008-3020 3030 3036-3037 303d-303f 309b-309c 30a0 30fb
    3190-3191 3196-319f 31c0-31e3 3200-321e 322a-3247 3250 3260-327f 328a-32b0 32c0-33ff 4dc0-4dff
    a490-a4c6 a4fe-a4ff a60d-a60f a673 a67e a6f2-a716 a720-a721 a789-a78a a828-a82b a836-a839 a874-a877
    a8ce-a8cf a8f8-a8fa a8fc a92e-a92f a95f a9c1-a9cd a9de-a9df aa5c-aa5f aa77-aa79 aade-aadf aaf0-aaf1
    ab5b ab6a-ab6b abeb d800-f8ff fb29 fbb2-fbc2 fd3e-fd4f fdcf-fdcf fdfc-fdff fe00-fe19 fe30-fe6b
    feff-ff0f ff1a-ff20 ff3b-ff40 ff5b-ff65 ffe0-ffff
"""
_NO_LETTERS_BEYOND = "1cf50-1d3ff 1d800-1d9ff 1eef0-1fbef e0000-e00ff e01f0-10ffff"  # … and of the rest, in broad strokes

_EMOJI_BASE = (
    "[\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u2600-\u2758\u2761-\u27bf"
    "\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff]"
)
_EMOJI_MODS = "[\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"


def _class(ranges: str, *, negated: bool = False) -> str:
    """The character class of code points and ranges of them, given in hexadecimal."""
    spans = ["-".join(f"\\U{int(end, 16):08x}" for end in span.split("-")) for span in ranges.split()]
    return f"[{'^' * negated}{''.join(spans)}]"


_LETTER = _class(f"{_NO_LETTERS} {_NO_LETTERS_BEYOND}", negated=True)
_CAPITAL = "[A-ZÀ-ÖØ-ÞΑ-ΫЀ-Я]"  # near enough to tell names from words
_START = r"(?<![^\W_])"  # no letter or digit before: \b would take an underscore for a letter (_Mr. Koh_)
_END = r"(?![^\W_])"

# ------------------------------------------------------------------------------- full stops

_GOES_ON = r"[,;:)\]/-]|\s{1,2}(?:\d|[a-zß-ÿ(&]|[IVXLC]+\b)"
_NAME_FOLLOWS = rf"\s{{1,2}}[“\"‘'(]?(?:{_CAPITAL}|[a-zß-ÿ])|[,-]|\s&"
_FOLLOWS = {
    "title": _NAME_FOLLOWS,
    "name": _NAME_FOLLOWS,  # Wm. Lee
    "place": _NAME_FOLLOWS,  # Mt. Olm
    "month": r"[,-]|\s{1,2}(?:\d|[a-z])",
    "day": r"[,-]|\s{1,2}(?:\d|[a-z])",
    "number": r"\s{0,2}[#$£€]?\d",  # No. 5; “No. He left.”
    "latin": r"[,;:)-]|\s{1,2}[\w“\"‘'(]",  # Lee v. Koh
    "unit": _GOES_ON,  # or a number before it
    "state": _GOES_ON,  # or a comma or a party before it
}
"""What follows where the full stop belongs to the abbreviation, by its kind: many are words as well, and the
full stop the end of a sentence (*the early sun.*, *He met the con.*). Those that may stand at the end of a
sentence (``ends``) keep it always, but for units and states, which need a sign before them."""

_PRECEDES = {"unit": (r"\d[ \xa0]",), "state": (", ", "-")}
_SHOUTED = ("title", "month", "corporate", "suffix")  # found in capitals as well: MS. LEE


def _one_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, grouped by their first letters for speed."""
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


def _abbreviations(lexicon: Lexicon) -> Iterator[tuple[str, str, bool]]:
    """The abbreviations of the tables without their last full stop, each with its kind and whether it may end a sentence."""
    for row in lexicon.tables.get("abbreviations", ()):
        short, kind = row["abbreviation"].removesuffix("."), row["kind"]
        if "-" not in short and short[0].isalpha():
            yield short, kind, row["ends"] == "yes"
            if kind in _SHOUTED:
                yield short.upper(), kind, row["ends"] == "yes"


def _openers(lexicon: Lexicon, tags: str) -> str:
    """A look ahead for words that open a sentence, and are no names: *The*, *She*."""
    words = (word.capitalize() for word, row in lexicon.closed.items() if row["tag"] in tags and word.isalpha())
    return rf"(?!\s{{1,2}}(?:{_one_of(words)}){_END})"


def _after_word(length: int, rows: Sequence[tuple[str, str, bool]], no_name: str) -> str:
    """What shows that the full stop behind a word of this length belongs to it."""
    branches: dict[tuple[str, ...], list[str]] = {}
    for short, kind, ends in rows:
        if "." in short or (ends and kind not in _PRECEDES):
            conditions: tuple[str, ...] = ("",)
        elif _FOLLOWS.get(kind) == _NAME_FOLLOWS:
            conditions = (f"(?={_NAME_FOLLOWS}){no_name}",)
        else:
            before = [rf"(?<={sign}\S{{{length}}}\.)" for sign in _PRECEDES.get(kind, ())]
            conditions = (*before, f"(?={_FOLLOWS.get(kind, _GOES_ON)})")
        branches.setdefault(conditions, []).append(short)
    kinds = "|".join(rf"(?<=(?:{_one_of(words)})\.)(?:{'|'.join(conditions)})" for conditions, words in branches.items())
    return rf"(?<={_START}\S{{{length}}}\.)(?:{kinds})"


@cache
def stop_of_abbreviation() -> str:
    """A pattern for the full stop of an abbreviation or initial, which looks at what stands around it."""
    lexicon = english()
    by_length: dict[int, list[tuple[str, str, bool]]] = {}
    for short, kind, ends in _abbreviations(lexicon):
        by_length.setdefault(len(short), []).append((short, kind, ends))
    initial = (
        rf"(?<={_START}{_CAPITAL}\.)(?:(?=\s{{0,2}}{_CAPITAL}\.|-{_CAPITAL})"  # J. K., J.-P.
        rf"|(?<!I\.)(?=[,;]|\s{{1,2}}[a-zß-ÿ]|\s{{0,2}}{_CAPITAL}(?!{_END})){_openers(lexicon, 'pdqcsSwtkP')})"  # R. Lee, W. de Wit
    )
    no_name = _openers(lexicon, "pd")
    return "|".join([
        rf"\.(?:(?<=[^\W\d_]\.[^\W\d_]\.)|{initial}",  # U.S.
        *(_after_word(length, rows, no_name) for length, rows in sorted(by_length.items())),
    ]) + ")"


# ------------------------------------------------------------------------------- the pieces

_ADDRESS = r"[^\s<>\"“”«»‘’']*[\w/]"
_DOMAINS = "com|org|net|gov|edu|mil|info|biz|io|tv|co|uk|eu|de|fr|ca|au|ie|nz|za|ru|cn|jp|kr|br|ar|mx|es|nl|se|ch|dk|fi|pl"
_APOSTROPHES = r"&(?:\#0?39|\#[xX]27|apos|rsquo|\#8217);"


_JOINERS = r"[’'‐‑\-_·\u00ad\u200c\u200d]|[.,:/](?<=\d[.,:/])(?=\d)"


def _inside(lexicon: Lexicon) -> str:
    """What holds two parts of a word together: both stand in one piece."""
    dotted = [short.split(".") for short, _, _ in _abbreviations(lexicon) if re.search(r"\.\w\w|\w\w\.", short)]
    by_length: dict[int, list[list[str]]] = {}
    for first, *rest in dotted:
        by_length.setdefault(len(first), []).append([first, ".".join(rest)])
    parts = "|".join(
        rf"(?<={_START}(?:{_one_of(first for first, _ in pairs)})\.)(?=(?:{_one_of(rest for _, rest in pairs)})\.)"
        for length, pairs in sorted(by_length.items())
    )
    return "|".join((
        _JOINERS,
        r"[‘´`](?=(?:[dmst]|ll|re|ve)\b)",  # typed for an apostrophe
        rf"\.(?=[^\W_])(?:(?<={_START}[^\W\d_]\.)(?=[^\W\d_]{_END})|{parts}"  # U.S., Ph.D.
        rf"|(?=(?:{_DOMAINS}){_END})|(?=[a-z]{{2}}/\w)|(?=[\w.+-]{{1,64}}@\w))",  # example.com, bit.ly/x, ann.lee@
        r"\+(?=[\w.+-]{1,64}@\w)",
        r"&(?<=[A-Z]&)(?:amp;)?(?=[A-Z])",  # AT&T
        _APOSTROPHES,
        r"\$(?<=[A-Z]\$)(?=\d)",  # US$5
    ))


def _word_end() -> str:
    """What may stand at the end of a word, a number or an address, in the same piece."""
    before_path = "|".join(rf"(?<=\.(?:{_one_of(same)})/)" for same in _by_length(_DOMAINS.split("|")))
    return "|".join((
        r"[%‰](?<=\d[%‰])",
        r"@[\w-]+(?:\.[\w-]+)+",
        rf":(?=//){_ADDRESS}",
        rf"\.(?<={_START}[Ww]{{3}}\.){_ADDRESS}",
        rf"/(?:{before_path}|(?<=\.[a-z]{{2}}/)){_ADDRESS}",
        r"\ufe0f?\u20e3",  # a keycap
    ))


def _by_length(words: Iterable[str]) -> Iterator[list[str]]:
    groups: dict[int, list[str]] = {}
    for word in words:
        groups.setdefault(len(word), []).append(word)
    return iter(groups.values())


def _prefix(lexicon: Lexicon) -> str:
    """What may stand in front of a word or a number, in the same piece."""
    elided = [word[1:] for word in lexicon.closed if word[0] == "'" and word[1:].isalpha() and len(word) > 2]
    sure = [word for word in elided if word not in lexicon.closed and word not in lexicon.verbs]  # no mark: 'cause
    return "|".join((
        rf"’(?=(?:{_one_of(map(str.capitalize, elided))}|\d\d){_END})",
        r"(?<![^\s(\[“\"‘—–-])’(?=[a-z])",  # no mark opens so: ’prentice, ’em
        rf"'(?=(?:{_one_of([*sure, *map(str.capitalize, sure)])}){_END})",
        r"[’'‘](?=\d0s\b)",
        r"[$£€¥₹₽₩₪₫₴₦]\.?(?=\d)",
        r"(?<![^\s(\[])(?:[-+−±][$£€¥₹]?\.?|\.)(?=\d)",
        r"@_*(?=[^\W_])",
        r"\#(?=[\d_]*[^\W\d_])_*",
    ))


@cache
def _pieces() -> re.Pattern[str]:
    """The pattern of one piece of a text."""
    lexicon = english()
    blank = f"[{re.escape(BLANKS)}]"
    more = rf"(?:{_inside(lexicon)}){_LETTER}+|{stop_of_abbreviation()}|{_word_end()}"
    word = rf"{_LETTER}+(?:(?=[’'‐‑\-_·\u00ad\u200c\u200d‘´`.,:/+&$%‰@\ufe0f\u20e3])(?:{more}))*"  # a blank ends most words
    emoji = rf"{_EMOJI_BASE}{_EMOJI_MODS}"
    return re.compile(
        rf" (?!{blank})|{word}|[,.;?!()“”\"](?![\ufe0f.…\d])|{blank}+"
        r"|[’'‘][nN][’'](?![^\W_])"  # rock ’n’ roll
        rf"|(?:{_prefix(lexicon)}){_LETTER}+(?:(?:{_JOINERS}){_LETTER}+)*(?:[%‰]|@[\w-]+(?:\.[\w-]+)+)?"
        r"|&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});"
        r"|</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>"
        rf"|[\U0001f1e6-\U0001f1ff]{{2}}|{emoji}(?:\u200d{emoji})*"
        r"|[.…]{2,}|[-‐‑‒–—―−]{2,}|[_*=~]{2,}|.\ufe0f?",
        re.DOTALL,
    )


def cut(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The pieces of ``text[start:end]``: words, signs, runs of blanks. Joined they give it back.

    >>> cut("“I don't,” said J. K. Lee.")
    ['“', 'I', ' ', "don't", ',', '”', ' ', 'said', ' ', 'J.', ' ', 'K.', ' ', 'Lee', '.']
    """
    return _pieces().findall(text, start, len(text) if end is None else end)


# ------------------------------------------------------------------------------- tokens


@frozen(weakref_slot=False)
class Token:
    """A piece of a text and where it starts.

    >>> token = Token(5, "said")
    >>> token.end, token.kind, token.span
    (9, 'word', Span(start=5, end=9, text='said'))
    """

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def kind(self) -> TokenKind:
        """What it is: "word", "number", "punctuation", "symbol", "space", "url", "email", "handle", "hashtag", "emoji"."""
        return kind_of(self.text)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end, self.text)


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a text, blanks included: nothing is left out.

    >>> [(token.text, token.kind) for token in tokenize("Dr. Lee paid $5.")]
    [('Dr.', 'word'), (' ', 'space'), ('Lee', 'word'), (' ', 'space'), ('paid', 'word'), (' ', 'space'),
     ('$5', 'number'), ('.', 'punctuation')]
    """
    pieces = cut(text)
    with _no_collection():
        tokens = tuple(map(object.__new__, repeat(Token, len(pieces))))
        # Filled field by field: a fifth of the time that __init__ takes, which would be most of the time there is.
        deque(map(Token.start.__set__, tokens, accumulate(map(len, pieces), initial=0)), maxlen=0)
        deque(map(Token.text.__set__, tokens, pieces), maxlen=0)
    return tokens


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection meanwhile: among many new objects it takes as long again, and finds nothing."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


_KINDS: tuple[tuple[TokenKind, re.Pattern[str]], ...] = (
    ("number", re.compile(
        r"(?:[-+−±’'‘#]|[A-Z]{1,3}(?=\$))?[$£€¥₹₽₩₪₫₴₦]?\.?\d(?:[\d.,:/’'–-]*\d)?(?:[^\W\d_]{1,3}|[’'‘]?s)?[%‰]?"
    )),
    ("emoji", re.compile(rf"[\U0001f1e6-\U0001f1ff]{{2}}|{_EMOJI_BASE}.*|.\ufe0f?\u20e3|.\ufe0f", re.DOTALL)),
    ("url", re.compile(rf".+://.+|[Ww]{{3}}\..+|[^@]*\w\.(?:{_DOMAINS})(?:/.*)?|[\w.-]+\.[a-z]{{2}}/.+", re.DOTALL)),
    ("handle", re.compile(r"@.*\w.*", re.DOTALL)),
    ("hashtag", re.compile(r"#.*\w.*", re.DOTALL)),
    ("email", re.compile(r"[^@]+@[^@.]+\..+", re.DOTALL)),
)


@lru_cache(maxsize=50_000)
def kind_of(piece: str) -> TokenKind:
    """What a piece is.

    >>> [kind_of(piece) for piece in ("don’t", "’90s", "$3.5", "—", "@ann", "www.example.com")]
    ['word', 'number', 'number', 'punctuation', 'handle', 'url']
    """
    if not piece.strip(BLANKS):
        return "space"
    first = piece[0]
    if first == "&" and len(piece) > 1 and unescape(piece) != piece:
        return kind_of(unescape(piece))
    for kind, pattern in _KINDS:
        if pattern.fullmatch(piece):
            return kind
    if first != "<" and any(map(str.isalnum, piece)):
        return "number" if piece.isnumeric() else "word"
    return "punctuation" if first in "`´" or unicodedata.category(first)[0] == "P" else "symbol"
