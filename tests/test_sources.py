"""What is known of the speaker of words before anything is weighed: settled by the source, or open, and by what.

A text stands above a line of dashes; below are its genre and its turns: who is settled and what they are, or what kind
of source there is, its gender, the noun that is remembered, whose it is; then who is told, addressed or named.
"""

from __future__ import annotations

from collections.abc import Iterator, Set as AbstractSet

import pytest

from quoteattr import RULES, Pattern, RuleSet, attribute, rule
from quoteattr.case import Case
from quoteattr.evidence import Weights
from quoteattr.exchange import Exchange, speech_of
from quoteattr.passage import Candidate, Passage
from quoteattr.resolve import decide

TEXTS = """\
Ann Lee came in. “It is late,” she said.

“It is,” said the old keeper.

“Is it, Ann?” asked her brother.

“Ask Tom,” said Mr. Moe to Ida.

“Tom!”
---
fiction
“It is late,”; pronoun f; gap a new scene
“It is,”; noun u a role keeper; gap in the next paragraph
“Is it, Ann?”; noun m a role 0 brother; whose Ann Lee; addressed Ann Lee; gap in the next paragraph
“Ask Tom,”; Mr. Moe (person); told Ida; named Tom; gap in the next paragraph; answer after a question
“Tom!”; implicit u; addressed Tom; gap in the next paragraph
===
Ann Lee, a spokeswoman for the port, said: “It sinks.” The company said it was “old.”

“It is,” said its director, Lena Strand.

“We know,” they said. The mayor of Ulm called it “a bath.”

“So do I,” one man said. A report by the office called it “late.” Police said it was “odd.”
---
news
“It sinks.”; Ann Lee (person); gap a new scene
“old.”; The company (organisation); gap in the same paragraph
“It is,”; Lena Strand (person); gap in the next paragraph
“We know,”; The company (organisation); gap in the next paragraph
“a bath.”; The mayor of Ulm (unnamed); gap in the same paragraph
“So do I,”; one man (unnamed); gap in the next paragraph
“late.”; A report by the office (document); gap in the same paragraph
“odd.”; Police (group); gap in the same paragraph
===
“It sank,” said the Ulm Boat Club. “We saw it,” the club said.

“Nobody saw,” said somebody. “I did,” said one who was there. “It was,” the letter said, “red.”

Officials called it “grey.” A voice said: “Blue.” Her husband, Otto Falk, said: “Pink.”
---
news
“It sank,”; Ulm Boat Club (organisation); gap a new scene
“We saw it,”; the club (organisation); gap in the same paragraph
“Nobody saw,”; somebody (unnamed); gap in the next paragraph
“I did,”; one (unnamed); gap in the same paragraph
“It was,” the letter said, “red.”; the letter (document); gap in the same paragraph
“grey.”; Officials (group); gap in the next paragraph
“Blue.”; A voice (unnamed); gap in the same paragraph
“Pink.”; Otto Falk (person); addressed Pink; gap in the same paragraph
===
ANN HALE: Did you see it, Mr. Moe?

TOM MOE: I did.

ANN HALE: When?

TOM MOE: At nine.
---
fiction
Did you see it, Mr. Moe?; Ann Hale (person); addressed Tom Moe; gap a new scene
I did.; Tom Moe (person); gap in the next paragraph; answer after a question
When?; Ann Hale (person); gap in the next paragraph
At nine.; Tom Moe (person); gap in the next paragraph; answer after a question
===
I met Tom at the pier. “You are late,” I said.

“I am,” he replied. “My wife is ill.”

“Your wife, Tom?” my aunt asked. “Ann,” said the voice of Tom.

“She said, ‘I am ill,’ and slept,” said Tom.
---
fiction
“You are late,”; I (person); gap a new scene
“I am,” he replied. “My wife is ill.”; pronoun m; gap in the next paragraph; answer in reply
“Your wife, Tom?”; noun f a role 0 aunt; whose I; addressed Tom; gap in the next paragraph
“Ann,”; Tom (person); addressed Ann; gap in the same paragraph; answer after a question
“She said, ‘I am ill,’ and slept,”; Tom (person); gap in the next paragraph
‘I am ill,’; pronoun f; gap a new scene; inside
===
Otto Koh met Ann Koh. “She is the best,” Koh said of Ann Koh. “Koh, too,” said Mr. Koh.

“He is,” said Smith. “Who?” asked Young, who wept.

“It rains,” Young told Ann. “Tom who?” Tom was told by Ida. “It,” it said.

It was cold, it was wet, and it had rained. It was late.
---
fiction
“She is the best,”; Otto Koh (person); gap a new scene
“Koh, too,”; Otto Koh (person); addressed Ann Koh; gap in the same paragraph
“He is,”; Smith (person); gap in the next paragraph
“Who?”; Young (person); gap in the same paragraph
“It rains,”; Young (person); told Ann Koh; gap in the next paragraph; answer after a question
“Tom who?”; Ida (person); named Tom; gap in the same paragraph
“It,”; pronoun u; gap in the same paragraph; answer after a question
===
“Stop!” cried a boy. “No!” cried another. “Go,” both said. “Why?” asked the boy.

“Because,” said the first man. “Oh,” said the second. “Ah,” said the other man. “Eh,” said the girl’s mother.

“Hm,” said my friend. “Um,” said this gentleman.
---
fiction
“Stop!”; a boy (unnamed); gap a new scene
“No!”; another (unnamed); gap in the same paragraph
“Go,”; both (unnamed); gap in the same paragraph
“Why?”; noun m a person boy; gap in the same paragraph
“Because,”; noun m a person first man; gap in the next paragraph; answer after a question
“Oh,”; noun u a role second; gap in the same paragraph
“Ah,”; noun m a person other man; gap in the same paragraph
“Eh,”; noun f a role mother; gap in the same paragraph
“Hm,”; noun u a person friend; gap in the next paragraph
“Um,”; noun m a person gentleman; gap in the same paragraph
===
The smith of Ulm slept. Tom Moe sat with Ida. “Hush!” cried a hoarse voice. “It is nothing!” his lips repeated.

Tom rose, and in a low tone said, “Go.” “Why?” asked the smith’s wife. “Late,” said Ida’s companion.

“Oh!” said the old lady. “Ah!” said the lady. “Eh!” said the young lady. “Um!” said the lady.
---
fiction
“Hush!”; a hoarse voice (unnamed); gap a new scene
“It is nothing!”; pronoun m; gap in the same paragraph
“Go.”; Tom Moe (person); gap in the next paragraph
“Why?”; noun f a role wife; gap in the same paragraph
“Late,”; noun u a person companion; whose Ida; gap in the same paragraph; answer after a question
“Oh!”; noun f a person old lady; gap in the next paragraph
“Ah!”; noun f a person old lady; gap in the same paragraph
“Eh!”; noun f a person young lady; gap in the same paragraph
“Um!”; noun f a person young lady; gap in the same paragraph
===
Otto Hale runs Orvex Group. Orvex shares fell 4 per cent.

“We are sorry,” the company said. “It is late,” it said.

“It is,” said the Norland airline.
---
news
“We are sorry,”; Orvex Group (organisation); gap a new scene
“It is late,”; Orvex Group (organisation); gap in the same paragraph
“It is,”; Orvex Group (organisation); gap in the next paragraph
===
The Ulm Road Agency met on 4 May. “It is late,” the agency said.

The council of Dunmore met. Dunmore Council has 12 members. “No,” the council said.
---
news
“It is late,”; Ulm Road Agency (organisation); gap a new scene
“No,”; Dunmore Council (organisation); gap in the next paragraph
===
Prime Minister Ann Lee met French President Otto Falk on 4 May.

“Late,” the Prime Minister said. “So late,” said the Foreign Secretary, Ida Moe.

“Yes,” the Frenchman said. “No,” said the Bishop.
---
news
“Late,”; Ann Lee (person); gap a new scene
“So late,”; Ida Moe (person); gap in the same paragraph
“Yes,”; noun m a role frenchman; gap in the next paragraph
“No,”; Bishop (person); gap in the same paragraph
===
Ann Koh and Per Koh met on 4 May. Koh said of Ann Koh: “She is late.” “It is,” Ann Lee and Per Moe said.

“We are,” they said. “Both,” both said.
---
news
“She is late.”; Per Koh (person); gap a new scene
“It is,”; Ann Lee and Per Moe (group); gap in the same paragraph
“We are,”; Ann Lee and Per Moe (group); gap in the next paragraph
“Both,”; both (unnamed); gap in the same paragraph
===
Q: Where is it, Mr. Moe?

A: In the well.

Q: Who put it there?

A: I did.
---
fiction
Where is it, Mr. Moe?; implicit u; addressed Mr. Moe; gap a new scene; silent
In the well.; Mr. Moe (person); gap in the next paragraph; answer after a question
Who put it there?; implicit u; gap in the next paragraph; silent
I did.; Mr. Moe (person); gap in the next paragraph; answer after a question
===
The letter came on 4 May. It said: “Come.” This said: “Go.” A report by the board came, and the report said: “Late.”
---
fiction
“Come.”; The letter (document); gap a new scene
“Go.”; implicit u; gap in the same paragraph
“Late.”; the report (document); gap in the same paragraph
===
The crew sat. The crew, who said: “Go,” left.

Otto Hale, the baker, who said: “No,” sat. The clerk, who said: “Yes,” rose.

Ann Lee, who said “so,” left on 4 May.
---
news
“Go,”; crew (group); gap a new scene
“No,”; Otto Hale (person); gap in the next paragraph
“Yes,”; The clerk (unnamed); gap in the same paragraph
“so,”; Ann Lee (person); gap in the next paragraph
===
“Hush!” came a voice. “No!” said his voice. “Yes!” said Ann’s voice.

“So!” said the voice of Tom. “Oh!” said a man’s voice. “Ah!” said thoughts.

“Eh!” in a low tone. She sat!
---
fiction
“Hush!”; a voice (unnamed); gap a new scene
“No!”; pronoun m; gap in the same paragraph
“Yes!”; Ann (person); gap in the same paragraph
“So!”; Tom (person); gap in the next paragraph
“Oh!”; a man’s voice (unnamed); gap in the same paragraph
“Ah!”; implicit u; gap in the same paragraph
“Eh!”; implicit u; gap in the next paragraph
===
“Go!” said another man. “Why?” said the man. “I!” said two men. “We!” they cried.

“He!” said the old man. “She!” said the man with the beard.

“It!” said the man in the red hat.
---
fiction
“Go!”; another man (unnamed); gap a new scene
“Why?”; noun m a person man; gap in the same paragraph
“I!”; two men (group); gap in the same paragraph; answer after a question
“We!”; two men (group); gap in the same paragraph
“He!”; noun m a person old man; gap in the next paragraph
“She!”; noun m a person man beard; gap in the same paragraph
“It!”; noun m a person man hat; gap in the next paragraph
===
“Go!” cried Ann’s mother. “Why?” said her mother. “So!” said Tom’s brother.

“Oh!” said the brother. “I!” said my aunt. “You!” said the other.

“No!” said the latter.
---
fiction
“Go!”; noun f a role 0 mother; whose Ann; gap a new scene
“Why?”; noun f a role her mother; gap in the same paragraph
“So!”; noun m a role 2 brother; whose Tom; gap in the same paragraph; answer after a question
“Oh!”; noun m a role brother; gap in the next paragraph
“I!”; noun f a role my aunt; gap in the same paragraph
“You!”; noun u; gap in the same paragraph
“No!”; noun u; gap in the next paragraph
===
A spokesman for Orvex said it was late. He said: “So.” A spokeswoman said: “No.” “We know,” they said.

An official said on 4 May 2009: “Yes.” Another official said: “Yes, too.”
---
news
it was late; A spokesman for Orvex (unnamed); gap a new scene
“So.”; pronoun m; gap in the same paragraph
“No.”; A spokeswoman (unnamed); gap in the same paragraph
“We know,”; they (group); gap in the same paragraph
“Yes.”; An official (unnamed); gap in the next paragraph
“Yes, too.”; Another official (unnamed); gap in the same paragraph
===
Its director, Lena Strand, said on 4 May: “Late.” One of them, Otto Falk, said: “So.”

The mayor, Ann Lee of Ulm, said: “No.” A farmer, Per Moe, 44, said: “Yes.”

The 44-year-old said: “Oh.” A teenager said: “Ah.”
---
news
“Late.”; Lena Strand (person); gap a new scene
“So.”; Otto Falk (person); gap in the same paragraph
“No.”; Ann Lee (person); gap in the next paragraph
“Yes.”; Per Moe (person); gap in the same paragraph
“Oh.”; noun u a role 44-year-old; gap in the next paragraph
“Ah.”; A teenager (unnamed); gap in the same paragraph
===
Otto Koh, a lawyer for Ulm, said on 4 May: “Late.” His lawyer said: “So.” The lawyer said: “No.”

The minister said: “Yes.” The tug captain Ida Stone said: “Oh.” The captain said: “Ah.”
---
news
“Late.”; Otto Koh (person); gap a new scene
“So.”; Otto Koh (person); gap in the same paragraph
“No.”; noun u a role lawyer; gap in the same paragraph
“Yes.”; The minister (unnamed); gap in the next paragraph
“Oh.”; Ida Stone (person); gap in the same paragraph
“Ah.”; Ida Stone (person); gap in the same paragraph
===
“Go!” said I. “Why, Sam?” said Tom. “So!” I said. “Sam, come!” said Tom. “No!” I cried.

“Sam!” he said.
---
fiction
“Go!”; Sam (person); gap a new scene
“Why, Sam?”; Tom (person); addressed Sam; gap in the same paragraph
“So!”; Sam (person); gap in the same paragraph; answer after a question
“Sam, come!”; Tom (person); addressed Sam; gap in the same paragraph
“No!”; Sam (person); gap in the same paragraph
“Sam!”; pronoun m; addressed Sam; gap in the next paragraph
===
“It is loaded!” Q said. “Is it?” Ann asked. “Yes!” Q cried!
---
fiction
“It is loaded!”; Q (person); gap a new scene
“Is it?”; Ann (person); gap in the same paragraph
“Yes!”; Q (person); gap in the same paragraph; answer after a question
===
One said: “Go!” Some said: “No!” The first said: “I!” The second said: “You!”

Somebody said: “He!” Everybody said: “She!” Nobody said: “It!” Who said: “We!”
---
fiction
“Go!”; One (unnamed); gap a new scene
“No!”; Some (unnamed); gap in the same paragraph
“I!”; noun u a role first; gap in the same paragraph
“You!”; implicit u; gap in the same paragraph
“He!”; Somebody (unnamed); gap in the next paragraph
“She!”; Everybody (unnamed); gap in the same paragraph
“We!”; pronoun u; gap in the same paragraph
===
“Late,” said Mr. Moe of the Ulm Post on 4 May. “So late,” said Ida Rem of Ulm.

“No,” said Lena Strand’s Norland. “Yes,” said the Otto Falk report. “Oh,” said the Union of Norland.
---
news
“Late,”; Mr. Moe (person); gap a new scene
“So late,”; Ida Rem (person); gap in the same paragraph
“No,”; Lena Strand’s Norland (organisation); gap in the next paragraph
“Yes,”; the Otto Falk report (document); gap in the same paragraph
“Oh,”; the Union of Norland (organisation); gap in the same paragraph
===
“Late,” said Head of News Per Moe and Ann Lee of Norland on 4 May.

“No,” Ann Lee, Per Moe and Ida Rem said.
---
news
“Late,”; Per Moe and Ann Lee (group); gap a new scene
“No,”; Ann Lee, Per Moe and Ida Rem (group); gap in the next paragraph
===
Ann Lee, 14, said on 4 May: “Late.” The teenager said: “So.” The 14-year-old said: “No.”
---
news
“Late.”; Ann Lee (person); gap a new scene
“So.”; noun u a person teenager; gap in the same paragraph
“No.”; noun u a role 14-year-old; gap in the same paragraph
===
“Ida's late,” said Tom. “Ida, come.” “Well, Ida’s here,” said Otto.

“I—” he began, but she shook her head. “It is late.”
---
fiction
“Ida's late,” said Tom. “Ida, come.”; Tom (person); addressed Ida; named Ida; gap a new scene
“Well, Ida’s here,”; Otto (person); named Ida; gap in the same paragraph
“I—”; pronoun m; gap in the next paragraph
“It is late.”; implicit u; gap in the same paragraph
"""


def told_of(case: Case, turn: Exchange) -> str:
    """What is known of a turn, on a line."""
    persons = case.cast.people.persons

    def names(numbers: AbstractSet[int]) -> str:
        return ", ".join(sorted(persons[number].name for number in numbers))

    speech = speech_of(turn, case.cast.people)
    told = [f"{case.text[turn.start : turn.end]}"]
    if turn.settled is not None:
        told.append(f"{turn.settled.name} ({turn.settled.type})")
    else:
        told.append(" ".join(filter(None, (turn.group, turn.gender, turn.sort, turn.key))))
    parts = {
        "whose": turn.owner.name if turn.owner is not None else "",
        "told": turn.told.name if turn.told is not None else "",
        "addressed": names(speech.addressed),
        "named": names(speech.named),
        "gap": turn.gap or "a new scene",
        "answer": turn.answer,
    }
    told.extend(f"{part} {words}" for part, words in parts.items() if words)
    told.extend(sign for sign, holds in (("inside", turn.inside), ("silent", turn.silent)) if holds)
    return "; ".join(told)


def read_turns(text: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The genre of a text and what is known of its turns, before anything is decided."""
    lines: list[str] = []

    def note(case: Case, weights: Weights) -> None:
        lines.append(case.genre)
        lines.extend(
            told_of(case, turn) for turn in sorted((*case.exchanges, *case.apart), key=lambda each: each.start)
        )
        decide(case, weights)

    monkeypatch.setattr("quoteattr.resolve.decide", note)
    attribute(text)
    yield from lines


@pytest.mark.parametrize("block", TEXTS.strip("\n").split("\n===\n"))
def test_a_source_settles_a_turn_or_tells_what_is_sought(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, _, below = block.partition("\n---\n")
    assert list(read_turns(text, monkeypatch)) == below.split("\n")


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("It was late. “So it is,” said Ann Lee.", "fiction"),
        ("It was late! “So it is!” said Ann Lee on Tuesday.", "fiction"),
        ("It is late. “So it is,” said Ann Lee on Tuesday.", "news"),
        ("It is late! “So it is,” said Ann Lee on Tuesday.", "news"),
        ("It is late. “So it is,” she said on Tuesday.", "fiction"),
        ("It is late. “So it is,” she said at 9 on 4 May.", "fiction"),
        ("It is late. “So it is,” she said at 9:30 on 14 May.", "news"),
        ("“So it is,” said Ann Lee. “It is,” said Bo Ray.", "news"),
        ("She said that it was “late”. He said that it was “early”.", "news"),
        ("She said that it was late.", "news"),
    ],
)
def test_full_names_dates_and_words_in_clauses_make_news_and_the_past_a_story(
    text: str, genre: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert next(read_turns(text, monkeypatch)) == genre


def test_a_line_that_goes_on_and_on_is_no_heading_of_whoever_it_names() -> None:
    text = "“It is late” Orvex grew, and the company called it “a late one” " * 10
    assert str(attribute(text)[1].speaker) == "Orvex"


def test_who_may_be_the_first_word_of_a_text() -> None:
    (found,) = attribute("Who said “no”? Nobody knows.").attributions
    assert (str(found.source), found.speaker) == ("Who", None)


def test_a_surname_that_two_bear_may_stand_beside_the_words_without_a_cue() -> None:
    bare = Pattern("SOURCE:name CONTENT")

    @rule(confidence=0.9)
    def name_content(passage: Passage) -> Candidate | None:
        """A name stands before the content."""
        return bare.candidate(passage)

    (found,) = attribute("Ann Koh met Bo Koh.\n\nKoh “it is late.”", rules=RuleSet((name_content, *RULES)))
    assert (found.cue, str(found.speaker)) == (None, "Ann Koh")
