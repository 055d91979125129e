"""How an Arabic reporting verb hooks up with its source and its content."""

from dataclasses import dataclass

from tabayyun.claims.arabic.audiences import is_audience
from tabayyun.claims.arabic.boundaries import clause_start
from tabayyun.claims.arabic.openers import AGAINST, find_opener, is_feeling, is_happening, leads_with_by
from tabayyun.claims.arabic.phrases import MATERIAL
from tabayyun.claims.arabic.scenes import Cue, Scene
from tabayyun.claims.sources import within

REACH = 45


_NOT_THAT_AFTER = frozenset(
    "بعد قبل دون بدون رغم منذ الا غير بيد يمكن يجب ينبغي لولا لو شرط خشيه بمجرد كون يكاد قبيل حتي لحين يتوقع المفترض المقرر سبق".split()
)


@dataclass(slots=True)
class Frame:
    """A cue with its regions, as token indices. `content` is where the content opens; its end is decided later."""

    cue: Cue
    rule: str
    clause: int
    """Where the clause of the cue begins: an earlier content ends here."""
    source: tuple[int, int]
    """Region that names the voice (may be empty: then a pronoun speaks)."""
    content: int
    fixed_end: int | None = None
    """Content end where the frame itself knows it."""
    is_backward: bool = False
    """The content stands before the cue."""
    rumour: tuple[Cue, tuple[int, int]] | None = None
    """In "denied what Y circulated about P": Y's cue and the region that names Y."""
    relayed: tuple[int, int] | None = None
    """Region behind a verb whose subject stands in front of it: it may name whom the verb relays or tells."""
    announces: bool = False
    """«صرّح مصدر بما يلي:»: the next paragraph is the content."""
    is_anaphoric: bool = False
    """The content is a pronoun ("denied this"): the proposition said just before stands in."""
    nested: "Frame | None" = None
    """A second voice at the very start of the content: it becomes the inner link."""


_TO_THAT = frozenset({"ar.dhahaba_ila"})
"""Verbs that say something only with «إلى أن»."""
_EVIDENCE = frozenset({"ar.istashhada", "ar.istadalla"})
"""Participles whose object is what is cited, not what is said («مستشهداً بتقرير»)."""


def verb_frame(sc: Scene, cue: Cue, first: int, limit: int, end: int) -> Frame | None:
    """Verb, subject, then أن/إن, a colon, a quotation, or a noun of happening; the subject may stand before the verb."""
    takes = cue.entry.takes
    clause = clause_start(sc, cue, first)
    opener = find_opener(sc, cue, limit)
    i = cue.last
    while i < min(limit, cue.last + REACH):
        k = sc.key(i)
        if k in ("(", '"'):
            after = _past_name(sc, i, limit)
            if after is not None:
                i = after
                continue
            if (opener is None or opener > i) and (not (takes - {"source", "none"}) or takes & {"quote", "that"}):
                return Frame(cue, "claims.ar.verb-quote", clause, (cue.last, i), i + 1)
            break
        if k == ":" and not sc.key(i - 1).isdigit():
            return _colon_frame(sc, cue, clause, i, end)
        if k in ("لكن", "ولكن", "فيما", "بينما") or (k in ("غير", "الا", "بيد") and sc.key(i + 1) == "ان"):
            break
        if k in sc.words["complementizer"] and sc.key(i - 1) not in _NOT_THAT_AFTER and (not takes or takes - {"object"}):
            if _is_taken(sc, cue, opener, i) or _belongs_to_other(sc, cue, i) or (cue.entry.id in _TO_THAT and sc.key(i - 1) != "الي"):
                break
            if not (sc.key(i - 1) == "علي" and i - cue.last > 8):
                return Frame(cue, "claims.ar.verb-that", clause, (cue.last, i), i + 1)
        i += 1
    return _object_frame(sc, cue, clause, opener, end)


def _past_name(sc: Scene, i: int, limit: int) -> int | None:
    """Past brackets, or past a short name in quotation marks behind which the content is still to come; None for a quotation."""
    if sc.key(i) == "(":
        return next((j + 1 for j in range(i, limit) if sc.key(j) == ")"), i + 1)
    close = next((j for j in range(i + 1, limit) if sc.key(j) == '"'), None)
    if close is None or close - i > 5 or close + 1 >= limit or sc.key(close + 1) == ".":
        return None
    return close + 1 if _more_follows(sc, close + 1, limit) else None


def _colon_frame(sc: Scene, cue: Cue, clause: int, i: int, end: int) -> Frame | None:
    opening = i + 2 if sc.key(i + 1) == '"' else i + 1
    announced = i + 1 >= end and sc.key(i - 1) in ("يلي", "ياتي", "التالي", "الاتي")
    if opening >= end and not announced:
        return None
    return Frame(cue, "claims.ar.verb-colon", clause, (cue.last, i), opening, announces=announced)


def _is_taken(sc: Scene, cue: Cue, opener: int | None, i: int) -> bool:
    """Whether an object has opened the content before the complementizer at `i`."""
    takes = cue.entry.takes
    if opener is None or opener >= i or "source" in takes or not _has_comma(sc, opener, i):
        return False
    return not ("that" in takes and sc.key(i - 1) == "," and not is_happening(sc, opener))


def _object_frame(sc: Scene, cue: Cue, clause: int, opener: int | None, end: int) -> Frame | None:
    if opener is None or is_feeling(sc, opener) or (sc.key(opener) == "عن" and is_feeling(sc, opener + 1)):
        return None
    if sc.key(opener) in MATERIAL and any(
        sc.key(j) in sc.words["complementizer"] and _belongs_to_other(sc, cue, j) for j in range(opener + 2, min(opener + 8, end))
    ):
        return None  # «تداول ناشطون مقاطع قالوا إنها ...»: the verb behind says it
    is_led = sc.key(opener) in ("عن", "الي", "علي", "ب") or sc.key(opener) in AGAINST
    return Frame(cue, "claims.ar.verb-object", clause, (cue.last, opener), opener + 1 if is_led else opener)


def _belongs_to_other(sc: Scene, cue: Cue, i: int) -> bool:
    """«نشر حساب صوراً قال إنها»: the complementizer at `i` follows another verb of saying, not this cue."""
    j = i - 1
    while j > cue.last and sc.key(j) in ("الي", "علي", "عن", "ب", "من", "فيه", "فيها"):
        j -= 1
    if j <= cue.last:
        return False
    t = sc.token(j)
    near = within(t.start, t.end, sc.matches)
    return any(m.word == t.start and m.start == t.start and m.form.part == "verb" and m.form.family in _SAYING for m in near) and not any(
        m.form.family in ("sources", "actors") and m.word == t.start for m in near
    )


_SAYING = frozenset({"reporting", "endorsing", "denial", "distancing", "impersonal"})


def participle_frame(sc: Scene, cue: Cue, first: int, limit: int) -> Frame | None:
    """«مضيفاً أن», «مشيراً إلى مقتل», «واصفاً الهجوم بأنه»: a pronoun speaks; the content follows at once or after an adverbial."""
    a = cue.last
    rule = "claims.ar.participle"
    for i in range(a, min(limit, a + 12)):
        k = sc.key(i)
        if k in sc.words["complementizer"]:
            if (
                i - a > 1
                and sc.key(a) not in ("في", ",", "علي", "مع", "خلال", "بدوره", "كذلك", "ايضا", "امام", "عبر", "بدورها", "ل")
                and not is_audience(sc, a)
            ):
                break
            if sc.key(i - 1) in _NOT_THAT_AFTER:
                continue
            return Frame(cue, rule, cue.first, (a, a), i + 1) if i + 1 < limit else None
        if k == ":":
            return Frame(cue, rule, cue.first, (a, a), i + 2 if sc.key(i + 1) == '"' else i + 1)
    takes = cue.entry.takes
    if a >= limit or cue.entry.id in _EVIDENCE:
        return None
    k = sc.key(a)
    if k == "علي" and "that" in takes and is_happening(sc, a + 1):
        return Frame(cue, rule, cue.first, (a, a), a + 1)
    if k in ("الي", "عن", "من", "بشان", "حول", "ب", "علي"):
        return Frame(cue, rule, cue.first, (a, a), a + 1) if takes & {"to", "of", "with", "object"} and a + 1 < limit else None
    if k == '"' or (k.startswith("ب") and "with" in takes) or takes & {"object", "accuse", "quote"}:
        return Frame(cue, rule, cue.first, (a, a), a)
    return None


def _has_comma(sc: Scene, a: int, b: int) -> bool:
    return any(sc.key(j) in (",", ";") for j in range(a, b))


def _more_follows(sc: Scene, i: int, limit: int) -> bool:
    """After a short quoted name: whether the opener of a content is still to come."""
    return any(
        sc.key(j) in sc.words["complementizer"] or sc.key(j) in (":", "الي", "عن") or is_happening(sc, j) or leads_with_by(sc, j)
        for j in range(i, min(limit, i + 25))
    )
