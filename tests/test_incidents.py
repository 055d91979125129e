"""Which claims speak of one event. All texts are constructed; the events did not happen."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabayyun.incidents import gather, markers
from tabayyun.incidents.across import keys, pair_features
from tabayyun.incidents.clusters import Cluster
from tabayyun.incidents.facts import read_facts
from tabayyun.incidents.places import lie
from tabayyun.lexicons import Knowledge, knowledge
from tabayyun.model.claim import Act, Certainty, Claim, ClaimLayer, Content, Kind, Link, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.event import Count, EventLayer, Kinded, Perpetrator, Place, Slots, Target, When
from tabayyun.model.incident import Gathering, Report
from tabayyun.model.span import Span
from tabayyun.model.why import Why
from tabayyun.text.fold import fold

settings.register_profile("patient", deadline=None)  # the first call loads all lexicons
settings.load_profile("patient")
WHY = Why("test")
SPOTS = {
    "Azaz": (36.586, 37.046),
    "Marea": (36.477, 37.196),
    "Taiz": (13.578, 44.017),
    "Atbara": (17.702, 33.986),
    "Sirte": (31.206, 16.588),
}


@dataclass(frozen=True)
class Saying:
    """One claim of a test document: its sentence, what it says of the event, who says it."""

    words: str
    slots: dict[str, Any] = field(default_factory=dict)
    source: str | None = None
    actor: str | None = None
    kind: Kind = Kind.LOCAL_SOURCE
    act: Act = Act.STATEMENT
    polarity: Polarity = Polarity.AFFIRM
    refers_to: str | None = None
    paragraph: bool = False


def spot(name: str, span: Span, precision: str = "settlement") -> Place:
    lat, lon = SPOTS[name]
    return Place(span, name, lat, lon, precision, 4000, name.lower(), WHY)


def slots(raw: dict[str, Any], span: Span) -> Slots:
    out: dict[str, Any] = {}
    for key, v in raw.items():
        if key in ("event_type", "weapon"):
            out[key] = Kinded(v, v, span, WHY)
        elif key == "target":
            out[key] = Target(span, v, WHY)
        elif key == "perpetrator":
            out[key] = Perpetrator(span, v, WHY)
        elif key == "place":
            out[key] = v if isinstance(v, Place) else spot(v, span)
        elif key == "time":
            out[key] = When(span, v, {4: "year", 7: "month", 10: "day"}.get(len(v), "minute"), WHY)
        elif key in ("killed", "injured"):
            low, high, *scope = v if isinstance(v, tuple) else (v, v)
            out[key] = Count(span, low, high, "unknown", WHY, *scope)
    return Slots(**out)


def report(
    doc: str, *sayings: Saying, language: str = "en", outlet: str = "Example Daily", published: str | None = "2023-05-10T12:00:00+00:00"
) -> Report:
    text, claims, found = "", [], {}
    for n, s in enumerate(sayings, 1):
        text += "\n\n" if s.paragraph and text else " " if text else ""
        chain: tuple[Link, ...] = ()
        if s.source:
            chain = (Link(Span(len(text), len(text) + len(s.source)), s.kind, s.actor is not None, s.actor, s.refers_to),)
            text += s.source + ": "
        span = Span(len(text), len(text) + len(s.words))
        text += s.words + "."
        claim_id = f"{doc}.c{n}"
        claims.append(Claim(claim_id, doc, Content(span), None, chain, s.polarity, Certainty.CERTAIN, Stance.NEUTRAL, s.act, (WHY,)))
        found[claim_id] = slots(s.slots, span)
    document = Document(doc, text, language, outlet, None, published, "", "", "", "text/plain", "plain/1")
    return Report(document, ClaimLayer(doc, (), tuple(claims), ()), EventLayer(doc, found))


@pytest.fixture(scope="module")
def know() -> Knowledge:
    return knowledge()


def groups(g: Gathering) -> set[frozenset[str]]:
    return {frozenset(i.claims) for i in g.incidents}


AZAZ = {"event_type": "air_drone_strike", "place": "Azaz", "time": "2023-05-09", "target": "market"}
EN = report("d1", Saying("A drone hit the vegetable market of Azaz on Tuesday", AZAZ), Saying("Two vendors died there", {"killed": 2}))
AR = report("d2", Saying("استهدفت مسيّرة سوق الخضار في أعزاز الثلاثاء", AZAZ | {"killed": 2}), language="ar")


def test_accounts_of_one_day_place_and_act_meet_across_languages(know: Knowledge) -> None:
    assert groups(gather((EN, AR), know)) == {frozenset({"d1.c1", "d1.c2", "d2.c1"})}


def test_older_event_of_a_background_paragraph_stands_alone(know: Knowledge) -> None:
    old = Saying(
        "In January a car bomb had gone off in Marea",
        {"event_type": "ied_bombing", "place": "Marea", "time": "2023-01"},
        act=Act.BACKGROUND,
        paragraph=True,
    )
    g = gather((report("d1", Saying("A drone hit the market of Azaz", AZAZ), old), AR), know)
    assert groups(g) == {frozenset({"d1.c1", "d2.c1"}), frozenset({"d1.c2"})}
    assert [i.date for i in g.incidents] == ["2023-05-09", "2023-01"]


def test_two_places_on_one_day_are_two_events(know: Knowledge) -> None:
    other = {"event_type": "shelling_rocket", "place": "Taiz", "time": "2023-05-09", "target": "school"}
    first = report(
        "d1", Saying("A drone hit the market of Azaz", AZAZ), Saying("Elsewhere shells fell on a school in Taiz", other, paragraph=True)
    )
    second = report("d2", Saying("Shells hit a school in Taiz", other))
    assert groups(gather((first, second), know)) == {frozenset({"d1.c1"}), frozenset({"d1.c2", "d2.c1"})}


@pytest.mark.parametrize(
    "bare",
    [
        Saying("the attack had been its work", act=Act.DENIAL, polarity=Polarity.DENY, source="A spokesman"),
        Saying("the strike came without warning", source="A shopkeeper"),
        Saying("one of ours", source="A neighbour"),
    ],
)
def test_claim_without_facts_stays_with_the_event_in_talk(bare: Saying, know: Knowledge) -> None:
    assert groups(gather((report("d1", Saying("A drone hit the market of Azaz", AZAZ), bare),), know)) == {frozenset({"d1.c1", "d1.c2"})}


def test_later_report_with_a_higher_toll_joins(know: Knowledge) -> None:
    late = report(
        "d3", Saying("The toll of the Azaz market strike rose to five", AZAZ | {"killed": 5}), published="2023-05-12T08:00:00+00:00"
    )
    assert len(gather((EN, AR, late), know).incidents) == 1


def test_document_without_event_facts_adds_no_incident(know: Knowledge) -> None:
    idle = report("d9", Saying("The festival drew many visitors"), Saying("Honey was sold"))
    g = gather((EN, idle), know)
    assert not {"d9.c1", "d9.c2"} & g.incident_of.keys()
    assert g.incidents[0].documents == ("d1",)


def test_vague_account_never_chains_two_settled_days(know: Knowledge) -> None:
    strike = {"event_type": "air_drone_strike", "place": "Azaz"}
    a = report("d1", Saying("A drone hit Azaz on the second", strike | {"time": "2023-05-02"}))
    b = report("d2", Saying("A drone hit Azaz", strike))
    c = report("d3", Saying("A drone hit Azaz on the ninth", strike | {"time": "2023-05-09"}))
    g = gather((a, b, c), know)
    assert g.incident_of["d1.c1"] != g.incident_of["d3.c1"]


def test_day_and_place_go_by_majority_and_say_who_gave_them(know: Knowledge) -> None:
    wrong = report("d3", Saying("A drone hit the Azaz market on Monday", AZAZ | {"time": "2023-05-08"}))
    (incident,) = gather((EN, AR, wrong), know).incidents
    assert (incident.date, incident.place and incident.place.name, incident.event_type) == ("2023-05-09", "Azaz", "air_drone_strike")
    assert {w.rule for w in incident.why} >= {"incidents.day-by-majority", "incidents.place-by-majority"}
    assert next(w.note for w in incident.why if w.rule == "incidents.day-by-majority") == "d1.c1 d2.c1"


def test_second_event_of_a_report_takes_its_day_from_context(know: Knowledge) -> None:
    raid = Saying("Separately, gunmen abducted a teacher in Taiz", {"event_type": "abduction_arrest", "place": "Taiz"}, paragraph=True)
    g = gather((report("d1", Saying("A drone hit the market of Azaz", AZAZ), raid),), know)
    second = g.incidents[1]
    assert second.date == "2023-05-09"
    assert "incidents.day-from-context" in {w.rule for w in second.why}


def test_claim_on_both_attacks_speaks_to_the_other_as_well(know: Knowledge) -> None:
    other = {"event_type": "shelling_rocket", "place": "Taiz", "time": "2023-05-09", "target": "school"}
    g = gather(
        (
            report(
                "d1",
                Saying("A drone hit the market of Azaz", AZAZ),
                Saying("Elsewhere shells fell on a school in Taiz", other, paragraph=True),
                Saying("nobody has claimed both attacks"),
            ),
        ),
        know,
    )
    assert set(g.also) == {"d1.c3"}
    assert {g.incident_of["d1.c3"], *g.also["d1.c3"]} == {"i1", "i2"}


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (markers.EARLIER, "يذكر أن البلدة شهدت انفجاراً", "ذكر أن البلدة هادئة"),
        (markers.EARLIER, "كما انفجرت سيارة الشهر الماضي", "انفجرت سيارة هذا الشهر"),
        (markers.EARLIER, "a similar attack last month", "the attack lasted a month"),
        (markers.ANOTHER, "وفي حادث منفصل قُتل راعٍ", "وفي الحادث قُتل راعٍ"),
        (markers.ANOTHER, "in a separate incident", "they could not be parted"),
        (markers.THIS_EVENT, "ووقع الهجوم فجراً", "ووقع هجوم فجراً"),
        (markers.THIS_EVENT, "the blast broke windows", "a blast broke windows"),
        (markers.TOTAL, "منذ بداية العام", "في بداية الشارع"),
        (markers.TOTAL, "the tenth since January", "since dawn"),
        (markers.BOTH, "لم تتبن أي جهة الهجومين", "لم تتبن أي جهة الهجوم"),
        (markers.HEADER, "14:05 - sirens", "Sirens at 14:05"),
    ],
)
def test_marker_knows_its_phrase(pattern: Any, yes: str, no: str) -> None:
    assert pattern.search(fold(yes).text)
    assert not pattern.search(fold(no).text)


NOWHERE = Span(0, 1)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (spot("Azaz", NOWHERE), spot("Azaz", NOWHERE), "same"),
        (spot("Azaz", NOWHERE), spot("Azaz", NOWHERE, "exact"), "same"),
        (spot("Azaz", NOWHERE), spot("Marea", NOWHERE), "apart"),
        (spot("Azaz", NOWHERE), spot("Taiz", NOWHERE), "far"),
        (spot("Marea", NOWHERE, "province"), spot("Azaz", NOWHERE), "within"),
        (Place(NOWHERE, "the valley", None, None, "district", 0, None, WHY), spot("Azaz", NOWHERE), "open"),
    ],
)
def test_places_lie(a: Place, b: Place, expected: str) -> None:
    assert lie(a, b) == expected
    assert lie(b, a) == expected


SAYINGS = st.builds(
    Saying,
    st.sampled_from(["the market was hit", "shells fell on the school", "two men died in the clash", "the convoy burned"]),
    st.fixed_dictionaries(
        {},
        optional={
            "event_type": st.sampled_from(["air_drone_strike", "shelling_rocket", "armed_clash", "ied_bombing"]),
            "place": st.sampled_from(["Azaz", "Marea", "Taiz"]),
            "time": st.sampled_from(["2023-05-08", "2023-05-09", "2023-04"]),
            "killed": st.integers(0, 5),
            "target": st.sampled_from(["market", "school", "convoy_vehicle"]),
        },
    ),
    act=st.sampled_from([Act.STATEMENT, Act.BACKGROUND, Act.DENIAL]),
    paragraph=st.booleans(),
)
BUNDLES = st.lists(st.lists(SAYINGS, min_size=1, max_size=5), min_size=1, max_size=4)


def bundle(raw: list[list[Saying]]) -> tuple[Report, ...]:
    return tuple(report(f"d{n}", *sayings) for n, sayings in enumerate(raw, 1))


@given(BUNDLES, st.randoms(use_true_random=False))
def test_grouping_does_not_hang_on_document_order(raw: list[list[Saying]], random: Any) -> None:
    reports = list(bundle(raw))
    before = groups(gather(tuple(reports), knowledge()))
    random.shuffle(reports)
    assert groups(gather(tuple(reports), knowledge())) == before


@given(BUNDLES)
def test_unrelated_document_changes_no_incident(raw: list[list[Saying]]) -> None:
    reports = bundle(raw)
    far = report(
        "d0",
        Saying("احتجّ عمّال الميناء في سرت", {"event_type": "protest", "place": "Sirte", "time": "2011-02-03"}),
        language="ar",
        published="2011-02-04T09:00:00+02:00",
    )
    before, after = groups(gather(reports, knowledge())), groups(gather((*reports, far), knowledge()))
    assert after == before | {frozenset({"d0.c1"})}


@given(BUNDLES)
def test_every_claim_has_one_incident_and_incidents_name_only_their_claims(raw: list[list[Saying]]) -> None:
    g = gather(bundle(raw), knowledge())
    assert sorted(c for i in g.incidents for c in i.claims) == sorted(g.incident_of)
    assert all(g.incident_of[c] == i.id for i in g.incidents for c in i.claims)


@given(st.lists(SAYINGS, min_size=1, max_size=4), st.lists(SAYINGS, min_size=1, max_size=4))
def test_weighing_two_events_is_symmetric(first: list[Saying], second: list[Saying]) -> None:
    a, b = Cluster(), Cluster()
    for cluster, r in ((a, report("d1", *first)), (b, report("d2", *second))):
        for fact in read_facts(r):
            cluster.add(fact)
    assert sorted(pair_features(a, b)) == sorted(pair_features(b, a))
    assert keys(a) & keys(b)  # published on one day: they always meet


LANDS = {"Azaz": "SY", "Marea": "SY", "Taiz": "YE", "Atbara": "SD", "Sirte": "LY"}


def scene(doc: str, *names: str) -> Report:
    """A report of a drone strike that names each place as the scene; the places know their countries."""
    said = [Saying(f"A drone hit the market of {n}", {"event_type": "air_drone_strike", "target": "market", "place": n}) for n in names]
    made = report(doc, *said)
    for s in made.events.slots.values():
        assert s.place is not None
        object.__setattr__(s.place, "country", LANDS[s.place.name])
    return made


def test_like_events_of_two_countries_stay_two_once_each_is_named_twice(know: Knowledge) -> None:
    assert groups(gather((scene("d1", "Azaz", "Marea"), scene("d2", "Atbara", "Atbara")), know)).isdisjoint(
        {frozenset({"d1.c1", "d1.c2", "d2.c1", "d2.c2"}), frozenset({"d1.c1", "d2.c1", "d2.c2"}), frozenset({"d1.c2", "d2.c1", "d2.c2"})}
    )
