"""Scan: a sentence on the way from its first word to its last, and the ways to look around in it."""

from __future__ import annotations

from attrs import define, field

from ..lexicon import Word
from .group import Group

FAR = 30  # words that are looked at on either side
_NO_WORD = Word("$", "")


@define(eq=False)
class Scan:
    """A sentence whose words are told one by one: what it has shown so far, and what stands around a word.

    ``tags`` is rewritten in place for the words from ``begin`` to ``end``.
    """

    words: list[Word]
    tags: list[str]
    text: str
    starts: list[int]
    ends: list[int]
    begin: int
    end: int
    groups: dict[int, Group] = field(factory=dict, init=False)
    auxiliaries: list[int] = field(factory=list, init=False)  # open ones, before a verb that has not come yet
    asked: str = field(default="", init=False)  # an auxiliary that stands before its subject: *did Lee say*
    asked_at: int = field(default=-1, init=False)
    tall: bool = field(init=False)  # a headline
    fresh: bool = field(default=True, init=False)  # at a place where a capital may be a sentence's
    before: str = field(default="^", init=False)  # the letter before, adverbs passed over
    whose: bool = field(default=False, init=False)  # *whose ward* waits for its verb
    fronted: bool = field(default=False, init=False)  # the clause began with *in*, *by*; only its object has come
    parted: int | None = field(default=None, init=False)  # *has* that may wait: *has | in the past | said*
    served: bool = field(default=False, init=False)  # a finite verb stands between the last sign and here
    expected: int = field(default=1, init=False)
    """Finite verbs that are still to come: one for the sentence, one for each *who*, *that*, *when*."""

    def __attrs_post_init__(self) -> None:
        self.tall = self.in_headline()

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
        first, begin = at - FAR, self.begin
        while at > first and at > begin and self.tags[at] in letters:
            at -= 1
        return at

    def before_brackets(self, at: int) -> int:
        """The place before the brackets that close at a place, or the place itself: *Moe and Lee | (2014) argue*."""
        if self.tags[at] != ")":
            return at
        return next((k - 1 for k in range(at, max(self.begin, at - FAR), -1) if self.tags[k] == "("), at)

    def ahead(self, at: int, reach: int = FAR) -> range:
        """The places behind a word that may tell something of it."""
        return range(at + 1, min(at + reach, self.end))

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

    def leave_auxiliaries(self, tag: str) -> None:
        """No verb has come: the auxiliary stands alone, or before its subject."""
        if tag in "Nndq#p" and self.asked_here():
            self.asked, self.asked_at = self.words[self.auxiliaries[-1]].tag, self.auxiliaries[0]
        self.parted = self.auxiliaries[-1] if tag == "P" and self.words[self.auxiliaries[-1]].tag == "h" else None
        self.auxiliaries = []

    def asked_here(self) -> bool:
        """Whether the open auxiliary stands before its subject: at the start, or after *not*, *never*, *when*."""
        return self.tags[self.back(self.auxiliaries[0] - 1, "r")] not in "Nnpoqw#"

    def quoted_before(self) -> bool:
        """Whether the sentence opens with a quotation."""
        return self.tags[self.begin] == "Q"

    def in_headline(self) -> bool:
        """Whether most words begin with a capital, and no quotation opens the sentence."""
        tags = self.tags[self.begin : self.end]
        if tags[0] == "Q" or 3 * tags.count("N") <= len(tags):
            return False
        tall = sum(self.text[self.starts[k]].isupper() for k in range(self.begin, self.end))
        return tall > 0.7 * sum(self.text[self.starts[k]].isalpha() for k in range(self.begin, self.end))
