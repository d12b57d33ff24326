"""Deeds: what the narration tells of somebody beside speech: that they say something, think, look on or are silent.

Whoever has been told to say something is answered: *Ida said that it was late. | “Late?”*; so is whoever listens, and
whoever is silent does not speak. What else people do tells little.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .lexicon import Lexicon

_WORDS = re.compile(r"[^\W\d_]+|[.;:!?“”\"]")
_REACH, _MOST = 90, 7
"""The verb is sought in so many characters and words."""
_ENDS = frozenset('.;:!?“”"')
_OTHERS = frozenset("he she i they who".split())
_BY_CUE: Mapping[str, str] = {
    "speech": "says something", "writing": "says something", "judgement": "says something", "thought": "thinks",
}  # fmt: skip
"""What the classes of verbs that may be cues tell."""
_LOOKING = frozenset("see listen watch look wait".split())
_SILENT = frozenset("silent speechless mute".split())
_NOTHING = ("nothing", "no answer", "no reply", "no word", "not a word", "no more", "silent")
_NOT = frozenset("not never".split())


def deed_behind(text: str, start: int, lexicon: Lexicon) -> str:
    """What the first verb behind a subject tells that they do; empty for what tells little.

    >>> from quoteattr.lexicon import english
    >>> told = "Ida at once told him so.", "Ida listened.", "Ida made no answer.", "Ida did not reply.", "Ida; it rose."
    >>> [deed_behind(sentence, 3, english()) for sentence in told]
    ['says something', 'looks on', 'is silent', 'is silent', '']
    """
    words = [word.lower() for word in _WORDS.findall(text, start, start + _REACH)]
    for at, word in enumerate(words[:_MOST]):
        if word in _SILENT:
            return "is silent"
        if word in _ENDS or word in _OTHERS:
            break
        known = lexicon.word(word)
        if known.verb is None or not known.past or known.tag != "v":
            negated = at > 0 and words[at - 1] in _NOT and known.verb is not None and known.verb.cue == "speech"
            if negated:
                return "is silent"
            continue
        if " ".join(words[at + 1 : at + 4]).startswith(_NOTHING):
            return "is silent"
        return "looks on" if known.verb.lemma in _LOOKING else _BY_CUE.get(known.verb.cue, "")
    return ""
