"""Draft: one way to read a reporting word; find_drafts: all ways for all of them in a sentence.

*Ann said the road …* may be read with a clause (*the road was shut*) or with an object (*the road map*);
*…, Ann said* with the words before it. Every frame is tried; which one holds is for the counted shares to
tell (``reports``). A frame is named after what follows the cue:

=============  ====================================================  ==========================================
frame          what it looks like                                    where the content is
=============  ====================================================  ==========================================
that           said **that** …                                       behind *that*
far that       said, on the air**, that** …                          behind *that*
clause         said **she would** …                                  the clause
wh             asked **whether** …, explained **how** …              with the question word
to, ing        promised **to** …, recalled **seeing** …              with it
colon          said**:** she would …                                 behind the colon
np             cited **the weather**                                 the object
told           told **the clerks** (somebody, where one may be told)  the object
as, for, …     called **for** a vote (any preposition)               behind the preposition
Y that, …      told **reporters** that … (with the one told)         as without
left           she would …**,** Ann said                             before the report
fronted        said **when it rained,** she would …                  with what stands before the comma
acting         said **losing** was …                                 the clause whose subject is an act
so             said **so**, said **yes**                             the adverb
parted         she**,** Ann said**,** would …                        around the report
lead           **As Ann said,** she …; **According to Ann,** she …   behind the comma
label          **Ann:** She would …                                  behind the colon of a headline
=============  ====================================================  ==========================================

The files, each of which uses those above it alone:

==========  ==================================================================================
``places``  where what stands beside a reporting word ends, or begins
``cued``    Cued: a reporting word in its sentence; find_cues: those of a sentence
``draft``   Draft: one way to read a reporting word; start_of, find_end: where its words are
``right``   readings with the words behind it, or with its object
``left``    readings with the words before the report, or around it
==========  ==================================================================================
"""

from __future__ import annotations

from collections.abc import Callable

from ..boundaries import Boundaries, View
from .cued import Cued, find_cues, is_raised
from .draft import Draft, find_end, group_of, start_of
from .left import left_drafts
from .places import behind_adverbs, behind_source
from .right import object_drafts, right_drafts

__all__ = [
    "Cued", "Draft", "behind_adverbs", "behind_source", "find_cues", "find_drafts", "group_of", "is_raised",
    "left_drafts", "start_of",
]  # fmt: skip


def _any_share(_: Draft) -> float:
    return 1.0


def find_drafts(
    view: View, cued: Cued, boundaries: Boundaries, share_of: Callable[[Draft], float] = _any_share, least: float = 0.0
) -> list[Draft]:
    """All readings of a cue that are right oftener than the least, each with its end."""
    drafts: dict[tuple[str, int], Draft] = {}
    for draft in (*right_drafts(view, cued), *left_drafts(view, cued), *object_drafts(view, cued)):
        drafts.setdefault((draft.frame, draft.first), draft)
    found: list[Draft] = []
    for (frame, _), draft in drafts.items():
        draft.share = share_of(draft)
        if draft.share > least and find_end(view, draft, boundaries) and not _only_quoted(view, draft):
            if draft.frame != frame:  # its end has told more of it
                draft.share = share_of(draft)
            found.append(draft)
    rivals = tuple(dict.fromkeys([frame for frame, _ in drafts])) if found else ()
    for draft in found:
        draft.rivals = rivals
    return found


def _only_quoted(view: View, draft: Draft) -> bool:
    """Whether nothing but a quotation would be the content: rules for quotations see to that."""
    if draft.frame == "so":
        return False
    kinds = view.kinds[draft.inner : draft.stop] + (view.kinds[slice(*draft.rest)] if draft.rest else "")
    return not kinds.strip("Q,.-;:rcti~y")
