"""Pattern: what stands around a quotation in its sentence, written down; compiled once, matched in bounded time.

A pattern is a row of elements, in the order of the text: ``{according to} SOURCE ... CONTENT``. It is matched outward
from the quotation, which is its ``CONTENT``: what stands behind it from left to right, what stands before it from right
to left. Each side is a chain of nodes without a loop, since nothing in a pattern repeats, and a node that has failed at
a word is not tried there again: so the time is bounded by the length of the pattern times that of the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final, NoReturn, Protocol, cast

from attrs import evolve, field, frozen

from .cues import Cue, CueForm
from .errors import PatternError
from .mentions import Mention
from .passage import Candidate, Passage
from .phrases import Phrase
from .span import Span

_MOST = 100  # elements of a pattern
_DEEPEST = 10  # alternatives in alternatives
_REACH = 12  # phrases that a mention may have before the word at which it ends
_MOST_WAYS = 16  # sets of words of which a row needs one, looked for before it is tried


# ------------------------------------------------------------------------------------- what an element may be


class _Walk:
    """One try of a pattern at a passage: what was found, and which nodes have failed where, counted in words."""

    __slots__ = ("begins", "cue", "ends", "failed", "lasts", "mentions", "passage", "phrases", "places")

    def __init__(self, passage: Passage) -> None:
        self.passage: Final = passage
        self.phrases: Final = passage.phrases
        self.places: dict[str, int] = {}
        self.mentions: dict[str, Mention] = {}
        self.cue: list[tuple[int, _Item]] = []
        self.failed: set[tuple[int, int]] = set()
        self.lasts: dict[int, list[int]] = {}  # where the mention at a phrase may end, looked up once
        bounds = passage.reading.seen.get("bounds")
        if bounds is None:
            begins = {phrase.first: at for at, phrase in enumerate(self.phrases)}
            ends = {phrase.last: at for at, phrase in enumerate(self.phrases)}
            bounds = passage.reading.seen["bounds"] = begins, ends
        self.begins, self.ends = cast("tuple[dict[int, int], dict[int, int]]", bounds)

    def mention(self, at: int) -> Mention | None:
        """The mention at a phrase, made once."""
        made = cast("dict[int, Mention | None]", self.passage.reading.seen.setdefault("mentions", {}))
        if at not in made:
            made[at] = self.passage.mention(at, self.passage.reading.of_subject.get(at))
        return made[at]


Found = Iterator[tuple[int, int, Mention | None]]
"""Where an element ends, seen in the direction of the match, where it stands, and its mention; the likeliest first."""


class _Look(Protocol):
    """How an element is looked for at a word, to the right or (``back``) to the left."""

    def __call__(self, walk: _Walk, word: int, value: str, /, *, back: bool) -> Found: ...


def _phrase(fits: Callable[[Passage, int, str], bool]) -> _Look:
    """An element that is one phrase."""

    def look(walk: _Walk, word: int, value: str, *, back: bool) -> Found:
        at = (walk.ends if back else walk.begins).get(word)
        if at is not None and fits(walk.passage, at, value):
            yield (walk.phrases[at].first if back else walk.phrases[at].last), at, None

    return look


def _reports(passage: Passage, at: int, value: str) -> bool:
    """Whether a verb of the tables stands there that reports, and not in the passive."""
    group = passage.group_at(at)
    if passage.around[at] not in "VGI" or group is None or group.verb is None or group.passive:
        return False
    return group.verb.cue == value if value else bool(group.verb.cue)


def _is_verb(passage: Passage, at: int, value: str) -> bool:
    group = passage.group_at(at)
    return group is not None and (not value or group.lemma.partition(" ")[0] == value)  # put it: a form of put


def _is_kind(kinds: str) -> Callable[[Passage, int, str], bool]:
    return lambda passage, at, _: passage.around[at] in kinds


def _word(walk: _Walk, word: int, value: str, *, back: bool) -> Found:
    place = word - back
    if place in walk.passage.places_of(value):
        yield (place if back else word + 1), place, None


def _sign(walk: _Walk, word: int, value: str, *, back: bool) -> Found:
    """A sign; a dash is any dash."""
    place, words = word - back, walk.passage.reading.sentence.words
    if walk.phrases[0].first <= place < walk.phrases[-1].last:
        tag = words.tags[place]
        same = tag == value if value in ",;:" else words.text[words.starts[place] : words.ends[place]] == value
        if same or (tag == "-" and value in _DASHES):
            yield (place if back else word + 1), place, None


def _start(walk: _Walk, word: int, _: str, *, back: bool) -> Found:
    """The start of the sentence."""
    if back and word == walk.phrases[0].first:
        yield word, 0, None


def _end(walk: _Walk, word: int, _: str, *, back: bool) -> Found:
    """The end of the sentence."""
    if not back and word == walk.phrases[-1].last:
        yield word, len(walk.phrases), None


def _mention(walk: _Walk, word: int, value: str, *, back: bool) -> Found:
    """A mention with what describes it, and the comma behind that; else its simple form."""
    phrases = walk.phrases
    if not back:
        at = walk.begins.get(word)
        mention = walk.mention(at) if at is not None else None
        if at is not None and mention is not None and value in ("", mention.form):
            yield from ((phrases[last].last, at, mention) for last in _lasts(walk, at, mention))
        return
    end = walk.ends.get(word)
    if end is None:
        return
    clause = walk.passage.reading.of_verb.get(end + 1)
    subject = clause.subject if clause is not None else None
    first = max(0, end - _REACH)
    firsts = [subject] if subject is not None and subject < first else []
    for at in (*firsts, *range(first, end + 1)):
        mention = walk.mention(at) if phrases[at].kind in "Mwt" else None
        if mention is not None and value in ("", mention.form) and end in _lasts(walk, at, mention):
            yield phrases[at].first, at, mention


def _lasts(walk: _Walk, at: int, mention: Mention) -> list[int]:
    """The phrases with which a mention may end: with what describes it, and its comma, or without."""
    known = walk.lasts.get(at)
    if known is None:
        phrases, known = walk.phrases, list[int]()
        for stop in (mention.extent.end, mention.span.end):
            last = next((k for k in range(at, len(phrases)) if phrases[k].end >= stop), None)
            if last is not None and phrases[last].end == stop and last not in known:
                described = stop > mention.span.end and walk.passage.around[last + 1] == ","
                known += [last + 1, last] if described else [last]
        walk.lasts[at] = known
    return known


def _owner(walk: _Walk, word: int, value: str, *, back: bool) -> Found:
    """Who a noun belongs to: *Ann Lee’s* words, *his* words."""
    begins, words = walk.begins, walk.passage.reading.sentence.words
    at = begins.get(word) if not back else bisect_right(walk.phrases, word - 1, key=_first_of) - 1
    owner = walk.passage.owner(at) if at is not None and walk.phrases[at].kind == "M" else None
    if at is None or owner is None or value not in ("", owner.form):
        return
    phrase = walk.phrases[at]
    last = next(k for k in range(phrase.first, phrase.last) if words.ends[k] >= owner.span.end)
    end = last + 1 + (words.tags[last + 1 : last + 2] == ["'"])
    if not back:
        yield end, at, owner
    elif end == word:
        yield phrase.first, at, owner


def _first_of(phrase: Phrase) -> int:
    return phrase.first


_DASHES = frozenset("-–—―")
_FORMS = ("name", "pronoun", "nominal")
_CLASSES = ("speech", "writing", "judgement", "thought", "evidence", "plan", "manner", "other")
_NO_KINDS: tuple[str, ...] = ()


@frozen
class _Element:
    """What a word in capitals stands for; ``kinds`` are what may stand behind its colon, None for any word."""

    kinds: tuple[str, ...] | None
    look: _Look


ELEMENTS: Final[Mapping[str, _Element]] = {
    "CONTENT": _Element(_NO_KINDS, _phrase(_is_kind("Q"))),
    "SOURCE": _Element(_FORMS, _mention),
    "ADDRESSEE": _Element(_FORMS, _mention),
    "MENTION": _Element(_FORMS, _mention),
    "OWNER": _Element(_FORMS, _owner),
    "CUE": _Element(_CLASSES, _phrase(_reports)),
    "VERB": _Element(None, _phrase(_is_verb)),
    "ADVERB": _Element(_NO_KINDS, _phrase(_is_kind("r"))),
    "TIME": _Element(_NO_KINDS, _phrase(_is_kind("T"))),
    "QUOTATION": _Element(_NO_KINDS, _phrase(_is_kind("Q"))),
    "START": _Element(_NO_KINDS, _start),
    "END": _Element(_NO_KINDS, _end),
}
"""All elements; a word that is written small is itself, a sign as well."""


# ------------------------------------------------------------------------------------- from a string to items


@frozen
class _Item:
    """A part of a pattern: an element, a choice of rows, or a gap; ``cue`` where it stands in braces."""

    at: int
    name: str  # of the element; "word", "sign", "|" and "..." are none
    value: str = ""
    rows: tuple[tuple[_Item, ...], ...] = ()
    optional: bool = False
    cue: bool = False


_TOKEN = re.compile(
    r"""
      (?P<gap> \.\.\. )
    | (?P<name> [A-Z]{2,} ) (?P<of> : (?P<value> [^\W\d_]+ (?:-[^\W\d_]+)* ) )? (?![\w’'])
    | (?P<word> [’']? [^\W_]+ (?: - [^\W_]+ | [’'] (?! (?:s|d|m|re|ve|ll)\b ) [^\W_]+ )* )
    | \\ (?P<escaped> \S )
    | (?P<syntax> [(){}|?] )
    | (?P<sign> [^\s\\] )
    """,
    re.VERBOSE,
)


class _Parser:
    """Reads a pattern from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.count = 0

    def fail(self, message: str, at: int) -> NoReturn:
        raise PatternError(message, self.text, at)

    def token(self) -> re.Match[str] | None:
        """The next token, not yet taken; None at the end."""
        while self.text[self.at : self.at + 1].isspace():
            self.at += 1
        found = _TOKEN.match(self.text, self.at)
        if found is None and self.at < len(self.text):
            self.fail("a backslash stands before the sign that it makes plain, as in \\(", self.at)
        return found

    def parse(self) -> tuple[tuple[_Item, ...], ...]:
        rows = self.rows("", 0, 0)
        for row in rows:
            self.check_row(row)
        return rows

    def rows(self, closing: str, opened: int, depth: int) -> tuple[tuple[_Item, ...], ...]:
        """Rows up to a closing bracket, or to the end."""
        rows: list[list[_Item]] = [[]]
        while (found := self.token()) is not None:
            start, self.at = found.span()
            sign = found["syntax"]
            if sign and sign == closing:
                break
            if sign == "|":
                self.filled(rows[-1], start)
                rows.append([])
            elif sign == "?":
                if not rows[-1] or rows[-1][-1].optional or rows[-1][-1].name in ("CONTENT", "..."):
                    self.fail("? stands behind the element that may be missing; a question mark is \\?", start)
                rows[-1][-1] = evolve(rows[-1][-1], optional=True)
            elif sign == "(":
                if depth == _DEEPEST:
                    self.fail(f"more than {_DEEPEST} brackets are open: take some of them apart", start)
                rows[-1].append(_Item(start, "|", rows=self.rows(")", start, depth + 1)))
            elif sign == "{":
                rows[-1].extend(self.braces(start))
            elif sign:
                self.fail(f"nothing is open that {sign} would close; the plain sign is \\{sign}", start)
            else:
                rows[-1].append(self.element(found, start))
        else:
            if closing:
                self.fail(f"this is never closed: a {closing} is missing", opened)
        self.filled(rows[-1], min(self.at, max(0, len(self.text) - 1)))
        return tuple(map(tuple, rows))

    def filled(self, row: Sequence[_Item], at: int) -> None:
        if not row:
            self.fail("no element stands here", at)

    def braces(self, opened: int) -> Iterator[_Item]:
        """The words of a cue: ``{according to}``."""
        empty = True
        while (found := self.token()) is not None:
            start, self.at = found.span()
            if found["syntax"] == "}":
                if empty:
                    self.fail("no word stands in the braces: {according to}", opened)
                return
            item = self.element(found, start) if not found["syntax"] else None
            if item is None or item.name not in ("word", "sign", "VERB"):
                self.fail("in braces stand the words of the cue, signs, or VERB", start)
            empty = False
            yield _Item(item.at, item.name, item.value, cue=True)
        self.fail("this is never closed: a } is missing", opened)

    def element(self, found: re.Match[str], start: int) -> _Item:
        self.count += 1
        if self.count > _MOST:
            self.fail(f"more than {_MOST} elements: make several patterns of it", start)
        if found["gap"]:
            return _Item(start, "...")
        if found["word"]:
            return _Item(start, "word", found["word"].lower().replace("’", "'"))
        name = found["name"]
        if name is None:
            return _Item(start, "sign", found["escaped"] or found["sign"])
        if name not in ELEMENTS:
            close = get_close_matches(name, ELEMENTS, 1)
            hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(ELEMENTS)}; a word is written small"
            self.fail(f"no element is named {name}; {hint}", start)
        value = found["value"] or ""
        allowed = ELEMENTS[name].kinds
        if value and allowed is not None and value not in allowed:
            what = f"is one of {', '.join(f'{name}:{one}' for one in allowed)}" if allowed else "has no kinds"
            self.fail(f"there is no {name}:{value}: {name} {what}", found.start("value"))
        return _Item(start, name, value)

    def check_row(self, row: Sequence[_Item]) -> None:
        """One content, at the top; of all else that becomes part of the answer, one at most."""
        contents = [item for item in row if item.name == "CONTENT"]
        if not contents:
            inside = next((item for item in _all_of(row) if item.name == "CONTENT"), None)
            if inside is not None:
                self.fail("CONTENT stands in no brackets: write the rows out, A CONTENT | B CONTENT", inside.at)
            self.fail("no CONTENT stands in this row: the quotation that the pattern is about", row[0].at)
        for names in (("CONTENT",), ("SOURCE", "OWNER"), ("ADDRESSEE",), ("CUE", "VERB")):
            twice = _second(row, names)
            if twice is not None:
                self.fail(f"a second {twice.name} in this row: the answer has one", twice.at)
        verb, words = (next(filter(one, _all_of(row)), None) for one in (_is_cue_verb, _is_cue_word))
        if verb is not None and words is not None and verb.name == "CUE":
            self.fail("this row has a CUE besides the words in braces: the answer has one", verb.at)


def _is_cue_verb(item: _Item) -> bool:
    return item.name == "CUE" or (item.name == "VERB" and item.cue)


def _is_cue_word(item: _Item) -> bool:
    return item.cue


def _all_of(row: Iterable[_Item]) -> Iterator[_Item]:
    """The items of a row, and those in its brackets."""
    for item in row:
        yield item
        for each in item.rows:
            yield from _all_of(each)


def _second(row: Sequence[_Item], names: Sequence[str], seen: int = 0) -> _Item | None:
    """The item with which there are two of these on one way through a row."""
    for item in row:
        if item.name in names and (item.name != "VERB" or item.cue):
            if seen:
                return item
            seen = 1
        elif item.rows:
            twice = [_second(each, names, seen) for each in item.rows]
            found = next((one for one in twice if one is not None), None)
            if found is not None:
                return found
            seen = seen or int(any(_second(each, names, 1) is not None for each in item.rows))
    return None


# ------------------------------------------------------------------------------------- from items to a chain


class _Node:
    """A step of a match; ``run`` tells whether the rest of its side fits from a word on."""

    def __init__(self, number: int) -> None:
        self.number: Final = number

    def run(self, walk: _Walk, word: int) -> bool:
        """Whether what is left fits from there; tried once for each word."""
        if (self.number, word) in walk.failed:
            return False
        if self.fits(walk, word):
            return True
        walk.failed.add((self.number, word))
        return False

    def fits(self, walk: _Walk, word: int) -> bool:  # noqa: ARG002 - nothing is left
        """The same, not looked up."""
        return True


class _Step(_Node):
    """One element, and what follows it."""

    def __init__(self, number: int, item: _Item, following: _Node, *, back: bool) -> None:
        super().__init__(number)
        self.item: Final = item
        self.look: Final = _PLAIN.get(item.name) or ELEMENTS[item.name].look
        self.following: Final = following
        self.back: Final = back

    def fits(self, walk: _Walk, word: int) -> bool:
        for end, at, mention in self.look(walk, word, self.item.value, back=self.back):
            if self.following.run(walk, end):
                self.keep(walk, at, mention)
                return True
        return False

    def keep(self, walk: _Walk, at: int, mention: Mention | None) -> None:
        """Note what becomes part of the answer."""
        item = self.item
        if item.name in _PLAIN:
            if item.cue:
                walk.cue.append((at, item))
            return
        walk.places["CUE" if item.cue else item.name] = at
        if mention is not None:
            walk.mentions[item.name] = mention


class _Fork(_Node):
    """Several ways on, the first that fits is taken."""

    def __init__(self, number: int, ways: Sequence[_Node]) -> None:
        super().__init__(number)
        self.ways: Final = ways

    def fits(self, walk: _Walk, word: int) -> bool:
        return any(way.run(walk, word) for way in self.ways)


class _Gap(_Node):
    """Any words of the sentence, as few as will do."""

    def __init__(self, number: int, following: _Node, *, back: bool) -> None:
        super().__init__(number)
        self.following: Final = following
        self.back: Final = back

    def fits(self, walk: _Walk, word: int) -> bool:
        begin, end = walk.phrases[0].first, walk.phrases[-1].last
        for each in range(word, begin - 1, -1) if self.back else range(word, end + 1):
            if (self.number, each) in walk.failed:
                return False  # what lies farther was tried from there
            if self.following.run(walk, each):
                return True
            walk.failed.add((self.number, each))
        return False


_PLAIN: Final[Mapping[str, _Look]] = {"word": _word, "sign": _sign}


class _Compiler:
    """Makes the chains of a row."""

    def __init__(self) -> None:
        self.count = 0

    def number(self) -> int:
        self.count += 1
        return self.count

    def row(self, items: Sequence[_Item]) -> _Row:
        content = next(at for at, item in enumerate(items) if item.name == "CONTENT")
        left, right = items[:content], items[content + 1 :]
        before = self.chain(left, _Node(self.number()), back=True)
        return _Row(_needs(left), _needs(right), before, self.chain(right, _Node(self.number()), back=False))

    def chain(self, items: Sequence[_Item], following: _Node, *, back: bool) -> _Node:
        """The items, and then what follows them in the direction of the match."""
        node = following
        for item in items if back else reversed(items):
            after = node
            if item.name == "...":
                node = _Gap(self.number(), after, back=back)
            elif item.name == "|":
                node = _Fork(self.number(), [self.chain(row, after, back=back) for row in item.rows])
            else:
                node = _Step(self.number(), item, after, back=back)
            if item.optional:
                node = _Fork(self.number(), [node, after])
        return node


def _needs(items: Sequence[_Item]) -> list[frozenset[str]]:
    """The words without which some items cannot match: all those of one of these sets."""
    needs = [frozenset[str]()]
    for item in items:
        ways = [frozenset({item.value})] if item.name == "word" else [way for row in item.rows for way in _needs(row)]
        if ways and not item.optional and len(needs) * len(ways) <= _MOST_WAYS:
            needs = [need | way for need in needs for way in ways]
    return needs


@frozen(eq=False)
class _Row:
    """One row of a pattern: the words that it needs before its content and behind it, and the chains on both sides."""

    left: Sequence[frozenset[str]]
    right: Sequence[frozenset[str]]
    before: _Node
    after: _Node

    signs: frozenset[str] = field(init=False)  # words of which a sentence that it fits has one

    @signs.default
    def _rare(self) -> frozenset[str]:
        """The longest word of each way to match, for those are rare; the empty one for a way without words."""
        sides = [frozenset([max(words, key=len, default="") for words in side]) for side in (self.left, self.right)]
        return next((signs for signs in sides if "" not in signs), frozenset([""]))

    def match(self, passage: Passage) -> Match | None:
        phrases, at = passage.phrases, passage.at
        first, last = (phrases[at].first, phrases[at].last) if at < len(phrases) else (phrases[-1].last,) * 2
        if not (_stand(passage, self.left, 0, first) and _stand(passage, self.right, last, phrases[-1].last)):
            return None
        walk = _Walk(passage)
        if not (self.after.run(walk, last) and self.before.run(walk, first)):
            return None
        mentions = walk.mentions
        source = mentions.get("SOURCE") or mentions.get("OWNER")
        return Match(passage, source, _cue(walk), mentions.get("ADDRESSEE"), walk.places)


def _stand(passage: Passage, ways: Iterable[frozenset[str]], begin: int, end: int) -> bool:
    """Whether all words of one of these ways stand between two places of the sentence, counted in words."""
    has = passage.small.__contains__
    return any(
        all(map(has, words)) and all(any(begin <= at < end for at in passage.places_of(word)) for word in words)
        for words in ways
    )


def _cue(walk: _Walk) -> Cue | None:
    """The cue: a verb, and the words in braces, those side by side in one span."""
    passage, words = walk.passage, walk.passage.reading.sentence.words
    spans: list[Span] = []
    last = -1
    parts = sorted(walk.cue, key=lambda part: part[0])
    for place, _ in parts:
        begin = spans.pop().start if place == last + 1 and spans else words.starts[place]
        spans.append(passage.span(begin, words.ends[place]))
        last = place
    verb = walk.places.get("CUE")
    if verb is not None:
        cue = passage.cue(verb)
        if not spans:
            return cue
        spans = sorted([*cue.spans, *spans])
        extent = min(cue.extent.start, spans[0].start), max(cue.extent.end, spans[-1].end)
        return Cue(tuple(spans), cue.lemma, "verb", passage.span(*extent))
    if not spans:
        return None
    form: CueForm = "phrase"
    if len(parts) == 1:
        place, item = parts[0]
        form = "mark" if item.name == "sign" else "noun" if words.tags[place] == "n" else "phrase"
    lemma = " ".join(item.value for _, item in parts)
    return Cue(tuple(spans), lemma, form, passage.span(spans[0].start, spans[-1].end))


# ------------------------------------------------------------------------------------------ what others see


@frozen(eq=False)
class Match:
    """What a pattern found around a quotation.

    ``places`` are the phrases at which its elements stand, by their names: ``places["SOURCE"]``.
    """

    passage: Passage
    source: Mention | None
    cue: Cue | None
    addressee: Mention | None
    places: Mapping[str, int]

    def candidate(self) -> Candidate:
        """The attribution that it shows."""
        passage, verb = self.passage, self.places.get("CUE")
        return Candidate(passage.quotation, passage.form_kind, self.source, self.cue, self.addressee, verb=verb)


@frozen
class Pattern:
    """What stands around a quotation in its sentence: ``{according to} SOURCE ... CONTENT``.

    Words in capitals are elements (``CONTENT``, ``SOURCE``, ``CUE``, …), all others stand for themselves; words in
    braces are the cue. Behind an element, ``?`` says that it may be missing; ``(a | b)`` that one of them stands there;
    ``...`` are any words, as few as will do. Several rows with ``|`` between them are tried in their order.

    >>> from quoteattr import RULES, RuleSet, attribute, rule
    >>> SO = Pattern("CONTENT ,? {so} SOURCE:name")
    >>> @rule(confidence=0.9)
    ... def content_so(passage):
    ...     '''*So X* stands behind the content.'''
    ...     return SO.candidate(passage)
    >>> print(*attribute("“It is out,” so Ann Lee.", rules=RuleSet((content_so, *RULES))))
    Ann Lee, so: “It is out,”
    >>> Pattern("CONTENT SUORCE")
    Traceback (most recent call last):
        ...
    quoteattr.errors.PatternError: no element is named SUORCE; did you mean SOURCE?
        CONTENT SUORCE
                ^

    Raises:
        PatternError: The pattern is not right; the message shows where.
    """

    text: str
    _rows: tuple[_Row, ...] = field(init=False, eq=False, repr=False)
    _signs: frozenset[str] = field(init=False, eq=False, repr=False)  # those of all its rows

    @_rows.default
    def _compiled(self) -> tuple[_Row, ...]:
        if not isinstance(self.text, str):
            raise PatternError(f"a pattern is a str, not {type(self.text).__name__}")
        compiler = _Compiler()
        return tuple([compiler.row(row) for row in _Parser(self.text).parse()])

    @_signs.default
    def _signs_of_rows(self) -> frozenset[str]:
        return frozenset([sign for row in self._rows for sign in row.signs])

    def match(self, passage: Passage) -> Match | None:
        """What stands around the quotation, if it is what the pattern says."""
        if not passage.may_have(self._signs):
            return None
        for row in self._rows:
            found = row.match(passage) if passage.may_have(row.signs) else None
            if found is not None:
                return found
        return None

    def candidate(self, passage: Passage) -> Candidate | None:
        """The attribution that the pattern shows, for a rule to give."""
        found = self.match(passage)
        return found.candidate() if found is not None else None
