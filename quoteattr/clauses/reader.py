"""Reader: a sentence on the way from its first phrase to its last, and the ways to look around in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import define, field

from ..lexicon import Verb
from ..phrases import Phrase, Sentence
from ..span import Span
from .clause import FIRST, Clause, ClauseKind

_DEEPEST = 40  # clauses kept around the open one
FINITE = frozenset("VB")  # kinds of phrases that are finite verbs
BESIDE = frozenset({"sub", "rel", "part", "inf", "wh"})


@define(eq=False)
class Reader:
    """A sentence whose phrases are read one by one: the clause that is open, and what has come since its last verb."""

    sentence: Sentence
    places: Collection[str]
    phrases: Sequence[Phrase] = field(init=False)
    kinds: str = field(init=False)
    around: str = field(init=False)
    top: Clause = field(default=FIRST, init=False)
    preposition: bool = field(default=False, init=False)
    begin: int = field(default=0, init=False)
    candidate: int | None = field(default=None, init=False)
    candidate_after: str = field(default="", init=False)  # the sign before the candidate
    head: tuple[int, str] | None = field(default=None, init=False)
    """A mention that an apposition follows, and the sign before it."""
    parted: tuple[int, Clause] | None = field(default=None, init=False)
    """A new subject that an aside parts from its verb, and the clause."""
    sign: str = field(default="", init=False)  # the sign since the last mention or verb
    last: str = field(default="^", init=False)  # the kind of the last phrase, adverbs and times passed over
    last_mention: int | None = field(default=None, init=False)
    last_oblique: int | None = field(default=None, init=False)
    outside: tuple[Clause, int | None, str, str, str, int | None] | None = field(default=None, init=False)
    """What was open before a bracket."""
    aside_end: int = field(default=0, init=False)  # where the aside between dashes ends
    open_at: dict[int, Clause] = field(factory=dict, init=False)
    of_verb: dict[int, Clause] = field(factory=dict, init=False)
    of_subject: dict[int, int] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        """Have the phrases of the sentence, and their kinds, a letter each."""
        sentence = self.sentence
        self.phrases, self.kinds, self.around = sentence.phrases, sentence.kinds, sentence.around

    def set_aside(self, at: int) -> None:
        """Keep what is open, and read what follows apart."""
        self.outside = self.top, self.candidate, self.candidate_after, self.sign, self.last, self.last_mention
        self.push("main", at, None)
        self.last = "^"

    def take_back(self) -> None:
        """Go on with what was set aside."""
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

    def beside(self) -> Clause:
        """The clause beside which a new one begins: subordinate ones are over."""
        clause = self.top
        while clause.kind in BESIDE and clause.outer is not None:
            clause = clause.outer
        return clause

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

    def group_verb(self, at: int | None) -> Verb | None:
        """The verb of a phrase, as the lexicon has it."""
        group = self.phrases[at].group if at is not None else None
        return group.verb if group is not None else None

    def may_be_person(self, at: int) -> bool:
        """Whether a mention may be somebody."""
        word = self.phrases[at].word
        if word is None or word.tag in "Npo#q" or word.plural:
            return True
        return word.people

    def next_at(self, at: int) -> int | None:
        """The next phrase that is no adverb and no time."""
        for k in range(at + 1, min(at + 5, len(self.phrases))):
            if self.kinds[k] not in "rT":
                return k
        return None

    def next_kind(self, at: int) -> str:
        """The kind of the next phrase that is no adverb and no time; ``$`` at the end."""
        following = self.next_at(at)
        return "$" if following is None else self.kinds[following]

    def just_before(self, at: int) -> int | None:
        """The phrase before, adverbs and times passed over."""
        at -= 1
        while at >= 0 and self.kinds[at] in "rT":
            at -= 1
        return at if at >= 0 else None

    def ends_in_comma(self, phrase: Phrase) -> bool:
        """Whether the quotation ends in a comma inside its marks."""
        return phrase.quotation is not None and last_sign(self.sentence.words.text, phrase.quotation.inner) == ","

    @staticmethod
    def waits_for_main(clause: Clause) -> bool:
        """Whether a clause stands in one that opens the sentence, and the main clause is still to come."""
        *inner, main = clause.chain()
        if any(c.kind == "inf" for c in inner):
            return False  # To hear Moe tell it, | the crash was small
        return main is not clause and main.verb is None and main.subject is None

    @staticmethod
    def may_be_participle(phrase: Phrase) -> bool:
        """Whether the verb may be a participle as well: *an ad | titled*, but not *an ad | wrote*."""
        return phrase.word is not None and "d" in phrase.word.forms and phrase.first + 1 == phrase.last


def last_sign(text: str, said: Span) -> str:
    """The last character of what is quoted, blanks passed over; nothing where there is none."""
    start, end = said.start, said.end
    while end > start and text[end - 1].isspace():
        end -= 1
    return text[end - 1] if end > start else ""
