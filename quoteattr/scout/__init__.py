"""Scout: who may have said a turn, and the evidence for each; REACH: how far they are looked for in each genre."""

from __future__ import annotations

from .candidates import find_candidates, find_loosely
from .hearing import called_name, told_name
from .nouns import strangers_near
from .reach import REACH
from .scout import Scout

__all__ = ["REACH", "Scout", "called_name", "find_candidates", "find_loosely", "strangers_near", "told_name"]
