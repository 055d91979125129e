"""The whole house, from the sample reports to the dossier: without a network, repeatable, every span printing its words."""

import json
import re
import socket
import tomllib
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from tabayyun.app.pipeline import read_bundle
from tabayyun.dossier.bundle import encode, to_bundle
from tabayyun.dossier.page import to_html
from tabayyun.ingest import Loaded
from tabayyun.ingest.documents import freeze
from tabayyun.ingest.pages import read_page
from tabayyun.model import wire
from tabayyun.model.document import Document
from tabayyun.text.language import language


def dossier_of(*documents: Document, name: str = "x") -> wire.Bundle:
    return to_bundle(read_bundle(name, documents))


def arabic(text: str, published: str | None = None) -> Document:
    return freeze(text, name="x", id="d1", language="ar", outlet="o", published=published)


@pytest.fixture(scope="module")
def found(examples: Loaded) -> wire.Bundle:
    return dossier_of(*examples.documents)


def spans(item: Any) -> list[dict[str, Any]]:
    """Every object of a JSON value that has a start, an end and a quote."""
    if isinstance(item, list):
        return [s for x in item for s in spans(x)]
    if not isinstance(item, dict):
        return []
    own = [item] if {"start", "end", "quote"} <= item.keys() else []
    return own + [s for x in item.values() for s in spans(x)]


def check_spans(bundle: wire.Bundle) -> int:
    raw = json.loads(encode(bundle))
    texts = {d["id"]: d["text"] for d in raw["documents"]}
    count = 0
    for item in [x for key in ("claims", "loaded", "attributions") for x in raw.get(key, ())]:
        for s in spans(item):
            count += 1
            text = texts[item["doc"]]
            assert 0 <= s["start"] < s["end"] <= len(text)
            assert s["quote"] == text[s["start"] : s["end"]]
    return count


def test_every_span_of_the_sample_prints_its_words(found: wire.Bundle) -> None:
    assert check_spans(found) > 100


def test_every_claim_has_a_reason_and_a_known_document(found: wire.Bundle) -> None:
    ids = {d.id for d in found.documents}
    assert all(c.why and c.doc in ids for c in found.claims)


def test_the_sample_shows_what_it_is_there_to_show(found: wire.Bundle, examples: Loaded) -> None:
    assert len(examples.documents) == 7
    assert not examples.failures
    assert len({d.outlet for d in examples.documents}) >= 4
    assert {d.language for d in found.documents} == {"ar", "en"}
    assert any({"d1", "bawaba-1"} <= set(o.documents) for o in found.origins), "the copy is not seen as one"
    (balance,) = [b for b in found.balance if b.incident == found.incidents[0].id]
    contested = {a.question for a in balance.questions if a.status == "contested"}
    assert {"weapon", "perpetrator", "killed"} <= contested


def test_the_unrelated_report_is_in_no_incident(found: wire.Bundle) -> None:
    assert not [c.id for c in found.claims if c.doc == "courier-2" and c.incident]


def test_the_flow_opens_no_socket(examples: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the flow asked for a network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = (ROOT / "examples" / "al-marqab-al-sharqi.html").read_bytes()
    dossier = read_bundle("x", [*examples.documents, read_page(page, "x.html")])
    assert encode(to_bundle(dossier))
    assert to_html(dossier)


@pytest.mark.parametrize(
    "text",
    [
        "Selon l'armée, trois soldats ont été tués dans une attaque de drone contre la base.",
        "Savunma Bakanlığı, saldırıda üç askerin öldüğünü açıkladı.",
        "وزارت دفاع اعلام کرد که پهپادها به یک پایگاه در شمال کشور حمله کردند.",
        "پولیس کے مطابق دھماکے میں تین افراد ہلاک ہو گئے ہیں۔",
        "سەرچاوەیەکی ئەمنی گوتی هێرشەکە بە درۆن ئەنجامدراوە.",
        "1 2 3 — …",
    ],
)
def test_another_language_gives_an_empty_dossier(text: str) -> None:
    found = dossier_of(freeze(text, name="x", id="d1", language=language(text), outlet="o"))
    assert (found.claims, found.incidents, found.attributions) == ((), (), ())


@pytest.mark.parametrize("published", [None, "0001-01-01", "9999-12-31T23:59:59+14:00", "2024-02-29"])
def test_the_first_and_the_last_day_of_the_calendar_break_nothing(published: str | None) -> None:
    text = "قال مصدر أمني إن طائرة مسيّرة قصفت حاجزاً أمس الأول، وإن قصفاً آخر وقع الأسبوع الماضي وقبل ثلاثة أشهر وفي العاشر من رمضان."
    assert check_spans(dossier_of(arabic(text, published))) > 0


def test_an_undated_today_stays_open() -> None:
    found = dossier_of(arabic("أعلنت وزارة الدفاع أن طائرة مسيّرة قصفت حاجزاً في مدينة الحسكة اليوم."))
    times = [c.slots.time for c in found.claims if c.slots.time]
    assert times
    assert all(t.value is None for t in times)


PIECES = (
    'قال|المصدر|إن|أن|«|»|"|“|”|نفت|وزارة الدفاع|قوات سوريا الديمقراطية|طائرة مسيّرة|قصفت|في|الحسكة|ثلاثة|قتلى|بحسب|زعم|\n|\r\n|\u200f|\x00|'
    "وأضاف|شهود عيان|said|the army|denied|that|a rocket|killed|3|at least|people|near|Raqqa|Reuters|Tuesday|:|،|.|؟|ـ|\u064b|,|(|)"
).split("|")
WORDS = st.lists(st.sampled_from(PIECES), max_size=50).map(" ".join)


@settings(max_examples=120)
@given(WORDS)
def test_no_arrangement_of_words_breaks_a_room_or_a_span(text: str) -> None:
    if text.strip():
        check_spans(dossier_of(arabic(text, "2024-01-16"), freeze(text, name="y", id="d2", language="en", outlet="p")))


def test_the_package_ships_every_file_it_reads() -> None:
    """What `pip install .` copies: the patterns of pyproject.toml against the files that are no Python."""
    package = ROOT / "src" / "tabayyun"
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]["tabayyun"]
    shipped = {p for pattern in patterns for p in package.glob(pattern) if p.is_file()}
    needed = {p for p in package.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc")}
    assert needed <= shipped
    folders = {p.parent for p in package.rglob("*.py")}
    assert all((f / "__init__.py").exists() for f in folders), "a room without __init__.py is not packaged"


def test_every_error_code_is_explained() -> None:
    page = (ROOT / "docs" / "reference" / "errors.md").read_text(encoding="utf-8")
    rooms = [*(ROOT / "src").rglob("*.py"), *(ROOT / "eval").rglob("*.py")]
    raised = {code for p in rooms for code in re.findall(r"\[(T\d{3})\]", p.read_text(encoding="utf-8"))}
    assert raised == set(re.findall(r"^\| (T\d{3}) ", page, re.MULTILINE))


def test_no_document_names_a_path_of_somebodys_machine() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]
    assert pages
    for p in pages:
        assert not re.search(r"(?<![\w./])/(?:work|tmp|root|home)/|TABAYYUN_SHARED|\.\./shared", p.read_text(encoding="utf-8")), p.name


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for p in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", p.read_text(encoding="utf-8")):
            assert (p.parent / Path(target)).exists(), f"{p.name}: {target}"


def test_every_dependency_is_accounted_for() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    direct = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {re.split(r"[<>=!~\[ ;]", d)[0] for d in direct}
    locked = set(re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    listed = set(re.findall(r"`([A-Za-z0-9_.-]+)`", page))
    assert names <= listed, names - listed
    assert locked <= listed | names, locked - listed
