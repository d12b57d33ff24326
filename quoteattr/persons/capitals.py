"""Capitals: which of them show a name, and what of it is meant: *Poor* Tom, *Said* Ottoline."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

import regex
from attrs import evolve

from ..lexicon import FEW, Lexicon
from ..names import Name, NameIndex, is_full

EPITHETS = frozenset("big dear little old poor young".split())
"""What people are called before their names, as things seldom are."""
_FAR_OFTENER = 3
_PARTS = frozenset("Act Book Canto Chapter Letter Part Scene Volume".split())
"""What parts of a book are called."""
_NUMERAL = regex.compile(r"[IVXLC]+\.?", regex.IGNORECASE)
_NEXT_WORD = re.compile(r"\s+(?P<word>[^\W\d_A-Z]+)")
_SHORT_TEXT = 20_000
_LONGEST_LINE = 120
_SMALL_WORD = re.compile(r"(?<![\w’'-])[a-z]{5}")
_SIGNS = frozenset(".!?—…")
_LINE_ENDS = frozenset(("", "\n", "\r"))
_DATELINE = re.compile(r"(?:, [A-Z][\w.]{0,20})?(?: \([^()\n]{2,20}\))? ?(?:—|–|--| -) ?")
"""What stands behind the place of a report: *OSLO*, Norway (AP) —."""
SAMPLE = 16
"""Of a name so many places are looked at, where it is met oftener."""


def is_name(index: NameIndex, name: Name, places: Sequence[int], lasts: Container[str]) -> bool:
    """Whether capitals show a name here, and not just the start of a sentence or a heading."""
    if name.full or name.titles:
        return not (_is_heading(index, name) or (name.text.isupper() and _is_line(index, name, places)))
    word = name.words[-1]  # De Wit
    if name.suffix and _is_heading(index, name):
        return False
    given = bool(name.given)
    opens = index.opens_sentence(places[0])
    if not given and opens and all(index.opens_sentence(at) and _qualifies(index, at) for at in places[:3]):
        return False
    short = len(index.text) <= _SHORT_TEXT
    if short and (given or not opens):
        return True
    plain = not given and word not in lasts and index.small_tag(word) not in ("", "n")
    plain = plain and index.lexicon.kind_of(word.lower()) != "kin"  # Father, who is no verb
    if plain and all(_stands_alone(index, at) for at in places[:3]):
        return False
    if short:
        inside = not all(map(index.opens_sentence, places[1:3]))
        return inside or (not plain and not index.small_count(word))
    small = index.small_count(word)
    if not small:
        return not plain or not all(map(index.opens_sentence, places[:3]))
    middle = sum(not index.opens_sentence(at) for at in places[:SAMPLE]) * len(places) / min(len(places), SAMPLE)
    share = middle / small
    return share >= 1.5 or (given and share >= 0.1) or (share >= 0.3 and middle >= 5)


def _stands_alone(index: NameIndex, at: int) -> bool:
    """Whether a capital is all that a sentence has, as in *“Stop!”*."""
    return index.opens_sentence(at) and index.text[index.ends[at] : index.ends[at] + 1] in _SIGNS


def _is_line(index: NameIndex, name: Name, places: Sequence[int]) -> bool:
    """Whether capitals are always all of a line, or the place of a report: *DIRECT EXAMINATION*, *OSLO (AP) —*."""
    if index.gender_of(name.words[0].capitalize()):
        return False
    text, bounds = index.text, [(index.starts[at], index.ends[at]) for at in places[:3]]
    return all(
        text[max(0, a - 1) : a] in _LINE_ENDS and (text[b : b + 1] in _LINE_ENDS or _DATELINE.match(text, b))
        for a, b in bounds
    )


def _is_heading(index: NameIndex, name: Name) -> bool:
    """Whether capitals are those of a heading: *Chapter IX*; in a name no *Upon* or *Who* stands between its words."""
    words = name.words
    if words[0].capitalize() in _PARTS:
        return all(map(_NUMERAL.fullmatch, (*words[1:], *filter(None, [name.suffix]))))
    return len(words) > 2 and any(map(index.links, words[1:-1]))


def _qualifies(index: NameIndex, at: int) -> bool:
    """Whether a capital opens a sentence and only qualifies the role behind it (*Tug* captain Per Moe)."""
    behind = _NEXT_WORD.match(index.text, index.ends[at])
    return behind is not None and index.is_role(behind["word"])


def trimmed(index: NameIndex, name: Name, places: Sequence[int], titled: Container[tuple[str, ...]]) -> Name:
    """The name without a first word that is none of it (*Poor* Tom) and without a second name run into it."""
    words = name.words
    opens = _opens_with_verb(index, name, places) or _opens_with_epithet(index, name, len(places), titled)
    if not name.role and opens:
        behind = words[1:]
        return evolve(name, text=" ".join(behind), words=behind, full=is_full(behind), given=index.gender_of(behind[0]))
    if len(words) > 1:
        cut = _heading_in(index, words, places) or (
            len(words) > 2 and (index.seam(places[0]) or _verb_in(words, index))
        )
        if cut:
            return evolve(
                name, text=" ".join((*name.role, *words[:cut])), words=words[:cut], suffix="", full=is_full(words[:cut])
            )
    return name


def _opens_with_verb(index: NameIndex, name: Name, places: Sequence[int]) -> bool:
    """Whether the first word of a name is a verb, as it always opens a sentence: *Said* Ottoline: “…”."""
    small = index.lexicon.word(name.words[0]).small if len(name.words) > 1 and name.given else None
    if small is None or small.verb is None or not (small.verb.strong and small.past):
        return False
    return all(map(index.opens_sentence, places))


def _opens_with_epithet(index: NameIndex, name: Name, count: int, titled: Container[tuple[str, ...]]) -> bool:
    """Whether the first word of a name so often met is none of it: *Poor* Tom, *Darling* Ann; what is left is known."""
    first, behind = name.words[0], name.words[1:]
    if name.given and first not in _epithets(index.lexicon):
        return False
    rest = len(index.runs().get(" ".join(behind), ()))
    if name.given:  # Darling, Little and Young are given names, too
        often = _FAR_OFTENER * count
        return rest >= often and index.small_count(first) >= often
    known = rest >= count or behind in titled
    return known and (index.qualifies(first) or index.small_count(first) >= count)


@lru_cache(maxsize=FEW)
def _epithets(lexicon: Lexicon) -> frozenset[str]:
    """The given names that, written small, say what somebody is like, or are nouns for anybody."""
    small = ((name, name.lower()) for name in lexicon.given)
    return frozenset(name for name, low in small if low in lexicon.adjectives or lexicon.kind_of(low) == "person")


def _heading_in(index: NameIndex, words: tuple[str, ...], places: Sequence[int]) -> int:
    """Where a heading in capitals goes on behind a name that the text uses (*Ida Moe* Drove Out); 0 where none does."""
    if not all(_in_capitals(index, at) for at in places[:3]):
        return 0
    runs = index.runs()
    cut = next((at for at in range(1, len(words)) if index.small_count(words[at])), 0)
    return cut if any(len(runs.get(word, ())) >= _FAR_OFTENER for word in words[:cut]) else 0


def _in_capitals(index: NameIndex, at: int) -> bool:
    """Whether a run stands in a line that is no sentence, and all of whose long words have a capital."""
    text, first, last = index.text, index.starts[at], index.ends[at]
    start = text.rfind("\n", max(0, first - _LONGEST_LINE), first) + 1
    end = text.find("\n", last, last + _LONGEST_LINE)
    line = text[start:end] if start <= end < start + _LONGEST_LINE else ""
    return line.rstrip()[-1:].isalnum() and not _SMALL_WORD.search(line)


def _verb_in(words: tuple[str, ...], index: NameIndex) -> int:
    """Where a verb stands behind a full name, as in headlines (*Ida Moe* Backs *Ann Lee*); 0 where none does."""
    verbs = (at for at in range(2, len(words) - 1) if index.small_tag(words[at]) == "v" and words[at][-1] == "s")
    return next(verbs, 0)
