"""Source phrases of Arabic: where the name of a voice begins and ends, and what stands around it."""

from dataclasses import dataclass, field

from tabayyun.claims.arabic.audiences import audience_end, is_audience, told
from tabayyun.claims.arabic.scenes import Scene
from tabayyun.claims.sources import within

_PUNCTUATION = frozenset(',;:.-()"!?…*|•▪◾●■◆🔴🔵🟢⚠📌')


_FILLERS = frozenset({"قد", "كان", "كانت", "ايضا", "كذلك", "هنا", "له", "لها", "انه", "فيه", "فيها", "به", "بها"})


_NO_HEAD = frozenset(
    "في من الي علي عن قبل بعد منذ خلال مع دون عبر حتي الاسبوع الشهر العام صباحا مساء اسبوعين تاره مجددا اياها اياه"
    " لحظات دقائق ساعات قليل ايام كيف تفاصيل صوته ذلك بعد ان كل لكم لنا هناك"
    " احتمال احتماليه فرضيه سيناريو امكانيه خبر خبرا بيانا نداء"
    " ايضا رسميا لاحقا كما انه ظهرا فجرا ليلا حينها امام ضمنا مره اول اكثر".split()
)


_CALLED = frozenset("يسمي تسمي يعرف تعرف سمي اسمته اسماه يدعي تدعي يسمونه".split())
_RELAYED_WORDS = frozenset({"قوله", "قولها", "قولهم", "قولهما", "تاكيده", "تاكيدها", "تاكيدهم", "نفيه", "نفيها", "تصريحه"})


@dataclass(slots=True)
class Phrase:
    """A source phrase: token range `[first, last)` (empty when only a pronoun speaks), with what stood around it."""

    first: int
    last: int
    medium: tuple[int, int] | None = None
    told: tuple[int, int] | None = None
    """Shadow offsets of the agency or outlet that it was told to, when that is not the publisher."""
    inner: list[tuple[int, int]] = field(default_factory=list)
    """Token ranges of further voices inside ("نقلاً عن ...")."""

    @property
    def is_empty(self) -> bool:
        """Nothing names a voice here."""
        return self.first >= self.last


def source_phrase(sc: Scene, a: int, b: int) -> Phrase:
    """The voice named in tokens `[a, b)`: the maximal noun phrase without relative clause, medium, audience, time."""
    phrase = Phrase(a, a)
    a = _skip_front(sc, a, b, phrase)
    if a < b and _is_circumstance(sc, a, b):
        a += 1
    if a < b and sc.key(a) == "اكثر" and sc.key(a + 1) == "من" and names_voice(sc, a + 2):
        phrase.first, phrase.last = trim(sc, a, min(b, a + 4) if sc.key(a + 3) not in sc.words["source_stop"] else a + 3)
        return phrase
    if a < b and _is_no_head(sc, a):
        _look_around(sc, a, b, phrase)
        return phrase
    i = a
    while i < b and not _ends_before(sc, a, i, b):
        k = sc.key(i)
        if relays(sc, i):
            phrase.inner.append((i + 2, b))
            break
        if k == "(":
            close = next((j for j in range(i, b) if sc.key(j) == ")"), b)
            if close + 1 >= b or sc.key(close + 1) in ",:":
                break
            i = close + 1
        elif k in (",", "-"):
            if not (i + 1 < b and is_apposition(sc, i + 1, b)):
                i = _introduced(sc, a, i, b) or i
                break
            i += 1
        else:
            i += 1
    phrase.first, phrase.last = trim(sc, a, i)
    if phrase.last - phrase.first > 1 and _is_tanwin(sc, phrase.last - 1) and not _is_tanwin(sc, phrase.first):
        phrase.last -= 1
    _look_around(sc, i, b, phrase)
    return phrase


def _is_no_head(sc: Scene, a: int) -> bool:
    """Whether no voice can begin with the word at `a`."""
    k = sc.key(a)
    if k == "امام" and sc.doc.text[sc.text.shadow.starts[sc.token(a).start]] == "إ":
        return False  # «إمام» (imam) is not «أمام» (in front of)
    if k in _NO_HEAD or (k == "ما" and sc.key(a + 1) not in _CALLED) or (k.isdigit() and not names_voice(sc, a + 1)):
        return True
    return sc.key(a + 1) in ("عشر", "عشره") or sc.key(a + 1) in _CASUALTIES


_CASUALTIES = frozenset("قتيلا قتيله قتلي جريحا جرحي شهيدا شهداء مصابا مصابين اصابه اصابات جثه جثث ضحيه ضحايا".split())


def _ends_before(sc: Scene, a: int, i: int, b: int) -> bool:
    """Whether a phrase that begins at `a` ends in front of the word at `i`."""
    k = sc.key(i)
    if k in (":", ";") or k in sc.words["relative"]:
        return True
    if i > a and k in _WAS and _is_told_of(sc, a, i):
        return False
    if i > a and (k in sc.words["source_stop"] or k in _RELAYED_WORDS) and not _is_title(sc, a, i):
        return True
    if i > a and (k in MATERIAL or (k == "علي" and sc.key(i + 1) in _CHANNELS and sc.key(a) not in _USERS)):
        return True
    if i > a and k == "غير" and sc.key(a).startswith("ال"):
        return True
    return (k == "في" and i + 1 < b and sc.is_in(i + 1, "medium")) or (i > a and is_audience(sc, i))


MATERIAL = frozenset("مقطعا مقاطع صورا صوره تسجيلا تسجيلات شريطا اشرطه فيديو فيديوهات بيانا منشورا لقطات وثيقه وثائق اسماء".split())
"""What is published or passed on, and is no voice."""
_CHANNELS = frozenset("منصه منصته منصتها حسابه حسابها صفحته صفحتها موقعه موقعها قناته قناتها تويتر اكس فيسبوك تلغرام تليغرام".split())
_USERS = frozenset("ناشطون ناشطين نشطاء ناشط مستخدمون مستخدمين رواد مغردون مدونون حسابات صفحات حساب صفحه".split())
_WAS = frozenset("كان كانت كانوا كانا".split())


def _is_told_of(sc: Scene, a: int, i: int) -> bool:
    """«شاهد كان في المكان»: an indefinite head is told apart by the clause that follows it at once."""
    return i - a <= 2 and not sc.key(a).startswith("ال") and names_voice(sc, a) and sc.key(i + 1) != "قد"


_LEANED = frozenset("استند استندت استندوا يستند تستند اعتمد اعتمدت".split())
_LEANS = frozenset("استنادا مستندا مستنده مستندين مستندتين".split())


def relays(sc: Scene, i: int) -> bool:
    """«نقلاً عن», «استناداً إلى»: a further voice follows inside."""
    k, following = sc.key(i), sc.key(i + 1)
    if (k in ("نقلا", "ونقلا") and following == "عن") or (k == "علي" and following == "لسان"):
        return True
    if k in _LEANED:
        return "الي" in (following, sc.key(i + 2)) and sc.key(i - 1) in sc.words["relative"]
    return k in _LEANS and following == "الي" and sc.key(i + 2) not in sc.words["complementizer"] and sc.key(i + 2) != "ما"


_PAPERS = frozenset("صحيفه موقع جريده قناه شبكه منصه اذاعه وكاله صفحه مجله بوابه".split())


def _is_title(sc: Scene, a: int, i: int) -> bool:
    """«صحيفة صيدا اليوم», «روسيا اليوم»: "today" inside an outlet's name."""
    return sc.key(i) == "اليوم" and 1 <= i - a <= 2 and (sc.key(a).removeprefix("ل") in _PAPERS or sc.key(i - 1) in ("روسيا", "مصر"))


def _is_circumstance(sc: Scene, i: int, b: int) -> bool:
    """«قال ساخراً إن»: an accusative adjective of manner is no voice."""
    k = sc.key(i + 1)
    ends = i + 1 >= b or k in (",", ":") or k in sc.words["complementizer"] or k in ("امام", "من", "في", "عبر", "علي")
    is_subject = sc.key(i - 1) in sc.words["complementizer"] or sc.key(i - 1) in ("لكن", "ولكن", "كان", "كانت")
    return ends and _is_tanwin(sc, i) and not is_subject and not names_voice(sc, i)


def _is_tanwin(sc: Scene, i: int) -> bool:
    return sc.text.shadow.origin(sc.token(i).start, sc.token(i).end).words(sc.doc.text).endswith(("اً", "ًا"))


def trim(sc: Scene, a: int, b: int) -> tuple[int, int]:
    """`[a, b)` without punctuation at its ends and without prepositions left dangling."""
    while a < b and sc.key(a) in _PUNCTUATION and sc.key(a) != '"':
        a += 1
    while a < b and (
        sc.key(b - 1) in _PUNCTUATION - {'"', ")"} or sc.key(b - 1) in ("الي", "عن", "علي", "من", "ب", "في", "ل", "و", "هذا", "ان")
    ):
        b -= 1
    quotes = sum(sc.key(j) == '"' for j in range(a, b))
    if a < b and quotes == 1:
        if sc.key(b - 1) == '"':
            b -= 1
        elif sc.key(a) == '"':
            a += 1
    if b - a > 2 and quotes == 2 and sc.key(a) == '"' and sc.key(b - 1) == '"':
        a, b = a + 1, b - 1
    return a, b


def _skip_front(sc: Scene, a: int, b: int, phrase: Phrase) -> int:
    """Past adverbials, media and audiences that stand between verb and subject."""
    while a < b:
        k = sc.key(a)
        if (k in _PUNCTUATION and k != '"') or k in _FILLERS:
            a += 1
        elif k == "في" and a + 1 < b and sc.is_in(a + 1, "medium"):
            end = next(
                (j for j in range(a + 2, b) if sc.key(j) in (",", ":") or (names_voice(sc, j) and sc.key(j) not in _PRESS | _CHANNELS)), b
            )
            phrase.medium = phrase.medium or (sc.token(a + 1).start, sc.token(end - 1).end)
            a = end
        elif k in ("وهو", "وهي", "وهم", "وهما"):
            a = next((j for j in range(a + 1, b) if sc.key(j) in (",", ":")), b)
        elif k in _MANNERS:
            a = min(b, a + 2)
            while a < b and sc.key(a) not in (",", ":") and sc.key(a) not in sc.words["complementizer"] and not names_voice(sc, a):
                a += 1
        elif k == "من" and sc.key(a + 1) in ("جانبه", "جانبها", "جهته", "جهتها", "جانبهم", "جهتهم"):
            a += 2
        elif is_audience(sc, a):
            end = audience_end(sc, a, b)
            phrase.told = phrase.told or told(sc, a, end)
            a = end
        elif k in sc.words["source_stop"] and k not in ("مع", "كان", "كانت"):
            a += 2 if a + 1 < b and ((k in ("قبل", "بعد", "منذ") and sc.key(a + 1) in _NO_HEAD) or sc.key(a + 1) in _PAST_DAYS) else 1
        else:
            break
    return a


_PAST_DAYS = frozenset("الاول الماضي الماضيه الفائت المنصرم المقبل الجاري الحالي".split())
_MANNERS = frozenset("بالحرف بصوت بنبره بنبرات بصيغ بصيغه بلهجه بلغه بعباره بعبارات بلسان بحزن بمراره بغضب بثقه".split())
_PRESS = frozenset("صحفي صحافي صحفيه صحافيه اعلامي رسمي متلفز مقتضب".split())


def names_voice(sc: Scene, i: int, *, is_led: bool = False) -> bool:
    """Whether a source noun or an actor's name begins at token `i`; with `is_led` a preposition may be fused to it."""
    t = sc.token(i)
    near = within(t.start, t.end + 60, sc.matches)
    return any(
        m.word == t.start and (is_led or m.start == t.start) and m.form.family in ("sources", "actors") and m.form.part != "demonym"
        for m in near
    )


def _look_around(sc: Scene, i: int, b: int, phrase: Phrase) -> None:
    """Medium, audience and relayed voices in what follows the phrase."""
    while i < b:
        if sc.key(i) == "في" and i + 1 < b and sc.is_in(i + 1, "medium") and phrase.medium is None:
            end = next((j for j in range(i + 2, b) if sc.key(j) in (",", ":")), b)
            phrase.medium = (sc.token(i + 1).start, sc.token(end - 1).end)
        if phrase.told is None and is_audience(sc, i):
            phrase.told = told(sc, i, audience_end(sc, i, b))
        if relays(sc, i) and not phrase.inner:
            phrase.inner.append((i + 2 + (sc.key(i + 2) == "الي"), b))
        i += 1


_ONE = frozenset("احدهم احداهن احدهما احداهما ابو ام ابا ابي".split())


def _introduced(sc: Scene, a: int, i: int, b: int) -> int | None:
    """«أحد الجيران، ويدعى أبو محمود،»: a person is introduced between commas; the token after it, or None."""
    if sc.key(i + 1) in ("وهو", "وهي") and i - a <= 3 and sc.key(i + 2) not in ("ما", "ان"):
        near = within(sc.token(a).start, sc.token(i).start, sc.matches)
        if sc.key(a) not in _ONE and any(m.form.family in ("actors", "roles", "sources") for m in near):
            return None
        end = next((j for j in range(i + 2, min(b, i + 15)) if sc.key(j) in (",", ":")), b)
        return end if end - i <= 13 else None
    if sc.key(i + 1) not in ("ويدعي", "وتدعي", "واسمه", "واسمها") or i - a > 6 or sc.key(a).startswith("احد"):
        return None
    if any(m.form.family == "actors" for m in within(sc.token(a).start, sc.token(i).start, sc.matches)):
        return None
    end = next((j for j in range(i + 2, min(b, i + 15)) if sc.key(j) in (",", ":")), b)
    return end if end - i <= 13 else None


ACCORDING = frozenset("بحسب حسب وفق وفقا طبقا كما حسبما بحسبما وفقما".split())


def is_apposition(sc: Scene, i: int, b: int) -> bool:
    """Whether what follows a comma still names the same voice: a title, a name, a second definite noun."""
    k = sc.key(i)
    if (
        k in ACCORDING
        or k in ("هذه", "هذا", "تلك", "ذلك", "وقد", "قد", "وكان", "وكانت", "ولم")
        or k in _PUNCTUATION
        or k in sc.words["relative"]
        or k in sc.words["source_stop"]
        or k in sc.words["complementizer"]
    ):
        return False
    if (
        k in ("في", "من", "الي", "علي", "ب", "ل", "عن", "ان")
        or is_audience(sc, i)
        or (k[0] in "وف" and len(k) > 3 and k not in ("وزير", "وكيل", "وزيره"))
    ):
        return False
    end = next((j for j in range(i, b) if sc.key(j) in (",", ":")), b)
    if end - i > 12 or any(sc.key(j) in sc.words["relative"] for j in range(i, min(i + 3, end))):
        return False
    return k.startswith("ال") or end >= b or sc.key(end) == ","
