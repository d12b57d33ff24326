"""Name: the parts of a proper name; find_names: where names stand in a text.

One scan over the text finds the runs of capitalised words (*Energy Minister Dalia Rahbani*). What
a run is made of is read once for each different run, and only where somebody asks: most texts
repeat a few names again and again.
"""

from __future__ import annotations

from .find import find_names
from .index import NameIndex
from .name import Name, full_forms, is_full
from .words import is_of_place

__all__ = ["Name", "NameIndex", "find_names", "full_forms", "is_full", "is_of_place"]
