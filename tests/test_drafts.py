"""All ways to read the reporting words of a sentence, whichever of them is likely.

A block is a sentence and, for each reporting word, how it is used and by whom; below it its readings: the frame, who is
told, and what the content is, each part cut short in its middle. It ends with its sentence, for no end is counted here.
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
from quoteattr.words import read_words

READINGS = """\
She got off.
  got (none, finite) of She

She denied saying “jump.”
  denied (speech, finite) of She
    ing: saying “jump.”
  saying (speech, participle) of She

Moe told the clerk; the lake that froze was deep.
  told (speech, finite) of Moe
    told: the … deep
  froze (none, finite) of the lake

Monday’s speech was “dull.”
  speech (noun, owned) of Monday

They kept that promise to us.
  kept (none, finite) of They
    np: that … us
    Y to (to that promise): that … us
  kept … promise (noun, carried) of They
    to: us

The keeper, he told Moe, left.
  told (speech, finite) of he
    clause: Moe, left
    told: Moe, left
    parted: The keeper | left
    left part: The keeper
  left (none, finite) of Moe

Lee was quoted as saying “no.”
  was quoted … saying (speech, participle) of Lee

My aunt told me I was too thin.
  told (speech, finite) of My aunt
    told: me … thin
    Y clause (to me): I … thin

Were Lee to say so, we would go.
  say (speech, infinitive) of we
    so: so
  go (none, finite) of we
    left: Were … so

“It’s fine,” Moe said of rowing.
  said (speech, finite) of Moe
    of: rowing
  rowing (none, gerund) of Moe

They asked who said it was late.
  asked (speech, finite) of They
    wh: who … late
  said (speech, finite) of who
    clause: it was late
    np: it was late

He reads stories that surprise him.
  reads (writing, finite) of He
    np: stories … him
  reads … stories (noun, carried) of He
  surprise (none, finite) of stories
    np: him

Her remarks on the flood were brief.
  remarks (noun, owned) of Her
    on: the flood

Where polls show Moe ahead, he smiles.
  show (evidence, finite) of polls
    clause: Moe … smiles
    np: Moe … smiles
  smiles (manner, finite) of he
    left: Where … ahead

He was mocked for not having won a race.
  mocked (judgement, passive)
    for: He | not … race
  won (none, participle) of He
    np: a race

The “late ferry” was mentioned by Ann Lee.
  mentioned (speech, passive) of Ann Lee

The mill announced a sale of its boats in May.
  announced (speech, finite) of The mill
    np: a … boats
    Y of (to a sale): a … boats

“No,” according to a report by the audit office.
  according to (according, phrase) of a report
  report (noun, noun)
    by: the audit office

The plan made in May was, Ida Rem said, too dear.
  made (none, passive)
  said (speech, finite) of Ida Rem
    parted: The … was | too dear
    left part: The … was

It was, according to Dina Vaz, “a bridge for goats.”
  according to (according, phrase) of Dina Vaz
    parted: It was | “a … goats.”
    left part: It was

The plan that Moe, the clerk, said was dead is back.
  plan (noun, noun)
    that: Moe, … said
  said (speech, finite) of Moe
    gap: that | was dead

The keeper went to town to say that the lamp was out.
  went (none, finite) of The keeper
    to: town … out
    to: to … out
  say (speech, infinitive) of The keeper
    that: the … out

The lamp was out, Ida Rem said in asking Lee for oil.
  said (speech, finite) of Ida Rem
    in: asking … oil
    left: The … out
  asking (speech, gerund) of Ida Rem
    told: Lee for oil
    Y for (to Lee): Lee for oil

“We had no choice,” the colonel was quoted as saying.
  was quoted … saying (speech, participle) of the colonel

The report on the harbour runs to nine hundred pages.
  report (noun, noun)
    on: the … pages

Ada Brenn was not quite sure that the gate was locked.
  sure (adjective, adjective) of Ada Brenn
    that: the … locked
  locked (none, passive)

Moe, who was told by Lee that the mill was shut, left.
  told (speech, passive) of Lee
    that: the … shut
    of passive: who
  shut (none, passive)
  left (none, finite) of Moe

The house, which he believed had been sold, stood empty.
  believed (thought, finite) of he
    gap: which | had been sold
  sold (none, passive)
  stood (none, inverted) of empty
    left: The … sold
    left w: which … sold
  stood (none, finite) of The house
    np: empty

The keeper told sailors on Friday that the lamp was out.
  told (speech, finite) of The keeper
    told: sailors … out
    Y that (to sailors): the … out

Announcing that the play would go on, the manager bowed.
  Announcing (speech, participle) of the manager
    that: the … bowed
  go on (speech, finite) of the play
    comma: the manager bowed
  bowed (manner, finite) of the manager
    left: Announcing … on

“I fired nobody,” the paper quoted Quentin Ash as saying.
  quoted … saying (speech, participle) of Quentin Ash

“Is it late?” Ann Lee, who keeps the keys, asked the guard.
  keeps (none, finite) of Ann Lee
    np: the keys
  asked (speech, inverted) of the guard
    left bare: “Is … keys
    left w: who … keys
  asked (speech, finite) of Ann Lee
    told: the guard

There was a report from the coast guard that a raft had sunk.
  report (noun, owned) of the coast guard
    that: a … sunk
  sunk (none, finite) of a raft

Berg, said Moe, who still likes her master, does not forgive.
  said (speech, inverted) of Moe
    parted: Berg | does not forgive
    left part: Berg
  likes (thought, finite) of Moe
    np: her master
  forgive (none, finite) of Berg

He was glad now she had come, and the row, she said, was over.
  come (none, finite) of she
  said (speech, finite) of she
    parted: the row | was over
    left part: the row

Moe said his biggest worry about the ferry is that it is “old.”
  said (speech, finite) of Moe
    clause: his … “old.”
    np: his … “old.”
    Y about (to his biggest worry): his … “old.”
  said … worry (noun, carried) of Moe
    about: the ferry

Her worries that the bridge would fall were shared by the smiths.
  worries (noun, owned) of Her
    that: the … fall
  fall (none, finite) of the bridge
  shared (speech, passive) of the smiths

“The tunnel is closed,” it was announced by the ministry of roads.
  announced (speech, passive) of the ministry
    of passive: it

A warning by the harbour office that the ice was thin came too late.
  warning (noun, owned) of the harbour office
    that: the … thin
  came (none, finite) of A warning
    np: late

Otto Falk told Ida Rem, chairman of the board, that the well was dry.
  told (speech, finite) of Otto Falk
    told: Ida … dry
    far that: the … dry

The mayor said rowing across the bay at night is no sport for children.
  said (speech, finite) of The mayor
    acting: rowing … children
    ing: rowing … children
  rowing (none, participle) of The mayor
    across: the … children

However, as the Herald has reported, ships that sank there were raised.
  reported (speech, finite) of the Herald
    lead: ships … raised
  sank (none, finite) of ships
    np: there
  raised (other, passive)

On Monday, Mr. Moe will hold two fairs in a town where polls show him ahead.
  hold (thought, finite) of Mr. Moe
    np: two … ahead
    Y in (to two fairs): two … ahead
  show (evidence, finite) of polls
    np: him ahead

It was fought in what Dina Vaz, the treasurer, called “hand-to-hand baking.”
  fought (none, passive)
    in: It | what … baking.”
  called (judgement, finite) of Dina Vaz

According to Isolde Krantz, the lake is “a cup of tea with an island in it.”
  According to (according, phrase) of Isolde Krantz
    lead: the … it.”

“Our work is to ask,” said Ann Lee, whose new book features talks with “rebellious” bakers.
  said (speech, inverted) of Ann Lee
  features (none, finite) of new book
    np: talks … bakers
    Y with (to talks): talks … bakers
  features … talks (noun, carried) of new book
    with: “rebellious” bakers

The merger is “a marriage of two headaches,” wrote analyst Cole Petrakis in a note to clients.
  wrote (writing, inverted) of analyst Cole Petrakis
    left: The … headaches,”
  note (noun, noun)
    to: clients

Sir Auberon Tait, once a tenor and now a beekeeper, described the sound as “a low and honest B flat.”
  described (judgement, inverted) of the sound
  described (judgement, finite) of Sir Auberon Tait
    np: the … flat.”
    Y as (to the sound): the … flat.”

The words fit the song of her new play, which — as Bo Lind noted in a letter — promises to “stop the boats.”
  fit (none, finite) of The words
    np: the … boats.”
    Y of (to the song): the … boats.”
  noted (speech, finite) of Bo Lind
    in: a … boats.”
    parted M: The … which | promises … boats.”
    left part M: The … which

Moe was worried by the fog.
  worried (thought, passive) of the fog
    of passive: Moe

Moe was worried about the fog.
  worried (adjective, adjective) of Moe
    about: the fog

Citing rain, Moe went home.
  Citing (speech, participle) of Moe
    clause: rain, … home
    np: rain, … home
  went (none, finite) of Moe
    np: home

A call from Moe for peace failed.
  call (noun, noun)
    from: Moe for peace
  failed (none, finite) of A call

The mayor was given a warning that the ice was thin.
  given (none, passive)
    np: The mayor | a … thin
  was given … warning (noun, carried)
    that: the … thin

The mayor gave a warning that the ice was thin.
  gave (none, finite) of The mayor
    np: a … thin
  gave … warning (noun, carried) of The mayor
    that: the … thin

The old mayor’s speeches on ice were dull.
  speeches (noun, owned) of The old mayor
    on: ice

Moe was quoted late on Monday as saying that it rained.
  was quoted … saying (speech, participle) of Moe
    that: it rained
  rained (none, finite) of it

Lee was told on Monday by Moe that it rained.
  told (speech, passive) of Moe
    that: it rained
  rained (none, finite) of it

Moe said: it was late.
  said (speech, finite) of Moe
    colon: it was late

The man who Moe said was late left.
  said (speech, finite) of Moe
    gap: who | was late
  left (none, finite) of The man

The plan was sharply praised by Moe.
  praised (judgement, passive) of Moe
    of passive: The plan

The boat which Moe praised sank.
  praised (judgement, finite) of Moe
  sank (none, finite) of The boat

Moe promised not to row.
  promised (speech, finite) of Moe
    to: not to row
  row (none, infinitive) of Moe

Moe vowed never to row.
  vowed (speech, finite) of Moe
    to: never to row
  row (none, infinitive) of Moe

Moe said when it rained, he would row.
  said (speech, finite) of Moe
    wh: when … row
  rained (none, finite) of it
    comma: he would row
  row (none, finite) of he
    left: Moe … rained

Moe said despite the rain, he would row.
  said (speech, finite) of Moe
    fronted: despite … row
    despite: the … row
  row (none, finite) of he
    left: Moe … rain

Moe said being late was no shame.
  said (speech, finite) of Moe
    acting: being … shame
    ing: being late

Moe recalled being late.
  recalled (speech, finite) of Moe
    ing: being late

Moe cited five.
  cited (speech, finite) of Moe
    np: five

Moe told Lee with a smile that it rained.
  told (speech, finite) of Moe
    told: Lee … rained
    Y with (to Lee): Lee … rained
    Y that (to Lee): it rained
  rained (none, finite) of it

Moe told the head of the board that it rained.
  told (speech, finite) of Moe
    told: the … rained
    Y of (to the head): the … rained
    Y that (to the head): it rained
  rained (none, finite) of it

Moe told the clerk at the mill and Lee that it rained.
  told (speech, finite) of Moe
    told: the … rained
    Y at (to the clerk): the … rained
    Y that (to the clerk): it rained
  rained (none, finite) of it

The ferry, an old one, seems to be late.
  seems (evidence, finite) of The ferry
    to: The … one | to be late

The ferry which seemed old to Moe sank.
  seemed (evidence, finite) of The ferry
  sank (none, finite) of The ferry

Moe left the room and is said to be late.
  left (none, finite) of Moe
    np: the … late
  said (speech, passive)
    to: Moe | to be late

On Monday Moe is often expected to sail.
  expected (thought, passive)
    to: Moe | to sail
  sail (none, infinitive) of Moe

Moe was asked to sail.
  asked (speech, passive)
    to: to sail
  sail (none, infinitive) of Moe

Moe was wanted for a theft.
  wanted (thought, passive)
    for: Moe | a theft

It was said to Moe that it rained.
  said (speech, passive)
    to: It | Moe … rained
    that: it rained
  rained (none, finite) of it

Moe expects Lee to sail.
  expects (thought, finite) of Moe
    told: Lee to sail
    Y to: Lee to sail
  sail (none, infinitive) of Lee

Moe urged the clerks to sail.
  urged (speech, finite) of Moe
    told: the … sail
    Y to (to the clerks): to sail
  sail (none, infinitive) of the clerks

Moe praised the man that Lee met.
  praised (judgement, finite) of Moe
    np: the … met
  met (none, finite) of Lee

Moe said that was late.
  said (speech, finite) of Moe
    that: that was late

Moe said that might rain.
  said (speech, finite) of Moe
    that: that might rain
  rain (none, finite) of Moe

Moe said that works of art burnt.
  said (speech, finite) of Moe
    that: works … burnt
  works (none, finite) of Moe
    of: art
  burnt (none, finite) of Moe

Moe told him that was late.
  told (speech, finite) of Moe
    told: him … late
    Y that (to him): that was late

Moe told the man that was late.
  told (speech, finite) of Moe
    told: the … late

Moe agreed on a truce that was brief.
  agreed (speech, finite) of Moe
    on: a … brief

His claims that are old were read.
  claims (noun, owned) of His
  read (writing, passive)

Moe claims that is late.
  claims (speech, finite) of Moe

Moe said that being late was no shame.
  said (speech, finite) of Moe
    that: being … shame

“No,” said Moe and is thought to be late.
  said (speech, inverted) of Moe
  thought (thought, passive)
    to: to be late

The mill which Moe is thought to own burnt.
  thought (thought, passive)
    to: Moe | to own
  own (none, infinitive) of Moe
  burnt (none, finite) of The mill

Moe told Lee that was late.
  told (speech, finite) of Moe
    told: Lee … late
    Y that (to Lee): that was late

Moe says that is late.
  says (speech, finite) of Moe
    that: that is late

Moe claimed that was late.
  claimed (speech, finite) of Moe
    that: that was late

Is Moe said to be late?
  said (speech, finite) of Moe
    to: to be late

Seldom is Moe expected to sail.
  expected (thought, finite) of Moe
    to: to sail
  sail (none, infinitive) of Moe

The ferry that is said to be late sank.
  said (speech, passive)
    to: that | to be late
  sank (none, finite) of The ferry

The ferry Moe sailed is said to be late.
  sailed (none, finite) of The ferry Moe
  said (speech, passive)
    to: The ferry Moe | to be late

Moe heard from Lee, who is thought to be late, that it rained.
  heard (thought, finite) of Moe
    from: Lee, … rained
    far that: it rained
  thought (thought, passive)
    to: who | to … rained
    far that: it rained
  rained (none, finite) of it

Moe asked Lee to row.
  asked (speech, finite) of Moe
    told: Lee to row
    Y to (to Lee): to row
  row (none, infinitive) of Lee

Moe told us he was late.
  told (speech, finite) of Moe
    told: us … late
    Y clause (to us): he was late

Moe asked them to row.
  asked (speech, finite) of Moe
    told: them to row
    Y to (to them): to row
  row (none, infinitive) of them

Moe accused Lee of theft.
  accused (judgement, finite) of Moe
    np: Lee of theft
    Y of (to Lee): Lee of theft

It rained, said a clerk for the mill on Monday.
  rained (none, finite) of It
  said (speech, inverted) of a clerk
    left: It rained

Moe said, after the vote, that it rained.
  said (speech, finite) of Moe
    that: it rained
  rained (none, finite) of it

Moe said on Monday in Geneva that it rained.
  said (speech, finite) of Moe
    that: it rained
  rained (none, finite) of it

It rained, as reported by Moe.
  rained (none, finite) of It
  reported (speech, passive) of Moe
    left: It rained

As Moe said, it rained.
  said (speech, finite) of Moe
    lead: it rained
  rained (none, finite) of it
    left bare: As Moe said

But according to Moe, it rained.
  according to (according, phrase) of Moe
    lead: it rained
  rained (none, finite) of it
    left bare: But … Moe

He had a rally, and the permit, Moe said, was hard to get.
  said (speech, finite) of Moe
    parted: the permit | was … get
    left part: the permit
  get (none, infinitive) of the permit

The permit, Moe said, also was hard to get.
  said (speech, finite) of Moe
    parted: The permit | also … get
    left part: The permit
  get (none, infinitive) of The permit

The port is shut, and Moe has the key, said Lee.
  shut (none, passive)
  said (speech, inverted) of Lee
    left: The … key
    left c: Moe … key

The port is shut, with six ships inside, said Moe.
  shut (none, passive)
  said (speech, inverted) of Moe
    left: The … inside
    left P: with … inside

The port is shut - Moe has the key, said Lee.
  shut (none, passive)
  said (speech, inverted) of Lee
    left: The … key
    left M: Moe … key

It rained, current and former officials said.
  rained (none, finite) of It
    comma: current … said
  said (speech, finite) of current … officials
    left: It rained

It rained, Moe also said.
  rained (none, finite) of It
    comma: Moe also said
  said (speech, finite) of Moe
    left: It rained

(It rained, said Moe.)
  rained (none, finite) of It
  said (speech, inverted) of Moe
    left: It rained

The port (old) is shut, said Moe.
  shut (none, passive)
  said (speech, inverted) of Moe
    left: The … shut

It rained; the port was shut, said Moe.
  rained (none, finite) of It
  shut (none, passive)
  said (speech, inverted) of Moe
    left: the … shut

It rained, Moe said as he left.
  rained (none, finite) of It
    comma: Moe … left
  said (speech, finite) of Moe
    as: he left
    left: It rained
  left (none, finite) of he
    left: It … said

It rained, Moe told Lee.
  rained (none, finite) of It
    comma: Moe told Lee
  told (speech, finite) of Moe
    told: Lee
    left: It rained

It rained, said Moe (a clerk).
  rained (none, finite) of It
  said (speech, inverted) of Moe
    left: It rained

It rained, said Moe, a clerk.
  rained (none, finite) of It
  said (speech, inverted) of Moe
    left: It rained

It rained, said Moe, who left.
  rained (none, finite) of It
  said (speech, inverted) of Moe
    left: It rained
  left (none, finite) of Moe

It rained, said Moe in Ulm.
  rained (none, finite) of It
  said (speech, inverted) of Moe
    left: It rained

It rained, said Moe and Lee.
  rained (none, finite) of It
  said (speech, inverted) of Moe
    left: It rained

Moe, said Lee, left.
  said (speech, inverted) of Lee
    parted: Moe | left
    left part: Moe
  left (none, finite) of Moe

Moe called for a vote.
  called (speech, finite) of Moe
    for: a vote

Moe explained how it rained.
  explained (speech, finite) of Moe
    wh: how it rained
  rained (none, finite) of it
    of which: how

Moe asked if it rained.
  asked (speech, finite) of Moe
    wh: if it rained
  rained (none, finite) of it

Moe noted, in a letter to Lee, a clerk, that it rained.
  noted (speech, finite) of Moe
    far that: it rained
  letter (noun, noun)
    to: Lee, … rained
  rained (none, finite) of it

Moe was unaware of the rain.
  unaware (adjective, adjective) of Moe
    of: the rain

Moe is confident it rained.
  confident (adjective, adjective) of Moe
    clause: it rained
    np: it rained
  rained (none, finite) of it

Moe was told to row.
  told (speech, passive)
    to: to row
  row (none, infinitive) of Moe

Ann Lee: Ferry Is Late
  : (mark, label) of Ann Lee
    label: Ferry Is Late

Moe said he, like Lee, would row.
  said (speech, finite) of Moe
    clause: he, … row
    np: he, … row
  row (none, finite) of he

Moe said, he would row.
  said (speech, finite) of Moe
    comma: he would row
  row (none, finite) of he
    left: Moe said

As saying so is hard, Moe left.
  saying (speech, gerund) of Moe
  left (none, finite) of Moe
    left: As … hard

Then, said Moe.
  said (speech, inverted) of Moe

But now, Moe said.
  said (speech, finite) of Moe

Moe said men they knew had left.
  said (speech, finite) of Moe
    clause: men … left
    np: men … left
    Y np (to men): they … left
  knew (thought, finite) of they
    gap: men | had left
  left (none, finite) of they
    of relative: men

A claim of Moe on ice was old.
  claim (noun, noun)
    of: Moe on ice

A claim of Moe that it froze was old.
  claim (noun, owned) of Moe
    that: it froze
  froze (none, finite) of it

The plan on Monday was praised by Moe.
  plan (noun, noun)
  praised (judgement, passive) of Moe
    of passive: The plan on

It rained according to Moe.
  rained (none, finite) of It
    ing: according to Moe
  according to (according, phrase) of Moe
    left: It rained

And, Moe said, it rained.
  said (speech, finite) of Moe
    comma: it rained
    lead: it rained
  rained (none, finite) of it
    left: And, Moe said

It rained, soon Moe said.
  rained (none, finite) of It
  said (speech, finite) of Moe
    left: It rained

Rain: it froze, said Moe.
  : (mark, label) of Rain
    label: it … Moe
  froze (none, finite) of Rain
  said (speech, inverted) of Moe
    left: it froze

(It rained; it froze, said Moe.)
  rained (none, finite) of It
  froze (none, finite) of it
  said (speech, inverted) of Moe
    left: it froze

The port (it froze; it rained) is shut, Moe said.
  froze (none, finite) of it
  rained (none, finite) of it
  shut (none, passive)
  said (speech, finite) of Moe
    left: it … shut

The boat, Moe says, is old, and the oar, Lee says, is new.
  says (speech, finite) of Moe
    parted: The boat | is … new
    left part: The boat
  says (speech, finite) of Lee
    parted: the oar | is new
    left part: the oar

It rained, Moe said in Ulm on Monday, citing Lee.
  rained (none, finite) of It
    comma: Moe … Lee
  said (speech, finite) of Moe
    in: Ulm … Lee
    left: It rained
  citing (speech, participle) of Moe
    np: Lee

It rained, Moe’s aunt said.
  rained (none, finite) of It
    comma: Moe’s aunt said
  said (speech, finite) of Moe’s aunt
    left: It rained

It rained, said Moe “in fear.”
  rained (none, finite) of It
  said (speech, inverted) of Moe
    left: It rained

It rained, Moe told the clerk of Ulm.
  rained (none, finite) of It
    comma: Moe … Ulm
  told (speech, finite) of Moe
    told: the … Ulm
    Y of (to the clerk): the … Ulm
    left: It rained

It rained, and it froze, said Moe.
  rained (none, finite) of It
  froze (none, finite) of it
  said (speech, inverted) of Moe
    left: It … froze
    left c: it froze

It rained, as it froze, said Moe.
  rained (none, finite) of It
  froze (none, finite) of it
    parted: It rained | said Moe
    left part: It rained
  said (speech, inverted) of Moe
    left: It … froze
    left s: as it froze

It rained, which was bad, said Moe.
  rained (none, finite) of It
  said (speech, inverted) of Moe
    left: It … bad
    left w: which was bad

“No,” “yes,” said Moe.
  said (speech, inverted) of Moe

In Ulm, according to Moe, it rained.
  according to (according, phrase) of Moe
    parted: In Ulm | it rained
    left part: In Ulm
  rained (none, finite) of it
    left bare: In … Moe
    left G: according to Moe

Moe quoted Lee late on Monday as saying it rained.
  quoted … saying (speech, participle) of Lee
    clause: it rained
    np: it rained
  rained (none, finite) of it

Moe told Lee of the rain.
  told (speech, finite) of Moe
    told: Lee … rain
    Y of (to Lee): Lee … rain

Moe told Lee about it on Monday.
  told (speech, finite) of Moe
    told: Lee about it
    Y about (to Lee): Lee about it

Moe warned Lee against rowing.
  warned (speech, finite) of Moe
    told: Lee against rowing
    Y against (to Lee): Lee against rowing
  rowing (none, gerund) of Moe

Moe said no: it rained.
  said (speech, finite) of Moe
    np: no: it rained
  rained (none, finite) of it

Moe promised Lee not to row.
  promised (speech, finite) of Moe
    told: Lee … row
    Y to (to Lee): not to row
  row (none, infinitive) of Lee

Moe was said by Lee to row.
  said (speech, passive) of Lee
    to: to row
    of passive: Moe
  row (none, infinitive) of Moe

The mayor’s speeches say that it rained.
  say (speech, finite) of The mayor’s speeches
    that: it rained
  rained (none, finite) of it

Policies and claims that it rained were read.
  claims (noun, noun)
    that: it … read
  rained (none, finite) of it
  read (writing, passive)

The old claims by Moe of rain were read.
  claims (noun, noun)
    by: Moe of rain
  read (writing, passive)

Moe said: “It was late.”
  said (speech, finite) of Moe
"""


def lay_out(sentence: str) -> View:
    lexicon = english()
    quotations, _ = find_quotations(sentence, [(0, len(sentence))])
    named = find_names(sentence, lexicon, ()).named
    words = read_words(sentence, 0, len(sentence), quotations, lexicon, named)
    ((found,),) = read_sentences([words], lexicon)
    return View(read_clauses(found, lexicon), lexicon)


def readings(sentence: str) -> Iterator[str]:
    """The reporting words of a sentence and their readings, a line each."""
    view = lay_out(sentence)
    starts, ends = view.reading.sentence.words.starts, view.reading.sentence.words.ends

    def shown(first: int, stop: int) -> str:
        words = sentence[view.phrases[first].start : view.phrases[stop - 1].end].split()
        return " ".join(words if len(words) < 4 else [words[0], "…", words[-1]])

    for cued in find_cues(view):
        at = cued.agent if cued.form == "passive" else cued.subject
        who = "" if at is None else f" of {shown(at, at + 1)}"
        if cued.owner is not None:
            who = f" of {sentence[starts[cued.owner[0]] : ends[cued.owner[1] - 1]]}"
        first = "" if cued.first is None else f"{shown(cued.first, cued.first + 1)} … "
        yield f"  {first}{sentence[cued.start : cued.end]} ({cued.kind}, {cued.form}){who}"
        for draft in find_drafts(view, cued, Boundaries({})):
            told = "" if draft.hearer is None else f" (to {shown(draft.hearer, draft.hearer + 1)})"
            front = "" if draft.front is None else f"{shown(*draft.front)} | "
            rest = "" if draft.rest is None else f" | {shown(*draft.rest)}"
            yield f"    {draft.frame}{told}: {front}{shown(draft.inner, draft.stop)}{rest}"


@pytest.mark.parametrize("block", READINGS.strip("\n").split("\n\n"))
def test_a_reporting_word_has_these_readings(block: str) -> None:
    sentence, *lines = block.split("\n")
    assert list(readings(sentence)) == lines
