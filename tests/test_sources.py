"""Source phrases: kind, whether named, actor; parties: who is meant."""

from functools import cache
from hashlib import sha256

import pytest

from tabayyun.claims.sources import Voice, describe, resolve, same_voice
from tabayyun.lexicons import Knowledge, knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Kind
from tabayyun.model.document import Document
from tabayyun.model.text import TextLayer
from tabayyun.text import read


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
        ("A Turkish defence ministry official said so", "A Turkish defence ministry official", Kind.MILITARY, False),
        ("Two security officials said so", "Two security officials", Kind.SECURITY_SOURCE, False),
        ("Economist Lina Marwani said so", "Economist Lina Marwani", Kind.EXPERT, True),
        ("A spokesman for Hezbollah said so", "A spokesman for Hezbollah", Kind.ARMED_GROUP, True),
        ("Amnesty International said so", "Amnesty International", Kind.MONITOR, True),
        ("A rights group said so", "A rights group", Kind.NGO_UN, False),
        ("The mayor, who asked not to be named, said so", "The mayor, who asked not to be named", Kind.OFFICIAL, False),
    ],
)
def test_kind_and_name_of_a_source(text: str, phrase: str, kind: Kind, is_named: bool) -> None:
    found = voice(text, phrase)
    assert (found.kind, found.is_named) == (kind, is_named)


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
