from __future__ import annotations

import re

import pytest

from quoteattr.abbreviations import abbreviations, one_of, stop_of_abbreviation
from quoteattr.lexicon import english


def kept(text: str) -> str:
    """The text with a ring for each full stop that belongs to the word before it."""
    return re.sub(stop_of_abbreviation.__wrapped__(english()), "°", text)  # made anew


@pytest.mark.parametrize(
    "text",
    [
        # before names
        "Mr° Berg, Mrs° Lee, Dr° Koh and the Rev° Ann Lee met Gen° Adeyemi.",
        "Messrs° de Wit and Koh; Lt° Gov° Ito; Lt°-Gov° Ito",
        "MS° LEE: Is the boat ready?",
        "Mt° Olm is high, and St° Ives is far.",
        # … which are words as well
        "He was an old con. They let him go.",
        "We met in Elm St. He was late.",
        "He bought a card. Nobody saw it.",
        # dates
        "On Nov° 5 it rained, as it had in Sept° and on Sat°, Oct° 3.",
        "She read it in the Sun. Nobody else had it.",
        "A scar that would not mar. Then it did.",
        # they may end a sentence
        "The U°S° Senate and the laws of the U°S° are two things.",
        "At 9 a.m° Lee came; at 10 p.m° she left.",
        "Acme Inc° and Berg Bros° were sold by Ann Lee Jr° and a man with a Ph.D° in law.",
        "They sold apples, pears, etc° and left.",
        # states and measures want a sign
        "In Olm, Pa°, they like Sen° Ito, R-Fla°, and the rest.",
        "We asked Pa. He knew.",
        "A rope of 6 ft° lay there. It weighed 3 lb° or so.",
        "Wait a sec. It is late.",
        # a part of a word is none
        "They own a co-op. Then-Gov° Koh and ex-Sen° Ito do not.",
        # Latin, books
        "See vol° II, p° 5, and Lee v° Koh, cf° Ito, e.g° this.",
        "He shut the vol. Ann took it.",
        # initials
        "J° K° Berg, R°P° Lee and J°-P° Ito met George W° Hall.",
        "W° de Wit and Lee, J°, wrote it; J° “Jack” Hall did not.",
        "So did I. Then we left.",
        "We have a plan B. The rest is luck.",
        "J°Hall wrote it.",
        "_Mr° Koh_ was late.",
        # nothing to keep
        "It rained. Nobody came.",
        "It was the end.",
        "",
    ],
)
def test_a_full_stop_belongs_to_the_word_where_the_sentence_shows_it(text: str) -> None:
    assert kept(text.replace("°", ".")) == text


def test_abbreviations_are_those_of_the_table_and_some_in_capitals() -> None:
    found = {short: (kind, ends) for short, kind, ends in abbreviations(english())}
    assert found["Gen"] == found["GEN"] == ("title", False)
    assert found["U.S"] == ("country", True)
    assert "D-Ala" not in found  # made of D- and Ala.


def test_one_of_matches_these_words_and_no_other() -> None:
    words = ["a", "an", "any", "b.c", "say"]
    pattern = re.compile(rf"\b(?:{one_of(words)})\b")
    assert all(pattern.fullmatch(word) for word in words)
    assert not pattern.fullmatch("bxc")
