"""A run of capitals, cut into what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import islice
from sys import intern

import regex

from ..lexicon import FEW, Lexicon
from ..making import maker
from ..memo import Memo
from .kinds import gender_of, kind_of, tells_which
from .name import Name, is_full, sites
from .roles import split_role
from .words import is_known, is_title

_SUFFIXES = frozenset({"jr", "sr", "jnr", "snr", "ii", "iii", "iv", "esq"})
_NUMBERS = ("No", "No.")  # world No 3, but: Dr No
_LETTERS_BEHIND = frozenset(
    {"phd", "md", "qc", "kc", "mp", "mep", "msp", "mla", "td", "obe", "cbe", "mbe", "kbe", "frs"}
)
"""What stands behind a name and tells of an office, a degree or an honour: no part of the name."""
_BEHIND = _SUFFIXES | _LETTERS_BEHIND
LINKS = frozenset("pPSsdowckbhmD")
"""The tags of pronouns, prepositions, determiners and other words that no name holds."""
_ASKED = ("Q.", "A.")
"""Labels of questions and answers, no initials before a word that no name holds: *A. He left*."""
MOST_NAMES, _LONGEST_NAME = 10_000, 100  # that are kept as they were read, of so many characters
_make_name = maker(Name)
_ODD = re.compile(r"[“”\"‘'(),]")  # signs in a run that is more than words and blanks
_WORD = regex.compile(r"[^\s“”\"()]+")
_NICK = regex.compile(r"\(?[“\"‘'(](?P<nick>(?:the )?\p{Lu}[^“”\"’'()\n]{0,30})[”\"’')]\)?(?=\s)")


def _parse(surface: str, lexicon: Lexicon) -> Name:
    """The parts of a run of capitals."""
    if surface.isalpha():
        return _parse_word(surface, lexicon)
    plain, bare = _words_of(surface)
    first = _drop_leading(bare, lexicon)  # of the words: its number
    bare = bare[first:] if first else bare
    if not bare or (len(bare) > 1 and bare[-1] in _NUMBERS and bare[0] not in lexicon.titles):
        return Name(surface, skip=len(surface), core=len(surface))
    suffix = ""
    while len(bare) > 1 and (last := bare[-1].replace(".", "").lower()) in _BEHIND:
        word = bare.pop()
        suffix = suffix if last in _LETTERS_BEHIND else f"{word} {suffix}".strip()
    role = split_role(bare, lexicon) if len(bare) > 1 else 0
    titles = tuple([word for word in bare[:role] if is_title(word, lexicon)]) if role else ()
    if not role and len(bare) == 2 and bare[-1] in lexicon.titles and tells_which(bare[0], bare[1], lexicon):
        first, bare = first + 1, bare[1:]  # the French Colonel
    own = bare[role:] if role else bare
    full = len(own) > 1 and is_full(own)
    skip = _place(plain, first)
    core = shown = _place(plain, first + role) if role else skip  # Otto Lind of Foreign Minister Otto Lind
    if titles and not (full and bare.index(titles[0])):
        shown = _place(plain, first + bare.index(titles[0]))
    return _make_name(  # its fields in their order
        intern(" ".join(surface[shown:].split())),
        skip,
        core,
        titles,
        tuple(bare[:role]),
        tuple(own),
        suffix,
        kind_of(own, titles, role, lexicon),
        gender_of(titles, lexicon) if titles else "u",
        full,
        lexicon.given.get(own[0], ""),
    )


@lru_cache(maxsize=FEW)
def parsed(lexicon: Lexicon) -> Memo[str, Name]:
    """The names that were read with these tables."""
    return Memo(partial(_parse, lexicon=lexicon), MOST_NAMES, _LONGEST_NAME)


def _parse_word(word: str, lexicon: Lexicon) -> Name:
    """The parts of a run of one word, as every other run is."""
    shouted = word.isupper() and len(word) > 1
    if not shouted and lexicon.word(word).tag != "N":
        return Name(word, skip=len(word), core=len(word))
    return make_alone(word, lexicon)


def make_alone(word: str, lexicon: Lexicon) -> Name:
    """The name that is one word."""
    kind = kind_of([word], (), 0, lexicon)
    return _make_name(intern(word), 0, 0, (), (), (word,), "", kind, "u", False, lexicon.given.get(word, ""))


def _words_of(surface: str) -> tuple[str, list[str]]:
    """A run with blanks in the place of a nickname, and its words."""
    if not _ODD.search(surface):
        return surface, [*map(intern, surface.split())]
    nick = _NICK.search(surface)
    if nick is not None:
        surface = surface[: nick.start()] + " " * (nick.end() - nick.start()) + surface[nick.end() :]
    return surface, [intern(word.rstrip(",")) for word in _WORD.findall(surface)]


def _place(run: str, number: int) -> int:
    """Where a word of a run begins."""
    return next(islice(_WORD.finditer(run), number, None)).start()


def _drop_leading(words: Sequence[str], lexicon: Lexicon) -> int:
    """How many words at the start belong to the sentence and not to the name (*But* Tom, *On Monday* Lee)."""
    given, at = lexicon.given, 0
    while at < len(words):
        word = words[at]
        tag = lexicon.word(word).tag
        more = at + 1 < len(words)
        bearer = more and word in given and tag != "d" and (tag != "T" or not at)
        asks = word in _ASKED and more and lexicon.word(words[at + 1]).tag in LINKS
        if asks or (more and not bearer and _bids(word, words[at + 1], lexicon)):
            at += 1
            continue
        if "." in word or word in lexicon.titles or bearer or (word.isupper() and len(word) > 1):
            break
        if tag == "N" and not (more and word == "O"):
            break
        at += 1
    return at


def _bids(word: str, behind: str, lexicon: Lexicon) -> bool:
    """Whether a word before a name is a verb with a capital of its own: *Tell Ann*, *Forget May*, *Cried Ottoline*."""
    small = lexicon.word(word).small
    if small is None or small.verb is None or small.verb.noun == "often":
        return False
    if behind in sites() or word in lexicon.titles or word.isupper() or is_known(behind, lexicon):
        return False
    bidden = behind in lexicon.given or lexicon.word(behind).tag == "T"
    return (small.verb.strong and "d" in small.forms) or (bidden and "b" in small.forms)
