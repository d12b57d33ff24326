"""Frames: the reporting verb that goes with a quotation, on its right, around it, or at its sentence's end.

Rules ask here instead of searching for themselves. A *frame* is a verb that reports, with its subject, as the
clause reader found them; what is denied, or only might be said, is no frame.
"""

from __future__ import annotations

from .around import begins_with_verb, governing
from .end import at_end, inserted, mentions_before
from .frame import Frame, nobody
from .governors import main_subject
from .nouns import is_speech, noun_frame, tells
from .right import as_apart, passive, right, subject_first
from .saying import reports
from .unsaid import not_said, unreal

__all__ = [
    "Frame",
    "as_apart",
    "at_end",
    "begins_with_verb",
    "governing",
    "inserted",
    "is_speech",
    "main_subject",
    "mentions_before",
    "nobody",
    "not_said",
    "noun_frame",
    "passive",
    "reports",
    "right",
    "subject_first",
    "tells",
    "unreal",
]
