"""Where reported words may end: the places, what stands there, and which of them the weights choose.

A block is a sentence; below it, what kind of clause its first word of saying stands in and that word's tense, then
the places behind the first words said where they may end: what stands there, and the words from there on.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quoteattr.boundaries import Boundaries, Start, View, boundaries_from, context_of, paired, signs_of
from quoteattr.clauses import read_clauses
from quoteattr.drafts import find_cues
from quoteattr.lexicon import english
from quoteattr.names import find_names
from quoteattr.phrases import read_sentences
from quoteattr.quotations import find_quotations
from quoteattr.words import read_words

PLACES = """\
Moe said that it rained, but the boat sank.
  main past
  , but clause | , but the boat sank.
  end | .

Moe said it rained; he left.
  main past
  ; clause | ; he left.
  end | .

Moe said it rained: he left - late - and wept.
  main past
  : clause | : he left - late - and wept.
  and V same | and wept.
  end | .

Moe said it rained because the boat sank.
  main past
  s/because | because the boat sank.
  end | .

Moe said it rained, while Lee says it froze.
  main past
  , s cue/while | , while Lee says it froze.
  end | .

Moe said it rained, Lee said.
  main past
  , frame | , Lee said.
  end | .

Moe said it rained, said Lee.
  main past
  , V cue | , said Lee.
  end | .

Moe said it rained and left.
  main past
  and V same | and left.
  end | .

Moe said it rained and would leave.
  main past
  and V modal | and would leave.
  end | .

Moe said it rained and is late.
  main past
  and B is | and is late.
  end | .

Moe said it rained and warned that it froze.
  main past
  and V cue | and warned that it froze.
  end | .

Moe said it rained, adding that it froze.
  main past
  , G cue/add | , adding that it froze.
  end | .

Moe said it rained, leaving Lee there.
  main past
  , G/leave | , leaving Lee there.
  end | .

Moe said it rained, built in May.
  main past
  , E/build | , built in May.
  end | .

Moe said it rained, who left.
  main past
  , w/who | , who left.
  end | .

Moe said it rained, and Lee, who left, wept.
  main past
  , and clause | , and Lee, who left, wept.
  , w/who | , who left, wept.
  , V same | , wept.
  end | .

Moe said it rained, in Ulm, on Monday.
  main past
  , P/in | , in Ulm, on Monday.
  , P/on | , on Monday.
  end | .

Moe said it rained (and froze), and left.
  main past
  , and V same | , and left.
  end | .

Moe said it was “late,” and left.
  main past
  , and V same | and left.
  end | .

Moe said it was “late” and old.
  main past
  , and j | and old.
  end | .

Moe said it rained, he and the clerk.
  main past
  , pronoun | , he and the clerk.
  and noun | and the clerk.
  end | .

Moe said it rained ... and froze.
  main past
  ~ and V same | ... and froze.
  end | .

“It is late,” said Moe, who said it rained, and left.
  main past
  , w/who | , who said it rained, and left.
  , and V same | , and left.
  end | .

If Moe said it rained, he left.
  open sub past
  , clause | , he left.
  end | .

But Moe, a clerk, said it rained.
  main past
  end | .

Lee left, and Moe said it rained.
  main past
  end | .

Lee, who said it rained, left.
  open rel past
  , V same | , left.
  end | .

The boat, Moe said it rained, left.
  main past
  , V same | , left.
  end | .

He left, if Moe said it rained.
  sub past
  end | .

He left, and if Moe said it rained, she wept.
  open sub past
  , clause | , she wept.
  end | .

He left when Moe said it rained.
  sub past
  end | .

In May Moe said it rained.
  lead past
  end | .

He wants to say it rained, Lee says.
  inf infinitive
  , frame | , Lee says.
  end | .
"""
SENTENCE = "Moe said that it rained, but the boat, which sank, was said to be old, and Lee left."


def lay_out(sentence: str) -> tuple[View, Start]:
    """A sentence, and what its first word of saying says."""
    lexicon = english()
    quotations, _ = find_quotations(sentence, [(0, len(sentence))])
    named = find_names(sentence, lexicon, ()).named
    words = read_words(sentence, 0, len(sentence), quotations, lexicon, named)
    ((found,),) = read_sentences([words], lexicon)
    view = View(read_clauses(found, lexicon), lexicon)
    cued = next(find_cues(view, ("speech",)))
    group = view.group(cued.at)
    assert group is not None
    context = context_of(view, cued.clause)
    return view, Start(view.skip(cued.after, "rTt"), "clause", context, group.form, cued.lemma, cued.kind)


def places_of(sentence: str) -> Iterator[str]:
    """The places where what is said may end, a line each."""
    view, start = lay_out(sentence)
    yield f"  {start.context} {start.tense}"
    for at, kind in boundaries_from(view, start.first, start.tense):
        yield f"  {kind} | {sentence[view.phrases[at].start :]}"


@pytest.mark.parametrize("block", PLACES.strip("\n").split("\n\n"))
def test_a_statement_may_end_at_these_places(block: str) -> None:
    sentence, *lines = block.split("\n")
    assert list(places_of(sentence)) == lines


def test_a_place_has_signs_of_what_stands_before_it_and_behind() -> None:
    view, start = lay_out(SENTENCE)
    pairs = paired(boundaries_from(view, start.first, start.tense))
    signs = [set(signs_of(view, start, at, kind, beyond)) for (at, kind), beyond in pairs]
    assert signs[0] == {
        "base", ", but clause cue", "clause , but clause cue", "clause main , but clause cue", "clause of say",
        "speech at , but clause cue",
        ", commas before 0", ", commas behind 3", "clause , verbs behind 3", "clause left 5",
        ", but clause cue same tense True", "clause same tense True modal False",
        "clause , but clause cue before , w", ", but clause cue for 3",
    }  # fmt: skip
    assert {", w", ", w/which", ", commas before 1", ", commas behind 2"} <= signs[1]
    assert {"same verb", "same verb ,", ", V cue", ", commas before 2", "clause , verbs behind 2"} <= signs[2]
    assert {"clause , verbs behind 1", "clause left 1", ", and clause same tense True"} <= signs[3]
    assert {"e commas before 3", "e commas behind 0", "clause e verbs behind 0", "clause left 0"} <= signs[-1]


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ({}, SENTENCE[14:-1]),
        ({"base": 9.0}, "it rained"),
        ({"base": -9.0}, SENTENCE[14:-1]),
        ({"base": -9.0, ", and clause": 18.0}, "it rained, but the boat, which sank, was said to be old"),
        ({"base": -9.0, "same verb": 18.0}, "it rained, but the boat, which sank"),
        ({"base": -0.6}, "it rained, but the boat, which sank"),  # never quite wrong, wherever it ends
    ],
)
def test_a_statement_ends_where_the_weights_have_it_most_likely(weights: dict[str, float], said: str) -> None:
    view, start = lay_out(SENTENCE)
    stop = Boundaries(weights).end(view, start)
    assert SENTENCE[view.phrases[start.first].start : view.phrases[stop - 1].end] == said


def test_what_goes_on_before_its_verb_has_not_ended() -> None:
    view, start = lay_out("Moe said that the boat, which sank, was old.")
    assert Boundaries({"base": 9.0}).end(view, start) == len(view.phrases) - 1
