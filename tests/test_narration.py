"""Who is mentioned outside quotation marks, and what a mention looks like.

A text stands above a line of dashes, what is found in it below, a line for each sentence: who is meant, in brackets the
words, with ``!`` where they are the subject of their sentence, with ``’s`` where they only own something. A noun is
given as it is remembered.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quoteattr.lexicon import Lexicon, english
from quoteattr.names import find_names
from quoteattr.narration import SHORT, Narration
from quoteattr.paragraphs import find_paragraphs
from quoteattr.persons import Person, find_persons
from quoteattr.quotations import find_quotations

TEXTS = """\
Ann met Tom. She smiled at him; he laughed. “No, Per.” And Tom himself left.
---
0.0 Ann (Ann!, f), Tom (Tom, m)
0.1 Ann (She!, f), Tom (him, m)
0.2 Tom (he!, m)
0.4 Tom (Tom!, m), Tom (himself, m)
===
The old lady met a nun. A former nun, Ann Lee, wept. The nun left.
---
0.0 old lady (The old lady!, f), nun (a nun, f)
0.1 Ann Lee (A former nun, Ann Lee!, f)
0.2 Ann Lee (The nun!, f)
===
Ann saw her father. Her father saw Ann's hat. His hat was old. The father of Tom left.
---
0.0 Ann (Ann!, f), Ann (her’s, f), 0 father (her father, m)
0.1 Ann (Her’s, f), 0 father (Her father!, m), Ann (Ann’s, f)
0.2 ? (His’s, m)
0.3 father (The father!, m), Tom (Tom, m)
===
Ann’s sister, a clerk, met the mapmaker. The mapmaker and his wife sat.
---
0.0 Ann (Ann’s, f), 0 sister (Ann’s sister!, f), clerk (a clerk, u), mapmaker (the mapmaker, u)
0.1 mapmaker (The mapmaker!, u), ? (his’s, m), his wife (his wife, f)
===
Of Ann nobody spoke. At the door she stood. By the door stood Tom.
---
0.0 Ann (Ann, f)
0.1 Ann (she!, f)
0.2 Tom (Tom!, m)
===
Ann and Tom left. Ann, Tom and Ida left, and Otto with them. Ann then Tom left.
---
0.0 Ann (Ann!, f), Tom (Tom!, m)
0.1 Ann (Ann!, f), Tom (Tom, m), Ida (Ida, f), Otto (Otto!, m)
0.2 Ann (Ann!, f), Tom (Tom, m)
===
A surgeon called Tom Moe came in. The surgeon sat. The surgeon named Ida Rem stood; the surgeon, Otto Hale, did not.
---
0.0 Tom Moe (A surgeon called Tom Moe!, m)
0.1 Tom Moe (The surgeon!, m)
0.2 Ida Rem (The surgeon named Ida Rem!, f)
0.3 Otto Hale (the surgeon, Otto Hale!, m)
===
Ann Lee, the keeper, slept. The keeper woke.

* * *

The keeper slept. “Keeper!” Her brother woke. My aunt slept.

CHAPTER II

He woke.
---
0.0 Ann Lee (Ann Lee!, f), Ann Lee (the keeper, f)
0.1 Ann Lee (The keeper!, f)
2.0 Ann Lee (The keeper!, f)
2.2 Ann Lee (Her’s, f), 0 brother (Her brother!, m)
2.3 my aunt (My aunt!, f)
4.0 ? (He!, m)
===
The tall and very wise old woman came. The very tall, wise and quite old woman sat. This young man did not.
---
0.0 old woman (The tall and very wise old woman!, f)
0.2 young man (This young man!, m)
===
Hale spokeswoman Ida Moe left. Tom told Ann it was hers. He hurt himself.
---
0.0 Hale (Hale’s, m), Ida Moe (Ida Moe!, f)
0.1 Tom (Tom!, m), Ann (Ann, f), Ann (hers, f)
0.2 Tom (He!, m), Tom (himself, m)
===
A nun and one girl sat. Two girls sat. Another boy left. Their girl came; our boy did, too.
---
0.0 nun (A nun!, f), girl (one girl!, f)
0.2 boy (Another boy!, m)
0.3 girl (Their girl!, f)
0.4 boy (our boy!, m)
===
Tom Moe met the first man. The second man met the little girl. The other man left.
---
0.0 Tom Moe (Tom Moe!, m), man (the first man, m)
0.1 man (The second man!, m), little girl (the little girl, f)
0.2 man (other man!, m)
===
His mapmaker sat. The Ulm mapmaker sat. Her old lampmaker sat, and mapmakers sat.
---
0.0 ? (His’s, m), mapmaker (His mapmaker!, u)
0.1 mapmaker (The Ulm mapmaker!, u)
0.2 ? (Her’s, f), lampmaker (Her old lampmaker!, u)
===
The boat's mapmaker sat by the clerk's sister. Ann Lee’s clerk's hat fell.
---
0.0 mapmaker (The boat's mapmaker!, u), sister (the clerk's sister, f)
0.1 Ann Lee (Ann Lee’s, f)
===
So said Tom Moe, the lady with him having left. The lady slept. Ann Lee, the clerk of Ulm, sat. The clerk slept.
---
0.0 Tom Moe (Tom Moe!, m), lady (the lady, f), Tom Moe (him, m)
0.1 lady (The lady!, f)
0.2 Ann Lee (Ann Lee!, f), Ann Lee (the clerk, f), Ulm (Ulm, u)
0.3 Ann Lee (The clerk!, f)
===
In haste ran Ann. At the old door, quickly, she stood.
---
0.0 Ann (Ann!, f)
0.1 Ann (she!, f)
===
That old man left. This lady met another man and one boy. An aunt sat; our uncle and their cousin stood.
---
0.0 old man (That old man!, m)
0.1 lady (This lady!, f), man (another man, m), boy (one boy, m)
0.2 aunt (An aunt!, f)
0.3 our uncle (our uncle!, m), their cousin (their cousin!, u)
===
Hale spokeswoman Ida Moe sat. The Royal Mail spokesman left.
---
0.0 Hale (Hale’s, m), Ida Moe (Ida Moe!, f)
0.1 spokesman (The Royal Mail spokesman!, m)
===
The old man and the young lady sat. The lady saw the old man.
---
0.0 old man (The old man!, m), young lady (the young lady!, f)
0.1 lady (The lady!, f), old man (the old man, m)
===
The big grey house stood there. The very old and quite blind cook sat. With him Tom left.
---
0.1 cook (The very old and quite blind cook!, u)
0.2 ? (him, m), Tom (Tom!, m)
===
Ann’s hat fell. Ann' hat fell. Tom sat; Otto, too. Ida? She sat: she wept! “No,” he said. He left.
---
0.0 Ann (Ann’s, f)
0.1 Ann (Ann’s, f)
0.2 Tom (Tom!, m)
0.3 Otto (Otto!, m)
0.4 Ida (Ida!, f)
0.5 Ida (She!, f)
0.6 Ida (she!, f)
0.8 Otto (he!, m)
0.9 Otto (He!, m)
===
Lee, the smith of Ulm, sat. The smith left. To Lee, the baker went. The baker, whom Lee saw, sat.
---
0.0 Lee (Lee!, m), Lee (the smith, m), Ulm (Ulm, u)
0.1 Lee (The smith!, m)
0.2 Lee (Lee, m), baker (the baker!, u)
0.3 baker (The baker!, u), Lee (Lee, m)
===
My aunt saw me. I saw my aunt’s dog, and she saw mine. Myself I sat.
---
0.0 my aunt (My aunt!, f)
0.1 ? (she!, f)
===
Otto Hale left the mill. Ida saw Per Moe at the gate. He waved, and Ida waved at Tom Lee. He bowed to Tom.

Otto wept. At noon Ida met Per Moe again. He sang.
---
0.0 Otto Hale (Otto Hale!, m)
0.1 Ida (Ida!, f), Per Moe (Per Moe, m)
0.2 Per Moe (He!, m), Ida (Ida!, f), Tom Lee (Tom Lee, m)
0.3 Per Moe (He!, m), Tom Lee (Tom, m)
1.0 Otto Hale (Otto!, m)
1.1 Ida (Ida!, f), Per Moe (Per Moe, m)
1.2 Per Moe (He!, m)
===
The bookseller met a violinist and a fisherman. The washerwoman met the poet. Her own sister wept.
---
0.0 bookseller (The bookseller!, u), violinist (a violinist, u), fisherman (a fisherman, m)
0.1 washerwoman (The washerwoman!, f), poet (the poet, u)
0.2 ? (Her’s, f), her sister (Her own sister!, f)
"""


def narration_of(text: str, narrator: Person | None = None, lexicon: Lexicon | None = None) -> Narration:
    lexicon = lexicon or english()
    paragraphs = find_paragraphs(text)
    quotations, _ = find_quotations(text, paragraphs, lexicon=lexicon)
    people = find_persons(find_names(text, lexicon), lexicon)
    spans = [each.span for each in quotations]
    masks = [span.start for span in spans], [span.end for span in spans]
    return Narration(text, paragraphs, masks, people, narrator)


def told(text: str, lexicon: Lexicon | None = None) -> Iterator[str]:
    """The figures of each sentence, a line each."""
    narration = narration_of(text, lexicon=lexicon)
    for paragraph in range(len(narration.paragraphs)):
        sentences: dict[int, list[str]] = {}
        for one in narration.read(paragraph):
            who = one.person.name if one.person is not None else one.key or "?"
            sign = "!" * one.subject + "’s" * one.possessor
            words = " ".join(text[one.start : one.end].split())
            sentences.setdefault(one.sentence, []).append(f"{who} ({words}{sign}, {one.gender})")
        for number, figures in sentences.items():
            yield f"{paragraph}.{number} {', '.join(figures)}"


@pytest.mark.parametrize("block", TEXTS.strip("\n").split("\n===\n"))
def test_figures_are_who_is_mentioned(block: str) -> None:
    text, _, lines = block.partition("\n---\n")
    assert list(told(text)) == lines.split("\n")


def test_figures_are_the_same_by_tables_read_anew() -> None:
    lexicon = english.__wrapped__()
    for text, _, lines in (block.partition("\n---\n") for block in TEXTS.strip("\n").split("\n===\n")):
        assert list(told(text, lexicon)) == lines.split("\n")


def test_in_news_only_a_subject_takes_the_place_of_whom_a_pronoun_means() -> None:
    narration = narration_of("Otto Hale left. Ida saw Per Moe. He waved.")
    for steady, who in ((False, "Per Moe"), (True, "Otto Hale")):
        narration.steady = steady
        narration.forget()
        assert [figure.person.name for figure in narration.read(0) if figure.form == "pronoun" and figure.person] == [
            who
        ]


@pytest.mark.parametrize(
    ("words", "times", "gender"),
    [
        ("The guest rose. She sang.", 2, "f"),
        ("The guest rose. She sang.", 1, "u"),
        ("The guest rose. Then Ida knew that she sang.", 2, "u"),
        ("The guest rose. It rained. She sang.", 2, "u"),
        ("Ida saw the guest. She sang.", 2, "u"),
    ],
)
def test_in_a_book_a_pronoun_behind_a_sentence_about_a_guest_tells_the_gender(
    words: str, times: int, gender: str
) -> None:
    for length, found in ((SHORT, gender), (0, "u")):
        narration = narration_of(f"{words}\n\n" * times + "It rained. " * (length // 11 + 1))
        guest = narration.nouns["guest"] = Person(99, type="unnamed")
        for _ in range(2):  # what was read before tells nothing more
            narration.forget()
            for paragraph in range(times * 2):
                narration.read(min(paragraph, len(narration.paragraphs) - 1))
        assert narration.people.gender(guest) == found


def test_in_a_book_a_pronoun_behind_a_sentence_about_somebody_with_a_name_tells_nothing() -> None:
    narration = narration_of("The guest rose. She sang.\n\n" * 2 + "It rained. " * (SHORT // 11 + 1))
    guest = narration.nouns["guest"] = Person(99, type="person")
    for paragraph in range(2):
        narration.read(paragraph)
    assert narration.people.gender(guest) == "u"


LONG = """Ann sat.\n\nIt rained.\n
“Ann!”

Tom and he met Ida; Ida left with her.

She sat.

It froze.

His hat fell."""


def test_the_next_paragraph_with_somebody_is_found_from_wherever_one_asks() -> None:
    narration = narration_of(LONG)
    count = len(narration.paragraphs)
    met = [bool(narration.met(paragraph, 9).steps) for paragraph in range(count)]
    named = [bool(narration.named(paragraph, 9)) for paragraph in range(count)]
    assert met == [True, False, False, True, True, False, True]
    assert named == [True, False, False, True, False, False, False]
    for order in (range(count), reversed(range(count))):
        narration.forget()
        for paragraph in order:
            before = [k for k in range(max(0, paragraph - 2), paragraph) if met[k]]
            after = [k for k in range(paragraph + 1, min(count, paragraph + 4)) if named[k]]
            assert narration.met_before(paragraph, 9, 2) == max(before, default=-1)
            assert narration.met_after(paragraph, 9, 3) == min(after, default=count)


def test_who_is_met_is_counted_and_met_last_without_those_who_only_own() -> None:
    narration = narration_of(LONG)
    met = narration.met(3, 9)
    people = {figure.person.name: LONG[figure.start : figure.end] for figure in met.last if figure.person is not None}
    assert people == {"Ida": "Ida", "Tom": "he"}
    assert [person.name for person in narration.named(3, 9)] == ["Tom", "Ida"]
    assert met.steps == 5
    assert sorted(met.counts.values()) == [2, 3]


@pytest.mark.parametrize(
    ("words", "told"), [("", True), (" big grey old odd", True), (" big grey old odd blind", False)]
)
def test_a_noun_belongs_to_a_determiner_a_few_words_before_it(words: str, told: bool) -> None:
    assert bool(narration_of(f"They saw the{words} cook.").read(0)) is told


@pytest.mark.parametrize(("paragraphs", "told"), [(1, "Ann"), (3, "Ann"), (4, "?")])
def test_a_pronoun_means_somebody_of_a_few_paragraphs_before(paragraphs: int, told: str) -> None:
    narration = narration_of("Ann sat.\n\n" + "It rained.\n\n" * (paragraphs - 1) + "She rose.")
    (figure,) = narration.read(paragraphs)
    assert (figure.person.name if figure.person is not None else "?") == told


@pytest.mark.parametrize(("at", "near"), [(0, 81), (50, 131), (150, 130)])
def test_figures_too_far_from_a_turn_do_not_matter(at: int, near: int) -> None:
    narration = narration_of("Ann sat. " * 200)
    start = at * len("Ann sat. ")
    assert len(narration.near(0, start, start + 1)) == near


def test_the_figures_near_a_turn_are_the_same_in_a_paragraph_that_keeps_them_in_columns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Ann met Bo. " * 300
    usual = [(figure.start, figure.end, figure.subject) for figure in narration_of(text).near(0, 1_800, 1_812)]
    assert len(usual) < 300
    monkeypatch.setattr("quoteattr.narration._LONG_PARAGRAPH", 2)
    figures = narration_of(text).near(0, 1_800, 1_812)
    assert [(figure.start, figure.end, figure.subject) for figure in figures] == usual


def test_a_sentence_may_have_so_many_figures_that_its_subject_is_long_put_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quoteattr.narration._LONG_PARAGRAPH", 2)
    text = "When Ann " + "saw Bo by Tom " * 300 + "wept, Ida left."
    last = narration_of(text).read(0)[-1]
    assert text[last.start : last.end] == "Ida"


def test_so_many_figures_are_met_at_most() -> None:
    narration = narration_of("Ann met Tom. Ida met Otto.")
    met = narration.met(0, 2)
    assert met.steps == 2
    assert {figure.person.name for figure in met.last if figure.person is not None} == {"Ida", "Otto"}
    assert [person.name for person in narration.named(0, 2)] == ["Ann", "Tom"]


@pytest.mark.parametrize("sign", ["* * *", "XIV", "THE END", "Chapter 4", "part II", "Act III", "10:30", "9.05 Ulm"])
def test_a_scene_ends_at_a_short_paragraph_that_only_parts(sign: str) -> None:
    narration = narration_of(f"Ann sat.\n\n{sign}\n\nTom sat.")
    assert narration.scenes == [0, 1, 1]
    assert narration.parted(0, 2)
    assert not narration.parted(1, 2)
    assert not narration.parted(2, 0)


@pytest.mark.parametrize("words", ["“STOP!”", "It rained.", "STOP " * 20, "Chapters were read."])
def test_no_scene_ends_at_speech_at_a_sentence_or_at_a_long_paragraph(words: str) -> None:
    assert narration_of(f"Ann sat.\n\n{words}\n\nTom sat.").scenes == [0, 0, 0]


def test_a_place_in_quotation_marks_is_speech_and_an_owner_is_found_by_place() -> None:
    text = "Ann sat. “Her hat!” Her hat fell."
    narration = narration_of(text)
    assert [narration.is_speech(text.index(words)) for words in ("sat", "Her hat!", " Her hat fell")] == [
        False,
        True,
        False,
    ]
    owner = narration.owner_at(text.rindex("Her"))
    assert owner is not None
    assert owner.name == "Ann"
    assert narration.owner_at(text.index("sat")) is None


def test_i_and_my_are_the_narrators() -> None:
    narrator = Person(9, fixed_name="I")
    text = "I sat. My hat fell; Ann gave me mine, and I thanked my aunt."
    figures = [one for one in narration_of(text, narrator).read(0) if one.person is narrator]
    assert [text[one.start : one.end] for one in figures] == ["I", "My", "me", "I", "my"]
    assert [one.possessor for one in figures] == [False, True, False, False, True]
    assert {one.form for one in figures} == {"narrator"}
    assert not [one for one in narration_of(text).read(0) if one.form == "narrator"]


def test_a_noun_beside_a_name_tells_the_gender_of_who_bears_it() -> None:
    narration = narration_of("Xandel Quill, the nun, slept. The monk called Zell Rook woke.")
    narration.read(0)
    people = {person.name: narration.people.gender(person) for person in narration.people.everybody()}
    assert people == {"Xandel Quill": "f", "Zell Rook": "m"}


def test_a_noun_beside_a_name_tells_the_gender_once_however_often_it_is_read() -> None:
    narration = narration_of("Xandel Quill, the nun, slept, and so did the monk called Zell Rook.")
    narration.read(0)
    votes = [dict(person.votes) for person in narration.people.persons]
    narration.forget()
    narration.read(0)
    assert [person.votes for person in narration.people.persons] == votes


def test_his_tells_the_gender_of_somebody_of_whom_nothing_else_does_once_however_often_it_is_read() -> None:
    rain = "It rained all day in the old town by the sea and over the hills, and all night. " * 2
    narration = narration_of(f"Dr. Zorv Quorn sat down. {rain}His hat fell.")
    (quorn,) = narration.people.everybody()
    assert narration.people.gender(quorn) == "u"
    assert [figure.person for figure in narration.read(0)] == [quorn, quorn]
    assert (narration.people.gender(quorn), quorn.votes) == ("m", {"m": 1.0, "f": 0.0})
    quorn.vote("f", 1.0)
    quorn.tally = None
    narration.forget()
    assert [figure.person for figure in narration.read(0)] == [quorn, quorn]
    assert (narration.people.gender(quorn), quorn.votes) == ("u", {"m": 1.0, "f": 1.0})


def test_in_a_whole_book_a_noun_for_anybody_is_not_whoever_was_once_called_so() -> None:
    once = "That woman Ann Quill left. "
    narration = narration_of(once + "It rained. " * 2_000)
    assert [figure.person is not None for figure in narration.read(0)] == [True]
    assert narration.nouns == {}
    short = narration_of(once)
    short.read(0)
    assert [person.name for person in short.nouns.values()] == ["Ann Quill"]


def test_the_narration_prints_without_its_text() -> None:
    narration = narration_of("Ann sat. She rose.")
    assert narration.read(0)
    assert str(narration) == "Narration(narrator=None, look_back=3)"
