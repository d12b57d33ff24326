"""Court reports for quoteattr: who asks behind *Q.*, who answers behind *A.*, whose testimony it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from quoteattr import Candidate, Extension, Mention, Passage, Pattern, RuleSet, Vocabulary, rule

__all__ = ["answer", "court", "of_testimony", "question"]

# MR. VANCE in "CROSS-EXAMINATION BY MR. VANCE", Dr. Ada Moss in "THE WITNESS, Dr. Ada Moss, was sworn" and the like
_NAME = r"(?P<name>(?:(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
_EXAMINER = re.compile(rf"EXAMINATION BY {_NAME}")
_WITNESS = re.compile(
    rf"(?:WITNESS|witness),? {_NAME}|{_NAME.replace('name', 'sworn')},? (?:was|having been)(?: duly)? sworn"
)


@rule(confidence=0.95)
def question(passage: Passage) -> Candidate | None:
    """*Q.* is asked by the one whom the heading of the examination names.

    + The witness, [Ann Lee]2, was sworn.
      DIRECT EXAMINATION BY [MS. OKORO]1+3
      Q. <Where was the map kept?>1
      A. <In the drawer.>2
      Q. <Who had the key?>3
    + [ADA MOSS]2, having been sworn, testified.
      CROSS-EXAMINATION BY [MR. VANCE]1+3
      Q. <Is it late?>1
      A. <It is.>2
      Q. <Is it too late?>3
    - [THE COURT]: <Call your witness.>
      [MS. OKORO]2: <The State calls Ann Lee.>2
      [THE COURT]3: <Proceed.>3
    """
    return _by_label("Q", _EXAMINER, passage)


@rule(confidence=0.95)
def answer(passage: Passage) -> Candidate | None:
    """*A.* is answered by the witness last called.

    + The witness, [Dr. Ada Moss]2, was sworn.
      EXAMINATION BY [MS. OKORO]1+3
      Q. <Where was the map kept?>1
      A. <In the drawer.>2
      Q. <Who had the key?>3
    + [ADA MOSS]2, having been sworn, testified.
      CROSS-EXAMINATION BY [MR. VANCE]1+3
      Q. <Is it late?>1
      A. <It is.>2
      Q. <Is it too late?>3
    - [THE COURT]: <Call your witness.>
      [MS. OKORO]2: <The State calls Ann Lee.>2
      [THE COURT]3: <Proceed.>3
    """
    return _by_label("A", _WITNESS, passage)


def _by_label(label: str, names: re.Pattern[str], passage: Passage) -> Candidate | None:
    """The quotation behind a label, as the words of whoever was last named so before it."""
    quotation = passage.quotation
    if quotation.label is None or quotation.label.text != label:
        return None
    ends, spans = _named(names, passage.text)
    at = bisect_right(ends, quotation.span.start)
    if not at:
        return None
    source = passage.span(*spans[at - 1])
    return Candidate(quotation, source=Mention(source, "name", source, source))


@lru_cache(maxsize=4)
def _named(names: re.Pattern[str], text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Where each naming of a text ends, and the name in it: looked for once, not again for each quotation."""
    ends, spans = [], []
    for found in names.finditer(text):
        ends.append(found.end())
        spans.append(next(span for group in names.groupindex.values() if (span := found.span(group)) != (-1, -1)))
    return ends, spans


_TESTIMONY = Pattern(
    """
    CONTENT ,? \\(? (his | her | the)? {testimony of} SOURCE |
    {on the testimony of} SOURCE ... CONTENT
    """
)


@rule(confidence=0.9)
def of_testimony(passage: Passage) -> Candidate | None:
    """The content is the testimony of whoever is named behind it, or before.

    + <“I never saw the map”> ({testimony of} [Ada Moss]).
    + {On the testimony of} [the guard], the door was <“never locked.”>
    - The testimony of Ada Moss filled the “blue book” of the court.
    """
    return _TESTIMONY.candidate(passage)


def _extend(rules: RuleSet) -> RuleSet:
    """The rules of a transcript before that of bare labels, those of a report before the scare quotes."""
    return rules.before("label_content", question, answer).before("scare", of_testimony)


court = Extension(
    rules=_extend,
    vocabulary=Vocabulary(
        cues=[{"lemma": "depone", "frames": "that,quote"}],
        roles=[{"noun": "prothonotary", "plural": "prothonotaries"}],
        abbreviations=["Atty.", "Def."],
    ),
)
"""What the entry point names: the rules and the words of a court."""
