"""Where the matcher finds a lexicon word inside a printed one, and where it must not."""

import pytest

from tabayyun.lexicons.match import Form, Matcher, whole_words
from tabayyun.text import fold

FORMS = [
    Form("رد", "radda", "reporting", "verb", "verb", True),
    Form("يرد", "radda", "reporting", "verb", "verb", True),
    Form("نقل", "naqala", "reporting", "verb", "verb", True),
    Form("ضرب", "daraba", "events", "verb", "verb", True),
    Form("أب", "ab", "sources", "noun", "noun", True),
    Form("وفا", "wafa", "sources", "noun", "noun", True),
    Form("مسؤول", "masul", "sources", "noun", "noun", True),
    Form("فتاة", "fatat", "targets", "noun", "noun", True),
]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("ورد الناطق", ["radda"]),
        ("فرد في القرية", []),
        ("سيرد الجيش", ["radda"]),
        ("وسرد الشاهد قصته", []),
        ("نقل الموقع الخبر", ["naqala"]),
        ("لنقل الجرحى", []),
        ("لضرب الميناء", ["daraba"]),
        ("خلف باب البيت", []),
        ("وباب المخيم مغلق", []),
        ("لأب من القرية", ["ab"]),
        ("بوفاة المصاب", []),
        ("نقلاً عن وفا", ["wafa"]),
        ("مسئول أمني", ["masul"]),
        ("والمسئولون", []),
        ("على الفتاة", ["fatat"]),
    ],
)
def test_words_are_cut_only_where_the_language_cuts_them(printed: str, expected: list[str]) -> None:
    assert [m.form.entry for m in Matcher(FORMS).find(fold(printed).text)] == expected


def test_whole_words_are_folded_and_none_is_the_verb_that_news_needs() -> None:
    assert {"باب", "فرد", "وفاه"} <= whole_words()
    assert not {"ورد", "وعد", "لنقل", "لسانا"} & whole_words()
