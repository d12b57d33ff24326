"""Mark; find_marks: the signs of a text that may be quotation marks, and which way each of them looks.

A sign by itself says little: ’ is a closing mark, an apostrophe, or what a careless keyboard gives for an
opening one; " is all there is on many keyboards; » opens in Leipzig and closes in Lyon. Two things tell more:

*The sides.* An opening mark has a blank, a bracket or a dash on its left and the words on its right; a closing
one has the words, or the sign that ends them, on its left. Where the sides fit neither (a blank on each, a
letter on each), they say nothing, and what is open must decide. Other marks beside a mark, and the underscores
and asterisks of plain-text emphasis, are looked through.

*The document.* Whether single or double marks are the outer ones, which way the angles point, whether two
apostrophes make one mark: a writer, or at least a printer, keeps to one habit. So the marks that are clear are
counted over the whole text before those that are not are read (:class:`Convention`).

What is left is the *rank* of a closing mark, how surely it closes: 3 behind a comma, a full stop or another
sign that ends words; 2 between a word and such a sign; 1 between a word and a blank; 0 where it looks rather
like an apostrophe (*the boys' ball, goin' home*) or a measure (*12" pipes*). See :mod:`quoteattr.pairing`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from attrs import field, frozen

from .errors import OptionError

Look = Literal["opens", "closes", "loose", "turned left", "turned right"]


class Mark(NamedTuple):
    """A sign that may be a quotation mark: where it stands, what it is, which way it looks, how surely.

    ``look`` is ``opens`` or ``closes``; ``loose`` where what is open must decide; ``turned left`` is a left mark
    in the place of a right one (“so“), ``turned right`` the reverse (”so”). For ``rank`` see above; of a mark
    that opens it is 0 where it may well be an elision (*'ave*), of a loose one where it has a blank on each side.
    """

    start: int
    end: int
    sign: str
    family: str
    look: Look
    rank: int


@frozen
class Convention:
    """The habit of a document, as its clear marks show it.

    ``single`` tells whether single marks are the outer ones, ``turned`` whether the angles point inwards,
    ``doubled`` whether two apostrophes make one mark.
    """

    single: bool = False
    turned: bool = False
    doubled: bool = False


# ---------------------------------------------------------------------------------------------- the signs

# Families of marks: on which side of the words each sign stands by its form.
FAMILIES: dict[str, dict[str, str]] = {
    "double": {"left": "“ „ ‟ 〝 `` ‘‘", "right": "” 〞 〟 ’’", "either": "\" ＂ ''"},
    "single": {"left": "‘ ‚ ‛ `", "right": "’", "either": "'"},
    "angle": {"left": "«", "right": "»"},
    "small angle": {"left": "‹", "right": "›"},
    "corner": {"left": "「", "right": "」"},
    "white corner": {"left": "『", "right": "』"},
}
# The closing signs that are right for an opening one; others close it too, but are reported.
CLOSERS = {
    "“": "”", '"': '"', "＂": "＂", "„": "“”", "‟": "”", "〝": "〞〟", "``": "''", "''": "''", "‘‘": "’’", "”": "”",
    "‘": "’", "'": "'", "‚": "‘’", "‛": "’", "`": "'’", "’": "’",
    "«": "»", "»": "«»", "‹": "›", "›": "‹›", "「": "」", "『": "』",
}  # fmt: skip
# What a caller may ask for by name: the families, and the kinds of signs within them.
STYLES: dict[str, str] = {
    "double": "“ ” \" ＂", "single": "‘ ’ ' ‛ `", "angle": "« » ‹ ›", "corner": "「 」 『 』",
    "low": "„ “ ” ‟ ‚ ‘ ’ 〝 〞 〟", "latex": "`` '' ‘‘ ’’", "dash": "", "label": "",
}  # fmt: skip
_ENTITIES = {
    "quot": '"', "ldquo": "“", "rdquo": "”", "bdquo": "„", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "apos": "'",
    "laquo": "«", "raquo": "»", "lsaquo": "‹", "rsaquo": "›",
}  # fmt: skip
_ENTITY = re.compile(rf"&(?:({'|'.join(_ENTITIES)})|#(\d{{2,7}})|#[xX]([0-9A-Fa-f]{{2,6}}));")
_TAG = re.compile(r"<[/!?]?[A-Za-z][^<>“”]*>")
_ATTRIBUTE = re.compile(r"""=(?:"[^"<>\n]*"?|'[^'<>\n]*'?)""")
_CODE = re.compile(r"`(?=[^\s`])[^`\n]*(?<=[^\s`])`(?!\w)")
_SMILEY = re.compile(r"(?<=\s[:;=])['’\"]-?[()\[\]|/DP](?=\s|$)")

# ------------------------------------------------------------------------------------ words with apostrophes

# Words that begin with an apostrophe so often that it is hardly ever a mark …
ELISIONS = frozenset("em tis twas twill twould twere twasn tisn twon n til tween twixt".split())
# … those that are so in speech alone, the ones that are no words without it …
DIALECT = frozenset(
    "e er oss osses imself ere ave ead appen ard arf ands eard earn eart erself isself ighness igh elp ed es ospital otel "
    "ouse ouses orse orses ow owever ullo um undred unt urry usband ungry istory onest onour oliday orrible orrid "
    "eaven eavens appened appy ang anged ungry arry enry arriet erbert arold umphrey andsome elm ealth arter "
    "bout bove cept cos coz cross fess fraid gainst gator lectric lowed mong mongst nother nough nuff nuff nuther "
    "pon prentice prentices possum scuse spect sposed spose taint taters tother tain twont ud ull un uns ve ware "
    "zackly ye ee ome oney ood ook ord id ide sblood zounds sdeath merican arth".split()
)
# … and the ones that are words without it too, so that only the marks around can tell.
CLIPPED_WORDS = frozenset(
    "a ad aint as ate ear eat ell id ill im is its ole ope cause d deed fore hind kay ll m mid pears phone plane bus "
    "cello flu hood pose re round s side stead t tend tention th till way y nigh burbs".split()
)
_CONTRACTED = re.compile(r"(?:s|t|d|m|ll|re|ve|em)(?![^\W_])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_YEARS = re.compile(r"\d0s(?!\w)|\d\d(?![\w%]|[.,:]\d)")
_AND_LEFT = frozenset(("'n", "’n", "‘n", "'N", "’N", "‘N"))
_AND = re.compile(r"[nN]['’‘](?!\w)")
_CLIPPED = re.compile(r"(?:in|\b(?:an|o|th|wi|t|ol|tha|mo|wid|fo|yo|hol|las|jus|mus|bes|tol|roun|behin))\Z", re.IGNORECASE)

# --------------------------------------------------------------------------------------------- the sides


class _Classes(dict[str, str]):
    """What a character beside a mark is, one letter; looked up once for each.

    ``b`` blank, ``o`` opening bracket, ``n`` dash or other neutral sign, ``e`` full stop or ellipsis, ``p`` other
    sign that ends words, ``w`` letter, ``d`` digit, ``s`` symbol, ``m`` a mark or emphasis: look through it.
    """

    def __missing__(self, char: str) -> str:
        kind = _KINDS.get(unicodedata.category(char)) or _KINDS[unicodedata.category(char)[0]]
        self[char] = kind
        return kind


_KINDS = {
    "L": "w", "M": "w", "N": "d", "Z": "b", "C": "s", "Cc": "b", "Cf": "b", "S": "s", "P": "p", "Ps": "o", "Pi": "o",
    "Pd": "n", "Pc": "n",
}  # fmt: skip
_CLASSES = _Classes({char: "m" for kinds in FAMILIES.values() for signs in kinds.values() for char in signs if char != " "})
_CLASSES.update({".": "e", "…": "e", "¿": "o", "¡": "o", "#": "s", "@": "s", "&": "s", "*": "m", "_": "m"})
_CLASSES.update(dict.fromkeys("<>/\\|~=", "n"))

# The table of sides: the class on the left against that on the right.
_SIDES = {
    #      b o n e p w d s  on the right: ( open, ) close, : blank each side, | within words, - between sign and word
    "b": "b: o( n( e( p: w( d( s(",
    "o": "b( o( n( e( p( w( d( s(",
    "n": "b) o( n: e) p) w( d( s(",
    "e": "b) o) n) e) p) w- d- s-",
    "p": "b) o) n) e) p) w- d- s-",
    "s": "b) o) n) e) p) w- d- s-",
    "w": "b) o) n) e) p) w| d| s-",
    "d": "b1 o1 n1 e1 p1 w| d| s-",
}
SIDES = {left + pair[0]: pair[1] for left, row in _SIDES.items() for pair in row.split()}

# How a double mark looks: its form against its sides. A digit on the left (1) may make it a measure.
_DOUBLE: dict[str, dict[str, tuple[Look, int]]] = {
    "either": {
        "(": ("opens", 3), ")": ("closes", 3), ":": ("loose", 0), "-": ("loose", 1), "|": ("closes", 0), "1": ("closes", 1),
    },
    "left": {
        "(": ("opens", 3), ")": ("turned left", 3), ":": ("opens", 3), "-": ("opens", 3), "|": ("loose", 0), "1": ("turned left", 3),
    },
    "right": {
        "(": ("turned right", 3), ")": ("closes", 3), ":": ("loose", 0), "-": ("closes", 3), "|": ("closes", 0), "1": ("closes", 1),
    },
}  # fmt: skip

# ------------------------------------------------------------------------------------- what is looked for

_SIGNS = {
    sign: (family, side)
    for family, sides in FAMILIES.items()
    for side, signs in sides.items()
    for sign in signs.split()
}
_KNOWN_LIMIT = 50_000


@frozen
class MarkSet:
    """The signs to look for: all, or those that a caller asks for."""

    signs: Mapping[str, tuple[str, str]] = field(repr=False)
    pattern: re.Pattern[str] = field(repr=False)
    dash: bool = True
    label: bool = True
    single: bool | None = None
    known: dict[str, tuple[str, str, Look, int] | str] = field(factory=dict, repr=False, eq=False)


@lru_cache(maxsize=64)
def mark_set(marks: tuple[str, ...] | None = None) -> MarkSet:
    """The signs that the names of styles, or pairs of marks, stand for; None stands for all.

    Raises:
        OptionError: neither a style nor a pair.

    >>> sorted(mark_set(("single", "⟪⟫")).signs)
    ["'", '`', '‘', '’', '‛', '⟪', '⟫']
    """
    if marks is None:
        return MarkSet(_SIGNS, _pattern(_SIGNS))
    chosen: dict[str, tuple[str, str]] = {}
    for asked in marks:
        half = len(asked) // 2
        left, right = asked[:half], asked[half:]
        if asked in STYLES:
            chosen.update((sign, _SIGNS[sign]) for sign in STYLES[asked].split())
        elif len(asked) == 2 and not any(char.isspace() or char.isalnum() for char in asked) or {left, right} <= {*_SIGNS}:
            sides = ("either", "either") if left == right else ("left", "right")
            for sign, side in zip((left, right), sides, strict=True):
                chosen[sign] = _SIGNS.get(sign, (asked, side))
        else:
            styles = ", ".join(STYLES)
            raise OptionError(f"no marks are named {asked!r}; name some of {styles}, or give a pair such as '“”'")
    families = [family for family, _ in chosen.values()]
    return MarkSet(chosen, _pattern(chosen), "dash" in marks, "label" in marks, families[:1] == ["single"])


def _pattern(signs: Iterable[str]) -> re.Pattern[str]:
    """A pattern for all the signs, for entities and tags; an apostrophe between two letters is passed over."""
    chars = "".join(sorted({sign[0] for sign in signs} | set("&<=`")))
    return re.compile(rf"[{re.escape(chars)}](?:(?<!['’‘])|(?<![^\W_].)|(?![^\W_]))", re.DOTALL)


# ---------------------------------------------------------------------------------------------- reading


def find_marks(text: str, wanted: MarkSet) -> tuple[list[Mark], Convention]:
    """The marks of a text in their order, and the habit they show.

    >>> marks, convention = find_marks("‘The boys’ tent,’ he said, ‘isn’t up.’", mark_set())
    >>> [(mark.sign, mark.look, mark.rank) for mark in marks]
    [('‘', 'opens', 3), ('’', 'closes', 0), ('’', 'closes', 3), ('‘', 'opens', 3), ('’', 'closes', 3)]
    >>> convention.single
    True
    """
    marks: list[Mark] = []
    append = marks.append
    known = wanted.known
    if len(known) > _KNOWN_LIMIT:
        known.clear()
    past = 0  # what stands before it is read already
    telling = False  # whether a mark tells of the habit of the document: what is here but double marks and apostrophes?
    for found in wanted.pattern.finditer(text):
        at = found.start()
        if at < past:
            continue
        sides = text[at - 1 : at + 2] if at else " " + text[:2]
        plain = known.get(sides)
        if plain is None:
            plain = known[sides] = _plain(sides, wanted)
        if type(plain) is tuple:
            append(_new(Mark, (at, at + 1, *plain)))
            continue
        mark, past = _read(text, at, plain, wanted)
        if mark is not None:
            append(mark)
            telling = telling or mark.family != "single" or mark.look != "closes"
    if telling or wanted.single is not None or any(sign in text for sign in "«»‹›"):
        return _in_context(text, marks, wanted)
    return marks, Convention()


_new = tuple.__new__  # what Mark(…) calls in the end, at half the cost


def _plain(sides: str, wanted: MarkSet) -> tuple[str, str, Look, int] | str:
    """What a mark is by its two neighbours alone: sign, family, look and rank, or only how they stand to it."""
    sign = sides[1]
    left, right = _CLASSES[sides[0]], _CLASSES[sides[2]] if len(sides) > 2 else "b"
    if "m" in (left, right) or sign in _SLOW or sign not in wanted.signs or sides[0] in _EYES:
        return "m"
    relation = SIDES[left + right]
    family, side = wanted.signs[sign]
    if family == "single":
        return relation
    return sign, family, *_look(family, side, relation)


_SLOW = frozenset("&<=`")
_EYES = frozenset(":;=")


def _look(family: str, side: str, relation: str) -> tuple[Look, int]:
    if family == "double" or side == "either":
        return _DOUBLE[side][relation]
    return ("opens", 3) if side == "left" else ("closes", 3)


def _relation(text: str, start: int, end: int) -> str:
    """How the two sides of a mark stand to it, other marks and emphasis looked through, four of them at most."""
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


def _read(text: str, at: int, relation: str, wanted: MarkSet) -> tuple[Mark | None, int]:
    """The mark at a place that its neighbours alone do not explain, and where to read on."""
    sign, end = text[at], at + 1
    if sign == "&":
        entity = _ENTITY.match(text, at)
        if entity is None:
            return None, end
        sign, end = _character(entity), entity.end()
    elif sign == "<":
        tag = _TAG.match(text, at)
        return None, tag.end() if tag else end
    elif sign == "=":
        attribute = _ATTRIBUTE.match(text, at) if at and text[at - 1].isalnum() else None
        return None, attribute.end() if attribute else end
    elif text[end : end + 1] == sign:
        return _read_run(text, at, sign, wanted)
    elif sign == "`" and (code := _CODE.match(text, at)):
        return None, code.end()
    if sign not in wanted.signs:
        return None, end
    if _SMILEY.match(text, at):
        return None, end
    if relation == "m":
        relation = _relation(text, at, end)
    return _mark(text, at, end, sign, relation, wanted), end


def _character(entity: re.Match[str]) -> str:
    name, decimal, hexadecimal = entity.groups()
    if name:
        return _ENTITIES[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if code <= sys.maxunicode else ""


def _read_run(text: str, at: int, sign: str, wanted: MarkSet) -> tuple[Mark | None, int]:
    """The first mark of a run of the same sign: two apostrophes are one double mark, and so on."""
    sides = text[at - 1 : at + 3] if at else ""
    known = wanted.known.get(sides)
    if type(known) is tuple:
        return _new(Mark, (at, at + 2, *known)), at + 2
    run = 2
    while run < 4 and text.startswith(sign, at + run):
        run += 1
    relation = _relation(text, at, at + min(run, 3))
    width = 1 if (run == 3 and relation != "(") or sign * 2 not in wanted.signs else 2
    if sign * width not in wanted.signs:
        return None, at + width
    mark = _mark(text, at, at + width, sign * width, relation, wanted)
    if mark is not None and width == 2 and len(sides) == 4 and "m" not in (_CLASSES[sides[0]], _CLASSES[sides[3]]):
        wanted.known[sides] = mark[2:]
    return mark, at + width


def _mark(text: str, start: int, end: int, sign: str, relation: str, wanted: MarkSet) -> Mark | None:
    family, side = wanted.signs[sign]
    look = _single_look(text, start, end, side, relation) if family == "single" else _look(family, side, relation)
    return look and Mark(start, end, sign, family, *look)


# --------------------------------------------------------------------------- single marks and apostrophes


def _single_look(text: str, start: int, end: int, side: str, relation: str) -> tuple[Look, int] | None:
    """How a single mark looks; None where it is an apostrophe."""
    if relation == "|":
        return ("closes", 2) if text[end : end + 1] in _APOSTROPHES and _CONTRACTED.match(text, end + 1) else None
    if relation in ")1":
        rank = _closing_rank(text, start, end)
        if side != "left":
            return "closes", rank
        return ("turned left", rank) if text[start] in "‘&" else None
    if relation == "(" or side == "left":
        if relation == ":" and text[start] in "‚`":
            return None
        rank = _opening_rank(text, start, end)
        if rank is None:
            return None
        return "opens" if side != "right" else "turned right", rank
    if relation == ":":
        return "loose", 0
    return None if _CONTRACTED.match(text, end) else ("closes", 3) if side == "right" else ("loose", 1)


def _opening_rank(text: str, start: int, end: int) -> int | None:
    """How surely a single mark before a word opens: None where it stands for letters left out, as in *'tis*."""
    if _AND.match(text, end):
        return None
    if _YEARS.match(text, end) and _before(text, start).isalnum():
        return None
    word = _WORD.match(text, end)
    if word is None or text[word.end() : word.end() + 1] in _APOSTROPHES:
        return 3
    low = word[0].lower()
    if low in ELISIONS:
        return 0 if text[start] == "‘" and word[0] != low else None
    if low in DIALECT:
        return 0
    if text[start] == "‘":
        return 3
    return 1 if low in CLIPPED_WORDS and (word[0] == low or _before(text, start) not in _SENTENCE_ENDS) else 3


_SENTENCE_ENDS = frozenset((*".,:;!?…—-'’\"”", ""))
_APOSTROPHES = frozenset("'’‘")


def _before(text: str, start: int) -> str:
    """The character before the blanks before a place; nothing where the text or a paragraph begins."""
    return text[max(0, start - 4) : start].rstrip()[-1:]


def _closing_rank(text: str, start: int, end: int) -> int:
    """How surely a single mark behind a word closes, and is no apostrophe: 0 to 3."""
    before = text[start - 1 : start]
    if text[start - 2 : start] in _AND_LEFT:
        return 0
    if _CLASSES[before] not in "wd":
        return 3
    after = text[end : end + 1]
    if before.isdigit():
        return 0 if after.isspace() else 1
    if not after or _CLASSES[after] in "peno":
        return 1 if _CLIPPED.search(text, max(0, start - 6), start) else 2
    following = text[end : end + 4].lstrip()
    if not following or "\n\n" in text[end : end + 4]:
        return 2
    if before in "sS" and following[:1].islower():
        return 0
    return 0 if _CLIPPED.search(text, max(0, start - 6), start) else 1


# ------------------------------------------------------------------------------------- the habit of a document

_SINGLES_OVER_OTHERS = 2.5  # single marks inside double ones are fewer than these; measured on novels of both habits


def _in_context(text: str, marks: list[Mark], wanted: MarkSet) -> tuple[list[Mark], Convention]:
    """The marks again, with what only the document tells of them; and its habit."""
    singles = others = closing = 0
    angles = doubled = False
    for _, end, sign, family, look, rank in marks:
        if family == "single":
            if look == "opens":
                singles += rank == 3 or (rank > 0 and sign == "‘")
            else:
                closing += rank >= 2
        elif look == "opens":
            if sign in _DOUBLED:
                if not _begins_with_elision(text, end):
                    doubled = True
                    others += 1
            else:
                others += 1
                angles = angles or family in _ANGLES
        else:
            angles = angles or family in _ANGLES
    single = singles > _SINGLES_OVER_OTHERS * others and closing * 3 >= singles
    if wanted.single is not None:
        single = wanted.single
    convention = Convention(single, angles and _turned(text, marks), doubled)
    if convention.turned:
        marks = [_turn(mark) if mark.family in _ANGLES else mark for mark in marks]
    if single and not doubled:
        marks = list(_halved(text, marks))
    return marks, convention


_ANGLES = frozenset(("angle", "small angle"))
_DOUBLED = frozenset(("''", "‘‘", "``"))


def _begins_with_elision(text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    return word is not None and word[0].lower() in ELISIONS


def _turned(text: str, marks: list[Mark]) -> bool:
    """Whether the angles point inwards, »so«: by their sides, and where these say nothing by the first one."""
    outwards = inwards = 0
    first = ""
    for start, end, sign, family, _, _ in marks:
        if family in _ANGLES:
            first = first or sign
            relation = _relation(text, start, end)
            if relation in "()":
                outwards += (sign in "«‹") == (relation == "(")
                inwards += (sign in "»›") == (relation == "(")
    return inwards > outwards or (inwards == outwards and first in "»›" and any(mark.sign in "«‹" for mark in marks))


def _turn(mark: Mark) -> Mark:
    return mark._replace(look="closes" if mark.look == "opens" else "opens")


def _halved(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """The marks, with those made of two apostrophes cut in two: where single marks rule, they stand side by side."""
    for mark in marks:
        if mark.sign not in ("''", "’’", "‘‘"):
            yield mark
            continue
        for start in (mark.start, mark.start + 1):
            sign = mark.sign[0]
            look = _single_look(text, start, start + 1, _SIGNS[sign][1], _relation(text, start, start + 1))
            if look is not None:
                yield Mark(start, start + 1, sign, "single", *look)
