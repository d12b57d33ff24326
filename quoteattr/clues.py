"""Clues: what speaks for a reading of a cue, and against it; Weights: how much each counts.

The share of readings like it (``shares``) is the strongest clue. Others are the word and the frame themselves, the
frames that it might stand in as well, who reports (a person, a paper, a thing), what the content opens with, how long
it is, what ends it, what kind of clause the cue stands in. Their weights are fitted on gold
(``benchmarks/count_reports.py``), and add up to log odds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources
from itertools import repeat

from attrs import field, frozen

from .boundaries import View
from .drafts import Cued, Draft, group_of
from .shares import logit, sigmoid
from .tables import read_table

_LENGTHS = (1, 2, 4, 8, 16, 99)  # phrases of a content, at most; the last stands for more
_PERSONAL = ("role", "person", "kin", "group")
_CLOSED = frozenset("dqpoPScswtmbhDx")  # tags of words of grammar: a noun or a verb would tell of the day's news
_SHARE = "share"
_BASE = "base"


def clues_of(view: View, draft: Draft) -> list[str]:
    """The clues of a reading, but for its share."""
    cued, group, frame = draft.cued, draft.group, draft.frame
    opening = mention_kind(view, draft.inner)
    clues = [
        *_clues_of_frame(cued.lemma, cued.kind, cued.use, frame, draft.rivals),
        f"{group} from {_source_kind(view, cued)}",
        f"{group} in {cued.clause.kind if cued.clause is not None else 'none'}",
        f"{group} opens {opening}",
        f"{group} long {_length(draft)}",
        f"{group} ends {view.around[draft.rest[1] if draft.rest else draft.stop]}",
        f"near {min(cued.at - cued.opening, 4)}",
    ]
    if group != "clause":
        clues += f"of {cued.lemma} {opening}", f"{frame} opens {opening}"
    if _opens_with_grammar(view, draft.inner):
        clues.append(f"{group} opens with {view.lemma(draft.inner)}")
    verbs = view.group(cued.at)
    if verbs is not None:
        if verbs.negative:
            clues.append(f"{group} negative")
        if verbs.modal:
            clues.append(f"{group} modal")
        if verbs.perfect:
            clues.append(f"{group} perfect")
        clues.append(f"{group} tense {verbs.form}")
    if frame == "label":
        clues.append(f"label {view.tall()}")
    if "Q" in view.kinds[draft.inner : draft.stop]:
        clues.append(f"{group} quoted")
    if cued.clause is not None and cued.clause.kind == "comp" and cued.clause.outer is not None:
        outer = view.group(cued.clause.outer.verb)
        clues.append("under cue" if outer is not None and outer.verb is not None and outer.verb.cue else "under verb")
    return clues


@lru_cache(maxsize=5_000)
def _clues_of_frame(lemma: str, kind: str, use: str, frame: str, rivals: tuple[str, ...]) -> tuple[str, ...]:
    """The clues that a word and its frames are, whatever else is in the sentence."""
    others = (f"{frame} not {rival}" for rival in rivals if rival != frame)
    own = f"of {lemma}", f"of {lemma} {frame}", f"{kind} {frame}", f"{use} {frame}", f"{kind} {group_of(frame)}"
    return (_BASE, *own, *others)


def _source_kind(view: View, cued: Cued) -> str:
    at = cued.agent if cued.form == "passive" else cued.subject
    if at is None:
        return "owner" if cued.owner is not None else "nobody"
    return "it" if view.lemma(at) == "it" else mention_kind(view, at)


def mention_kind(view: View, at: int) -> str:
    """What a phrase names, broadly: *name*, *pronoun*, *person*, *body*, *document*, *thing*; else its kind."""
    kind = view.around[at]
    if kind != "M":
        return kind
    tag = view.reading.sentence.words.tags[view.phrases[at].last - 1]
    if tag == "N":
        return "name"
    if tag in "po":
        return "pronoun"
    word = view.word(at)
    return _sort_of(word.noun) if word is not None else "thing"


@lru_cache(maxsize=5_000)
def _sort_of(kinds: str) -> str:
    """What a noun of these kinds names, broadly."""
    if any(kind in kinds for kind in _PERSONAL):
        return "person"
    return next((kind for kind in ("body", "document", "speech", "work", "time") if kind in kinds), "thing")


def _opens_with_grammar(view: View, at: int) -> bool:
    word = view.word(at)
    return word is not None and word.tag in _CLOSED


def _length(draft: Draft) -> int:
    return _LENGTHS[bisect_left(_LENGTHS, draft.stop - draft.inner, hi=len(_LENGTHS) - 1)]


@frozen
class Weights:
    """How much each clue counts, in log odds."""

    weights: Mapping[str, float] = field(repr=False)

    def odds(self, share: float, clues: Iterable[str]) -> float:
        """How sure a reading is: the share of readings like it, moved by its clues."""
        weights = self.weights
        if not weights:
            return share
        own = weights.get(_SHARE, 1.0) * logit(min(max(share, 0.01), 0.99))
        return sigmoid(own + sum(map(weights.get, clues, repeat(0.0))))


@cache
def english_weights() -> Weights:
    """The table of English, read once."""
    text = (resources.files(__package__) / "lang" / "en" / "clues.tsv").read_text("utf8")
    return Weights({row["clue"]: float(row["weight"]) for row in read_table("clues.tsv", text)})
