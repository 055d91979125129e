"""Which language a line is in: what is neither Arabic nor English is never read for claims."""

import pytest

from tabayyun.text.language import language

OTHERS = [
    ("ckb", "لە شاری کەرکوک تەقینەوەیەک ڕوویدا و چوار کەس گیانیان لەدەستدا"),
    ("ckb", "سەرچاوەیەکی ئەمنی گوتی هێرشەکە بە درۆن ئەنجامدراوە"),
    ("fa", "وزارت دفاع اعلام کرد که پهپادها به یک پایگاه در شمال کشور حمله کردند"),
    ("fa", "به گزارش خبرگزاری، سه نفر در این حمله کشته شدند"),
    ("fa", "الجزیره گزارش داد که دو سرباز در الرمادی کشته شدند"),
    ("ur", "وزیر داخلہ نے کہا کہ دھماکے میں تین افراد ہلاک ہوئے"),
    ("ur", "پولیس کے مطابق حملہ آور فرار ہو گئے ہیں"),
    ("fr", "Selon une source militaire, trois soldats ont été tués dans l'explosion"),
    ("fr", "L'armée a démenti toute implication dans la frappe sur le marché"),
    ("fr", "Des témoins affirment avoir entendu un drone avant l'explosion"),
    ("tr", "Savunma Bakanlığı saldırıda üç askerin öldüğünü açıkladı"),
    ("tr", "Yerel kaynaklar patlamanın pazar yerinde meydana geldiğini söyledi"),
    ("ku", "Hêzên Sûriya Demokratîk ragihandin ku sê kes di êrîşê de hatin kuştin"),
    ("ku", "Çavkaniyên herêmî dibêjin ku dron li gund ket"),
    ("de", "Die Armee teilte mit, dass drei Soldaten bei dem Angriff getötet wurden"),
    ("es", "El ejército informó de que tres soldados murieron en el ataque"),
    ("he", "הצבא הודיע כי שלושה חיילים נהרגו"),
    ("ru", "Министерство обороны сообщило, что трое солдат погибли"),
]


@pytest.mark.parametrize("fallback", ["und", "ar", "en"])
@pytest.mark.parametrize(("code", "line"), OTHERS)
def test_other_languages_are_never_taken_for_arabic_or_english(code: str, line: str, fallback: str) -> None:
    assert language(line, fallback) == code


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("ar", "قال مصدر أمني إن ثلاثة جنود قتلوا"),
        ("ar", "أعلنت وكالة «تسنیم» الإيرانية مقتل قائد ميداني"),
        ("ar", "وصل الوفد إلى چمچمال في إقليم كردستان العراق"),
        ("ar", "التقى الرئيس نظيره فى القاهرة على هامش القمة"),
        ("en", "Three soldiers were killed in the blast, the army said."),
        ("en", "Drone strike kills four in Syria"),
        ("en", "Médecins Sans Frontières said a hospital was hit"),
    ],
)
@pytest.mark.parametrize("fallback", ["und", "ar", "en"])
def test_arabic_and_english_are_told(code: str, line: str, fallback: str) -> None:
    assert language(line, fallback) == code


@pytest.mark.parametrize("line", ["", "12:30", "— … —", "SDF"])
def test_too_little_to_tell_keeps_what_the_document_says(line: str) -> None:
    assert language(line, "en") == "en"
    assert language(line, "ar") == "ar"
