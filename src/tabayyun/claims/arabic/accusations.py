"""Who accuses whom of what: «اتهم X Y بـ», «حمّل X Y المسؤولية»."""

from tabayyun.claims.arabic.boundaries import clause_start
from tabayyun.claims.arabic.frames import Frame
from tabayyun.claims.arabic.openers import is_happening
from tabayyun.claims.arabic.scenes import Cue, Scene
from tabayyun.claims.sources import within

_REACH = 30
_NO_ACT = frozenset("باسم بعد بين بلده بيان بحسب بني بغداد بيروت بيت برلين باريس بلديه بينهم بينهما بدوره بدورها بدورهم بعض".split())
_BLAME = ("مسؤولي", "مسووليه", "المسؤولي", "المسووليه", "تبعات", "التبعات", "وزر", "اوزار")
_PRONOUNS = frozenset("ذلك هذا اياه اياها اياهم".split())
_HEADS = frozenset(
    "قوات ميليشيا مليشيا ميليشيات مليشيات طيران جيش حركه تنظيم سلاح طائرات عناصر مسلحي مسلحين فصائل فصيل دوله جماعه جماعات حزب مدفعيه سلطات"
    " حكومه نظام اجهزه وزاره قياده شرطه مجموعات مجموعه مجاميع جهات جهه اطراف استخبارات مخابرات ناشطين"
    " افرادا افراد كتائب لواء مندسين خلايا".split()
)
_LINKS = frozenset("من في علي الي عن مع باسم لدي بين و او ضد قرب داخل".split())


_PLATFORMS = frozenset("فيسبوك الفيسبوك تويتر اكس تلغرام تليغرام التلغرام انستغرام يوتيوب واتساب تيكتوك".split())


def accuse_frame(sc: Scene, cue: Cue, first: int, limit: int) -> Frame | None:
    """The content is the accused and the act; with one party only it is the accused, and a pronoun speaks."""
    word = sc.text.shadow.text[cue.start : cue.end]
    blames = "حمل" in word
    act = _act(sc, cue, limit, blames)
    if act is None or act <= cue.last:
        return None
    clause = clause_start(sc, cue, first)
    rule = "claims.ar.accusation" if cue.entry.family == "accusation" else "claims.ar.description"
    if cue.entry.family != "accusation" and any(sc.key(j) in _PRONOUNS for j in range(cue.last, act)):
        return None
    if cue.part in ("participle", "noun"):
        return Frame(cue, rule, clause, (cue.last, cue.last), cue.last)
    accused = second_phrase(sc, cue.last, act)
    if accused is None and cue.entry.family != "accusation" and cue.part == "verb":
        accused = _described(sc, cue.last, act)
    if accused is None or accused <= cue.last:
        return Frame(cue, rule, clause, (cue.last, cue.last), cue.last)
    return Frame(cue, rule, clause, (cue.last, accused), accused)


_QUANTITIES = frozenset("معظم بعض جميع كل غالبيه هذه هذا تلك هؤلاء".split())


def _described(sc: Scene, a: int, act: int) -> int | None:
    """«وصفت الوزارة المتظاهرين بأنهم»: the last definite noun in front of the description, where a subject stands before it."""
    j = act - 1
    if j > a and sc.key(j).startswith("ال") and sc.key(j).endswith(("يه", "ين", "ه")) and sc.key(j - 1).startswith("ال") and j - 1 > a:
        j -= 1
    if not sc.key(j).startswith("ال") or sc.key(j - 1) in _LINKS:
        return None
    while j - 1 > a and sc.key(j - 1) in _QUANTITIES:
        j -= 1
    return j if j > a and _is_complete(sc, a, j) else None


def _act(sc: Scene, cue: Cue, limit: int, blames: bool) -> int | None:
    end = min(limit, cue.last + _REACH)
    if blames:
        return next((j for j in range(cue.last, end) if sc.key(j).removeprefix("كامل").startswith(_BLAME) or sc.key(j) == "كامل"), None)
    for j in range(cue.last, end):
        k = sc.key(j)
        if k == "ب" or (k[0] == "ب" and len(k) > 3 and (k[1:3] == "ال" or is_happening(sc, j, 1)) and not _is_name(sc, j)):
            return j
    for j in range(cue.last, end):
        k = sc.key(j)
        if k == "ب" or (k[0] == "ب" and len(k) > 3 and k not in _NO_ACT and not _is_name(sc, j)):
            return j
    return None


def _is_name(sc: Scene, i: int) -> bool:
    """A name or place that merely begins with ب."""
    t = sc.token(i)
    return any(m.start == t.start and m.form.family in ("actors", "places") for m in within(t.start, t.end + 25, sc.matches))


def second_phrase(sc: Scene, a: int, b: int) -> int | None:
    """Where a second noun phrase begins in tokens `[a, b)`: the last place where a party can begin that depends on nothing before it."""
    best = None
    is_open = False
    for j in range(a, b):
        if sc.key(j) == '"':
            is_open = not is_open
            if is_open and j > a and _is_complete(sc, a, j) and _names_party(sc, a, j):
                best = j
            continue
        if j > a and not is_open and sc.key(j - 1) == ",":
            if best is None and _begins_party(sc, j):
                best = j
            continue
        if j > a and not is_open and _begins_party(sc, j) and _is_complete(sc, a, j):
            best = j
    return best


def _begins_party(sc: Scene, j: int) -> bool:
    k = sc.key(j)
    if k in ("ما", "هذه") or k in sc.words["topic"] or (k.startswith("ال") and k[2:] in sc.words["opener"]):
        return True
    if k[0] in "وبل" and k not in _HEADS and not _starts(sc, j):
        return False
    return k.removeprefix("ال") in _HEADS or _starts(sc, j)


def _starts(sc: Scene, j: int) -> bool:
    t = sc.token(j)
    near = within(t.start, t.end + 40, sc.matches)
    return any(
        m.start == t.start and m.form.family in ("actors", "sources", "roles") and m.form.part not in ("demonym", "title", "quality")
        for m in near
    )


def _names_party(sc: Scene, a: int, j: int) -> bool:
    return any(_starts(sc, x) for x in range(a, j))


def _is_complete(sc: Scene, a: int, j: int) -> bool:
    """Whether the phrase in `[a, j)` can stand without the word at `j`: it does not end in a head that needs an owner."""
    k = sc.key(j - 1)
    if k in _LINKS or k in _HEADS:
        return False
    if sc.key(j - 2) in _LINKS and j - 2 > a and (sc.is_in(j - 1, "medium") or k in _PLATFORMS):
        return True  # «في بيان», «على فيسبوك»
    t = sc.token(j - 1)
    inside = within(sc.token(a).start, t.end + 60, sc.matches)
    if any(m.start < sc.token(j).start < m.end and m.form.family in ("actors", "sources", "roles") for m in inside):
        return False
    is_head = any(
        m.start == t.start and m.end == t.end and m.form.family in ("sources", "roles") and m.form.part not in ("quality", "title")
        for m in inside
    )
    if is_head and not k.startswith(("ال", "لل")) and not k.endswith(("ون", "ين")):
        return False
    is_owned = is_head and sc.key(j).startswith("ال") and not (sc.key(j) in sc.words["topic"] or sc.key(j)[2:] in sc.words["opener"])
    return not is_owned or any(m.start == sc.token(j).start for m in inside if m.form.family in ("actors", "sources"))
