"""Pronouns: what those behind a name tell of the gender of whoever bears it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import define, field

from ..names import NameIndex
from .capitals import SAMPLE
from .character import Gender
from .person import OFTEN, Person

_PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_NEXT_PRONOUN = re.compile(  # of those above: where one may begin is found fast by its letter
    r"[HhSs](?<=\b.)(?:(?<=[Hh])(?:e|is|er)|(?<=[Ss])he|(?<=h)(?:im|imself|ers|erself))\b"
)
_BEHIND_OBJECT = re.compile(  # of *her*: the hat, to go, back
    r"[^\w\s]|\s+(?:the|an?|his|all|that|what|how|if|as|to|at|in|on|of|up|by|for|from|into|with|over|out|off|down|and"
    r"|but|or|back|away|again|then|so|not|about|before|after|when|while|until|through|across|home|there|here)\b"
)
_FEW_WORDS = 4  # between a name and the object of its verb
_JOINING = frozenset("and but or that who whom whose which when while if as because where what how".split())
_ENDING = frozenset(".!?\n")
_QUOTES, _APART = frozenset('“”"«»'), 0.3
"""A pronoun votes so much where one of it and the name before it is said by somebody, the other is not."""
_ENDS_TURN = re.compile(r"[”\"»]\s*\n")
_REACH, _MOST_PRONOUNS = 90, 5_000
"""A pronoun votes for a name so many characters before it; so many are remembered."""
SUBJECT_VOTES = 6.0
"""The votes of the pronoun that owns something in the sentence that a name opens: *Ann Lee sold her house*."""
CLEAR, LEAST = 1.3, 0.4
"""A gender is taken for settled where its votes are this many times the other's, and more than so many."""


@define(eq=False)
class Pronouns:
    """The pronouns behind the names of a text, each looked for when somebody asks."""

    index: NameIndex
    noted: dict[int, tuple[str, float, bool] | None] = field(factory=dict)  # behind a run, where somebody has asked

    def vote(self, person: Person, votes: dict[str, float], surface: str) -> None:
        """Let the pronouns behind a name vote for a gender, at some of the places where it stands."""
        places, noted = self.index.runs().get(surface, ()), self.noted
        sample = places if len(places) <= SAMPLE else places[:: len(places) // SAMPLE]
        for at in sample:
            found = noted[at] if at in noted else self._note(at)
            if found is not None:
                gender, vote, owns = found
                vote = SUBJECT_VOTES if owns and person.count < OFTEN else vote
                votes[gender] += vote * (len(places) / len(sample))

    def _note(self, at: int) -> tuple[str, float, bool] | None:
        """What the pronoun behind a name tells, remembered for the next time."""
        if len(self.noted) >= _MOST_PRONOUNS:
            self.noted.clear()
        found = self.noted[at] = self._behind(at)
        return found

    def _behind(self, at: int) -> tuple[str, float, bool] | None:
        """What the pronoun behind a name tells: a gender, its vote, whether it owns and the name opens a sentence."""
        index, start = self.index, self.index.ends[at]
        found = _NEXT_PRONOUN.search(index.text, start, start + _REACH)
        if found is not None and _is_other(index.text, start, found):
            found = _NEXT_PRONOUN.search(index.text, found.end(), start + _REACH)
        if found is None or self._is_named_until(at + 1, found.end()):
            return None
        word = found.group().lower()
        between = index.text[start : found.start()]
        quoted = not _QUOTES.isdisjoint(between)
        owns = word in ("his", "her") and index.opens_sentence(at) and not quoted and _ENDING.isdisjoint(between)
        vote = 1.0 if word in ("he", "she") else 0.7
        if quoted and (_parts_speech(between) or _ENDS_TURN.search(between)):
            vote *= _APART  # “Come, Per,” | she said; “No,” said Per. “Go.” | She went
        return _PRONOUNS[word], vote, owns

    def _is_named_until(self, run: int, end: int) -> bool:
        """Whether a run, or one behind it, is a name that begins before a place."""
        index, starts = self.index, self.index.starts
        while run < len(starts) and starts[run] < end:
            if index.name(run).words:
                return True
            run += 1
        return False


def _is_other(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a pronoun is the object in the clause of the name before it, and so somebody else.

    >>> [_is_other(text, 3, _NEXT_PRONOUN.search(text)) for text in ("Ann looked at him.", "Ann saw her hat.")]
    [True, False]
    """
    word, between = found.group(), text[start : found.start()]
    if word != "him" and not (word == "her" and _BEHIND_OBJECT.match(text, found.end())):
        return False
    words = between.split()
    return between.replace(" ", "").isalpha() and len(words) <= _FEW_WORDS and _JOINING.isdisjoint(words)


def _parts_speech(between: str) -> bool:
    """Whether only one end of a stretch of text lies in quotation marks.

    >>> _parts_speech(",” "), _parts_speech(" was “late”. ")
    (True, False)
    """
    opened, closed = between.count("“") + between.count("«"), between.count("”") + between.count("»")
    return opened != closed or between.count('"') % 2 > 0


def clear_gender(votes: Mapping[str, float]) -> Gender:
    """The gender for which the votes are clear."""
    male, female = votes["m"], votes["f"]
    if male > max(female * CLEAR, LEAST):
        return "m"
    return "f" if female > max(male * CLEAR, LEAST) else "u"
