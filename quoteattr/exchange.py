"""Turn: what one speaker says in one go; Exchange: a turn on the way to who says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set as AbstractSet
from functools import cache, lru_cache
from typing import Literal

import regex
from attrs import define, field, frozen

from .cues import Cue
from .evidence import SourceClass
from .layouts import DASHES
from .lexicon import FEW, Lexicon
from .mentions import Mention
from .names import NameIndex
from .passage import Kind
from .persons import People, Person
from .said import Said
from .span import Span
from .tables import shipped

Gap = Literal[
    "in the same paragraph",
    "in the next paragraph",
    "after one paragraph",
    "after some paragraphs",
    "after many paragraphs",
]
FAR = 8
"""A scene ends where more paragraphs than this stand between two turns."""


@define(weakref_slot=False)
class Turn:
    """What one speaker says in one go, with what the rules found beside it.

    ``confidence`` is the share of right sources among those found in the same way. ``outer`` is the place of the report
    around it among all turns, ``number`` its own place among those that are known so far. It is ``nameless`` where
    nothing tells whose words they are.
    """

    content: tuple[Span, ...]
    kind: Kind = "direct"
    source: Mention | None = None
    cue: Cue | None = None
    addressee: Mention | None = None
    confidence: float = 1.0
    clause: Span | None = None
    said: Said = "said"
    rule: str = ""
    nameless: bool = False
    outer: int | None = None
    number: int = -1


@define(eq=False, weakref_slot=False)
class Candidate:
    """Somebody who may have said a turn, and what speaks for it."""

    person: Person
    reasons: list[str] = field(factory=list)
    score: float = 0.0
    share: float = 0.0


@frozen(eq=False, weakref_slot=False)
class Speech:
    """Who is addressed in the words of a turn, who says in them who they are, and who else is named, by number.

    ``called`` has the nouns by which somebody is addressed: *“Good evening, | landlord”*; ``names`` the
    names, with whose they are, and ``mentions`` those of who else is named.
    """

    addressed: frozenset[int] = frozenset()
    named: frozenset[int] = frozenset()
    own: frozenset[int] = frozenset()
    called: frozenset[str] = frozenset()
    names: Sequence[tuple[str, int]] = ()
    mentions: Sequence[tuple[str, int]] = ()


_NOBODY = Speech()
_NO_ADDRESS: AbstractSet[str] = frozenset()


@define(eq=False, weakref_slot=False)
class Exchange:
    """A turn as the chain sees it: where it stands, who is settled or wanted, who is addressed.

    ``place`` is its place among all turns, ``number`` that among those that follow each other.
    """

    turns: Sequence[Turn] = field(repr=False)
    place: int
    number: int
    paragraph: int
    start: int  # where the turn begins,
    end: int  # and where it ends
    settled: Person | None = None
    likely: Person | None = None
    kind: Kind = "direct"
    inside: bool = False
    group: SourceClass = "implicit"
    gender: str = "u"
    key: str = ""
    introduced: str = ""  # the key of whoever alone is meant, where the text has just introduced somebody by the noun
    sort: str = ""
    owner: Person | None = None
    silent: bool = False
    told: Person | None = None
    gap: Gap | None = None
    answer: str = ""
    speech: Speech | None = None
    address: AbstractSet[str] | None = None
    candidates: Sequence[Candidate] = ()

    @property
    def turn(self) -> Turn:
        """The turn itself."""
        return self.turns[self.place]

    @property
    def source(self) -> Span | None:
        """Where the source stands."""
        source = self.turn.source
        return source.span if source is not None else None

    @property
    def unnamed(self) -> str:
        """The key of the one whom the noun means if nobody with a name."""
        return self.introduced or self.key

    @property
    def direct(self) -> bool:
        """Whether the turn is speech that stands in no other."""
        return self.kind == "direct" and not self.inside


_BLANKS = 3  # at most, between two quotations with nothing told between them


def are_two(one: Exchange, other: Exchange, text: str) -> bool:
    """Whether turns beside each other show that two speak: lines behind dashes, or but a blank between them."""
    if one.paragraph != other.paragraph:
        return text[one.start] in DASHES and text[other.start] in DASHES
    first, second = (one, other) if one.start < other.start else (other, one)
    end, start = first.turn.content[-1].end, second.start
    return 0 < start - end <= _BLANKS and text[end:start].isspace()


def gap_between(before: Exchange, after: Exchange) -> Gap | None:
    """How far apart two turns stand; None where a new scene begins."""
    paragraphs = after.paragraph - before.paragraph
    if paragraphs <= 0:
        return "in the same paragraph"
    if paragraphs == 1:
        return "in the next paragraph"
    if paragraphs == 2:
        return "after one paragraph"
    if paragraphs <= 4:
        return "after some paragraphs"
    return "after many paragraphs" if paragraphs <= FAR + 1 else None


@cache
def _replies() -> frozenset[str]:
    """The verbs that tell of an answer to what somebody else has said."""
    return frozenset(row["lemma"] for row in shipped("replies.tsv"))


def answer_of(before: str, cue: Cue | None) -> str:
    """How a turn answers the words before it, if it does: its cue says so, or they ask.

    >>> answer_of("“Where?”", None), answer_of("“There.”", None)
    ('after a question', '')
    """
    if cue is not None and cue.lemma in _replies():
        return "in reply"
    return "after a question" if before.rstrip(_CLOSING).endswith("?") else ""


_NAME_ALONE = 3  # words
_CLOSING = " ”’\"'»\n"


@cache
def _address() -> tuple[regex.Pattern[str], dict[str, str]]:
    """How people are addressed without a name, and the gender that it tells."""
    genders = {row["word"]: row["gender"] for row in shipped("address.tsv")}
    words = "|".join(map(regex.escape, genders)).replace("'", "['’]")
    return regex.compile(
        rf"(?<=[,;:!?“\"‘'—-] ?|(?:[Oo]h|[Yy]es|[Nn]o|[Ww]ell|[Dd]ear) )(?:{words})\b(?=[,.!?;:—”\"’'-])",
        regex.I,
    ), genders


_BEFORE_ADDRESS = regex.compile(
    r"(?:[,;:!?.“\"‘'—«„-]"
    r"|\b(?:[Oo]h|[Aa]h|[Yy]es|[Nn]o|[Dd]ear(?:est)?|[Dd]arling|[Ww]ell|[Hh]ullo|[Hh]ello|[Pp]oor|[Mm]y"
    r"|[Gg]ood(?:-bye| night| morning| evening)))[\s_]*$"
)
_BEFORE_NOUN = regex.compile(r"(?:[,;:!?.“\"‘'—-])\s?(?:(?:oh|ah|well|yes|no|dear|good|my)\s){0,2}$", regex.I)
_REACH = 14  # characters before a noun
_BEFORE_SIGN = re.compile(r"(?<![A-Za-z])([A-Za-z]{3,}+)(?=[,.!?;:—”\"-])")
_BEFORE_OWN = regex.compile(r"\b(?:I(?:[’']m| am)|[Mm]y name(?:[’']s|\W+is)|(?<!\p{L}\s)[Nn]ame[’']s)\s+$")
_WHO = regex.compile(r"\b(?:[Nn]ame|[Ww]ho(?:[’']s| is| are| goes) (?:you|it|there|this|that))\b[^.!]*\W*$")
"""What asks for a name, at the end of what is said."""
_AFTER_ADDRESS = frozenset(",.!?;:—”\"’'«»“-")


def speech_of(exchange: Exchange, people: People) -> Speech:
    """Who is addressed and named in the words of a turn, if those are quoted; they are read once."""
    if exchange.speech is None:
        exchange.speech = _read_speech(exchange.turn.content, people) if exchange.direct else _NOBODY
    return exchange.speech


def is_address(index: NameIndex, at: int, start: int) -> bool:
    """Whether a name addresses whoever bears it, in words that begin at ``start``: *“No, | Ida|, it is late.”*."""
    first = index.starts[at] + index.name(at).skip
    return _is_apart(index, at) and _BEFORE_ADDRESS.search(index.text[max(start, first - 12) : first]) is not None


def _is_apart(index: NameIndex, at: int) -> bool:
    """Whether a sign parts a name from what follows, and nothing is said to be theirs."""
    text, end = index.text, index.ends[at]
    return text[end : end + 1] in _AFTER_ADDRESS and text[end : end + 2] not in ("'s", "’s")


def _read_speech(contents: Sequence[Span], people: People) -> Speech:
    """Who is addressed and named in some words."""
    index, text = people.index, people.index.text
    addressed: set[int] = set()
    named: set[int] = set()
    own: set[int] = set()
    names: list[tuple[str, int]] = []
    mentions: list[tuple[str, int]] = []
    kin = _address()[1]
    tail = ""  # of the stretch before, of the same words: “My name,” he said, “is Ann Lee.”
    for span in contents:
        for at in index.within(span.start, span.end):
            person = people.at(at)
            if person is None or (not person.speaks and person.name.lower() in kin):
                continue  # Papa, who has a name, too
            first, apart = index.starts[at] + index.name(at).skip, _is_apart(index, at)
            if is_address(index, at, span.start):
                addressed.add(person.number)
                names.append((index.name(at).text, person.number))
            elif apart and _BEFORE_OWN.search(tail + text[max(span.start, first - 14) : first]):
                own.add(person.number)
            else:
                named.add(person.number)
                mentions.append((index.name(at).text, person.number))
        tail = text[max(span.start, span.end - 14) : span.end]
    called = {noun.lower() for span in contents for noun in _called(text, span.start, span.end, people.lexicon)}
    if not (addressed or named or own or called):
        return _NOBODY
    return Speech(
        frozenset(addressed - own), frozenset(named - own), frozenset(own), frozenset(called), names, mentions
    )


def _called(text: str, start: int, end: int, lexicon: Lexicon) -> Iterable[str]:
    """The nouns by which somebody may be addressed in some words: *“Good evening, | landlord|.”*."""
    nouns = _nouns_for_people(lexicon)
    if not nouns.isdisjoint(_BEFORE_SIGN.findall(text, start, end)):
        for found in _BEFORE_SIGN.finditer(text, start, end):
            at = found.start()
            if found[0] in nouns and _BEFORE_NOUN.search(text[max(start, at - _REACH) : at]):
                yield found[0]


@lru_cache(maxsize=FEW)
def _nouns_for_people(lexicon: Lexicon) -> frozenset[str]:
    """The nouns that tell what somebody is, but for kin."""
    nouns = [noun for noun in lexicon.nouns if lexicon.kind_of(noun) in ("role", "person")]
    return frozenset((*nouns, *map(str.capitalize, nouns)))


def answers_with_name(before: str, words: str) -> bool:
    """Whether words are hardly more than a name, and those before them ask for one.

    >>> answers_with_name("“And your name?”", "“Pavel Orlik.”"), answers_with_name("“Who is late?”", "“Pavel Orlik.”")
    (True, False)
    """
    return len(words.split()) <= _NAME_ALONE and "?" not in words and _WHO.search(before) is not None


def politeness(exchange: Exchange, text: str) -> AbstractSet[str]:
    """The genders that tell how somebody is addressed in the words of a turn, if those are quoted: *sir*."""
    words = addresses(exchange, text)
    return {_address()[1][word] for word in words} if words else words


def addresses(exchange: Exchange, text: str) -> AbstractSet[str]:
    """How somebody is addressed without a name in the words of a turn, if those are quoted: *sir*, *mamma*."""
    if exchange.address is None:
        pattern, _ = _address()
        contents = exchange.turn.content if exchange.direct else ()
        found = (match for span in contents for match in pattern.finditer(text, span.start, span.end))
        exchange.address = {one.group().lower().replace("’", "'") for one in found} or _NO_ADDRESS
    return exchange.address


def kin_addressed(exchange: Exchange, people: People) -> Sequence[str]:
    """By which nouns for kin somebody is addressed in the words of a turn, in one order: *mamma*, *my son*."""
    words, kind_of = addresses(exchange, people.index.text), people.lexicon.kind_of
    return sorted(word for word in words if kind_of(word.rpartition(" ")[2]) == "kin") if words else ()
