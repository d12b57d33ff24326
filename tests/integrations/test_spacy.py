from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any

import pytest

spacy = pytest.importorskip("spacy")

from spacy.tokens import Doc, DocBin  # noqa: E402

from quoteattr import OptionError, attribute  # noqa: E402
from quoteattr.integrations.spacy import characters_of, result_of  # noqa: E402

TEXT = "“It is late,” said Ann Lee. “Go,” she told him. She called it “a farce.”"


@pytest.fixture(scope="module")
def nlp() -> Any:
    made = spacy.blank("en")
    made.add_pipe("quoteattr")
    return made


def test_a_document_has_what_attribute_finds(nlp: Any) -> None:
    doc = nlp(TEXT)
    assert doc._.attributions == attribute(TEXT).attributions
    assert doc._.attribution_result == attribute(TEXT)
    assert doc._.attributions[0] is doc._.attributions[0]


def test_spans_are_the_tokens_of_content_cue_and_source(nlp: Any) -> None:
    doc = nlp(TEXT)
    assert [(span.id_, span.label_, span.text) for span in doc.spans["quoteattr"]][:4] == [
        ("0", "content", "“It is late,”"),
        ("0", "cue", "said"),
        ("0", "source", "Ann Lee"),
        ("1", "content", "“Go,”"),
    ]
    numbers = {span.id_ for span in doc.spans["quoteattr"]}
    assert numbers == {str(at) for at in range(len(doc._.attributions))}


def test_a_document_that_the_component_has_not_seen_has_nothing(nlp: Any) -> None:
    doc = nlp.make_doc(TEXT)
    assert doc._.attributions == ()
    assert doc._.attribution_result is None


def test_all_that_was_found_outlives_bytes(nlp: Any) -> None:
    doc = nlp(TEXT)
    read = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert read._.attribution_result == attribute(TEXT)
    packed = DocBin(store_user_data=True, docs=[doc])
    again = next(DocBin().from_bytes(packed.to_bytes()).get_docs(nlp.vocab))
    assert again._.attributions == doc._.attributions
    assert [span.text for span in again.spans["quoteattr"]] == [span.text for span in doc.spans["quoteattr"]]


def test_documents_come_back_from_other_processes(nlp: Any) -> None:
    texts = [TEXT, "", "Noon.", TEXT]
    assert [doc._.attributions for doc in nlp.pipe(texts, n_process=2, batch_size=1)] == [
        attribute(text).attributions for text in texts
    ]


def test_options_stand_in_the_configuration(nlp: Any) -> None:
    made = spacy.blank("en")
    made.add_pipe("quoteattr", config={"indirect": "none", "min_confidence": 0.5})
    text = "Ann Lee said that it was late. “Go,” said Tom."
    assert made(text)._.attributions == attribute(text, indirect="none", min_confidence=0.5).attributions
    assert made.from_config(made.config)(text)._.attributions == made(text)._.attributions
    with pytest.raises(OptionError, match="indirect must be"):
        spacy.blank("en").add_pipe("quoteattr", config={"indirect": "some"})
    assert nlp.analyze_pipes()["problems"] == {"quoteattr": []}


def with_people(*people: str, **config: Any) -> Any:
    """A pipeline whose model of names is a list of them."""
    made = spacy.blank("en")
    made.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": name} for name in people])
    made.add_pipe("quoteattr", config=config)
    return made


def test_people_among_the_entities_are_characters() -> None:
    text = "Elections Susan Bucher spoke first. “No,” said Bucher."
    assert with_people("Susan Bucher", "Bucher")(text)._.attributions[0].speaker.name == "Susan Bucher"
    characters: list[Any] = [{"name": "Susan Bucher", "aliases": ["Bucher"]}]
    assert with_people("Susan Bucher")(text)._.attributions == attribute(text, characters=characters).attributions
    assert with_people("Susan Bucher", use_ents=False)(text)._.attributions == attribute(text).attributions


def test_a_surname_is_an_alias_where_one_person_has_it() -> None:
    doc = with_people("Ann Lee", "Tom Lee", "Ida Moe", "Moe")("Ann Lee, Tom Lee's, Ida  Moe and Moe.")
    assert characters_of(doc) == [
        {"name": "Ann Lee", "aliases": []},
        {"name": "Tom Lee", "aliases": []},
    ]
    doc = with_people("Ida Moe", "Moe")("Ida Moe and Moe.")
    assert characters_of(doc) == [{"name": "Ida Moe", "aliases": ["Moe"]}]


def test_spacy_finds_the_component_by_itself() -> None:
    found = [one for one in entry_points(group="spacy_factories") if one.name == "quoteattr"]
    if not found:
        pytest.skip("the package is not installed")
    assert found[0].load().__name__ == "make_component"


def test_the_result_of_a_document_is_read_once(nlp: Any) -> None:
    read = Doc(nlp.vocab).from_bytes(nlp(TEXT).to_bytes())
    assert result_of(read) is result_of(read)
