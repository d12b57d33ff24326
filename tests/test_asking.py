"""Which quotation belongs to which report, where several stand together."""

from __future__ import annotations

import pytest

import quoteattr

Said = tuple[str, str | None, str | None]


def said(text: str) -> list[Said]:
    """The words in marks with their source and cue, pieces of one turn joined."""
    return [
        (
            " ".join(span.text for span in one.content),
            one.source.text if one.source is not None else None,
            one.cue.text if one.cue is not None else None,
        )
        for one in quoteattr.attribute(text, indirect="none")
    ]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "“It is late,” Ann Lee said, adding that the ferry had left. “Nobody told us.”",
            [("“It is late,”", "Ann Lee", "said"), ("“Nobody told us.”", "Ann Lee", "adding")],
        ),
        (
            "“It is late,” Ann Lee said before adding: “Nobody told us.”",
            [("“It is late,”", "Ann Lee", "said"), ("“Nobody told us.”", "Ann Lee", "adding")],
        ),
        (
            "“It is late,” said Ann Lee, an early voice in urging that the ferry be sold. “Nobody told us.”",
            [("“It is late,” “Nobody told us.”", "Ann Lee", "said")],
        ),
        (
            "“It is late,” Ann Lee said and, now adding that the ferry had left, sat down. “Nobody told us.”",
            [("“It is late,”", "Ann Lee", "said"), ("“Nobody told us.”", "Ann Lee", "adding")],
        ),
        (
            "“It is late,” said Ann Lee, writing and adding that the ferry had left. “Nobody told us.”",
            [("“It is late,”", "Ann Lee", "said"), ("“Nobody told us.”", "Ann Lee", "adding")],
        ),
        ("Ann Lee: “It is late.”", [("“It is late.”", "Ann Lee", ":")]),
        ("Ann Lee : “It is late.”", [("“It is late.”", "Ann Lee", ":")]),
        (
            "MS. LEE: We never saw the map.\nMR. VAZ: Where was it kept?\nMS. LEE: In the drawer.",
            [
                ("We never saw the map.", "MS. LEE", ":"),
                ("Where was it kept?", "MR. VAZ", ":"),
                ("In the drawer.", "MS. LEE", ":"),
            ],
        ),
        ("Ann Lee was frank: “It is late.”", [("“It is late.”", "Ann Lee", ":")]),
        ("This from Ann Lee: “It is late.”", [("“It is late.”", "Ann Lee", ":")]),
        ("It was a bad day for Ann Lee: “It is late.”", [("“It is late.”", "Ann Lee", ":")]),
        ("For Ann Lee, all is simple: “It is late.”", [("“It is late.”", "Ann Lee", ":")]),
        ("Here is Ann Lee: “It is late.”", [("“It is late.”", "Ann Lee", ":")]),
        ("Ann Lee was in a good mood that day:\n“It is late.”", [("“It is late.”", "Ann Lee", ":")]),
        ("“It is late.”\n— Ann Lee", [("“It is late.”", "Ann Lee", "—")]),
        ("“It is late” – Ann Lee", [("“It is late”", "Ann Lee", "–")]),
        ("“The ferry is late”: villagers on the road", [("“The ferry is late”", "villagers", ":")]),
        (
            "“It is late, ” Ann Lee said.",
            [("“It is late, ”", "Ann Lee", "said")],
        ),
        (
            "“It is late,” Ann Lee said, referring to the ferry. “Nobody told us.”",
            [("“It is late,” “Nobody told us.”", "Ann Lee", "said")],
        ),
        (
            "The goats would do better at “greener hills,” Ann Lee said: “I never liked the harbour.”",
            [("“greener hills,”", "Ann Lee", "said"), ("“I never liked the harbour.”", "Ann Lee", "said")],
        ),
        (
            "Ann Lee answered Dina Vaz with, “Why now? It is late?” Vaz then wrote back, “You look cold.”",
            [("“Why now? It is late?”", "Ann Lee", "answered"), ("“You look cold.”", "Vaz", "wrote back")],
        ),
        (
            "Ann Lee wrote to the guard, telling him, “you are a star and we need you!” She added that it was a “joy.”",
            [("“you are a star and we need you!”", "Ann Lee", "telling"), ("“joy.”", "She", "added")],
        ),
        (
            "Asked if he thought that the letter went beyond the rules, Tom Ray responded: “I guess so.”",
            [("“I guess so.”", "Tom Ray", "responded")],
        ),
        (
            "It was fought in what Dina Vaz, the treasurer, called “hand-to-hand baking.”",
            [("“hand-to-hand baking.”", "Dina Vaz", "called")],
        ),
        (
            "Ann Lee said any town that wants a ferry “owes it to the guards” to pay.",
            [("“owes it to the guards”", "Ann Lee", "said")],
        ),
        (
            "The guard stood by his comment Tuesday that “the goats hate us,” and left.",
            [("“the goats hate us,”", "his", "comment")],
        ),
        (
            "Her call for “a complete ban” on goats was heard.",
            [("“a complete ban”", "Her", "call")],
        ),
        (
            "The film then cuts to footage of Tom Ray saying, “Give them a path.”",
            [("“Give them a path.”", "Tom Ray", "saying")],
        ),
        (
            "He raised a board, which read “No goats” in red.",
            [("“No goats”", "which", "read")],
        ),
    ],
)
def test_each_report_gets_its_own_words(text: str, answer: list[Said]) -> None:
    assert said(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "“Here is the bill,” Ann Lee said after a short “Good day” to the guard.",
        "“I sat in a cold house,” Ann Lee told the town’s “Today” on Monday.",
        "“Our work is to ask,” said Ann Lee, whose new book features talks with “rebellious” bakers.",
        "The guards jeered, “Do svidaniya!” – the town’s word for “goodbye.”",
        "After the news spread, the “Ferry” star wrote a long answer: “You will not be forgotten,” she wrote.",
    ],
)
def test_a_report_takes_no_words_beyond_its_speech(text: str) -> None:
    sourced = [one for one in said(text) if one[1] is not None]
    assert len(sourced) == 1
    assert sourced[0][0].count("“") == 1


@pytest.mark.parametrize(
    "text",
    [
        "On the channel’s “Mornings,” Ann Lee thanked the guards for their work.",
        "“The Swan Is Late” star Dina Vaz opened up about her goats.",
        "The town tries to reach “undercover” bakers.",
        "The guard lost his keys on a ferry, Ann Lee said in her memoir, “The Goat Years.”",
        "Hundreds of the town’s “superbakers” have endorsed Ann Lee, a sign of her strength.",
        "It costs a lot, according to the “Goats for all” paper that he wrote.",
    ],
)
def test_words_that_are_part_of_a_phrase_have_no_source(text: str) -> None:
    assert all(source is None for _, source, _ in said(text))


def novel(fragment: str) -> str:
    """A text whose marks hold whole speeches, and one fragment in the middle of the writer's sentence."""
    talk = [f"“It is {hour} o’clock, and nobody has come,” said Ann Lee." for hour in ("one", "two", "three", "four")]
    return "\n\n".join([*talk * 6, f"They went for what is known as {fragment}, and came home late."])


def test_a_fragment_in_a_text_of_speeches_is_a_scare_quote() -> None:
    result = quoteattr.attribute(novel("a “grand tour”"))
    assert result.quotations[-1].use == "scare"
    assert all("grand tour" not in one.text for one in result)


def test_the_same_fragment_in_a_text_without_that_habit_may_be_somebodys() -> None:
    result = quoteattr.attribute("They went for what is known as a “grand tour”, and came home late.")
    assert [(one.text, one.source) for one in result if one.kind == "mixed"] == [("“grand tour”", None)]


def test_quoted_words_go_to_a_report_of_thought_though_only_speech_is_asked_for() -> None:
    text = "Ann Lee knew that the ferry to the island would be the “grandmother of all boats” in the harbour."
    mixed = [one for one in quoteattr.attribute(text) if one.kind == "mixed"]
    assert [(one.source.text if one.source else None, one.text) for one in mixed] == [
        ("Ann Lee", "“grandmother of all boats”")
    ]


def test_each_paragraph_of_a_speech_is_there_by_the_rule_that_found_who_gives_it() -> None:
    (found,) = quoteattr.attribute("Ann Lee said: “It rained.\n\n“The mill is old.\n\n“It froze.”")
    assert (len(found.content), found.rule) == (3, "cue_content")


@pytest.mark.parametrize(
    ("use", "text"),
    [
        ("title", "Ines Falk read “The Potter’s Wife,” a novel by Oda Lind, in Hull."),
        ("title", "Oda Lind’s “Kiln and Sea” was sold."),
        ("title", "He starred in “The Potters” in May."),
        ("title", "Her book, “Kiln and Sea,” was sold."),
        ("title", "The song “No More Rain” won."),
        ("title", "She made a film titled “Rain” in May."),
        ("title", "She made a film, titled “Rain,” in May."),
        ("title", "In “Kiln and Sea,” a potter drowns."),
        ("scare", "The so-called “reform” failed."),
        ("scare", "The “express” bus takes five hours."),
        ("nickname", "Otto “Mudhands” Brandt left."),
        ("unsaid", "Nobody said “no.”"),
        ("unsaid", "Otto did not say “no.”"),
        ("unsaid", "Never did Otto say “no.”"),
        ("unsaid", "If Otto says “no,” we leave."),
        ("unsaid", "Otto may say “no.”"),
        ("unsaid", "He looked as if to say “no.”"),
    ],
)
def test_what_is_quoted_but_said_by_nobody_is_told_apart_by_its_use(use: str, text: str) -> None:
    result = quoteattr.attribute(text)
    assert [one.use for one in result.quotations] == [use]
    assert not [one for one in result if one.source is not None]
