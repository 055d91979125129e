"""Numbers as a text prints them: digits, Arabic and English number words, ranges and modifiers.

Only closed classes of the two languages stand here (Wright's Arabic Grammar I 318-328; English numerals); nouns that
count by their own form (the Arabic dual) belong to the lexicons of the rooms that know what is counted.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from tabayyun.model.text import TextLayer
from tabayyun.text.fold import key
from tabayyun.text.number_words import ALL, LOOSE, MODIFIERS, SCALES, TEEN_FIRST, TEN, THOUSAND, UNIT

_CLITIC = re.compile(r"(?:[وف])?(?:ال|بال|كال|لل|ب|ل|ك)?")
_WORD = re.compile(r"\d+(?:[,.]\d{3})+(?![\d.,]*\d)|\d+|[^\W\d_]+(?:'[^\W\d_]+)?|[^\w\s]|_")


_COUNTED = frozenset({key("ألفاً"), key("مليوناً")})
"""Alone the construct dual ("two thousand"), behind a numeral the accusative singular ("fifty thousand")."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of anything, `[start, end)` in shadow offsets, modifiers included.

    `core` is where the numeral itself begins; `high` is None where no upper bound is given; `how` is `exact`, `about`,
    `least`, `more`, `upto`, `less`, `range` or `vague`.
    """

    start: int
    end: int
    core: int
    low: int
    high: int | None
    how: str
    is_digits: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    key: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _modifiers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = "|".join(
        f"(?P<{name}>{'|'.join(sorted((re.escape(key(w)) for w in words.split('|')), key=len, reverse=True))})" for words, name in MODIFIERS
    )
    after = "|".join(map(re.escape, (*map(key, ("على الأقل", "فأكثر", "أو أكثر", "وأكثر", "كحد أدنى")), "or more", "at least", "and more")))
    return re.compile(rf"(?<![^\W_])(?:[وفبل]|ب?ل)?(?:{before})(?: the)?\s+(?:ال|ل|ب)?\Z"), re.compile(rf"[ \t]*(?:{after})(?![^\W_])")


def find_numbers(text: TextLayer) -> list[Number]:
    """Every cardinal number of a text with its bounds, in reading order, not overlapping.

    Years, clock times and dates are numbers too: the caller knows by the words around what is counted. Ordinals
    (السابعة, third) are none.
    """
    return find_in(text.shadow.text)


def find_in(shadow: str) -> list[Number]:
    """`find_numbers` on a folded text."""
    pieces = [_Piece(m.group(), m.start(), m.end()) for m in _WORD.finditer(shadow)]
    plain: list[Number] = []
    i = 0
    while i < len(pieces):
        found = _read(pieces, i, shadow)
        if found is None:
            i += 1
            continue
        number, i = found
        plain.append(number)
    return [_modified(n, shadow) for n in _ranges(plain, shadow)]


def _strip(word: str, table: dict[str, int]) -> str | None:
    """The numeral behind a word's proclitics, or None."""
    if word in table:
        return word
    m = _CLITIC.match(word)
    if m:
        for cut in sorted({m.end(), 1, 2, 3}, reverse=True):
            rest = word[cut:]
            if rest in table and _CLITIC.fullmatch(word[:cut]):
                return rest
    return None


def _read(pieces: list[_Piece], i: int, shadow: str) -> tuple[Number, int] | None:
    first = pieces[i]
    if first.key[0].isdecimal() and len(first.key) <= 15:
        return _read_digits(pieces, i, shadow)
    if (loose := _read_loose(pieces, i)) is not None:
        return loose
    return _read_words(pieces, i, shadow)


def _read_digits(pieces: list[_Piece], i: int, shadow: str) -> tuple[Number, int]:
    p = pieces[i]
    value, end, j = int(re.sub(r"\D", "", p.key)), p.end, i + 1
    if (
        j < len(pieces)
        and shadow[p.end : pieces[j].start] == " "
        and (scale := THOUSAND.get(pieces[j].key, 0) // (2 if pieces[j].key in _COUNTED else 1))
        and scale in (1000, 10**6, 10**9)
    ):
        value, end, j = value * scale, pieces[j].end, j + 1
    return Number(p.start, end, p.start, value, value, "exact", True), j


def _read_loose(pieces: list[_Piece], i: int) -> tuple[Number, int] | None:
    p = pieces[i]
    word = p.key
    following = [q.key for q in pieces[i + 1 : i + 3]]
    if word in ("a", "the", "half", "an"):
        return _english_group(pieces, i)
    table = dict.fromkeys(LOOSE, 0)
    bare = _strip(word, table)
    if bare is None:
        return None
    low, high = LOOSE[bare]
    if bare in (key("عدد"), key("عدداً")) and following[:1] != ["من"]:
        return None
    if bare in ("several", "few", "some", "many") and following[:1] and following[0] in SCALES:
        scale = SCALES[following[0]]
        return Number(p.start, pieces[i + 1].end, p.start, 2 * scale, None, "vague"), i + 2
    if bare in ("some", "number", "few"):
        return None
    if bare == key("آلاف") and word != bare and not word.endswith(bare):
        return None
    if bare in (key("بضع"), key("بضعة")) and following[:1] and following[0] in (key("عشر"), key("عشرة")):
        return Number(p.start, pieces[i + 1].end, p.start, 13, 19, "vague"), i + 2
    end, j = p.end, i + 1
    if bare in ("dozens", "scores", "hundreds", "thousands") and following[:1] == ["of"]:
        end, j = pieces[i + 1].end, i + 2
        if following[1:] == ["thousands"]:
            low, end, j = low * 1000, pieces[i + 2].end, i + 3
    start = p.start if word == bare or not word.endswith(bare) else p.end - len(bare)
    return Number(start, end, start, low, high, "vague"), j


def _english_group(pieces: list[_Piece], i: int) -> tuple[Number, int] | None:
    words = [q.key for q in pieces[i : i + 4]]
    if words[:2] == ["a", "few"] and len(words) > 2 and words[2] in SCALES:
        return Number(pieces[i].start, pieces[i + 2].end, pieces[i].start, 2 * SCALES[words[2]], None, "vague"), i + 3
    for phrase, low, high in (
        (("half", "a", "dozen"), 6, 6),
        (("a", "half", "dozen"), 6, 6),
        (("half", "dozen"), 6, 6),
        (("a", "dozen"), 12, 12),
        (("a", "couple", "of"), 2, 2),
        (("a", "few"), 2, None),
        (("a", "handful", "of"), 2, None),
        (("a", "number", "of"), 2, None),
        (("a", "score", "of"), 20, 20),
        (("a", "hundred"), 100, 100),
        (("a", "thousand"), 1000, 1000),
    ):
        if tuple(words[: len(phrase)]) == phrase:
            last = pieces[i + len(phrase) - 1]
            return Number(pieces[i].start, last.end, pieces[i].start, low, high, "exact" if low == high else "vague"), i + len(phrase)
    return None


def _read_words(pieces: list[_Piece], i: int, shadow: str) -> tuple[Number, int] | None:
    total = current = 0
    j, start, end = i, -1, -1
    last_size = 10**12
    while j < len(pieces):
        word = pieces[j].key
        joined = shadow[end : pieces[j].start] if end >= 0 else ""
        if end >= 0 and joined not in (" ", "-", ""):
            break
        if word == "-" and end >= 0 and j + 1 < len(pieces) and pieces[j + 1].key in UNIT and shadow[end : pieces[j + 1].start] == "-":
            j += 1
            continue
        if word == "and" and end >= 0 and j + 1 < len(pieces) and current >= 100 and pieces[j + 1].key in {**UNIT, **TEN}:
            j, end = j + 1, pieces[j].end
            continue
        if word == "dozen" and 0 < current < 20:
            current, last_size, end, j = current * 12, 1, pieces[j].end, j + 1
            continue
        step = _step(pieces, j, is_first=end < 0)
        if step is None:
            break
        value, used, bare, links = step
        is_arabic = bare[0] > "\u0600"
        if current and bare in _COUNTED:
            value //= 2
        if end >= 0 and not _fits(value, current, last_size, is_arabic, links):
            break
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
            last_size = value
        elif value == 100 and 1 <= current <= 9 and not links:
            current, last_size = current * 100, 100
        else:
            current += value
            last_size = value
        if start < 0:
            start = pieces[j].end - len(bare) if used == 1 and pieces[j].key.endswith(bare) else pieces[j].start + links
        j += used
        end = pieces[j - 1].end
    if start < 0:
        return None
    return Number(start, end, start, total + current, total + current, "exact"), j


def _step(pieces: list[_Piece], j: int, is_first: bool) -> tuple[int, int, str, bool] | None:
    """(value, pieces used, bare word, whether و binds it) of the numeral at `j`."""
    word = pieces[j].key
    after = pieces[j + 1].key if j + 1 < len(pieces) else ""
    ten = after in (key("عشر"), key("عشرة"))
    teen = _strip(word, TEEN_FIRST)
    if teen and ten:
        return 11, 2, word, False
    if teen and after[:1] == "و" and after[1:] in TEN:
        return 1, 1, teen, False
    bare = None if word.endswith("الاثنين") else _strip(word, ALL)
    if bare is None or (bare == key("واحد") and is_first and word.startswith(("ال", "وال"))):
        return None
    value = ALL[bare]
    links = word != bare and word[0] == "و"
    if value <= 9 and ten and bare in UNIT and bare[0] > "\u0600":
        return value + 10, 2, word, links
    return value, 1, bare, links


def _fits(value: int, current: int, last: int, is_arabic: bool, links: bool) -> bool:
    """Whether a further numeral continues the number read so far."""
    if value >= 1000:
        return current > 0 and not links
    if value == 100 and 1 <= current <= 9 and not links:
        return True
    if is_arabic:
        if not links:
            return False
        tens_after_unit = value in range(20, 100, 10) and current % 100 in range(1, 10)
        return tens_after_unit or (last >= 100 and value < last)
    return (last in range(20, 100, 10) and value < 10) or (last >= 100 and value < last)


_HANDED = re.compile(r"(?:hand|hands|handed|turned|taken|took|take|passed|ran|run)\s+over\s*\Z")
_BETWEEN = re.compile(r"(?<![^\W_])(?:[وفبل]?(?:ما )?بين|between|from|[وف]?من)\s+\Z")
_TO = re.compile(r"\s*(?:-|/| to | and | or | او | الي | الي نحو | حتي | و | و?ال)\s*\Z|\s+و\Z|\s+او\s+\Z")
_EITHER = re.compile(r"\s*(?:-| to | or | او | الي )\s*\Z")


def _ranges(plain: list[Number], shadow: str) -> list[Number]:
    """Joins "between A and B", "A to B", "A-B", "A or B"."""
    out: list[Number] = []
    for n in plain:
        if out and out[-1].how == "exact" and n.how == "exact" and n.low - out[-1].low > 0 and n.low < 1900:
            a = out[-1]
            gap = shadow[a.end : n.core]
            gap = f" {gap.strip()} " if gap.strip() not in ("", "-", "/") else gap
            before = _BETWEEN.search(shadow, max(0, a.start - 14), a.start)
            if (_EITHER.match(gap) and len(gap) <= 8 and n.low <= 10 * max(a.low, 1)) or (before and _TO.match(gap)):
                start = before.start() if before else a.start
                out[-1] = Number(start, n.end, a.core, a.low, n.high, "range", a.is_digits)
                continue
        out.append(n)
    return out


def _modified(n: Number, shadow: str) -> Number:
    before, after = _modifiers()
    start, how = n.start, n.how
    m = before.search(shadow, max(0, n.start - 26), n.start)
    if m and _HANDED.search(shadow, max(0, m.start() - 12), m.end()):
        m = None
    if m and n.how in ("exact", "range", "vague"):
        start, how = m.start(), next(k for k, v in m.groupdict().items() if v)
    tail = after.match(shadow, n.end)
    end = tail.end() if tail else n.end
    if tail and how in ("exact", "range", "about"):
        how = "least"
    low, high = n.low, n.high
    if n.how == "vague":
        return Number(start, end, n.core, low, None if how in ("least", "more") else high, "vague", n.is_digits)
    if how == "least":
        high = None
    elif how == "more":
        low, high = low + 1, None
    elif how == "upto":
        low = 0
    elif how == "less":
        low, high = 0, max(0, low - 1)
    return Number(start, end, n.core, low, high, how, n.is_digits)
