"""The clauses of a sentence: each verb with the kind of its clause, its subject, and the clause around it.

A block is a sentence and, below it, its verbs in their order; then, for each quotation, the clause that is open there.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quoteattr import clauses
from quoteattr.clauses import Clause, Reading, read_clauses
from quoteattr.lexicon import english
from quoteattr.names import find_names
from quoteattr.phrases import read_sentences
from quoteattr.quotations import find_quotations
from quoteattr.words import read_words

CLAUSES = """\
Then came the news that the bank had failed.
  main came of the news
  comp had failed of the bank in main came
  the news: came
  the bank: had failed

Moe said the author of “Swans” was late.
  main said of Moe
  comp was of the author in main said
  Moe: said
  the author: was
  “Swans” in main said of Moe

In Ann Hale it hid.
  main hid of it
  it: hid

That said, he left.
  main left of he
  he: left

The “late” bus left.
  main left of bus
  bus: left
  “late” in main of The

The unions picket outside the gate, and Ann Lee called it late.
  main called of Ann Lee
  Ann Lee: called

As Moe notes, it is late.
  sub notes of Moe in main
  main is of it
  Moe: notes
  it: is

He left, the records show.
  main left of He
  main show of the records
  He: left
  the records: show

If he says “no,” we leave.
  sub says of he in main
  main leave of we
  he: says
  we: leave
  “no,” in sub says of he in main

Lee was quoted as saying “no.”
  main was quoted of Lee
  part saying of Lee in main was quoted
  Lee: was quoted
  “no.” in part saying of Lee in main was quoted

Keeper Says Lamp Is Out.
  main Says of Keeper
  comp Is of Lamp in main Says
  Keeper: Says
  Lamp: Is

He reads stories that surprise him.
  main reads of He
  rel surprise of stories in main reads
  He: reads

The sign said “Keep out!” and he did.
  main said of The sign
  main did of he
  The sign: said
  he: did
  “Keep out!” in main said of The sign

She wanted to say “yes” but sneezed.
  main wanted of She
  inf to say of She in main wanted
  main sneezed of She
  She: wanted
  “yes” in inf to say of She in main wanted

They want to plant a hedge and make it high.
  main want of They
  inf to plant of They in main want
  inf make of They in main want
  They: want

He pressed the button marked “Do not press.”
  main pressed of He
  part marked of the button in main pressed
  He: pressed
  the button: marked
  “Do not press.” in part marked of the button in main pressed

Lee said that the lamp was out, but Bo slept.
  main said of Lee
  comp was of the lamp in main said
  main slept of Bo
  Lee: said
  the lamp: was
  Bo: slept

Police found a note saying “I took the duck.”
  main found of Police
  part saying of a note in main found
  Police: found
  “I took the duck.” in part saying of a note in main found

Some smiths - a few of them old - warn that it sank.
  main warn of Some smiths
  comp sank of it in main warn
  Some smiths: warn
  it: sank

“This is not a drill,” said in a flat voice the driver.
  main said of the driver
  the driver: said
  “This is not a drill,” in main

Bo, Ida and Karl Lund called their father “a kind storm.”
  main called of Bo
  Bo: called
  “a kind storm.” in main called of Bo

She left with the son of the smith saying that it was late.
  main left of She
  part saying of the son in main left
  comp was of it in part saying in main left
  She: left
  it: was

The inspector said the man who sold the tickets had vanished.
  main said of The inspector
  rel sold of the man in main said
  comp had vanished of the man in main said
  The inspector: said
  the man: had vanished

“He paid in buttons,” said a man who gave his name only as Lutz.
  main said of a man
  rel gave of a man in main said
  a man: said
  “He paid in buttons,” in main

Critic Jarl Boman said “The Last Turnip” was “two hours too long.”
  main said of Critic Jarl Boman
  comp was in main said
  Critic Jarl Boman: said
  “The Last Turnip” in main said of Critic Jarl Boman
  “two hours too long.” in comp was in main said

Otmar Brand said he felt “hollow,” and later added: “Like a drum.”
  main said of Otmar Brand
  comp felt of he in main said
  main added of Otmar Brand
  Otmar Brand: said
  he: felt
  “hollow,” in comp felt of he in main said
  “Like a drum.” in main added of Otmar Brand

The palace issued a statement saying “the swans have been spoken to.”
  main issued of The palace
  part saying of The palace in main issued
  The palace: issued
  “the swans have been spoken to.” in part saying of The palace in main issued

The curator said the vase, which was made in 1720, had been glued twice.
  main said of The curator
  rel was made of the vase in main said
  comp had been glued of the vase in main said
  The curator: said
  the vase: had been glued

The airline sent passengers a message reading: “Your plane is having a rest.”
  main sent of The airline
  part reading of The airline in main sent
  The airline: sent
  “Your plane is having a rest.” in part reading of The airline in main sent

Pietro Galli paid for the meal and Lucasta Bray said: “It was worth the fish.”
  main paid of Pietro Galli
  main said of Lucasta Bray
  Pietro Galli: paid
  Lucasta Bray: said
  “It was worth the fish.” in main said of Lucasta Bray

The committee criticised the way in which the ferry was bought as “shopping in the dark.”
  main criticised of The committee
  rel was bought of the ferry in main criticised
  The committee: criticised
  “shopping in the dark.” in rel was bought of the ferry in main criticised

“He was the salt of the lake,” said Pastor Emil Quade of Anders Silk, who drowned on Friday.
  main said of Pastor Emil Quade
  rel drowned of Pastor Emil Quade in main said
  Pastor Emil Quade: said
  “He was the salt of the lake,” in main

Dr. Mirela Pop, a vet from Cluj who treats nothing but owls, said they are “terrible patients.”
  rel treats of a vet in main
  main said of Dr. Mirela Pop
  comp are of they in main said
  Dr. Mirela Pop: said
  they: are
  “terrible patients.” in comp are of they in main said

Moe himself said it was late.
  main said of Moe
  comp was of it in main said
  Moe: said
  it: was

Moe shrugged and said it was late.
  main shrugged of Moe
  main said of Moe
  comp was of it in main said
  Moe: shrugged
  it: was

Moe, who sat down, said it was late.
  rel sat of Moe in main
  main said of Moe
  comp was of it in main said
  Moe: said
  it: was

Moe said it was late and he was tired.
  main said of Moe
  comp was of it in main said
  comp was tired of he in main said
  Moe: said
  it: was
  he: was tired

Moe said it was late, but he, once again, pledged to go.
  main said of Moe
  comp was of it in main said
  main pledged of he
  inf to go of he in main pledged
  Moe: said
  it: was
  he: pledged

Moe, in Berea, Ohio, said it was late.
  main said of Moe
  comp was of it in main said
  Moe: said
  it: was

“It is late,” said he and his aunt.
  main said of he
  he: said
  “It is late,” in main

She said, if asked, she would go.
  main said of She
  part asked of She in sub in main said
  comp would go of she in main said
  She: said
  she: would go

Moe said the judge, a veteran, was late.
  main said of Moe
  comp was of the judge in main said
  Moe: said
  the judge: was

The address “was late,” said Moe.
  main said of Moe
  Moe: said
  “was late,” in main of The address

They urged Moe to go.
  main urged of They
  inf to go of Moe in main urged
  They: urged

They led Moe to ask for it.
  main led of They
  inf to ask of Moe in main led
  They: led

They left Moe asking for it.
  main left of They
  part asking of Moe in main left
  They: left

Moe came in, shouting.
  main came of Moe
  part shouting of Moe in main came
  Moe: came

When Moe left, Lee wept.
  sub left of Moe in main
  main wept of Lee
  Moe: left
  Lee: wept

Moe asked who had left.
  main asked of Moe
  wh had left of who in main asked
  Moe: asked
  who: had left

Moe asked where dozens had met, chanting.
  main asked of Moe
  wh had met of dozens in main asked
  part chanting of dozens in wh had met in main asked
  Moe: asked
  dozens: had met

Lee met the man whose boat sank.
  main met of Lee
  rel sank of boat in main met
  Lee: met

Moe (he was old) left.
  main was of he
  main left of Moe
  Moe: left
  he: was

He wrote to Moe on camera, who said no.
  main wrote of He
  rel said of Moe in main wrote
  He: wrote

An ad titled “Late” ran.
  part titled of An ad in main
  main ran of An ad
  An ad: ran
  “Late” in part titled of An ad in main

Moe, a clerk, said she was late.
  main said of Moe
  comp was of she in main said
  Moe: said
  she: was

He and Lee left: “We go.”
  main left of He
  He: left
  “We go.” in main left of He

Moe planned to go, but the boat sank.
  main planned of Moe
  inf to go of Moe in main planned
  main sank of the boat
  Moe: planned
  the boat: sank

Moe could go and said so.
  main could go of Moe
  main said of Moe
  Moe: could go

Moe laughed; Lee wept.
  main laughed of Moe
  main wept of Lee
  Moe: laughed
  Lee: wept

In the bar, Moe and Lee sat.
  main sat of Moe
  Moe: sat

Moe told Lee she was late.
  main told of Moe
  comp was of she in main told
  Moe: told
  she: was

Moe told Lee that she was late.
  main told of Moe
  comp was of she in main told
  Moe: told
  she: was

“It is,” he said, “late.”
  main said of he
  he: said
  “It is,” in main
  “late.” in main said of he

“It is late,” he told Lee, and left.
  main told of he
  main left of he
  he: told
  “It is late,” in main

The ship, said Moe, was late.
  main said of Moe
  main was of The ship
  The ship: was
  Moe: said

The ship, Moe said, was late.
  main said of Moe
  main was of The ship
  The ship: was
  Moe: said

The ship, Moe told Lee, was late.
  main told of Moe
  main was of Lee
  Moe: told
  Lee: was

They said “The Swan” was dull.
  main said of They
  comp was in main said
  They: said
  “The Swan” in main said of They

On Monday in Ulm he and Lee left.
  main left of he
  he: left

Moe knows what Lee said.
  main knows of Moe
  wh said of Lee in main knows
  Moe: knows
  Lee: said

Moe was glad that Lee left.
  main was of Moe
  comp left of Lee in main was
  Moe: was
  Lee: left

Moe and Lee, a clerk, left.
  main left of Moe
  Moe: left

“Go,” he said, and his aunt left.
  main said of he
  main left of his aunt
  he: said
  his aunt: left
  “Go,” in main

Moe went, but said he would stay.
  main went of Moe
  main said of Moe
  comp would stay of he in main said
  Moe: went
  he: would stay

Moe said he would go, but is here.
  main said of Moe
  comp would go of he in main said
  main is of Moe
  Moe: said
  he: would go

Moe said if it rained he would stay.
  main said of Moe
  sub rained of it in main said
  comp would stay of he in sub rained in main said
  Moe: said
  it: rained
  he: would stay

Moe, with Lee saying no, left.
  part saying of Lee in main
  main left of Moe
  Moe: left

The head of the board, who sat there, left.
  rel sat of The head in main
  main left of The head
  The head: left

Moe left) early.
  main left of Moe
  Moe: left

Moe left the boat asking why.
  main left of Moe
  part asking of Moe in main left
  Moe: left

Moe met the clerk, asking why.
  main met of Moe
  part asking of Moe in main met
  Moe: met

Moe met Lee asking why.
  main met of Moe
  part asking of Lee in main met
  Moe: met

Moe made a report saying no.
  main made of Moe
  part saying of Moe in main made
  Moe: made

Moe found a report saying no.
  main found of Moe
  part saying of a report in main found
  Moe: found

Moe found a note, saying no.
  main found of Moe
  part saying of Moe in main found
  Moe: found

Moe knows a man that Lee met.
  main knows of Moe
  rel met of Lee in main knows
  Moe: knows

In a boat painted by Lee, Moe left.
  part painted of a boat in main
  main left of Moe
  Moe: left

Lee knew that what Moe said Monday was odd.
  main knew of Lee
  wh said of Moe in comp in main knew
  comp was in main knew
  Lee: knew
  Moe: said

Lee wrote that Moe said Monday was late.
  main wrote of Lee
  comp said of Moe in main wrote
  comp was of Monday in comp said in main wrote
  Lee: wrote
  Moe: said
  Monday: was

Moe said the next weeks would kill it.
  main said of Moe
  comp would kill of the next weeks in main said
  Moe: said
  the next weeks: would kill

What Moe said Monday was odd.
  wh said of Moe in main
  main was
  Moe: said

Moe said (Lee left.
  main said of Moe
  comp left of Lee in main said
  Moe: said
  Lee: left

Moe said (Lee knew) it was late.
  main said of Moe
  main knew of Lee
  comp was of it in main said
  Moe: said
  Lee: knew
  it: was

When it rained, Moe, a clerk, left.
  sub rained of it in main
  main left of Moe
  it: rained
  Moe: left

Lee said the mill, which he built, was shut.
  main said of Lee
  rel built of he in main said
  comp was shut of the mill in main said
  Lee: said
  the mill: was shut

OSLO: He left.
  main left of He
  He: left

I — a clerk in Ulm — said no.
  main said of I
  I: said

They urged his “friend” Moe to go.
  main urged of They
  inf to go of Moe in main urged
  They: urged
  “friend” in main urged of They

Lee says his “friend” Moe ran.
  main says of Lee
  comp ran of Moe in main says
  Lee: says
  Moe: ran
  “friend” in main says of Lee

The “bus is late,” Moe said.
  main said of Moe
  Moe: said
  “bus is late,” in main

“Go,” said a man painted by Lee.
  main said of a man
  part painted of a man in main said
  a man: said
  “Go,” in main

In Ulm - a town on the Danube - Moe left.
  main left of Moe
  Moe: left

He spoke of Moe himself, and left.
  main spoke of He
  main left of He
  He: spoke

The boat she hired sank.
  rel hired of she in main
  main sank of The boat
  The boat: sank

It rained; Moe, head of ports, mills and roads, left.
  main rained of It
  main left of Moe
  It: rained
  Moe: left

It rained, and Moe, a clerk and a smith, left.
  main rained of It
  main left of Moe
  It: rained
  Moe: left

In short he left.
  main left of he
  he: left

The talk of it grew.
  main grew of The talk
  The talk: grew

The talk of you grew.
  main grew of The talk
  The talk: grew

In Berea, Ohio, the clerk left.
  main left of the clerk
  the clerk: left

He is the “first,”
  main is of He
  He: is
  “first,” in main is of He

In Ulm the “bus is late,” Moe said.
  main said of Moe
  Moe: said
  “bus is late,” in main

The bridge “is late” Moe said.
  main said of Moe
  Moe: said
  “is late” in main of The bridge

Moe said the boats made by Lee will sink.
  main said of Moe
  part made of the boats in main said
  comp will sink of the boats in main said
  Moe: said
  the boats: will sink

At the party Sen. Lee then left.
  main left of Sen. Lee
  Sen. Lee: left

That is the boat he hired.
  main is of That
  comp hired of he in main is
  That: is
  he: hired

If she says it rains, Moe stays.
  sub says of she in main
  comp rains of it in sub says in main
  main stays of Moe
  she: says
  it: rains
  Moe: stays

Moe said he was late, and when asked, he said no.
  main said of Moe
  comp was of he in main said
  part asked of he in sub in comp was in main said
  main said of he
  Moe: said
  he: was
  he: said

Moe said the boat was late, the crew was tired and it rained.
  main said of Moe
  comp was of the boat in main said
  comp was tired of the crew in main said
  comp rained of it in main said
  Moe: said
  the boat: was
  the crew: was tired
  it: rained

Who said no?
  wh said of Who in main
  Who: said

Moe knew the way, he had rowed it.
  main knew of Moe
  main had rowed of he
  Moe: knew
  he: had rowed

Moe says it rains and left.
  main says of Moe
  comp rains of it in main says
  main left of Moe
  Moe: says
  it: rains

Moe wept when it rained and left.
  main wept of Moe
  sub rained of it in main wept
  main left of Moe
  Moe: wept
  it: rained

A man accused of stealing a car told Lee.
  main accused of A man
  part stealing of A man in main accused
  main told of A man
  A man: accused

It rained, frobbed Moe.
  main rained of It
  main frobbed of It
  It: rained

Moe fed the crew, told them no.
  main fed of Moe
  main told of Moe
  Moe: fed

Moe saw a girl asking why.
  main saw of Moe
  part asking of a girl in main saw
  Moe: saw

Moe saw the aunt asking why.
  main saw of Moe
  part asking of the aunt in main saw
  Moe: saw

Moe saw the crew asking why.
  main saw of Moe
  part asking of the crew in main saw
  Moe: saw

Moe saw the council asking why.
  main saw of Moe
  part asking of the council in main saw
  Moe: saw

They waited for the clerk to go.
  main waited of They
  inf to go of the clerk in main waited
  They: waited

They waited for the girl to go.
  main waited of They
  inf to go of the girl in main waited
  They: waited

They waited for the aunt to go.
  main waited of They
  inf to go of the aunt in main waited
  They: waited

They waited for the crew to go.
  main waited of They
  inf to go of the crew in main waited
  They: waited

They waited for the council to go.
  main waited of They
  inf to go of the council in main waited
  They: waited

They relied upon the clerk to go.
  main relied of They
  inf to go of the clerk in main relied
  They: relied

It was dark, the lamp needing oil.
  main was of It
  part needing of the lamp in main was
  It: was

Moe saw Lee rowing a boat, shouting.
  main saw of Moe
  part rowing of Lee in main saw
  part shouting of Moe in part rowing in main saw
  Moe: saw

Moe left, with Lee probably asking why.
  main left of Moe
  part asking of Lee in main left
  Moe: left

Moe left, waving at Lee and asking why.
  main left of Moe
  part waving of Moe in main left
  part asking of Moe in part waving in main left
  Moe: left

Moe saw Lee rowing, waving and asking why.
  main saw of Moe
  part rowing of Lee in main saw
  part waving of Moe in part rowing in main saw
  part asking of Moe in part waving in part rowing in main saw
  Moe: saw

Moe saw Lee rowing and asking why.
  main saw of Moe
  part rowing of Lee in main saw
  part asking of Lee in part rowing in main saw
  Moe: saw

He spoke of Lee asking why.
  main spoke of He
  part asking of Lee in main spoke
  He: spoke

He waited at Ulm asking why.
  main waited of He
  part asking of He in main waited
  He: waited

Moe told Lee before he left for Ulm that it rained.
  main told of Moe
  sub left of he in main told
  comp rained of it in main told
  Moe: told
  he: left
  it: rained

Moe, whose boat sank, left.
  rel sank of boat in main
  main left of Moe
  Moe: left

Moe fed the crew, told them on Monday.
  main fed of Moe
  main told of Moe
  Moe: fed

That is the boat the clerk chose.
  main is of That
  comp chose of the clerk in main is
  That: is
  the clerk: chose

That is the boat the clerk had sold.
  main is of That
  comp had sold of the clerk in main is
  That: is
  the clerk: had sold

Moe spoke of what Lee had done, praising it.
  main spoke of Moe
  wh had done of Lee in main spoke
  part praising of Moe in wh had done in main spoke
  Moe: spoke
  Lee: had done

They spoke with the clerk to end it.
  main spoke of They
  inf to end of They in main spoke
  They: spoke

He met the clerk in the crew who rowed.
  main met of He
  rel rowed of the clerk in main met
  He: met

He met the clerk of the crew who rowed.
  main met of He
  rel rowed of the clerk in main met
  He: met

He met the clerk from the crew who rowed.
  main met of He
  rel rowed of the clerk in main met
  He: met

He met the clerk at the council who rowed.
  main met of He
  rel rowed of the clerk in main met
  He: met

He met the clerk for the council who rowed.
  main met of He
  rel rowed of the clerk in main met
  He: met

He met the girl of the house who rowed.
  main met of He
  rel rowed of the girl in main met
  He: met
"""


def read(sentence: str) -> Reading:
    lexicon = english()
    quotations, _ = find_quotations(sentence, [(0, len(sentence))])
    named = find_names(sentence, lexicon, ()).named
    words = read_words(sentence, 0, len(sentence), quotations, lexicon, named)
    ((found,),) = read_sentences([words], lexicon)
    return read_clauses(found, lexicon)


def clauses_of(sentence: str) -> Iterator[str]:
    """The clauses of a sentence, a line each."""
    reading = read(sentence)

    def phrase(at: int) -> str:
        return sentence[reading.phrases[at].start : reading.phrases[at].end]

    def named(clause: Clause) -> str:
        return clause.kind if clause.verb is None else f"{clause.kind} {phrase(clause.verb)}"

    def told(clause: Clause) -> str:
        subject = "" if clause.subject is None else f" of {phrase(clause.subject)}"
        return f"{named(clause)}{subject}" + "".join(f" in {named(outer)}" for outer in (*clause.chain(),)[1:])

    for _, clause in sorted(reading.of_verb.items(), key=lambda item: item[0]):
        yield f"  {told(clause)}"
    for subject, verb in sorted(reading.of_subject.items()):
        yield f"  {phrase(subject)}: {phrase(verb)}"
    for at, clause in sorted(reading.open_at.items(), key=lambda item: item[0]):
        yield f"  {phrase(at)} in {told(clause)}"


@pytest.mark.parametrize("block", CLAUSES.strip("\n").split("\n\n"))
def test_a_sentence_has_these_clauses(block: str) -> None:
    sentence, *lines = block.split("\n")
    assert list(clauses_of(sentence)) == lines


@pytest.mark.parametrize(
    "sentence",
    [
        "“Late!”", "“Late,”", "“Late,” Ann said.", "“Late?” it said.", "“Late,” you said.", "“Late” he was told.",
        "“Late,” she told Ann.", "“Late?” he told them.", "“Late,” the guard said again.", "“Late!” it asked softly.",
        "Ann said “late,”", "It said “late.”", "She said, “Late,”", "The guards said, “Late.”", "Ann said: “Late.”",
        "He said: “Late.”", "Ann told them: “Late.”", "You asked it: “Late?”",
    ],
)  # fmt: skip
def test_the_clauses_that_kinds_tell_are_those_that_words_tell(sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [*clauses_of(sentence)], shown(read(sentence).last)
    monkeypatch.setattr(clauses, "_BY_KINDS", frozenset())
    assert ([*clauses_of(sentence)], shown(read(sentence).last)) == told


def shown(clause: Clause | None) -> tuple[object, ...] | None:
    """All that a clause holds."""
    if clause is None:
        return None
    own = clause.kind, clause.opened, clause.subject, clause.verb, clause.object, clause.inverted, clause.closed
    return *own, shown(clause.outer), shown(clause.ghost)


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("He left.", "He"), ("Moe - a clerk - left.", "Moe"), ("OSLO: He left.", "He"),
    ],
)  # fmt: skip
def test_a_sentence_begins_behind_the_place_of_a_report(sentence: str, first: str) -> None:
    reading = read(sentence)
    phrase = reading.phrases[reading.begin]
    assert sentence[phrase.start : phrase.end] == first
