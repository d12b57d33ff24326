"""What holds of speakers in any text: built with the answer, so that nothing is worked out twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from quoteattr import attribute

WOMEN = ["Ann", "Ida", "Rosa", "Greta", "Ellen"]
MEN = ["Tom", "Karl", "Otto", "Henry", "Paul"]
SURNAMES = ["Moe", "Koh", "Quill", "Berg", "Stahl"]
WORDS = ["late", "rain", "bread", "the boat", "no more", "a hat", "enough"]
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(lambda words: " and ".join(words).capitalize())


def named(text: str, **options: object) -> list[str | None]:
    return [a.speaker.name if a.speaker else None for a in attribute(text, **options)]  # type: ignore[arg-type]


@st.composite
def talks(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Two who take turns; the first turn of each has a cue, later ones now and then."""
    pair = draw(st.permutations([draw(st.sampled_from(WOMEN)), draw(st.sampled_from(MEN))]))
    turns, answer = [], []
    for number in range(draw(st.integers(2, 12))):
        line, speaker = draw(LINES), pair[number % 2]
        cued = number < 2 or draw(st.integers(0, 3)) == 0
        turns.append(f"“{line},” said {speaker}." if cued else f"“{line}.”")
        answer.append(speaker)
    return "\n\n".join(turns), answer


@st.composite
def reports(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A piece of news: each speaker in full first, then by surname or pronoun."""
    people = draw(
        st.lists(
            st.tuples(st.sampled_from(WOMEN + MEN), st.sampled_from(SURNAMES)),
            min_size=1,
            max_size=4,
            unique_by=lambda p: p[1],
        )
    )
    paragraphs, answer = [], []
    for first, last in people:
        paragraphs.append(f"“{draw(LINES)},” {first} {last} told the council.")
        paragraphs.append(f"“{draw(LINES)},” {draw(st.sampled_from([last, 'she' if first in WOMEN else 'he']))} said.")
        answer += [f"{first} {last}"] * 2
    return "\n".join(paragraphs), answer


@given(talks())
@settings(deadline=None)
def test_a_conversation_of_two_comes_out_with_its_known_turns(talk: tuple[str, list[str]]) -> None:
    text, answer = talk
    assert named(text) == answer


@given(reports())
@settings(deadline=None)
def test_surnames_and_pronouns_lead_to_the_full_name(report: tuple[str, list[str]]) -> None:
    text, answer = report
    assert named(text) == answer


@given(reports(), st.sampled_from(SURNAMES))
@settings(deadline=None)
def test_renaming_a_person_throughout_renames_the_speaker_and_nothing_else(
    report: tuple[str, list[str]], surname: str
) -> None:
    text, _ = report
    before = attribute(text)
    after = attribute(text.replace(surname, "Varga"))
    assert [a.speaker and a.speaker.name.replace(surname, "Varga") for a in before] == [
        a.speaker and a.speaker.name for a in after
    ]
    assert [(a.kind, a.how, a.rule) for a in before] == [(a.kind, a.how, a.rule) for a in after]


@given(talks() | reports())
@settings(deadline=None)
def test_a_paragraph_at_the_end_where_nobody_speaks_or_is_named_changes_no_speaker(
    piece: tuple[str, list[str]],
) -> None:
    text, _ = piece
    assert named(text + "\n\nIt rained on the roofs until the morning.") == named(text)


@given(reports(), reports())
@settings(deadline=None)
def test_every_alias_occurs_in_the_text(one: tuple[str, list[str]], other: tuple[str, list[str]]) -> None:
    text = one[0] + "\n" + other[0]
    for speaker in attribute(text).speakers:
        assert all(alias in text for alias in speaker.aliases)


@given(talks(), st.sampled_from(MEN), LINES)
@settings(deadline=None)
def test_a_turn_with_a_cue_at_the_end_changes_no_explicit_one_before(
    talk: tuple[str, list[str]], name: str, line: str
) -> None:
    text, _ = talk
    before = [(a.speaker and a.speaker.name) for a in attribute(text) if a.how == "explicit"]
    after = [
        (a.speaker and a.speaker.name) for a in attribute(f"{text}\n\n“{line},” said {name}.") if a.how == "explicit"
    ]
    assert after[: len(before)] == before


@given(st.text(alphabet="AnaMr. “”,said heI\n*", max_size=300))
@settings(deadline=None)
def test_any_text_has_speakers_with_a_name_and_an_honest_confidence(text: str) -> None:
    for a in attribute(text):
        assert a.speaker is None or a.speaker.name
        assert 0 <= a.confidence <= 1


@pytest.mark.parametrize("length", [2_000])
def test_a_thousand_names_and_turns_are_no_trouble(length: int) -> None:
    text = "\n\n".join(
        f"“Late,” said {MEN[n % 5]} {SURNAMES[n % 5]}{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}." for n in range(length)
    )
    assert len(attribute(text)) == length
