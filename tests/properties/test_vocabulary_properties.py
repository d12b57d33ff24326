"""What holds of words that an author adds, whatever they are."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings, strategies as st

from quoteattr import LexiconError, Vocabulary, attribute
from quoteattr.lexicon import english, inflect
from quoteattr.testing import articles, names, quoted_sentences

# Words that no table has: two or three syllables of sounds that English does not put together.
_SYLLABLES = ["zur", "vok", "xim", "quab", "dwof", "pliv"]
NEW = sorted("".join(parts) for count in (2, 3) for parts in product(_SYLLABLES, repeat=count))
KINDS = ("cues", "titles", "roles", "names", "abbreviations")
FEW = settings(max_examples=12)  # each lexicon has its tables read anew


def word_of(kind: str, word: str) -> str:
    """A new word as it is given for a kind."""
    return word.capitalize() if kind in ("titles", "names") else word + "." * (kind == "abbreviations")


ADDITIONS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(NEW)), max_size=6, unique_by=lambda one: one[1]
).map(lambda pairs: [(kind, word_of(kind, word)) for kind, word in pairs])


def vocabulary_of(additions: list[tuple[str, str]]) -> Vocabulary:
    rows: dict[str, Any] = {kind: [word for each, word in additions if each == kind] for kind in KINDS}
    return Vocabulary(**rows)


@given(ADDITIONS, st.randoms(use_true_random=False))
def test_the_order_of_additions_does_not_matter(additions: list[tuple[str, str]], random: Any) -> None:
    together, one_by_one = vocabulary_of(additions), Vocabulary()
    for addition in random.sample(additions, len(additions)):
        one_by_one |= vocabulary_of([addition])
    assert one_by_one == together
    assert hash(one_by_one) == hash(together)
    assert english().adding(one_by_one) is english().adding(together)


@FEW
@given(ADDITIONS, articles())
def test_words_that_a_text_does_not_have_change_nothing(additions: list[tuple[str, str]], article: Any) -> None:
    assert attribute(article.text, vocabulary=vocabulary_of(additions)) == attribute(article.text)


@given(st.text())
def test_nothing_added_changes_nothing(text: str) -> None:
    assert english().adding(Vocabulary()) is english()
    assert attribute(text, vocabulary=Vocabulary()) == attribute(text)


@FEW
@given(st.sampled_from(NEW), names(), quoted_sentences(), st.booleans())
def test_an_added_verb_reports_in_all_its_forms(verb: str, who: str, other: Any, inverted: bool) -> None:
    forms = {kind: form for form, kind in inflect(verb)}
    said = f"{forms['d']} {who}" if inverted else f"{who} {forms['d']}"
    text = f"“It is late,” {said}.\n\n{who} {forms['d']}: “The boat has gone.”\n\n{other.text}"
    words = Vocabulary(cues=[verb])
    found = [one for one in attribute(text, vocabulary=words) if one.cue is not None and one.cue.lemma == verb]
    assert [one.source and one.source.text for one in found] == [who, who]
    assert all(one.cue is None or one.cue.lemma != verb for one in attribute(text))


@FEW
@given(st.sampled_from(NEW), st.sampled_from(["m", "f"]))
def test_added_names_and_roles_have_their_gender(word: str, gender: Any) -> None:
    words = Vocabulary(
        names=[{"name": word.capitalize(), "gender": gender}], roles=[{"noun": word + "ox", "gender": gender}]
    )
    text = f"“It is late,” said {word.capitalize()} Lee.\n\n“It is,” said the {word}ox."
    assert [one.speaker and one.speaker.gender for one in attribute(text, vocabulary=words)] == [gender, gender]


@FEW
@given(st.sampled_from(NEW), st.booleans(), st.sampled_from(["Moe there", "forty", "40 of them"]))
def test_the_full_stop_of_an_added_title_or_abbreviation_ends_no_sentence(
    word: str, title: bool, following: str
) -> None:
    short = word_of("titles", word) + "." if title else word_of("abbreviations", word)
    words = Vocabulary(titles=[short]) if title else Vocabulary(abbreviations=[{"abbreviation": short}])
    text = f"They met {short} Moe there. She left." if title else f"They met {short} {following}. She left."
    assert [span.text for span in attribute(text, vocabulary=words).sentences] == [text[:-10], "She left."]


@FEW
@given(st.sampled_from(NEW))
def test_an_added_title_belongs_to_the_name(word: str) -> None:
    title = word_of("titles", word) + "."
    found = attribute(f"“It is late,” said {title} Moe.", vocabulary=Vocabulary(titles=[title]))
    assert [(str(one.source), str(one.speaker)) for one in found] == [(f"{title} Moe", f"{title} Moe")]


CELLS = st.one_of(
    st.none(), st.integers(), st.text(max_size=6), st.sampled_from(["m", "speech", "yes", "-", "role,kin"])
)
COLUMNS = st.sampled_from(["lemma", "title", "noun", "name", "abbreviation", "class", "gender", "kind", "ends", "past"])


@given(
    st.sampled_from(KINDS),
    st.lists(st.one_of(CELLS, st.dictionaries(st.one_of(COLUMNS, st.text(max_size=3)), CELLS, max_size=3)), max_size=3),
)
def test_any_rows_are_taken_or_refused_with_their_kind(kind: str, rows: list[Any]) -> None:
    given: dict[str, Any] = {kind: rows}
    refused = ""
    try:
        words = Vocabulary(**given)
    except LexiconError as error:
        refused = str(error)
    if refused:
        assert refused.startswith(kind)
    else:
        assert bool(words) == bool(rows)
        assert pickle.loads(pickle.dumps(words)) == words


@given(ADDITIONS)
def test_a_table_says_what_a_call_says(additions: list[tuple[str, str]]) -> None:
    columns: Mapping[str, str] = {
        "cues": "lemma\tclass", "titles": "title\tkind", "roles": "noun\tgender", "names": "name\tgender",
        "abbreviations": "abbreviation\tends",
    }  # fmt: skip
    with TemporaryDirectory() as folder:
        tables: dict[str, Any] = {kind: Path(folder, f"{kind}.tsv") for kind in KINDS}
        for kind, path in tables.items():
            rows = "".join(f"{word}\t-\n" for each, word in additions if each == kind)
            path.write_text(f"# {columns[kind]}\n# a note\n{rows}", encoding="utf-8")
        assert Vocabulary(**tables) == vocabulary_of(additions)
