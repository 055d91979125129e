"""Denials whose content is what somebody else said, and accusations."""

from tabayyun.claims.arabic.boundaries import clause_start
from tabayyun.claims.arabic.frames import Frame
from tabayyun.claims.arabic.scenes import Cue, Scene
from tabayyun.claims.sources import within

_THIS = frozenset("هذه هذا تلك هاتين هذين".split())


_TALK = frozenset(
    "الروايه الفرضيه المزاعم الاتهامات الادعاءات الانباء الكلام المعلومات الاتهام التقارير الشائعات الشائعه التهمه"
    " الاقوال التصريحات الادعاء"
    " الفرضيات الفرضيتين الروايات الاخبار الحصيله الارقام الرقم".split()
)


_ABOUT = frozenset("عن حول بشان".split())


def denied_before(sc: Scene, cue: Cue, first: int, limit: int) -> Frame | None:
    """«نفى X ذلك», «رفض X هذه الرواية»: what was said just before is denied."""
    for i in range(cue.last, min(limit, cue.last + 18)):
        k = sc.key(i)
        if k in (",", ":", '"') or k in sc.words["complementizer"] or (k in _ABOUT and i > cue.last + 1):
            return None
        if k in ("ذلك", "بذلك") or (k.removeprefix("ب") in _THIS and sc.key(i + 1) in _TALK) or (k in _TALK and i + 1 >= limit - 1):
            return Frame(cue, "claims.ar.denial-of-antecedent", clause_start(sc, cue, first), (cue.last, i), i, is_anaphoric=True)
    return None


def rumour_frame(sc: Scene, cue: Cue, first: int, limit: int, others: list[Cue]) -> Frame | None:
    """«نفى X ما تداولته Y عن P» and «نفى X صحة الأنباء عن P»: P is denied by X, and affirmed by Y where Y is named."""
    for i in range(cue.last, min(limit, cue.last + 22)):
        k = sc.key(i)
        if k in sc.words["complementizer"] or k == ":":
            return None
        other = next((c for c in others if c.first in (i + 1, i + 2)), None)
        if k in ("ما", "لما", "بما", "مما") and other is not None:
            about = next(
                (j for j in range(other.last, min(limit, other.last + 14)) if sc.key(j) in _ABOUT or sc.key(j) in ("من", "ب")), None
            )
            if about is None or about + 1 >= limit:
                return None
            start = about + 2 if sc.key(about + 1) in sc.words["complementizer"] else about + 1
            return Frame(
                cue, "claims.ar.denial-of-rumour", clause_start(sc, cue, first), (cue.last, i), start, rumour=(other, (other.last, about))
            )
        if k in _TALK or k in ("صحه", "انباء", "مزاعم", "شائعات", "معلومات", "اتهامات", "تقارير"):
            about = next((j for j in range(i, min(limit, i + 8)) if sc.key(j) in _ABOUT or sc.key(j) in sc.words["complementizer"]), None)
            if about is not None and about + 1 < limit:
                start = about + 2 if sc.key(about + 1) in sc.words["complementizer"] else about + 1
                return Frame(cue, "claims.ar.denial-of-report", clause_start(sc, cue, first), (cue.last, i), start)
    return None


def accuse_frame(sc: Scene, cue: Cue, first: int, limit: int) -> Frame | None:
    """«اتهم X Y بـ»: the content is the accused and the act."""
    clause = clause_start(sc, cue, first)
    act = next(
        (
            j
            for j in range(cue.last, min(limit, cue.last + 30))
            if (
                sc.key(j)[0] == "ب"
                and len(sc.key(j)) > 2
                and sc.key(j) not in ("باسم", "بعد", "بين", "بلده", "بيان", "بحسب", "بني", "بغداد", "بيروت")
            )
            or sc.key(j) in ("المسووليه", "المسؤوليه", "مسؤوليه", "كامل", "ب", "بالوقوف")
        ),
        min(limit, cue.last + 30),
    )
    if act <= cue.last:
        return None
    if cue.part == "participle" or cue.part == "noun":
        return Frame(cue, "claims.ar.accusation", clause, (cue.last, cue.last), cue.last)
    a, b = sc.token(cue.last).start, sc.token(act - 1).end
    parties = sorted({m.word for m in within(a, b, sc.matches) if m.form.family == "actors"})
    if not parties:
        if act - cue.last >= 2:
            return Frame(cue, "claims.ar.accusation", clause, (cue.last, act - 1), act - 1)
        return Frame(cue, "claims.ar.accusation", clause, (cue.last, cue.last), cue.last)
    if not _agrees(sc, cue, cue.last):
        return Frame(cue, "claims.ar.accusation", clause, (cue.last, cue.last), cue.last)
    accused = sc.index(parties[-1])
    while accused - 1 >= cue.last and sc.key(accused - 1) in _FORCE_HEADS:
        accused -= 1
    if len(parties) > 1 and accused - 1 >= cue.last and sc.key(accused)[0] == "و":
        accused = sc.index(parties[-2]) if sc.index(parties[-2]) > cue.last else accused
    return Frame(cue, "claims.ar.accusation", clause, (cue.last, accused), accused)


def _agrees(sc: Scene, cue: Cue, i: int) -> bool:
    """Whether the noun at `i` can be the subject of a verb in front of it, by gender."""
    verb, noun = sc.text.shadow.text[cue.start : cue.end], sc.key(i)
    is_feminine = verb.endswith("ت") or verb.startswith("ت")
    looks_feminine = noun.endswith(("ه", "ات", "مصادر")) or noun in ("قسد", "حماس", "قوات", "وسائل", "فصائل", "صفحات")
    return is_feminine or not looks_feminine


_FORCE_HEADS = frozenset(
    (
        "قوات ميليشيا مليشيا ميليشيات مليشيات طيران جيش حركه تنظيم سلاح طائرات عناصر مسلحي فصائل دوله جماعه حزب مدفعيه"
        " سلطات حكومه نظام اجهزه"
    ).split()
)
