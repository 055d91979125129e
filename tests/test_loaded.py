"""Loaded words: the files hold, the spans are right, proper names and plain words stay out."""

from functools import cache
from hashlib import sha256

import pytest

from tabayyun.claims.loaded import find_loaded
from tabayyun.lexicons import Knowledge, knowledge
from tabayyun.model.claim import Loaded
from tabayyun.model.document import Document
from tabayyun.text import read
from tabayyun.text.fold import fold


@cache
def known() -> Knowledge:
    return knowledge()


def loaded(text: str, language: str = "ar") -> list[Loaded]:
    digest = sha256(text.encode()).hexdigest()
    doc = Document("d1", text, language, "Test Wire", None, None, "", digest, digest, "text/plain", "plain/1")
    layer = read(doc)
    return list(find_loaded(doc, layer, known().matcher.find(layer.shadow.text), known()))


def test_files_are_broad() -> None:
    entries = known().loaded.values()
    assert sum(e.language == "ar" for e in entries) >= 120
    assert sum(e.language == "en" for e in entries) >= 60
    assert {e.kind for e in entries} == {"label", "honorific", "dysphemism", "euphemism", "distancing"}


@pytest.mark.parametrize("entry_id", sorted(knowledge().loaded))
def test_own_sentences_hold(entry_id: str) -> None:
    entry = known().loaded[entry_id]

    def is_found(sentence: str) -> bool:
        return any(m.form.entry == entry_id for m in known().matcher.find(fold(sentence).text))

    assert [s for s in entry.yes if not is_found(s)] == []
    assert [s for s in entry.no if is_found(s)] == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("قصفت مليشيا الحوثي الإرهابية القرية", "ar", [("مليشيا الحوثي الإرهابية", "label")]),
        ("هاجمت ميليشيا البوليساريو الجدار", "ar", [("ميليشيا البوليساريو", "label")]),
        ("وقال إن عصابات قسد انسحبت", "ar", [("عصابات قسد", "label")]),
        ("استشهد الطبيب في القصف", "ar", [("استشهد", "honorific")]),
        ("أعلنت الوزارة تحييد ثلاثة", "ar", [("تحييد", "euphemism")]),
        ("أغار العدو الصهيوني على التلة", "ar", [("العدو الصهيوني", "label")]),
        ("قال ما يسمى المجلس إنه اجتمع", "ar", [("ما يسمى", "distancing")]),
        ("وصف الخبر بأنه محض افتراء", "ar", [("محض افتراء", "dysphemism")]),
        ("نقل الجرحى إلى مستشفى شهداء الأقصى", "ar", []),
        ("غادر الوفد وبدأ تحرير الصحيفة", "ar", []),
        ("قصفت قوات الحكومة القرية", "ar", []),
        ("the ministry said two terrorists were neutralised", "en", [("terrorists", "label"), ("neutralised", "euphemism")]),
        ("it blamed the so-called council", "en", [("the so-called", "distancing")]),
        ("the militia fired on the town and allegedly left", "en", []),
    ],
)
def test_words_that_judge_are_found_with_their_names(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert [(x.span.words(text), x.kind) for x in loaded(text, language)] == expected


def test_quotation_marks_are_told() -> None:
    text = "قال البيان إن «مرتزقة» دخلوا، ثم هرب المرتزقة"
    assert [(x.span.words(text), x.is_quoted) for x in loaded(text)] == [("مرتزقة", True), ("المرتزقة", False)]


def test_repetitions_are_listed_twice_at_most() -> None:
    assert len(loaded("قال العدو. ثم قال العدو. ثم قال العدو. ثم قال العدو.")) == 2


def test_every_finding_has_a_reason_from_the_files() -> None:
    found = loaded("قصفت مليشيا آل دقلو السوق واستشهد بائع")
    assert [x.why.rule for x in found] == ["claims.loaded.label", "claims.loaded.honorific"]
    assert all(h.entry in known().loaded or h.entry in known().actors for x in found for h in x.why.hits)
