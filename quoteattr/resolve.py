"""Speaker: who is meant; resolve_speakers: from mentions to who is meant."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Literal

from attrs import define, field, frozen

from .addressing import Addressing, Call, Said
from .case import FAR_BACK, Case, admit, open_case
from .company import LEAST_USES, Company, share_near
from .conversation import Chain, Relation, answering, scenes, turn_taking
from .evidence import Evidence, SourceClass, Sureness, Weights, evidence_of, sureness_of, weights_of
from .exchange import Candidate, Exchange, Turn, are_two, kin_addressed, speech_of
from .held import Held
from .idiolect import Idiolects, words_of
from .lexicon import Lexicon
from .mentions import Mention
from .names import NameIndex
from .narration import SHORT, Learned
from .numbered import Numbered
from .packed import Later, Packed, all_of, let_go
from .persons import Gender, Person, SpeakerType
from .quotations import Quotation
from .scout import REACH, Scout, called_name, find_candidates, find_loosely, strangers_near, told_name
from .sources import MYSELF

How = Literal["explicit", "anaphoric", "implicit"]
_RIVALS, _LEAST_RIVAL = 3, 0.02
"""So many of those who lost are kept, if they were believed in at least so much."""
_PASSES = 2
_CERTAIN = 0.8
"""Whoever was believed in more than so much is taken to have spoken, to learn how they speak."""
_SAMPLE = 300


@frozen(weakref_slot=False)
class Speaker:
    """Who is meant, under the fullest name that the text gives.

    >>> print(Speaker("Ann Lee", aliases=("Ann Lee", "Lee"), gender="f"))
    Ann Lee
    """

    name: str
    aliases: tuple[str, ...] = ()
    _mentions: Sequence[Mention] = field(default=(), repr=False, hash=False, eq=all_of)  # thousands: but for equality
    gender: Gender = "u"
    type: SpeakerType = "person"

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The sources that mean them."""
        return all_of(self._mentions)

    def __str__(self) -> str:
        return self.name


@define(weakref_slot=False)
class Rival:
    """Somebody who may have been the speaker too: their name, how likely, and what spoke for and against them."""

    name: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()


@define(weakref_slot=False)
class Resolution:
    """Who said a turn, how that is known, how surely, and what spoke for it.

    ``confidence`` is that of the answer, source and person; where there is no speaker, of the source.
    ``rivals`` are those who lost, the likeliest first.
    """

    speaker: Speaker | None
    how: How
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    rivals: tuple[Rival, ...] = ()


class Resolutions(Held[Resolution]):
    """A resolution for each turn; those that tell no more than a speaker are made when they are looked at.

    >>> found = Resolutions(2)
    >>> found.put(1, None, found.sort("explicit", 0.9))
    >>> [(one.how, one.confidence) for one in found]
    [('implicit', 0.0), ('explicit', 0.9)]
    """

    def __init__(self, turns: int) -> None:
        self._who: list[Speaker | Resolution | None] = [None] * turns
        self._sorts = array("q", [0]) * turns  # for each that is made what it has in common with others, by number
        self._sort_of: Numbered[tuple[How, float]] = Numbered()
        self.sort("implicit", 0.0)

    def sort(self, how: How, confidence: float) -> int:
        """The number of what many turns have in common."""
        return self._sort_of[how, confidence]

    def put(self, at: int, speaker: Speaker | None, sort: int) -> None:
        """Put in that of a turn that tells no more."""
        self._who[at], self._sorts[at] = speaker, sort

    def put_whole(self, at: int, resolution: Resolution) -> None:
        """Put in that of a turn that tells more, as it is."""
        self._who[at] = resolution

    def __len__(self) -> int:
        return len(self._who)

    def one(self, at: int) -> Resolution:
        """That of a turn."""
        who = self._who[at]
        return who if isinstance(who, Resolution) else Resolution(who, *self._sort_of.things[self._sorts[at]])

    def __iter__(self) -> Iterator[Resolution]:
        sorts = self._sort_of.things
        for who, sort in zip(self._who, self._sorts, strict=True):
            yield who if isinstance(who, Resolution) else Resolution(who, *sorts[sort])

    def speakers(self) -> Iterator[Speaker]:
        """Everybody who says something, in the order in which they do, as often as they do."""
        for who in self._who:
            speaker = who.speaker if isinstance(who, Resolution) else who
            if speaker is not None:
                yield speaker


def decide(case: Case, weights: Weights | None = None, passes: int = _PASSES) -> None:
    """Give each candidate of each turn its share of the belief."""
    weights = weights or weights_of(case.genre)
    if case.cast.narration.learned.speech:
        case.cast.narration.learn(Learned())
    is_short_story = case.genre == "fiction" and len(case.text) <= SHORT
    if is_short_story or any(exchange.settled is None for exchange in case.exchanges):
        _decide_line(case, weights, passes if case.genre == "fiction" else 1)
    for exchange in case.apart:
        _decide_apart(case, exchange, weights)


def _decide_line(case: Case, weights: Weights, passes: int) -> None:
    """The turns that follow each other, scene by scene; in a story once more, by what was learned meanwhile."""
    is_story, is_long = case.genre == "fiction", len(case.text) > SHORT
    scout = Scout(
        case.cast.narration,
        case.exchanges,
        REACH[case.genre],
        spoke=_spoke(case),
        unnamed=case.cast.unnamed,
        described=case.described,
        company=_company(case) if is_story and is_long else {},
    )
    known = {e.number: e.settled.number for e in case.exchanges if e.settled is not None} if is_story else {}
    if is_story and is_long:
        scout.idiolects = Idiolects([words_of(span.text for span in each.turn.content) for each in case.exchanges])
        scout.idiolects.learn(known)
    if is_story:
        scout.addressing = Addressing()
        scout.addressing.learn(_said(case, known))
    for number in range(passes):
        if number:
            if not case.cast.people.persons:
                break  # nobody is about, so there is nothing to learn
            if not is_long:
                _bear_names(case, scout)
            _learn(case, scout)
        for exchange in case.exchanges:
            if exchange.settled is None:
                find_candidates(scout, exchange.number, recall=number > 0)
                if not exchange.candidates:
                    _look_wider(case, scout, exchange)
        if is_story:
            _leave_out_speakers(case)
        for scene in scenes(case.exchanges):
            Chain(case.exchanges[scene.start : scene.stop], weights).solve()


def _spoke(case: Case) -> bytearray:
    """For each person, by number, whether a source settles that they speak."""
    spoke = bytearray(len(case.cast.people.persons))
    for exchange in case.exchanges:
        if exchange.settled is not None:
            spoke[exchange.settled.number] = True
    return spoke


def _look_wider(case: Case, scout: Scout, exchange: Exchange) -> None:
    """Where nobody fits: whom a noun names before, then whoever is about, then whom a noun names behind."""
    strangers = strangers_near(scout, exchange)
    if admit(case, [figure for figure in strangers if figure.start < exchange.start]):
        find_candidates(scout, exchange.number)
    if not exchange.candidates:
        find_loosely(scout, exchange.number)
    if not exchange.candidates and strangers and admit(case, strangers_near(scout, exchange)):
        find_candidates(scout, exchange.number)


def _leave_out_speakers(case: Case) -> None:
    """Nobody answers themselves: where only who speaks in the line beside is about, it is somebody else."""
    text = case.text
    for before, after in pairwise(case.exchanges):
        answered = after.gap == "in the next paragraph" and "?" in text[before.end - 2 : before.end]
        if answered or (after.gap is not None and are_two(before, after, text)):
            for turn, other in ((before, after), (after, before)):
                alone = _only_one(turn) if turn.settled is None and turn.group == "implicit" else None
                if alone is not None and other.source is not None and _only_one(other) is alone:
                    turn.candidates = ()


def _only_one(turn: Exchange) -> Person | None:
    """Who said a turn, where nobody else can have."""
    return turn.settled or (turn.candidates[0].person if len(turn.candidates) == 1 else None)


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
    if scout.addressing is not None:
        scout.addressing.learn(_said(case, certain))
    scout.memory = {key: dict(counts) for key, counts in memory.items()}
    persons = case.cast.people.persons
    usual = {key: _usual(counts) for key, counts in memory.items()}
    nouns = {key: persons[number] for key, number in usual.items() if number is not None}
    case.cast.narration.learn(Learned(nouns, pronouns, speech))


def _said(case: Case, speakers: Mapping[int, int]) -> Iterator[Said]:
    """What somebody is called in each turn, by whom, as far as that is known."""
    people = case.cast.people
    for exchange in case.exchanges:
        speech = speech_of(exchange, people)
        calls: list[Call] = [("to", noun) for noun in kin_addressed(exchange, people)]
        calls += [("to", call) for named in speech.names for call in named]
        calls += [("of", call) for named in speech.mentions for call in named]
        answers = exchange.gap == "in the next paragraph"
        yield Said(exchange.number, calls, speakers.get(exchange.number), answers)


def _bear_names(case: Case, scout: Scout) -> None:
    """Whoever is only a noun and tells their name bears it: *“I am Silas Crewe,” said the stranger*."""
    cast = case.cast
    for exchange in case.exchanges:
        best = winner(exchange)
        person = exchange.settled or (best.person if best is not None else None)
        if person is None or person.type != "unnamed":
            continue
        named = told_name(scout, exchange.number) or called_name(scout, exchange.number)
        if (
            named is None
            or not named.sure
            or scout.has_spoken(named)
            or {"m", "f"} == {*map(cast.people.gender, (person, named))}
        ):
            continue
        for key in [key for key, who in cast.unnamed.items() if who is person]:
            cast.unnamed[key] = cast.narration.nouns[key] = named
        for at, each in enumerate(case.exchanges):
            if each.settled is person:
                each.settled = named
                case.exchanges[at] = each
        scout.note_settled()


def _usual(counts: Counter[int]) -> int | None:
    """Whom a noun means, by how often it was taken to mean each: more than once, and more than three times in five.

    >>> _usual(Counter({7: 4, 8: 2})), _usual(Counter({7: 3, 8: 2})), _usual(Counter({7: 2})), _usual(Counter({7: 1}))
    (7, None, 7, None)
    """
    (number, count), *_ = counts.most_common(1)
    return number if count > 1 and count > 0.6 * counts.total() else None


def _decide_apart(case: Case, exchange: Exchange, weights: Weights) -> None:
    """A turn that stands in another, or that is told in the writer's words: by itself."""
    source = exchange.turn.source
    if exchange.inside and source is not None and source.head.text.lower() in MYSELF:
        outer = _around(case, exchange)
        exchange.settled, exchange.group, exchange.candidates = outer.settled, outer.group, outer.candidates
        return
    if exchange.inside and exchange.gender in ("m", "f"):
        exchange.settled = _named_inside(case, exchange)
    if exchange.settled is None:
        scout = Scout(case.cast.narration, [exchange], REACH[case.genre], unnamed=case.cast.unnamed)
        find_candidates(scout, 0)
        if not exchange.candidates:
            find_loosely(scout, 0)
        if exchange.inside and exchange.gender in ("m", "f"):
            present = _talking(case, _around(case, exchange))
            exchange.candidates = [each for each in exchange.candidates if each.person not in present]
        Chain([exchange], weights).solve()


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
    for at in reversed(people.index.within(_around(case, exchange).start, exchange.start)[-FAR_BACK:]):
        person = people.at(at)
        if person is not None and people.gender(person) == exchange.gender:
            return person
    return None


def winner(exchange: Exchange) -> Candidate | None:
    """The likeliest candidate of a turn."""
    return max(exchange.candidates, key=lambda c: c.share, default=None)


@define(eq=False)
class _Mentions:
    """The sources that mean each person: some texts mean somebody new each time, so they are kept in columns."""

    turns: Sequence[Turn]
    last: array[int]  # for each person, by number, the turn told last whose source means them; -1 where there is none
    before: array[int]  # for each turn the one told before of which this holds, too

    @classmethod
    def of(cls, turns: Sequence[Turn], persons: int) -> _Mentions:
        """Those of so many persons, before any is told."""
        return cls(turns, array("q", [-1]) * persons, array("q", [-1]) * len(turns))

    def add(self, number: int, place: int) -> None:
        """Tell that the source of the turn at a place means somebody."""
        self.before[place], self.last[number] = self.last[number], place

    def places(self, number: int) -> Sequence[int]:
        """The places of the turns whose sources mean somebody, in their order."""
        found = []
        place = self.last[number]
        while place >= 0:
            found.append(place)
            place = self.before[place]
        return sorted(found)

    def sources(self, number: int) -> tuple[Mention, ...]:
        """The sources that mean somebody."""
        return tuple([source for at in self.places(number) if (source := self.turns[at].source) is not None])


@define(eq=False)
class _Report:
    """From shares to what the caller sees; the turns of the case are gone, one after the other, once it is told."""

    case: Case
    weights: Weights
    mentions: _Mentions = field(init=False)
    sources: Callable[[int], Sequence[Mention]] = field(init=False)  # by number
    speakers: list[Speaker | None] = field(init=False)  # by number,
    names: dict[int, str] = field(factory=dict)  # and the names of those who lost
    last: Exchange | None = None  # the turn before in the line,
    older: Exchange | None = None  # and the one before that
    found: Resolutions = field(init=False)
    evidence: dict[tuple[SourceClass, int, tuple[str, ...]], tuple[Evidence, ...]] = field(factory=dict)
    sureness: Mapping[str, Sureness] = field(init=False)  # for each way to know a speaker,
    sorts: dict[tuple[How, str, float], int] = field(factory=dict)  # and of all who are settled so by such a source

    def __attrs_post_init__(self) -> None:
        """Note what holds for all."""
        case, persons = self.case, len(self.case.cast.people.persons)
        self.sureness = sureness_of(case.genre)
        self.mentions = _Mentions.of(case.turns, persons)
        self.sources = self.mentions.sources  # one for all that ask for theirs later
        self.speakers = [None] * persons
        self.found = Resolutions(len(case.turns))

    def run(self) -> Resolutions:
        """A resolution for each turn, in the order of the turns."""
        case = self.case
        for exchange in chain(case.exchanges, case.apart):
            person = exchange.settled
            if person is None and not exchange.silent and (best := winner(exchange)) is not None:
                person = best.person
            if person is not None and exchange.turn.source is not None:
                self.mentions.add(person.number, exchange.place)
        for exchange in let_go(case.exchanges):
            self._resolve(exchange)
            self.last, self.older = exchange, self.last
        for exchange in let_go(case.apart):
            self._resolve(exchange)
        return self.found

    def _name(self, person: Person) -> str:
        """The name of somebody who lost."""
        known = self.names.get(person.number)
        if known is None:
            known = self.names[person.number] = person.name or "?"
        return known

    def _speaker(self, person: Person) -> Speaker:
        known = self.speakers[person.number]
        if known is None:
            known = self.speakers[person.number] = Speaker(
                person.name or "?",
                person.aliases,
                self._mentions(person.number),
                self.case.cast.people.gender(person),
                person.type,
            )
        return known

    def _mentions(self, number: int) -> Sequence[Mention]:
        """The sources that mean somebody; found when they are read, where the turns are packed."""
        if not isinstance(self.case.turns, Packed):
            return self.sources(number)
        return Later(self.sources, len(self.mentions.places(number)), number)

    def _resolve(self, exchange: Exchange) -> None:
        """Tell who said a turn."""
        turn, settled = exchange.turn, exchange.settled
        how: How = "implicit" if turn.source is None else "explicit" if turn.source.form == "name" else "anaphoric"
        source = turn.confidence if turn.source is not None else 1.0
        if settled is not None:
            way = "name" if settled.type == "person" or settled.names else "unnamed"
            sort = self.sorts.get((how, way, source))
            if sort is None:
                sort = self.sorts[how, way, source] = self.found.sort(how, self.sureness[way].of(source, 1.0))
            self.found.put(exchange.place, self._speaker(settled), sort)
        elif exchange.silent or not exchange.candidates:
            sure = source if turn.source is not None else 0.0
            self.found.put(exchange.place, None, self.found.sort(how, sure))
        else:
            self.found.put_whole(exchange.place, self._resolution(exchange, how, source))

    def _resolution(self, exchange: Exchange, how: How, source: float) -> Resolution:
        """Who said a turn, of several who may have."""
        best, *others = sorted(exchange.candidates, key=lambda c: -c.share)
        confidence = self.sureness[exchange.group].of(source, best.share)
        # what doubt leaves is shared among the others, but nobody who lost is likelier than who won
        left = min(confidence / best.share, (1.0 - confidence) / (1.0 - best.share) if best.share < 1.0 else 0.0)
        rivals = tuple(
            Rival(self._name(each.person), each.share * left, self._evidence(exchange, each))
            for each in others[:_RIVALS]
            if each.share * left >= _LEAST_RIVAL
        )
        evidence = self._evidence(exchange, best)
        return Resolution(self._speaker(best.person), how, confidence, evidence, rivals)

    def _evidence(self, exchange: Exchange, candidate: Candidate) -> tuple[Evidence, ...]:
        """What spoke for somebody and against them, the weightiest first, made once for all with the same reasons."""
        taking = self._turn_taking(exchange, candidate.person)
        key = exchange.group, id(candidate.reasons), taking
        found = self.evidence.get(key)
        if found is None:
            weight_of = self.weights[exchange.group].get
            reasons = enumerate((*candidate.reasons, *taking))
            weighed = sorted(
                [(-abs(weight), at, reason, weight) for at, reason in reasons if (weight := weight_of(reason))]
            )
            found = self.evidence[key] = tuple([evidence_of(reason, weight) for _, _, reason, weight in weighed])
        return found

    def _turn_taking(self, exchange: Exchange, person: Person) -> tuple[str, ...]:
        """What it tells of somebody that they spoke last, or last but one."""
        last, older = self.last, self.older
        if exchange.gap is None or last is None:
            return ()
        before = older.likely if older is not None and last.gap is not None else None
        relation: Relation = "on" if person is last.likely else "back" if person is before else "new"
        return turn_taking(relation, exchange, last.gap), answering(relation, exchange)


def resolve_speakers(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    quotations: Sequence[Quotation],
    turns: Sequence[Turn],
    lexicon: Lexicon,
    *,
    names: NameIndex | None = None,
    characters: Sequence[object] = (),
) -> Resolutions:
    """Who says each turn; nobody one that is nameless.

    A name beside the cue settles it. Pronouns, nouns and turns with no source are decided together,
    scene by scene (see :mod:`quoteattr.conversation`).

    >>> from quoteattr.lexicon import english
    >>> from quoteattr.span import Span
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
    if all(turn.nameless for turn in turns):
        return Resolutions(len(turns))
    case = open_case(text, paragraphs, quotations, turns, lexicon, names=names, characters=characters)
    weights = weights_of(case.genre)
    decide(case, weights)
    report = _Report(case, weights)
    case.cast.let_go()
    return report.run()
