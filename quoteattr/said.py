"""Said: whether the words of a report were said at all; said_of: what the sentence around a verb tells of that.

What a writer denies (*never said*), leaves open (*if she says*, *might say*), asks for (*must say*) or only foresees
(*will say*, *plans to tell*) is reported in the same frames as what was said. The words that tell them apart are a
table, ``lang/en/unreal.tsv``.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal

from .clauses import Clause, Reading
from .tables import read_table

Said = Literal["said", "unsaid", "will say"]

_TOLD = frozenset({"speech", "writing"})  # the verbs that *could* makes unreal: *could say*, but not *could see*

_HELD_BACK = frozenset({"help", "forbear"})  # could not *help* saying; other verbs for not saying are in the table


@cache
def unreal_words() -> dict[str, str]:
    """The words that make a report unsaid, or only planned."""
    text = (resources.files(__package__) / "lang" / "en" / "unreal.tsv").read_text("utf8")
    return {row["word"]: row["makes"] for row in read_table("unreal.tsv", text)}


def said_of(reading: Reading, verb: int, subject: int | None = None) -> Said:
    """Whether the words reported by the verb at a place were said, were not (or only might be), or are still to be.

    ``subject`` is the place of who reports, where the clause of the verb does not tell.
    """
    teller = _Teller(reading)
    teller.tell(verb, subject)
    return "unsaid" if "unsaid" in teller.found else "will say" if "will say" in teller.found else "said"


class _Teller:
    """Looks for the words that make the report of a verb unreal: beside the verb, and in the clauses around it.

    ``found`` is what each such word makes of the report.
    """

    def __init__(self, reading: Reading) -> None:
        self.found: set[str] = set()
        self.unreal = unreal_words()
        self.phrases = reading.phrases
        self.around = reading.around
        self.words = reading.sentence.words
        self.of_verb = reading.of_verb

    def tell(self, verb: int, subject: int | None) -> None:
        """Find them all."""
        clause = self.of_verb.get(verb)
        who = subject if subject is not None or clause is None else clause.subject
        self.beside(verb, who)
        while clause is not None:
            if clause.kind == "sub":
                self.note(self.lemma(clause.opened), "unsaid")
            outer = clause.outer
            if outer is not None and clause.kind == "comp" and self.foreseen(verb, outer):
                self.found.add("will say")
            if outer is None or clause.kind not in ("inf", "part"):
                return
            if outer.verb is not None and self.not_held_back(outer.verb):
                clause = outer
                continue
            before = clause.opened - 1
            self.note(self.lemma(before - (self.lemma(before) == "of")))
            if clause.kind == "part" and not self.depends(before):
                return
            if outer.verb is not None:
                self.beside(outer.verb, outer.subject)
                self.note(self.lemma(outer.verb))
            clause = outer

    def not_held_back(self, verb: int) -> bool:
        """Whether a verb for not saying something is denied, so that it was said: *could not help | saying*."""
        group = self.phrases[verb].group
        return group is not None and group.negative and (group.lemma in _HELD_BACK or group.lemma in self.unreal)

    def beside(self, verb: int, subject: int | None) -> None:
        """Look at the auxiliaries, at a negation and at the subject."""
        phrase = self.phrases[verb]
        group = phrase.group
        if group is not None:
            if group.negative or group.conditional:
                self.found.add("unsaid")
            if group.modal:
                modal = next((self.words.words[k].lemma for k in self.auxiliaries(verb)), "")
                told = group.verb is not None and group.verb.cue in _TOLD
                if told or modal != "could":
                    self.note(f"{modal} have" if group.perfect else modal)
            if self.around[verb - 1] == "r":
                self.note(self.lemma(verb - 1), "unsaid")
            if group.lemma.startswith("go") and self.text(phrase.last - 1) == "going":
                self.note("going")
        if subject is not None:
            self.from_subject(subject)

    def from_subject(self, subject: int) -> None:
        """Look at the subject, *nobody said*, and whether it is asked: *did Moe say …?*."""
        mention, words = self.phrases[subject], self.words.words
        self.note(words[mention.first].lemma.lower(), "unsaid")
        if mention.last - mention.first > 1:
            self.note(words[mention.last - 1].lemma.lower(), "unsaid")
        if subject == 1 and self.around[0] == "B" and self.text(self.phrases[-1].last - 1).startswith("?"):
            self.found.add("unsaid")

    def auxiliaries(self, verb: int) -> range:
        """The places of the words before the last in a group of verbs."""
        phrase = self.phrases[verb]
        return range(phrase.first, phrase.last - 1)

    def foreseen(self, verb: int, outer: Clause) -> bool:
        """Whether someone said that the words would be said: *said he | would tell the court that …*."""
        group = self.phrases[outer.verb].group if outer.verb is not None else None
        would = any(self.words.words[k].lemma == "would" for k in self.auxiliaries(verb))
        return would and group is not None and group.verb is not None and bool(group.verb.cue)

    def depends(self, before: int) -> bool:
        """Whether what holds for the verb around holds for a participle, too: *avoided | saying*."""
        return self.around[before] in "VBI"

    def lemma(self, at: int) -> str:
        """The word of the phrase at a place, as the tables have it."""
        word = self.phrases[at].word if 0 <= at < len(self.phrases) else None
        return word.lemma.lower() if word is not None else ""

    def text(self, at: int) -> str:
        """A word as it stands, written small."""
        return self.words.text[self.words.starts[at] : self.words.ends[at]].lower()

    def note(self, word: str, only: str = "") -> None:
        """Note what a word makes of the report, if anything; ``only`` that, if given."""
        made = self.unreal.get(word)
        if made is not None and only in ("", made):
            self.found.add(made)
