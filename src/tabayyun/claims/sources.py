"""What sort of voice a source phrase names, whether it is named, and whom of the registry it speaks for."""

import re
from dataclasses import replace

from tabayyun.claims.bodies import affiliation, body, kind_as_said
from tabayyun.claims.countries import branch, in_office
from tabayyun.claims.introductions import introduction
from tabayyun.claims.mentions import before
from tabayyun.claims.offices import earlier, office
from tabayyun.claims.persons import has_person, is_hidden, leftover
from tabayyun.claims.source_phrases import Phrase, read_phrase, within
from tabayyun.claims.speakers import by_country, speaker_of
from tabayyun.claims.voices import Voice, same_voice
from tabayyun.lexicons import Knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Kind
from tabayyun.model.text import TextLayer
from tabayyun.model.why import Hit

__all__ = ["Voice", "describe", "resolve", "same_voice", "within"]

_CUTS = frozenset(
    "in at for from of with who whom which that near to by on inside outside close familiar briefed shown following working living "
    "speaking using representing overseeing investigating tracking operating and , ( -".split()
)
_OURS = re.compile(r"\bour\b|نا$")
_HEARERS = frozenset({Kind.MONITOR, Kind.NGO_UN, Kind.SOCIAL_MEDIA})
_TOLD = (".source", "-source", ".official", ".insider", ".eyewitness", ".residents")
_TITLES = frozenset({"ar.src.rutba", "ar.src.tabaqat", "ar.src.abu"})
_OWN_HANDS = re.compile(
    r"(?:^|\W)(?:(?:its|their|his|our) (?:own )?\w+|it|they|"
    r"(?:قوات|طائرات|مقاتلي|مدفعيت|مدفعيات|عناصر|جنود|مسيرات|صواريخ|وحدات|طيران|مجاهدي|زوارق|مقاتلات|فصيل|زملاء|بلاد|جيش|رجال|ابطال)(?:ه|ها|هم|نا)|لها|له|لمقاتليها|قوته)$"
)
_REPORTS = re.compile(r"تقارير|reports")
_ACCOUNTS = re.compile(r"accounts (?:close|linked|affiliated|loyal|aligned|sympathetic|on x\b|run by)")
_THE_PAPERS = frozenset({"البيان", "التقرير", "الاتفاق", "القرار", "الوثيقه"})
_SOMEBODY = frozenset("one two three four five six seven all most none another both some many he she others eleven fourteen our".split())
_VAGUE = frozenset({Kind.OUTLET, Kind.AGENCY, Kind.SOCIAL_MEDIA, Kind.NGO_UN, Kind.MONITOR, Kind.ARMED_GROUP})


def describe(start: int, end: int, text: TextLayer, matches: list[Match], know: Knowledge, language: str, printed: str = "") -> Voice:
    """The voice behind the source phrase `[start, end)` (shadow offsets); `matches` are all of the text, by start.

    The head noun decides: a body or its spokesman is named and has the body's kind; an official, officer or source has
    the kind of the body it belongs to and is named only by a person's name. `printed` is the document's text; with it
    capital letters help to tell persons' names and acronyms in Latin script.
    """
    found = _describe(read_phrase(start, end, text, matches, know, printed), language)
    if found.actor in ("isis", "un"):
        return replace(found, actor=branch(found.actor, text.shadow.text[start:end], matches, know, start))
    return found


def _describe(phrase: Phrase, language: str) -> Voice:
    know = phrase.know
    head = _head(phrase, language)
    person = has_person(phrase, language)
    if head is None or (head.form.family == "sources" and head.form.entry in _TITLES and introduction(phrase) is not None):
        return _headless(phrase, person, language)
    if head in phrase.names:
        kind = kind_as_said(phrase, head)
        return Voice(Kind.OFFICIAL if kind is Kind.SECURITY_SOURCE else kind, True, head.form.entry, phrase.hits(head))
    if head.form.family == "sources":
        noun = know.sources[head.form.entry]
        slug, _, said = affiliation(phrase, head)
        return Voice(noun.kind, noun.is_named or person, slug or by_country(phrase, noun.kind), phrase.hits(head, said))
    return _by_role(phrase, head, person, language)


def _headless(phrase: Phrase, person: bool, language: str) -> Voice:
    """A phrase without a known noun: a name introduced before, a rank with a name, a witness by name, or nobody."""
    if phrase.words().split()[:1] in (["يشار"], ["ويشار"]):
        return Voice(Kind.UNSPECIFIED, False, None, ())
    told = introduction(phrase)
    if told is not None:
        known = describe(*told, phrase.text, phrase.all, phrase.know, language, phrase.printed)
        if known.kind is not Kind.UNSPECIFIED:
            return replace(known, is_named=True)
    rank = next((m for m in phrase.roles if m.form.part == "title" and phrase.know.roles[m.form.entry].kind is Kind.MILITARY), None)
    if rank is not None and person:
        return Voice(Kind.MILITARY, True, None, phrase.hits(rank))
    is_one = person or (bool(phrase.tokens) and phrase.tokens[0].key in _SOMEBODY)
    return Voice(Kind.WITNESS if is_one else Kind.UNSPECIFIED, person, None, ())


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


def _head(phrase: Phrase, language: str) -> Match | None:
    """The match that stands for the phrase: the first in Arabic, the last before the first preposition in English."""
    roles = [m for m in phrase.roles if m.form.part not in ("quality", "title", "unknown", "hardware")]
    known = sorted([*phrase.names, *roles] or phrase.nouns, key=lambda m: (m.start, m.start - m.end))
    if not known:
        return next((m for m in phrase.roles if m.form.part == "hardware"), None)
    if language != "en":
        told = re.search(r" (?:من|عن) مص(?:در|ادر)", phrase.words())
        if told and known[0].form.family == "roles" and phrase.know.roles[known[0].form.entry].kind is Kind.OUTLET:
            known = [m for m in known if m.start > phrase.start + told.start()] or known
        first = [m for m in known if m.start == known[0].start]
        return max(first, key=lambda m: (m.end, m in phrase.names))
    cut = _cut(phrase, known)
    ahead = [m for m in known if m.end <= cut] or [m for m in known if m.start == known[0].start]
    minister = next((m for m in ahead if m.form.entry.endswith(("minister", ".governor"))), None)
    last = max(m.end for m in ahead)
    if minister is not None and any(m.end == last and m.form.entry.endswith(".officer") for m in ahead):
        return minister
    return min((m for m in ahead if m.end == last), key=lambda m: (m.start, m not in phrase.names))


def _cut(phrase: Phrase, known: list[Match]) -> int:
    """Where the head of an English phrase ends: its first preposition, relative or comma behind a known word."""
    if phrase.text.shadow.text[known[0].start : known[0].end].endswith((" to", " with", " on", " of")):
        return known[0].end
    for t in phrase.tokens:
        if t.key in _CUTS and t.start > known[0].start and not any(m.start < t.start < m.end for m in known):
            return t.start
    return phrase.end


def _by_role(phrase: Phrase, head: Match, person: bool, language: str) -> Voice:
    role = phrase.know.roles[head.form.entry]
    slug, kind, said = affiliation(phrase, head)
    is_told = kind in _HEARERS and said is not None and phrase.text.shadow.text.startswith("لل", said.word)
    if (is_told or kind in (Kind.AGENCY, Kind.OUTLET)) and role.id.endswith(_TOLD):
        slug, kind, said = None, None, None
    hits = phrase.hits(head, said)
    if role.part == "body":
        own, own_kind = body(phrase, head, slug)
        if said is not None and said.form.entry.endswith(".hospital") and role.id.endswith((".public-body", ".ngo")):
            own_kind = Kind.MEDICAL
        return Voice(own_kind, not _is_vague(phrase, head, language), own, hits)
    if role.part == "statement" and kind is not None:
        return Voice(kind, True, slug, hits)
    if role.part == "hearsay" or role.kind is Kind.LOCAL_SOURCE:
        online = next((m for m in phrase.roles if m is not head and phrase.know.roles[m.form.entry].kind is Kind.SOCIAL_MEDIA), None)
        is_account = _ACCOUNTS.match(phrase.text.shadow.text, head.start, phrase.end) is not None
        if (online is not None or is_account) and role.kind is not Kind.OUTLET:
            return Voice(Kind.SOCIAL_MEDIA, False, slug, phrase.hits(head, online))
    is_named = said is not None and said.form.family == "actors"
    if role.part == "hearsay" and is_named and _REPORTS.match(phrase.text.shadow.text, head.start):
        return Voice(Kind.DOCUMENT, False, slug, hits)
    if role.part in ("document", "hearsay", "statement"):
        is_named = role.kind is Kind.DOCUMENT and phrase.text.shadow.text[head.start : head.end] in _THE_PAPERS
        return Voice(role.kind, is_named, slug, hits)
    if role.part == "person":
        if slug and kind is Kind.AGENCY and role.kind is Kind.OUTLET and phrase.know.actors[slug].country is None:
            return Voice(Kind.AGENCY, True, slug, hits)
        is_named = person or (role.is_unique and _is_definite(phrase, head, language) and not is_hidden(phrase))
        quality = next((m for m in phrase.roles if m.form.part == "quality" and phrase.know.roles[m.form.entry].kind is Kind.NGO_UN), None)
        final = Kind.NGO_UN if quality and role.id.endswith((".envoy", ".notables")) else role.kind
        own = slug or office(phrase, head) or (office(phrase, quality) if quality else None)
        return Voice(final, is_named, own, phrase.hits(head, said, quality))
    return speaker_of(phrase, head, person, slug, kind, said)


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
