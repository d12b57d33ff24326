from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, strategies as st

from quoteattr import ResultError
from quoteattr.evaluate import SHARES, Document, Entry, Tally, evaluate, figures, predictor, read_gold
from quoteattr.evaluate.gate import main
from quoteattr.evaluate.names import same_speaker
from quoteattr.evaluate.pieces import Overlaps, shared
from quoteattr.evaluate.report import as_data

Json = dict[str, Any]

SHARED = Path(__file__).parents[2] / "shared"
SCORER = SHARED / "eval" / "score.py"
needs_shared = pytest.mark.skipif(not SCORER.exists(), reason="the shared gold is not beside the project")


def spans(text: str, *words: str) -> list[list[int]]:
    return [[text.index(one), text.index(one) + len(one)] for one in words]


TEXT = (
    "“It is late,” Ann Lee, a miller, told Bo. “Go.” The “mill” burned, and she called it “a farce”.\n"
    "Mayor Cy Dunn said that it had been old. He read “Keep out” on the door.\n"
)
LATE = {
    "kind": "direct",
    "content": spans(TEXT, "“It is late,”", "“Go.”"),
    "source": spans(TEXT, "Ann Lee, a miller"),
    "cue": spans(TEXT, "told Bo"),
    "speaker": "Ann Lee",
    "how": "explicit",
}
FARCE = {
    "kind": "mixed",
    "content": spans(TEXT, "called it “a farce”"),
    "source": spans(TEXT, "she"),
    "cue": spans(TEXT, "called"),
    "speaker": "Ann Lee",
    "how": "anaphoric",
}
OLD = {
    "kind": "indirect",
    "content": spans(TEXT, "it had been old"),
    "source": spans(TEXT, "Mayor Cy Dunn"),
    "cue": spans(TEXT, "said"),
    "speaker": "Cy Dunn",
    "how": "explicit",
}
GOLD: Json = {
    "id": "mill",
    "text": TEXT,
    "speakers": [{"name": "Ann Lee", "aliases": ["Ann Lee", "Ann", "the miller"]}, {"name": "Cy Dunn"}],
    "attributions": [LATE, FARCE, OLD],
    "not_said": spans(TEXT, "“mill”", "“Keep out”"),
}


def scored(*predicted: Json, gold: Json = GOLD) -> dict[str, float]:
    entries = [Entry.of(one) for one in predicted]
    return evaluate([Document.of(gold)], lambda _: entries)


# What the figures mean


def test_the_gold_against_itself_is_all_right() -> None:
    found = scored(LATE, FARCE, OLD)
    assert found.pop("spurious") == 0
    assert set(found.values()) == {1.0}
    assert set(SHARES) - set(found) <= {"spurious"}


def test_nothing_predicted_finds_nothing_and_says_nothing_wrong() -> None:
    found = scored()
    assert found["quoted.found"] == found["source.recall"] == found["indirect.recall"] == 0
    assert found["spurious"] == 0
    assert found["silent"] == 1
    assert "source.precision" not in found


def test_a_part_of_a_mention_is_the_mention_and_more_than_half_of_it_outside_is_another() -> None:
    assert scored({**LATE, "source": spans(TEXT, "Ann Lee")})["source.recall[explicit]"] == 1
    assert (
        scored({**LATE, "source": spans(TEXT, "Ann Lee, a miller, told Bo. “Go.” The “mill” burned")})[
            "source.recall[explicit]"
        ]
        == 0
    )


def test_all_parts_of_a_turn_must_have_the_right_source() -> None:
    first, second = ({**LATE, "content": [piece]} for piece in LATE["content"])
    assert scored(first, second)["source.recall[explicit]"] == 1
    assert scored(first, second)["quoted.exact"] == 1
    assert scored(first, {**second, "source": spans(TEXT, "Bo")})["source.recall[explicit]"] == 0
    assert scored(first, {**second, "source": None})["source.recall[explicit]"] == 1


def test_half_of_the_quoted_words_must_be_covered() -> None:
    assert scored({**LATE, "content": spans(TEXT, "“It is late,”")})["quoted.found"] == 0.5
    assert scored({**LATE, "content": spans(TEXT, "“Go.”")})["quoted.found"] == 0


def test_only_the_words_in_marks_count_of_a_mixed_quotation() -> None:
    found = scored({**FARCE, "content": spans(TEXT, "“a farce”")})
    assert found["quoted.found"] == 0.5
    assert found["source.recall[anaphoric]"] == 1


def test_a_quotation_in_a_quotation_without_gold_of_its_own_is_left_out() -> None:
    inner = {**LATE, "content": spans(TEXT, "It is"), "source": spans(TEXT, "Bo")}
    assert scored(LATE, inner)["source.recall[explicit]"] == 1


def test_a_source_for_what_nobody_says_is_spurious_and_loud() -> None:
    found = scored({**LATE, "content": spans(TEXT, "“mill”")})
    assert (found["spurious"], found["silent"]) == (1, 0.5)
    unheard = scored({**LATE, "content": spans(TEXT, "“mill”"), "source": None, "speaker": None})
    assert (unheard["spurious"], unheard["silent"]) == (0, 1)


@pytest.mark.parametrize(
    ("predicted", "gold", "same"),
    [
        (("Ann Lee",), "Ann Lee", True),
        (("ANN LEE’s",), "Ann Lee", True),
        (("Captain Ann Lee",), "Ann Lee", True),
        (("Mrs. Lee",), "Ann Lee", False),
        (("Lee", "Ann", "the miller"), "Ann Lee", True),
        (("Lee", "Lee", "the miller"), "Ann Lee", False),
        (("Ann Lee Dunn",), "Ann Lee", False),
        (("the old miller",), "A miller", True),
        (("a man in red",), "the man in red with a hat", True),
        (("a man",), "the man in red", False),
    ],
)
def test_speakers_are_the_same_by_their_names(predicted: tuple[str, ...], gold: str, *, same: bool) -> None:
    assert same_speaker(predicted, gold, {"ann lee", "ann", "miller"} if gold == "Ann Lee" else ()) is same


def test_indirect_contents_are_paired_one_to_one() -> None:
    found = scored(OLD, OLD)
    assert (found["indirect.recall"], found["indirect.precision"]) == (1, 0.5)
    wide = {**OLD, "content": spans(TEXT, "said that it had been old. He")}
    assert scored(wide)["indirect.recall"] == 1
    wider = {**OLD, "content": spans(TEXT, "said that it had been old. He read “Keep out”")}
    assert scored(wider)["indirect.recall"] == 0


def test_an_indirect_prediction_for_a_mixed_quotation_is_neither_right_nor_wrong() -> None:
    assert "indirect.precision" not in scored({**FARCE, "kind": "indirect"})


def test_confidence_is_measured_against_what_was_right() -> None:
    sure = {**LATE, "confidence": 0.8}
    assert scored(sure)["calibration"] == pytest.approx(0.2)
    assert scored({**sure, "source": spans(TEXT, "Bo")})["calibration"] == pytest.approx(0.8)


def test_gold_in_pieces_cuts_up_the_predictions() -> None:
    first, second = ({**LATE, "content": [piece]} for piece in LATE["content"])
    found = scored(LATE, gold={**GOLD, "attributions": [first, second], "pieces": True})
    assert (found["quoted.found"], found["quoted.exact"]) == (1, 1)


def test_what_is_counted_once_is_saved_as_a_number() -> None:
    tally = Tally()
    document = Document.of({**GOLD, "phenomenon": "fire"})
    tally.add(document, document.attributions)
    counts = [*as_data(tally)["by_kind"].values(), *as_data(tally)["by_phenomenon"].values()]
    assert counts
    assert {type(count) for each in counts for count in each.values()} == {int}


def test_documents_are_counted_by_phenomenon() -> None:
    tally = Tally()
    document = Document.of({**GOLD, "phenomenon": "fire"})
    tally.add(document, document.attributions)
    tally.add(document, ())
    assert tally.by_phenomenon == {"fire": {"all": 2, "right": 1}}
    assert figures(tally)["documents.right"] == 0.5


@given(st.lists(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 900)), max_size=3), max_size=6))
def test_overlaps_are_all_found(things: list[list[tuple[int, int]]]) -> None:
    pieces = [tuple((start, start + length) for start, length in one) for one in things]
    index = Overlaps(pieces)
    for one in pieces:
        assert index.at(one) == [at for at, other in enumerate(pieces) if shared(one, other)]


# Agreement with the scorer that stands beside the project


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents_of(path: Path, most: int) -> list[Json]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line, _ in zip(file, range(most), strict=False)]


def distorted(document: Json, chance: random.Random) -> Iterator[Json]:
    """The gold as a poor predictor would have it."""
    attributions, length = document["attributions"], len(document["text"])
    names = [one["speaker"] for one in attributions if one.get("speaker")] or ["Ann Lee"]
    for one in attributions:
        if chance.random() < 0.15:
            continue
        predicted = {**one, "confidence": chance.random(), "rule": chance.choice("ab")}
        for role in ("source", "cue", "content"):
            if predicted[role] and chance.random() < 0.3:
                predicted[role] = [
                    [max(0, start + chance.randint(-9, 9)), min(length, end + chance.randint(9, 30))]
                    for start, end in predicted[role]
                ]
            elif role != "content" and chance.random() < 0.2:
                predicted[role] = None
        if chance.random() < 0.2:
            predicted["speaker"] = chance.choice([*names, None])
            predicted["aliases"] = chance.sample(names, 1)
        if chance.random() < 0.2:
            predicted["kind"] = chance.choice(["direct", "mixed", "indirect"])
        yield predicted
        if chance.random() < 0.3:
            start = chance.randint(0, max(0, length - 30))
            yield {**predicted, "content": [[start, start + chance.randint(1, 30)]]}
    for start, end in document.get("not_said", ()):
        yield {"kind": "direct", "content": [[start, end]], "source": [[0, 1]], "cue": None}


def by_the_scorer(scorer: ModuleType, documents: list[Json], predictions: list[list[Json]]) -> dict[str, float]:
    tally = scorer.Tally()
    for document, predicted in zip(documents, predictions, strict=True):
        scorer.score_document(document, predicted, tally)
    found: dict[str, float] = {
        {"cases.right": "documents.right"}.get(name, name): value
        for name, value in scorer.figures(tally, None, 0).items()
        if value is not None and name != "quoted.gold"
    }
    for group, counts in tally.by_how.items():
        for name, role in (("source.recall", "source"), ("speaker.accuracy", "speaker")):
            if counts[f"{role}.gold"]:
                found[f"{name}[{group}]"] = counts[f"{role}.ok"] / counts[f"{role}.gold"]
    return found


def by_us(documents: list[Json], predictions: list[list[Json]]) -> dict[str, float]:
    tally = Tally()
    for document, predicted in zip(documents, predictions, strict=True):
        tally.add(Document.of(document), [Entry.of(one) for one in predicted])
    return figures(tally)


@needs_shared
@pytest.mark.parametrize(
    ("file", "most"),
    [
        ("suite/seed.jsonl", 1),
        ("suite/phenomena.jsonl", 219),
        ("corpora/polnear-shared.jsonl", 40),
        ("corpora/polnear-speakers-shared.jsonl", 30),
        ("corpora/litbank-shared.jsonl", 12),
    ],
)
def test_the_figures_are_the_shared_scorers(scorer: ModuleType, file: str, most: int) -> None:
    documents = documents_of(SHARED / file, most)
    chance = random.Random(7)
    worse: list[list[Json]] = [list(distorted(one, chance)) for one in documents]
    right: list[list[Json]] = [one["attributions"] for one in documents]
    none: list[list[Json]] = [[] for _ in documents]
    for predictions in (worse, right, none):
        assert by_us(documents, predictions) == pytest.approx(by_the_scorer(scorer, documents, predictions))


@needs_shared
def test_what_attribute_finds_is_scored_as_by_the_shared_scorer(scorer: ModuleType) -> None:
    documents = documents_of(SHARED / "suite/phenomena.jsonl", 219)
    predictions = [scorer.predict(one["text"], {}) for one in documents]
    ours = evaluate(map(Document.of, documents), predictor())
    assert ours == pytest.approx(by_the_scorer(scorer, documents, predictions))


# Reading gold


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "gold.jsonl:2: no JSON: "),
        ("[]", "gold.jsonl:2: no document of the gold format: "),
        ('{"id": "a", "text": "x"}', "gold.jsonl:2: no document of the gold format: no 'attributions'"),
        (
            '{"id": "a", "text": "x", "attributions": [{"kind": "direct", "content": [[1]]}]}',
            "gold.jsonl:2: no document of the gold format: ",
        ),
    ],
)
def test_a_broken_line_of_gold_is_named(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "gold.jsonl").write_text("\n" + line, encoding="utf-8")
    with pytest.raises(ResultError) as raised:
        list(read_gold(tmp_path / "gold.jsonl"))
    assert message in str(raised.value)


# The gate


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run the gate on a made-up gold file with the floors given."""
    monkeypatch.chdir(tmp_path)
    text = "“It is late,” said Ann Lee."
    gold = {
        "id": "a",
        "text": text,
        "speakers": [{"name": "Ann Lee"}],
        "attributions": [
            {
                "kind": "direct",
                "content": spans(text, "“It is late,”"),
                "source": spans(text, "Ann Lee"),
                "cue": spans(text, "said"),
                "speaker": "Ann Lee",
            }
        ],
    }
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "mill.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")

    def run(floors: object, *arguments: str) -> tuple[int, str, str]:
        Path("floors.json").write_text(json.dumps(floors), encoding="utf-8")
        code = main(["gold", "--floors", "floors.json", *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def floors(file: str = "mill.jsonl", **more: Any) -> Json:
    return {"margin": 0.01, "gold": [{"file": file, "options": {"indirect": "none"}, **more}]}


def test_floors_that_hold_pass(gate: Any) -> None:
    code, out, _ = gate(floors(at_least={"source.recall": 0.9}, at_most={"spurious": 0.1}))
    assert code == 0
    assert out.splitlines()[1:] == [
        'mill.jsonl {"indirect": "none"}',
        "  held    source.recall                  1.0000  at least 0.9000",
        "  held    spurious                       0.0000  at most 0.1000",
    ]


def test_a_missed_floor_fails(gate: Any) -> None:
    code, out, _ = gate(floors(at_least={"source.recall": 1.1}, at_most={"spurious": -0.1}))
    assert (code, out.count("MISSED")) == (1, 2)


def test_a_figure_that_cannot_be_measured_is_missed(gate: Any) -> None:
    code, out, _ = gate(floors(at_least={"silent": 0.1}))
    assert code == 1
    assert "nothing to measure" in out


def test_floors_rise_to_what_is_measured_less_the_margin_and_never_sink(gate: Any) -> None:
    given = floors(at_least={"source.recall": 0.5, "quoted.exact": 0.995, "silent": 0.3}, at_most={"spurious": 0.2})
    gate(given, "--raise")
    lifted = json.loads(Path("floors.json").read_text(encoding="utf-8"))
    assert lifted["gold"][0]["at_least"] == {"source.recall": 0.99, "quoted.exact": 0.995, "silent": 0.3}
    assert lifted["gold"][0]["at_most"] == {"spurious": 0.01}
    assert gate(floors(at_most={"spurious": 0.0}), "--raise")[0] == 0
    assert json.loads(Path("floors.json").read_text(encoding="utf-8"))["gold"][0]["at_most"] == {"spurious": 0.0}


def test_without_the_folder_it_says_so_and_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 0
    assert "no accuracy was measured" in capsys.readouterr().out


def test_a_gold_file_that_is_not_there_is_named(gate: Any) -> None:
    code, out, _ = gate(floors("other.jsonl", at_least={"silent": 1}))
    assert code == 0
    assert "other.jsonl: not there, not measured" in out


@pytest.mark.parametrize("given", [[], {}, {"margin": 0.1, "gold": [{"floor": 1}]}, {"margin": "x", "gold": []}])
def test_a_broken_file_of_floors_is_named(gate: Any, given: object) -> None:
    code, _, err = gate(given)
    assert code == 2
    assert "floors.json: no file of floors" in err


def test_broken_gold_stops_the_gate_with_its_place(gate: Any) -> None:
    Path("gold/mill.jsonl").write_text("{}", encoding="utf-8")
    code, _, err = gate(floors(at_least={"silent": 1}))
    assert code == 2
    assert "mill.jsonl:1: no document of the gold format: no 'text'" in err


def test_the_projects_own_floors_name_figures_that_there_are() -> None:
    path = Path(__file__).parents[1] / "benchmarks" / "floors.json"
    known = {*SHARES, "source.f1", "source.f1.low", "indirect.f1", "calibration"}
    for one in json.loads(path.read_text(encoding="utf-8"))["gold"]:
        assert {name.split("[")[0] for name in [*one["at_least"], *one["at_most"]]} <= known
