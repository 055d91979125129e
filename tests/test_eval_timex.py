"""Time expressions in the conventions of TimeML: what the adapter restores, on constructed texts."""

import json
from pathlib import Path

import pytest

from eval import timex
from eval.__main__ import main


def spans(text: str) -> list[tuple[str, object]]:
    return [(text[int(str(a)) : int(str(b))], kind) for a, b, kind in timex.predict(text, "t")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد إلى المدينة مساء أمس", [("مساء أمس", "TIME")]),
        ("بدأ البناء في عام 1998 وتوقف", [("عام 1998", "DATE")]),
        ("افتتح المعرض منتصف شهر مايو المنصرم", [("منتصف شهر مايو المنصرم", "DATE")]),
        ("عاش في الجبل أكثر من عشر سنوات", [("أكثر من عشر سنوات", "DURATION")]),
        ("مضى ربع قرن على الاتفاق", [("ربع قرن", "DURATION")]),
        ("حكم البلاد ثلاثة عقود", [("ثلاثة عقود", "DURATION")]),
        ("تغيرت القرية في السنوات اللاحقة", [("السنوات اللاحقة", "DATE")]),
        ("ارتفع الإنتاج في السنوات الثلاث الماضية", [("السنوات الثلاث الماضية", "DURATION")]),
        ("تُغلق الطريق الجبلية شتاءً", [("شتاءً", "DATE")]),
        ("يعقد المجلس اجتماعه السنوي هناك", [("السنوي", "SET")]),
        ("انخفض السعر عامي 2007 و2008", [("2007", "DATE"), ("2008", "DATE")]),
        ("مات المدير والآن يديرها ابنه", [("الآن", "DATE")]),
    ],
)
def test_expressions_stand_without_prepositions_and_with_their_type(text: str, expected: list[tuple[str, str]]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize("text", ["علوم العصر الحديث", "من متطلبات هذا العصر", "الأمر يهم أهل القرية أولا وأخيرا"])
def test_ages_and_importance_are_no_times(text: str) -> None:
    assert spans(text) == []


def test_the_afternoon_is_still_read() -> None:
    assert spans("سقطت القذيفة بعد العصر على الحي")[0][1] == "TIME"


def test_tags_are_taken_out_and_offsets_count_without_them(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    raw = '<?xml version="1.0"?>\n<TimeML>\nوصل الفريق <TIMEX3 tid="t1" type="DATE" value="2004">أمس</TIMEX3> .\n</TimeML>\n'
    (source / "a.tml").write_text(raw, encoding="utf-8")
    assert main(["timex", str(source), str(tmp_path / "out.jsonl")]) == 0
    row = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    text = timex.plain(raw)
    assert "TIMEX3" not in text
    assert row["doc"] == "a.tml"
    assert [(text[a:b], k) for a, b, k in row["spans"]] == [("أمس", "DATE")]


def test_a_folder_without_files_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timex", str(tmp_path), str(tmp_path / "out.jsonl")]) == 2
    assert "holds no .tml file" in capsys.readouterr().err
