"""Words at which a content can open without «أن»: nouns of happening, prepositions that a verb takes, objects of many shapes."""

import re

from tabayyun.claims.arabic.scenes import Cue, Scene
from tabayyun.claims.sources import within
from tabayyun.lexicons.match import Match

AGAINST = frozenset("حول بشان بخصوص".split())
_SUFFIXES = ("هما", "ها", "هم", "هن", "نا", "ه", "ي")
_NUMBERS = frozenset(
    "احد احدي اثنين اثنان ثلاثه ثلاث اربعه اربع خمسه خمس سته ست سبعه سبع ثمانيه ثماني تسعه تسع عشره عشر عشرات مئات مئه مئتي مئتين الاف"
    " عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين بضعه واحدا اثني قرابه زهاء".split()
)
_ADVERBS = frozenset(
    "ايضا لاحقا سابقا رسميا مجددا نفيا صباحا مساء ظهرا فجرا ليلا عصرا يوميا حاليا اخيرا اولا ثانيا ثالثا رابعا غالبا تقريبا تماما جدا"
    " مطلقا ابدا دائما مثلا معا فورا قريبا حاسما قاطعا تاما باتا مقتضبا مكتوبا مطولا تحديدا عموما خصوصا نقلا وفقا طبقا استنادا ردا تعليقا"
    " لقاء فضلا علما مرارا تباعا جزما صراحه شديدا حتما كاذبا باكيا واضحا متلفزا هاتفيا عبرا"
    " مرحبا سرا علنا ميدانيا محليا دوليا قبلا بعدا سلفا"
    " عاجلا قليلا طويلا جميعا كثيرا خاصا كاملا حينا احيانا توا آنفا انفا صباح نهارا مفصلا مباشرا بدايه عاما اصلا شخصيا جازما قطعا".split()
)
_MASDAR = re.compile(r"^(?:است\w\w?ا\w|ا[^ل]ت\w{1,2}ا\w|ا\w[تط]\w{1,2}ا\w|ان\w\w?ا\w|ت\w{1,2}ي\w)$")
_NO_MASDAR = frozenset("تقرير تصريح تسجيل تحقيق تحليل تلفزيون تنظيم تيار تكتيك تاريخ انصار انباء اناس تعليق تمويل تقدير توضيح".split())
_GOVERNORS = frozenset("من في عن الي علي قبل بعد خلال منذ اثر عقب باسم بين ضد نحو حول و , لدي عند".split())
_PARTS = frozenset("احد احدي بعض كل جميع معظم غالبيه".split())
_FEELINGS = frozenset(
    "قلق اسف استنكار ادانه تضامن تعازي تعاز امل شكر امتنان ترحيب غضب حزن استياء دهشه استغراب ارتياح تقدير اعتزاز تمنيات".split()
)


def is_happening(sc: Scene, i: int, skip: int = 0) -> bool:
    """Whether a noun of happening (مقتل، سقوط، قصف) without article stands at token `i`, behind a clitic of `skip` letters."""
    k = sc.key(i)[skip:]
    if k in sc.words["opener"]:
        return True
    if k.startswith("ال") or len(k) < 3:
        return False
    return _event_at(sc, i, skip, ("noun", "phrase"))


def is_feeling(sc: Scene, i: int) -> bool:
    """«قلقه», «تضامنها»: what is voiced is no proposition."""
    k = sc.key(i)
    return k in _FEELINGS or _stem(k) in _FEELINGS


def find_opener(sc: Scene, cue: Cue, limit: int) -> int | None:
    """First token at which a content can open without أن, by what the verb takes."""
    takes = cue.entry.takes
    for i in range(cue.last, min(limit, cue.last + 30)):
        k = sc.key(i)
        if "of" in takes and "source" not in takes and (k == "عن" or k in AGAINST) and sc.key(i - 1) != "نقلا" and i + 1 < limit:
            return i
        if "to" in takes and k == "الي" and sc.key(i + 1) not in sc.words["complementizer"] and not _is_told(sc, i):
            return i
        if (
            k == "علي"
            and "that" in takes
            and "to" not in takes
            and i + 1 < limit
            and (is_happening(sc, i + 1) or _stem(sc.key(i + 1)) in sc.words["opener"])
        ):
            return i
        if "with" in takes and len(k) > 3 and k[0] == "ب" and _is_prefixed(sc, cue, i):
            return i
        if "with" in takes and k == "ب" and sc.key(i + 1) == '"':
            return i
        if cue.entry.family == "responsibility" and (i > cue.last or cue.part == "phrase") and _names_attack(sc, i):
            return i
        if takes & {"object", "source"} and _opens(sc, cue, i):
            return i
    return None


def _opens(sc: Scene, cue: Cue, i: int) -> bool:
    """Whether an object of any shape opens at `i`."""
    k = sc.key(i)
    if "object" not in cue.entry.takes and not any(sc.key(j) == "عن" for j in range(cue.last, i)):
        return False
    if k in _PRONOUNS and cue.entry.family not in ("denial", "distancing", "hedge"):
        return False
    return is_happening(sc, i) or (k.isdigit() and not _is_date(sc, i)) or _is_object(sc, cue, i)


_PRONOUNS = frozenset({"ما", "اي", "كل", "جميع", "صحه"})


def _is_prefixed(sc: Scene, cue: Cue, i: int) -> bool:
    """A noun of happening with بـ in front, with or without article or pronoun: «بسقوط», «بالغارة», «بتلقيه»."""
    k = sc.key(i)[1:]
    if k in sc.words["opener"] or _event_at(sc, i, 1) or _stem(k) in sc.words["opener"]:
        return True
    if k.startswith("ال") and i > cue.last:
        return _event_at(sc, i, 3) or k[2:] in sc.words["opener"]
    return bool(_MASDAR.match(k)) and k not in _NO_MASDAR


def leads_with_by(sc: Scene, i: int) -> bool:
    """Whether the word at `i` carries the preposition بـ that its verb asks for («أفاد بسقوط», «اعترف بالغارة»)."""
    k = sc.key(i)
    if k[:1] != "ب" or len(k) < 4 or k in sc.words["opener"]:
        return False
    bare = k[1:].removeprefix("ال")
    if bare in sc.words["opener"] or _stem(k[1:]) in sc.words["opener"]:
        return True
    return _event_at(sc, i, 1) or (k[1:3] == "ال" and _event_at(sc, i, 3))


def _is_object(sc: Scene, cue: Cue, i: int) -> bool:
    """An object of another shape: a definite act, a noun with its owner, an indefinite accusative, a number, an infinitive."""
    k = sc.key(i)
    if len(k) < 3 or k in _ADVERBS or _is_headed(sc, cue, i):
        return False
    if _stem(k) in sc.words["opener"]:
        return True
    is_behind = i > cue.last or cue.part == "participle" or bool(cue.clitic)
    if not is_behind or (i > cue.last and sc.is_in(i, "connective")):
        return False
    if k in sc.words["topic"] or (i > cue.last and k.startswith("ال") and (k[2:] in sc.words["opener"] or _event_at(sc, i, 2))):
        return True
    if k in _NUMBERS and not _is_date(sc, i) and (i > cue.last or is_happening(sc, i + 1)):
        return True
    printed = sc.text.shadow.origin(sc.token(i).start, sc.token(i).end).words(sc.doc.text)
    if printed.endswith(("اً", "ًا", "ةً")) and i > cue.last:
        return not any(m.form.family == "sources" for m in _at(sc, i)) and not _is_described(sc, i)
    if printed[:1] == "إ" and re.match(r"^ا\w\wا\w$", k):
        return not _at_source(sc, i)
    return bool(_MASDAR.match(k) or _MASDAR.match(_stem(k))) and k not in _NO_MASDAR and not k.startswith("ال") and not _at_source(sc, i)


def _is_headed(sc: Scene, cue: Cue, i: int) -> bool:
    """Whether the word at `i` depends on the word in front: a preposition, or a noun without article («لجنة توثيق»)."""
    if i <= cue.last:
        return False
    k = sc.key(i - 1)
    if k == "," and any(sc.key(j) == "," for j in range(cue.last, i - 1)):
        return False  # «نعى الحزب، في بيان، اثنين من ...»: the comma closes an insertion
    if k in _GOVERNORS or k in _PARTS:
        return True
    if sc.key(i - 2) == "في" and sc.is_in(i - 1, "medium"):
        return False
    if _is_possessor(sc, i) and sc.key(i - 2) in _GOVERNORS and i - 1 > cue.last:
        return True  # «الخبير في أنظمة الطيران»
    if k.startswith(("ال", "لل", "وال")) or k.endswith(("ون", "ين")):
        return False
    return any(
        m.end == sc.token(i - 1).end
        and m.word == sc.token(i - 1).start
        and m.form.family in ("sources", "roles")
        and m.form.part not in ("quality", "demonym")
        for m in _at(sc, i - 1)
    )


def _is_possessor(sc: Scene, i: int) -> bool:
    """Whether the definite noun at `i` belongs to the indefinite noun in front, which is no name."""
    k = sc.key(i - 1)
    if not sc.key(i).startswith("ال") or k.startswith(("ال", "لل", "وال", "بال")) or not sc.token(i - 1).is_word:
        return False
    return not any(m.end == sc.token(i - 1).end and m.form.family == "actors" for m in _at(sc, i - 1))


def _is_described(sc: Scene, i: int) -> bool:
    """An accusative adjective behind another («نفياً قاطعاً»)."""
    return sc.key(i - 1) in _ADVERBS


def _stem(k: str) -> str:
    """A noun without its possessive pronoun; ت before the pronoun becomes ة again."""
    for suffix in _SUFFIXES:
        if k.endswith(suffix) and len(k) - len(suffix) >= 3:
            stem = k[: -len(suffix)]
            return stem[:-1] + "ه" if stem.endswith("ت") and suffix != "ي" else stem
    return ""


def _at(sc: Scene, i: int) -> list[Match]:
    t = sc.token(i)
    return [m for m in within(t.start, t.end + 30, sc.matches) if m.word == t.start]


def _at_source(sc: Scene, i: int) -> bool:
    return any(m.form.family in ("sources", "roles", "actors") for m in _at(sc, i))


def _names_attack(sc: Scene, i: int) -> bool:
    """«الهجوم», «العمليتين», «مسؤولية»: the act that a group takes on itself."""
    t = sc.token(i)
    k = sc.key(i)
    if k.startswith(("مسؤولي", "مسووليه", "المسؤولي")):
        return True
    return any(m.word == t.start and m.form.family == "events" and m.form.part == "noun" for m in within(t.start, t.end + 30, sc.matches))


def _is_told(sc: Scene, i: int) -> bool:
    return sc.key(i + 1) in sc.words["audience"] or sc.key(i + 1) == '"'


def _is_date(sc: Scene, i: int) -> bool:
    k = sc.key(i)
    is_year = len(k) == 4 and k[:2] in ("19", "20")
    return is_year or sc.key(i - 1) in ("عام", "يوم", "الساعه", "في", "سنه", ":", "/", "حوالي") or sc.key(i + 1) in (":", '"')


def _event_at(sc: Scene, i: int, skip: int, parts: tuple[str, ...] = ("noun",)) -> bool:
    t = sc.token(i)
    return any(
        m.start == t.start + skip and m.form.family == "events" and m.form.part in parts for m in within(t.start, t.end + 30, sc.matches)
    )
