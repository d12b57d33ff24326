"""Narration: who is mentioned in it, paragraph by paragraph.

Narration is what stands outside quotation marks. Each paragraph is read once, when somebody asks
for it, from left to right: names, pronouns and common nouns for people, with the sentence they stand
in and whether they look like its subject (the first one that no preposition precedes).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final, NamedTuple

from attrs import define, field, frozen

from .figures import TOGETHER, Figure, FigureForm, Figures
from .lexicon import PERSONS
from .packed import Pairs
from .persons import People, Person
from .pieces import FIRST_PERSON, PRONOUNS, pieces_of
from .span import Span

_OWNS = frozenset({"his", "her", "my"})
_APART = frozenset("old elderly elder young younger little other first second third".split())
"""Adjectives that tell one lady from another."""
_OWNERS = frozenset({"his", "her", "my", "their", "its", "our", "your"})
_NAMING = re.compile(r"\s+|,\s+|,?\s+(?:called|named|whose name was|by the name of)\s+")
_NAMING_APART = re.compile(r"\s+(?:of|for|at)\s+(?:[\w'’-]+\s+){0,4}[\w'’-]+,\s+")
"""What parts a noun for somebody from the name, which a comma follows: *a spokesman* for the port, *Moe*,."""
_SENTENCE_END = re.compile(r"[.!?\n]")
_FRONTING = frozenset("After Although As Before Even If Once Since Though Until When While".split())
"""What opens a sentence whose main clause comes later, as participles do: *When* she sat, *Asked* what she hoped."""
_TOLD = re.compile(r"(?:[A-Z][a-z]+ed|Told)\b")
"""What opens a sentence before its subject, who is told or asked something: *Asked* about Moe, she said so."""
_CLOSES = re.compile(r"[,.;:!?)—–-]|\s+(?:of|who|whose|from)\b|$")
"""What stands behind a noun that tells who has been named: *Lee, the smith of Ulm, …*, not *to Lee, the smith went*."""
_ROLE_BEHIND = re.compile(r"[ \n](?:(?P<of>[a-z]+)[ \n])?(?P<role>[a-z]+)(?=[ \n][A-Z])")
_ROLE_ALONE = re.compile(r"[ \n](?P<role>[a-z]+)\b")
_HIS = frozenset({"his", "her", "my"})  # head is not the head of something
_HEADING, _FAR = 90, 12
"""A heading is shorter than this; further apart than so many paragraphs two scenes are parted anyway."""
_BREAK = re.compile(
    r"(?:[^a-z\u00df-\u024f]*|(?:[Cc]hapter|[Pp]art|[Bb]ook|[Ss]cene|[Aa]ct)\s+\S+|\d{1,2}[:.]\d\d\b[^\n]*)$"
)
_NEAR = 80
"""Figures of one paragraph further from a turn than so many do not matter to it."""
_PARTING = frozenset(("P", ".", ","))
"""Kinds of words behind which nothing belongs to the determiner before them."""
SHORT = 20_000
"""In texts up to this length any noun for a person may turn out to speak, in longer ones those with a cue."""
BRIEF = 1_500
"""In a story of a few paragraphs everybody is seldom named."""
_PHRASE = 5
"""A noun belongs to a determiner at most so many words before it."""
_FOLLOWED = 0.3
"""What *he* behind a sentence about *the guest* tells of the gender."""
_LATE: Final = 8  # the last figures that are read, which words behind them may change
_MET_LIMIT, _LONG_PARAGRAPH = 2_000, 100_000
_LOOK_BACK = 3
"""A pronoun's antecedent is sought in so many paragraphs before its own, unless the caller has it otherwise."""


_Change = tuple[int, bool | None, bool, int | None, str | None, str | None, int]
"""What words that are nobody change: sentences that end, whether the next word is behind a preposition, whether it is
apart from an *and*, how far back the determiner stands (-1: none any more), its word, the last adjective, and the words
since. None: as it was.
"""
_NO_CHANGE: _Change = (0, None, False, None, None, None, 0)
_Event = tuple[str, str, int, int, _Change]
"""A word that may be somebody: its kind, itself in small letters, where it starts and ends (of a name: which run), and
what the words since the last such word have changed."""


_NOBODY: Mapping[str, Person] = {}
"""Whom the next pronouns mean behind a paragraph that tells of nobody."""


class Met(NamedTuple):
    """Who is met in a paragraph: how many figures are somebody, and everyone once.

    ``last`` goes from the end and has the last figure of each that is more than a possessor; ``counts`` has the number
    of each and how often they are met.
    """

    steps: int
    last: Sequence[Figure]
    counts: Mapping[int, int]


def _met(figures: Sequence[Figure], most: int) -> Met:
    """Who is met in the last so many figures of a paragraph."""
    last: dict[Person, Figure] = {}
    counts: dict[int, int] = {}
    steps = 0
    for figure in reversed(figures[-most:]):
        person = figure.person
        if person is not None:
            steps += 1
            counts[person.number] = counts.get(person.number, 0) + 1
            if not figure.possessor and person not in last:
                last[person] = figure
    return Met(steps, [*last.values()], counts)


def _make_room(memo: dict[int, Any]) -> None:
    """Forget what was found of paragraphs, now far off, where it is much."""
    if len(memo) > _MET_LIMIT:
        memo.clear()


@define(eq=False)
class _Reader:
    """The state of one reading of a paragraph, from left to right."""

    figures: list[Figure] = field(factory=list)
    last: dict[str, Person] = field(factory=dict)  # for each gender whom the next pronoun means,
    told: dict[str, int] = field(factory=dict)  # and the last sentence of the paragraph that mentions them
    steady: bool = False  # whether they give way to the subject of a sentence alone
    sentence: int = 0
    taken: bool = False
    behind: bool = False
    joined: bool = False
    determiner: int = -1
    owner: str = ""
    adjective: str = ""
    words: int = 0

    def move(self, change: _Change, to: int) -> None:
        """Pass over words that are nobody."""
        stops, behind, apart, back, owner, adjective, words = change
        if stops:
            self.sentence += stops
            self.taken = False
        if behind is not None:
            self.behind = behind
        if apart:
            self.joined = False
        if back is not None:
            self.determiner = to - back if back >= 0 else -1
        if owner is not None:
            self.owner, self.words = owner, 0
        if adjective is not None:
            self.adjective = adjective
        self.words += words

    def add(
        self,
        start: int,
        end: int,
        form: FigureForm,
        person: Person | None,
        gender: str,
        *,
        owns: bool,
        key: str = "",
        meant: bool = True,
    ) -> None:
        """Note a figure, and whether it is the subject of its sentence, and may be meant by the next pronoun."""
        subject = not owns and not self.behind and (not self.taken or self.joined)
        if subject:
            self.taken = True
        if person is not None and gender in ("m", "f", "u") and not owns and meant:
            self.keep(person, gender, subject=subject)
        figure = start, end, form, person, gender, self.sentence, subject, owns, key
        self.figures.append(tuple.__new__(Figure, figure))  # half the time of Figure(*figure)
        self.behind = self.joined = False
        self.determiner = -1

    def keep(self, person: Person, gender: str, *, subject: bool) -> None:
        """Let the next pronoun mean somebody, unless their sentence has mentioned another one before as more.

        *Ida saw Per. He waved* means Per, be it Otto of whom was told before; *Otto saw Per. He waved* means Otto. In
        news, which tells of one man all along, only a subject takes the place of another.
        """
        known = self.last.get(gender)
        if subject or known is None or (not self.steady and self.told.get(gender, -1) < self.sentence):
            self.last[gender] = known = person
        if known is person:
            self.told[gender] = self.sentence


@frozen(eq=False)
class Learned:
    """What a first look at the speakers tells of the narration.

    ``nouns`` has whom a noun means, ``pronouns`` whom the pronoun at a place means, ``speech`` by paragraph where
    speech ends and who spoke.
    """

    nouns: Mapping[str, Person] = field(factory=dict)
    pronouns: Mapping[int, Person] = field(factory=dict)
    speech: Mapping[int, Sequence[tuple[int, Person]]] = field(factory=dict)


Places = tuple[Sequence[int], Sequence[int]]
"""Where stretches of the text start, and where they end."""


def _parted(text: str, start: int, end: int) -> Iterator[str]:
    """What stands between the blanks of a long stretch; all of it at once would take many times the room."""
    while (stop := text.find(" ", start + _LONG_PARAGRAPH, end)) >= 0:
        yield from text[start:stop].split(" ")
        start = stop + 1
    yield from text[start:end].split(" ")


@define(eq=False)
class Narration:
    """Who is mentioned outside quotation marks, paragraph by paragraph.

    >>> from quoteattr.lexicon import english
    >>> from quoteattr.names import find_names
    >>> from quoteattr.persons import find_persons
    >>> text = "Ann met Tom. She smiled. “No, Per.”"
    >>> people = find_persons(find_names(text, english()), english())
    >>> narration = Narration(text, [(0, len(text))], ([25], [35]), people)
    >>> [(text[f.start : f.end], f.person.name, f.subject) for f in narration.read(0)]
    [('Ann', 'Ann', True), ('Tom', 'Tom', False), ('She', 'Ann', True)]
    """

    text: str = field(repr=False)
    paragraphs: Sequence[tuple[int, int]] = field(repr=False)
    masks: Places = field(repr=False)
    people: People = field(repr=False)
    narrator: Person | None = None
    look_back: int = _LOOK_BACK
    steady: bool = field(default=False, repr=False)
    nouns: dict[str, Person] = field(factory=dict, repr=False)
    learned: Learned = field(factory=Learned, repr=False)
    _starts: Sequence[int] = field(init=False, repr=False)
    _mask_starts: Sequence[int] = field(init=False, repr=False)
    _mask_ends: Sequence[int] = field(init=False, repr=False)
    _read: list[Sequence[Figure] | None] = field(init=False, repr=False)  # for each paragraph, as far as it is read
    _last: list[Mapping[str, Person]] = field(init=False, repr=False)
    _events: list[Sequence[_Event] | None] = field(init=False, repr=False)
    _changes: dict[_Change, _Change] = field(factory=dict, repr=False)
    _met: dict[int, Met] = field(factory=dict, repr=False)
    _named: dict[int, Sequence[Person]] = field(factory=dict, repr=False)
    _met_before: dict[int, int] = field(factory=dict, repr=False)
    _met_after: dict[int, int] = field(factory=dict, repr=False)
    _voted: set[int] = field(factory=set, repr=False)
    _meant: dict[int, Person | None] = field(factory=dict, repr=False)  # by pronouns that are now known to mean others
    scenes: list[int] = field(init=False, repr=False)
    """For each paragraph the number of its scene; what parts two scenes belongs to the second."""

    def __attrs_post_init__(self) -> None:
        """Make the lists that are searched."""
        paragraphs = self.paragraphs
        self._starts = paragraphs.starts if isinstance(paragraphs, Pairs) else [start for start, _ in paragraphs]
        self._mask_starts, self._mask_ends = self.masks
        breaks = [end - start < _HEADING and self._is_break(start, end) for start, end in self.paragraphs]
        self.scenes = list(accumulate(breaks, initial=0))[1:]
        self._events = [None] * len(self.paragraphs)
        self.forget()

    def paragraph_of(self, position: int) -> int:
        """The number of the paragraph that holds a position, or of the one before it."""
        return bisect_right(self._starts, position, 1) - 1

    def _is_break(self, start: int, end: int) -> bool:
        """Whether a short paragraph only parts two scenes: asterisks, a numeral, capitals, a time stamp."""
        return _BREAK.match(self.text, start, end) is not None and not self.is_speech(start)

    def parted(self, before: int, after: int) -> bool:
        """Whether a scene ends between two paragraphs."""
        return self.scenes[after] > self.scenes[max(before, after - _FAR)]

    def is_speech(self, position: int) -> bool:
        """Whether a position lies in quotation marks."""
        at = bisect_right(self._mask_starts, position) - 1
        return at >= 0 and position < self._mask_ends[at]

    def names(self, person: Person) -> bool:
        """Whether somebody is named outside quotation marks."""
        index = self.people.index
        runs = index.runs()
        return any(not self.is_speech(index.starts[at]) for each in person.surfaces for at in runs.get(each, ()))

    def meant_by(self, pronoun: Span) -> Person | None:
        """Whom a pronoun means by what is told before it, be it known by now to mean somebody else."""
        at = pronoun.start
        figures = self.near(self.paragraph_of(at), at, at)
        return self._meant[at] if at in self._meant else next((f.person for f in figures if f.start == at), None)

    def owner_at(self, position: int) -> Person | None:
        """Whom the *his* or *her* at a position means."""
        for figure in self.near(self.paragraph_of(position), position, position):
            if figure.start == position and figure.possessor:
                return figure.person
        return None

    def pieces(self, paragraph: int) -> Iterator[tuple[int, int]]:
        """The stretches of narration of a paragraph."""
        start, end = self.paragraphs[paragraph]
        starts, ends = self.masks
        at = bisect_right(starts, start, 1) - 1
        while at < len(starts) and starts[at] < end:
            if ends[at] > start:
                if starts[at] > start:
                    yield start, starts[at]
                start = ends[at]
            at += 1
        if start < end:
            yield start, end

    def read(self, paragraph: int) -> Sequence[Figure]:
        """The figures of a paragraph, in order."""
        known = self._read[paragraph]
        if known is None:
            for each in range(max(0, paragraph - self.look_back), paragraph + 1):
                if (known := self._read[each]) is None:
                    known = self._read_paragraph(each)
        return known or ()

    def met(self, paragraph: int, most: int) -> Met:
        """Who is met in a paragraph, from its end, in so many figures, the same number each time."""
        known = self._met.get(paragraph)
        if known is None:
            _make_room(self._met)
            known = self._met[paragraph] = _met(self.read(paragraph), most)
        return known

    def named(self, paragraph: int, most: int) -> Sequence[Person]:
        """Who is named in a paragraph, from its start, in so many figures, the same number each time."""
        known = self._named.get(paragraph)
        if known is None:
            _make_room(self._named)
            figures = [f for f in self.read(paragraph)[:most] if not f.possessor and f.form != "pronoun"]
            known = self._named[paragraph] = [*dict.fromkeys([f.person for f in figures if f.person is not None])]
        return known

    def met_before(self, paragraph: int, most: int, back: int) -> int:
        """The nearest paragraph before in which somebody is met, of so many; -1 if there is none."""
        known = self._met_before.get(paragraph)
        if known is None:
            _make_room(self._met_before)
            known, first = paragraph - 1, max(0, paragraph - back)
            while known >= first and not self.met(known, most).steps:
                known = self._met_before.get(known, known - 1)
            known = self._met_before[paragraph] = known if known >= first else -1
        return known

    def met_after(self, paragraph: int, most: int, ahead: int) -> int:
        """The nearest paragraph after in which somebody is named, of so many; the number of all if there is none."""
        known = self._met_after.get(paragraph)
        if known is None:
            _make_room(self._met_after)
            known, last = paragraph + 1, min(len(self.paragraphs) - 1, paragraph + ahead)
            while known <= last and not self.named(known, most):
                known = self._met_after.get(known, known + 1)
            known = self._met_after[paragraph] = known if known <= last else len(self.paragraphs)
        return known

    def near(self, paragraph: int, start: int, end: int) -> Sequence[Figure]:
        """The figures of a paragraph that stand not too far before and behind a stretch of it."""
        figures = self.read(paragraph)
        if len(figures) <= _NEAR:
            return figures
        if isinstance(figures, Figures):
            first, last = bisect_left(figures.starts, start), bisect_left(figures.starts, end)
        else:
            first, last = bisect_left(figures, start, key=_start_of), bisect_left(figures, end, key=_start_of)
        return figures[max(0, first - _NEAR) : last + _NEAR]

    def forget(self) -> None:
        """Read everything anew, for nouns may mean somebody else by now."""
        self._read = [None] * len(self.paragraphs)
        self._last = [_NOBODY] * len(self.paragraphs)
        self._met.clear()
        self._named.clear()
        self._met_before.clear()
        self._met_after.clear()

    def let_go(self) -> None:
        """Forget all that was read, for hardly anybody will ask any more."""
        self._events = [None] * len(self.paragraphs)
        self.forget()

    def learn(self, learned: Learned) -> None:
        """Read everything anew by what was learned of the speakers."""
        self.learned = learned
        self._meant.clear()
        self.forget()

    def _read_paragraph(self, paragraph: int) -> Sequence[Figure]:
        before = self._last[paragraph - 1] if paragraph else _NOBODY
        reader = _Reader(last=dict(before), steady=self.steady)
        events: Iterable[_Event] | None = self._events[paragraph]
        columns: Figures | None = None
        if events is None:
            start, end = self.paragraphs[paragraph]
            events = self._scan(paragraph)
            if end - start > _LONG_PARAGRAPH:  # they are read anew where they are wanted again
                columns = Figures(self.people.persons)
            else:
                events = self._events[paragraph] = tuple(events)
        spoke = iter(self.learned.speech.get(paragraph, ()))
        heard = next(spoke, None)
        for kind, word, at, end, change in events:
            while heard is not None and heard[0] <= at:
                self._hear(reader, heard[1])
                heard = next(spoke, None)
            reader.move(change, at)
            if kind == "name":
                self._note_name(reader, end, at)
            elif kind == "own":
                self._note_owner(reader, word, at, end)
            else:
                self._note_word(reader, kind, word, at, end)
            if columns is not None and len(reader.figures) > TOGETHER:
                columns.extend(reader.figures[:-_LATE])
                del reader.figures[:-_LATE]
        while heard is not None:
            self._hear(reader, heard[1])
            heard = next(spoke, None)
        found: Sequence[Figure] = tuple(reader.figures)
        if columns:
            columns.extend(found)
            found = columns
        self._read[paragraph] = found
        self._last[paragraph] = reader.last if reader.last != before else before
        return found

    def _hear(self, reader: _Reader, person: Person) -> None:
        """Who has spoken is meant by the next *he* or *she*."""
        gender = self.people.gender(person)
        if gender in ("m", "f"):
            reader.keep(person, gender, subject=True)

    def _scan(self, paragraph: int) -> Iterator[_Event]:
        """The words of a paragraph that may be somebody, each with what the words before it have changed."""
        index, pieces, text = self.people.index, pieces_of(self.people.lexicon), self.text
        stops, behind, apart, determiner, owner, adjective, words = _NO_CHANGE
        for start, end in self.pieces(paragraph):
            runs = index.within(start, end)
            names = ((index.starts[run] + name.skip, run) for run in runs if (name := index.name(run)).words)
            mark, run = next(names, (end, -1))  # where the next name begins,
            over, after, follows = start, start - 1, False  # and where the last one ends
            for piece in text[start:end].split(" ") if end - start < _LONG_PARAGRAPH else _parted(text, start, end):
                passed, found = pieces[piece]
                before = after + 1
                after = before + len(piece)
                if passed and after <= mark and before >= over:
                    plain, behind, ended, parts = passed
                    stops += ended
                    determiner = -1 if parts else determiner
                    if plain:
                        words += plain
                        apart, follows = True, False
                    continue
                for kind, word, first, last in found:
                    at, to = before + first, before + last
                    if at < over:
                        continue
                    if at >= mark:
                        kind, to, over = "name", run, index.ends[run]  # noqa: PLW2901 - of the name
                        mark, run = next(names, (end, -1))
                    if not kind or (kind == "calling" and not follows):
                        words += 1
                        behind, apart, follows = False, True, False
                    elif kind in _PARTING:
                        stops += kind == "."
                        behind, apart, determiner = kind == "P", apart or kind == ".", -1
                    elif kind == "d":
                        determiner, owner, adjective = at, word, ""
                        words, follows = 0, True
                    elif kind == "a":
                        adjective, follows = word, True
                        words += 1
                    else:
                        back = determiner if determiner is None or determiner < 0 else at - determiner
                        change = stops, behind, apart, back, owner, adjective, words
                        change = self._changes.setdefault(change, change)  # most words follow others in few ways
                        yield "u" if kind == "calling" else kind, word, at, to, change
                        stops, behind, apart, determiner, owner, adjective, words = _NO_CHANGE
                        follows = kind == "own" or (kind == "name" and follows)
            stops += 1
            behind, apart, determiner = False, True, -1

    def _note_name(self, reader: _Reader, run: int, at: int) -> None:
        index = self.people.index
        end = index.ends[run]
        if reader.determiner >= 0 and self._is_for_role(end):
            reader.words += 1
            return
        person = self.people.at(run)
        genitive = self.text[end : end + 2] in ("'s", "’s", "' ", "’ ")
        owns = genitive or self._qualifies(end)
        owns = owns and not self.text.startswith(" voice", end + 2)
        if person is None or (not person.sure and self._is_of_body(run, at)):
            reader.behind = reader.joined = False
            return
        gender = self.people.gender(person) if person.type == "person" else "n"
        self._pass_front(reader, at, end)
        noun = next((figure for figure in reader.figures[:-3:-1] if figure.form == "noun"), None)
        if noun is not None and self._is_naming(noun, run, at):
            while reader.figures.pop() is not noun:
                pass  # whose critic somebody is: the critic of *the Argus*, Moe,
            reader.taken, reader.behind = reader.taken and not noun.subject, not noun.subject
            self._call(noun.key, person)
            self._vote(person, noun.key.rpartition(" ")[2], at)
            at = noun.start
        behind = reader.behind
        reader.add(at, end, "name", person, gender, owns=owns, meant=not self._is_other(reader, at, end))
        if owns and genitive:  # Moe’s | sergeant
            reader.owner, reader.adjective, reader.words = "", "", 0
            reader.determiner, reader.behind = at, behind

    def _is_other(self, reader: _Reader, at: int, end: int) -> bool:
        """Whether a name tells what the subject behind it was asked or told: *Asked about | Moe |, he said so*."""
        if reader.taken or not reader.behind or not self.text.startswith((", he ", ", she "), end):
            return False
        before = _SENTENCE_END.split(self.text[max(0, at - _NEAR) : at])[-1].lstrip(' "”’)')
        return _TOLD.match(before) is not None and "," not in before

    def _pass_front(self, reader: _Reader, at: int, end: int) -> None:
        """Let the subject be whoever begins the main clause: *When she had sat down, | Moe said so*."""
        if not reader.taken or not self.text.startswith(", ", at - 2) or self.text.startswith(",", end):
            return  # when the clerk, Moe, came
        late = reader.figures[-_LATE:]  # in a sentence without end the subject is far off
        place = next((at for at in range(-1, -len(late) - 1, -1) if late[at].subject), 0)
        subject = late[place] if place else None
        if subject is not None and subject.end < at - 2 and self._is_fronted(subject):
            reader.figures[place], reader.taken = subject._replace(subject=False), False

    def _is_fronted(self, subject: Figure) -> bool:
        """Whether somebody is the subject of a clause that opens a sentence: *When | she | had sat down*."""
        before = self.text[max(0, subject.start - _NEAR) : subject.start]
        first, _, rest = _SENTENCE_END.split(before)[-1].lstrip(' "”’)').partition(" ")
        opens = first in _FRONTING or (first[:1].isupper() and first.endswith(("ed", "ing")))
        return opens and "," not in rest

    def _is_naming(self, noun: Figure, run: int, at: int) -> bool:
        """Whether a name tells who a noun before it means: *a clerk named* Moe, *a spokesman for the port,* Moe,."""
        end = at
        if self.people.index.name(run).titles and self.text.startswith((", a ", ", an ", ", one "), noun.end):
            end = noun.end + 2  # the landlady, a Mrs. Moe
        if _NAMING.fullmatch(self.text, noun.end, end):
            return True
        return (
            self.text.startswith(",", self.people.index.ends[run])
            and _NAMING_APART.fullmatch(self.text, noun.end, at) is not None
        )

    def _is_of_body(self, run: int, at: int) -> bool:
        """Whether a name only tells which body another means: the Hat Society of | *Norby*."""
        index = self.people.index
        return run > 0 and self.text[index.ends[run - 1] : at] == " of " and index.name(run - 1).kind == "body"

    def _is_for_role(self, end: int) -> bool:
        """Whether a name only tells whose man somebody without a name is: a *Royal Mail* spokesman."""
        behind = _ROLE_ALONE.match(self.text, end)
        return behind is not None and self.people.lexicon.kind_of(behind["role"]) in PERSONS

    def _qualifies(self, end: int) -> bool:
        """Whether a name only tells whose man somebody is: *Hale* spokeswoman Ida Moe, *Hale* campaign manager Moe."""
        behind = _ROLE_BEHIND.match(self.text, end) if self.text[end : end + 1] in (" ", "\n") else None
        if behind is None or self.people.lexicon.kind_of(behind["role"]) not in ("role", "person"):  # Oscar winner Moe
            return False
        of = behind["of"]
        return of is None or self.people.lexicon.word(of).tag == "n"

    def _call(self, key: str, person: Person) -> Person:
        """Remember whom a noun means; in a whole book *the woman* is not who was once called *that woman Ann Lee*."""
        head = key.rpartition(" ")[2]
        if len(self.text) > SHORT and self.people.lexicon.kind_of(head) == "person":
            return person
        return self.nouns.setdefault(key, person)

    def _vote(self, person: Person, noun: str, at: int) -> None:
        """Let a noun beside a name tell the gender, once, be the place read as often as it may."""
        if at not in self._voted:
            self._voted.add(at)
            self.people.vote(person, noun)

    def _note_word(self, reader: _Reader, kind: str, word: str, at: int, end: int) -> None:
        if kind == "and":
            before = reader.figures[-1] if reader.figures else None
            reader.joined = (
                before is not None
                and (  # Ann and Bo came; Ann sat, and Bo stood
                    self.text.startswith(",", at - 2) or (before.subject and self.text[before.end : at].isspace())
                )
            )
        elif kind == "pronoun":
            self._note_pronoun(reader, word, at, end)
        else:
            self._note_noun(reader, kind, word, end)

    def _note_owner(self, reader: _Reader, word: str, at: int, end: int) -> None:
        """His, her and my name somebody and begin a noun phrase."""
        reader.owner, reader.adjective, reader.words = word, "", 0
        behind = reader.behind
        if word == "my":
            if self.narrator is not None:
                reader.add(at, end, "narrator", self.narrator, "u", owns=True)
        else:
            gender = PRONOUNS[word][0]
            owns = not self.text.startswith(" voice", end)
            reader.add(at, end, "pronoun", self._antecedent(reader, gender, at), gender, owns=owns)
        reader.determiner, reader.behind = at, behind

    def _note_pronoun(self, reader: _Reader, word: str, at: int, end: int) -> None:
        if word in FIRST_PERSON:
            if self.narrator is not None:
                reader.add(at, end, "narrator", self.narrator, self.people.gender(self.narrator), owns=False)
            return
        gender, case = PRONOUNS[word]
        if case == "object":
            reader.behind = True
        else:  # his, her and my are noted as owners
            self._note_gender(reader, gender, at)
        person = self.learned.pronouns.get(at)
        if person is not None:
            self._meant[at] = reader.last.get(gender)
            reader.last[gender] = person
        reader.add(at, end, "pronoun", self._antecedent(reader, gender, at), gender, owns=False)

    def _note_gender(self, reader: _Reader, gender: str, at: int) -> None:
        """Let *he*, the first word for anybody in its sentence, tell who the subject before is: *The guest rose. | He*.

        In a whole book a noun that tells no gender is somebody again and again.
        """
        if reader.taken or at in self._voted or len(self.text) <= SHORT:
            return
        before = next((figure for figure in reversed(reader.figures) if figure.subject), None)
        if before is None or before.form != "noun" or before.sentence != reader.sentence - 1 or before.gender != "u":
            return
        unnamed = before.person
        if unnamed is not None and unnamed.type == "unnamed":
            self._voted.add(at)
            unnamed.vote(gender, _FOLLOWED)
            unnamed.tally = None

    def _antecedent(self, reader: _Reader, gender: str, at: int) -> Person | None:
        """Whom *he* or *she* means: the last of that gender, else the last one whose gender nothing tells."""
        known = reader.last.get(gender)
        if known is not None:
            return known
        unknown = reader.last.get("u")
        if unknown is None or not unknown.is_person or self.people.gender(unknown) != "u":
            return None
        if at not in self._voted:
            self._voted.add(at)
            unknown.vote(gender, 1.0)
            unknown.tally = None
        return unknown

    def _note_noun(self, reader: _Reader, gender: str, word: str, end: int) -> None:
        known = reader.figures[-1] if reader.figures else None
        if known is not None and known.form == "noun" and known.end + len(word) + 1 == end:
            reader.figures.pop()  # a former | nun: the last noun tells
            reader.taken = reader.taken and not known.subject
            reader.behind, reader.determiner, reader.adjective = not known.subject, known.start, known.key
        if reader.determiner < 0 or reader.words >= _PHRASE or (word == "head" and reader.owner in _HIS):
            reader.behind = reader.joined = False
            reader.words += 1
            return
        self._pass_front(reader, reader.determiner, end)
        before = reader.figures[-1] if reader.figures else None
        owner = before.person if before is not None and before.start == reader.determiner else None
        kind = self.people.lexicon.kind_of(word)
        key = noun_key(kind, reader.owner, reader.adjective, word, owner)
        person = self.learned.nouns.get(key) or self.nouns.get(key)
        if person is None and owner is not None and len(self.text) <= BRIEF:
            # whose father he is was not known when he was met
            person = self.nouns.get(noun_key(kind, reader.owner, reader.adjective, word))
        beside = before is not None and before.form == "name" and self.text[before.end : reader.determiner] == ", "
        if beside and before is not None and before.person is not None and _CLOSES.match(self.text, end):
            person = self._call(key, before.person)
            if before.person.type == "person":
                self._vote(before.person, word, end)
        reader.add(
            reader.determiner,
            end,
            "noun",
            person,
            gender if person is None else self.people.gender(person),
            owns=False,
            key=key,
        )


def _start_of(figure: Figure) -> int:
    return figure.start


def noun_key(kind: str, determiner: str, adjective: str, head: str, owner: Person | None = None) -> str:
    """What a noun is remembered by: of kin, whose; of a person, old or young; the noun.

    >>> noun_key("kin", "her", "", "father"), noun_key("kin", "his", "old", "father", Person(7))
    ('her father', '7 father')
    >>> noun_key("person", "the", "old", "lady"), noun_key("role", "the", "old", "surgeon")
    ('old lady', 'surgeon')
    """
    if kind == "kin":
        if owner is not None:
            return f"{owner.number} {head}"
        return f"{determiner} {head}" if determiner in _OWNERS else head
    return f"{adjective} {head}" if kind == "person" and adjective in _APART else head
