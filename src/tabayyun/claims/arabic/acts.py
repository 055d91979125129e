"""What a source does by saying it, by the words of the content: it takes an act on itself, blames, denies, looks back."""

import re

from tabayyun.model.claim import Act, Kind

_SPEAKS_FOR_FORCE = frozenset({Kind.MILITARY, Kind.ARMED_GROUP})
_STEM = r"(?:(?<=^)|(?<=[\s\"(]))(?:[وفبلك])?"
_OWN = (
    "قواته قواتها قواتنا مقاتليه مقاتليها مقاتلينا مقاتلوه مقاتلوها مجاهديه مجاهديها مجاهدينا طائراته طائراتها طائراتنا مدفعيته مدفعيتها"
    " عناصره عناصرها وحداته وحداتها وحداتنا جنوده جنودها طيرانه طيرانها طيراننا مسيراته مسيراتها صواريخه صواريخنا دفاعاته دفاعاتها"
)
_DEEDS = (
    "استهدف قصف هاجم ضرب دمر قتل حيد قضي اسقط اعترض فجر اقتحم اسر دك صد تصد احبط سيطر نفذ شن اطلق القت القي كمن كبد ابطل فكك تمكن اوقع"
    " احرق حرر استعاد دخل قنص امطر"
)
_OWN_FORCE = re.compile(rf"^(?:\S+ )?\"?(?:{'|'.join(_OWN.split())}|سلاح الجو|الدفاعات الجويه|سلاح البحريه)(?!\w)")
_DEED = re.compile(rf"(?:^|[\s\"])(?:[وف])?(?:ت|ي)?(?:{'|'.join(_DEEDS.split())})(?:ت|وا|نا|ته|ها|تها|وه|وها)?(?=[\s\"]|$)")
_FIRST_PERSON = re.compile(rf"^\"?(?:[وف])?(?:{'|'.join(_DEEDS.split())})نا(?:هم|ها|ه)?(?!\w)")
_CARRIED_OUT = re.compile(r"^(?:\"?)(?:تنفيذ|استهداف|قصف|تفجير|اسقاط|تدمير|ضرب|قتل|اسر|احباط|مهاجمه|السيطره|سيطره|اعتراض|تصدي|قنص|دك|شن)\b")
_BLAME = re.compile(
    _STEM + r"(?:تقف وراء|يقف وراء|وقف وراء|وقفت وراء|تقف خلف|يقف خلف|وقوف\w* (?:وراء|خلف)|وراء (?:الهجوم|العمليه|التفجير|القصف|الاغتيال)"
    r"|خلف (?:الهجوم|العمليه|التفجير|القصف|الاغتيال)|مسؤول\w* عن|مسوول\w* عن|ضلوع|تورط\w*|متورط\w*|ايعاز من|تواطؤ|متواطئ\w*"
    r"|مدبر\w* من"
    r"|تعمد\w*|يتعمد\w*|متعمد\w*|عمدا)(?!\w)"
)
_WHO = re.compile(r"(?:^|\s)\"?(?:هو|هي|هم) (?:من|التي|الذي|الذين) ")
_CRIME = re.compile(
    _STEM + r"(?:ال)?(?:جريمه|مجزره|مجازر|جرائم|انتهاك\w*|خروق\w*|خرق|ابتزاز|تعذيب|نهب|سرقه|دروعا?|كاذبه|مسرحيه|لاخفاء|اخفاء|اهمال\w*|تقصير"
    r"|استفزاز\w*|تستر|عدوان\w*|غدرا?|بدم بارد|تضليل|فساد|صفقه|صفقات)(?!\w)"
)
_PARTIES = (
    "قوات ميليشيا مليشيا الميليشيا المليشيا ميليشيات مليشيات مستوطنون مستوطنين العدو الاحتلال عناصر مسلحون مسلحين مسلحو"
    " طيران الطيران مدفعيه"
    " مندسين مخربين عصابات عصابه مرتزقه المرتزقه تنظيم داعش جنود حرس حاجز قناصه قناص دوريه مسيره مسيرات طائرات الحوثيين الحوثيون"
    " التنظيمات المجموعات التحالف اسرائيل الجيش"
)
_HOSTILE = (
    "قصف استهدف اطلق شن قتل اقتحم اعتقل خطف اختطف فجر هاجم اعدم ضرب احرق نهب داهم اغتال زرع ارتكب اجبر عذب سرق منع استخدم فتح ارغم صوب"
    " حاصر دهس اضرم رفض اعاق عرقل تتخذ يتخذ"
)
_OTHERS_ACT = re.compile(
    rf"^(?:\"?(?:ان )?)?(?:{'|'.join(_PARTIES.split())})(?: \S+){{0,3}}? (?:قد )?(?:{'|'.join(_HOSTILE.split())})(?:ت|وا|ون)?(?!\w)"
)
_DENYING = re.compile(
    r"(?:^|\s)\"?(?:لا (?:علاقه|صله|صحه|وجود|اساس|دخل)|خال[يٍ]? من|خاليه من|يخلو من|تخلو من|محض (?:افتراء|اكاذيب|خيال|كذب|اختلاق)"
    r"|مفبرك\w*|ملفق\w*"
    r"|عار\w* (?:تماما )?(?:عن|من) الصحه|غير صحيح\w*|ليس معني\w*|كاذبه|مضلله|مختلق\w*)(?!\w)"
)
_NOT = re.compile(r"^(?:\S+ ){0,4}?\"?(?P<not>لم|لن|ليس|ليست|ليسوا|لا|ما) (?P<what>\S+)")
_NO_DENIAL = re.compile(
    r"^(?:[يتن](?:تمكن|تسن|عد|زال|زالون|زالوا|قل|كفي|سمح|صل|صلوا|ري|ر|تجاوز|تجاوزوا|نشر|علق|رد|حدد|حسم|عثر|سجل|جد|عرف|تعرف|ستطع|ستطيع|ملك"
    r"|توقف|نج|نجح|شمل|تعد|حصل|اخذ|قدم|كتمل|ستكمل|صدر|تضح|جزم|مانع|ستبعد|شتعل)\w{0,3}|زال|زالت|زالوا|سيما|يزالان|تزالان)$"
)
_EARLIER = re.compile(
    r"(?:^|\s)(?:منذ (?:مطلع|بدايه|عام|سنوات|اشهر|العام)|في وقت سابق|حصيله سابقه|الحصيله السابقه|قبل (?:عام|عامين|سنوات|سنتين|اشهر|شهرين)"
    r"|العام (?:الماضي|الفائت)|الشهر الماضي|في حوادث سابقه|الاحصاء الاول)(?!\w)"
)


def denies(content: str) -> bool:
    """Whether the content (folded) itself negates that something happened or that somebody had a part in it."""
    if _DENYING.search(content[:140]):
        return True
    m = _NOT.search(content)
    if m is None or (m["not"] == "ما" and not m["what"].startswith(("من", "كان"))):
        return False
    return (
        not (m["not"] in ("لم", "لن", "لا") and _NO_DENIAL.match(m["what"].strip('"')))
        and "سوي" not in content[m.start() : m.end() + 30].split()
    )


def speech_act(content: str, kind: Kind | None) -> Act:
    """The act of an affirmed, certain content (folded) said by a voice of `kind`: claimed, blamed, looked back at, or plainly stated."""
    is_force = kind in _SPEAKS_FOR_FORCE
    if is_force and re.match(r"مسؤولي\w* (?:\S+ )?عن|مسووليه \S+ عن|المسؤوليه عن", content):
        return Act.RESPONSIBILITY_CLAIM
    if is_force and (_FIRST_PERSON.search(content) or (_OWN_FORCE.search(content) and _DEED.search(content))):
        return Act.RESPONSIBILITY_CLAIM
    if is_force and _CARRIED_OUT.search(content) and not _OTHERS_ACT.search(content):
        return Act.RESPONSIBILITY_CLAIM
    if _BLAME.search(content) or _WHO.search(content) or _OTHERS_ACT.search(content):
        return Act.ACCUSATION
    if _CRIME.search(content) and kind in (Kind.MILITARY, Kind.ARMED_GROUP, Kind.OFFICIAL, None):
        return Act.ACCUSATION
    return Act.BACKGROUND if _EARLIER.search(content) else Act.STATEMENT
