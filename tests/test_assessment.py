"""How accounts stand to each other. All texts are constructed; the events did not happen."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_incidents import AZAZ, BUNDLES, NOWHERE, WHY, Saying, bundle, report, slots, spot

from tabayyun.assessment import assess
from tabayyun.assessment.denials import read_denial
from tabayyun.assessment.origins import Link, find_links, group_links, shared_numbers
from tabayyun.assessment.passages import longest_run, shared_passages
from tabayyun.assessment.values import CONTRADICT, REFINE, SLOTS, Verdict, compare
from tabayyun.incidents import gather
from tabayyun.lexicons import knowledge
from tabayyun.model.claim import Act, Kind, Polarity
from tabayyun.model.event import Kinded, Perpetrator, Slots, Target
from tabayyun.model.incident import Assessment, Gathering, Incident, Report
from tabayyun.model.span import Span


def judge(*reports: Report) -> Assessment:
    return assess(reports, gather(reports, knowledge()), knowledge())


def found(a: Assessment, slot: str) -> set[tuple[str, str, str]]:
    return {(r.a, r.b, r.relation) for r in a.relations if r.slot == slot}


@pytest.mark.parametrize(
    ("slot", "a", "b", "relation", "is_first_finer"),
    [
        ("killed", 3, 3, "agree", False),
        ("killed", (3, None), 5, "refine", False),
        ("killed", 4, (2, 6), "refine", True),
        ("killed", 3, (4, None), "contradict", False),
        ("killed", (2, 4), (3, 6), None, False),
        ("killed", (3, 3, "subset"), 5, None, False),
        ("injured", 0, (2, None), "contradict", False),
        ("event_type", "air_drone_strike", "air_drone_strike", "agree", False),
        ("event_type", "air_drone_strike", "shelling_rocket", "contradict", False),
        ("event_type", "air_drone_strike", "assassination", None, False),
        ("event_type", "other", "other", None, False),
        ("weapon", "unknown", "drone", "refine", False),
        ("weapon", "drone", "artillery_mortar", "contradict", False),
        ("weapon", "small_arms", "artillery_mortar", None, False),
        ("target", "market", "market", "agree", False),
        ("target", "market", "military_base", "contradict", False),
        ("target", "person", "convoy_vehicle", None, False),
        ("perpetrator", "unknown", "isis", "refine", False),
        ("perpetrator", "isis", "turkey", "contradict", False),
        ("perpetrator", None, "turkey", None, False),
        ("time", "2023-05-09", "2023-05-09", "agree", False),
        ("time", "2023-05-09T07:00", "2023-05-09", "refine", True),
        ("time", "2023-05", "2023-05-09", "refine", False),
        ("time", "2023-05-08", "2023-05-09", None, False),
        ("place", "Azaz", "Azaz", "agree", False),
        ("place", "Azaz", "Taiz", None, False),
    ],
)
def test_compare(slot: str, a: object, b: object, relation: str | None, is_first_finer: bool) -> None:
    x, y = slots({slot: a}, NOWHERE), slots({slot: b}, NOWHERE)
    verdict = compare(slot, x, y, None)
    assert (verdict and verdict.relation) == relation
    assert not verdict or verdict.is_first_finer == is_first_finer


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (("artillery_mortar", "artillery"), ("rocket_missile", "rocket.grad"), None),
        (("artillery_mortar", "artillery.mortar"), ("rocket_missile", "rocket.grad"), "contradict"),
        (("artillery_mortar", "artillery"), ("drone", "drone"), "contradict"),
        (("artillery_mortar", "artillery.shell"), ("rocket_missile", "missile"), None),
        (("aircraft_bomb", "aircraft"), ("rocket_missile", "missile"), None),
        (("aircraft_bomb", "aircraft.bomb"), ("rocket_missile", "missile"), "contradict"),
    ],
)
def test_loose_words_for_a_weapon_contradict_nothing(a: tuple[str, str], b: tuple[str, str], relation: str | None) -> None:
    x, y = (Slots(weapon=Kinded(value, fine, NOWHERE, WHY)) for value, fine in (a, b))
    for one, other in ((x, y), (y, x)):
        verdict = compare("weapon", one, other, None)
        assert (verdict and verdict.relation) == relation


def test_compare_place_inside_a_wider_one() -> None:
    town, market = Slots(place=spot("Azaz", NOWHERE)), Slots(place=spot("Azaz", NOWHERE, "exact"))
    assert compare("place", town, market, None) == Verdict("agree", "place.equal")
    near = Slots(place=spot("Marea", NOWHERE, "district"))
    assert compare("place", near, market, None) == Verdict(REFINE, "place.holds")


def test_compare_target_that_one_side_rules_out() -> None:
    base = Slots(target=Target(NOWHERE, "other", WHY, rules_out="prison"))
    assert compare("target", base, Slots(target=Target(NOWHERE, "prison", WHY)), None) == Verdict(CONTRADICT, "target.ruled-out")


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "event_type": st.sampled_from(["air_drone_strike", "shelling_rocket", "armed_clash", "other"]),
    "weapon": st.sampled_from(["drone", "unknown", "small_arms", "artillery_mortar"]),
    "target": st.sampled_from(["market", "person", "military_base"]),
    "perpetrator": st.sampled_from(["isis", "turkey", "unknown", None]),
    "place": st.sampled_from(["Azaz", "Marea", "Taiz"]),
    "time": st.sampled_from(["2023", "2023-05", "2023-05-09", "2023-05-09T07:00"]),
    "killed": st.tuples(st.integers(0, 9), st.none() | st.integers(9, 20)),
    "injured": st.integers(0, 5),
}


@given(st.sampled_from(SLOTS).flatmap(lambda s: st.tuples(st.just(s), VALUES[s], VALUES[s])))
def test_compare_is_symmetric(case: tuple[str, object, object]) -> None:
    slot, a, b = case
    x, y = slots({slot: a}, NOWHERE), slots({slot: b}, NOWHERE)
    there, back = compare(slot, x, y, knowledge()), compare(slot, y, x, knowledge())
    assert (there and there.relation) == (back and back.relation)
    if there and back and there.relation == REFINE:
        assert there.is_first_finer != back.is_first_finer


POLICE = Saying("drones killed three in the Azaz market", AZAZ | {"killed": 3}, source="A police officer")
MEDIC = Saying("the drone strike on the Azaz market killed five", AZAZ | {"killed": 5}, source="A nurse", kind=Kind.MEDICAL)


def test_tolls_of_two_sources_contradict_and_say_by_which_rule() -> None:
    a = judge(report("d1", POLICE), report("d2", MEDIC, outlet="Second Paper"))
    assert found(a, "killed") == {("d1.c1", "d2.c1", "contradict")}
    assert {r.why.rule for r in a.relations if r.slot == "killed"} == {"assessment.count.disjoint"}


def test_one_named_source_in_two_documents_never_relates_to_itself() -> None:
    said = Saying("three died in the Azaz market strike", AZAZ | {"killed": 3}, source="The SDF", actor="sdf", kind=Kind.MILITARY)
    later = Saying(
        "five people lost their lives when drones struck Azaz", AZAZ | {"killed": 5}, source="SDF", actor="sdf", kind=Kind.MILITARY
    )
    a = judge(report("d1", said), report("d2", later))
    assert not a.relations
    assert a.same_source == (("d1.c1", "d2.c1"),)


def test_anaphor_continues_its_voice() -> None:
    again = Saying("four of them were children", {"killed": 4}, source="He", refers_to="d1.c1")
    a = judge(report("d1", POLICE, again))
    assert not a.relations
    assert a.same_source == (("d1.c1", "d1.c2"),)


def test_denial_contradicts_on_the_party_it_names_only() -> None:
    blame = Saying("Turkish drones hit the Azaz market", AZAZ | {"perpetrator": "turkey"}, source="A councillor")
    denial = Saying(
        "Turkey hit any market", AZAZ | {"perpetrator": "turkey"}, source="The ministry", polarity=Polarity.DENY, act=Act.DENIAL
    )
    a = judge(report("d1", blame, denial))
    assert {(r.slot, r.relation) for r in a.relations} == {("perpetrator", "contradict")}


def test_nobody_hurt_is_a_number_and_no_denial() -> None:
    none = Saying(
        "no one died in the Azaz market strike", AZAZ | {"killed": 0}, source="The ministry", polarity=Polarity.DENY, act=Act.DENIAL
    )
    a = judge(report("d1", POLICE, Saying("nobody died", {"killed": 0}, source="The mayor", act=Act.DENIAL)), report("d2", none))
    assert ("d1.c1", "d1.c2", "contradict") in found(a, "killed")


@pytest.mark.parametrize(
    ("words", "toll", "other", "relation"),
    [
        ("a vegetable seller was killed in the Azaz market", 1, 5, None),
        ("one person was killed in the Azaz market", 1, 5, None),
        ("one person was killed in the Azaz market", 1, 3, "contradict"),
        ("a vegetable seller was killed in the Azaz market", 1, 0, "contradict"),
        ("قُتل بائع خضار في سوق أعزاز", 1, 3, None),
        ("قُتل شخص واحد في سوق أعزاز", 1, 3, "contradict"),
        ("two men were killed in the Azaz market", 2, 9, None),
        ("two men were killed in the Azaz market", 2, 4, "contradict"),
        ("six men were killed in the Azaz market", 6, 40, "contradict"),
    ],
)
def test_a_part_of_the_toll_contradicts_no_larger_one(words: str, toll: int, other: int, relation: str | None) -> None:
    small = Saying(words, AZAZ | {"killed": toll}, source="A grocer", kind=Kind.WITNESS)
    large = Saying("the Azaz market strike left its dead in the street", AZAZ | {"killed": other}, source="A nurse", kind=Kind.MEDICAL)
    a = judge(report("d1", small), report("d2", large, outlet="Second Paper"))
    assert {r for _, _, r in found(a, "killed")} == ({relation} if relation else set())


def test_strike_and_shelling_contradict_only_where_the_weapons_do() -> None:
    air = Saying("jets bombed the Azaz market", AZAZ | {"event_type": "air_drone_strike"}, source="A grocer")
    guns = Saying("shells fell on the Azaz market", AZAZ | {"event_type": "shelling_rocket"}, source="A nurse")
    assert not found(judge(report("d1", air, guns)), "event_type")
    air.slots["weapon"], guns.slots["weapon"] = "aircraft_bomb", "artillery_mortar"
    assert found(judge(report("d1", air, guns)), "event_type") == {("d1.c1", "d1.c2", "contradict")}


def test_an_older_event_of_the_background_relates_to_no_news() -> None:
    past = Saying("five had died in the Azaz market", AZAZ | {"killed": 5}, source="A nurse", act=Act.BACKGROUND)
    a, b = report("d1", POLICE), report("d2", past)
    one = Incident("i1", "air_drone_strike", None, None, ("d1", "d2"), ("d1.c1", "d2.c1"), ())
    g = Gathering((one,), {"d1.c1": "i1", "d2.c1": "i1"}, {})
    assert not assess((a, b), g, knowledge()).relations


@pytest.mark.parametrize(
    ("words", "value", "slot", "is_denied"),
    [
        ("the drone did not hit the clinic but a depot", "drone", "weapon", False),
        ("no drone hit the clinic", "drone", "weapon", True),
        ("our forces did not fire at the clinic", "our forces", "perpetrator", True),
        ("it was not our rocket but gunmen who fired", "gunmen", "perpetrator", False),
        ("لم تستهدف الطائرات العيادة", "الطائرات", "weapon", True),
        ("القذيفة لم تسقط على العيادة", "القذيفة", "weapon", False),
        ("لم تقصف قواتنا العيادة، بل قصفتها الميليشيا", "الميليشيا", "perpetrator", False),
        ("قتل ما لا يقل عن ثلاثة بقذيفة", "بقذيفة", "weapon", False),
    ],
)
def test_a_negation_denies_what_it_reaches(words: str, value: str, slot: str, is_denied: bool) -> None:
    r = report("d1", Saying(words, source="A spokesman", act=Act.DENIAL))
    (claim,) = r.claims.claims
    start = r.document.text.index(value)
    span = Span(start, start + len(value))
    said = Slots(weapon=Kinded("drone", "drone", span, WHY)) if slot == "weapon" else Slots(perpetrator=Perpetrator(span, "isis", WHY))
    denial = read_denial(claim, said, r, knowledge())
    assert denial is not None
    assert (slot in denial.slots) is is_denied
    assert not denial.is_whole


def test_denial_of_a_state_denies_its_forces() -> None:
    part, whole = next((a.slug, a.parent) for a in knowledge().actors.values() if a.parent and not a.same_as)
    blame = Saying("they hit the Azaz market", AZAZ | {"perpetrator": part}, source="A councillor")
    denial = Saying("it hit any market", AZAZ | {"perpetrator": whole}, source="The ministry", polarity=Polarity.DENY, act=Act.DENIAL)
    assert found(judge(report("d1", blame, denial)), "perpetrator") == {("d1.c1", "d1.c2", "contradict")}


def test_toll_beside_a_denial_still_agrees_but_never_contradicts() -> None:
    denial = Saying(
        "the army killed three in the market", AZAZ | {"perpetrator": "turkey", "killed": 3}, source="The ministry", polarity=Polarity.DENY
    )
    assert found(judge(report("d1", POLICE, denial)), "killed") == {("d1.c1", "d1.c2", "agree")}
    assert not found(judge(report("d1", MEDIC, denial)), "killed")


def test_question_enters_no_relation() -> None:
    asked = Saying("did five die in the Azaz market", AZAZ | {"killed": 5}, polarity=Polarity.QUESTION)
    assert not judge(report("d1", POLICE), report("d2", asked)).relations


LEAD = "Two drones flew in low from the north and struck the crowded vegetable market of Azaz shortly after the noon prayer on Tuesday"
TAIL = "Rescue workers carried the wounded to the town hospital while fires burned through the wooden stalls until the evening"


def copied(doc: str, toll: int, outlet: str, published: str | None) -> Report:
    return report(
        doc,
        Saying(LEAD, AZAZ),
        Saying(f"{TAIL}, and {toll} died", {"killed": toll}, source="A local source"),
        outlet=outlet,
        published=published,
    )


def test_copy_is_one_origin_and_its_altered_toll_no_contradiction() -> None:
    early, late = copied("d1", 3, "First Wire", "2023-05-09T15:00:00+03:00"), copied("d2", 5, "Second Paper", "2023-05-09T13:00:00+00:00")
    a = judge(late, early)
    assert [(o.documents, o.first, o.evidence) for o in a.origins] == [(("d2", "d1"), "d1", "verbatim copy")]
    assert "of three-word sequences shared" in a.origins[0].why.note
    assert not a.relations


def test_credited_document_is_first_where_times_are_missing() -> None:
    source = copied("d1", 3, "Wadi Wire", None)
    relay = report("d2", Saying(LEAD, AZAZ, source="Wadi Wire agency", kind=Kind.AGENCY), Saying(TAIL), outlet="Paper", published=None)
    (origin,) = judge(relay, source).origins
    assert (origin.first, origin.evidence) == ("d1", "verbatim copy; cites d1's agency")


def test_copied_passage_under_another_source_is_shown_as_such() -> None:
    words = "the gunmen came down from the ridge in three pickup trucks with covered plates and left the same way"
    own = " and ".join(f"resident number {n} told of another broken window in street {n * 7}" for n in range(12))
    first = report("d1", Saying(f"In Azaz {words}", AZAZ, source="Field sources"), Saying(own), outlet="One")
    second = report("d2", Saying(f"In Azaz {words}", AZAZ, source="Security sources"), Saying(own[::-1]), outlet="Two")
    assert [o.evidence for o in judge(first, second).origins] == ["same unnamed sources, same wording"]


def test_translation_keeps_sources_values_and_order() -> None:
    told: list[tuple[dict[str, Any], str, Kind]] = [
        (AZAZ, "An official", Kind.OFFICIAL),
        ({"killed": 3, "injured": 7}, "A nurse", Kind.MEDICAL),
        ({"perpetrator": "turkey", "weapon": "drone"}, "A resident", Kind.WITNESS),
        ({"killed": 4}, "A relative", Kind.WITNESS),
    ]
    english = report(
        "d1", *[Saying(f"statement number {n} in full", s, source=w, kind=k) for n, (s, w, k) in enumerate(told)], outlet="One"
    )
    arabic = report(
        "d2",
        *[Saying(f"التصريح رقم {n} بالتفصيل", s, source="قال", kind=k) for n, (s, _, k) in enumerate(told)],
        language="ar",
        outlet="اثنان",
    )
    a = judge(english, arabic)
    assert [(o.documents, o.evidence) for o in a.origins] == [(("d1", "d2"), "translation")]
    assert not a.relations


def test_numbers_of_one_document_found_in_the_other() -> None:
    english = report("d1", Saying("40 shells killed 12 people and wounded 2 in 7 minutes"))
    arabic = report("d2", Saying("سقطت 40 قذيفة وقُتل اثنا عشر شخصاً وجُرح ثلاثة"), language="ar")
    assert shared_numbers(english, arabic) == pytest.approx(2 / 3)
    assert shared_numbers(english, report("d3", Saying("shells fell"))) == 0.0


def test_independent_reports_of_one_event_share_no_origin() -> None:
    a = judge(report("d1", POLICE, outlet="One"), report("d2", MEDIC, outlet="Two"))
    assert not a.origins


def link(a: str, b: str, strength: float) -> Link:
    return Link(a, b, "translation", WHY, None, (), strength, True)


def test_one_weak_link_never_chains_two_origins() -> None:
    reports = tuple(report(d, Saying("words")) for d in ("d1", "d2", "d3", "d4"))
    origins = group_links([link("d1", "d2", 10.9), link("d3", "d4", 10.8), link("d2", "d3", 1.4)], reports)
    assert [o.documents for o in origins] == [("d1", "d2"), ("d3", "d4")]


def test_shared_passage_counts_its_longest_run() -> None:
    common: set[tuple[str, ...]] = {("a", "b", "c", "d", "e"), ("b", "c", "d", "e", "f")}
    assert longest_run(["x", "a", "b", "c", "d", "e", "f", "y"], common) == 6
    assert longest_run(["a", "b"], common) == 0


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=20), min_size=2, max_size=4))
def test_shared_passages_are_symmetric(texts: list[list[str]]) -> None:
    docs = [report(f"d{n}", Saying(" ".join(t))).document for n, t in enumerate(texts)]
    there, back = shared_passages(docs), shared_passages(docs[::-1])
    assert {frozenset(k): v.share for k, v in there.items()} == {frozenset(k): v.share for k, v in back.items()}
    assert all(0 < s.share <= 1 for s in there.values())


@given(BUNDLES)
def test_independence_does_not_hang_on_document_order(raw: list[list[Saying]]) -> None:
    reports = bundle(raw)
    know = knowledge()
    there = {frozenset((k.a, k.b)) for k in find_links(reports, gather(reports, know), know)}
    turned = reports[::-1]
    assert {frozenset((k.a, k.b)) for k in find_links(turned, gather(turned, know), know)} == there


@given(BUNDLES)
def test_relations_hold_between_two_sources_of_one_incident(raw: list[list[Saying]]) -> None:
    reports = bundle(raw)
    g = gather(reports, knowledge())
    a = assess(reports, g, knowledge())
    one_voice = {frozenset((x, y)) for group in a.same_source for x in group for y in group}
    for r in a.relations:
        assert g.incident_of[r.a] == g.incident_of[r.b] == r.incident
        assert frozenset((r.a, r.b)) not in one_voice
