"""Which damage to things a claim's content tells."""

from tabayyun.events.candidates import Candidate, choose
from tabayyun.events.wording import Wording
from tabayyun.model.event import Words

MOST = 20
_MARKS = frozenset({",", ".", ";", ":", "!", "?"})


def clause_ends(wording: Wording, at: int) -> dict[int, str]:
    """Where a phrase that begins at `at` may end: index behind it -> what ends it there (`mark`, `function`, `rest`)."""
    out: dict[int, str] = {}
    function = wording.listed("function")
    n, last = len(wording.tokens), at + 1
    while last < n and last - at < MOST and wording.key(last) not in _MARKS:
        k = wording.key(last)
        bare = k[1:] if wording.language == "ar" and k[:1] == "و" and len(k) > 3 else ""
        if last - at > 1 and (k in function or bare in function) and len(out) < 2:
            out[last] = "function"
        elif last - at > 1 and bare and "and" not in out.values():
            out[last] = "and"
        last += 1
    out.setdefault(last, "mark" if last < n else "end")
    if n - at <= MOST:
        out.setdefault(n, "rest")
    return out


def clitic_of(wording: Wording, at: int, listed: frozenset[str]) -> tuple[str, int]:
    """The listed word at `at` and how many attached characters stand before it; ("", 0) where none is listed."""
    k = wording.key(at)
    if k in listed:
        return k, 0
    if wording.language == "ar" and k[:1] in "وفبل" and k[1:] in listed:
        return k[1:], 1
    if wording.language == "ar" and k[:2] in ("وب", "ول", "فب") and k[2:] in listed:
        return k[2:], 2
    return "", 0


def damage_candidates(wording: Wording) -> list[Candidate]:
    """From a word of damage to the end of its clause, and the clause around it."""
    around, listed, out = wording.circumstances, wording.listed("damage"), []
    for i in range(len(wording.tokens)):
        word, skip = clitic_of(wording, i, listed)
        if not word:
            continue
        before = wording.key(i - 1)
        features = [*around, f"word:{word}", f"position:{min(i // 4, 3)}", f"skip:{skip}"]
        features.append(f"before:{before}" if before in wording.listed("function") or before in _MARKS else "before:other")
        begin = i
        while (
            begin > 0
            and i - begin < 8
            and wording.key(begin - 1) not in _MARKS
            and wording.key(begin - 1) not in ("and", "that", "had", "ان", "وان")
        ):
            begin -= 1
        for last, kind in clause_ends(wording, i).items():
            rest = f"left:{min((len(wording.tokens) - last + 3) // 4, 3)}"
            for first in dict.fromkeys((i, begin, 0)):
                start = "whole" if first == 0 else "word" if first == i else "clause"
                size = f"size:{min((last - first) // 3, 5)}"
                spelled = (f"from:{start}", f"until:{kind}", f"{start}:{kind}", f"{word}:{start}", size, rest, f"{start}+{rest}")
                out.append(Candidate("damage", "", first, last, (*features, *spelled), (), skip if first == i else 0))
    return out


def read_damage(wording: Wording) -> Words | None:
    """The words that tell damage to things, if readers would put them down."""
    found = choose("damage", damage_candidates(wording))
    return Words(wording.span(found[0].first, found[0].last, found[0].skip), found[1]) if found else None
