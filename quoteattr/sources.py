"""Sources: from the mention beside a cue to who is meant, or to what is known of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from sys import intern

import regex
from attrs import define, field

from .cast import Cast, squeezed
from .described import natives, parties
from .evidence import Genre
from .exchange import Exchange, Turn
from .lexicon import PERSONS, Lexicon
from .mentions import Mention
from .names import Name, NameIndex, is_of_place
from .narration import SHORT, noun_key
from .persons import Person, noun_gender
from .pieces import OF_TWO
from .span import Span

_HE = {"he": "m", "him": "m", "himself": "m", "his": "m", "she": "f", "her": "f", "herself": "f", "hers": "f"}
_HIS = frozenset({"his", "her"})
_SPOUSES = frozenset({"wife", "husband"})
MYSELF = frozenset({"i", "me", "myself"})
_MANY = frozenset({"they", "them", "we", "us", "both", "all", "themselves", "ourselves"})
_AS_ONE = regex.compile(r"\s+\p{Ll}+\s+(?:together|in (?:unison|chorus)|as one)\b")
"""What tells that several speak, whoever was named last: *they* | said together."""
_THING = frozenset({"it", "itself", "this", "that", "these", "those"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DEFINITE = frozenset({"the", "his", "her", "their", "its", "my", "our", "this", "that", "these", "those"})
_THE = frozenset({"The", "the"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "other", "two", "three", "several", "many", "few"})
_JOINS = regex.compile(r"\b(?:of|for|at|from|in|on|by|to|with)\s+(?:the\s+)?$|[’']s?\s*$")
_ABOUT = regex.compile(r"\s+(?:of|about)\s+(?:(?:his|her)\s+\p{Ll}+,?\s+)?")
_FROM = (" of ", " from ")
_IT_WAS = (" It was ", " That was ")
_THAT_WAS = regex.compile(r" \p{Lu}\p{Ll}+ was (?=\p{Lu})")
_NEXT_WAS = regex.compile(r"[^.!?“”\"«»]{0,60}+[.!?]\s+It was (?=\p{Lu})")
_CLOSING = frozenset(".,;—")
_FOLLOWS = regex.compile(r"\s*(?:[,(]|of\b|for\b|from\b|at\b|in\b|with\b|who\b|and\b)")
_WHOSE = regex.compile(r",? whose (?:\p{Ll}+ )?")
_OF_NAME = regex.compile(r"\s+of\s+")
_LABELS = frozenset({"Q", "A"})
_LETTERED = frozenset(f"{label}." for label in _LABELS)  # A. Often, which is no name
_FIELDS = (" of ", " for ", " of the ", " for the ")
_TOGETHER = regex.compile(r",? (?:and|&) (?:(?:the|his|her|their) )?(?:(?P<words>\p{Ll}[\p{L}-]*) ){0,3}")
"""What joins two who are named together: *the tenor Per Moe* and the soprano *Ida Lee*."""
_ELDER = regex.compile(r"[Tt]he (?P<age>elder|older|senior|younger|junior) (?P<name>\p{Lu}\S*)")
_OLDER = frozenset({"elder", "older", "senior"})
_KIN = regex.compile(
    r"\b(?:(?P<elder>father|mother|uncle|aunt|grandfather|grandmother)|son|daughter|nephew|niece|grandson|granddaughter)"
    r"(?P<of> of\b)?"
)
"""Nouns for kin of two generations: the elder and the younger of a name."""
_MARKED = regex.compile(
    r"\s+(?:with|in)\s+the\s+(?:\p{Ll}[\p{Ll}-]*\s+){0,2}?(?P<mark>\p{Ll}[\p{Ll}-]*)(?=[,.;:—]|\s+(?:and|who|to)\b|\Z)"
)
"""What tells one man from another: *the man | with the beard*."""
_SORTS = {"voice": "a voice", "role": "a role", "kin": "of the family", "person": "a person"}
_OF_NOUN = regex.compile(r"\s+of\s+(?P<noun>(?:the|an?|his|her|my|their|our)(?:\s+\p{Ll}+){1,2})\b")
_SMALL_WORD = regex.compile(r"\b\p{Ll}+")
_OWNED = regex.compile(r"\p{L}[’']s?\s+\p{L}")
_APPOSED = (", the ", ", a ", ", an ", ", ")
_OPENING = regex.compile(r"(?<=(?:^|\n|[.!?”\"]\s)\s*)(?:The|An?)(?P<words>(?:\s\p{Ll}+){1,3})\b")
_THINGS = frozenset({"body", "document", "work", "speech"})
_NO_CREATURES = frozenset({*PERSONS, "voice", "speech", "work"})
_SOLEMN = frozenset({"body", "document"})
"""Those that speak even in a story; there a voice or the words are *it* because of who speaks them."""
_BEFORE_NAME = regex.compile(
    r"(?:(?P<article>the|an?|his|her|their|its)\s+)?"
    r"(?:(?:\p{Ll}[\p{L}-]*\s+){1,4}(?:called|identified as|named)\s+|(?:(?P<words>\p{Ll}[\p{L}-]*)\s+){1,4})?"
)
"""What may stand between a comma and the name of who has just been described: *a guide,* | a man named | *Otto*,
*her agent,* | the formidable | *Ida Moe*."""
_GENERAL = frozenset(
    "agency airline bank business chain charity club company firm group network organisation organization publisher "
    "retailer startup team".split()
)
"""Nouns for a body that has been named before."""
BODY_REACH = 1500
"""How far back *the company* looks for a name, and *he* for somebody new."""
_BODY_BEHIND = regex.compile(
    r",\s+(?:an?|the)\s+(?:[\p{L}-]+\s+){0,3}?(?P<noun>\p{Ll}+)(?=[,.]|\s+(?:based|from|in|of|that|which|with)\b)"
)
"""What a name is said to be behind it: *Alpengold*, a Swiss brewery *in Uri*."""
_NEXT_NOUN = regex.compile(r"\s(\p{Ll}[\p{Ll}-]*)")
_NOUN_BEFORE = regex.compile(r"(?<=\s(\p{Ll}[\p{Ll}-]*)\s)")
_OF_PLACE = regex.compile(r"\s+of(?:\s+the)?(?:\s+\p{Lu}[\p{L}'’-]+)+")
_TRADED = regex.compile(r"(?:['’]s?)? (?:shares|stock)\b")
_TRADED_BEFORE = regex.compile(r"\b[Ss](?:hares|tock) (?:in|of) $")
_HEADS = regex.compile(r"[ \t]*[:|]|[^.!?\n\r]{0,200}+(?:\Z|[\n\r]++(?!\p{Ll}))")
"""What follows a name that is a heading or a label, not told of; no heading goes on for longer."""
_BEHIND_PREPOSITION = regex.compile(r"(?<=\b(?i:in|with|after|at|on|under|for)\s+)")
_DETERMINED = regex.compile(rf"(?:{'|'.join(sorted(_DEFINITE | _INDEFINITE))}|\p{{L}}+[’']s)\b")
_DONE_BY = regex.compile(
    r"(?:^|[.!?”\"\n]\s)(?:(?:When|While|After)\s)?(?:[\p{L}-]*ed|Told)\b[^,;:.!?“\"]*\sby\s(?:[\p{L}’']+\s){0,3}$",
    regex.V1,
)
"""What opens a sentence before whoever did something to its subject: *Cross-examined by | Ann Lee*."""
_FRONT = 100  # characters of what opens a sentence so
_LONGEST_WORD = 40
_FEW = 3  # words from one name to the next that tell only what somebody is
_ENDS = regex.compile(r"(?<!\W)\W+$")


@define(eq=False)
class Sources:
    """From the mention beside a cue to the person, or to what is known of them."""

    cast: Cast
    text: str
    genre: Genre = "news"
    known: dict[str, Person] = field(factory=dict)
    called: dict[str, tuple[int, str]] = field(factory=dict)
    parties: dict[str, int] = field(factory=dict)  # where somebody is first told to be in one, if anybody is
    interviewed: Person | None = None
    read_to: int = 0  # up to which name the text was read for who is interviewed

    def read(self, turn: Exchange, source: Mention, *, label: bool) -> None:
        """Settle the speaker of a turn by its source, which may be a label, or note what the source tells."""
        words = source.text
        first = words.split(None, 1)[0]
        if label and words in _LABELS:
            turn.settled = self._interviewee(turn) if words == "A" else None
            turn.silent = turn.settled is None
        elif first in _THE and (elder := self._elder(words)) is not None:
            turn.settled = elder
        elif first.lower() in _INDEFINITE and (person := self._named_behind(source)) is not None:
            turn.settled = person
        elif first in _THE and (self._is_office(source) or self._is_native(source)):
            self._read_noun(turn, source)
        elif source.form == "name" or (source.form == "nominal" and self.cast.people.surnamed(words)):
            turn.settled = self.known.get(words) or self.known.setdefault(intern(words), self.named(source))
        else:
            if self.text.startswith(", ", source.span.start - 2):
                turn.told = turn.told or self._doer_before(source.span.start - 2)
            if source.form == "pronoun":
                self._read_pronoun(turn, source)
            else:
                self._read_noun(turn, source)

    def _doer_before(self, comma: int) -> Person | None:
        """Who did something to the subject behind a comma: *Asked about it by | Ann Lee |, the baker said*."""
        index = self.cast.people.index
        for at in reversed(index.within(comma - _FRONT, comma)):
            if _DONE_BY.search(self.text, max(0, comma - _FRONT), index.starts[at]):
                return self.cast.people.at(at)
        return None

    def _elder(self, words: str) -> Person | None:
        """Which of two of a surname is the elder or the younger, where the text tells: *Ida Moe's son, Per Moe*."""
        found = _ELDER.fullmatch(words)
        bearers = self.cast.people.by_last.get(found["name"], ()) if found is not None else ()
        if found is None or len(bearers) != 2:
            return None
        runs, index = self.cast.people.index.runs(), self.cast.people.index
        placed = sorted((min(runs[one][0] for one in person.surfaces), person.number, person) for person in bearers)
        (before, _, first), (after, _, second) = placed
        kin = _KIN.search(self.text, index.ends[before], min(index.starts[after], index.ends[before] + BODY_REACH))
        if kin is None:
            return self.cast.stranger(words)
        second_is_elder = (kin["elder"] is not None) != (kin["of"] is not None)
        return second if (found["age"] in _OLDER) == second_is_elder else first

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
        """Whether *the* and a capital in news only tell where somebody is from: *the Frenchman*, *the young Swede*.

        What party somebody is in tells it where the place is told, too: *the Ohio Democrat*; or where the text has
        told it before: *Moe, a Republican*; *the Republican*.
        """
        place, _, word = source.text[len("the ") :].rpartition(" ")
        if self.genre != "news" or word not in natives():
            return False
        if word not in parties() or is_of_place(place, self.cast.people.lexicon):
            return True
        if word not in self.parties:
            self.parties[word] = self.text.find(f" a {word}")
        return -1 < self.parties[word] < source.span.start

    def named(self, source: Mention) -> Person:
        """Who bears a name."""
        index, people = self.cast.people.index, self.cast.people
        head = source.span
        covering = index.covering(head.start)
        if covering is None or index.starts[covering] != head.start or index.ends[covering] != head.end:
            return self._named_in(source, covering)
        person = people.at(covering) if index.name(covering).words else None
        if person is None or head.text.split(None, 1)[0].lower() in _INDEFINITE:
            return self._named_in(source, covering)
        return self._speaking(person)

    def _speaking(self, person: Person) -> Person:
        """Somebody who is named beside a cue; in news that makes no person of what is named as a thing."""
        if not person.sure and self.genre == "news" and any(len(name.words) > 1 for name in person.names):
            person.type = "organisation"  # Judicial Watch says so
        person.sure = person.speaks = True
        return person

    def _named_in(self, source: Mention, covering: int | None) -> Person:
        """Who bears a name that is part of a run, holds some, or looks like none."""
        index, people = self.cast.people.index, self.cast.people
        head = source.span
        if (
            covering is not None
            and index.ends[covering] <= head.end
            and index.starts[covering] + index.name(covering).core < head.start
        ):
            part = people.of_surface.get(self.text[head.start : index.ends[covering]])
            if isinstance(part, Person):
                return part
        first = head.start if covering is None else index.starts[covering]
        runs = [at for at in index.within(first, head.end) if index.name(at).words]
        if _is_list(runs, index) and not _JOINS.search(self.text[head.start : index.starts[runs[0]]]):
            return self._list(source, runs)
        best = self._best_run(source, runs)
        person = people.at(best) if best is not None else None
        if person is None and best is not None and self._covers(best, source):
            person = self._plainly_called(best)
        if head.text.split()[0].lower() in _INDEFINITE and not (person is not None and is_known(person)):
            return self.cast.stranger(source.text)
        if person is None or (best is not None and not self._covers(best, source)):
            person = people.surnamed(source.text)
        if person is None:
            firsts = people.by_first.get(source.text, ())  # May, who is May Moe
            if len(firsts) == 1:
                return self._speaking(*firsts)
            return self.cast.body(source.text, "organisation")
        if best is not None and self._is_behind_noun(best) and not index.name(best).full:
            person.type = "organisation"
        return self._speaking(person)

    def _plainly_called(self, run: int) -> Person:
        """Who bears a word that by itself looks like no name; *The Professor* is whom others call *Professor*."""
        index, people = self.cast.people.index, self.cast.people
        name, surface = index.name(run), index.surfaces[run]
        runs = index.runs().get(name.text, ())
        person = people.at(runs[0]) if runs else None
        if person is None:
            person = people.new("organisation" if name.kind in ("body", "place") else "person")
        people.give(person, name, (surface,))
        return person

    def spoken_of(self, turn: Turn) -> Person | None:
        """Who is named behind the cue as the one that the words are about: *Koh said of Ann Koh*."""
        if turn.source is None or turn.cue is None:
            return None
        behind = _ABOUT.match(self.text, max(turn.source.span.end, turn.cue.spans[-1].end))
        at = self.cast.people.index.covering(behind.end()) if behind is not None else None
        return self.cast.people.at(at) if at is not None else None

    def bearers(self, source: Mention) -> Collection[Person]:
        """Who bears the surname that is the source: of two, who is told of, or told, does not speak, another does."""
        return self.cast.people.by_last.get(source.span.text, ())

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
        of_body = owned or self._is_role_in_body(before)
        if before and _JOINS.search(before) and not (name.full and (_is_in_office(name) or of_body)):
            return False
        if not after.strip(' .”"’)'):
            person = self.cast.people.at(run)
            return name.full or person is not None or not before.strip()
        return _FOLLOWS.match(after) is not None and (name.full or name.kind == "person") and name.kind != "body"

    def _is_role_in_body(self, before: str) -> bool:
        """Whether words before a name tell what somebody is in a body: *University of Ulm professor | Ann Lee*."""
        words, kind_of = before.lower().removeprefix("the ").split(), self.cast.people.lexicon.kind_of
        return bool(words) and kind_of(words[0]) == "body" and kind_of(words[-1]) == "role"

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
        if word in MYSELF:
            turn.settled = None if turn.inside else cast.narrator  # inside other words it is who says those
        elif word in _HE:
            turn.group, turn.gender = "pronoun", _HE[word]
        elif word in _RELATIVE:
            self._read_relative(turn, source)
        elif word in _MANY and _AS_ONE.match(self.text, source.span.end):
            turn.settled = cast.body(source.text, "group")
        elif word in _MANY:
            several = cast.last_group or (self._several_before(source) if word == "they" else None)
            turn.settled = several or cast.last_body or cast.body(source.text, "group")
        elif word == "it" and self.genre == "fiction":
            thing = self._creature_before(source) or self._thing_before(source, _SOLEMN)
            turn.settled = thing or self._body_before(source)
            turn.group = "pronoun"
        elif word in _THING:
            body = self._thing_before(source) or cast.last_body or self._body_before(source)
            turn.settled = body or cast.body(source.text, "unnamed")
        else:
            turn.settled = self._told_next(source) or cast.stranger(source.text)

    def _several_before(self, source: Mention) -> Person | None:
        """Those who were last named together before *they*: *Ida and Otto Moe* run a mill."""
        index = self.cast.people.index
        runs = index.within(source.span.start - BODY_REACH, source.span.start)
        for before, after in reversed([*pairwise(runs)]):
            named, places = [before, after], (index.starts[before], index.starts[after])
            between = _TOGETHER.fullmatch(self.text, index.ends[before], places[1])
            joined = between is not None and all(map(self._tells_of_person, between.captures("words")))
            joined = joined and all(map(self._names_person, named))
            if joined and _is_list(named, index) and not any(map(self.cast.narration.is_speech, places)):
                span = Span(places[0] + index.name(before).skip, index.ends[after], self.text)
                return self._list(Mention(span, "name", span, span), named)
        return None

    def _names_person(self, at: int) -> bool:
        """Whether a name is that of a person, by itself or by what else the text calls whoever bears it."""
        name, person = self.cast.people.index.name(at), self.cast.people.at(at)
        return name.kind == "person" or bool(name.given) or (person is not None and person.sure and is_known(person))

    def _thing_before(self, source: Mention, kinds: Collection[str] = _THINGS) -> Person | None:
        """The body or document that opens the last sentence about one: *The letter* came; then *it* says so."""
        lexicon, narration = self.cast.people.lexicon, self.cast.narration
        before = list(_OPENING.finditer(self.text, max(0, source.span.start - BODY_REACH), source.span.start))
        for found in reversed(before):
            words = found["words"].split()
            things = [word for word in words if lexicon.kind_of(word) in kinds]
            if things and not narration.is_speech(found.start()):
                end = self.text.index(things[-1], found.start("words")) + len(things[-1])
                named = self._named_at(end + 1)
                if named is not None:
                    return named  # The mining company | Dravik
                phrase, kind = self.text[found.start() : end], lexicon.kind_of(things[-1])
                return self.cast.body(phrase, "organisation" if kind == "body" else "document")
        return None

    def _named_at(self, start: int) -> Person | None:
        """Who is named by a run that starts at a place, if one does."""
        index = self.cast.people.index
        at = index.covering(start)
        return self.cast.people.at(at) if at is not None and index.starts[at] == start else None

    def _creature_before(self, source: Mention) -> Person | None:
        """What is no person and opens the last sentence of the paragraph: *The dog looked up. “Now,” it said*."""
        lexicon, narration = self.cast.people.lexicon, self.cast.narration
        paragraph, _ = narration.paragraphs[narration.paragraph_of(source.span.start)]
        start = max(paragraph, source.span.start - BODY_REACH)
        for found in reversed(list(_OPENING.finditer(self.text, start, source.span.start))):
            words = found["words"].split()
            told = [lexicon.word(word) for word in words]
            verb = next(
                (at for at, word in enumerate(told) if at and (word.tag in "bhmD" or set(word.forms) & set("dp"))), None
            )
            kind = lexicon.kind_of(words[verb - 1]) if verb is not None else ""
            if verb is None or narration.is_speech(found.start()) or kind in _NO_CREATURES:
                continue
            end = self.text.index(words[verb], found.start("words"))
            return self.cast.body(self.text[found.start() : end].rstrip(), "document" if kind in _THINGS else "unnamed")
        return None

    def _read_relative(self, turn: Exchange, source: Mention) -> None:
        """Who and which mean the mention before them."""
        at = source.span.start
        words = self.text[max(0, at - _LONGEST_WORD) : at].split()
        before = words[-1] if words else ""
        if self._asks(before):
            turn.settled = self.cast.stranger(source.text)
            return
        noun = before.rstrip(",")
        kinds, plural = self.cast.people.lexicon.nouns.get(noun, ("", False))
        several = noun == "those" or (not kinds and noun.islower() and noun.endswith("s") and not noun.endswith("ss"))
        if plural or several or kinds.startswith("group"):
            turn.settled = self.cast.body(noun, "group")
            return
        figures = self.cast.narration.near(self.cast.narration.paragraph_of(at), at, at)
        told = [f for f in figures if f.end <= source.span.start and not f.possessor]
        if len(told) > 1 and self.text[told[-2].end : told[-1].start] in _APPOSED:
            named = told[-2].person
            if named is not None and is_known(named):
                told.pop()  # Ann Lee, the baker | who
        if told and told[-1].person is not None:
            turn.settled = told[-1].person
        elif told and told[-1].key:
            turn.settled = self.cast.called(told[-1].key, self.text[told[-1].start : told[-1].end])
        else:
            turn.group = "pronoun"

    def _asks(self, before: str) -> bool:
        """Whether *who* behind a word asks, and means nobody told of before: *would not say | who*."""
        verb = self.cast.people.lexicon.word(before).verb if before else None
        return before == "out" or (verb is not None and "wh" in verb.frames and verb.noun != "often")

    def _read_noun(self, turn: Exchange, source: Mention) -> None:
        words = source.head.text.split()
        first, head = source.text.split()[0].lower(), _ENDS.sub("", words[-1]).lower()
        kinds, plural = self.cast.people.lexicon.nouns.get(head, ("", False))
        kind = kinds.partition(",")[0]
        story = self.genre == "fiction" and not turn.inside
        owned = _OWNED.search(source.text) is not None
        person = self._named_behind(source) or (self._told_next(source) if first in _INDEFINITE else None)
        if person is not None:
            turn.settled = person
            self.cast.narration.nouns.setdefault(head, person)
        elif "voice" in kinds and first not in _INDEFINITE and (noun := self._noun_with_voice(source)) is not None:
            self._read_noun(turn, noun)
        elif "voice" in kinds and (whose := self._whose_voice(source)) is not None:
            turn.settled = whose
        elif story and (self._is_aside(source, kind) or ("voice" in kinds and first in _HIS)):
            if first in _HIS:
                turn.group, turn.gender = "pronoun", _HE[first]
        elif kind == "body" or head in _GENERAL:
            turn.settled = self._body(source, first)
            self.cast.last_group = turn.settled if plural else self.cast.last_group
        elif plural:
            turn.settled = self.cast.last_group = self.cast.body(source.text, "group")
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
        if len(runs) > 1 and self._leads_to_name(index.ends[runs[0]], index.starts[runs[1]]):
            start, runs = index.ends[runs[0]] + 1, runs[1:]  # her partner, the | French | poet Ann Lee
        else:
            start = behind.start
        before = _BEFORE_NAME.fullmatch(self.text, start, index.starts[runs[0]]) if runs else None
        if before is None:
            return None
        name, words, end = index.name(runs[0]), before.captures("words"), index.ends[runs[0]]
        alone = name.kind == "word" and (start, behind.end) == (index.starts[runs[0]], end)  # its owner, | Seaway |,
        if not (_names_somebody(name) or alone or self._is_body(words)) or not self._may_introduce(words, name):
            return None
        if before["article"] and self.text[end : end + 2].lstrip()[:1].islower():
            return None  # her boss, the BBC reporter
        several = _is_list(runs, index)
        span = Span.of(self.text, index.starts[runs[0]], index.ends[runs[-1 if several else 0]])
        return self.named(Mention(span, "name", span, span))

    def told_behind(self, end: int) -> Person | None:
        """Whom the sentence behind words that nobody else says tells that it was: *“He's a liar.” | That was Tom*."""
        return self._named_by(_THAT_WAS, end) if self.text.startswith(_IT_WAS, end) else None

    def _told_next(self, source: Mention) -> Person | None:
        """Whom the next sentence tells that it was: *said a voice behind her. It was Tom*."""
        return self._named_by(_NEXT_WAS, source.span.end)

    def _named_by(self, pattern: regex.Pattern[str], start: int) -> Person | None:
        """Who is named, and no more than named, where a pattern ends."""
        behind = pattern.match(self.text, start)
        index = self.cast.people.index
        at = index.covering(behind.end()) if behind is not None else None
        if at is None or self.text[index.ends[at] : index.ends[at] + 1] not in _CLOSING:
            return None
        return self.cast.people.at(at)

    def _leads_to_name(self, start: int, end: int) -> bool:
        """Whether only what somebody is stands between two names: *Danish* | novelist | *Ann Lee*."""
        words = self.text[start:end].split()
        return 0 < len(words) <= _FEW and all(map(str.islower, words)) and self._tells_of_person(words[-1])

    def _may_introduce(self, words: Sequence[str], name: Name) -> bool:
        """Whether words before a name may tell who bears it: retired judge *Ann Lee*, state *Rep. Ann Lee*."""
        if all(map(self._tells_of_person, words)):
            return True
        known = list(map(self.cast.people.lexicon.word, words))
        nouns = all(word.noun or word.tag in "nj" or "d" in word.forms for word in known)
        return nouns and (bool(name.titles) or self._tells_of_person(words[-1]) or self._is_body(words))

    def _is_body(self, words: Sequence[str]) -> bool:
        """Whether the last word before a name is a noun for a body: *her sponsor, the* | bank | *Tvist*."""
        return bool(words) and "body" in self.cast.people.lexicon.word(words[-1]).noun

    def _tells_of_person(self, word: str) -> bool:
        """Whether a word before a name may be part of what tells who it is: *the* veteran painter *Ann Lee*."""
        lexicon = self.cast.people.lexicon
        return word in lexicon.adjectives or lexicon.word(word).noun.partition(",")[0] in PERSONS

    def _owner(self, source: Mention) -> Person | None:
        """Who is named before 's: *Ann's mother*."""
        index = self.cast.people.index
        for at in index.within(source.span.start, source.span.end):
            if self.text[index.ends[at] : index.ends[at] + 2] in ("'s", "’s"):
                return self.cast.people.at(at)
        return None

    def _whose_voice(self, source: Mention) -> Person | None:
        """Whose voice it is: the name with 's before it, *of* behind it, or *Lee, whose clear | voice | said*."""
        index = self.cast.people.index
        before = index.within(source.span.start - _FRONT, source.span.start)
        if before and _WHOSE.fullmatch(self.text, index.ends[before[-1]], source.span.start):
            return self.cast.people.at(before[-1])
        for at in index.within(source.span.start, source.extent.end + 40):
            owns = self.text[index.ends[at] : index.ends[at] + 2] in ("'s", "’s") and index.ends[at] <= source.span.end
            if owns or _OF_NAME.fullmatch(self.text, source.head.end, index.starts[at] + index.name(at).skip):
                return self.cast.people.at(at)
        return None

    def _noun_with_voice(self, source: Mention) -> Mention | None:
        """The noun for whose voice it is: *his sister*'s voice, the voice of *the old man*."""
        start, end = source.span.start, max(source.text.rfind("'s "), source.text.rfind("’s ")) + source.span.start
        if end < start:
            behind = _OF_NOUN.match(self.text, source.head.end)
            if behind is None:
                return None
            start, end = behind.span("noun")
        kind_of = self.cast.people.lexicon.kind_of
        words = [found for found in _SMALL_WORD.finditer(self.text, start, end) if kind_of(found[0]) in PERSONS]
        if not words:
            return None
        span, head = Span(start, words[-1].end(), self.text), Span(*words[-1].span(), self.text)
        return Mention(span, "nominal", head, span)

    def _interviewee(self, turn: Exchange) -> Person | None:
        """Who answers in an interview: the person whom the writer names last before it, else the first named in it."""
        index, people, narration = self.cast.people.index, self.cast.people, self.cast.narration
        for at in range(self.read_to, index.before(turn.start).stop):
            person = people.at(at)
            counts = self.interviewed is None or not narration.is_speech(index.starts[at])
            counts = counts and self.text[index.starts[at] : index.starts[at] + 2] not in _LETTERED
            if counts and person is not None and person.type == "person" and person.sure:
                self.interviewed = person
        self.read_to = index.before(turn.start).stop
        return self.interviewed

    def _body(self, source: Mention, first: str) -> Person:
        """The company: the body last named, if the noun is a general one; else the body so called."""
        words = source.text.split()
        body: Person | None = None
        if first in ("the", "this") and all(map(self._describes, words[1:-1])):
            body = self._body_introduced_as(source, words[-1]) if source.text[1:].islower() else None
            if body is None and words[-1] in _GENERAL:
                body = self._last_body(source)
            elif body is None and len(words) == 2:
                body = self._body_named_so(source, words[-1].capitalize())
        return body or self.cast.body(source.text, "organisation")

    def _body_introduced_as(self, source: Mention, noun: str) -> Person | None:
        """The body last named with a noun before it or behind it: *the brewery* Alpengold, Alpengold, *a brewery*."""
        index, people = self.cast.people.index, self.cast.people
        for at in reversed(index.within(source.span.start - BODY_REACH, source.span.start)):
            person = people.at(at)
            if person is None or index.name(at).kind == "person":
                continue
            described = _BODY_BEHIND.match(self.text, index.ends[at])
            if self.text.endswith(f"{noun} ", 0, index.starts[at]) or (described and described["noun"] == noun):
                person.type = "organisation"
                return person
        return None

    def _body_named_so(self, source: Mention, noun: str) -> Person | None:
        """The body last named with a noun in its name: *the council* is Dunmore Council."""
        index, people = self.cast.people.index, self.cast.people
        for at in reversed(index.within(source.span.start - BODY_REACH, source.span.start)):
            name = index.name(at)
            if name.kind == "body" and noun in name.words:
                whole = _OF_PLACE.match(self.text, index.ends[at])
                if whole is None:
                    return people.at(at)
                return self.cast.body(self.text[index.starts[at] : whole.end()], "organisation")
        return None

    def _describes(self, word: str) -> bool:
        """Whether a word only describes what has been named: *the Swedish airline*, no *road agency* or *Moe team*."""
        capital = word[0].isupper() and word not in self.cast.people.by_last
        return capital or word in self.cast.people.lexicon.adjectives

    def _body_before(self, source: Mention) -> Person | None:
        """The body that opens the nearest sentence before which opens with a name."""
        index = self.cast.people.index
        for at in reversed(index.within(source.span.start - BODY_REACH, source.span.start)):
            if index.opens_sentence(at) and index.name(at).words:
                if self._leads_to_body(at):
                    return self.cast.people.at(at + 1)
                return self.cast.people.at(at) if index.name(at).kind == "body" or self._may_be_body(at) else None
        return None

    def _leads_to_body(self, at: int) -> bool:
        """Whether a word with a capital only tells what kind of body is named behind it: *Energy* group | Norvik."""
        index = self.cast.people.index
        if at + 1 == len(index) or index.starts[at + 1] - index.ends[at] > _LONGEST_WORD:
            return False
        return len(self.text[index.ends[at] : index.starts[at + 1]].split()) == 1 and self._is_behind_noun(at + 1)

    def _may_be_body(self, at: int) -> bool:
        """Whether nothing shows that one word of the narration names a person: *Alpengold*, no *Safety*, no *Ann*."""
        index, lexicon = self.cast.people.index, self.cast.people.lexicon
        words, person = index.name(at).words, self.cast.people.at(at)
        if person is None or len(words) != 1 or index.is_common(words[0]) or is_known(person):
            return False
        noun = _NEXT_NOUN.match(self.text, index.ends[at])
        plain = noun is None or lexicon.word(noun[1]).tag != "n"  # no Safety inspections
        return plain and not self.cast.narration.is_speech(index.starts[at])

    def _last_body(self, source: Mention) -> Person | None:
        """The name of no person that opens the nearest sentence before."""
        index, people = self.cast.people.index, self.cast.people
        before = index.within(source.span.start - BODY_REACH, source.span.start)
        for at in reversed(before):
            person, name = people.at(at), index.name(at)
            if person is None or name.kind == "person":
                continue
            if _is_traded(self.text, index.starts[at], index.ends[at]):
                person.type = "organisation"
                return person
            behind = self._is_behind_noun(at) or self.text.startswith(", which ", index.ends[at])
            if person.type == "person" and not (name.full or behind or self._may_be_body(at)):
                continue
            if (behind or index.opens_sentence(at)) and not _HEADS.match(self.text, index.ends[at]):
                person.type = "organisation"
                return person
        return None

    def _is_behind_noun(self, at: int) -> bool:
        """Whether a noun for a body stands before a name: *the Danish start-up | NordKelp*."""
        noun = _NOUN_BEFORE.match(self.text, self.cast.people.index.starts[at])
        return noun is not None and (noun[1] in _GENERAL or self.cast.people.lexicon.kind_of(noun[1]) == "body")

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
        if self.genre == "news" or turn.inside or len(self.text) <= SHORT:
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
            if head in _SPOUSES and turn.owner is not None:
                turn.settled = self.cast.people.spouse(turn.owner)
                if turn.settled is not None:
                    return
        if head in OF_TWO:
            return
        words = source.text.split()
        adjective = words[words.index(head) - 1].lower() if head in words[1:] else ""
        turn.key = noun_key(kind, first, adjective, head, turn.owner)
        brief = kind == "kin" and len(self.text) <= SHORT  # who has no name yet is my mother as others are the cook
        turn.sort = "a role" if brief else _SORTS.get(kind, "a role")
        stop = source.extent.end if source.extent.end > source.head.end else len(self.text)
        marked = _MARKED.match(self.text, source.head.end, stop) if kind == "person" else None
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
        if not key or turn.key != head or turn.start - at > BODY_REACH:
            key = turn.key
        self.called[head] = turn.start, key
        return key


def _is_traded(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a company on the stock exchange: *Orvex shares*, *shares in Orvex*."""
    return _TRADED.match(text, end) is not None or _TRADED_BEFORE.search(text, max(0, start - 12), start) is not None


def is_office(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun is a title that one person bears at a time: *minister*, *bishop*, but not *sister*.

    >>> from quoteattr.lexicon import english
    >>> [is_office(word, english()) for word in ("minister", "Bishop", "sister", "baker")]
    [True, True, False, False]
    """
    title = lexicon.titles.get(word.capitalize())
    held = title is not None and title.kind in ("office", "clergy", "noble", "rank")
    return held and lexicon.kind_of(word.lower()) == "role"


def is_known(person: Person) -> bool:
    """Whether the text names somebody in full, or with a title or a given name."""
    return any(name.kind == "person" or name.given for name in person.names)


def _names_somebody(name: Name) -> bool:
    """Whether a name by itself tells that it is one of a person or of a body."""
    return name.full or bool(name.given) or name.kind in ("person", "body")


def _is_in_office(name: Name) -> bool:
    """Whether a name begins with what an office is for: Secretary of | State *Ann Lee*; no aide to | Gov. *Ann Lee*."""
    return bool(name.role) and not (name.titles and name.role[0] == name.titles[0])


def _is_list(runs: Sequence[int], index: NameIndex) -> bool:
    """Whether a mention joins two names (Ann and Per Moe) rather than holding one of a body."""
    bearers = _bearers(runs, index) if len(runs) > 1 and not _has_fields(runs, index) else ()
    if len(bearers) < 2 or any(index.name(at).kind not in ("person", "word") for at in bearers):
        return False
    joints = [_JOINT.match(index.text, index.ends[a], index.starts[b]) for a, b in pairwise(runs)]
    return None not in joints and any(joint["and"] for joint in joints if joint)


_JOINT = regex.compile(r"\s*(?:,\s*(?P<and>and\b|&)?|(?P<and>and\b|&))|\s+(?:of|from)\s")


def _has_fields(runs: Sequence[int], index: NameIndex) -> bool:
    """Whether names before the last are what an office is for: *Minister* for *Trade* and *Energy Per Moe*."""
    *others, last = map(index.name, runs)
    behind = index.text[index.ends[runs[0]] : index.starts[runs[1]]]
    return behind in _FIELDS and last.full and bool(last.role) and not any(each.full for each in others)


def _bearers(runs: Sequence[int], index: NameIndex) -> list[int]:
    """The names without the places they are from, and roles: *Ann Lee of* Norland *and* Head *of News Per Moe*."""
    joined = [(a, b) for a, b in pairwise(runs) if index.text[index.ends[a] : index.starts[b]] in _FROM]
    others = {a if index.name(b).full else b for a, b in joined}
    return [at for at in runs if at not in others]
