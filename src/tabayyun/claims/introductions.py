"""Where a text told before who somebody is whom it now calls by one name, or by «the source» alone."""

from bisect import bisect_left, bisect_right

from tabayyun.claims.source_phrases import Phrase, within
from tabayyun.model.claim import Kind
from tabayyun.model.text import Sentence, Token

_HEADS = frozenset({"officer", "person", "spokes", "title"})
_BARE = frozenset("the a an he she it they we who which this that both others another one two المصدر المصادر هذا هذه ذلك التي الذي".split())
_BACK = 9
_BACK_LATIN = 5
_AHEAD = 3
_WHO = frozenset("who وهو وهي".split())


def introduction(phrase: Phrase) -> tuple[int, int] | None:
    """The earlier words `[start, end)` (shadow) with title and name of whom `phrase` calls by a surname, or None.

    "Khoury" after "explosives expert Emile Khoury": the words from the head noun to the name; in English also from the
    name to the end of the apposition behind it. The last word of the phrase is the name; the nearest introduction wins.
    """
    words = [t for t in phrase.tokens if t.is_word]
    if not words or len(words) > 3 or any(t.key in _BARE for t in words) or len(words[-1].key) < 3:
        return None
    if any(m.start == words[-1].start and m.form.entry in phrase.know.cues for m in within(words[-1].start, phrase.end, phrase.all)):
        return None
    name = words[-1].key
    is_latin = name.isascii()
    if is_latin and phrase.printed and not _printed(phrase, words[-1])[:1].isupper():
        return None
    tokens = phrase.text.tokens
    here = bisect_left(tokens, words[-1].start, key=lambda t: t.start)
    if found := _behind(phrase, here):
        return found
    for n in range(bisect_left(tokens, phrase.start, key=lambda t: t.start) - 1, 0, -1):
        if tokens[n].key == name and (found := _ahead(phrase, n) or _behind(phrase, n) if is_latin else _ahead(phrase, n)):
            return found
    return None


def earlier_source(phrase: Phrase) -> Kind | None:
    """For «المصدر ذاته», "the source": the kind of the nearest qualified source noun before («مصدر طبي», "security source")."""
    at = bisect_left(phrase.all, phrase.start, key=lambda m: m.start)
    for m in reversed(phrase.all[:at]):
        if m.end > phrase.start or m.form.family not in ("roles", "sources"):
            continue
        said = phrase.text.shadow.text[m.start : m.end].removeprefix("ال")
        if " " not in said or not (said.startswith(("مصدر", "مصادر")) or said.endswith((" source", " sources"))):
            continue
        table = phrase.know.roles if m.form.family == "roles" else phrase.know.sources
        if (kind := table[m.form.entry].kind) is not Kind.UNSPECIFIED:
            return kind
    return None


def _sentence(phrase: Phrase, n: int) -> Sentence:
    sentences = phrase.text.sentences
    return sentences[max(0, bisect_right(sentences, n, key=lambda s: s.first) - 1)]


def _ahead(phrase: Phrase, n: int) -> tuple[int, int] | None:
    """A head noun before the name, with no reporting word between."""
    tokens = phrase.text.tokens
    back = _BACK_LATIN if tokens[n].key.isascii() else _BACK
    first = max(_sentence(phrase, n).first, n - back)
    start, end = tokens[first].start, tokens[n].start
    low = bisect_left(phrase.all, start, key=lambda m: m.start)
    high = bisect_left(phrase.all, end, key=lambda m: m.start)
    near = [m for m in phrase.all[low:high] if m.end <= end]
    start = max((m.end for m in near if m.form.entry in phrase.know.cues and m.form.part == "verb"), default=start)
    heads = [m for m in near if m.start >= start and m.form.family == "roles" and m.form.part in _HEADS]
    return (heads[0].start, tokens[n].end) if heads else None


def _behind(phrase: Phrase, n: int) -> tuple[int, int] | None:
    """ "Emile Khoury, an explosives expert at the centre, said": a head noun behind the name's comma."""
    tokens = phrase.text.tokens
    last = _sentence(phrase, n).last
    if n + 2 >= last or tokens[n + 1].key != ",":
        return None
    is_latin = tokens[n].key.isascii()
    if not is_latin and tokens[n + 2].key not in _WHO:
        return None
    stop = next((j for j in range(n + 2, last) if tokens[j].key in (",", ".") or (is_latin and tokens[j].key == "who")), last)
    if stop - n < 3 or (stop == last and is_latin):
        return None
    low = bisect_left(phrase.all, tokens[n + 2].start, key=lambda m: m.start)
    limit = tokens[min(n + 2 + _AHEAD, stop - 1)].end
    for m in phrase.all[low:]:
        if m.start >= limit:
            return None
        if m.form.family == "roles" and m.form.part in _HEADS and m.form.part != "title":
            return tokens[n].start, tokens[stop - 1].end
    return None


def _printed(phrase: Phrase, t: Token) -> str:
    return phrase.text.shadow.origin(t.start, t.end).words(phrase.printed)
