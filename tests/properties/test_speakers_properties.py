"""What holds of speakers in any text: built with the answer, so that nothing is worked out twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from quoteattr import attribute

WOMEN = ["Ann", "Ida", "Rosa", "Greta", "Ellen"]
MEN = ["Tom", "Karl", "Otto", "Henry", "Paul"]
SURNAMES = ["Moe", "Koh", "Quill", "Berg", "Stahl"]
WORDLIKE = (
    "Baker Best Bishop Bright Christian Cook Cross Day English From Good Grant Green Hope Judge King Long Love May More"
    " Short Small Still Strong Summers Waters White Will Winter Worth Young"
).split()
"""Surnames that by themselves are other words."""
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
def reports(
    draw: st.DrawFn, firsts: tuple[str, ...] = (*WOMEN, *MEN), surnames: tuple[str, ...] = tuple(SURNAMES)
) -> tuple[str, list[str]]:
    """A piece of news: each speaker in full first, then by surname or pronoun."""
    people = draw(
        st.lists(
            st.tuples(st.sampled_from(firsts), st.sampled_from(surnames)),
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


@given(st.sampled_from(WOMEN + MEN), st.sampled_from(WORDLIKE), LINES)
@settings(deadline=None)
def test_a_surname_that_is_another_word_leads_to_the_full_name(first: str, last: str, line: str) -> None:
    told = f"“{line},” {first} {last} told the council."
    for again in (f"{last} said: “{line}.”", f"“{line},” said {last}.", f"“{line},” {last} said on Monday."):
        assert named(f"{told}\n{again}") == [f"{first} {last}"] * 2


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


@given(talks(), st.sampled_from(WOMEN))
@settings(deadline=None)
def test_renaming_one_of_two_who_talk_renames_their_turns_and_no_others(talk: tuple[str, list[str]], name: str) -> None:
    text, answer = talk
    assert named(text.replace(name, "Berta")) == [speaker.replace(name, "Berta") for speaker in answer]


ONE = reports(("Ann", "Ida", "Tom", "Karl"), ("Moe", "Koh"))
OTHER = reports(("Rosa", "Greta", "Otto", "Paul"), ("Quill", "Berg", "Stahl"))


@given(ONE, OTHER, st.sampled_from(["\n\n", "\n\n* * *\n\n"]))
@settings(deadline=None)
def test_swapping_two_independent_articles_swaps_their_results(
    one: tuple[str, list[str]], other: tuple[str, list[str]], between: str
) -> None:
    assert named(one[0] + between + other[0]) == [*named(one[0]), *named(other[0])]
    assert named(other[0] + between + one[0]) == [*named(other[0]), *named(one[0])]


@given(talks() | reports(), st.floats(0.0, 1.0))
@settings(deadline=None)
def test_no_speaker_is_less_sure_than_asked_for_and_the_surer_ones_stay(
    piece: tuple[str, list[str]], bar: float
) -> None:
    text, _ = piece
    everybody, sure = attribute(text), attribute(text, min_confidence=bar)
    assert all(a.speaker_confidence >= bar for a in sure if a.speaker is not None)
    surer = [a.speaker for a in everybody if a.speaker_confidence >= bar]
    assert [a.speaker for a in sure if a.speaker is not None] == surer


@given(talks() | reports())
@settings(deadline=None)
def test_those_who_lost_are_no_likelier_than_the_speaker(piece: tuple[str, list[str]]) -> None:
    for a in attribute(piece[0]):
        shares = [lost.confidence for lost in a.rejected if lost.speaker is not None]
        assert all(share <= a.speaker_confidence for share in shares)
        assert a.speaker_confidence + sum(shares) <= 1.001


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
    given_ones = {"name": "Annabel Moe", "aliases": ["Moe", "Old Moe"], "gender": "f"}
    for speaker in attribute(text, characters=[given_ones]).speakers:  # type: ignore[list-item]
        known = {"Annabel Moe", "Moe", "Old Moe"} if speaker.name == "Annabel Moe" else set()
        assert all(alias in text or alias in known for alias in speaker.aliases)


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
