"""Token; tokenize: from a text to its words, signs and blanks.

``cut`` is the same without places and kinds: one regular expression, one call of ``findall``. Nothing is left
out, so the pieces joined give the text back. What makes *one* piece:

- a word with the apostrophes, hyphens and joiners inside it (*don't*, *O’Neil*, *co-op*) and with its
  combining marks, in any script. An apostrophe at its end stays out (*the boys*’ *ball*), for it may be a
  closing mark; one in front is part of an elision (*’em*, *’tis*, *’90s*, rock *’n’* roll);
- an abbreviation or initial with its full stop, where it is one: see :mod:`quoteattr.abbreviations`;
- a number with its sign, its currency and the points, commas and colons inside it (*$3.5*, *1,000*, *8:55*);
- an address of the web or of mail, an @handle, a #tag, an emoji with all its parts, an HTML entity or tag;
- a run of blanks, of full stops or of dashes. Any other sign stands by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import accumulate, chain, repeat
from typing import Literal, NamedTuple

from .abbreviations import abbreviations, one_of, stop_of_abbreviation
from .characters import BLANK, BLANKS, EMOJI, END, LETTER, START
from .collection import no_collection
from .lexicon import FEW, Lexicon, english
from .memo import Memo
from .paragraphs import find_paragraphs
from .span import Span
from .tables import shipped

__all__ = ["Token", "TokenKind", "cut", "cut_spaced", "find_paragraphs", "is_in_word", "kind_of", "tokenize"]

TokenKind = Literal["word", "number", "punctuation", "symbol", "space", "url", "email", "handle", "hashtag", "emoji"]

# Domains that are taken for an address without www. before them: those that are no English words.
_DOMAINS = "com|org|net|gov|edu|mil|info|biz|io|tv|co|uk|eu|de|fr|ca|au|ie|nz|za|ru|cn|jp|kr|br|ar|mx|es|nl|se|ch"
_ADDRESS = r"[^\s<>\"“”«»‘’']*[\w/]"
_CURRENCY = "[$£€¥₹₽₩₪₫₴₦]"
_JOINERS = r"[’'‐‑\-_·\u00ad\u200c\u200d]|[.,:/](?<=\d[.,:/])(?=\d)"  # o'er, co-op; 1,000, 8:55
_APART = re.compile(rf" (?<=[a-z] )(?!{BLANK})")  # a blank with a small letter before it and no further one behind
_MOST, _LONGEST = 20_000, 40  # what is kept as it is cut: so many, of so many characters
_MORE = r"[’'‐‑\-_·\u00ad\u200c\u200d‘´`.,:/+&$%‰@\ufe0f\u20e3]"  # what may follow in a word begins so


def _inside(lexicon: Lexicon) -> str:
    """What holds two parts of a word together, so that both stand in one piece."""
    parts: dict[int, list[tuple[str, str]]] = {}
    for short, _, _ in abbreviations(lexicon):
        first, dot, rest = short.partition(".")
        if dot and max(map(len, short.split("."))) > 1:
            parts.setdefault(len(first), []).append((first, rest))
    dotted = [
        rf"(?<={START}(?:{one_of(first for first, _ in pairs)})\.)"
        rf"(?=(?:{one_of(rest for _, rest in pairs)})\.)"
        for pairs in parts.values()
    ]  # Ph.D.
    single = rf"(?<={START}[^\W\d_]\.)(?=[^\W\d_]{END})"  # U.S.
    domain = rf"(?=(?:{_DOMAINS}){END})|(?=[a-z]{{2}}/\w)"  # example.com, bit.ly/x
    mail = r"(?=[\w.+-]{1,64}@\w)"  # ann.lee@example.com
    alternatives = (
        _JOINERS,
        r"[‘´`](?=(?:[dmst]|ll|re|ve)\b)",  # typed for an apostrophe
        rf"\.(?=[^\W_])(?:{'|'.join([single, *dotted, domain, mail])})",
        rf"\+{mail}",
        r"&(?<=[A-Z]&)(?:amp;)?(?=[A-Z])",  # AT&T
        r"&(?:\#0?39|\#[xX]27|apos|rsquo|\#8217);",
        r"\$(?<=[A-Z]\$)(?=\d)",  # US$5
    )
    return "|".join(alternatives)


def _at_end() -> str:
    """What may stand at the end of a word, a number or an address, in the same piece."""
    domains: dict[int, list[str]] = {}
    for domain in _DOMAINS.split("|"):
        domains.setdefault(len(domain), []).append(domain)
    before_path = "|".join(rf"(?<=\.(?:{one_of(same)})/)" for same in domains.values())
    alternatives = (
        r"[%‰](?<=\d[%‰])",
        r"@[\w-]+(?:\.[\w-]+)+",
        rf":(?=//){_ADDRESS}",
        rf"\.(?<={START}[Ww]{{3}}\.){_ADDRESS}",
        rf"/(?:{before_path}|(?<=\.[a-z]{{2}}/)){_ADDRESS}",
        r"\ufe0f?\u20e3",  # a keycap
    )
    return "|".join(alternatives)


def _elided(*kinds: str) -> str:
    """Words that have lost their first letters, without the apostrophe, with and without a capital."""
    words = [row["word"][1:] for row in shipped("elisions.tsv") if row["kind"] in kinds]
    return one_of([*words, *map(str.capitalize, words)])


def _in_front() -> str:
    """What may stand in front of a word or a number, in the same piece."""
    alternatives = (
        r"(?<![^\s(\[“\"‘—–-])’(?=[a-z])",  # no mark opens so: ’prentice, ’em
        rf"’(?=(?:{_elided('mark', 'spoken')}|\d\d){END})",
        rf"'(?=(?:{_elided('mark')}){END})",  # 'em; not 'ave, it may be quoted
        r"[’'‘](?=\d0s\b)",
        rf"(?<=[_*])[’'](?=s{END})",  # _Ann Lee_’s
        rf"{_CURRENCY}\.?(?=\d)",
        rf"(?<![^\s(\[])(?:[-+−±]{_CURRENCY}?\.?|\.)(?=\d)",
        r"[@\#]_*(?=[^\W_])",
    )
    return "|".join(alternatives)


@lru_cache(maxsize=FEW)
def _piece(lexicon: Lexicon, *, spaced: bool = False) -> re.Pattern[str]:
    """The pattern of one piece, with the blank before it if ``spaced``.

    What is frequent comes first, and one look (_MORE) ends most words.
    """
    short = one_of(each for each, _, _ in abbreviations(lexicon) if each.isalpha())
    more = rf"(?:{_inside(lexicon)}){LETTER}+|{stop_of_abbreviation(lexicon)}|{_at_end()}"
    alternatives = (
        "[A-Za-z]++(?=[ ,])",  # most words
        rf"(?=[A-Za-z]{{2,}}+\.(?:[\s”\"]|\Z))(?!(?:{short})\.)[A-Za-z]++",  # … and those that end a sentence
        rf"{LETTER}+(?:(?={_MORE})(?:{more}))*",
        r"[,.;?!()“”\"](?![\ufe0f.…\d])",
        rf"{BLANK}+",
        rf"[’'‘][nN][’']{END}",  # rock ’n’ roll
        rf"(?:{_in_front()}){LETTER}+(?:(?:{_JOINERS}){LETTER}+)*(?:[%‰]|@[\w-]+(?:\.[\w-]+)+)?",
        r"&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});",
        r"</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>",
        EMOJI,
        r"[.…]{2,}|[-‐‑‒–—―−]{2,}|[_*=~]{2,}",
        r".\ufe0f?",
    )
    one = "|".join(alternatives)
    return re.compile(rf" ?(?:{one})" if spaced else rf" (?!{BLANK})|{one}", re.DOTALL)


def cut(text: str, start: int = 0, end: int | None = None, lexicon: Lexicon | None = None) -> list[str]:
    """The pieces of ``text[start:end]``: words, signs, runs of blanks. Joined they give it back.

    >>> cut("“I don't,” said J. K. Lee.")
    ['“', 'I', ' ', "don't", ',', '”', ' ', 'said', ' ', 'J.', ' ', 'K.', ' ', 'Lee', '.']
    """
    return _piece(lexicon or english()).findall(text, start, len(text) if end is None else end)


def cut_spaced(text: str, start: int = 0, end: int | None = None, lexicon: Lexicon | None = None) -> list[str]:
    """The same, but that a blank before a word is part of its piece: half as many for who wants words and places.

    >>> cut_spaced("“I don't,” said J. K. Lee.")
    ['“', 'I', " don't", ',', '”', ' said', ' J.', ' K.', ' Lee', '.']
    """
    return _piece(lexicon or english(), spaced=True).findall(text, start, len(text) if end is None else end)


def stops(text: str, start: int, end: int, apart: int) -> Iterator[int]:
    """Blanks where a stretch can be parted and is still cut into the same pieces, each so far behind the one before.

    >>> [*stops("Ann said in May that A. Lee sang", 0, 32, 4)]
    [8, 15, 20, 27]
    """
    at = start
    while (found := _APART.search(text, at + apart, end)) is not None:
        at = found.start()
        if text.rfind("<", start, at) <= text.rfind(">", start, at):  # no tag that may go on behind it
            start = at
            yield at


def is_in_word(text: str, start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a sign of ``text[start:]`` is in one piece with the letter before it, as the stop of an abbreviation is.

    >>> text = "Gen. Lee left."
    >>> is_in_word(text, 0, 3, english()), is_in_word(text, 0, 13, english())
    (True, False)
    """
    start = max(start, text.rfind(" ", start, at) + 1, at - _LONGEST)
    pieces = _piece(lexicon, spaced=True).finditer(text, start)  # it is there already, for the words of the text
    return next(piece for piece in pieces if piece.end() > at).start() < at


_SIGN = r"(?:[-+−±’'‘#]|[A-Z]{1,3}(?=\$))"
_KINDS: tuple[tuple[TokenKind, str], ...] = (
    ("number", rf"{_SIGN}?{_CURRENCY}?\.?\d(?:[\d.,:/’'–-]*\d)?(?:[^\W\d_]{{1,3}}|[’']s)?[%‰]?"),
    ("emoji", rf"{EMOJI}|.\ufe0f?\u20e3|.\ufe0f"),
    ("url", rf".+://.+|[Ww]{{3}}\..+|[^@]*\w\.(?:{_DOMAINS})(?:/.*)?|[\w.-]+\.[a-z]{{2}}/.+"),
    ("handle", r"@.*\w.*"),
    ("hashtag", r"\#.*\w.*"),
    ("email", r"[^@]+@[^@.]+\..+"),
)
_ALL_OF = tuple((kind, re.compile(pattern, re.DOTALL).fullmatch) for kind, pattern in _KINDS)


@lru_cache(maxsize=50_000)
def kind_of(piece: str) -> TokenKind:
    """What a piece is.

    >>> [kind_of(piece) for piece in ("don’t", "’90s", "$3.5", "—", "@ann", "www.example.com")]
    ['word', 'number', 'number', 'punctuation', 'handle', 'url']
    """
    if not piece.strip(BLANKS):
        return "space"
    first = piece[0]
    if first == "&" and piece.endswith(";") and len(piece) > 2:
        plain = unescape(piece)
        return kind_of(plain) if len(plain) <= 2 else "symbol"  # no entity stands for more characters
    for kind, all_of in _ALL_OF:
        if all_of(piece):
            return kind
    if first != "<" and any(map(str.isalnum, piece)):
        return "number" if piece.isnumeric() else "word"
    return "punctuation" if first in "`´" or unicodedata.category(first)[0] == "P" else "symbol"


class Token(NamedTuple):
    """A piece of a text, and where it starts.

    A named tuple, since there is one for every word, sign and blank.

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
        """What it is: a word, a number, a sign of punctuation, …, which its text alone tells."""
        return kind_of(self.text)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end, self.text)


def tokenize(text: str, lexicon: Lexicon | None = None) -> tuple[Token, ...]:
    """The tokens of a text. Blanks are tokens too: nothing is left out.

    >>> [(token.text, token.kind) for token in tokenize("Dr. Lee paid $5.")]
    [('Dr.', 'word'), (' ', 'space'), ('Lee', 'word'), (' ', 'space'), ('paid', 'word'), (' ', 'space'),
     ('$5', 'number'), ('.', 'punctuation')]
    """
    pieces = _all_pieces(text, lexicon or english())
    with no_collection():  # with so many new objects it takes as long as the rest
        rows = zip(accumulate(map(len, pieces), initial=0), pieces, strict=False)  # one place more, the end
        return tuple(map(tuple.__new__, repeat(Token), rows))  # half of the time of Token(*row) for each


def _all_pieces(text: str, lexicon: Lexicon) -> list[str]:
    """The pieces of a whole text. What stands between two blanks is cut once, for all the places where it stands.

    Where a blank has a small letter before it, nothing behind it tells how what is before is cut, nor the other way
    round. Only a tag may have such a blank in it.
    """
    if "<" in text:
        return cut(text, lexicon=lexicon)
    pieces = [*chain.from_iterable(map(_cutting(lexicon).__getitem__, _APART.split(text)))]
    pieces.pop()
    return pieces


@lru_cache(maxsize=FEW)
def _cutting(lexicon: Lexicon) -> Memo[str, tuple[str, ...]]:
    """Words as they are cut, with the blank behind them."""
    find = _piece(lexicon).findall
    return Memo(lambda words: (*find(words), " "), _MOST, _LONGEST)
