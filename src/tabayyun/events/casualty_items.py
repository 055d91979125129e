"""A content as a row of items: numbers, words of death and injury, people, times, marks and other words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from tabayyun.lexicons.casualties import CasualtyWord, CasualtyWords, casualty_words
from tabayyun.model.text import TextLayer
from tabayyun.text.numbers import Number, find_in

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[^\w\s]")
_PREFIX = ("", "و", "ف", "ال", "وال", "فال", "ب", "ل", "بال", "لل", "وب", "ول", "ولل", "وبال", "ك", "س")
_SUFFIX = ("", "هم", "ها", "ه", "هما", "نا", "هن", "ي", "ا")
_VERB_SUFFIX = ("", "هم", "ها", "ه")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a content, shadow offsets.

    `part` is the casualty word's part, or `number`, `time`, `mark`, `word`; `number` tells singular, dual and plural apart.
    """

    start: int
    end: int
    key: str
    part: str
    role: str = "none"
    number: int = 0
    count: Number | None = None
    entry: CasualtyWord | None = None
    prefix: str = ""
    suffix: str = ""
    is_capital: bool = False

    @property
    def is_definite(self) -> bool:
        """With the article or a pronoun."""
        return "ال" in self.prefix or "لل" in self.prefix or bool(self.suffix)

    @property
    def is_bound(self) -> bool:
        """Begins with "and"."""
        return self.prefix.startswith("و") or (self.part == "word" and self.key.startswith("و"))


@dataclass(frozen=True, slots=True)
class _Phrases:
    pattern: re.Pattern[str]
    words: CasualtyWords


@lru_cache(maxsize=4)
def _phrases(language: str) -> _Phrases:
    words = casualty_words(language)
    forms = sorted(words.phrases, key=len, reverse=True)
    alternatives = "|".join(re.escape(f).replace(r"\ ", r"\s+") for f in forms) or r"(?!)"
    clitic = r"[وف]?" if language == "ar" else ""
    return _Phrases(
        re.compile(
            (
                rf"(?<![^\W_]){clitic}(?P<p>{alternatives})(?![^\W_]|(?<=\sب)\b)|(?<![^\W_]){clitic}(?P<b>"
                rf"(?:اودي|اودت|تودي)\s+ب)"
            )
            if language == "ar"
            else rf"(?<![^\W_])(?P<p>{alternatives})(?![^\W_])"
        ),
        words,
    )


def items(text: TextLayer, printed: str, start: int, end: int, language: str, times: Iterable[tuple[int, int]] = ()) -> list[Item]:
    """The items of the shadow's `[start, end)`; `times` are stretches that name a time and count nobody."""
    shadow = text.shadow.text[start:end]
    room = _Room(start, end)
    taken = [Item(a, b, text.shadow.text[a:b], "time") for a, b in times if start <= a and b <= end and room.take(a, b)]
    taken += [i for i in _phrase_items(shadow, start, language) if room.take(i.start, i.end)]
    for n in find_in(shadow):
        if _counts(shadow, n) and room.take(start + n.start, start + n.end):
            taken.append(Item(start + n.start, start + n.end, shadow[n.start : n.end], "number", count=n, prefix=_before(shadow, n.start)))
    words = (m for m in _WORD.finditer(shadow) if room.take(start + m.start(), start + m.end()))
    plain = [_item(m.group(), start + m.start(), start + m.end(), language) for m in words]
    return [_as_printed(i, text, printed) for i in sorted((*taken, *plain), key=lambda i: i.start)]


_NO_COUNT = re.compile(
    r"[\s\-]*(?:(?:mortar|artillery|tank|car|truck|barrel|cluster|nail|armed|loaded|unmanned|attack|ballistic) )?"
    r"(?:-?year|years? old|%|per cent|percent|km|kilomet|metres?|meters?|miles?|hours?|minutes?"
    r"|times|tonnes?|dollars|casings|bullets|rifles|suspects|attacks|names|rockets?|missiles?|shells?"
    r"|drones?"
    r"|strikes?|raids?|bombs?|houses?|homes?|vehicles?|cars|trucks|families|villages|days|weeks|months|years|rounds|mm\b|"
    r"كيلومتر|متر|امتار|صاروخ|صواريخ|قذيف|قذائف|مسير|طائر|منزل|منازل|سياره|سيارات|مضاف|عبوه|عبوات|دباب|حاويات|دولار|رصاص|هجوم|هجمات"
    r"|(?:كلم|كم|مره|مرات|غاره|غارات|مبني|مباني|اليات|اليه|قري|عائلات|عائله|اسره|اسر|دقيقه|دقائق"
    r"|ساعه|ساعات|عام|عاما|اعوام|سنه|سنوات|يوم|يوما|ايام|دانه|دانات"
    r"|طلقه|طلقات|شظيه|شظايا|كهف|كهفا|كهوف|شهر|اشهر|شهرا|كوخا|راس)(?![^\W_]))"
)


_DUAL_VOWEL = re.compile("\u064e\u0651?ين|\u0651\u064eين")


def _in_brackets(shadow: str, n: Number) -> bool:
    """ "the mayor, 61," or "(41)": an age."""
    before, after = shadow[: n.start].rstrip()[-1:], shadow[n.end :].lstrip()[:1]
    return (before == "(" and after == ")") or (n.is_digits and before == "," and after == ",")


def _is_age(shadow: str, n: Number) -> bool:
    """ "aged nine", "a boy of nine"."""
    return shadow[: n.start].rstrip().endswith((" aged", " boy of", " girl of", " age"))


def _is_glued(shadow: str, n: Number) -> bool:
    """ "F16", "C-4", "4chan": digits inside a name."""
    return n.is_digits and (bool(re.search(r"[a-z]-?\Z", shadow[: n.core])) or shadow[n.end : n.end + 1].isalpha())


def _as_printed(item: Item, text: TextLayer, printed: str) -> Item:
    """What only the printed form shows: a capital, and the vowel that tells the Arabic dual from the plural."""
    if item.part not in ("person", "word", "victim", "number"):
        return item
    span = text.shadow.origin(item.start, item.end)
    form = printed[span.start : span.end]
    if item.number == 3 and item.key.endswith("اخوه") and form.endswith("ه"):
        return replace(item, number=1)
    if item.number == 3 and _DUAL_VOWEL.search(form):
        return replace(item, number=2)
    if item.number == 2 and form.endswith(("\u064b", "\u064bا")):
        return replace(item, number=1)
    return replace(item, is_capital=form[:1].isupper())


def _before(text: str, at: int) -> str:
    """Letters of the printed word in front of a number ("و" of "وعشرة")."""
    begin = at
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:at]


class _Room:
    """Which characters of a stretch already belong to an item."""

    def __init__(self, start: int, end: int) -> None:
        self._start = start
        self._taken = bytearray(max(0, end - start))

    def take(self, a: int, b: int) -> bool:
        """Takes `[a, b)` unless a character of it is taken."""
        i, j = a - self._start, b - self._start
        if any(self._taken[i:j]):
            return False
        self._taken[i:j] = b"\x01" * (j - i)
        return True


def _counts(shadow: str, n: Number) -> bool:
    """False for ages, distances, calibres and what else counts nobody."""
    return not (_NO_COUNT.match(shadow, n.end) or _in_brackets(shadow, n) or _is_glued(shadow, n) or _is_age(shadow, n))


def _phrase_items(text: str, start: int, language: str) -> list[Item]:
    known = _phrases(language)
    out = []
    for m in known.pattern.finditer(text):
        name = "p" if m["p"] else "b"
        form = " ".join(m[name].split())
        found = known.words.phrases.get(form) or known.words.phrases.get("اودي ب")
        if found:
            word, number = found
            out.append(
                Item(
                    start + m.start(name),
                    start + m.end(name),
                    form,
                    word.part,
                    word.role,
                    number,
                    None,
                    word,
                    text[m.start() : m.start(name)],
                )
            )
    return out


def _item(word: str, a: int, b: int, language: str) -> Item:
    if not word[0].isalnum():
        return Item(a, b, word, "mark")
    found = _known(word, language)
    if found is None:
        return Item(a, b, word, "word")
    prefix, suffix, entry, number = found
    return Item(a, b, word, entry.part, entry.role, number, None, entry, prefix, suffix)


@lru_cache(maxsize=20_000)
def _known(word: str, language: str) -> tuple[str, str, CasualtyWord, int] | None:
    single = casualty_words(language).single
    if language != "ar":
        bare = word.removesuffix("'s")
        return ("", "", *single[bare][0]) if bare in single else None
    for suffix in _SUFFIX:
        if suffix and not (word.endswith(suffix) and len(word) - len(suffix) >= 3):
            continue
        stem = word[: len(word) - len(suffix)] if suffix else word
        for form in _stems(stem, suffix):
            for prefix in _PREFIX:
                if form.startswith(prefix) and (found := single.get(form[len(prefix) :])):
                    for entry, number in found:
                        if _may_stand(entry, prefix, suffix):
                            return prefix, suffix, entry, number
    return None


def _stems(stem: str, suffix: str) -> tuple[str, ...]:
    """A stem before a pronoun: ta marbuta opened, the dual's nun gone."""
    if not suffix or suffix == "ا":
        return (stem,)
    if stem.endswith("ت"):
        return (stem, stem[:-1] + "ه")
    return (stem + "ن", stem) if stem.endswith(("ي", "ا")) else (stem,)


def _may_stand(entry: CasualtyWord, prefix: str, suffix: str) -> bool:
    """Verbs take no article, a pronoun takes none either, "قتل" is the noun only behind a preposition or an article."""
    if suffix and "ال" in prefix:
        return False
    if entry.part == "suffer":
        return prefix in ("", "و", "ف", "س") and not suffix
    if entry.part == "inflict":
        return prefix in ("", "و", "ف", "س", "ل", "ول") and suffix in _VERB_SUFFIX
    if entry.part == "zero":
        return "ال" not in prefix and not suffix
    return not (entry.part == "deed" and suffix == "ي")
