"""Block; find_blocks: speech that the layout shows, behind a dash at the start of a line or behind a label.

Neither sign is one of speech by itself. A dash may stand before the items of a list, or before the name under a
saying; a word with a colon may be a note, a headline or a field of a form. Both are read as speech only where the
document shows that they are meant so:

* *Labels* come in series: a label comes back, several follow each other, and what stands behind them are sentences. Of
  labels that do not come back, it takes a question that the next one answers.
* *Dashes* stand before what people say to each other: reporting words break in, there are questions and calls, *I* and *you*.

Where a dash opens speech nothing closes it: :func:`split_speech` tells it from the narration in between. A list of
questions reads like a conversation, and a speaker who tells what somebody did reads like narration: both are missed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from .asides import find_aside
from .lexicon import english


class Block(NamedTuple):
    """What is read by itself: a paragraph, the words of a turn, or a line that a dash opens."""

    start: int
    end: int
    kind: Literal["", "dash", "label"] = ""
    label: tuple[int, int] | None = None


def find_blocks(
    text: str, paragraphs: Sequence[tuple[int, int]], *, dash: bool = True, label: bool = True
) -> Sequence[tuple[int, int] | Block]:
    """The paragraphs, with the turns of a transcript and the lines of dialogue among them told apart.

    >>> text = "Q: Is it open?\\nA: It is."
    >>> find_blocks(text, [(0, 14), (15, 24)])[1]
    Block(start=18, end=24, kind='label', label=(15, 16))
    """
    if label and (":" in text or "\nA." in text):
        paragraphs = _with_turns(text, paragraphs)
    if dash:
        paragraphs = _with_dashes(text, paragraphs)
    return paragraphs


# ------------------------------------------------------------------------------------------------ transcripts

_COLON = re.compile(r":(?=[*_]{0,3}\s)")
_COLON_OR_STOP = re.compile(r":(?=[*_]{0,3}\s)|(?:(?<=\n[QA])|(?<=\A[QA]))\.(?=\s)")
_LABEL = re.compile(
    r"[*_ \t]*(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]+)?"
    r"(?P<label>[^\W\d_][\w.'’&#/-]*(?:[ ][\w.'’&#/-]+){0,5})"
    r"(?:[ ]?[(\[][^()\[\]\n]{1,40}[)\]])?[*_]{0,3}"
)
_LONGEST_LABEL = 90
_LINKS = frozenset(("of", "the", "de", "del", "der", "van", "von", "and", "for", "la", "le", "bin", "al", "du", "di"))
_ROLES = frozenset(
    "moderator interviewer interviewee host guest narrator speaker reporter journalist question answer chair chairman "
    "chairwoman chairperson caller questioner audience announcer presenter anchor court judge clerk witness officer all "
    "operator prosecutor counsel defendant bailiff coroner mediator teacher student".split()
)
_OPENING = frozenset("\"“'‘„«»`&「『‹")
_ENDS = frozenset(".?!…\"”’')]}-—–")
_TALK = re.compile(r"[?!]|\b(?:I|you|your|we|our|me|my)\b", re.IGNORECASE)


class _Line(NamedTuple):
    """A line that begins with what may be a label."""

    label: tuple[int, int]
    name: str
    start: int
    end: int
    paragraph: int


def _with_turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    lines = list(_labelled_lines(text, paragraphs))
    turns = _turns(text, lines) if len(lines) > 1 else []
    if not turns:
        return paragraphs
    by_paragraph: dict[int, list[_Line]] = {}
    for line in turns:
        by_paragraph.setdefault(line.paragraph, []).append(line)
    blocks: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(paragraphs):
        inside = by_paragraph.get(index, [])
        before = inside[0].label[0] if inside else end
        if text[start:before].strip(" \t\r\n*_[](){}:0123456789"):
            blocks.append((start, before if inside else end))
        for line, after in zip(inside, [*inside[1:], None]):
            stop = after.label[0] if after else end
            while stop > line.start and text[stop - 1].isspace():
                stop -= 1
            blocks.append(Block(line.start, stop, "label", line.label))
    return blocks


def _labelled_lines(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[_Line]:
    """The lines whose first words and colon may be a label."""
    index = 0
    past = 0
    for colon in (_COLON_OR_STOP if "\nA." in text else _COLON).finditer(text):
        at = colon.start()
        while index < len(paragraphs) and paragraphs[index][1] <= at:
            index += 1
        if index == len(paragraphs):
            return
        start = max(text.rfind("\n", max(0, at - _LONGEST_LABEL), at) + 1, paragraphs[index][0])
        if start < past or at - start > _LONGEST_LABEL:
            continue
        past = at
        found = _LABEL.fullmatch(text, start, at)
        if found is None or not _may_be_label(found["label"]):
            continue
        words = at + 1
        end = paragraphs[index][1]
        while words < end and (text[words].isspace() or text[words] in "*_"):
            words += 1
        if words < end and text[words] not in _OPENING:
            yield _Line(found.span("label"), found["label"], words, end, index)


def _may_be_label(label: str) -> bool:
    """Whether words may be a label: capitals and numbers, but for the links of a name or a title."""
    words = label.split(" ")
    return all(word[0].isupper() or word[0] in "#0123456789" or word in _LINKS for word in words)


def _turns(text: str, lines: Sequence[_Line]) -> list[_Line]:
    """Those of the lines that are turns: their labels come back, or one answers the other."""
    counts = Counter(_key(line.name) for line in lines)
    sure = {name for name, count in counts.items() if count > 1}
    runs = [list(run) for run in _runs(lines)]
    turns: list[_Line] = []
    for run in runs:
        names = {_key(line.name) for line in run}
        if len(run) < 2 or len(names) < 2:
            known = [line for line in run if _key(line.name) in sure]
        elif names & sure or _answers(text, run):
            known = run
        else:
            known = []
        turns += known
    spoken = sum(text[line.end - 1] in _ENDS for line in turns)
    talk = sum(bool(_TALK.search(text, line.start, line.end)) for line in turns)
    names = {_key(line.name) for line in turns}
    if len(names) < 2 or spoken * 2 < len(turns) or not talk or not any(len(run) > 1 for run in runs):
        return []
    return turns


def _key(name: str) -> str:
    """By what a label is told to come back: its last word, whatever its case."""
    return name.rsplit(" ", 1)[-1].casefold().rstrip(".")


def _runs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The lines in runs, each in the same paragraph as the one before or in the next."""
    run: list[_Line] = []
    for line in lines:
        if run and line.paragraph > run[-1].paragraph + 1:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _answers(text: str, run: Sequence[_Line]) -> bool:
    """Whether a run of labels that do not come back is a conversation: a question, and labels of people who speak."""
    asked = any("?" in text[line.start : line.end] for line in run[:-1])
    return asked and all(_is_title(line.name) for line in run)


def _is_title(name: str) -> bool:
    words = name.split(" ")
    return name.isupper() or any(word.strip(".").lower() in _ROLES for word in words) or words[0] in _TITLES or name in ("Q", "A")


_TITLES = frozenset(("Mr.", "Mrs.", "Ms.", "Miss", "Dr.", "Mr", "Mrs", "Ms", "Dr", "Prof.", "Professor", "Sir", "Judge", "Lord", "Lady"))

# ----------------------------------------------------------------------------------------------------- dashes

DASHES = frozenset("—–-―")
_DASH = re.compile(r"(?:[—―–]|--?)\s*(?=[^\W_]|[¿¡\"“'‘«„(…]|\.\.)")
_DASH_LINE = re.compile(r"(?<=[.?!…:\"”’])\s*\n\s*(?=(?:[—―–]|--?)\s*[^\W_])")
_SPEAKER_WORDS = re.compile(r"\b(?:I|you|your|we|our|us|me|my|mine|let's|let’s)\b", re.IGNORECASE)
_SAYING_COLON = re.compile(r"([^\W\d_]+)[^.?!\n]{0,60}:\Z")


def _with_dashes(text: str, blocks: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    lines = [index for index, block in enumerate(blocks) if text[block[0]] in DASHES and _DASH.match(text, block[0])]
    if not lines or not _is_dialogue(text, blocks, lines):
        return blocks
    spoken = set(lines)
    told: list[tuple[int, int]] = []
    for index, block in enumerate(blocks):
        if index not in spoken:
            told.append(block)
            continue
        start = block[0]
        for found in _DASH_LINE.finditer(text, start, block[1]):
            told.append(Block(start, found.start(), "dash"))
            start = found.end()
        told.append(Block(start, block[1], "dash"))
    return told


def _is_dialogue(text: str, blocks: Sequence[tuple[int, int]], lines: Sequence[int]) -> bool:
    """Whether the lines that a dash opens are speech: most are sentences, and enough of them talk or are told to."""
    hyphens = sum(text.startswith("-", blocks[index][0]) and not text.startswith("--", blocks[index][0]) for index in lines)
    ended = asides = signs = 0
    for index in lines:
        start, end = blocks[index][:2]
        ended += text[end - 1] in _ENDS
        aside = find_aside(text, start + 2, end) is not None
        asides += aside
        signs += aside or bool(_SPEAKER_WORDS.search(text, start, end)) or "?" in text[start:end] or "!" in text[start:end]
        signs += index > 0 and blocks[index - 1][1] > 0 and _introduces(text, *blocks[index - 1][:2])
    if ended * 3 < len(lines) * 2:
        return False
    if asides:
        return signs * 2 >= len(lines)
    return hyphens * 2 < len(lines) and signs > 1 and signs * 2 >= len(lines)


def _introduces(text: str, start: int, end: int) -> bool:
    """Whether a paragraph ends in a colon behind a verb of saying: Ana had answered:"""
    if text[end - 1] != ":":
        return False
    words = re.findall(r"[^\W\d_]+", text[max(start, end - 60) : end])
    return any((verb := english().word(word).verb) is not None and verb.cue == "speech" for word in words[-6:])


# ------------------------------------------------------------------- speech and narration behind the same dash

_STOP = re.compile(r"[.?!…]+[\"”’)]*(?=\s|$)|[,;:](?=\s)|\s*(?:--|[—–―]|(?<=\s)-(?=\s))")
_NARRATES_ON = frozenset(
    "who whose which as while when with without in at from to for and but then his her their its because though until "
    "where by after before not".split()
)
_SENTENCE_END = re.compile(r"[.?!…]+[\"”’)]*(?=\s|$)")


def split_speech(text: str, start: int, end: int, quoted: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The stretches of speech in a line that a dash opens, the dash with them; what is quoted in it is not cut.

    >>> line = "— Yes, said Ana, come in."
    >>> [line[start:end] for start, end in split_speech(line, 0, 25)]
    ['— Yes,', 'come in.']
    """
    closed = [inside for left, right in quoted for inside in (left, right)]
    stretches: list[tuple[int, int]] = []
    at = start
    while at < end:
        aside = find_aside(text, at if stretches else start + 2, end)
        while aside and bisect_right(closed, aside[0]) % 2:
            aside = find_aside(text, aside[1], end)
        stop = aside[0] if aside else end
        inner = stop
        while inner > at and (text[inner - 1].isspace() or (aside and text[inner - 1] in DASHES)):
            inner -= 1
        if inner > at:
            stretches.append((at, inner))
        if not aside:
            break
        at = _resumes(text, aside[1], end)
    return stretches


def _resumes(text: str, at: int, end: int) -> int:
    """Where speech goes on behind reporting words."""
    found = _STOP.search(text, at, end)
    while found:
        sign = found[0].strip()
        after = found.end()
        while after < end and text[after].isspace():
            after += 1
        if after >= end:
            return end
        if sign[0] in DASHES:
            if text[after] in ".,;:!?":
                after += 1
                while after < end and text[after].isspace():
                    after += 1
                return after
            return found.start() + len(found[0]) - len(found[0].lstrip())
        if sign[0] in ",;:":
            word = re.compile(r"[^\W\d_]+").match(text, after, end)
            narrates = word is not None and (word[0] in _NARRATES_ON or english().word(word[0]).forms == "g")
            if not narrates or sign[0] == ":":
                return after
        elif text[after] in DASHES or not _narrates(text, after, end):
            return after
        found = _STOP.search(text, found.end(), end)
    return end


def _narrates(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what somebody did: he, she, they or a name with a past tense, and no I or you."""
    found = _SENTENCE_END.search(text, start, end)
    stop = found.end() if found else end
    if _SPEAKER_WORDS.search(text, start, stop) or (found and "?" in found[0]) or (found and "!" in found[0]):
        return False
    words = re.findall(r"[^\W\d_][\w'’-]*", text[start:stop])[:12]
    if not words:
        return False
    first = english().word(words[0])
    return (first.tag in "pd" or words[0][0].isupper()) and any(
        (known := english().word(word)).forms and not {"d", "p"}.isdisjoint(known.forms) for word in words[1:6]
    )
