"""Layout; find_layout: speech that the layout shows, behind a dash at the start of a line or behind a label.

Neither sign is one of speech by itself. A dash may stand before the items of a list, or before the name
under a saying; a word with a colon may be a note, a headline or a field of a form. Both are read as
speech only where the document shows that they are meant so:

* *Labels* come in series: one comes back, several follow each other, and what stands behind them are
  sentences. Of labels that do not come back, it takes a question that the next one answers.
* *Dashes* stand before what people say to each other: reporting words break in, there are questions and
  outcries, *I* and *you*.

Where a dash opens speech nothing closes it: :func:`split_speech` tells it from the narration in between.
It fails for a list of questions, which reads like a conversation, and for speech that tells what somebody
did, which reads like narration.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from .asides import find_aside, is_saying
from .lexicon import PERSONS, Lexicon
from .tables import shipped

Block = tuple[int, int]


class Layout(NamedTuple):
    """How a block is speech: behind a dash or a label; a turn that goes on in a new paragraph has none."""

    kind: Literal["dash", "label"]
    label: tuple[int, int] | None = None


def find_layout(
    text: str, paragraphs: Sequence[Block], lexicon: Lexicon, *, dash: bool = True, label: bool = True
) -> tuple[Sequence[Block], dict[int, Layout]]:
    """The paragraphs, divided where turns or lines of dialogue begin; and which of them are speech, and how.

    >>> from quoteattr.lexicon import english
    >>> find_layout("Q: Open? A: Yes.", [(0, 8), (9, 16)], english())
    ([(3, 8), (12, 16)], {0: Layout(kind='label', label=(0, 1)), 1: Layout(kind='label', label=(9, 10))})
    """
    blocks: Sequence[Block] = paragraphs
    speech: dict[int, Layout] = {}
    if label and (":" in text or _STOPPED.search(text)):
        blocks, speech = _with_turns(text, blocks, lexicon)
    if dash and not speech:
        blocks, speech = _with_dialogue(text, blocks, lexicon)
    return blocks, speech


# ---------------------------------------------------------------------------------------------- transcripts

_COLON = re.compile(r":(?=[*_]{0,3}\s)")
_STOPPED = re.compile(r"^(?:A|[A-Z][A-Z'’ -]{1,30})\.(?=\s)", re.MULTILINE)
"""Labels that end in a stop: those of answers, and of plays."""
_COLON_OR_STOP = re.compile(r":(?=[*_]{0,3}\s)|\.(?<=[A-Z]\.)(?=\s)")
_LABEL = re.compile(
    r"[*_ \t]*(?:[-•][ \t]+)?(?:[\[(]?\d[\d/.:, -]{2,22}(?:[APap]\.?[Mm]\.?)?[\])]?[ \t]+(?:[-–][ \t]+)?)?"
    r"(?P<label>[^\W\d_][\w.'’&#/-]*(?:[ ][\w.'’&#/-]+){0,5})"
    r"(?:[ ]?[(\[][^()\[\]\n]{1,40}[)\]]|,(?:[ ][\w.'’&/-]+){1,6})?[*_]{0,3}"
)
_LABELLED = re.compile(rf"{_LABEL.pattern}:(?:[*_]{{0,3}}\s|$)", re.MULTILINE)
_LABELLED_QUOTE = re.compile(rf"{_LABEL.pattern}:[*_]{{0,3}}\s+[\"“'‘«„`]")
_BEFORE_LABEL = " \t\r\n*_[](){}:0123456789"
_LONGEST_LABEL = 90
_LINKS = frozenset(("of", "the", "de", "del", "der", "van", "von", "and", "for", "la", "le", "bin", "al", "du", "di"))
_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "judge", "lord", "lady"))
_ASKED = frozenset(("q", "a"))
_LADIES = frozenset(("mrs", "ms", "miss", "lady"))
_ROLES = frozenset((
    "moderator", "interviewer", "interviewee", "host", "guest", "narrator", "speaker", "reporter",
    "journalist", "question", "answer", "chair", "chairman", "chairwoman", "chairperson", "caller",
    "questioner", "audience", "announcer", "presenter", "anchor", "court", "judge", "clerk", "witness",
    "officer", "operator", "prosecutor", "counsel", "defendant", "bailiff", "coroner", "mediator", "teacher",
    "student", "all", "q", "a",
))  # fmt: skip
_MARKS = frozenset("\"“'‘„«»`&「『‹")
_CLOSING_MARKS = frozenset("\"”'’»„«`“｣」』›‹")
_ENDS = frozenset(".?!…\"”’')]}-—–")
_TALK = re.compile(r"[?!]|\b(?:I|you|your|we|our|me|my)\b", re.IGNORECASE)
_ASIDE = frozenset("([*")
_MOST_BETWEEN = 4  # paragraphs of a turn behind its first one
_MOSTLY = 0.6  # share of labelled paragraphs where the others belong to the turns


class _Line(NamedTuple):
    """A line that begins with what may be a label."""

    label: tuple[int, int]
    name: str
    start: int
    end: int
    paragraph: int
    first: int  # the paragraph of the label, where that stands alone before the words


def _with_turns(text: str, paragraphs: Sequence[Block], lexicon: Lexicon) -> tuple[Sequence[Block], dict[int, Layout]]:
    lines = list(_labelled_lines(text, paragraphs, lexicon))
    turns = _turns(text, lines, lexicon, whole=len(lines) >= len(paragraphs)) if len(lines) > 1 else []
    if not turns:
        return paragraphs, {}
    by_paragraph: dict[int, list[_Line]] = {}
    for line in turns:
        by_paragraph.setdefault(line.paragraph, []).append(line)
    going_on = set(_going_on(text, paragraphs, sorted(by_paragraph)))
    blocks: list[Block] = []
    speech: dict[int, Layout] = {}
    for index, (start, end) in enumerate(paragraphs):
        inside = by_paragraph.get(index, [])
        before = max(start, inside[0].label[0]) if inside else end
        if text[start:before].strip(_BEFORE_LABEL):
            if index in going_on:
                speech[len(blocks)] = Layout("label")
            blocks.append((start, _trimmed(text, start, before)))
        stops = [*(line.label[0] for line in inside[1:]), end]
        for line, stop in zip(inside, stops, strict=False):
            speech[len(blocks)] = Layout("label", line.label)
            blocks.append((line.start, _trimmed(text, line.start, stop)))
    return blocks, speech


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _labelled_lines(text: str, paragraphs: Sequence[Block], lexicon: Lexicon) -> Iterator[_Line]:
    """The lines whose first words, with a colon, may be a label."""
    index = past = 0
    for colon in (_COLON_OR_STOP if _STOPPED.search(text) else _COLON).finditer(text):
        at = colon.start()
        while index < len(paragraphs) and paragraphs[index][1] <= at:
            index += 1
        if index == len(paragraphs):
            return
        begin, end = paragraphs[index]
        start = max(text.rfind("\n", max(0, at - _LONGEST_LABEL), at) + 1, begin)
        if start < past or at - start > _LONGEST_LABEL:
            continue
        found = _LABEL.fullmatch(text, start, at)
        if colon[0] == "." and (found is None or not _is_stopped(found["label"], lexicon)):
            continue
        past = at
        if found is None or not _may_be_label(found["label"]):
            continue
        words, said = at + 1, index
        if _stands_alone(text, words, paragraphs, index):
            said, (words, end) = index + 1, paragraphs[index + 1]
        while words < end and (text[words].isspace() or text[words] in "*_"):
            words += 1
        if words < end and (text[words] not in _MARKS or text[end - 1] not in _CLOSING_MARKS):
            yield _Line(found.span("label"), found["label"], words, end, said, index)


def _stands_alone(text: str, at: int, paragraphs: Sequence[Block], index: int) -> bool:
    """Whether a label is all of a paragraph, and what is said all of the next."""
    if text[at : paragraphs[index][1]].strip(" *_\t\r\n") or index + 1 == len(paragraphs):
        return False
    return _LABELLED.match(text, *paragraphs[index + 1]) is None


def _is_stopped(label: str, lexicon: Lexicon) -> bool:
    """Whether a stop may end a label: behind somebody in capitals, not behind *MR*, *P.S* or *LATER*."""
    *others, last = label.lower().split(" ")
    if not label.isupper() or "." in last or last in _COURTESY:
        return False
    if last in _ASKED and not others:
        return True
    return last in _ROLES or lexicon.kind_of(last) in PERSONS or _looks_like_name(label.title(), lexicon)


def is_note(label: str) -> bool:
    """Whether what stands before a colon is a note of the page and names nobody.

    >>> is_note("Read more"), is_note("Part Two"), is_note("Ann Lee")
    (True, True, False)
    """
    words = label.strip(" *_").lower().replace("’", "'")
    return words in _notes() or _PART.fullmatch(words) is not None


_PART = re.compile(
    r"(?:the )?(?:act|book|canto|chapter|day|episode|lesson|letter|part|scene|section|volume)"
    r" (?:\d{1,3}|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the \w+)"
)
"""The parts of a book, with their numbers."""


@cache
def _notes() -> frozenset[str]:
    return frozenset(row["label"] for row in shipped("notes.tsv"))


def _may_be_label(label: str) -> bool:
    """Whether words may be a label: capitals and numbers, but for the links of a title; no note, and no *Dear Ann*."""
    return (
        not is_note(label)
        and not label.startswith("Dear ")
        and all(word[0].isupper() or word[0] in "#0123456789" or word in _LINKS for word in label.split(" "))
    )


def _turns(text: str, lines: Sequence[_Line], lexicon: Lexicon, *, whole: bool) -> list[_Line]:
    """Those of the lines that are turns: their labels come back, one answers the other, or they are all there is."""
    counts = Counter(_key(line.name) for line in lines)
    known = {name for name, count in counts.items() if count > 1}
    runs = [list(run) for run in _runs(lines)]
    turns: list[_Line] = []
    for run in runs:
        names = {_key(line.name) for line in run}
        if names & known or _answers(text, run, lexicon, whole=whole):
            turns += [line for line in run if not _comes_back(text, line) or _key(line.name) in known | _ASKED]
        else:
            turns += [line for line in run if _key(line.name) in known]
    sentences = sum(text[line.end - 1] in _ENDS for line in turns)
    several = len({_key(line.name) for line in turns}) > 1 and any(len(run) > 1 for run in runs)
    talk = any(_TALK.search(text, line.start, line.end) for line in turns)
    if several and talk and (sentences * 2 >= len(turns) or (whole and _is_chat(turns, lexicon))):
        return turns
    return []


def _comes_back(text: str, line: _Line) -> bool:
    """Whether a label must come back: one that ends in a stop, or stands alone, may be a heading."""
    return text[line.label[1]] == "." or line.first != line.paragraph


def _is_chat(turns: Sequence[_Line], lexicon: Lexicon) -> bool:
    """Whether lines that no stop need end are turns, as their labels are people."""
    names = {line.name for line in turns}
    return all(_looks_like_name(name, lexicon) or _names_person(name, lexicon) for name in names)


def _key(name: str) -> str:
    """What a label is known by when it comes back: its last word, whatever its case; Mrs. Lee is not Mr. Lee."""
    first, _, last = name.casefold().rpartition(" ")
    lady = f"{first.rstrip('.')} " if first.rstrip(".") in _LADIES else ""
    return lady + last.rstrip(".")


def _runs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The lines in runs, each in the same paragraph as the one before or in the next."""
    run: list[_Line] = []
    for line in lines:
        if run and line.first > run[-1].paragraph + 1:
            yield run
            run = []
        run.append(line)
    yield run


def _answers(text: str, run: Sequence[_Line], lexicon: Lexicon, *, whole: bool) -> bool:
    """Whether labels that do not come back are a conversation: labels of people, and a question or nothing else."""
    whole = whole and all(text[line.end - 1] in _ENDS for line in run)
    asked = whole or any("?" in text[line.start : line.end] for line in run[:-1])
    return asked and all(_names_person(line.name, lexicon) for line in run)


def _names_person(name: str, lexicon: Lexicon) -> bool:
    first, *others = name.split(" ")
    words = [word.strip(".").lower() for word in (first, *others)]
    full = bool(others) and _looks_like_name(name, lexicon)
    role = not _ROLES.isdisjoint(words) or (others and first in lexicon.titles) or lexicon.kind_of(words[-1]) in PERSONS
    return full or name.isupper() or words[0] in _COURTESY or role


def _looks_like_name(name: str, lexicon: Lexicon) -> bool:
    """Whether a label begins with a first name, or holds no word of the language: no *Price*, no *Opening hours*."""
    parts = name.split(" ")
    words = [part.strip(".").lower() for part in parts]
    tables = lexicon.nouns, lexicon.adjectives, lexicon.verbs, lexicon.closed
    return parts[0] in lexicon.given or not any(word in table for word in words for table in tables)


def _going_on(text: str, paragraphs: Sequence[Block], labelled: Sequence[int]) -> Iterator[int]:
    """The paragraphs without a label in which the turn before goes on: in a transcript, not in an article."""
    if len(labelled) < (labelled[-1] - labelled[0] + 1) * _MOSTLY:
        return
    for index, after in pairwise(labelled):
        if after - index <= _MOST_BETWEEN + 1:
            between = range(index + 1, after)
            if all(_goes_on(text, *paragraphs[one]) for one in between):
                yield from between


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a paragraph may go on with a turn: sentences, no stage direction, no label before words in marks."""
    return text[end - 1] in _ENDS and text[start] not in _ASIDE and _LABELLED_QUOTE.match(text, start, end) is None


# ------------------------------------------------------------------------------------------ dash dialogue

DASHES = frozenset("—–-―")
_DASH = re.compile(r"(?:[—―–]|--?)\s*(?=[^\W_]|[¿¡\"“'‘«„(…]|\.\.)")
_DASH_LINE = re.compile(r"(?<=[.?!…:\"”’])\s*\n\s*(?=(?:[—―–]|--?)\s*[^\W_])")
_TO_EACH_OTHER = re.compile(
    r"[?!]|\b(?:I|you|your|we|our|us|me|my|mine)\b|\blet['’]s\b"
    r"|,\s(?:sir|madam|ma['’]am|captain|doctor|father|mother|(?:mr|mrs|ms|miss|dr)\b\.?\s\w+)[.,]",
    re.IGNORECASE,
)
_LAST_WORDS = 60  # characters before a colon in which a verb of saying introduces speech


def _with_dialogue(text: str, blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Sequence[Block], dict[int, Layout]]:
    lines = [index for index, (start, _) in enumerate(blocks) if text[start] in DASHES and _DASH.match(text, start)]
    if not lines or not _is_dialogue(text, blocks, lines, lexicon):
        return blocks, {}
    spoken = set(lines)
    divided: list[Block] = []
    speech: dict[int, Layout] = {}
    for index, (begin, end) in enumerate(blocks):
        start = begin
        for found in _DASH_LINE.finditer(text, begin, end) if index in spoken else ():
            speech[len(divided)] = Layout("dash")
            divided.append((start, found.start()))
            start = found.end()
        if index in spoken:
            speech[len(divided)] = Layout("dash")
        divided.append((start, end))
    return divided, speech


def _is_dialogue(text: str, blocks: Sequence[Block], lines: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether the lines that a dash opens are speech: sentences, half of them told or spoken to somebody."""
    sentences = hyphens = told = signs = 0
    for index in lines:
        start, end = blocks[index]
        sentences += text[end - 1] in _ENDS
        hyphens += text[start] == "-" and text[start + 1 : start + 2] != "-"
        aside = find_aside(text, start + 2, end, lexicon) is not None
        told += aside
        signs += aside or _TO_EACH_OTHER.search(text, start, end) is not None
        signs += index > 0 and _introduces(text, *blocks[index - 1], lexicon)
    if told and sentences == len(lines) and not hyphens:
        return signs * 3 >= len(lines)
    if sentences * 3 < len(lines) * 2 or signs * 2 < len(lines):
        return False
    return told > 0 or (signs > 1 and hyphens * 2 < len(lines))


def _introduces(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a paragraph ends in a colon behind a verb of saying: Ana had answered:"""  # noqa: D415
    if text[end - 1] != ":":
        return False
    words: list[str] = _LETTERS.findall(text, max(start, end - _LAST_WORDS), end)
    return any(is_saying(word, lexicon) for word in words[-6:])


# -------------------------------------------------------------- speech and narration behind the same dash

_STOP = re.compile(r"[.?!…][\"”’)]*(?=\s|$)|[,;:](?=\s)|--|[—–―]|(?<=\s)-(?=\s)")
_SENTENCE_END = re.compile(r"[.?!…][\"”’)]*(?=\s|$)")
_LETTERS = re.compile(r"[^\W\d_]+")
_GOES_ON = frozenset((
    "who", "whose", "which", "as", "while", "when", "with", "without", "in", "at", "from", "to", "for", "and",
    "but", "then", "his", "her", "their", "its", "because", "though", "until", "where", "by", "after",
    "before", "not",
))  # fmt: skip
_FIRST_WORDS = 6  # of a sentence, in which one that narrates has its verb


def split_speech(text: str, start: int, end: int, lexicon: Lexicon, quoted: Iterable[Block] = ()) -> list[Block]:
    """The stretches of speech in a line that a dash opens, with the dash; what is quoted in it is not cut.

    >>> from quoteattr.lexicon import english
    >>> line = "— Yes, said Ana, come in."
    >>> [line[start:end] for start, end in split_speech(line, 0, len(line), english())]
    ['— Yes,', 'come in.']
    """
    edges = [edge for one in quoted for edge in one]
    stretches: list[Block] = []
    at = start
    while at < end:
        aside = find_aside(text, at if stretches else start + 2, end, lexicon)
        while aside and bisect_right(edges, aside[0]) % 2:
            aside = find_aside(text, aside[1], end, lexicon)
        stop = aside[0] if aside else end
        while stop > at and (text[stop - 1].isspace() or (aside and text[stop - 1] in DASHES)):
            stop -= 1
        stop = _behind(edges, stop)
        if stop > at:
            stretches.append((at, stop))
        at = _behind(edges, _resumes(text, aside[1], end, lexicon) if aside else end)
    return stretches


def _behind(edges: Sequence[int], at: int) -> int:
    """A place, or the end of the quotation that holds it."""
    edge = bisect_left(edges, at)
    return edges[edge] if edge % 2 else at


def _resumes(text: str, at: int, end: int, lexicon: Lexicon) -> int:
    """Where speech goes on behind reporting words: behind a dash, a comma, a sentence that narrates."""
    for found in _STOP.finditer(text, at, end):
        sign = found[0][0]
        after = _past_blanks(text, found.end(), end)
        if after == end:
            return end
        if sign in DASHES and text[after] in ",.;:!?":  # —Yes —said Ana—, come in.
            return _past_blanks(text, after + 1, end)
        if sign in DASHES:
            return found.start()
        if sign in ",;":
            word = _LETTERS.match(text, after, end)
            if word is None or not (word[0] in _GOES_ON or lexicon.word(word[0]).forms == "g"):
                return after
        elif sign == ":" or text[after] in DASHES or not _narrates(text, after, end, lexicon):
            return after
    return end


def _past_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _narrates(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence tells what somebody did: *he*, *she* or a name, a past tense, no *I* or *you*."""
    found = _SENTENCE_END.search(text, start, end)
    stop = found.end() if found else end
    if _TO_EACH_OTHER.search(text, start, stop):
        return False
    words: list[str] = _LETTERS.findall(text, start, stop)[:_FIRST_WORDS]
    if not words or not (words[0][0].isupper() or lexicon.word(words[0]).tag in "pd"):
        return False
    return any(not {"d", "p"}.isdisjoint(lexicon.word(word).forms) for word in words[1:])
