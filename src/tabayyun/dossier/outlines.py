"""Country outlines for the offline map: loaded once, cut to a window of degrees."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Window:
    """A box of degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: "Window") -> bool:
        """True when the two boxes share any area."""
        return self.west < other.east and other.west < self.east and self.south < other.north and other.south < self.north


@dataclass(frozen=True, slots=True)
class Ring:
    """One closed outline in degrees with its bounding box."""

    points: tuple[Point, ...]
    box: Window


@dataclass(frozen=True, slots=True)
class Country:
    """A country's outlines; `ar` is empty where no Arabic name is on file."""

    en: str
    ar: str
    rings: tuple[Ring, ...]


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All countries of `data/map/countries.json` (Natural Earth 1:50m, public domain)."""
    raw = json.loads((files("tabayyun") / "data" / "map" / "countries.json").read_text(encoding="utf-8"))
    arcs = [_points(a, raw["unit"]) for a in raw["arcs"]]
    out = []
    for _, en, ar, rings in raw["countries"]:
        out.append(Country(en, ar, tuple(_ring(r, arcs) for r in rings)))
    return tuple(out)


def _points(flat: list[int], unit: int) -> list[Point]:
    x = y = 0
    out = []
    for i in range(0, len(flat), 2):
        x, y = x + flat[i], y + flat[i + 1]
        out.append((x / unit, y / unit))
    return out


def _ring(numbers: list[int], arcs: list[list[Point]]) -> Ring:
    points: list[Point] = []
    for n in numbers:
        arc = arcs[n] if n >= 0 else arcs[~n][::-1]
        points += arc[1:] if points else arc
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Ring(tuple(points), Window(min(xs), min(ys), max(xs), max(ys)))


def clip(ring: Ring, w: Window) -> list[Point]:
    """The part of a ring inside the window, closed along the window's edge (Sutherland-Hodgman); empty outside."""
    if not ring.box.meets(w):
        return []
    points = list(ring.points)
    for axis, limit, sign in ((0, w.west, 1), (0, w.east, -1), (1, w.south, 1), (1, w.north, -1)):
        points = _cut(points, axis, limit, sign)
        if not points:
            break
    return points


def _cut(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    out: list[Point] = []
    for i, b in enumerate(points):
        a = points[i - 1]
        a_in, b_in = sign * (a[axis] - limit) >= 0, sign * (b[axis] - limit) >= 0
        if a_in != b_in:
            t = (limit - a[axis]) / (b[axis] - a[axis])
            cross = (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))
            out.append((limit, cross[1]) if axis == 0 else (cross[0], limit))
        if b_in:
            out.append(b)
    return out
