"""Whom a voice told it: agencies and outlets between a verb and its content."""

from tabayyun.claims.arabic.scenes import Scene
from tabayyun.claims.sources import within
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Kind
from tabayyun.text.fold import key

_MASS_MEDIA = frozenset({Kind.AGENCY, Kind.OUTLET})


def is_audience(sc: Scene, i: int) -> bool:
    """Whether the token opens "to agency X": لـ and a medium's noun or name."""
    k = sc.key(i)
    if k.endswith(("تنا", "قعنا", "سلنا", "ونا")) and k.startswith("ل") and len(k) > 5:
        return True
    if k == "ل":
        return sc.key(i + 1) == '"' or sc.key(i + 1) in sc.words["audience"] or sc.key(i + 1).isascii()
    if not k.startswith("ل") or len(k) < 3:
        return False
    rest = "ال" + k[2:] if k.startswith("لل") else k[1:]
    if rest in sc.words["audience"] or (len(rest) > 3 and rest in _fold_words(sc.doc.outlet)):
        return True
    near = [m for m in _names_at(sc, i) if m.start > sc.token(i).start]
    return any(m.form.part == "name" and sc.know.actors[m.form.entry].kind in _MASS_MEDIA for m in near)


def is_publisher(sc: Scene, a: int, b: int) -> bool:
    """Whether the words `[a, b)` are the publisher's own name: it is told, and adds nothing."""
    own = set(_fold_words(sc.doc.outlet))
    words = [sc.key(j) for j in range(a, b) if sc.token(j).is_word]
    return bool(words) and all(w in own or w.removeprefix("ل") in own for w in words)


def _names_at(sc: Scene, i: int) -> list[Match]:
    t = sc.token(i)
    near = within(t.start, t.end + 60, sc.matches)
    return [m for m in near if m.form.family == "actors" and m.word == t.start]


def audience_end(sc: Scene, i: int, b: int) -> int:
    """Token after the audience phrase that begins at `i`."""
    j = i + 1
    if sc.key(i) == "ل" and j < b and sc.key(j) in sc.words["audience"]:
        j += 1
    if j < b and sc.key(j) == '"':
        close = next((x for x in range(j + 1, min(j + 8, b)) if sc.key(x) == '"'), None)
        return close + 1 if close else j + 1
    own = _fold_words(sc.doc.outlet)
    while j < b and len(sc.key(j)) > 2 and sc.key(j) in own:
        j += 1
    names = _names_at(sc, i)
    end = max((m.end for m in names), default=0)
    near = within(sc.token(i).start, sc.token(min(b, i + 6) - 1).end, sc.matches)
    end = max([end, *(m.end for m in near if m.form.family == "actors" and m.start <= sc.token(i).end + 2)])
    while j < b and sc.token(j).start < end:
        j += 1
    return j


def told(sc: Scene, a: int, b: int) -> tuple[int, int] | None:
    """Shadow offsets of the agency or outlet told, or None when it is the publisher itself or nobody in particular."""
    start = sc.token(a).start
    k = sc.key(a)
    if k == "ل":
        a += 1
        start = sc.token(a).start if a < b else start
    elif k.startswith("لل"):
        return None
    else:
        start += 1
    if a >= b:
        return None
    end = sc.token(b - 1).end
    words = {sc.key(j) for j in range(a, b)} - {'"'}
    names = words - sc.words["audience"] - {"ل" + w for w in sc.words["audience"]}
    if not names or k[1:] in ("مراسلنا", "وكالتنا", "موقعنا", "قناتنا", "صحيفتنا", "مراسلتنا"):
        return None
    publisher = set(_fold_words(sc.doc.outlet))
    if all(n in publisher or n.removeprefix("ل") in publisher for n in names if len(n) > 1):
        return None
    while start < end and sc.text.shadow.text[start] in '" ':
        start += 1
    while end > start and sc.text.shadow.text[end - 1] in '" ,':
        end -= 1
    return (start, end) if start < end else None


def _fold_words(name: str) -> list[str]:

    return key(name).replace('"', " ").split()
