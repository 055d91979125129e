"""Time expressions of both languages and the time slot of a claim. All sentences are constructed; nothing in them happened."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabayyun.events.times import date_mentions, read_times
from tabayyun.events.timexes import find_in, find_times
from tabayyun.lexicons.times import time_words
from tabayyun.model.claim import Act, Certainty, Claim, Content, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.model.text import TextLayer
from tabayyun.text import fold, read
from tabayyun.text.dates import anchor, resolve

WEDNESDAY = "2024-05-15T18:00:00+03:00"


def document(text: str, language: str, published: str | None = WEDNESDAY) -> Document:
    return Document("d1", text, language, "Outlet", None, published, "", "", "", "text/plain", "plain/1")


def claim(text: str, content: str, n: int = 1) -> Claim:
    start = text.index(content)
    span = Span(start, start + len(content))
    return Claim(
        f"d1.c{n}", "d1", Content(span), None, (), Polarity.AFFIRM, Certainty.CERTAIN, Stance.NEUTRAL, Act.STATEMENT, ()
    )  # fmt: skip


def values(words: str, language: str) -> list[str | None]:
    now = anchor(WEDNESDAY)
    return [resolve(m.reference, now).value for m in find_in(fold(words).text, language)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("فجر اليوم الأربعاء", "2024-05-15"),
        ("مساء أمس", "2024-05-14"),
        ("مساءَ أمسِ الثلاثاء", "2024-05-14"),
        ("ظهر أول من أمس الاثنين", "2024-05-13"),
        ("ليل الأحد", "2024-05-12"),
        ("ليلة السبت", "2024-05-11"),
        ("بعد منتصف ليل الاثنين - الثلاثاء", "2024-05-14"),
        ("بعد منتصف ليل الأحد/الاثنين", "2024-05-13"),
        ("البارحة", "2024-05-14"),
        ("الليلة الماضية", "2024-05-15"),
        ("يوم الخميس", "2024-05-09"),
        ("الجمعة الماضي", "2024-05-10"),
        ("الأربعاء الماضي", "2024-05-08"),
        ("السابع من أكتوبر", "2023-10-07"),
        ("في الثاني والعشرين من شباط الماضي", "2024-02-22"),
        ("الثالث عشر من أيار", "2024-05-13"),
        ("30 آذار", "2024-03-30"),
        ("12 مارس/آذار 2022", "2022-03-12"),
        ("5 كانون الثاني (يناير) 2021", "2021-01-05"),
        ("17 جويلية 2018", "2018-07-17"),
        ("3 أوت", "2023-08-03"),
        ("18 جانفي", "2024-01-18"),
        ("في 9 نونبر 2020", "2020-11-09"),
        ("26 تشرين الثاني من العام الماضي", "2023-11-26"),
        ("14/5/2024", "2024-05-14"),
        ("2023-11-02", "2023-11-02"),
        ("الثاني عشر من ربيع الآخر 1442 هـ", "2020-11-27"),
        ("في نيسان الماضي", "2024-04"),
        ("في آب 2019", "2019-08"),
        ("مطلع حزيران", "2023-06"),
        ("منتصف آذار/مارس", "2024-03"),
        ("عام 2017", "2017"),
        ("صيف العام الماضي", "2023"),
        ("الشهر الماضي", "2024-04"),
        ("قبل أسبوع", "2024-05-08"),
        ("قبل أسبوعين", "2024-05-01"),
        ("منذ يومين", "2024-05-13"),
        ("قبل ثلاثة أيام", "2024-05-12"),
        ("قبل نحو شهر", "2024-04"),
        ("قبل أربعة أشهر", "2024-01"),
        ("الساعة السابعة صباحاً", "2024-05-15T07:00"),
        ("عند الساعة السادسة وخمس وعشرين دقيقة صباحاً", "2024-05-15T06:25"),
        ("عند الخامسة إلا ربعاً من عصر أمس", "2024-05-14T16:45"),
        ("قرابة التاسعة والثلث مساء الأحد", "2024-05-12T21:20"),
        ("3:40 فجراً", "2024-05-15T03:40"),
        ("عند الساعة 10:35 من ليل السبت", "2024-05-11T22:35"),
        ("الساعة ٨:١٥ مساءً من يوم الثلاثاء", "2024-05-14T20:15"),
        ("عند التاسعة و25 دقيقة من قبل ظهر اليوم", "2024-05-15T09:25"),
        ("عند الثانية ظهراً", "2024-05-15T14:00"),
        ("32 نيسان", None),
        ("on Tuesday", "2024-05-14"),
        ("on Tuesday morning", "2024-05-14"),
        ("early on Tuesday", "2024-05-14"),
        ("late on Sunday", "2024-05-12"),
        ("before dawn on Monday", "2024-05-13"),
        ("Monday's", "2024-05-13"),
        ("last Wednesday", "2024-05-08"),
        ("yesterday", "2024-05-14"),
        ("overnight", "2024-05-15"),
        ("in the night of Monday to Tuesday", "2024-05-14"),
        ("18 April", "2024-04-18"),
        ("April 18, 2021", "2021-04-18"),
        ("on Sept. 25", "2023-09-25"),
        ("on the evening of July 9", "2023-07-09"),
        ("on the 12th", "2024-05-12"),
        ("in January 2022", "2022-01"),
        ("last month", "2024-04"),
        ("late last year", "2023"),
        ("two days ago", "2024-05-13"),
        ("a week ago", "2024-05-08"),
        ("at 07:30", "2024-05-15T07:30"),
        ("around 11 p.m. on Saturday", "2024-05-11T23:00"),
        ("at about 3:25 p.m. on 17 June", "2023-06-17T15:25"),
        ("7.10 p.m. on Tuesday", "2024-05-14T19:10"),
        ("at half past five in the morning", "2024-05-15T05:30"),
        ("at 0635 UTC", "2024-05-15T06:35"),
        ("between 3 and 9 April", None),
        ("last week", None),
    ],
)
def test_one_expression_and_its_value(words: str, value: str | None) -> None:
    assert values(words, "ar" if any("\u0600" < c < "\u06ff" for c in words) else "en") == [value]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("ظهر القائد في تسجيل مصور", "ar"),
        ("فجّر مجهولون الجسر", "ar"),
        ("قوات من المغرب", "ar"),
        ("خرجت الرصاصة من الظهر", "ar"),
        ("الاثنين الآخرين", "ar"),
        ("مارس الضباط ضغوطاً", "ar"),
        ("the toll may rise", "en"),
        ("protesters began to march", "en"),
        ("some 2015 people", "en"),
        ("a convoy of 40 lorries", "en"),
    ],
)
def test_words_that_only_look_like_times(words: str, language: str) -> None:
    assert values(words, language) == []


@pytest.mark.parametrize(
    ("words", "language", "kind"),
    [
        ("خلال الأيام الماضية", "ar", "DURATION"),
        ("لمدة ثلاث ساعات", "ar", "DURATION"),
        ("كل يوم", "ar", "SET"),
        ("مساء الثلاثاء", "ar", "TIME"),
        ("في نيسان", "ar", "DATE"),
        ("for three hours", "en", "DURATION"),
        ("every night", "en", "SET"),
        ("at noon", "en", "TIME"),
        ("in April", "en", "DATE"),
    ],
)
def test_timex_type(words: str, language: str, kind: str) -> None:
    assert [m.kind for m in find_in(fold(words).text, language)] == [kind]


def slots(text: str, contents: list[str], language: str, published: str | None = WEDNESDAY) -> list[tuple[str, str | None] | None]:
    doc = document(text, language, published)
    claims = tuple(claim(text, c, n) for n, c in enumerate(contents, 1))
    found = read_times(doc, read(doc), claims)
    return [(w.span.words(text), w.value) if (w := found.get(c.id)) else None for c in claims]


def test_the_time_of_saying_is_no_time_of_the_event() -> None:
    text = "قال متحدث يوم الثلاثاء إن قذيفة سقطت على الجسر فجر الاثنين."
    assert slots(text, ["قذيفة سقطت على الجسر فجر الاثنين"], "ar") == [("فجر الاثنين", "2024-05-13")]


def test_the_same_day_is_the_day_of_the_event_before() -> None:
    text = "سقطت قذيفة على الجسر يوم الأحد. وفي اليوم ذاته احترق مستودع."
    assert slots(text, ["سقطت قذيفة على الجسر يوم الأحد", "في اليوم ذاته احترق مستودع"], "ar")[1] == ("اليوم ذاته", "2024-05-12")


def test_a_bare_clock_leans_on_the_day_and_part_of_day_before() -> None:
    text = "A shell hit the bridge on Monday evening, residents said. The second fell at 8:15, they added."
    assert slots(text, ["A shell hit the bridge on Monday evening", "The second fell at 8:15"], "en")[1] == ("at 8:15", "2024-05-13T20:15")


def test_a_future_plan_dates_nothing() -> None:
    assert slots("The two sides will meet next Sunday.", ["The two sides will meet next Sunday"], "en") == [None]


def test_without_publication_only_the_clock_is_known() -> None:
    text = "سقطت القذيفة الساعة السابعة صباحاً من اليوم."
    doc = document(text, "ar", None)
    (when,) = read_times(doc, read(doc), (claim(text, text[:-1]),)).values()
    assert (when.value, when.clock, when.granularity) == (None, "07:00", "minute")
    assert "publication" in when.why.note


def test_an_impossible_date_stays_open_with_a_reason() -> None:
    text = "A shell hit the bridge on 31 April 2023."
    doc = document(text, "en")
    (when,) = read_times(doc, read(doc), (claim(text, text[:-1]),)).values()
    assert when.value is None
    assert "no such day" in when.why.note


def test_a_stretch_of_time_counts_only_for_a_claim_with_an_event() -> None:
    text = "The road has been shelled since dawn."
    doc = document(text, "en")
    one = (claim(text, text[:-1]),)
    assert read_times(doc, read(doc), one) == {}
    assert read_times(doc, read(doc), one, {"d1.c1"})["d1.c1"].value == "2024-05-15"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_entry_knows_its_own_yes_and_not_its_no(language: str) -> None:
    for word in time_words(language).words:
        for sentence in word.yes:
            assert word.id in _ids(sentence, language), (word.id, sentence)
        for sentence in word.no:
            assert word.id not in _ids(sentence, language), (word.id, sentence)


def _ids(sentence: str, language: str) -> set[str]:
    shadow = fold(sentence).text
    found = {e for m in find_in(shadow, language) for _, _, e in m.entries}
    words = time_words(language)
    spans = [shadow[m.start : m.end] for m in find_in(shadow, language)]
    used = {
        w.id
        for kind in ("unit", "edge", "stage")
        for f, w in words.by_form.get(kind, {}).items()
        if any(f in s.split() or f in s for s in spans)
    }
    return found | used


_PIECES = [
    "الساعة",
    "السابعة",
    "والنصف",
    "مساء",
    "أمس",
    "الأحد",
    "12",
    "نيسان",
    "2019",
    "من",
    "/",
    "-",
    "قبل",
    "يومين",
    "اليوم ذاته",
    "31",
    "شباط",
    "on",
    "Tuesday",
    "night",
    "at",
    "25:61",
    "April",
    "31",
    "ago",
    "two",
    "days",
    "the",
    "last",
    "week",
    "،",
    ".",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=5), max_size=14), st.sampled_from(["ar", "en"]))
def test_any_text_is_read_and_spans_lie_inside(words: list[str], language: str) -> None:
    text = " ".join(words)
    doc = document(text, language)
    layer: TextLayer = read(doc)
    for m in find_times(layer, language):
        assert 0 <= m.start < m.end <= len(layer.shadow.text)
    for d in date_mentions(doc, layer):
        assert 0 <= d.span.start < d.span.end <= len(text)
