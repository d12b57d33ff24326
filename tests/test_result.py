from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given, strategies as st

from quoteattr import (
    Attribution,
    Cue,
    Diagnostic,
    Mention,
    Quotation,
    Rejected,
    Result,
    ResultError,
    Span,
    Speaker,
)
from quoteattr.render.text import render_text
from quoteattr.said import Said

TEXT = "“It is late,” Ann Lee, a miller, told Bo, the mill said. “Go.”\nShe added that he had to go."


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


ANN = Mention(at("Ann Lee"), "name", at("Ann Lee"), at("Ann Lee, a miller"), at("a miller"))
BO = Mention(at("Bo"), "name", at("Bo"), at("Bo"))
MILL = Mention(at("the mill"), "nominal", at("mill"), at("the mill"))
SHE = Mention(at("She"), "pronoun", at("She"), at("She"))
TOLD = Cue((at("told"),), "tell", "verb", at("told Bo"))
ANN_LEE = Speaker("Ann Lee", ("Ann Lee", "Lee"), (ANN, SHE), "f")
THE_MILL = Speaker("the mill", ("the mill",), (MILL,), "n", "organisation")

WHOLE = Attribution(
    kind="indirect",
    content=(at("“It is late,” Ann Lee, a miller, told Bo"),),
    source=MILL,
    cue=Cue((at("said"),), "say", "verb", at("said")),
    speaker=THE_MILL,
    how="explicit",
    rule="content_source_cue",
    confidence=0.9,
)
LATE = Attribution(
    kind="direct",
    content=(at("“It is late,”"), at("“Go.”")),
    source=ANN,
    cue=TOLD,
    speaker=ANN_LEE,
    addressee=BO,
    reported_by=WHOLE,
    how="explicit",
    rule="content_source_cue",
    confidence=0.97,
    rejected=(Rejected("nearest_name", 0.5, BO, None, "Bo is the one told"),),
)
GO = Attribution(
    kind="indirect",
    content=(at("he had to go"),),
    source=SHE,
    cue=Cue((at("added"),), "add", "verb", at("added")),
    speaker=ANN_LEE,
    how="anaphoric",
    rule="source_cue_that_content",
    confidence=0.8,
    evidence=("She is the subject of the sentence before",),
)
RESULT = Result(
    text=TEXT,
    attributions=(LATE, WHOLE, GO),
    quotations=(
        Quotation(at("“It is late,”"), at("It is late,"), "double"),
        Quotation(at("“Go.”"), at("Go."), "double"),
    ),
    speakers=(ANN_LEE, THE_MILL),
    diagnostics=(Diagnostic("spaced", at("“Go.”"), "the space was passed over"),),
)


# Iterating and looking


def test_of_two_speakers_who_are_told_alike_each_is_saved_by_its_place() -> None:
    twin = evolve(ANN_LEE)
    result = evolve(RESULT, attributions=(evolve(GO, speaker=twin),), speakers=(ANN_LEE, twin), quotations=())
    assert result.to_dict()["attributions"][0]["speaker_index"] == 1


def test_a_result_is_a_sequence_of_its_attributions() -> None:
    assert list(RESULT) == [LATE, WHOLE, GO]
    assert (len(RESULT), RESULT[0], RESULT[-1], RESULT[1:]) == (3, LATE, GO, (WHOLE, GO))
    assert GO in RESULT


def test_the_text_of_an_attribution_is_its_stretches() -> None:
    assert LATE.text == "“It is late,” “Go.”"
    assert LATE.start == 0


def test_repr_and_str_are_readable() -> None:
    assert repr(RESULT) == f"<Result: 3 attributions, 2 speakers, {len(TEXT)} characters>"
    assert repr(GO) == "<indirect: Ann Lee, added: he had to go>"
    assert str(RESULT).splitlines()[0] == "Ann Lee, told: “It is late,” “Go.”"
    assert str(evolve(GO, speaker=None, cue=None)) == "?: he had to go"


@pytest.mark.parametrize(("said", "why"), [("unsaid", "denies it or leaves it open"), ("will say", "foresees it")])
def test_what_was_not_said_shows_wherever_it_is_printed_and_is_saved(said: Said, why: str) -> None:
    one = evolve(GO, said=said)
    assert str(one) == f"Ann Lee, added ({said}): he had to go"
    assert why in str(one.explain())
    assert f"added [indirect, {said}]" in render_text(evolve(RESULT, attributions=(one,)), "a.txt")
    result = evolve(RESULT, attributions=(LATE, WHOLE, one))
    assert result.to_dict()["attributions"][2]["said"] == said
    assert Result.from_dict(result.to_dict()) == result


def test_explain_names_the_words_the_rule_the_evidence_and_what_lost() -> None:
    assert str(LATE.explain()).splitlines() == [
        "direct, 0-13, 57-62: “It is late,” “Go.”",
        "cue: told (verb 'tell', 33-37)",
        "source: Ann Lee (name, 14-21), a miller",
        "speaker: Ann Lee (explicit)",
        "told to: Bo (name, 38-40)",
        "reported by: the mill, said: “It is late,” Ann Lee, a miller, told Bo",
        "rule: content_source_cue, right in 97 of 100 measured cases",
        "not taken: nearest_name with Bo: Bo is the one told",
    ]
    assert "  She is the subject of the sentence before" in str(GO.explain()).splitlines()


def test_results_can_be_compared_and_used_as_keys() -> None:
    other = evolve(RESULT, attributions=(LATE, WHOLE, evolve(GO, confidence=0.7)))
    assert other != RESULT
    assert {RESULT: 1}[evolve(RESULT)] == 1


# What is made when it is first read


def test_tokens_sentences_and_paragraphs_are_made_once_when_read() -> None:
    result = evolve(RESULT)
    assert "".join(token.text for token in result.tokens) == TEXT
    assert [span.text for span in result.paragraphs] == TEXT.split("\n")
    assert [span.text for span in result.sentences] == [
        "“It is late,” Ann Lee, a miller, told Bo, the mill said.",
        "“Go.”",
        "She added that he had to go.",
    ]
    assert result.tokens is result.tokens
    assert result == RESULT


# Segments


def test_quoted_words_are_content_throughout_and_reports_come_out_of_indirect_content() -> None:
    shown = [(kind, span.text) for kind, span, _ in RESULT.segments()]
    assert shown == [
        ("content", "“It is late,”"),
        ("content", " "),
        ("source", "Ann Lee"),
        ("content", ", a miller, "),
        ("cue", "told"),
        ("content", " Bo"),
        ("narration", ", "),
        ("source", "the mill"),
        ("narration", " "),
        ("cue", "said"),
        ("narration", ". "),
        ("content", "“Go.”"),
        ("narration", "\n"),
        ("source", "She"),
        ("narration", " "),
        ("cue", "added"),
        ("narration", " that "),
        ("content", "he had to go"),
        ("narration", "."),
    ]
    assert [one.attribution for one in RESULT.segments()[:3]] == [LATE, WHOLE, LATE]


def test_a_quotation_in_a_quotation_is_part_of_the_outer_content() -> None:
    text = "“She said ‘no’ twice,” said Ann."
    outer = Attribution(kind="direct", content=(Span.of(text, 0, 22),))
    she = Span.of(text, 1, 4)
    inner = Attribution(kind="direct", content=(Span.of(text, 10, 14),), source=Mention(she, "pronoun", she, she))
    segments = Result(text=text, attributions=(outer, inner)).segments()
    assert [(one.kind, one.text) for one in segments] == [
        ("content", text[:22]),
        ("narration", text[22:]),
    ]


# Saving and reading


def test_a_saved_result_has_the_keys_of_the_gold() -> None:
    saved = RESULT.to_dict(id="mill")
    assert (saved["id"], saved["text"]) == ("mill", TEXT)
    first = saved["attributions"][0]
    assert first["kind"] == "direct"
    assert first["content"] == [[0, 13], [57, 62]]
    assert first["source"] == [[14, 21]]
    assert first["cue"] == [[33, 37]]
    assert (first["speaker"], first["how"], first["rule"]) == ("Ann Lee", "explicit", "content_source_cue")
    assert first["wide"] == {"source": [[14, 31]], "cue": [[33, 40]], "content": None}
    assert first["reported_by"] == 1
    assert saved["speakers"][0]["aliases"] == ["Ann Lee", "Lee"]


def test_what_was_saved_is_read_back() -> None:
    assert [one.explain() for one in Result.from_dict(RESULT.to_dict())] == [one.explain() for one in RESULT]
    assert Result.from_dict(RESULT.to_dict()) == RESULT
    assert Result.from_dict(json.loads(RESULT.to_json())) == RESULT
    assert Result.from_dict(json.loads(RESULT.to_json(id="mill", indent=2))) == RESULT


def test_json_is_one_line_unless_indented() -> None:
    assert "\n" not in RESULT.to_json()
    assert "\n  " in RESULT.to_json(indent=2)


@given(st.text(st.sampled_from("a\ud83d\ude00😀"), max_size=5))
def test_halves_of_surrogate_pairs_survive_json(text: str) -> None:
    assert Result.from_dict(json.loads(Result(text=text).to_json())).text == text


def test_a_lone_half_of_a_surrogate_pair_can_be_written_as_utf_8() -> None:
    Result(text="a\ud83d b \ude00").to_json().encode()


def test_the_gold_itself_can_be_read() -> None:
    gold: dict[str, Any] = {
        "id": "E",
        "genre": "news",
        "text": TEXT,
        "speakers": [{"name": "Ann Lee", "gender": "f"}],
        "attributions": [
            {"id": "E1", "kind": "direct", "content": [[0, 13]], "source": None, "cue": None, "how": None},
            {
                "kind": "direct",
                "content": [[57, 62]],
                "source": [[14, 21]],
                "cue": [[33, 37]],
                "speaker": "Ann Lee",
            },
            {"kind": "mixed", "content": [[57, 62]], "speaker": "Bo"},
        ],
    }
    first, second, third = Result.from_dict(gold)
    assert first.speaker is None
    assert (second.source and second.source.text, second.cue and second.cue.lemma) == ("Ann Lee", "told")
    assert second.speaker == Speaker("Ann Lee", gender="f")
    assert third.speaker == Speaker("Bo")
    assert {(one.how, one.rule, one.confidence, one.speaker_confidence) for one in (first, second, third)} == {
        ("implicit", "", 1.0, 0.0)
    }


def broken(*path: str | int, to: object) -> dict[str, Any]:
    saved: Any = RESULT.to_dict()
    inside = saved
    for key in path[:-1]:
        inside = inside[key]
    if to is KeyError:
        del inside[path[-1]]
    else:
        inside[path[-1]] = to
    document: dict[str, Any] = saved
    return document


FAULTS: list[tuple[dict[str, Any], str]] = [
    (
        broken("attributions", 2, "content", 0, to=[5, 999]),
        f"attributions[2].content[0]: end 999 is beyond the text's {len(TEXT)} characters",
    ),
    (
        broken("attributions", 0, "content", 1, to=[9, 5]),
        "attributions[0].content[1]: end 5 is before start 9",
    ),
    (
        broken("attributions", 0, "content", 0, to=[-1, 5]),
        "attributions[0].content[0]: start -1 is before the text",
    ),
    (
        broken("attributions", 0, "content", 0, to=[1]),
        "attributions[0].content[0]: a span is [start, end], not 1 things",
    ),
    (
        broken("attributions", 0, "content", 0, 0, to="0"),
        "attributions[0].content[0]: a whole number is wanted, not '0'",
    ),
    (broken("attributions", 0, "content", to=[]), "attributions[0].content: no span"),
    (broken("attributions", 0, "content", to=KeyError), "attributions[0].content: no span"),
    (
        broken("attributions", 0, "source", to=[[0, 1], [2, 3]]),
        "attributions[0].source: one span is wanted, not 2",
    ),
    (
        broken("attributions", 0, "kind", to="spoken"),
        "attributions[0].kind: 'spoken' is none of 'direct', 'mixed', 'indirect'",
    ),
    (
        broken("attributions", 0, "confidence", to="high"),
        "attributions[0].confidence: a number is wanted, not 'high'",
    ),
    (
        broken("attributions", 0, "confidence", to=True),
        "attributions[0].confidence: a number is wanted, not True",
    ),
    (broken("attributions", 0, "confidence", to=1.2), "attributions[0].confidence: 1.2 is not from 0 to 1"),
    (
        broken("attributions", 0, "speaker_index", to=7),
        "attributions[0].speaker_index: there is no speakers[7], only 2",
    ),
    (
        broken("attributions", 0, "speaker", to="Bo"),
        "attributions[0].speaker: 'Bo' is not speakers[0], 'Ann Lee'",
    ),
    (
        broken("attributions", 0, "reported_by", to=0),
        "attributions[0].reported_by: attribution 0 would report itself",
    ),
    (
        broken("attributions", 1, "reported_by", to=0),
        "attributions[1].reported_by: attribution 0 would report itself",
    ),
    (
        broken("attributions", 0, "reported_by", to=3),
        "attributions[0].reported_by: there is no attributions[3], only 3",
    ),
    (broken("attributions", 0, to=5), "attributions[0]: an object is wanted, not 5"),
    (broken("attributions", to={}), "attributions: a list is wanted, not {}"),
    (broken("speakers", 0, "name", to=KeyError), "speakers[0]: no 'name'"),
    (
        broken("speakers", 0, "mentions", 0, "head", to=None),
        "speakers[0].mentions[0].head: a list is wanted, not None",
    ),
    (broken("quotations", 1, "use", to="x"), "quotations[1].use: 'x' is none of 'speech'"),
    (broken("text", to=KeyError), "no 'text'"),
    (broken("text", to=b"bytes"), "text: a string is wanted, not b'bytes'"),
]


@pytest.mark.parametrize(("saved", "message"), FAULTS, ids=[message for _, message in FAULTS])
def test_a_fault_in_saved_data_is_named_with_its_place(saved: dict[str, Any], message: str) -> None:
    with pytest.raises(ResultError) as raised:
        Result.from_dict(saved)
    assert str(raised.value).startswith(message)


def test_what_is_no_object_is_no_result() -> None:
    with pytest.raises(ResultError, match="an object is wanted"):
        Result.from_dict([])  # type: ignore[arg-type]


def test_an_attribution_of_another_result_cannot_be_saved() -> None:
    with pytest.raises(ResultError, match="the result does not hold"):
        evolve(RESULT, attributions=(LATE,)).to_dict()
    with pytest.raises(ResultError, match="the result does not hold"):
        evolve(RESULT, speakers=()).to_dict()


def test_equal_copies_of_speakers_and_attributions_can_be_saved() -> None:
    copied = evolve(RESULT, attributions=(evolve(LATE, reported_by=evolve(WHOLE)), WHOLE, GO))
    assert Result.from_dict(copied.to_dict()) == RESULT


# Any result


@st.composite
def results(draw: st.DrawFn) -> Result:
    """Any result whatever, sensible or not."""
    text = draw(st.text(st.characters(), min_size=1, max_size=40))
    offsets = st.integers(0, len(text))
    spans = st.tuples(offsets, offsets).map(lambda pair: Span.of(text, min(pair), max(pair)))
    words = st.text(max_size=5)
    shares = st.floats(0, 1)
    mentions = st.builds(Mention, spans, st.sampled_from(["name", "pronoun"]), spans, spans, st.none() | spans)
    cues = st.builds(Cue, st.lists(spans, min_size=1).map(tuple), words, st.sampled_from(["verb", "mark"]), spans)
    tuples_of_mentions = st.lists(mentions, max_size=2).map(tuple)
    speakers = draw(st.lists(st.builds(Speaker, words, st.just(("a",)), tuples_of_mentions), max_size=3))
    rejected = st.builds(Rejected, words, shares, st.none() | mentions, st.none() | cues, words)
    attributions: list[Attribution] = []
    for _ in range(draw(st.integers(0, 4))):
        one = Attribution(
            kind=draw(st.sampled_from(["direct", "mixed", "indirect"])),
            content=tuple(draw(st.lists(spans, min_size=1, max_size=3))),
            clause=draw(st.none() | spans),
            source=draw(st.none() | mentions),
            cue=draw(st.none() | cues),
            speaker=draw(st.sampled_from([None, *speakers])),
            addressee=draw(st.none() | mentions),
            reported_by=draw(st.sampled_from([None, *attributions])),
            how=draw(st.sampled_from(["explicit", "implicit"])),
            rule=draw(words),
            confidence=draw(shares),
            speaker_confidence=draw(shares),
            evidence=tuple(draw(st.lists(words, max_size=2))),
            rejected=tuple(draw(st.lists(rejected, max_size=1))),
        )
        attributions.insert(draw(st.integers(0, len(attributions))), one)
    quotations = st.builds(Quotation, spans, spans, st.just("double"))
    nested = st.builds(Quotation, spans, spans, st.just("single"), children=st.lists(quotations).map(tuple))
    return Result(
        text=text,
        attributions=tuple(attributions),
        quotations=tuple(draw(st.lists(nested, max_size=2))),
        speakers=tuple(speakers),
        diagnostics=tuple(draw(st.lists(st.builds(Diagnostic, st.just("stray"), spans, words), max_size=2))),
    )


@given(results())
@example(RESULT)
def test_from_dict_gives_back_what_to_dict_saved(result: Result) -> None:
    assert Result.from_dict(result.to_dict()) == result
    assert Result.from_dict(json.loads(result.to_json())) == result


@given(results())
@example(RESULT)
def test_the_segments_joined_are_the_text(result: Result) -> None:
    segments = result.segments()
    assert "".join(one.text for one in segments) == result.text
    edges = [0] + [one.span.end for one in segments]
    assert [one.span.start for one in segments] == edges[:-1]


def test_saved_attributions_are_numbered_in_their_order() -> None:
    saved: Any = RESULT.to_dict()
    assert [one["id"] for one in saved["attributions"]] == [f"A{at}" for at in range(len(RESULT.attributions))]
