"""A small offline map an incident: one mark a claimed place, its ring as wide as the words are vague."""

import math
from dataclasses import dataclass

from tabayyun.dossier.outlines import Country, Point, Window, clip, countries
from tabayyun.model import wire

WIDTH, HEIGHT, INSET = 640, 400, 132
_KM = 111.32
_RADII = {"exact": 500, "neighbourhood": 1500, "settlement": 3000, "district": 20_000, "province": 60_000, "country": 300_000}
_POINTABLE = 20_000
_APART = 18.0
"""Marks nearer than this (pixels) share one dot."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One claimed place: where it is drawn, how wide its ring is (pixels), who claims it."""

    number: int
    name: str
    precision: str
    radius_m: int
    lat: float
    lon: float
    x: float
    y: float
    r: float
    is_vague: bool
    """Drawn as a dashed ring: wider than a place that one can point at."""
    words: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """One or several marks at nearly the same point, with the side on which its label has room."""

    x: float
    y: float
    numbers: str
    name: str
    anchor: str
    dx: float
    half: float
    """Half the width of its pill."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country's outline as an SVG path, and where its name fits (None: no room)."""

    path: str
    en: str
    ar: str
    at: Point | None


@dataclass(frozen=True, slots=True)
class Map:
    """Everything the template draws; coordinates are pixels of a WIDTH x HEIGHT view."""

    marks: tuple[Mark, ...]
    dots: tuple[Dot, ...]
    land: tuple[Land, ...]
    inset: tuple[Land, ...]
    inset_box: tuple[float, float, float, float]
    scale_km: int
    scale_px: float
    unplaced: tuple[str, ...]
    """Names of claimed places without a point."""


@dataclass(frozen=True, slots=True)
class _View:
    window: Window
    width: float
    height: float

    def at(self, lon: float, lat: float) -> Point:
        w = self.window
        return (
            (lon - w.west) / (w.east - w.west) * self.width,
            (w.north - lat) / (w.north - w.south) * self.height,
        )

    def pixels(self, metres: float) -> float:
        return metres / 1000 / _KM / (self.window.north - self.window.south) * self.height


def draw(claims: list[wire.Claim]) -> Map | None:
    """The map of the places that these claims name; None where none of them has a point."""
    found: dict[tuple[str, float, float], list[wire.Claim]] = {}
    unplaced: dict[str, None] = {}
    for c in claims:
        p = c.slots.place
        if p is None:
            continue
        if p.lat is None or p.lon is None:
            unplaced[p.name] = None
        else:
            found.setdefault((p.name, p.lat, p.lon), []).append(c)
    if not found:
        return None
    spots = [(lat, lon, _radius(group[0])) for (_, lat, lon), group in found.items()]
    view = _View(_window(spots), WIDTH, HEIGHT)
    marks = tuple(_mark(n, key, group, view) for n, (key, group) in enumerate(found.items(), 1))
    land = tuple(_clear(x, marks) for x in _land(view, True))
    far = _View(_around(view.window), INSET, INSET)
    (x1, y1), (x2, y2) = far.at(view.window.west, view.window.north), far.at(view.window.east, view.window.south)
    km = _round_km(view)
    return Map(
        marks, _dots(marks), land, _land(far, False), (round(x1, 1), round(y1, 1), round(x2 - x1, 1), round(y2 - y1, 1)),
        km, round(view.pixels(km * 1000), 1), tuple(unplaced),
    )  # fmt: skip


def _radius(c: wire.Claim) -> int:
    known = c.evidence["place"].radius_m if "place" in c.evidence else None
    return known or _RADII.get((c.slots.place and c.slots.place.precision) or "settlement", 3000)


def _mark(number: int, key: tuple[str, float, float], group: list[wire.Claim], view: _View) -> Mark:
    name, lat, lon = key
    x, y = view.at(lon, lat)
    radius = _radius(group[0])
    places = [c.slots.place for c in group if c.slots.place]
    r = round(min(view.pixels(radius), 3 * WIDTH), 1)
    words = tuple(dict.fromkeys(p.quote for p in places if p.quote))
    return Mark(
        number, name, places[0].precision or "", radius, lat, lon, round(x, 1), round(y, 1), r, radius > _POINTABLE,
        words, tuple(c.id for c in group),
    )  # fmt: skip


def _window(spots: list[tuple[float, float, int]]) -> Window:
    """All points with room around; rings wider than `_POINTABLE` may run out of the picture."""
    pad = [min(r, _POINTABLE) / 1000 / _KM for _, _, r in spots]
    south, north = min(s[0] - p for s, p in zip(spots, pad, strict=True)), max(s[0] + p for s, p in zip(spots, pad, strict=True))
    middle = (south + north) / 2
    squeeze = max(0.2, math.cos(math.radians(middle)))
    west, east = (
        min(s[1] - p / squeeze for s, p in zip(spots, pad, strict=True)),
        max(s[1] + p / squeeze for s, p in zip(spots, pad, strict=True)),
    )
    tall = max((north - south) * 1.35, (east - west) * squeeze * HEIGHT / WIDTH * 1.35, 0.5)
    wide = tall * WIDTH / HEIGHT / squeeze
    x = (west + east) / 2
    return Window(x - wide / 2, middle - tall / 2, x + wide / 2, middle + tall / 2)


def _around(w: Window) -> Window:
    """A square of some 16 degrees around a window, or three times the window where that is wider."""
    x, y = (w.west + w.east) / 2, (w.south + w.north) / 2
    half = max(8.0, (w.north - w.south) * 1.5, (w.east - w.west) * 1.2)
    squeeze = max(0.2, math.cos(math.radians(y)))
    return Window(x - half / squeeze, y - half, x + half / squeeze, y + half)


def _land(view: _View, is_named: bool) -> tuple[Land, ...]:
    out = []
    for c in countries():
        pieces = [p for ring in c.rings if (p := _thin([view.at(*q) for q in clip(ring, view.window)]))]
        if pieces:
            out.append(Land("".join(_path(p) for p in pieces), c.en, c.ar, _name_at(pieces, c) if is_named else None))
    return tuple(out)


def _clear(land: Land, marks: tuple[Mark, ...]) -> Land:
    """Takes a country's name away where a mark would stand on it."""
    at = land.at
    if at and any(abs(m.x - at[0]) < 4 * len(land.en) + 90 and abs(m.y - at[1] - 7) < 28 for m in marks):
        return Land(land.path, land.en, land.ar, None)
    return land


def _thin(points: list[Point]) -> list[Point]:
    """Drops points nearer than 0.8 pixels to the last one kept."""
    out: list[Point] = []
    for p in points:
        if not out or abs(p[0] - out[-1][0]) + abs(p[1] - out[-1][1]) >= 0.8:
            out.append(p)
    return out if len(out) > 2 else []


def _path(points: list[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _name_at(pieces: list[list[Point]], c: Country) -> Point | None:
    """The centre of the largest piece, where its box has room for the name and no inset covers it."""
    best = max(pieces, key=lambda p: abs(_area(p)))
    area = _area(best)
    xs = [p[0] for p in best]
    if abs(area) < 3000 or max(xs) - min(xs) < 7 * len(c.en):
        return None
    cx = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(best, best[1:] + best[:1], strict=True)) / (6 * area)
    cy = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(best, best[1:] + best[:1], strict=True)) / (6 * area)
    half = 3.6 * len(c.en)
    x, y = min(max(cx, half), WIDTH - half), min(max(cy, 24), HEIGHT - 30)
    is_under_inset = x + half > WIDTH - INSET - 8 and y > HEIGHT - INSET - 30
    return None if is_under_inset else (round(x, 1), round(y, 1))


def _area(points: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)) / 2


def _round_km(view: _View) -> int:
    """The longest round distance that stays under a quarter of the picture's width."""
    return max((k for k in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if view.pixels(k * 1000) < WIDTH / 4), default=1)


def _dots(marks: tuple[Mark, ...]) -> tuple[Dot, ...]:
    groups: list[list[Mark]] = []
    for m in marks:
        near = next((g for g in groups if math.hypot(g[0].x - m.x, g[0].y - m.y) < _APART), None)
        if near is None:
            groups.append([m])
        else:
            near.append(m)
    out = []
    taken: list[tuple[float, float, float]] = []
    for g in groups:
        m = g[0]
        name = m.name if len(g) == 1 else f"{m.name} +{len(g) - 1}"
        numbers = ",".join(str(k.number) for k in g[:4]) + ("…" if len(g) > 4 else "")
        half = max(8.5, 3.2 * len(numbers) + 4)
        length = 7.0 * len(name) + half + 6
        is_right = m.x + length < WIDTH
        x1 = m.x if is_right else m.x - length
        if any(abs(m.y - y) < 15 and x1 < b and a < x1 + length for a, b, y in taken):
            name = ""
        else:
            taken.append((x1, x1 + length, m.y))
        out.append(Dot(m.x, m.y, numbers, name, "start" if is_right else "end", half + 5 if is_right else -half - 5, round(half, 1)))
    return tuple(out)
