"""Turn: what one speaker says in one go; Conversation: turns solved together.

A turn with a name beside its cue is settled. For the others the text offers candidates, and evidence
for and against each: where the narration names them, who is addressed, who spoke before. Turns of one
scene form a chain that is read as a whole: who speaks depends on the two who spoke before, the settled
turns hold, and the answer to each turn is the candidate that is likeliest over all readings of the
chain. So a slip does not run on to the next settled turn and beyond.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set as AbstractSet
from functools import cache
from importlib import resources
from itertools import accumulate
from math import exp
from operator import attrgetter, itemgetter, mul
from typing import Literal

import regex
from attrs import define, field, frozen

from .company import Company
from .cues import Cue
from .evidence import CLASSES, Genre, SourceClass, Weights
from .idiolect import Idiolects
from .mentions import Mention
from .narration import Figure, Narration
from .passage import Kind
from .persons import People, Person
from .said import Said
from .span import Span
from .tables import read_table

Gap = Literal[
    "in the same paragraph",
    "in the next paragraph",
    "after one paragraph",
    "after some paragraphs",
    "after many paragraphs",
]

Relation = Literal["on", "back", "new"]
"""How somebody stands to the two who spoke before: they go on, they take the turn back, or neither."""

_FAR = 8
"""A scene ends where more paragraphs than this stand between two turns."""


@frozen
class Reach:
    """How far candidates are looked for.

    ``people`` at most are taken from the narration before (``enough``, where a paragraph further back would
    have to be read), from no more than ``back`` paragraphs and ``steps`` mentions, ``coming`` from the
    ``ahead`` paragraphs after; ``turns`` are those before and after whose speakers are recalled.
    """

    people: int = 8
    enough: int = 8
    back: int = 60
    steps: int = 60
    coming: int = 6
    ahead: int = 14
    turns: tuple[int, int] = (12, 6)


REACH: dict[Genre, Reach] = {
    "fiction": Reach(),
    "news": Reach(people=5, enough=2, back=3, steps=20, coming=0, ahead=0, turns=(6, 2)),
}
_KEPT = 6
"""So many candidates of a turn enter the chain."""


@define(kw_only=True, weakref_slot=False)
class Turn:
    """What one speaker says in one go, with what the rules found beside it.

    ``continues`` is the number of the turn that this one plainly goes on from, if there is one; ``confidence``
    the share of right sources among those found in the same way. ``outer`` is the report around it. It is ``nameless``
    where nothing tells whose words they are.
    """

    content: tuple[Span, ...]
    kind: Kind = "direct"
    source: Mention | None = None
    cue: Cue | None = None
    addressee: Mention | None = None
    continues: int | None = None
    confidence: float = 1.0
    clause: Span | None = None
    said: Said = "said"
    rule: str = ""
    nameless: bool = False
    outer: Turn | None = None


@define(eq=False, weakref_slot=False)
class Candidate:
    """Somebody who may have said a turn, and what speaks for it."""

    person: Person
    reasons: list[str] = field(factory=list)
    score: float = 0.0
    share: float = 0.0


_NONE: AbstractSet[int] = frozenset()
_NOT_POLITE: AbstractSet[str] = frozenset()


@define(eq=False, weakref_slot=False)
class Exchange:
    """A turn as the chain sees it: where it stands, who is settled or wanted, who is addressed."""

    number: int
    start: int
    end: int
    paragraph: int
    group: SourceClass = "implicit"
    settled: Person | None = None
    gender: str = "u"
    key: str = ""
    sort: str = ""
    owner: Person | None = None
    likely: Person | None = None
    inside: bool = False
    silent: bool = False
    source: Span | None = None
    told: Person | None = None
    gap: Gap | None = None
    answer: str = ""
    contents: tuple[Span, ...] = ()
    addressed: AbstractSet[int] = _NONE
    named: AbstractSet[int] = _NONE
    direct: bool = False
    heard: bool = False
    polite: AbstractSet[str] | None = None
    candidates: Sequence[Candidate] = ()

    @property
    def opens(self) -> int:
        """Where the turn begins, with its source: whom *he told Moe that Lee …* names behind *he* is not he."""
        return self.start if self.source is None else min(self.start, self.source.start)


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
    return "after many paragraphs" if paragraphs <= _FAR + 1 else None


@cache
def _replies() -> frozenset[str]:
    """The verbs that tell of an answer to what somebody else has said."""
    text = (resources.files(__package__) / "lang" / "en" / "replies.tsv").read_text("utf8")
    return frozenset(row["lemma"] for row in read_table("replies.tsv", text))


def answer_of(before: str, cue: Cue | None) -> str:
    """How a turn answers the words before it, if it does: its cue says so, or they ask.

    >>> answer_of("“Where?”", None), answer_of("“There.”", None)
    ('after a question', '')
    """
    if cue is not None and cue.lemma in _replies():
        return "in reply"
    return "after a question" if before.rstrip(_CLOSING).endswith("?") else ""


_CLOSING = " ”’\"'»\n"


@cache
def _address() -> tuple[regex.Pattern[str], dict[str, str]]:
    """How people are addressed without a name, and the gender that it tells."""
    text = (resources.files(__package__) / "lang" / "en" / "address.tsv").read_text("utf8")
    genders = {row["word"]: row["gender"] for row in read_table("address.tsv", text)}
    words = "|".join(map(regex.escape, genders)).replace("'", "['’]")
    return regex.compile(
        rf"(?<=[,;:!?“\"‘'—-] ?|(?:[Oo]h|[Yy]es|[Nn]o|[Ww]ell|[Dd]ear) )(?:{words})\b(?=[,.!?;:—”\"’'-])",
        regex.I,
    ), genders


_BEFORE_ADDRESS = regex.compile(
    r"(?:^|[,;:!?.“\"‘'—«„-]"
    r"|\b(?:[Oo]h|[Aa]h|[Yy]es|[Nn]o|[Dd]ear|[Ww]ell|[Hh]ullo|[Hh]ello|[Pp]oor|[Mm]y"
    r"|[Gg]ood(?:-bye| night| morning| evening)))[\s_]*$"
)
_AFTER_ADDRESS = frozenset(",.!?;:—”\"’'«»“-")


def read_speech(turn: Exchange, people: People) -> None:
    """Note who is addressed in the words of a turn, and who else is named in them, once and if they are quoted."""
    if turn.heard or not turn.direct:
        return
    index, text = people.index, people.index.text
    addressed, named = set[int](), set[int]()
    kin = _address()[1]
    for span in turn.contents:
        for at in index.within(span.start, span.end):
            person = people.at(at)
            if person is None or (not person.speaks and person.name.lower() in kin):
                continue  # Papa, who has a name, too
            first, last = index.starts[at] + index.name(at).skip, index.ends[at]
            before = text[max(span.start, first - 12) : first]
            if (
                text[last : last + 1] in _AFTER_ADDRESS
                and _BEFORE_ADDRESS.search(before)
                and text[last : last + 2] not in ("'s", "’s")
            ):
                addressed.add(person.number)
            else:
                named.add(person.number)
    turn.addressed, turn.named, turn.heard = addressed or _NONE, named or _NONE, True


def politeness(turn: Exchange, text: str) -> AbstractSet[str]:
    """The genders that tell how somebody is addressed in the words of a turn, if those are quoted: *sir*."""
    if turn.polite is None:
        pattern, genders = _address()
        found = (match for span in turn.contents for match in pattern.finditer(text, span.start, span.end))
        polite = {genders[one.group().lower().replace("’", "'")] for one in found} if turn.direct else None
        turn.polite = polite or _NOT_POLITE
    return turn.polite


@define(eq=False)
class Scout:
    """Finds the candidates of a turn, and the evidence for each."""

    narration: Narration
    exchanges: Sequence[Exchange]
    reach: Reach = Reach()
    memory: dict[str, dict[int, int]] = field(factory=dict)
    meant: dict[str, list[tuple[int, Person]]] = field(factory=dict)
    company: Mapping[str, Company] = field(factory=dict)
    spoke: set[int] = field(factory=set)
    unnamed: dict[str, Person] = field(factory=dict)
    described: dict[str, list[Person]] = field(factory=dict)
    idiolects: Idiolects | None = None
    _paragraphs: list[int] = field(factory=list)
    _scenes: list[int] = field(factory=list)
    _uses: dict[str, str] = field(factory=dict)
    _near: Sequence[Figure] = ()  # the figures near the turn at hand,
    _beside: int = -1  # and the number of the sentence that its source stands in
    _told: dict[tuple[str, ...], list[str]] = field(factory=dict)  # reasons, kept once for all who have the same

    def __attrs_post_init__(self) -> None:
        """Make the lists that are searched: for each turn the number of its paragraph, and that of its scene."""
        self._paragraphs = [exchange.paragraph for exchange in self.exchanges]
        self._scenes = [*accumulate(exchange.gap is None for exchange in self.exchanges)]

    def scout(self, at: int, *, recall: bool = False) -> None:
        """Find the candidates of a turn; ``recall`` those too who were found to speak around it before."""
        turn = self.exchanges[at]
        found: dict[int, Candidate] = {}
        self._near = self.narration.near(turn.paragraph, turn.start, turn.end)
        self._beside = self._cue_sentence(turn)
        self._look_back(turn, found)
        self._look_around(turn, found)
        self._look_ahead(turn, found)
        self._hear(at, found)
        if recall:
            self._recall_likely(at, found)
        self._own(turn, found)
        turn.candidates = [c for c in found.values() if self._possible(turn, c.person)]
        if not self.reach.ahead and any(c.person.sure for c in turn.candidates):
            turn.candidates = [c for c in turn.candidates if c.person.sure]
        if not turn.candidates:
            turn.candidates = self._loosely(turn)
        for candidate in turn.candidates:
            self._judge(turn, candidate)
        if turn.group == "implicit":
            self._judge_politeness(turn)
        if turn.key:
            self._judge_company(turn)
            self._judge_memory(turn)
        if self.idiolects is not None:
            self._judge_words(turn, self.idiolects)
        for candidate in turn.candidates:
            candidate.reasons = self._told.setdefault(tuple(candidate.reasons), candidate.reasons)

    def _candidate(self, found: dict[int, Candidate], person: Person) -> Candidate:
        number = person.number
        candidate = found.get(number)
        if candidate is None:
            candidate = found[number] = Candidate(person)
        return candidate

    def _loosely(self, turn: Exchange) -> list[Candidate]:
        """Where nobody of the gender is about: whoever is, for a given name can mislead."""
        gender, turn.gender = turn.gender, "u"
        found: dict[int, Candidate] = {}
        self._look_back(turn, found)
        turn.gender = gender
        people = self.narration.people
        return [c for c in found.values() if self._may_speak(turn, c.person) and not people.titled(c.person)]

    def _may_speak(self, turn: Exchange, person: Person) -> bool:
        if person.type not in ("person", "unnamed") or person in (turn.told, turn.owner):
            return False
        if self.narration.people.is_place(person):
            return False
        if turn.group == "implicit":
            return True
        return person is not self.narration.narrator and (
            not turn.key or person.type != "unnamed" or person is self.unnamed.get(turn.key)
        )

    def _possible(self, turn: Exchange, person: Person) -> bool:
        """Whether gender and kind allow somebody to have said a turn."""
        if not self._may_speak(turn, person):
            return False
        return turn.gender not in ("m", "f") or self.narration.people.gender(person) in ("u", turn.gender)

    def _look_back(self, turn: Exchange, found: dict[int, Candidate]) -> None:
        """The people last mentioned before the turn, nearest first."""
        rank, steps, scenes, reach = 0, 0, self.narration.scenes, self.reach
        often: dict[int, int] = {}
        paragraph, figures = turn.paragraph, self._before(turn)
        count = len(figures)
        while True:
            distance = turn.paragraph - paragraph
            parted = scenes[paragraph] < scenes[turn.paragraph]
            steps += count
            for figure in figures:
                person = figure.person
                if person is None or figure.possessor or person.number in found or not self._fits(turn, person):
                    continue
                rank += 1
                reasons = self._candidate(found, person).reasons
                reasons.append(_RANKS[min(rank, len(_RANKS)) - 1])
                reasons.append("mentioned before the scene" if parted else _DISTANCES[_nearness(distance)])
                if figure.subject:
                    reasons.append("last mentioned as a subject")
            if rank >= reach.people or steps > reach.steps or (distance and rank >= reach.enough):
                break
            if rank >= reach.enough and paragraph and not self.narration.met(paragraph - 1, reach.steps).steps:
                break
            paragraph = self.narration.met_before(paragraph, reach.steps, reach.back)
            distance = turn.paragraph - paragraph
            if paragraph < 0 or distance > reach.back:
                break
            if rank > 2 and scenes[paragraph] < scenes[turn.paragraph]:
                break
            count, figures, counts = self.narration.met(paragraph, reach.steps)
            if distance <= _FAR and scenes[paragraph] == scenes[turn.paragraph]:
                for number, times in counts.items():
                    often[number] = often.get(number, 0) + times
        _weigh_mentions(found, often)
        self._read_last_sentence(turn, found)

    def _before(self, turn: Exchange) -> Sequence[Figure]:
        """The figures of the paragraph of a turn that are somebody and stand before it, the nearest first."""
        opens = turn.opens
        return [f for f in reversed(self._near) if f.start < opens and f.person is not None]

    def _fits(self, turn: Exchange, person: Person) -> bool:
        if self.narration.people.is_place(person):
            return False
        return turn.gender not in ("m", "f") or self.narration.people.gender(person) in ("u", turn.gender)

    def _read_last_sentence(self, turn: Exchange, found: dict[int, Candidate]) -> None:
        """The sentence before the turn: who is its subject, who else is mentioned there."""
        opens = turn.opens
        here: Sequence[Figure] = [f for f in self._near if f.end <= opens]
        where = "before, in the paragraph"
        if not here and turn.paragraph:
            here, where = self.narration.read(turn.paragraph - 1)[-self.reach.steps :], "in the paragraph before"
            if self._speaks_in(turn.paragraph - 1):
                where = "after the words of the turn before"
                said = self.exchanges[turn.number - 1].end
                here = [f for f in here if f.start >= said]
        if not here:
            return
        final = last = here[-1].sentence
        around = self._beside if turn.source is not None and turn.source.start < turn.start else -1
        if final == around and not any(f.subject for f in here if f.sentence == final):
            last = max((f.sentence for f in here if f.sentence != final), default=final)  # Lee left. | In a letter, he
        opening = next((f for f in here if f.sentence == final and f.subject), None)
        if (
            opening is not None
            and opening.form == "pronoun"
            and turn.group == "implicit"
            and where == "before, in the paragraph"
        ):
            self._beat_gender(opening, found, "before")
        for figure in here:
            if figure.person is None:
                continue
            if figure.possessor:
                reason = f"owner of something in the last sentence {where}"
                known = figure.person.number in found or (turn.group == "pronoun" and self._fits(turn, figure.person))
                if known and figure.form == "name" and figure.sentence == final:
                    _add(self._candidate(found, figure.person).reasons, reason)
                continue
            role = "subject of" if figure.subject else "mentioned in"
            when = "the last sentence" if figure.sentence in (final, last) else "a sentence"
            reasons = self._candidate(found, figure.person).reasons
            _add(reasons, f"{role} {when} {where}")
            if figure.subject and figure.sentence == around and where == "before, in the paragraph":
                _add(reasons, "subject of the sentence that the cue stands in")
            if figure.subject and figure.sentence == final and self._introduces(turn):
                _add(reasons, "subject of the sentence that introduces the words")

    def _introduces(self, turn: Exchange) -> bool:
        """Whether what stands before the words ends in a sign that introduces them."""
        return self.narration.text[max(0, turn.start - 8) : turn.start].rstrip()[-1:] in _INTRODUCING

    def _speaks_in(self, paragraph: int) -> bool:
        at = bisect_left(self._paragraphs, paragraph)
        return self._paragraphs[at : at + 1] == [paragraph]

    def _look_around(self, turn: Exchange, found: dict[int, Candidate]) -> None:
        """Sentences beside the words, in their paragraph, behind them and between them."""
        after = [f for f in self._near if f.start >= turn.contents[0].end and not _inside(f, turn.source)]
        following = self.exchanges[turn.number + 1] if turn.number + 1 < len(self.exchanges) else None
        if following is not None and following.paragraph == turn.paragraph:
            after = [f for f in after if f.start < following.start]
        cue = self._beside
        for figure in after:
            if figure.form == "pronoun" and figure.subject and turn.group != "pronoun" and figure is after[0]:
                self._beat_gender(figure, found, "after")
            if figure.person is None or figure.possessor:
                continue
            role = (
                "beside the cue"
                if figure.sentence == cue
                else "subject after the words"
                if figure.subject
                else "mentioned after the words"
            )
            _add(self._candidate(found, figure.person).reasons, role)

    def _cue_sentence(self, turn: Exchange) -> int:
        """The number of the sentence that the source stands in, if somebody is read there."""
        if turn.source is None:
            return -1
        start, end = turn.source.start, turn.source.end
        return next((f.sentence for f in self._near if f.start < end and start < f.end), -1)

    def _beat_gender(self, figure: Figure, found: dict[int, Candidate], where: str) -> None:
        """He or she, the subject of the sentence beside the words, is the speaker."""
        for candidate in found.values():
            gender = self.narration.people.gender(candidate.person)
            if gender in ("m", "f"):
                fits = gender == figure.gender
                _add(candidate.reasons, f"{'' if fits else 'not '}the gender of the pronoun {where} the words")

    def _look_ahead(self, turn: Exchange, found: dict[int, Candidate]) -> None:
        """The people mentioned soon after the turn."""
        if not self.reach.ahead:
            return
        seen: set[int] = set()
        self._look_at_next(turn, found)
        last = min(len(self.narration.paragraphs) - 1, turn.paragraph + self.reach.ahead)
        scenes = self.narration.scenes
        paragraph = turn.paragraph
        while True:
            paragraph = self.narration.met_after(paragraph, self.reach.steps, self.reach.ahead)
            if paragraph > last or scenes[paragraph] > scenes[turn.paragraph]:
                break
            for person in self.narration.named(paragraph, self.reach.steps):
                if person.number in seen:
                    continue
                seen.add(person.number)
                if person.number in found or len(seen) <= self.reach.coming:
                    reason = "named in the next paragraph" if paragraph == turn.paragraph + 1 else "named soon after"
                    _add(self._candidate(found, person).reasons, reason)
            if len(seen) >= self.reach.people:
                break

    def _look_at_next(self, turn: Exchange, found: dict[int, Candidate]) -> None:
        """Whose sentence opens the next paragraph: before speech of their own, or without any."""
        paragraph = turn.paragraph + 1
        scenes = self.narration.scenes
        if paragraph >= len(self.narration.paragraphs) or scenes[paragraph] > scenes[turn.paragraph]:
            return
        figures = self.narration.read(paragraph)
        first = figures[0] if figures else None
        if first is None or not first.subject or first.sentence or first.person is None:
            return
        following = self.exchanges[turn.number + 1] if turn.number + 1 < len(self.exchanges) else None
        speaks = following is not None and following.paragraph == paragraph
        if speaks and following is not None and following.start < first.start:
            return
        if first.person.number in found:
            found[first.person.number].reasons.append(
                "subject of the next paragraph, with speech" if speaks else "subject of the next paragraph"
            )

    def _hear(self, at: int, found: dict[int, Candidate]) -> None:
        """Who is addressed, and who has spoken or will speak, in the turns around."""
        turn, people = self.exchanges[at], self.narration.people
        persons = people.persons
        read_speech(turn, people)
        for offset, when in _AROUND:
            other = self._neighbour(at, offset)
            if other is None:
                continue
            read_speech(other, people)
            for number in other.addressed:
                _add(self._candidate(found, persons[number]).reasons, f"addressed in the {when}")
            for number in other.named:
                if number in found and number not in other.addressed:
                    _add(found[number].reasons, f"spoken of in the {when}")
        for number in turn.addressed:
            if number in found:
                found[number].reasons.append("addressed in the words themselves")
        for number in turn.named:
            if number in found and number not in turn.addressed:
                found[number].reasons.append("named in the words themselves")
        self._recall_speakers(at, found)

    def _neighbour(self, at: int, offset: int) -> Exchange | None:
        """The turn so many before or after, if it belongs to the scene."""
        other, scenes = at + offset, self._scenes
        return self.exchanges[other] if 0 <= other < len(scenes) and scenes[other] == scenes[at] else None

    def _recall_speakers(self, at: int, found: dict[int, Candidate]) -> None:
        """Who is named as the speaker of turns around, the nearest of theirs before and after."""
        back, ahead = self.reach.turns
        far = _distance if self.exchanges[at].group != "noun" else _at_all
        seen: set[int] = set()
        for other in range(at - 1, max(-1, at - back - 1), -1):
            if self.exchanges[other + 1].gap is None:
                break
            person = self.exchanges[other].settled
            if person is not None and person.number not in seen:
                seen.add(person.number)
                self._candidate(found, person).reasons.append(f"named as the speaker {far(at - other)} before")
        seen.clear()
        for other in range(at + 1, min(len(self.exchanges), at + ahead + 1)):
            if self.exchanges[other].gap is None:
                break
            person = self.exchanges[other].settled
            if person is not None and person.number not in seen:
                seen.add(person.number)
                self._candidate(found, person).reasons.append(f"named as the speaker {far(other - at)} after")

    def _recall_likely(self, at: int, found: dict[int, Candidate]) -> None:
        """Who was found to speak in the turns around, the last time they were solved."""
        for offset in (-3, -2, -1, 1, 2):
            other = self._neighbour(at, offset)
            if other is not None and other.likely is not None:
                self._candidate(found, other.likely)

    def _own(self, turn: Exchange, found: dict[int, Candidate]) -> None:
        """The narrator, and the one whom a noun phrase itself names."""
        narrator = self.narration.narrator
        if narrator is not None and turn.group == "implicit":
            self._candidate(found, narrator).reasons.append("tells the story")
        if not turn.key:
            return
        company = self.company.get(turn.key)
        if company is not None and company.most is not None:
            self._candidate(found, self.narration.people.persons[company.most])
        described = self.described.get(turn.key, ())
        about = any(person.number in found and self._fits(turn, person) for person in described)
        most = max((person.count for person in described), default=0)
        for person in described:
            how = "has this noun for a title" if self._bears(person, turn.key) else "described by this noun"
            less = "" if person.count == most else ", less known than another"
            self._candidate(found, person).reasons.append(f"{how}{less}")
        if turn.owner is not None and turn.owner.last:
            for candidate in found.values():
                if candidate.person.last == turn.owner.last:
                    candidate.reasons.append("bears the name of the family")
        itself = self.unnamed.get(turn.key) if not about else None
        for candidate in found.values():
            if candidate.person is not itself:
                candidate.reasons.append(f"not the one so called, {turn.sort}")
        if itself is not None:
            reasons = self._candidate(found, itself).reasons
            reasons.append(f"the one so called, {turn.sort}, {self._use(turn.key)}")
            if itself.count > 1:
                reasons.append("so called more than once")
            if itself.number in self.spoke:
                reasons.append("introduced by this noun")

    def _bears(self, person: Person, noun: str) -> bool:
        """Whether somebody has a noun for a title: *the general*, General Moe."""
        titles = self.narration.people.lexicon.titles
        return any(title in titles and titles[title].full.lower() == noun for title in person.titles)

    def _use(self, key: str) -> str:
        """How often a text uses a noun: one used again and again is somebody who has a name, too."""
        known = self._uses.get(key)
        if known is None:
            text = self.narration.text
            count, at = 0, text.find(key)
            while at >= 0 and count < _OFTEN:
                count, at = count + 1, text.find(key, at + len(key))
            often = "often" if count >= _OFTEN else "sometimes" if count > _SELDOM else "seldom"
            known = self._uses[key] = f"a noun used {often}"
        return known

    def _judge(self, turn: Exchange, candidate: Candidate) -> None:
        """Evidence that does not depend on where the candidate was found."""
        person, reasons = candidate.person, candidate.reasons
        if turn.group != "implicit" and self.narration.people.gender(person) == "u":
            reasons.append("gender unknown")
        if person.type == "unnamed":
            reasons.append("has no name")
        else:
            count = person.count
            if count < 3 and (len(self.narration.text) > _BRIEF or not self.reach.ahead):
                reasons.append("seldom named")
            elif count >= 150:
                reasons.append("often named")
            if not person.sure:
                reasons.append("perhaps no person")
        if person.number not in self.spoke:
            reasons.append("never named with a cue")
        if not any(map(_met_lately, reasons)):
            reasons.append("not met lately")

    def _polite_around(self, turn: Exchange) -> list[tuple[str, str]]:
        """The gender that the address in the turns around tells, where it tells one."""
        found: list[tuple[str, str]] = []
        for offset, when in _AROUND[:2]:
            other = self._neighbour(turn.number, offset)
            polite = politeness(other, self.narration.text) if other is not None else ()
            found.extend((gender, when) for gender in polite if len(polite) == 1)
        return found

    def _nearest_meant(self, turn: Exchange) -> Iterable[tuple[Person, str]]:
        """Whom the noun was taken to mean the last time before, and the next time after."""
        uses = self.meant.get(turn.key, ())
        before = bisect_left(uses, turn.number, key=_place_of)
        if before and turn.number - uses[before - 1][0] <= _RECENT:
            yield uses[before - 1][1], "shortly before"
        after = bisect_right(uses, turn.number, key=_place_of)
        if after < len(uses) and uses[after][0] - turn.number <= _RECENT:
            yield uses[after][1], "shortly after"

    def _judge_memory(self, turn: Exchange) -> None:
        """Whom the noun was taken to mean everywhere else."""
        nearest = list(self._nearest_meant(turn))
        memory = self.memory.get(turn.key, {})
        others = sum(memory.values()) - 1
        for candidate in turn.candidates if others > 0 else ():
            person, reasons = candidate.person, candidate.reasons
            reasons.extend(f"meant by this noun {when}" for each, when in nearest if each is person)
            share = (memory.get(person.number, 0) - (person is turn.likely)) / others
            if share > 0.85 and others >= _REPEATED:
                reasons.append("nearly always meant by this noun")
            elif share > 0.6:
                reasons.append("mostly meant by this noun")
            elif share > 0.25:
                reasons.append("sometimes meant by this noun")

    def _judge_company(self, turn: Exchange) -> None:
        """Who is about wherever the noun speaks, and who answers it."""
        company = self.company.get(turn.key)
        if company is None:
            return
        for candidate in turn.candidates:
            person, reasons = candidate.person, candidate.reasons
            if person.number == company.most:
                reasons.append(f"most about where this noun speaks, {company.places}")
            elif company.most is not None and person is self.unnamed.get(turn.key):
                reasons.append(f"somebody is about where this noun speaks, {company.places}")
            if person.number in company.answers:
                reasons.append("answers the one so called")

    def _judge_words(self, turn: Exchange, idiolects: Idiolects) -> None:
        """Whether the words are like what candidates say elsewhere."""
        likeness = idiolects.likeness(turn.number, [c.person.number for c in turn.candidates])
        for candidate in turn.candidates:
            value = likeness.get(candidate.person.number)
            if value is not None:
                degree = bisect_left(_LIKENESS, abs(value))
                if degree:
                    candidate.reasons.append(_LIKE[degree - 1] if value > 0 else _UNLIKE[degree - 1])

    def _judge_politeness(self, turn: Exchange) -> None:
        """Whether candidates may be the one addressed in the turns around."""
        for polite, when in self._polite_around(turn):
            for candidate in turn.candidates:
                gender = self.narration.people.gender(candidate.person)
                if gender in ("m", "f"):
                    fits = gender == polite
                    candidate.reasons.append(f"{'' if fits else 'not '}the gender of the one addressed in the {when}")


_RECENT = 30
_BRIEF = 1_500
"""In a story of a few paragraphs everybody is seldom named."""
_LIKENESS = (0.7, 2.2, 5.0)
_LIKE = ("speaks somewhat so elsewhere", "speaks so elsewhere", "speaks very much so elsewhere")
_UNLIKE = ("speaks somewhat otherwise", "speaks otherwise", "speaks quite otherwise")
_INTRODUCING = (",", ":", "-", "–", "—")
_RANKS = ("mentioned last", "mentioned last but one", "mentioned last but two", "mentioned earlier")
_DISTANCES = (
    "mentioned in the same paragraph", "mentioned one paragraph before",
    "mentioned two or three paragraphs before",
    "mentioned up to eight paragraphs before", "mentioned long before",
)  # fmt: skip
_REPEATED = 5
"""So many mentions in the paragraphs before are many."""
_SELDOM, _OFTEN = 5, 20
"""A noun that a text has more than so often is used sometimes, and at least so often, often."""
_AROUND = ((-1, "turn before"), (1, "turn after"), (-2, "turn before the last"), (2, "turn after the next"))


@cache
def _met_lately(reason: str) -> bool:
    """Whether a piece of evidence tells that somebody was mentioned or has spoken before."""
    return reason.startswith("mentioned") or reason.endswith("before")


def _at_all(_: int) -> str:
    """For nouns it tells little how many turns away."""
    return "some turns"


def _distance(turns: int) -> str:
    """How many turns away, in words that make few pieces of evidence."""
    if turns <= 3:
        return ("one turn", "two turns", "three turns")[turns - 1]
    return "up to six turns" if turns <= 6 else "many turns"


def _nearness(distance: int) -> int:
    """Which of the distances a number of paragraphs is."""
    if distance < 2:
        return distance
    return 2 if distance <= 3 else 3 if distance <= _FAR else 4


def _weigh_mentions(found: dict[int, Candidate], often: dict[int, int]) -> None:
    """Of those mentioned before a turn, who is mentioned again and again."""
    for number, candidate in found.items():
        times = often.get(number, 0)
        if times > 1:
            again = "often before" if times >= _REPEATED else "more than once before"
            candidate.reasons.append(f"mentioned {again}")


def _inside(figure: Figure, source: Span | None) -> bool:
    return source is not None and figure.start < source.end and source.start < figure.end


def _add(reasons: list[str], reason: str) -> None:
    if reason not in reasons:
        reasons.append(reason)


# ---------------------------------------------------------------- decoding


def turn_taking(relation: Relation, turn: Exchange, before: Gap | None) -> str:
    """The name of the evidence that lies in who spoke before."""
    return _turn_taking(relation, turn.gap, before)


@cache
def _turn_taking(relation: Relation, gap: Gap | None, before: Gap | None) -> str:
    if relation == "back":
        return f"spoke last but one, {gap}, {_LAST_GAP.get(before or '', 'the last at a distance')}"
    return f"spoke last, {gap}" if relation == "on" else f"did not speak just before, {gap}"


def answering(relation: Relation, turn: Exchange) -> str:
    """The name of the evidence that lies in who asked, where the words before ask or the cue is one of replying."""
    return f"{_ANSWERS[relation]}, {turn.answer}" if turn.answer else ""


_ANSWERS: dict[Relation, str] = {
    "on": "spoke last",
    "back": "spoke last but one",
    "new": "did not speak just before",
}


RELATIONS: tuple[Relation, ...] = ("on", "back", "new")
_LAST_GAP = {
    "in the same paragraph": "the last in the same paragraph",
    "in the next paragraph": "the last in the next paragraph",
}


@define(eq=False)
class Chain:
    """The turns of one scene, and the likeliest speaker of each.

    The tables on the way have the belief in each pair (speaker before, speaker): a row for each speaker before.
    """

    exchanges: Sequence[Exchange]
    weights: Weights
    _rows: list[Sequence[Candidate]] = field(factory=list)  # who may have said each turn, where nobody is settled
    _places: list[dict[int, int]] = field(factory=list)  # the place in its row of each of them, by number
    _emissions: list[list[float]] = field(factory=list)  # what speaks for each of them by itself
    _known: dict[tuple[int, ...], dict[int, int]] = field(factory=dict)  # places, kept once for all turns with the same
    _steps: dict[tuple[str, str | None, str | None, str], tuple[float, float, float]] = field(factory=dict)

    def candidates(self, turn: Exchange) -> list[Candidate]:
        """The best few of those who may have said a turn that nobody is settled for."""
        weight = self.weights[turn.group].get
        for candidate in turn.candidates:
            candidate.score = sum([weight(reason, 0.0) for reason in candidate.reasons])
        return sorted(turn.candidates, key=_score_of, reverse=True)[:_KEPT]

    def solve(self) -> None:
        """Give every candidate its share of the belief."""
        for turn in self.exchanges:
            if turn.settled is not None:
                turn.likely = turn.settled
                self._rows.append(())
                self._places.append(self._places_of((turn.settled.number,)))
                self._emissions.append(_SURE)
            else:
                row = self.candidates(turn)
                self._rows.append(row)
                self._places.append(self._places_of(tuple([candidate.person.number for candidate in row])))
                self._emissions.append(_emissions(row))
        for part in self._parts():
            self._backward(part, self._forward(part))
        for turn, candidates in zip(self.exchanges, self._rows, strict=True):
            if turn.settled is None:
                likely = max(candidates, key=_share_of, default=None)
                turn.likely = likely.person if likely is not None else None

    def _places_of(self, numbers: tuple[int, ...]) -> dict[int, int]:
        """The place of each of some people."""
        known = self._known.get(numbers)
        if known is None:
            known = self._known[numbers] = {number: at for at, number in enumerate(numbers)}
        return known

    def _parts(self) -> Iterable[range]:
        """The stretches of turns to solve: open turns, with the two before and after that they hang together with.

        A turn that nobody may have said parts the chain.
        """
        behind = 2 if self.weights["name"] else 0  # else settled turns tell nothing of who spoke before
        bound, first, last = 0, -1, -1
        for at, turn in enumerate(self.exchanges):
            if turn.settled is None:
                if first >= 0 and (not self._rows[at] or at - last > 2):
                    yield range(max(bound, first - 2), min(at, last + 1 + behind))
                    first = -1
                if not self._rows[at]:
                    bound = at + 1
                else:
                    first, last = first if first >= 0 else at, at
        if first >= 0:
            yield range(max(bound, first - 2), min(len(self.exchanges), last + 1 + behind))

    def steps(self, at: int) -> tuple[float, float, float]:
        """The factors for going on, taking the turn back, and anybody else."""
        turn = self.exchanges[at]
        group = turn.group if turn.settled is None else "name"
        before = self.exchanges[at - 1].gap
        known = self._steps.get((group, turn.gap, before, turn.answer))
        if known is None:
            weights = self.weights[group]
            on, back, new = (
                weights.get(turn_taking(r, turn, before), 0.0) + weights.get(answering(r, turn), 0.0) for r in RELATIONS
            )
            known = self._steps[group, turn.gap, before, turn.answer] = exp(on), exp(back), exp(new)
        return known

    def _forward(self, part: range) -> list[Table]:
        """For each turn the belief in each pair of speakers, from what came before."""
        tables: list[Table] = [[self._emissions[part.start]]]
        for at in part[1:]:
            places, before, now = self._places[at], self._places[at - 1], self._emissions[at]
            if len(places) == len(before) == 1:
                tables.append(_CERTAIN)
                continue
            on, back, new = self.steps(at)
            older = self._places[at - 2] if at - 2 >= part.start else {}
            table: Table = []
            for last, sums in zip(before, zip(*tables[-1], strict=True), strict=True):
                total = sum(sums)
                plain = total * new
                row = [emission * plain for emission in now]
                for number, returning in zip(older, sums, strict=False):
                    place = places.get(number)
                    if place is not None:
                        row[place] = now[place] * ((total - returning) * new + returning * back)
                place = places.get(last)
                if place is not None:
                    row[place] = now[place] * total * on
                table.append(row)
            tables.append(_scaled(table))
        return tables

    def _backward(self, part: range, forward: list[Table]) -> None:
        """Walk back to the first open turn and give each candidate its share."""
        table = [[1.0] * len(row) for row in forward[-1]]
        first = next(at for at in part if self._rows[at])
        for at in range(part.stop - 1, first - 1, -1):
            if self._rows[at]:
                columns = zip(zip(*forward[at - part.start], strict=True), zip(*table, strict=True), strict=True)
                shares = [sum(map(mul, ahead, behind)) for ahead, behind in columns]
                total = sum(shares)
                for candidate, share in zip(self._rows[at], shares, strict=True):
                    candidate.share = share / total
            if at > first:
                older = self._places[at - 2] if at - 2 >= part.start else _NOBODY
                table = self._step_back(at, table, older)

    def _step_back(self, at: int, table: Table, older: dict[int, int]) -> Table:
        places, before, now = self._places[at], self._places[at - 1], self._emissions[at]
        if len(places) == len(before) == len(older) == 1:
            return _CERTAIN
        on, back, new = self.steps(at)
        gain = back - new
        columns = []
        for last, row in zip(before, table, strict=True):
            values = [*map(mul, now, row)]
            own = places.get(last)
            stay = 0.0
            if own is not None:
                stay = values[own] * on
                values[own] = 0.0
            plain = sum(values) * new + stay
            column = [plain] * len(older)
            for line, number in enumerate(older):
                place = places.get(number)
                if place is not None:
                    column[line] = plain + values[place] * gain
            columns.append(column)
        return _scaled([*map(list, zip(*columns, strict=True))])


Table = list[list[float]]
_SURE = [1.0]  # the emissions of a turn of which one person is the speaker,
_CERTAIN: Table = [[1.0]]  # the belief where there is but one pair of speakers,
_NOBODY = {-1: 0}  # and the places where no speaker before is known
_score_of, _share_of, _place_of = attrgetter("score"), attrgetter("share"), itemgetter(0)


def _emissions(candidates: Sequence[Candidate]) -> list[float]:
    scores = [candidate.score for candidate in candidates]
    best = max(scores, default=0.0)
    return [exp(score - best) for score in scores]


def _scaled(table: Table) -> Table:
    total = sum(map(sum, table))
    return [[value / total for value in row] for row in table]


def scenes(exchanges: Sequence[Exchange]) -> Iterable[range]:
    """The stretches of turns between which no scene ends."""
    start = 0
    for at in range(1, len(exchanges)):
        if exchanges[at].gap is None:
            yield range(start, at)
            start = at
    yield range(start, len(exchanges))


__all__ = [
    "CLASSES",
    "RELATIONS",
    "Candidate",
    "Chain",
    "Exchange",
    "Genre",
    "Scout",
    "Turn",
    "answer_of",
    "answering",
    "gap_between",
    "read_speech",
    "scenes",
    "turn_taking",
]
