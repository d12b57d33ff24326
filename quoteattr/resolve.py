"""Speaker: who is meant; resolve_speakers: from mentions to who is meant."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import Literal, Protocol

import regex
from attrs import define, field, frozen

from .company import LEAST_USES, Company, share_near
from .conversation import (
    REACH,
    Candidate,
    Chain,
    Exchange,
    Relation,
    Scout,
    Turn,
    answer_of,
    answering,
    gap_between,
    read_speech,
    scenes,
    turn_taking,
)
from .cues import Cue
from .evidence import Evidence, Genre, SourceClass, Weights, evidence_of, sureness_of, weights_of
from .idiolect import Idiolects, words_of
from .lexicon import Lexicon
from .mentions import Mention
from .names import Name, NameIndex, find_names
from .narration import Figure, Learned, Narration, noun_key
from .persons import Character, Gender, People, Person, SpeakerType, find_persons, noun_gender
from .quotations import Quotation
from .span import Span
from .tables import read_table

How = Literal["explicit", "anaphoric", "implicit"]

_RIVALS, _LEAST_RIVAL = 3, 0.02
"""So many of those who lost are kept, if they were believed in at least so much."""
_PASSES = 2
_CERTAIN = 0.8
"""Whoever was believed in more than so much is taken to have spoken, to learn how they speak."""
_SAMPLE = 300
_SHORT = 20_000
"""In texts up to this length any noun for a person may turn out to speak, in longer ones those with a cue."""
_LIVELY, _PAST = "!?", (" was ", " had ", " were ")
_DATED = (*"0123456789", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Stories are told in the past and full of questions and exclamations, news full of dates, sums and ages."""
_STORY, _UNTOLD, _PRONOUN = 3.0, 3.0, 1.0
"""A text is rather a story if it tells nothing; turns without a source, and with a pronoun for one, speak for it."""
_TOLD, _CLAUSE, _NAMED, _ENOUGH, _DATE = 0.5, 3.0, 2.5, 5, 1.5
"""Other sources, quotations in clauses, full names (so many at most) and dates speak against it."""
_HE = {"he": "m", "him": "m", "himself": "m", "his": "m", "she": "f", "her": "f", "herself": "f", "hers": "f"}
_HIS = frozenset({"his", "her"})
_MYSELF = frozenset({"i", "me", "myself"})
_MANY = frozenset({"they", "them", "we", "us", "both", "all", "themselves", "ourselves"})
_THING = frozenset({"it", "itself", "this", "that", "these", "those"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DEFINITE = frozenset({"the", "his", "her", "their", "its", "my", "our", "this", "that", "these", "those"})
_THE = frozenset({"The", "the"})
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "other", "two", "three", "several", "many", "few"})
_JOINS = regex.compile(r"\b(?:of|for|at|from|in|on|by)\s+(?:the\s+)?$|[’']s?\s*$")
_ABOUT = regex.compile(r"\s+(?:of|about)\s+(?:(?:his|her)\s+\p{Ll}+,?\s+)?")
_FROM = (" of ", " from ")
_FOLLOWS = regex.compile(r"\s*(?:[,(]|of\b|for\b|from\b|at\b|in\b|with\b|who\b|and\b)")
_OF_NAME = regex.compile(r"\s+of\s+")
_KNOWN, _FAR_BACK = 3, 200
"""Who is named so often may be whom a noun means; so many names are looked at where one is sought before a turn."""
_LABELS = frozenset({"Q", "A"})
_TOP, _LONGEST_BYLINE = 6, 80
_JOINING = frozenset(("and", "&", "de", "van", "von", "for", "of", "the"))
_OF_TWO = frozenset({"other", "latter", "former"})
"""Nouns that tell nothing but that somebody else is meant: there is nobody who is so called."""
_MARKED = regex.compile(
    r"\s+(?:with|in)\s+the\s+(?:\p{Ll}[\p{Ll}-]*\s+){0,2}?(?P<mark>\p{Ll}[\p{Ll}-]*)(?=[,.;:—]|\s+(?:and|who|to)\b)"
)
"""What tells one man from another: *the man | with the beard*."""
_SORTS = {"voice": "a voice", "role": "a role", "kin": "of the family", "person": "a person"}
_OWNED = regex.compile(r"\p{L}[’']s?\s+\p{L}")
_APPOSITION = regex.compile(r",\s+(?:an?|the|one of|his|her|their|its|once|formerly)\s+(?P<words>[^,.;:()“”\"]{3,80})")
_APPOSED = (", the ", ", a ", ", an ", ", ")
_ROLE = regex.compile(r"\b(?i:the|his|her|their|its|my|our)\s+(?P<words>[\p{L} -]+),\s$")
_CLOSES = (",", ".", ";", " (")
"""What follows a name that goes with the noun before it: *the mayor, Ann Lee,*."""
_OPENING = regex.compile(r"(?<=(?:^|\n|[.!?”\"]\s)\s*)(?:The|An?)(?P<words>(?:\s\p{Ll}+){1,3})\b")
_PERSONS = frozenset({"role", "person", "kin"})
_THINGS = frozenset({"body", "document", "work", "speech"})
_SIGN = regex.compile(r"[^\p{L}\s-]")
_AGE = regex.compile(r"(?:,?\s+(?:an?\s+)?|\s+\()(?P<age>\d{1,3})(?=[,.)]|-year-old)")
_BEFORE_NAME = regex.compile(
    r"(?:(?:the|an?|his|her|their|its)\s+)?(?:(?:\p{Ll}[\p{L}-]*\s+){1,4}(?:called|identified as|named)\s+)?"
)
"""What may stand between a comma and the name of who has just been described: *a guide,* | a man named | *Otto*."""
_TEENS = frozenset(str(age) for age in range(13, 20))
_OWN = ("y name is ", "y name's ", "y name’s ", "y name was ", " called me ", "I am ", "I'm ", "I’m ")
"""What stands before a narrator's own name."""
_ENDS_NAME = frozenset(',.;:!?—”"')
_I = regex.compile(r"\bI\b(?![’'.])")
_TELLS, _EACH = 3, 500
"""A narrator says *I* in the narration at least so often, and once in so many characters."""
_SELDOM = 0.15
"""A narrator's own name is at most this share of the time in the narration."""
_GENERAL = frozenset(
    "agency airline bank business chain charity club company firm group network organisation organization publisher "
    "retailer startup team".split()
)
"""Nouns for a body that has been named before."""
_BODY_REACH = 1500
"""How far back *the company* looks for a name, and *he* for somebody new."""
_OF_PLACE = regex.compile(r"\s+of(?:\s+the)?(?:\s+\p{Lu}[\p{L}'’-]+)+")
_TRADED = regex.compile(r"(?:['’]s?)? (?:shares|stock)\b")
_TRADED_BEFORE = regex.compile(r"\b[Ss](?:hares|tock) (?:in|of) $")
_HEADS = regex.compile(r"[ \t]*(?:\Z|[\n\r:|])")
"""What follows a name that is a heading or a label, not told of."""
_ARTICLE = regex.compile(r"^(?:the|an?|another|this|that|his|her|my|their|its|our|one)\s+", regex.I)
_NEW = regex.compile(r"\b(?:An?|Another|One)\s")
_BEHIND_PREPOSITION = regex.compile(r"(?<=\b(?i:in|with|after|at|on|under|for)\s+)")
_DETERMINED = regex.compile(rf"(?:{'|'.join(sorted(_DEFINITE | _INDEFINITE))}|\p{{L}}+[’']s)\b")
_LONGEST_WORD = 40
_BESIDE, _BEHIND = 40, 120
"""So many characters before and behind a name may hold nouns for whoever bears it."""
_ENDS = regex.compile(r"(?<!\W)\W+$")


@frozen
class Speaker:
    """Who is meant, under the fullest name that the text gives.

    >>> print(Speaker("Ann Lee", aliases=("Ann Lee", "Lee"), gender="f"))
    Ann Lee
    """

    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = field(default=(), repr=False, hash=False)  # thousands: equality still looks at them
    gender: Gender = "u"
    type: SpeakerType = "person"

    def __str__(self) -> str:
        return self.name


@define
class Rival:
    """Somebody who may have been the speaker too: their name, how likely, and what spoke for and against them."""

    name: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()


@define
class Resolution:
    """Who said a turn, how that is known, how surely, and what spoke for it.

    ``confidence`` is that of the answer, source and person; where there is no speaker, of the source.
    ``rivals`` are those who lost, the likeliest first.
    """

    speaker: Speaker | None
    how: How
    confidence: float = 0.0
    addressee: Mention | None = None
    evidence: tuple[Evidence, ...] = ()
    rivals: tuple[Rival, ...] = ()


class TurnLike(Protocol):
    """What a turn must have: see :class:`quoteattr.conversation.Turn`."""

    @property
    def content(self) -> tuple[Span, ...]: ...
    @property
    def kind(self) -> str: ...
    @property
    def source(self) -> Mention | None: ...
    @property
    def cue(self) -> Cue | None: ...
    @property
    def addressee(self) -> Mention | None: ...
    @property
    def continues(self) -> int | None: ...
    @property
    def confidence(self) -> float: ...


def squeezed(text: str) -> str:
    r"""Words with single spaces between them, invisible signs left out.

    >>> squeezed("the\u200bold\n \ufeffm\u200dan")
    'the old man'
    """
    return " ".join(text.replace("\u200d", "").replace("\u200b", " ").replace("\ufeff", "").split())


@define(eq=False)
class Cast:
    """Everybody who may speak in a text: the named, and those whom only a noun or a pronoun names."""

    people: People
    narration: Narration
    unnamed: dict[str, Person] = field(factory=dict)
    groups: dict[str, Person] = field(factory=dict)
    narrator: Person | None = None
    last_body: Person | None = None
    last_group: Person | None = None

    def stranger(self, phrase: str, type_: SpeakerType = "unnamed") -> Person:
        """Somebody new whom only these words name."""
        person = self.people.new(type_, name=squeezed(phrase))
        person.call(person.fixed_name)
        return person

    def called(self, key: str, phrase: str, type_: SpeakerType = "unnamed", gender: str = "") -> Person:
        """The one whom a noun means where no name belongs to it."""
        known = self.unnamed.get(key)
        if known is None:
            known = self.unnamed[key] = self._addressed_so(key) or self.stranger(phrase, type_)
            gender = gender or noun_gender(key.rpartition(" ")[2], self.people.lexicon)
            known.vote(gender, 20.0)
        else:
            known.call(squeezed(phrase))
        return known

    def _addressed_so(self, noun: str) -> Person | None:
        """Who is called by a noun as by a name: *the inspector* is whom others call *Inspector*."""
        runs = self.people.index.runs().get(noun.capitalize(), ())
        person = self.people.at(runs[0]) if runs else None
        if person is None or person.type != "person" or len(person.forms) > 1:
            return None
        person.sure = True
        return person

    def body(self, phrase: str, type_: SpeakerType) -> Person:
        """A body, group or document under the words of the text; the same words mean the same one."""
        key = _ARTICLE.sub("", squeezed(phrase)).casefold()
        known = self.groups.get(key)
        if known is None:
            known = self.groups[key] = self.stranger(phrase, type_)
        return known


# ---------------------------------------------------------------- sources


@define(eq=False)
class _Sources:
    """From the mention beside a cue to the person, or to what is known of them."""

    cast: Cast
    text: str
    genre: Genre = "news"
    known: dict[str, Person] = field(factory=dict)
    called: dict[str, tuple[int, str]] = field(factory=dict)
    interviewed: Person | None = None
    read_to: int = 0  # up to which name the text was read for who is interviewed

    def read(self, turn: Exchange, source: Mention, *, label: bool) -> None:
        """Settle the speaker of a turn by its source, which may be a label, or note what the source tells."""
        turn.source = source.span
        words = source.text
        first = words.split(None, 1)[0]
        if label and words in _LABELS:
            turn.settled = self._interviewee(turn) if words == "A" else None
            turn.silent = turn.settled is None
        elif first.lower() in _INDEFINITE and (person := self._named_behind(source)) is not None:
            turn.settled = person
        elif first in _THE and (self._is_office(source) or self._is_native(source)):
            self._read_noun(turn, source)
        elif source.form == "name" or (source.form == "nominal" and self.cast.people.surnamed(words)):
            turn.settled = self.known.get(words) or self.known.setdefault(words, self.named(source))
        elif source.form == "pronoun":
            self._read_pronoun(turn, source)
        else:
            self._read_noun(turn, source)

    def _is_office(self, source: Mention) -> bool:
        """Whether *the* and capitals show an office: *the Foreign Secretary, Ann Lee*, in news *the Prime Minister*."""
        last = source.head.text.rpartition(" ")[2]
        if source.form != "name" or not last[0].isupper():
            return False
        if self.cast.people.index.is_role(last.lower()) and self._named_behind(source) is not None:
            return True
        lexicon = self.cast.people.lexicon
        return self.genre == "news" and is_office(last, lexicon) and lexicon.titles[last.capitalize()].kind != "rank"

    def _is_native(self, source: Mention) -> bool:
        """Whether *the* and a capital in news only tell where somebody is from: *the Frenchman*, *the young Swede*."""
        return self.genre == "news" and source.text[len("the ") :].rpartition(" ")[2] in natives()

    def named(self, source: Mention) -> Person:
        """Who bears a name."""
        index, people = self.cast.people.index, self.cast.people
        head = source.span
        covering = index.covering(head.start)
        if (
            covering is not None
            and index.ends[covering] <= head.end
            and index.starts[covering] + index.name(covering).core < head.start
        ):
            part = people.of_surface.get(self.text[head.start : index.ends[covering]])
            if part is not None:
                return part
        first = head.start if covering is None else index.starts[covering]
        runs = [at for at in index.within(first, head.end) if index.name(at).words]
        if _is_list(runs, index):
            return self._list(source, runs)
        best = self._best_run(source, runs)
        person = people.at(best) if best is not None else None
        if person is None and best is not None and self._covers(best, source):
            name = index.name(best)
            person = people.new("organisation" if name.kind in ("body", "place") else "person")
            surface = index.surfaces[best]
            people.give(person, name, surface, len(index.runs()[surface]))
        if head.text.split()[0].lower() in _INDEFINITE and not (person is not None and _is_known(person)):
            return self.cast.stranger(source.text)
        if person is None or (best is not None and not self._covers(best, source)):
            person = people.surnamed(source.text)
        if person is None:
            return self.cast.body(source.text, "organisation")
        person.sure = person.speaks = True
        return person

    def spoken_of(self, turn: TurnLike) -> Person | None:
        """Who is named behind the cue as the one that the words are about: *Koh said of Ann Koh*."""
        if turn.source is None or turn.cue is None:
            return None
        behind = _ABOUT.match(self.text, max(turn.source.span.end, turn.cue.spans[-1].end))
        at = self.cast.people.index.covering(behind.end()) if behind is not None else None
        return self.cast.people.at(at) if at is not None else None

    def bearers(self, source: Mention | None) -> Collection[Person]:
        """Who bears the surname that is the source: of two, who is told of, or told, does not speak, another does."""
        return self.cast.people.by_last.get(source.span.text, ()) if source is not None else ()

    def _best_run(self, source: Mention, runs: list[int]) -> int | None:
        """Which name carries a mention: the last one, if the mention ends with it, else the first."""
        if len(runs) < 2:
            return runs[0] if runs else None
        return runs[-1] if self._covers(runs[-1], source) else runs[0]

    def _covers(self, run: int, source: Mention) -> bool:
        """Whether a name is what a mention is about, not part of it (Union *of Norland*, the *Moe* report)."""
        index = self.cast.people.index
        name = index.name(run)
        after = self.text[index.ends[run] : source.span.end]
        before = self.text[source.span.start : index.starts[run]]
        owned = before.endswith(("'s ", "’s ")) and name.kind == "person"
        if before and _JOINS.search(before) and not (name.full and (name.role or owned)):
            return False
        if not after.strip(' .”"’)'):
            person = self.cast.people.at(run)
            return name.full or person is not None or not before.strip()
        return _FOLLOWS.match(after) is not None and (name.full or name.kind == "person") and name.kind != "body"

    def _list(self, source: Mention, runs: list[int]) -> Person:
        """Several who are named together."""
        index = self.cast.people.index
        *names, last = (name.bare if name.full else name.text for name in map(index.name, _bearers(runs, index)))
        group = self.cast.body(f"{', '.join(names)} and {last}", "group")
        if squeezed(source.text) not in group.forms:
            group.call(squeezed(source.text))
        self.cast.last_group = group
        return group

    def _read_pronoun(self, turn: Exchange, source: Mention) -> None:
        word = source.head.text.lower()
        cast = self.cast
        if word in _MYSELF:
            turn.settled = None if turn.inside else cast.narrator  # inside other words it is who says those
        elif word in _HE:
            turn.group, turn.gender = "pronoun", _HE[word]
        elif word in _RELATIVE:
            self._read_relative(turn, source)
        elif word in _MANY:
            turn.settled = cast.last_group or cast.last_body or cast.body(source.text, "group")
        elif word == "it" and self.genre == "fiction":
            turn.settled = self._body_before(source)
            turn.group = "pronoun"
        elif word in _THING:
            body = self._thing_before(source) or cast.last_body or self._body_before(source)
            turn.settled = body or cast.body(source.text, "unnamed")
        else:
            turn.settled = cast.stranger(source.text)

    def _thing_before(self, source: Mention) -> Person | None:
        """The body or document that opens the last sentence about one: *The letter* came; then *it* says so."""
        lexicon, narration = self.cast.people.lexicon, self.cast.narration
        before = list(_OPENING.finditer(self.text, max(0, source.span.start - _BODY_REACH), source.span.start))
        for found in reversed(before):
            words = found["words"].split()
            things = [word for word in words if lexicon.kind_of(word) in _THINGS]
            if things and not narration.is_speech(found.start()):
                end = self.text.index(things[-1], found.start("words")) + len(things[-1])
                phrase, kind = self.text[found.start() : end], lexicon.kind_of(things[-1])
                return self.cast.body(phrase, "organisation" if kind == "body" else "document")
        return None

    def _read_relative(self, turn: Exchange, source: Mention) -> None:
        """Who and which mean the mention before them."""
        at = source.span.start
        words = self.text[max(0, at - _LONGEST_WORD) : at].split()
        noun = words[-1].rstrip(",") if words else ""
        kinds, plural = self.cast.people.lexicon.nouns.get(noun, ("", False))
        if plural or kinds.startswith("group"):
            turn.settled = self.cast.body(noun, "group")
            return
        figures = self.cast.narration.near(self.cast.narration.paragraph_of(at), at, at)
        before = [f for f in figures if f.end <= source.span.start and not f.possessor]
        if len(before) > 1 and self.text[before[-2].end : before[-1].start] in _APPOSED:
            named = before[-2].person
            if named is not None and _is_known(named):
                before.pop()  # Ann Lee, the baker | who
        if before and before[-1].person is not None:
            turn.settled = before[-1].person
        elif before and before[-1].key:
            turn.settled = self.cast.called(before[-1].key, self.text[before[-1].start : before[-1].end])
        else:
            turn.group = "pronoun"

    def _read_noun(self, turn: Exchange, source: Mention) -> None:
        words = source.head.text.split()
        first, head = source.text.split()[0].lower(), _ENDS.sub("", words[-1]).lower()
        kinds, plural = self.cast.people.lexicon.nouns.get(head, ("", False))
        kind = kinds.partition(",")[0]
        story = self.genre == "fiction" and not turn.inside
        owned = _OWNED.search(source.text) is not None
        if (person := self._named_behind(source)) is not None:
            turn.settled = person
        elif story and (self._is_aside(source, kind) or ("voice" in kinds and first in _HIS)):
            if first in _HIS:
                turn.group, turn.gender = "pronoun", _HE[first]
        elif "voice" in kinds and (whose := self._whose_voice(source)) is not None:
            turn.settled = whose
        elif plural:
            turn.settled = self.cast.last_group = self.cast.body(source.text, "group")
        elif kind == "body":
            turn.settled = self._body(source, first)
        elif kind in ("document", "work", "speech"):
            turn.settled = self.cast.body(source.text, "document")
        elif first in _INDEFINITE:
            self._introduce(turn, source, head)
            turn.sort = "a new voice" if "voice" in kinds else turn.sort
        elif (kind == "kin" or (story and owned)) and (owner := self._owner(source)) is not None:
            turn.owner = owner
            self._read_person_noun(turn, source, head, first, kind)
        elif turn.inside or (owned and not story) or (first not in _DEFINITE and not owned):
            turn.settled = self.cast.body(source.text, "unnamed")
        else:
            self._read_person_noun(turn, source, head, first, kind)

    def _named_behind(self, source: Mention) -> Person | None:
        """Whom the apposition behind a noun names: *its director, Lena Strand*."""
        behind = source.description
        if behind is None:
            return None
        index = self.cast.people.index
        runs = index.within(behind.start, behind.end)
        if not runs or not _names_somebody(index.name(runs[0])):
            return None
        if not _BEFORE_NAME.fullmatch(self.text, behind.start, index.starts[runs[0]]):
            return None
        several = _is_list(runs, index)
        name = Span.of(self.text, index.starts[runs[0]], index.ends[runs[-1 if several else 0]])
        return self.named(Mention(name, "name", name, name))

    def _owner(self, source: Mention) -> Person | None:
        """Who is named before 's: *Ann's mother*."""
        index = self.cast.people.index
        for at in index.within(source.span.start, source.span.end):
            if self.text[index.ends[at] : index.ends[at] + 2] in ("'s", "’s"):
                return self.cast.people.at(at)
        return None

    def _whose_voice(self, source: Mention) -> Person | None:
        """Whose voice it is: the name with 's before it or with *of* behind it."""
        index = self.cast.people.index
        for at in index.within(source.span.start, source.extent.end + 40):
            owns = self.text[index.ends[at] : index.ends[at] + 2] in ("'s", "’s") and index.ends[at] <= source.span.end
            if owns or _OF_NAME.fullmatch(self.text, source.head.end, index.starts[at] + index.name(at).skip):
                return self.cast.people.at(at)
        return None

    def _interviewee(self, turn: Exchange) -> Person | None:
        """Who answers in an interview: the person whom the writer names last before it, else the first named in it."""
        index, people, narration = self.cast.people.index, self.cast.people, self.cast.narration
        for at in range(self.read_to, index.before(turn.start).stop):
            person = people.at(at)
            counts = self.interviewed is None or not narration.is_speech(index.starts[at])
            if counts and person is not None and person.type == "person" and person.sure:
                self.interviewed = person
        self.read_to = index.before(turn.start).stop
        return self.interviewed

    def _body(self, source: Mention, first: str) -> Person:
        """The company: the body last named, if the noun is a general one; else the body so called."""
        words = source.text.split()
        body: Person | None = None
        if first in ("the", "this") and words[-1] in _GENERAL and all(map(self._describes, words[1:-1])):
            body = self._last_body(source)
        elif first == "the" and len(words) == 2:
            body = self._body_named_so(source, words[-1].capitalize())
        return body or self.cast.body(source.text, "organisation")

    def _body_named_so(self, source: Mention, noun: str) -> Person | None:
        """The body last named with a noun in its name: *the council* is Dunmore Council."""
        index, people = self.cast.people.index, self.cast.people
        for at in reversed(index.within(source.span.start - _BODY_REACH, source.span.start)):
            name = index.name(at)
            if name.kind == "body" and noun in name.words:
                whole = _OF_PLACE.match(self.text, index.ends[at])
                if whole is None:
                    return people.at(at)
                return self.cast.body(self.text[index.starts[at] : whole.end()], "organisation")
        return None

    def _describes(self, word: str) -> bool:
        """Whether a word only describes what has been named: *the Swedish airline*, but not *the road agency*."""
        return word[0].isupper() or word in self.cast.people.lexicon.adjectives

    def _body_before(self, source: Mention) -> Person | None:
        """The body that opens the nearest sentence before which opens with a name."""
        index = self.cast.people.index
        for at in reversed(index.within(source.span.start - _BODY_REACH, source.span.start)):
            if index.opens_sentence(at) and index.name(at).words:
                return self.cast.people.at(at) if index.name(at).kind == "body" else None
        return None

    def _last_body(self, source: Mention) -> Person | None:
        """The name of no person that opens the nearest sentence before."""
        index, people = self.cast.people.index, self.cast.people
        before = index.within(source.span.start - _BODY_REACH, source.span.start)
        for at in reversed(before):
            person, name = people.at(at), index.name(at)
            if person is None or name.kind == "person":
                continue
            if _is_traded(self.text, index.starts[at], index.ends[at]):
                person.type = "organisation"
                return person
            if not name.full and person.type == "person":
                continue
            if index.opens_sentence(at) and not _HEADS.match(self.text, index.ends[at]):
                person.type = "organisation"
                return person
        return None

    def _introduce(self, turn: Exchange, source: Mention, head: str) -> None:
        """Another official: somebody new each time; in a long story perhaps somebody known, not yet recognised."""
        person = self.cast.stranger(source.text)
        gender = noun_gender(head, self.cast.people.lexicon)
        if gender in ("m", "f"):
            person.vote(gender, 20.0)
        else:
            self.cast.last_group = person  # a spokesperson; then *they*
        self.cast.narration.nouns.setdefault(head, person)
        self.cast.unnamed.setdefault(head, person)
        if self.genre == "news" or turn.inside or len(self.text) <= _SHORT:
            turn.settled = person
        else:
            turn.group, turn.gender, turn.sort = "noun", gender, "somebody new"
            turn.key = f"{head} {person.number}"
            self.cast.unnamed[turn.key] = person

    def _is_aside(self, source: Mention, kind: str) -> bool:
        """Whether a noun of a story is nobody: *in a low tone*, *thoughts*."""
        bare = not kind and source.text.islower() and not _DETERMINED.match(source.text)
        if bare and source.text not in self.cast.people.lexicon.closed:
            return True
        if kind == "speech" or (kind == "time" and not source.text.startswith("the ")):  # but: said the second
            return True
        return _BEHIND_PREPOSITION.match(self.text, source.span.start) is not None

    def _read_person_noun(self, turn: Exchange, source: Mention, head: str, first: str, kind: str) -> None:
        turn.group = "noun"
        turn.gender = natives().get(head.capitalize()) or noun_gender(head, self.cast.people.lexicon)
        if kind == "kin":
            turn.owner = turn.owner or self.cast.narration.owner_at(source.span.start)
        if head in _OF_TWO:
            return
        words = source.text.split()
        adjective = words[words.index(head) - 1].lower() if head in words[1:] else ""
        turn.key = noun_key(kind, first, adjective, head, turn.owner)
        turn.sort = _SORTS.get(kind, "a role")
        marked = _MARKED.match(self.text, source.head.end) if kind == "person" else None
        if marked is not None:
            turn.key = f"{turn.key} {marked['mark']}"
        elif kind == "person" and self.genre == "fiction":
            turn.key = self._last_so_called(turn, head)
        self.cast.called(
            turn.key, self.text[source.span.start : marked.end() if marked else source.span.end], gender=turn.gender
        )

    def _last_so_called(self, turn: Exchange, head: str) -> str:
        """The key of *the gentleman* behind *the old gentleman* is that of the old one."""
        at, key = self.called.get(head, (0, ""))
        if not key or turn.key != head or turn.start - at > _BODY_REACH:
            key = turn.key
        self.called[head] = turn.start, key
        return key


def _is_traded(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a company on the stock exchange: *Orvex shares*, *shares in Orvex*."""
    return _TRADED.match(text, end) is not None or _TRADED_BEFORE.search(text, max(0, start - 12), start) is not None


@cache
def natives() -> Mapping[str, str]:
    """Nouns that tell where somebody is from, each with the gender that it tells.

    >>> natives()["Frenchman"], natives()["Swede"]
    ('m', 'u')
    """
    text = (resources.files(__package__) / "lang" / "en" / "natives.tsv").read_text("utf8")
    return {row["noun"]: row["gender"] for row in read_table("natives.tsv", text)}


def is_office(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun is a title that one person bears at a time: *minister*, *bishop*, but not *sister*.

    >>> from quoteattr.lexicon import english
    >>> [is_office(word, english()) for word in ("minister", "Bishop", "sister", "baker")]
    [True, True, False, False]
    """
    title = lexicon.titles.get(word.capitalize())
    held = title is not None and title.kind in ("office", "clergy", "noble", "rank")
    return held and lexicon.kind_of(word.lower()) == "role"


def _is_known(person: Person) -> bool:
    """Whether the text names somebody in full, or with a title or a given name."""
    return any(name.kind == "person" or name.given for name in person.names.values())


def _names_somebody(name: Name) -> bool:
    """Whether a name by itself tells that it is one of a person or of a body."""
    return name.full or bool(name.given) or name.kind in ("person", "body")


def _is_list(runs: Sequence[int], index: NameIndex) -> bool:
    """Whether a mention joins two names (Ann and Per Moe) rather than holding one of a body."""
    bearers = _bearers(runs, index) if len(runs) > 1 else ()
    if len(bearers) < 2 or any(index.name(at).kind not in ("person", "word") for at in bearers):
        return False
    joints = [_JOINT.match(index.text, index.ends[a], index.starts[b]) for a, b in pairwise(runs)]
    return None not in joints and any(joint["and"] for joint in joints if joint)


_JOINT = regex.compile(r"\s*(?:,\s*(?P<and>and\b|&)?|(?P<and>and\b|&))|\s+(?:of|from)\s")


def _bearers(runs: Sequence[int], index: NameIndex) -> list[int]:
    """The names without the places they are from, and roles: *Ann Lee of* Norland *and* Head *of News Per Moe*."""
    joined = [(a, b) for a, b in pairwise(runs) if index.text[index.ends[a] : index.starts[b]] in _FROM]
    others = {a if index.name(b).full else b for a, b in joined}
    return [at for at in runs if at not in others]


# ---------------------------------------------------------------- the whole


@define(eq=False)
class Case:
    """A text with its turns, on the way to who says them."""

    text: str
    turns: Sequence[TurnLike]
    cast: Cast
    genre: Genre
    exchanges: list[Exchange] = field(factory=list)
    order: list[int] = field(factory=list)
    apart: list[Exchange] = field(factory=list)
    described: dict[str, list[Person]] = field(factory=dict)


def open_case(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    quotations: Sequence[Quotation],
    turns: Sequence[TurnLike],
    lexicon: Lexicon,
    *,
    names: NameIndex | None = None,
    characters: Sequence[object] = (),
) -> Case:
    """Read the names, the narration and the sources; everything but the decision."""
    index = names if names is not None else find_names(text, lexicon)
    people = find_persons(index, lexicon, [Character.of(c) for c in characters])
    masks = _merged([*_bylines(text, paragraphs), *[(q.span.start, q.span.end) for q in quotations]])
    genre = _genre(text, turns, people)
    narration = Narration(text, paragraphs or [(0, len(text))], masks, people, look_back=1 if genre == "news" else 3)
    cast = Cast(people, narration)
    case = Case(text, turns, cast, genre)
    _find_narrator(case)
    _read_sources(case)
    (_admit_nouns if case.genre == "fiction" else _admit_strangers)(case)
    return case


def _bylines(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines near the top that name who wrote an article, *By Ann Lee and Bo Ray*: they tell of nobody."""
    return [
        (start, end)
        for start, end in paragraphs[:_TOP]
        if end - start < _LONGEST_BYLINE
        and text.startswith(("By ", "BY "), start)
        and all(word[0].isupper() or word in _JOINING for word in text[start:end].split())
    ]


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for span in sorted(spans):
        start, end = span
        if not merged or start > merged[-1][1]:
            merged.append(span)
        elif end > merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
    return merged


def _genre(text: str, turns: Sequence[TurnLike], people: People) -> Genre:
    """Whether the text reads as a story or as news, by its signs, how its turns are told and its people named."""
    if all(turn.kind != "direct" for turn in turns):
        return "news"
    story = _STORY + sum(map(text.count, (*_LIVELY, *_PAST)))
    for turn in turns:
        if turn.kind == "mixed":
            story -= _CLAUSE
        elif turn.kind == "direct":
            source = turn.source
            story += _UNTOLD if source is None else _PRONOUN if source.form == "pronoun" else -_TOLD
    if story > 0:  # the rest takes time, and most news shows by now what it is
        full = sum(name.full and name.kind == "person" for p in people.persons for name in p.names.values())
        story -= _NAMED * min(full, _ENOUGH)
    if story > 0:
        spoken = [span.text for turn in turns if turn.kind == "direct" for span in turn.content]
        story -= _DATE * (_dates(text) - sum(map(_dates, spoken)))
    return "fiction" if story > 0 else "news"


def _dates(text: str) -> int:
    """How many figures and days of the week a text has."""
    return sum(map(text.count, _DATED))


def _find_narrator(case: Case) -> None:
    """Who says I outside the quotations, if somebody does: as a source, or again and again in a story."""
    is_speech = case.cast.narration.is_speech
    sources = (turn.source.span for turn in case.turns if turn.source is not None and turn.source.head.text == "I")
    if any(not is_speech(span.start) for span in sources) or (case.genre == "fiction" and _is_told_by_one(case)):
        narrator = case.cast.stranger("I", "person")
        case.cast.narrator = case.cast.narration.narrator = narrator


def _is_told_by_one(case: Case) -> bool:
    """Whether the narration has as many *I* as a story has that somebody tells who is in it."""
    said = sum(not case.cast.narration.is_speech(found.start()) for found in _I.finditer(case.text))
    return said >= _TELLS and said * _EACH > len(case.text)


def _read_sources(case: Case) -> None:
    """Make an exchange of each turn, and settle what its source settles."""
    sources, narration = _Sources(case.cast, case.text, case.genre), case.cast.narration
    made: list[Exchange] = []
    for number, turn in enumerate(case.turns):
        spans = turn.content
        start, end = spans[0].start, spans[-1].end
        made.append(Exchange(number, start, end, narration.paragraph_of(start), contents=spans))
    _line_up(case, made)
    for exchange, turn in zip(made, case.turns, strict=True):
        if turn.source is not None:
            sources.read(exchange, turn.source, label=turn.cue is None)
            if exchange.settled is not None and exchange.settled.type in ("organisation", "document"):
                case.cast.last_body = exchange.settled
        if turn.addressee is not None and turn.addressee.form == "name":
            exchange.told = sources.named(turn.addressee)
        bearers = sources.bearers(turn.source) if exchange.settled is not None else ()
        if len(bearers) > 1 and exchange.settled in (exchange.told, sources.spoken_of(turn)):  # looked through but then
            exchange.settled = max((one for one in bearers if one is not exchange.settled), key=lambda one: one.count)
    if case.cast.narrator is not None:
        _name_narrator(case, case.cast.narrator)
    if any(exchange.key for exchange in case.exchanges):
        kind_of = case.cast.people.lexicon.kind_of
        keys = {exchange.key for exchange in case.exchanges if exchange.key}
        told = describe(case.cast.people, keys if case.genre == "news" else None)  # stories ask for other nouns later
        if len(case.text) > _SHORT:  # Ann Lee, a girl of twelve, is not *the girl* of a whole book
            told = {noun: who for noun, who in told.items() if kind_of(noun) != "person"}
        case.described.update(told)
        if case.genre == "news":
            _settle_offices(case)


def _settle_offices(case: Case) -> None:
    """An office alone, or *his lawyer*, means the one person introduced so; where all are otherwise, nobody named."""
    cast, lexicon = case.cast, case.cast.people.lexicon
    described = {person.number for persons in case.described.values() for person in persons}
    for exchange, number in zip(case.exchanges, case.order, strict=True):
        source = case.turns[number].source
        if source is None or not exchange.key:
            continue
        office, noun = _ARTICLE.sub("", source.text).lower(), source.head.text.rpartition(" ")[2].lower()
        owned = source.text.partition(" ")[0].lower() in _OWNERS and lexicon.kind_of(noun) in _PERSONS
        if not owned and not (office.title() in lexicon.titles and is_office(noun, lexicon)):
            continue
        before = _named_before(case, exchange.start)
        bearers = [person for person in before if person in case.described.get(office, ())]
        if len(bearers) == 1:
            exchange.settled = bearers[0]
        elif not bearers and (owned or all(person.number in described for person in before)):
            exchange.settled = cast.called(office if owned else exchange.key, source.text, gender=exchange.gender)


def _named_before(case: Case, start: int) -> Sequence[Person]:
    """The people whom the text names before a place, the last one first."""
    index, people = case.cast.people.index, case.cast.people
    named = map(people.at, reversed(index.before(start)[-_FAR_BACK:]))
    return list(dict.fromkeys(one for one in named if one is not None and one.type == "person" and one.sure))


def _line_up(case: Case, made: list[Exchange]) -> None:
    """Put the turns that follow each other in one line; those inside others (in stories, indirect ones) apart."""
    covered = 0
    outermost_first = sorted(made, key=attrgetter("end"), reverse=True)
    outermost_first.sort(key=attrgetter("start"))
    for exchange in outermost_first:
        turn = case.turns[exchange.number]
        exchange.inside = exchange.end <= covered
        if exchange.inside or (turn.kind == "indirect" and case.genre == "fiction"):
            case.apart.append(exchange)
            continue
        exchange.direct = turn.kind == "direct"
        if exchange.direct:
            covered = exchange.end
        case.order.append(exchange.number)
        exchange.number = len(case.exchanges)
        if case.exchanges and not case.cast.narration.parted(case.exchanges[-1].paragraph, exchange.paragraph):
            exchange.gap = gap_between(case.exchanges[-1], exchange)
            exchange.answer = answer_of(case.turns[case.order[-2]].content[-1].text, turn.cue)
        case.exchanges.append(exchange)


def _name_narrator(case: Case, narrator: Person) -> None:
    """The narrator bears the name that they give as their own, else one by which others address them.

    The narration does not use the names by which others address whoever tells it.
    """
    person = next(_own_names(case, narrator), None) or _addressed_as(case, narrator)
    if person is not None:
        _replace(case, narrator, person)


def _own_names(case: Case, narrator: Person) -> Iterator[Person]:
    """Who bears a name that stands behind *my name is* or the like, in the narration or in the narrator's words."""
    text, index = case.text, case.cast.people.index
    for words in _OWN:
        at = text.find(words)
        while at >= 0:
            behind = at + len(words)
            run, at = index.covering(behind), text.find(words, behind)
            if run is None or text[index.ends[run] : index.ends[run] + 1] not in _ENDS_NAME:
                continue
            person = case.cast.people.at(run)
            if person is not None and _is_known(person) and _told_by(case, behind) is narrator:
                yield person


def _told_by(case: Case, position: int) -> Person | None:
    """Who tells what stands at a place: the narrator outside quotations."""
    if not case.cast.narration.is_speech(position):
        return case.cast.narrator
    turn = case.exchanges[max(0, bisect_right(case.exchanges, position, key=lambda each: each.start) - 1)]
    return turn.settled if turn.direct and position < turn.end else None


def _addressed_as(case: Case, narrator: Person) -> Person | None:
    """Who bears a name by which others address the narrator, and which the narration does not use."""
    called: Counter[int] = Counter()
    persons = case.cast.people.persons
    for before, after in pairwise(case.exchanges):
        if (before.settled is narrator) != (after.settled is narrator):
            other = after if before.settled is narrator else before
            read_speech(other, case.cast.people)
            called.update(other.addressed)
    known = (persons[number] for number, _ in called.most_common())
    return next((one for one in known if _is_known(one) and _told_of(case, one) <= one.count * _SELDOM), None)


def _told_of(case: Case, person: Person) -> int:
    """How often the narration names a person."""
    index, masks = case.cast.people.index, case.cast.narration
    runs = index.runs()
    places = [index.starts[at] for surface in person.surfaces for at in runs.get(surface, ())]
    return sum(not masks.is_speech(place) for place in places)


def _replace(case: Case, old: Person, new: Person) -> None:
    new.type = "person"
    case.cast.narrator = case.cast.narration.narrator = new
    for exchange in (*case.exchanges, *case.apart):
        if exchange.settled is old:
            exchange.settled = new


def describe(people: People, wanted: Collection[str] | None = None) -> dict[str, list[Person]]:
    """Whom the text introduces by which nouns: roles before a name, an apposition or an age behind it.

    If only some nouns are wanted, others may be left out.
    """
    described: dict[str, list[Person]] = {}
    index, lexicon = people.index, people.lexicon
    anything = wanted is None or any(map(_tells_age, wanted))
    for person in people.persons:
        if person.type != "person":
            continue
        nouns = {word.lower() for name in person.names.values() for word in name.role}
        nouns.update(" ".join(name.role).lower() for name in person.names.values() if name.role)
        nouns.update(
            t.full.lower()
            for name in person.names.values()
            for title in name.titles
            if (t := lexicon.titles.get(title))
        )
        runs = index.runs()
        for at in [at for surface in person.surfaces for at in runs.get(surface, ())[:2]][:6]:
            around = index.text[max(0, index.starts[at] - _BESIDE) : index.ends[at] + _BEHIND].lower()
            if anything or any(map(around.__contains__, wanted or ())):
                nouns.update(_nouns_beside(index, lexicon, at))
        for noun in nouns:
            described.setdefault(noun, []).append(person)
    return described


def _tells_age(noun: str) -> bool:
    """Whether an age behind a name, *Moe, 44*, is enough for somebody to be called so."""
    return noun == "teenager" or noun.endswith("-year-old")


def _nouns_beside(index: NameIndex, lexicon: Lexicon, at: int) -> Iterable[str]:
    """The nouns for people right before a name, and in the apposition behind it."""
    text = index.text
    before = text[max(0, index.starts[at] - _BESIDE) : index.starts[at]]
    if before.endswith(", ") and text.startswith(_CLOSES, index.ends[at]):
        role = _ROLE.search(before)
        yield from _person_nouns(role["words"].split() if role is not None else (), lexicon)
    elif before.endswith(" "):
        yield from _person_nouns(_noun_words(_SIGN.split(before)[-1].split(), lexicon), lexicon)
    behind = _APPOSITION.match(text, index.ends[at])
    if behind is not None:
        yield from _person_nouns(behind["words"].split(), lexicon)
    age = _AGE.match(text, index.ends[at])
    if age is not None:
        yield f"{age['age']}-year-old"
        if age["age"] in _TEENS:
            yield "teenager"


def _noun_words(words: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """The last words up to a name that are nouns and adjectives: *sister and | campaign manager* Ida Moe."""
    first = len(words)
    while first and (words[first - 1].lower() in lexicon.nouns or words[first - 1].lower() in lexicon.adjectives):
        first -= 1
    return words[first:]


def _person_nouns(words: Sequence[str], lexicon: Lexicon) -> Iterable[str]:
    before = ""
    for word in words:
        small = word.lower()
        if lexicon.kind_of(small) in _PERSONS or small.endswith("-year-old"):
            yield f"{before} {small}".lstrip()  # the foreign secretary
            yield small
        before = small


def _admit_nouns(case: Case) -> None:
    """Let nouns for people that may speak be people: those with a cue, and in short texts all subjects."""
    cast, narration = case.cast, case.cast.narration
    wanted = {e.key for e in case.exchanges if e.key}
    short = len(case.text) <= _SHORT
    near = sorted({p for e in case.exchanges for p in range(max(0, e.paragraph - 3), e.paragraph + 1)}) if short else ()
    for paragraph in near:
        for figure in narration.read(paragraph):
            if figure.form == "noun" and figure.subject and figure.person is None:
                wanted.add(figure.key)
                _first_called(cast, figure, case.text)
    for key in wanted:
        narration.nouns.setdefault(key, _best_known(case.described.get(key, ())) or cast.unnamed[key])
    narration.forget()


def _admit_strangers(case: Case) -> None:
    """Let *he* be somebody new who is the subject of a sentence before it: *A clerk came. The file, he said, …*."""
    cast, narration = case.cast, case.cast.narration
    admitted = False
    for exchange in case.exchanges:
        if exchange.group != "pronoun":
            continue
        begin = max(narration.paragraphs[exchange.paragraph][0], exchange.start - _BODY_REACH)
        if _NEW.search(case.text, begin, exchange.start):
            for figure in narration.near(exchange.paragraph, exchange.start, exchange.start):
                new = figure.form == "noun" and figure.subject and figure.person is None
                if new and figure.end <= exchange.start and _NEW.match(case.text, figure.start):
                    _first_called(cast, figure, case.text)
                    narration.nouns[figure.key] = cast.unnamed[figure.key]
                    admitted = True
    if admitted:
        narration.forget()


def _admit_near(case: Case, exchange: Exchange) -> bool:
    """Where nobody with a name can be meant, let the people whom only nouns name be; tells if there are any."""
    cast, narration = case.cast, case.cast.narration
    admitted = False
    for paragraph in range(max(0, exchange.paragraph - 1), exchange.paragraph + 1):
        for figure in narration.near(paragraph, exchange.start, exchange.end):
            if figure.form == "noun" and figure.subject and figure.person is None:
                _first_called(cast, figure, case.text)
                narration.nouns[figure.key] = cast.unnamed[figure.key]
                admitted = True
    if admitted:
        narration.forget()
    return admitted


def _best_known(described: Sequence[Person]) -> Person | None:
    """Who is named far oftener than all others that a noun describes."""
    best, second, *_ = *sorted((person.count for person in described), reverse=True), 0, 0
    if best < _KNOWN or best < 2 * second:
        return None
    return max(described, key=lambda person: person.count)


def _first_called(cast: Cast, figure: Figure, text: str) -> None:
    person = cast.called(figure.key, text[figure.start : figure.end])
    if person.count <= 1:
        person.fixed_name = squeezed(text[figure.start : figure.end])


def decide(case: Case, weights: Weights | None = None, passes: int = _PASSES) -> None:
    """Give each candidate of each turn its share of the belief."""
    weights = weights or weights_of(case.genre)
    spoke = {e.settled.number for e in case.exchanges if e.settled is not None}
    scout = Scout(
        case.cast.narration,
        case.exchanges,
        REACH[case.genre],
        spoke=spoke,
        unnamed=case.cast.unnamed,
        described=case.described,
        company=_company(case) if case.genre == "fiction" and len(case.text) > _SHORT else {},
    )
    if case.cast.narration.learned.speech:
        case.cast.narration.learn(Learned())
    open_turns = [e for e in case.exchanges if e.settled is None]
    long = len(case.text) > _SHORT
    again = case.genre == "fiction" and bool(open_turns)
    if again and long:
        scout.idiolects = Idiolects([words_of(s.text for s in case.turns[number].content) for number in case.order])
        scout.idiolects.learn({e.number: e.settled.number for e in case.exchanges if e.settled is not None})
    for number in range(passes if again else 1):
        if number:
            _learn(case, scout)
        for exchange in open_turns:
            scout.scout(exchange.number, recall=number > 0)
            if not exchange.candidates and _admit_near(case, exchange):
                scout.scout(exchange.number)
        for scene in scenes(case.exchanges) if open_turns else ():
            Chain(case.exchanges[scene.start : scene.stop], weights).solve()
    for exchange in case.apart:
        _decide_apart(case, exchange, weights)


def _company(case: Case) -> dict[str, Company]:
    """For each noun that speaks again and again, who is about there."""
    uses: dict[str, list[int]] = {}
    for exchange in case.exchanges:
        if exchange.key:
            uses.setdefault(exchange.key, []).append(exchange.number)
    uses = {key: numbers for key, numbers in uses.items() if len(numbers) >= LEAST_USES}
    about, paragraphs = _named_in(case), [exchange.paragraph for exchange in case.exchanges]
    everywhere = share_near(about, paragraphs[:: max(1, len(paragraphs) // _SAMPLE)])
    people, found = case.cast.people, {}
    for key, numbers in uses.items():
        gender, places = case.exchanges[numbers[0]].gender, [paragraphs[at] for at in numbers]
        near = {
            number: share
            for number, share in share_near(about, places).items()
            if gender not in ("m", "f") or people.gender(people.persons[number]) in ("u", gender)
        }
        found[key] = Company.of(places, near, everywhere, _answers(case.exchanges, numbers))
    return found


def _answers(exchanges: Sequence[Exchange], numbers: Iterable[int]) -> Counter[int]:
    """How often each is named as the speaker of the turn before some turns, or behind them, in the next paragraph."""
    found: Counter[int] = Counter()
    for at in numbers:
        for before, after in pairwise(exchanges[max(0, at - 1) : at + 2]):
            settled = (before if after.number == at else after).settled
            if after.gap == "in the next paragraph" and settled is not None:
                found[settled.number] += 1
    return found


def _named_in(case: Case) -> dict[int, set[int]]:
    """The people whom the narration of each paragraph names."""
    people, narration = case.cast.people, case.cast.narration
    index = people.index
    about: dict[int, set[int]] = {}
    for run, start in enumerate(index.starts):
        person = people.at(run)
        if person is not None and person.type == "person" and not narration.is_speech(start):
            about.setdefault(narration.paragraph_of(start), set()).add(person.number)
    return about


def _learn(case: Case, scout: Scout) -> None:
    """Read the narration and the speech by who was taken to speak, and by whom nouns and pronouns beside it mean."""
    scout.meant = {}
    memory: dict[str, Counter[int]] = {}
    pronouns: dict[int, Person] = {}
    speech: dict[int, list[tuple[int, Person]]] = {}
    certain: dict[int, int] = {}
    for exchange in case.exchanges:
        best = winner(exchange)
        person = exchange.settled or (best.person if best is not None else None)
        if person is None:
            continue
        if exchange.key:
            memory.setdefault(exchange.key, Counter())[person.number] += 1
            scout.meant.setdefault(exchange.key, []).append((exchange.number, person))
        if exchange.group == "pronoun" and exchange.source is not None:
            pronouns[exchange.source.start] = person
        if person.type == "person":
            speech.setdefault(exchange.paragraph, []).append((exchange.end, person))
        if exchange.settled is not None or (best is not None and best.share > _CERTAIN):
            certain[exchange.number] = person.number
    if scout.idiolects is not None:
        scout.idiolects.learn(certain)
    scout.memory = {key: dict(counts) for key, counts in memory.items()}
    persons = case.cast.people.persons
    usual = {key: _usual(counts) for key, counts in memory.items()}
    nouns = {key: persons[number] for key, number in usual.items() if number is not None}
    case.cast.narration.learn(Learned(nouns, pronouns, speech))


def _usual(counts: Counter[int]) -> int | None:
    """Whom a noun means, by how often it was taken to mean each: more than once, and more than three times in five.

    >>> _usual(Counter({7: 4, 8: 2})), _usual(Counter({7: 3, 8: 2})), _usual(Counter({7: 2})), _usual(Counter({7: 1}))
    (7, None, 7, None)
    """
    (number, count), *_ = counts.most_common(1)
    return number if count > 1 and count > 0.6 * counts.total() else None


def _decide_apart(case: Case, exchange: Exchange, weights: Weights) -> None:
    """A turn that stands in another, or that is told in the writer's words: by itself."""
    number = exchange.number
    source = case.turns[number].source
    if exchange.inside and source is not None and source.head.text.lower() in _MYSELF:
        outer = _around(case, exchange)
        exchange.settled, exchange.group, exchange.candidates = outer.settled, outer.group, outer.candidates
        return
    if exchange.inside and exchange.gender in ("m", "f"):
        exchange.settled = _named_inside(case, exchange)
    if exchange.settled is None:
        exchange.number = 0
        Scout(case.cast.narration, [exchange], REACH[case.genre], unnamed=case.cast.unnamed).scout(0)
        if exchange.inside and exchange.gender in ("m", "f"):
            present = _talking(case, _around(case, exchange))
            exchange.candidates = [each for each in exchange.candidates if each.person not in present]
        Chain([exchange], weights).solve()
    exchange.number = number


def _talking(case: Case, turn: Exchange) -> Collection[Person | None]:
    """Who speaks and, in stories, who is spoken to: *I*, *you*; inside these words *he* and *she* are others."""
    here = [turn]
    if case.genre == "fiction":
        here += case.exchanges[turn.number - 1 : turn.number] if turn.gap is not None else ()
        here += [each for each in case.exchanges[turn.number + 1 : turn.number + 2] if each.gap is not None]
    return [each.likely or each.settled for each in here]


def _around(case: Case, exchange: Exchange) -> Exchange:
    """The turn that one inside it is part of."""
    return case.exchanges[bisect_right(case.exchanges, exchange.start, key=lambda each: each.start) - 1]


def _named_inside(case: Case, exchange: Exchange) -> Person | None:
    """Who he or she is inside a quotation: the one of that gender last named in it."""
    people = case.cast.people
    for at in reversed(people.index.within(_around(case, exchange).start, exchange.start)[-_FAR_BACK:]):
        person = people.at(at)
        if person is not None and people.gender(person) == exchange.gender:
            return person
    return None


def winner(exchange: Exchange) -> Candidate | None:
    """The likeliest candidate of a turn."""
    return max(exchange.candidates, key=lambda c: c.share, default=None)


@define(eq=False)
class _Report:
    """From shares to what the caller sees."""

    case: Case
    weights: Weights
    speakers: dict[int, Speaker] = field(factory=dict)
    mentions: dict[int, list[Mention]] = field(factory=dict)
    evidence: dict[tuple[SourceClass, int, tuple[str, ...]], tuple[Evidence, ...]] = field(factory=dict)

    def run(self) -> list[Resolution]:
        """A resolution for each turn, in the order of the turns."""
        case = self.case
        exchanges = case.exchanges
        if case.apart or case.order != [*range(len(exchanges))]:
            placed = dict(zip(case.order, exchanges, strict=True)) | {each.number: each for each in case.apart}
            exchanges = [placed[number] for number in range(len(case.turns))]
        chosen = [*map(self._choose, exchanges, case.turns)]
        for (person, _), turn in zip(chosen, case.turns, strict=True):
            if person is not None and turn.source is not None:
                self.mentions.setdefault(person.number, []).append(turn.source)
        return [
            self._resolution(exchange, turn, *choice)
            for exchange, turn, choice in zip(exchanges, case.turns, chosen, strict=True)
        ]

    def _choose(self, exchange: Exchange, turn: TurnLike) -> tuple[Person | None, float]:
        sureness, source = sureness_of(self.case.genre), turn.confidence if turn.source is not None else 1.0
        if exchange.settled is not None:
            how = "name" if exchange.settled.type == "person" else "unnamed"
            return exchange.settled, sureness[how].of(source, 1.0)
        best = winner(exchange)
        if best is None or exchange.silent:
            return None, source if turn.source is not None else 0.0
        return best.person, sureness[exchange.group].of(source, best.share)

    def _speaker(self, person: Person) -> Speaker:
        known = self.speakers.get(person.number)
        if known is None:
            known = self.speakers[person.number] = Speaker(
                person.name or "?",
                person.aliases,
                tuple(self.mentions.get(person.number, ())),
                self.case.cast.people.gender(person),
                person.type,
            )
        return known

    def _resolution(self, exchange: Exchange, turn: TurnLike, person: Person | None, confidence: float) -> Resolution:
        how: How = "implicit" if turn.source is None else "explicit" if turn.source.form == "name" else "anaphoric"
        if person is None:
            return Resolution(None, how, confidence, turn.addressee)
        if exchange.settled is not None:
            return Resolution(self._speaker(person), how, confidence, turn.addressee)
        best, *others = sorted(exchange.candidates, key=lambda c: -c.share)
        # what doubt leaves is shared among the others, but nobody who lost is likelier than who won
        left = min(confidence / best.share, (1.0 - confidence) / (1.0 - best.share) if best.share < 1.0 else 0.0)
        rivals = tuple(
            Rival(each.person.name or "?", each.share * left, self._evidence(exchange, each))
            for each in others[:_RIVALS]
            if each.share * left >= _LEAST_RIVAL
        )
        evidence = self._evidence(exchange, best)
        return Resolution(self._speaker(person), how, confidence, turn.addressee, evidence, rivals)

    def _evidence(self, exchange: Exchange, candidate: Candidate) -> tuple[Evidence, ...]:
        """What spoke for somebody and against them, the weightiest first, made once for all with the same reasons."""
        taking = self._turn_taking(exchange, candidate.person)
        key = exchange.group, id(candidate.reasons), taking
        found = self.evidence.get(key)
        if found is None:
            table = self.weights[exchange.group]
            reasons = *candidate.reasons, *taking
            weighed = [(-abs(weight), reason) for reason in reasons if (weight := table.get(reason))]
            weighed.sort(key=itemgetter(0))
            found = self.evidence[key] = tuple([evidence_of(reason, table[reason]) for _, reason in weighed])
        return found

    def _turn_taking(self, exchange: Exchange, person: Person) -> tuple[str, ...]:
        """What it tells of somebody that they spoke last, or last but one."""
        exchanges, at = self.case.exchanges, exchange.number
        if exchange.gap is None:
            return ()
        last = exchanges[at - 1]
        older = exchanges[at - 2].likely if last.gap is not None else None
        relation: Relation = "on" if person is last.likely else "back" if person is older else "new"
        return turn_taking(relation, exchange, last.gap), answering(relation, exchange)


def resolve_speakers(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    quotations: Sequence[Quotation],
    turns: Sequence[TurnLike],
    lexicon: Lexicon,
    *,
    names: NameIndex | None = None,
    characters: Sequence[object] = (),
) -> list[Resolution]:
    """Who says each turn.

    A name beside the cue settles it. Pronouns, nouns and turns with no source are decided together,
    scene by scene (see :mod:`quoteattr.conversation`).

    >>> from quoteattr.lexicon import english
    >>> text = "“Late,” said Ann Lee. “So late,” said Lee."
    >>> def named(start: int, end: int) -> Mention:
    ...     span = Span.of(text, start, end)
    ...     return Mention(span, "name", span, span)
    >>> turns = [
    ...     Turn(content=(Span.of(text, 0, 7),), source=named(13, 20)),
    ...     Turn(content=(Span.of(text, 22, 32),), source=named(38, 41)),
    ... ]
    >>> [str(r.speaker) for r in resolve_speakers(text, [(0, 42)], (), turns, english())]
    ['Ann Lee', 'Ann Lee']
    """
    if not turns:
        return []
    case = open_case(text, paragraphs, quotations, turns, lexicon, names=names, characters=characters)
    weights = weights_of(case.genre)
    decide(case, weights)
    return _Report(case, weights).run()


__all__ = [
    "Resolution",
    "Rival",
    "Speaker",
    "Turn",
    "decide",
    "open_case",
    "resolve_speakers",
]
