"""What speaks for a reading of a reporting word, and against it: the clues of each of its frames."""

from __future__ import annotations

import pytest

from quoteattr.boundaries import Boundaries
from quoteattr.clues import clues_of
from quoteattr.drafts import find_cues, find_drafts
from tests.test_drafts import lay_out

CLUES = {
    "Moe said it rained. | clause": (
        "from name, in main, opens pronoun, long 2, ends ., near 1, opens with it, tense past, not np"
    ),
    "The clerk had not said that it rained. | that": (
        "from person, in main, opens pronoun, long 2, ends ., near 1, opens with it, negative, perfect, tense past"
    ),
    "The council would say that the crews of Ulm sank. | that": (
        "from body, in main, opens person, long 4, ends ., near 1, modal, tense base"
    ),
    "It said that reports were lost. | that": "from it, in main, opens document, long 2, ends ., near 1, tense past",
    "Lee knew that Moe said it rained. | clause": (
        "from name, in comp, opens pronoun, long 2, ends ., near 1, opens with it, tense past, under cue, not np"
    ),
    "Lee made sure that Moe said it rained. | clause": (
        "from name, in comp, opens pronoun, long 2, ends ., near 1, opens with it, tense past, under verb, not np"
    ),
    "The crew praised the old bells of Ulm. | np": (
        "not Y of, from person, in main, opens thing, long 4, ends ., near 1, of praise thing, opens thing, tense past"
    ),
    "Keeper: it rained. | label": (
        "from person, in none, opens pronoun, long 2, ends ., near 1, opens with it, label False"
    ),
    "Moe’s claim that it rained was read. | that": (
        "from owner, in none, opens pronoun, long 2, ends V, near 0, opens with it"
    ),
}
"""Sentences with a frame, and the clues of that reading that do not name its word and frame."""


def told(sentence: str, frame: str) -> list[str]:
    """The clues of the first reading that has a frame, without what they are counted under."""
    view = lay_out(sentence)
    drafts = [draft for cued in find_cues(view) for draft in find_drafts(view, cued, Boundaries({}))]
    draft = next(draft for draft in drafts if draft.frame == frame)
    clues = clues_of(view, draft)
    return [clue.removeprefix(f"{draft.group} ") for clue in clues[6:]]


@pytest.mark.parametrize("line", CLUES)
def test_a_reading_has_these_clues(line: str) -> None:
    assert sorted(told(*line.split(" | "))) == sorted(CLUES[line].split(", "))
