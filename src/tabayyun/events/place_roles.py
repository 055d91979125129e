"""What the words in front of a place phrase make of it."""

from tabayyun.events.gazetteer import bare_forms
from tabayyun.events.place_mentions import Line
from tabayyun.events.place_phrases import Phrase
from tabayyun.events.place_words import Vocabulary

_HERE = ("in", "close", "over", "between")
_REACH = 8
_FAR_REACH = 14
_SKIPPED = 4


def role_of(line: Line, phrase: Phrase, say: Vocabulary) -> str:
    """`in`, `hit`, `from`, `launch` (launched from), `gone` (left from), `to`, `office`, `subject` or `other`."""
    head = phrase.head
    clitic = line.shadow[line.words[head.first].start : head.start]
    i = head.first
    latin = "a" <= line.words[i].key[0] <= "z"
    if not latin and clitic.endswith("ب"):
        return _at(line, i, say)
    if not latin and clitic.endswith("ل"):
        return "reached" if _is_hit(line, i, say, _FAR_REACH) else "for"
    if not latin and clitic:
        return "joined"
    role = _english(line, i, say) if latin else _arabic(line, i, say)
    if role in ("in", "other", "deep") and _is_hospital(line, head.first, phrase.last) and _is_treated(line, i, say):
        return "carried"
    if role not in ("start", "other", "deep") or not (head.kind or head.mention):
        return role
    is_object = _is_hit(line, i, say) or (role == "start" and _suffers(line, phrase.last, say))
    return "reached" if is_object else role


def _arabic(line: Line, i: int, say: Vocabulary) -> str:
    n = i
    for _ in range(_SKIPPED):
        if n == 0 or line.breaks(n - 1, n):
            return "start" if n == i else "other"
        n -= 1
        word = line.words[n].key
        for width in (3, 2):
            joined = " ".join(w.key for w in line.words[max(0, n - width + 1) : n + 1])
            for _, form in bare_forms(joined):
                if form in say.before and width > 1 and len(form.split()) == width:
                    return _at(line, n - width + 1, say, say.before[form]) if say.before[form] in _HERE else _from(line, n, say)
        for clitic, bare in bare_forms(word):
            role = say.before.get(bare)
            if role == "from":
                return _from(line, n, say)
            if role in _HERE:
                if n > 0 and line.words[n - 1].key == "من" and not line.breaks(n - 1, n):
                    return _from(line, n - 1, say)
                return _at(line, n, say, role)
            if role:
                return _to(line, n, say) if role == "to" else role
            if bare in say.around and n > 0 and not line.breaks(n - 1, n) and line.words[n - 1].key == "من":
                return _from(line, n - 1, say)
            if bare in say.kind:
                if clitic.endswith("ب"):
                    return _at(line, n, say)
                break
        else:
            return "other" if n == i - 1 else "deep"
    return "deep"


def _english(line: Line, i: int, say: Vocabulary) -> str:
    n = i
    for _ in range(_SKIPPED + 1):
        if n == 0 or line.breaks(n - 1, n):
            return "start" if n == i else "subject"
        n -= 1
        word = line.words[n].key
        role = say.before.get(word)
        if role == "from":
            return _from(line, n, say)
        if role in _HERE:
            if word == "of" and n > 0:
                back = line.words[n - 1].key
                if back in say.compass or back in ("outskirts", "edge", "side", "centre", "center", "middle", "heart"):
                    return _at(line, n, say, "in")
                if back in say.kind or back in say.link:
                    continue
                return "of"
            if n > 0 and line.words[n - 1].key == "from":
                return _from(line, n - 1, say)
            return _at(line, n, say, role)
        if role:
            return _to(line, n, say) if role == "to" else role
        if not (
            word in say.link
            or word in say.demonym
            or line.is_article(n)
            or word in say.kind
            or word.endswith(("ed", "ern"))
            or word in ("the", "its", "their", "same", "held")
        ):
            return "other" if n == i - 1 else "deep"
    return "deep"


def _is_hit(line: Line, n: int, say: Vocabulary, reach: int = _REACH) -> bool:
    """Does a verb of striking in the same clause reach this place as its object (`هز انفجار عنيف، فجر اليوم، مدينة X`)?"""
    return any(say.before.get(bare) == "hit" for word in _near(line, n, reach) for _, bare in bare_forms(word))


def _suffers(line: Line, n: int, say: Vocabulary) -> bool:
    """Is the place the subject of a verb like "came under", "witnessed" right after it?"""
    after = [w.key for w in line.words[n : n + 2]]
    return any(say.before.get(bare) == "hit" for word in after for _, bare in bare_forms(word))


def _near(line: Line, n: int, reach: int = _REACH) -> list[str]:
    """Words of the same sentence in front of word `n`, nearest first."""
    out: list[str] = []
    k = n - 1
    while k >= 0 and len(out) < reach:
        gap = line.shadow[line.words[k].end : line.words[k + 1].start]
        if any(c in gap for c in ".!?\n;"):
            break
        out.append(line.words[k].key)
        k -= 1
    return out


def _from(line: Line, n: int, say: Vocabulary) -> str:
    for far, word in enumerate(_near(line, n, _FAR_REACH)):
        for _, bare in bare_forms(word):
            if bare in say.gone:
                return "gone"
            if bare in say.launch and far < _REACH:
                return "launch"
    return "from"


def _to(line: Line, n: int, say: Vocabulary) -> str:
    """`to`, or `carried` where people or goods were only brought there."""
    return "carried" if any(bare in say.carry for word in _near(line, n) for _, bare in bare_forms(word)) else "to"


_HOSPITALS = frozenset("مشفي مستشفي المشفي المستشفي hospital clinic".split())


def _is_hospital(line: Line, first: int, last: int) -> bool:
    """Is the place a hospital, or the town in a hospital's name (`Raqqa National Hospital`)?"""
    return any(w.key in _HOSPITALS for w in line.words[max(0, first - 1) : last + 2])


def _is_treated(line: Line, n: int, say: Vocabulary) -> bool:
    """`died of his wounds in the hospital of X`: where somebody was treated or died later, not where the event was."""
    return any(bare in say.treated for word in _near(line, n) for _, bare in bare_forms(word))


def _at(line: Line, n: int, say: Vocabulary, role: str = "in") -> str:
    for word in _near(line, n)[:4]:
        if any(bare in say.launch_at for _, bare in bare_forms(word)):
            return "launch"
    return role
