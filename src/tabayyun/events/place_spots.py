"""From a place phrase to a point on the map, with an honest radius."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tabayyun.events.gazetteer import RADIUS_M, Entry, gazetteer, kilometres
from tabayyun.events.place_mentions import Line
from tabayyun.events.place_parts import Part
from tabayyun.events.place_phrases import Phrase
from tabayyun.events.place_words import PRECISION, Vocabulary

FINENESS = {"exact": 0, "neighbourhood": 1, "settlement": 2, "district": 3, "province": 4, "country": 5}
_WEIGHT = {"exact": 3.2, "neighbourhood": 3.2, "settlement": 3.0, "district": 1.5, "province": 0.6, "country": 0.1}
_DISTANCE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:-\s*)?(كم|كيلومتر\w*|كيلو|km|kilomet\w+|miles?|ميل\w*)")
_COMPASS = tuple(
    (re.compile(pattern), step)
    for pattern, step in (
        (r"شمال\w*\s+شرق|north-?\s?east", (1, 1)),
        (r"شمال\w*\s+غرب|north-?\s?west", (1, -1)),
        (r"جنوب\w*\s+شرق|south-?\s?east", (-1, 1)),
        (r"جنوب\w*\s+غرب|south-?\s?west", (-1, -1)),
        (r"شمال|north", (1, 0)),
        (r"جنوب|south", (-1, 0)),
        (r"شرق|east", (0, 1)),
        (r"غرب|west", (0, -1)),
    )
)
"""Directions as steps (north, east)."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point with what is known of it; `rule` says how the words led to it."""

    name: str
    lat: float
    lon: float
    precision: str
    radius_m: int
    place_id: str
    country: str
    rule: str
    kind: str = ""

    def km(self, e: "Spot | Entry") -> float:
        """Flat distance in kilometres."""
        dy = (self.lat - e.lat) * 111.2
        return math.hypot(dy, (self.lon - e.lon) * 111.2 * math.cos(math.radians((self.lat + e.lat) / 2)))


def spot_of(e: Entry, rule: str = "place.known") -> Spot:
    """The point of a gazetteer entry."""
    return Spot(e.name, e.lat, e.lon, e.precision, RADIUS_M[e.precision], e.id, e.country, rule, e.kind)


def known_spot(line: Line, phrase: Phrase) -> Spot | None:
    """The point of a phrase that holds a known name: the finest one, or an offset from it for an unknown head."""
    known = [p for p in phrase.parts if p.mention is not None]
    if not known:
        return None
    head = phrase.head
    if head.mention is None and not head.is_definite:
        return _relative(line, phrase, known[0])
    if (
        len(known) > 1
        and is_namesake(head)
        and all(head.mention and p.mention and kilometres(p.mention.entry, head.mention.entry) > 30 for p in known[1:])
    ):
        return _relative(line, replace(phrase, parts=(replace(head, mention=None), *phrase.parts[1:])), known[1])
    entries = [p.mention.entry for p in known if p.mention is not None]
    best = entries[0]
    for e in entries[1:]:
        if FINENESS[e.precision] < FINENESS[best.precision] and FINENESS[best.precision] >= 3 and kilometres(e, best) < 400:
            best = e
    return spot_of(best)


def is_namesake(part: Part) -> bool:
    """A street, quarter, camp or site that only shares its name with the known town (`شارع صنعاء`, `حي الثورة`)."""
    if part.mention is None or part.kind not in ("neighbourhood", "camp", "crossing", "site", "base"):
        return False
    e = part.mention.entry
    return e.kind != part.kind and e.precision in ("settlement", "province", "country", "district")


def _relative(line: Line, phrase: Phrase, ref: Part) -> Spot:
    """An unnamed or unknown place said to lie in, near, or so far from a known one."""
    assert ref.mention is not None
    e = ref.mention.entry
    for p in phrase.parts:
        if p.mention is not None and FINENESS[p.mention.entry.precision] < FINENESS[e.precision]:
            e = p.mention.entry
    precision = PRECISION.get(phrase.head.kind, "exact" if phrase.head.kind else "settlement")
    base = spot_of(e, "place.inside-known")
    lead = line.shadow[phrase.head.end : ref.start]
    way = next((step for pattern, step in _COMPASS if pattern.search(lead)), None)
    far = _DISTANCE.search(lead)
    if way and FINENESS[e.precision] <= 3:
        km = float(far.group(1).replace(",", ".")) * (1.6 if far.group(2).startswith(("mi", "ميل")) else 1.0) if far else 4.0
        return _shifted(base, way, min(km, 150.0), precision, bool(far))
    radius = max(RADIUS_M[e.precision], RADIUS_M[precision])
    finer = FINENESS[precision] >= FINENESS[e.precision] or FINENESS[e.precision] <= 2
    return replace(base, radius_m=radius, precision=precision if finer else e.precision)


def _shifted(base: Spot, way: tuple[int, int], km: float, precision: str, is_measured: bool) -> Spot:
    long = math.hypot(*way)
    lat = base.lat + km * way[0] / long / 111.2
    lon = base.lon + km * way[1] / long / (111.2 * math.cos(math.radians(base.lat)))
    radius = int(max(RADIUS_M["settlement"], 1000 * km * (0.35 if is_measured else 1.5)))
    return replace(base, lat=round(lat, 4), lon=round(lon, 4), precision=precision, radius_m=radius, rule="place.offset")


class Context:
    """What a document has told of its places: points of its phrases, names it explained once, its main place."""

    def __init__(self, line: Line, phrases: Sequence[Phrase], roles: Sequence[str], say: Vocabulary) -> None:
        self._phrases = phrases
        self._spots: list[Spot | None] = [known_spot(line, p) for p in phrases]
        self._names: dict[str, Spot] = {}
        for p, s in zip(phrases, self._spots, strict=True):
            if s is not None and p.head.mention is None and p.head.name:
                old = self._names.get(_bare(p.head.name))
                if old is None or FINENESS[s.precision] < FINENESS[old.precision]:
                    self._names[_bare(p.head.name)] = s
        self.main = self._main(roles)
        self._alike(say)
        self._spots = [self._settle(n, p, s) for n, (p, s) in enumerate(zip(phrases, self._spots, strict=True))]

    def spot(self, n: int) -> Spot | None:
        """The point of the n-th phrase, or None where nothing tells."""
        return self._spots[n]

    def _main(self, roles: Sequence[str]) -> Spot | None:
        weights: list[tuple[Spot, float]] = []
        for n, (s, role) in enumerate(zip(self._spots, roles, strict=True)):
            if s is not None:
                weights.append(
                    (s, _WEIGHT[s.precision] * (2.0 if role in ("in", "close", "hit", "reached") else 0.4) * (1.6 if n < 2 else 1.0))
                )
        if not weights:
            return None
        countries: dict[str, float] = {}
        for s, w in weights:
            countries[s.country] = countries.get(s.country, 0.0) + w
        home = min(countries, key=lambda c: (-countries[c], c))
        score: dict[str, float] = {}
        for s, w in weights:
            score[s.place_id] = score.get(s.place_id, 0.0) + w * (1.0 if s.country == home else 0.5)
        best = min(score, key=lambda k: (-score[k], k))
        return next(s for s, _ in weights if s.place_id == best)

    def _alike(self, say: Vocabulary) -> None:
        """Unknown English names that differ from a known one of the main place's country only in spelling."""
        if self.main is None:
            return
        for n, p in enumerate(self._phrases):
            name = p.head.name
            if self._spots[n] is None and name and name[0].isascii() and name not in self._names:
                near = [e for e in gazetteer().alike(name, self.main.country) if self.main.km(e) < 350]
                if near:
                    e = min(near, key=lambda e: (FINENESS[e.precision] == 4, round(self.main.km(e)) if self.main else 0, e.id))
                    self._names[_bare(name)] = spot_of(e, "place.like-spelling")

    def _settle(self, n: int, phrase: Phrase, spot: Spot | None) -> Spot | None:
        head = phrase.head
        if head.is_definite and spot is None:
            return self._pointed(n, head)
        if head.mention is None and head.name:
            told = self._names.get(_bare(head.name))
            if told is not None and (spot is None or FINENESS[told.precision] <= FINENESS[spot.precision]):
                return told
        if (
            spot is not None
            and len(phrase.parts) == 1
            and is_namesake(head)
            and self._is_far(spot, 60 if head.kind == "neighbourhood" else 150)
        ):
            return self._by_context(head)
        if spot is not None:
            if head.mention is None and spot.rule == "place.inside-known" and FINENESS[spot.precision] >= 4 and self.main is not None:
                m = self.main
                if m.country == spot.country and m.km(spot) < 120 and FINENESS[m.precision] <= 3:
                    return replace(m, rule="place.main")
            return spot
        return self._by_context(head)

    def _is_far(self, spot: Spot, km: float) -> bool:
        return self.main is not None and self.main.km(spot) > km

    def _by_context(self, head: Part) -> Spot | None:
        if self.main is None or (not head.name and not head.kind):
            return None
        precision = PRECISION.get(head.kind, "exact" if head.kind else "settlement")
        if FINENESS[precision] < FINENESS[self.main.precision]:
            precision = self.main.precision
        return replace(self.main, rule="place.main", precision=precision, radius_m=max(self.main.radius_m, 10000))

    def _pointed(self, n: int, head: Part) -> Spot | None:
        """`the town`, `السجن`: the last place of that sort named before, else the main place."""
        wanted = PRECISION.get(head.kind, "exact")
        for m in range(n - 1, -1, -1):
            s, p = self._spots[m], self._phrases[m].head
            if s is None or p.is_definite or (self.main is not None and (s.country != self.main.country or s.km(self.main) > 200)):
                continue
            if wanted == "exact" and p.kind == head.kind and head.kind != "site":
                return replace(s, rule="place.pointed-at")
            if wanted == s.precision and wanted != "exact" and (p.kind == head.kind or not p.kind or not head.kind):
                return replace(s, rule="place.pointed-at")
        return replace(self.main, rule="place.main") if self.main else None


def _bare(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0] in ("al", "el", "the"):
        words = words[1:]
    return " ".join(words).removeprefix("ال")
