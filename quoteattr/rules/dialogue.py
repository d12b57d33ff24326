"""No source beside the content: who speaks is told by the conversation, or by what stands around it."""

from __future__ import annotations

from ..passage import Candidate, Passage
from ..rule import rule


@rule(confidence=0.8)
def no_source(passage: Passage) -> Candidate | None:
    """Nothing beside the content names its source.

    + <“Nobody knows.”>
    + The door fell shut. <“Nobody has the key.”>
    - <“Nobody knows,”> {said} [Ann Lee].
    """
    return Candidate(passage.quotation, "direct")
