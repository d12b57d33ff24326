"""Name: the parts of a proper name; find_names: where names stand in a text.

One scan over the text finds the runs of capitalised words (*Energy Minister Dalia Rahbani*). What
a run is made of is read once for each different run, and only where somebody asks: most texts
repeat a few names again and again.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from importlib import resources
from itertools import islice
from operator import attrgetter
from sys import intern
from typing import Literal

import regex
from attrs import field, frozen

from .abbreviations import one_of
from .characters import CAPITAL, LETTER
from .lexicon import FEW, PERSONS, Lexicon
from .making import maker
from .memo import Memo
from .named import Named
from .tables import read_table

NameKind = Literal["person", "body", "place", "word"]

PARTICLES = (
    "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "vom", "zu", "zur",
    "bin", "ibn", "ben", "bint", "al", "el", "ter", "ten", "af", "av", "ap", "y",
)  # fmt: skip
_OPENERS = frozenset({*PARTICLES, *(p.capitalize() for p in PARTICLES), "St", "St.", "Saint"}) - {
    "Al",
    "Ben",
    "Di",
    "La",
}
"""Words that make one surname with the word behind them."""
_SUFFIXES = frozenset({"jr", "sr", "jnr", "snr", "ii", "iii", "iv", "esq"})
_NUMBERS = ("No", "No.")  # world No 3, but: Dr No
_LETTERS_BEHIND = frozenset(
    {"phd", "md", "qc", "kc", "mp", "mep", "msp", "mla", "td", "obe", "cbe", "mbe", "kbe", "frs"}
)
"""What stands behind a name and tells of an office, a degree or an honour: no part of the name."""
_BEHIND = _SUFFIXES | _LETTERS_BEHIND
# No title before a noun for a body: *the General Council*, *the Justice Department*.
_NO_TITLES = frozenset({("General",), ("Justice",)})
_BODY_CLASSES = frozenset({"body", "organisation", "org", "company"})
_LINKS = frozenset("pPSsdowckbhmD")
"""The tags of pronouns, prepositions, determiners and other words that no name holds."""
_ASKED = ("Q.", "A.")
"""Labels of questions and answers, no initials before a word that no name holds: *A. He left*."""
_MOST_NAMES, _LONGEST_NAME = 10_000, 100  # that are kept as they were read, of so many characters
_MOST_WORDS = 200  # of a run of capitals: more are no name, and all of them would be kept while they are read
_AT_ONCE = 1_000  # runs of capitals that are looked at together
_MANY, _PIECE = 20_000, 50_000
"""Texts longer than this have their small words counted once, piece by piece, shorter ones are searched."""


@frozen(weakref_slot=False)
class Name:
    """A name as one run of capitals shows it.

    ``skip`` is how many characters of the run go before it (*But* Tom), ``core`` where the name
    proper begins behind titles and roles. ``words`` are the name proper without suffix; ``full`` tells
    whether they have a first name and a surname at least, ``given`` the gender that the first of them tells (``u``:
    either; nothing: it is no given name).
    """

    text: str
    skip: int = 0
    core: int = 0
    titles: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    suffix: str = ""
    kind: NameKind = "word"
    gender: str = "u"
    full: bool = False
    given: str = ""

    @property
    def bare(self) -> str:
        """The name without titles and roles, its suffix kept."""
        return " ".join((*self.words, self.suffix)) if self.suffix else " ".join(self.words)

    @property
    def title(self) -> str:
        """Its last title: *Gov.* of *Lt. Gov.*; empty where it has none."""
        return self.titles[-1] if self.titles else ""


_make_name = maker(Name)


@cache
def full_forms() -> Mapping[str, tuple[str, ...]]:
    """The given names that a nickname stands for.

    >>> full_forms()["Lizzy"]
    ('Elizabeth',)
    """
    text = (resources.files(__package__) / "lang" / "en" / "nicknames.tsv").read_text("utf8")
    return {row["nickname"]: tuple(row["full"].split("|")) for row in read_table("nicknames.tsv", text)}


@cache
def sites() -> frozenset[str]:
    """Words with which the names of places end.

    >>> "Street" in sites()
    True
    """
    text = (resources.files(__package__) / "lang" / "en" / "sites.tsv").read_text("utf8")
    return frozenset(row["word"] for row in read_table("sites.tsv", text))


_UNSEEN = r"\u200c\u200d"  # signs that join letters, or keep them apart
_SPACE = r"[ \t\u00a0\u200b\u2009\u202f]"
_NICKNAME = rf"\(?[“\"‘'(](?:the )?{CAPITAL}[^“”\"’'()\n]{{0,30}}[”\"’')]\)?{_SPACE}"


_PREFIX = r"(?:[dl][’']|(?:al|el|as|ad|an|ar|az|ash|ul|ben)[-‐‑])"
_ARTICLE = re.compile("-(?<= (?:al|el|as|ad|an|ar|az|ul)-)|-(?<= (?:ash|ben)-)")  # sought by its hyphen: that is fast
_PREFIXED = regex.compile(rf"(?<![\w’'-]){_PREFIX}\Z")  # what stands before the capital of *al-Rashid*


@cache
def _pattern(abbreviations: frozenset[str], *, wrapped: bool) -> re.Pattern[str]:
    """A run of capitalised words, with initials, titles and particles; over line ends if ``wrapped``.

    The first capital comes before what must not stand beside it: so the places where a run may begin are found fast.
    """
    lengths = {len(short): [each for each in abbreviations if len(each) == len(short)] for short in abbreviations}
    stop = "|".join(rf"(?<=\b(?:{one_of(same)})\.)" for same in lengths.values())
    capital = rf"{CAPITAL}(?<!I(?!{LETTER}|[_.]))"
    joined = rf"[’'‘‑{_UNSEEN}-](?!s\b)[^\W\d_]{LETTER}*"
    word = rf"{LETTER}*(?:{joined}(?:{joined})*|)[{_UNSEEN}]*(?:\.(?:{stop})|)"
    rest = rf"(?:[a-z]++(?=[ ,;:!?”])|\.(?:-?{CAPITAL}\.)*|{word})"  # most are plain words
    space = rf"(?:{_SPACE}{{1,3}}" + (rf"|{_SPACE}{{0,3}}\r?\n{_SPACE}{{0,3}})" if wrapped else ")")
    particle = rf"(?:{one_of(PARTICLES)}){space}"
    link = rf"(?:{particle}(?:{particle}){{0,2}}|)(?:{_PREFIX}(?={CAPITAL})|)"
    begins = rf"(?=[{''.join(sorted({each[0] for each in PARTICLES}))}u(“\"‘']|{CAPITAL})"  # few words can go on so
    further = rf"{space}{begins}(?:(?=[(“\"‘']){_NICKNAME}|){link}{capital}{rest}|,{_SPACE}?(?:Jr|Sr|Jnr|Snr)\b\.?"
    saint = rf"t(?<=St)\.?{space}{CAPITAL}{LETTER}*[’']s{space}{capital}{word}"  # St. Mary’s Hospital
    return re.compile(rf"{capital}(?<!{LETTER}.)(?<![@#].)(?:{saint}|{rest})(?:{further}){{0,{_MOST_WORDS}}}")


def is_wrapped(text: str) -> bool:
    r"""Whether lines end in mid-sentence, as in hard-wrapped text.

    >>> is_wrapped("He took the\nboat home."), is_wrapped("He left.\nShe stayed.")
    (True, False)
    """
    for found in islice(_LINE_END.finditer(text), _MOST_LINES):
        before = found["before"] or found["crlf"]
        if found["after"].islower() and (before.islower() or before == ","):
            return True
    return False


_LINE_END = re.compile(  # between two words
    r"\n(?:(?<=(?P<before>[^\W\d_]|,)\n)|(?<=(?P<crlf>[^\W\d_]|,)\r\n))(?=(?P<after>[^\W\d_]))"
)
_MOST_LINES = 400  # that are looked at


_ODD = re.compile(r"[“”\"‘'(),]")  # signs in a run that is more than words and blanks
_WORD = regex.compile(r"[^\s“”\"()]+")
_NICK = regex.compile(r"\(?[“\"‘'(](?P<nick>(?:the )?\p{Lu}[^“”\"’'()\n]{0,30})[”\"’')]\)?(?=\s)")


def _noun_class(word: str, lexicon: Lexicon) -> tuple[str, bool]:
    """The class of a word as a noun, and whether a table (and not its ending) says so."""
    low = word.lower()
    known = lexicon.nouns.get(low)
    if known is not None:
        return known[0].partition(",")[0], True
    small = lexicon.word(word).small
    return (small.noun if small is not None else ""), False


def _drop_leading(words: Sequence[str], lexicon: Lexicon) -> int:
    """How many words at the start belong to the sentence and not to the name (*But* Tom, *On Monday* Lee)."""
    given, at = lexicon.given, 0
    while at < len(words):
        word = words[at]
        tag = lexicon.word(word).tag
        more = at + 1 < len(words)
        bearer = more and word in given and tag != "d" and (tag != "T" or not at)
        asks = word in _ASKED and more and lexicon.word(words[at + 1]).tag in _LINKS
        if asks or (more and not bearer and _bids(word, words[at + 1], lexicon)):
            at += 1
            continue
        if "." in word or word in lexicon.titles or bearer or (word.isupper() and len(word) > 1):
            break
        if tag == "N" and not (more and word == "O"):
            break
        at += 1
    return at


def _bids(word: str, behind: str, lexicon: Lexicon) -> bool:
    """Whether a word before a name is a verb with a capital of its own: *Tell Ann*, *Forget May*, *Cried Ottoline*."""
    small = lexicon.word(word).small
    if small is None or small.verb is None or small.verb.noun == "often":
        return False
    if behind in sites() or word in lexicon.titles or word.isupper() or _is_known(behind, lexicon):
        return False
    bidden = behind in lexicon.given or lexicon.word(behind).tag == "T"
    return (small.verb.strong and "d" in small.forms) or (bidden and "b" in small.forms)


def _split_role(words: list[str], lexicon: Lexicon) -> int:
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
        kind, in_table = _noun_class(word, lexicon)
        if kind in PERSONS and (in_table or (last - at > 1 and word not in _places(lexicon))):
            count = at + 1
    return count or (_split_field(words, lexicon) if last > 1 else 0)


def _split_field(words: list[str], lexicon: Lexicon) -> int:
    """How many leading words are what a role is for: (the minister for Trade and) *Oceans* Ann Lee.

    A noun or a place stands before a given name and a surname; where the given name is not known, two words of which
    the second is a plural or a body: *Rural Roads, Fisheries Committee*. Not: South Carolina Democrats.
    """
    given, places = lexicon.given, _places(lexicon)
    if (
        len(words) == _FIELD_AND_NAME
        and _is_field(words[0], lexicon)
        and not any(_is_known(w, lexicon) for w in words[1:])
    ):
        return 1
    for at in range(1, len(words) - 1):
        noun, first = words[at - 1], words[at]
        if noun in given or f"{noun} {first}" in places or _ends_no_person(noun, words[at:], lexicon):
            continue
        if first in given:
            splits = _is_noun(noun, lexicon)
        else:
            body = _noun_class(noun, lexicon)[0] in _BODY_CLASSES
            fits = body or (_is_plural(noun, lexicon) and _is_known(words[at - 2], lexicon))
            splits = at > 1 and fits and not any(_is_known(word, lexicon) for word in words[at:])
        if splits and (words[0] not in given or at > _LONGEST_GIVEN):
            return at
    return 0


_FIELDS = ("gy", "ics", "ion", "ity", "ment", "ship", "ture", "lth", "ance", "ence", "fare", "ies", "ings")
"""How the names of what ministries are for end."""
_LONGEST_GIVEN = 3  # words before a common noun that may be first names
_FIELD_AND_NAME = 3  # words of Tunnels Rauli Munk


def _is_field(word: str, lexicon: Lexicon) -> bool:
    """Whether a word before a first name and a surname that no table has is rather what an office is for: *Tunnels*."""
    small = lexicon.word(word).small
    if small is None or word in lexicon.given or not word[1:].islower() or _noun_class(word, lexicon)[0]:
        return False
    return (small.verb is not None and small.verb.noun == "often") or word.endswith(_FIELDS)


def _ends_no_person(noun: str, words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a common word ends the name, unless behind a field in the plural: *Civil Rights Ida Stone*."""
    first, last = words[0], words[-1]
    if not _is_known(last, lexicon):
        return False
    return not (len(words) == 2 and first in lexicon.given and last.istitle() and _is_plural(noun, lexicon))


def _is_plural(word: str, lexicon: Lexicon) -> bool:
    small = lexicon.word(word).small
    return small is not None and small.plural and small.tag == "n"


def _is_known(word: str, lexicon: Lexicon) -> bool:
    """Whether a table has a word with a capital as one written small, or as a place."""
    low = word.lower()
    return low in lexicon.nouns or low in lexicon.adjectives or low in lexicon.verbs or word in _places(lexicon)


def _is_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a common noun, or one with the form of a verb, but for its capital.

    Of a word that no table has its ending must tell it: *Oceans*, *Innovation*, *Rome-based*, but not *Nguyen*.
    """
    small = lexicon.word(word).small
    if _noun_class(word, lexicon)[1]:
        return True
    if small is None or small.tag not in "nv":
        return False
    return small.plural or word.endswith(_FIELDS) or _is_known(word, lexicon) or word.rpartition("-")[2].islower()


def _kind_of(words: list[str], titles: tuple[str, ...], role: int, lexicon: Lexicon) -> NameKind:
    """Whether the name proper is that of a person, a body or a place, as far as its words tell."""
    last, given, places = words[-1], lexicon.given, _places(lexicon)
    if any(word.endswith(("’s", "'s", "’S", "'S")) for word in words[:-1]):
        return "body"  # St. Mary’s Hospital, A SAILOR’S YARN
    if titles in _NO_TITLES and lexicon.kind_of(last.lower()) in _BODY_CLASSES:
        return "body"
    if titles:
        return "person"
    if (len(words) > 1 or last.isupper()) and lexicon.kind_of(last.lower()) in _BODY_CLASSES:
        return "body"
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
    if len(words) > 2 and any(_is_adjective(word, lexicon) for word in words[1:-1]):
        return "body"
    if role or (len(words) > 1 and words[0] in given):
        return "person"
    if len(words) > 1 and any(len(word) == 2 and word[1] == "." for word in words[:-1]):
        return "person"
    if last.isupper() and len(last) > 1 and len(words) == 1:
        return "body"
    return "word"


def _is_adjective(word: str, lexicon: Lexicon) -> bool:
    return word.lower() in lexicon.adjectives and word not in lexicon.given


@lru_cache(maxsize=FEW)
def _places(lexicon: Lexicon) -> frozenset[str]:
    """The names of places and of their people, but for those that are names of persons as well."""
    rows = [row for row in lexicon.tables.get("places", ()) if "person" not in row["also"]]
    peoples = (word for row in rows for word in row["adjective"].split(","))
    return frozenset({*(row["place"] for row in rows), *peoples})


def is_of_place(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is the name of a place or of its people, and no name of persons as well: *French*, *Oslo*."""
    return word in _places(lexicon)


def _tells_whence(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words name nobody, but tell what somebody is and where: *the Ohio Democrat*."""
    if " ".join(words[:-1]) not in _places(lexicon) or _is_plural(words[-1], lexicon):
        return False
    return _noun_class(words[-1], lexicon)[0] in PERSONS


_ALSO_SURNAMES = frozenset(
    ("Baron", "Bishop", "Dean", "Duke", "Earl", "Judge", "Khan", "King", "Knight", "Major", "Pope", "Prince", "Shah")
)
"""Titles that are surnames at least as often behind a word that no table has: *Lucan Bishop*."""


def _tells_which(word: str, title: str, lexicon: Lexicon) -> bool:
    """Whether a word before a title only tells which one: the *French* Colonel, not *Lucan* Bishop."""
    if word in _places(lexicon):
        return True
    plain = title not in _ALSO_SURNAMES or _is_adjective(word, lexicon) or bool(_noun_class(word, lexicon)[0])
    return plain and word not in lexicon.given


@lru_cache(maxsize=FEW)
def _parsed(lexicon: Lexicon) -> Memo[str, Name]:
    """The names that were read with these tables."""
    return Memo(partial(_parse, lexicon=lexicon), _MOST_NAMES, _LONGEST_NAME)


def _parse(surface: str, lexicon: Lexicon) -> Name:
    """The parts of a run of capitals."""
    if surface.isalpha():
        return _parse_word(surface, lexicon)
    plain, bare = _words_of(surface)
    first = _drop_leading(bare, lexicon)  # of the words: its number
    bare = bare[first:] if first else bare
    if not bare or (len(bare) > 1 and bare[-1] in _NUMBERS and bare[0] not in lexicon.titles):
        return Name(surface, skip=len(surface), core=len(surface))
    suffix = ""
    while len(bare) > 1 and (last := bare[-1].replace(".", "").lower()) in _BEHIND:
        word = bare.pop()
        suffix = suffix if last in _LETTERS_BEHIND else f"{word} {suffix}".strip()
    role = _split_role(bare, lexicon) if len(bare) > 1 else 0
    titles = tuple([word for word in bare[:role] if _is_title(word, lexicon)]) if role else ()
    if not role and len(bare) == 2 and bare[-1] in lexicon.titles and _tells_which(bare[0], bare[1], lexicon):
        first, bare = first + 1, bare[1:]  # the French Colonel
    own = bare[role:] if role else bare
    full = len(own) > 1 and is_full(own)
    skip = _place(plain, first)
    core = shown = _place(plain, first + role) if role else skip  # Otto Lind of Foreign Minister Otto Lind
    if titles and not (full and bare.index(titles[0])):
        shown = _place(plain, first + bare.index(titles[0]))
    return _make_name(  # its fields in their order
        intern(" ".join(surface[shown:].split())),
        skip,
        core,
        titles,
        tuple(bare[:role]),
        tuple(own),
        suffix,
        _kind_of(own, titles, role, lexicon),
        _gender_of(titles, lexicon) if titles else "u",
        full,
        lexicon.given.get(own[0], ""),
    )


def _parse_word(word: str, lexicon: Lexicon) -> Name:
    """The parts of a run of one word, as every other run is."""
    shouted = word.isupper() and len(word) > 1
    if not shouted and lexicon.word(word).tag != "N":
        return Name(word, skip=len(word), core=len(word))
    return _make_alone(word, lexicon)


def _make_alone(word: str, lexicon: Lexicon) -> Name:
    """The name that is one word."""
    kind = _kind_of([word], (), 0, lexicon)
    return _make_name(intern(word), 0, 0, (), (), (word,), "", kind, "u", False, lexicon.given.get(word, ""))


def _words_of(surface: str) -> tuple[str, list[str]]:
    """A run with blanks in the place of a nickname, and its words."""
    if not _ODD.search(surface):
        return surface, [*map(intern, surface.split())]
    nick = _NICK.search(surface)
    if nick is not None:
        surface = surface[: nick.start()] + " " * (nick.end() - nick.start()) + surface[nick.end() :]
    return surface, [intern(word.rstrip(",")) for word in _WORD.findall(surface)]


def _place(run: str, number: int) -> int:
    """Where a word of a run begins."""
    return next(islice(_WORD.finditer(run), number, None)).start()


def _is_title(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a title as it stands or in capitals."""
    return word in lexicon.titles or (word.isupper() and word.capitalize() in lexicon.titles)


def is_full(words: Sequence[str]) -> bool:
    """Whether words are a first name and a surname at least; *van der Berg* is a surname.

    >>> is_full(("Ida", "Berg")), is_full(("van", "der", "Berg"))
    (True, False)
    """
    first = 0
    while first < len(words) - 1 and words[first] in _OPENERS:
        first += 1
    return len(words) - first > 1


def _gender_of(titles: Sequence[str], lexicon: Lexicon) -> str:
    """The gender that titles tell, the last one first: *Mrs.* f, *Captain* u."""
    for title in reversed(titles):
        gender = (lexicon.titles.get(title) or lexicon.titles[title.capitalize()]).gender
        if gender in "mf":
            return gender
    return "u"


class _Names(dict[str, Name]):
    """The names of runs, read when they are asked for; of very many the first are kept, the others read each time."""

    def __init__(self, told: Mapping[str, Name], parsed: Mapping[str, Name]) -> None:
        super().__init__(told)
        self._told, self._parsed = told, parsed

    def __missing__(self, surface: str) -> Name:
        """The name of a run that nobody has asked for yet."""
        name = self._parsed[surface]
        if len(self) < _MOST_NAMES:
            self[surface] = name
        return name

    def read_all(self, surfaces: Collection[str]) -> None:
        """Read the names of these runs at once, as many as are kept."""
        if len(self) < min(len(surfaces), _MOST_NAMES):
            some = [*islice(surfaces, _MOST_NAMES)]
            self.update(zip(some, map(self._parsed.__getitem__, some), strict=True))
            self.update(self._told)


@frozen
class NameIndex:
    """Where names stand in a text: run after run, in order.

    >>> from quoteattr.lexicon import english
    >>> index = find_names("But Ann Lee of Norland met Per Moe.", english())
    >>> [index.name(at).bare for at in range(len(index))]
    ['Ann Lee', 'Norland', 'Per Moe']
    """

    text: str = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    surfaces: list[str]
    lexicon: Lexicon = field(repr=False)
    named: tuple[tuple[int, int], ...] = field(default=(), repr=False)  # the runs that were told, not found
    told: Mapping[str, Name] = field(factory=dict, repr=False)  # … and their names
    _names: _Names = field(init=False, repr=False)
    read: Callable[[str], Name] = field(init=False, repr=False)  # the name of a run
    _small: dict[str, int] = field(init=False, factory=dict, repr=False)
    _runs: dict[str, tuple[int, ...]] = field(init=False, factory=dict, repr=False)
    _heads: set[tuple[str, ...]] = field(init=False, factory=set, repr=False)
    _wholes: set[tuple[str, ...]] = field(init=False, factory=set, repr=False)

    @_names.default
    def _told_names(self) -> _Names:
        return _Names(self.told, _parsed(self.lexicon))

    @read.default
    def _read_once(self) -> Callable[[str], Name]:
        return self._names.__getitem__  # which a class of dictionaries is asked for faster so

    def __len__(self) -> int:
        return len(self.starts)

    def name(self, at: int) -> Name:
        """The name of a run, by its place in the order."""
        return self.read(self.surfaces[at])

    def parse(self, surface: str) -> Name:
        """The parts of a name that is written so, be it a run of the text or not."""
        return _parsed(self.lexicon)[surface]

    def within(self, start: int, end: int) -> range:
        """Which runs begin inside a stretch of the text."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_left(self.starts, end, first))

    def before(self, position: int) -> range:
        """Which runs begin before a position."""
        return range(bisect_left(self.starts, position))

    def covering(self, position: int) -> int | None:
        """Which run covers a position, if any does."""
        at = bisect_right(self.starts, position) - 1
        return at if at >= 0 and position < self.ends[at] else None

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The names that stand whole inside a stretch of the text, titles and roles included."""
        found = []
        for at in self.within(start, end):
            name = self.name(at)
            if self.ends[at] <= end and name.words:
                found.append((self.starts[at] + name.skip, self.ends[at]))
        return found

    def runs(self) -> Mapping[str, tuple[int, ...]]:
        """For each different run the places where it stands, in order of the text."""
        runs = self._runs
        if not runs:
            found = defaultdict[str, list[int]](list)
            for at, surface in enumerate(self.surfaces):
                found[surface].append(at)
            runs.update(zip(found, map(tuple, found.values()), strict=True))
        return runs

    def all_names(self) -> Iterable[Name]:
        """The name of each different run."""
        names, runs = self._names, self.runs()
        names.read_all(runs)
        return names.values() if len(runs) <= _MOST_NAMES else map(self.read, runs)

    def small_count(self, word: str) -> int:
        """How often a word stands in the text without its capital."""
        low = word.lower()
        if len(self.text) > _MANY:
            if not self._small:
                counts = Counter[str]()
                for piece in _pieces(self.text):
                    counts.update(filter(str.islower, piece.split()))
                self._small.update(counts)
            return self._small.get(low, 0) + self._small.get(low + ",", 0) + self._small.get(low + ".", 0)
        if low not in self._small:
            self._small[low] = self.text.count(f" {low}")
        return self._small[low]

    def opens_sentence(self, at: int) -> bool:
        """Whether a run begins a sentence, a quotation or a line, so that its capital tells nothing."""
        position = self.starts[at] - 1
        text = self.text
        while position >= 0 and text[position] in " \t\u00a0_*\n\r":
            if text[position] == "\n" and text[position - 1 : position] in ("\n", ".", "\r"):
                return True
            position -= 1
        return position < 0 or text[position] in '.!?:“”"‘«»—–…(['

    def qualifies(self, word: str) -> bool:
        """Whether a word written small is an adjective or adverb (*Presently* Tom, *Poor* Tom)."""
        small = self.lexicon.word(word).small
        return small is not None and small.tag in "jr"

    def links(self, word: str) -> bool:
        """Whether a word, written small, joins others in a sentence: *upon*, *who*, *his*, no part of a name."""
        row = self.lexicon.closed.get(word.lower())
        return row is not None and row["tag"] in _LINKS and word not in self.lexicon.given

    def gender_of(self, word: str) -> str:
        """The gender of a given name, ``u`` where either bears it; nothing for a word that is none."""
        return self.lexicon.given.get(word, "")

    def small_tag(self, word: str) -> str:
        """The tag of a word when it is written small: of *Stop*, of *Enough*; empty where the tables have none."""
        small = self.lexicon.word(word).small
        return small.tag if small is not None else ""

    def is_common(self, word: str) -> bool:
        """Whether a table has a word with a capital as one written small, or as a place: *Safety*, *Oslo*."""
        return _is_known(word, self.lexicon)

    def is_role(self, word: str) -> bool:
        """Whether a word is a noun for what somebody does or is, by the table."""
        return self.lexicon.kind_of(word) == "role"

    def cut_name(self, start: int, end: int) -> int:
        """Where the right-hand name begins, if two names have run into each other; else ``start``.

        Bad translations leave a wrong name in front of the right one. The text elsewhere shows which
        words are a name of its own: the right-hand one stands alone or begins another run, and the
        left-hand one is a run of its own too.

        >>> from quoteattr.lexicon import english
        >>> text = "Mr. Ivan Borov Katya said no. Katya Lind had met Ivan Borov in Rome."
        >>> index = find_names(text, english())
        >>> text[index.cut_name(0, 20) : 20]
        'Katya'
        """
        at = self.covering(end - 1)
        if at is None or self.ends[at] > end:
            return start
        cut = self.seam(at)
        if not cut:
            return start
        position = self.starts[at] + self.surfaces[at].rindex(self.name(at).words[cut])
        return max(start, position)

    def seam(self, at: int) -> int:
        """How many words of a run are one name, where the others are a second one; 0 where it is one name."""
        words = self.name(at).words
        if len(words) < 3 or words[1] in PARTICLES or self.surfaces[at] in self.told:
            return 0
        wholes = self._whole_names()
        for cut in range(len(words) - 1, 1, -1):
            alone = words[:cut] in wholes or words[cut - 1 : cut] in wholes
            if alone and self._begins_a_name(words[cut:]):
                return cut
        return 0

    def _whole_names(self) -> set[tuple[str, ...]]:
        """The words of every name as a run shows them."""
        if not self._wholes:
            self._wholes.update(map(_own_words, self.all_names()))
        return self._wholes

    def _begins_a_name(self, words: tuple[str, ...]) -> bool:
        """Whether these words are a name, or begin one."""
        if not self._heads:
            wholes = self._whole_names()
            self._heads.update(wholes)
            for own in wholes:
                if len(own) > 1:
                    self._heads.update([own[:length] for length in range(1, len(own))])
        return words in self._heads

    def __iter__(self) -> Iterator[Name]:
        return (self.name(at) for at in range(len(self)))


_own_words = attrgetter("words")


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces that end before a blank, for all of its words at once would take many times its room."""
    at = 0
    while at < len(text):
        end = text.find(" ", at + _PIECE)
        end = end if end >= 0 else len(text)
        yield text[at:end]
        at = end


def find_names(text: str, lexicon: Lexicon, named: Sequence[Named] = ()) -> NameIndex:
    """Where names stand in a text, with titles and roles before them; those that were told as they were told.

    >>> from quoteattr.lexicon import english
    >>> index = find_names("“Go,” said Dr. Ida van der Meer, “to Lee’s.”", english())
    >>> [index.name(at).text for at in range(len(index))]
    ['Go', 'Dr. Ida van der Meer', 'Lee']
    """
    pattern = _pattern(_abbreviated(lexicon), wrapped=is_wrapped(text))
    starts, ends, surfaces = array("q"), array("q"), list[str]()
    matches = pattern.finditer(text)
    while some := [*islice(matches, _AT_ONCE)]:
        starts.extend(map(re.Match.start, some))
        ends.extend(map(re.Match.end, some))
        surfaces += map(intern, map(re.Match.group, some))
    if _ARTICLE.search(text):
        starts = array("q", [_with_prefix(text, start) for start in starts])
        surfaces = [*map(intern, map(text.__getitem__, map(slice, starts, ends)))]
    if named:
        return _with_told(text, [*zip(starts, ends, strict=True)], named, lexicon)
    index = NameIndex(text, starts, ends, surfaces, lexicon)
    if len(text) > _MANY:
        return index
    called = [word for word in _otherwise(lexicon).intersection(surfaces) if _is_called(index, word)]
    told = {word: _make_alone(word, lexicon) for word in called}
    return NameIndex(text, starts, ends, surfaces, lexicon, told=told) if told else index


@lru_cache(maxsize=FEW)
def _otherwise(lexicon: Lexicon) -> frozenset[str]:
    """The given names that are other words by themselves: *May*, *Will*, *Per*."""
    return frozenset(name for name in lexicon.given if lexicon.word(name).tag in _ALSO_NAMES)


_ALSO_NAMES = frozenset("mTPSra")
_DATED = re.compile(
    r"\b(?:[Ii]n|[Ll]ast|[Nn]ext|[Ss]ince|[Uu]ntil|[Tt]ill|[Ee]arly|[Ll]ate|[Mm]id|[Tt]his|\d\w*(?: of)?)[ -]$"
)


def _is_called(index: NameIndex, word: str) -> bool:
    """Whether a text names somebody with this first name, and mostly means them by it: *May Lee left. Tom saw May*."""
    runs, text = index.runs(), index.text
    if not any(run.startswith(f"{word} ") and index.name(places[0]).full for run, places in runs.items()):
        return False
    clear, alone = 0, runs.get(word, ())
    for at in alone:
        start, end = index.starts[at], index.ends[at]
        dated = text[end + 1 : end + 2].isdigit() or _DATED.search(text, max(0, start - 12), start) is not None
        clear += not dated and not index.opens_sentence(at)
    return clear * 2 > len(alone)


def _with_prefix(text: str, start: int) -> int:
    """Where a name begins that has an article before its capital: *el-Tawil*."""
    found = _PREFIXED.search(text, max(0, start - 5), start) if text[start - 1 : start] == "-" else None
    return found.start() if found is not None else start


def _with_told(text: str, runs: Sequence[tuple[int, int]], named: Sequence[Named], lexicon: Lexicon) -> NameIndex:
    """The runs with the names that were told, in the place of what they overlap."""
    places = [(one.start, one.end) for one in named]
    told: dict[str, Name] = {}
    for one in named:
        surface = text[one.start : one.end]
        words, gender = tuple(surface.split()), one.gender if one.gender in ("m", "f") else "u"
        told.setdefault(
            surface, Name(surface, words=words, kind="person", gender=gender, full=is_full(words), given=gender)
        )
    free = [(start, end) for start, end in runs if not _overlaps(places, start, end)]
    starts, ends = zip(*sorted([*places, *free]), strict=True)
    surfaces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return NameIndex(text, starts, ends, surfaces, lexicon, tuple(places), told)


def _overlaps(places: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(places, (end, 0)) - 1
    return at >= 0 and places[at][1] > start


@lru_cache(maxsize=FEW)
def _abbreviated(lexicon: Lexicon) -> frozenset[str]:
    """The titles and suffixes that are written with a full stop, without it."""
    titles = {title[:-1] for title in lexicon.titles if title.endswith(".") and title[:-1].isalpha()}
    titles |= {title.upper() for title in titles}
    return frozenset(titles | {"Jr", "Sr", "Mr", "Mrs", "Ms", "Dr", "St", "Mt"})
