from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from quoteattr import RULES, attribute
from quoteattr.confidences import Confidences, english_confidences
from quoteattr.markup import Marked
from quoteattr.testing import articles

SIGNS = st.lists(st.sampled_from(["rule a", "source it", "away 1", "unknown"]), min_size=1)


@given(st.dictionaries(st.sampled_from(["rule a", "source it", "away 1"]), st.floats(-5, 5)), SIGNS)
def test_a_share_lies_between_none_and_all_and_is_told_only_of_rules_in_the_table(
    weights: dict[str, float], signs: list[str]
) -> None:
    share = Confidences(weights).share(signs)
    assert (share is None) == (signs[0] not in weights)
    assert share is None or 0 <= share <= 1


def test_the_table_knows_only_rules_that_there_are() -> None:
    known = {sign.removeprefix("rule ") for sign in english_confidences().weights if sign.startswith("rule ")}
    assert known <= {rule.name for rule in RULES}
    assert len(known) > 5


def test_a_name_beside_said_is_surer_than_it_far_from_a_judgement() -> None:
    (near,) = attribute("“It is late,” said Ann Lee.")
    (far,) = attribute("It was blamed in the end, over the long winter, for what the town took as “a bad year.”")[:1]
    assert near.confidence > 0.95
    assert far.confidence < near.confidence


def test_the_more_other_verbs_report_the_less_sure_is_a_source() -> None:
    clauses = ("sat down and fed the cat", "said no and fed the cat", "said no and asked why")
    shares = [attribute(f"Ann Lee, who had {each}, called it “late.”")[-1].confidence for each in clauses]
    assert shares == sorted(set(shares), reverse=True)


@pytest.mark.parametrize("share", [0.0, 0.123, 1.0])
def test_a_rule_of_an_author_keeps_its_own_confidence(share: float) -> None:
    own = evolve(RULES["content_cue_source"], name="mine", confidence=share, weigh=None)
    (found,) = attribute("“It is late,” said Ann Lee.", rules=RULES.replace("content_cue_source", own))
    assert found.confidence == share


@given(articles(), st.floats(0, 1))
def test_what_is_less_sure_than_asked_for_is_left_out_and_nothing_else_is(answer: Marked, bar: float) -> None:
    for all_of, sure in zip(attribute(answer.text), attribute(answer.text, min_confidence=bar), strict=True):
        assert sure.source == (all_of.source if all_of.confidence >= bar else None)
        assert sure.speaker is None or sure.speaker == all_of.speaker
        assert (sure.speaker is not None) == (
            all_of.speaker is not None and all_of.speaker_confidence >= bar <= all_of.confidence
        )
