"""What is made of a reading: the cue with its extent, the source with all that describes it, who is told, the words.

A block is a sentence and, for each of its reporting words, of its first reading as a clause, else of any: the rule,
the cue and in brackets its extent, the source and in brackets its extent, who is told, the content and its clause.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quoteattr.boundaries import Boundaries, View
from quoteattr.clauses import read_clauses
from quoteattr.drafts import find_cues, find_drafts
from quoteattr.lexicon import english
from quoteattr.names import find_names
from quoteattr.phrases import read_sentences
from quoteattr.quotations import find_quotations
from quoteattr.reports import Maker
from quoteattr.words import read_words

MADE = """\
Moe said on Monday that it rained.
  source_cue_that_content, verb said [said]
    Moe [Moe]: it rained [that it rained]

Moe also said it rained.
  source_cue_clause, verb said [also said]
    Moe [Moe]: it rained [it rained]

Moe, a clerk who keeps the keys, had never once warned that it was out.
  source_cue_that_content, verb warned [had never once warned]
    Moe [Moe, a clerk who keeps the keys]: it was out [that it was out] (unsaid)

Moe told Lee that it rained.
  source_cue_that_content, verb told [told]
    Moe [Moe] to Lee: it rained [that it rained]

Lee was told by Moe that it rained.
  source_cue_that_content, verb told [was told]
    Moe [Moe]: it rained [that it rained]

Moe was quoted as saying that it rained.
  source_cue_that_content, verb quoted … saying [was quoted as saying]
    Moe [Moe]: it rained [that it rained]

Moe was quite confident that it rained.
  source_cue_that_content, phrase confident [was quite confident]
    Moe [Moe]: it rained [that it rained]

Moe’s claim that it rained was old.
  source_cue_that_content, noun claim [’s claim]
    Moe [Moe]: it rained [that it rained]

His old claim that it rained was read.
  source_cue_that_content, noun claim [old claim]
    His [His]: it rained [that it rained]

The mayor’s claim about the rain was read.
  source_cue_about_content, noun claim [’s claim about]
    The mayor [The mayor]: the rain [the rain]

A claim by Moe that it rained was read.
  source_cue_that_content, noun claim [A claim]
    Moe [Moe]: it rained [that it rained]

Moe made a claim that it rained.
  source_cue_that_content, noun claim [made a claim]
    Moe [Moe]: it rained [that it rained]

Moe went to town to say that it rained.
  source_cue_that_content, verb say [to say]
    Moe [Moe]: it rained [that it rained]

Moe refused to say that it rained.
  source_cue_to_do, verb refused [refused]
    Moe [Moe]: to say that it rained [to say that it rained]
  source_cue_that_content, verb say [refused to say]
    Moe [Moe]: it rained [that it rained] (unsaid)

It rained, said Moe.
  clause_source_cue, verb said [said]
    Moe [Moe]: It rained [It rained]

It rained, according to Moe, a clerk.
  clause_source_cue, phrase according to [according to]
    Moe [Moe, a clerk]: It rained [It rained]

According to a report by the office, it rained.
  report_comma_clause, phrase According to [According to]
    a report by the office [a report by the office]: it rained [it rained]
  source_cue_about_content, noun report [a report by]
    : the office, it rained [the office, it rained]

The boat, Moe said, was late.
  clause_parted_by_report, verb said [said]
    Moe [Moe]: The boat | was late

Moe called for a vote.
  source_cue_about_content, verb called [called for]
    Moe [Moe]: a vote [a vote]

Ann Lee: Ferry Is Late
  label_content, mark : [:]
    Ann Lee [Ann Lee]: Ferry Is Late [Ferry Is Late]

Nobody said that it rained.
  source_cue_that_content, verb said [said]
    Nobody [Nobody]: it rained [that it rained] (unsaid)

Moe will say that it rained.
  source_cue_that_content, verb say [will say]
    Moe [Moe]: it rained [that it rained] (will say)

Moe and Lee, two clerks, said it rained.
  source_cue_clause, verb said [said]
    Moe and Lee [Moe and Lee, two clerks]: it rained [it rained]

The ferry is said to be late.
  source_cue_to_do, verb said [is said]
    : The ferry | to be late

The ferry, an old one, seems to be late.
  source_cue_to_do, verb seems [seems]
    : The ferry, an old one | to be late

The ferry is said to be “late” in May.
  source_cue_to_do, verb said [is said]
    : to be “late” in May [to be “late” in May]

It seems that it rained.
  source_cue_that_content, verb seems [seems]
    : it rained [that it rained]

There is hope that it rained.
  source_cue_that_content, noun hope [is hope]
    : it rained [that it rained]

It is hard to say whether it rained.
  source_cue_question, verb say [to say]
    : whether it rained [whether it rained] (will say)

It is eager to say whether it rained.
  source_cue_to_do, phrase eager [is eager]
    It [It]: to say whether it rained [to say whether it rained]
  source_cue_question, verb say [to say]
    It [It]: whether it rained [whether it rained] (will say)

It vowed to say whether it rained.
  source_cue_to_do, verb vowed [vowed]
    It [It]: to say whether it rained [to say whether it rained]
  source_cue_question, verb say [vowed to say]
    It [It]: whether it rained [whether it rained] (will say)

Moe is eager to say whether it rained.
  source_cue_to_do, phrase eager [is eager]
    Moe [Moe]: to say whether it rained [to say whether it rained]
  source_cue_question, verb say [to say]
    Moe [Moe]: whether it rained [whether it rained] (will say)

Moe urged the clerks to sail.
  source_cue_object, verb urged [urged]
    Moe [Moe]: the clerks to sail [the clerks to sail]

Moe expects the clerks to sail.
  source_cue_object, verb expects [expects]
    Moe [Moe]: the clerks to sail [the clerks to sail]

Moe said that was late.
  source_cue_that_content, verb said [said]
    Moe [Moe]: that was late [that was late]

Moe argued fiercely that it rained.
  source_cue_that_content, verb argued [argued fiercely]
    Moe [Moe]: it rained [that it rained]

Moe argued fiercely it rained.
  source_cue_clause, verb argued [argued]
    Moe [Moe]: it rained [it rained]

Moe spoke warmly of Lee.
  source_cue_about_content, verb spoke [spoke warmly of]
    Moe [Moe]: Lee [Lee]

Moe began urging the clerks to sail.
  source_cue_to_do, verb began [began]
    Moe [Moe]: urging the clerks to sail [urging the clerks to sail]
  source_cue_object, verb urging [began urging]
    Moe [Moe]: the clerks to sail [the clerks to sail]

It rained, Moe said Monday.
  clause_source_cue, verb said [said Monday]
    Moe [Moe]: It rained [It rained]

It rained, according to records seen by the court on Monday.
  clause_source_cue, phrase according to [according to]
    records [records seen by the court]: It rained [It rained]
  source_cue_about_content, verb seen [seen]
    the court [the court]: records [records]

It rained, according to a clerk in the north.
  clause_source_cue, phrase according to [according to]
    a clerk [a clerk in the north]: It rained [It rained]

According to Moe it rained in the north.

It rained, said a man who knew the north on Monday.
  clause_source_cue, verb said [said]
    a man [a man who knew the north]: It rained [It rained]
  source_cue_object, verb knew [knew]
    who [who]: the north [the north]

It rained, said a man in the north.
  clause_source_cue, verb said [said]
    a man [a man]: It rained [It rained]

Moe on Monday said it rained.
  source_cue_clause, verb said [said]
    Moe [Moe]: it rained [it rained]

The head of the board of Ulm on Monday said it rained.
  source_cue_clause, verb said [said]
    The head of the board of Ulm [The head of the board of Ulm]: it rained [it rained]

Moe accused Lee of theft.
  source_cue_object, verb accused [accused]
    Moe [Moe]: Lee of theft [Lee of theft]

Moe wants to tell Lee that it rained.
  source_cue_to_do, verb wants [wants]
    Moe [Moe]: to tell Lee that it rained [to tell Lee that it rained]
  source_cue_that_content, verb tell [wants to tell]
    Moe [Moe] to Lee: it rained [that it rained] (will say)

The plan was praised by Moe on Monday.
  source_cue_about_content, verb praised [was praised]
    Moe [Moe]: The plan [The plan]

Moe - a clerk - said it rained.
  source_cue_clause, verb said [said]
    Moe [Moe - a clerk]: it rained [it rained]

Moe cited the rain.
  source_cue_object, verb cited [cited]
    Moe [Moe]: the rain [the rain]

The plan that Moe praised sank.
  source_cue_that_content, noun plan [The plan]
    : Moe praised [that Moe praised]

Moe left, saying it rained.
  source_cue_clause, verb saying [saying]
    Moe [Moe]: it rained [it rained]

Moe’s boat, he said, was late.
  clause_parted_by_report, verb said [said]
    he [he]: Moe’s boat | was late

It rained, said Moe, a clerk.
  clause_source_cue, verb said [said]
    Moe [Moe, a clerk]: It rained [It rained]

It rained, said Moe, who keeps the keys.
  clause_source_cue, verb said [said]
    Moe [Moe, who keeps the keys]: It rained [It rained]

Moe, who was told by Lee that it rained, left.
  source_cue_that_content, verb told [was told]
    Lee [Lee]: it rained [that it rained]

The clerk who said it rained left.
  source_cue_clause, verb said [said]
    who [who]: it rained left [it rained left]

Moe, whom Lee told that it rained, left.
  source_cue_that_content, verb told [told]
    Lee [Lee]: it rained [that it rained]

There was a report from the coast guard that it rained.
  source_cue_that_content, noun report [a report]
    the coast guard [the coast guard]: it rained [that it rained]

Her worries that it would rain were old.
  source_cue_that_content, noun worries [worries]
    Her [Her]: it would rain [that it would rain]

Moe’s biggest worry about it is the rain.
  source_cue_about_content, noun worry [’s biggest worry about]
    Moe [Moe]: it [it]

Moe, of Ulm, said it rained.
  source_cue_clause, verb said [said]
    Moe [Moe, of Ulm]: it rained [it rained]

Moe never said it rained.
  source_cue_clause, verb said [never said]
    Moe [Moe]: it rained [it rained] (unsaid)

Moe has long said it rained.
  source_cue_clause, verb said [has long said]
    Moe [Moe]: it rained [it rained]

A clerk at the mill said it rained.
  source_cue_clause, verb said [said]
    A clerk [A clerk at the mill]: it rained [it rained]

On Monday Moe said it rained.
  source_cue_clause, verb said [said]
    Moe [Moe]: it rained [it rained]
"""


def reports_of(sentence: str) -> Iterator[str]:
    """What is made of the first reading of each reporting word."""
    lexicon = english()
    quotations, _ = find_quotations(sentence, [(0, len(sentence))])
    names = find_names(sentence, lexicon, ())
    words = read_words(sentence, 0, len(sentence), quotations, lexicon, names.named)
    ((found,),) = read_sentences([words], lexicon)
    view = View(read_clauses(found, lexicon), lexicon)
    maker = Maker(sentence, view, names)
    for cued in find_cues(view):
        drafts = find_drafts(view, cued, Boundaries({})) if cued.kind != "none" else []
        for draft in sorted(drafts, key=lambda each: each.group != "clause")[:1]:
            report = maker.report(draft, 1.0)
            source = "" if report.source is None else f"{report.source.text} [{report.source.extent.text}]"
            hearer = "" if report.addressee is None else f" to {report.addressee.text}"
            content = " | ".join(span.text for span in report.content)
            clause = "" if report.clause is None else f" [{report.clause.text}]"
            yield f"  {report.rule}, {report.cue.form} {report.cue.text} [{report.cue.extent.text}]"
            yield f"    {source}{hearer}: {content}{clause}" + f" ({report.said})" * (report.said != "said")


@pytest.mark.parametrize("block", MADE.strip("\n").split("\n\n"))
def test_a_reading_makes_this_report(block: str) -> None:
    sentence, *lines = block.split("\n")
    assert list(reports_of(sentence)) == lines
