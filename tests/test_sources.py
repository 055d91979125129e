"""Source phrases: kind, whether named, actor; parties: who is meant."""

from functools import cache
from hashlib import sha256

import pytest

from tabayyun.claims.arabic.read import read as read_arabic
from tabayyun.claims.sources import Voice, describe, resolve, same_voice
from tabayyun.lexicons import Knowledge, knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Kind
from tabayyun.model.document import Document
from tabayyun.model.text import TextLayer
from tabayyun.text import read
from tabayyun.text import read as text_of


@cache
def known() -> Knowledge:
    return knowledge()


def layer(text: str, language: str) -> tuple[TextLayer, list[Match]]:
    digest = sha256(text.encode()).hexdigest()
    layer = read(Document("d1", text, language, "Test Wire", None, None, "", digest, digest, "text/plain", "plain/1"))
    return layer, known().matcher.find(layer.shadow.text)


def span(text: str, phrase: str) -> tuple[int, int]:
    """Shadow and text offsets agree in these sentences: they hold no vowel signs and no tatweel."""
    start = text.index(phrase)
    return start, start + len(phrase)


def voice(text: str, phrase: str) -> Voice:
    language = "en" if phrase.isascii() else "ar"
    found, matches = layer(text, language)
    return describe(*span(text, phrase), found, matches, known(), language, text)


@pytest.mark.parametrize(
    ("text", "phrase", "kind", "is_named"),
    [
        ("قال مصدر عسكري في حلب إن الجسر أغلق", "مصدر عسكري", Kind.MILITARY, False),
        ("قال مصدر أمني إن الجسر أغلق", "مصدر أمني", Kind.SECURITY_SOURCE, False),
        ("قال مصدر طبي في مستشفى البلدة إن الجرحى نقلوا", "مصدر طبي في مستشفى البلدة", Kind.MEDICAL, False),
        ("روى شاهد عيان ما جرى", "شاهد عيان", Kind.WITNESS, False),
        ("أكد أحد سكان الحي ذلك", "أحد سكان الحي", Kind.WITNESS, False),
        ("قال الناشط أحمد العلي إن الطريق مفتوح", "الناشط أحمد العلي", Kind.LOCAL_SOURCE, True),
        ("قال قيادي في حركة حماس إن الوفد غادر", "قيادي في حركة حماس", Kind.ARMED_GROUP, False),
        ("قال متطوع في الدفاع المدني السوري إن الحريق أخمد", "متطوع في الدفاع المدني السوري", Kind.NGO_UN, False),
        ("أعلن الجيش اللبناني إغلاق الطريق", "الجيش اللبناني", Kind.MILITARY, True),
        ("أعلن المتحدث باسم جماعة الحوثي ذلك", "المتحدث باسم جماعة الحوثي", Kind.ARMED_GROUP, True),
        ("أعلنت وزارة الصحة اللبنانية ذلك", "وزارة الصحة اللبنانية", Kind.OFFICIAL, True),
        ("نقلت وكالة رويترز الخبر", "وكالة رويترز", Kind.AGENCY, True),
        ("ذكرت قناة محلية الخبر", "قناة محلية", Kind.OUTLET, False),
        ("تداولت صفحات على فيسبوك الخبر", "صفحات على فيسبوك", Kind.SOCIAL_MEDIA, False),
        ("رأى الخبير العسكري سمير الحاج أن المدى قصير", "الخبير العسكري سمير الحاج", Kind.EXPERT, True),
        ("قالت والدة الفتى إنه خرج", "والدة الفتى", Kind.WITNESS, False),
        ("وقال محافظ حمص إن المدارس ستفتح", "محافظ حمص", Kind.OFFICIAL, True),
        ("قال مزارع يسكن على بعد كيلومتر إنه سمع الدوي", "مزارع يسكن على بعد كيلومتر", Kind.WITNESS, False),
        ("A resident of the old quarter said it was loud", "A resident of the old quarter", Kind.WITNESS, False),
        ("A doctor at the clinic said two men came", "A doctor at the clinic", Kind.MEDICAL, False),
        ("The Israeli military said it was looking into it", "The Israeli military", Kind.MILITARY, True),
        ("A Turkish defence ministry official said so", "A Turkish defence ministry official", Kind.OFFICIAL, False),
        ("Two security officials said so", "Two security officials", Kind.SECURITY_SOURCE, False),
        ("Economist Lina Marwani said so", "Economist Lina Marwani", Kind.EXPERT, True),
        ("A spokesman for Hezbollah said so", "A spokesman for Hezbollah", Kind.ARMED_GROUP, True),
        ("Amnesty International said so", "Amnesty International", Kind.MONITOR, True),
        ("A rights group said so", "A rights group", Kind.MONITOR, False),
        ("The mayor, who asked not to be named, said so", "The mayor, who asked not to be named", Kind.OFFICIAL, False),
        ("قال مسؤول دفاعي إن القاعدة أخليت", "مسؤول دفاعي", Kind.OFFICIAL, False),
        ("أعلن متحدث عسكري فتح الطريق", "متحدث عسكري", Kind.MILITARY, True),
        ("قال محافظ البلدة ذلك وقال ضابط متقاعد غيره", "ضابط متقاعد", Kind.EXPERT, False),
        ("قال ضابط لبناني سابق إن المدى قصير", "ضابط لبناني سابق", Kind.EXPERT, False),
        ("قال مصدر مقرب من حزب الله إن الوفد غادر", "مصدر مقرب من حزب الله", Kind.INFORMED_SOURCE, False),
        ("قال ناشطون على مواقع التواصل إن الجسر أغلق", "ناشطون على مواقع التواصل", Kind.SOCIAL_MEDIA, False),
        ("قالت مديرية الصحة إن الدواء نفد", "مديرية الصحة", Kind.MEDICAL, True),
        ("قال موظف في مستشفى البلدة إن الباب أغلق", "موظف في مستشفى البلدة", Kind.MEDICAL, False),
        ("قال موظف في المصرف إن الباب أغلق", "موظف في المصرف", Kind.WITNESS, False),
        ("قال دبلوماسي أممي إن الوفد غادر", "دبلوماسي أممي", Kind.NGO_UN, False),
        ("قال مسؤول محلي إن السوق أغلق", "مسؤول محلي", Kind.OFFICIAL, False),
        ("قال العميد سالم الحربي إن الجسر أغلق", "العميد سالم الحربي", Kind.MILITARY, True),
        ("قالت مصادر أخرى إن الجسر أغلق", "مصادر أخرى", Kind.UNSPECIFIED, False),
        ("أعلنت غرفة طوارئ الحي نقص الدواء", "غرفة طوارئ الحي", Kind.LOCAL_SOURCE, True),
        ("A source close to Hezbollah said so", "A source close to Hezbollah", Kind.INFORMED_SOURCE, False),
        ("A diplomat following the file said so", "A diplomat following the file", Kind.OFFICIAL, False),
        ("The Hamas-run health ministry said so", "The Hamas-run health ministry", Kind.OFFICIAL, True),
        ("A Hamas official said so", "A Hamas official", Kind.ARMED_GROUP, False),
        ("Accounts close to the group said so", "Accounts close to the group", Kind.SOCIAL_MEDIA, False),
        (
            "A spokesman for forces loyal to the Turkish government said so",
            "A spokesman for forces loyal to the Turkish government",
            Kind.MILITARY,
            True,
        ),
        ("A government commander in the city said so", "A government commander in the city", Kind.MILITARY, False),
        ("A police source said so", "A police source", Kind.OFFICIAL, False),
        ("The clinic was full. The director said so", "The director", Kind.MEDICAL, False),
        ("The port was full. The director said so", "The director", Kind.OFFICIAL, False),
    ],
)
def test_kind_and_name_of_a_source(text: str, phrase: str, kind: Kind, is_named: bool) -> None:
    found = voice(text, phrase)
    assert (found.kind, found.is_named) == (kind, is_named)


@pytest.mark.parametrize(
    ("text", "phrase", "kind"),
    [
        ("قال خبير المتفجرات سامي الخوري إن الشحنة كبيرة. ورأى الخوري أن المدى قصير", "الخوري", Kind.EXPERT),
        ("Explosives expert Sami Khoury came on Monday. Later Khoury said so", "Khoury", Kind.EXPERT),
        ("Sami Khoury, an analyst at the centre, came. Later Khoury said so", "Khoury", Kind.EXPERT),
        ("The ship left for Beirut. Later Khoury said so", "Khoury", Kind.UNSPECIFIED),
        ("قال مصدر طبي في البلدة إن الجرحى نقلوا. وأكد المصدر ذاته ذلك", "المصدر ذاته", Kind.MEDICAL),
    ],
)
def test_one_who_was_introduced_before_keeps_the_kind(text: str, phrase: str, kind: Kind) -> None:
    found, matches = layer(text, "en" if phrase.isascii() else "ar")
    start = text.rindex(phrase)
    assert describe(start, start + len(phrase), found, matches, known(), "en" if phrase.isascii() else "ar", text).kind is kind


def test_the_source_named_again_continues_the_source_noun_and_not_the_official_between() -> None:
    text = "قال مصدر طبي في البلدة إن ثلاثة جرحى وصلوا إلى المستشفى.\n"
    text += "وأعلن محافظ حمص سامي الخوري أن القصف توقف.\nوأضاف المصدر ذاته أن جريحا توفي."
    digest = sha256(text.encode()).hexdigest()
    doc = Document("d1", text, "ar", "Test Wire", None, None, "", digest, digest, "text/plain", "plain/1")
    layer = text_of(doc)
    said = read_arabic(doc, layer, known().matcher.find(layer.shadow.text), known())
    last = next(a.chain[-1] for a in said if "توفي" in a.content.span.words(text))
    first = next(a for a in said if "وصلوا" in a.content.span.words(text))
    assert (last.kind, last.refers_to) == (Kind.MEDICAL, first.id)


@pytest.mark.parametrize("entry_id", sorted(knowledge().roles))
def test_roles_hold_their_own_sentences(entry_id: str) -> None:
    sentences = known().roles[entry_id].yes
    assert sentences
    assert [s for s in sentences if all(m.form.entry != entry_id for m in layer(s, entry_id[:2])[1])] == []


@pytest.mark.parametrize(
    ("text", "phrase", "slug"),
    [
        ("قال مصدر أمني عراقي إن الطريق أغلق", "مصدر أمني عراقي", "iraq-security-forces"),
        ("A Turkish defence ministry official said so", "A Turkish defence ministry official", "turkish-forces"),
        ("في صيدا وصور ولبنان كله أعلن الجيش حظر التجول", "الجيش", "lebanese-army"),
        ("شهدت أم درمان والخرطوم قصفا وقال الجيش إنه رد", "الجيش", "saf-sudan"),
        ("In Nablus and the West Bank the army said it had left", "the army", "idf"),
        ("قالت وزارة الصحة في غزة إن العدد ارتفع", "وزارة الصحة في غزة", "gaza-health-ministry"),
        ("قال مصدر في قوات سوريا الديمقراطية ذلك", "مصدر في قوات سوريا الديمقراطية", "sdf"),
        ("تقدمت حركة الشباب ثم قالت الحركة إنها انسحبت", "الحركة", "al-shabaab"),
        ("the WHO said it had sent a team", "WHO", "who"),
        ("the man who came said so", "who", None),
        ("قال شاهد عيان إنه رأى الدخان", "شاهد عيان", None),
        ("نقلت وكالة رويترز الخبر عن بيروت وقالت الوكالة إنها تتابع", "الوكالة", "reuters"),
        ("شهدت سيناء والعريش ورفح المصرية هدوءا ثم أعلن تنظيم الدولة ذلك", "تنظيم الدولة", "isis-sinai"),
        ("في الموصل والأنبار أعلن تنظيم الدولة ذلك", "تنظيم الدولة", "isis"),
        ("في حلب ومنبج قال مسؤول دفاعي ذلك", "مسؤول دفاعي", "us-dod"),
        ("في صنعاء وعدن ومأرب قالت الحكومة ذلك", "الحكومة", "yemen-government"),
        ("قال دبلوماسي أممي إن الوفد غادر", "دبلوماسي أممي", "un"),
        ("The Hamas-run health ministry said so", "The Hamas-run health ministry", "gaza-health-ministry"),
        ("The Turkish embassy in Baghdad said so", "The Turkish embassy in Baghdad", "turkey"),
        ("In Marib the Houthis met the Saudi-backed government", "the Saudi-backed government", "yemen-government"),
    ],
)
def test_actor_of_a_source(text: str, phrase: str, slug: str | None) -> None:
    assert voice(text, phrase).actor == slug


@pytest.mark.parametrize(
    ("text", "phrase", "slug"),
    [
        ("أغارت طائرة مسيّرة تركية على التلة", "طائرة مسيّرة تركية", "turkish-forces"),
        ("قصفت قوات الدعم السريع السوق", "قوات الدعم السريع", "rsf-sudan"),
        ("قال الجيش الإسرائيلي إن قواته دخلت الحي", "قواته", "idf"),
        ("أطلق مسلحون مجهولون النار", "مسلحون مجهولون", "unknown"),
        ("Iran-aligned militias fired on the base", "Iran-aligned militias", "iran-backed-militias"),
        ("In Hodeidah the Houthis and Sanaa said the aggression hit a farm", "the aggression", "saudi-led-coalition"),
        ("Syrian government helicopters circled", "Syrian government helicopters", "syrian-army"),
        ("a broken pipe did it", "a broken pipe", None),
    ],
)
def test_party_named_in_an_event(text: str, phrase: str, slug: str | None) -> None:
    found, matches = layer(text, "en" if phrase.isascii() else "ar")
    start = text.index(phrase)
    begin, end = found.shadow.starts.index(start), found.shadow.ends.index(start + len(phrase)) + 1
    assert resolve(begin, end, found, matches, known(), text)[0] == slug


def test_reasons_point_at_printed_words() -> None:
    text = "وأفاد مصدر في قوات سوريا الديمقراطية بذلك"
    found = voice(text, "مصدر في قوات سوريا الديمقراطية")
    assert [(h.span.words(text), h.entry) for h in found.hits] == [
        ("مصدر", "ar.role.source"),
        ("قوات سوريا الديمقراطية", "sdf"),
    ]


def test_one_named_actor_is_one_voice_and_unnamed_ones_are_not() -> None:
    text = "قال حزب الله ذلك وقال مصدر في حزب الله غيره وكرر حزب الله قوله"
    named, source = voice(text, "حزب الله"), voice(text, "مصدر في حزب الله")
    assert same_voice(named, named)
    assert not same_voice(named, source)
    assert not same_voice(source, source)
