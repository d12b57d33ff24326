"""Vocabulary: words that an author adds to the tables of a language, checked as they are given.

What may be added, and what a row of each kind has, is one table in this file (``_KINDS``): the word first, then the
columns with what stands where nothing is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TypedDict

from attrs import frozen

from .errors import LexiconError
from .tables import Row, read_table

_NOUN_LIKE = ("never", "some", "often")
_GENDERS = ("m", "f", "u")
_LONGEST = 40  # letters of a word

CueRow = TypedDict(
    "CueRow",
    {
        "lemma": str,
        "class": str,
        "strength": str,
        "noun": str,
        "frames": str,
        "past": str,
        "participle": str,
        "gerund": str,
    },
    total=False,
)
"""A verb that reports. All but the ``lemma`` may be left out; several forms are joined with ``|``."""


class TitleRow(TypedDict, total=False):
    """What stands before a name. All but the ``title`` may be left out."""

    title: str
    gender: str
    kind: str
    full: str


RoleRow = TypedDict("RoleRow", {"noun": str, "class": str, "gender": str, "plural": str}, total=False)
"""A noun for somebody. All but the ``noun`` may be left out."""


class NameRow(TypedDict, total=False):
    """A given name. The ``gender`` may be left out."""

    name: str
    gender: str


class AbbreviationRow(TypedDict, total=False):
    """A word whose full stop ends no sentence. All but the ``abbreviation`` may be left out."""

    abbreviation: str
    kind: str
    ends: str


Entry = tuple[str, ...]
"""A row: its cells in the order of the columns."""


_NOUN_LIKE = ("never", "some", "often")
_GENDERS = ("m", "f", "u")
_LONGEST = 40  # letters of a word


@frozen
class _Column:
    """What stands in a column where nothing is given, and what may stand there: one of these, or several; or forms."""

    usual: str
    allowed: tuple[str, ...] = ()
    several: bool = False


@frozen
class _Kind:
    """What a row of one kind has: its word, what that looks like, and its other columns."""

    word: str
    cased: Callable[[str], bool]
    shape: re.Pattern[str]
    looks: str
    columns: Mapping[str, _Column]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns."""
        return self.word, *self.columns


def _capital(word: str) -> bool:
    return word[0].isupper()


_FORMS = _Column("-")
_GENDER = _Column("u", _GENDERS)
_KINDS: Mapping[str, _Kind] = {
    "cues": _Kind(
        "lemma",
        str.islower,
        re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*(?: [^\W\d_]+)?"),
        "a verb in its base form, written small, perhaps with a particle, as in 'skeet' or 'pipe up'",
        {
            "class": _Column(
                "speech", ("speech", "writing", "judgement", "thought", "evidence", "plan", "manner", "other")
            ),
            "strength": _Column("strong", ("strong", "weak")),
            "noun": _Column("never", _NOUN_LIKE),
            "frames": _Column(
                "that,quote",
                ("that", "hearer", "as", "of", "object", "to", "wh", "quote", "np", "raised"),
                several=True,
            ),
            "past": _FORMS,
            "participle": _FORMS,
            "gerund": _FORMS,
        },
    ),
    "titles": _Kind(
        "title",
        _capital,
        re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?"),
        "one word with a capital, as in 'Skipper' or 'Skpr.'",
        {
            "gender": _GENDER,
            "kind": _Column("office", ("courtesy", "rank", "office", "clergy", "noble", "kin", "profession")),
            "full": _FORMS,
        },
    ),
    "roles": _Kind(
        "noun",
        str.islower,
        re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*"),
        "one noun, singular and written small, as in 'bosun'",
        {
            "class": _Column("role", ("role", "kin", "person", "group", "body", "document"), several=True),
            "gender": _GENDER,
            "plural": _FORMS,
        },
    ),
    "names": _Kind(
        "name",
        _capital,
        re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*"),
        "one given name with its capital, as in 'Quilla'",
        {"gender": _GENDER},
    ),
    "abbreviations": _Kind(
        "abbreviation",
        bool,
        re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\."),
        "one word with its full stop, as in 'approx.'",
        {
            "kind": _Column(
                "latin",  # whatever follows, the full stop belongs to the word: see abbreviations.py
                ("title", "name", "month", "day", "state", "unit", "corporate", "suffix", "place", "latin", "degree",
                 "country", "other"),
            ),
            "ends": _Column("no", ("yes", "no")),
        },
    ),
}  # fmt: skip


@frozen(init=False)
class Vocabulary:
    """Words besides those of the language: verbs that report, titles, roles, given names, abbreviations.

    Each kind is given as words, as rows (mappings; what they leave out is as usual), or as the path of a table:
    tab-separated, its first line naming the columns, as in ``# lemma<TAB>class``. A word that the language has already
    is as the vocabulary says. Two vocabularies are put together with ``|``; in which order does not matter.

    >>> from quoteattr import attribute
    >>> words = Vocabulary(cues=["skeet", {"lemma": "bespeak", "past": "bespoke"}], titles=["Skpr."])
    >>> print(*attribute("Skpr. Moe skeeted that it was late.", vocabulary=words))
    Skpr. Moe, skeeted: it was late
    >>> words | Vocabulary(cues=["skeet"]) == words
    True
    >>> Vocabulary(cues=[{"lemma": "skeet", "class": "song"}])
    Traceback (most recent call last):
        ...
    quoteattr.errors.LexiconError: cues, 'skeet': no class is named 'song'; it is one of speech, writing, judgement,
    thought, evidence, plan, manner, other

    Raises:
        LexiconError: A row that is not right: which, what is wrong with it, and what would do.
    """

    cues: tuple[Entry, ...]
    titles: tuple[Entry, ...]
    roles: tuple[Entry, ...]
    names: tuple[Entry, ...]
    abbreviations: tuple[Entry, ...]

    def __init__(
        self,
        *,
        cues: Iterable[str | CueRow] | Path = (),
        titles: Iterable[str | TitleRow] | Path = (),
        roles: Iterable[str | RoleRow] | Path = (),
        names: Iterable[str | NameRow] | Path = (),
        abbreviations: Iterable[str | AbbreviationRow] | Path = (),
    ) -> None:
        given = {"cues": cues, "titles": titles, "roles": roles, "names": names, "abbreviations": abbreviations}
        _init(self, {kind: _read(kind, rows) for kind, rows in given.items()})

    def __bool__(self) -> bool:
        return any(getattr(self, kind) for kind in _KINDS)

    def __or__(self, other: Vocabulary) -> Vocabulary:
        if not isinstance(other, Vocabulary):
            return NotImplemented
        both = Vocabulary.__new__(Vocabulary)
        _init(both, {kind: _in_order(kind, (*getattr(self, kind), *getattr(other, kind))) for kind in _KINDS})
        return both

    def rows(self) -> dict[str, tuple[Row, ...]]:
        """The rows by the table of the language that they belong to; those of a verb's forms among them."""
        made = {
            kind: tuple(dict(zip(_KINDS[kind].names, entry, strict=True)) for entry in getattr(self, kind))
            for kind in _KINDS
        }
        titles = [{**row, "full": row["title"] if row["full"] == "-" else row["full"]} for row in made["titles"]]
        stops = [row["title"] for row in titles if row["title"].endswith(".")]
        forms = [row for row in made["cues"] if {row["past"], row["participle"], row["gerund"]} != {"-"}]
        return {
            "cues": made["cues"],
            "verbs": tuple({**row, "lemma": row["lemma"].partition(" ")[0]} for row in forms),
            "titles": tuple(titles),
            "nouns": made["roles"],
            "names": made["names"],
            "abbreviations": (
                *({"abbreviation": stop, "kind": "title", "ends": "no"} for stop in stops),
                *made["abbreviations"],
            ),
        }


def _init(vocabulary: Vocabulary, entries: Mapping[str, tuple[Entry, ...]]) -> None:
    for kind, each in entries.items():
        object.__setattr__(vocabulary, kind, each)


def _read(kind: str, given: Iterable[object] | Path) -> tuple[Entry, ...]:
    """The rows of one kind, checked and in the order of the alphabet."""
    if isinstance(given, (str, bytes)):
        raise LexiconError(f"{kind} must be a list of words or the Path of a table, not {given!r}: [{given!r}]")
    if isinstance(given, Path):
        places = _placed(given)
    elif isinstance(given, Iterable):
        places = ((kind, each) for each in given)
    else:
        raise LexiconError(f"{kind} must be a list of words or the Path of a table, not {given!r}")
    return _in_order(kind, (_entry(kind, place, each) for place, each in places))


def _placed(path: Path) -> Iterator[tuple[str, object]]:
    """The rows of a table, each with its place in the file."""
    try:
        text = path.read_text("utf8")
    except (OSError, UnicodeDecodeError) as fault:
        raise LexiconError(f"{path} cannot be read: {fault}") from fault
    lines = [number for number, line in enumerate(text.splitlines(), 1) if number > 1 and line and line[0] != "#"]
    rows = read_table(path.name, text)
    return ((f"{path.name}:{number}", row) for number, row in zip(lines, rows, strict=False))


def _entry(kind: str, place: str, given: object) -> Entry:
    """One row, checked."""
    shape = _KINDS[kind]
    row: Mapping[str, object] = {shape.word: given} if isinstance(given, str) else _mapping(place, given)
    for name in row:
        if name not in (*shape.names, "note"):
            raise LexiconError(f"{place}: no column is named {name!r}; {_would_do(name, shape.names, 'columns')}")
    word = row.get(shape.word)
    if not isinstance(word, str) or len(word) > _LONGEST or not (shape.shape.fullmatch(word) and shape.cased(word)):
        raise LexiconError(f"{place}: {word!r} is no {shape.word}: it is {shape.looks}")
    cells = (_cell(f"{place}, {word!r}", name, column, row.get(name)) for name, column in shape.columns.items())
    return word, *cells


def _mapping(place: str, given: object) -> Mapping[str, object]:
    if not isinstance(given, Mapping):
        raise LexiconError(f"{place}: a row is a word or a mapping of columns, not {given!r}")
    return given


def _cell(place: str, name: str, column: _Column, given: object) -> str:
    """What stands in a column: what is given, if it may, or what is usual."""
    if given is None or given == "-":
        return column.usual
    if not isinstance(given, str):
        raise LexiconError(f"{place}: {name} must be a str, not {given!r}")
    if column.allowed:
        for one in given.split(",") if column.several else (given,):
            if one not in column.allowed:
                what = f"{place}: no {name} is named {one!r}"
                raise LexiconError(f"{what}; {_would_do(one, column.allowed, '')}")
    elif not all(form.isprintable() and form.strip() == form and form for form in given.split("|")):
        raise LexiconError(f"{place}: {name} is a form of the word, or several joined with '|', not {given!r}")
    return given


def _would_do(given: str, allowed: tuple[str, ...], what: str) -> str:
    close = get_close_matches(given, allowed, 1)
    if close:
        return f"did you mean {close[0]!r}?"
    return f"{f'the {what} are' if what else 'it is one of'} {', '.join(allowed)}"


def _in_order(kind: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The rows in the order of the alphabet, each once."""
    known: dict[str, Entry] = {}
    for entry in entries:
        other = known.setdefault(entry[0], entry)
        if other != entry:
            told = " and as ".join(", ".join(one[1:]) for one in (other, entry))
            raise LexiconError(f"{kind}: {entry[0]!r} is given twice, as {told}: leave one of them out")
    return tuple(known[word] for word in sorted(known))
