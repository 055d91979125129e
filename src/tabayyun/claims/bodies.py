"""The body (state office, group, institution) that a role word or a speaker belongs to, and its kind."""

import re

from tabayyun.claims.countries import in_office, scene
from tabayyun.claims.mentions import owner_before
from tabayyun.claims.offices import earlier, has_own_name, office
from tabayyun.claims.source_phrases import Phrase
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Kind

_LOCAL = frozenset({"civil-defence", "red-crescent", "red-cross", "monitor", "counter-terrorism", "resistance", "militia"})
_LED = frozenset({Kind.MILITARY, Kind.ARMED_GROUP, Kind.OFFICIAL})
_MEDIA = frozenset({"news-agency", "state-tv"})
_MILITARY_NAME = re.compile(r"(?:غرفه|قوات|قياده عمليات|عمليه) |بركان|.*\b(?:operations room|forces)\b")
_RULES = re.compile(r"administration|authorit|ministry|الاداره المدنيه|وزار|سلط")
_TURKISH = re.compile(r"turk(?:ish|ey)-backed|(?:المدعوم|الموالي)(?:ه|ين)? (?:من |ل)?تركيا")
_MINISTRY = re.compile(r"defen[cs]e ministry|ministry of (?:national )?defen[cs]e|national defen[cs]e ministry|وزاره الدفاع|وزاره الخارجيه")
_OPERATION = re.compile(
    r"(?:عمليه|غرفه عمليات|operation) \"?$|(?:forces|troops|fighters) (?:aligned|allied|loyal)\b.*$"
    r"|(?:قوات|القوات) (?:ال)?(?:مواليه|متحالفه) \S*$"
)


def kind_as_said(phrase: Phrase, m: Match) -> Kind:
    """The kind of a known name or role by the words that name it: a ministry is official, an operations room military."""
    if m.form.family == "roles":
        return phrase.know.roles[m.form.entry].kind
    kind = phrase.know.actors[m.form.entry].kind
    words = phrase.text.shadow.text[m.start : m.end]
    if kind in (Kind.MILITARY, Kind.ARMED_GROUP) and _MINISTRY.search(words):
        return Kind.OFFICIAL
    if kind is Kind.OFFICIAL and _MILITARY_NAME.match(words):
        return Kind.MILITARY
    if kind is Kind.OFFICIAL and words.startswith(("مديريه صحه", "دائره صحه", "مكتب الصحه", "مكتب صحه")):
        return Kind.MEDICAL
    return kind


def affiliation(phrase: Phrase, head: Match) -> tuple[str | None, Kind | None, Match | None]:
    """Slug and kind of the body that a spokesman, officer or source belongs to, and the words that say so."""
    for m in phrase.names:
        if m is not head and not _is_seat(phrase, m):
            return m.form.entry, _beside(phrase, m), m
    if _TURKISH.search(phrase.words()) and "syria" in scene(phrase.all, phrase.know, phrase.start):
        return in_office("turkish-backed", ("syria",), phrase.know), Kind.ARMED_GROUP, None
    unresolved: tuple[str | None, Kind | None, Match | None] = (None, None, None)
    groups = [m for m in phrase.roles if phrase.know.roles[m.form.entry].kind is Kind.ARMED_GROUP and m.form.part == "body"]
    for m in (*groups, *(x for x in phrase.roles if x not in groups)):
        if m is not head and (m.form.part == "body" or (m.form.part == "person" and phrase.know.roles[m.form.entry].office)):
            slug, kind = body(phrase, m, None)
            if slug:
                return slug, kind, m
            if unresolved[2] is None:
                unresolved = (None, kind, m)
    return unresolved


def _is_seat(phrase: Phrase, m: Match) -> bool:
    """A capital where somebody else's office stands: the Turkish embassy *in Baghdad*."""
    actor = phrase.know.actors[m.form.entry]
    stands_in = phrase.text.shadow.text[max(0, m.word - 4) : m.word].endswith((" في ", " in "))
    return stands_in and bool(phrase.countries) and actor.kind is Kind.OFFICIAL and actor.country not in phrase.countries


def _beside(phrase: Phrase, m: Match) -> Kind:
    """The kind of a body that a speaker belongs to: words before its name tell («عملية "بركان الغضب"», `MoD official`)."""
    return Kind.MILITARY if _OPERATION.search(phrase.text.shadow.text[phrase.start : m.start]) else kind_as_said(phrase, m)


def body(phrase: Phrase, m: Match, other: str | None) -> tuple[str | None, Kind]:
    """Slug and kind of the body that a role word names; `other` is the slug of a name beside it in the phrase."""
    know = phrase.know
    role = know.roles[m.form.entry]
    if other is not None:
        actor = know.actors[other]
        if actor.kind is Kind.ARMED_GROUP and role.kind is Kind.OFFICIAL and (role.office or _RULES.search(phrase.words())):
            governs = in_office("government", [actor.country] if actor.country else (), know, is_strict=True) == other
            return (role.office and governs and in_office(role.office, [actor.country or ""], know)) or other, role.kind
        if actor.kind is Kind.ARMED_GROUP or role.office is None:
            carried = actor.kind if role.kind is Kind.OFFICIAL or actor.kind in (Kind.AGENCY, Kind.OUTLET) else role.kind
            return other, carried
        return in_office(role.office, [actor.country] if actor.country else (), know) or other, role.kind
    if role.office in _MEDIA and has_own_name(phrase, m):
        return None, role.kind
    slug = office(phrase, m)
    if slug is not None:
        return slug, know.actors[slug].kind if role.office in _LOCAL else role.kind
    slug = earlier(phrase, m) or (owner_before(phrase, m) if role.kind in _LED else None)
    if slug is not None and role.office is None:
        is_ministry = phrase.text.shadow.text[m.start : m.end].removeprefix("ال").startswith(("وزاره", "ministry", "the ministry"))
        return slug, role.kind if is_ministry else know.actors[slug].kind
    return slug, role.kind
