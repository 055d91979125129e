"""Who fills an office that a role word names («الجيش», "the health ministry") in the country that phrase and text point to."""

import re
from bisect import bisect_left

from tabayyun.claims.countries import acts_abroad, in_office, scene
from tabayyun.claims.source_phrases import Phrase
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Kind

_STATE = frozenset({Kind.OFFICIAL, Kind.MILITARY})
_MEDIA = frozenset({"news-agency", "state-tv"})
_CABINET = re.compile(r"^(?:ال)?حكوم|government")
_DETERMINERS = frozenset("the a an its their our this that one another".split())
_AGENCY_WORDS = frozenset("الانباء انباء الرسميه رسميه المحليه محليه العالميه الدوليه نفسها ذاتها في عن من علي و ان التي".split())


def office(phrase: Phrase, m: Match, instead: str | None = None) -> str | None:
    """Who fills the office of a role word (or `instead` of a government), in the country that the phrase or text points to."""
    name = phrase.know.roles[m.form.entry].office
    if name is None:
        return None
    if instead and name == "government":
        name = instead
    if name in _MEDIA and has_own_name(phrase, m):
        return None
    if name == "news-agency" and not phrase.countries and (named := _agency_before(phrase)) is not None:
        return named
    countries = phrase.countries or _scene_of(phrase, m, name)
    return in_office(name, countries, phrase.know)


def _agency_before(phrase: Phrase) -> str | None:
    """For «الوكالة», "the news agency": the agency named last before, in whatever country it sits."""
    if len([t for t in phrase.tokens if t.is_word]) > 3:
        return None
    at = bisect_left(phrase.all, phrase.start, key=lambda x: x.start)
    for other in reversed(phrase.all[:at]):
        if other.form.family == "actors" and other.form.part == "name" and phrase.know.actors[other.form.entry].kind is Kind.AGENCY:
            return other.form.entry
    return None


def _scene_of(phrase: Phrase, m: Match, name: str) -> tuple[str, ...]:
    """The countries in which a bare office may lie: `the resistance` is the main country's, a mayor no far power's by its name alone."""
    countries = scene(phrase.all, phrase.know, phrase.start)
    if name == "resistance":
        return countries[:1]
    if countries[:1] == ("sanaa",) and "yemen" in countries and _CABINET.search(phrase.text.shadow.text[m.start : m.end]):
        return ("yemen",)
    if m.form.entry.endswith(".governor"):
        towns = {phrase.know.actors[x.form.entry].country for x in phrase.all if x.form.part == "place"}
        return tuple(c for c in countries if not acts_abroad(c) or c in towns)
    return countries


def has_own_name(phrase: Phrase, m: Match) -> bool:
    """True for `Khabur News Agency`, `وكالة الخابور للأنباء`: a name of its own, which no other agency's is."""
    covered = [(x.word, x.end) for x in (*phrase.names, *phrase.roles, *phrase.marks) if x is not m]
    free = [t for t in phrase.tokens if t.is_word and not any(a <= t.start < b for a, b in covered)]
    if phrase.text.shadow.text[m.start : m.start + 1].isascii():
        before = next((t for t in reversed(free) if t.end <= m.start and m.start - t.end <= 1), None)
        word = phrase.text.shadow.origin(before.start, before.end).words(phrase.printed) if before and phrase.printed else ""
        return word[:1].isupper() and word.lower() not in _DETERMINERS
    after = next((t for t in free if t.start >= m.end and t.start - m.end <= 2), None)
    return after is not None and after.key not in _AGENCY_WORDS and not after.key.startswith("لل")


def earlier(phrase: Phrase, m: Match) -> str | None:
    """For "the movement", "الوزارة": who was last named before by a name or office that begins with that word."""
    word = phrase.text.shadow.text[m.start : m.end].removeprefix("ال").removeprefix("لل").removeprefix("the ")
    at = bisect_left(phrase.all, phrase.start, key=lambda x: x.start)
    is_group = word.isascii() and word in ("group", "movement", "militia", "faction")
    for other in reversed(phrase.all[:at]):
        if other.end > phrase.start:
            continue
        if other.form.family == "roles" and phrase.know.roles[other.form.entry].office and _begins(other, word, phrase):
            return _office_there(phrase, other)
        if other.form.family != "actors" or other.form.part != "name":
            continue
        actor = phrase.know.actors[other.form.entry]
        if is_group and actor.kind is Kind.ARMED_GROUP:
            return other.form.entry
        said = phrase.text.shadow.text[other.start : other.end]
        if not word.isascii() and word in actor.heads and (actor.kind not in _STATE or said.startswith(word)):
            return other.form.entry
    return in_office("organisation", scene(phrase.all, phrase.know, phrase.start), phrase.know) if word == "تنظيم" else None


def _office_there(phrase: Phrase, other: Match) -> str | None:
    """Who fills an office named before: in the country that an adjective beside it says, else in that of the scene."""
    at = bisect_left(phrase.all, other.start - 30, key=lambda x: x.start)
    for x in phrase.all[at:]:
        if x.start > other.end + 6:
            break
        is_beside = 0 < x.word - other.end <= 1 or 0 < other.start - x.end <= 1
        country = phrase.know.actors[x.form.entry].country if x.form.part == "demonym" and is_beside else None
        if country:
            return in_office(phrase.know.roles[other.form.entry].office or "", (country,), phrase.know)
    return office(phrase, other)


def _begins(other: Match, word: str, phrase: Phrase) -> bool:
    said = phrase.text.shadow.text[other.start : other.end]
    return said.startswith(word + " ") or (word.isascii() and said.endswith(" " + word))
