"""How many a claim counts, in both languages. All sentences are constructed; nothing in them happened."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabayyun.events.casualties import Casualties, read_casualties
from tabayyun.events.casualty_items import items
from tabayyun.lexicons.casualties import casualty_words
from tabayyun.lexicons.load import DATA
from tabayyun.model.claim import Act, Certainty, Claim, Content, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.text import read

ONE, TWO, SOME = (1, 1), (2, 2), (2, None)


def casualties(text: str, polarity: Polarity = Polarity.AFFIRM) -> Casualties:
    language = "ar" if any("\u0600" < c < "\u06ff" for c in text) else "en"
    doc = Document("d1", text, language, "Outlet", None, "2024-05-15", "", "", "", "text/plain", "plain/1")
    claim = Claim("d1.c1", "d1", Content(Span(0, len(text))), None, (), polarity, Certainty.CERTAIN, Stance.NEUTRAL, Act.STATEMENT, ())
    return read_casualties(doc, read(doc), (claim,)).get("d1.c1", Casualties())


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("قُتل سبعة أشخاص وأصيب اثنا عشر آخرون بقصف على سوق البلدة", (7, 7), (12, 12)),
        ("مقتل جندي وإصابة اثنين بانفجار لغم", ONE, TWO),
        ("سقوط قتيلين وثلاثة جرحى", TWO, (3, 3)),
        ("أسفر الهجوم عن قتيلان و15 جريحاً", TWO, (15, 15)),
        ("أدى القصف إلى استشهاد امرأة وابنتيها", (3, 3), None),
        ("قتلت القذيفة رجلاً وزوجته", TWO, None),
        ("لقي خمسة عمال مصرعهم في الانفجار", (5, 5), None),
        ("أودى الانفجار بحياة أربعة حراس", (4, 4), None),
        ("انفجار راح ضحيته 18 مدنياً على الأقل", (18, None), None),
        ("وصلت تسع جثث إلى المشفى", (9, 9), None),
        ("ارتفاع حصيلة القتلى إلى عشرة", (10, 10), None),
        ("ارتفع إلى ستة عدد قتلى الانفجار", (6, 6), None),
        ("عدد القتلى بلغ تسعة بعد وفاة ثلاثة من المصابين", (9, 9), None),
        ("مقتل ما لا يقل عن تسعة أشخاص", (9, None), None),
        ("مقتل أكثر من عشرين مقاتلاً", (21, None), None),
        ("إصابة نحو ثلاثين شخصاً", None, (30, 30)),
        ("سقوط عشرات القتلى والجرحى", (20, None), (20, None)),
        ("سقوط قتلى وجرحى", SOME, SOME),
        ("مقتل وإصابة عدد من الجنود", SOME, SOME),
        ("قُتل 13 شخصاً، بينهم خمسة أطفال", (13, 13), None),
        ("ثلاثة مدنيين قُتلوا وأصيب خمسة", (3, 3), (5, 5)),
        ("شابان قضيا بانفجار اللغم", TWO, None),
        ("توفي صياد وأصيب ابنه", ONE, ONE),
        ("مقتل سائقَين بقصف على الطريق", TWO, None),
        ("سقطت قذيفتان على الحي دون خسائر بشرية", (0, 0), (0, 0)),
        ("سقطت قذيفة على الجسر ولم يصب أحد بأذى", (0, 0), (0, 0)),
        ("لم يوقع الهجوم أي إصابات", (0, 0), (0, 0)),
        ("لم تسفر الغارة عن قتلى", (0, 0), None),
        ("انفجر لغم بسيارة فأردى السائق", ONE, None),
        ("سقطت ثلاث قذائف على الحي", None, None),
        ("قضت المحكمة بسجن المتهم", None, None),
        ("وصل خمسة وزراء إلى العاصمة", None, None),
        ("Four people were killed and nine wounded in the market", (4, 4), (9, 9)),
        ("A mortar round hit the square, killing at least five people and wounding more than 20", (5, None), (21, None)),
        ("The blast killed the driver", ONE, None),
        ("A drone hit a car, killing an officer and two companions", (3, 3), None),
        ("The strike killed him, his wife and six other people", (8, 8), None),
        ("Eleven people, including three children, were killed", (11, 11), None),
        ("the death toll rose to 14", (14, 14), None),
        ("The death toll from the blast rose from nine to 12", (12, 12), None),
        ("the deaths of six workers", (6, 6), None),
        ("leaving two guards dead", TWO, None),
        ("three dead and 17 injured", (3, 3), (17, 17)),
        ("Between six and nine civilians were killed", (6, 9), None),
        ("Dozens of shepherds were killed", (20, None), None),
        ("two to three farmers were injured", None, (2, 3)),
        ("A nine-year-old girl was killed by a sniper", ONE, None),
        ("The rockets caused no casualties", (0, 0), (0, 0)),
        ("Nobody was hurt", (0, 0), (0, 0)),
        ("no soldier was killed", (0, 0), None),
        ("There were no reports of injuries", None, None),
        ("Three rockets hit the base", None, None),
        ("The toll may change", None, None),
        ("Five of the wounded died", (5, 5), None),
        ("سجلت المشرحة واحداً وعشرين قتيلاً", (21, 21), None),
        ("عدد الجرحى يتراوح بين سبعة وثلاثة عشر", None, (7, 13)),
        ("ارتفعت الحصيلة إلى أربعين بعد وفاة اثنين من المصابين", (40, 40), None),
        ("عدد القتلى الذين أُحصوا في المشرحة سبعة عشر", (17, 17), None),
        ("قضى أخوه وزوجته وابنهما", (3, 3), None),
        ("مقتل ضابط في اللواء وسائقه", TWO, None),
        ("قُتل طبيب، أحد أبناء البلدة، مع ولديه", (3, 3), None),
        ("مقتل 23 عاملاً وحارساً", (23, 23), None),
        ("وصلت أربع جثث وجريحان", (4, 4), TWO),
        ("سقوط جريحين من العمال", None, TWO),
        ("استقبلت العيادة 30 جريحاً توفي أربعة منهم", (4, 4), (30, 30)),
        ("القتيل بائع خضار من القرية", ONE, None),
        ("مقتل الراعي، وقد تأكد الأهالي من وفاته", ONE, None),
        ("لا بلاغات عن إصابات", None, None),
        ("لم يُبلّغ عن قتلى", None, None),
        ("حقق الرماة إصابات مباشرة في الموقع", None, None),
        ("لا يعرف أحد لماذا قُتل البائع", ONE, None),
        ("قُتل أربعة عمال بعد أسبوع من مقتل الحارس", (4, 4), None),
        ("A shell killed a baker with his wife and four children", (6, 6), None),
        ("Five mortar bombs fell on the yard after 2 p.m. Seven people died", (7, 7), None),
        ("Deaths in the camp have risen to 41", (41, 41), None),
        ("Four of the wounded lost their sight", None, (4, 4)),
        ("Many of the wounded lost their sight", None, None),
        ("A welder was treated for smoke inhalation", None, ONE),
        ("the victim was a beekeeper", ONE, None),
        ("two of them were carrying maps", None, None),
    ],
)
def test_tolls(text: str, killed: tuple[int, int | None] | None, injured: tuple[int, int | None] | None) -> None:
    found = casualties(text)
    assert (found.killed and (found.killed.low, found.killed.high)) == killed
    assert (found.injured and (found.injured.low, found.injured.high)) == injured


@pytest.mark.parametrize("text", ["بين القتلى ثلاث معلمات", "three of the dead were children"])
def test_a_part_of_a_toll_says_so(text: str) -> None:
    killed = casualties(text).killed
    assert killed is not None
    assert (killed.low, killed.high, killed.scope) == (3, 3, "subset")


def test_a_denied_claim_keeps_what_is_denied() -> None:
    killed = casualties("مقتل أربعة من عناصره", Polarity.DENY).killed
    assert killed is not None
    assert (killed.low, killed.high) == (4, 4)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("مقتل ثلاثة مدنيين", "civilians"),
        ("مقتل ثلاثة جنود", "combatants"),
        ("two soldiers were killed", "combatants"),
        ("two were killed", "unknown"),
    ],
)
def test_who(text: str, who: str) -> None:
    killed = casualties(text).killed
    assert killed is not None
    assert killed.who == who


def test_missing_and_detained_are_details() -> None:
    assert casualties("ولا يزال ستة مفقودين").detail == {"missing": [6, 6]}
    assert casualties("Nine men were killed and four detained").detail == {"detained": [4, 4]}


def test_the_words_and_the_entry_stand_beside_the_count() -> None:
    text = "أعلن المشفى مقتل خمسة عمال أمس"
    killed = casualties(text).killed
    assert killed is not None
    assert killed.span.words(text) == "مقتل خمسة عمال"
    assert [h.entry for h in killed.why.hits] == ["ar.deed.maqtal"]


def test_content_in_pieces_is_read_as_one_and_its_words_stand_in_one_piece() -> None:
    text = "Two guards, the mayor said, were killed"
    doc = Document("d1", text, "en", "Outlet", None, None, "", "", "", "text/plain", "plain/1")
    content = Content(Span(0, len(text)), (Span(0, 10), Span(28, len(text))))
    claim = Claim("d1.c1", "d1", content, None, (), Polarity.AFFIRM, Certainty.CERTAIN, Stance.NEUTRAL, Act.STATEMENT, ())
    found = read_casualties(doc, read(doc), (claim,))["d1.c1"].killed
    assert found is not None
    assert (found.low, found.high) == TWO
    assert any(p.contains(found.span) for p in content.parts)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_entry_knows_its_own_yes_and_not_its_no(language: str) -> None:
    for word in casualty_words(language).words:
        for sentence in word.yes:
            assert word.id in _ids(sentence, language), (word.id, sentence)
        for sentence in word.no:
            assert word.id not in _ids(sentence, language), (word.id, sentence)


def _ids(sentence: str, language: str) -> set[str]:
    doc = Document("d", sentence, language, "", None, None, "", "", "", "text/plain", "plain/1")
    text = read(doc)
    return {i.entry.id for i in items(text, sentence, 0, len(text.shadow.text), language) if i.entry}


def test_data_files_are_where_the_loader_looks() -> None:
    assert (DATA / "casualties" / "ar.toml").is_file()
    assert (DATA / "casualties" / "en.toml").is_file()


_PIECES = [
    "قُتل",
    "مقتل",
    "وإصابة",
    "ثلاثة",
    "مدنيين",
    "بينهم",
    "القتلى",
    "جثة",
    "إلى",
    "دون",
    "من",
    "و12",
    "جريحاً",
    "شخصان",
    "رجلاً",
    "عدد",
    "بعد",
    "حصيلة",
    "killed",
    "were",
    "the",
    "dead",
    "of",
    "five",
    "people",
    "and",
    "his",
    "wife",
    "no",
    "toll",
    "rose",
    "to",
    "wounding",
    ",",
    ".",
    "(",
    '"',
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=5), min_size=1, max_size=16))
def test_any_text_is_read_within_bounds(words: list[str]) -> None:
    text = " ".join(words) + "x"
    found = casualties(text)
    for count in (found.killed, found.injured):
        if count is not None:
            assert count.low >= 0
            assert count.high is None or count.low <= count.high
            assert 0 <= count.span.start < count.span.end <= len(text)
