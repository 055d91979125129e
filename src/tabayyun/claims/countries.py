"""Which country a text is about, and who fills an office there: "the army" of a report on Tyre is Lebanon's."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match

_FAR = {"us": 0.2, "russia": 0.3, "uk": 0.1, "france": 0.2, "turkey": 0.5, "iran": 0.6, "saudi": 0.6, "uae": 0.4, "qatar": 0.3}
_INSTEAD = {
    "defence": ("army", "government"), "air-force": ("army",), "navy": ("army",), "police": ("interior", "government"),
    "intelligence": ("security", "government"), "security": ("police", "government"), "border-guard": ("army",),
    "coast-guard": ("navy",), "interior": ("government",), "foreign": ("government",), "presidency": ("government",),
    "justice": ("government",), "parliament": ("government",), "court": ("government",), "state-tv": ("news-agency",),
    "oil": ("government",), "transport": ("government",), "education": ("government",), "prisons": ("government",),
}  # fmt: skip

_OFFICES: dict[int, tuple[Knowledge, dict[tuple[str, str], str]]] = {}
_SCENES: list[tuple[list[Match], Counter[str]]] = []
_NEAR = 600


def scene(matches: list[Match], know: Knowledge, at: int) -> tuple[str, ...]:
    """The countries that a text's words speak of around the shadow offset `at`, the most spoken of first.

    Names and adjectives of a country count double, its towns once; powers that act abroad count little; words near
    `at` count again. `matches` are all of the text's; the count of the whole text is kept for the next call.
    """
    if not _SCENES or _SCENES[0][0] is not matches:
        _SCENES[:] = [(matches, _count(matches, know))]
    votes = _SCENES[0][1].copy()
    first = bisect_left(matches, at - _NEAR, key=lambda m: m.start)
    last = bisect_left(matches, at + _NEAR // 3, key=lambda m: m.start)
    for country, weight in _count(matches[first:last], know).items():
        votes[country] += 2 * weight
    return tuple(c for c, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0])))


def _count(matches: list[Match], know: Knowledge) -> Counter[str]:
    votes: Counter[str] = Counter()
    last = -1
    for m in matches:
        if m.form.family not in ("actors", "countries") or m.start < last:
            continue
        country = know.actors[m.form.entry].country
        if country:
            last = m.end
            votes[country] += _FAR.get(country, 1) * (1 if m.form.part == "place" else 2)  # type: ignore[assignment]
    return votes


def acts_abroad(country: str) -> bool:
    """True for powers that are named in news of other countries more often than in news of their own."""
    return country in _FAR


def in_office(office: str, countries: Iterable[str], know: Knowledge, is_strict: bool = False) -> str | None:
    """The slug that fills `office` in the first of `countries` that has one; then who acts in its place there.

    An office of "*" is filled worldwide. With `is_strict` nobody acts in another's place.
    """
    offices = _offices(know)
    wanted: Sequence[str] = (office,) if is_strict else (office, *_INSTEAD.get(office, ()))
    listed = list(countries)
    for name in wanted:
        for country in listed:
            if slug := offices.get((country, name)):
                return slug
    return offices.get(("*", office))


def _offices(know: Knowledge) -> dict[tuple[str, str], str]:
    kept = _OFFICES.get(id(know))
    if kept is None or kept[0] is not know:
        table: dict[tuple[str, str], str] = {}
        for slug, actor in know.actors.items():
            for pair in actor.offices:
                table.setdefault(pair, slug)
        _OFFICES.clear()
        _OFFICES[id(know)] = kept = (know, table)
    return kept[1]
