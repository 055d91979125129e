"""Lines that open with a voice and a colon; headings."""

import re

from tabayyun.claims.arabic.anaphora import gender_of_source
from tabayyun.claims.arabic.chains import link
from tabayyun.claims.arabic.contents import NOTICES, content_pieces
from tabayyun.claims.arabic.labels import label
from tabayyun.claims.arabic.phrases import Phrase, source_phrase
from tabayyun.claims.arabic.scenes import Scene
from tabayyun.claims.drafts import Draft, DraftLink
from tabayyun.claims.sources import describe, within
from tabayyun.model.claim import Kind
from tabayyun.model.text import Sentence

_NO_VOICE = frozenset("يوم محافظه مديريه مدينه بلده ريف قريه حي مخيم منطقه قضاء ولايه الروايه روايه المصدر المصادر وتتساءل تصحيح".split())


def read_colon_line(sc: Scene, s: Sentence, number: int, drafts: list[Draft]) -> list[Draft]:
    """«مصدر طبي : ...»: a line that opens with a voice and a colon."""
    colon = next((i for i in range(s.first, min(s.last, s.first + 14)) if sc.key(i) == ":"), None)
    if colon is None or colon + 2 > s.last or sc.key(colon - 1).isdigit() or is_heading(sc, s):
        return []
    first = s.first
    if sc.key(colon - 1) in NOTICES:
        first = colon + 1
        colon = next((i for i in range(first, min(s.last, first + 14)) if sc.key(i) == ":"), None)
        if colon is None:
            return []
    for i in range(s.first, colon):
        if sc.key(i) in ("|", "-", "*") or (not sc.token(i).is_word and sc.key(i) not in ('"', "(", ")", ",")):
            first = i + 1
    p = source_phrase(sc, first, colon)
    if p.is_empty:
        return []
    a, b = sc.token(p.first).start, sc.token(p.last - 1).end
    if sc.key(p.first) in _NO_VOICE or sc.key(p.first).isdigit():
        return []
    near = [m for m in within(a, b, sc.matches) if m.form.family in ("sources", "actors")]
    if (not near or near[0].word > a + 12) and not _speaks(sc, p, colon + 1, s.last):
        return []
    pieces = content_pieces(sc, colon + 1, s.last, None)
    if not pieces:
        return []
    links = [link(sc, q, drafts) for q in _relayed(sc, p)]
    if p.told is not None:
        links.insert(0, DraftLink(*p.told, describe(*p.told, sc.text, sc.matches, sc.know, "ar", sc.doc.text)))
    d = Draft(pieces, (sc.token(colon).start, sc.token(colon).end), links, "claims.ar.colon-line", None, number)
    d.gender = gender_of_source(sc, p.first, p.last)
    label(sc, d, None)
    return [d]


_OURS = re.compile(r"^(?:نحن|انا|اننا|لسنا|كنا|\w{3,}نا)$")
_NO_NAME = frozenset("تفاصيل فيديو صور بالصور بالفيديو تقرير حصري خاص رابط اعداد تحرير كتب ترجمه مراسل عدسه تصوير".split())


def _speaks(sc: Scene, p: Phrase, a: int, b: int) -> bool:
    """«فلان: لم نقصف أحداً»: an unknown name of one or two words whose line speaks in the first person or opens with a quotation."""
    words = [sc.key(i) for i in range(p.first, p.last)]
    if len(words) > 2 or any(len(w) < 3 or w.isdigit() or w in _NO_NAME or w in NOTICES for w in words) or words[0].startswith("ال"):
        return False
    if any(sc.is_in(p.first, name) for name in ("connective", "source_stop", "opener", "adverb_front")):
        return False
    return sc.key(a) == '"' or any(
        _OURS.match(sc.key(i)) or (sc.key(i) in ("لم", "لن") and sc.key(i + 1)[:1] in "نا") for i in range(a, min(b, a + 5))
    )


def _relayed(sc: Scene, p: Phrase) -> list[Phrase]:
    """«رويترز عن مسؤول: ...»: an agency or outlet in front of the voice that it quotes."""
    cut = next((i for i in range(p.first + 1, p.last - 1) if sc.key(i) in ("عن", "نقلا")), None)
    if cut is None:
        return [p]
    outer = source_phrase(sc, p.first, cut)
    inner = source_phrase(sc, cut + 1 + (sc.key(cut) == "نقلا"), p.last)
    if outer.is_empty or inner.is_empty:
        return [p]
    a, b = sc.token(outer.first).start, sc.token(outer.last - 1).end
    kind = describe(a, b, sc.text, sc.matches, sc.know, "ar", sc.doc.text).kind
    return [outer, inner] if kind in (Kind.AGENCY, Kind.OUTLET) else [p]


def is_heading(sc: Scene, s: Sentence) -> bool:
    """A line without a stop at its end, in a text whose lines end with stops."""
    text = sc.text.shadow.text
    if text[s.end - 1] in '.?!…"':
        return False
    ends = [text[p.end - 1] in '.?!…")' for p in sc.text.paragraphs]
    return sum(ends) > 0.5 * len(ends)
