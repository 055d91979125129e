"""Frames without a verb of their own: according to X, it is believed, reports of."""

from tabayyun.claims.arabic.audiences import is_audience
from tabayyun.claims.arabic.boundaries import boundary_before, clause_start
from tabayyun.claims.arabic.frames import REACH, Frame
from tabayyun.claims.arabic.insertions import inserted_end
from tabayyun.claims.arabic.phrases import is_apposition
from tabayyun.claims.arabic.scenes import Cue, Scene
from tabayyun.model.claim import Polarity


def impersonal_frame(sc: Scene, cue: Cue, first: int, end: int) -> Frame | None:
    """«يُعتقد أن», «أُفيد عن», «أنباء عن»: nobody is named; what follows is the content."""
    if cue.entry.family == "nominal" and not _reports(sc, cue, end):
        return None
    if cue.entry.polarity is Polarity.QUESTION and not _asks(sc, cue, end):
        return None
    told = (cue.last, cue.last + 1) if cue.entry.family == "impersonal" and sc.key(cue.last) in _TIDINGS else (cue.last, cue.last)
    i = told[1]
    close = inserted_end(sc, i, end)
    i = i if close is None else close + 1
    while i < end and (
        sc.key(i)
        in (
            "عن",
            "الي",
            "حول",
            "مفادها",
            "مفاده",
            "تفيد",
            "اوليه",
            "مؤكده",
            "متداوله",
            "بشان",
            ",",
            "ايضا",
            "لاحقا",
            "كذلك",
            "في",
            "اليوم",
            "مساء",
            "من",
        )
        or sc.key(i) in sc.words["complementizer"]
    ):
        i += 1
        if sc.key(i - 1) in sc.words["complementizer"]:
            break
    if i >= end or sc.key(i) in (".", ")"):
        return None
    return Frame(cue, "claims.ar.impersonal", clause_start(sc, cue, first), told, i)


def _asks(sc: Scene, cue: Cue, end: int) -> bool:
    """Whether «لم يتضح» is followed by a whole question: «ما إذا كان», «إن كان», «هل»."""
    return any(sc.key(i) in ("اذا", "هل", "ان", "انه", "انها", "كان", "كانت") for i in range(cue.last - 2, min(end, cue.last + 4)))


_TIDINGS = frozenset(
    "انباء الانباء معلومات المعلومات تقارير التقارير شائعات الشائعات اخبار الاخبار احاديث مزاعم شائعه اشاعات اشاعه".split()
)


def _reports(sc: Scene, cue: Cue, end: int) -> bool:
    """Whether a noun like «رواية» or «أنباء» brings a content: «مفادها أن», «تفيد بأن», «عن» after tidings."""
    for i in range(cue.last - 1, min(end, cue.last + 3)):
        k = sc.key(i)
        if k in sc.words["complementizer"] or k.startswith("مفاد") or k in ("تفيد", "القائله", "القائل"):
            return True
        if k == "عن" and any(sc.key(j) in _TIDINGS for j in range(cue.first, i)):
            return True
        if k in (",", ".", ":", '"'):
            return False
    return False


def according_frame(sc: Scene, cue: Cue, first: int, end: int, stop: int) -> Frame | None:
    """«بحسب X، ...» in front of, behind or inside what X says. `stop` is where a later cue's clause begins."""
    a = cue.last
    i = a
    while i < min(end, a + REACH):
        k = sc.key(i)
        if k in (",", ":", ";") and not (i + 1 < end and k == "," and _name_goes_on(sc, i + 1, end)):
            break
        if k in sc.words["complementizer"] or (i > a and i >= stop):
            break
        if (i > a and k == ".") or (k == ")" and _opened_before(sc, cue.first)):
            break
        if i > a and k[:1] == "ف" and sc.key(i - 1) != "في" and boundary_verb(sc, i):
            break
        i += 1
    if i <= a:
        return None
    clause = clause_start(sc, cue, first)
    content = i
    while content < end and (sc.key(content) in (",", ":") or sc.key(content) in sc.words["complementizer"] or sc.key(content) == "فقد"):
        content += 1
    while content < end and sc.key(content) == "في" and sc.is_in(content + 1, "medium"):
        nxt = next((j for j in range(content, min(end, content + 10)) if sc.key(j) == ","), None)
        if nxt is None:
            break
        content = nxt + 1
        while content < end and sc.key(content) in sc.words["complementizer"]:
            content += 1
    is_front = boundary_before(sc, clause, first) and (
        clause == first
        or cue.clitic.startswith(("و", "ف"))
        or sc.key(clause - 1) == ":"
        or (clause < cue.first and (sc.is_in(clause, "connective") or sc.key(clause)[0] == "و"))
    )
    tail = end - content
    if is_front and tail >= 2:
        return Frame(cue, "claims.ar.according-to-front", clause, (a, i), content)
    start = clause
    while start > first and sc.key(start - 1) in (",", "(", "-"):
        start -= 1
    return Frame(cue, "claims.ar.according-to-back", start, (a, i), content, is_backward=True)


def boundary_verb(sc: Scene, i: int) -> bool:
    """Whether a word with ف in front opens the main clause («بحسب X فإن», «فقد»)."""
    return sc.key(i)[1:] in ("ان", "انه", "انها", "قد") or sc.key(i) in ("فقد", "فان")


def _name_goes_on(sc: Scene, i: int, end: int) -> bool:

    nxt = next((j for j in range(i, min(end, i + 9)) if sc.key(j) in (",", ":")), None)
    if nxt is None or is_audience(sc, i):
        return False
    words = sc.key(i)
    titled = words.startswith("ال") and words in _TITLES
    return titled and is_apposition(sc, i, end)


_TITLES = frozenset(
    (
        "العميد العقيد الرائد النقيب اللواء الفريق الدكتور الطبيب المهندس الشيخ السيد المقدم الملازم الحاج الناطق المتحدث المحامي القاضي"
    ).split()
)


def _opened_before(sc: Scene, i: int) -> bool:
    return any(sc.key(j) == "(" for j in range(max(0, i - 3), i))


def merge_kama(sc: Scene, cue: Cue, first: int) -> Cue | None:
    """«كما أفاد», «حسبما ذكر», «بحسب ما أعلنت»: one cue that is followed by its source."""
    i = cue.first
    if cue.part != "verb" or cue.clitic or i <= first:
        return None
    k = sc.key(i - 1)
    start = None
    if k in ("كما", "حسبما", "بحسبما", "وفقما", "وفق", "حسب"):
        start = i - 1
    elif (k == "ما" and sc.key(i - 2) in ("بحسب", "وفق", "حسب", "علي", "وفقا", "ل")) or (k == "لما" and sc.key(i - 2) == "وفقا"):
        start = i - 2
    if start is None or start < first:
        return None
    return Cue(start, cue.last, sc.token(start).start, cue.end, cue.entry, "phrase", "")


def that_follows(sc: Scene, cue: Cue, limit: int) -> bool:
    """After «كما أكدت مصادر» a complementizer shows that «كما» only meant "also"."""
    for i in range(cue.last, min(limit, cue.last + 20)):
        if sc.key(i) in (",", "."):
            return False
        if (sc.key(i) in sc.words["complementizer"] and "كما" in (sc.key(cue.first - 1), sc.key(cue.first))) or sc.key(cue.first) == "فيما":
            return True
    return False
