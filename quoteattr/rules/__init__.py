"""The built-in rules, in the order in which they are asked: the surest first."""

# Confidences: how sure a single source is, a table tells (see ``confidences``). The figure at each rule stands in
# where the table does not know the rule: the share of right ones among its sources on annotated news, drawn towards
# .85 where fewer than 20 were seen, (right + 17) / (n + 20). A rule that goes on with an earlier quotation passes on
# the confidence of that one. The rules for what nobody says have the share of their quotations that no annotation
# touches; `unsaid` and `no_source` are estimates.

from __future__ import annotations

from ..rule import RuleSet
from .adjacent import (
    according_to_content,
    any_verb_beside,
    content_according_to,
    content_cue_source,
    content_passive_agent,
    content_source_cue,
    cue_content,
)
from .clauses import (
    clause_around_content,
    in_the_words_of,
    noun_cue,
    report_at_the_end,
    report_inserted,
)
from .continued import reopened, row_goes_on, speech_goes_on, split_by_cue
from .dialogue import no_source
from .labels import colon_content, content_byline, label_content, paragraph_introduced
from .silent import heading, scare, title_of_work, unsaid

RULES = RuleSet(
    (
        reopened,
        heading,
        title_of_work,
        paragraph_introduced,
        label_content,
        split_by_cue,
        cue_content,
        content_cue_source,
        content_source_cue,
        content_passive_agent,
        content_according_to,
        clause_around_content,
        according_to_content,
        in_the_words_of,
        report_inserted,
        report_at_the_end,
        noun_cue,
        unsaid,
        any_verb_beside,
        colon_content,
        content_byline,
        speech_goes_on,
        row_goes_on,
        scare,
        no_source,
    )
)
