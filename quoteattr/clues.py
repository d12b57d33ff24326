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
from itertools import chain

from attrs import field, frozen

from .boundaries import View
from .clauses import Clause
from .drafts import Cued, Draft, group_of
from .shares import logit, sigmoid
from .sums import Bunch, Sums
from .tables import shipped

_LENGTHS = (1, 2, 4, 8, 16, 99)  # phrases of a content, at most; the last stands for more
_PERSONAL = ("role", "person", "kin", "group")
_CLOSED = frozenset("dqpoPScswtmbhDx")  # tags of words of grammar: a noun or a verb would tell of the day's news
_SHARE = "share"
_BASE = "base"
_NEAR = 4  # phrases from who reports to the cue, or more


def clues_of(view: View, draft: Draft) -> list[str]:
    """The clues of a reading, but for its share."""
    return [*chain.from_iterable(bunches_of(view, draft))]


def bunches_of(view: View, draft: Draft) -> list[Bunch]:
    """The same, in bunches of clues that come together."""
    cued, group, frame, clause = draft.cued, draft.group, draft.frame, draft.cued.clause
    first = view.phrases[draft.inner].word
    opening = mention_kind(view, draft.inner)
    ending = view.around[draft.rest[1] if draft.rest else draft.stop]
    bunches = [
        _clues_of_frame(cued.lemma, cued.kind, cued.use, frame, draft.rivals),
        _clues_of_place(group, _source_kind(view, cued), _in_clause(view, clause), min(cued.at - cued.opening, _NEAR)),
        _clues_of_content(group, opening, _length(draft), ending, "Q" in view.kinds[draft.inner : draft.stop]),
    ]
    if group != "clause":
        bunches.append((f"of {cued.lemma} {opening}", f"{frame} opens {opening}"))
    if first is not None and first.tag in _CLOSED:
        bunches.append((f"{group} opens with {first.lemma.lower()}",))
    verbs = view.phrases[cued.at].group
    if verbs is not None:
        bunches.append(_clues_of_verb(group, verbs.form, verbs.negative, verbs.modal, verbs.perfect))
    if frame == "label":
        bunches.append((f"label {view.tall()}",))
    return bunches


@lru_cache(maxsize=5_000)
def _clues_of_frame(lemma: str, kind: str, use: str, frame: str, rivals: tuple[str, ...]) -> Bunch:
    """The clues that a word and its frames are, whatever else is in the sentence."""
    others = (f"{frame} not {rival}" for rival in rivals if rival != frame)
    own = f"of {lemma}", f"of {lemma} {frame}", f"{kind} {frame}", f"{use} {frame}", f"{kind} {group_of(frame)}"
    return (_BASE, *own, *others)


@lru_cache(maxsize=5_000)
def _clues_of_place(group: str, source: str, clause: tuple[str, str], near: int) -> Bunch:
    """The clues that are in who reports, in the clause of the cue, and in how far they stand apart."""
    kind, under = clause
    clues = f"{group} from {source}", f"{group} in {kind}", f"near {near}"
    return (*clues, under) if under else clues


@lru_cache(maxsize=5_000)
def _clues_of_content(group: str, opening: str, length: int, ending: str, quoted: bool) -> Bunch:
    """The clues that the content is: what it opens with, its length, what ends it, and whether any of it is quoted."""
    clues = f"{group} opens {opening}", f"{group} long {length}", f"{group} ends {ending}"
    return (*clues, f"{group} quoted") if quoted else clues


@lru_cache(maxsize=5_000)
def _clues_of_verb(group: str, form: str, negative: bool, modal: bool, perfect: bool) -> Bunch:
    """The clues that are in the form of the cue."""
    seen = {"negative": negative, "modal": modal, "perfect": perfect}
    return (f"{group} tense {form}", *(f"{group} {each}" for each, there in seen.items() if there))


def _in_clause(view: View, clause: Clause | None) -> tuple[str, str]:
    """The kind of clause that a cue stands in, and what one that is said stands under; empty for others."""
    if clause is None or clause.kind != "comp" or clause.outer is None:
        return clause.kind if clause is not None else "none", ""
    outer = view.group(clause.outer.verb)
    return "comp", "under cue" if outer is not None and outer.verb is not None and outer.verb.cue else "under verb"


def _source_kind(view: View, cued: Cued) -> str:
    at = cued.agent if cued.form == "passive" else cued.subject
    if at is None:
        return "owner" if cued.owner is not None else "nobody"
    kind = mention_kind(view, at)
    return "it" if kind == "pronoun" and view.lemma(at) == "it" else kind


def mention_kind(view: View, at: int) -> str:
    """What a phrase names, broadly: *name*, *pronoun*, *person*, *body*, *document*, *thing*; else its kind."""
    kind = view.around[at]
    if kind != "M":
        return kind
    phrase = view.phrases[at]
    tag = view.reading.sentence.words.tags[phrase.last - 1]
    if tag == "N":
        return "name"
    if tag in "po":
        return "pronoun"
    return _sort_of(phrase.word.noun) if phrase.word is not None else "thing"


@lru_cache(maxsize=5_000)
def _sort_of(kinds: str) -> str:
    """What a noun of these kinds names, broadly."""
    if any(kind in kinds for kind in _PERSONAL):
        return "person"
    return next((kind for kind in ("body", "document", "speech", "work", "time") if kind in kinds), "thing")


def _length(draft: Draft) -> int:
    return _LENGTHS[bisect_left(_LENGTHS, draft.stop - draft.inner, hi=len(_LENGTHS) - 1)]


@frozen
class Weights:
    """How much each clue counts, in log odds."""

    weights: Mapping[str, float] = field(repr=False)
    _sums: Sums = field(init=False, repr=False, eq=False)

    @_sums.default
    def _sums_of_weights(self) -> Sums:
        return Sums(self.weights)

    def odds(self, share: float, clues: Iterable[Bunch]) -> float:
        """How sure a reading is: the share of readings like it, moved by its clues, in bunches."""
        if not self.weights:
            return share
        own = self.weights.get(_SHARE, 1.0) * logit(min(max(share, 0.01), 0.99))
        return sigmoid(own + self._sums.of(clues))


@cache
def english_weights() -> Weights:
    """The table of English, read once."""
    return Weights({row["clue"]: float(row["weight"]) for row in shipped("clues.tsv")})
