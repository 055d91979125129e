"""Sentences in which the outlet itself asserts facts of an incident and cites nobody.

Which uncovered sentences are such claims is decided by weighed evidence: every sign (a word of happening, a number, a time, a
weapon, the place in the report, a word that speaks for or against) adds its weight from `data/own_voice/<language>.toml`; a claim
needs more than zero. The signs that weighed most stand in the claim's reason.
"""

import re
from bisect import bisect_left
from functools import lru_cache

from tabayyun.claims.uncovered import Stretch, stretches
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.load import DATA, Key, entries, raise_all
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Act, Attribution, Certainty, Content, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.errors import Fault
from tabayyun.model.span import Span
from tabayyun.model.text import Sentence, TextLayer
from tabayyun.model.why import Why

_KEYS = {"id": Key(is_required=True), "weight": Key("number", is_required=True)}
_FAMILIES = {"events": "event", "weapons": "weapon", "targets": "target", "actors": "actor"}


@lru_cache(maxsize=4)
def weights(language: str) -> dict[str, float]:
    """Weights by sign.

    Raises:
        DataError: the file is faulty.
    """
    faults: list[Fault] = []
    file = DATA / "own_voice" / f"{language}.toml"
    found = entries(file, "sign", _KEYS, faults, f"own_voice/{language}.toml") if file.is_file() else []
    raise_all(faults)
    return {str(e["id"]): float(e["weight"]) for e in found if isinstance(e["weight"], (int, float))}


def find_own_voice(
    doc: Document, text: TextLayer, matches: list[Match], know: Knowledge, attributions: list[Attribution]
) -> list[Attribution]:
    """Own-voice claims, ids `<doc>.o1`, ...; chain and cue are empty."""
    out: list[Attribution] = []
    for stretch in stretches(text, attributions):
        language = text.paragraphs[text.sentences[stretch.sentence].paragraph].language
        table = weights(language) if language in ("ar", "en") else {}
        if not table:
            continue
        if is_no_claim(text, stretch):
            continue
        found = signs(text, matches, stretch, language)
        weighed = sorted(((table.get(s, 0.0), s) for s in found), reverse=True)
        total = sum(w for w, _ in weighed) + table.get("bias", 0.0)
        if total <= 0:
            continue
        span = text.shadow.origin(stretch.start, stretch.end)
        note = ", ".join(f"{s} {w:+.1f}" for w, s in weighed[:4] if w > 0)
        out.append(_claim(doc, text, f"{doc.id}.o{len(out) + 1}", span, stretch, note))
    return out


def _claim(doc: Document, text: TextLayer, name: str, span: Span, stretch: Stretch, note: str) -> Attribution:
    said = text.shadow.text[stretch.start : stretch.end]
    after = text.shadow.text[stretch.end : stretch.end + 2]
    if "?" in after:
        labels = (Polarity.QUESTION, Certainty.POSSIBLE, Stance.NEUTRAL, Act.SPECULATION)
    elif re.match(r"(?:\S+ ){0,2}(?:لم|لا|ليس) ", said) and not re.search(r"تتبن|تعلن|مسؤولي|يتبن", said):
        labels = (Polarity.DENY, Certainty.CERTAIN, Stance.NEUTRAL, Act.DENIAL)
    else:
        labels = (Polarity.AFFIRM, Certainty.CERTAIN, Stance.NEUTRAL, Act.STATEMENT)
    return Attribution(name, doc.id, Content(span), None, (), *labels, (Why("claims.own-voice", (), note),))


_CALLS = (
    "دعا يدعو تدعو طالب طالبت يطالب تطالب ناشد ناشدت يناشد تناشد ادان ادانت يدين تدين استنكر استنكرت يستنكر ندد نددت يندد شجب شجبت"
    " استهجن استهجنت حث حثت يحث تحث اعرب اعربت يعرب تعرب توعد توعدت رحب رحبت نرجو نهيب نتقدم نعزي ننعي نناشد الرجاء شاركوا"
).replace(" ", "|")
_SILENT = (
    "يصدر تصدر يعلق تعلق يعقب تعقب يتسن تتسن يتمكن تتمكن نتمكن نستطع يحدد تحدد يوضح توضح تتضح يتضح يكشف تكشف يشر تشر يقدم تقدم يجب تجب"
).replace(" ", "|")
_PICTURES = (
    r"رويترز|ا ف ب|اف ب|ا\.ف\.ب|فرانس برس|اسوشيتد برس|الاناضول|غيتي|ارشيف|ارشيفيه|مواقع التواصل"
    r"|reuters|afp|ap|getty|getty images"
)
_NO_CLAIM = (
    re.compile(rf"^(?:(?:كما|وقد|قد|اقليميا,|دوليا,|سياسيا,) )*(?:كان(?:ت)? (?:\S+ ){{1,4}}?قد )?(?:{_CALLS}|دعت)\b"),
    re.compile(rf"^(?:\S+ )?لم (?:{_SILENT})\b(?!.*(?:مسؤولي|تبن|خسائر|اصابات|ضحايا))"),
    re.compile(r"^(?:وقد )?(?:تعذر|يتعذر) (?:\S+ ){0,2}(?:التحقق|التاكد|التثبت)"),
    re.compile(rf"^[^.!?]*\((?:{_PICTURES})\)?$"),
    re.compile(r"^(?:اقرا|اقراوا|شاهد|تابع|للمزيد|المصدر) ?(?:ايضا|المزيد|الفيديو)? ?:"),
    re.compile(r"^(?:من|ما هي|ما هو|لماذا|الي متي|كيف|متي|اين|ماذا|اي|هل س\w+) [^?]*\?$"),
)
"""Openings by which a sentence of the outlet is no claim: calls and condemnations, silence of others, open questions."""


def is_no_claim(text: TextLayer, stretch: Stretch) -> bool:
    """Whether the stretch only calls or condemns, says that somebody kept silent, or asks an open question."""
    end = stretch.end + (text.shadow.text[stretch.end : stretch.end + 1] == "?")
    said = text.shadow.text[stretch.start : end]
    return any(p.search(said) for p in _NO_CLAIM)


def signs(text: TextLayer, matches: list[Match], stretch: Stretch, language: str) -> list[str]:
    """The signs that stand in a stretch, each once."""
    shadow = text.shadow.text
    said = shadow[stretch.start : stretch.end]
    out: set[str] = set()
    lo = bisect_left(matches, stretch.start, key=lambda m: m.start)
    hi = bisect_left(matches, stretch.end, key=lambda m: m.start)
    for m in matches[lo:hi]:
        kind = _FAMILIES.get(m.form.family)
        if kind:
            out.add(f"{kind}:{m.form.part}" if kind == "event" else kind)
        elif m.form.family in ("reporting", "hedge", "question", "loaded"):
            out.add(f"family:{m.form.family}")
    s = text.sentences[stretch.sentence]
    paragraph = text.paragraphs[s.paragraph]
    out |= _layout_signs(text, stretch, s, paragraph.first == stretch.sentence)
    happenings = sum(m.form.family == "events" for m in matches)
    density = happenings / max(1, len(text.sentences))
    out.add("text:eventless" if density < 0.5 else "text:eventful" if density > 2 else "text:some-events")
    if re.search(r"\d", said):
        out.add("digit")
    if re.search(r"\d[:.]\d\d", said):
        out.add("clock")
    words = [w.strip(".,:;\"'()[]!?-") for w in said.split()]
    for i, w in enumerate(words):
        bare = w[1:] if language == "ar" and len(w) > 4 and w[0] in "وف" else w
        if len(bare) > 1 and not bare[0].isdigit():
            out.add(f"w:{bare}")
            if i == 0:
                out.add(f"first:{bare}")
    return sorted(out)


def _layout_signs(text: TextLayer, stretch: Stretch, s: Sentence, opens_paragraph: bool) -> set[str]:
    shadow = text.shadow.text
    out = {stretch.part}
    if stretch.sentence == 0:
        out.add("opens-text")
    elif s.paragraph <= 1:
        out.add("early")
    if opens_paragraph:
        out.add("opens-paragraph")
    length = len(shadow[stretch.start : stretch.end].split())
    out.add("short" if length < 8 else "long" if length > 20 else "middle")
    mark = shadow[s.end - 1]
    out.add("mark:?" if mark == "?" else "mark:!" if mark == "!" else "mark:stop" if mark in '.…"' else "mark:none")
    return out
