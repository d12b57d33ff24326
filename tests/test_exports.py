"""Every format, read back by a tool that is not ours: what is in it is what was found."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple, get_args

import jsonschema
import pandas as pd
import pytest
from bioc import brat
from hypothesis import example, given, strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from pyld import jsonld

import quoteattr
from quoteattr import OptionError, Result, Span, Speaker, attribute, render
from quoteattr.render import FORMATS
from quoteattr.render.brat import CONFIGURATION
from quoteattr.render.cast import Cast
from quoteattr.render.csv_rows import COLUMNS, HEADER
from quoteattr.render.nesting import nest, write_nested
from quoteattr.render.page.view import see
from quoteattr.render.script import NARRATOR, UNKNOWN
from quoteattr.render.ssml import render_ssml
from quoteattr.render.text import printable
from quoteattr.testing.strategies import articles, together
from tests.outside import program, tool

PROJECT = Path(__file__).parents[1]
ARTICLE = (PROJECT / "docs" / "article.txt").read_text(encoding="utf-8")

HOSTILE = (
    "“</said></voice><script>alert(1)</script> & \"'>,” said Ann \x1b[31mLee\x07, a <b>miller</b>.\r\n\r\n"
    "\u202e“]]> *so* | `late` \\ ,” Bo\u2028Vole told\ttheir\x00 aide. “\ud800,” he added. “# 1. [x](y),” she said.\n\n"
    "=SUM(A1) was due, Ann Lee said. “The so-called ‘fix’,” Bo Vole warned, “is &lt;late&gt;.”"
)


def texts() -> st.SearchStrategy[str]:
    """Articles with their quotations, and hostile text in and between them."""
    poison = st.text(st.sampled_from("<>&\"'“”‘’\r\n\t\x00\x1b\ud800\u202e\u2028|*_`\\#=,;:[]() aB."), max_size=20)
    return st.one_of(
        st.tuples(poison, articles(), poison).map(lambda parts: parts[0] + parts[1].text + parts[2]),
        st.lists(articles(max_paragraphs=2), min_size=1, max_size=2).map(lambda some: together(some, "\n\n").text),
        poison,
    )


class Found(NamedTuple):
    """What a format can hold of an attribution."""

    kind: str
    content: tuple[tuple[int, int], ...]
    speaker: str | None
    cue: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]
    how: str


def clean(text: str) -> str:
    """The text as XML can hold it."""
    return "".join(sign if sign in "\t\n\r" or ord(sign) > 31 else "\ufffd" for sign in text).replace(
        "\ud800", "\ufffd"
    )


def found_in(result: Result, tidy: Callable[[str], str] = str) -> list[Found]:
    return [
        Found(
            one.kind,
            _joined(_pairs(one.content), result.text),
            tidy(one.speaker.name) if one.speaker else None,
            _joined(_pairs(one.cue.spans if one.cue else ()), result.text),
            _joined(_pairs((one.source.span,) if one.source else ()), result.text),
            one.how,
        )
        for one in result
    ]


def _pairs(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _joined(spans: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """The spans in their order; those with nothing but blanks between them are one, blanks at the ends are cut."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        words = text[start:end]
        begin, stop = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        if joined and not text[joined[-1][1] : begin].strip():
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((begin, stop))
    return tuple(joined)


# The table of formats


@given(texts())
@example(HOSTILE)
@example("")
def test_any_text_can_be_written_in_any_format(text: str) -> None:
    result = attribute(text)
    for format_ in FORMATS:
        written = render(result, format_, name='a <b>&"\n.txt')
        assert written == render(result, format_, name='a <b>&"\n.txt')
        written.encode("utf-8")  # no half of a surrogate pair is left


def test_a_format_that_is_none_is_an_option_error() -> None:
    with pytest.raises(OptionError, match="no format is named 'brad'; did you mean 'brat'"):
        render(Result(text=""), "brad")
    with pytest.raises(OptionError, match="there are: text, json, csv"):
        render(Result(text=""), "docx")


# JSON and its schema


def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((resources.files(quoteattr) / "result.schema.json").read_text("utf-8"))
    return loaded


VALIDATOR = jsonschema.Draft202012Validator(schema())


@given(texts(), st.sampled_from(["none", "speech", "all"]))
@example(HOSTILE, "all")
def test_every_result_has_the_shape_of_the_schema(text: str, indirect: Any) -> None:
    VALIDATOR.validate(attribute(text, indirect=indirect).to_dict(id="a"))
    VALIDATOR.validate(json.loads(attribute(text, indirect=indirect).to_json()))


def test_the_schema_is_a_schema_and_its_words_are_those_of_the_classes() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    defined = schema()["$defs"]
    for name, owner in (
        ("attribution", quoteattr.Attribution), ("speaker", Speaker), ("quotation", quoteattr.Quotation),
        ("diagnostic", quoteattr.Diagnostic),
    ):  # fmt: skip
        for key, rule in defined[name]["properties"].items():
            if "enum" in rule and key != "cue_form":
                assert rule["enum"] == list(get_args(_type_of(owner, key))), f"{name}.{key}"
    assert defined["mention_form"]["enum"] == list(get_args(_type_of(quoteattr.Mention, "form")))
    assert defined["cue"]["properties"]["form"]["enum"] == list(get_args(_type_of(quoteattr.Cue, "form")))


def _type_of(owner: type, key: str) -> Any:
    from typing import get_type_hints

    return get_type_hints(owner)[key]


def test_what_is_no_result_is_refused_by_the_schema() -> None:
    saved = attribute(ARTICLE).to_dict()
    changes: tuple[Callable[[Any], object], ...] = (
        lambda data: data.pop("text"),
        lambda data: data.update(more=1),
        lambda data: data["attributions"][0].update(kind="loud"),
        lambda data: data["attributions"][0].update(content=[]),
        lambda data: data["attributions"][0].update(content=[[1, 2, 3]]),
        lambda data: data["attributions"][0].pop("how"),
        lambda data: data["speakers"][0].update(gender=None),
        lambda data: data["quotations"][0].update(span=[-1, 2]),
    )
    for change in changes:
        data = json.loads(json.dumps(saved))
        change(data)
        assert not VALIDATOR.is_valid(data)


# CSV


@given(texts())
@example(HOSTILE)
def test_csv_read_by_the_standard_library_and_by_pandas_is_what_was_found(text: str) -> None:
    result = attribute(text)
    written = render(result, "csv", name='a,"b"\n.txt')
    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    frame = pd.read_csv(io.StringIO(written, newline=""), keep_default_na=False, dtype=str)
    assert list(frame.columns) == list(COLUMNS)
    assert frame.to_dict("records") == rows
    assert [row["document"] for row in rows] == ['a,"b"\n.txt'] * len(result)
    for row, one in zip(rows, result, strict=True):
        assert row["text"].removeprefix("'") == one.text.replace("\x00", "\ufffd").replace(
            "\ud800", "\ufffd"
        ).removeprefix("'")
        assert (int(row["start"]), int(row["end"])) == (one.start, one.content[-1].end)
        spans = [tuple(map(int, span.split("-"))) for span in row["content"].split(";")]
        assert spans == _pairs(one.content)
        assert (row["kind"], row["how"], row["said"]) == (one.kind, one.how, one.said)
        assert [float(row[kind]) for kind in ("confidence", "speaker_confidence")] == [
            one.confidence,
            one.speaker_confidence,
        ]


def test_no_cell_is_a_formula() -> None:
    for row in csv.reader(io.StringIO(render(attribute(HOSTILE, indirect="all"), "csv"), newline="")):
        assert [cell for cell in row if cell[:1] in tuple("=+-@")] == []


def test_the_header_of_csv_is_its_columns() -> None:
    assert FORMATS["csv"].header == HEADER


# brat


@given(texts())
@example(HOSTILE)
@example(ARTICLE)
def test_brat_standoff_read_by_bioc_is_what_was_found(text: str) -> None:
    result = attribute(text, indirect="all")
    document = brat.loads_ann(render(result, "brat"))
    things = {one.id: one for one in document.annotations}
    events = [one for one in document.annotations if isinstance(one, brat.BratEvent)]
    notes = {(one.refid, one.type): one.text for one in things.values() if isinstance(one, brat.BratNote)}
    how = {one.refid: next(iter(one.attributes)) for one in things.values() if one.id[0] == "A" and one.type == "How"}

    def spans(thing: Any) -> tuple[tuple[int, int], ...]:
        pairs = [(place.begin, place.end) for place in thing.locations] if thing else []
        for start, end in pairs:
            assert "\n" not in text[start:end]
        return _joined(pairs, text)

    assert [
        Found(
            event.type.lower(),
            spans(things[event.trigger_id]),
            notes.get((event.id, "Speaker")),
            spans(things.get(event.arguments.get("Cue"))),
            spans(things.get(event.arguments.get("Source"))),
            how[event.id].lower(),
        )
        for event in events
    ] == found_in(result, lambda name: " ".join(name.replace("\x00", "\ufffd").replace("\ud800", "\ufffd").split()))
    assert [
        tuple(notes.get((event.id, kind)) for kind in ("Confidence", "Speaker_confidence")) for event in events
    ] == [(str(one.confidence), str(one.speaker_confidence) if one.speaker else None) for one in result]


def test_the_configuration_of_brat_knows_every_word() -> None:
    written = render(attribute(ARTICLE + HOSTILE, indirect="all"), "brat")
    kinds = {line.split("\t")[1].split(" ")[0].split(":")[0] for line in written.splitlines() if line[0] in "TEA"}
    assert [kind for kind in kinds if f"\n{kind}" not in CONFIGURATION] == []


# TEI

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(scope="module")
def tei_schema() -> etree.RelaxNG:
    """The schema of TEI P5 itself, with everything in it."""
    return etree.RelaxNG(etree.parse(tool("tei_all.rng")))


@pytest.mark.parametrize(
    "text", [ARTICLE, HOSTILE, "", "Hush.", "A: Is it late?\n\nB: No.\n\nA: It is.\n\nB: Why?"], ids=range(5)
)
def test_tei_is_valid_by_the_schema_of_tei(text: str, tei_schema: etree.RelaxNG) -> None:
    document = etree.fromstring(render(attribute(text, indirect="all"), "tei").encode())
    tei_schema.assertValid(document)


def test_tei_of_every_kind_of_speaker_is_valid(tei_schema: etree.RelaxNG) -> None:
    text = "“Late,” it said."
    kinds = get_args(_type_of(Speaker, "type"))
    genders = get_args(_type_of(Speaker, "gender"))
    speakers = tuple(
        Speaker(f"{kind} {gender}", (kind, gender), (), gender, kind) for kind in kinds for gender in genders
    )
    late = quoteattr.Attribution(kind="direct", content=(Span.of(text, 0, 7),), speaker=speakers[0])
    document = etree.fromstring(render(Result(text=text, attributions=(late,), speakers=speakers), "tei").encode())
    tei_schema.assertValid(document)


@given(texts())
@example(HOSTILE)
@example(ARTICLE)
def test_tei_read_by_lxml_is_the_text_and_what_was_found(text: str) -> None:
    result = attribute(text, indirect="all")
    document = etree.fromstring(render(result, "tei").encode())
    body = document.find(f".//{TEI}body")
    assert body is not None
    assert "".join(map(str, body.itertext())) == clean(text)
    names = {person.get(ID): person[0].text for person in document.iter() if person.get(ID, "").startswith("S")}
    places = dict(_places(body))
    said: dict[str, list[Any]] = {f"A{at}": [] for at in range(len(result))}
    for element in body.iter(f"{TEI}said"):
        said[element.get("n", "")].append(element)
    chains = [[element.get(ID) for element in elements] for elements in said.values()]
    assert [[element.get("next") for element in elements] for elements in said.values()] == [
        [*(f"#{name}" for name in chain[1:]), None] for chain in chains
    ]

    def pointing(role: str, chain: list[Any]) -> tuple[tuple[int, int], ...]:
        mine = [
            places[one]
            for one in body.iter(f"{TEI}seg", f"{TEI}rs")
            if one.get("type") == role and f"#{chain[0]}" in one.get("corresp", "").split()
        ]
        return _joined(mine, text)

    assert [
        Found(
            elements[0].get("ana").split()[0][1:],
            _joined([places[one] for one in elements], text),
            names[elements[0].get("who")[1:]] if elements[0].get("who") else None,
            pointing("cue", chain),
            pointing("source", chain),
            elements[0].get("ana").split()[1][1:],
        )
        for elements, chain in zip(said.values(), chains, strict=True)
    ] == found_in(result, clean)
    assert [elements[0].get("cert") for elements in said.values()] == [
        f"{one.speaker_confidence if one.speaker else one.confidence:.4f}" for one in result
    ]


def _places(body: Any) -> Iterator[tuple[Any, tuple[int, int]]]:
    """Where the words of each element stand in the text of the body."""
    at = 0
    starts: dict[Any, int] = {}
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            starts[element] = at
            at += len(element.text or "")
        else:
            yield element, (starts[element], at)
            at += len(element.tail or "") if element is not body else 0


# Web Annotations

# The terms of the W3C's context that are used, as https://www.w3.org/TR/annotation-vocab/ defines them: the context
# itself lies in no package.
TERMS_USED = {
    "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#",
    "foaf": "http://xmlns.com/foaf/0.1/", "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "id": "@id", "type": "@type", "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource", "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector", "Person": "foaf:Person", "Organization": "foaf:Organization",
    "Software": "as:Application", "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage", "identifying": "oa:identifying", "tagging": "oa:tagging",
    "linking": "oa:linking", "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"}, "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"}, "generator": {"@type": "@id", "@id": "as:generator"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "first": {"@type": "@id", "@id": "as:first"}, "format": "dc:format", "language": "dc:language",
    "value": "rdf:value", "start": "oa:start", "end": "oa:end", "exact": "oa:exact", "prefix": "oa:prefix",
    "suffix": "oa:suffix", "name": "foaf:name", "label": "rdfs:label", "total": "as:totalItems",
    "startIndex": "as:startIndex",
}  # fmt: skip


def _load(url: str, _options: object) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS_USED}}


OA = TERMS_USED["oa"]


@given(texts())
@example(HOSTILE)
@example(ARTICLE)
def test_web_annotations_expanded_by_a_json_ld_processor_are_what_was_found(text: str) -> None:
    result = attribute(text, indirect="all")
    written = json.loads(render(result, "annotations", name="my <notes>.txt"))
    (collection,) = jsonld.expand(written, {"documentLoader": _load, "base": "https://news.example/"})
    (page,) = collection["https://www.w3.org/ns/activitystreams#first".replace("https", "http")]
    annotations = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert [list(_spans(one[f"{OA}hasTarget"], text)) for one in annotations] == [_pairs(one.content) for one in result]
    for annotation, one in zip(annotations, result, strict=True):
        bodies = annotation[f"{OA}hasBody"]
        assert annotation["@type"] == [f"{OA}Annotation"]
        assert [annotation[f"urn:quoteattr:{kind}"][0]["@value"] for kind in ("confidence", "speakerConfidence")] == [
            one.confidence,
            one.speaker_confidence,
        ]
        assert _values(bodies, "tagging", f"{TERMS_USED['rdf']}value") == [one.kind, one.how, one.said]
        speakers = [
            body[f"{OA}hasSource"][0][f"{TERMS_USED['foaf']}name"][0]["@value"]
            for body in bodies
            if body[f"{OA}hasPurpose"] == [{"@id": f"{OA}identifying"}]
        ]
        assert speakers == (
            [one.speaker.name.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")] if one.speaker else []
        )
        linked = {
            role: list(_spans((body for body in bodies if body.get("urn:quoteattr:role") == [{"@value": role}]), text))
            for role in ("source", "cue")
        }
        assert linked == {
            "source": _pairs((one.source.span,) if one.source else ()),
            "cue": _pairs(one.cue.spans if one.cue else ()),
        }


def _spans(resources_: Any, text: str) -> Iterator[tuple[int, int]]:
    """Where parts of a text stand; their words and those around them are the text's."""
    for resource in resources_:
        assert resource[f"{OA}hasSource"] == [{"@id": "https://news.example/my%20%3Cnotes%3E.txt"}]
        position, words = resource[f"{OA}hasSelector"]
        start, end = (position[f"{OA}{key}"][0]["@value"] for key in ("start", "end"))
        stretch = "".join(words[f"{OA}{key}"][0]["@value"] for key in ("prefix", "exact", "suffix"))
        assert stretch == text[max(0, start - 32) : end + 32].replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
        yield start, end


def _values(bodies: Any, purpose: str, key: str) -> list[str]:
    return [body[key][0]["@value"] for body in bodies if body[f"{OA}hasPurpose"] == [{"@id": f"{OA}{purpose}"}]]


# Script and SSML


@given(texts())
@example(HOSTILE)
def test_a_script_is_the_whole_text_in_its_order(text: str) -> None:
    result = attribute(text)
    lines = render(result, "script").splitlines()
    labels = {NARRATOR, UNKNOWN, *Cast.of(result).labels(NARRATOR, UNKNOWN)}
    words = []
    for line in lines:
        label, _, spoken = line.partition(": ")
        assert label in {printable(one) for one in labels}
        words.append(spoken)
    assert "".join("".join(words).split()) == "".join(printable(text).split())


def test_a_script_gives_each_turn_to_its_speaker_and_the_rest_to_the_narrator() -> None:
    text = "“No,” said Ann Lee.\n\n“Why?” asked Bo Vole. “Is it late?”\n\nThe “boat” sank."
    assert render(attribute(text), "script").splitlines() == [
        "ANN LEE: “No,”",
        "NARRATOR: said Ann Lee.",
        "BO VOLE: “Why?”",
        "NARRATOR: asked Bo Vole.",
        "BO VOLE: “Is it late?”",
        "NARRATOR: The “boat” sank.",
    ]


SSML = "{http://www.w3.org/2001/10/synthesis}"


@given(texts())
@example(HOSTILE)
def test_ssml_read_by_the_standard_library_is_the_whole_text(text: str) -> None:
    document = ET.fromstring(render(attribute(text), "ssml").encode())
    assert document.tag == f"{SSML}speak"
    assert [child.tag for child in document if child.tag != f"{SSML}p"] == []
    assert "".join("".join(document.itertext()).split()) == "".join(clean(text).split())


@given(articles().map(lambda article: article.text))
@example(ARTICLE)
def test_in_ssml_no_two_speakers_have_one_voice_and_no_speaker_has_two(text: str) -> None:
    result = attribute(text)
    cast = Cast.of(result)
    voices: dict[int | None, set[tuple[str | None, ...]]] = {}
    spoken = {(span.text, cast.number(one.speaker)) for one in result if one.kind == "direct" for span in one.content}
    for voice in ET.fromstring(render(result, "ssml").encode()).iter(f"{SSML}voice"):
        who = {number for words, number in spoken if words == "".join(voice.itertext())}
        if len(who) == 1:
            voices.setdefault(who.pop(), set()).add((voice.get("gender"), voice.get("variant")))
    assert [number for number, several in voices.items() if len(several) > 1] == []
    assert len(set.union(set(), *voices.values())) == len(voices)


@pytest.mark.parametrize("text", [ARTICLE, HOSTILE], ids=["article", "hostile"])
def test_ssml_with_voices_of_a_platform_is_accepted_by_a_checker(text: str, tmp_path: Path) -> None:
    result = attribute(text)
    names = dict.fromkeys([NARRATOR, UNKNOWN, *(one.name for one in result.speakers)], "Joanna")
    named = render_ssml(result, "a.txt", voices=names).partition("?>")[2].strip()
    (tmp_path / "a.ssml").write_text(named, encoding="utf-8")
    checker = (
        "const file = require('fs').readFileSync(process.argv[1], 'utf8');"
        f"require({json.dumps(str(tool('node_modules/ssml-check-core')))}).check(file, {{platform: 'amazon'}})"
        ".then(faults => console.log(JSON.stringify(faults ?? [])));"
    )
    run = subprocess.run(
        [program("node"), "-e", checker, str(tmp_path / "a.ssml")], check=True, capture_output=True, text=True
    )
    assert json.loads(run.stdout) == []


def test_voices_can_be_named() -> None:
    result = attribute("“No,” said Ann Lee. “Why?” asked Bo Vole.")
    written = render_ssml(result, "a", voices={"Ann Lee": 'en"1', NARRATOR: "en2"})
    assert '<voice name="en&quot;1">“No,”</voice>' in written
    assert '<voice name="en2">said Ann Lee.</voice>' in written
    assert '<voice variant="2">“Why?”</voice>' in written or 'variant="1">“Why?”</voice>' in written


# Markdown


@pytest.mark.parametrize("text", ["Ann Lee: “It is late.”", "“All is well.” — Ann Lee"])
def test_a_mark_that_is_a_cue_is_no_word_to_show(text: str) -> None:
    (one,) = result = attribute(text)
    assert one.cue is not None
    assert one.cue.form == "mark"
    words = one.text
    assert str(one) == f"Ann Lee: {words}"
    assert render(result, "text", name="x").splitlines()[0].endswith(": Ann Lee")
    assert render(result, "markdown").rstrip().endswith("— **Ann Lee**")
    assert [note.verb for note in see(result, "d", "x").notes] == [""]


@given(texts())
@example(HOSTILE)
@example(ARTICLE)
def test_markdown_read_by_markdown_it_shows_the_words_and_nothing_else(text: str) -> None:
    result = attribute(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(render(result, "markdown", name="# <a> *b*.txt"))
    assert {token.type for token in tokens} <= {
        f"{name}_{side}"
        for name in ("heading", "paragraph", "blockquote", "table", "thead", "tbody", "tr", "th", "td")
        for side in ("open", "close")
    } | {"inline"}
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= {"text", "text_special", "strong_open", "strong_close"}
    depth, quoted = 0, []
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if depth and token.type == "inline":
            quoted.append("".join(child.content for child in token.children or ()))
    assert quoted == [printable(one.text) for one in result]


# What XML and HTML are made of


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=8),
    st.lists(st.integers(0, 30), max_size=6, unique=True).map(sorted),
)
def test_stretches_that_cross_are_cut_and_nothing_is_lost(stretches: list[list[int]], edges: list[int]) -> None:
    blocks = list(zip(edges[::2], edges[1::2], strict=False))
    pieces = nest([(start, end, at) for at, (start, end) in enumerate(stretches)], blocks)
    for at, (start, end) in enumerate(stretches):
        wanted = {place for place in range(start, end) if any(begin <= place < stop for begin, stop in blocks)}
        mine = [piece for piece in pieces if piece.what == at]
        assert [piece.part for piece in mine] == list(range(len(mine)))
        assert sorted(place for piece in mine for place in range(piece.start, piece.end)) == sorted(wanted)
    text = "".join(map(chr, range(0x100, 0x100 + 31)))
    written = "".join(write_nested(text, pieces, str, lambda piece: (f"<a{piece.what}>", f"</a{piece.what}>")))
    assert "".join(ET.fromstring(f"<x>{written}</x>").itertext()) == text
