"""Which country a text is about, and who fills an office there: "the army" of a report on Tyre is Lebanon's."""

import re
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
    "military-police": ("army",), "internal-security": ("police", "interior"), "defence-official": ("defence", "army"),
}  # fmt: skip

_LENT = frozenset({"health", "civil-defence"})
"""Offices that news of Israel's war means Gaza's by, where it names neither."""
_OFFICES: dict[int, tuple[Knowledge, dict[tuple[str, str], str]]] = {}
_SCENES: list[tuple[list[Match], Counter[str]]] = []
_NEAR = 600
_MISSION = re.compile(r"\bmission\b|peacekeep|interim force|بعثه|حفظ السلام|القوه الدوليه")


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
    for n, m in enumerate(matches):
        if m.form.family not in ("actors", "countries") or m.start < last:
            continue
        country = know.actors[m.form.entry].country
        if m.form.part == "place" and _is_shared(matches, n, country, know):
            continue
        if country:
            last = m.end
            votes[country] += _FAR.get(country, 1) * (1 if m.form.part == "place" else 2)  # type: ignore[assignment]
    return votes


def _is_shared(matches: list[Match], n: int, country: str | None, know: Knowledge) -> bool:
    """True for the name of a town that two countries have, Ariha in Syria and in the West Bank: it tells neither."""
    m = matches[n]
    near = (*matches[max(0, n - 3) : n], *matches[n + 1 : n + 4])
    towns = [x for x in near if x.form.part == "place" and (x.start, x.end) == (m.start, m.end)]
    return any(know.actors[x.form.entry].country != country for x in towns)


def branch(slug: str, words: str, matches: list[Match], know: Knowledge, at: int) -> str:
    """The branch of a worldwide organisation that `words` mean where a text plays: Islamic State in Sinai, UN peacekeepers."""
    if slug == "un" and _MISSION.search(words):
        return in_office("un-mission", scene(matches, know, at), know) or slug
    if slug != "isis":
        return slug
    local = in_office("organisation", scene(matches, know, at)[:1], know, is_strict=True)
    return local if local is not None and local.startswith(slug) else slug


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
    if office in _LENT and "israel" in listed and not is_strict:
        return offices.get(("gaza", office))
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
