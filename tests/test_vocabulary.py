"""Words that an author adds: what is refused, and what is said of it."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from quoteattr import Extension, LexiconError, OptionError, Vocabulary, attribute, attribute_many
from quoteattr.lexicon import english


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"cues": "skeet"}, r"a list of words or the Path of a table, not 'skeet': \['skeet'\]"),
        ({"cues": 5}, "a list of words or the Path of a table, not 5"),
        ({"cues": [5]}, "a row is a word or a mapping of columns, not 5"),
        ({"cues": ["Skeet"]}, "'Skeet' is no lemma: it is a verb in its base form, written small"),
        ({"cues": [{"class": "speech"}]}, "None is no lemma"),
        ({"cues": [{"lema": "skeet"}]}, "no column is named 'lema'; did you mean 'lemma'?"),
        ({"cues": [{"lemma": "skeet", "xyz": "-"}]}, "the columns are lemma, class"),
        ({"cues": [{"lemma": "skeet", "class": "speach"}]}, "cues, 'skeet': no class .* did you mean 'speech'?"),
        ({"cues": [{"lemma": "skeet", "frames": "that,xyz"}]}, "no frames is named 'xyz'; it is one of that, hearer"),
        ({"cues": [{"lemma": "skeet", "past": "a||b"}]}, "past is a form of the word, or several joined with"),
        ({"cues": [{"lemma": "skeet", "past": 5}]}, "past must be a str, not 5"),
        ({"titles": ["skipper"]}, "'skipper' is no title: it is one word with a capital"),
        ({"names": ["Ann Lee"]}, "'Ann Lee' is no name: it is one given name"),
        ({"roles": ["Bosun"]}, "'Bosun' is no noun"),
        ({"abbreviations": ["approx"]}, "'approx' is no abbreviation: it is one word with its full stop"),
        (
            {"cues": ["skeet", {"lemma": "skeet", "class": "manner"}]},
            "'skeet' is given twice, as speech, .* and as manner, .*: leave one of them out",
        ),
        ({"cues": Path("nowhere.tsv")}, "nowhere.tsv cannot be read"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_and_what_would_do(given: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        Vocabulary(**given)


def test_a_fault_in_a_table_has_its_line(tmp_path: Path) -> None:
    table = tmp_path / "cues.tsv"
    table.write_text("# lemma\tclass\n# a note\nskeet\tspeech\n\nparley\tsong\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"cues\.tsv:5, 'parley': no class is named 'song'"):
        Vocabulary(cues=table)
    table.write_text("# lemma\tclass\nskeet\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"cues\.tsv:2: 1 cells, but the first line names 2"):
        Vocabulary(cues=table)


def test_a_word_of_the_language_is_as_the_vocabulary_says() -> None:
    said = english().word("said").verb
    changed = english().adding(Vocabulary(cues=[{"lemma": "say", "strength": "weak"}])).word("said").verb
    assert (said and said.strong, changed and changed.strong) == (True, False)


def test_irregular_forms_and_particles_are_found() -> None:
    words = Vocabulary(cues=[{"lemma": "bespeak", "past": "bespoke", "participle": "bespoken"}, "skeet out"])
    texts = ["Ann Lee bespoke that it was late.", "“It is late,” Ann Lee skeeted out."]
    found = [attribute(text, vocabulary=words)[0] for text in texts]
    assert [(one.cue and one.cue.lemma, str(one.source)) for one in found] == [
        ("bespeak", "Ann Lee"),
        ("skeet out", "Ann Lee"),
    ]


def test_words_of_extensions_are_put_together() -> None:
    one, other = Extension(vocabulary=Vocabulary(cues=["skeet"])), Extension(vocabulary=Vocabulary(cues=["parley"]))
    text = "“It is late,” skeeted Ann.\n\n“It is,” parleyed Bo."
    for extensions in ([one, other], [other, one]):
        found = attribute(text, extensions=extensions)
        assert [str(each.cue) for each in found] == ["skeeted", "parleyed"]
        assert found == attribute(text, vocabulary=one.vocabulary | other.vocabulary)
    manner = Vocabulary(cues=[{"lemma": "skeet", "class": "manner"}])
    with pytest.raises(LexiconError, match="'skeet' is given twice"):
        attribute(text, extensions=[one], vocabulary=manner)


def test_what_is_no_vocabulary_is_refused() -> None:
    given: Any = ["skeet"]
    with pytest.raises(OptionError, match=r"vocabulary must be a Vocabulary, as in Vocabulary\(cues="):
        attribute("", vocabulary=given)


def test_words_go_to_other_processes_and_results_come_back_with_them() -> None:
    words = Vocabulary(cues=["skeet"], abbreviations=["qtx."])
    text = "It was qtx. late. “It is,” skeeted Ann."
    (found,) = attribute_many([text], processes=2, vocabulary=words)
    assert found == attribute(text, vocabulary=words)
    assert [span.text for span in pickle.loads(pickle.dumps(attribute(text, vocabulary=words))).sentences] == [
        "It was qtx. late.",
        "“It is,” skeeted Ann.",
    ]


def test_a_vocabulary_joins_with_nothing_but_another() -> None:
    with pytest.raises(TypeError):
        Vocabulary(cues=["skeet"]) | ["skoot"]  # type: ignore[operator]


def test_a_title_is_its_own_full_form_where_none_is_given() -> None:
    words = Vocabulary(titles=["Skpr.", {"title": "Bsn.", "full": "Boatswain"}])
    titles = english().adding(words).titles
    assert (titles["Skpr."].full, titles["Bsn."].full) == ("Skpr.", "Boatswain")
