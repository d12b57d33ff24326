"""The names of a text, found in one pass."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice
from sys import intern

import regex
from attrs import evolve

from ..abbreviations import one_of
from ..characters import CAPITAL, LETTER
from ..lexicon import FEW, SOFT_HYPHEN, Lexicon
from ..named import Named
from .index import NameIndex
from .name import PARTICLES, Name, is_full
from .parse import make_alone

_MOST_WORDS = 200  # of a run of capitals: more are no name, and all of them would be kept while they are read
_AT_ONCE = 1_000  # runs of capitals that are looked at together
_UNSEEN = r"\u200c\u200d\u00ad"  # signs that join letters, or keep them apart
_SPACE = r"[ \t\u00a0\u200b\u2009\u202f]"
_NICKNAME = rf"\(?[“\"‘'(](?:the )?{CAPITAL}[^“”\"’'()\n]{{0,30}}[”\"’')]\)?{_SPACE}"
_PREFIX = r"(?:[dl][’']|(?:al|el|as|ad|an|ar|az|ash|ul|ben)[-‐‑])"
_ARTICLE = re.compile("-(?<= (?:al|el|as|ad|an|ar|az|ul)-)|-(?<= (?:ash|ben)-)")  # sought by its hyphen: that is fast
_PREFIXED = regex.compile(rf"(?<![\w’'-]){_PREFIX}\Z")  # what stands before the capital of *al-Rashid*
_LINE_END = re.compile(  # between two words
    r"\n(?:(?<=(?P<before>[^\W\d_]|,)\n)|(?<=(?P<crlf>[^\W\d_]|,)\r\n))(?=(?P<after>[^\W\d_]))"
)
_MOST_LINES = 400  # that are looked at
_ALSO_NAMES = frozenset("mTPSra")
_DATED = re.compile(
    r"\b(?:[Ii]n|[Ll]ast|[Nn]ext|[Ss]ince|[Uu]ntil|[Tt]ill|[Ee]arly|[Ll]ate|[Mm]id|[Tt]his|\d\w*(?: of)?)[ -]$"
)
_ASKS = re.compile(
    r"\s+(?:I|we|you|he|she|it|they|God|the|an?|my|your|his|her|our|their|this|that|these|those|not|be)\b"
)
"""What stands behind *May* or *Will* where they begin a question or a wish."""
_LAST_WORD, _NEAR = re.compile(r"\b([a-z]+)\s$"), 20
_NEXT_WORD = re.compile(r"\s([a-z]+)\b")
_IS = frozenset({"was", "had", "did", "is", "has"})


def find_names(text: str, lexicon: Lexicon, named: Sequence[Named] = ()) -> NameIndex:
    """Where names stand in a text, with titles and roles before them; those that were told as they were told.

    >>> from quoteattr.lexicon import english
    >>> index = find_names("“Go,” said Dr. Ida van der Meer, “to Lee’s.”", english())
    >>> [index.name(at).text for at in range(len(index))]
    ['Go', 'Dr. Ida van der Meer', 'Lee']
    """
    pattern = _pattern(_abbreviated(lexicon), wrapped=is_wrapped(text))
    starts, ends, surfaces = array("q"), array("q"), list[str]()
    matches = pattern.finditer(text)
    while some := [*islice(matches, _AT_ONCE)]:
        starts.extend(map(re.Match.start, some))
        ends.extend(map(re.Match.end, some))
        surfaces += map(intern, map(re.Match.group, some))
    if _ARTICLE.search(text):
        starts = array("q", [_with_prefix(text, start) for start in starts])
        surfaces = [*map(intern, map(text.__getitem__, map(slice, starts, ends)))]
    if SOFT_HYPHEN in text:
        surfaces = [intern(surface.replace(SOFT_HYPHEN, "")) for surface in surfaces]
    if named:
        return _with_told(text, [*zip(starts, ends, strict=True)], named, lexicon)
    return _with_called(NameIndex(text, starts, ends, surfaces, lexicon), lexicon)


@cache
def _pattern(abbreviations: frozenset[str], *, wrapped: bool) -> re.Pattern[str]:
    """A run of capitalised words, with initials, titles and particles; over line ends if ``wrapped``.

    The first capital comes before what must not stand beside it: so the places where a run may begin are found fast.
    """
    lengths = {len(short): [each for each in abbreviations if len(each) == len(short)] for short in abbreviations}
    stop = "|".join(rf"(?<=\b(?:{one_of(same)})\.)" for same in lengths.values())
    capital = rf"{CAPITAL}(?<!I(?!{LETTER}|[_.]))"
    joined = rf"[’'‘‑{_UNSEEN}-](?!s\b)[^\W\d_]{LETTER}*"
    word = rf"{LETTER}*(?:{joined}(?:{joined})*|)[{_UNSEEN}]*(?:\.(?:{stop})|)"
    rest = rf"(?:[a-z]++(?=[ ,;:!?”])|\.(?:-?{CAPITAL}\.)*|{word})"  # most are plain words
    space = rf"(?:{_SPACE}{{1,3}}" + (rf"|{_SPACE}{{0,3}}\r?\n{_SPACE}{{0,3}})" if wrapped else ")")
    particle = rf"(?:{one_of(PARTICLES)}){space}"
    link = rf"(?:{particle}(?:{particle}){{0,2}}|)(?:{_PREFIX}(?={CAPITAL})|)"
    begins = rf"(?=[{''.join(sorted({each[0] for each in PARTICLES}))}u(“\"‘']|{CAPITAL})"  # few words can go on so
    further = rf"{space}{begins}(?:(?=[(“\"‘']){_NICKNAME}|){link}{capital}{rest}|,{_SPACE}?(?:Jr|Sr|Jnr|Snr)\b\.?"
    saint = rf"t(?<=St)\.?{space}{CAPITAL}{LETTER}*[’']s{space}{capital}{word}"  # St. Mary’s Hospital
    return re.compile(rf"{capital}(?<!{LETTER}.)(?<![@#].)(?:{saint}|{rest})(?:{further}){{0,{_MOST_WORDS}}}")


def is_wrapped(text: str) -> bool:
    r"""Whether lines end in mid-sentence, as in hard-wrapped text.

    >>> is_wrapped("He took the\nboat home."), is_wrapped("He left.\nShe stayed.")
    (True, False)
    """
    for found in islice(_LINE_END.finditer(text), _MOST_LINES):
        before = found["before"] or found["crlf"]
        if found["after"].islower() and (before.islower() or before == ","):
            return True
    return False


@lru_cache(maxsize=FEW)
def _otherwise(lexicon: Lexicon) -> frozenset[str]:
    """The given names that are other words by themselves, or times: *May*, *Will*, *Per*, *Dawn*."""
    return frozenset(name for name in lexicon.given if lexicon.word(name).tag in _ALSO_NAMES or _is_time(name, lexicon))


def _is_time(word: str, lexicon: Lexicon) -> bool:
    return lexicon.kind_of(word.lower()) == "time"


def _with_called(index: NameIndex, lexicon: Lexicon) -> NameIndex:
    """The names with words that are first names of people of the text: *May Lee left. Tom saw | May*, not *in May*."""
    runs, words = index.runs(), _otherwise(lexicon).intersection(index.surfaces)
    whole = [run for run in runs if run.partition(" ")[0] in words or run.rpartition(" ")[2] in words] if words else ()
    bearing = words.intersection(word for run in whole if index.read(run).full for word in index.read(run).words)
    bearing |= {word for word in words - bearing if any(_speaks(index, at) for at in runs[word])}
    others = {word: [at for at in runs.get(word, ()) if _is_no_name(index, at)] for word in bearing}
    others = {word: places for word, places in others.items() if _is_called(index, {*runs[word]} - {*places})}
    if not others:
        return index
    told = {word: _alone(word, lexicon) for word in others}
    gone = {at for places in others.values() for at in places}
    kept = [at for at in range(len(index)) if at not in gone]
    starts, ends = (array("q", map(places.__getitem__, kept)) for places in (index.starts, index.ends))
    return NameIndex(index.text, starts, ends, [*map(index.surfaces.__getitem__, kept)], lexicon, told=told)


def _alone(word: str, lexicon: Lexicon) -> Name:
    name = make_alone(word, lexicon)
    return evolve(name, kind="person") if _is_time(word, lexicon) else name


def _speaks(index: NameIndex, at: int) -> bool:
    """Whether a verb of saying in the past stands beside a word, where it can only be somebody: *said | Will*."""
    text, lexicon = index.text, index.lexicon
    if index.surfaces[at].endswith("day"):
        return False  # Moe said Sunday
    behind = _NEXT_WORD.match(text, index.ends[at])
    if behind is not None:
        return _is_saying(behind[1], lexicon)
    before = _LAST_WORD.search(text, max(0, index.starts[at] - _NEAR), index.starts[at])
    return before is not None and _is_saying(before[1], lexicon)


def _is_saying(word: str, lexicon: Lexicon) -> bool:
    known = lexicon.word(word)
    return known.verb is not None and known.verb.strong and known.forms[:1] in ("d", "p")


def _is_no_name(index: NameIndex, at: int) -> bool:
    """Whether a word tells a date or begins a question or a wish there: *in | May*, *| May | I come in?*."""
    text, start, end = index.text, index.starts[at], index.ends[at]
    dated = text[end + 1 : end + 2].isdigit() or _DATED.search(text, max(0, start - 12), start) is not None
    return dated or (_ASKS.match(text, end) is not None and index.opens_sentence(at))


def _is_called(index: NameIndex, places: Iterable[int]) -> bool:
    """Whether a text mostly means somebody by a word, for it stands within sentences, or before what somebody did."""
    clear = [not index.opens_sentence(at) or _is_before_deed(index, at) for at in places]
    return 2 * sum(clear) > len(clear)


def _is_before_deed(index: NameIndex, at: int) -> bool:
    """Whether a verb in the past stands behind a word: *May | said so*, *Will | was late*."""
    behind = _NEXT_WORD.match(index.text, index.ends[at])
    if behind is None:
        return False
    word = index.lexicon.word(behind[1])
    return (word.tag == "v" and word.forms[:1] in ("d", "p")) or behind[1] in _IS


def _with_prefix(text: str, start: int) -> int:
    """Where a name begins that has an article before its capital: *el-Tawil*."""
    found = _PREFIXED.search(text, max(0, start - 5), start) if text[start - 1 : start] == "-" else None
    return found.start() if found is not None else start


def _with_told(text: str, runs: Sequence[tuple[int, int]], named: Sequence[Named], lexicon: Lexicon) -> NameIndex:
    """The runs with the names that were told, in the place of what they overlap."""
    places = [(one.start, one.end) for one in named]
    told: dict[str, Name] = {}
    for one in named:
        surface = text[one.start : one.end]
        words, gender = tuple(surface.split()), one.gender if one.gender in ("m", "f") else "u"
        told.setdefault(
            surface, Name(surface, words=words, kind="person", gender=gender, full=is_full(words), given=gender)
        )
    free = [(start, end) for start, end in runs if not _overlaps(places, start, end)]
    starts, ends = zip(*sorted([*places, *free]), strict=True)
    surfaces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return NameIndex(text, starts, ends, surfaces, lexicon, tuple(places), told)


def _overlaps(places: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(places, (end, 0)) - 1
    return at >= 0 and places[at][1] > start


@lru_cache(maxsize=FEW)
def _abbreviated(lexicon: Lexicon) -> frozenset[str]:
    """The titles and suffixes that are written with a full stop, without it."""
    titles = {title[:-1] for title in lexicon.titles if title.endswith(".") and title[:-1].isalpha()}
    titles |= {title.upper() for title in titles}
    return frozenset(titles | {"Jr", "Sr", "Mr", "Mrs", "Ms", "Dr", "St", "Mt"})
