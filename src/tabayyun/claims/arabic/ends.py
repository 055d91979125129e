"""Where a content stops although nobody else speaks: turns of the sentence, afterthoughts of the outlet, acts that are no claims."""

from tabayyun.claims.arabic.scenes import Cue, Scene

_TURNS = frozenset(
    "فيما بينما لكن لكنه لكنها لكنهم لكنهما ولكن ولكنه ولكنها بيد خلافا عكس علما وهو متجاهلا متجاهله مستدركا مستدركه".split()
)
_PAIRS = {
    "في": frozenset({"حين", "المقابل", "الاثناء"}),
    "غير": frozenset("ان انه انها انهم".split()),
    "الا": frozenset("ان انه انها انهم".split()),
    "من": frozenset({"دون", "غير", "جانبه", "جانبها", "جهته", "جهتها"}),
    "الامر": frozenset({"الذي"}),
    "وهي": frozenset("روايه عباره معلومات ما انباء مزاعم اتهامات فرضيه حصيله معلومه اتهام التي من المره".split()),
    "ولم": frozenset(
        "يتبن تتبن يعلن تعلن يتسن تتمكن نتمكن يتمكن يصدر تصدر تعلق يعلق ترد يرد يذكر تذكر يوضح توضح تقدم يقدم تحدد يحدد يشر تشر".split()
    ),
    "ولا": frozenset({"سيما", "تزال", "يزال"}),
    **dict.fromkeys(("والصحيح", "والحقيقه", "والحق", "والواقع"), frozenset({"ان", "انه", "انها"})),
    "بل": frozenset({"ان", "انه", "انها"}),
}
_LATER = frozenset("قبل بعد".split())


def act_end(sc: Scene, a: int, b: int) -> int:
    """First token behind an act that a group takes on itself: «الهجوم | عبر منشور على تلغرام»."""
    for i in range(a + 1, b):
        k = sc.key(i)
        if k in (",", "عبر", "خلال", "بعد", "قبل") or k in sc.words["relative"] or (k == "في" and sc.is_in(i + 1, "medium")):
            return i
    return b


def content_end(sc: Scene, a: int, b: int, found: list[Cue], is_while: bool = False) -> int:
    """First token behind a content that opens at `a` and can reach to `b` at most; `found` are the cues of the sentence.

    A content that opens a quotation is not cut inside the quotation. `is_while` says that the sentence sets two voices against
    each other («بينما يقول X ...، يقول Y»): any verb of saying behind a comma is then the other voice.
    """
    is_quoted = sc.key(a - 1) == '"' or sc.key(a) == '"'
    depth = sc.key(a - 1) == '"'
    speaks = {c.first: c for c in found}
    for i in range(a, b):
        k = sc.key(i)
        if k == '"':
            depth = not depth
            continue
        if i <= a or (is_quoted and depth):
            continue
        if k in (",", ";") and i + 1 < b and _turns(sc, i + 1, speaks) and not _is_inserted(sc, a, i, b):
            return i
        if is_while and k == "," and i + 1 in speaks and speaks[i + 1].part == "verb":
            return i
        if sc.key(i) in ("فيما", "بينما") and i - a > 2 and i + 1 in speaks and sc.key(i - 1) != ",":
            return i
    return b


def _is_inserted(sc: Scene, a: int, i: int, b: int) -> bool:
    """«أن ابنه، وهو طالب، اقتيد»: a remark between commas right behind the subject."""
    return sc.key(i + 1) in ("وهو", "وهي") and i - a <= 4 and any(sc.key(j) == "," for j in range(i + 2, min(b, i + 12)))


def _turns(sc: Scene, i: int, speaks: dict[int, Cue]) -> bool:
    k, following = sc.key(i), sc.key(i + 1)
    if k in _TURNS or following in _PAIRS.get(k, ()):
        return True
    if k in _LATER and following == "ان":
        return any(j in speaks and speaks[j].part == "verb" for j in (i + 2, i + 3))
    cue = speaks.get(i)
    if cue is None or "none" in cue.entry.takes:
        return False
    return cue.part == "participle" or (cue.part == "verb" and cue.clitic in ("و", "ف"))
