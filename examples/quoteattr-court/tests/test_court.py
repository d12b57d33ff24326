"""The rules of the extension, checked as it is installed: by its name."""

from __future__ import annotations

import pytest
from quoteattr_court import answer, court, of_testimony, question

from quoteattr import RULES, Rule, attribute
from quoteattr.testing import check_laws, check_rule

TRANSCRIPT = """\
The witness, Dr. Ada Moss, was sworn.

DIRECT EXAMINATION BY MS. OKORO

Q. Where was the map kept?

A. In the drawer of the desk.

CROSS-EXAMINATION BY MR. VANCE

Q. Who had the key?

A. Only the guard.

MR. VANCE: Nothing further.

THE COURT: You may step down.

“The guard never lost it,” the witness testified.
"""


@pytest.mark.parametrize("rule", [question, answer, of_testimony], ids=lambda rule: rule.name)
def test_the_rules_do_what_their_examples_say(rule: Rule) -> None:
    check_rule(rule, court.rules(RULES))


def test_the_installed_extension_tells_who_asks_and_who_answers() -> None:
    found = [(one.source and one.source.text, one.rule) for one in attribute(TRANSCRIPT, extensions=["court"])]
    assert found[:4] == [
        ("MS. OKORO", "question"),
        ("Dr. Ada Moss", "answer"),
        ("MR. VANCE", "question"),
        ("Dr. Ada Moss", "answer"),
    ]
    assert found[4:6] == [("MR. VANCE", "label_content"), ("THE COURT", "label_content")]
    assert found[-1] == ("the witness", "content_source_cue")


def test_the_words_of_a_court_are_known() -> None:
    (found,) = attribute("The prothonotary deponed that Def. Lee was late.", extensions=["court"])
    assert (str(found.source), str(found.cue), found.text) == ("The prothonotary", "deponed", "Def. Lee was late")


def test_one_that_is_not_asked_for_changes_nothing() -> None:
    assert attribute(TRANSCRIPT).attributions != attribute(TRANSCRIPT, extensions=["court"]).attributions
    assert {one.rule for one in attribute(TRANSCRIPT)}.isdisjoint({"question", "answer"})


def test_the_laws_of_results_hold() -> None:
    check_laws(TRANSCRIPT, lambda text: attribute(text, extensions=["court"]))
