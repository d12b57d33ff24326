"""Lexicon: the tables of a language, read and checked, and what they tell of a word.

The tables are data (``lang/en/*.tsv``): tab-separated, the first line names the columns, other
lines that begin with ``#`` are comments. Nothing is read before it is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from unicodedata import category

from attrs import field, frozen

from .changed import changed
from .errors import LexiconError
from .making import maker
from .memo import Memo
from .tables import Row, shipped
from .vocabulary import Vocabulary

SOFT_HYPHEN = "\u00ad"
FEW = 16
"""How many lexicons are kept with what was made of their tables."""
PERSONS = ("role", "person", "kin")
PEOPLE = (*PERSONS, "group", "body")
"""The classes of nouns for one person, and for those who say something or are told it."""
_MOST = 20_000  # words that are kept, behind a blank or not
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


@frozen(weakref_slot=False)
class Word:
    """What the tables tell of one form of a word, wherever it stands.

    ``tag`` is one letter (see ``lang/en/closed.tsv``; ``N`` a capital, ``n`` a noun, ``j`` an adjective,
    ``v`` a form of a verb, signs stand for themselves). ``forms`` lists what a form of a verb may be:
    ``b`` base, ``s`` third person, ``d`` past and participle, ``p`` past, ``n`` participle, ``g`` -ing.
    ``small`` is the same word written small, where it begins with a capital, without its lemma if it is a noun of no
    table; ``given`` tells whether it is a given name, too (*Mark*, *Per*); ``parts`` are the two words of *he's* and
    *Ann's*, and where the second begins.
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
    past: bool = field(default=False, repr=False)  # whether it may be a past tense,
    participle: bool = field(default=False, repr=False)  # a past participle,
    finite: bool = field(default=False, repr=False)  # or a finite verb, but for the base;
    person: bool = field(default=False, repr=False)  # whether it is a noun for one person,
    people: bool = field(default=False, repr=False)  # or for those who say something


@lru_cache(maxsize=5_000)
def _asked_of(forms: str, noun: str) -> tuple[bool, ...]:
    """What is asked most of a word: it depends on little."""
    past = "d" in forms or "p" in forms
    person, people = (any(kind in noun for kind in kinds) for kinds in (PERSONS, PEOPLE))
    return past, "d" in forms or "n" in forms, past or "s" in forms, person, people


_make_word: Callable[..., Word] = maker(Word)  # one without forms and noun, of which nothing is asked


def _make_open(
    tag: str, lemma: str, forms: str = "", verb: Verb | None = None, noun: str = "", *, plural: bool = False
) -> Word:
    """A form of a verb, or a noun."""
    return _make_word(tag, lemma, forms, verb, noun, plural, False, None, None, False, *_asked_of(forms, noun))


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
    particles: frozenset[str] = field(init=False, repr=False)  # what goes with a verb: *out*, *exception*
    known: Memo[str, Known] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Index the tables once."""
        put = object.__setattr__
        put(self, "known", Memo(self._look_up, _MOST))
        put(self, "closed", self._read_closed())
        put(self, "nouns", self._read_nouns())
        put(self, "verbs", self._read_verbs())
        put(self, "particles", frozenset(chain.from_iterable(verb.particles for verb, _ in self.verbs.values())))
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
        return self.known[form][0]

    def _look_up(self, piece: str) -> Known:
        """What the tables tell of a word that was not met before, behind a blank or not."""
        behind = piece[0] == " " and len(piece) > 1
        form = piece[1:] if behind else piece
        alike = self.known.get(form if behind else f" {form}")
        word = self._classify(form) if alike is None else alike[0]
        plain = word.parts is None and word.tag not in " y"
        return word, word.tag if plain else "", int(behind), len(piece)

    def _classify(self, form: str) -> Word:
        if len(form) > _LONG and (form[0].isalpha() or form[0].isdigit()):
            return _make_word("N" if form[0].isupper() else "n", form)
        if not form.isalpha():
            return self._classify_mixed(form)
        low = form.lower()
        row = self.closed.get(form) or self.closed.get(low)
        if row is not None and not self._initialism(form, low):
            return self._closed(form, low, row)
        return self._cased(form, low)

    def _classify_mixed(self, form: str) -> Word:
        """What the tables tell of a sign, a number, a word with an apostrophe, a hyphen or a full stop."""
        sign = _SIGNS.get(form)
        if sign:
            return _make_word(sign, form)
        if SOFT_HYPHEN in form and (plain := form.replace(SOFT_HYPHEN, "")):
            return self._hyphenated(form, plain)
        straight = form.replace("’", "'")
        low = straight.lower()
        if not (form[0].isalpha() or form[0].isdigit()) and low not in self.closed:
            return self._classify_sign(form)
        row = self.closed.get(straight) or self.closed.get(low) or self._number(low)
        if row is not None and not self._initialism(form, low):
            return self._closed(straight, low, row)
        if low.endswith("'s"):
            parts = len(form) - 2, self.word(form[:-2]), _GENITIVE
            return _make_word("N", low, "", None, "", False, False, parts)
        return _make_word("N", form) if _PREFIXED.match(form) else self._cased(form, low)

    def _hyphenated(self, form: str, plain: str) -> Word:
        """What the tables tell of a word that shows where it may be parted at the end of a line."""
        word = self.word(plain)
        if word.parts is None:
            return word
        middle, first, second = word.parts
        return changed(word, parts=(middle + len(form) - len(plain), first, second))

    def _cased(self, form: str, low: str) -> Word:
        """What the tables tell of a word of the open classes, with a capital or without."""
        if not form[0].isupper():
            return self._open(low)
        given = form in self.given
        small = None if given and self._is_guessed(low) else self._open(low)
        if small is not None and small.tag == "n" and not small.noun and low not in self.particles:
            small = _unknown(plural=small.plural)
        return _make_word("N", form, "", None, "", False, False, None, small, given)

    @staticmethod
    def _initialism(form: str, low: str) -> bool:
        """Whether a word of the closed classes is in capitals all the same: *IT*, *WHO*, but *THE*."""
        return form[1:].isupper() and low not in ("the", "of", "and")

    def _number(self, low: str) -> Row | None:
        """The row of *twenty* for *twenty-four*."""
        tens, _, ones = low.partition("-")
        if not ones or not tens.endswith("ty"):
            return None
        rows = [self.closed.get(part) for part in (tens, ones)]
        return rows[0] if all(row is not None and row["tag"] == "#" for row in rows) else None

    @staticmethod
    def _classify_sign(form: str) -> Word:
        if form.strip(".?!") == "":
            return _make_word(".", form)
        if form.isspace() or not form.isprintable() or (form[0] == "<" and form[-1] == ">") or _is_ornament(form):
            return _make_word(" ", form)  # a tag of HTML, too
        if form[0] in "@#" and len(form) > 1:
            return _make_word("N", form)
        if form[0] in "$£€¥%+-" or form[-1].isdigit():
            return _make_word("#", form)
        if form[0] in "'’" and len(form) > 1:
            return _make_word("'", "'s") if form[1:] == "s" else _make_word("n", form)
        return _make_word("y", form)

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
            negative=parts.endswith(" not") or low in ("never", "not", "neither", "nor"),
            small=Word(tag, low) if capital else None,
            given=form in self.given,
        )

    def _is_guessed(self, low: str) -> bool:
        """Whether no table has a word, and only its ending tells what it is: *Kimberly*, no adverb."""
        return low not in self.verbs and low not in self.nouns and low not in self.adjectives

    def _open(self, low: str) -> Word:
        if low[0].isdigit():
            return _numeral(low)
        noun = self.nouns.get(low)
        if noun is None and "-" in low:
            noun = self.nouns.get(low.rpartition("-")[2])
        kinds, plural = noun or ("", False)
        known = self.verbs.get(low)
        if known is not None:
            verb, forms = known
            return _make_open("v", verb.lemma, forms, verb, kinds, plural=plural)
        if kinds:
            if kinds.partition(",")[0] != "time":
                return _make_open("n", low, noun=kinds, plural=plural)
            if low in self.nouns or low.startswith(_PART_OF_DAY):
                return _make_open("T", low, noun=kinds, plural=plural)
            return _make_word("j", low)  # a three-time winner
        return _make_word("j", low) if low in self.adjectives else _guessed(low)


def _numeral(low: str) -> Word:
    """What a word with a digit in front is."""
    if ":" in low:
        return _make_word("T", low)
    return _make_open("n", low, noun="person") if low.endswith("-old") else _make_word("#", low)


def _guessed(low: str) -> Word:
    """What a word may be that no table has, by its ending."""
    if low.endswith(("ly", "ing", "ed")):
        if low.endswith("ly"):
            return _make_word("r", low)
        if low.endswith("ing") and len(low) > 5:
            return _make_open("v", low, "g")
        if low.endswith("ed") and len(low) > 4:
            return _make_open("e", low, "d")
    plural = low.endswith(("s", "men", "people")) and not low.endswith(("ss", "us", "is"))
    if low.endswith(_ROLE_ENDINGS) and len(low) > 4:
        return _make_open("n", low, noun="role", plural=plural)
    return _make_word("n", low, "", None, "", plural)


@cache
def _unknown(*, plural: bool) -> Word:
    """Any noun that no table has: kept once for all words with a capital that are such a noun when written small."""
    return _make_word("n", "", "", None, "", plural)


def _is_ornament(form: str) -> bool:
    """Whether a sign only adorns what it stands beside: a star of Markdown, a picture."""
    return not form.strip("*_") or category(form[0]) == "So"


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
    names = ("closed", "cues", "verbs", "nouns", "titles", "adjectives", "places", "abbreviations", "given")
    return Lexicon({name: tuple(shipped(f"{name}.tsv")) for name in names})


def _english_with(vocabulary: Vocabulary) -> Lexicon:
    return english().adding(vocabulary)
