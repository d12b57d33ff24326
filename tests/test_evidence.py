"""What speaks for those who may have said words: each piece of evidence is found where its name says.

A story stands above a line of dashes; below are its turns whose speaker is open, each with one who may have said it,
and the evidence. Evidence that no story here has is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from attrs import evolve

from quoteattr import attribute
from quoteattr.case import Case
from quoteattr.conversation import Chain
from quoteattr.evidence import Weights, weights_of
from quoteattr.exchange import Candidate
from quoteattr.idiolect import Idiolects, words_of
from quoteattr.narration import Learned
from quoteattr.persons import Person
from quoteattr.resolve import _learn, decide
from quoteattr.scout import REACH, Scout, find_candidates
from tests.checklist.cases import read_cases

STORIES = """\
Ann Lee came in. She saw Tom Moe at the window.

“It is late.”

“Is it, Ann?”

“It is.” Tom laughed.

Ann took her hat. “Then I go, sir.”

“Good night, madam,” said Tom.

The door fell shut.
---
“It is late.” Tom Moe
    mentioned last; mentioned one paragraph before; mentioned in the last sentence in the paragraph before; named
    soon after; named as the speaker up to six turns after
“It is late.” Ann Lee
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; mentioned more than once
    before; subject of a sentence in the paragraph before; subject of the last sentence in the paragraph before;
    named soon after; addressed in the turn after; never named with a cue
“Is it, Ann?” Tom Moe
    mentioned last; mentioned two or three paragraphs before; named in the next paragraph; named as the speaker
    three turns after
“Is it, Ann?” Ann Lee
    mentioned last but one; mentioned two or three paragraphs before; last mentioned as a subject; mentioned more
    than once before; named soon after; addressed in the words themselves; never named with a cue
“It is.” Tom Moe
    mentioned last; mentioned two or three paragraphs before; subject after the words; named soon after; named as
    the speaker two turns after; the gender of the one addressed in the turn after
“It is.” Ann Lee
    mentioned last but one; mentioned two or three paragraphs before; last mentioned as a subject; mentioned more
    than once before; subject of the next paragraph, with speech; named in the next paragraph; addressed in the
    turn before; never named with a cue; not the gender of the one addressed in the turn after
“Then I go, sir.” Ann Lee
    mentioned last; mentioned in the same paragraph; last mentioned as a subject; mentioned more than once before;
    subject of the last sentence before, in the paragraph; addressed in the turn before the last; never named with
    a cue; the gender of the one addressed in the turn after
“Then I go, sir.” Tom Moe
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; mentioned more than once
    before; named in the next paragraph; named as the speaker one turn after; not the gender of the one addressed
    in the turn after
===
The keeper of the lamp was old. The keeper had a dog, and Ann fed it.

“Down,” the keeper said.

“He is good,” said Ann.

“He is not,” said the keeper.
---
“Down,” Ann
    mentioned last; mentioned one paragraph before; named in the next paragraph; named as the speaker some turns
    after; not the one so called, a role; last mentioned as a subject; subject of the last sentence in the
    paragraph before
“Down,” the keeper
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; mentioned more than once
    before; subject of a sentence in the paragraph before; named soon after; the one so called, a role, a noun used
    seldom; so called more than once; gender unknown; has no name; never named with a cue; mentioned in the last
    sentence in the paragraph before
“He is not,” Ann
    mentioned last; mentioned one paragraph before; last mentioned as a subject; mentioned more than once before;
    subject of the last sentence after the words of the turn before; named as the speaker some turns before; not
    the one so called, a role
“He is not,” the keeper
    mentioned last but one; mentioned two or three paragraphs before; last mentioned as a subject; mentioned more
    than once before; the one so called, a role, a noun used seldom; so called more than once; gender unknown; has
    no name; never named with a cue
===
I met Ann at the pier. “You are late,” I said.

“I am not.”

She looked at Tom. He was silent.

“Ask Tom.”

* * *

Ida sat by the fire. Her brother Otto read.

“Otto?”

“What?” he asked.
---
“I am not.” I
    mentioned last; mentioned one paragraph before; last mentioned as a subject; mentioned more than once before;
    subject of the last sentence after the words of the turn before; named as the speaker one turn before; tells
    the story
“I am not.” Ann
    mentioned last but one; mentioned one paragraph before; subject of the next paragraph; never
    named with a cue
“I am not.” Tom
    named in the next paragraph; spoken of in the turn after; never named with a cue; not met lately
“Ask Tom.” Tom
    mentioned last; mentioned one paragraph before; last mentioned as a subject; mentioned more than once before;
    mentioned in a sentence in the paragraph before; subject of the last sentence in the paragraph before; never
    named with a cue
“Ask Tom.” Ann
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; mentioned more than once
    before; subject of a sentence in the paragraph before; never named with a cue
“Ask Tom.” I
    mentioned last but two; mentioned two or three paragraphs before; last mentioned as a subject; mentioned more
    than once before; named as the speaker two turns before; tells the story
“Otto?” Otto
    mentioned last; mentioned one paragraph before; last mentioned as a subject; subject of the last sentence in
    the paragraph before; addressed in the words themselves; never named with a cue
“Otto?” Ida
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; mentioned more than once
    before; subject of a sentence in the paragraph before; never named with a cue
“Otto?” Tom
    mentioned last but two; mentioned before the scene; last mentioned as a subject; never named
    with a cue
“Otto?” Ann
    mentioned earlier; mentioned before the scene; last mentioned as a subject; never named with a
    cue
“Otto?” I
    tells the story; not met lately
“What?” Otto
    mentioned last; mentioned two or three paragraphs before; last mentioned as a subject; addressed in the turn
    before; never named with a cue
“What?” Tom
    mentioned last but one; mentioned before the scene; last mentioned as a subject; never named
    with a cue
===
Ann Lee said the ferry was old. “It leaks,” she said.

Tom Moe, a clerk, called it “a bath.” He said: “We swim.”

Ida Rem met Otto Falk on Monday. “It is a scandal,” he said.
---
“It leaks,” Ann Lee
    mentioned last; mentioned in the same paragraph; last mentioned as a subject; subject of the last sentence
    before, in the paragraph; named as the speaker one turn before
“We swim.” Tom Moe
    mentioned last; mentioned in the same paragraph; subject of the last sentence
    before, in the paragraph; subject of the sentence that introduces the words; mentioned in the last sentence
    before, in the paragraph; named as the speaker one turn before
“It is a scandal,” Otto Falk
    mentioned last; mentioned in the same paragraph; mentioned in the last sentence before, in the paragraph
“It is a scandal,” Tom Moe
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; mentioned more than once
    before; named as the speaker two turns before
===
Tom Moe and Ann Lee stood by the well. Tom looked at the sky.

He bent down. “It is dry.”

“Is Tom right?” Ann asked.

She looked up, and he nodded. “Quite dry,” he said to Ida, and Ann wept.

“Dry as bone.” She wept. Ida sang.

“Tom knows,” she said. “Tom always knows.”

“Ann!”
---
“It is dry.” Tom Moe
    mentioned last; mentioned in the same paragraph; last mentioned as a subject; mentioned more than once before;
    the gender of the pronoun before the words; subject of the last sentence before, in the paragraph; spoken of
    in the turn after; never named with a cue
“It is dry.” Ann Lee
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; not the gender of the
    pronoun before the words; named in the next paragraph; named as the speaker one turn after
“It is dry.” Ida
    named soon after; never named with a cue; not met lately
“Quite dry,” Tom Moe
    mentioned last; mentioned in the same paragraph; mentioned more than once before; spoken of in the turn before;
    spoken of in the turn after the next; last mentioned as a subject; subject of the last sentence before, in the
    paragraph
“Dry as bone.” Ann Lee
    mentioned last; mentioned one paragraph before; mentioned more than once before; the gender of the pronoun
    after the words; subject after the words; addressed in the turn after the next; named as the speaker two turns
    before; last mentioned as a subject; subject of the last sentence after the words of the turn before
“Dry as bone.” Ida
    mentioned last but one; mentioned one paragraph before; mentioned in the last sentence after the words of the
    turn before; the gender of the pronoun after the words; subject after the words; never named
    with a cue
“Dry as bone.” Tom Moe
    mentioned last but two; mentioned one paragraph before; last mentioned as a subject; mentioned often before;
    not the gender of the pronoun after the words; spoken of in the turn after; spoken of in the turn before the
    last; never named with a cue; mentioned in the last sentence after the words of the turn before
“Tom knows,” she said. “Tom always knows.” Ida
    mentioned last; mentioned one paragraph before; last mentioned as a subject; mentioned more than once before;
    subject of the last sentence after the words of the turn before; never named with a cue
“Tom knows,” she said. “Tom always knows.” Ann Lee
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; mentioned often before;
    subject of a sentence after the words of the turn before; addressed in the turn after; named as the speaker
    three turns before
“Ann!” Ida
    mentioned last; mentioned one paragraph before; last mentioned as a subject; mentioned more than once before;
    never named with a cue
“Ann!” Ann Lee
    mentioned last but one; mentioned two or three paragraphs before; last mentioned as a subject; mentioned often
    before; addressed in the words themselves; named as the speaker up to six turns before
“Ann!” Tom Moe
    mentioned last but two; mentioned two or three paragraphs before; last mentioned as a subject; mentioned often
    before; spoken of in the turn before; never named with a cue
===
Ann Lee and Ida Rem left the mill. Ann was cold. Ann shook. Ann ran, and Ida ran.

It rained.

It rained on.

It rained and rained.

The river rose.

The bridge fell.

It was dark.

It was late.

It was cold.

It froze.

“Stop!”

Otto Hale, the smith, held a lamp.

“Who is there?” the smith asked.

“A friend,” she said. The smith put the lamp down.

“Whose friend?” the old smith asked.
---
“Stop!” Ida Rem
    mentioned last; mentioned long before; never named with a cue; last mentioned as a subject
“Stop!” Ann Lee
    mentioned last but one; mentioned long before; last mentioned as a subject; never named with a cue
“Stop!” Otto Hale
    named in the next paragraph; never named with a cue; not met lately
“Who is there?” Otto Hale
    mentioned last; mentioned one paragraph before; mentioned more than once before; subject of the last sentence
    in the paragraph before; mentioned in the last sentence in the paragraph before; named in the next paragraph;
    described by this noun; not the one so called, a role; never named with a cue
“A friend,” Ida Rem
    mentioned last; mentioned long before; never named with a cue; last mentioned as a subject
“A friend,” Ann Lee
    mentioned last but one; mentioned long before; last mentioned as a subject; never named with a cue
“Whose friend?” Otto Hale
    mentioned last; mentioned one paragraph before; last mentioned as a subject; mentioned more than once before;
    subject of the last sentence after the words of the turn before; described by this noun; not the one so
    called, a role; never named with a cue
===
“Is that you, Mr. Moe?”

“It is I, madam,” he said.

Tom Moe bowed. Mrs. Lee did not.

“Sit down, Tom.” Mrs. Lee poured tea.

“Thank you.”

“Kim says you paint,” said Mrs. Lee.

“A little, madam.”

“Kim paints, too.”
---
“Is that you, Mr. Moe?” Tom Moe
    named soon after; addressed in the turn after the next; addressed in the words themselves; never named with a
    cue; not met lately; not the gender of the one addressed in the turn after
“Is that you, Mr. Moe?” Mrs. Lee
    named soon after; named as the speaker up to six turns after; not met lately; the gender of the one addressed
    in the turn after
“It is I, madam,” Tom Moe
    named in the next paragraph; addressed in the turn before; addressed in the turn after; never named with a cue
“Sit down, Tom.” Mrs. Lee
    mentioned last; mentioned one paragraph before; last mentioned as a subject; subject of the last sentence in
    the paragraph before; subject after the words; named soon after; named as the speaker two turns after; the
    gender of the one addressed in the turn before
“Sit down, Tom.” Tom Moe
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; subject of a sentence in
    the paragraph before; addressed in the turn before the last; addressed in the words themselves; never named
    with a cue; not the gender of the one addressed in the turn before
“Thank you.” Mrs. Lee
    mentioned last; mentioned one paragraph before; last mentioned as a subject; mentioned more than once before;
    subject of the last sentence after the words of the turn before; named in the next paragraph; named as the
    speaker one turn after
“Thank you.” Tom Moe
    mentioned last but one; mentioned two or three paragraphs before; last mentioned as a subject; addressed in
    the turn before; never named with a cue
“A little, madam.” Mrs. Lee
    mentioned last; mentioned one paragraph before; last mentioned as a subject; mentioned more than once before;
    subject of the last sentence after the words of the turn before; named as the speaker one turn before
“A little, madam.” Tom Moe
    mentioned last but one; mentioned up to eight paragraphs before; last mentioned as a subject; never named with
    a cue
“Kim paints, too.” Mrs. Lee
    mentioned last; mentioned two or three paragraphs before; last mentioned as a subject; mentioned more than
    once before; named as the speaker two turns before; the gender of the one addressed in the turn before
“Kim paints, too.” Tom Moe
    mentioned last but one; mentioned up to eight paragraphs before; last mentioned as a subject; never named with
    a cue; not the gender of the one addressed in the turn before
===
Otto Hale left in 2019.

It was 47 years old.

Ann Lee and Tom Moe met Ida Rem in 2020. “It leaks,” the clerk said.

Ann Lee said on Monday in 2020 that the 12 boats were sold. “All,” she said.

Ida Rem, 47, was asked by Ann Lee on May 9 about 3,000 boats. “None,” she said on Monday.
---
“It leaks,” Ida Rem
    mentioned last; mentioned in the same paragraph; mentioned in the last sentence before, in the paragraph; not
    the one so called, a role; never named with a cue
“It leaks,” Tom Moe
    mentioned last but one; mentioned in the same paragraph; last mentioned as a subject; subject of the last
    sentence before, in the paragraph; not the one so called, a role; never named with a cue
“It leaks,” Ann Lee
    mentioned last but two; mentioned in the same paragraph; last mentioned as a subject; subject of the last
    sentence before, in the paragraph; named as the speaker some turns after; not the one so called, a role
“It leaks,” the clerk
    the one so called, a role, a noun used seldom; gender unknown; has no name; never named with a cue; not met
    lately
“All,” Ann Lee
    mentioned last; mentioned in the same paragraph; last mentioned as a subject; subject of the last sentence
    before, in the paragraph; named as the speaker one turn before
“All,” Ida Rem
    mentioned last but one; mentioned one paragraph before; never named with a cue
“None,” Ann Lee
    mentioned last; mentioned in the same paragraph; mentioned more than once before; mentioned in the last
    sentence before, in the paragraph; named as the speaker two turns before
“None,” Ida Rem
    mentioned last but one; mentioned in the same paragraph; last mentioned as a subject; subject of the last
    sentence before, in the paragraph
===
Ann sat with Tom. She had a hat.

“It is late.” Ann wept. “Very late.” Tom laughed. “So it is!”

He took the hat. “Mine?” She nodded.

Ida came in. “Whose hat is it?” she asked Tom.

“His.” Ann took it from Tom’s hand.
---
“It is late.” Ann
    mentioned last; mentioned one paragraph before; last mentioned as a subject; mentioned more than once before;
    subject of a sentence in the paragraph before; subject of the last sentence in the paragraph before; subject
    after the words; named soon after; never named with a cue
“It is late.” Tom
    mentioned last but one; mentioned one paragraph before; mentioned in a sentence in the paragraph before;
    subject of the next paragraph; named soon after; never named with a cue
“It is late.” Ida
    named soon after; never named with a cue; not met lately
“Very late.” Ann
    mentioned last; mentioned in the same paragraph; last mentioned as a subject; mentioned more than once before;
    subject of the last sentence before, in the paragraph; named soon after; never named with a cue
“Very late.” Tom
    mentioned last but one; mentioned one paragraph before; subject after the words; subject of the next
    paragraph; named soon after; never named with a cue
“Very late.” Ida
    named soon after; never named with a cue; not met lately
“So it is!” Tom
    mentioned last; mentioned in the same paragraph; last mentioned as a subject; subject of the last sentence
    before, in the paragraph; subject of the next paragraph, with speech; named soon after; never named with a cue
“So it is!” Ann
    mentioned last but one; mentioned in the same paragraph; last mentioned as a subject; mentioned more than once
    before; subject of a sentence before, in the paragraph; named soon after; never named with a cue
“So it is!” Ida
    named soon after; never named with a cue; not met lately
“Mine?” Tom
    mentioned last; mentioned in the same paragraph; last mentioned as a subject; mentioned more than once before;
    the gender of the pronoun before the words; subject of the last sentence before, in the paragraph; not the
    gender of the pronoun after the words; named in the next paragraph; never named with a cue
“Mine?” Ann
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; mentioned more than once
    before; not the gender of the pronoun before the words; the gender of the pronoun after the words; subject
    after the words; named soon after; never named with a cue
“Mine?” Ida
    named in the next paragraph; never named with a cue; not met lately
“Whose hat is it?” Ida
    mentioned last; mentioned in the same paragraph; last mentioned as a subject; subject of the last sentence
    before, in the paragraph
“Whose hat is it?” Ann
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; mentioned more than once
    before; named in the next paragraph; never named with a cue
“His.” Tom
    mentioned last; mentioned one paragraph before; mentioned more than once before; mentioned in the last
    sentence after the words of the turn before; never named with a cue
“His.” Ida
    mentioned last but one; mentioned one paragraph before; last mentioned as a subject; mentioned more than once
    before; subject of the last sentence after the words of the turn before; never named with a cue
“His.” Ann
    mentioned last but two; mentioned two or three paragraphs before; last mentioned as a subject; mentioned more
    than once before; subject after the words; never named with a cue
"""


def read_story(story: str) -> tuple[str, dict[str, set[str]]]:
    """The text of a story and, by turn and person, the evidence told below it."""
    text, _, below = story.partition("\n---\n")
    told: dict[str, str] = {}
    who = ""
    for line in below.rstrip("\n").split("\n"):
        if line.startswith(" "):
            told[who] = f"{told[who]} {line.strip()}"
        else:
            who = line
            told[who] = ""
    return text, {who: set(reasons.strip().split("; ")) for who, reasons in told.items()}


CASES = [read_story(story) for story in STORIES.split("\n===\n")]
KNOWN = {reason for _, told in CASES for reasons in told.values() for reason in reasons}


def kept(case: Case) -> Case:
    """The case with its turns, which are taken out of the one that is told about."""
    return evolve(case, exchanges=[*case.exchanges], apart=[*case.apart])


@pytest.mark.parametrize(("text", "told"), CASES)
def test_evidence_stands_where_its_name_says(
    text: str, told: dict[str, set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    cases: list[Case] = []

    def decide_once(case: Case, weights: Weights) -> None:
        """Without a second look by what the first one found, so that no weight matters."""
        decide(case, weights, passes=1)
        cases.append(kept(case))

    monkeypatch.setattr("quoteattr.resolve.decide", decide_once)
    attribute(text)

    def found() -> Iterator[tuple[str, set[str]]]:
        for turn in cases[0].exchanges:
            for one in turn.candidates:
                yield f"{text[turn.start : turn.end]} {one.person.name}", KNOWN.intersection(one.reasons)

    assert dict(found()) == told


def scout_of(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Scout, dict[str, Person]]:
    """What looks for the speakers of a text, and its people by their names."""
    cases: list[Case] = []

    def note(case: Case, weights: Weights) -> None:
        cases.append(kept(case))
        decide(case, weights, passes=1)

    monkeypatch.setattr("quoteattr.resolve.decide", note)
    monkeypatch.setattr("quoteattr.cast.Cast.let_go", lambda _: None)  # more will be asked
    attribute(text)
    (case,) = cases
    scout = Scout(
        case.cast.narration, case.exchanges, REACH[case.genre], unnamed=case.cast.unnamed, described=case.described
    )
    return scout, {person.name: person for person in case.cast.people.persons}


def test_a_pronoun_beside_the_words_means_whom_the_narration_before_tells_of(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Otto left the mill. Ida saw Tom at the gate. He waved. “Late,” he said.\n\n“So late,” said Otto.\n\n"
    scout, people = scout_of(f"{text}“No,” he said.", monkeypatch)
    reason = "meant by the pronoun as the narration goes"

    def told(turn: int) -> set[str]:
        find_candidates(scout, turn)
        return {one.person.name for one in scout.exchanges[turn].candidates if reason in one.reasons}

    assert (told(0), told(2)) == ({"Tom"}, {"Otto"})
    source = scout.exchanges[2].source
    assert source is not None
    scout.narration.learn(Learned(pronouns={source.start: people["Tom"]}))
    assert told(2) == {"Otto"}


SOON, LATELY = "meant by this noun shortly after", "meant by this noun shortly before"
KEEPER = """The keeper of the lamp was old. The keeper had a dog, and Ann fed it.

“Down,” the keeper said.

“He is good,” said Ann.

“He is not,” said the keeper."""


def test_whom_a_noun_was_taken_to_mean_is_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    scout, people = scout_of(KEEPER, monkeypatch)
    ann, keeper = people["Ann"], people["the keeper"]
    scout.memory = {"keeper": {ann.number: 3, keeper.number: 7}}
    scout.meant = {"keeper": [(0, ann), (2, keeper)]}
    expected = {
        0: {ann: {"sometimes meant by this noun"}, keeper: {"mostly meant by this noun", SOON}},
        2: {ann: {"sometimes meant by this noun", LATELY}, keeper: {"mostly meant by this noun"}},
    }
    for at, told in expected.items():
        find_candidates(scout, at)
        found = {
            one.person: {each for each in one.reasons if "meant by" in each} for one in scout.exchanges[at].candidates
        }
        assert found == told


def test_who_was_found_to_speak_around_a_turn_may_speak_there(monkeypatch: pytest.MonkeyPatch) -> None:
    scout, _ = scout_of(KEEPER, monkeypatch)
    stranger = scout.narration.people.new(name="Zell")
    scout.exchanges[1].likely = stranger
    find_candidates(scout, 0)
    assert stranger not in [one.person for one in scout.exchanges[0].candidates]
    find_candidates(scout, 0, recall=True)
    assert stranger in [one.person for one in scout.exchanges[0].candidates]


@pytest.mark.parametrize(("days", "told"), [(1, False), (200, True)])
def test_in_a_few_paragraphs_nobody_is_seldom_named(days: int, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    scout, _ = scout_of("It rained. " * days + "\n\nAnn sat by Tom.\n\n“It rains!”\n", monkeypatch)
    reasons = {reason for turn in scout.exchanges for one in turn.candidates for reason in one.reasons}
    assert ("seldom named" in reasons) is told


def test_whose_words_are_like_these_is_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    scout, people = scout_of(KEEPER, monkeypatch)
    ann, keeper = people["Ann"], people["the keeper"]
    words = ["ay ay lad down down " * 99, "good good dear dear " * 99, "ay lad ay down"]
    scout.idiolects = Idiolects([words_of([each]) for each in words])
    scout.idiolects.learn({0: keeper.number, 1: ann.number})
    find_candidates(scout, 2)
    reasons = {one.person: set(one.reasons) for one in scout.exchanges[2].candidates}
    assert reasons[keeper] & {f"speaks {so} elsewhere" for so in ("so", "somewhat so", "very much so")}
    assert reasons[ann] & {f"speaks {so}otherwise" for so in ("", "somewhat ", "quite ")}


def test_deciding_once_more_decides_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    cases: list[Case] = []

    def note(case: Case, weights: Weights) -> None:
        decide(case, weights)
        cases.append(kept(case))

    monkeypatch.setattr("quoteattr.resolve.decide", note)
    monkeypatch.setattr("quoteattr.cast.Cast.let_go", lambda _: None)  # more will be asked
    attribute(KEEPER)
    shares = [[(one.person.number, one.share) for one in turn.candidates] for turn in cases[0].exchanges]
    decide(cases[0])
    assert [[(one.person.number, one.share) for one in turn.candidates] for turn in cases[0].exchanges] == shares


def test_who_was_found_to_speak_is_learned_for_the_narration(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{KEEPER}\n\nTom came in. “So it is!” he said.\n\n“It is,” the letter said. “No!”"
    cases: list[Case] = []

    def note(case: Case, weights: Weights) -> None:
        decide(case, weights)
        cases.append(kept(case))

    monkeypatch.setattr("quoteattr.resolve.decide", note)
    attribute(text)
    learned = cases[0].cast.narration.learned
    spoken = {text[:end].rpartition("“")[2]: person for each in learned.speech.values() for end, person in each}
    assert spoken["He is good,”"].name == "Ann"
    assert {person.type for person in spoken.values()} == {"person"}
    assert set(learned.nouns) <= {"keeper"}


LEARNED = """The keeper sat by Ann and Tom!

“Down!” the keeper said.

“He is good,” said Ann.

“So it is,” he said.

“He is not!” said the keeper.

“No!”

“Yes,” said Tom.

“It was,” said the letter."""


def test_all_that_was_found_is_learned_for_a_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    cases: list[Case] = []
    certain: list[dict[int, int]] = []
    monkeypatch.setattr("quoteattr.resolve.decide", lambda case, _: cases.append(kept(case)))
    monkeypatch.setattr(Idiolects, "learn", lambda _, speakers: certain.append(dict(speakers)))
    monkeypatch.setattr("quoteattr.cast.Cast.let_go", lambda _: None)  # more will be asked
    attribute(LEARNED)
    (case,) = cases
    people = {person.name: person for person in case.cast.people.persons}
    ann, tom, keeper, letter = (people[name] for name in ("Ann", "Tom", "the keeper", "the letter"))
    found = {0: [(tom, 0.1), (keeper, 0.9)], 2: [(tom, 0.8), (ann, 0.2)], 3: [(keeper, 0.7)], 4: [(ann, 0.81)]}
    for number, shares in found.items():
        case.exchanges[number].candidates = [Candidate(person, share=share) for person, share in shares]
    scout = Scout(case.cast.narration, case.exchanges, idiolects=Idiolects([]))
    _learn(case, scout)
    learned = case.cast.narration.learned
    assert scout.meant == {"keeper": [(0, keeper), (3, keeper)]}
    assert scout.memory == {"keeper": {keeper.number: 2}}
    assert learned.nouns == {"keeper": keeper}
    assert learned.pronouns == {LEARNED.index("he said"): tom}
    spoken = [(LEARNED[:end].rpartition("“")[2], person) for each in learned.speech.values() for end, person in each]
    assert spoken == [("He is good,”", ann), ("So it is,”", tom), ("No!”", ann), ("Yes,”", tom)]
    assert certain == [{0: keeper.number, 1: ann.number, 4: ann.number, 5: tom.number, 6: letter.number}]


def evidence(text: str, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, set[str]]]:
    """For each turn the evidence for each who may have said it, before anything was decided."""
    scout, _ = scout_of(text, monkeypatch)
    return [{one.person.name: set(one.reasons) for one in turn.candidates} for turn in scout.exchanges]


def test_whoever_is_addressed_in_the_words_is_not_only_named_in_them(monkeypatch: pytest.MonkeyPatch) -> None:
    found = evidence("Ida sat by Tom.\n\n“Ida, where is Tom? And is Ida’s hat lost?”\n", monkeypatch)[0]
    told = {
        who: {each for each in reasons if each.endswith("in the words themselves")} for who, reasons in found.items()
    }
    assert told == {"Ida": {"addressed in the words themselves"}, "Tom": {"named in the words themselves"}}


TOO_RARE = {"the one so called, a voice, a noun used seldom"}
"""Evidence that no text with known speakers had often enough for a weight."""


@pytest.mark.parametrize(
    "file", ["fiction", "passages", "speakers", "answers", "thoughts_passages", "indirect_passages"]
)
def test_whatever_speaks_for_somebody_has_a_weight(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = {name for genre in REACH for table in weights_of(genre).values() for name in table}
    found: set[str] = set()
    solve = Chain.solve

    def note(chain: Chain) -> None:
        found.update(reason for turn in chain.exchanges for one in turn.candidates for reason in one.reasons)
        solve(chain)

    monkeypatch.setattr(Chain, "solve", note)
    for case in read_cases():
        if case.file == file:
            case.run()
    assert found
    assert found - weighed <= TOO_RARE


DEEDS = "says something", "thinks", "looks on", "is silent"


@pytest.mark.parametrize(
    ("told", "deed"),
    [
        ("Ida told him that it was late.", "says something"),
        ("Ida at once wrote a letter.", "says something"),
        ("Ida thought of the geese.", "thinks"),
        ("Ida listened.", "looks on"),
        ("Ida was silent.", "is silent"),
        ("Ida said nothing.", "is silent"),
        ("Ida made no reply.", "is silent"),
        ("Ida did not answer.", "is silent"),
        ("Ida did not move.", ""),
        ("Ida rose.", ""),
        ("Ida, he knew, was old.", ""),
        ("Ida and her dog, who often came here with a great many other dogs, thought so.", ""),
    ],
)
def test_what_somebody_is_told_to_do_beside_the_words_is_evidence(
    told: str, deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, where in (
        (f"“Late!” said Otto.\n\n{told}\n\n“When?”", " in the last sentence in the paragraph before"),
        (f"“Late!” said Otto.\n\n“When?” {told}", " after the words"),
        (f"“Late!” said Otto. {told}\n\n“When?”", " in the last sentence after the words of the turn before"),
        (f"“Late!” said Otto.\n\n{told} “When?”", " in the last sentence before, in the paragraph"),
    ):
        for who in evidence(text, monkeypatch)[-1:]:  # who has said it in so many words is settled
            known = {reason for reason in who.get("Ida", ()) if reason.startswith(DEEDS)}
            assert known == ({deed + where} if deed and who else set())


RAIN = "It rained.\n\n"
MANY_NAMES = ("Ann", "Tom", "Ida", "Otto", "Nora", "Eva", "Karl", "Maria", "Jack", "Ruth")


@pytest.mark.parametrize(
    ("paragraphs", "when"),
    [
        (1, "one paragraph before"),
        (2, "two or three paragraphs before"),
        (3, "two or three paragraphs before"),
        (4, "up to eight paragraphs before"),
        (8, "up to eight paragraphs before"),
        (9, "long before"),
        (60, "long before"),
        (61, None),
    ],
)
def test_it_counts_how_long_ago_somebody_was_mentioned(
    paragraphs: int, when: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = evidence(f"Ann came in.\n\n{RAIN * (paragraphs - 1)}“So late!”\n", monkeypatch)
    assert [f"mentioned {when}" in reasons for reasons in found.values()] == ([] if when is None else [True])


@pytest.mark.parametrize(
    ("times", "often"),
    [(1, None), (2, "more than once before"), (4, "more than once before"), (5, "often before"), (8, "often before")],
)
def test_it_counts_how_often_somebody_was_mentioned(
    times: int, often: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = evidence("Ann came in.\n\n" * times + "“So late!”\n", monkeypatch)
    assert {reason for reason in found["Ann"] if reason.endswith(("once before", "often before"))} == (
        set() if often is None else {f"mentioned {often}"}
    )


def test_who_was_mentioned_last_is_nearer_than_who_was_before(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = evidence("".join(f"{name} came in.\n\n" for name in MANY_NAMES) + "“So late!”\n", monkeypatch)
    ranks = ["last", "last but one", "last but two", *["earlier"] * 5]  # no more than eight are looked for
    assert {name for name, reasons in found.items() if any(each.startswith("mentioned") for each in reasons)} == {
        *MANY_NAMES[2:]
    }
    for name, rank in zip(reversed(MANY_NAMES), ranks, strict=False):
        assert f"mentioned {rank}" in found[name]


def test_of_those_who_come_later_the_first_few_may_speak(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = evidence("“So late!”\n\n" + "".join(f"{name} came in.\n\n" for name in MANY_NAMES), monkeypatch)
    assert [*found] == [*MANY_NAMES[:6]]
    assert "named in the next paragraph" in found["Ann"]
    assert all("named soon after" in found[name] for name in MANY_NAMES[1:6])


@pytest.mark.parametrize(("paragraphs", "told"), [(2, True), (14, True), (15, False)])
def test_who_comes_much_later_does_not_speak(paragraphs: int, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = evidence(f"“So late!”\n\n{RAIN * (paragraphs - 1)}Ann came in.\n", monkeypatch)
    assert found.keys() == ({"Ann"} if told else set())


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Ann sat by Tom. Ida took Ann’s hat.\n\n“So late!”\n", "in the paragraph before"),
        ("Ann sat by Tom. Ida took Ann’s hat. “So late!” It froze.\n", "before, in the paragraph"),
        ("Ann sat by Tom. Ida took her hat.\n\n“So late!”\n", None),
        ("Ida took Ann’s hat. Ann sat by Tom.\n\n“So late!”\n", None),
        ("Tom sat by Ida. Tom took Ann’s hat.\n\n“So late!”\n", None),
    ],
)
def test_the_owner_of_something_is_named_in_the_last_sentence_and_told_of_before(
    text: str, where: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = evidence(text, monkeypatch)
    owners = {(name, each) for name, reasons in found.items() for each in reasons if each.startswith("owner of")}
    assert owners == ({("Ann", f"owner of something in the last sentence {where}")} if where else set())


def test_it_counts_how_many_turns_ago_and_hence_somebody_is_named_as_the_speaker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    far = ["one turn", "two turns", "three turns", *["up to six turns"] * 3, *["many turns"] * 6, None, None]
    named, open_ones = "“Late!” said Ann.\n\n", "“Yes!”\n\n" * len(far)

    def speaking(found: dict[str, set[str]]) -> set[str]:
        return {each for each in found.get("Ann", ()) if each.startswith("named as")}

    behind = evidence(named + open_ones, monkeypatch)[1:]
    assert [*map(speaking, behind)] == [{f"named as the speaker {one} before"} if one else set() for one in far]
    ahead = evidence(open_ones + named, monkeypatch)[-2::-1]
    assert [*map(speaking, ahead)] == [
        {f"named as the speaker {one} after"} if at < 6 else set() for at, one in enumerate(far)
    ]


def test_whoever_is_named_as_the_speaker_again_and_again_is_so_by_the_nearest_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named = "“Late!” said Ann.\n\n“Late!” said Tom.\n\n"
    found = evidence(f"{named}{named}“Yes!”\n\n{named}{named}", monkeypatch)[4]
    told = {who: {each for each in reasons if each.startswith("named as")} for who, reasons in found.items()}
    assert told == {
        "Ann": {"named as the speaker two turns before", "named as the speaker one turn after"},
        "Tom": {"named as the speaker one turn before", "named as the speaker two turns after"},
    }


def test_a_noun_is_not_who_acts_before_it_but_may_be_whom_that_is_about(monkeypatch: pytest.MonkeyPatch) -> None:
    found = evidence("Moe said of Lee that the nurse called it “odd.”", monkeypatch)[-1]
    assert "Lee" in found
    assert "Moe" not in found


@pytest.mark.parametrize(("address", "told"), [("sir", True), ("madam", True), ("sir. Good night, madam", False)])
def test_an_address_to_two_tells_the_gender_of_neither(
    address: str, monkeypatch: pytest.MonkeyPatch, *, told: bool
) -> None:
    found = evidence(f"Ann sat. Tom rose.\n\n“Is it?”\n\n“Good night, {address},” said Ida.\n", monkeypatch)[0]
    assert any("the gender of the one addressed" in each for each in found["Ann"]) is told


@pytest.mark.parametrize(
    ("times", "often"), [(2, "seldom"), (5, "seldom"), (6, "sometimes"), (19, "sometimes"), (20, "often")]
)
def test_a_noun_may_be_used_seldom_or_often(times: int, often: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"The keeper was old.\n\n“Down!” the keeper said.\n\n{'The keeper slept. ' * (times - 2)}\n"
    (found,) = evidence(text, monkeypatch)
    assert f"the one so called, a role, a noun used {often}" in found["the keeper"]


@pytest.mark.parametrize(
    ("times", "told"), [(2, "seldom named"), (3, None), (149, None), (150, "often named"), (151, "often named")]
)
def test_somebody_may_be_named_seldom_or_often(times: int, told: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = evidence(f"{RAIN * 200}{'Ann sat. ' * times}\n\n“So late!”\n", monkeypatch)
    assert found["Ann"] & {"seldom named", "often named"} == ({told} if told is not None else set())


@pytest.mark.parametrize(
    ("times", "others", "told"),
    [
        (1, 4, None),
        (2, 5, "sometimes"),
        (3, 3, "sometimes"),
        (4, 3, "mostly"),
        (17, 4, "mostly"),
        (18, 3, "nearly always"),
        (4, 1, "mostly"),
        (5, 1, "nearly always"),
        (1, 0, None),
    ],
)
def test_a_noun_may_mean_somebody_sometimes_or_nearly_always(
    times: int, others: int, told: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    scout, people = scout_of(KEEPER, monkeypatch)
    scout.memory = {"keeper": {people["Ann"].number: times, people["the keeper"].number: others}}
    find_candidates(scout, 2)
    (reasons,) = (one.reasons for one in scout.exchanges[2].candidates if one.person is people["Ann"])
    assert [each for each in reasons if each.endswith("meant by this noun")] == (
        [f"{told} meant by this noun"] if told is not None else []
    )


@pytest.mark.parametrize(("away", "told"), [(-31, set()), (-30, {LATELY}), (-1, {LATELY}), (30, {SOON}), (31, set())])
def test_a_noun_means_somebody_again_soon(away: int, told: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    scout, people = scout_of(KEEPER, monkeypatch)
    ann = people["Ann"]
    scout.memory = {"keeper": {ann.number: 9}}
    scout.meant = {"keeper": sorted([(2 + away, ann), (2, ann)], key=lambda use: use[0])}
    find_candidates(scout, 2)
    (reasons,) = (one.reasons for one in scout.exchanges[2].candidates if one.person is ann)
    assert told == {LATELY, SOON}.intersection(reasons)


@pytest.mark.parametrize(
    ("times", "others", "told"), [(3, 0, True), (2, 0, True), (2, 1, False), (4, 2, True), (5, 3, False)]
)
def test_a_title_means_who_is_named_far_oftener_than_others_who_bear_it(
    times: int, others: int, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = "They saw Captain Moe. " * times + "They saw Captain Lee. " * others
    scout, people = scout_of(f"{named}\n\n“Go!” the captain said.\n", monkeypatch)
    assert (scout.narration.nouns["captain"] is people["Captain Moe"]) is told


@pytest.mark.parametrize(("rain", "may"), [(390, True), (450, False)])
def test_a_noun_in_a_book_does_not_mean_whoever_is_first_named_long_after(
    rain: int, may: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "“Go!” said the man.\n\n" + "It rained on the roof.\n\n" * rain + "Otto Moe came.\n\n"
    scout, people = scout_of(text + "The wind blew on.\n\n" * 1000 + "“No,” said Otto Moe. “No,” he said.", monkeypatch)
    assert scout.may_speak(scout.exchanges[0], people["Otto Moe"]) is may


@pytest.mark.parametrize(("times", "told"), [(3, True), (4, False)])
def test_the_narrator_is_hardly_named_in_the_narration(times: int, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“Go, Sam!” said Tom.\n\n“No!” I said.\n\n" * 17 + "They saw Sam. " * times
    scout, people = scout_of(text, monkeypatch)
    assert (scout.narration.narrator is people["Sam"]) is told


@pytest.mark.parametrize(
    ("introduced", "noun", "how"),
    [
        ("They saw Captain Moe and Captain Moe. Captain Lee sat.", "captain", "has this noun for a title"),
        ("Otto Moe, a baker, sat. Moe rose. Ida Lee, a baker, sat.", "baker", "described by this noun"),
    ],
)
def test_of_two_who_bear_a_title_or_a_role_one_is_less_known(
    introduced: str, noun: str, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = evidence(f"{introduced}\n\n“Go!” the {noun} said.\n", monkeypatch)
    told = {name.rpartition(" ")[2]: {each for each in reasons if how in each} for name, reasons in found.items()}
    assert (told["Moe"], told["Lee"]) == ({how}, {f"{how}, less known than another"})
