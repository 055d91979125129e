"""What a claim's content says of places: where it was, where it came from, and when it says nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabayyun.events.places import PlaceReading, read_places
from tabayyun.model.claim import Act, Attribution, Certainty, Content, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.text import read


def reading(content: str, before: str = "", language: str = "ar") -> tuple[PlaceReading, str]:
    """The reading of a claim whose content follows `before`, and the whole text."""
    text = before + content
    doc = Document("d1", text, language, "outlet", None, None, "", "", "", "text/plain", "plain/1")
    span = Span(len(before), len(text))
    claim = Attribution("d1.c1", "d1", Content(span), None, (), Polarity.AFFIRM, Certainty.CERTAIN, Stance.NEUTRAL, Act.STATEMENT, ())
    return read_places(doc, read(doc), (claim,))["d1.c1"], text


@pytest.mark.parametrize(
    ("content", "language", "words", "lat", "lon"),
    [
        ("طائرة مسيّرة استهدفت مدينة الشدادي جنوبي محافظة الحسكة", "ar", "مدينة الشدادي جنوبي محافظة الحسكة", 36.06, 40.73),
        ("قصفت المدفعية بعد الظهر بلدة سرمين", "ar", "بلدة سرمين", 35.90, 36.72),
        ("سقط صاروخان داخل قاعدة عين الأسد", "ar", "قاعدة عين الأسد", 33.79, 42.44),
        ("قُتل ثلاثة عمال بنيران قناص في حي غويران", "ar", "حي غويران", 36.48, 40.76),
        ("a drone hit a lorry near the town of Kutum", "en", "town of Kutum", 14.2, 24.67),
        ("rockets struck Beirut's southern suburbs at dawn", "en", "Beirut's southern suburbs", 33.85, 35.51),
        ("two people were shot dead in Omdurman", "en", "Omdurman", 15.64, 32.48),
        ("سقطت قذيفة على مخيم البص صباحاً", "ar", "مخيم البص", 33.27, 35.21),
        ("استهدفت مسيّرة بصاروخ عند السابعة من صباح أمس الجدار الشمالي لسجن رومية", "ar", "سجن رومية", 33.89, 35.58),
    ],
)
def test_place_of_the_event(content: str, language: str, words: str, lat: float, lon: float) -> None:
    got, text = reading(content, language=language)
    assert got.place is not None
    assert got.place.span.words(text) == words
    assert got.place.lat == pytest.approx(lat, abs=0.06)
    assert got.place.lon == pytest.approx(lon, abs=0.06)
    assert got.place.why.hits


@pytest.mark.parametrize(
    ("content", "language"),
    [
        ("محافظ درعا زار الجرحى", "ar"),
        ("قائد شرطة البصرة أعلن مقتل ثلاثة", "ar"),
        ("نُقل الجرحى إلى مستشفى الشفاء", "ar"),
        ("the wounded were evacuated to Niamey", "en"),
        ("talks between Ankara and Moscow stalled", "en"),
    ],
)
def test_offices_and_hospitals_reached_are_no_place_of_the_event(content: str, language: str) -> None:
    got, _ = reading(content, language=language)
    assert got.place is None


def test_known_village_beats_the_province_around_it() -> None:
    got, _ = reading("مسلحون في محافظة السويداء استهدفوا حاجزاً عند بلدة عرمان")
    assert got.place is not None
    assert got.place.precision == "settlement"


def test_unknown_village_lies_off_the_town_it_is_measured_from() -> None:
    got, _ = reading("انفجر لغم في قرية التويمين على بعد 20 كم جنوب الشدادي")
    assert got.place is not None
    assert got.place.why.rule == "place.offset"
    assert got.place.lat == pytest.approx(36.06 - 20 / 111.2, abs=0.05)
    assert got.place.radius_m >= 4000


def test_unknown_quarter_stands_at_the_main_place_with_a_wider_radius() -> None:
    got, _ = reading("سقطت قذيفة على حي الورود", before="شهدت مدينة إدلب قصفاً عنيفاً أمس. وقال ناشط إن ")
    assert got.place is not None
    assert got.place.why.rule == "place.main"
    assert got.place.radius_m >= 4000
    assert got.place.lat == pytest.approx(35.93, abs=0.05)


def test_definite_town_points_back() -> None:
    got, text = reading("قذيفتان سقطتا على المدينة", before="هاجم مسلحون مدينة منبج صباحاً. وأفاد شاهد بأن ")
    assert got.place is not None
    assert got.place.span.words(text) == "المدينة"
    assert got.place.lat == pytest.approx(36.53, abs=0.05)


@pytest.mark.parametrize(
    ("content", "language", "words"),
    [
        ("الصواريخ أُطلقت من جهة تل رفعت", "ar", "جهة تل رفعت"),
        ("الطائرة أقلعت من مطار الشعيرات", "ar", "مطار الشعيرات"),
        ("القذيفة مصدرها ريف إدلب", "ar", "ريف إدلب"),
        ("منصة الإطلاق كانت في قرية مرعناز", "ar", "قرية مرعناز"),
        ("the shells were fired from Kafouri", "en", "Kafouri"),
        ("the drone took off from Misrata", "en", "Misrata"),
    ],
)
def test_origin(content: str, language: str, words: str) -> None:
    got, text = reading(content, language=language)
    assert got.origin is not None
    assert got.origin.span.words(text) == words


@pytest.mark.parametrize(
    ("content", "language"),
    [
        ("أطلق المسلح النار من مسدس كاتم للصوت", "ar"),
        ("انسحبوا بعد نصف ساعة من الاشتباك", "ar"),
        ("he fired nine rounds from a pistol", "en"),
    ],
)
def test_weapons_and_measures_are_no_origin(content: str, language: str) -> None:
    got, _ = reading(content, language=language)
    assert got.origin is None


def test_origin_is_not_the_place_hit() -> None:
    got, text = reading("قصف مدفعي من معسكر جورين على بلدة سرمين أوقع جرحى")
    assert got.place is not None
    assert got.origin is not None
    assert "سرمين" in got.place.span.words(text)
    assert "جورين" in got.origin.span.words(text)
    assert set(got.detail["places"]) == {"launched_from", "fell_on"}  # type: ignore[call-overload]


def test_spans_stay_inside_the_content() -> None:
    content = "طائرة استهدفت سيارة في بلدة صرين"
    got, text = reading(content, before="قال مصدر في مدينة الرقة إن ")
    assert got.place is not None
    assert Span(len(text) - len(content), len(text)).contains(got.place.span)
    assert got.place.span.words(text) == "بلدة صرين"


_WORDS = (
    "قصفت الطائرات بلدة سرمين من جهة مدينة حلب قرب القامشلي، وبالفاشر أُطلقت منصة 15 كم شمال"
    " the rockets fired from near Deir ez-Zor in town of Kutum."
).split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=30), st.data())
def test_no_slot_leaves_its_content(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    doc = Document("d1", text, "ar", "outlet", None, None, "", "", "", "text/plain", "plain/1")
    content = Content(Span(start, end))
    claim = Attribution("d1.c1", "d1", content, None, (), Polarity.AFFIRM, Certainty.CERTAIN, Stance.NEUTRAL, Act.STATEMENT, ())
    got = read_places(doc, read(doc), (claim,))["d1.c1"]
    for slot in (got.place, got.origin):
        assert slot is None or content.span.contains(slot.span)


@pytest.mark.parametrize("content", ["سقطت ثلاث قذائف وسط السوق", "سقطت ثلاث قذائف قرب السوق", "three shells fell near the market"])
def test_near_or_amid_a_definite_site_is_the_main_place(content: str) -> None:
    is_arabic = "\u0600" < content[0] < "\u06ff"
    before = "قصفت المدفعية مدينة إدلب أمس. " if is_arabic else "Artillery shelled the city of Idlib yesterday. "
    got, _ = reading(content, before, "ar" if is_arabic else "en")
    assert got.place is not None
    assert got.place.lat == pytest.approx(35.93, abs=0.05)
    assert got.place.lon == pytest.approx(36.63, abs=0.05)


@pytest.mark.parametrize(
    "content",
    [
        "فارق أحد الجرحى الحياة في مشفى الرقة الوطني",
        "توفي جندي متأثراً بجراحه في مستشفى دير الزور",
        "one of the wounded died in Raqqa National Hospital",
        "those killed were members of the Sinjar Resistance Units",
    ],
)
def test_where_the_wounded_died_and_what_bodies_are_called_is_no_place_of_the_event(content: str) -> None:
    got, _ = reading(content, "", "ar" if "\u0600" < content[0] < "\u06ff" else "en")
    assert got.place is None


@pytest.mark.parametrize("content", ["قصفت الطائرات مستشفى الرقة الوطني", "a shell hit Raqqa National Hospital, killing two"])
def test_a_hospital_that_is_hit_is_the_place(content: str) -> None:
    got, _ = reading(content, "", "ar" if "\u0600" < content[0] < "\u06ff" else "en")
    assert got.place is not None
