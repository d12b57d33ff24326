"""Passage: all that a rule may see from one quotation; Candidate: what a rule proposes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from attrs import define, field

from .clauses import Clause, Reading
from .cues import Cue, CueForm, make_cue
from .letters import Group
from .lexicon import Lexicon, Verb
from .mentions import Mention, MentionForm, make_mention
from .phrases import Phrase
from .quotations import Quotation, Use
from .said import Said
from .span import Span, make_span

if TYPE_CHECKING:
    from .names import NameIndex

Kind = Literal["direct", "mixed", "indirect"]


@define(eq=False, weakref_slot=False)
class Candidate:
    """Content, cue and source as one rule proposes them.

    ``continues`` is the candidate whose turn this one goes on with: their content becomes one. ``silent`` is true
    where the rule finds that nobody says the words; ``use`` then tells what they are. ``nameless`` is true where
    the words may be somebody's, but nothing tells whose; ``fragment``, where they are a part of the writer's sentence.
    ``turn`` is the :class:`Turn` that its words belong to, once that is known; ``opens`` tells whether that turn has
    its source and all else from this very candidate.
    """

    quotation: Quotation
    kind: Kind = "direct"
    source: Mention | None = None
    cue: Cue | None = None
    addressee: Mention | None = None
    continues: Candidate | None = None
    silent: bool = False
    nameless: bool = False
    fragment: bool = False
    use: Use = "speech"
    verb: int | None = None
    clause: Span | None = None
    said: Said = "said"
    rule: str = ""
    confidence: float = 0.0
    turn: Any = field(default=None, init=False)
    opens: bool = field(default=False, init=False)


@define(eq=False)
class Passage:
    """What a rule may see: a quotation, the sentence that it stands in, and what was found before it.

    ``at`` is the quotation's place among the phrases of its sentence. ``previous`` is the candidate that was
    taken for the quotation before, ``turn`` the last one whose words were a speech of their own, ``alone`` is
    true where the quotation is all that its paragraph holds. ``before`` and ``behind`` are the kinds of the phrases
    beside it, ``^`` and ``$`` where there is none.
    """

    text: str
    lexicon: Lexicon
    quotation: Quotation
    reading: Reading
    at: int
    names: NameIndex
    previous: Candidate | None = None
    previous_reading: Reading | None = None
    turn: Candidate | None = None
    sentence_before: Reading | None = None
    introduction: Callable[[], Reading | None] | None = None  # reads the end of the paragraph before
    paragraph_after: Reading | None = None
    first: bool = False
    alone: bool = False
    nested: bool = False
    phrases: tuple[Phrase, ...] = field(init=False, repr=False)  # those of the sentence
    kinds: str = field(init=False, repr=False)  # and their kinds, a letter each
    around: str = field(init=False, repr=False)  # these, and what is looked at beyond them: ``$`` behind, ``^`` before
    before: str = field(init=False, repr=False)
    behind: str = field(init=False, repr=False)
    ending: str = field(init=False)  # the sign that the quotation ends with, inside its marks; empty if there is none
    seen: dict[str, Any] = field(factory=dict, init=False, repr=False)  # what was found once, for other rules to use

    def __attrs_post_init__(self) -> None:
        """Note what most rules look at."""
        at, reading = self.at, self.reading
        self.phrases, self.kinds, self.around = reading.phrases, reading.kinds, reading.around
        self.before, self.behind = self.around[at - 1], self.around[at + 1]
        inner = self.quotation.inner
        last = self.text[max(inner.start, inner.end - 1) : inner.end]
        if last not in _ENDINGS:
            last = self.said.rstrip(")]”’\"'»“_ ")[-1:]
        self.ending = last if last in _ENDINGS else ""

    # -- looking around

    @property
    def paragraph_before(self) -> Reading | None:
        """The last sentence of the paragraph before, where that is open; read once somebody asks."""
        if self.introduction is None:
            return None
        if "paragraph before" not in self.seen:
            self.seen["paragraph before"] = self.introduction()
        found: Reading | None = self.seen["paragraph before"]
        return found

    @property
    def open_clause(self) -> Clause:
        """The clause that is open at the quotation."""
        return self.reading.open_at[self.at]

    def kind_at(self, at: int) -> str:
        """The kind of a phrase of the sentence; ``^`` before its start, ``$`` behind its end."""
        return self.around[at] if 0 <= at < len(self.kinds) else "^" if at < 0 else "$"

    def lemma_at(self, at: int) -> str:
        """The last word of a phrase as it stands, written small; empty outside the sentence."""
        phrases = self.phrases
        if 0 <= at < len(phrases):
            words, last = self.reading.sentence.words, phrases[at].last - 1
            return self.text[words.starts[last] : words.ends[last]].lower().replace("’", "'")
        return ""

    @property
    def small(self) -> str:
        """The sentence in small letters without what is quoted, made once for all of its quotations."""
        small: str | None = self.reading.seen.get("small")
        if small is None:
            phrases = self.phrases
            quoted = [phrases[at] for at in self.reading.open_at]
            starts = [phrases[0].start, *[phrase.end for phrase in quoted]]
            ends = [*[phrase.start for phrase in quoted], phrases[-1].end]
            pieces = [self.text[start:end] for start, end in zip(starts, ends, strict=True)]
            small = self.reading.seen["small"] = " ".join(pieces).lower().replace("’", "'")
        return small

    def may_have(self, words: Iterable[str]) -> bool:
        """Whether one of some words may stand in the sentence, a quick look: it may be part of another word there."""
        return any(map(self.small.__contains__, words))

    def places_of(self, word: str) -> Sequence[int]:
        """Where a word stands among the words of the sentence, looked up once for all of its quotations."""
        places: dict[str, list[int]] = self.reading.seen.setdefault("places", {})
        if not places:
            words, phrases = self.reading.sentence.words, self.reading.phrases
            for at in range(phrases[0].first, phrases[-1].last):
                if words.tags[at] != "Q":
                    small = self.text[words.starts[at] : words.ends[at]].lower().replace("’", "'")
                    places.setdefault(small, []).append(at)
        return places.get(word, ())

    def group_at(self, at: int | None) -> Group | None:
        """The group of verbs at a phrase."""
        return self.phrases[at].group if at is not None and 0 <= at < len(self.phrases) else None

    def verb_at(self, at: int | None) -> Verb | None:
        """The verb at a phrase, as the tables have it."""
        group = self.group_at(at)
        return group.verb if group is not None else None

    def skip(self, at: int, kinds: Collection[str] = "rT", step: int = 1) -> int:
        """The first place from ``at`` on whose phrase is of none of these kinds."""
        around = self.around
        while around[at] in kinds:
            at += step
        return at

    # -- the quotation itself

    @property
    def said(self) -> str:
        """What is quoted, without marks and blanks."""
        return self.quotation.inner.text.strip()

    @property
    def lower(self) -> bool:
        """Whether the quotation begins with a small letter."""
        said = self.said
        first = said[:1]
        if not first.isalpha():
            first = next((letter for letter in said if letter.isalpha()), "")
        return first.islower()

    @property
    def length(self) -> int:
        """How many words are quoted."""
        return len(self.said.split())

    @property
    def like_name(self) -> bool:
        """Whether the words may be a name: five at most, those longer than *of* with a capital or a digit."""
        words = [word for word in self.said.rstrip(",.").split() if word[0].isalnum()]
        return bool(words) and all(word[0].isupper() or len(word) <= _SMALL for word in words)

    @property
    def form_kind(self) -> Kind:
        """Direct, or mixed where the quotation is part of a statement in the writer's own words."""
        return "mixed" if self.before not in "^:" and self.lower else "direct"

    @property
    def determined(self) -> bool:
        """Whether an article or the like stands before the quotation: *the “x” tavern*."""
        if self.before != "M":
            return False
        return self.reading.sentence.words.tags[self.phrases[self.at - 1].last - 1] in "dq#'"

    @property
    def earlier(self) -> int:
        """The place of the quotation before this one in the sentence; -1 where it is the first."""
        return self.kinds.rfind("Q", 0, self.at)

    @property
    def genitive(self) -> bool:
        """Whether what stands before the quotation owns it: *Moe’s “x”*."""
        return self.reading.sentence.words.tags[self.phrases[self.at - 1].last - 1] == "'"

    # -- making what an attribution holds

    def span(self, start: int, end: int) -> Span:
        """A span of the text."""
        return make_span(start, end, self.text)

    def cue(self, at: int, form: CueForm = "verb", first: int | None = None) -> Cue:
        """The cue at a phrase; ``first`` is a part of it that stands before (*quoted … saying*)."""
        phrase, word = self.phrases[at], self._reporting(at)
        spans = (word,) if first is None else (self._reporting(first), word)
        opening = self.phrases[at if first is None else first].start
        lemma = phrase.group.lemma if phrase.group is not None else self.lemma_at(at)
        before = at
        while self.around[before - 1] == "r":
            before -= 1
        if self.around[before - 1] in ",Mw":
            opening = self.phrases[before].start
        alone = opening >= word.start
        extent = word if alone else self.span(min(opening, word.start), max(phrase.end, word.end))
        return make_cue(spans, lemma, form, extent)

    def _reporting(self, at: int) -> Span:
        """The reporting word of a phrase: a verb without its auxiliaries."""
        phrase = self.phrases[at]
        group = phrase.group
        return self.span(group.start, group.end) if group is not None else self.span(phrase.start, phrase.end)

    def phrase_cue(self, start: int, end: int, lemma: str, form: CueForm = "phrase") -> Cue:
        """A cue that is a phrase or a mark of the text."""
        span = self.span(start, end)
        return make_cue((span,), lemma, form, span)

    def owner(self, at: int) -> Mention | None:
        """Who a noun belongs to: *Moe* in *Moe’s claim*, *his* in *his claim*."""
        words = self.reading.sentence.words
        phrase = self.phrases[at]
        genitive = next((k for k in range(phrase.last - 1, phrase.first, -1) if words.tags[k] == "'"), None)
        if genitive is not None:
            start = self.names.cut_name(words.starts[phrase.first], words.ends[genitive - 1])
            span = self.span(start, words.ends[genitive - 1])
            form: MentionForm = "name" if words.tags[genitive - 1] == "N" else "nominal"
            return make_mention(span, form, span, span)
        if words.words[phrase.first].lemma in OWNERS:
            span = self.span(words.starts[phrase.first], words.ends[phrase.first])
            return make_mention(span, "pronoun", span, span)
        return None

    def mention(self, at: int, verb: int | None = None) -> Mention | None:
        """The mention at a phrase with the phrases that belong to it; ``verb`` is the verb that it goes with."""
        if self.around[at] not in "Mwt":
            return None
        word = self.phrases[at].word
        if word is not None and word.lemma.lower() in _ARTICLES and self.around[at + 1] != ":":
            return None  # the “x” plan, but not a label: Q:, A:
        return _MentionMaker(self, at, verb).make()


_ENDINGS = frozenset(".?!,…;:-—–")
_SMALL = 3  # letters of a small word in a name that is quoted
OWNERS = frozenset({"his", "her", "their", "my", "our", "its", "your"})
_ARTICLES = frozenset({"a", "an", "the"})
_OF = frozenset({"of", "for"})
_SENT = frozenset("adviser advisor aide ambassador assistant consultant delegate emissary envoy heir".split())
_AND = frozenset({"and", "&"})
_WORN = frozenset({"in", "with"})  # what somebody wears or holds: the man | in the grey hat
_BY_NAME = frozenset({"called", "named"})
_FROM = frozenset({"of", "from"})
_WITHIN = "wtVBEGIiMPTrjcsD'"  # kinds of phrases that describe a mention which they stand right behind
_APART = frozenset(".Q;:")  # kinds of phrases that a subject does not reach over
_COMPARED = frozenset({"more", "fewer", "less"})
_PLACED = frozenset({"familiar", "close", "briefed", "involved", "present", "opposed", "loyal", "acquainted", "privy"})


class _MentionMaker:
    """Puts a mention together: *a spokeswoman | for | the ministry*, *Bruna | and | Otis Calloway*."""

    def __init__(self, passage: Passage, at: int, verb: int | None) -> None:
        self.p = passage
        self.at = at
        self.verb = verb
        self.tags = passage.reading.sentence.words.tags

    def make(self) -> Mention:
        p, phrase = self.p, self.p.phrases[self.at]
        last = self.at
        following = p.around[last + 1]
        if following in "PMjE" or (following == "V" and p.lemma_at(last + 1) in _PLACED and last + 1 != self.verb):
            last = self.of_fields(self.widened(last))
        if following in "PMjE,c" and "c" in p.kinds[last:]:
            last = self.coordinated(last)
        end = p.phrases[last + (following == "r" and p.lemma_at(last + 1) == "else")].end  # somebody else
        start = self.begins(phrase.start, end)
        form: MentionForm
        if phrase.kind in "wt" or self.tags[phrase.first] in "po":
            form = "pronoun"
        else:
            form = "name" if self.tags[p.phrases[last].last - 1] == "N" and self.names_head(last) else "nominal"
        span = p.span(start, end)
        head = span if last == self.at and phrase.last == phrase.first + 1 else self.head(last, span)
        extent, description = self.extent(last, span)
        return make_mention(span, form, head, extent, description)

    def names_head(self, last: int) -> bool:
        """Whether the mention is a name, not a noun with a name in its of-phrase."""
        if last == self.at:
            return True
        first = self.p.phrases[self.at]
        return (
            self.tags[first.last - 1] == "N"
            or self.p.around[last - 1] == "M"
            or self.is_office(last)
            or self.has_two_roles(last)
            or self.is_in_body(last)
        )

    def before_name(self, last: int) -> Sequence[str]:
        """The words before the full name that ends a phrase, written small; none where it ends in no such name."""
        phrase, index = self.p.phrases[last], self.p.names
        run = index.covering(phrase.end - 1)
        if run is None or not index.name(run).full:
            return ()
        return self.p.text[phrase.start : index.starts[run] + index.name(run).core].lower().split()

    def is_office(self, last: int) -> bool:
        """Whether a role and what it is for stand before a name: *Secretary of State Moe*; not *wife of banker Moe*."""
        role = self.p.phrases[self.at].word
        if role is None or not (role.small or role).noun.startswith("role"):
            return False
        purpose = self.before_name(last)
        return bool(purpose) and not any(map(self.p.names.is_role, purpose))

    def is_in_body(self, last: int) -> bool:
        """Whether a body and what somebody is in it stand before a name: *University | of | Ulm professor Ann Lee*."""
        body = self.p.phrases[self.at].word
        if body is None or not (body.small or body).noun.startswith("body"):
            return False
        before = self.before_name(last)
        return bool(before) and self.p.names.is_role(before[-1])

    def has_two_roles(self, last: int) -> bool:
        """Whether two roles without an article are one person's: *judge and astronomer Ann Lee*."""
        first = self.p.phrases[self.at]
        if self.p.around[last - 1] != "c" or self.tags[first.first] in "dq#" or last != self.at + 2:
            return False
        plain = first.word is not None and first.word.noun.startswith("role") and not first.word.plural
        return plain and any(map(self.p.names.is_role, self.before_name(last)))

    def of_name(self, at: int) -> bool:
        """Whether a name goes on through *of*: *the Federation of …*, but not *Boyle of the police*."""
        phrase = self.p.phrases[at]
        word = phrase.word
        if self.tags[phrase.last - 1] != "N" or word is None:
            return True
        words = self.p.reading.sentence.words
        title = self.p.lexicon.titles.get(self.p.text[words.starts[phrase.first] : words.ends[phrase.first]])
        if title is not None and title.kind == "noble":
            return True
        small = word.small
        named = small is not None and any(kind in small.noun for kind in ("body", "role", "group", "document"))
        return named and not self.is_person(phrase)

    def is_person(self, phrase: Phrase) -> bool:
        """Whether a phrase ends in the full name of a person, be its last word a noun as well: *Dr. Ann Bank*."""
        run = self.p.names.covering(phrase.end - 1)
        name = self.p.names.name(run) if run is not None else None
        return name is not None and name.full and name.kind == "person"

    def widened(self, at: int) -> int:
        p, last = self.p, at
        if self.tags[p.phrases[at].first] in "po":
            return last
        while True:
            following = p.lemma_at(last + 1)
            if following in _OF and p.around[last + 2] == "M":
                fits = self.of_name(last) and (following == "of" or self.for_fits(last) or self.for_fits(at))
                if not fits and not (last > at and self.is_office(last + 2)):
                    return last
                last += 4 if self.holds_quotation(last + 2) else 2
            elif p.around[last + 2] == "M" and self.joined_by(following, last):
                last += 2
            elif last > at and self.is_name(last + 1):
                last += 1
            elif following in _PLACED and p.around[last + 3] == "M":
                last += 3
            elif self.leads_to_verb(last):
                last += 2
            else:
                return last

    def holds_quotation(self, at: int) -> bool:
        """Whether an article goes with a noun behind a quotation: *the head of | the “quiet” party*."""
        phrase = self.p.phrases[at]
        return (
            phrase.first + 1 == phrase.last and self.tags[phrase.first] == "d" and self.p.kinds[at + 1 : at + 3] == "QM"
        )

    def leads_to_verb(self, last: int) -> bool:
        """Whether what somebody wears or holds stands between them and the verb: *the man | in the grey hat said*."""
        p = self.p
        if self.verb != last + 3 or p.lemma_at(last + 1) not in _WORN or p.around[last + 2] != "M":
            return False
        word = p.phrases[last].word
        return word is not None and self.tags[p.phrases[last].last - 1] == "n" and word.noun.startswith("person")

    def of_fields(self, last: int) -> int:
        """The name behind all that an office is for: *the minister for Culture, Media and Sport Ann Lee*."""
        p, at = self.p, last
        if last == self.at or "c" not in p.kinds[last:]:
            return last
        while p.around[at + 1] == "," and self.is_name(at + 2):
            at += 2
        at += 1 + (p.around[at + 1] == ",")
        name = p.skip(at + 1, "r")  # … and | Inland Waterways Ann Lee
        return name if p.lemma_at(at) in _AND and p.around[name] == "M" and self.is_office(name) else last

    def for_fits(self, at: int) -> bool:
        word = self.p.phrases[at].word
        kinds = (word.noun or (word.small.noun if word.small else "")) if word is not None else ""
        return any(kind in kinds for kind in ("role", "person", "body", "group"))

    def joined_by(self, preposition: str, at: int) -> bool:
        """Whether what a preposition brings belongs to a noun: *a report | by the board*, *aides | to the governor*."""
        word = self.p.phrases[at].word
        if preposition in ("by", "from"):
            return word is not None and ("document" in word.noun or "speech" in word.noun)
        if preposition == "without":  # minister | without portfolio
            return self.p.reading.sentence.words.words[self.p.phrases[at + 2].first].lemma == "portfolio"
        if preposition == "with":  # officials | with knowledge of the talks
            return self.p.lemma_at(at + 2) == "knowledge"
        if preposition == "than":  # more | than half
            return self.p.lemma_at(at) in _COMPARED
        if preposition == "in":  # one | in five clerks
            first = self.p.phrases[at + 2].first
            return self.tags[self.p.phrases[at].last - 1] == "#" == self.tags[first]
        return preposition == "to" and word is not None and word.lemma.lower().removesuffix("s") in _SENT

    def coordinated(self, last: int) -> int:
        """The last of several that say it together: *A, B and C said*, *said A and B*."""
        p = self.p
        before = self.verb is not None and self.verb > self.at
        at = last
        while True:
            step = self.placed(at) + 1
            if p.around[step] == "," and p.around[step + 1] == "c":
                step += 1
            elif p.around[step] == "," and self.ends_in_and(step):
                at = self.widened(step + 1)
                continue
            if p.around[step + 1] != "M" or p.lemma_at(step) not in ("and", "or", "nor", "&"):
                return last
            if not before and at == last and not self.goes_with(step):
                return last
            at = self.widened(step + 1)
            following = p.around[p.skip(at + 1)]
            if before and following in "VBAP,(":
                return at
            if not before and following not in "VBG":
                return at
            return last

    def goes_with(self, coordinator: int) -> bool:
        """Whether two stand behind the verb: *said Ann and the baker*, not *Ann, | and it barked*, *Ann | and set*.

        Behind a comma a name does, and whatever ends the sentence or its part: *said the minister, | and her aides*.
        """
        p, second = self.p, self.p.phrases[coordinator + 1]
        if p.around[coordinator - 1] == "," and p.around[coordinator + 2] not in ",;.":
            return self.is_name(coordinator + 1) and self.tags[second.first] != "d"
        bare = second.last == second.first + 1 and self.tags[second.first] == "n"
        return not bare or not self.is_name(coordinator - 1)

    def placed(self, at: int) -> int:
        """The last phrase of a name with the place that its bearer is from: *Lee of Oslo and Moe*."""
        p = self.p
        from_place = p.around[at + 3] == "c" and p.lemma_at(at + 1) in _FROM
        return at + 2 if from_place and self.is_name(at) and self.is_name(at + 2) else at

    def is_name(self, at: int) -> bool:
        """Whether a phrase ends in a name."""
        return self.p.around[at] == "M" and self.tags[self.p.phrases[at].last - 1] == "N"

    def ends_in_and(self, at: int) -> bool:
        """Whether the commas from here on make a list that ends in *and M*: before the verb, or of names behind it."""
        p, verb = self.p, self.verb or 0
        if verb < at:
            c = p.skip(at, ",M")
            names = (*range(at - 1, c, 2), c + 1)
            plain = p.around[c] == "c" and all(map(self.is_name, names))
            return plain and all(self.tags[p.phrases[name].first] != "d" for name in names)
        kinds = [phrase.kind for phrase in p.phrases[at:verb]]
        return "c" in kinds and set(kinds) <= {",", "M", "c", "P", "r"} and kinds[-1] == "M"

    def begins(self, start: int, end: int) -> int:
        """Where it begins without a name that ran into it, or *all*: *all | the judge would say*.

        No name ran into *he*, nor behind *a*: *a New York clerk*.
        """
        phrase = self.p.phrases[self.at]
        whole = self.tags[phrase.first] in "dqpo"
        if not whole:
            return self.p.names.cut_name(start, end)
        words, word = self.p.reading.sentence.words, phrase.word
        one = word is not None and word.people and not word.plural and self.tags[phrase.first + 1] == "d"
        return words.starts[phrase.first + 1] if one and words.words[phrase.first].lemma.lower() == "all" else start

    def head(self, last: int, span: Span) -> Span:
        """The name or the noun of a mention, without what belongs to it."""
        words = self.p.reading.sentence.words
        first, stop = self.p.phrases[self.at].first, self.p.phrases[self.at].last
        if (
            last > self.at
            and self.tags[stop - 1] != "N"
            and self.tags[self.p.phrases[last].last - 1] == "N"
            and self.p.around[last - 1] == "M"
        ):
            first, stop = self.p.phrases[last].first, self.p.phrases[last].last
        at = stop - 1
        if self.tags[at] == "N":
            while at > first and self.tags[at - 1] == "N":
                at -= 1
        start, end = max(span.start, words.starts[at]), min(span.end, words.ends[stop - 1])
        return span if start == span.start and end == span.end else self.p.span(start, end)

    def extent(self, last: int, span: Span) -> tuple[Span, Span | None]:
        """The mention with what describes it, up to its verb: *Berg, a former soldier who …,*."""
        p = self.p
        if p.around[last + 1] == "E" and p.lemma_at(last + 1) in _BY_NAME and self.is_name(last + 2):
            name = p.phrases[last + 2]
            return p.span(span.start, name.end), p.span(name.start, name.end)  # a clerk | called Moe
        verb = p.reading.of_subject.get(self.at)
        final = (
            self.before_verb(last, verb)
            if verb is not None and verb == self.verb and verb > last
            else self.behind(last)
        )
        if final <= last:
            return span, None
        whole = p.span(span.start, p.phrases[final].end)
        if p.around[last + 1] == "," and p.around[last + 2] == "M":
            return whole, p.span(p.phrases[last + 2].start, p.phrases[final].end)
        named = p.around[last + 1] in "wG" and p.kinds[final - 1 : final + 2] == ",M," and self.is_name(final)
        return whole, p.span(p.phrases[final].start, p.phrases[final].end) if named else None  # who was late, Moe,

    def before_verb(self, last: int, verb: int) -> int:
        """The last phrase of the subject of a verb behind it, times and adverbs before the verb left out."""
        p = self.p
        if not _APART.isdisjoint(p.kinds[last:verb]):
            return last
        return self.before_time(verb - 1)

    def before_time(self, final: int) -> int:
        """The last phrase of some, signs, adverbs and times at their end left out."""
        p = self.p
        while p.around[final] in ",rTc-":
            final -= 1
            if p.around[final] == "P" and p.around[final + 1] == "T":
                final -= 1
        return final

    def behind(self, last: int) -> int:
        """The last phrase of what describes a mention behind its verb: *said Berg, a clerk, who …*."""
        p = self.p
        if p.around[last + 1] in "wE":
            return self.before_time(p.skip(last + 1, _WITHIN) - 1)  # said a man | who knew it, a memo | seen by Moe
        if p.around[last + 1] != "," or p.around[last + 2] not in "Mwe#":
            return last
        if p.reading.of_subject.get(last + 2) == last + 3 != self.verb:
            return last  # according to his agent, | Moe had left
        at, kinds = last + 2, p.kinds
        while at < len(kinds) and at != self.verb and kinds[at] not in ".Q;:-":
            if kinds[at] == "," and p.around[at + 1] not in "Mw#":
                break
            at += 1
        final = at - 1
        while kinds[final] in ",rc":
            final -= 1
        return final
