"""A small constructed dossier that the other dossier tests share: a market, a drone or a jet, and a hostile third report."""

import hashlib

from tabayyun.model.claim import Act, Certainty, Claim, ClaimLayer, Content, Kind, Link, Loaded, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.event import Count, EventLayer, Kinded, Perpetrator, Place, Slots, Target, When
from tabayyun.model.incident import Assessment, Dossier, Gathering, Incident, Origin, Relation, Report
from tabayyun.model.span import Span
from tabayyun.model.why import Hit, Why

ARABIC = (
    "قال متحدث باسم الدفاع المدني إن غارة جوية أصابت سوق بلدة الزهور فجر الأحد وقتلت ثلاثة أشخاص.\n"
    "ونفى مسؤول عسكري أن تكون طائرات الجيش قد قصفت السوق."
)
ENGLISH = "Witnesses told the River Post that a drone hit the market in Zuhur and killed five people."
HOSTILE = (
    'Witnesses said <script>document.title="owned"</script> a drone hit the market.\r\n'
    '<img src=x onerror="document.title=\'owned\'"> & "quotes" \u202edesrever\u202c</div></body>'
)
WHY = Why("tests.rule", note="because")


def span(text: str, words: str) -> Span:
    i = text.index(words)
    return Span(i, i + len(words))


def document(id: str, text: str, language: str, outlet: str, title: str) -> Document:
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Document(id, text, language, outlet, None, "2031-03-02T09:30:00+03:00", title, digest, digest, "text/plain", "plain/1")


def claim(
    id: str,
    text: str,
    content: str,
    source: str = "",
    cue: str = "",
    kind: Kind = Kind.WITNESS,
    actor: str | None = None,
    polarity: Polarity = Polarity.AFFIRM,
    act: Act = Act.STATEMENT,
) -> Claim:
    chain = (Link(span(text, source), kind, actor is not None, actor, None, WHY),) if source else ()
    hits = (Hit(span(text, cue), "tests.entry"),) if cue else ()
    return Claim(
        id, id.split(".")[0], Content(span(text, content)), span(text, cue) if cue else None, chain, polarity, Certainty.CERTAIN,
        Stance.NEUTRAL, act, (Why("tests.cue", hits),),
    )  # fmt: skip


def arabic_report(id: str = "d1", outlet: str = "صوت الوادي") -> Report:
    strike = "غارة جوية أصابت سوق بلدة الزهور فجر الأحد وقتلت ثلاثة أشخاص"
    said = claim(f"{id}.c1", ARABIC, strike, "متحدث باسم الدفاع المدني", "قال", Kind.OFFICIAL, "civil-defence")
    denied = claim(
        f"{id}.c2", ARABIC, "تكون طائرات الجيش قد قصفت السوق", "مسؤول عسكري", "نفى", Kind.MILITARY, None, Polarity.DENY, Act.DENIAL
    )
    slots = Slots(
        event_type=Kinded("air_drone_strike", "strike.air", span(ARABIC, "غارة جوية"), WHY),
        weapon=Kinded("aircraft_bomb", "air.jet", span(ARABIC, "غارة جوية"), WHY),
        target=Target(span(ARABIC, "سوق"), "market", WHY),
        place=Place(span(ARABIC, "بلدة الزهور"), "Zuhur", 35.0, 40.0, "settlement", 3000, "tests.zuhur", WHY, "SY"),
        time=When(span(ARABIC, "فجر الأحد"), "2031-03-02", "part_of_day", WHY),
        killed=Count(span(ARABIC, "ثلاثة أشخاص"), 3, 3, "unknown", WHY),
    )
    army = Slots(perpetrator=Perpetrator(span(ARABIC, "الجيش"), "army", WHY), target=Target(span(ARABIC, "السوق"), "market", WHY))
    layer = ClaimLayer(id, (said, denied), (said, denied), (Loaded(id, span(ARABIC, "طائرات الجيش"), "label", False, WHY),))
    return Report(document(id, ARABIC, "ar", outlet, "غارة على سوق"), layer, EventLayer(id, {said.id: slots, denied.id: army}))


def english_report() -> Report:
    said = claim("d2.c1", ENGLISH, "a drone hit the market in Zuhur and killed five people", "Witnesses", "told")
    slots = Slots(
        event_type=Kinded("air_drone_strike", "strike.drone", span(ENGLISH, "drone hit"), WHY),
        weapon=Kinded("drone", "uav", span(ENGLISH, "drone"), WHY),
        target=Target(span(ENGLISH, "the market"), "market", WHY),
        place=Place(span(ENGLISH, "Zuhur"), "Zuhur", 35.0, 40.0, "settlement", 3000, "tests.zuhur", WHY, "SY"),
        killed=Count(span(ENGLISH, "five people"), 5, 5, "civilians", WHY),
        detail={"stage": "impact"},
    )
    layer = ClaimLayer("d2", (said,), (said,), ())
    return Report(document("d2", ENGLISH, "en", "River Post", "Drone hits market"), layer, EventLayer("d2", {"d2.c1": slots}))


def hostile_report() -> Report:
    said = claim("d3.c1", HOSTILE, HOSTILE[HOSTILE.index("<script>") : HOSTILE.index(".\r")], "Witnesses", "said")
    layer = ClaimLayer("d3", (said,), (said,), (Loaded("d3", span(HOSTILE, "<img src=x"), "label", True, WHY),))
    slots = Slots(weapon=Kinded("drone", "uav", span(HOSTILE, "drone"), WHY))
    title = '</title><script>document.title="owned"</script>'
    return Report(document("d3", HOSTILE, "en", '"><script>x</script>', title), layer, EventLayer("d3", {"d3.c1": slots}))


def sample() -> Dossier:
    """d1 Arabic, d2 English, d3 hostile, d4 a copy of d1 under another outlet's name."""
    reports = (arabic_report(), english_report(), hostile_report(), arabic_report("d4", "منقول"))
    ids = tuple(c.id for r in reports for c in r.claims.claims)
    place = Place(Span(0, 1), "Zuhur", 35.0, 40.0, "settlement", 3000, "tests.zuhur", WHY, "SY")
    incident = Incident("i1", "air_drone_strike", "2031-03-02", place, ("d1", "d2", "d3", "d4"), ids, (WHY,))
    relations = (
        Relation("i1", "weapon", "d1.c1", "d2.c1", "contradict", WHY),
        Relation("i1", "killed", "d1.c1", "d2.c1", "contradict", WHY),
        Relation("i1", "target", "d1.c1", "d2.c1", "agree", WHY),
    )
    assessment = Assessment(relations, (Origin("o1", ("d1", "d4"), "d1", "verbatim copy", WHY),), (("d1.c1", "d4.c1"), ("d1.c2", "d4.c2")))
    gathering = Gathering((incident,), dict.fromkeys(ids, "i1"), {})
    failures = (("broken <b>.pdf", "[T301] cannot be read"),)
    return Dossier("market-strike", "constructed for tests", reports, gathering, assessment, failures, (("tabayyun", "0"),))


def test_sample_spans_point_at_its_words() -> None:
    for report in sample().reports:
        for c in report.claims.claims:
            assert c.cue is not None
            assert c.cue.words(report.document.text) in {"قال", "نفى", "told", "said"}
