"""Clause: a verb with its subject; read_clauses: the clauses of a sentence, read once from left to right.

The reader keeps the clause that is open and, through it, those around it. A clause never changes:
what is learnt of it makes a new one, so that the clause open at a quotation can be kept as it was
there. The reading decides, at each finite verb, what its subject is:

- a mention that waits for a verb (*Moe, who …, a clerk, | said*);
- a mention just before it, after a sign, *and* or a quotation: a clause beside the last one;
- the object of a verb that takes a clause (*said | Moe won*): a clause inside the last one;
- nothing: the subject of the clause before (*Moe shrugged and | said*), or what follows it behind
  a quotation (*“…,” | said Moe*).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..lexicon import Lexicon
from ..phrases import Phrase, Sentence
from .clause import Clause, Reading
from .coordinations import AGAINST
from .insertions import behind_described
from .mentions import read_mention, read_time
from .nonfinite import read_gerund, read_infinitive, read_participle
from .openings import read_coordinator, read_preposition, read_relative, read_subordinator, read_that
from .quoted import read_quotation
from .reader import Reader, last_sign
from .signs import close_bracket, open_bracket, read_sign
from .takes import reports_on, takes_clause, takes_hearer
from .verbs import read_verb

__all__ = [
    "AGAINST", "Clause", "Reading", "behind_described", "read_clauses", "reports_on", "takes_clause",
    "takes_hearer",
]  # fmt: skip

_HANDLERS: Mapping[str, Callable[[Reader, int, Phrase], None]] = {
    "M": read_mention, "V": read_verb, "B": read_verb, "Q": read_quotation, "P": read_preposition,
    "G": read_gerund, "E": read_participle, "I": read_infinitive, "t": read_that, "w": read_relative,
    "T": read_time, "s": read_subordinator, "c": read_coordinator, ",": read_sign, "-": read_sign,
    ";": read_sign, ":": read_sign, "(": open_bracket, ")": close_bracket,
}  # fmt: skip
_BY_KINDS = frozenset("Q QMV. QMVM. QMVr. MVQ MV,Q MV:Q MVM:Q".split())
"""Sentences whose words tell nothing of their clauses: all that does are the kinds of their phrases, and a comma at the
end of what is quoted."""
_Told = tuple[Clause, Mapping[int, Clause], Mapping[int, Clause], Mapping[int, int]]
_told: dict[tuple[str, bool], _Told] = {}  # their clauses, read once for all of a kind


def read_clauses(sentence: Sentence, lexicon: Lexicon) -> Reading:
    """The clauses of a sentence."""
    kinds = sentence.kinds
    if kinds not in _BY_KINDS:
        return _read(sentence, lexicon)
    quotation = sentence.phrases[kinds.index("Q")].quotation
    comma = quotation is not None and last_sign(sentence.words.text, quotation.inner) == ","
    told = _told.get((kinds, comma))
    if told is None:
        read = _read(sentence, lexicon)
        told = _told[kinds, comma] = read.last, read.open_at, read.of_verb, read.of_subject
    return Reading(sentence, *told)


def _read(sentence: Sentence, lexicon: Lexicon) -> Reading:
    reader = Reader(sentence, lexicon.places)
    for at, phrase in enumerate(reader.phrases):
        handler = _HANDLERS.get(phrase[0])  # its kind
        if handler is not None:
            handler(reader, at, phrase)
    return Reading(sentence, reader.top, reader.open_at, reader.of_verb, reader.of_subject, reader.begin)
