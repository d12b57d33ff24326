"""Lexicon: the tables of a language, read and checked, and what they tell of a word.

The tables are data (``lang/en/*.tsv``): tab-separated, the first line names the columns, other
lines that begin with ``#`` are comments. Nothing is read before it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from itertools import chain

from attrs import field, frozen

from .errors import LexiconError
from .tables import Row, read_table
from .vocabulary import Vocabulary

FEW = 16
"""How many lexicons are kept with what was made of their tables."""
PERSONS = ("role", "person", "kin")
PEOPLE = (*PERSONS, "group", "body")
"""The classes of nouns for one person, and for those who say something or are told it."""
_MEMO_LIMIT = 20_000
_COLUMNS = {
    "closed": ("word", "tag", "parts"),
    "cues": ("lemma", "class", "strength", "noun", "frames"),
    "verbs": ("lemma", "past", "participle", "gerund", "noun"),
    "nouns": ("noun", "class", "plural"),
    "titles": ("title", "gender", "kind", "full"),
    "adjectives": ("adjective", "class"),
    "places": ("place", "kind"),
    "given": ("gender", "names"),
    "names": ("name", "gender"),
}
"""What is read of each table; other columns may stand beside it."""


@frozen
class Verb:
    """A verb of the tables: its class as a cue (empty: none) and how it is used.

    ``strong`` verbs report words wherever they stand, others only close to them. ``noun`` tells how
    often its base and -s forms are nouns (``never``, ``some``, ``often``). ``frames`` says what it
    takes: ``that``, ``hearer``, ``as``, ``of``, ``object``, ``to``, ``wh``, ``np``, ``quote``.
    ``particles`` are the words that make another verb of it (*go* + *on*).
    """

    lemma: str
    cue: str = ""
    strong: bool = False
    noun: str = "never"
    frames: frozenset[str] = frozenset()
    particles: Mapping[str, Verb] = field(factory=dict, eq=False, repr=False)


@frozen
class Word:
    """What the tables tell of one form of a word, wherever it stands.

    ``tag`` is one letter (see ``lang/en/closed.tsv``; ``N`` a capital, ``n`` a noun, ``j`` an adjective,
    ``v`` a form of a verb, signs stand for themselves). ``forms`` lists what a form of a verb may be:
    ``b`` base, ``s`` third person, ``d`` past and participle, ``p`` past, ``n`` participle, ``g`` -ing.
    ``small`` is the same word written small, where it begins with a capital, and ``given`` tells whether it is a given
    name, too (*Mark*, *Per*); ``parts`` are the two words of *he's* and *Ann's*, and where the second begins.
    """

    tag: str
    lemma: str
    forms: str = ""
    verb: Verb | None = None
    noun: str = ""
    plural: bool = False
    negative: bool = False
    parts: tuple[int, Word, Word] | None = None
    small: Word | None = None
    given: bool = False
    past: bool = field(init=False, eq=False, repr=False)  # whether it may be a past tense,
    participle: bool = field(init=False, eq=False, repr=False)  # a past participle,
    finite: bool = field(init=False, eq=False, repr=False)  # or a finite verb, but for the base;
    person: bool = field(init=False, eq=False, repr=False)  # whether it is a noun for one person,
    people: bool = field(init=False, eq=False, repr=False)  # or for those who say something or are told it

    def __attrs_post_init__(self) -> None:
        """Note what is asked most of a word."""
        put, forms, noun = object.__setattr__, self.forms, self.noun
        put(self, "past", "d" in forms or "p" in forms)
        put(self, "participle", "d" in forms or "n" in forms)
        put(self, "finite", self.past or "s" in forms)
        put(self, "person", any(kind in noun for kind in PERSONS))
        put(self, "people", any(kind in noun for kind in PEOPLE))


Known = tuple[Word, str, int, int]
"""A word with its letter, empty where more than that must be known (blanks, apostrophes, two words), how many blanks
stand before it in its piece, and the length of that.
"""


@frozen
class Title:
    """A word that stands before a name: *Mr.*, *Captain*, *Aunt*."""

    title: str
    gender: str
    kind: str
    full: str


def _doubles(lemma: str) -> bool:
    """Whether the last letter doubles before -ed and -ing: *nod*, but not *visit* or *shout*."""
    short = len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou"
    return short and sum(letter in "aeiouy" for letter in lemma) == 1


def inflect(lemma: str, past: str = "-", participle: str = "-", gerund: str = "-") -> Iterator[tuple[str, str]]:
    """The forms of a verb, each with what it may be; irregular ones are given.

    >>> dict(inflect("cry"))
    {'cry': 'b', 'cries': 's', 'cried': 'd', 'crying': 'g'}
    >>> dict(inflect("write", "wrote", "written"))
    {'write': 'b', 'writes': 's', 'wrote': 'p', 'written': 'n', 'writing': 'g'}
    """
    yield lemma, "b"
    consonant_y = lemma.endswith("y") and lemma[-2:-1] not in "aeiou"
    if consonant_y:
        yield lemma[:-1] + "ies", "s"
    else:
        doubled = lemma + "z" if lemma.endswith("iz") else lemma  # quizzes
        yield doubled + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"), "s"
    stem = lemma + lemma[-1] if _doubles(lemma) else lemma
    if past == "-":
        pasts = [lemma[:-1] + "ied" if consonant_y else stem + "d" if lemma.endswith("e") else stem + "ed"]
    else:
        pasts = past.split("|")
    participles = pasts if participle == "-" else participle.split("|")
    for form in dict.fromkeys([*pasts, *participles]):
        yield form, "d" if form in pasts and form in participles else "p" if form in pasts else "n"
    if gerund != "-":
        yield from ((form, "g") for form in gerund.split("|"))
        return
    stems = {form[:-2] for form in pasts if form.startswith(lemma) and form.endswith("ed")} or {stem}
    for each in sorted(stems):
        if lemma.endswith("ie"):
            yield lemma[:-2] + "ying", "g"
        elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
            yield lemma[:-1] + "ing", "g"
        else:
            yield (lemma if lemma.endswith("e") else each) + "ing", "g"


def _plural_of(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


_ROLE_ENDINGS = (
    "er", "or", "ist", "ian", "man", "woman", "men", "women", "ers", "ors", "ists", "ians", "ant", "ants",
    "eer", "eers", "ess", "person", "people", "chief", "head", "star", "smith", "wright",
)  # fmt: skip
_PREFIXED = re.compile(
    r"(?:(?:al|el|as|ad|an|ar|az|ash|ul|ben)[-‐‑]|d[’'])(?=[^\W\d_])(?![a-zß-ÿ])"
)  # al-Rashid, d’Este
_PART_OF_DAY = ("mid-", "half-", "early-", "late-")  # times with a hyphen: mid-morning
_LONG = 40  # a longer word is no word of the tables
_GENITIVE = Word("'", "'s")
_SIGNS = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", "{": "(", ")": ")", "]": ")", "}": ")",
    "&": "c", "—": "-", "–": "-", "-": "-", "--": "-", "---": "-", "―": "-", "~": "-", "…": "~", "...": "~",
}  # fmt: skip


@frozen(eq=False)
class Lexicon:
    """The tables of a language and what they tell of a word.

    >>> english().word("said").lemma
    'say'
    >>> english().word("Whispered").small.verb.strong
    True

    ``given`` has the gender of given names: ``m``, ``f``, or ``u`` where either bears it.

    >>> english().given["Alice"], english().given["Robin"]
    ('f', 'm')
    """

    tables: Mapping[str, tuple[Row, ...]] = field(repr=False)
    vocabulary: Vocabulary = field(factory=Vocabulary)
    closed: Mapping[str, Row] = field(init=False, repr=False)
    verbs: Mapping[str, tuple[Verb, str]] = field(init=False, repr=False)
    nouns: Mapping[str, tuple[str, bool]] = field(init=False, repr=False)
    titles: Mapping[str, Title] = field(init=False, repr=False)
    adjectives: Mapping[str, str] = field(init=False, repr=False)
    places: Mapping[str, str] = field(init=False, repr=False)
    given: Mapping[str, str] = field(init=False, repr=False)
    known: dict[str, Known] = field(init=False, repr=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Index the tables once."""
        put = object.__setattr__
        put(self, "closed", self._read_closed())
        put(self, "nouns", self._read_nouns())
        put(self, "verbs", self._read_verbs())
        put(
            self,
            "titles",
            {r["title"]: Title(r["title"], r["gender"], r["kind"], r["full"]) for r in self._rows("titles")},
        )
        put(self, "places", {row["place"]: row["kind"] for row in self._rows("places")})
        put(self, "given", self._read_given())
        put(self, "adjectives", {row["adjective"].lower(): row["class"] for row in self._rows("adjectives")})

    def __reduce__(self) -> tuple[Callable[[Vocabulary], Lexicon], tuple[Vocabulary]]:
        """Pickled without its tables, which every process reads for itself."""
        return _english_with, (self.vocabulary,)

    def adding(self, vocabulary: Vocabulary) -> Lexicon:
        """The same with the words of a vocabulary besides its own.

        >>> english().adding(Vocabulary(cues=["skeet"])).word("skeeted").verb.cue
        'speech'
        """
        return _added(self, vocabulary) if vocabulary else self

    def kind_of(self, noun: str) -> str:
        """What a noun names before all else, by the table: a role, a person, a body; empty where it is not there.

        >>> english().kind_of("mayor"), english().kind_of("frob")
        ('role', '')
        """
        return self.nouns[noun][0].partition(",")[0] if noun in self.nouns else ""

    def _rows(self, name: str) -> tuple[Row, ...]:
        rows = self.tables.get(name, ())
        for row in rows:
            for column in _COLUMNS[name]:
                if not row.get(column):
                    told = " ".join(f"{key}={cell!r}" for key, cell in row.items())
                    raise LexiconError(f"{name}.tsv: nothing in the column {column!r} of {told}")
        return rows

    def _read_given(self) -> dict[str, str]:
        names = {name: row["gender"] for row in self._rows("given") for name in row["names"].split(" ")}
        return names | {row["name"]: row["gender"] for row in self._rows("names")}

    def _read_closed(self) -> dict[str, Row]:
        rows = self._rows("closed")
        short = {row["word"].lower() for row in rows if row["tag"] == "k"}
        for row in rows:
            parts = row["parts"].replace("’", "'").lower().split()
            if row["tag"] == "k" and (len(parts) < 2 or not short.isdisjoint(parts)):
                message = f"closed.tsv: {row['word']!r}: a contraction stands for two words, not {row['parts']!r}"
                raise LexiconError(message)
        return {row["word"]: row for row in rows}

    def _read_nouns(self) -> dict[str, tuple[str, bool]]:
        nouns: dict[str, tuple[str, bool]] = {}
        for row in self._rows("nouns"):
            noun, kinds, plural = row["noun"].lower(), row["class"], row["plural"].lower()
            nouns[noun] = (kinds, plural == noun or kinds.startswith("group"))  # police say, the family say
            for form in (_plural_of(noun),) if plural == "-" else plural.split("|"):
                nouns.setdefault(form, (kinds, True))
        return nouns

    def _read_verbs(self) -> dict[str, tuple[Verb, str]]:
        shapes = {row["lemma"]: row for row in self._rows("verbs")}
        phrasal: dict[str, dict[str, Verb]] = {}
        entries: dict[str, Verb] = {}
        for row in self._rows("cues"):
            first, _, particle = row["lemma"].partition(" ")
            verb = Verb(
                row["lemma"], row["class"], row["strength"] == "strong", row["noun"],
                frozenset(row["frames"].split(",")),
            )  # fmt: skip
            if particle:
                phrasal.setdefault(first, {})[particle] = verb
            else:
                entries[first] = verb
        verbs: dict[str, tuple[Verb, str]] = {}
        for lemma in chain(entries, (lemma for lemma in chain(shapes, phrasal) if lemma not in entries)):
            shape = shapes.get(lemma)
            verb = entries.get(lemma) or Verb(lemma, noun=shape["noun"] if shape else "some")
            if lemma in phrasal:
                verb = Verb(verb.lemma, verb.cue, verb.strong, verb.noun, verb.frames, phrasal[lemma])
            given = (shape["past"], shape["participle"], shape["gerund"]) if shape else ("-", "-", "-")
            for form, kind in inflect(lemma, *given):
                known = verbs.get(form)
                if known is None:
                    verbs[form] = (verb, kind)
                elif known[0] is verb:
                    verbs[form] = (verb, known[1] + kind)
        return verbs

    def word(self, form: str) -> Word:
        """What the tables tell of a form as it stands in a text."""
        return (self.known.get(form) or self.look_up(form))[0]

    def look_up(self, piece: str) -> Known:
        """What the tables tell of a word that was not met before, behind a blank or not, kept for the next time."""
        if len(self.known) > _MEMO_LIMIT:
            self.known.clear()
        indent = int(piece[0] == " " and len(piece) > 1)
        word = self.word(piece[1:]) if indent else self._classify(piece)
        plain = word.parts is None and word.tag not in " y"
        known = self.known[piece] = word, word.tag if plain else "", indent, len(piece)
        return known

    def _classify(self, form: str) -> Word:
        sign = _SIGNS.get(form)
        if sign:
            return Word(sign, form)
        first = form[0]
        if not (first.isalpha() or first.isdigit()) and form.lower().replace("’", "'") not in self.closed:
            return self._classify_sign(form)
        if len(form) > _LONG:
            return Word("N" if first.isupper() else "n", form)
        straight = form.replace("’", "'")
        low = straight.lower()
        closed = self.closed.get(straight) or self.closed.get(low) or self._number(low)
        if closed is not None and not self._initialism(form, low):
            return self._closed(straight, low, closed)
        if low.endswith("'s"):
            return Word("N", low, parts=(len(form) - 2, self.word(form[:-2]), _GENITIVE))
        if _PREFIXED.match(form):
            return Word("N", form)
        if first.isupper():
            given = form in self.given
            small = None if given and self._is_guessed(low) else self._open(low)
            return Word("N", form, small=small, given=given)
        return self._open(low)

    def _number(self, low: str) -> Row | None:
        """The row of *twenty* for *twenty-four*."""
        tens, _, ones = low.partition("-")
        rows = [self.closed.get(part) for part in (tens, ones)] if ones and tens.endswith("ty") else [None]
        return rows[0] if all(row is not None and row["tag"] == "#" for row in rows) else None

    @staticmethod
    def _initialism(form: str, low: str) -> bool:
        """Whether a word of the closed classes is in capitals all the same: *IT*, *WHO*, but *THE*."""
        return form[1:].isupper() and low not in ("the", "of", "and")

    @staticmethod
    def _classify_sign(form: str) -> Word:
        if form.strip(".?!") == "":
            return Word(".", form)
        if form.isspace() or not form.isprintable() or (form[0] == "<" and form[-1] == ">"):
            return Word(" ", form)  # a tag of HTML, too
        if form[0] in "@#" and len(form) > 1:
            return Word("N", form)
        if form[0] in "$£€¥%+-" or form[-1].isdigit():
            return Word("#", form)
        if form[0] in "'’" and len(form) > 1:
            return Word("n", form)
        return Word("y", form)

    def _closed(self, form: str, low: str, row: Row) -> Word:
        tag, parts = row["tag"], row["parts"]
        if tag == "T":
            return Word("T", low, given=form in self.given)
        if tag == "k":
            at = form.find("'")
            first, second = parts.split()[:2]
            opening = self.word(form[:at]) if at > 0 else self.word(first)
            return Word("k", low, parts=(max(at, 0) or len(form), opening, self.word(second)))
        lemma = parts.split(" ")[0] if parts != "-" else low
        capital = low not in (form, "i")
        return Word(
            tag,
            lemma,
            negative=parts.endswith(" not") or low in ("never", "not"),
            small=Word(tag, low) if capital else None,
            given=form in self.given,
        )

    def _is_guessed(self, low: str) -> bool:
        """Whether no table has a word, and only its ending tells what it is: *Kimberly*, no adverb."""
        return low not in self.verbs and low not in self.nouns and low not in self.adjectives

    def _open(self, low: str) -> Word:
        if low[0].isdigit() and ":" in low:
            return Word("T", low)
        if low[0].isdigit():
            return Word("n" if low.endswith("-old") else "#", low, noun="person" if low.endswith("-old") else "")
        kinds, plural = self.nouns.get(low, ("", False))
        if not kinds and "-" in low:
            kinds, plural = self.nouns.get(low.rpartition("-")[2], ("", False))
        noun = kinds.partition(",")[0]
        known = self.verbs.get(low)
        if known is not None:
            verb, forms = known
            return Word("v", verb.lemma, forms, verb, kinds, plural)
        if noun == "time" and low not in self.nouns and not low.startswith(_PART_OF_DAY):
            return Word("j", low)  # a three-time winner
        if noun:
            return Word("T" if noun == "time" else "n", low, noun=kinds, plural=plural)
        if low in self.adjectives:
            return Word("j", low)
        if low.endswith("ly"):
            return Word("r", low)
        if low.endswith("ing") and len(low) > 5:
            return Word("v", low, "g")
        if low.endswith("ed") and len(low) > 4:
            return Word("e", low, "d")
        plural = (low.endswith("s") and not low.endswith(("ss", "us", "is"))) or low.endswith(("men", "people"))
        return Word("n", low, noun="role" if low.endswith(_ROLE_ENDINGS) and len(low) > 4 else "", plural=plural)


@lru_cache(maxsize=FEW)
def _added(lexicon: Lexicon, vocabulary: Vocabulary) -> Lexicon:
    """The tables with the rows of a vocabulary; a word that stands in both is as the vocabulary says."""
    tables = dict(lexicon.tables)
    for name, rows in vocabulary.rows().items():
        if rows:
            key = next(iter(rows[0]))
            added = {row[key]: row for row in rows}
            tables[name] = (*(row for row in tables.get(name, ()) if row[key] not in added), *added.values())
    return Lexicon(tables, lexicon.vocabulary | vocabulary)


@cache
def english() -> Lexicon:
    """The tables of English, read once."""
    folder = resources.files(__package__) / "lang" / "en"
    tables = {
        name: tuple(read_table(f"{name}.tsv", (folder / f"{name}.tsv").read_text("utf8")))
        for name in ("closed", "cues", "verbs", "nouns", "titles", "adjectives", "places", "abbreviations", "given")
    }
    return Lexicon(tables)


def _english_with(vocabulary: Vocabulary) -> Lexicon:
    return english().adding(vocabulary)
