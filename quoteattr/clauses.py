"""Clause: a verb with its subject; read_clauses: the clauses of a sentence, read once from left to right.

The reader keeps the clause that is open and, through it, those around it. A clause never changes:
what is learnt of it makes a new one, so that the clause open at a quotation can be kept as it was
there. The reading decides, at each finite verb, what its subject is:

- a mention that waits for a verb (*Moe, who …, a clerk, | said*);
- a mention just before it, after a sign, *and* or a quotation: a clause beside the last one;
- the object of a verb that takes a clause (*said | Moe won*): a clause inside the last one;
- nothing: the subject of the clause before (*Moe shrugged and | said*), or what follows it behind
  a quotation (*“…,” | said Moe*).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, Literal

from attrs import define, field

from .changed import changed
from .letters import Group
from .lexicon import Lexicon, Verb
from .phrases import Phrase, Sentence
from .quotations import Quotation
from .span import Span

ClauseKind = Literal["main", "sub", "rel", "comp", "wh", "part", "inf"]

_DEEPEST = 40  # clauses kept around the open one


@define(eq=False, weakref_slot=False)
class Clause:
    """A verb and its subject, as far as they are known at some place of a sentence.

    ``subject``, ``verb``, ``object`` and ``opened`` count phrases. ``outer`` is the clause around it,
    ``ghost`` the one beside it that it took the place of. ``inverted`` is true where the subject
    follows the verb.
    """

    kind: ClauseKind
    opened: int
    outer: Clause | None = None
    subject: int | None = None
    verb: int | None = None
    object: int | None = None
    ghost: Clause | None = None
    inverted: bool = False
    depth: int = 0
    closed: bool = False  # a comma has come after it

    def having(self, subject: int | None, verb: int | None, object_: int | None) -> Clause:
        """The clause with these for its subject, verb and object."""
        return Clause(
            self.kind, self.opened, self.outer, subject, verb, object_, self.ghost, self.inverted, self.depth,
            self.closed,
        )  # fmt: skip

    def chain(self) -> Iterator[Clause]:
        """The clause and those around it, from the inside out."""
        clause: Clause | None = self
        while clause is not None:
            yield clause
            clause = clause.outer


@define(eq=False)
class Reading:
    """What the reader found in a sentence.

    ``last`` is the clause open at the end, ``open_at`` has the one open at each quotation, ``of_verb`` the
    clause of each verb, ``of_subject`` the verb of each subject, ``begin`` is where the sentence begins behind the
    place and day of a report (*Oslo (AP) —*). All are places among the phrases.
    """

    sentence: Sentence
    last: Clause
    open_at: Mapping[int, Clause] = field(factory=dict)
    of_verb: Mapping[int, Clause] = field(factory=dict)
    of_subject: Mapping[int, int] = field(factory=dict)
    begin: int = 0
    phrases: tuple[Phrase, ...] = field(init=False)
    kinds: str = field(init=False)
    around: str = field(init=False, repr=False)
    seen: dict[str, Any] = field(factory=dict, init=False, repr=False)  # what was found once, for all its quotations

    def __attrs_post_init__(self) -> None:
        """Have the phrases of the sentence, and their kinds, a letter each."""
        sentence = self.sentence
        self.phrases, self.kinds, self.around = sentence.phrases, sentence.kinds, sentence.around

    def quoted(self) -> Sequence[tuple[int, Quotation]]:
        """The quotations of the sentence, each with its place."""
        phrases = self.phrases
        return [(at, quotation) for at in self.open_at if (quotation := phrases[at].quotation) is not None]


def reports_on(group: Group | None) -> bool:
    """Whether a verb is one of those with which a report goes on: *said so, and added*, *but declined to say why*."""
    return group is not None and (group.lemma in _WITHHOLDS or (group.verb is not None and group.verb.strong))


def replaced(clause: Clause, at: int) -> Clause:
    """The clause that begins at a place beside another, in place of it."""
    return Clause(clause.kind, at, clause.outer, ghost=clause, depth=clause.depth)


def takes_clause(verb: Verb | None) -> bool:
    """Whether what follows the verb may be a clause of its own: *said Moe won*."""
    return verb is not None and "that" in verb.frames


def behind_described(kinds: str, at: int) -> int:
    """Where the comma behind a report and its adjuncts is, or 0: *said Moe of Ulm, who built it |*, *said in May |*."""
    found = _DESCRIBED.match(kinds, at + 1)
    return found.end() if found is not None else 0


def takes_hearer(verb: Verb | None) -> bool:
    """Whether the object of the verb is the one told: *told reporters*."""
    return verb is not None and "hearer" in verb.frames


# What somebody has of others who do something: *remember Moe going on*.
_SENSES = frozenset({"hear", "imagine", "overhear", "picture", "recall", "remember"})
# What is done with a document by whoever speaks in it: *issued a statement saying*, but not *found a note saying*.
_MAKES = frozenset(
    "air amend broadcast circulate deliver email file give hand hold issue leave mail make pen place post print publish"
    " put record release revise run send share sign text tweet update write".split()
)
_WRITES = frozenset("email message phone text".split())  # with whom one speaks: *emailed supporters saying*
# What makes somebody do something: *led Moe to ask*.
_MOVES = frozenset("allow cause compel drive enable force get inspire lead leave permit prompt push spur".split())
_APART = frozenset(";:Q")  # kinds of phrases that no aside between dashes holds
_PARTING = frozenset(",Q")  # kinds of phrases that part a gerund from the noun it goes with
_DESCRIBED = re.compile("(?:PM|P?T|r)*(?:w[rT]*[VB][^,;:Q]*)?(?=,[rT]*[VBQ])")
_SUBJECT_AND_VERB = re.compile("(?<!c)M[rT]*[VB]")
_FINITE = frozenset("VB")  # kinds of phrases that are finite verbs
# What makes somebody do something behind *on*: *rely on users to report*.
_LEANS = frozenset("bank count depend prevail rely wait".split())
_ARTICLES = frozenset({"a", "an", "the"})  # the | “x” plan
_BESIDE = frozenset({"sub", "rel", "part", "inf", "wh"})
_ANYWHERE = frozenset("you it mine hers ours yours theirs".split())  # pronouns that are subject and object
_FLOATING = frozenset({"all", "both", "each"})
_BEGINS = frozenset({",c", "c", ";"})  # before a new subject
_GREETINGS = frozenset({"madam", "sir", "sirs"})
_COMPARED = frozenset({"more", "fewer", "less"})  # than so many
_EMPTY = frozenset({"it", "there"})  # subjects that are nobody
_TIMES = frozenset({"after", "before", "once", "since", "until"})  # when something was done, not what came of it
_NEVER_WHY = frozenset({"whether", "than"})
_OTHERS = frozenset({"others", "another"})
AGAINST = frozenset({"while", "whereas"})
_ASKING = frozenset({"if", "whether"})
_PRICES = frozenset("fall rise drop climb plunge jump slip slide sink surge tumble soar slump".split())
"""What shares and prices do, who give no reasons."""
_WITHHOLDS = frozenset({"decline", "refuse"})  # said so, but | declined to give a reason
_TELLERS = frozenset({"by", "from", "to"})
_TELLERS_NAMED = _TELLERS | {"of"}
_FIRST = Clause("main", 0)  # what is open where a sentence begins


class _Reader:
    def __init__(self, sentence: Sentence, places: Collection[str]) -> None:
        self.sentence = sentence
        self.places = places
        self.phrases: Sequence[Phrase] = sentence.phrases
        self.kinds, self.around = sentence.kinds, sentence.around
        self.top = _FIRST
        self.preposition = False
        self.begin = 0
        self.candidate: int | None = None
        self.candidate_after = ""  # the sign before the candidate
        self.head: tuple[int, str] | None = None  # a mention that an apposition follows, and the sign before it
        self.parted: tuple[int, Clause] | None = None  # a new subject that an aside parts from its verb, and the clause
        self.sign = ""  # the sign since the last mention or verb
        self.last = "^"  # the kind of the last phrase, adverbs and times passed over
        self.last_mention: int | None = None
        self.last_oblique: int | None = None
        self.outside: tuple[Clause, int | None, str, str, str, int | None] | None = None  # open before a bracket
        self.aside_end = 0  # where the aside between dashes ends
        self.open_at: dict[int, Clause] = {}
        self.of_verb: dict[int, Clause] = {}
        self.of_subject: dict[int, int] = {}

    def read(self) -> Reading:
        handlers = _HANDLERS
        for at, phrase in enumerate(self.phrases):
            handler = handlers.get(phrase[0])  # its kind
            if handler is not None:
                handler(self, at, phrase)
        return Reading(self.sentence, self.top, self.open_at, self.of_verb, self.of_subject, self.begin)

    # -- what each phrase does

    def prepositional(self, at: int, phrase: Phrase) -> None:
        if phrase.word is not None and phrase.word.lemma == "than" and self.compares(at + 1):
            self.subordinator(at, phrase)
            return
        self.preposition = True
        self.last = "P"

    def compares(self, at: int) -> bool:
        """Whether *than* opens a report: *less bread than | bakers say it has*, not *more than | ten lamps burnt*."""
        if self.top.verb is None and self.lemma(at - 2) in _COMPARED:
            return False  # more than | ten bakers say
        return self.kinds[at : at + 1] == "M" and takes_clause(self.group_verb(self.next_at(at)))

    def time(self, at: int, phrase: Phrase) -> None:
        if self.is_reported_subject(at):
            self.mention(at, phrase)
        self.preposition = False

    def is_reported_subject(self, at: int) -> bool:
        """Whether a time is what a report is about: *Moe said | the next hours | would be hard*."""
        top = self.top
        if at - 1 != top.verb:
            return False
        behind = at + 3 if self.kinds.startswith(("PM", "PT"), at + 1) else at + 1
        if self.kinds[behind : behind + 1] not in ("B", "V"):
            return False
        verb = self.group_verb(top.verb)
        complete = all(c.kind in ("main", "comp") and c.verb is not None for c in top.chain())
        return complete and takes_clause(verb)

    def subordinator(self, at: int, _: Phrase) -> None:
        self.push("sub", at, self.top)
        self.last = "s"

    def coordinator(self, _: int, __: Phrase) -> None:
        self.preposition = False
        self.sign = ",c" if self.sign in (",", "Q,") else "c"
        self.last = "c"

    def bracket(self, at: int, _: Phrase) -> None:
        """What stands in brackets is read apart."""
        if self.outside is None and ")" in self.kinds[at + 1 : at + 40]:
            self.outside = (
                self.top, self.candidate, self.candidate_after, self.sign, self.last, self.last_mention
            )  # fmt: skip
            self.push("main", at, None)
            self.last = "^"

    def bracket_end(self, _: int, __: Phrase) -> None:
        if self.outside is not None:
            self.top, self.candidate, self.candidate_after, self.sign, self.last, self.last_mention = self.outside
            self.outside = None

    def push(
        self, kind: ClauseKind, at: int, outer: Clause | None, subject: int | None = None, verb: int | None = None
    ) -> None:
        """Open a clause inside another; one that has its verb is kept."""
        if outer is not None and outer.depth == _DEEPEST:
            outer = None
        depth = outer.depth + 1 if outer is not None else 0
        self.top = Clause(kind, at, outer, subject, verb, None, None, False, depth)
        if verb is not None:
            self.settle(self.top, verb)
        self.candidate = None
        self.candidate_after = ""
        self.sign = ""
        self.preposition = False

    def comma(self, at: int, phrase: Phrase) -> None:
        kind = phrase.kind
        if kind == "-" and self.aside(at, phrase):
            return
        if kind != ",":
            self.parted = None
        elif self.candidate_after in _BEGINS and self.candidate is not None and self.begins_clause(self.candidate, at):
            self.parted = self.candidate, self.top
        elif self.kinds[at - 1] == "c" and self.top.verb is not None and self.top.subject is not None:
            self.parted = self.top.subject, self.top  # laid down his fork, and, in a tone that hurt, | observed
        if (kind == "-" or (kind == ":" and at == 1)) and self.dateline():
            self.begin = at + 1
            self.top, self.candidate, self.last, self.last_mention = _FIRST, None, "^", None
        elif (kind == ":" and self.is_heading(at)) or (at == 1 and kind in ",:" and self.is_greeting()):
            self.top, self.candidate = _FIRST, None
        self.preposition = False
        self.sign = kind
        self.last = kind
        top = self.top
        if top.kind in _BESIDE and top.verb is not None and not top.closed:
            self.top = changed(top, closed=True)

    def aside(self, at: int, phrase: Phrase) -> bool:
        """What stands between dashes is read apart where a subject waits: *Moe — he is late — said*."""
        if self.outside is not None:
            if self.aside_end != at:
                return False
            self.bracket_end(at, phrase)
            self.sign = ""
            return True
        end = self.kinds.find("-", at + 1)
        waits = self.top.subject is not None and self.top.verb is None and self.last_mention == at - 1
        if not waits or end < 0 or self.next_kind(end) not in "VB" or _FINITE.isdisjoint(self.kinds[at:end]):
            return False
        if not _APART.isdisjoint(self.kinds[at + 1 : end]):
            return False
        self.aside_end = end
        self.outside = (
            self.top, self.candidate, self.candidate_after, self.sign, self.last, self.last_mention
        )  # fmt: skip
        self.push("main", at, None)
        self.last = "^"
        return True

    def is_heading(self, colon: int) -> bool:
        """Whether what a colon ends only opens the sentence: *Full disclosure: | I once said*; no *Ann Lee: I said*."""
        subject = self.top.subject
        if subject is None or self.top.verb is not None or self.top.outer is not None:
            return False
        if self.kinds[colon + 1 : colon + 2] in ("", "Q"):
            return False
        labels = subject == colon - 1 and self.sentence.words.tags[self.phrases[subject].first] != "d"
        named = self.may_be_person(subject) and (labels or self.tag(colon + 1) != "N")
        return not named

    def is_greeting(self) -> bool:
        """Whether a sentence begins with whom a letter is to: *Sir: | Your man says so*, *Dear Ann, | you say so*."""
        first = self.phrases[0]
        opening = self.sentence.words.words[first.first].lemma.lower() if first.kind == "M" else ""
        return opening == "dear" or (opening in _GREETINGS and first.last == 1)

    def begins_clause(self, candidate: int, at: int) -> bool:
        """Whether a mention before a comma is the subject of a new clause: *It rained, but | Moe, a clerk, left*."""
        top, last = self.top, self.last
        if top.verb is None or last not in "MO" or self.last_mention != at - 1 or self.waiting() is not None:
            return False
        if self.candidate_after == "c":
            joining = self.lemma(candidate - 1)
            if joining != "but" and (joining != "and" or self.kinds[candidate - 2] == "M"):
                return False
        row = self.kinds[max(0, candidate - 4) : candidate]
        return not row.endswith("M,c") or row[0] != ","

    def dateline(self) -> bool:
        """Whether all before a dash is the place and day of a report: *PORT SELWYN, Sept. 9 —*, *Oslo (AP) —*."""
        first = self.phrases[0]
        text = self.sentence.words.text[first.start : first.end]
        agency = self.kinds.startswith("(M)-", 1)
        return not self.of_verb and self.kinds[0] == "M" and len(text) > 1 and (text.isupper() or agency)

    def quotation(self, at: int, phrase: Phrase) -> None:
        self.open_at[at] = self.top
        if self.last in "MO" and self.last_mention == at - 1:
            part = self.is_part(at) and (self.last == "M" or self.tag(at + 1) != "N")  # not: the “Today” show Moe said
            if part or (self.last == "M" and self.is_title(at, phrase)):
                return
        if self.preposition and self.kinds[at - 1] == "P" and self.is_title(at, phrase):
            self.preposition = False
            return
        if self.last == "w" and self.lemma(at - 1) == "whose" and self.next_kind(at) in "VB":
            self.top = changed(self.top, subject=at)  # whose | “Swans” | won
            self.last = "M"
            return
        self.preposition = False
        self.sign = "Q," if self.ends_in_comma(phrase) else "Q"
        self.candidate = None
        self.last = "Q"

    def ends_in_comma(self, phrase: Phrase) -> bool:
        """Whether the quotation ends in a comma inside its marks."""
        return phrase.quotation is not None and _last_sign(self.sentence.words.text, phrase.quotation.inner) == ","

    def is_part(self, at: int) -> bool:
        """Whether a quotation is part of a mention: *her | “friend” | Moe*."""
        before = self.phrases[at - 1]
        bare = before.first + 1 == before.last and self.sentence.words.tags[before.first] in "dq"
        return bare and self.kinds[at + 1 : at + 2] == "M"

    def is_title(self, at: int, phrase: Phrase) -> bool:
        """Whether a quotation is a title in what is told of a work: *the film | “Swans” | was*; *all of | “Swans”*."""
        quotation = phrase.quotation
        if quotation is None or self.next_kind(at) not in "VB":
            return False
        word, words = self.phrases[at - 1].word, quotation.inner.text.rstrip(",").split()
        named = self.kinds[at - 1] == "P" or (word is not None and "work" in word.noun)
        if not named or not words:
            return False
        return words[0][0].isupper() and words[-1][0].isupper() and words[-1][-1].isalnum()

    def go_on(self, at: int) -> None:
        """The rest of a mention behind the quotation in it takes the place of its article."""
        first, top = at - 2, self.top
        if top.subject == first:
            self.top = top.having(at, top.verb, top.object)
        elif top.object == first:
            self.top = top.having(top.subject, top.verb, at)
        if self.candidate == first:
            self.candidate = at
        if self.last_oblique == first:
            self.last_oblique = at
        self.last_mention = at

    def mention(self, at: int, phrase: Phrase) -> None:
        top, sign = self.top, self.sign
        if self.last in "MO" and self.around[at - 1] == "Q":
            self.go_on(at)
            return
        points = self.last_mention == at - 1 and (self.is_reflexive(phrase) or self.is_floating(at))
        if points or (self.around[at + 1] == "Q" and self.opens_quotation(at, phrase)):
            return
        if (self.preposition or self.last_oblique == at - 2) and self.is_oblique(at, phrase):
            self.oblique(at)
            return
        self.preposition = False
        if top.inverted and top.subject is None and top.verb is not None:
            self.settle(top.having(at, top.verb, top.object), top.verb)
            self.last, self.last_mention, self.sign = "M", at, ""
            self.candidate = None
            return
        if sign == "Q,":
            top = self.top = Clause("main", at, None, at, ghost=top)
        base = self.beside() if sign == "," and top.closed else top
        if base is not top and base.subject is None and base.verb is None:
            self.top = base.having(at, None, base.object)
        elif top.subject is None and top.verb is None:
            self.top = top.having(at, None, top.object)
        elif top.verb is None and self.last == "M" and top.kind != "rel":
            self.push("rel", at, top, at)
            sign = ""
        elif top.verb is None and not sign and self.last != "O":
            self.top = top.having(at, top.verb, top.object)
        elif top.verb is not None and top.object is None and not sign:
            self.top = top.having(top.subject, top.verb, at)
        if sign != "c" or not self.joins(at):
            if self.head is not None or (sign == "," and self.candidate_after):
                self.note_head(top)
            self.candidate, self.candidate_after = at, sign
        self.last, self.last_mention, self.sign = "M", at, ""

    def note_head(self, top: Clause) -> None:
        """Keep a mention that others describe behind its comma: *Moe, | head of ports, roads and mills*."""
        candidate, before = self.candidate, self.candidate_after
        if self.sign == "," and candidate is not None:
            named = before == "," and top.verb is not None and self.may_be_person(candidate)
            new = self.head is None or self.tag(candidate) == "N"
            if new and (named or before in ("-", ",c", ";", "Q,")):
                self.head = candidate, before
        elif self.sign not in (",", ",c", "c"):
            self.head = None

    def is_oblique(self, at: int, phrase: Phrase) -> bool:
        """Whether a mention stands behind a preposition, or goes on with one that does."""
        subject_pronoun = self.tag(at) == "p"
        if self.preposition and not (subject_pronoun and self.lemma(at) not in _ANYWHERE):
            return True
        if self.last_oblique != at - 2:
            return False
        if self.sign == "c" and not subject_pronoun:
            return self.next_kind(at) not in "VB" or self.has_oblique(at - 2)
        waits = self.sign == "," and self.top.subject is None
        return waits and self.next_kind(at) == "," and self.is_place(phrase)

    def opens_quotation(self, at: int, phrase: Phrase) -> bool:
        """Whether an article goes with the quotation behind it, which somebody says: *The | “x is late,” Moe said*."""
        if phrase.word is None or phrase.word.lemma.lower() not in _ARTICLES:
            return False
        return self.kinds[at + 2 : at + 3] in ("M", "V") and self.ends_in_comma(self.phrases[at + 1])

    @staticmethod
    def is_reflexive(phrase: Phrase) -> bool:
        """Whether a phrase only points at the mention before it: *Moe | himself*."""
        return phrase.word is not None and phrase.word.lemma.endswith(("self", "selves"))

    def is_floating(self, at: int) -> bool:
        """Whether a quantifier goes with what is before it: *they | both | said*, *the brothers | each | said*."""
        word = self.phrases[at - 1].word
        several = word is not None and (word.tag == "p" or (word.plural and word.people))
        return several and self.lemma(at) in _FLOATING and self.next_kind(at) == "V"

    def oblique(self, at: int) -> None:
        """A mention behind a preposition is no subject."""
        if self.sign == "c" and not self.preposition:
            self.sign = ""  # half of the men and | a third of the women said
        self.preposition = False
        self.last, self.last_mention, self.last_oblique = "O", at, at

    def has_oblique(self, at: int) -> bool:
        """Whether a mention that waits for its verb has the oblique one: *said farmers in | Iowa | and Ohio were*."""
        word = self.phrases[at - 2].word if self.candidate == at - 2 else None
        return word is not None and word.plural and takes_clause(self.group_verb(self.top.verb))

    def is_place(self, phrase: Phrase) -> bool:
        """Whether a name behind a comma only tells where: *in Berea, Ohio,*."""
        name = self.sentence.words.text[phrase.start : phrase.end]
        return name in self.places or name.endswith(".") or (len(name) == 2 and name.isupper())

    def joins(self, at: int) -> bool:
        """Whether the mention behind *and* and the one before it are one subject: *said | he and his aunt | were*."""
        if self.candidate != at - 2:
            return False
        if self.kinds[at + 1 : at + 2] == "Q" and self.is_part(at + 1):
            at += 2  # he and his | “friend” aunt
        if self.next_kind(at) not in "VB":
            return False
        if self.candidate_after == ",":
            verb = self.group_verb(self.next_at(at))
            parted = self.top.verb is not None or self.goes_on_behind_comma(self.next_at(at) or at)
            return parted and verb is not None and verb.strong
        return self.candidate_after in ("Q", "Q,") or (
            self.candidate_after == "" and takes_clause(self.group_verb(self.top.verb))
        )

    def settle(self, clause: Clause, verb: int) -> None:
        """Keep a clause whose verb is known."""
        self.top = self.of_verb[verb] = clause
        if clause.subject is not None and self.kinds[verb] in "VB" and clause.kind != "rel":
            self.of_subject.setdefault(clause.subject, verb)

    def complete(self, clause: Clause, subject: int | None, at: int) -> None:
        """Give a clause its subject and its verb."""
        self.settle(clause.having(subject, at, None), at)
        self.candidate = None
        self.sign = ""
        self.last = "V"
        self.preposition = False

    def waiting(self) -> Clause | None:
        """The nearest clause around that has a subject and no verb yet."""
        clause: Clause | None = self.top
        while clause is not None and (clause.verb is not None or clause.subject is None):
            clause = clause.outer
        return clause

    def verb(self, at: int, phrase: Phrase) -> None:
        if self.head is not None or self.parted is not None:
            self.take_up_subject(at, phrase)
        top, candidate = self.top, self.candidate
        parted = top.verb is None and "," in (self.sign, self.candidate_after)
        if parted and (subject := self.inserted(at, phrase)) is not None:
            self.of_verb[at] = Clause("main", subject, None, subject, at)
            self.of_subject.setdefault(subject, at)
            self.candidate, self.last = None, "V"
        elif parted and (subject := self.inserted_inverted(at, phrase)) is not None:
            self.of_verb[at] = Clause("main", at, None, subject, at, inverted=True)
            self.of_subject.setdefault(subject, at)
        elif top.verb is None:
            self.first_verb(at, top, candidate)
        elif self.sign in ("c", ",c"):
            self.coordinate(at, phrase)
        elif self.reported_quotation(at, top) or self.reported_relative(at, top):
            self.open_content(at, top, None)
        elif (resumed := self.resumed()) is not None:
            self.open_content(at, resumed, resumed.object)
        elif candidate is not None and self.adjacent(candidate):
            self.verb_with_candidate(at, phrase, candidate)
        elif candidate is not None and self.described_object(top):
            self.open_content(at, top, top.object)
        elif (waiting := self.waiting()) is not None and not self.is_said_behind(at):
            self.complete(waiting, waiting.subject, at)
        elif self.sign in ("Q,", "Q", ",") and self.inverts(at):
            self.invert(at)
        else:
            self.coordinate(at, phrase)

    def take_up_subject(self, at: int, phrase: Phrase) -> None:
        """Go back to the subject that an apposition or an aside parts from its verb: *and Moe, a clerk, | said*."""
        if self.head is not None and self.sign == "," and self.goes_with_head(at, phrase, self.head[1]):
            (self.candidate, self.candidate_after), self.sign = self.head, ""
        self.head = None
        if self.parted is not None and self.sign == ",":
            (self.candidate, self.top), self.candidate_after, self.sign = self.parted, ",c", ""
            self.parted = None

    def around_quoted(self, at: int, top: Clause) -> Clause | None:
        """The report around a clause whose verb is quoted, once another joins it: *said it “failed,” and | urged*."""
        if top.subject is None or top.kind != "comp" or self.sign not in ("c", ",c"):
            return None
        outer = top.outer
        if outer is None or outer.verb is None or not reports_on(self.phrases[at].group):
            return None
        return outer if self.kinds[top.subject + 1 : at].strip("PM") == "Qc" else None

    def goes_with_head(self, at: int, phrase: Phrase, sign: str) -> bool:
        """Whether a verb goes with a mention before an apposition: *and Moe, a clerk, | said*."""
        if sign == "Q,":
            return True
        if sign != ",":
            return self.top.verb is not None
        verb = phrase.group.verb if phrase.group is not None else None
        ends = self.next_kind(at) in ".,P" or takes_hearer(verb)
        return verb is not None and verb.strong and ends

    def first_verb(self, at: int, top: Clause, candidate: int | None) -> None:
        """The verb of a clause that has none."""
        around = self.around_quoted(at, top)
        if around is not None:
            self.top = around
            self.coordinate(at, self.phrases[at])
            return
        if (hurt := self.described_by_when(at, top)) is not None:
            self.complete(replaced(hurt, at), hurt.subject, at)
            return
        if candidate is not None and candidate != top.subject:
            if self.candidate_after in ("Q", "Q,"):
                self.complete(Clause("main", candidate, None, ghost=top), candidate, at)
                return
            if self.candidate_after == ",c" and self.sign == "" and self.follows_lost_verb(top, candidate):
                self.complete(Clause("main", candidate, None, ghost=top), candidate, at)
                return
            if self.candidate_after in (",", "-") and self.sign == "" and self.takes_over(at, candidate, top.subject):
                main = self.lemma(candidate) in _OTHERS and self.waits_for_main(top)
                self.complete(_FIRST if main else top, candidate, at)
                return
        quoted = self.sign == "Q," and top.subject is not None and self.quoted_predicate(at, top.subject)
        if top.subject is not None and not (quoted and self.inverts(at)):
            self.complete(top, top.subject, at)
        elif self.inverts(at):
            self.invert(at)
        elif (waiting := self.waiting()) is not None:
            self.complete(waiting, waiting.subject, at)
        elif top.outer is not None:
            self.complete(top, top.outer.subject, at)
        else:
            self.complete(top, self.name_before(at), at)

    def takes_over(self, at: int, candidate: int, subject: int | None) -> bool:
        """Whether a mention behind a comma is the subject rather than the one before, which it does not describe."""
        if self.tag(candidate) in ("N", "p") or self.lemma(candidate) in _OTHERS:
            return True
        verb = self.group_verb(at)
        says = verb is not None and verb.strong and verb.cue == "speech"
        if not says or subject is None or self.may_be_person(subject):
            return False
        return self.may_be_person(candidate)

    def follows_lost_verb(self, top: Clause, candidate: int) -> bool:
        """Whether no row stands before a mention behind *, and*: *Unions picket it, and | Moe said*."""
        return top.subject is not None and self.kinds[top.subject + 1 : candidate].count(",") == 1

    def open_content(self, at: int, outer: Clause, subject: int | None) -> None:
        """A clause inside one that takes clauses, with its verb."""
        outer = outer.having(outer.subject, outer.verb, None)
        self.push("comp", at if subject is None else subject, outer, subject, at)
        self.last = "V"

    def reported_quotation(self, at: int, top: Clause) -> bool:
        """Whether a quotation is the subject of what is reported: *said “The Swan” | was dull*."""
        beside = self.sign == "Q" and self.just_before(at - 1) == top.verb
        return beside and takes_clause(self.group_verb(top.verb))

    def reported_relative(self, at: int, top: Clause) -> bool:
        """Whether a relative is the subject of what is reported: *songs Lee said | were dull*, *what he said | was*."""
        held = top.outer is not None and top.outer.verb is not None
        free = top.kind == "wh" and held and self.lemma(top.opened) == "what"
        bare = top.kind == "comp" and self.kinds[top.opened - 1] == "M"  # burnt the letters | the port says | are lost
        bare = bare and held and top.outer is not None and not takes_clause(self.group_verb(top.outer.verb))
        told = ((free or top.kind == "rel") and top.subject is not None and top.subject > top.opened) or bare
        return told and self.just_before(at) == top.verb and takes_clause(self.group_verb(top.verb))

    def adjacent(self, candidate: int) -> bool:
        """Whether nothing parts the mention from the verb, or only an adverb between commas."""
        coordinated = self.sign == "," and self.candidate_after in ("c", ",c")
        return self.sign == "" or (coordinated and self.tag(candidate) == "p")  # and he, once again, | pledged

    def described_object(self, top: Clause) -> bool:
        """Whether an object turns out a subject: *said the judge, a veteran, | was late*, *said ice, too, | fell*."""
        if self.sign != "," or top.object is None or not takes_clause(self.group_verb(top.verb)):
            return False
        return self.candidate_after == "," or self.kinds[top.object + 1 : top.object + 3] == ",P"

    def resumed(self) -> Clause | None:
        """A verb of saying whose object turns out a subject: *said one who left | had*, *said laws made now | end*."""
        if self.sign not in ("", ","):
            return None
        relative: Clause | None = self.top
        while relative is not None and relative.kind not in ("rel", "part"):
            relative = relative.outer
        if relative is None or relative.verb is None or relative.outer is None:
            return None
        if relative.kind == "part" and self.candidate is not None and self.candidate_after:
            return None
        if self.candidate is not None and not self.candidate_after and takes_clause(self.group_verb(self.top.verb)):
            return None  # told Moe, who said | she was late
        outer = relative.outer
        if outer.object is None or not takes_clause(self.group_verb(outer.verb)):
            return None
        described = outer.object == relative.subject or self.is_set_off(relative, outer.object)
        return outer if described or self.is_for_doing(relative, outer.object) else None

    def is_set_off(self, clause: Clause, noun: int) -> bool:
        """Whether a clause between commas tells what a noun does: *said the firm, facing ruin, | asked for help*."""
        return clause.kind == "part" and self.sign == "," == self.kinds[noun + 1 : clause.opened].strip("PM")

    def is_for_doing(self, clause: Clause, noun: int) -> bool:
        """Whether a clause tells what a noun is for: *said the ban | on burning wood | ended*."""
        gerund = clause.opened
        beside = clause.kind == "part" and self.kinds[gerund - 1] == "P"
        return beside and not self.kinds[noun + 1 : gerund].strip("PM")

    def inserted(self, at: int, phrase: Phrase) -> int | None:
        """The subject of a report that stands between commas while another waits: *The ship, | Moe said, was late*."""
        verb = phrase.group.verb if phrase.group is not None else None
        if verb is None or not verb.strong or self.top.subject is None:
            return None
        parted = self.candidate != self.top.subject and not self.sign
        return self.candidate if parted and takes_clause(verb) and self.goes_on_behind_comma(at) else None

    def inserted_inverted(self, at: int, phrase: Phrase) -> int | None:
        """The subject of a report that stands so while another subject waits: *The ship, said | Moe, was late*."""
        verb = phrase.group.verb if phrase.group is not None else None
        if verb is None or not verb.strong or not takes_clause(verb) or self.sign != ",":
            return None
        subject = self.next_at(at)
        if subject is None or self.kinds[subject] != "M" or self.top.subject is None:
            return None
        return subject if self.goes_on_behind_comma(subject) else None

    def goes_on_behind_comma(self, at: int) -> bool:
        """Whether a comma and, soon, a finite verb follow, the one told passed over."""
        told = self.next_at(at)
        if told is not None and self.kinds[told] == "M" and takes_hearer(self.group_verb(at)):
            at = told
        after = behind_described(self.kinds, at) or self.next_at(at)
        if after is None or self.kinds[after] != ",":
            return False
        return not _FINITE.isdisjoint(self.kinds[after + 1 : after + 6])

    def name_before(self, at: int) -> int | None:
        """A name directly before a verb that no other mention waits for: *At the party Sen. Lee | said*."""
        before = len(self.kinds[:at].rstrip("rT)("))
        return before - 1 if before and self.tag(before - 1) in ("N", "p") else None

    def quoted_predicate(self, at: int, subject: int) -> bool:
        """Whether a quotation holds the verb of the subject: *The address “was late,” | said Moe*."""
        if self.top.kind != "main":
            return False
        before = self.just_before(at)
        if before is None or self.kinds[before] != "Q":
            return False
        return "," not in self.kinds[subject:before]

    def verb_with_candidate(self, at: int, phrase: Phrase, candidate: int) -> None:
        top = self.top
        if (described := self.described(top, candidate)) is not None:
            self.complete(replaced(described, at), described.subject, at)
            return
        if self.candidate_after == "" and not self.is_main_behind_told(at, top):
            verb = self.group_verb(top.verb)
            below: Clause | None = top
            while below is not None and below.verb is not None:
                below = below.outer
            main = below is not None and (self.is_last_verb(at, below) or self.is_behind_thing(at, below, candidate))
            told = takes_clause(verb) and not main
            if told or (self.tag(candidate) == "p" and below is None):
                self.open_content(at, top, candidate)
            elif below is not None and below.subject is not None:
                self.complete(below, below.subject, at)
            elif below is not None:
                self.complete(below, candidate, at)
            elif phrase.group is not None and phrase.group.form == "past" and self.may_be_participle(phrase):
                self.participle(at, phrase)
            else:
                self.open_content(at, top, candidate)
            return
        base = self.beside()
        if self.candidate_after == "," and self.waits_for_main(base):
            base = next(c for c in base.chain() if c.outer is None)  # If she says it rains, | Moe stays
        if self.candidate_after == ",c" and base.outer is not None and self.lemma(candidate - 1) == "but":
            base = base.outer
        if base.outer is not None and self.starts_anew(phrase):
            base = base.outer
        if self.unfinished(base):
            self.push("comp", candidate, base, candidate, at)
            self.last = "V"
            return
        self.complete(Clause(base.kind, candidate, base.outer, ghost=base, depth=base.depth), candidate, at)

    def is_last_verb(self, at: int, waiting: Clause) -> bool:
        """Whether a clause that waits behind a gerund gets no other verb: *the cost of telling tales | was high*."""
        top, subject = self.top, waiting.subject
        if top.kind != "part" or top.outer is not waiting or subject is None or top.verb is None:
            return False
        beside = _PARTING.isdisjoint(self.kinds[subject : top.verb])
        return beside and _FINITE.isdisjoint(self.kinds[at + 1 :].partition(",")[0])

    def is_behind_thing(self, at: int, waiting: Clause, candidate: int) -> bool:
        """Whether what somebody did to a thing stands before their report: *who answered the phone | said*."""
        verb = self.group_verb(at)
        says = verb is not None and verb.strong and verb.cue == "speech"
        return says and self.top.kind == "rel" and self.top.outer is waiting and not self.may_be_person(candidate)

    def is_main_behind_told(self, at: int, top: Clause) -> bool:
        """Whether the sentence has no other main clause: *When I asked the guard | he laughed*."""
        told = top.kind == "sub" and top.object is not None and takes_hearer(self.group_verb(top.verb))
        told = told and self.lemma(top.opened) != "if"  # if anyone tells you | the ferry is late, leave
        return told and self.waits_for_main(top) and _SUBJECT_AND_VERB.search(self.kinds, at + 1) is None

    def starts_anew(self, phrase: Phrase) -> bool:
        """Whether a report goes with the main clause: *Moe said he was late, and when asked, | he said*."""
        verb = phrase.group.verb if phrase.group is not None else None
        if verb is None or not verb.strong or not takes_clause(verb):
            return False
        return any(
            c.kind == "sub" and self.kinds[max(0, c.opened - 2) : c.opened] in (",c", "c,") for c in self.top.chain()
        )

    @staticmethod
    def waits_for_main(clause: Clause) -> bool:
        """Whether a clause stands in one that opens the sentence, and the main clause is still to come."""
        *inner, main = clause.chain()
        if any(c.kind == "inf" for c in inner):
            return False  # To hear Moe tell it, | the crash was small
        return main is not clause and main.verb is None and main.subject is None

    def tag(self, at: int) -> str:
        """What the last word of a phrase is."""
        word = self.phrases[at].word
        return word.tag if word is not None else ""

    def lemma(self, at: int) -> str:
        """The last word of a phrase, written small; empty before the first."""
        word = self.phrases[at].word if at >= 0 else None
        return word.lemma.lower() if word is not None else ""

    def noun(self, at: int) -> str:
        """The kinds of noun that the last word of a phrase is."""
        word = self.phrases[at].word
        return word.noun if word is not None else ""

    def unfinished(self, clause: Clause) -> bool:
        """Whether nothing has been said yet: *She said, if asked, | she would*."""
        verb = self.group_verb(clause.verb)
        if clause.verb is None or not takes_clause(verb):
            return False
        after = self.next_at(clause.verb)
        if clause.object is not None:
            if after != clause.object or not takes_hearer(verb):
                return False
            after = self.next_at(after)
        return after is not None and self.kinds[after] == "," and self.candidate_after == ","

    def beside(self) -> Clause:
        """The clause beside which a new one begins: subordinate ones are over."""
        clause = self.top
        while clause.kind in _BESIDE and clause.outer is not None:
            clause = clause.outer
        return clause

    def coordinate(self, at: int, phrase: Phrase) -> None:
        """*Moe shrugged and said*: the subject of a clause before."""
        clause = self.top
        group = phrase.group
        strong = reports_on(group)
        while clause.outer is not None:
            own = self.phrases[clause.verb].group if clause.verb is not None else None
            outer = self.group_verb(clause.outer.verb)
            tense = (
                group is not None
                and own is not None
                and (group.form == "past" and (own.modal or own.form in ("base", "present", "infinitive")))
            )
            nested = strong and clause.kind == "comp" and outer is not None and outer.cue != ""
            nested = nested and not self.is_told_of(clause, group)
            if clause.kind == "sub" and self.sign == "c" and (self.is_empty(clause.outer) or self.sets_against(clause)):
                break  # after Moe came and | said so, …; there was a row when Moe came and | said so
            to_do = clause.kind == "inf" and group is not None and group.form in ("past", "present")
            if clause.kind in ("part", "sub", "wh") or to_do or tense or nested or self.sign == ",c":
                clause = clause.outer
            else:
                break
        self.complete(replaced(clause, at), clause.subject, at)

    def is_told_of(self, clause: Clause, group: Group | None) -> bool:
        """Whether what is told now of what was done goes on: *says he met Moe and | asked him to leave*."""
        told, own = (
            self.phrases[each.verb].group if each is not None and each.verb is not None else None
            for each in (clause.outer, clause)
        )
        if group is None or told is None or own is None:
            return False
        return told.form == "present" and not told.perfect and own.form == group.form == "past"

    def sets_against(self, clause: Clause) -> bool:
        """Whether a clause is about somebody else than the sentence: *Lee left, while Moe stayed and | said so*."""
        against = self.lemma(clause.opened) in AGAINST and self.kinds[clause.opened - 1] == ","
        return against and clause.subject is not None and self.may_be_person(clause.subject)

    def is_empty(self, clause: Clause) -> bool:
        """Whether nobody does anything in a clause: it has no verb yet, or begins with *there* or *it*."""
        return clause.verb is None or (clause.subject is not None and self.lemma(clause.subject) in _EMPTY)

    def described(self, top: Clause, candidate: int) -> Clause | None:
        """The clause whose verb only describes its subject: *a man | accused of stealing a car | told*."""
        outer = top.outer
        if top.kind != "part" or top.verb is None or outer is None or outer.verb is None or outer.subject is None:
            return None
        hangs = outer.verb == outer.subject + 1 and top.verb == outer.verb + 2 and self.kinds[outer.verb + 1] == "P"
        group, last = self.phrases[outer.verb].group, self.kinds[candidate - 1]
        past = group is not None and group.form == "past" and last in "GP"
        return outer if hangs and past and not takes_clause(self.group_verb(top.verb)) else None

    def described_by_when(self, at: int, top: Clause) -> Clause | None:
        """The clause whose verb only describes its subject, as behind *after*: *a man | hurt after a fall | told*."""
        outer, says = top.outer, self.group_verb(at)
        if top.kind != "sub" or top.subject is None or outer is None or outer.verb != top.opened - 1:
            return None
        if outer.subject != outer.verb - 1 or says is None or not says.strong or says.cue != "speech":
            return None
        fits = self.may_be_participle(self.phrases[outer.verb]) and self.may_be_person(outer.subject)
        thing = self.sentence.words.tags[self.phrases[top.subject].last - 1] == "n" and not self.may_be_person(
            top.subject
        )
        return outer if fits and thing else None

    def inverts(self, at: int) -> bool:
        """Whether the subject of this verb follows it: *“…,” said Moe*."""
        group = self.phrases[at].group
        if group is None or group.form not in ("past", "present") or group.passive:
            return False
        if self.sign == "," and not (group.verb is not None and group.verb.strong):
            return False
        before = self.just_before(at)
        beside = before is not None and self.kinds[before] == "Q" and self.sign == "Q,"
        if beside and self.judges_too(group):
            return False
        if self.sign == "Q" and self.top.kind == "comp" and self.top.verb is None and before is not None:
            return self.kinds[before - 1] != "t"  # argued that “bakers” | let the mill burn
        if beside or (before is not None and self.kinds[max(0, before - 1) : before + 1] == "Q,"):
            return self.next_kind(at) in "MP" or self.subject_behind_aside(at)
        following = self.next_at(at)
        if following is None or self.kinds[following] != "M":
            return False
        if self.sign == "," and self.next_kind(following) in "VBM":
            return False  # *Moe, a clerk, said | she was*
        if self.sign == "," and self.judges_too(group):
            return False  # *Moe fed the crew, mocked | the cook, and said*
        frames = group.verb.frames if group.verb is not None else frozenset()
        if self.sign == "," and self.next_kind(following) == "Q" and "object" in frames:
            return False  # *the letter, sent on Monday, called | it “odd”*
        if self.sign == "," and self.next_kind(following) == "c" and self.next_kind(following + 1) == "V":
            return False  # *Moe fed the crew, thanked | the cook and said*
        return self.tag(following) != "o"

    def judges_too(self, group: Group) -> bool:
        """Whether a verb that judges has its object behind it: *called it “mad,” | denounced the mayor*.

        Its subject is known, or waits for it: *a letter that, while late, | accused the mayor*.
        """
        verb = group.verb
        judges = verb is not None and verb.cue == "judgement" and "quote" not in verb.frames
        if not judges:
            return False
        return (self.top.subject is not None and self.top.verb is not None) or self.waiting() is not None

    def is_said_behind(self, at: int) -> bool:
        """Whether a verb that says, and needs no hearer, has its subject behind it: *“is late,” | said Moe*."""
        verb, following = self.group_verb(at), self.next_at(at)
        if self.sign != "Q," or verb is None or not verb.strong or verb.cue != "speech" or takes_hearer(verb):
            return False
        if following is None or self.kinds[following] != "M" or not self.may_be_person(following):
            return False  # Moe, who calls it “late,” | denies negligence
        return self.next_kind(following) in ",.$"

    def subject_behind_aside(self, at: int) -> bool:
        """Whether a mention follows behind an adverbial between commas: *“…,” said, not quite surely, | Moe*."""
        aside, _, rest = self.kinds[at + 1 :].removeprefix(",").partition(",")
        return self.kinds[at + 1 : at + 2] == "," and rest.startswith("M") and not aside.strip("rPMTj")

    def invert(self, at: int) -> None:
        base = self.beside()
        fresh = (
            base
            if base.verb is None and base.subject is None and base.kind == "main"
            else Clause("main", at, None, ghost=base)
        )
        self.top = changed(fresh, kind="main", inverted=True, subject=None)
        self.complete(self.top, self.top.subject, at)

    @staticmethod
    def may_be_participle(phrase: Phrase) -> bool:
        """Whether the verb may be a participle as well: *an ad | titled*, but not *an ad | wrote*."""
        return phrase.word is not None and "d" in phrase.word.forms and phrase.first + 1 == phrase.last

    def next_at(self, at: int) -> int | None:
        """The next phrase that is no adverb and no time."""
        for k in range(at + 1, min(at + 5, len(self.phrases))):
            if self.kinds[k] not in "rT":
                return k
        return None

    def next_kind(self, at: int) -> str:
        following = self.next_at(at)
        return "$" if following is None else self.kinds[following]

    def group_verb(self, at: int | None) -> Verb | None:
        group = self.phrases[at].group if at is not None else None
        return group.verb if group is not None else None

    def carrier(self) -> Clause | None:
        """The clause whose subject a participle after a comma takes: never one said or relative."""
        return next(
            (
                c
                for c in self.top.chain()
                if c.subject is not None and (c.kind == "main" or self.tells_where(c) or self.tells_why(c))
            ),
            None,
        )

    def tells_why(self, clause: Clause) -> bool:
        """Whether a clause goes on behind its comma: *left | when he heard, saying*, not *| after they met, saying*."""
        main = clause.outer
        if clause.kind != "sub" or main is None or main.verb is None or main.subject is None:
            return clause.kind == "sub"
        opening, group = self.lemma(clause.opened), self.phrases[main.verb].group
        acts = self.may_be_person(main.subject) and not (group is not None and group.lemma in _PRICES)
        return opening not in _NEVER_WHY and not (opening in _TIMES and acts)

    def tells_where(self, clause: Clause) -> bool:
        """Whether a clause is one of place or time: *where dozens had met, chanting*."""
        opening = self.lemma(clause.opened)
        if clause.kind == "rel":
            return opening == "which" and self.kinds[clause.opened - 1] == "P"
        return clause.kind == "wh" and opening in ("where", "when")

    def gerund(self, at: int, _: Phrase) -> None:
        top = self.top
        subject: int | None
        if self.preposition:
            subject = self.doer(at)
        elif self.last == "M" and self.just_before(at) == self.last_mention is not None:
            subject = self.last_mention
            word = self.phrases[subject].word
            kinds = self.noun(subject)
            group = self.phrases[top.verb].group if top.verb is not None else None
            made = group is not None and group.lemma in _MAKES
            itself = self.lemma(at) == "read" and not made  # wore a hat | reading “x”
            written = group is not None and group.lemma in _WRITES
            document = written or (made and ("document" in kinds or "speech" in kinds))
            person = word is not None and (word.tag in "Npo" or word.plural or word.people or "document" in kinds)
            objective = self.candidate == subject and self.candidate_after == ""
            if objective and not itself and top.subject is not None and (document or not person):
                subject = top.subject
        elif (
            self.just_before(at) == self.last_mention is not None
            and (companion := self.with_before(self.last_mention)) is not None
        ):
            subject = companion
        elif self.last == "V" and top.subject is not None and self.just_before(at) == top.verb:
            subject = top.subject
        elif self.sign == "c" and (partner := self.partner()) is not None:
            subject = partner.subject
        elif self.sign == "," and self.is_seen(top):
            subject = top.subject
        else:
            carrier = self.carrier()
            subject = carrier.subject if carrier is not None else None
        self.push("part", at, top, subject, at)
        self.last = "G"

    def is_seen(self, clause: Clause) -> bool:
        """Whether somebody is seen or heard to do what a participle tells: *heard Moe going on, | calling it late*."""
        seen = clause.kind == "part" and clause.outer is not None and clause.subject == clause.opened - 1
        if not seen or clause.outer is None or clause.outer.object != clause.subject or clause.outer.verb is None:
            return False
        group = self.phrases[clause.outer.verb].group
        return group is not None and group.lemma in _SENSES

    def doer(self, at: int) -> int | None:
        """Who does what a preposition brings: the nearest subject that may say so: *the plan that won by | urging*."""
        subjects = [c.subject for c in self.top.chain() if c.subject is not None]
        verb = self.group_verb(at)
        if len(subjects) > 1 and verb is not None and verb.strong and verb.cue == "speech":
            return next(filter(self.may_be_person, subjects), subjects[0])
        return subjects[0] if subjects else None

    def just_before(self, at: int) -> int | None:
        """The phrase before, adverbs and times passed over."""
        at -= 1
        while at >= 0 and self.kinds[at] in "rT":
            at -= 1
        return at if at >= 0 else None

    def partner(self) -> Clause | None:
        """The participle clause that *and* goes on from: *tweeting … and asking*."""
        parts = [c for c in self.top.chain() if c.verb is not None and self.kinds[c.verb] == "G"]
        apart = (c for c in parts if self.kinds[c.opened - 1] in ",-Q")
        return next(apart, parts[0] if parts else None)

    def with_before(self, at: int) -> int | None:
        """Who does what is told: *with | the mayor of Ulm | saying*, else the nearest name behind *of*."""
        head = at
        while self.lemma(head - 1) in ("of", "from", "for", "in", "at"):
            head -= 2
        if self.lemma(head - 1) == "with":
            return head
        return at if self.lemma(at - 1) == "of" and self.tag(at) == "N" else None

    def participle(self, at: int, _: Phrase) -> None:
        subject = self.last_mention if self.sign == "" else None
        if subject is None:
            carrier = self.carrier()
            subject = carrier.subject if carrier is not None else None
        self.push("part", at, self.top, subject, at)
        self.last = "E"

    def infinitive(self, at: int, _: Phrase) -> None:
        top = self.top
        told = top.object is not None and self.governs_object(top.verb)
        bare = self.phrases[at].first + 1 == self.phrases[at].last
        subject = self.last_mention if bare else top.object if told else self.meant_to_do(at) or top.subject
        if self.sign == "," and (carrier := self.carrier()) is not None:
            subject = carrier.subject  # met those who had won, | to tell them
        self.push("inf", at, top, subject, at)
        self.last = "I"

    def meant_to_do(self, at: int) -> int | None:
        """Who is to do what follows: *waited for | Moe | to say*, *rely on | users | to*, *left it to | Moe | to*."""
        mention = self.last_mention
        if self.last != "O" or mention is None or self.just_before(at) != mention:
            return None
        group = self.phrases[self.top.verb].group if self.top.verb is not None else None
        while self.phrases[mention - 1].kind == "c" and mention > 1:
            mention -= 2
        before = self.lemma(mention - 1)
        leans = before in ("on", "upon") and group is not None and group.lemma in _LEANS
        leans = leans or (before == "to" and self.top.subject is not None and self.lemma(self.top.subject) == "it")
        return mention if (before == "for" or leans) and self.may_be_person(mention) else None

    def governs_object(self, at: int | None) -> bool:
        """Whether the object of a verb is the one who does what follows: *urged Moe to*, *led Moe to*."""
        group = self.phrases[at].group if at is not None else None
        if group is None:
            return False
        verb = group.verb
        return group.lemma in _MOVES or (verb is not None and {"hearer", "to"} <= verb.frames)

    def that(self, at: int, _: Phrase) -> None:
        verb = self.group_verb(self.top.verb)
        if self.last in "MO" and self.last_mention is not None and self.kind_behind_aside(at) in "VB":
            self.push("rel", at, self.top, self.last_mention)
        elif self.sign in ("c", ",c") and (told := self.told_beside(at)) is not None:
            self.push("comp", at, told)
        elif self.top.verb is not None and self.tells_here(verb):
            self.push("comp", at, self.top)
        elif (waiting := self.waiting_for_that()) is not None:
            self.push("comp", at, waiting)
        elif self.last in "MO" and self.last_mention is not None:
            noun = self.is_told(self.last_mention)
            if not noun and self.last == "O" and self.lemma(self.last_mention - 1) in self.tellers(self.last_mention):
                noun = self.is_told(self.last_mention - 2)  # a claim by Moe | that …
            self.push("comp" if noun else "rel", at, self.top, None if noun else self.last_mention)
        else:
            self.push("comp", at, self.top)
        self.last = "t"

    def told_beside(self, at: int) -> Clause | None:
        """The report that tells another thing behind *and*: *said Lee told Moe to leave, and | that he was late*."""
        clause = self.top
        if clause.kind != "comp" or clause.verb is None or "t" in self.kinds[clause.verb : at]:
            return None
        return clause.outer

    def kind_behind_aside(self, at: int) -> str:
        """The kind of what follows, what is between commas passed over: *a letter that, | while late, | accused*."""
        following = self.next_at(at)
        if following is not None and self.kinds[following] == "," and (end := self.kinds.find(",", following + 1)) > 0:
            return self.next_kind(end)
        return self.next_kind(at)

    def tells_here(self, verb: Verb | None) -> bool:
        """Whether *that* goes with the open verb, and that does not only describe: *said in a letter | seen by Moe*."""
        top = self.top
        if takes_hearer(verb) and not top.closed:
            return takes_clause(verb)
        parted = "M," if top.closed else "M"  # in a letter, written by Moe, | that
        describes = top.verb is not None and self.kinds[top.verb] == "E" and self.kinds[top.verb - 1] in parted
        return takes_clause(verb) and top.object is None and not describes

    def tellers(self, at: int) -> Collection[str]:
        """The prepositions behind which somebody stands whose words they are: *a claim by a man*, *the fear of Moe*."""
        return _TELLERS_NAMED if self.tag(at) == "N" else _TELLERS

    def is_told(self, at: int) -> bool:
        """Whether a noun is one of speech, or for a document."""
        kinds = self.noun(at)
        return "speech" in kinds or "document" in kinds

    def waiting_for_that(self) -> Clause | None:
        """The clause around that still waits for *that*: *told Moe before he left the hall | that*."""
        if self.last == "M":
            return None
        clause = self.top
        while clause.outer is not None and clause.kind in _BESIDE and clause.kind != "wh" and clause.verb is not None:
            if self.lemma(clause.opened) in _ASKING or (clause.subject and self.lemma(clause.subject) == "it"):
                return None  # asked if, when it struck her that
            clause = clause.outer
            verb = self.group_verb(clause.verb)
            if verb is not None and verb.strong and takes_clause(verb):
                free = clause.object is None or takes_hearer(verb)
                return clause if free else None
        return None

    def person_near(self, at: int) -> int:
        """The nearest mention up to a place that may be a person: *says to Moe on camera, | who*."""
        for k in range(at, max(-1, at - 8), -1):
            if self.kinds[k] != "M" or not self.may_be_person(k):
                continue
            behind = k > 1 and self.kinds[k - 2] == "M" and self.may_be_person(k - 2)
            if behind and self.kinds[k - 1] == "," and self.tag(k) == "#":
                continue  # Moe, 77, | who
            if not (behind and self.lemma(k - 1) in ("of", "from", "in", "at", "for")):
                return k
        return at

    def may_be_person(self, at: int) -> bool:
        word = self.phrases[at].word
        if word is None or word.tag in "Npo#q" or word.plural:
            return True
        return word.people

    def relative(self, at: int, _: Phrase) -> None:
        lemma, near = self.lemma(at), self.last_mention
        if lemma in ("who", "which", "whom", "whose") and self.last in "MO,-P" and near is not None:
            subject = None if lemma == "whose" else self.person_near(near) if lemma == "who" else near
            self.push("rel", at, self.top, subject)
        else:
            self.push("wh", at, self.top)
            if lemma == "who":
                self.top = changed(self.top, subject=at)
        self.last = "w"


_Handler = Callable[[_Reader, int, Phrase], None]
_HANDLERS: Mapping[str, _Handler] = {
    "M": _Reader.mention, "V": _Reader.verb, "B": _Reader.verb, "Q": _Reader.quotation, "P": _Reader.prepositional,
    "G": _Reader.gerund, "E": _Reader.participle, "I": _Reader.infinitive, "t": _Reader.that, "w": _Reader.relative,
    "T": _Reader.time, "s": _Reader.subordinator, "c": _Reader.coordinator, ",": _Reader.comma, "-": _Reader.comma,
    ";": _Reader.comma, ":": _Reader.comma, "(": _Reader.bracket, ")": _Reader.bracket_end,
}  # fmt: skip


def _last_sign(text: str, said: Span) -> str:
    """The last character of what is quoted, blanks passed over; nothing where there is none."""
    start, end = said.start, said.end
    while end > start and text[end - 1].isspace():
        end -= 1
    return text[end - 1] if end > start else ""


_BY_KINDS = frozenset("Q QMV. QMVM. QMVr. MVQ MV,Q MV:Q MVM:Q".split())
"""Sentences whose words tell nothing of their clauses: all that does are the kinds of their phrases, and a comma at the
end of what is quoted."""
_Told = tuple[Clause, Mapping[int, Clause], Mapping[int, Clause], Mapping[int, int]]
_told: dict[tuple[str, bool], _Told] = {}  # their clauses, read once for all of a kind


def read_clauses(sentence: Sentence, lexicon: Lexicon) -> Reading:
    """The clauses of a sentence."""
    kinds = sentence.kinds
    if kinds not in _BY_KINDS:
        return _Reader(sentence, lexicon.places).read()
    quotation = sentence.phrases[kinds.index("Q")].quotation
    comma = quotation is not None and _last_sign(sentence.words.text, quotation.inner) == ","
    told = _told.get((kinds, comma))
    if told is None:
        read = _Reader(sentence, lexicon.places).read()
        told = _told[kinds, comma] = read.last, read.open_at, read.of_verb, read.of_subject
    return Reading(sentence, *told)
