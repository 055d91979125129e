"""Match keys of place names: one spelling for what news spells in many ways."""

import re
import unicodedata

from tabayyun.text.fold import key

ARTICLES = frozenset("al el ad adh ar as ash at ath az an ul ed er es esh et ez en".split())
_ODD = {ord("ı"): "i", ord("ø"): "o", ord("ł"): "l", ord("ʼ"): "'", ord("ʻ"): "'", ord("‘"): "'", ord("’"): "'", ord("`"): "'"}
_PLAIN_ARABIC = re.compile(r"[ء-غف-يپچژکیگ\u064b-\u0652 \-'0-9]+")
_GLUED = frozenset({"ابو", "ام", "كفر", "خان", "بير", "ذي", "بور", "معره", "عين"})
_SKELETON = tuple(
    tuple(pair.split(">"))
    for pair in ("ou>u oo>u ee>i aw>u ow>u ei>ai ay>ai ey>ai eh>a dj>j kh>x gh>g dh>d th>t ph>f ck>k q>k c>k o>u e>i y>i w>u".split())
)
"""Spelling habits of transliteration, applied in order."""


def plain(name: str) -> str:
    """A Latin name without diacritics and with plain apostrophes; empty where letters of other scripts remain."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.translate(_ODD)) if not unicodedata.combining(c))
    return bare if re.fullmatch(r"[A-Za-z0-9' .-]+", bare) else ""


def english_key(name: str) -> str:
    """Lower case, no diacritics, no apostrophes, hyphens as spaces, articles inside as `al`, none in front; empty if not Latin."""
    words = plain(name).lower().replace("-", " ").replace(".", "").replace("'", "").split()
    while len(words) > 1 and (words[0] in ARTICLES or words[0] == "the"):
        words = words[1:]
    return " ".join([*words[:1], *("al" if w in ARTICLES else w for w in words[1:])])


def arabic_keys(name: str, takes_article: bool = False) -> list[str]:
    """Folded name; with the article too where `takes_article`; glued (`ابوسليم`) where its first word is often glued."""
    if not _PLAIN_ARABIC.fullmatch(name):
        return []
    folded = key(name).replace("-", " ")
    out = [folded]
    if takes_article and not folded.startswith("ال") and " " not in folded and len(folded) > 2:
        out.append("ال" + folded)
    first, _, rest = folded.partition(" ")
    if first in _GLUED and rest and not rest.startswith("ال"):
        out.append(first + rest)
    return out


def skeleton(name: str) -> str:
    """What is left of an English key when spelling habits are taken away (`hodeidah` and `hudaydah` agree)."""
    words = [w for w in name.split() if w not in ARTICLES]
    bare = "".join(words)
    for a, b in _SKELETON:
        bare = bare.replace(a, b)
    return re.sub(r"(.)\1+", r"\1", bare).rstrip("ah")
