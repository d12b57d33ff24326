"""Clues: what speaks for a reading of a cue, and against it; Weights: how much each counts.

The share of readings like it (``shares``) is the strongest clue. Others are the word and the frame themselves, the
frames that it might stand in as well, who reports (a person, a paper, a thing), what the content opens with, how long
it is, what ends it, what kind of clause the cue stands in. Their weights are fitted on gold
(``benchmarks/count_reports.py``), and add up to log odds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from attrs import field, frozen

from .boundaries import View
from .drafts import Cued, Draft
from .shares import logit, sigmoid
from .tables import read_table

_LENGTHS = (1, 2, 4, 8, 16)
_PERSONAL = ("role", "person", "kin", "group")
_CLOSED = frozenset("dqpoPScswtmbhDx")  # tags of words of grammar: a noun or a verb would tell of the day's news
_SHARE = "share"
_BASE = "base"


def clues_of(view: View, draft: Draft) -> Iterator[str]:
    """The clues of a reading, but for its share."""
    cued, group, frame = draft.cued, draft.group, draft.frame
    opening = mention_kind(view, draft.inner)
    yield _BASE
    yield f"of {cued.lemma}"
    yield f"of {cued.lemma} {frame}"
    yield f"{cued.kind} {frame}"
    yield f"{cued.use} {frame}"
    for rival in draft.rivals:
        if rival != frame:
            yield f"{frame} not {rival}"
    if group != "clause":
        yield f"of {cued.lemma} {opening}"
        yield f"{frame} opens {opening}"
    yield f"{group} from {_source_kind(view, cued)}"
    yield f"{group} in {cued.clause.kind if cued.clause is not None else 'none'}"
    yield f"{group} opens {opening}"
    if _opens_with_grammar(view, draft.inner):
        yield f"{group} opens with {view.lemma(draft.inner)}"
    yield f"{group} long {_length(draft)}"
    yield f"{group} ends {view.kind(draft.rest[1] if draft.rest else draft.stop)}"
    yield f"{cued.kind} {group}"
    yield f"near {min(cued.at - cued.opening, 4)}"
    verbs = view.group(cued.at)
    if verbs is not None:
        for name in ("negative", "modal", "perfect"):
            if getattr(verbs, name):
                yield f"{group} {name}"
        yield f"{group} tense {verbs.form}"
    if frame == "label":
        yield f"label {view.tall()}"
    if "Q" in view.kinds[draft.inner : draft.stop]:
        yield f"{group} quoted"
    if cued.clause is not None and cued.clause.kind == "comp" and cued.clause.outer is not None:
        outer = view.group(cued.clause.outer.verb)
        yield "under cue" if outer is not None and outer.verb is not None and outer.verb.cue else "under verb"


def _source_kind(view: View, cued: Cued) -> str:
    at = cued.agent if cued.form == "passive" else cued.subject
    if at is None:
        return "owner" if cued.owner is not None else "nobody"
    return "it" if view.lemma(at) == "it" else mention_kind(view, at)


def mention_kind(view: View, at: int) -> str:
    """What a phrase names, broadly: *name*, *pronoun*, *person*, *body*, *document*, *thing*; else its kind."""
    if view.kind(at) != "M":
        return view.kind(at)
    tag = view.reading.sentence.words.tags[view.phrases[at].last - 1]
    if tag == "N":
        return "name"
    if tag in "po":
        return "pronoun"
    word = view.word(at)
    kinds = word.noun if word is not None else ""
    if any(kind in kinds for kind in _PERSONAL):
        return "person"
    return next((kind for kind in ("body", "document", "speech", "work", "time") if kind in kinds), "thing")


def _opens_with_grammar(view: View, at: int) -> bool:
    word = view.word(at)
    return word is not None and word.tag in _CLOSED


def _length(draft: Draft) -> int:
    phrases = draft.stop - draft.inner
    return next((limit for limit in _LENGTHS if phrases <= limit), 99)


@frozen
class Weights:
    """How much each clue counts, in log odds."""

    weights: Mapping[str, float] = field(repr=False)

    def odds(self, share: float, clues: Iterator[str]) -> float:
        """How sure a reading is: the share of readings like it, moved by its clues."""
        weights = self.weights
        if not weights:
            return share
        total = weights.get(_SHARE, 1.0) * logit(min(max(share, 0.01), 0.99))
        for clue in clues:
            total += weights.get(clue, 0.0)
        return sigmoid(total)


@cache
def english_weights() -> Weights:
    """The table of English, read once."""
    text = (resources.files(__package__) / "lang" / "en" / "clues.tsv").read_text("utf8")
    return Weights({row["clue"]: float(row["weight"]) for row in read_table("clues.tsv", text)})
