"""Who said what in Arabic: frames, contents, chains, anaphors and labels, on sentences made for the purpose."""

from dataclasses import dataclass
from functools import cache

import pytest

from tabayyun.claims.arabic.acts import denies, speech_act
from tabayyun.claims.arabic.appeals import APPEAL
from tabayyun.claims.arabic.read import read
from tabayyun.claims.read import read as read_claims
from tabayyun.lexicons.cues import CueEntry
from tabayyun.lexicons.knowledge import Knowledge, knowledge
from tabayyun.model.claim import Act, Attribution, Certainty, Kind, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.text.fold import key
from tabayyun.text.read import read as read_text


@cache
def know() -> Knowledge:
    return knowledge()


def attributions(text: str, outlet: str = "المرآة") -> list[Attribution]:
    doc = Document("d1", text, "ar", outlet, None, None, "", "", "", "text/plain", "plain/1")
    layer = read_text(doc)
    return read(doc, layer, know().matcher.find(layer.shadow.text), know())


def said(text: str, outlet: str = "المرآة") -> list[tuple[str, list[str]]]:
    """Content and chain of every attribution, in reading order."""
    found = attributions(text, outlet)
    return [(" | ".join(p.words(text) for p in a.content.pieces()), [x.span.words(text) for x in a.chain]) for a in found]


@dataclass(frozen=True)
class Case:
    text: str
    content: str
    chain: list[str]


THAT = [
    Case("قال مدير البلدية إن الجسر أغلق صباح اليوم.", "الجسر أغلق صباح اليوم", ["مدير البلدية"]),
    Case("أكدت مصادر محلية أن القصف توقف.", "القصف توقف", ["مصادر محلية"]),
    Case("أفاد مراسل الإذاعة بأن الطريق مقطوع.", "الطريق مقطوع", ["مراسل الإذاعة"]),
    Case("وأوضح المتحدث باسم الدفاع المدني أن الحريق أخمد.", "الحريق أخمد", ["المتحدث باسم الدفاع المدني"]),
    Case("ذكرت وكالة الأناضول أن قذيفة سقطت قرب السوق.", "قذيفة سقطت قرب السوق", ["وكالة الأناضول"]),
    Case("كشف مصدر أمني أن المسلحين فروا شمالاً.", "المسلحين فروا شمالاً", ["مصدر أمني"]),
    Case("أعلنت وزارة الصحة أن عدد القتلى خمسة.", "عدد القتلى خمسة", ["وزارة الصحة"]),
    Case("روى سائق الحافلة أنه رأى ثلاثة ملثمين.", "رأى ثلاثة ملثمين", ["سائق الحافلة"]),
    Case("أشار التقرير إلى أن المدرسة كانت خالية.", "المدرسة كانت خالية", ["التقرير"]),
    Case("زعم إعلام الجماعة أن المدينة سقطت.", "المدينة سقطت", ["إعلام الجماعة"]),
    Case("جاء في البيان أن الجسر آمن.", "الجسر آمن", ["البيان"]),
    Case("قال المحافظ، في تصريح صحفي، إن المعبر مفتوح.", "المعبر مفتوح", ["المحافظ"]),
    Case("قال الناطق ساخراً إن الخبر قديم.", "الخبر قديم", ["الناطق"]),
    Case("رأى الباحث في شؤون البادية أن الخلايا تتحرك ليلاً.", "الخلايا تتحرك ليلاً", ["الباحث في شؤون البادية"]),
    Case("قال مصدر طبي، طلب عدم ذكر اسمه، إن الجرحى سبعة.", "الجرحى سبعة", ["مصدر طبي"]),
]
IN_FRONT = [
    Case("وعزت مصادر محلية الانفجار إلى لغم قديم.", "الانفجار إلى لغم قديم", ["مصادر محلية"]),
    Case("كما وثّق المركز الحقوقي مقتل ثلاثة مدنيين.", "مقتل ثلاثة مدنيين", ["المركز الحقوقي"]),
    Case('أفاد موقع "المنارة نت" بمقتل شخصين في القصف.', "مقتل شخصين في القصف", ['موقع "المنارة نت"']),
    Case(
        'وكان التنظيم قد تبنى، الأحد الماضي، عبر وكالة "أعماق" استهداف صهريج نفط بعبوة ناسفة.',
        "استهداف صهريج نفط بعبوة ناسفة",
        ["التنظيم"],
    ),
    Case("وكانت الحركة أعلنت، الشهر الماضي، إسقاط طائرة استطلاع.", "إسقاط طائرة استطلاع", ["الحركة"]),
    Case("وأعلن، أمس الأول، الناطق باسم الجيش إسقاط طائرة مسيّرة.", "إسقاط طائرة مسيّرة", ["الناطق باسم الجيش"]),
    Case(
        "اتهم مجلس البلدة المحلي في بيان نشره على صفحته في فيسبوك خلايا مجهولة بالوقوف خلف الهجوم.",
        "خلايا مجهولة بالوقوف خلف الهجوم",
        ["مجلس البلدة المحلي"],
    ),
    Case("مصدر عسكري قال إن الهجوم فشل.", "الهجوم فشل", ["مصدر عسكري"]),
    Case("لكن مديراً في المشفى أكد أن الجثث ثلاث.", "الجثث ثلاث", ["مديراً في المشفى"]),
    Case("غير أن شهود عيان قالوا إن النار أطلقت من السطح.", "النار أطلقت من السطح", ["شهود عيان"]),
    Case("أما وزارة الدفاع فقالت إن الطائرة عادت سالمة.", "الطائرة عادت سالمة", ["وزارة الدفاع"]),
    Case("أما الهلال الأحمر، فقد أعلن أن فرقه وصلت.", "فرقه وصلت", ["الهلال الأحمر"]),
    Case("وكانت وكالة رويترز قد ذكرت أن السفينة أبحرت.", "السفينة أبحرت", ["وكالة رويترز"]),
    Case("بيد أن قائد الشرطة نفى أن يكون السجناء قد فروا.", "يكون السجناء قد فروا", ["قائد الشرطة"]),
    Case("بائع خبز من الحي روى أن الانفجار وقع عند الفجر.", "الانفجار وقع عند الفجر", ["بائع خبز من الحي"]),
]
OBJECTS = [
    Case("أكد مدير الصحة مقتل ثلاثة عمال.", "مقتل ثلاثة عمال", ["مدير الصحة"]),
    Case("أفاد مصدر محلي بسقوط قذيفتين على السوق.", "سقوط قذيفتين على السوق", ["مصدر محلي"]),
    Case("أعلنت البلدية حظراً للتجوال حتى الصباح.", "حظراً للتجوال حتى الصباح", ["البلدية"]),
    Case("تحدثت مصادر طبية عن عشرة جرحى.", "عشرة جرحى", ["مصادر طبية"]),
    Case("أحصت غرفة الطوارئ أربعة وعشرين مصاباً.", "أربعة وعشرين مصاباً", ["غرفة الطوارئ"]),
    Case("أشار المرصد السوري لحقوق الإنسان إلى مقتل راعٍ.", "مقتل راعٍ", ["المرصد السوري لحقوق الإنسان"]),
    Case("نفت الوزارة علمها بالحادث.", "علمها بالحادث", ["الوزارة"]),
    Case("اعترف الجيش الإسرائيلي بإصابة جندي.", "إصابة جندي", ["الجيش الإسرائيلي"]),
    Case("أفادت المديرية العامة للدفاع المدني عن نقل جريحين.", "نقل جريحين", ["المديرية العامة للدفاع المدني"]),
    Case("رجّح خبير الملاحة سيناريو الضربة البحرية.", "سيناريو الضربة البحرية", ["خبير الملاحة"]),
    Case("تبنى تنظيم الدولة الهجوم عبر منشور على تلغرام.", "الهجوم", ["تنظيم الدولة"]),
    Case("وتداول ناشطون صوراً لحفرة قرب الباب.", "صوراً لحفرة قرب الباب", ["ناشطون"]),
    Case("أعلنت الحركة مسؤوليتها عن الكمين.", "مسؤوليتها عن الكمين", ["الحركة"]),
    Case("يصر المرصد السوري على مقتل جندي أجنبي.", "مقتل جندي أجنبي", ["المرصد السوري"]),
]
ENDS = [
    Case("قال العمدة إن ثمانية غرقوا، بينما صمت الجيش.", "ثمانية غرقوا", ["العمدة"]),
    Case("أكد المختار احتراق المنازل، لكنه لم ير جثثاً.", "احتراق المنازل", ["المختار"]),
    Case("قال الطبيب إن المشفى خرج عن الخدمة، وطالب المنظمات بالتدخل.", "المشفى خرج عن الخدمة", ["الطبيب"]),
    Case("قالت الشبكة إن خمسة قتلوا، ولم يتسن التأكد من ذلك.", "خمسة قتلوا", ["الشبكة"]),
    Case("زعم الإعلام أن القتلى عشرون، والحقيقة أن الحي كان خالياً.", "القتلى عشرون", ["الإعلام"]),
    Case("قال الشاهد إن الرصاصة دخلت من الظهر، وهو ما يخالف البيان.", "الرصاصة دخلت من الظهر", ["الشاهد"]),
    Case("ذكر المصدر أن السيارة احترقت، في حين كان الطريق خالياً.", "السيارة احترقت", ["المصدر"]),
    Case("أكد والد الشاب أن ابنه، وهو طالب، اعتقل في السوق.", "ابنه، وهو طالب، اعتقل في السوق", ["والد الشاب"]),
    Case("قال المصدر إن قذيفة سقطت، ما أدى إلى مقتل اثنين.", "قذيفة سقطت، ما أدى إلى مقتل اثنين", ["المصدر"]),
    Case("تحدث المحافظ عن تسعة قتلى، من دون أن يذكر مصدره.", "تسعة قتلى", ["المحافظ"]),
]
QUOTES = [
    Case("قال الحارس: «سمعت الصوت ثم رأيت النار».", "سمعت الصوت ثم رأيت النار", ["الحارس"]),
    Case('وأضاف المدير: "لم يصب أحد".', "لم يصب أحد", ["المدير"]),
    Case("قالت الأم: «خرج ابني. لم يعد حتى الآن».", "خرج ابني. لم يعد حتى الآن", ["الأم"]),
    Case("قال الوزير إن «الحدود مغلقة بالكامل».", "الحدود مغلقة بالكامل", ["الوزير"]),
    Case("«لم يبق في الحي أحد»، قالت ممرضة في المركز.", "لم يبق في الحي أحد", ["ممرضة في المركز"]),
]
ACCORDING = [
    Case("بحسب وزارة الصحة، قتل ثلاثة أشخاص في الغارة.", "قتل ثلاثة أشخاص في الغارة", ["وزارة الصحة"]),
    Case("قتل ثلاثة أشخاص في الغارة، بحسب وزارة الصحة.", "قتل ثلاثة أشخاص في الغارة", ["وزارة الصحة"]),
    Case("وفقاً لمصدر أمني، فإن السيارة كانت مفخخة.", "السيارة كانت مفخخة", ["مصدر أمني"]),
    Case("احترقت شاحنتان قرب المعبر، وفق ما أفاد شهود عيان.", "احترقت شاحنتان قرب المعبر", ["شهود عيان"]),
    Case("سقط صاروخ في البستان، كما أفاد مراسلنا.", "سقط صاروخ في البستان", ["مراسلنا"]),
    Case("انفجرت عبوة عند الجسر، حسبما ذكرت وكالة فرانس برس.", "انفجرت عبوة عند الجسر", ["وكالة فرانس برس"]),
    Case("أغلقت المدارس، على ما أعلنت البلدية.", "أغلقت المدارس", ["البلدية"]),
    Case("تسبب الحريق، كما أفاد مهندس في المصفاة، في توقف الوحدة.", "تسبب الحريق | في توقف الوحدة", ["مهندس في المصفاة"]),
    Case("وبحسب ما نقلت وكالة سانا عن مصدر عسكري، فإن المطار يعمل.", "المطار يعمل", ["وكالة سانا", "مصدر عسكري"]),
]
RELAYS = [
    Case("نقلت وكالة رويترز عن مسؤول أميركي أن القاعدة لم تصب.", "القاعدة لم تصب", ["وكالة رويترز", "مسؤول أميركي"]),
    Case("نقلت شبكة «صدى» عن سائقين قولهما إن عبوة انفجرت.", "عبوة انفجرت", ["شبكة «صدى»", "سائقين"]),
    Case("ذكرت قناة الشروق نقلاً عن مصدر طبي أن الجرحى تسعة.", "الجرحى تسعة", ["قناة الشروق", "مصدر طبي"]),
    Case("ذكرت صحيفة العاصمة، نقلاً عن الوكالة الوطنية، عن ضابط في الشرطة، أن السيارة سرقت.", "السيارة سرقت",
         ["صحيفة العاصمة", "الوكالة الوطنية", "ضابط في الشرطة"]),
    Case("قال مسؤول في الميناء لوكالة فرانس برس إن الرصيف تضرر.", "الرصيف تضرر", ["وكالة فرانس برس", "مسؤول في الميناء"]),
    Case("قال مسؤول في الميناء للمرآة إن الرصيف تضرر.", "الرصيف تضرر", ["مسؤول في الميناء"]),
    Case("وذكر الفريق أن القتلى ستة، مستنداً إلى سجلات المشفى.", "القتلى ستة", ["الفريق"]),
    Case("وأكد المرصد، استناداً إلى شهادات ناجين، أن القارب غرق.", "القارب غرق", ["المرصد", "شهادات ناجين"]),
    Case("ذكرت رويترز أن مسؤولاً في الميناء قال إن السفينة غرقت.", "السفينة غرقت", ["رويترز", "مسؤولاً في الميناء"]),
    Case("وكانت وسائل إعلام محلية قد زعمت، نقلاً عن مصادر أمنية، أن الخلية فجرت السيارة.", "الخلية فجرت السيارة",
         ["وسائل إعلام محلية", "مصادر أمنية"]),
    Case("نسب موقع النهر إلى مصدر أمني أن الحارس أطلق النار.", "الحارس أطلق النار", ["موقع النهر", "مصدر أمني"]),
]  # fmt: skip
DENIALS = [
    Case("نفت وزارة الدفاع أن تكون طائراتها قصفت السوق.", "تكون طائراتها قصفت السوق", ["وزارة الدفاع"]),
    Case("نفى مصدر أمني وجود أي قتلى.", "وجود أي قتلى", ["مصدر أمني"]),
    Case("نفى المركز صحة الأنباء عن انسحاب قواته من البلدة.", "انسحاب قواته من البلدة", ["المركز"]),
    Case("استبعد الخبير أن تكون القذيفة صاروخاً.", "تكون القذيفة صاروخاً", ["الخبير"]),
]
ACCUSATIONS = [
    Case("اتهم المجلس المحلي قوات النظام بقصف المدرسة.", "قوات النظام بقصف المدرسة", ["المجلس المحلي"]),
    Case("اتهمت وزارة الخارجية إسرائيل باستهداف الجسر.", "إسرائيل باستهداف الجسر", ["وزارة الخارجية"]),
    Case("حمّلت الحركة الحكومة المسؤولية عن الانفجار.", "الحكومة المسؤولية عن الانفجار", ["الحركة"]),
    Case("واتهم المتحدث باسم الجيش قوات الدعم السريع بنهب المستودع.", "قوات الدعم السريع بنهب المستودع", ["المتحدث باسم الجيش"]),
    Case("وصف الوزير الهجوم بأنه جريمة.", "الهجوم بأنه جريمة", ["الوزير"]),
]
IMPERSONAL = [
    Case("يُعتقد أن المسلحين جاؤوا من الشرق.", "المسلحين جاؤوا من الشرق", ["يُعتقد"]),
    Case("ويُرجَّح أن تكون الطائرتان قد انطلقتا من الوادي.", "تكون الطائرتان قد انطلقتا من الوادي", ["يُرجَّح"]),
    Case("وأُفيد عن سقوط جريحين قرب الجسر.", "سقوط جريحين قرب الجسر", ["أُفيد"]),
    Case("وردت أنباء عن انفجار ثانٍ في المخيم.", "انفجار ثانٍ في المخيم", ["وردت أنباء"]),
    Case("يُذكر أن البلدة قصفت قبل شهر.", "البلدة قصفت قبل شهر", ["يُذكر"]),
    Case("لم يتضح ما إذا كان السائق قد نجا.", "السائق قد نجا", []),
]
LINES = [
    Case("مصدر طبي : وصول ثلاث إصابات إلى المشفى", "وصول ثلاث إصابات إلى المشفى", ["مصدر طبي"]),
    Case("الدفاع المدني: انتشال جثتين من تحت الركام.", "انتشال جثتين من تحت الركام", ["الدفاع المدني"]),
    Case("عاجل: الهلال الأحمر: إصابة مسعفين قرب الحاجز.", "إصابة مسعفين قرب الحاجز", ["الهلال الأحمر"]),
]
OWN = [
    Case("نؤكد أن الصورة قديمة.", "الصورة قديمة", []),
    Case("كما نفيد بأن المعبر أغلق.", "المعبر أغلق", []),
    Case("وثّقنا سقوط أربع قذائف على الحي.", "سقوط أربع قذائف على الحي", []),
]
FAR = [
    Case("لكن مدير السجن، الذي حضر إلى البوابة مساءً، نفى وقوع أي فرار.", "وقوع أي فرار", ["مدير السجن"]),
    Case("غير أن نجاراً من الحي، وقد فقد منزله، قال إن الحريق بدأ من القبو.", "الحريق بدأ من القبو", ["نجاراً من الحي"]),
    Case("رحب المجلس ببيان النقابة الذي أكد مقتل سائقين.", "مقتل سائقين", ["النقابة"]),
    Case("روت بائعة كانت عند الباب أن السقف انهار.", "السقف انهار", ["بائعة كانت عند الباب"]),
    Case("قال أبو سالم، وهو صياد متقاعد، إن القارب غرق.", "القارب غرق", ["أبو سالم، وهو صياد متقاعد"]),
    Case("قالت الأرملة وهي تبكي: «أخذوه من الفراش».", "أخذوه من الفراش", ["الأرملة"]),
    Case("قال المتحدث باسم الجيش على منصة إكس إن الطائرة عادت.", "الطائرة عادت", ["المتحدث باسم الجيش"]),
    Case("وبحسب شهود عيان تحدثوا إلينا فقد احترقت الشاحنة بالكامل.", "احترقت الشاحنة بالكامل", ["شهود عيان"]),
    Case("حدّثنا حارس الجسر بأن الجنود انسحبوا ليلاً.", "الجنود انسحبوا ليلاً", ["حارس الجسر"]),
    Case("ذهبت اللجنة الدولية إلى أن الحريق متعمد.", "الحريق متعمد", ["اللجنة الدولية"]),
    Case("نعى الحزب، في بيان، اثنين من مقاتليه.", "اثنين من مقاتليه", ["الحزب"]),
    Case("دمشق تتهم جهة خارجية لم تسمها.", "جهة خارجية لم تسمها", ["دمشق"]),
    Case("نفى آمر الكتيبة علاقة جنوده بالحريق.", "علاقة جنوده بالحريق", ["آمر الكتيبة"]),
]
INSERTED = [
    Case("قال مسعف، وفق ما نقلت إذاعة المدينة، إن ثلاثة قضوا.", "ثلاثة قضوا", ["إذاعة المدينة", "مسعف"]),
    Case("خلص فريق دولي، وفق ما نقلته وكالة رويترز عن دبلوماسي، إلى أن الصاروخ قديم.", "الصاروخ قديم",
         ["وكالة رويترز", "دبلوماسي", "فريق دولي"]),
    Case("ويُعتقد، بحسب مصدر أمني، أن اللغم زرع ليلاً.", "اللغم زرع ليلاً", ["مصدر أمني"]),
    Case("نفت الحركة، على لسان ناطقها، وجود أسرى لديها.", "وجود أسرى لديها", ["الحركة", "ناطقها"]),
    Case("وخلّف القصف أضراراً، وقُتل، بحسب الهلال الأحمر، سائقان من المدينة.", "سائقان من المدينة", ["الهلال الأحمر"]),
    Case("وقال المسؤول، الذي استند إلى إفادات الحراس، إن النار بدأت ليلاً.", "النار بدأت ليلاً", ["المسؤول", "إفادات الحراس"]),
]  # fmt: skip
PAGES = [
    Case("• مصدر أمني: العثور على سيارة مفخخة", "العثور على سيارة مفخخة", ["مصدر أمني"]),
    Case("رويترز عن مسؤول أميركي: الضربة أخطأت الهدف", "الضربة أخطأت الهدف", ["رويترز", "مسؤول أميركي"]),
    Case("شلهوب: لم نقصف المدرسة", "لم نقصف المدرسة", ["شلهوب"]),
    Case("قال الطبيب: 'نقلنا تسعة جرحى'.", "نقلنا تسعة جرحى", ["الطبيب"]),
    Case("فيما لم تعلق البلدية، اتهم ناشطون الشرطة بحرق الخيام.", "الشرطة بحرق الخيام", ["ناشطون"]),
]
ALL = [
    *FAR,
    *INSERTED,
    *PAGES,
    *THAT,
    *IN_FRONT,
    *OBJECTS,
    *ENDS,
    *QUOTES,
    *ACCORDING,
    *RELAYS,
    *DENIALS,
    *ACCUSATIONS,
    *IMPERSONAL,
    *LINES,
    *OWN,
]


@pytest.mark.parametrize("case", ALL, ids=lambda c: c.text[:40])
def test_content_and_chain(case: Case) -> None:
    assert (case.content, case.chain) in said(case.text)


@pytest.mark.parametrize("case", ALL, ids=lambda c: c.text[:40])
def test_what_is_said_of_one_sentence_does_not_lean_on_the_sentence_before(case: Case) -> None:
    before = "هبت الريح على الوادي.\n"
    assert (case.content, case.chain) in said(before + case.text)


RUMOURS = [
    ("نفى المتحدث ما تداولته صفحات محلية عن مقتل رهينتين.", "مقتل رهينتين", ["المتحدث"], ["صفحات محلية"]),
    ("نفت البلدية ما روّجته قناة الشروق عن إغلاق المعبر.", "إغلاق المعبر", ["البلدية"], ["قناة الشروق"]),
]


@pytest.mark.parametrize(("text", "content", "denier", "spreader"), RUMOURS)
def test_a_denied_rumour_is_two_voices_on_the_same_words(text: str, content: str, denier: list[str], spreader: list[str]) -> None:
    found = attributions(text)
    assert said(text) == [(content, denier), (content, spreader)]
    assert [a.polarity for a in found] == [Polarity.DENY, Polarity.AFFIRM]


VERDICTS = [
    ("لا صحة لما تداولته صفحات محلية عن مقتل رهينتين.", "مقتل رهينتين", [], ["صفحات محلية"]),
    ("لا صحة لما نُشر في مواقع معادية عن فرار الحراس.", "فرار الحراس", [], ["مواقع معادية"]),
    ("وما روّجته قناة الشروق عن إغلاق المعبر غير صحيح.", "إغلاق المعبر", [], ["قناة الشروق"]),
    ("أكد المتحدث أن ما تتناقله بعض الصفحات عن سقوط الجسر محض افتراء.", "سقوط الجسر", ["المتحدث"], ["بعض الصفحات"]),
    ("قال المحافظ إن الوضع هادئ ولا صحة لما يُشاع عن فرار سجناء.", "فرار سجناء", ["المحافظ"], ["يُشاع"]),
]


@pytest.mark.parametrize(("text", "content", "denier", "spreader"), VERDICTS)
def test_a_verdict_on_a_rumour_denies_it_and_leaves_it_to_who_spreads_it(
    text: str, content: str, denier: list[str], spreader: list[str]
) -> None:
    on_it = [(chain, a.polarity) for (words, chain), a in zip(said(text), attributions(text), strict=True) if words == content]
    assert (denier, Polarity.DENY) in on_it
    assert (spreader, Polarity.AFFIRM) in on_it


def test_a_verdict_inside_a_quotation_stays_in_it() -> None:
    assert [c for c, _ in said("قال الناطق: «ما يشاع عن فرار الحراس كذب».")] == ["ما يشاع عن فرار الحراس كذب"]


ANTECEDENTS = [
    "قالت الحركة إن الطائرة أسقطت. ونفى الجيش ذلك.",
    "قالت الحركة إن الطائرة أسقطت. لكن مصدراً عسكرياً نفى ذلك.",
    "قالت الحركة إن الطائرة أسقطت. ورفض الجيش هذه المزاعم.",
    "قالت الحركة إن الطائرة أسقطت، وهو ما نفاه الجيش.",
    "زعمت الحركة أن الطائرة أسقطت، مضيفة أن الطيار أسر. ونفى الجيش هذه المزاعم.",
]


@pytest.mark.parametrize("text", ANTECEDENTS)
def test_a_denial_of_this_takes_the_statement_before(text: str) -> None:
    denied = [a.content.span.words(text) for a in attributions(text) if a.polarity is Polarity.DENY]
    assert denied == ["الطائرة أسقطت"]


def test_in_that_time_is_no_pronoun() -> None:
    text = "قال الجيش إن الصاروخ سقط في البحر، نافياً تنفيذ أي غارة في ذلك التوقيت."
    assert said(text)[-1][0] == "تنفيذ أي غارة في ذلك التوقيت"


@dataclass(frozen=True)
class Anaphor:
    text: str
    span: str
    antecedent: str


ANAPHORS = [
    Anaphor("قال المحافظ إن المعبر أغلق. وأضاف أن القتلى ثلاثة.", "أضاف", "المحافظ"),
    Anaphor("قالت الطبيبة إن المشفى ممتلئ. وأضافت أن الدواء نفد.", "أضافت", "الطبيبة"),
    Anaphor("قال مصدر طبي إن الجرحى خمسة، مشيراً إلى أن بينهم طفلين.", "مشيراً", "مصدر طبي"),
    Anaphor("قال مصدر أمني إن السيارة فجرت عن بعد. وأوضح المصدر أن السائق فر.", "المصدر", "مصدر أمني"),
    Anaphor("قالت مصادر محلية إن الحي قصف. وذكرت المصادر ذاتها أن النار امتدت.", "المصادر ذاتها", "مصادر محلية"),
    Anaphor("ذكرت وكالة الأناضول أن السفينة غرقت. وأشارت الوكالة إلى أن البحث مستمر.", "الوكالة", "وكالة الأناضول"),
    Anaphor("قال ضابط في الشرطة إن اللص فر. وتابع الضابط أن البحث مستمر.", "الضابط", "ضابط في الشرطة"),
    Anaphor("نفى الناطق أن تكون قواته قصفت الحي، لكنه أقر بأن قذيفة سقطت خطأ.", "أقر", "الناطق"),
    Anaphor("قال المدير إن الجسر آمن، وقال المراسل إن السيل مرتفع. وأضاف أن الطريق مغلق.", "أضاف", "المراسل"),
]


@pytest.mark.parametrize("case", ANAPHORS, ids=lambda c: c.text[:40])
def test_anaphors_continue_the_voice_that_agrees(case: Anaphor) -> None:
    found = attributions(case.text)
    names = {a.id: a for a in found}
    last = found[-1].chain[-1]
    assert last.span.words(case.text) == case.span
    assert last.refers_to is not None
    assert names[last.refers_to].chain[-1].span.words(case.text) == case.antecedent


def test_a_pronoun_agrees_in_gender_with_its_antecedent() -> None:
    text = "قالت الوزارة إن المعبر مغلق. وقال السائق إن الطريق خال. وأضافت أن الفتح غداً."
    found = attributions(text)
    assert found[-1].chain[-1].refers_to == found[0].id


PUBLISHERS = [
    ("توضح الوزارة أن المصاب غادر المشفى.", "وزارة الداخلية"),
    ("تؤكد نقابة المحامين أن الزميل خطف.", "نقابة المحامين"),
    ("قال المتحدث إن القصف توقف.", None),
]


@pytest.mark.parametrize(("text", "outlet"), PUBLISHERS)
def test_the_publisher_that_speaks_of_itself_is_no_link(text: str, outlet: str | None) -> None:
    found = attributions(text, outlet or "المرآة")
    assert [bool(a.chain) for a in found] == [outlet is None]


APPEALS = [
    "دعا المجلس إلى وقف القصف فوراً.",
    "توعد القيادي بالرد على القصف.",
    "طالبت اللجنة بفتح تحقيق في الهجوم.",
    "نددت الوزارة بقصف المشفى.",
    "استنكر المحافظ قصف المشفى.",
]


def test_a_condemnation_that_tells_a_fact_is_a_claim() -> None:
    found = attributions("أدانت الهيئة قصف ناقلة الوقود قبالة الميناء ليلاً.")
    assert [a.why[0].rule for a in found] != [APPEAL]
    assert len(found) == 1


def test_after_a_call_the_same_subject_speaks_on() -> None:
    assert ("العائلات محاصرة", ["المجلس المحلي"]) in said("طالب المجلس المحلي بفتح الطريق، وقال إن العائلات محاصرة.")


NO_SAYING = [
    "ذهب الحارس إلى النهر قبل أن يحل الليل.",
    "اقرأ أيضاً: ما هي كلفة الجسر",
    "يسري وقف النار إلى حد كبير.",
    "انتهت المهلة التي حددها الوسطاء من دون اتفاق.",
]


@pytest.mark.parametrize("text", NO_SAYING)
def test_these_words_bring_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", APPEALS)
def test_calls_threats_and_condemnations_are_marked_as_no_claims(text: str) -> None:
    assert all(a.why[0].rule == APPEAL for a in attributions(text))


FEELINGS = ["عبّرت المنظمة عن قلقها من الحصار.", "أعرب المبعوث عن أسفه لما جرى."]


@pytest.mark.parametrize("text", FEELINGS)
def test_feelings_bring_no_content(text: str) -> None:
    assert said(text) == []


SILENT = [
    "طلب السائق عدم ذكر اسمه.",
    "تحدث الجندي إلى عائلته من المشفى.",
    "ارتفع منسوب نهر الفرات بعد المطر.",
    "لم تعلن أي جهة مسؤوليتها عن الهجوم.",
    "نقل المسعفون الجرحى إلى المشفى.",
    "بين الركام عثر على حقيبة.",
    "تحمل السيارة لوحة مزورة.",
]


@pytest.mark.parametrize("text", SILENT)
def test_look_alikes_say_nothing(text: str) -> None:
    assert said(text) == []


POLARITIES = [
    ("نفى المحافظ أن تكون الطائرة قد سقطت.", Polarity.DENY),
    ("قال الجيش إن قواته لم تقصف السوق.", Polarity.DENY),
    ("أكدت الحركة أنه لا علاقة لها بالهجوم.", Polarity.DENY),
    ("قال المركز إن المبنى خالٍ من أي مقر عسكري.", Polarity.DENY),
    ("قال الطبيب إن فرق الإنقاذ لم تتمكن من الوصول.", Polarity.AFFIRM),
    ("قال الطبيب إن ما لا يقل عن خمسة قتلوا.", Polarity.AFFIRM),
    ("لم يتضح ما إذا كان السائق قد نجا.", Polarity.QUESTION),
    ("قال السائق إن الجسر سليم.", Polarity.AFFIRM),
]


@pytest.mark.parametrize(("text", "polarity"), POLARITIES)
def test_polarity(text: str, polarity: Polarity) -> None:
    assert [a.polarity for a in attributions(text)] == [polarity]


CERTAINTIES = [
    ("قال الضابط إن السيارة كانت مفخخة.", Certainty.CERTAIN),
    ("قال الضابط إن السيارة ربما كانت مفخخة.", Certainty.POSSIBLE),
    ("قال الضابط إن العبوة زرعت ليلاً على الأرجح.", Certainty.PROBABLE),
    ("رجّح الضابط أن تكون السيارة مفخخة.", Certainty.PROBABLE),
    ("لم يستبعد الضابط أن تكون السيارة مفخخة.", Certainty.POSSIBLE),
    ("يُعتقد أن السيارة كانت مفخخة.", Certainty.PROBABLE),
]


@pytest.mark.parametrize(("text", "certainty"), CERTAINTIES)
def test_certainty(text: str, certainty: Certainty) -> None:
    assert [a.certainty for a in attributions(text)] == [certainty]


STANCES = [
    ("قال المدير إن الباب مغلق.", Stance.NEUTRAL),
    ("أوضح المدير أن الباب مغلق.", Stance.NEUTRAL),
    ("أكد المدير أن الباب مغلق.", Stance.ENDORSING),
    ("كشف المدير أن الباب مغلق.", Stance.ENDORSING),
    ("أقر المدير بأن الباب مغلق.", Stance.ENDORSING),
    ("زعم المدير أن الباب مغلق.", Stance.DISTANCING),
    ("ادعى المدير أن الباب مغلق.", Stance.DISTANCING),
    ("قال ما يسمى المجلس العسكري إن الباب مغلق.", Stance.DISTANCING),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance(text: str, stance: Stance) -> None:
    assert [a.stance for a in attributions(text)] == [stance]


ACTS = [
    ("قواتنا استهدفت موقعاً للعدو", Kind.MILITARY, Act.RESPONSIBILITY_CLAIM),
    ("مقاتليه فجروا عبوة بالدورية", Kind.ARMED_GROUP, Act.RESPONSIBILITY_CLAIM),
    ("مسؤوليتها عن الكمين", Kind.ARMED_GROUP, Act.RESPONSIBILITY_CLAIM),
    ("استهدفنا الموقع بصاروخين", Kind.ARMED_GROUP, Act.RESPONSIBILITY_CLAIM),
    ("قوات النظام قصفت المدرسة", Kind.LOCAL_SOURCE, Act.ACCUSATION),
    ("الفصيل يقف وراء الهجوم", Kind.OFFICIAL, Act.ACCUSATION),
    ("الحراس هم من فتحوا الباب للسجناء", Kind.WITNESS, Act.ACCUSATION),
    ("القصف متعمد", Kind.WITNESS, Act.ACCUSATION),
    ("عدد القتلى خمسة", Kind.MEDICAL, Act.STATEMENT),
    ("سبعة صحفيين قتلوا منذ مطلع العام", Kind.NGO_UN, Act.BACKGROUND),
]


@pytest.mark.parametrize(("content", "kind", "act"), ACTS)
def test_speech_act(content: str, kind: Kind, act: Act) -> None:
    assert speech_act(key(content), kind) is act


DENYING = [
    ("قواته لم تقصف الحي", True),
    ("لا صحة لهذه الأنباء", True),
    ("الخبر محض افتراء", True),
    ("ليس لديه مقاتلون هناك", True),
    ("الطرق لا تزال مغلقة", False),
    ("لم يبق سوى ثلاثة منازل", False),
    ("القتلى خمسة", False),
]


@pytest.mark.parametrize(("content", "expected"), DENYING)
def test_a_content_that_negates(content: str, expected: bool) -> None:
    assert denies(key(content)) is expected


def test_the_act_of_an_attribution_comes_from_entry_or_content() -> None:
    texts = {
        "اتهم المجلس المحلي قوات النظام بقصف المدرسة.": Act.ACCUSATION,
        "نفى المحافظ سقوط قتلى.": Act.DENIAL,
        "رجّح الخبير أن تكون القذيفة صاروخاً.": Act.SPECULATION,
        "يُذكر أن البلدة قصفت قبل شهر.": Act.BACKGROUND,
        "أعلنت كتائب القسام أن مقاتليها استهدفوا دبابة.": Act.RESPONSIBILITY_CLAIM,
    }
    assert {t: attributions(t)[0].act for t in texts} == texts


ANNOUNCED = "صرّح مصدر عسكري بما يلي:\nسقطت ثلاث قذائف على القرية فجر اليوم."


def test_the_paragraph_behind_the_following_is_its_content() -> None:
    assert said(ANNOUNCED) == [("سقطت ثلاث قذائف على القرية فجر اليوم", ["مصدر عسكري"])]


BOTH_SIDES = "بينما يتحدث المكتب عن عشرين قتيلاً، يقول الجيش إن المبنى كان خالياً."


def test_two_voices_set_against_each_other() -> None:
    assert said(BOTH_SIDES) == [("عشرين قتيلاً", ["المكتب"]), ("المبنى كان خالياً", ["الجيش"])]


def test_every_attribution_says_why() -> None:
    for case in ALL:
        for a in attributions(case.text):
            assert a.why[0].rule.startswith("claims.ar.")
            assert all(0 <= s.start < s.end <= len(case.text) for s in [a.content.span, *[x.span for x in a.chain]])


@pytest.mark.parametrize("text", ["", "مرحبا.", "123", "«", "قال", "قال إن", "بحسب", "نفى ذلك.", "، ، ،", "اتهم بـ"])
def test_scraps_raise_nothing(text: str) -> None:
    assert isinstance(attributions(text), list)


STANDS = frozenset(
    "ar.acraba ar.addaca ar.adla ar.ashada ar.baraka ar.cabbara ar.daca ar.intaqada ar.istaghraba ar.istahjana "
    "ar.istahjana_khabar ar.kadhaba ar.masuma ar.naca ar.nashada ar.rahhaba ar.samma ar.shaka ar.taaba ar.taahhada "
    "ar.taghanna ar.talaba ar.tawaccada".split()
)
"""Entries that voice a wish, a feeling or a judgement, or judge a source: they need bring no content."""
UNREAD = frozenset(
    "ar.acc.as_passive ar.acc.can ar.acc.istinadan ar.actaa ar.alsaqa ar.aththara ar.ayyada ar.barra_a ar.cadda ar.cari "
    "ar.cazzaza ar.fabraka ar.fadaha ar.fannada ar.fassala ar.ghayrsahih ar.hadada ar.istahdafna ar.istashhada ar.jarrama "
    "ar.khawwana ar.kidhba ar.laasas ar.lawm ar.masuliyya ar.mayyaza ar.nasaba_ila ar.noun.hasila ar.noun.iddicaat "
    "ar.noun.ittihamat ar.noun.mafaduhu ar.noun.tafasil ar.qaraa ar.rafada ar.sadaqa ar.sakhira ar.sarada ar.shakk_fi "
    "ar.tabadala ar.tabarraa ar.tanassala ar.tasaala ar.wajjaha ar.waqafa_wara ar.warrata".split()
)
"""Entries that the reader knows but does not follow yet (objects without a noun of happening, verdicts behind their content, ...)."""
SPEAKING = [
    e
    for e in know().cues.values()
    if e.language == "ar" and e.family not in ("hedge", "question", "stop", "pseudo") and e.id not in STANDS | UNREAD
]


def cued(text: str) -> set[str]:
    return {hit.entry for a in attributions(text) for why in a.why for hit in why.hits}


@pytest.mark.parametrize("entry", SPEAKING, ids=lambda e: e.id)
def test_the_reader_finds_the_entry_in_its_yes_sentences_and_not_in_its_no_sentences(entry: CueEntry) -> None:
    assert [s for s in entry.yes if entry.id not in cued(s)] == []
    assert [s for s in entry.no if entry.id in cued(s)] == []


def test_most_entries_are_read() -> None:
    assert len(SPEAKING) >= 230


def claims(text: str) -> list[tuple[str, bool]]:
    """Content of every claim that the rules find, and whether somebody is named for it."""
    doc = Document("d1", text, "ar", "المرآة", None, None, "", "", "", "text/plain", "plain/1")
    layer = read_text(doc)
    found = read_claims(doc, layer, know().matcher.find(layer.shadow.text), know(), "rules").claims
    return [(a.content.span.words(text), bool(a.chain)) for a in found]


FRAME = "قُتل ستة مدنيين وأصيب تسعة بجروح في قصف مدفعي استهدف سوق البلدة فجر اليوم.\n"


def test_a_negative_fact_behind_a_voice_is_the_outlets_own() -> None:
    text = FRAME + "وقال مصدر طبي إن قذيفة سقطت على المخبز، ولم تتبن أي جهة الهجوم."
    assert ("لم تتبن أي جهة الهجوم", False) in claims(text)


NO_CLAIMS = [
    "ولم يصدر عن قيادة الجيش أي تعليق على القصف.",
    "وتعذر التحقق من عدد القتلى من مصدر مستقل.",
    "وقد دعت وزارة الخارجية الأطراف كافة إلى وقف القصف فوراً.",
    "لماذا قُصف السوق فجراً؟",
    "مسعفون قرب السوق بعد القصف (رويترز)",
]


@pytest.mark.parametrize("line", NO_CLAIMS)
def test_silence_calls_captions_and_open_questions_are_no_claims_of_the_outlet(line: str) -> None:
    assert not [c for c, is_voiced in claims(FRAME + line) if not is_voiced and c in line]


def test_sport_in_the_words_of_war_makes_no_claims() -> None:
    text = (
        "قتل الفريق المباراة بقذيفة من مهاجمه في مرمى الضيوف. وقال المدرب إن الهجوم كان سلاح لاعبيه، مضيفاً أن الدوري طويل.\n"
        "وانفجر المدرج فرحاً بعد ركلة جزاء في الشوط الثاني، ويبقى الفريق في صدارة البطولة."
    )
    assert claims(text) == []
