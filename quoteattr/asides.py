"""find_aside: reporting words that break into speech where no mark sets them off.

Where a dash alone opens speech, nothing closes it: *— Yes, said Ana, come in.* What tells the writer's words
from the speaker's is their form: a verb of saying with its subject, he or she or a name or a person, right
behind a comma, a question mark, an exclamation mark or a dash. The same form shows where a closing mark was forgotten.

It fails where the speaker reports in turn (*— He is ill, said the doctor, so I left* may be all speech).
"""

from __future__ import annotations

import re

from .lexicon import english

# A sign behind which reporting words may break in; a dash may stand alone: —Yes —said Ana—, come in.
_BREAK = re.compile(r"(?:[,?!…]|\.\.\.)[”\"’']?\s+(?=[^\W\d_])|\s?(?:--|[—–]|(?<=\s)-)\s?(?=[^\W\d_])")
_WORD = re.compile(r"\s*([^\W\d_](?:\.(?=\s*[A-Z])|[\w'’-])*)")
_PERSONS = frozenset(("he", "she", "they", "i", "we", "someone", "somebody", "everyone", "everybody", "nobody", "no-one", "another"))
_FINITE = frozenset("dps")
_LONGEST = 9  # words of reporting: said the very old man in the corner
_LONGEST_NAME = 4
_LINKS = frozenset(("de", "del", "della", "der", "den", "di", "du", "da", "von", "van", "bin", "al", "of", "la", "le"))


def find_aside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first reporting words between two places stand, with their subject; None if there are none.

    >>> find_aside("Yes, said old Ana, come in.", 0, 27)
    (5, 17)
    >>> find_aside("Yes, and said so, Ana.", 0, 22)
    """
    for found in _BREAK.finditer(text, start, end):
        stop = read_aside(text, found.end(), end)
        if stop:
            return found.end(), stop
    return None


def read_aside(text: str, at: int, end: int) -> int:
    """Where the reporting words that begin at a place end; 0 if none begin there."""
    words: list[tuple[str, int]] = []
    stop = at
    while len(words) < _LONGEST and (found := _WORD.match(text, stop, end)):
        stop = found.end()
        words.append((found[1], stop))
    if len(words) < 2:
        return 0
    behind = _after_adverbs(words, 1)
    if _says(words[0][0]) and (after := _subject(words, behind)):
        return words[after - 1][1]
    after = _after_adverbs(words, _subject(words, 0))
    if 0 < after < len(words) and _says(words[after][0]):
        return words[after][1]
    return 0


def _says(word: str) -> bool:
    """Whether a word is a finite form of a verb that reports speech."""
    known = english().word(word)
    return known.verb is not None and known.verb.cue in ("speech", "manner", "thought") and not _FINITE.isdisjoint(known.forms)


def _after_adverbs(words: list[tuple[str, int]], at: int) -> int:
    while 0 < at < len(words) and english().word(words[at][0]).tag in "rA":
        at += 1
    return at


def _subject(words: list[tuple[str, int]], at: int) -> int:
    """How many words reach to the end of the subject that begins at a word: a pronoun, a name, the old man; 0: none."""
    if at >= len(words):
        return 0
    first = words[at][0]
    if first.lower() in _PERSONS:
        return at + 1
    stop = at
    determined = english().word(first).tag == "d" and first.islower()
    if determined:
        stop += 2
        while stop < len(words) and stop - at <= _LONGEST_NAME and english().word(words[stop][0]).tag in "njNdT#":
            stop += 1
        return stop if stop <= len(words) else 0
    if english().word(first).tag == "j" and first.islower():  # old Ana
        stop += 1
    named = stop
    while stop < len(words) and stop - at < _LONGEST_NAME and (words[stop][0][0].isupper() or (stop > named and words[stop][0] in _LINKS)):
        stop += 1
    return stop if stop > named else 0
