"""Letters: what each word of a sentence is, told from left to right; Group: a verb with its auxiliaries.

A word that may be a noun or a verb is settled by the words around it. The letters that come out, and the phrases
made of them, are listed in ``phrases``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from .lexicon import Verb, Word
from .words import Words

# Determiners and quantifiers that may be a mention to themselves: *another said*.
_ALONE = frozenset("all another both each either many most neither one others some that these this those".split())
_OWN = {"other": "the", "his": "of"}  # and behind another word: the other, a friend of his
_SEVERAL = frozenset("both many most others several these those".split())  # never of one
_SINGLE = frozenset("another each either neither that this".split())  # never of several: each | time he
_POINTS = frozenset({"that", "this"})
# Words behind a verb that make another verb of it and yet are no part of the cue: *put it*, *spoke of*.
_NO_PARTICLES = frozenset("of as about to for against at with from aloud".split())
# By what something is said, not by whom: *said by | telephone*.
MEANS = frozenset("cable email e-mail fax letter mail phone post radio telegram telephone text video".split())
_LATER = frozenset("after ago before earlier later".split())
_TITLED = 6  # words up to the comma behind a name: retired | nurse Ida Moe, 44, said
# Quantifiers that may stand apart from what they go with: *have | both | said*.
_FLOATING = frozenset({"all", "both", "each"})
_HELPS = frozenset({"let", "make", "help"})
_SHARES = frozenset({"percent", "%", "pct"})
_PARTS = frozenset({"half", "a", "one"})  # at least | half of them, a third, one in five
_POINTED = frozenset({"after", "before"})  # with a noun, or with a clause
_EARLY = frozenset({"early", "late"})
_SENSES = frozenset({"hear", "overhear", "see", "watch", "let", "make"})
_ROUGHLY = frozenset({"about", "around", "over", "under"})
_DEGREES = frozenset({"more", "most", "less"})  # before a participle: is | more | convinced
_AROUND = frozenset({"outside", "inside"})  # prepositions that describe a noun, too: outside experts say
_CLOSE = frozenset({"close"})
_PARTICLES = frozenset(
    "abu af al av ben bin bint da das de del della den der des di do dos du e el ibn la le ten ter van vom von y zu"
    " zur".split()
)
_FINITE = frozenset("VB")
_ENDS_OR_FINITE = _FINITE | frozenset(",;:.-Qtws")
"""What tells whether a part of a sentence has a finite verb: its verb, or what opens another part."""
_ONE = frozenset({"a", "an", "this", "that", "another", "each"})  # determiners that no plural has
_BY_NAME = frozenset({"call", "name", "dub"})
_CALLED = frozenset({"name", "himself", "herself", "themselves"})
_IN_SUBJECT = frozenset("nNjdeg#q'")  # letters of the words that a subject is made of
_NOTED = frozenset("PVB,;:-Qwstc(")  # letters that tell something of those to come
_NO_WORD, _NO_VERB = Word("$", ""), Verb("", noun="some")
_YEAR = 4  # the length of a year
_CONTRACTED = 2  # the length of a contracted auxiliary: *'d*, *'s*
_FAR = 30  # words that are looked at on either side
_NEAR = 14  # words from *after* to the verb of its clause


class Group(NamedTuple):
    """What a group of verbs shows: its verb, where its main word stands, its form, and what is said of it.

    ``form`` is ``past``, ``present``, ``base``, ``participle``, ``gerund`` or ``infinitive``.
    """

    verb: Verb | None
    lemma: str
    start: int
    end: int
    form: str
    passive: bool = False
    negative: bool = False
    modal: bool = False
    perfect: bool = False
    conditional: bool = False


def tell_letters(words: Words, begin: int, end: int) -> Mapping[int, Group]:
    """Settle the letters of the words from ``begin`` to ``end``, and give the groups of verbs by their main word."""
    return _Teller(words, begin, end).tell()


def _small(word: Word, small: Word, following: str) -> Word | None:
    """What a capitalised word at the start of a sentence is when written small, if that is likelier.

    One that is a role and bare is a name before a verb: *Baker said*, but *Bakers said*, *Baker Moe said*.
    """
    if word.given and following == "N":
        return None
    tag = small.tag
    if following == "'" or (tag == "j" and following in "v,"):
        return None
    if tag in "jrT":
        return small
    if tag == "v":
        if "g" in small.forms:
            if following == "N" and (small.verb is None or not small.verb.cue):
                return None
            return small if following not in "vbhmD" else None
        if small.forms[0] in "dn":
            return small if following in "PtswridT" else None
        return small if small.noun and following in "vbhmDrP" else None
    if small.noun and not (small.noun == "role" and not small.plural and following in "vbhmD,"):
        return small
    return None


def takes_statement(group: Group) -> bool:
    """Whether a finite verb says something, and can have nothing else for its object: *said*, not *reported*."""
    verb = group.verb
    plain = verb is not None and verb.strong and verb.noun == "never" and "that" in verb.frames
    return plain and not group.passive


class _Teller:
    """Tells nouns from verbs in one sentence, left to right, and marks what goes with them.

    ``tags`` is rewritten in place for the words from ``begin`` to ``end``.
    """

    def __init__(self, words: Words, begin: int, end: int) -> None:
        self.words = words.words
        self.tags = words.tags
        self.text = words.text
        self.starts = words.starts
        self.ends = words.ends
        self.begin = begin
        self.end = end
        self.groups: dict[int, Group] = {}
        self.auxiliaries: list[int] = []  # open ones, before a verb that has not come yet
        self.asked = ""  # an auxiliary that stands before its subject: *did Lee say*
        self.asked_at = -1
        self.tall = self.in_headline()
        self.fresh = True  # at a place where a capital may be a sentence's
        self.before = "^"  # the letter before, adverbs passed over
        self.whose = False  # *whose ward* waits for its verb
        self.fronted = False  # the clause began with a preposition, and nothing but its object has come
        self.parted: int | None = None  # *has* that may wait for its participle: *has | in the past | said*
        self.served = False  # a finite verb stands between the last sign and here
        self.expected = (
            1  # finite verbs that are still to come: one for the sentence, one for each *who*, *that*, *when*
        )

    def tell(self) -> Mapping[int, Group]:
        tags, words, handlers, tall = self.tags, self.words, _HANDLERS, self.tall
        for at in range(self.begin, self.end):
            tag = tags[at]
            if tag != "N" or ((self.fresh or tall) and words[at].small is not None):  # other capitals are names
                handler = handlers.get(tag)
                if handler is not None:
                    tag = tags[at] = handler(self, at, words[at])
            if tag in _NOTED:
                self.fresh = tag in ":-("
                self.note(tag)
            else:
                self.fresh = False
                if tag == "r":
                    continue
            if self.auxiliaries and tag != "B":
                self.leave_auxiliaries(tag)
            self.before = tag
        self.find_missing_verb()
        return self.groups

    def leave_auxiliaries(self, tag: str) -> None:
        """No verb has come: the auxiliary stands alone, or before its subject."""
        if tag in "Nndq#p" and self.asked_here():
            self.asked, self.asked_at = self.words[self.auxiliaries[-1]].tag, self.auxiliaries[0]
        self.parted = self.auxiliaries[-1] if tag == "P" and self.words[self.auxiliaries[-1]].tag == "h" else None
        self.auxiliaries = []

    def note(self, tag: str) -> None:
        """Keep what a letter tells of those to come."""
        if tag == "P":
            self.fronted = self.fronted or self.before in "^,;:Qswtc-"
        elif tag in "VB":
            self.fronted = self.whose = False
            self.served = True
            if self.before != "i":  # to be
                self.expected -= self.expected > 0 and self.before != "B"
        else:
            self.fronted = self.served = False
            self.parted = None
            if tag in "wst":
                self.expected += 1
            elif tag in ",;:Q":
                self.asked = ""
                if tag != "," and not self.expected:
                    self.expected = 1

    # -- words of the closed classes, and capitals

    def capital(self, at: int, word: Word) -> str:
        """A word with a capital: a name, or at the start of a sentence what it is when written small."""
        small = word.small
        if not self.fresh or small is None:
            return self.in_title_case(at, word)
        if small.tag == "n" and self.before_role(at):
            return "N"
        if not self.said_first(at, small):
            small = _small(word, small, self.following(at))
        if small is None:
            return "N"
        self.words[at] = small
        handler = _HANDLERS.get(small.tag)
        return handler(self, at, small) if handler is not None else small.tag

    def in_title_case(self, at: int, word: Word) -> str:
        """A word of a headline: a name, but for verbs that report: *Keeper Says Lamp Is Out*."""
        small = word.small
        if small is None or small.verb is None or not small.verb.cue:
            return "N"
        if "b" in small.forms and self.before != "i" and not (self.before in "nN" and self.is_plural(at - 1)):
            return "N"
        self.words[at] = small
        letter = self.verb(at, small)
        if letter not in "VGEI":
            self.words[at], letter = word, "N"
        return letter

    def modal(self, at: int, word: Word) -> str:
        if word.small is not None and self.named_will(at, word):
            return "N"
        return "n" if self.before in "dj'" else self.auxiliary(at, word)

    def month(self, at: int, word: Word) -> str:
        """A time, or somebody called so: *June Moe*, *Summers said*."""
        if word.given and self.tags[at + 1 : at + 2] == ["N"]:
            return "N"
        if self.auxiliaries and self.following(at) == "v":
            return "r"  # is | today | called
        dated = self.following(at) == "#"  # a January 2016 study
        if self.following(at, 1 + dated) in "njv" and self.describes_noun(at):
            return "j"
        named = word.given or (self.before in "^Q" and self.text[self.starts[at]].isupper())
        return "N" if named and self.names(at, word) else "T"

    def bracket(self, at: int, _: Word) -> str:
        """Brackets around one word in a name are part of it: *Lt. Col. (Ret.) Ann Lee*, *William (Bill) Lee*."""
        if self.before != "N" or self.tags[at + 2 : at + 4] != [")", "N"] or self.tags[at + 1] == "#":
            return "("
        self.tags[at + 1 : at + 3] = "NN"
        return "N"

    def describes_noun(self, at: int) -> bool:
        """Whether a time goes with the noun behind it: *at the | May | conference*, *last-minute talks*."""
        if "-" in self.text[self.starts[at] : self.ends[at]]:
            return True
        named = self.text[self.starts[at]].isupper()
        return named and self.before in "d'" and self.words[at - 1].lemma not in _POINTS

    def coordinator(self, at: int, word: Word) -> str:
        if word.lemma == "&" and self.before == "N":
            return "N"
        if word.lemma == "yet" and self.before in "VGIEB":
            return "r"  # has not said yet whether
        if self.tags[at - 1] == "r" and self.words[at - 1].lemma == "all":
            return "r"  # he all | but | accused Lee
        return "c"

    def preposition(self, at: int, word: Word) -> str:
        if word.small is not None and (self.names(at, word) or self.opens_name(at)):
            return "N"
        if word.lemma == "to":
            return self.infinitive_marker(at)
        if word.lemma == "like" and self.auxiliaries and self.word_at(at + 1).lemma == "to":
            return self.verb(at, Word("v", word.lemma, "b", None))  # would | like to
        if self.before == "'":
            return self.after_genitive(at)
        if word.lemma == "following" and self.before in "dP":
            return "j"  # on the following day
        if word.lemma in _ROUGHLY and self.following(at) == "#":
            return "r"
        if self.at_least(at):
            return "q"
        if word.lemma in _AROUND:
            first = self.before in "^,c" and self.following(at) == "n"
            if first or (self.before == "d" and self.following(at) in "njv"):
                return "j"
        return "P"

    def at_least(self, at: int) -> bool:
        """Whether *at* only bounds a number: *| at | least six lamps burnt*."""
        extreme = self.following(at) == "q" and self.words[at + 1].lemma in ("least", "most")
        return extreme and (self.following(at, 2) == "#" or self.word_at(at + 2).lemma in _PARTS)

    def preposition_or_subordinator(self, at: int, _: Word) -> str:
        if self.auxiliaries and self.following(at) == "v":
            return "r"  # has since said
        if self.auxiliaries and self.words[self.auxiliaries[-1]].tag == "h":
            return "P"  # has | after the match | said
        if self.following(at) == "T" and self.following(at, 2) in "dqNnjp":
            return "P"  # said | after midnight the road was shut
        if self.words[at - 1].lemma == "such":
            return "P"  # critics such | as Moe have said
        return "s" if self.subordinates(at) else "P"

    def auxiliary_like(self, _: int, __: Word) -> str:
        return "r"

    def number(self, at: int, word: Word) -> str:
        """A number; *first* before a verb is an adverb: *was | first | told*."""
        early = word.lemma == "first" and self.before in "BNnps," and self.following(at) == "v"
        return "r" if early else "#"

    def adverb(self, at: int, word: Word) -> str:
        if word.small is not None and (self.names(at, word) or (self.before in "Pd" and self.opens_name(at))):
            return "N"  # the minister for | Inland Waters
        lemma = word.lemma
        if lemma == "once" and self.following(at) in "dNnp" and self.before in "^,cwt":
            return "s" if self.subordinates(at) else "r"
        if lemma == "there" and self.following(at) in "bhm" and self.before not in "PN":
            return "p"
        if self.before == "'":
            return self.after_genitive(at)
        return "r"

    def after_genitive(self, at: int) -> str:
        return "j" if self.following(at) in "nNj" else "n"

    def adjective(self, at: int, word: Word) -> str:
        at_last = word.lemma == "last" and self.words[at - 1].lemma == "at"
        alone = self.following(at) not in "nTj#" and not self.word_at(at + 1).noun
        if at_last and alone:  # at last | the guard said, not at last count
            self.tags[at - 1], self.before, self.fronted = "r", ",", False
            return "r"
        if (
            word.lemma in _EARLY
            and self.before in "VNno"
            and self.following(at) == "P"
            and self.following(at, 2) in "Td"
        ):
            return "r"  # said | late on Monday
        if self.before == "d" and (self.following(at) == "'" or self.word_at(at + 1).lemma == "of"):
            return "n"  # an instant's pause, the taller of them
        ends_name = self.tags[at - 1] == "N" and at > self.begin and not self.tall and self.following(at) not in "nN"
        return "N" if word.small is not None and (ends_name or self.names(at, word)) else "j"  # Opera | Monthly

    def genitive(self, at: int, _: Word) -> str:
        """The mark of the genitive; part of the name where nothing is owned: *a friend of Ida | ’s | said*."""
        following = self.word_at(at + 1)
        ends = following.tag in ",.;:Q$" or (following.tag == "v" and following.finite and self.says(following))
        if not ends or self.tags[at - 1] != "N":
            return "'"
        first = self.back(at - 1, "N")
        return "N" if self.words[first].lemma == "of" and self.tags[first - 1] == "n" else "'"

    def that(self, at: int, _: Word) -> str:
        """*that* stands alone (a subject), with a noun (a determiner), or opens a clause (``t``)."""
        following = self.following(at)
        day = following == "T" and self.following(at, 2) not in "bhmD"  # that Friday, but: said that Friday was
        if day or self.before in "Pi" or (self.before == "c" and following in "bhmD"):
            return "d"
        if self.before in "VG" and following in ".;$)":
            return "d"
        if following in "nja" and self.is_that_person(at):
            return "d"
        return "d" if self.before in "^," and following in "bhmDv" else "t"

    def is_that_person(self, at: int) -> bool:
        """Whether *that* goes with a noun for somebody: *“…,” said | that old lady,*, *“…,” | that lady said*."""
        noun = next((k for k in self.ahead(at) if self.tags[k] not in "rja"), at)
        if not self.word_at(noun).person or self.word_at(noun).plural:
            return False
        first = at == self.begin or (at == self.begin + 1 and self.tags[self.begin] == "Q")
        return self.following(noun) in ("bhmDv" if first else ",.;$Q" if self.before in "VG" else "")

    def determiner(self, at: int, word: Word) -> str:
        if word.lemma in _FLOATING and self.before in "BN" and self.following(at) == "v":
            return "r"
        if word.lemma == "neither" and self.before in "BNpn" and self.following(at) == "v":
            return "r"  # would | neither | confirm nor deny
        if word.lemma == "her" and self.following(at) in "dPr.,$Qc:":
            return "o"
        such_as = word.lemma == "such" and self.word_at(at + 1).lemma == "as"
        return "P" if such_as else "d"

    def object_pronoun(self, at: int, word: Word) -> str:
        """*Himself* between an auxiliary and its verb is as an adverb: *she has | herself | been late*."""
        own = word.lemma.endswith(("self", "selves"))
        within = self.auxiliaries and self.following(at) in "vb"
        described = self.before == "," and self.following(at) == "d"  # Moe, | himself | a baker, said
        return "r" if own and (within or described) else "o"

    def quantifier(self, at: int, word: Word) -> str:
        if word.lemma in _FLOATING and self.before in "BN" and self.following(at) == "v":
            return "r"
        if self.tags[at + 1 : at + 3] == ["c", "v"] and self.words[at + 1].lemma == "but":
            return "r"  # he | all but | accused Lee
        if word.lemma in _DEGREES and self.before == "B" and self.following(at) == "v":
            return "r" if self.words[self.behind(at)].participle else "q"
        if at == self.begin and word.lemma in ("more", "most") and self.tags[at + 2 : at + 3] == [","]:
            return "r" if self.tags[at + 1] in "rj" else "q"  # More | broadly, …
        if word.lemma in _DEGREES and self.is_manner(at + 1):
            return "r"  # added, | more | softly, Lee
        return "N" if word.small is not None and self.names(at, word) else "q"

    def is_manner(self, at: int) -> bool:
        """Whether an adverb in *-ly* stands there, behind which no adjective comes: *more | softly*."""
        manner = self.tags[at : at + 1] == ["r"] and self.text[self.starts[at] : self.ends[at]].endswith("ly")
        return manner and self.tags[at + 1 : at + 2] not in (["j"], ["n"], ["N"])

    def relative(self, at: int, word: Word) -> str:
        if word.small is not None and self.names(at, word):
            return "N"
        self.whose = word.lemma == "whose"
        return "w"

    def noun(self, at: int, word: Word) -> str:
        if self.auxiliaries and self.words[self.auxiliaries[-1]].tag in "mD":  # will, did: a verb must come
            return self.verb(at, Word("v", word.lemma, "b", None))
        if word.lemma.endswith("-old") and self.goes_on_describing(at, word):
            return "j"  # a bearded, 71-year-old man
        if word.lemma == "minutes" and self.word_at(at + 1).lemma in _LATER:  # no record of a meeting
            return "T"
        if self.before == "n" and word.plural and word.people and self.opens_relative(at):
            return "q"  # as what *many* would be
        return "N" if self.before == "N" and self.particle_of_name(at, word) else "n"

    def opens_relative(self, at: int) -> bool:
        """Whether several tell something of one thing: *in a case | prosecutors | described as “x”*."""
        behind = self.word_at(self.behind(at))
        if behind.verb is None or not behind.verb.strong or not behind.past or self.is_plural(at - 1):
            return False
        first = self.back(at - 1, "nje#")
        return self.tags[first] == "d" and self.words[first].lemma in _ONE

    def particle_of_name(self, at: int, word: Word) -> bool:
        """*van* behind a name and before another."""
        return word.lemma in _PARTICLES and self.following(at) == "N"

    def find_missing_verb(self) -> None:
        """Where a sentence has no finite verb, a noun that may be one is: *Early polls | show voters in the area …*.

        So is the last word of a sentence behind a comma, if it reports: *…, the records | show*.
        """
        tags = self.tags[self.begin : self.end]
        if "V" not in tags and "B" not in tags and "Q" not in tags and len(tags) > 3:
            at = next((k for k in range(self.begin + 1, self.end - 1) if self.may_be_verb(k)), None)
        else:
            at = self.end - 2 if tags[-1] == "." else None
            if at is not None and not (self.may_be_verb(at) and self.ends_report(at)):
                at = None
        for found in (at,) if at is not None else self.reported_verbs() if "n" in tags else ():
            word = self.words[found].small or self.words[found]
            self.words[found] = word
            self.tags[found] = self.group(found, word, "V", "present")

    def reported_verbs(self) -> list[int]:
        """What was taken for nouns and is the one verb of words said without *that*: *Moe said officials | plan to*."""
        return [
            found
            for at, group in self.groups.items()
            if at + 2 < self.end
            and self.tags[at + 1] in _IN_SUBJECT
            and takes_statement(group)
            and (found := self.verb_of_people(at + 1)) is not None
        ]

    def verb_of_people(self, first: int) -> int | None:
        """The word behind a plural noun for people that may be a verb, where no other follows up to the next sign."""
        at = first
        while at + 1 < self.end and self.tags[at] in _IN_SUBJECT:
            word, before = self.words[at], self.words[at - 1]
            people = before.plural and before.people
            if people and at > first and self.tags[at] == "n" and word.verb is not None and "b" in word.forms:
                behind = next((self.tags[k] for k in range(at + 1, self.end) if self.tags[k] in _ENDS_OR_FINITE), "")
                return at if behind not in _FINITE else None
            at += 1
        return None

    def may_be_verb(self, at: int) -> bool:
        """Whether a word taken for a noun or a name may be a finite verb: its number fits what stands before."""
        if self.tags[at] not in "nN" or self.tags[at - 1] not in "nN#rd":
            return False
        word = self.words[at].small or self.words[at]
        if word.verb is None or not word.verb.cue or (self.tags[at] == "N" and not self.tall):
            return False
        prior = self.words[at - 1]
        plural = prior.plural or self.text[self.ends[at - 1] - 1] == "s"
        if "b" in word.forms:
            return plural and self.following(at) not in "PVB" and self.tags[at - 1] != "d"
        return "s" in word.forms and not plural and self.following(at) not in "PVB" and self.tags[at - 1] != "d"

    def in_headline(self) -> bool:
        """Whether most words begin with a capital, and no quotation opens the sentence."""
        tags = self.tags[self.begin : self.end]
        if tags[0] == "Q" or 3 * tags.count("N") <= len(tags):
            return False
        tall = sum(self.text[self.starts[k]].isupper() for k in range(self.begin, self.end))
        return tall > 0.7 * sum(self.text[self.starts[k]].isalpha() for k in range(self.begin, self.end))

    def ends_report(self, at: int) -> bool:
        """Whether a comma, a mention and this word end the sentence."""
        return self.tags[self.back(at - 1, "nNjdeg#'")] == ","

    def before_role(self, at: int) -> bool:
        """Whether a role and a name follow: *planning | director Ann Lee*, *Defence | Minister Lee*."""
        role = self.word_at(at + 1)
        return self.following(at, 2) == "N" and (role.small or role).noun.startswith("role")

    def holds_role(self, at: int) -> bool:
        """Whether a word that may be a verb is a noun for persons as well: *nurse*, *shepherds*."""
        return self.word_at(at).person

    def acts_as_role(self, at: int) -> bool:
        """Whether a role without an article follows, behind a quotation: *“…,” | acting | director of Moe said*."""
        role = self.word_at(at + 1)
        single = self.holds_role(at + 1) and role.noun.startswith("role") and not role.plural
        return single and (self.before == "Q" or (self.before == "V" and self.tags[at - 2 : at - 1] == ["Q"]))

    def describes_role(self, at: int, word: Word) -> bool:
        """Whether a participle goes with a role: *“…,” | retired | nurse Moe said*, *Lee, | retired | judge Moe,*."""
        if word.verb is not None and word.verb.cue:
            return False
        if self.before == "," and self.tags[at - 2] in "nN" and (self.expected or self.quoted_before()):
            return self.before_role(at)  # its chairman, | retired | judge Ann Lee, said
        if not self.acts_as_role(at):
            return False
        return self.before == "V" or self.verb_follows(at) or "," in self.tags[at + 1 : at + _TITLED]

    def said_first(self, at: int, small: Word) -> bool:
        """*Said Moe: “…”*: a verb of saying opens the sentence, and a colon stands before what is said."""
        if at != self.begin or small.verb is None or not small.finite:
            return False
        if not small.verb.strong and small.verb.cue != "manner" and "quote" not in small.verb.frames:
            return False
        said = self.tags[at : at + 25]
        return self.following(at) in "Nndpq#" and (":" in said or "Q" in said)

    def names(self, at: int, word: Word) -> bool:
        """Whether a word with a capital is a name, by the verb of saying beside it or the name behind it.

        *“…,” Early | said*; where it is a given name, too: *said | Per*, *said | Per | Dahl*.
        """
        if word.given and self.said_by(at):
            return True
        behind = at + 1
        if word.given:
            while behind < self.end and self.tags[behind] == "N":
                behind += 1
            if behind > at + 1 and not self.fresh and not self.in_headline():
                return True
        following = self.word_at(behind)
        verb = following.verb or _NO_VERB
        if following.tag != "v" or not verb.strong or not following.finite:
            return False
        if word.tag == "P" and verb.noun != "never":
            return False  # In emails, …
        return not self.fresh or word.tag in "rqPT"

    def opens_name(self, at: int) -> bool:
        """Whether a preposition with a capital, in the middle of a sentence, begins a name: *told | Per Dahl*."""
        return not self.fresh and self.before != "N" and self.following(at) == "N"

    def said_by(self, at: int) -> bool:
        """Whether a word follows a quotation and its verb of saying: *“…,” said | April*."""
        return at - 2 >= self.begin and self.tags[at - 2] == "Q" and self.words[at - 1].verb is not None

    def named_will(self, at: int, word: Word) -> bool:
        """Whether a modal with a capital is a name: *George Will*, *Will described*."""
        following = self.word_at(at + 1)
        past = following.tag == "v" and "b" not in following.forms
        named = following.tag == "N" and at == self.begin and self.text[self.ends[self.end - 1] - 1] != "?"
        return self.before == "N" or past or named or (word.given and self.names(at, word))

    def following(self, at: int, step: int = 1) -> str:
        """The letter of the word after, adverbs passed over; ``$`` at the end."""
        tags, end = self.tags, self.end
        at += step
        while at < end and tags[at] == "r":
            at += 1
        return tags[at] if at < end else "$"

    def behind(self, at: int, step: int = 1) -> int:
        """The place of the word after, adverbs passed over."""
        at += step
        while at < self.end and self.tags[at] == "r":
            at += 1
        return at

    def word_at(self, at: int) -> Word:
        """The word at a place, or an empty one behind the sentence."""
        return self.words[at] if at < self.end else _NO_WORD

    def back(self, at: int, letters: str) -> int:
        """The place of the first word to the left that has none of these letters, or the first one looked at."""
        first, begin = at - _FAR, self.begin
        while at > first and at > begin and self.tags[at] in letters:
            at -= 1
        return at

    def before_brackets(self, at: int) -> int:
        """The place before the brackets that close at a place, or the place itself: *Moe and Lee | (2014) argue*."""
        if self.tags[at] != ")":
            return at
        return next((k - 1 for k in range(at, max(self.begin, at - _FAR), -1) if self.tags[k] == "("), at)

    def ahead(self, at: int, reach: int = _FAR) -> range:
        """The places behind a word that may tell something of it."""
        return range(at + 1, min(at + reach, self.end))

    def asked_here(self) -> bool:
        """Whether the open auxiliary stands before its subject: at the start, or after *not*, *never*, *when*."""
        return self.tags[self.back(self.auxiliaries[0] - 1, "r")] not in "Nnpoqw#"

    def auxiliary(self, at: int, word: Word) -> str:
        if self.auxiliaries and word.lemma != "having":
            self.auxiliaries.append(at)
        else:
            self.auxiliaries = [at]
        return "B"

    def infinitive_marker(self, at: int) -> str:
        if at > self.begin and self.text[self.starts[at - 1] : self.ends[at - 1]].lower() == "according":
            return "P"
        word = self.word_at(at + 1)
        if word.tag == "r":
            word = self.word_at(at + 2)
        if self.tall:
            word = word.small or word
        return "i" if word.tag == "Q" or word.lemma in ("be", "have", "do") or "b" in word.forms else "P"

    def subordinates(self, at: int) -> bool:
        """Whether a verb comes before the next comma: *after he voted*, not *after the vote*."""
        lemma = self.words[at].lemma
        if lemma == "than" or (lemma == "as" and not self.mention_follows(at + 1)):
            return False
        if lemma == "as" and self.words[at - 1].lemma in _CALLED:
            return False  # a man who gave his name | as Moe
        bracket = False
        for k in self.ahead(at, _NEAR):
            tag, word = self.tags[k], self.words[k]
            if bracket:
                bracket = tag != ")"
                continue
            if tag == "(":
                bracket = True
                continue
            if tag == "," and self.resumes(k):
                return True
            if tag in ",;:.Qcwst-":
                return False
            if tag in "dp" and lemma in _POINTED and self.tags[k - 1] in "nvT":
                return False  # after the game | she said, said before the vote | the board
            if tag in "bhmDp":
                return True
            if self.words[k - 1].lemma == "to":  # as a way to build it
                continue
            past = word.past and ("b" not in word.forms or self.tags[k - 1] in "nN")
            verb = word.verb or _NO_VERB
            never = verb.noun == "never"
            if tag == "v" and k > at + 1 and (past or (never and ("s" in word.forms or "b" in word.forms))):
                return True
            if (
                lemma == "as" and verb.strong and self.tags[k - 1] not in "Pd" and self.ends_frame(k + 1)
            ):  # not: as secretary of state
                return True
        return False

    def resumes(self, at: int) -> bool:
        """Whether a verb follows what a comma opens: *after Moe, | who won, left*, *as Moe, | a clerk, put it*."""
        opening, before = self.word_at(at + 1), self.words[at - 1]
        described = (self.tags[at - 1] == "N" or before.people) and (opening.tag in "d#" or opening.person)
        if opening.tag != "w" and "g" not in opening.forms and not described:
            return False
        for k in self.ahead(at, _NEAR):
            tag = self.tags[k]
            if tag == "Q" and self.tags[k - 1] in "Pn" and self.text[self.ends[k] - 2] == ",":
                tag = ","  # as Moe, author of | “Ice,” | put it
            elif tag in ";:.Q(-":
                return False
            if tag == ",":
                word = self.word_at(k + 1)
                says = (word.verb or _NO_VERB).strong or self.ends_frame(k + 2)
                return word.tag in "bhmD" or (word.past and (says or not described))
        return False

    def mention_follows(self, at: int) -> bool:
        """Whether a mention may begin here."""
        word = self.word_at(at)
        return word.tag in "dNnpqt#T" or (bool(word.noun) and "g" not in word.forms)

    def ends_as_frame(self, at: int, forms: str) -> bool:
        """Whether *as*, a mention and this word are a frame: *as the vicar | notes, …*, *as officials | put it*."""
        opening = self.back(at - 1, "nNjdeg#q'P")
        if self.words[opening].lemma != "as" or not (opening == self.begin or self.tags[opening - 1] == ","):
            return False  # it came as a news report
        return ("s" in forms) != self.is_plural(at - 1) and self.ends_frame(at + 1)

    def ends_frame(self, at: int) -> bool:
        """Whether *as Moe notes* or *as he puts it* ends here."""
        word = self.word_at(at)
        return word.tag in ",.Q$" or word.lemma == "it"

    # -- a word that may be a verb

    def verb(self, at: int, word: Word) -> str:
        forms = word.forms
        if word.lemma in _CLOSE and self.following(at) == "P":
            return "j"
        if self.auxiliaries:
            tag = self.with_auxiliary(at, word)
            if tag:
                return tag
        if self.before == "i":
            return self.group(at, word, "I", "infinitive", asked=bool(self.asked) and self.asked_at == self.begin)
        if (
            self.asked
            and self.before in "Nnpo#"
            and ("b" in forms if self.asked in "mD" else word.participle if self.asked == "h" else "g" in forms)
        ):
            self.asked = ""
            return self.group(at, word, "V", "base", asked=True)
        if forms == "g":
            return self.gerund(at, word)
        if "d" in forms or "p" in forms:
            described = self.describes_role(at, word) or self.goes_on_describing(at, word)
            tag = "e" if described else self.past(at, word)
            if tag:
                return tag
        elif "n" in forms and "b" not in forms:
            return (
                "e"
                if (self.before in "dq'j#P" and self.following(at) in "nNj") or self.describes_role(at, word)
                else self.group(at, word, "E", "participle", passive=True)
            )
        if self.before in "nN" and self.ends_as_frame(at, forms):
            return self.group(at, word, "V", "present")
        if "s" in forms:
            return self.third_person(at, word)
        return "j" if self.goes_on_describing(at, word) else self.base(at, word)

    def with_auxiliary(self, at: int, word: Word) -> str:
        forms, last = word.forms, self.words[self.auxiliaries[-1]]
        kind = last.tag
        chain = [self.words[k] for k in self.auxiliaries]
        inf = self.tags[self.auxiliaries[0] - 1] == "i"
        gerund = chain[0].lemma == "having" or self.words[self.auxiliaries[0]].lemma == "being"
        letter, form = ("I", "infinitive") if inf else ("G", "gerund") if gerund else ("V", "")
        if kind == "m" and self.ends[self.auxiliaries[-1]] - self.starts[self.auxiliaries[-1]] <= 2 and word.participle:
            kind = "h"  # he'd said
        if kind == "b" and self.contracted_has(word):
            kind = "h"
        if kind in "mD" and "b" in forms:
            return self.group(at, word, letter, "base" if last.lemma != "did" else "past", chain=chain)
        if kind == "h" and word.participle:
            return self.group(at, word, letter, form or "past", chain=chain)
        if kind == "b":
            if "g" in forms:
                return self.group(at, word, letter, form or "present", chain=chain)
            if word.participle:
                return self.group(at, word, letter, form or "past", chain=chain, passive=True)
        return ""

    def contracted_has(self, word: Word) -> bool:
        """Whether *'s* stands for *has*: *he | 's said so*, but not *it | 's said that*, *he | 's called “x”*."""
        last = self.auxiliaries[-1]
        short = self.text[self.starts[last]] in "'’" and self.ends[last] - self.starts[last] == _CONTRACTED
        person = short and self.words[last - 1].lemma not in ("it", "that", "what", "there")
        return person and word.participle and self.says(word)

    def gerund(self, at: int, word: Word) -> str:
        following = self.following(at)
        if word.lemma == "according":
            return self.group(at, word, "G", "gerund")
        behind = self.following(at, 2) if following == "," else following
        verb = word.verb or _NO_VERB
        strong = verb.strong
        several = self.is_plural(at - 1) if self.before == "n" else self.before == "#" and not self.is_year(at - 1)
        if not strong and (self.before_role(at) or self.acts_as_role(at)):
            return "g"
        kinds = self.words[at - 1].noun if self.before == "n" else ""
        told = "document" in kinds or "speech" in kinds
        says = strong and (
            (self.before in "Nn" and (behind in "tQs" or (behind in "Nndp:" and verb.noun == "never")))
            or ((several or told) and following in "tpdN")
        )
        if word.noun and self.before in "Nnje'd" and following in "PbhmDvNn.,$t:" and not says:
            return "n"
        if self.before in "nNj" and following in "bhmD" and word.verb is not None and not word.verb.cue:
            return "n"
        if (self.before in "d'q#" and not says) or (
            self.before in "jn#" and following in "PbhmDv.$" and word.verb is None
        ):
            return "g" if following in "nN" else "n"
        if word.verb is None and self.before in "PV" and following in "nN":
            field = self.words[at - 1].lemma == "for" and self.words[at - 2].noun.startswith("role")
            return "n" if field else "G"  # the secretary for | peacebuilding Ann Lee
        return self.group(at, word, "G", "gerund")

    def past(self, at: int, word: Word) -> str:
        before, following = self.before, self.following(at)
        if self.parted is not None and before in "njNT#":
            self.tags[self.parted] = "r"
            return self.group(at, word, "V", "past")
        if before in "dq" and self.stands_alone(at):
            new = self.words[at - 1].lemma not in _POINTS  # not: That said, …
            if following in "ptdNQ" or (new and (following in "o:" or (following in ",.PT" and self.says(word)))):
                return self.group(at, word, "V", "past")
        percent = self.words[at - 1].lemma in _SHARES
        if percent and (word.verb or _NO_VERB).strong and following in "NpdtoQ#":
            return self.group(at, word, "V", "past")
        if before in "dq'#" or (before in "jP" and following in "nN"):
            if following in "nNj" and before != "q":
                return "e"
            if before in "d'":
                return "n" if following in "vbhmDP.,$" and word.verb is not None else "e"
        if before == "#" and following == "v" and not self.says(word) and self.holds_role(at + 1):
            return "e"  # two | retired | nurses
        if before == "P" and not self.has_agent(at, word):
            return "e" if following == "j" else "n"
        if before in "BVG" and following in "nNj":
            return "e"
        if self.is_participle(at, word, following):
            return self.group(at, word, "E", "participle", passive=True)
        if before == "c" and "b" in word.forms and following not in "dpoNtQ":
            return ""
        return self.group(at, word, "V", "past")

    def verb_due(self, at: int) -> bool:
        """Whether *that*, *what* or *who* still waits for its verb: *what Moe, a clerk, | called “x”*."""
        before = reversed(self.tags[max(self.begin, at - _FAR) : at])
        return next((tag in "tw" for tag in before if tag in "twVB;:Q"), False)

    def is_participle(self, at: int, word: Word, following: str) -> bool:
        """Whether a form in -ed is a participle: *asked about it*, *a bill aimed at it*, *, dubbed “x”,*."""
        if following in "PdQ" and (self.quoted_by_agent(at, word) or (following == "P" and self.has_agent(at, word))):
            return True
        before, frames = self.before, (word.verb or _NO_VERB).frames
        tells_that = before in ",-" and following == "t" and "that" in frames and "hearer" not in frames
        if tells_that or not word.participle:
            return False
        names = "object" in frames and "that" not in frames
        if before == "s":
            return "p" not in word.forms
        if before == "n" and (following in "PiT" or (following == "S" and self.served and self.is_object(at))):
            if self.describes(at, word):
                return True
        elif self.served and before in "NT#o" and following in "Pi":
            if self.verb_behind_comma(at):
                return True
        elif before == ",":
            settled = self.participle_behind_comma(at, word, following, names=names)
            if settled is not None:
                return settled
        elif before == "n" and names and self.tags[at + 1 : at + 3] == ["d", "Q"]:
            return self.names_thing(at, "Q")  # hit a plan | called a “wreck”
        elif before == "n" and names and following in "QN":
            return self.names_thing(at, following)
        opening = before == "^" or (before in ",-" and not self.expected)
        if opening and "b" not in word.forms and (following in "PwsitS" or (names and following in "Q,")):
            return not self.used_to_say(at, word)
        return before in "BVG"

    def used_to_say(self, at: int, word: Word) -> bool:
        """Whether a verb tells what somebody did again and again: *his mother, who baked, | used to say*."""
        return word.lemma == "use" and self.says(self.word_at(at + 2))

    def participle_behind_comma(self, at: int, word: Word, following: str, *, names: bool) -> bool | None:
        """Whether a form in -ed behind a comma is a participle, as far as what is near tells."""
        if self.says(word):
            return False
        if names and following == "Q":
            return not self.verb_due(at)
        described = self.expected and following == "P" and self.tags[at - 2] in "nN"
        described = described or (self.expected and following in "swtp" and self.is_told(at, word))
        return True if described and self.verb_behind_comma(at) else None  # the guard, | covered in dust, said

    def is_told(self, at: int, word: Word) -> bool:
        """Whether whoever stands before the first comma is told or asked something: *Moe, | asked if he left, said*."""
        told = word.verb is not None and "hearer" in word.verb.frames
        return told and "," not in self.tags[self.begin : at - 1]

    def quoted_by_agent(self, at: int, word: Word) -> bool:
        """Whether a quotation and who says it follow: *a mill, | called a “wreck” by its neighbours,*."""
        if self.before not in "n,-" or "object" not in (word.verb or _NO_VERB).frames:
            return False
        at += 1
        at += self.word_at(at).lemma == "as"
        at += self.tags[at : at + 1] == ["d"]
        return self.tags[at : at + 1] == ["Q"] and self.word_at(at + 1).lemma == "by"

    def names_thing(self, at: int, following: str) -> bool:
        """Whether a form in -ed names the noun before it: *a plan | called “x”*, *with a man | called Moe*."""
        if following == "Q":
            person = self.words[at - 1].person
            return not person and not self.verb_due(at)  # but: what the club | called “x”
        first = self.back(at - 1, "nje")
        new = self.words[at].lemma in _BY_NAME and self.words[first].lemma in ("a", "an")
        behind = next((self.tags[k] for k in self.ahead(at) if self.tags[k] != "N"), "")
        return new and (self.served or behind == "," or self.verb_follows(at))

    def describes(self, at: int, word: Word) -> bool:
        """Whether a form in -ed only describes the noun before it: *a plan | made in May*, not *the mayor waited*."""
        acting = self.words[at - 1].people
        if self.says(word):
            return self.served and not self.expected and self.is_object(at)
        if self.is_object(at):
            return not (acting and self.expected)
        if self.in_statement(at):
            return False
        return self.served or not (acting or (self.expected and not self.verb_follows(at)))

    def in_statement(self, at: int) -> bool:
        """Whether the noun before a word opens what is said, and no other verb follows: *said the talk | lasted*."""
        before = self.back(at - 1, "nNjdeg#q'")
        group = self.groups.get(before)
        says = group is not None and group.verb is not None and group.verb.strong and "that" in group.verb.frames
        inverted = self.tags[before - 1] == "Q"  # “…,” said two men | armed with oars
        return says and not inverted and not self.verb_follows(at)

    def verb_follows(self, at: int) -> bool:
        """Whether a finite verb comes before the next sign or clause: *polls | released Sunday show*."""
        for k in self.ahead(at):
            word, tag = self.words[k], self.tags[k]
            if tag in ";:Q,wtsS(-":
                return False
            if tag in "bhmD" or (tag == "v" and self.tags[k - 1] not in "dP" and word.past):
                return True
        return False

    @staticmethod
    def says(word: Word) -> bool:
        """Whether a verb says something, and nobody is said: *said*, but not *told*, *called*."""
        verb = word.verb or _NO_VERB
        return verb.strong and verb.cue == "speech" and not {"hearer", "object"} & verb.frames

    def has_agent(self, at: int, word: Word) -> bool:
        """Whether *by* and who did it follow: *drafted by Moe*."""
        if "d" not in word.forms or self.before in "pwt" or self.word_at(at + 1).lemma != "by":
            return False  # which | passed by a single vote
        if self.before == "," and not (self.expected and self.verb_behind_comma(at)):
            return False
        behind = self.word_at(at + 2)
        return "g" not in behind.forms and behind.lemma not in MEANS and not (self.expected and self.quoted_before())

    def stands_alone(self, at: int) -> bool:
        """Whether the determiner before ends a mention: *another | said*, *the other | said*, *a pal of his | said*."""
        before = self.words[at - 1].lemma
        return before in _ALONE or _OWN.get(before, "-") == self.words[at - 2].lemma

    def is_object(self, at: int) -> bool:
        """Whether the noun before a word hangs on a preposition: *in an interview | taped before*."""
        return self.tags[self.back(at - 1, "nje#'dg")] == "P"

    def verb_behind_comma(self, at: int) -> bool:
        """Whether a comma and a finite verb follow: *who wrote a bill aimed at it, | said*."""
        for k in self.ahead(at):
            if self.tags[k] in ";:" or (self.tags[k] == "Q" and self.text[self.ends[k] - 2] != ","):
                return False
            if self.tags[k] in ",Q":
                word = self.word_at(k + 1)
                if word.tag in "bhmD" or (word.tag == "v" and word.finite):
                    return True
        return False

    def third_person(self, at: int, word: Word) -> str:
        verb, before, following = word.verb or _NO_VERB, self.before, self.following(at)
        noun = verb.noun
        if before in "dq" and self.stands_alone(at) and (noun == "never" or following in "dptNQ"):
            finite = self.words[at - 1].lemma not in _SEVERAL  # not: many | promises
        elif before in "dj'#qPgeiAV":
            finite = (before in "j#q" and noun == "never") or (before == "#" and self.numbered_tells(at, following))
        elif before in "wt" and word.noun and "b" in self.word_at(at + 1).forms:
            finite = False  # where polls | show
        elif before == "t" and noun != "never" and following in "mbhD":
            finite = False  # that promises | are kept
        elif before in "pwt" or noun == "never":
            finite = True
        elif before in "nN)o" or (before == "T" and self.expected and self.subject_head(at) is not None):
            finite = self.third_person_behind_mention(at, verb, following)
        elif before in ",-Q":
            finite = self.third_person_behind_sign(at, verb, following)
        else:
            phrasal = self.word_at(at + 1).lemma in verb.particles
            noun_too = noun == "often" and not phrasal and not (following == "t" and self.tags[at - 2] == "Q")
            finite = before == "c" and following in ("dpQN" if noun_too else "dptQN")
        return self.group(at, word, "V", "present") if finite else "n"

    def third_person_behind_sign(self, at: int, verb: Verb, following: str) -> bool:
        """Whether a form in -s behind a comma, a dash or a quotation is a verb: *Lee, his aide, | calls it “x”*."""
        before, often = self.before, verb.noun == "often"
        if before != "Q" and self.expected:
            if verb.strong and following in "dNpoQt":
                return True
            if before == "," and self.word_at(at + 1).lemma in verb.frames:
                return True  # Moe, who came by boat, | plans to
            if not often and following in "PrdNpt":
                return True
        return before != "-" and following in ("dNp#" if before == "Q" else "dNp") and (not often or before == "Q")

    def numbered_tells(self, at: int, following: str) -> bool:
        """Whether a form in -s is a verb behind a number that tells which one: *Article 9 | states that*."""
        return following in "tp" and self.tags[at - 2] in "nN" and not self.is_plural(at - 2)

    def third_person_behind_mention(self, at: int, verb: Verb, following: str) -> bool:
        """Whether a form in -s behind a noun or a name is a verb: *the vicar notes*, not *the vicar’s old notes*."""
        before, noun = self.before, verb.noun
        first = self.words[at - 1]
        if at - 1 == self.begin and following == "," and first.small is not None and not first.given:
            return False  # Cost estimates, he added, were …
        if at - 1 == self.begin and verb.strong and self.tags[self.end - 1] == "Q":
            return True  # a headline: Bishop | calls bingo hall “a sin”
        showing = self.expected or following not in ".,$"  # not: a tour of news | shows
        if showing and self.document_shows(at - 1, verb, following) and not self.is_plural(at - 1):
            return True
        after = self.word_at(at + 1).lemma
        if noun == "some" and self.expected and following in "jsSPcrTn.," and after != "of":
            return True
        if self.fronted and not self.begins_mention(at):
            return False
        if self.whose:
            return True
        if after == "whether":
            return True
        if after == "to" and "to" in verb.frames and before in "nN" and (self.expected or self.in_statement(at)):
            return True
        if verb.strong and self.expected and self.quoted_before():
            return True
        if before == "n" and not self.expected and following not in "tp":
            return False
        if following in "dpotQNwi:T#q":
            return True
        if noun != "often" and following in "jsSPcr":
            return True
        return before == "N" and following in ".$,"

    def begins_mention(self, at: int) -> bool:
        """Whether the mention before a word has an article behind another noun: *In Ulm | the vicar | calls it*."""
        first = self.back(at - 1, "nNjeg#'")
        return self.tags[first] == "d" and self.tags[first - 1] in "nNT"

    def quoted_before(self) -> bool:
        """Whether the sentence opens with a quotation."""
        return self.tags[self.begin] == "Q"

    def base(self, at: int, word: Word) -> str:
        verb, before, following = word.verb or _NO_VERB, self.before, self.following(at)
        noun = verb.noun
        alone = before in "dq" and self.stands_alone(at) and self.words[at - 1].lemma not in _SINGLE
        if before == "T" and self.expected and self.subject_head(at) is not None:
            before = "n"
        if self.words[at - 1].lemma.endswith("selves"):
            before = "n"
        if before == "-" and noun == "never":
            return self.group(at, word, "V", "present")
        wide = self.expected and self.tags[at - 1] in "dq"
        if alone and (
            following in (("poN" if noun == "often" else "podnN") if wide else "po")
            or (noun == "never" and following in "ptdNQbhm")
        ):
            return self.group(at, word, "V", "present")
        if (before == "o" and verb.strong) or (before in "nN" and self.sensed(at, verb)) or self.helps(at):
            return self.group(at, word, "I", "infinitive")
        if before in "dj'#PgeV":
            return "n" if noun != "never" or before in "d'" else self.group(at, word, "V", "base")
        if (
            (before == "n" or (before == "N" and not self.joined(at - 1)))
            and following == "N"
            and word.noun.startswith("role")
        ):
            return "n"  # police | minister Lee, Chess | master Lee
        if before in "nN" or (before == ")" and self.tags[self.before_brackets(at - 1)] in "nN"):
            return self.group(at, word, "V", "present") if self.base_behind_mention(at, verb, following) else "n"
        if noun == "often" and self.is_noun_of_question(at, following):
            return "n"
        if before in "pwt" or (before in "q,Q" and (noun == "never" or self.strong_behind_sign(at, verb, following))):
            return self.group(at, word, "V", "present")
        if before in ",c" and noun != "often" and self.joins_base(at, noun, following):
            return self.group(at, word, "V", "base")
        if (before == "c" and following in "dptoQ") or (before == "^" and following in "dpotQ"):
            return self.group(at, word, "V", "base")
        return "n" if noun != "never" else "j"

    def goes_on_describing(self, at: int, word: Word) -> bool:
        """Whether a word goes with an adjective before the comma and a noun behind it: *a tall, | thin | man*."""
        if self.before != "," or self.tags[at - 2] not in "je":
            return False
        first, verb = self.back(at - 2, "jer#"), word.verb or _NO_VERB
        plain = not verb.strong and (verb.noun != "often" or self.words[first].lemma in ("a", "an"))
        noun = self.following(at) == "n" or bool(self.word_at(self.behind(at)).noun)
        return self.tags[first] == "d" and plain and noun  # not: for the poor, | state | officials say

    def sensed(self, at: int, verb: Verb) -> bool:
        """Whether somebody is heard to say it: *heard the cook | say*, *saw Moe | write*; not *hear Moe | tell it*."""
        if not verb.strong:
            return False
        following = self.following(at)
        if following in "op" and self.words[at + 1].lemma == "it":
            return False
        leads = following in ",:" and self.following(at, 2) == "Q" and self.following(at, 3) in ".$"
        noun = following not in ",:tQpd" or (self.before == "n" and verb.noun == "often" and not leads)
        if verb.noun != "never" and noun:
            return False  # saw the police report of Monday; but: heard his brother | shout, “Row!”
        group = self.groups.get(self.back(at - 1, "nNjdq#"))
        return group is not None and group.lemma in _SENSES

    def helps(self, at: int) -> bool:
        """Whether a base form stands behind *help*, *let* or *make* and its object: *helped | write*, *let it | go*."""
        if self.before == "V":
            group = self.groups.get(at - 1)
            return group is not None and group.lemma == "help"
        if self.before not in "No" and not (self.before == "n" and self.is_plural(at - 1)):
            return False
        group = self.groups.get(self.back(at - 1, "nNjdeg#q'op"))
        return group is not None and group.lemma in _HELPS

    def strong_behind_sign(self, at: int, verb: Verb, following: str) -> bool:
        """Whether a base form behind a comma or a quotation reports: *Moe and Lee, two clerks, | call it “x”*."""
        if not self.expected:
            return False
        fears = following in "pt" and "that" in verb.frames and self.before == "," and self.may_be_many(at)
        return fears or (verb.strong and following in "dpoQt")

    def is_noun_of_question(self, at: int, following: str) -> bool:
        """Whether *which*, *whose* or *that* goes with the noun here: *at which time*, *kept that promise to*."""
        opening = self.words[at - 1]
        if opening.tag == "w":
            return opening.lemma in ("whose", "what") or (
                opening.lemma == "which" and self.tags[at - 2 : at - 1] == ["P"]
            )
        plural = at - 1 > self.begin and self.is_plural(at - 2)
        if opening.tag != "t" or plural or following in "dpoQN#t":
            return False
        group = self.groups.get(at - 2)
        if group is not None and (group.verb is None or "that" not in group.verb.frames):
            self.tags[at - 1] = "d"
        return True

    def joins_base(self, at: int, noun: str, following: str) -> bool:
        """Whether *and* joins a base form to the one before: *to build a wall and | make*, *will go and | see*."""
        if noun == "never":
            return True
        for k in reversed(range(max(self.begin, at - _FAR), at)):
            if self.tags[k] in ";:Q":
                return False
            group = self.groups.get(k)
            if group is not None:
                return group.form in ("infinitive", "base") and following in "dpoNnPj"
        return False

    def base_behind_mention(self, at: int, verb: Verb, following: str) -> bool:
        """Whether a base form behind a noun or a name is a verb: *officials say*, not *the official report*."""
        noun = verb.noun
        prior = self.back(self.before_brackets(at - 1), "rT")
        beside = self.is_plural(prior)
        may_head = (self.expected and not self.fronted) or (noun == "never" and following in ".$")
        head = self.subject_head(at) if may_head else None
        plural = beside or self.joined(prior) or (head is not None and (self.is_plural(head) or self.joined(head)))
        if noun == "never" and (plural or self.expected or following in "tpdQ" or self.coordinated(prior)):
            return True
        if not plural:
            return False
        if self.whose and beside and following in "P.,$":
            return True
        if self.quoted_before() and self.expected and verb.strong:
            return True
        if beside and following in ",.$" and "that" in verb.frames and self.is_as_said(at):
            return True
        if self.document_shows(prior, verb, following):
            return True
        if beside and noun != "often" and following in ",.$" and self.expected:
            return True
        if noun == "often":
            return following in "dptQw" or (
                bool(self.expected) and (following in "oNjs" or (beside and self.has_plural_object(at)))
            )
        return following in "dpotQNwiT:js"

    def is_as_said(self, at: int) -> bool:
        """Whether *as* opens the words before a verb: *as its critics | claim*."""
        return self.words[self.back(at - 1, "nNjdeg#q'")].lemma == "as"

    def may_be_many(self, at: int) -> bool:
        """Whether the sentence begins with several: *The critics, most of them farmers, | fear it is late*."""
        head = next((k for k in range(self.begin, at) if self.tags[k] in ",PV"), at) - 1
        return head >= self.begin and self.tags[head] in "nN" and self.is_plural(head)

    def has_plural_object(self, at: int) -> bool:
        """Whether people, a plural noun and no other verb stand around a base form: *we men | face | talks on it*."""
        people = self.words[self.back(at - 1, "r")]
        if not (people.small or people).people:
            return False
        last = self.behind(at)
        while last + 1 < self.end and self.tags[last] in "nvj" and self.tags[last + 1] in "nvj":
            last += 1
        if last + 1 >= self.end or self.tags[last] not in "nv" or self.tags[last + 1] == "t":
            return False  # the Moe campaign | projects that
        word = self.words[last]
        return (word.plural or "s" in word.forms) and not self.verb_follows(last)

    def is_plural(self, at: int) -> bool:
        """Whether a noun, or a name in -s, is more than one."""
        word, before = self.words[at], self.words[at - 1].lemma if at > self.begin else ""
        return (
            word.plural
            or (bool(self.expected) and self.tags[at] == "n" and "s" in word.forms)  # factors, a form of a verb, too
            or (self.tags[at] == "N" and self.text[self.ends[at] - 1] == "s")
            or before in ("those", "these")
            or word.lemma.endswith("selves")
        )

    def is_year(self, at: int) -> bool:
        """Whether a number has four digits."""
        return self.ends[at] - self.starts[at] == _YEAR

    def document_shows(self, at: int, verb: Verb, following: str) -> bool:
        """Whether a document, a poll or the like stands at a place, and a verb that tells what it shows behind it."""
        if "that" not in verb.frames or self.tags[at] not in "nN":
            return False
        kinds = self.words[at].noun
        shows = "document" in kinds or "speech" in kinds
        return shows and (following in "tNdpoq#" or (verb.cue == "evidence" and following in "nji,.$T:"))

    def subject_head(self, at: int) -> int | None:
        """The noun that begins what stands between the last sign and here: *| polls | in Ohio on Monday*."""
        first = at
        while first > self.begin and self.tags[first - 1] in "nNjdeg#qrTP'":
            first -= 1
        if self.tags[first] == "P":
            return None
        head = next((k for k in range(first, at) if self.tags[k] in "nN"), None)
        while head is not None and head + 1 < at and self.tags[head + 1] in "nN":
            head += 1
        return head

    def joined(self, at: int) -> bool:
        """Whether a name ends the mention of two: *Ann Lee and Bo | Moe*, *the mayor and | Moe*."""
        at = self.back(at, "N")
        return self.tags[at] == "c" and self.tags[at - 1] in "nN"

    def coordinated(self, at: int) -> bool:
        """Whether an *and* stands a few words before: *Bruna and Otis say*."""
        return any(self.tags[k] == "c" for k in range(max(self.begin, at - 4), at))

    def group(
        self,
        at: int,
        word: Word,
        letter: str,
        form: str,
        *,
        chain: Sequence[Word] = (),
        passive: bool = False,
        asked: bool = False,
    ) -> str:
        verb = word.verb
        negative = modal = perfect = False
        first = at
        if chain:
            first = self.auxiliaries[0]
            for each in chain:
                negative = negative or each.negative
                modal = modal or each.tag == "m"
                perfect = perfect or each.tag == "h"
            for k in range(first, at):
                if self.tags[k] == "B":
                    self.tags[k] = "A"
                elif self.words[k].negative:
                    negative = True
        k = first - 1
        while k >= self.begin and self.tags[k] == "r":
            negative = negative or self.words[k].negative
            k -= 1
        negative = negative or (k > self.begin and self.tags[k] == "c" and self.words[k].negative)  # nor
        if asked:
            negative = any(self.words[k].negative for k in range(self.begin, at))
        end = self.ends[at]
        if verb is not None and verb.particles:
            verb, end = self.phrasal(at, verb, end)
            for k in range(at + 1, self.end):
                if self.starts[k] >= end:
                    break
                self.tags[k] = "r"
        lemma, conditional = verb.lemma if verb else word.lemma, asked and self.asked_at == self.begin
        fields = verb, lemma, self.starts[at], end, form, passive, negative, modal, perfect, conditional
        self.groups[at] = tuple.__new__(Group, fields)  # half the time of Group(*fields)
        self.auxiliaries = []
        return letter

    def phrasal(self, at: int, verb: Verb, end: int) -> tuple[Verb, int]:
        """The verb with its particle (*went on*), where one follows."""
        following = at + 1
        low = self.word_at(following).lemma
        found = verb.particles.get(low)
        if found is None:
            following += 1
            found = verb.particles.get(f"{low} {self.word_at(following).lemma}")
        if found is None and low == "it" and self.following(at, 2) in ":Q":  # summed it up: “…”
            apart = verb.particles.get(self.word_at(at + 2).lemma)
            return (apart, self.ends[at + 2]) if apart is not None and apart.strong else (verb, end)
        if found is None:
            return verb, end
        if self.words[at + 1].tag in "po" or low in _NO_PARTICLES:
            return found, end
        return (found, self.ends[following]) if self.particle_fits(following) else (verb, end)

    def particle_fits(self, at: int) -> bool:
        """A particle stands before the end, a sign, a quotation or a clause; before a noun it may be a preposition."""
        return self.following(at) in ",;:.-~Q$tpdNPrcsSTwn"


_Handler = Callable[[_Teller, int, Word], str]
_HANDLERS: Mapping[str, _Handler] = {
    "N": _Teller.capital, "m": _Teller.modal, "b": _Teller.auxiliary, "h": _Teller.auxiliary, "D": _Teller.auxiliary,
    "T": _Teller.month, "'": _Teller.genitive, "(": _Teller.bracket,
    "c": _Teller.coordinator, "P": _Teller.preposition, "S": _Teller.preposition_or_subordinator,
    "x": _Teller.auxiliary_like, "r": _Teller.adverb, "a": _Teller.adjective,
    "j": _Teller.adjective, "t": _Teller.that, "d": _Teller.determiner, "n": _Teller.noun, "v": _Teller.verb,
    "e": _Teller.verb, "o": _Teller.object_pronoun, "q": _Teller.quantifier, "w": _Teller.relative, "#": _Teller.number,
}  # fmt: skip
