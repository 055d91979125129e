"""Every place the package knows, found by its names in a shadow.

Three data files under `data/places`: a GeoNames subset, the OCHA table of Syria, and a supplement written by hand for
what conflict news names and the others lack. `false_friends.csv` lists names that are ordinary words too.
"""

import csv
import gzip
import io
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tabayyun.events.place_keys import ARTICLES, arabic_keys, english_key, skeleton
from tabayyun.lexicons.load import DATA
from tabayyun.text.fold import key

FOLDER = DATA / "places"
RADIUS_M = {"exact": 500, "neighbourhood": 2000, "settlement": 4000, "district": 20000, "province": 70000, "country": 400000}
"""How far from the point a place of each precision may reach, in metres."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer; WGS84 degrees."""

    id: str
    name: str
    country: str
    lat: float
    lon: float
    precision: str
    kind: str
    population: int = 0
    city: str = ""
    """For a quarter of a town: the folded name of the town, where the source gives it."""


def kilometres(a: Entry, b: Entry) -> float:
    """Distance of two entries on a flat map, good enough below 1,000 km."""
    dy = (a.lat - b.lat) * 111.2
    dx = (a.lon - b.lon) * 111.2 * math.cos(math.radians((a.lat + b.lat) / 2))
    return math.hypot(dx, dy)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the line, its key as gazetteer keys write it; `start`/`end` are shadow offsets."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Found:
    """A name of the gazetteer at words `[first, last)`; `start` is where the name begins inside its first word."""

    first: int
    last: int
    start: int
    end: int
    key: str
    clitic: str


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ACCENTED = re.compile("[à-ỹ]")
_BARE = {ord(a): b for a, b in zip("àáâãäåçèéêëìíîïñòóôõöùúûüýÿşğıœ", "aaaaaaceeeeiiiinooooouuuuyysgio", strict=True)}
_PROCLITIC = ("و", "ف")
_PREPOSITION = ("ب", "ل", "ك")


def words(shadow: str) -> list[Word]:
    """Words of a shadow as the gazetteer counts them: hyphens part words, apostrophes vanish, possessive `'s` is cut off."""
    line = shadow.translate(_BARE) if _ACCENTED.search(shadow) else shadow
    out = []
    for m in _WORD.finditer(line):
        w, start, end = m.group(), m.start(), m.end()
        if "'" in w:
            if w.endswith("'s"):
                w, end = w[:-2], end - 2
            w = w.replace("'", "")
        out.append(Word(start, end, w))
    return out


@lru_cache(maxsize=50_000)
def bare_forms(word: str) -> tuple[tuple[str, str], ...]:
    """The word and what may be left of it without Arabic proclitics, as (clitic, rest)."""
    out = [("", word)]
    if not word or not "ء" <= word[0] <= "ي" or len(word) < 4:
        return tuple(out)
    starts = [("", word)]
    if word[0] in _PROCLITIC:
        starts.append((word[0], word[1:]))
        out.append((word[0], word[1:]))
    for lead, rest in starts:
        if len(rest) >= 4 and rest[0] in _PREPOSITION:
            if rest.startswith("لل"):
                out.append((lead + "ل", "ال" + rest[2:]))
            out.append((lead + rest[0], rest[1:]))
    return tuple(out)


class Gazetteer:
    """All entries by key, and the finder of their names."""

    def __init__(self, named: Iterable[tuple[Entry, list[str]]], friends: dict[str, str]) -> None:
        self.friends = friends
        self._by_key: dict[str, list[Entry]] = {}
        for entry, keys in _renamed(named):
            for k in keys:
                self._by_key.setdefault(k, []).append(entry)
        self._share_with_capitals()
        self._rests: dict[str, list[tuple[str, ...]]] = {}
        for k in self._by_key:
            first, *rest = k.split(" ")
            self._rests.setdefault(first, []).append(tuple(rest))
        for rests in self._rests.values():
            rests.sort(key=lambda r: (-len(r), r))

    def _share_with_capitals(self) -> None:
        """A town that gives its province the name takes over the spellings of the province."""
        spellings: dict[str, tuple[Entry, list[str]]] = {}
        for k, group in self._by_key.items():
            for e in group:
                if e.kind == "province" and not e.id.startswith("ocha."):
                    spellings.setdefault(e.id, (e, []))[1].append(k)
        for province, keys in spellings.values():
            towns = [
                e
                for k in keys
                for e in self._by_key[k]
                if e.kind == "settlement" and e.country == province.country and kilometres(e, province) < 150
            ]
            if towns:
                town = max(towns, key=lambda e: (e.population, e.id))
                for k in keys:
                    if town not in self._by_key[k]:
                        self._by_key[k].append(town)

    def __len__(self) -> int:
        return len(self._by_key)

    def entries(self, name: str) -> list[Entry]:
        """Entries of a key; empty when unknown."""
        return self._by_key.get(name, [])

    def find(self, line: list[Word], shadow: str) -> list[Found]:
        """Longest names from left to right; a name never crosses punctuation or a line break."""
        out: list[Found] = []
        i = 0
        while i < len(line):
            best = self._longest(line, i, shadow)
            if best is not None:
                out.append(best)
                i = best.last
            else:
                i += 1
        return out

    def _longest(self, line: list[Word], i: int, shadow: str) -> Found | None:
        best: Found | None = None
        word = line[i]
        for clitic, head in bare_forms(word.key):
            for rest in self._rests.get(head, ()):
                last = i + 1 + len(rest)
                if best is not None and last <= best.last:
                    break
                if self._agrees(line, i, rest, shadow):
                    name = " ".join((head, *rest)) if rest else head
                    best = Found(i, last, word.start + len(clitic.replace("ال", "")), line[last - 1].end, name, clitic)
                    break
        return best

    @staticmethod
    def _agrees(line: list[Word], i: int, rest: tuple[str, ...], shadow: str) -> bool:
        if i + len(rest) >= len(line):
            return False
        for n, expected in enumerate(rest, start=i + 1):
            got = line[n].key
            if got != expected and not (expected == "al" and got in ARTICLES):
                return False
            gap = shadow[line[n - 1].end : line[n].start]
            if gap not in (" ", "-", " - ", "'s ") and gap.strip(" -"):
                return False
            if "\n" in gap:
                return False
        return True

    @lru_cache(maxsize=1)  # noqa: B019  one gazetteer lives as long as the process
    def _skeletons(self) -> dict[str, list[Entry]]:
        out: dict[str, list[Entry]] = {}
        for k, group in self._by_key.items():
            if k[0].isascii() and len(s := skeleton(k)) >= 4:
                out.setdefault(s, []).extend(e for e in group if not e.id.startswith("ocha.N"))
        return out

    def alike(self, name: str, country: str) -> list[Entry]:
        """Entries of one country whose English spelling differs from `name` only by habits of transliteration."""
        s = skeleton(name)
        if len(s) < 4:
            return []
        return [e for e in self._skeletons().get(s, ()) if e.country == country]


def _renamed(named: Iterable[tuple[Entry, list[str]]]) -> Iterator[tuple[Entry, list[str]]]:
    """Two settlements on one spot that share a spelling are one place and go by one name, that of the first."""
    first: dict[tuple[str, float, float], list[tuple[Entry, list[str]]]] = {}
    for entry, keys in named:
        same = first.setdefault((entry.country, round(entry.lat, 2), round(entry.lon, 2)), [])
        twin = next((e for e, ks in same if entry.kind == e.kind == "settlement" and not set(keys).isdisjoint(ks)), None)
        if twin is None:
            same.append((entry, keys))
        yield (replace(entry, name=twin.name) if twin else entry), keys


def _rows(name: str) -> Iterator[dict[str, str]]:
    raw = (FOLDER / name).read_bytes()
    text = gzip.decompress(raw).decode("utf-8") if name.endswith(".gz") else raw.decode("utf-8")
    yield from csv.DictReader(io.StringIO(text))


def _supplement() -> Iterator[tuple[Entry, list[str]]]:
    for r in _rows("supplement.csv"):
        names = [n for n in (*r["en"].split("|"), *r["ar"].split("|")) if n]
        keys = [k for n in r["en"].split("|") if (k := english_key(n))] + [k for n in r["ar"].split("|") if n for k in arabic_keys(n)]
        yield (
            Entry(r["id"], names[0], r["country"], float(r["lat"]), float(r["lon"]), r["precision"], r["kind"], 1),
            list(dict.fromkeys(keys)),
        )


def _geonames() -> Iterator[tuple[Entry, list[str]]]:
    for r in _rows("geonames.csv.gz"):
        entry = Entry(r["id"], r["name"], r["country"], float(r["lat"]), float(r["lon"]), "settlement", "settlement", int(r["population"]))
        yield entry, r["keys"].split("|")


def _ocha() -> Iterator[tuple[Entry, list[str]]]:
    for r in _rows("ocha_syria.csv"):
        keys = [k for k in (english_key(r["name"]), *arabic_keys(r["name_ar"])) if len(k) > 2]
        name, city = r["name"].replace("\n", " "), key(r["city_ar"])
        yield Entry(r["id"], name, "SY", float(r["lat"]), float(r["lon"]), r["precision"], r["precision"], 0, city), keys


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The shipped places, loaded at first use and shared."""
    friends = {key(r["form"]): r["needs"] for r in _rows("false_friends.csv")}
    return Gazetteer((*_supplement(), *_geonames(), *_ocha()), friends)
