"""Mark; find_marks: the signs of a text that may be quotation marks, and which way each of them looks.

A sign by itself says little: ’ is a closing mark, an apostrophe, or what a careless keyboard gives for an
opening one; " is all there is on many keyboards; » opens in Leipzig and closes in Lyon. The sides tell
more: an opening mark has a blank, a bracket or a dash on its left and the words on its right; a closing
one has the words, or the sign that ends them, on its left. Where the sides fit neither (a blank on each,
a letter on each), they say nothing, and what is open must decide. Other marks beside a mark, and the
underscores and asterisks of plain-text emphasis, are looked through.

What is left is the *rank* of a closing mark, how surely it closes: 3 behind a comma, a full stop or another
sign that ends words; 2 between a word and such a sign; 1 between a word and a blank; 0 where it looks rather
like an apostrophe (*the boys' ball, goin' home*) or a measure (*12" pipes*).

Entities (``&ldquo;``) are marks, those in tags, in code and in smileys are none. A long run of marks with nothing
between them is an ornament, and is read as one that quotes nothing.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Literal, NamedTuple, overload

from attrs import define, field, frozen

from .apostrophes import SURE, closing_rank, genitive_rank, is_contracted, opening_rank
from .errors import OptionError
from .memo import Memo

Look = Literal["opens", "closes", "loose", "amid", "turned left", "turned right", "ornament"]
Side = Literal["left", "right", "either"]


class Mark(NamedTuple):
    """A sign that may be a quotation mark: where it stands, what it is, which way it looks, how surely.

    ``look`` is ``opens`` or ``closes``, or ``ornament`` for a run of them; ``loose`` where what is open must
    decide, ``amid`` so within a word; ``turned left`` is a left mark in the place of a right one (“so“),
    ``turned right`` the reverse (”so”). For ``rank`` see above; of a single mark that opens it is below 3 where
    it may be an elision, of a loose mark it is 0 between blanks.
    """

    start: int
    end: int
    sign: str
    family: str
    look: Look
    rank: int


class Kind(NamedTuple):
    """All of a mark but its place: how many characters it has, and the rest as :class:`Mark` has it."""

    width: int
    sign: str
    family: str
    look: Look
    rank: int


@lru_cache(maxsize=5_000)
def _kind(width: int, sign: str, family: str, look: Look, rank: int) -> Kind:
    """A kind of mark, made once for all that are of it."""
    return Kind(width, sign, family, look, rank)


@define(eq=False)
class Marks:
    """Marks in the order of their text, in two columns: where each starts, and of which kind it is.

    A mark by itself takes ten times the room, and there may be as many as characters; so each is made when it is
    looked at.

    >>> marks = Marks.of([Mark(0, 1, "“", "double", "opens", 3)])
    >>> marks[0].end, [*marks] == [marks[0]], len(marks[:0])
    (1, True, 0)
    """

    starts: array[int] = field(factory=lambda: array("q"))
    kinds: list[Kind] = field(factory=list)

    @classmethod
    def of(cls, marks: Iterable[Mark]) -> Marks:
        """Some marks put into columns."""
        made = cls()
        for mark in marks:
            made.add(mark)
        return made

    def add(self, mark: Mark) -> None:
        """Put one behind the others."""
        start, end, sign, family, look, rank = mark
        self.starts.append(start)
        self.kinds.append(_kind(end - start, sign, family, look, rank))

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> Mark: ...
    @overload
    def __getitem__(self, at: slice) -> Marks: ...
    def __getitem__(self, at: int | slice) -> Mark | Marks:
        if isinstance(at, slice):
            return Marks(self.starts[at], self.kinds[at])
        start, kind = self.starts[at], self.kinds[at]
        return Mark(start, start + kind.width, kind.sign, kind.family, kind.look, kind.rank)

    def __iter__(self) -> Iterator[Mark]:
        return map(self.__getitem__, range(len(self)))


# ------------------------------------------------------------------------------------------- the signs

# Families of marks: on which side of the words each sign stands by its form.
FAMILIES: dict[str, dict[Side, str]] = {
    "double": {"left": "“ „ ‟ 〝 `` ‘‘", "right": "” 〞 〟 ’’", "either": "\" ＂ ''"},
    "single": {"left": "‘ ‚ ‛ `", "right": "’", "either": "'"},
    "angle": {"left": "«", "right": "»"},
    "small angle": {"left": "‹", "right": "›"},
    "corner": {"left": "「", "right": "」"},
    "white corner": {"left": "『", "right": "』"},
}
# The closing signs that are right for an opening one; others close it too, but are reported.
CLOSERS = {
    "“": "”", '"': '"', "＂": "＂", "„": "“”", "‟": "”", "〝": "〞〟", "``": "''", "''": "''", "‘‘": "’’",
    "”": "”", "‘": "’", "'": "'", "‚": "‘’", "‛": "’", "`": "'’", "’": "’", "«": "»", "»": "«»",
    "‹": "›", "›": "‹›",
    "「": "」", "『": "』",
}  # fmt: skip
# What a caller may ask for by name.
STYLES: dict[str, str] = {
    "double": '“ ” " ＂', "single": "‘ ’ ' ‛ `", "angle": "« » ‹ ›", "corner": "「 」 『 』",
    "low": "„ “ ” ‟ ‚ ‘ ’ 〝 〞 〟", "latex": "`` '' ‘‘ ’’", "dash": "", "label": "",
}  # fmt: skip
_ENTITIES = {
    "quot": '"', "ldquo": "“", "rdquo": "”", "bdquo": "„", "lsquo": "‘", "rsquo": "’", "sbquo": "‚",
    "apos": "'", "laquo": "«", "raquo": "»", "lsaquo": "‹", "rsaquo": "›",
}  # fmt: skip
_ENTITY = re.compile(rf"&(?:({'|'.join(_ENTITIES)})|#(\d{{2,7}})|#[xX]([0-9A-Fa-f]{{2,6}}));")
_TAG = re.compile(r"<[/!?]?[A-Za-z][^<>“”]*>")
_ATTRIBUTE = re.compile(r"""(?<=\w)=(?:"[^"<>\n]*"?|'[^'<>\n]*'?)""")
_CODE = re.compile(r"`(?=[^\s`])[^`\n]*(?<=[^\s`])`(?!\w)")
_SMILEY = re.compile(r"(?<=\s[:;=])['’\"]-?[()\[\]|/DP](?=\s|$)")

_COMMAS, _LOW = ",,", "„"
_APOSTROPHES = frozenset("'’‘")
_PIECE = 20_000  # characters in which marks are sought at once
_MOST_IN_A_ROW = 16  # marks that begin and end quotations nested in one another

# -------------------------------------------------------------------------------------------- the sides


class _Classes(dict[str, str]):
    """What a character beside a mark is, one letter; looked up once for each.

    ``b`` blank, ``o`` opening bracket, ``n`` dash or other neutral sign, ``e`` full stop or ellipsis,
    ``p`` other sign that ends words, ``w`` letter, ``d`` digit, ``s`` symbol, ``m`` a mark or emphasis:
    look through it.
    """

    def __missing__(self, char: str) -> str:
        category = unicodedata.category(char)
        kind = self[char] = _KINDS.get(category) or _KINDS[category[0]]
        return kind


_KINDS = {
    "L": "w", "M": "w", "N": "d", "Z": "b", "C": "s", "S": "s", "P": "p",
    "Cc": "b", "Cf": "b", "Ps": "o", "Pi": "o", "Pd": "n", "Pc": "n",
}  # fmt: skip
_SIGNS = {
    sign: (family, side)
    for family, sides in FAMILIES.items()
    for side, signs in sides.items()
    for sign in signs.split()
}
_ORNAMENT = re.compile(f"[{''.join(sorted({sign[0] for sign in _SIGNS}))}]{{{_MOST_IN_A_ROW + 1},}}")
_CLASSES = _Classes({char: "m" for sign in _SIGNS for char in sign})
_CLASSES.update({".": "e", "…": "e", "¿": "o", "¡": "o", "#": "s", "@": "s", "&": "s", "*": "m", "_": "m"})
_CLASSES.update(dict.fromkeys("<>/\\|~=", "n"))

# How the sides stand to a mark: the class on the left against that on the right.
_SIDES = {
    #      on the right              ( it opens, ) it closes, : blanks on both sides, | letters on both,
    "b": "b: o( n( e( p: w( d( s(",  # - between a sign and a word, 1 and x as ) and | behind a number
    "o": "b( o( n( e( p( w( d( s(",
    "n": "b) o( n: e) p) w( d( s(",
    "e": "b) o) n) e) p) w- d- s-",
    "p": "b) o) n) e) p) w- d- s-",
    "s": "b) o) n) e) p) w- d- s-",
    "w": "b) o) n) e) p) w| d| s-",
    "d": "b1 o1 n1 e1 p1 wx dx s-",
}
SIDES = {left + pair[0]: pair[1] for left, row in _SIDES.items() for pair in row.split()}

# How a double mark looks, and its rank: its form against its sides.
_DOUBLE: dict[Side, dict[str, tuple[Look, int]]] = {
    "either": {
        "(": ("opens", SURE), ")": ("closes", SURE), ":": ("loose", 0),
        "-": ("loose", 1), "|": ("amid", 0), "1": ("closes", 1), "x": ("closes", 0),
    },
    "left": {
        "(": ("opens", SURE), ")": ("turned left", SURE), ":": ("opens", SURE),
        "-": ("opens", SURE), "|": ("loose", 0), "1": ("turned left", SURE), "x": ("loose", 0),
    },
    "right": {
        "(": ("turned right", SURE), ")": ("closes", SURE), ":": ("loose", 0),
        "-": ("closes", SURE), "|": ("amid", 0), "1": ("closes", 1), "x": ("closes", 0),
    },
}  # fmt: skip


def _alone(text: str, start: int, end: int) -> int | None:
    return SURE if text[start:end] not in "‚`" else None


def _turned(text: str, start: int, end: int) -> int | None:
    return closing_rank(text, start, end) if text[start:end] not in "‚`" else None


def _before_word(text: str, _start: int, end: int) -> int | None:
    return None if is_contracted(text, end) else 1


def _between_letters(_text: str, _start: int, _end: int) -> None:
    """An apostrophe between letters is no mark."""


def _blank(_text: str, _start: int, _end: int) -> int:
    return 0


# How a single mark looks, likewise; what may be an apostrophe is ranked by the words around it.
_Ranking = Callable[[str, int, int], "int | None"]
_SINGLE: dict[Side, dict[str, tuple[Look, _Ranking]]] = {
    "either": {
        "(": ("opens", opening_rank), ")": ("closes", closing_rank), ":": ("loose", _blank),
        "-": ("loose", _before_word), "|": ("closes", genitive_rank),
        "x": ("closes", genitive_rank), "1": ("closes", closing_rank),
    },
    "left": {
        "(": ("opens", opening_rank), ")": ("turned left", _turned), ":": ("opens", _alone),
        "-": ("opens", opening_rank), "|": ("closes", genitive_rank),
        "x": ("closes", genitive_rank), "1": ("turned left", _turned),
    },
    "right": {
        "(": ("turned right", opening_rank), ")": ("closes", closing_rank), ":": ("loose", _blank),
        "-": ("closes", _before_word), "|": ("closes", genitive_rank),
        "x": ("closes", genitive_rank), "1": ("closes", closing_rank),
    },
}  # fmt: skip

# ------------------------------------------------------------------------------------ what is looked for

_MOST_KNOWN = 50_000
# All of a mark but its place, or how to rank it there; empty where its two neighbours are not enough.
_Known = tuple[()] | Kind | tuple[str, str, Look, _Ranking]


@frozen
class MarkSet:
    """The signs to look for: all, or those that a caller asks for.

    ``chars`` are the characters with which they begin, and others with which something begins that is read as a whole.
    ``single`` tells whether single marks are the outer ones, None that the text shall show it. ``known``
    keeps what a mark is between two characters.
    """

    signs: Mapping[str, tuple[str, Side]] = field(repr=False)
    chars: str = field(init=False, repr=False)
    dash: bool = True
    label: bool = True
    single: bool | None = None
    known: Memo[str, _Known] = field(init=False, repr=False, eq=False)

    @chars.default
    def _beginnings(self) -> str:
        return "".join(sorted({sign[0] for sign in self.signs} | set("&<=`")))

    @known.default
    def _nothing_yet(self) -> Memo[str, _Known]:
        return Memo(partial(_plain, self.signs), _MOST_KNOWN)

    def places(self, text: str) -> Iterator[int]:
        """Where a mark may begin, in the order of the text.

        Each character is sought by itself: that takes a tenth of the time of a pattern for all of them. Commas are
        many, so they are sought only where two of them may stand for a low mark.
        """
        chars = f"{self.chars}," if _COMMAS in text and _LOW in self.signs else self.chars
        for begin in range(0, len(text), _PIECE):
            places: list[int] = []
            end = begin + _PIECE
            for char in chars:
                at = text.find(char, begin, end)
                while at >= 0:
                    places.append(at)
                    at = text.find(char, at + 1, end)
            yield from sorted(places)


@lru_cache(maxsize=64)
def mark_set(marks: tuple[str, ...] | None = None) -> MarkSet:
    """The signs that the names of styles, or pairs of marks, stand for; None stands for all.

    Raises:
        OptionError: neither a style nor a pair.

    >>> sorted(mark_set(("single", "⟪⟫")).signs)
    ["'", '`', '‘', '’', '‛', '⟪', '⟫']
    """
    if marks is None:
        return MarkSet(_SIGNS)
    chosen: dict[str, tuple[str, Side]] = {}
    for asked in marks:
        if asked in STYLES:
            chosen.update((sign, _SIGNS[sign]) for sign in STYLES[asked].split())
        else:
            chosen.update(_pair(asked))
    families = [family for family, _ in chosen.values()]
    return MarkSet(chosen, "dash" in marks, "label" in marks, families[:1] == ["single"])


def _pair(asked: str) -> dict[str, tuple[str, Side]]:
    """The two signs of a pair, each with its family and side."""
    half = len(asked) // 2
    left, right = asked[:half], asked[half:]
    plain = len(asked) == 2 and not any(char.isspace() or char.isalnum() for char in asked)
    if not plain and not {left, right} <= _SIGNS.keys():
        styles = ", ".join(STYLES)
        raise OptionError(f"no marks are named {asked!r}; name some of {styles}, or give a pair such as '“”'")
    if left == right:
        return {left: _SIGNS.get(left, (asked, "either"))}
    return {left: _SIGNS.get(left, (asked, "left")), right: _SIGNS.get(right, (asked, "right"))}


# --------------------------------------------------------------------------------------------- reading


def find_marks(text: str, wanted: MarkSet) -> Marks:
    """The marks of a text, in their order.

    >>> marks = find_marks("‘The boys’ tent,’ he said, ‘isn’t up.’", mark_set())
    >>> [(mark.sign, mark.look, mark.rank) for mark in marks]
    [('‘', 'opens', 3), ('’', 'closes', 0), ('’', 'closes', 3), ('‘', 'opens', 3), ('’', 'closes', 3)]
    """
    marks = Marks()
    starts, kinds, known = marks.starts, marks.kinds, wanted.known
    past = 0  # what stands before it is read already
    for at in wanted.places(text):
        if at < past:
            continue
        sides = text[at - 1 : at + 2] if at else " " + text[:2]
        plain = known[sides]
        if not plain and at:
            plain = known.met(text[at - 1 : at + 3]) or ()  # two signs that are one mark
        if isinstance(plain, Kind):
            starts.append(at)
            kinds.append(plain)
            past = at + plain.width
            continue
        if plain:
            sign, family, look, ranking = plain
            rank = ranking(text, at, at + 1)
            mark = None if rank is None else Mark(at, at + 1, sign, family, look, rank)
        else:
            mark, past = _SPECIAL.get(text[at], _read_sign)(text, at, wanted)
        if mark is not None:
            marks.add(mark)
    return marks


def _plain(signs: Mapping[str, tuple[str, Side]], sides: str) -> _Known:
    """What a mark is by its two neighbours alone; nothing where that is not enough."""
    sign = sides[1]
    if sign in _APOSTROPHES and sides[0].isalnum() and sides[2:].isalnum():
        return sign, "single", "amid", _between_letters
    left, right = _CLASSES[sides[0]], _CLASSES[sides[2]] if len(sides) > 2 else "b"
    if "m" in (left, right) or sign in _SPECIAL or sign not in signs or sides[0] in ":;=":
        return ()
    family, side = signs[sign]
    relation = SIDES[left + right]
    if family == "single":
        return sign, family, *_SINGLE[side][relation]
    return _kind(1, sign, family, *_look(family, side, relation))


def _look(family: str, side: Side, relation: str) -> tuple[Look, int]:
    if family == "double" or side == "either":
        return _DOUBLE[side][relation]
    return ("opens", SURE) if side == "left" else ("closes", SURE)


def read_mark(text: str, start: int, end: int, sign: str, kind: tuple[str, Side]) -> Mark | None:
    """The mark that a sign of a family and side is where it stands; None for an apostrophe."""
    family, side = kind
    relation = relation_of(text, start, end)
    if family != "single":
        return Mark(start, end, sign, family, *_look(family, side, relation))
    look, ranking = _SINGLE[side][relation]
    rank = ranking(text, start, end)
    return None if rank is None else Mark(start, end, sign, family, look, rank)


def relation_of(text: str, start: int, end: int) -> str:
    """How the sides of a mark stand to it (see ``SIDES``), other marks looked through, at most four.

    >>> relation_of("_“No", 1, 2), relation_of("no,” he", 3, 4), relation_of(" “ no", 1, 2)
    ('(', ')', ':')
    """
    stop = max(0, start - 4)
    at = start - 1
    while at > stop and _CLASSES[text[at]] == "m":
        at -= 1
    left = _CLASSES[text[at]] if at >= 0 else "b"
    stop = min(len(text), end + 4)
    at = end
    while at < stop and _CLASSES[text[at]] == "m":
        at += 1
    right = _CLASSES[text[at]] if at < len(text) else "b"
    return SIDES[left.replace("m", "b") + right.replace("m", "b")]


# Each of these reads what stands at a place: the mark, if it is one, and where to read on.


def _read_sign(text: str, at: int, wanted: MarkSet) -> tuple[Mark | None, int]:
    sign, end = text[at], at + 1
    ornament = _ORNAMENT.match(text, at)
    if ornament is not None:
        return Mark(at, ornament.end(), sign, "ornament", "ornament", 0), ornament.end()
    if text[end : end + 1] == sign:
        return _read_run(text, at, wanted)
    if sign not in wanted.signs or _SMILEY.match(text, at):
        return None, end
    return read_mark(text, at, end, sign, wanted.signs[sign]), end


def _read_run(text: str, at: int, wanted: MarkSet) -> tuple[Mark | None, int]:
    """The first mark of a run of the same sign: two apostrophes are one double mark, and so on."""
    sides = text[at - 1 : at + 3] if at else ""
    sign = text[at]
    three = text.startswith(sign, at + 2) and not text.startswith(sign, at + 3)
    closing = three and relation_of(text, at, at + 3) != "("
    width = 1 if closing or sign * 2 not in wanted.signs else 2
    end = at + width
    if sign * width not in wanted.signs:
        return None, end
    mark = read_mark(text, at, end, sign * width, wanted.signs[sign * width])
    if mark and width == 2 and len(sides) == 4 and "m" not in (_CLASSES[sides[0]], _CLASSES[sides[3]]):
        wanted.known.keep(sides, _kind(width, *mark[2:]))
    return mark, end


def _read_entity(text: str, at: int, wanted: MarkSet) -> tuple[Mark | None, int]:
    entity = _ENTITY.match(text, at)
    if entity is None:
        return None, at
    name, decimal, hexadecimal = entity.groups()
    code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else 0
    sign = _ENTITIES[name] if name else chr(code) if code <= sys.maxunicode else ""
    if sign not in wanted.signs:
        return None, entity.end()
    return read_mark(text, at, entity.end(), sign, wanted.signs[sign]), entity.end()


def _read_tag(text: str, at: int, _wanted: MarkSet) -> tuple[None, int]:
    tag = _TAG.match(text, at)
    return None, tag.end() if tag else at


def _read_attribute(text: str, at: int, _wanted: MarkSet) -> tuple[None, int]:
    attribute = _ATTRIBUTE.match(text, at)
    return None, attribute.end() if attribute else at


def _read_backtick(text: str, at: int, wanted: MarkSet) -> tuple[Mark | None, int]:
    if text.startswith("```", at):
        fence = text.find("```", at + 3)
        return None, (fence if fence > 0 else at) + 3
    code = _CODE.match(text, at)
    return (None, code.end()) if code else _read_sign(text, at, wanted)


def _read_commas(text: str, at: int, wanted: MarkSet) -> tuple[Mark | None, int]:
    """Two commas right before a word stand for a low mark: *,,No,'' said Ann*."""
    end = at + len(_COMMAS)
    if not text.startswith(_COMMAS, at) or SIDES[_class_at(text, at - 1) + _class_at(text, end)] != "(":
        return None, at + 1
    return Mark(at, end, _LOW, wanted.signs[_LOW][0], "opens", SURE), end


def _class_at(text: str, at: int) -> str:
    """The class of the character at a place; blank outside the text."""
    return _CLASSES[text[at]].replace("m", "b") if 0 <= at < len(text) else "b"


_SPECIAL: dict[str, Callable[[str, int, MarkSet], tuple[Mark | None, int]]] = {
    "&": _read_entity,
    "<": _read_tag,
    "=": _read_attribute,
    "`": _read_backtick,
    ",": _read_commas,
}
