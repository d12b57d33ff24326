"""Scout: who may have said a turn, and the evidence for each; Reach: how far they are looked for."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
from operator import attrgetter, itemgetter

from attrs import define, field, frozen

from .addressing import Addressing, Uses
from .company import Company
from .deeds import deed_behind
from .described import only_tells
from .evidence import Genre
from .exchange import FAR, Candidate, Exchange, answers_with_name, are_two, kin_addressed, politeness, speech_of
from .figures import Figure
from .idiolect import Idiolects
from .narration import BRIEF, SHORT, Narration
from .persons import Person, nouns_of
from .span import Span


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
_BEINGS = frozenset({"person", "unnamed"})
"""Types of those who may be *he* or *she*."""
_BEHIND_PREPOSITION = re.compile(r"\b(?:by|with|to|from|about|against|of) (?:the )?$")


@define(eq=False)
class Scout:
    """Finds the candidates of a turn, and the evidence for each."""

    narration: Narration
    exchanges: Sequence[Exchange]
    reach: Reach = Reach()
    memory: dict[str, dict[int, int]] = field(factory=dict)
    meant: dict[str, list[tuple[int, Person]]] = field(factory=dict)
    company: Mapping[str, Company] = field(factory=dict)
    spoke: bytearray = field(factory=bytearray)  # for each person, by number, whether a source settles that they speak
    unnamed: dict[str, Person] = field(factory=dict)
    described: dict[str, list[Person]] = field(factory=dict)
    idiolects: Idiolects | None = None
    addressing: Addressing | None = None
    _paragraphs: Sequence[int] = ()
    _scenes: Sequence[int] = ()
    _settled: Sequence[Person | None] = ()
    _short: bool = False
    _uses: dict[str, str] = field(factory=dict)
    _source: Span | None = None  # where the source of the turn at hand stands,
    _opens: int = 0  # where it begins, with its source: whom *he told Moe that Lee …* names behind *he* is not he;
    _near: Sequence[Figure] = ()  # the figures near it,
    _before: Sequence[Figure] = ()  # those of them that begin before it and are somebody,
    _beside: int = -1  # and the number of the sentence that its source stands in
    _titled: dict[str, list[Person]] | None = None  # who has a noun for a title
    _told: dict[tuple[str, ...], list[str]] = field(factory=dict)  # reasons, kept once for all who have the same

    def __attrs_post_init__(self) -> None:
        """Make the lists that are searched: for each turn its paragraph and scene, by number, and who is settled."""
        self._paragraphs = array("q", [exchange.paragraph for exchange in self.exchanges])
        self._short = len(self.narration.text) <= SHORT
        self._scenes = array("q", accumulate(exchange.gap is None for exchange in self.exchanges))
        self.note_settled()

    def note_settled(self) -> None:
        """Note anew who is settled."""
        self._settled = [exchange.settled for exchange in self.exchanges]

    def scout(self, at: int, *, recall: bool = False) -> None:
        """Find the candidates of a turn; ``recall`` those too who were found to speak around it before."""
        turn = self.exchanges[at]
        found: dict[int, Candidate] = {}
        source = self._source = turn.source
        self._opens = turn.start if source is None else min(turn.start, source.start)
        self._near = self.narration.near(turn.paragraph, turn.start, turn.end)
        before = self._near[: bisect_left(self._near, self._opens, key=_start_of)]
        self._before = [figure for figure in before if figure.person is not None]
        self._beside = self._cue_sentence()
        self._note_told(turn)
        self._look_back(turn, found)
        if turn.group == "implicit" and self.reach.ahead:
            self._note_opening(turn, found)
        if turn.group == "pronoun" and source is not None and self.reach.ahead:
            self._read_pronoun(source, found)
        self._look_around(turn, found)
        self._look_ahead(turn, found)
        if recall:
            self._recall_likely(at, found)
        self._hear(at, found)
        self._own(turn, found)
        others = self._beside_others(at) if turn.group == "implicit" else ()
        possible = [c for c in found.values() if c.person not in others and self._possible(turn, c.person)]
        if len(possible) == 1 and turn.group == "implicit" and self._is_spoken_to(at, possible[0].person):
            possible.clear()  # though no other is about
        turn.candidates = self._who_answers(at, tuple(possible))  # for many turns of some texts there are none
        if turn.key:
            bearers = self._bearers(turn)
            turn.candidates = [c for c in turn.candidates if c.person in bearers] or turn.candidates
        if turn.key and not self.reach.ahead:
            opposite = self._opposite()
            turn.candidates = [c for c in turn.candidates if c.person not in opposite]
            others = self._named_beside(turn)
            turn.candidates = [c for c in turn.candidates if c.person not in others] or turn.candidates
        sure = [c for c in turn.candidates if c.person.sure]
        told = only_tells(turn.key) and all(c.person.type == "unnamed" for c in sure)  # Moe scored. The Swede said …
        if not self.reach.ahead and sure and not told:
            turn.candidates = sure
        self._judge_all(turn)

    def _who_answers(self, at: int, possible: Sequence[Candidate]) -> Sequence[Candidate]:
        """Of those who may have said a turn, who was asked by name, in a short text; not who asked right before."""
        turn = self.exchanges[at]
        if not turn.answer:
            return possible
        asked = self.exchanges[at - 1]
        if turn.gap == "in the next paragraph" and turn.group == "implicit" and self._short:
            who = None if any(_ACTS.intersection(c.reasons) for c in possible) else self._asked(asked)
            return [c for c in possible if c.person is who] or possible
        if turn.gap == "in the same paragraph" and turn.answer == "in reply" and turn.start - asked.end < _ANSWERED:
            asking = asked.settled or self.unnamed.get(asked.key)
            return [c for c in possible if c.person is not asking] or possible
        return possible

    def _bearers(self, turn: Exchange) -> Collection[Person]:
        """Whom a noun for a role or for kin means in a short text, where somebody is told to be one: *Captain Lee*.

        A mother or an uncle is rather somebody with a title, or one of whom nothing more is told.
        """
        if not self._short:
            return ()
        binds = self.narration.people.lexicon.kind_of(turn.key) in ("role", "kin")
        described = self.described.get(turn.key, ()) if binds else ()
        noun = turn.key.rpartition(" ")[2]
        if described or noun not in _ELDERS:
            return described
        people = self.narration.people
        title = people.lexicon.titles.get(noun.capitalize())
        called = [c.person for c in turn.candidates if people.bears(c.person, noun)]
        if called and title is not None and title.kind == "kin":  # Aunt May, but not Father Moe
            return called
        titled = [c.person for c in turn.candidates if c.person.titles]
        return [*titled, self.unnamed.get(turn.key, titled[0])] if titled else ()

    def _note_told(self, turn: Exchange) -> None:
        """Whom a noun beside the cue tells as the one spoken to: *he said to | the interpreter*."""
        addressee = turn.turn.addressee
        if addressee is not None and addressee.span.text.startswith(("the ", "a ", "an ")):
            span = addressee.span
            told = next((f.person for f in self._near if span.start <= f.start and f.end <= span.end), None)
            turn.told = told or turn.told

    def strangers(self, turn: Exchange) -> Sequence[Figure]:
        """The nouns near a turn, or in the paragraph before, that act and are nobody yet; behind ``scout``."""
        before = self.narration.near(turn.paragraph - 1, turn.start, turn.end) if turn.paragraph else ()
        return [f for f in (*before, *self._near) if f.person is None and f.subject and f.form == "noun"]

    def _named_beside(self, turn: Exchange) -> Collection[Person | None]:
        """Who acts in the sentence before a noun that is not said of them: *Moe said that the nurse called it*."""
        source, head = self._source, turn.key.rpartition(" ")[2]
        if source is None or self._beside < 0:
            return ()
        described = [person for noun, who in self.described.items() if head in noun.split() for person in who]
        before = [f for f in self._near if f.sentence == self._beside and f.end <= source.start]
        return [f.person for f in before if f.subject and f.form == "name" and f.person not in described]

    def _opposite(self) -> Collection[Person | None]:
        """Who stands behind a preposition right before a noun: *asked by Moe, the witness said*."""
        source, text = self._source, self.narration.text
        before = [f for f in self._near if f.sentence == self._beside and f.end <= source.start] if source else []
        if source is None or not before or text[before[-1].end : source.start].strip() != ",":
            return ()
        last = before[-1]
        told = (
            last.form == "name" and not last.possessor and _BEHIND_PREPOSITION.search(text, last.start - 12, last.start)
        )
        return (last.person,) if told else ()

    def scout_loosely(self, at: int) -> None:
        """Where nobody of the gender is about: whoever is, for a given name can mislead; behind ``scout``."""
        turn = self.exchanges[at]
        if turn.gender not in ("m", "f"):
            return
        gender, turn.gender = turn.gender, "u"
        found: dict[int, Candidate] = {}
        self._look_back(turn, found)
        turn.gender = gender
        people = self.narration.people
        before = self._neighbour(at, -1) if turn.gap == "in the next paragraph" else None
        last = before.settled if before is not None else None  # who has just spoken is answered
        able = [c for c in found.values() if self._may_speak(turn, c.person) and not people.titled(c.person)]
        able = [c for c in able if c.person is not last]
        turn.candidates = tuple([c for c in able if people.shown_gender(c.person) in ("u", gender)] or able)
        self._judge_all(turn)

    def _judge_all(self, turn: Exchange) -> None:
        """What else speaks for and against each candidate of a turn."""
        for candidate in turn.candidates:
            self._judge(turn, candidate)
        if turn.group == "implicit":
            self._judge_politeness(turn)
        if turn.key:
            self._judge_company(turn)
            self._judge_memory(turn)
        if self.idiolects is not None:
            self._judge_words(turn, self.idiolects)
        if self.addressing is not None:
            self._judge_calls(turn, self.addressing)
        for candidate in turn.candidates:
            candidate.reasons = self._told.setdefault(tuple(candidate.reasons), candidate.reasons)

    def _beside_others(self, at: int) -> Collection[Person | None]:
        """Who speaks beside where another must: each dash is somebody else's, as are words right behind others."""
        here, others, text = self.exchanges[at], self.exchanges[max(0, at - 1) : at + 2], self.narration.text
        return [one.settled for one in others if one is not here and one.settled and are_two(one, here, text)]

    def _candidate(self, found: dict[int, Candidate], person: Person) -> Candidate:
        number = person.number
        candidate = found.get(number)
        if candidate is None:
            candidate = found[number] = Candidate(person)
        return candidate

    def _may_speak(self, turn: Exchange, person: Person) -> bool:
        if person.type not in _BEINGS or person in (turn.told, turn.owner):
            return False
        if person.place is not False and self.narration.people.is_place(person):
            return False
        if turn.group == "implicit":
            return True
        if self.narration.people.is_only_there(person):
            return False
        young = turn.key.rpartition(" ")[2] in _YOUNG and self._short
        if young and not person.titles <= _YOUNG_TITLES:
            return False
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
        paragraph, count, figures = turn.paragraph, len(self._before), self._before[::-1]
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
            if distance <= FAR and scenes[paragraph] == scenes[turn.paragraph]:
                for number, times in counts.items():
                    often[number] = often.get(number, 0) + times
        if not found:  # It was Moe's idea. “…,” | he said
            owner = next((f.person for f in reversed(self._before) if f.person and self._fits(turn, f.person)), None)
            if owner is not None:
                self._candidate(found, owner).reasons += [_RANKS[0], _DISTANCES[_nearness(0)]]
        _weigh_mentions(found, often)
        self._read_last_sentence(turn, found)

    def _fits(self, turn: Exchange, person: Person) -> bool:
        if turn.gender in ("m", "f"):  # which a place has not
            return self.narration.people.gender(person) in ("u", turn.gender)
        return not self.narration.people.is_place(person)

    def _read_last_sentence(self, turn: Exchange, found: dict[int, Candidate]) -> None:
        """The sentence before the turn: who is its subject, who else is mentioned there."""
        opens = self._opens
        here, where = self._near[: bisect_right(self._near, opens, key=_end_of)], "before, in the paragraph"
        if not here and turn.paragraph:
            here, where = self.narration.read(turn.paragraph - 1)[-self.reach.steps :], "in the paragraph before"
            if self._speaks_in(turn.paragraph - 1):
                where = "after the words of the turn before"
                here = here[bisect_left(here, self.exchanges[turn.number - 1].end, key=_start_of) :]
        if not here:
            return
        final = last = here[-1].sentence
        first = bisect_left(here, final, key=_sentence_of)
        subjects = [f for f in here[first:] if f.subject]
        opening = subjects[0] if subjects else None
        around = self._beside if opens < turn.start else -1
        if final == around and opening is None and first:
            last = here[first - 1].sentence  # Lee left. | In a letter, he
        clause = self.narration.text.rfind(",", subjects[0].end, subjects[-1].start) + 1 if subjects[1:] else 0
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
            subject = figure.subject and not (figure.sentence == final and figure.end < clause)
            role = "subject of" if subject else "mentioned in"
            when = "the last sentence" if figure.sentence in (final, last) else "a sentence"
            reasons = self._candidate(found, figure.person).reasons
            _add(reasons, f"{role} {when} {where}")
            if subject and when == "the last sentence":
                self._note_deed(figure, reasons, f"in the last sentence {where}")
            if figure.subject and figure.sentence == around and where == "before, in the paragraph":
                _add(reasons, "subject of the sentence that the cue stands in")
            if figure.subject and figure.sentence == final and self._introduces(turn):
                _add(reasons, "subject of the sentence that introduces the words")

    def _read_pronoun(self, source: Span, found: dict[int, Candidate]) -> None:
        """Whom the source would mean if the narration went on with it."""
        person = self.narration.meant_by(source)
        if person is not None:
            self._candidate(found, person).reasons.append("meant by the pronoun as the narration goes")

    def _note_opening(self, turn: Exchange, found: dict[int, Candidate]) -> None:
        """Who opens the paragraph and alone acts there, before the first words in it: *Moe sat down. | “No.”*."""
        start = self.narration.paragraphs[turn.paragraph][0]
        opening = self._near[0] if self._near else None
        if opening is None or not opening.subject or opening.form == "pronoun":
            return
        if self.narration.text[start : opening.start] not in ("", "The "):
            return
        before = self.exchanges[turn.number - 1] if turn.number else None
        first = before is None or before.paragraph < turn.paragraph
        person = opening.person
        alone = all(f.person is person for f in self._near if f.subject and f.end <= turn.start)
        if first and alone and turn.start - start < _AN_ACT and person is not None and person.number in found:
            found[person.number].reasons.append("opens the paragraph of the words")

    def _introduces(self, turn: Exchange) -> bool:
        """Whether what stands before the words ends in a sign that introduces them."""
        return self.narration.text[max(0, turn.start - 8) : turn.start].rstrip()[-1:] in _INTRODUCING

    def _speaks_in(self, paragraph: int) -> bool:
        at = bisect_left(self._paragraphs, paragraph)
        return at < len(self._paragraphs) and self._paragraphs[at] == paragraph

    def _look_around(self, turn: Exchange, found: dict[int, Candidate]) -> None:
        """Sentences beside the words, in their paragraph, behind them and between them."""
        near, source = self._near, self._source
        first = bisect_left(near, turn.turn.content[0].end, key=_start_of)
        following = self.exchanges[turn.number + 1] if turn.number + 1 < len(self.exchanges) else None
        stop, between = len(near), False
        if following is not None and following.paragraph == turn.paragraph:
            stop, between = bisect_left(near, following.start, key=_start_of), following.group == "implicit"
        after = [f for f in near[first:stop] if not _inside(f, source)]
        cue = self._beside
        if after and after[0].person is not None and self._acts_behind(turn, after[0], between=between):
            self._candidate(found, after[0].person).reasons.append("opens the sentence after the words")
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
            reasons = self._candidate(found, figure.person).reasons
            _add(reasons, role)
            if role == "subject after the words" and turn.group != "noun":
                self._note_deed(figure, reasons, "after the words")

    def _note_deed(self, figure: Figure, reasons: list[str], where: str) -> None:
        """What the narration of a story tells that somebody does, where that tells who speaks beside it."""
        narration = self.narration
        deed = deed_behind(narration.text, figure.end, narration.people.lexicon) if self.reach.ahead else ""
        if deed:
            _add(reasons, f"{deed} {where}")

    def _acts_behind(self, turn: Exchange, figure: Figure, *, between: bool) -> bool:
        """Whether somebody is named right behind words without a source: *“No.” | Moe shook his head*.

        The words must be short, and no question; longer ones do, too, where more follow: *“…” | Moe sat down. “…”*.
        """
        words = turn.turn.content[0]
        length = words.end - words.start
        fits = length < (_LONG if between else _SHORT) and figure.form != "pronoun"
        fits = fits and turn.group == "implicit" and figure.subject
        asks = not between and "?" in words.text[-2:]
        return fits and not asks and self.narration.text[words.end : figure.start].split() in ([], ["The"])

    def _cue_sentence(self) -> int:
        """The number of the sentence that the source stands in, if somebody is read there."""
        source = self._source
        if source is None:
            return -1
        at = bisect_right(self._near, source.start, key=_end_of)
        beside = self._near[at : at + 1]
        return beside[0].sentence if beside and beside[0].start < source.end else -1

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
        speech = speech_of(turn, people)
        for offset, when in _AROUND:
            other = self._neighbour(at, offset)
            if other is None:
                continue
            around, spoken_to = speech_of(other, people), self._addressed(other)
            for number in spoken_to:
                _add(self._candidate(found, persons[number]).reasons, f"addressed in the {when}")
            for number in around.named:
                if number in found and number not in spoken_to:
                    _add(found[number].reasons, f"spoken of in the {when}")
        if self._short and self.reach.ahead:
            self._recall_farther(at, found)
        own, addressed = speech.own, self._addressed(turn)
        if addressed and self._tells_name(at, turn):
            own, addressed = own | addressed, frozenset[int]()
        for number in own:
            self._candidate(found, persons[number]).reasons.append("tells who they are in the words themselves")
        for number in addressed:
            if number in found:
                found[number].reasons.append("addressed in the words themselves")
        for number in speech.named:
            if number in found and number not in speech.addressed:
                found[number].reasons.append("named in the words themselves")
        self._recall_speakers(at, found)

    def _recall_farther(self, at: int, found: dict[int, Candidate]) -> None:
        """Who was addressed some turns before, or spoke there and is but a noun."""
        for offset in _FARTHER:
            other = self._neighbour(at, offset)
            if other is not None:
                for number in self._addressed(other):
                    self._candidate(found, self.narration.people.persons[number])
                if other.key in self.unnamed:
                    self._candidate(found, self.unnamed[other.key])

    def _addressed(self, turn: Exchange) -> frozenset[int]:
        """Who is addressed in the words of a turn, by name or by a noun that one person bears: *“Well, doctor?”*."""
        speech = speech_of(turn, self.narration.people)
        if not speech.called:
            return speech.addressed
        persons = self.narration.people.persons
        called = {noun: one for noun in speech.called if (one := self._so_called(noun)) is not None}
        named = [number for number in speech.addressed if persons[number].name.lower() not in called]  # Captain alone
        return frozenset((*named, *[one.number for one in called.values()]))

    def _asked(self, turn: Exchange) -> Person | None:
        """Whom the last words of a turn ask by name: *“Max, did you lock it?”*, *“Did you, Max?”*."""
        span, index = turn.turn.content[-1], self.narration.people.index
        start = _question(index.text, span.start, span.end) if turn.direct else None
        if start is None:
            return None
        for run in index.within(start, span.end):
            first, last = index.starts[run] + index.name(run).skip, index.ends[run]
            person = self.narration.people.at(run)
            before, behind = index.text[start:first].strip(' “"‘'), index.text[last : span.end]
            opens, closes = not before and behind.startswith(", "), before.endswith(",") and behind.startswith("?")
            if person is not None and person.sure and (opens or closes):
                return self._so_called(person.name.lower()) or person
        return None

    def _so_called(self, noun: str) -> Person | None:
        """Whom a noun means by which somebody is addressed: the one who has it for a title, or is told of by it."""
        if self._titled is None:
            self._titled = self._by_title()
        bearers = self._titled.get(noun, ())
        if bearers:
            return bearers[0] if len(bearers) == 1 else None
        return self.narration.nouns.get(noun)

    def _by_title(self) -> dict[str, list[Person]]:
        """Who has which noun for a title."""
        titles, found = self.narration.people.lexicon.titles, dict[str, list[Person]]()
        for person in self.narration.people.persons:
            full = [titles[title].full for title in person.titles if title in titles]
            for noun in {noun for title in full for noun in nouns_of(title)}:
                found.setdefault(noun, []).append(person)
        return found

    def _is_spoken_to(self, at: int, person: Person) -> bool:
        """Whether somebody is addressed in the words of a turn, and does not tell their own name in them."""
        turn, speech = self.exchanges[at], speech_of(self.exchanges[at], self.narration.people)
        spoken_to = person.number in self._addressed(turn) and person.number not in speech.own
        return spoken_to and not self._tells_name(at, turn)

    def told_name(self, at: int) -> Person | None:
        """Who somebody says that they are, in the words of a turn or where they are asked for their name."""
        turn = self.exchanges[at]
        speech = speech_of(turn, self.narration.people)
        told = speech.own or (speech.addressed if self._tells_name(at, turn) else ())
        return self.narration.people.persons[next(iter(told))] if len(told) == 1 else None

    def called_name(self, at: int) -> Person | None:
        """Whom only others name, where who has just spoken, or answers, calls a noun by it: *the curate* is *Mr. Lee*.

        *“And you, Mr. Lee?” | “No,” said the curate*; *“No,” said the curate. | “Why, Mr. Lee?”*.
        """
        turn, narration = self.exchanges[at], self.narration
        if not turn.key or narration.people.lexicon.kind_of(turn.key.rpartition(" ")[2]) == "kin":
            return None
        before, after = self._neighbour(at, -1), self._neighbour(at, 1)
        for other, later in ((before, turn), (after, after)):
            if other is None or later is None or later.gap != "in the next paragraph":
                continue
            called = speech_of(other, narration.people).addressed
            person = narration.people.persons[next(iter(called))] if len(called) == 1 else None
            if person is not None and not narration.names(person):
                return person
        return None

    def _tells_name(self, at: int, turn: Exchange) -> bool:
        """Whether the words are the name of whoever was asked for it: *“Name?” | “Pavel Orlik.”*."""
        before = self._neighbour(at, -1)
        return before is not None and answers_with_name(before.turn.content[-1].text, turn.turn.content[0].text)

    def _neighbour(self, at: int, offset: int) -> Exchange | None:
        """The turn so many before or after, if it belongs to the scene."""
        other, scenes = at + offset, self._scenes
        return self.exchanges[other] if 0 <= other < len(scenes) and scenes[other] == scenes[at] else None

    def _recall_speakers(self, at: int, found: dict[int, Candidate]) -> None:
        """Who is named as the speaker of turns around, the nearest of theirs before and after.

        What bodies say between does not put those before farther off.
        """
        back, ahead = self.reach.turns
        far = _distance if self.exchanges[at].group != "noun" else _at_all
        settled, scenes, here = self._settled, self._scenes, self._scenes[at]
        seen: set[int] = set()
        turns = 0
        for other in range(at - 1, max(-1, at - back - 1), -1):
            if scenes[other] != here:
                break
            person = settled[other]
            if person is not None and person.type not in _BEINGS:
                continue
            turns += 1
            if person is not None and person.number not in seen:
                seen.add(person.number)
                self._candidate(found, person).reasons.append(f"named as the speaker {far(turns)} before")
        seen.clear()
        for other in range(at + 1, min(len(scenes), at + ahead + 1)):
            if scenes[other] != here:
                break
            person = settled[other]
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
            how = (
                "has this noun for a title"
                if self.narration.people.bears(person, turn.key)
                else "described by this noun"
            )
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
            if self.has_spoken(itself):
                reasons.append("introduced by this noun")

    def has_spoken(self, person: Person) -> bool:
        """Whether a source settles that somebody speaks."""
        return person.number < len(self.spoke) and bool(self.spoke[person.number])

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
            if count < 3 and (len(self.narration.text) > BRIEF or not self.reach.ahead):
                reasons.append("seldom named")
            elif count >= 150:
                reasons.append("often named")
            if not person.sure:
                reasons.append("perhaps no person")
        here = turn.group == "pronoun" and _HERE in reasons and len(self.narration.text) <= BRIEF
        if not here and not self.has_spoken(person):
            reasons.append("never named with a cue")
        if not any(map(_met_lately, reasons)):
            reasons.append("not met lately")

    def _polite_around(self, turn: Exchange) -> list[tuple[str, str]]:
        """The gender that the address in the turns around tells, where it tells one."""
        found: list[tuple[str, str]] = []
        for offset, when in _AROUND[:2]:
            other = self._neighbour(turn.number, offset)
            apart = other is not None and other.paragraph != turn.paragraph
            polite = politeness(other, self.narration.text) if other is not None and apart else ()
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

    def _judge_calls(self, turn: Exchange, addressing: Addressing) -> None:
        """Whether candidates call somebody elsewhere as is done in the words, or are called as in those around."""
        people, at = self.narration.people, turn.number
        for noun in kin_addressed(turn, people):
            callers, called = addressing.callers(("to", noun)), addressing.called(("to", noun))
            for candidate in turn.candidates if callers.total(at) else ():
                person, reasons = candidate.person.number, candidate.reasons
                calls = callers.times(person, at)
                _add(reasons, f"calls {'kin' if calls else 'no kin'} so elsewhere")
                if called.times(person, at) > calls:
                    _add(reasons, "is called so elsewhere")
        speech = speech_of(turn, people)
        for name, meant in speech.names:
            self._judge_name(turn, "calls them", addressing.callers(("to", name)), addressing.callers(("to", meant)))
        for name, meant in speech.mentions:
            self._judge_name(turn, "tells of them", addressing.callers(("of", name)), addressing.callers(("of", meant)))
        for offset, when in _AROUND[:2]:
            other = self._neighbour(at, offset)
            if other is not None and other.paragraph != turn.paragraph:
                for noun in kin_addressed(other, people):
                    called = addressing.called(("to", noun))
                    total = called.total(at)
                    for candidate in turn.candidates if total else ():
                        most = called.times(candidate.person.number, at) * 2 > total
                        _add(candidate.reasons, f"{'' if most else 'not '}who is called as in the {when}")

    @staticmethod
    def _judge_name(turn: Exchange, does: str, callers: Uses, by_any: Uses) -> None:
        """Whether candidates use a name of somebody elsewhere, or another name of theirs."""
        at = turn.number
        for candidate in turn.candidates if callers.total(at) else ():
            person = candidate.person.number
            if callers.times(person, at):
                _add(candidate.reasons, f"{does} by this name elsewhere")
            elif by_any.times(person, at):
                _add(candidate.reasons, f"{does} by another name elsewhere")

    def _judge_politeness(self, turn: Exchange) -> None:
        """Whether candidates may be the one addressed in the turns around."""
        for polite, when in self._polite_around(turn):
            for candidate in turn.candidates:
                gender = self.narration.people.gender(candidate.person)
                if gender in ("m", "f"):
                    fits = gender == polite
                    candidate.reasons.append(f"{'' if fits else 'not '}the gender of the one addressed in the {when}")


_SHORT, _LONG = 60, 120
_AN_ACT = 250  # letters of what somebody does before they speak
"""Behind words so short, unless they ask, whoever acts has spoken: *“No.” Moe shook his head*."""
_YOUNG = frozenset("baby boy child girl infant kid lad lass schoolboy schoolgirl toddler youngster".split())
_ELDERS = frozenset("mother father aunt uncle grandmother grandfather".split())
_YOUNG_TITLES = frozenset({"Baby", "Master", "Miss"})
"""In a short text, whoever has another title is no *girl* and no *boy*."""
_RECENT = 30
_ANSWERED = 60
"""A reply so near behind the words before it is another's: *“Where?” asked Ida. “There,” she answered*."""
_HERE = "mentioned in the same paragraph"
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
_FARTHEST = (0, 1, 3, FAR)
"""So many paragraphs are at most as far as each of these tells."""
_REPEATED = 5
"""So many mentions in the paragraphs before are many."""
_SELDOM, _OFTEN = 5, 20
"""A noun that a text has more than so often is used sometimes, and at least so often, often."""
_place_of = itemgetter(0)
_start_of, _end_of, _sentence_of = map(attrgetter, ("start", "end", "sentence"))
_FARTHER = (-3, -4)
"""In a short story whoever was addressed or spoke so many turns before may speak."""
_ACTS = frozenset({"opens the sentence after the words", "opens the paragraph of the words"})
_AROUND = ((-1, "turn before"), (1, "turn after"), (-2, "turn before the last"), (2, "turn after the next"))


def _question(text: str, start: int, end: int) -> int | None:
    """Where the question begins with which some words end; None where they end in none.

    >>> _question("“Late. Is it?”", 0, 14), _question("“Is it? Yes.”", 0, 13)
    (6, None)
    """
    sign = text.rfind("?", start, end)
    if sign < 0 or any(map(str.isalnum, text[sign:end])):
        return None
    first = max(start, *(text.rfind(each, start, sign) + 1 for each in ".!?"))
    return first if first < sign else None


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
    return bisect_left(_FARTHEST, distance)


def _weigh_mentions(found: dict[int, Candidate], often: dict[int, int]) -> None:
    """Of those mentioned before a turn, who is mentioned again and again."""
    for number, times in often.items():
        if times > 1 and number in found:
            again = "often before" if times >= _REPEATED else "more than once before"
            found[number].reasons.append(f"mentioned {again}")


def _inside(figure: Figure, source: Span | None) -> bool:
    return source is not None and figure.start < source.end and source.start < figure.end


def _add(reasons: list[str], reason: str) -> None:
    if reason not in reasons:
        reasons.append(reason)
