"""Cue: the reporting words of an attribution."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from .making import maker
from .span import Span

CueForm = Literal["verb", "phrase", "noun", "mark"]


@frozen(weakref_slot=False)
class Cue:
    """The reporting words: a verb (*said*), a phrase (*according to*), a noun, or a mark.

    ``spans`` are the words themselves (two spans for *quoted … saying*), ``extent`` takes in
    auxiliaries, adverbs and adjuncts (*had said in a letter*).
    """

    spans: tuple[Span, ...]
    lemma: str
    form: CueForm
    extent: Span

    @property
    def text(self) -> str:
        """The words, several pieces joined with an ellipsis."""
        return " … ".join(span.text for span in self.spans)

    @property
    def words(self) -> str:
        r"""The text where it is words, to be listed; empty where a mark does their work (``Ann Lee: “…”``).

        >>> from quoteattr import attribute
        >>> [(one.cue.text, one.cue.words) for one in attribute("Ann Lee: “It is late.”\n\n“Is it?” asked Bo Ray.")]
        [(':', ''), ('asked', 'asked')]
        """
        return "" if self.form == "mark" else self.text

    def __str__(self) -> str:
        return self.text


make_cue = maker(Cue)
