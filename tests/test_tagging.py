"""The tagger: its files are checked, its windows cover the text once, its reading depends on nothing but the text."""

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import as_file
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabayyun.app.pipeline import read_report
from tabayyun.claims.tagging.combination import Trust, combine
from tabayyun.claims.tagging.decoding import Tagged, decode, path
from tabayyun.claims.tagging.network import FOLDER, load, network
from tabayyun.claims.tagging.windows import Window, mark, windows
from tabayyun.lexicons import knowledge
from tabayyun.model.claim import Act, Attribution, Certainty, Content, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.errors import DataError
from tabayyun.model.span import Span
from tabayyun.model.why import Why
from tabayyun.text import read as read_text

# constructed: the events did not happen
REPORT = (
    "قالت مصادر محلية إن طائرة مسيّرة استهدفت سيارة عسكرية قرب جسر البلدة، ما أدى إلى مقتل ثلاثة عناصر.\n"
    "ونفى متحدث باسم الجيش وقوع أي قصف، مؤكداً أن الانفجار ناجم عن خلل فني.\n"
    "وهرعت سيارات الإسعاف إلى المكان."
)
OTHER = "Residents said a rocket hit the old mill at dawn, killing two. The army denied firing. No group has claimed responsibility."


def document(text: str, name: str = "d1", language: str = "ar") -> Document:
    return Document(name, text, language, "موقع مصنوع", None, "2024-03-04", "", "", "", "text/plain", "plain/1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with as_file(FOLDER) as shipped:
        for name in ("tagger.onnx", "tokenizer.json", "tagger.json"):
            shutil.copy(shipped / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("name", ["tagger.onnx", "tokenizer.json"])
def test_an_altered_file_is_named_with_the_way_out(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(bytes(data))
    with pytest.raises(DataError, match=f"tagger/{name}.*not the file that was shipped.*--reader rules"):
        load(folder)


@pytest.mark.parametrize("name", ["tagger.onnx", "tokenizer.json", "tagger.json"])
def test_a_missing_file_is_named_with_the_way_out(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(DataError, match=f"tagger/{name}.*--reader rules"):
        load(folder)


def test_all_faults_are_said_at_once(folder: Path) -> None:
    about = json.loads((folder / "tagger.json").read_text(encoding="utf-8"))
    about["sha256"] = dict.fromkeys(about["sha256"], "0" * 64)
    (folder / "tagger.json").write_text(json.dumps(about), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(folder)
    assert len(caught.value.faults) == 2


@pytest.mark.parametrize("text", [REPORT, OTHER, REPORT * 9, "قال\u202e مصدر\u200b إنّ الطـــائرة سقطت."])
def test_windows_decide_on_every_letter_once(text: str) -> None:
    doc = document(text)
    seen: list[tuple[int, int]] = []
    for w in windows(doc, read_text(doc), network().tokenizer, ("ar", "en", "und")):
        assert len(w.ids) == len(w.starts) == len(w.ends) <= 400
        seen += [(w.starts[k], w.ends[k]) for k in range(w.context, len(w.ids)) if w.starts[k] >= 0]
    assert seen == sorted(seen)
    assert all(b <= c for (_, b), (c, _) in pairwise(seen))
    covered = {i for a, b in seen for i in range(a, b)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


def test_a_reading_does_not_depend_on_its_neighbours() -> None:
    know = knowledge()
    alone = read_report(document(REPORT), know, "both")
    read_report(document(OTHER, "d2", "en"), know, "both")
    again = read_report(document(REPORT), know, "both")
    assert alone == again


def test_a_reading_does_not_depend_on_the_number_of_threads(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    read = set()
    for threads in ("1", "4"):
        out = tmp_path / threads
        command = [sys.executable, "-m", "tabayyun", "read", str(tmp_path / "report.txt"), "--reader", "both", "--out", str(out)]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "OMP_NUM_THREADS": threads, "PYTHONUTF8": "1"})
        read.add((out / "dossier.json").read_bytes())
    assert len(read) == 1


@pytest.mark.parametrize("reader", ["model", "both"])
def test_every_claim_says_who_found_it(reader: str) -> None:
    report = read_report(document(REPORT), knowledge(), "both" if reader == "both" else "model")
    assert len(report.claims.claims) >= 3
    for claim in report.claims.claims:
        rules = [w.rule for w in claim.why]
        assert "claims.tagger" in rules
        assert 0 <= claim.content.span.start < claim.content.span.end <= len(REPORT)


def test_the_denier_and_the_first_source_are_read_by_the_model_alone() -> None:
    said = [
        (x.span.words(REPORT), c.content.span.words(REPORT))
        for c in read_report(document(REPORT), knowledge(), "model").claims.claims
        for x in c.chain[-1:]
    ]
    assert any("مصادر محلية" in source and "استهدفت" in content for source, content in said)
    assert any("متحدث باسم الجيش" in source for source, _ in said)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(0, 2**31))
def test_the_best_path_never_goes_inside_without_beginning(n: int, seed: int) -> None:
    tags = path(np.random.default_rng(seed).normal(size=(n, 5)).astype(np.float32) * 3)
    for before, tag in zip([0, *tags], tags, strict=False):
        assert tag not in (2, 4) or before in (tag - 1, tag)


@settings(max_examples=40, deadline=None)
@given(st.integers(3, 30), st.integers(0, 2**31))
def test_decoded_contents_lie_in_order_and_do_not_overlap(n: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    w = Window(list(range(n)), [-1, *range(n - 2), -1], [-1, *range(1, n - 1), -1], 0)
    scores = [random.normal(size=s).astype(np.float32) for s in ((n, 5), (n, 7), (n, n), (n, n), (n, 29))]
    found = decode(w, *scores)
    assert all(t.start < t.end for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0.0 <= t.own <= 1.0 and 0.0 <= t.probability <= 1.0 for t in found)


def attribution(start: int, end: int, name: str = "d1.a1") -> Attribution:
    labels = (Polarity.AFFIRM, Certainty.CERTAIN, Stance.NEUTRAL, Act.STATEMENT)
    return Attribution(name, "d1", Content(Span(start, end)), None, (), *labels, (Why("claims.test"),))


def seen_by_tagger(start: int, end: int, probability: float) -> Tagged:
    one = np.array([1.0, 0.0, 0.0], dtype=np.float32)
    return Tagged(start, end, probability, 0.9, None, None, None, (one, one, one, one))


@pytest.mark.parametrize(
    ("tagged", "seen", "expected"),
    [
        ([seen_by_tagger(4, 30, 0.9)], {"d1.a1": 0.9}, 1),  # both agree: one finding
        ([], {"d1.a1": 0.1}, 0),  # the tagger sees no content there: dropped
        ([], {"d1.a1": 0.9}, 1),  # borders differ, the words are content: kept
        ([seen_by_tagger(50, 90, 0.99)], {"d1.a1": 0.9}, 2),  # the tagger alone, sure
        ([seen_by_tagger(50, 90, 0.3)], {"d1.a1": 0.9}, 1),  # the tagger alone, unsure
        ([seen_by_tagger(10, 14, 0.99)], {"d1.a1": 0.9}, 1),  # only a part of what the rules found
    ],
)
def test_the_two_readers_check_each_other(tagged: list[Tagged], seen: dict[str, float], expected: int) -> None:
    doc = document(REPORT)
    text = read_text(doc)
    know = knowledge()
    matches = know.matcher.find(text.shadow.text)
    out = combine(doc, text, matches, know, [attribution(4, 30)], tagged, seen, Trust())
    assert len(out) == expected


def test_rules_mark_their_pieces() -> None:
    doc = document(REPORT)
    (w,) = windows(doc, read_text(doc), network().tokenizer)
    mark(w, [attribution(4, 30)])
    inside = [k for k, (a, b) in enumerate(zip(w.starts, w.ends, strict=True)) if a >= 0 and a < 30 and b > 4]
    assert all(w.marks[k] != 0 and w.points[k] == 0 for k in inside)
    assert all(w.points[k] == -1 for k in range(len(w.ids)) if k not in inside)
