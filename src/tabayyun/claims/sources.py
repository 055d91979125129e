"""What sort of voice a source phrase names, whether it is named, and whom of the registry it speaks for."""

import re
from dataclasses import dataclass

from tabayyun.claims.bodies import Phrase, affiliation, before, body, earlier, office, read_phrase, within
from tabayyun.claims.countries import in_office, scene
from tabayyun.claims.persons import has_person, is_hidden, leftover
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Kind
from tabayyun.model.text import TextLayer
from tabayyun.model.why import Hit

__all__ = ["Voice", "describe", "resolve", "same_voice", "within"]

_CUTS = frozenset("in at for from of with who whom which that near to by on inside outside close familiar briefed and , ( -".split())
_OURS = re.compile(r"\bour\b|نا$")
_CARRIED = frozenset({Kind.ARMED_GROUP, Kind.MILITARY, Kind.NGO_UN, Kind.MONITOR, Kind.MEDICAL, Kind.AGENCY})
_LOOSE = frozenset("official source director member spokesman media-office coordinator leader commander".split())
_OWN_HANDS = re.compile(
    r"(?:^|\W)(?:(?:its|their|his|our) (?:own )?\w+|it|they|"
    r"(?:قوات|طائرات|مقاتلي|مدفعيت|مدفعيات|عناصر|جنود|مسيرات|صواريخ|وحدات|طيران|مجاهدي|زوارق|مقاتلات|فصيل|زملاء|بلاد|جيش|رجال|ابطال)(?:ه|ها|هم|نا)|لها|له|لمقاتليها|قوته)$"
)
_THE_PAPERS = frozenset({"البيان", "التقرير", "الاتفاق", "القرار", "الوثيقه"})
_SOMEBODY = frozenset("one two three four five six seven all most none another both some many he she others eleven fourteen our".split())
_VAGUE = frozenset({Kind.OUTLET, Kind.AGENCY, Kind.SOCIAL_MEDIA, Kind.NGO_UN, Kind.MONITOR, Kind.ARMED_GROUP})


@dataclass(frozen=True, slots=True)
class Voice:
    """A source phrase understood: its kind, whether it is named, its actor's slug, and the words that said so."""

    kind: Kind
    is_named: bool
    actor: str | None
    hits: tuple[Hit, ...]


def describe(start: int, end: int, text: TextLayer, matches: list[Match], know: Knowledge, language: str, printed: str = "") -> Voice:
    """The voice behind the source phrase `[start, end)` (shadow offsets); `matches` are all of the text, by start.

    The head noun decides: a body or its spokesman is named and has the body's kind; an official, officer or source has
    the kind of the body it belongs to and is named only by a person's name. `printed` is the document's text; with it
    capital letters help to tell persons' names and acronyms in Latin script.
    """
    phrase = read_phrase(start, end, text, matches, know, printed)
    head = _head(phrase, language)
    person = has_person(phrase, language)
    if head is None:
        is_one = person or (bool(phrase.tokens) and phrase.tokens[0].key in _SOMEBODY)
        return Voice(Kind.WITNESS if is_one else Kind.UNSPECIFIED, person, None, ())
    if head in phrase.names:
        return Voice(know.actors[head.form.entry].kind, True, head.form.entry, phrase.hits(head))
    if head.form.family == "sources":
        noun = know.sources[head.form.entry]
        slug, _, said = affiliation(phrase, head)
        return Voice(noun.kind, noun.is_named or person, slug or _by_country(phrase, noun.kind), phrase.hits(head, said))
    return _by_role(phrase, head, person, language)


def resolve(
    start: int, end: int, text: TextLayer, matches: list[Match], know: Knowledge, printed: str = "", speaker: str | None = None
) -> tuple[str | None, tuple[Hit, ...]]:
    """The slug of the actor that the words `[start, end)` (shadow offsets) name as a party, with the words that said so.

    A known name first; else an office (army, police) or a plain adjective of a country; `unknown` for unnamed gunmen.
    "Our forces" are the `speaker`'s (slug of the claim's innermost source), "its forces" those of who was last named.
    """
    phrase = read_phrase(start, end, text, matches, know, printed, is_party=True)
    arms = [m for m in phrase.roles if m.form.part == "hardware"]
    if phrase.names:
        best = max(phrase.names, key=lambda m: (m.end - m.start, -m.start))
        actor = know.actors[best.form.entry]
        if arms and actor.kind is Kind.OFFICIAL and actor.country:
            return in_office("army", (actor.country,), know) or actor.slug, phrase.hits(best, arms[0])
        return _proxies(phrase, actor.slug), phrase.hits(best)
    for m in phrase.roles:
        if m.form.part in ("body", "person", "officer") and (slug := office(phrase, m, "army" if arms else None)):
            return slug, phrase.hits(m)
    if phrase.countries:
        slug = in_office("army", phrase.countries, know) or in_office("government", phrase.countries, know)
        return _proxies(phrase, slug), phrase.hits(*phrase.marks[:1])
    for m in phrase.roles:
        if m.form.part == "body" and (slug := earlier(phrase, m)):
            return slug, phrase.hits(m)
    is_own = _OWN_HANDS.search(phrase.words()) is not None
    if is_own and speaker and _OURS.search(phrase.words()):
        return speaker, ()
    if is_own:
        return before(phrase, is_armed=True), phrase.hits(*arms[:1])
    unknown = next((m for m in phrase.roles if m.form.part == "unknown"), None)
    return ("unknown", phrase.hits(unknown)) if unknown else (None, ())


def _proxies(phrase: Phrase, slug: str | None) -> str | None:
    """Armed groups that a phrase calls Iran's are not Iran itself."""
    groups = (m for m in phrase.roles if phrase.know.roles[m.form.entry].kind is Kind.ARMED_GROUP)
    return "iran-backed-militias" if slug in ("iran", "iran-army") and any(groups) else slug


def same_voice(a: Voice, b: Voice) -> bool:
    """True when two phrases surely name one voice: both named, and of one actor."""
    return a.is_named and b.is_named and a.actor is not None and a.actor == b.actor


def _head(phrase: Phrase, language: str) -> Match | None:
    """The match that stands for the phrase: the first in Arabic, the last before the first preposition in English."""
    roles = [m for m in phrase.roles if m.form.part not in ("quality", "title", "unknown", "hardware")]
    known = sorted([*phrase.names, *roles] or phrase.nouns, key=lambda m: (m.start, m.start - m.end))
    if not known:
        return next((m for m in phrase.roles if m.form.part == "hardware"), None)
    if language != "en":
        first = [m for m in known if m.start == known[0].start]
        return max(first, key=lambda m: (m.end, m in phrase.names))
    cut = _cut(phrase, known)
    ahead = [m for m in known if m.end <= cut] or [m for m in known if m.start == known[0].start]
    last = max(m.end for m in ahead)
    return min((m for m in ahead if m.end == last), key=lambda m: (m.start, m not in phrase.names))


def _cut(phrase: Phrase, known: list[Match]) -> int:
    """Where the head of an English phrase ends: its first preposition, relative or comma behind a known word."""
    for t in phrase.tokens:
        if t.key in _CUTS and t.start > known[0].start and not any(m.start < t.start < m.end for m in known):
            return t.start
    return phrase.end


def _by_role(phrase: Phrase, head: Match, person: bool, language: str) -> Voice:
    role = phrase.know.roles[head.form.entry]
    slug, kind, said = affiliation(phrase, head)
    hits = phrase.hits(head, said)
    if role.part == "body":
        own, own_kind = body(phrase, head, slug)
        return Voice(own_kind, not _is_vague(phrase, head, language), own, hits)
    if role.part == "statement" and kind is not None:
        return Voice(kind, True, slug, hits)
    if role.part in ("document", "hearsay", "statement"):
        is_named = role.kind is Kind.DOCUMENT and phrase.text.shadow.text[head.start : head.end] in _THE_PAPERS
        return Voice(role.kind, is_named, slug, hits)
    if role.part == "person":
        if slug and kind is Kind.AGENCY and role.kind is Kind.OUTLET and phrase.know.actors[slug].country is None:
            return Voice(Kind.AGENCY, True, slug, hits)
        is_named = person or (role.is_unique and _is_definite(phrase, head, language) and not is_hidden(phrase))
        own = slug or office(phrase, head)
        return Voice(role.kind, is_named, own, hits)
    return _by_officer(phrase, head, person, slug, kind, said)


def _by_officer(phrase: Phrase, head: Match, person: bool, slug: str | None, kind: Kind | None, said: Match | None) -> Voice:
    """A spokesman, officer, official or source: the kind of its body, else of its adjective, else its own."""
    role = phrase.know.roles[head.form.entry]
    is_loose = role.id.split(".")[-1] in _LOOSE
    if slug is None and role.part == "spokes" and phrase.is_back():
        near = before(phrase)
        if near is not None:
            slug, kind = near, phrase.know.actors[near].kind
    own = kind if kind is not None and (kind in _CARRIED or role.part == "spokes") and is_loose else None
    if own is None and kind is not None and role.part == "officer" and role.office is None and kind in (Kind.OFFICIAL, Kind.NGO_UN):
        own = kind if role.kind in (Kind.MILITARY, Kind.ARMED_GROUP) else None
    if own is not Kind.ARMED_GROUP and role.part == "officer" and said is not None and _is_defence(phrase, said):
        own = Kind.MILITARY
    quality = next((m for m in phrase.roles if m.form.part == "quality"), None)
    if (own is None or (role.part == "spokes" and own is Kind.OFFICIAL)) and is_loose and quality is not None:
        own = phrase.know.roles[quality.form.entry].kind
    if own is None and role.kind is Kind.UNSPECIFIED:
        noun = next((m for m in phrase.nouns if m.start == head.start and m.end > head.end), None)
        own = phrase.know.sources[noun.form.entry].kind if noun else None
    final = own or (kind if role.kind is Kind.UNSPECIFIED and kind else role.kind)
    if slug is None:
        slug = office(phrase, head) if role.office else _by_country(phrase, final)
    return Voice(final, person or role.part == "spokes", slug, phrase.hits(head, quality, said))


def _is_defence(phrase: Phrase, said: Match) -> bool:
    return said.form.family == "roles" and phrase.know.roles[said.form.entry].office == "defence"


def _by_country(phrase: Phrase, kind: Kind) -> str | None:
    name = "army" if kind is Kind.MILITARY else "security" if kind is Kind.SECURITY_SOURCE else "government"
    if phrase.countries:
        return in_office(name, phrase.countries, phrase.know)
    return in_office(name, scene(phrase.all, phrase.know, phrase.start), phrase.know) if kind is Kind.MILITARY else None


def _is_definite(phrase: Phrase, head: Match, language: str) -> bool:
    """One certain person or body: an article or possessive in front, or further words that name which."""
    shadow = phrase.text.shadow.text
    if language == "en":
        first = phrase.tokens[0].key if phrase.tokens else ""
        return first not in ("a", "an", "two", "three", "several", "some", "senior", "local") and not shadow[
            head.start : head.end
        ].endswith("s")
    return (
        shadow[head.start : head.end].startswith("ال")
        or shadow[head.word : head.end].startswith("لل")
        or bool(leftover(phrase) or phrase.marks or phrase.names)
    )


def _is_vague(phrase: Phrase, head: Match, language: str) -> bool:
    """A newspaper, page, group or authority that is described but not named."""
    role = phrase.know.roles[head.form.entry]
    word = phrase.text.shadow.text[head.start : head.end]
    if word in ("السلطات", "authorities", "local authorities", "السلطه المحليه", "السلطات المحليه"):
        return not phrase.names and not phrase.countries
    if role.kind is Kind.SOCIAL_MEDIA:
        return '"' not in phrase.words()
    if role.kind not in _VAGUE or role.office is not None:
        return False
    first = phrase.tokens[0].key if phrase.tokens else ""
    if first in ("a", "an") or any(m.form.entry.endswith(".localq") for m in phrase.roles):
        return '"' not in phrase.words()
    if leftover(phrase) or phrase.names:
        return False
    if language == "en":
        return first not in ("the", "its", "their", "his")
    return not (word.startswith("ال") or phrase.text.shadow.text[head.word : head.end].startswith("لل"))
