"""Case: a text with its turns, on the way to who says them; open_case: all but the decision."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

import regex
from attrs import define, field

from .cast import ARTICLE, Cast, squeezed
from .deeds import deed_behind
from .described import describe
from .evidence import Genre
from .exchange import Exchange, Turn, answer_of, gap_between, speech_of
from .figures import Figure
from .genre import genre_of
from .lexicon import PERSONS, Lexicon
from .line import Line, line_of
from .names import NameIndex, find_names
from .narration import BRIEF, SHORT, Narration, Places
from .persons import Character, Person, find_persons
from .quotations import Quotation
from .sources import (
    BODY_REACH,
    Sources,
    bearers_of,
    is_known,
    is_office,
    read_source,
    spoken_of,
    told_behind,
    who_is_named,
)
from .span import Span

_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
_KNOWN, FAR_BACK = 3, 200
"""Who is named so often may be whom a noun means; so many names are looked at where one is sought before a turn."""
_TOP, _LONGEST_BYLINE = 6, 80
_JOINING = frozenset(("and", "&", "de", "van", "von", "for", "of", "the"))
_SURELY_OWN = ("y name is ", "y name's ", "y name’s ", "y name was ", " call myself ", " called myself ")
_OWN = (*_SURELY_OWN, " called me ", "I am ", "I'm ", "I’m ")
"""What stands before a narrator's own name."""
_ENDS_NAME = frozenset(',.;:!?—”"')
_I = regex.compile(r"\bI\b(?![’'.])")
_EACH = 500
"""A narrator says *I* in the narration at least once in so many characters."""
_SELDOM, _NEAR, _BESIDE, _AGAIN, _MARKS = 0.15, 8, 2, 3, 12
"""A narrator's own name is at most this share of the time in the narration, or no paragraph so near to where others
use it, once or again and again, tells of somebody who has it; signs beside a name that is all of a turn are so many.
"""
_NEW = regex.compile(r"\b(?:An?|Another|One)\s")


@define(eq=False)
class Case:
    """A text with its turns, on the way to who says them.

    It has an exchange for each turn that is not nameless: ``exchanges`` those that follow each other in one line,
    ``apart`` those that stand in others or, in a story, are told in the writer's words.
    """

    text: str
    turns: Sequence[Turn]
    cast: Cast
    genre: Genre
    exchanges: list[Exchange] | Line = field(factory=list)
    apart: list[Exchange] | Line = field(factory=list)
    described: dict[str, list[Person]] = field(factory=dict)


def open_case(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    quotations: Sequence[Quotation],
    turns: Sequence[Turn],
    lexicon: Lexicon,
    *,
    names: NameIndex | None = None,
    characters: Sequence[object] = (),
) -> Case:
    """Read the names, the narration and the sources of turns in the order of the text; everything but the decision."""
    index = names if names is not None else find_names(text, lexicon)
    people = find_persons(index, lexicon, [Character.of(c) for c in characters])
    masks = _merged(chain(_bylines(text, paragraphs), (quotation.span for quotation in quotations)))
    genre = genre_of(text, turns, people)
    news = genre == "news"
    narration = Narration(text, paragraphs or [(0, len(text))], masks, people, look_back=1 if news else 3, steady=news)
    cast = Cast(people, narration)
    case = Case(text, turns, cast, genre, line_of(turns), line_of(turns))
    _find_narrator(case)
    _read_sources(case)
    (_admit_nouns if case.genre == "fiction" else _admit_strangers)(case)
    if len(text) <= SHORT:
        _settle_thirds(case)
    if len(text) <= BRIEF and not news:
        _trust_doers(case)
    return case


def _trust_doers(case: Case) -> None:
    """Take a name that tells no person by itself for one where it does what people do: *Rawley told the story*."""
    people, index = case.cast.people, case.cast.people.index
    for person in people.persons:
        if not person.sure and person.type == "person":
            ends = (index.ends[at] for surface in person.surfaces for at in index.runs().get(surface, ()))
            person.sure = any(deed_behind(case.text, end, people.lexicon) for end in ends)


def _bylines(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Span]:
    """The lines near the top that name who wrote an article, *By Ann Lee and Bo Ray*: they tell of nobody."""
    return [
        Span(start, end, text)
        for start, end in paragraphs[:_TOP]
        if end - start < _LONGEST_BYLINE
        and text.startswith(("By ", "BY "), start)
        and all(word[0].isupper() or word in _JOINING for word in text[start:end].split())
    ]


def _merged(spans: Iterable[Span]) -> Places:
    """Where stretches start and end, in order, those that overlap made one."""
    starts, ends = array("q"), array("q")
    for start, end in sorted([(span.start, span.end) for span in spans]):
        if not starts or start > ends[-1]:
            starts.append(start)
            ends.append(end)
        elif end > ends[-1]:
            ends[-1] = end
    return starts, ends


def _find_narrator(case: Case) -> None:
    """Who says I outside the quotations, if somebody does: as a source, or again and again in a story."""
    is_speech = case.cast.narration.is_speech
    sources = (turn.source for turn in case.turns if turn.source is not None and turn.source.form == "pronoun")
    says_i = any(source.head.text == "I" and not is_speech(source.span.start) for source in sources)
    if says_i or (case.genre == "fiction" and _is_told_by_one(case)):
        narrator = case.cast.stranger("I", "person")
        case.cast.narrator = case.cast.narration.narrator = narrator


def _is_told_by_one(case: Case) -> bool:
    """Whether the narration has as many *I* as a story has that somebody tells who is in it."""
    said = sum(not case.cast.narration.is_speech(found.start()) for found in _I.finditer(case.text))
    return said * _EACH > len(case.text)


def _read_sources(case: Case) -> None:
    """Make an exchange of each turn, and settle what its source settles.

    Those that follow each other stand in one line; those inside others, in stories indirect ones too, apart.
    """
    sources, narration = Sources(case.cast, case.text, case.genre), case.cast.narration
    line, covered, paragraph = case.exchanges, 0, 0
    last: tuple[Exchange, Span] | None = None  # in the line, and what ends it
    for place, turn in enumerate(case.turns):
        if turn.nameless:
            continue
        start, end = turn.content[0].start, turn.content[-1].end
        here = narration.paragraph_of(start)
        paragraph = here if here != paragraph else paragraph  # one number for all turns of a paragraph
        exchange = Exchange(case.turns, place, 0, paragraph, start, end, kind=turn.kind, inside=end <= covered)
        if exchange.inside or (turn.kind == "indirect" and case.genre == "fiction"):
            _read_source(case, sources, exchange)
            case.apart.append(exchange)
            continue
        covered = end if turn.kind == "direct" else covered
        exchange.number = place if place == len(line) else len(line)  # one number for both
        if last is not None and not narration.parted(last[0].paragraph, paragraph):
            exchange.gap = gap_between(last[0], exchange)
            exchange.answer = answer_of(last[1].text, turn.cue)
        last = exchange, turn.content[-1]
        _read_source(case, sources, exchange)
        line.append(exchange)
    if case.cast.narrator is not None:
        _name_narrator(case, case.cast.narrator)
    if any(exchange.key for exchange in case.exchanges):
        kind_of = case.cast.people.lexicon.kind_of
        keys = {exchange.key.rpartition(" ")[2] for exchange in case.exchanges if exchange.key}
        told = describe(case.cast.people, keys if case.genre == "news" else None)  # stories ask for other nouns later
        if len(case.text) > SHORT:  # Ann Lee, a girl of twelve, is not *the girl* of a whole book
            told = {noun: who for noun, who in told.items() if kind_of(noun) != "person"}
        case.described.update(told)
        if case.genre == "news":
            _settle_offices(case)


def _read_source(case: Case, sources: Sources, exchange: Exchange) -> None:
    """Settle what the source of a turn settles, or who is named right behind it."""
    turn, source = exchange.turn, exchange.turn.source
    if turn.addressee is not None and turn.addressee.form == "name":
        exchange.told = who_is_named(sources, turn.addressee)
    if source is None:
        exchange.settled = told_behind(sources, exchange.end)
        return
    read_source(sources, exchange, source, label=turn.cue is not None and turn.cue.form == "mark")
    if exchange.settled is None:
        return
    if exchange.settled.type in ("organisation", "document"):
        case.cast.last_body = exchange.settled
    bearers = bearers_of(sources, source)
    if len(bearers) > 1 and exchange.settled in (exchange.told, spoken_of(sources, turn)):  # looked through but then
        exchange.settled = max((one for one in bearers if one is not exchange.settled), key=lambda one: one.count)


_PLACED = regex.compile(r" (?:of|for) (?:the )?\p{Lu}")  # the mayor | of Ulm


def _settle_offices(case: Case) -> None:
    """An office alone, or *his lawyer*, means the one person introduced so; where all are otherwise, nobody named."""
    cast, lexicon = case.cast, case.cast.people.lexicon
    described = {person.number for persons in case.described.values() for person in persons}
    for exchange in case.exchanges:
        source = exchange.turn.source
        if source is None or not exchange.key:
            continue
        office, noun = (
            ARTICLE.sub("", source.text).lower().partition(" of ")[0],
            source.head.text.rpartition(" ")[2].lower(),
        )
        owned = source.text.partition(" ")[0].lower() in _OWNERS and lexicon.kind_of(noun) in PERSONS
        if not owned and not (office.title() in lexicon.titles and is_office(noun, lexicon)):
            continue
        before = _named_before(case, exchange.start)
        bearers = [person for person in before if person in case.described.get(office, ())]
        if len(bearers) == 1:
            exchange.settled = bearers[0]
        elif not bearers and (
            owned or _PLACED.search(source.text) or all(person.number in described for person in before)
        ):
            exchange.settled = cast.called(office if owned else exchange.key, source.text, gender=exchange.gender)


def _settle_thirds(case: Case) -> None:
    """In a talk where two are named one after the other, a noun that tells of nobody known is a third."""
    for first, second, third in zip(case.exchanges, case.exchanges[1:], case.exchanges[2:], strict=False):
        if third.settled is not None or not third.key or third.owner is not None or third.key in case.described:
            continue
        named = {one.settled for one in (first, second) if one.settled is not None and is_known(one.settled)}
        if len(named) < 2 or not second.gap == third.gap == "in the next paragraph":
            continue
        third.settled = case.cast.unnamed.get(third.key)


def _named_before(case: Case, start: int) -> Sequence[Person]:
    """The people whom the text names before a place, the last one first."""
    index, people = case.cast.people.index, case.cast.people
    named = map(people.at, reversed(index.before(start)[-FAR_BACK:]))
    return list(dict.fromkeys(one for one in named if one is not None and one.type == "person" and one.sure))


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
            own = words in _SURELY_OWN or (person is not None and is_known(person))
            if person is not None and own and _told_by(case, behind) is narrator:
                yield person


def _told_by(case: Case, position: int) -> Person | None:
    """Who tells what stands at a place: the narrator outside quotations."""
    if not case.cast.narration.is_speech(position):
        return case.cast.narrator
    turn = case.exchanges[max(0, bisect_right(case.exchanges, position, key=lambda each: each.start) - 1)]
    return turn.settled if turn.direct and position < turn.end else None


def _addressed_as(case: Case, narrator: Person) -> Person | None:
    """Who bears a name by which others address the narrator, and which the narration does not use.

    Of somebody else of that name it may tell elsewhere, as long as nobody who bears it speaks.
    """
    called: dict[int, list[int]] = {}
    persons = case.cast.people.persons
    for before, after in pairwise(case.exchanges):
        if (before.settled is narrator) != (after.settled is narrator):
            other = after if before.settled is narrator else before
            for number in speech_of(other, case.cast.people).addressed:
                if not other.answer or other.end - other.start > len(persons[number].name) + _MARKS:  # “Ann Lee.”
                    called.setdefault(number, []).append(other.paragraph)
    speak = {exchange.settled for exchange in case.exchanges}
    for number in sorted(called, key=lambda number: -len(called[number])):
        person = persons[number]
        if is_known(person):
            told = _told_of(case, person)
            near = _BESIDE if len(called[number]) >= _AGAIN else _NEAR
            beside = {there for here in called[number] for there in range(here - near, here + near + 1)}
            if (person not in speak and beside.isdisjoint(told)) or len(told) <= person.count * _SELDOM:
                return person
    return None


def _told_of(case: Case, person: Person) -> list[int]:
    """The paragraphs in which the narration names a person, one for each time."""
    index, narration = case.cast.people.index, case.cast.narration
    runs = index.runs()
    places = [index.starts[at] for surface in person.surfaces for at in runs.get(surface, ())]
    return [narration.paragraph_of(place) for place in places if not narration.is_speech(place)]


def _replace(case: Case, old: Person, new: Person) -> None:
    new.type = "person"
    case.cast.narrator = case.cast.narration.narrator = new
    for line in (case.exchanges, case.apart):
        for at, exchange in enumerate(line):
            if exchange.settled is old:
                exchange.settled = new
                line[at] = exchange


def _admit_nouns(case: Case) -> None:
    """Let nouns for people that may speak be people: those with a cue, in short texts all subjects, in a scene all."""
    cast, narration = case.cast, case.cast.narration
    short, brief = len(case.text) <= SHORT, len(case.text) <= BRIEF
    near = sorted({p for e in case.exchanges for p in range(max(0, e.paragraph - 3), e.paragraph + 1)}) if short else ()
    kin = {e.source.start for e in case.exchanges if e.source and _is_kin(e.key, cast)}  # who have a name, as a rule
    for _ in range(2 if short else 1):  # once more, for whose daughter she is shows when it is known who *her* is
        wanted = {e.key for e in case.exchanges if e.key}
        for paragraph in near:
            for figure in narration.read(paragraph):
                if figure.form == "noun" and (figure.subject or brief) and figure.person is None:
                    wanted.add(figure.key)
                    if figure.start not in kin or figure.key not in cast.unnamed:
                        _first_called(cast, figure, case.text)
        for key in wanted:
            described = case.described.get(key, ())
            narration.nouns.setdefault(key, _best_known(described) or _only_titled(case, key) or cast.unnamed[key])
        narration.forget()


def _is_kin(key: str, cast: Cast) -> bool:
    """Whether a noun tells whose kin somebody is."""
    return cast.people.lexicon.kind_of(key.rpartition(" ")[2]) == "kin"


def _admit_strangers(case: Case) -> None:
    """Let *he* be somebody new who is the subject of a sentence before it: *A clerk came. The file, he said, …*."""
    admit(case, _strangers(case))


def _strangers(case: Case) -> Iterator[Figure]:
    """The nouns with *a* that act before a turn of *his* or *hers*, and that are nobody yet."""
    narration = case.cast.narration
    for exchange in case.exchanges:
        if exchange.group != "pronoun":
            continue
        begin = max(narration.paragraphs[exchange.paragraph][0], exchange.start - BODY_REACH)
        if _NEW.search(case.text, begin, exchange.start):
            for figure in narration.near(exchange.paragraph, exchange.start, exchange.start):
                nobody = figure.form == "noun" and figure.subject and figure.person is None
                if nobody and figure.end <= exchange.start and _NEW.match(case.text, figure.start):
                    yield figure


def admit(case: Case, nouns: Iterable[Figure]) -> bool:
    """Let nouns be people; tells if there are any."""
    cast, narration = case.cast, case.cast.narration
    admitted = False
    for figure in nouns:
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


def _only_titled(case: Case, noun: str) -> Person | None:
    """Who alone has a noun for a title: *the inspector* is Detective Inspector Moe, where there is no other."""
    people = case.cast.people
    if len(case.text) > SHORT or not is_office(noun, people.lexicon):
        return None
    bearers = [person for person in people.persons if person.titles and people.bears(person, noun)]
    return bearers[0] if len(bearers) == 1 else None


def _first_called(cast: Cast, figure: Figure, text: str) -> None:
    person = cast.called(figure.key, text[figure.start : figure.end])
    if person.count <= 1:
        person.fixed_name = squeezed(text[figure.start : figure.end])
