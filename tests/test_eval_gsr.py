"""Families of events and who stands on either side of them, for single sentences; all are constructed."""

import json
from pathlib import Path

import pytest

from eval import gsr
from eval.__main__ import main


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("قصفت طائرات حربية مستودعاً شرق المدينة", "ASSAULT"),
        ("تظاهر مئات العمال أمام مبنى البلدية احتجاجاً على تأخر الرواتب", "PROTEST"),
    ],
)
def test_a_sentence_gets_the_family_of_its_event(text: str, family: str) -> None:
    assert family in str(gsr.predict(text, "t")["plover"])


@pytest.mark.parametrize("text", ["ارتفعت أسعار القمح في الأسواق المحلية هذا الأسبوع", "فاز الفريق بثلاثة أهداف في مباراة الأمس"])
def test_a_sentence_without_event_has_none(text: str) -> None:
    assert gsr.predict(text, "t")["plover"] == []


def test_the_command_writes_one_line_a_sentence(tmp_path: Path) -> None:
    row = {"id": "s1", "text": "قصفت طائرات حربية مستودعاً شرق المدينة", "sentence": "قصفت طائرات حربية مستودعاً شرق المدينة"}
    (tmp_path / "sentences.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert main(["gsr", str(tmp_path / "sentences.jsonl"), str(tmp_path / "out.jsonl")]) == 0
    (line,) = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["id"] == "s1"
