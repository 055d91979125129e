"""Where clauses begin in an Arabic sentence, and which cues surely open one."""

from tabayyun.claims.arabic.phrases import relays
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
    """«نقلاً عن», «استناداً إلى»: belongs to the source phrase in front of it as long as nothing has been said yet."""
    return relays(sc, cue.first) or sc.key(cue.first) in ("نقلا", "ونقلا", "استنادا", "مستندا", "مستنده", "مستندين")


_HANGING = frozenset("لكنه لكنها لكنهم لكنهما ولكنه ولكنها فيما بينما".split())
_CONTRAST = frozenset("غير الا بيد علما".split())


def is_hung(sc: Scene, i: int) -> bool:
    """Whether the word in front of `i` surely opens a clause: «لكنه», «غير أنه», «قبل أن», «، الذي»."""
    k, before = sc.key(i - 1), sc.key(i - 2)
    if k in _HANGING:
        return True
    if k in sc.words["complementizer"]:
        return before in _CONTRAST or (before == "قبل" and sc.key(i - 3) == ",")
    if k in ("قد", "كان", "كانت"):
        return is_hung(sc, i - 1) if i > 2 else False
    if k in sc.words["relative"]:
        return not sc.key(i).endswith(("ه", "ها", "هم", "هما")) or before == ","
    return False


_WHILE = frozenset("بينما وبينما فبينما فيما وفيما ففيما".split())


def opens_while(sc: Scene, first: int, i: int) -> bool:
    """Whether the sentence opens «بينما X يقول ...، يقول Y»: then a verb behind a comma speaks for the other side."""
    for j in range(first, min(i, first + 3)):
        if sc.key(j) in _WHILE or (sc.key(j) in ("في", "وفي", "ففي") and sc.key(j + 1) == "حين"):
            return True
    return any(sc.key(j) in _WHILE and (sc.key(j)[0] == "و" or sc.key(j)[:2] in ("فب", "فف")) for j in range(first, i))


def is_strong(sc: Scene, cue: Cue, first: int) -> bool:
    """Whether a cue surely opens a clause of its own."""
    if cue.part == "participle":
        return boundary_before(sc, cue.first, first) or cue.clitic == "و"
    if cue.part == "verb":
        begin = clause_start(sc, cue, first)
        after_comma = begin == cue.first and sc.key(begin - 1) == "," and begin > first and not opens_while(sc, first, cue.first)
        return cue.clitic in ("و", "ف", "وس") or (boundary_before(sc, begin, first) and not after_comma) or is_hung(sc, cue.first)
    begin = clause_start(sc, cue, first)
    return (
        cue.clitic in ("و", "ف")
        or is_hung(sc, cue.first)
        or boundary_before(sc, cue.first, first)
        or boundary_before(sc, begin, first)
        or sc.key(cue.first - 1) in ("وسط", "بعد")
    )


def opens(sc: Scene, i: int, first: int) -> bool:
    """Whether a clause whose subject stands in front can begin at token `i`."""
    return (
        boundary_before(sc, i, first)
        or sc.is_in(i - 1, "connective")
        or (sc.key(i - 1) in sc.words["complementizer"] and sc.key(i - 2) in ("الا", "غير", "بيد", "بل"))
        or sc.key(i - 1) in ("لكن", "ولكن")
    )
