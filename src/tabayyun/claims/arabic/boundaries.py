"""Where clauses begin in an Arabic sentence, and which cues surely open one."""

from tabayyun.claims.arabic.scenes import Cue, Scene


def boundary_before(sc: Scene, i: int, first: int) -> bool:
    """Whether a clause may begin at token `i`."""
    if i <= first:
        return True
    k = sc.key(i - 1)
    return k in (",", ";", ".", ":", "-", "(", ")", "!", "?", "…", "|", "*") or (
        sc.is_in(i, "connective") and sc.key(i) not in ("غير", "الا")
    )


def clause_start(sc: Scene, cue: Cue, first: int) -> int:
    """Token where the clause of the cue begins, walking back over adverbials like «، من جانبه،»."""
    j = cue.first
    while j > first:
        k = sc.key(j - 1)
        if k == ",":
            if j - 2 >= first and sc.key(j - 2) in sc.words["adverb_front"] and _adverbial(sc, j - 2, first):
                j -= 1
                continue
            break
        if k in sc.words["adverb_front"] or (sc.bare(j - 1) in sc.words["adverb_front"] and len(sc.key(j - 1)) > 2):
            j -= 1
            if sc.key(j)[0] == "و" and sc.key(j) not in ("وقت",):
                break
            continue
        break
    return j


def _adverbial(sc: Scene, i: int, first: int) -> bool:
    """Whether the words ending at `i` form a short adverbial set off by commas."""
    n = 0
    while i >= first and sc.key(i) in sc.words["adverb_front"] and n < 5:
        i -= 1
        n += 1
    return n > 0 and (i < first or sc.key(i) in (",", ".", ":") or sc.is_in(i + 1, "connective") or sc.key(i + 1)[0] in "وف")


def is_relay_phrase(sc: Scene, cue: Cue) -> bool:
    """«نقلاً عن»: belongs to the source phrase in front of it as long as nothing has been said yet."""
    return sc.key(cue.first) in ("نقلا", "ونقلا")


def is_strong(sc: Scene, cue: Cue, first: int) -> bool:
    """Whether a cue surely opens a clause of its own."""
    if cue.part == "participle":
        return boundary_before(sc, cue.first, first) or cue.clitic == "و"
    if cue.part == "verb":
        begin = clause_start(sc, cue, first)
        after_comma = begin == cue.first and sc.key(begin - 1) == "," and begin > first
        return cue.clitic in ("و", "ف", "وس") or (boundary_before(sc, begin, first) and not after_comma)
    begin = clause_start(sc, cue, first)
    return (
        cue.clitic in ("و", "ف")
        or boundary_before(sc, cue.first, first)
        or boundary_before(sc, begin, first)
        or sc.key(cue.first - 1) in ("وسط", "بعد")
    )


def opens(sc: Scene, i: int, first: int) -> bool:
    """Whether a clause whose subject stands in front can begin at token `i`."""
    return (
        boundary_before(sc, i, first)
        or sc.is_in(i - 1, "connective")
        or (sc.key(i - 1) in sc.words["complementizer"] and sc.key(i - 2) in ("الا", "غير", "بيد"))
    )
