"""Whether a source phrase holds a person's name."""

import re

from tabayyun.claims.source_phrases import Phrase
from tabayyun.lexicons.actors import first_names
from tabayyun.model.text import Token

_BEFORE_PLACES = frozenset(
    "in at of from near for to with on inside outside the a an في من ب ل باسم عن قرب داخل مدينه حي قريه بلده مخيم معسكر مستشفي "
    "مشفي محافظه ولايه ناحيه شارع سجن مطار جامعه مدرسه مسجد جبهه".split()
)
_HIDDEN = re.compile(
    r"not to be named|anonym|not authori|declined to be named|ذكر اسمه|ذكر اسمها|كشف اسمه|حجب اسمه|عدم .{0,12}اسم|هويته|هويتها|اسمائهم"
)
_PLAIN = frozenset(
    "the a an and or of in at on to for with by from its their his her who which that two three several some one many other "
    "another senior local former retired top chief new old who unnamed regional foreign city town province close "
    "و او من في عن علي الي هذا هذه تلك ذلك التي الذي الذين بعض احد احدي عده عدد كل اخر اخري نفسه نفسها ذاتها ذاته له لها لهم "
    "كان كانت كانوا كانا كن وهو وهي بعد يسكن تسكن طلب رفيع المستوي كبير سابق سابقه غير لم تسمها مقربه قريبه تابعه تابع التابع "
    "التابعه محليه اي برتبه".split()
)


def has_person(phrase: Phrase, language: str) -> bool:
    """True when the phrase names a person: by a given name, a title, or capitals in Latin script."""
    tokens = phrase.tokens
    if is_hidden(phrase):
        return False
    heads = [m for m in phrase.roles if m.form.part in ("person", "officer")]
    kin = next((m for m in heads if m.form.entry.endswith(".relative")), None)
    taken = [(m.start, m.end) for m in (*phrase.names, *phrase.marks)]
    known = {t.start for t in tokens for m in phrase.roles if m.word <= t.start < m.end and m.form.part != "title"}
    titles = [m.end for m in phrase.roles if m.form.part == "title"]
    given = first_names()
    for n, t in enumerate(tokens):
        if not t.is_word or t.start in known or (t.key in _PLAIN and t.key != "علي") or any(a <= t.start < b for a, b in taken):
            continue
        back = tokens[n - 1].key if n else ""
        if back in _BEFORE_PLACES or (kin and t.start > kin.start and not _told_apart(tokens, n)):
            continue
        if t.key in given and not _is_on(phrase, t):
            return True
        if any(0 < t.start - e <= 2 for e in titles) and (not t.key.startswith("ال") or _behind(tokens, n)):
            return True
        if language == "en" and phrase.printed and _is_name(phrase, n, taken, known):
            return True
    return language != "en" and kin is None and _ends_in_name(phrase, bool(heads))


def _is_on(phrase: Phrase, t: Token) -> bool:
    """The preposition على, which folds to the same letters as the name علي: told apart by its printed last letter."""
    return t.key == "علي" and not phrase.text.shadow.origin(t.start, t.end).words(phrase.printed).endswith("ي")


def _told_apart(tokens: tuple[Token, ...], n: int) -> bool:
    """Behind a comma or "named": the relative's own name, not that of the one he belongs to."""
    return any(t.key in (",", "واسمه", "واسمها", "ويدعي", "وتدعي", "يدعي", "named", "called") for t in tokens[:n])


def _ends_in_name(phrase: Phrase, has_head: bool) -> bool:
    """Two words or more at the end that no lexicon knows, behind a title-like head: a name."""
    free = {t.start for t in leftover(phrase)}
    run = 0
    for t in reversed(phrase.tokens):
        if t.start not in free:
            break
        run += 1
    rest = len(phrase.tokens) - run
    if rest == 0 or not 2 <= run <= 4:
        return False
    first = phrase.text.shadow.text[phrase.start : phrase.start + 2]
    return has_head and first == "ال" and phrase.tokens[rest - 1].key not in _BEFORE_PLACES


def is_hidden(phrase: Phrase) -> bool:
    """True when the phrase says that the source's name is kept back."""
    return _HIDDEN.search(phrase.words()) is not None


def leftover(phrase: Phrase) -> list[Token]:
    """The words of the phrase that no lexicon knows and that are no grammar: a name that we have not on record."""
    covered = [(m.word, m.end) for m in (*phrase.names, *phrase.roles, *phrase.marks)]
    return [t for t in phrase.tokens if t.is_word and t.key not in _PLAIN and not any(a <= t.start < b for a, b in covered)]


def _behind(tokens: tuple[Token, ...], n: int) -> bool:
    return n + 1 < len(tokens)


def _is_name(phrase: Phrase, n: int, taken: list[tuple[int, int]], known: set[int]) -> bool:
    """Two capitalised unknown words in a row, or one behind a known role word or a comma."""
    tokens = phrase.tokens
    if not _is_capital(phrase, tokens[n]):
        return False
    if n + 1 < len(tokens):
        after = tokens[n + 1]
        free = after.is_word and after.start not in known and not any(a <= after.start < b for a, b in taken)
        if free and _is_capital(phrase, after):
            return True
    return n > 0 and (tokens[n - 1].start in known or tokens[n - 1].key == ",")


def _is_capital(phrase: Phrase, t: Token) -> bool:
    word = phrase.text.shadow.origin(t.start, t.end).words(phrase.printed)
    return word[:1].isupper() and not word.isupper()
