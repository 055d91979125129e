"""Match on a shadow, report the original.

Folding makes spellings of one word equal: tatweel, vowel signs and invisible characters go, hamza forms of alef,
alef maqsura, ta marbuta, Persian letters and presentation forms become one letter each, digits become ASCII, quotation
marks (doubled single ones and `<<` too) become `"`, Latin letters lower case. Source: the confusions that Arabic news
shows (missing hamza, ه for ة, ى for ي, kashida inside names); Unicode NFKC for presentation forms.
"""

import re
import unicodedata
from functools import lru_cache

from tabayyun.model.text import Shadow

_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f"
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"
_PAIR = "|".join(f"[{a}][{_MARKS}{_INVISIBLE}]*[{a}]" for a in ("'‘’‛`´", "<", ">"))
_IRREGULAR = re.compile(
    f"(?P<marks>[{_MARKS}]+)|(?P<gone>[{_INVISIBLE}]+)|(?P<wide>[{_PRESENTATION}\u0130\ufb00-\ufb06])|(?P<pair>{_PAIR})"
)

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
    "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "گ": "ك", "ھ": "ه", "ہ": "ه", "ە": "ه",
    "٫": ".", "٬": ",", "٪": "%",
    "‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2002": " ", "\u2003": " ", "\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n",
    "؟": "?", "؛": ";", "،": ",",
}  # fmt: skip
_SEATS = {"و": "ؤ", "ي": "ئ"}
"""Letters that carry a hamza printed as a sign of its own."""
QUOTE_MARKS = '«»“”„‟"〝〞‹›＂'


def _table() -> dict[int, str]:
    table = {ord(a): b for a, b in _LETTERS.items()}
    table.update({ord(q): '"' for q in QUOTE_MARKS})
    for base in (0x0660, 0x06F0, 0xFF10):
        table.update({base + n: str(n) for n in range(10)})
    for code in (*range(0x41, 0x5B), *range(0xC0, 0xDF), *range(0x391, 0x3AA), *range(0x410, 0x430), 0x15E, 0x11E):
        lower = chr(code).lower()
        if len(lower) == 1 and code != 0xD7:
            table[code] = lower
    return table


_TABLE = _table()
_DIGITS = {base + n: str(n) for base in (0x0660, 0x06F0, 0xFF10) for n in range(10)} | {0x00A0: " ", 0x0A: " ", 0x0D: " ", 0x09: " "}


def fold(text: str) -> Shadow:
    """The shadow of `text`.

    Laws (property-tested): folding is idempotent on its own output, and for every slice of the shadow the printed
    words behind it fold to a text that contains the slice.
    """
    return _shadow(text, _TABLE, True)


def clean(text: str) -> Shadow:
    """A lighter shadow for the tagger: decorations and invisible characters gone, letters kept as printed, digits ASCII."""
    return _shadow(text, _DIGITS, False)


def _shadow(text: str, table: dict[int, str], is_folded: bool) -> Shadow:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for m in _IRREGULAR.finditer(text):
        i, j = m.span()
        if at < i:
            pieces.append(text[at:i].translate(table))
            starts.extend(range(at, i))
            ends.extend(range(at + 1, i + 1))
        at = j
        if m.lastgroup == "marks":
            if ends and ends[-1] == i:
                ends[-1] = j
                if "\u0654" in m.group() and (seat := _SEATS.get(text[i - 1])):
                    pieces[-1] = pieces[-1][:-1] + seat
        elif m.lastgroup == "pair":
            pieces.append('"' if is_folded else text[i] + text[j - 1])
            starts.extend([i] if is_folded else (i, j - 1))
            ends.extend([j] if is_folded else (i + 1, j))
        elif m.lastgroup == "wide":
            wide = _IRREGULAR.sub("", _plain(m.group()) if is_folded else unicodedata.normalize("NFKC", m.group())).translate(table)
            pieces.append(wide)
            starts.extend([i] * len(wide))
            ends.extend([j] * len(wide))
    if at < len(text):
        pieces.append(text[at:].translate(table))
        starts.extend(range(at, len(text)))
        ends.extend(range(at + 1, len(text) + 1))
    return Shadow("".join(pieces), starts, ends)


def _plain(letter: str) -> str:
    """The base letters of a presentation form or ligature, lower case, without the marks that NFKC brings."""
    return re.sub(f"[{_MARKS}{_INVISIBLE}]", "", unicodedata.normalize("NFKC", letter).lower())


@lru_cache(maxsize=100_000)
def key(words: str) -> str:
    """The folded form of a lexicon's form, with single spaces."""
    return " ".join(fold(words).text.split())
