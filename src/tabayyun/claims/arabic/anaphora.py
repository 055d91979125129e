"""Who «أضاف», «المصدر», «مشيراً» continue: antecedents of Arabic sources without a name of their own."""

from tabayyun.claims.arabic.appeals import APPEAL
from tabayyun.claims.arabic.scenes import Cue, Scene
from tabayyun.claims.drafts import IMPERSONAL, Draft, DraftLink
from tabayyun.claims.sources import Voice, within
from tabayyun.model.claim import Kind
from tabayyun.model.text import Sentence

_GENERIC = {
    "المصدر": frozenset(
        {
            Kind.SECURITY_SOURCE,
            Kind.FIELD_SOURCE,
            Kind.LOCAL_SOURCE,
            Kind.INFORMED_SOURCE,
            Kind.MEDICAL,
            Kind.MILITARY,
            Kind.OFFICIAL,
            Kind.ARMED_GROUP,
        }
    ),
    "المصادر": frozenset(
        {Kind.SECURITY_SOURCE, Kind.FIELD_SOURCE, Kind.LOCAL_SOURCE, Kind.INFORMED_SOURCE, Kind.MEDICAL, Kind.MONITOR, Kind.OFFICIAL}
    ),
    "المسؤول": frozenset({Kind.OFFICIAL, Kind.MILITARY, Kind.MEDICAL, Kind.NGO_UN, Kind.ARMED_GROUP}),
    "المسؤوله": frozenset({Kind.OFFICIAL, Kind.MEDICAL, Kind.NGO_UN}),
    "المتحدث": frozenset({Kind.OFFICIAL, Kind.MILITARY, Kind.ARMED_GROUP, Kind.NGO_UN, Kind.MEDICAL}),
    "الناطق": frozenset({Kind.OFFICIAL, Kind.MILITARY, Kind.ARMED_GROUP, Kind.NGO_UN, Kind.MEDICAL}),
    "الوزير": frozenset({Kind.OFFICIAL}),
    "الضابط": frozenset({Kind.MILITARY, Kind.OFFICIAL, Kind.SECURITY_SOURCE}),
    "القيادي": frozenset({Kind.ARMED_GROUP, Kind.OFFICIAL}),
    "الشهود": frozenset({Kind.WITNESS}),
    "الشاهد": frozenset({Kind.WITNESS}),
    "الطبيب": frozenset({Kind.MEDICAL}),
    "الوكاله": frozenset({Kind.AGENCY, Kind.OUTLET}),
    "الصحيفه": frozenset({Kind.OUTLET}),
    "القناه": frozenset({Kind.OUTLET}),
    "المراسل": frozenset({Kind.OUTLET}),
    "الخبير": frozenset({Kind.EXPERT}),
    "المنظمه": frozenset({Kind.NGO_UN, Kind.MONITOR}),
    "الشبكه": frozenset({Kind.MONITOR, Kind.NGO_UN, Kind.OUTLET, Kind.MEDICAL}),
    "المرصد": frozenset({Kind.MONITOR}),
    "الجيش": frozenset({Kind.MILITARY}),
    "الحركه": frozenset({Kind.ARMED_GROUP}),
    "الناشط": frozenset({Kind.SOCIAL_MEDIA, Kind.WITNESS, Kind.LOCAL_SOURCE}),
}


_DOCUMENTS = frozenset({"البيان", "التقرير", "الوثيقه", "المنشور", "التصريح"})


_SAME = frozenset("ذاته ذاتها نفسه نفسها ذاتهم انفسهم المذكور المذكوره".split())


def gender_of_cue(cue: Cue, sc: Scene) -> str:
    """`m`, `f` or empty, by the form of the verb or participle."""
    k = sc.text.shadow.text[cue.start : cue.end]
    if cue.part == "participle":
        return "f" if k.endswith("ه") else "p" if k.endswith("ين") else "m"
    if k.endswith(("وا", "ون")):
        return "p"
    if k.endswith("ت") or (
        k.startswith("ت")
        and cue.part == "verb"
        and len(k) > 3
        and not k.startswith(("تابع", "تحدث", "توقع", "تداول", "تناقل", "تبني", "تردد"))
    ):
        return "f"
    return "m"


def gender_of_source(sc: Scene, a: int, b: int) -> str:
    """`m` or `f` by the head noun of a source phrase."""
    if a >= b:
        return ""
    head = sc.key(a)
    found = [m for m in within(sc.token(a).start, sc.token(b - 1).end, sc.matches) if m.form.family == "sources"]
    if found and found[0].word == sc.token(a).start:
        entry = sc.know.sources[found[0].form.entry]
        return "f" if head.endswith("مصادر") or entry.gender == "f" else "p" if entry.number == "plural" else "m"
    if head.endswith(("مصادر", "قوات", "ه", "ات")) or head in ("قسد", "حماس"):
        return "f"
    return "m"


def is_first_person(sc: Scene, cue: Cue) -> bool:
    """«نؤكد», «وثّقنا»: the publisher speaks of itself."""
    k = sc.text.shadow.text[cue.start : cue.end].split()[0]
    if cue.part not in ("verb", "phrase"):
        return False
    return (
        k.startswith("ن")
        and k not in ("نفي", "نفيا", "نفيه", "نفيها", "نفاه", "نفاها", "نفاهما")
        and not k.startswith(
            (
                "نفت",
                "نفو",
                "نسف",
                "نادي",
                "ناقض",
                "نطق",
                "نصح",
                "نقل",
                "نشر",
                "نسب",
                "نبه",
                "ناشد",
                "نوه",
                "ندد",
                "نعي",
                "نعت",
                "نعوا",
                "ناو",
                "نات",
                "ناي",
                "نص",
            )
        )
    ) or (k.endswith("نا") and len(k) > 4)


_OUR_WORDS = frozenset("ذكرنا اوردنا اشرنا نشرنا قلنا اسلفنا بينا اعلنا افدنا كتبنا وثقنا".split())


def is_own_word(sc: Scene, cue: Cue) -> bool:
    """«كما ذكرنا», «وفق ما أوردنا»: the publisher refers to its own words."""
    words = sc.text.shadow.text[cue.start : cue.end].split()
    return len(words) > 1 and words[0] in ("كما", "حسبما", "وفق", "بحسب") and words[-1] in _OUR_WORDS


def topic(sc: Scene, sentence: Sentence, before: int) -> tuple[int, int] | None:
    """The subject of the verb that opens the sentence («وعبّرت المنظمة عن قلقها، مشيرة إلى ...»), as a token range.

    Looks only at tokens up to `before`.
    """
    i = sentence.first
    while i < before and (
        sc.key(i) in (",", "-", "*", "بعد", "عقب", "صدد", "الصدد", "بيد", "غير", "الا", "ان", "لم", "ولم", "فلم", "لا", "ولا")
        or sc.key(i) in sc.words["adverb_front"]
    ):
        i += 1
    here = within(sc.token(i).start, sc.token(min(before, i + 4) - 1).end, sc.matches) if i < before else []
    is_named = not (sc.key(i) == "طالب" and sc.key(i + 1).startswith("ال")) and any(
        m.start == sc.token(i).start and m.form.family in ("sources", "actors") and m.form.part != "demonym" for m in here
    )
    for at in (i, i + 1) if is_named else (i + 1, i):
        if at + 1 > before:
            continue
        start = sc.token(at).start
        near = within(start, sc.token(min(before, at + 4) - 1).end, sc.matches)
        if any(m.word <= start + 1 and m.form.family in ("sources", "actors") and m.form.part != "demonym" for m in near):
            end = next((j for j in range(at + 1, before) if _ends_topic(sc, at, j)), before)
            return (at, end)
    return None


_BODIES = frozenset(
    "المصدر المصادر الوزاره اللجنه الهيئه القياده المجلس المنظمه الشبكه الجيش الحركه الرئاسه المكتب المركز الحكومه النقابه".split()
)


def _ends_topic(sc: Scene, at: int, j: int) -> bool:
    """Whether the subject that begins at `at` ends in front of the word at `j`: a preposition, or an object behind one definite word."""
    k = sc.key(j)
    if k in _TOPIC_ENDS or k.startswith("بال") or (k[:1] == "ب" and k[1:] in sc.words["opener"]):
        return True
    if j != at + 1 or not (sc.bare(at).startswith("ال") or sc.key(at).startswith("ال")):
        return False
    return k in _CALLED_ON or (sc.key(at) in _BODIES and not k.startswith(("ال", "لل")) and sc.token(j).is_word)


_TOPIC_ENDS = frozenset("عن من ب الي علي بين ,".split())
_CALLED_ON = frozenset(
    "المواطنين الاهالي السكان الاطراف الطرفين المجتمع الامم المنظمات الجهات السلطات الحكومه القضاء العالم الدول الجميع وسائل مجلس".split()
)
"""Whom a body calls upon: the object behind a subject of one word («دعت اللجنة المواطنين إلى»)."""
_NO_TOPIC = frozenset("عن في بخصوص بشان ما علي من بالنسبه فيما حول".split())
_F_NAMES = frozenset("فتح فرات فرع فريق فرقه فصائل فصيل فيلق فضائيه فرنسا فرانس".split())


def fronted(sc: Scene, cue: Cue, first: int) -> tuple[int, int] | None:
    """«أما X فقال», «أما X، فقد حمّل»: the topic set in front of a verb, as a token range."""
    for j in range(cue.first - 1, max(first, cue.first - 24) - 1, -1):
        if sc.key(j) in (".", ";", ":"):
            return None
        if sc.key(j) not in ("اما", "واما"):
            continue
        if sc.key(j + 1) in _NO_TOPIC:
            return None
        end = next((x for x in range(j + 2, cue.first) if sc.key(x) == "فقد" or _resumes(sc, x)), cue.first)
        while end > j + 2 and sc.key(end - 1) == ",":
            end -= 1
        return (j + 1, end) if end > j + 1 else None
    return None


def _resumes(sc: Scene, i: int) -> bool:
    k = sc.key(i)
    if k[0] != "ف" or len(k) <= 3 or k in _F_NAMES:
        return False
    t = sc.token(i)
    near = within(t.start, t.end, sc.matches)
    return sc.key(i - 1) == "," or any(m.word == t.start and m.start == t.start + 1 and m.form.part == "verb" for m in near)


_NO_STATEMENT = frozenset({APPEAL, "claims.ar.denial-of-antecedent", "claims.ar.denial-of-antecedent-after-subject"})
"""What goes before «وقال» in the same sentence without a statement of its own: its subject speaks."""


def pronoun_link(sc: Scene, cue: Cue, drafts: list[Draft], sentence: int) -> list[DraftLink]:
    """The chain of a cue whose subject is a pronoun: its own word, continuing the nearest voice that agrees."""
    t = sc.token(cue.first)
    same = [d for d in drafts[-6:] if d.sentence == sentence]
    if same and not same[0].links and same[0].cue is not None:
        return []
    antecedent = nearest(drafts, gender_of_cue(cue, sc))
    if antecedent is None:
        return [impersonal_link(cue)]
    if antecedent.rule in _NO_STATEMENT and antecedent.sentence == sentence:
        return [DraftLink(x.start, x.end, x.voice, x.refers) for x in antecedent.links]
    start = cue.start if cue.first < len(sc.text.tokens) else t.start
    last = antecedent.links[-1].voice
    link = DraftLink(start, cue.end, last, antecedent)
    if antecedent.sentence == sentence and len(antecedent.links) > 1:
        return [*antecedent.links[:-1], link]
    return [link]


def nearest(drafts: list[Draft], gender: str, back: int = 12) -> Draft | None:
    """The latest draft with a voice that agrees; without agreement the latest with a voice."""
    voiced = [d for d in drafts[-back:] if d.links and d.links[-1].voice is not IMPERSONAL]
    for d in reversed(voiced):
        if not gender or not d.gender or d.gender == gender:
            return d
    return voiced[-1] if voiced else None


def antecedent_of(sc: Scene, a: int, b: int, voice: Voice, drafts: list[Draft]) -> tuple[Draft | None, Voice]:
    """For a definite short phrase («المصدر», «الضابط», «المرصد») the draft it continues, and the voice it takes over."""
    words = [sc.key(j) for j in range(a, b) if sc.key(j) not in ('"', "(", ")")]
    if not words or len(words) > 4:
        return None, voice
    head = words[0][1:] if words[0][:1] in "وف" and words[0][1:3] == "ال" else words[0]
    is_short = len([w for w in words if w not in _SAME]) <= 2
    voiced = [d for d in reversed(drafts) if d.links and d.links[-1].voice is not IMPERSONAL]
    if voice.actor and voice.is_named:
        same = next((d for d in voiced if d.links[-1].voice.actor == voice.actor), None)
        return (same, voice) if same and is_short else (None, voice)
    if not head.startswith("ال") or not is_short:
        return None, voice
    if head in _DOCUMENTS:
        d = next((d for d in drafts[::-1] if d.links and (d.medium or d.links[-1].voice.kind is Kind.DOCUMENT)), None) or (
            voiced[0] if voiced else None
        )
        return (d, Voice(Kind.DOCUMENT, True, d.links[-1].voice.actor, voice.hits)) if d else (None, voice)
    stem = head[2:]
    for d in voiced:
        link = d.links[-1]
        said = sc.text.shadow.text[link.start : link.end].split()
        if any(w.removeprefix("ال") == stem for w in said[:4]):
            return d, d.links[-1].voice
    kinds = _GENERIC.get(head)
    if kinds:
        for d in voiced[:10]:
            if d.links[-1].voice.kind in kinds:
                return d, d.links[-1].voice
    return None, voice


def impersonal_link(cue: Cue) -> DraftLink:
    """«يُعتقد»: the cue itself stands for a voice that nobody names."""
    return DraftLink(cue.start, cue.end, IMPERSONAL)
