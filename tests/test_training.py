"""What the tagger is trained on: every piece of a window gets the target that the annotation gives it. No torch is needed here."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabayyun.claims.tagging.labels import ACTS, CERTAINTIES, CONTENT_TAGS, KINDS, LABELS, MARKS, POLARITIES, ROLE_TAGS
from tabayyun.claims.tagging.network import network
from tabayyun.claims.tagging.windows import RULE_OWN_BEGINS
from tabayyun.model.claim import Act, Certainty, Kind, Polarity
from training.examples import IGNORE, UNASKED, Example, fold_of, load

# constructed: the events did not happen
TEXT = "قال متحدث باسم الجيش نقلاً عن شهود إن الجسر قُصف بقذائف مدفعية ليلاً. وأغلقت المدارس أبوابها في البلدة."


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "quote": words}


def link(words: str, kind: str) -> dict[str, Any]:
    return span(words) | {"kind": kind, "named": False, "actor": None}


def claim(name: str, content: str, cue: str | None, chain: list[dict[str, Any]], **labels: str) -> dict[str, Any]:
    said = {"polarity": "affirm", "certainty": "certain", "reporter_stance": "neutral", "speech_act": "statement"} | labels
    return {"id": name, "doc": "d1", "content": span(content), "cue": span(cue) if cue else None, "chain": chain, **said}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    folder: Path = tmp_path_factory.mktemp("gold")
    outer, inner = link("متحدث باسم الجيش", "military"), link("شهود", "witness")
    bundle = {
        "bundle": "constructed",
        "documents": [{"id": "d1", "text": TEXT, "language": "ar", "outlet": "موقع", "published": "2031-03-04"}],
        "claims": [
            claim("c1", "الجسر قُصف بقذائف مدفعية ليلاً", "قال", [outer, inner], speech_act="denial", certainty="possible"),
            claim("c2", "أغلقت المدارس أبوابها في البلدة", None, []),
        ],
    }
    (folder / "a.json").write_text(json.dumps(bundle), encoding="utf-8")
    (found,) = load(folder, network().tokenizer)
    return found


def pieces(e: Example, words: str) -> list[int]:
    s = span(words)
    return [k for k, (a, b) in enumerate(zip(e.window.starts, e.window.ends, strict=True)) if a >= 0 and a < s["end"] and b > s["start"]]


def test_contents_are_tagged_by_who_speaks(example: Example) -> None:
    said, own = pieces(example, "الجسر قُصف بقذائف مدفعية ليلاً"), pieces(example, "أغلقت المدارس أبوابها في البلدة")
    assert [CONTENT_TAGS[example.content[k]] for k in said] == ["B-said", *["I-said"] * (len(said) - 1)]
    assert [CONTENT_TAGS[example.content[k]] for k in own] == ["B-own", *["I-own"] * (len(own) - 1)]
    outside = [k for k in range(len(example.content)) if k not in said + own and example.window.starts[k] >= 0]
    assert outside
    assert {CONTENT_TAGS[example.content[k]] for k in outside} == {"O"}


def test_every_piece_of_a_content_points_at_its_source_and_cue(example: Example) -> None:
    said, own = pieces(example, "الجسر قُصف بقذائف مدفعية ليلاً"), pieces(example, "أغلقت المدارس أبوابها في البلدة")
    assert {example.source[k] for k in said} == {pieces(example, "شهود")[0]}
    assert {example.cue[k] for k in said} == {pieces(example, "قال")[0]}
    assert {example.source[k] for k in own} == {0}


def test_roles_tell_inner_from_outer_voices(example: Example) -> None:
    assert {ROLE_TAGS[example.role[k]] for k in pieces(example, "شهود")} <= {"B-source", "I-source"}
    outer = [ROLE_TAGS[example.role[k]] for k in pieces(example, "متحدث باسم الجيش")]
    assert outer == ["B-outer", *["I-outer"] * (len(outer) - 1)]
    assert ROLE_TAGS[example.role[pieces(example, "قال")[0]]] == "B-cue"


def test_labels_fold_a_denying_act_into_polarity(example: Example) -> None:
    (labels,) = {example.labels[k] for k in pieces(example, "الجسر قُصف بقذائف مدفعية ليلاً")}
    assert (POLARITIES[labels[0]], CERTAINTIES[labels[1]], ACTS[labels[2]], KINDS[labels[3]]) == (
        Polarity.DENY,
        Certainty.POSSIBLE,
        Act.DENIAL,
        Kind.WITNESS,
    )
    (own,) = {example.labels[k] for k in pieces(example, "أغلقت المدارس أبوابها في البلدة")}
    assert own[3] == IGNORE  # the outlet's own voice is of no kind
    assert example.labels[0] == UNASKED


def test_the_rules_findings_are_marked_on_the_input(example: Example) -> None:
    assert len(example.window.marks) == len(example.window.ids)
    assert any(m != 0 for m in example.window.marks)
    assert max(example.window.marks) <= RULE_OWN_BEGINS < MARKS


def test_the_order_of_outputs_covers_every_label_once() -> None:
    sizes = [len(POLARITIES), len(CERTAINTIES), len(ACTS), len(KINDS)]
    assert [s.stop - s.start for s in LABELS] == sizes
    assert [s.start for s in LABELS] == [sum(sizes[:n]) for n in range(4)]


@given(st.text(max_size=30))
def test_a_bundle_stays_in_its_fold_and_twins_share_one(name: str) -> None:
    assert fold_of(name) == fold_of(name) < 5
    assert fold_of("t6-basra-activist" + name) == fold_of("t2-basra-activist")
