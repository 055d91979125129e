"""Names of known places in one text, each resolved to one entry of the gazetteer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tabayyun.events.gazetteer import Entry, Found, Gazetteer, Word, bare_forms, gazetteer, kilometres, words
from tabayyun.events.place_keys import ARTICLES
from tabayyun.events.place_words import PRECISION, Vocabulary, vocabulary
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.model.text import TextLayer

_SURE_ARTICLES = frozenset({"al", "el", "ad", "adh", "ash", "ath", "az", "ez", "esh"})


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A known name in the text: its words `[first, last)` on the line, its printed span, the entry it was resolved to."""

    first: int
    last: int
    start: int
    """Shadow offset where the name begins, without clitics."""
    end: int
    span: Span
    name: str
    """The key that was found."""
    entry: Entry
    kind: str
    """Class of the noun beside it (`settlement`, `prison`, ...), or empty."""
    clitic: str
    """Arabic proclitic in front of the name, or empty."""
    rivals: int = 0
    """How many other entries carry the same name."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text prepared for places: its shadow, the words on it, and the printed text."""

    shadow: str
    words: tuple[Word, ...]
    printed: str
    starts: Sequence[int]

    def breaks(self, i: int, j: int) -> bool:
        """Does punctuation or a line break stand between words `i` and `j`?"""
        gap = self.shadow[self.words[i].end : self.words[j].start]
        return bool(gap.replace("'s", "").strip(' -"'))

    def is_capital(self, i: int) -> bool:
        """Does word `i` begin with a capital letter in print?"""
        return self.printed[self.starts[self.words[i].start]].isupper()

    def is_article(self, i: int) -> bool:
        """Is word `i` an Arabic article in Latin letters (`al-`, `El `), not the English preposition `at`, `as`?"""
        key = self.words[i].key
        return key in _SURE_ARTICLES or (key in ARTICLES and self.shadow[self.words[i].end : self.words[i].end + 1] == "-")

    def before(self, i: int) -> str:
        """Key of the word in front of word `i` in the same clause, articles skipped; empty at its start."""
        while i > 0 and not self.breaks(i - 1, i):
            i -= 1
            if self.words[i].key != "the" and not self.is_article(i):
                return self.words[i].key
        return ""


def line_of(text: TextLayer, doc: Document) -> Line:
    """The prepared line of a document."""
    return Line(text.shadow.text, tuple(words(text.shadow.text)), doc.text, text.shadow.starts)


def find_places(text: TextLayer, doc: Document) -> list[PlaceMention]:
    """Every mention of a known place in reading order; names that are ordinary words too only where the context bears them."""
    return mentions(line_of(text, doc), text)


def mentions(line: Line, text: TextLayer) -> list[PlaceMention]:
    """The same on a prepared line."""
    places, say = gazetteer(), vocabulary()
    raw = []
    finds = places.find(list(line.words), line.shadow)
    heads = {f.first for f in finds}
    for f in finds:
        kind = kind_beside(line, f, say)
        group = [e for e in places.entries(f.key) if _bears(line, f, e, kind, places, say)]
        if group and not (_is_person(line, f, kind, say) or (not kind and _is_full_name(line, f, heads, say))):
            raw.append((f, kind, group))
    votes = _votes(line, raw, say)
    own = Counter((f.key, group[0].country) for f, _, group in raw if _voice(group))
    raw = [(f, kind, near) for f, kind, group in raw if (near := [e for e in group if _is_backed(e, f.key, votes, own, places)])]
    raw = [(f, kind, group) for f, kind, group in raw if not _is_stray(f, kind, group, votes, own)]
    chosen = [(f, kind, *_choose(f, kind, group, votes, ())) for f, kind, group in raw]
    settled = [e for _, _, e, n in chosen if n == 0 and e.precision in ("settlement", "neighbourhood", "exact", "district")]
    out = []
    for f, kind, group in raw:
        entry, rivals = _choose(f, kind, group, votes, settled)
        if entry.id.startswith("ocha.") and entry.precision == "neighbourhood" and not _is_of_town(entry, settled):
            continue
        out.append(PlaceMention(f.first, f.last, f.start, f.end, text.shadow.origin(f.start, f.end), f.key, entry, kind, f.clitic, rivals))
    return out


def kind_beside(line: Line, f: Found, say: Vocabulary) -> str:
    """Class of the kind noun right before the name (`مدينة X`, `town of X`) or, in English, right after it (`X province`)."""
    i = f.first
    if f.clitic in ("", "ل", "ب"):
        back = line.before(i)
        if back == "of":
            back = line.before(next(n for n in range(i - 1, -1, -1) if line.words[n].key == "of"))
        for _, bare in bare_forms(back) if back else ():
            if bare in say.kind:
                return say.kind[bare]
    if f.key[0].isascii() and f.last < len(line.words) and not line.breaks(f.last - 1, f.last):
        after = line.words[f.last].key
        if after == "refugee":
            return "camp"
        return say.kind.get(after, "")
    return ""


def has_preposition(line: Line, i: int, clitic: str, say: Vocabulary) -> bool:
    """Does a preposition or a word of place stand in front of word `i`?"""
    if clitic.endswith("ب"):
        return True
    back = line.before(i)
    return (
        any(
            say.before.get(b) in ("in", "close", "over", "between", "from", "to", "hit") or b in say.link or b in say.kind
            for _, b in bare_forms(back)
        )
        if back
        else False
    )


def _bears(line: Line, f: Found, entry: Entry, kind: str, places: Gazetteer, say: Vocabulary) -> bool:
    latin = f.key[0].isascii()
    if latin and not (line.is_capital(f.first) or (line.words[f.first].key in say.compass and line.is_capital(f.last - 1))):
        return False
    needs = places.friends.get(f.key, "")
    if needs == "never":
        return False
    single = f.last - f.first == 1
    if not needs and single and (entry.population < 20000 and not entry.id.startswith(("sy.", "iq.")) and entry.population != 1):
        needs = "preposition"
    if entry.id.startswith("ocha.") and (single or entry.precision == "neighbourhood"):
        needs = "kind" if entry.precision == "neighbourhood" else needs or "preposition"
    if len(f.key) < 4 and single and not latin and not needs and entry.id.startswith(("gn.", "ocha.")):
        needs = "preposition"
    if not needs or needs == "country":
        return True
    if needs == "preposition":
        return bool(kind) or has_preposition(line, f.first, f.clitic, say)
    return bool(kind) and f.clitic in ("", "ب", "ل") and (entry.precision != "settlement" or kind in PRECISION)


def _is_person(line: Line, f: Found, kind: str, say: Vocabulary) -> bool:
    back = line.before(f.first)
    if kind or not back:
        return False
    return back in say.title


_BODIES = frozenset(
    "resistance units unit brigade brigades battalion battalions forces force council movement front army military authority protection"
    " shield liberation mobilization mobilisation martyrs revolutionaries hawks falcons police observatory media university network"
    " club foundation association initiative".split()
)


def _is_full_name(line: Line, f: Found, heads: set[int], say: Vocabulary) -> bool:
    """An English name amid other capitals (`Chad Bown`, `The Washington Post`): a person or a body, not the place."""
    if not f.key[0].isascii():
        return False
    after = (
        f.last < len(line.words)
        and f.last not in heads
        and line.shadow[line.words[f.last - 1].end : line.words[f.last].start] == " "
        and line.is_capital(f.last)
    )
    if after and line.words[f.last].key in _BODIES:
        return True  # members of the Sinjar Resistance Units
    if has_preposition(line, f.first, f.clitic, say):
        return False
    if after and line.words[f.last].key not in say.kind and line.words[f.last].key not in say.demonym:
        return True
    i = f.first - (1 if f.first and line.is_article(f.first - 1) else 0)
    if i == 0 or line.breaks(i - 1, i) or not line.is_capital(i - 1) or "'" in line.shadow[line.words[i - 1].end : line.words[i].start]:
        return False
    back = line.words[i - 1].key
    follows_start = i == 1 or line.breaks(i - 2, i - 1)
    return not (
        follows_start or back in say.compass or back in say.kind or back in say.demonym or back in say.before or back in ("the", "and")
    )


def _votes(line: Line, raw: list[tuple[Found, str, list[Entry]]], say: Vocabulary) -> Counter[str]:
    votes: Counter[str] = Counter()
    for _, _, group in raw:
        if country := _voice(group):
            votes[country] += 1 if group[0].precision == "country" else 3
    for w in line.words:
        if w.key in say.demonym:
            votes[say.demonym[w.key]] += 1
    return votes


def _is_stray(f: Found, kind: str, group: list[Entry], votes: Counter[str], own: Counter[tuple[str, str]]) -> bool:
    """A camp or quarter of a name that only a far country has, in a text about another country: most likely its namesake."""
    if kind not in ("camp", "neighbourhood", "crossing", "site", "district", "base") or any(e.kind == kind for e in group):
        return False
    backed = max(votes[e.country] - 3 * own[(f.key, e.country)] for e in group)
    return backed <= 0 and max(votes.values(), default=0) >= 6


def _is_of_town(e: Entry, settled: Sequence[Entry]) -> bool:
    """Is the town of this quarter the one the text speaks of most?"""
    counts = Counter(s.id for s in settled if s.precision == "settlement")
    most = max(counts.values(), default=0)
    return any(kilometres(e, s) < 12 and counts[s.id] == most for s in settled if s.precision == "settlement")


def _voice(group: list[Entry]) -> str:
    """The one country that a name speaks for, or empty where its well-known bearers lie in several."""
    countries = {e.country for e in group if e.population >= 50000 or not e.id.startswith(("gn.", "ocha."))}
    return countries.pop() if len(countries) == 1 else ""


def _is_backed(e: Entry, name: str, votes: Counter[str], own: Counter[tuple[str, str]], places: Gazetteer) -> bool:
    """Well known, or named beside other signs of its country; a text with no other sign is believed."""
    others = sum(votes.values()) - 3 * sum(n for (k, _), n in own.items() if k == name)
    backed = votes[e.country] - 3 * own[(name, e.country)] > 0 or others <= 0
    if places.friends.get(name) == "country" or (e.id.startswith(("gn.", "ocha.")) and e.population < 400000):
        return backed or (" " in name and e.population >= 20000)
    return True


def _choose(f: Found, kind: str, group: list[Entry], votes: Counter[str], settled: Sequence[Entry]) -> tuple[Entry, int]:
    """The best entry of a name and how many rivals far from it there were."""
    if len(group) == 1:
        return group[0], 0
    total = sum(votes.values()) or 1
    scored = sorted(((_merit(e, kind, votes, total, settled), e.id, e) for e in group), key=lambda x: (-x[0], x[1]))
    best = scored[0][2]
    return best, sum(1 for _, _, e in scored if kilometres(e, best) > 60)


def _merit(e: Entry, kind: str, votes: Counter[str], total: int, settled: Sequence[Entry]) -> float:
    merit = 14.0 * votes[e.country] / total
    merit += (
        4.0 if not e.id.startswith(("gn.", "ocha.")) else min(len(str(e.population)), 7) * 0.8 - (1.5 if e.id.startswith("ocha.") else 0.0)
    )
    merit += _suits(e, kind)
    near = min((kilometres(e, s) for s in settled if s is not e), default=999.0)
    merit += 6.0 if near < 40 else 3.0 if near < 120 else 0.0
    return merit


def _suits(e: Entry, kind: str) -> float:
    if not kind:
        return {"settlement": 5.0, "exact": 4.0, "neighbourhood": 2.0, "country": 6.0, "district": 2.0}.get(e.precision, 0.0)
    if kind == e.kind or PRECISION.get(kind, "exact") == e.precision:
        return 12.0
    if kind in ("base", "airport", "prison", "crossing", "port", "site"):
        return {"exact": 8.0, "settlement": 5.0, "neighbourhood": 2.0}.get(e.precision, 0.0)
    return {"province": 2.0, "district": 3.0, "settlement": 4.0}.get(e.precision, 0.0) if kind in ("district", "province") else 0.0
