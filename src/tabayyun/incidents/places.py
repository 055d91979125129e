"""How two claimed places lie to each other."""

from math import asin, cos, radians, sin, sqrt

from tabayyun.model.event import Place

RADIUS_KM = {"exact": 0.5, "neighbourhood": 2.0, "settlement": 4.0, "district": 20.0, "province": 80.0, "country": 500.0}
FINE = ("exact", "neighbourhood", "settlement")


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle distance, or None where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    la1, lo1, la2, lo2 = map(radians, (a.lat, a.lon, b.lat, b.lon))
    h = sin((la2 - la1) / 2) ** 2 + cos(la1) * cos(la2) * sin((lo2 - lo1) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(h)))


def radius(place: Place) -> float:
    """Kilometres within which the named place lies around its point."""
    return RADIUS_KM.get(place.precision, 4.0)


def lie(a: Place, b: Place) -> str:
    """same | near | within | apart | far | open: the relation of two places, symmetric.

    within: one may contain the other (different precision); open: nothing can be said.
    """
    km = distance_km(a, b)
    if km is None:
        return "same" if a.name and a.name == b.name else "open"
    if km <= 0.3:
        return "same"
    ra, rb = radius(a), radius(b)
    if a.precision in FINE and b.precision in FINE:
        if a.precision != b.precision and km <= max(ra, rb) * 1.5:
            return "within"
        return "near" if km <= 2 else "apart" if km <= 25 else "far"
    if km <= max(ra, rb) + min(ra, rb):
        return "within"
    return "apart" if km <= 2 * (ra + rb) else "far"
