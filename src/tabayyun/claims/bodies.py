"""The known words of one phrase, and the body (state office, group, institution) that they point to."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tabayyun.claims.countries import acts_abroad, in_office, scene
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match, longest
from tabayyun.model.claim import Kind
from tabayyun.model.text import TextLayer, Token
from tabayyun.model.why import Hit

_NEAR = 600
_LOCAL = frozenset({"civil-defence", "red-crescent", "red-cross", "ambulance", "monitor", "counter-terrorism", "resistance", "militia"})
_SILENT = frozenset({Kind.AGENCY, Kind.OUTLET})
_UNARMED = frozenset(Kind) - {Kind.MILITARY, Kind.ARMED_GROUP, Kind.OFFICIAL}
_STATE = frozenset({Kind.OFFICIAL, Kind.MILITARY})
_MEDIA = frozenset({"news-agency", "state-tv"})
_DETERMINERS = frozenset("the a an its their our this that one another".split())
_AGENCY_WORDS = frozenset("الانباء انباء الرسميه رسميه المحليه محليه العالميه الدوليه نفسها ذاتها في عن من علي و ان التي".split())
_BACK = frozenset("its their his her باسمها باسمه باسمهم ناطقه ناطقها".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """The known words of one phrase, by family, each in reading order."""

    start: int
    end: int
    text: TextLayer
    printed: str
    know: Knowledge
    all: list[Match]
    tokens: tuple[Token, ...]
    names: list[Match]
    roles: list[Match]
    nouns: list[Match]
    marks: list[Match]
    """Adjectives and towns of countries."""
    countries: list[str]
    """Countries that the phrase itself points to by adjective or town."""

    def hits(self, *matches: Match | None) -> tuple[Hit, ...]:
        """The words of `matches` as hits in the printed text."""
        return tuple(Hit(self.text.shadow.origin(m.start, m.end), m.form.entry) for m in matches if m)

    def words(self) -> str:
        """The phrase in the shadow."""
        return self.text.shadow.text[self.start : self.end]

    def is_back(self) -> bool:
        """True when the phrase leans on somebody named before: a pronoun, or a bare title."""
        return any(t.key in _BACK for t in self.tokens) or not self.countries


def within(start: int, end: int, matches: list[Match]) -> list[Match]:
    """The matches that lie wholly inside `[start, end)`; `matches` must be sorted by start."""
    first = bisect_left(matches, start, key=lambda m: m.start)
    last = bisect_left(matches, end, key=lambda m: m.start)
    return [m for m in matches[first:last] if m.end <= end]


def read_phrase(
    start: int, end: int, text: TextLayer, matches: list[Match], know: Knowledge, printed: str, is_party: bool = False
) -> Phrase:
    """Sorts the matches inside `[start, end)`: of overlapping names and roles the longest, adjectives outside of names."""
    inside = within(start, end, matches)
    first = bisect_right(text.tokens, start, key=lambda t: t.end)
    last = bisect_left(text.tokens, end, key=lambda t: t.start)
    tokens = text.tokens[first:last]
    names = [m for m in inside if m.form.family == "actors" and m.form.part == "name" and m.form.entry != "unknown"]
    names += [m for m in inside if m.form.family == "acronyms" and printed and text.shadow.origin(m.start, m.end).words(printed).isupper()]
    names += [m for m in inside if m.form.family == "bynames" and _stands_as_name(m, tokens, text, 1 if is_party else 3)]
    best = _best_names(longest(names), know)
    free = [m for m in inside if not any(n.start <= m.start and m.end <= n.end and m.end - m.start < n.end - n.start for n in best)]
    marks = longest(m for m in free if m.form.part in ("demonym", "place"))
    countries = [c for c in (know.actors[m.form.entry].country for m in marks) if c]
    roles = _one_each(longest(m for m in free if m.form.family == "roles"), ("quality", "title"))
    nouns = _one_each(longest(m for m in free if m.form.family == "sources"), ())
    return Phrase(start, end, text, printed, know, matches, tokens, best, roles, nouns, marks, countries)


def _stands_as_name(m: Match, tokens: tuple[Token, ...], text: TextLayer, most: int) -> bool:
    """A short name that is also a common word counts in quotes or at the end of a phrase of at most `most` words."""
    words = [t for t in tokens if t.is_word]
    quoted = text.shadow.text[max(0, m.start - 1) : m.start] == '"'
    return quoted or (0 < len(words) <= most and words[-1].end <= m.end)


def _best_names(names: list[Match], know: Knowledge) -> list[Match]:
    out: list[Match] = []
    for m in names:
        if out and out[-1].start == m.start:
            if know.actors[out[-1].form.entry].same_as and not know.actors[m.form.entry].same_as:
                out[-1] = m
            continue
        out.append(m)
    return out


def _one_each(matches: list[Match], last: tuple[str, ...]) -> list[Match]:
    """One match a spot; those of the parts `last` only where no other stands there."""
    out: list[Match] = []
    for m in sorted(matches, key=lambda m: (m.start, m.form.part in last, m.form.entry)):
        if not out or out[-1].start != m.start:
            out.append(m)
    return out


def office(phrase: Phrase, m: Match, instead: str | None = None) -> str | None:
    """Who fills the office of a role word (or `instead` of a government), in the country that the phrase or text points to."""
    name = phrase.know.roles[m.form.entry].office
    if name is None:
        return None
    if instead and name == "government":
        name = instead
    if name in _MEDIA and has_own_name(phrase, m):
        return None
    countries = phrase.countries or _scene_of(phrase, m, name)
    return in_office(name, countries, phrase.know)


def _scene_of(phrase: Phrase, m: Match, name: str) -> tuple[str, ...]:
    """The countries in which a bare office may lie: `the resistance` is the main country's, a mayor no far power's by its name alone."""
    countries = scene(phrase.all, phrase.know, phrase.start)
    if name == "resistance":
        return countries[:1]
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
    word = phrase.text.shadow.text[m.start : m.end].removeprefix("ال")
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


def before(phrase: Phrase, is_armed: bool = False) -> str | None:
    """The nearest actor named before that can have a spokesman; agencies and media are passed over.

    With `is_armed` only those that can have soldiers, and an adjective of a country stands for its army.
    """
    at = bisect_left(phrase.all, phrase.start, key=lambda x: x.start)
    for other in reversed(phrase.all[:at]):
        if phrase.start - other.end > _NEAR:
            return None
        if other.end > phrase.start:
            continue
        if is_armed and other.form.family == "roles" and other.form.part == "body":
            slug = office(phrase, other)
            if slug and phrase.know.actors[slug].kind in (Kind.MILITARY, Kind.ARMED_GROUP):
                return slug
        if other.form.family != "actors":
            continue
        actor = phrase.know.actors[other.form.entry]
        if is_armed and actor.kind is Kind.OFFICIAL and actor.country:
            if slug := in_office("army", (actor.country,), phrase.know):
                return slug
        elif other.form.part == "name" and actor.kind not in (_UNARMED if is_armed else _SILENT):
            return other.form.entry
    return None


def affiliation(phrase: Phrase, head: Match) -> tuple[str | None, Kind | None, Match | None]:
    """Slug and kind of the body that a spokesman, officer or source belongs to, and the words that say so."""
    for m in phrase.names:
        if m is not head:
            return m.form.entry, phrase.know.actors[m.form.entry].kind, m
    unresolved: tuple[str | None, Kind | None, Match | None] = (None, None, None)
    for m in phrase.roles:
        if m is not head and (m.form.part == "body" or (m.form.part == "person" and phrase.know.roles[m.form.entry].office)):
            slug, kind = body(phrase, m, None)
            if slug:
                return slug, kind, m
            if unresolved[2] is None:
                unresolved = (None, kind, m)
    return unresolved


def body(phrase: Phrase, m: Match, other: str | None) -> tuple[str | None, Kind]:
    """Slug and kind of the body that a role word names; `other` is the slug of a name beside it in the phrase."""
    know = phrase.know
    role = know.roles[m.form.entry]
    if other is not None:
        actor = know.actors[other]
        if actor.kind is Kind.ARMED_GROUP or role.office is None:
            carried = actor.kind if role.kind is Kind.OFFICIAL or actor.kind in (Kind.AGENCY, Kind.OUTLET) else role.kind
            return other, carried
        return in_office(role.office, [actor.country] if actor.country else (), know) or other, role.kind
    if role.office in _MEDIA and has_own_name(phrase, m):
        return None, role.kind
    slug = office(phrase, m)
    if slug is not None:
        return slug, know.actors[slug].kind if role.office in _LOCAL else role.kind
    slug = earlier(phrase, m)
    if slug is not None and (role.office is None):
        return slug, know.actors[slug].kind
    return slug, role.kind
