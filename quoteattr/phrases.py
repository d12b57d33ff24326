"""Phrase: the words of a sentence told apart and put together; read_sentences: from text to phrases.

Every word gets one letter. The closed classes have theirs from the tables; what may be a noun or a
verb is decided from left to right by the words around it. Then one pattern over the letters cuts
the sentence into phrases: mentions, groups of verbs, times, single words and signs. A quotation is
one letter (``Q``): what it says is not read here.

========  ==================================================  =========================
letter    a word                                              a phrase
========  ==================================================  =========================
N n j     a name, a noun, an adjective                        ``M`` a mention
d q #     determiner, quantifier, number                      (with these)
p o       a pronoun as subject, as object                     ``M``
e g       participles used as adjectives or nouns             (with these)
'         the genitive                                        (with these)
A V       an auxiliary with a verb after it, a finite verb    ``V`` a finite verb group
B         an auxiliary alone (*is*, *will*)                   ``B``
G E I     -ing, participle, infinitive                        ``G`` ``E`` ``I``
T         a time                                              ``T``
P r c     preposition, adverb, coordinator                    the same
s w t     subordinator, *who* and *what*, *that*              the same
, ; : -   signs, as they are; ``~`` an ellipsis, ``y`` others  the same
========  ==================================================  =========================
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from attrs import frozen

from .lexicon import Lexicon, Verb, Word
from .quotations import Quotation
from .tokens import cut

_LONGEST = 300  # phrases read in one sentence; a longer one is cut, so that time grows as the text does
_FRAME_REACH = 24  # words looked at behind “…?” for the frame that makes it go on

_PHRASES = re.compile(
    r"""
      (?P<T> (?: qP (?=[dq\#]*T) )? [dq\#j]* T+ (?![n']) \#? )
    | (?P<I> i r* (?: (?:A r*)* I | B ) )
    | (?P<V> (?:A [rn]?r*)* V )
    | (?P<G> (?:A r*)* G )
    | (?P<B> B (?: r* B )* )
    | (?P<M> (?:[dq\#jeg] r* (?=[dq\#jegnNT]) | T')* [nN] (?: (?:[nNjeg\#T]|'(?:r(?=[jeg]))?)* [nN\#] )? | [dq\#]+ | [po] )
    | (?P<x> . )
    """,
    re.VERBOSE | re.DOTALL,
)


@frozen
class Group:
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


@frozen(eq=False)
class Phrase:
    """A phrase of a sentence: its letter, its place in the text and among the words."""

    kind: str
    start: int
    end: int
    first: int
    last: int
    word: Word | None = None
    group: Group | None = None
    quotation: Quotation | None = None


@frozen(eq=False)
class Words:
    """The words of a paragraph outside its quotations, each with its place and its letter."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[Word]
    tags: list[str]
    quotations: dict[int, Quotation]


@frozen(eq=False)
class Sentence:
    """The phrases of one sentence, and the words they are made of."""

    words: Words
    phrases: tuple[Phrase, ...]

    @property
    def start(self) -> int:
        """Where the sentence begins in the text."""
        return self.phrases[0].start

    @property
    def end(self) -> int:
        """Where the sentence ends in the text."""
        return self.phrases[-1].end


_ALONE = frozenset({"another", "both", "each", "either", "neither", "this", "that", "these", "those", "one", "some", "many", "most", "others", "all"})
# Words behind a verb that make another verb of it and yet are no part of the cue: *put it*, *spoke of*.
_NO_PARTICLES = frozenset("of as about to for against at with from aloud".split())
_MONTH_NAMES = frozenset({"april", "may", "june", "august"})
_PLACED = frozenset({"close"})
_QUOTATION = Word("Q", "")
_GENITIVE = Word("'", "'s")
_CONTRACTED = {"'s": "is", "'re": "are", "'m": "am", "'ve": "have", "'d": "had", "'ll": "will"}
_PARTICLES = frozenset(
    "de da do dos das di del della der den van von vom zu zur ten ter la le du des al el bin ibn bint ben abu af av y e".split(),
)


def read_words(text: str, start: int, end: int, quotations: Sequence[Quotation], lexicon: Lexicon) -> Words:
    """The words of a stretch of text, each quotation one word of it."""
    words = Words(text, [], [], [], [], {})
    at = start
    for quotation in quotations:
        if quotation.span.start < at:
            continue
        _read_plain(words, at, quotation.label.start if quotation.label else quotation.span.start, lexicon)
        if quotation.label is not None:
            _add(words, quotation.label.start, quotation.label.end, Word("N", quotation.label.text))
            _add(words, quotation.label.end, quotation.span.start, Word(":", ":"))
        if quotation.use == "nickname":
            _add(words, quotation.span.start, quotation.span.end, Word("N", quotation.span.text))
        else:
            words.quotations[len(words.tags)] = quotation
            _add(words, quotation.span.start, quotation.span.end, _QUOTATION)
        at = quotation.span.end
    _read_plain(words, at, end, lexicon)
    return words


def _add(words: Words, start: int, end: int, word: Word) -> None:
    words.starts.append(start)
    words.ends.append(end)
    words.words.append(word)
    words.tags.append(word.tag)


def _read_plain(words: Words, start: int, end: int, lexicon: Lexicon) -> None:
    pieces = cut(words.text, start, end)
    look = lexicon.word
    for piece, at in zip(pieces, accumulate(map(len, pieces), initial=start)):
        if piece.isspace():
            continue
        word = look(piece)
        tag = word.tag
        if tag == "k":
            assert word.parts is not None
            middle, first, second = word.parts
            middle = middle or len(piece)
            _add(words, at, at + middle, look(piece[:middle]) if middle < len(piece) else look(first))
            _add(words, at + middle, at + len(piece), look(second))
        elif tag in "Nnvje" and piece[-2:] in ("'s", "’s", "'S", "’S") and len(piece) > 2:  # noqa: PLR2004
            _add(words, at, at + len(piece) - 2, look(piece[:-2]))
            _add(words, at + len(piece) - 2, at + len(piece), _GENITIVE)
        elif piece in ("'", "’") and words.tags and words.ends[-1] == at and words.text[at - 1] in "sSxXzZ":
            _add(words, at, at + 1, _GENITIVE)
        elif tag == "y" and piece.isspace() is False and not piece.isprintable():
            continue
        else:
            _add(words, at, at + len(piece), word)


# ---------------------------------------------------------------- sentences


def _ends_quotation(quotation: Quotation) -> str:
    """The last sign of what is quoted, or nothing: ``.``, ``?``, ``!``, ``,``."""
    said = quotation.inner.text.rstrip(" \t\n\r\u00a0\u202f)]”’\"'»“")
    return said[-1] if said and said[-1] in ".?!,…;:-—–" else ""


def sentence_bounds(words: Words) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end, counted in words."""
    tags, begin = words.tags, 0
    count = len(tags)
    for at, tag in enumerate(tags):
        if tag == "." or (tag == ")" and at > begin and tags[at - 1] == "."):
            ends = at + 1 < count and _starts_sentence(words, at + 1)
        elif tag in "nNTj" and at + 1 < count and words.text[words.ends[at] - 1] == ".":
            following = words.words[at + 1]
            ends = following.small is not None and following.tag in "pd" and words.tags[at + 1] in "pd"
        elif tag == "Q":
            ends = at + 1 < count and _quotation_ends_sentence(words, at)
        else:
            ends = False
        if ends or at - begin >= _LONGEST:
            yield begin, at + 1
            begin = at + 1
    if begin < count:
        yield begin, count


def _starts_sentence(words: Words, at: int) -> bool:
    tag, word = words.tags[at], words.words[at]
    if tag == "Q" or tag in "#(":
        return True
    if tag in ",;:)-~.'":
        return False
    return words.text[words.starts[at]].isupper() or not words.text[words.starts[at]].islower() or word.lemma == "i"


def _quotation_ends_sentence(words: Words, at: int) -> bool:
    """Whether a sentence ends with this quotation: “It ended.” Lee left; not “It is late,” Lee said."""
    sign = _ends_quotation(words.quotations[at])
    if not sign or sign in ",;:-—–":
        return False
    following = words.tags[at + 1]
    if following == "Q":
        return True
    first = words.text[words.starts[at + 1]]
    if following in ",;:)-~.'" or (first.islower() and following != "N"):
        return False
    framed = _frame_follows(words, at + 1)
    return not framed if sign in "?!…" else framed != "closed"


def _frame_follows(words: Words, at: int) -> str:
    """Whether *Lee said* or *Lee, a guard, said* follows: ``closed`` if it is a sentence to itself, else ``open`` or nothing."""
    tags, all_words = words.tags, words.words
    named = in_relative = False
    for k in range(at, min(at + _FRAME_REACH, len(tags))):
        tag, word = tags[k], all_words[k]
        if k == at and word.small is not None and tag in "rPSjcq":
            named = True  # a name that looks like another word: *From said*
        elif tag in "Nnp":
            named = True
        elif tag == ",":
            in_relative = False
        elif tag == "w" and named:
            in_relative = True
        elif tag == "v" and named and not in_relative:
            if _frames(word, after_pronoun=tags[k - 1] == "p"):
                after = tags[k + 1] if k + 1 < len(tags) else "."
                return "closed" if after == "." else "open"
            if set(word.forms) <= set("sdpn") and word.verb is not None and word.verb.noun == "never":
                return ""
        elif not (tag in "djq#'cTPeg" or (named and tag in "bhrv")):
            return ""
        elif tag == "P" and not named:
            return ""
    return ""


def _frames(word: Word, *, after_pronoun: bool) -> bool:
    """Whether a verb behind a mention says that it spoke: *said*, *continued*, but not *nodded*."""
    verb = word.verb
    if verb is None or not set(word.forms) & set("sdpb" if after_pronoun else "sdp"):
        return False
    return verb.strong or ("quote" in verb.frames and verb.cue in ("speech", "other", "writing"))


# ---------------------------------------------------------------- words told apart


def _small(word: Word, following: str) -> Word | None:
    """What a capitalised word at the start of a sentence is when written small, if that is likelier."""
    small = word.small
    if small is None:
        return None
    tag = small.tag
    if following == "'" or (tag == "j" and following in "v,"):
        return None
    if tag in "mPcsSrbDhqwjxdpotT#":
        return small
    if tag == "v":
        if "g" in small.forms:
            if following == "N" and (small.verb is None or not small.verb.cue):
                return None
            return small if following not in "vbhmD" else None
        if small.forms[0] in "dn" or "d" in small.forms:
            return small if following in "PtswridT" else None
        return small if small.noun and following in "vbhmDrP" else None
    if tag == "n":
        return small if small.noun else None
    return None


class _Reader:
    """Tells nouns from verbs in one sentence, left to right, and marks what goes with them.

    ``tags`` is rewritten in place for the words from ``begin`` to ``end``.
    """

    def __init__(self, words: Words, begin: int, end: int, names: Collection[str]) -> None:
        self.words = words.words
        self.tags = words.tags
        self.text = words.text
        self.starts = words.starts
        self.ends = words.ends
        self.begin = begin
        self.end = end
        self.names = names
        self.groups: dict[int, Group] = {}
        self.auxiliaries: list[int] = []  # open ones, before a verb that has not come yet
        self.asked = ""  # an auxiliary that stands before its subject: *did Lee say*
        self.asked_negative = False
        self.asked_at = -1
        self.before = "^"  # the letter before, adverbs passed over
        self.whose = False  # *whose ward* waits for its verb
        self.fronted = False  # the clause began with a preposition, and nothing but its object has come
        self.served = False  # a finite verb stands between the last sign and here
        self.expected = 1  # finite verbs that are still to come: one for the sentence, one for each *who*, *that*, *when*

    def read(self) -> dict[int, Group]:
        tags, words, end = self.tags, self.words, self.end
        fresh = True  # at a place where a capital may be a sentence's
        for at in range(self.begin, end):
            tag = tags[at]
            word = words[at]
            if tag == "N":
                if fresh and word.small is not None and self.words_name(at) not in self.names:
                    small = word.small if self.said_first(at, word) else _small(word, self.following(at))
                    if small is not None:
                        word, tag = small, small.tag
                        words[at] = small
            elif tag == "m" and word.small is not None and self.named_will(at):
                tag = "N"
            elif tag == "T" and word.lemma in _MONTH_NAMES and (self.tags[at + 1 : at + 2] == ["N"] or self.said_by(at)):
                tag = "N"
            elif tag == "c" and word.lemma == "&" and self.before == "N" and self.following(at) == "N":
                tag = "N"
            elif word.lemma == "no." and self.following(at) == "#":
                tag = "N"
            elif word.lemma in _PLACED and self.following(at) == "P" and tag in "vrn":
                tag = "j"
            elif word.small is not None and tag in "PcsSrqjawDhb" and self.named_before_verb(at, fresh=fresh):
                tag = "N"
            fresh = tag in ":-(" or (fresh and tag == "(")
            if tag in "ve":
                tag = self.verb(at, word)
            elif tag == "m" and self.before in "dj'":
                tag = "n"
            elif tag in "mbhD":
                tag = self.auxiliary(at, word)
            elif tag == "P" and word.lemma == "to":
                tag = self.infinitive_marker(at)
            elif tag == "S" and self.auxiliaries and self.before == "B" and self.following(at) == "v":
                tag = "r"
            elif tag == "S":
                tag = self.preposition_or_subordinator(at)
            elif tag == "x":
                tag = "r"
            elif tag == "r" and word.lemma == "once" and self.following(at) in "dNnp" and self.before in "^,cwt":
                tag = "s" if self.preposition_or_subordinator(at) == "s" else "r"
            elif tag == "r" and word.lemma in ("there", "here") and self.following(at) in "bhmv" and self.before not in "PN":
                tag = "p" if word.lemma == "there" and self.following(at) in "bhm" else "r"
            elif tag in "Pr" and self.before == "'":
                tag = "j" if self.following(at) in "nNj" else "n"
            elif tag == "P" and self.following(at) == "#" and word.lemma in ("about", "around", "over", "under"):
                tag = "r"
            elif tag == "a":
                tag = "j"
            elif tag == "t":
                tag = self.that(at)
            elif tag == "d" and word.lemma == "her" and self.following(at) in "dPr.,$Qc:":
                tag = "o"
            elif tag == "n" and self.opens_verb():
                tag = self.unknown_verb(at, word)
            elif tag == "n" and word.lemma in _PARTICLES and self.before == "N" and self.following(at) == "N":
                tag = "N"
            elif tag == "P" and self.before == "N" and word.lemma in _PARTICLES and self.following(at) == "N":
                tag = "N"
            tags[at] = tag
            if tag == "r":
                continue
            if tag == "w" and word.lemma == "whose":
                self.expected += 1
                self.before = "d"
                self.whose = True
                continue
            if tag not in "ABVIGE" and self.auxiliaries:
                if tag in "Nndq#p" and words[self.auxiliaries[-1]].tag in "mDbh":
                    if self.asked_here():
                        self.asked, self.asked_at = words[self.auxiliaries[-1]].tag, self.auxiliaries[0]
                self.auxiliaries = []
            if tag in ",;:Q":
                self.asked = ""
            if tag == "P":
                self.fronted = self.fronted or self.before in "^,;:Qswtc-"
            elif tag in ",;:QVBswtc":
                self.fronted = False
            if tag in ",;:-Qwstc(":
                self.served = False
            elif tag in "VB":
                self.served = True
            if tag in "VB,":
                self.whose = False
            if tag in "VB":
                self.expected = max(0, self.expected - (self.before not in "B" or tag == "B"))
            elif tag in "wst":
                self.expected += 1
            elif tag in "Q;:":
                self.expected = max(1, self.expected)
            self.before = tag
        self.find_missing_verb()
        return self.groups

    def find_missing_verb(self) -> None:
        """Where a sentence has no finite verb, a noun that may be one is: *Early polls | show voters in the area …*.

        So is the last word of a sentence behind a comma, if it reports: *…, the records | show*.
        """
        tags = self.tags[self.begin : self.end]
        if "V" not in tags and "B" not in tags and "Q" not in tags and len(tags) > 3:  # noqa: PLR2004
            at = next((k for k in range(self.begin + 1, self.end - 1) if self.may_be_verb(k)), None)
        else:
            at = self.end - 2 if self.end - self.begin > 4 and tags[-1] == "." else None  # noqa: PLR2004
            if at is not None and not (self.may_be_verb(at) and self.ends_report(at)):
                at = None
        if at is not None:
            word = self.words[at].small or self.words[at]
            self.words[at] = word
            self.before = self.tags[at - 1]
            self.tags[at] = self.group(at, word, "V", "past" if word.forms[0] in "dp" else "present")

    def may_be_verb(self, at: int) -> bool:
        """Whether a word that was taken for a noun or a name may be a finite verb: its number fits what stands before."""
        if self.tags[at] not in "nN" or self.tags[at - 1] not in "nN#rd":
            return False
        word = self.words[at].small or self.words[at]
        if word.verb is None or not word.verb.cue or (self.tags[at] == "N" and not self.in_headline()):
            return False
        prior = self.words[at - 1]
        plural = prior.plural or self.text[self.ends[at - 1] - 1] == "s"
        if "b" in word.forms:
            return plural and self.following(at) not in "PVB" and self.tags[at - 1] != "d"
        return "s" in word.forms and not plural and self.following(at) not in "PVB" and self.tags[at - 1] != "d"

    def in_headline(self) -> bool:
        """Whether most words of the sentence begin with a capital."""
        tall = sum(self.text[self.starts[k]].isupper() for k in range(self.begin, self.end))
        return tall > 0.7 * sum(self.text[self.starts[k]].isalpha() for k in range(self.begin, self.end))  # noqa: PLR2004

    def ends_report(self, at: int) -> bool:
        """Whether a comma, a mention and this word end the sentence."""
        k = at - 1
        while k > self.begin and self.tags[k] in "nNjdeg#'":
            k -= 1
        return self.tags[k] == "," and k < at - 1

    def said_first(self, at: int, word: Word) -> bool:
        """*Said Moe: “…”*: a verb of saying opens the sentence, and a colon stands before what is said."""
        verb = word.small.verb if word.small is not None else None
        if at != self.begin or verb is None or not (verb.strong or "quote" in verb.frames) or not set(word.small.forms) & set("dps"):  # type: ignore[union-attr]
            return False
        said = self.tags[at : at + 25]
        return self.following(at) in "Nndpq#" and (":" in said or "Q" in said)

    def named_before_verb(self, at: int, *, fresh: bool) -> bool:
        """Whether a word with a capital is a name for the verb of saying behind it: *“…,” Early | said*."""
        following = self.words[at + 1] if at + 1 < self.end else None
        verb = following.verb if following is not None and following.tag == "v" else None
        if following is None or verb is None or not verb.strong or not set(following.forms) & set("sdp"):
            return False
        return not fresh or self.words[at].tag in "rqP"

    def said_by(self, at: int) -> bool:
        """Whether a word follows a quotation and its verb of saying: *“…,” said | April*."""
        verb = self.words[at - 1].verb if at > self.begin else None
        return at - 2 >= self.begin and self.tags[at - 2] == "Q" and verb is not None and verb.strong

    def named_will(self, at: int) -> bool:
        """Whether a modal with a capital is a name: *George Will*, *Will described*."""
        following = self.words[at + 1] if at + 1 < self.end else None
        past = following is not None and following.tag == "v" and "b" not in following.forms
        named = following is not None and following.tag == "N" and at == self.begin and "?" not in self.text[self.starts[at] : self.ends[self.end - 1]]
        return self.before == "N" or past or named

    def words_name(self, at: int) -> str:
        return self.words[at].lemma

    def following(self, at: int, step: int = 1) -> str:
        """The letter of the word after, adverbs passed over; ``$`` at the end."""
        at += step
        while at < self.end and self.tags[at] == "r":
            at += 1
        return self.tags[at] if at < self.end else "$"

    def asked_here(self) -> bool:
        """Whether the open auxiliary stands before its subject: at the start, or after *not*, *never*, *when*."""
        at = self.auxiliaries[0] - 1
        while at >= self.begin and self.tags[at] == "r":
            at -= 1
        return at < self.begin or self.tags[at] not in "Nnpoqw#"

    def opens_verb(self) -> bool:
        """Whether any word here must be a verb: after *to*, *he*, *will*."""
        if self.auxiliaries:
            kind = self.words[self.auxiliaries[-1]].tag
            return kind in "mD" and self.before == "B"
        return self.before == "i"

    def auxiliary(self, at: int, word: Word) -> str:
        if word.tag == "h" and word.lemma == "having":
            self.auxiliaries = [at]
            return "B"
        if word.tag in "bhD" and self.before == "i":
            self.auxiliaries = [at]
            return "B"
        if self.auxiliaries and self.before == "B":
            self.auxiliaries.append(at)
        else:
            self.auxiliaries = [at]
        return "B"

    def infinitive_marker(self, at: int) -> str:
        word = self.words[at + 1] if at + 1 < self.end else None
        if at > self.begin and self.text[self.starts[at - 1] : self.ends[at - 1]].lower() == "according":
            return "P"
        if word is not None and word.tag == "r" and at + 2 < self.end:
            word = self.words[at + 2]
        if word is None:
            return "P"
        if word.tag == "Q":
            return "i"
        if word.tag in "bhD" and word.lemma in ("be", "have", "do"):
            return "i"
        return "i" if word.tag == "v" and "b" in word.forms else "P"

    def preposition_or_subordinator(self, at: int) -> str:
        """*after the vote* is a preposition, *after he voted* a subordinator: a verb before the next comma decides."""
        lemma = self.words[at].lemma
        if lemma == "than" or (lemma == "as" and at + 1 < self.end and self.tags[at + 1] not in "dNnpqt#T"):
            return "P"
        for k in range(at + 1, min(at + 14, self.end)):
            tag, word = self.tags[k], self.words[k]
            if tag in ",;:.Qcwst(":
                return "P"
            if tag in "bhmDp":
                return "s"
            past = bool(set(word.forms) & set("dp")) and ("b" not in word.forms or self.tags[k - 1] in "nN")
            never = word.verb is not None and word.verb.noun == "never"
            if tag == "v" and k > at + 1 and (past or (never and set(word.forms) & set("sb"))):
                return "s"
            if lemma == "as" and tag == "v" and k > at + 1 and word.verb is not None and word.verb.strong and self.ends_frame(k + 1):
                return "s"
        return "P"

    def ends_frame(self, at: int) -> bool:
        """Whether *as Moe notes* or *as he puts it* ends here."""
        return at >= self.end or self.tags[at] in ",.Q" or self.words[at].lemma == "it"

    def that(self, at: int) -> str:
        """*that* stands alone (a subject), with a noun (a determiner), or opens a clause (``t``)."""
        following = self.following(at)
        if following == "T" or self.before in "Pi" or (self.before == "c" and following in "bhmD"):
            return "d"
        if self.before in "^," and following in "bhmDv":
            return "d"
        return "t"

    def unknown_verb(self, at: int, word: Word) -> str:
        if word.plural and self.before == "i":
            return "n"
        return self.verb(at, Word("v", word.lemma, "b", None))

    # -- a word that may be a verb

    def verb(self, at: int, word: Word) -> str:
        forms = word.forms
        if self.auxiliaries and self.before == "B":
            tag = self.with_auxiliary(at, word)
            if tag:
                return tag
        if self.before == "i" and "b" in forms:
            return self.group(at, word, "I", "infinitive")
        if self.asked and self.before in "Nnpo#" and set(forms) & set("b" if self.asked in "mD" else "dn" if self.asked == "h" else "g"):
            self.asked = ""
            return self.group(at, word, "V", "base", asked=True)
        if self.asked and self.before == "i" and "b" in forms and self.asked_at == self.begin:
            return self.group(at, word, "I", "infinitive", asked=True)
        if forms == "g":
            return self.gerund(at, word)
        if "d" in forms or "p" in forms:
            tag = self.past(at, word)
            if tag:
                return tag
        elif "n" in forms and "b" not in forms:
            return "e" if self.before in "dq'j#P" and self.following(at) in "nNj" else self.group(at, word, "E", "participle", passive=True)
        if "s" in forms:
            return self.third_person(at, word)
        if "b" in forms:
            return self.base(at, word)
        return "n"

    def with_auxiliary(self, at: int, word: Word) -> str:
        forms, last = word.forms, self.words[self.auxiliaries[-1]]
        kind = last.tag
        chain = [self.words[k] for k in self.auxiliaries]
        inf = self.auxiliaries[0] > self.begin and self.tags[self.auxiliaries[0] - 1] == "i"
        gerund = chain[0].lemma == "having" or self.words[self.auxiliaries[0]].lemma == "being"
        letter, form = ("I", "infinitive") if inf else ("G", "gerund") if gerund else ("V", "")
        if kind == "m" and self.ends[self.auxiliaries[-1]] - self.starts[self.auxiliaries[-1]] <= 2 and set(forms) & set("dn"):  # noqa: PLR2004
            kind = "h"  # he'd said
        if kind in "mD" and "b" in forms:
            return self.group(at, word, letter, form or ("base" if last.lemma != "did" else "past"), chain=chain)
        if kind == "h" and set(forms) & set("dn"):
            return self.group(at, word, letter, form or "past", chain=chain)
        if kind == "b":
            if "g" in forms:
                return self.group(at, word, letter, form or "present", chain=chain)
            if set(forms) & set("dn") and not self.adjectival(at):
                return self.group(at, word, letter, form or "past", chain=chain, passive=True)
            contracted = self.ends[self.auxiliaries[-1]] - self.starts[self.auxiliaries[-1]] <= 2  # noqa: PLR2004
            if contracted and "p" in forms:
                return self.group(at, word, letter, "past", chain=chain)
        return ""

    def adjectival(self, at: int) -> bool:
        return self.following(at) in "nN" and self.text[self.starts[at]].islower() and self.before != "B"

    def gerund(self, at: int, word: Word) -> str:
        following = self.following(at)
        if word.noun and self.before in "Nnje'd" and following in "PbhmDvNn.,$t:":
            return "n"
        if self.before in "d'q#" or (self.before in "jn#" and following in "PbhmDv.$" and word.verb is None):
            return "g" if following in "nN" else "n"
        if word.verb is None and self.before in "PV" and following in "nN":
            return "G"
        return self.group(at, word, "G", "gerund")

    def past(self, at: int, word: Word) -> str:
        before, following = self.before, self.following(at)
        if before in "dq" and self.stands_alone(at) and following in "ptdNQ":
            return self.group(at, word, "V", "past")
        if before in "dq'#" or (before in "jP" and following in "nN"):
            if following in "nNj" and before != "q":
                return "e"
            if before in "d'":
                return "n" if following in "vbhmDP.,$" and word.verb is not None else "e"
        if before == "P":
            return "e" if following in "nNj" else "n"
        names = word.verb is not None and "object" in word.verb.frames and "that" not in word.verb.frames
        if before == "s" and "p" not in word.forms:
            return self.group(at, word, "E", "participle", passive=True)
        if self.served and before in "nNT#o" and following in "Pi" and "p" not in word.forms and self.verb_behind_comma(at):
            return self.group(at, word, "E", "participle", passive=True)
        says = word.verb is not None and word.verb.strong and word.verb.cue == "speech" and not {"hearer", "object"} & word.verb.frames
        if before == "," and says and following not in "wi":
            return self.group(at, word, "V", "past")
        thing = before == "n" and not any(kind in self.words[at - 1].noun for kind in ("role", "person", "kin"))
        if names and following == "Q" and (before == "," or thing):
            return self.group(at, word, "E", "participle", passive=True)
        opening = before == "^" or (before in ",-" and not self.expected)
        if opening and (following in "PwsitS" or (following in "Q," and names)) and "b" not in word.forms:
            return self.group(at, word, "E", "participle", passive=True)
        if before == "B" or before == "V" or before == "G":
            return "e" if following in "nNj" else self.group(at, word, "E", "participle", passive=True)
        if "d" in word.forms and at + 1 < self.end and self.words[at + 1].lemma == "by" and before not in "p," and not self.gerund_at(at + 2) and not (
            self.expected and self.quoted_before()
        ):
            return self.group(at, word, "E", "participle", passive=True)
        if "b" in word.forms and before in "c" and following not in "dpoNtQ":
            return ""
        return self.group(at, word, "V", "past")

    def stands_alone(self, at: int) -> bool:
        """Whether the determiner before may be a mention to itself: *another | said*."""
        return self.words[at - 1].lemma in _ALONE

    def verb_behind_comma(self, at: int) -> bool:
        """Whether a comma and a finite verb follow: *who wrote a bill aimed at it, | said*."""
        for k in range(at + 1, min(at + 30, self.end - 1)):
            if self.tags[k] in ";:Q":
                return False
            if self.tags[k] == ",":
                word = self.words[k + 1]
                if word.tag in "bhmD" or (word.tag == "v" and bool(set(word.forms) & set("dps"))):
                    return True
        return False

    def gerund_at(self, at: int) -> bool:
        return at < self.end and "g" in self.words[at].forms

    def third_person(self, at: int, word: Word) -> str:
        before, following = self.before, self.following(at)
        verb = word.verb
        noun = verb.noun if verb else "some"
        if before in "dq" and self.stands_alone(at) and following in "dptNQ":
            return self.group(at, word, "V", "present")
        if before in "dj'#qPgeiAV" and not (before == "j" and noun == "never"):
            return "n"
        if before in "pwt":
            return self.group(at, word, "V", "present")
        if noun == "never" or (self.expected > 0 and noun == "some" and before in "nN)" and following in "jsSPcrTn.," and self.words[at + 1 if at + 1 < self.end else at].lemma != "of"):
            return self.group(at, word, "V", "present")
        strict = noun == "often"
        if self.fronted and before in "nN":
            return "n"
        if self.whose and before in "nN":
            self.whose = False
            return self.group(at, word, "V", "present")
        if following == "s" and before in "nN" and verb is not None and "wh" in verb.frames and self.words[at + 1].lemma == "whether":
            return self.group(at, word, "V", "present")
        if self.expected > 0 and before in "nN" and verb is not None and "to" in verb.frames and at + 1 < self.end and self.words[at + 1].lemma == "to":
            return self.group(at, word, "V", "present")
        if self.expected > 0 and before in "nN)" and verb is not None and verb.strong and self.quoted_before() and following not in "nN'twi":
            return self.group(at, word, "V", "present")
        if before in "Nno)":
            if before == "n" and not self.expected and following not in "tp":
                return "n"
            if following in "dpotQNwi" or (following in ":T#" ) or (following == "," and before == "N"):
                return self.group(at, word, "V", "present")
            if following in "jsSPcr" and not strict and before in "N)":
                return self.group(at, word, "V", "present")
            if following in ".$" and before in "N":
                return self.group(at, word, "V", "present")
            if following == "n" and not strict:
                return self.group(at, word, "V", "present")
            return "n"
        if before in ",)-" and self.expected and verb is not None and verb.strong and following in "dNpoQt":
            return self.group(at, word, "V", "present")
        if before in ",)" and self.expected and not strict and following in "PrdNpt":
            return self.group(at, word, "V", "present")
        if before in ",Q" and following in "dNp" and noun != "often":
            return self.group(at, word, "V", "present")
        if before in "Q" and following in "dNp":
            return self.group(at, word, "V", "present")
        if before == "c" and following in "dptQN":
            return self.group(at, word, "V", "present")
        return "n"

    def quoted_before(self) -> bool:
        """Whether the sentence opens with a quotation."""
        return self.tags[self.begin] == "Q"

    def base(self, at: int, word: Word) -> str:
        before, following = self.before, self.following(at)
        noun = word.verb.noun if word.verb else "some"
        if before in "dq" and self.stands_alone(at) and ((noun == "never" and following in "ptdNQ") or following in "po"):
            return self.group(at, word, "V", "present")
        if before == "o" and word.verb is not None and word.verb.strong:
            return self.group(at, word, "I", "infinitive")
        if before in "dj'#PgeV":
            return "n" if noun != "never" or before in "d'" else self.group(at, word, "V", "base")
        if before in "pwt":
            return self.group(at, word, "V", "present")
        if before == "q" and noun == "never":
            return self.group(at, word, "V", "present")
        if before == "n" or before == "N":
            prior = at - 1
            while prior > self.begin and self.tags[prior] == "r":
                prior -= 1
            plural = self.words[prior].plural or (before == "N" and self.text[self.ends[prior] - 1] == "s")
            if plural and self.quoted_before() and self.expected and word.verb is not None and word.verb.strong:
                return self.group(at, word, "V", "present")
            if noun == "never" and (plural or self.coordinated(prior)):
                return self.group(at, word, "V", "present")
            if plural and following in "dpotQNwiT:js" and (noun != "often" or (self.expected and not self.fronted and following in "dpotQNjs")):
                return self.group(at, word, "V", "present")
            if plural and noun == "often" and following in "dptQw":
                return self.group(at, word, "V", "present")
            if noun == "never" and following in "tpQ":
                return self.group(at, word, "V", "present")
            return "n"
        if before in ",Q" and noun == "never":
            return self.group(at, word, "V", "present")
        if before == "c" and following in "dptoQ":
            return self.group(at, word, "V", "base")
        if before == "^" and following in "dpotQ":
            return self.group(at, word, "V", "base")
        return "n" if word.noun or noun != "never" else "j"

    def coordinated(self, at: int) -> bool:
        """Whether an *and* stands a few words before: *Bruna and Otis say*."""
        return any(self.tags[k] == "c" for k in range(max(self.begin, at - 4), at))

    def group(self, at: int, word: Word, letter: str, form: str, *, chain: Sequence[Word] = (), passive: bool = False, asked: bool = False) -> str:
        verb = word.verb
        negative = any(each.negative for each in chain)
        first = self.auxiliaries[0] if chain else at
        for k in range(first, at):
            if self.tags[k] == "B":
                self.tags[k] = "A"
            elif self.tags[k] == "r" and self.words[k].negative:
                negative = True
        k = first - 1
        while k >= self.begin and self.tags[k] == "r":
            negative = negative or self.words[k].negative
            k -= 1
        if asked:
            negative = negative or any(self.words[k].negative for k in range(self.begin, at))
        modal = any(each.tag == "m" for each in chain)
        perfect = any(each.tag == "h" for each in chain)
        end = self.ends[at]
        if verb is not None and verb.particles:
            verb, end = self.phrasal(at, verb, end)
            for k in range(at + 1, self.end):
                if self.starts[k] >= end:
                    break
                self.tags[k] = "r"
        self.groups[at] = Group(verb, verb.lemma if verb else word.lemma, self.starts[at], end, form, passive, negative, modal, perfect, asked and self.asked_at == self.begin and not self.tags[self.begin :].count("?"))
        self.auxiliaries = []
        return letter

    def phrasal(self, at: int, verb: Verb, end: int) -> tuple[Verb, int]:
        """The verb with its particle (*went on*), where one follows."""
        following = at + 1
        if following < self.end:
            low = self.words[following].lemma
            found = verb.particles.get(low)
            if found is None and following + 1 < self.end:
                found = verb.particles.get(low + " " + self.words[following + 1].lemma)
                following += found is not None
            if found is not None and (self.words[at + 1].tag in "po" or low in _NO_PARTICLES):
                return found, end
            if found is not None and self.particle_fits(following):
                return found, self.ends[following]
        return verb, end

    def particle_fits(self, at: int) -> bool:
        """A particle stands before the end, a sign, a quotation or a clause; before a noun it may be a preposition."""
        return self.following(at) in ",;:.Q$tpdNPrcsTwn"


# ---------------------------------------------------------------- phrases


_SPEAKING = ("role", "person", "kin", "group", "body", "work")


def _roleless(words: Words, first: int, last: int, titles: Collection[str]) -> int:
    """Where *the interval | Gaspar Tremblay* falls apart: a name behind a noun that is no role; else ``last``."""
    tags = words.tags
    if tags[last - 1] != "N":
        return last
    at = last - 1
    while at > first and tags[at - 1] in "N#":
        at -= 1
    if at <= first or tags[at - 1] != "n":
        return last
    noun = words.words[at - 1]
    titled = words.text[words.starts[at] : words.ends[at]] in titles
    if any(kind in noun.noun for kind in _SPEAKING):
        before = words.words[at - 2].noun if at - 2 > first else ""
        spoken = any(kind in before for kind in ("document", "speech", "time"))
        return at - 1 if spoken and tags[at - 2] == "n" and first > 0 and tags[first - 1] == "P" else last
    if titled:
        return at
    return at if noun.noun and tags[first] in "dq#" else last


def read_sentences(words: Words, lexicon: Lexicon, names: Collection[str] = ()) -> Iterator[Sentence]:
    """The sentences of a paragraph, cut into phrases."""
    for begin, end in list(sentence_bounds(words)):
        groups = _Reader(words, begin, end, names).read()
        yield Sentence(words, tuple(_phrases(words, begin, end, groups, lexicon.titles)))


def _phrases(words: Words, begin: int, end: int, groups: dict[int, Group], titles: Collection[str]) -> Iterator[Phrase]:
    starts, ends, all_words = words.starts, words.ends, words.words
    for match in _PHRASES.finditer("".join(words.tags[begin:end])):
        kind = match.lastgroup
        first, last = match.start() + begin, match.end() + begin
        if kind == "x":
            kind = words.tags[first]
            yield Phrase(
                kind, starts[first], ends[first], first, last, all_words[first], groups.get(first), words.quotations.get(first)
            )
        elif kind == "M":
            middle = _roleless(words, first, last, titles)
            if middle < last:
                yield Phrase("M", starts[first], ends[middle - 1], first, middle, all_words[middle - 1])
                first = middle
            yield Phrase("M", starts[first], ends[last - 1], first, last, all_words[last - 1])
        elif kind in ("T", "B"):
            yield Phrase(kind, starts[first], ends[last - 1], first, last, all_words[last - 1])
        else:
            group = groups.get(last - 1)
            yield Phrase(str(kind), starts[first], max(ends[last - 1], group.end if group else 0), first, last, all_words[last - 1], group)
