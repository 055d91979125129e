"""Lines that open with a voice and a colon; headings."""

from tabayyun.claims.arabic.anaphora import gender_of_source
from tabayyun.claims.arabic.chains import link
from tabayyun.claims.arabic.contents import content_pieces
from tabayyun.claims.arabic.labels import label
from tabayyun.claims.arabic.phrases import source_phrase
from tabayyun.claims.arabic.scenes import Scene
from tabayyun.claims.drafts import Draft
from tabayyun.claims.sources import within
from tabayyun.model.text import Sentence

_NO_VOICE = frozenset("يوم محافظه مديريه مدينه بلده ريف قريه حي مخيم منطقه قضاء ولايه الروايه روايه المصدر المصادر وتتساءل تصحيح".split())
_NOTICES = frozenset("عاجل توضيح تحديث تنويه ملاحظه تصحيح خبر متابعه".split())


def read_colon_line(sc: Scene, s: Sentence, number: int, drafts: list[Draft]) -> list[Draft]:
    """«مصدر طبي : ...»: a line that opens with a voice and a colon."""
    colon = next((i for i in range(s.first, min(s.last, s.first + 14)) if sc.key(i) == ":"), None)
    if colon is None or colon + 2 > s.last or sc.key(colon - 1).isdigit() or is_heading(sc, s):
        return []
    first = s.first
    if sc.key(colon - 1) in _NOTICES:
        first = colon + 1
        colon = next((i for i in range(first, min(s.last, first + 14)) if sc.key(i) == ":"), None)
        if colon is None:
            return []
    for i in range(s.first, colon):
        if sc.key(i) in ("|", "-", "*"):
            first = i + 1
    p = source_phrase(sc, first, colon)
    if p.is_empty:
        return []
    a, b = sc.token(p.first).start, sc.token(p.last - 1).end
    if sc.key(p.first) in _NO_VOICE or sc.key(p.first).isdigit():
        return []
    near = [m for m in within(a, b, sc.matches) if m.form.family in ("sources", "actors")]
    if not near or near[0].word > a + 12:
        return []
    pieces = content_pieces(sc, colon + 1, s.last, None)
    if not pieces:
        return []
    d = Draft(pieces, (sc.token(colon).start, sc.token(colon).end), [link(sc, p, drafts)], "claims.ar.colon-line", None, number)
    d.gender = gender_of_source(sc, p.first, p.last)
    label(sc, d, None)
    return [d]


def is_heading(sc: Scene, s: Sentence) -> bool:
    """A line without a stop at its end, in a text whose lines end with stops."""
    text = sc.text.shadow.text
    if text[s.end - 1] in '.?!…"':
        return False
    ends = [text[p.end - 1] in '.?!…")' for p in sc.text.paragraphs]
    return sum(ends) > 0.5 * len(ends)
