"""How right attributions are: figures against gold, what each rule gives, and floors under the figures.

A gold file has one document a line (:meth:`quoteattr.Result.to_dict` gives the same shape): its ``text``
and its ``attributions``, optionally its ``speakers`` and the stretches ``not_said``. Every figure is a
share of counts, named in :data:`FIGURES` with what it means. What is counted:

* A predicted quotation is about the gold one that it overlaps best; a quotation inside another
  predicted one that is about the same gold is left out. A gold quotation is *found* when predictions
  cover half of its words in quotation marks.
* A predicted mention or cue is right when most of it lies in the gold one: gold mentions may run on.
  Where several predictions are about one gold quotation, all that name a source must be right.
* A speaker is right when its name, or most of its aliases, are names of the gold speaker.
* Indirect contents are paired with the gold ones one to one, best first, where they share half of
  what they cover together.
"""

from __future__ import annotations

from quoteattr.evaluate.ablate import Ablated, ablate
from quoteattr.evaluate.compare import Change, changes
from quoteattr.evaluate.gold import Document, Entry, Predict, predictor, read_gold
from quoteattr.evaluate.intervals import interval
from quoteattr.evaluate.readers import read
from quoteattr.evaluate.tally import SHARES, Tally, evaluate, figures

__all__ = [
    "SHARES",
    "Ablated",
    "Change",
    "Document",
    "Entry",
    "Predict",
    "Tally",
    "ablate",
    "changes",
    "evaluate",
    "figures",
    "interval",
    "predictor",
    "read",
    "read_gold",
]
