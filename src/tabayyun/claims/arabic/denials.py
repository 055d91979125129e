"""Denials whose content is what somebody else said."""

from tabayyun.claims.arabic.boundaries import clause_start
from tabayyun.claims.arabic.frames import Frame
from tabayyun.claims.arabic.scenes import Cue, Scene

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
        if k in ("ذلك", "بذلك") and sc.key(i + 1).startswith("ال") and len(sc.key(i + 1)) > 3:
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
                (j for j in range(other.first + 1, min(limit, other.last + 14)) if sc.key(j) in _ABOUT or sc.key(j) in ("من", "ب")), None
            )
            if about is None or about + 1 >= limit:
                return None
            start = about + 2 if sc.key(about + 1) in sc.words["complementizer"] else about + 1
            return Frame(
                cue,
                "claims.ar.denial-of-rumour",
                clause_start(sc, cue, first),
                (cue.last, i),
                start,
                rumour=(other, (min(other.last, about), about)),
            )
        if k in _TALK or k in ("صحه", "انباء", "مزاعم", "شائعات", "معلومات", "اتهامات", "تقارير"):
            about = next((j for j in range(i, min(limit, i + 8)) if sc.key(j) in _ABOUT or sc.key(j) in sc.words["complementizer"]), None)
            if about is not None and about + 1 < limit:
                start = about + 2 if sc.key(about + 1) in sc.words["complementizer"] else about + 1
                return Frame(cue, "claims.ar.denial-of-report", clause_start(sc, cue, first), (cue.last, i), start)
    return None
