"""Constructed reports of about 3 KB with as many claims as annotated ones have, Arabic and English. The events did not happen."""

import random

from tabayyun.model.document import Document

_TOWNS = ("الشدادي", "منبج", "تل تمر", "الباب", "عين عيسى", "البصيرة", "رأس العين", "عامودا", "الهول", "مركدة")
_SENTENCES = (
    "قال مصدر أمني في مدينة {town} إن طائرة مسيّرة استهدفت فجر اليوم سيارة عسكرية قرب الجسر، ما أدى إلى مقتل {a} وإصابة {b} آخرين.",
    "وأضاف المصدر أن فرق الإسعاف نقلت الجرحى إلى المشفى الوطني، مشيراً إلى أن حالة اثنين منهم حرجة.",
    "في المقابل، نفت قوات سوريا الديمقراطية في بيان أن يكون الاستهداف قد طال مقراً لها، مؤكدة أن القذيفة سقطت في أرض زراعية.",
    "وبحسب شهود عيان، فإن دوي انفجارين سُمع في حي السوق قبل أن تتصاعد أعمدة الدخان من محيط الفرن الآلي.",
    "وذكر المرصد السوري لحقوق الإنسان أن حصيلة القتلى ارتفعت إلى {a} بعد وفاة أحد المصابين متأثراً بجراحه.",
    "وهرعت سيارات الإسعاف إلى المكان، وقطعت قوى الأمن الطريق الواصل بين {town} والقرى المجاورة.",
    "ونقلت وكالة رويترز عن مسؤول محلي قوله إن القصف مصدره مواقع تقع شمالي المدينة، ولم تتبن أي جهة مسؤوليتها عن الهجوم.",
    "وتشهد المنطقة منذ أسابيع توتراً متصاعداً في ظل غياب أي تسوية سياسية.",
    "ورجّح ناشطون أن يكون الهدف مستودعاً للذخيرة، فيما قال أحد السكان إن المبنى كان مدرسة مهجورة.",
    "وكانت {town} قد تعرضت في 12 آذار الماضي لقصف مدفعي أسفر عن إصابة {b} مدنيين.",
    "وحمّلت الإدارة المحلية تركيا مسؤولية التصعيد، وطالبت المنظمات الدولية بالتدخل.",
    "وأوضح مدير المشفى الدكتور سامر الحاج لموقعنا أن المشفى استقبل {b} إصابات، لافتاً إلى نقص في المواد الطبية.",
)

_PLACES = (
    "Shadwan",
    "Tell Marran",
    "Bir Asal",
    "Rasafah",
    "Qutayla",
    "Hawijat al-Nahr",
    "Umm Zeitun",
    "Marqat",
    "Deir Sabil",
    "Khan Waraq",
)
_LINES = (
    "A security source in {town} said an unmanned aircraft struck a military vehicle near the bridge at dawn, killing {a} people and "
    "wounding {b} others.",
    "The source added that ambulance crews took the wounded to the national hospital, noting that two of them were in critical condition.",
    "The Syrian Democratic Forces denied in a statement that the strike had hit one of their posts, insisting that the shell fell on "
    "farmland.",
    "According to witnesses, two explosions were heard in the market quarter before smoke rose from around the bakery.",
    "The Syrian Observatory for Human Rights reported that the death toll had risen to {a} after one of the wounded died.",
    "Ambulances rushed to the scene and security forces closed the road between {town} and the neighbouring villages.",
    'Reuters quoted a local official as saying that "the shelling came from positions north of the city", and nobody has claimed '
    "responsibility for the attack.",
    "The area has seen rising tension for weeks in the absence of any political settlement.",
    "Activists said the target was probably an ammunition depot, while a resident said the building was an abandoned school.",
    "On 12 March {town} was hit by artillery fire that wounded {b} civilians.",
    "The local administration blamed Turkey for the escalation and called on international organisations to step in.",
    "The director of the hospital, Dr Samer al-Hajj, told our reporter that it had received {b} casualties and was short of supplies.",
)


def reports(count: int, seed: int = 11, language: str = "ar") -> list[Document]:
    """`count` reports of about 3,000 bytes in one language (ar or en), the same for the same seed."""
    chance = random.Random(seed)
    towns, sentences, outlet = (_TOWNS, _SENTENCES, "موقع") if language == "ar" else (_PLACES, _LINES, "Site")
    out = []
    for n in range(count):
        town, text = chance.choice(towns), ""
        while len(text.encode("utf-8")) < 2900:
            lines = chance.sample(sentences, 3)
            text += " ".join(x.format(town=town, a=chance.randint(2, 9), b=chance.randint(3, 12)) for x in lines) + "\n\n"
        out.append(Document(f"d{n}", text.strip(), language, f"{outlet} {n % 7}", None, "2024-05-14T10:00:00+03:00", "", "", "", "", ""))
    return out
