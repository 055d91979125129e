"""How an Arabic reporting verb hooks up with its source and its content."""

from dataclasses import dataclass

from tabayyun.claims.arabic.audiences import is_audience
from tabayyun.claims.arabic.boundaries import clause_start
from tabayyun.claims.arabic.openers import AGAINST, find_opener, is_happening
from tabayyun.claims.arabic.scenes import Cue, Scene

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
    is_anaphoric: bool = False
    """The content is a pronoun ("denied this"): the proposition said just before stands in."""
    nested: "Frame | None" = None
    """A second voice at the very start of the content: it becomes the inner link."""


def verb_frame(sc: Scene, cue: Cue, first: int, limit: int, end: int) -> Frame | None:
    """Verb, subject, then أن/إن, a colon, a quotation, or a noun of happening; the subject may stand before the verb."""
    takes = cue.entry.takes
    clause = clause_start(sc, cue, first)
    opener = find_opener(sc, cue, limit) if takes & {"object", "with", "of", "to", "accuse"} else None
    i = cue.last
    while i < min(limit, cue.last + REACH):
        k = sc.key(i)
        if k == "(":
            i = next((j + 1 for j in range(i, limit) if sc.key(j) == ")"), i + 1)
            continue
        if k == '"':
            close = next((j for j in range(i + 1, limit) if sc.key(j) == '"'), None)
            is_name = (
                close is not None
                and close - i <= 5
                and close + 1 < limit
                and sc.key(close + 1) != "."
                and _more_follows(sc, close + 1, limit)
            )
            if is_name and close is not None:
                i = close + 1
                continue
            if opener is not None and opener <= i:
                break
            if not (takes - {"source", "none"}) or "quote" in takes or "that" in takes:
                return Frame(cue, "claims.ar.verb-quote", clause, (cue.last, i), i + 1)
            break
        if k == ":":
            if sc.key(i - 1).isdigit():
                i += 1
                continue
            nxt = i + 2 if sc.key(i + 1) == '"' else i + 1
            return Frame(cue, "claims.ar.verb-colon", clause, (cue.last, i), nxt) if nxt < end else None
        if k in ("لكن", "ولكن", "فيما", "بينما") or (k in ("غير", "الا", "بيد") and sc.key(i + 1) == "ان"):
            break
        if k in sc.words["complementizer"] and sc.key(i - 1) not in _NOT_THAT_AFTER and (not takes or takes - {"object"}):
            if opener is not None and opener < i and _has_comma(sc, opener, i):
                break
            if sc.key(i - 1) == "علي" and i - cue.last > 8:
                i += 1
                continue
            return Frame(cue, "claims.ar.verb-that", clause, (cue.last, i), i + 1)
        i += 1
    if opener is not None:
        start = opener
        if sc.key(opener) in ("عن", "الي") or sc.key(opener) in AGAINST or sc.key(opener) == "ب":
            start += 1
        return Frame(cue, "claims.ar.verb-object", clause, (cue.last, opener), start)
    return None


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
    if a >= limit:
        return None
    k = sc.key(a)
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
        sc.key(j) in sc.words["complementizer"] or sc.key(j) in (":", "الي", "عن") or is_happening(sc, j)
        for j in range(i, min(limit, i + 25))
    )
