"""find_aside: reporting words that break into speech where no mark sets them off.

Where a dash alone opens speech, nothing closes it: *— Yes, said Ana, come in.* What tells the writer's
words from the speaker's is their form: a verb of saying with its subject (he or she, a name, a person)
right behind a comma, a question mark, an exclamation mark or a dash. It also shows where a closing mark
was forgotten.

It fails where the speaker reports in turn: *— He is ill, said the doctor, so I left* may be all speech.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from .lexicon import FEW, Lexicon

# A sign behind which reporting words may break in; a dash may stand alone: —Yes —said Ana—, come in.
_BREAK = re.compile(r"(?:[,?!…]|\.\.\.)[”\"’']?\s+(?=[^\W\d_])|\s?(?:--|[—–]|(?<=\s)-)\s?(?=[^\W\d_])")
_INTRODUCED = re.compile(r":\s+|(?<![^\W\d_])(?P<word>[^\W\d_]+),\s+(?=[“\"‘']?[^\W\d_])")
_PERSONS = frozenset(("he", "she", "they", "i", "we", "someone", "somebody", "everyone", "everybody", "nobody"))
_REPORTING = frozenset(("speech", "manner", "thought"))  # classes of cues.tsv
_FINITE = frozenset("dps")  # past and participle, past, third person
LINKS = frozenset((
    "de", "del", "della", "der", "den", "di", "dos", "das", "du", "da", "von", "van", "ter", "bin", "ibn", "al", "el",
    "of", "la", "le",
))  # fmt: skip
_MOST_WORDS = 9  # of reporting: said the very old man in the corner
_MOST_OF_A_NAME = 4

_Word = tuple[str, int]  # and where it ends


def find_aside(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the first reporting words between two places stand, with their subject; None without any.

    >>> from quoteattr.lexicon import english
    >>> text = "Yes, said old Ana, come in."
    >>> start, end = find_aside(text, 0, len(text), english())
    >>> text[start:end]
    'said old Ana'
    >>> find_aside("Yes, and said so, Ana.", 0, 22, english())
    """
    for found in _BREAK.finditer(text, start, end):
        stop = _read_aside(text, found.end(), end, lexicon)
        if stop:
            return found.end(), stop
    return None


def find_introduced(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the words begin that a verb of saying and a comma, or a colon, introduce; 0 if nothing does.

    >>> from quoteattr.lexicon import english
    >>> find_introduced("Ana put it down and said, The tide is in", 0, 40, english())
    26
    """
    begin = 0
    for found in _INTRODUCED.finditer(text, start, end):
        word = found["word"]
        if found.end() < end and (word is None or (is_saying(word, lexicon) and text[found.end()].isupper())):
            begin = found.end()
    return begin


def is_saying(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a finite form of a verb that reports speech.

    >>> from quoteattr.lexicon import english
    >>> is_saying("murmured", english()), is_saying("murmuring", english())
    (True, False)
    """
    known = lexicon.word(word)
    if known.verb is None or _FINITE.isdisjoint(known.forms):
        return False
    return known.verb.cue in _REPORTING or (known.verb.strong and "quote" in known.verb.frames)


def _read_aside(text: str, at: int, end: int, lexicon: Lexicon) -> int:
    """Where the reporting words that begin at a place end; 0 if none begin there."""
    words: list[_Word] = []
    stop = at
    read_word = _reader(lexicon)
    while len(words) < _MOST_WORDS and (found := read_word(text, stop, end)):
        stop = found.end()
        words.append((found[1], stop))
    if len(words) < 2:
        return 0
    after = _subject(words, _past_adverbs(words, 1, lexicon), lexicon) if is_saying(words[0][0], lexicon) else 0
    if after:
        return words[after - 1][1]
    after = _past_adverbs(words, _subject(words, 0, lexicon), lexicon)
    return words[after][1] if 0 < after < len(words) and is_saying(words[after][0], lexicon) else 0


@lru_cache(maxsize=FEW)
def _reader(lexicon: Lexicon) -> Callable[[str, int, int], re.Match[str] | None]:
    """What reads a word, with its full stop if it is a title or an initial."""
    titles = sorted({title.rstrip(".") for title in lexicon.titles if title.endswith(".")})
    return re.compile(rf"\s*((?:[A-Z]|{'|'.join(map(re.escape, titles))})\.|[^\W\d_][\w'’-]*)").match


def _past_adverbs(words: list[_Word], at: int, lexicon: Lexicon) -> int:
    while 0 < at < len(words) and lexicon.word(words[at][0]).tag in "rA":
        at += 1
    return at


def _subject(words: list[_Word], at: int, lexicon: Lexicon) -> int:
    """Where the subject that begins with a word ends: a pronoun, a name, *the old man*; 0: none does."""
    if at >= len(words):
        return 0
    first = words[at][0]
    tag = lexicon.word(first).tag if first.islower() else ""
    if first.lower() in _PERSONS:
        return at + 1
    if tag == "d":
        stop = at + 2
        while stop < len(words) and stop - at <= _MOST_OF_A_NAME and lexicon.word(words[stop][0]).tag in "njNdT#":
            stop += 1
        return stop if stop <= len(words) else 0
    begin = at + 1 if tag == "j" else at  # old Ana
    stop = begin
    while stop < len(words) and stop - begin < _MOST_OF_A_NAME and _in_name(words[stop][0], first=stop == begin):
        stop += 1
    return stop if stop > begin else 0


def _in_name(word: str, *, first: bool) -> bool:
    return word[0].isupper() or (not first and word in LINKS)
