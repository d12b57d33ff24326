"""No source beside the content: who speaks is told by the conversation, or by what stands around it."""

from __future__ import annotations

from ..passage import Candidate, Passage
from ..rule import rule


@rule(confidence=0.8)
def no_source(passage: Passage) -> Candidate | None:
    """Nothing beside the content names its source.

    + <“Nobody knows.”>
    """
    return Candidate(passage.quotation, "direct")
