"""Who said what in English: frames, contents, chains, anaphors and labels, on sentences made for the purpose."""

from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabayyun.claims.english.attitudes import read_all
from tabayyun.claims.english.read import read
from tabayyun.lexicons.cues import CueEntry, load_cues
from tabayyun.lexicons.knowledge import Knowledge, knowledge
from tabayyun.model.claim import Act, Attribution, Certainty, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.errors import Fault
from tabayyun.text.read import read as read_text

UNSPEAKING = {"hedge", "nominal", "stop", "pseudo", "mental"}  # mental: read by `read_all`, tested below
RELAYING = {"en.according_to.quoted_by", "en.according_to.told_in", "en.distancing.what_it_called"}


@cache
def know() -> Knowledge:
    return knowledge()


def document(text: str, outlet: str = "The Meridian", language: str = "en") -> Document:
    return Document("d1", text, language, outlet, None, None, "", "", "", "text/plain", "plain/1")


def attributions(text: str, outlet: str = "The Meridian", language: str = "en") -> list[Attribution]:
    doc = document(text, outlet, language)
    layer = read_text(doc)
    return read(doc, layer, know().matcher.find(layer.shadow.text), know())


def contents(text: str, **more: str) -> list[str]:
    return [" | ".join(p.words(text) for p in a.content.pieces()) for a in attributions(text, **more)]


def voices(text: str, **more: str) -> list[list[str]]:
    return [[x.span.words(text) for x in a.chain] for a in attributions(text, **more)]


@dataclass(frozen=True)
class Case:
    text: str
    content: str
    chain: list[str]


PLAIN = [
    Case("The mayor said that three houses had burned.", "three houses had burned", ["The mayor"]),
    Case("The mayor said on Monday three houses had burned.", "three houses had burned", ["The mayor"]),
    Case("Three houses burned near the mill, the mayor said.", "Three houses burned near the mill", ["the mayor"]),
    Case("Three houses burned near the mill, said Omar Nur, a farmer.", "Three houses burned near the mill", ["Omar Nur, a farmer"]),
    Case('"We heard two blasts," a baker said.', "We heard two blasts", ["a baker"]),
    Case('"We ran," she said. "Nobody came."', "We ran | Nobody came", ["she"]),
    Case('"Who fired at us?" the driver asked.', "Who fired at us", ["the driver"]),
    Case("According to a nurse, nine bodies arrived.", "nine bodies arrived", ["a nurse"]),
    Case("Nine bodies arrived, according to two nurses.", "Nine bodies arrived", ["two nurses"]),
    Case("A nurse told Reuters that nine bodies had arrived.", "nine bodies had arrived", ["Reuters", "A nurse"]),
    Case("A nurse told the Meridian that nine bodies had arrived.", "nine bodies had arrived", ["A nurse"]),
    Case("State radio, citing a police officer, reported that a bridge fell.", "a bridge fell", ["State radio", "a police officer"]),
    Case("The agency quoted a guard as saying the gate was open.", "the gate was open", ["The agency", "a guard"]),
    Case("The governor, who was in Geneva, said the dam held.", "the dam held", ["The governor"]),
    Case("The army said in a statement on Telegram that it shot down two drones.", "it shot down two drones", ["The army"]),
    Case("Medical source: two children arrived wounded.", "two children arrived wounded", ["Medical source"]),
    Case("PORT ADEN - Two boats sank on Friday, officials said.", "Two boats sank on Friday", ["officials"]),
    Case("There were unconfirmed reports that two had died.", "two had died", ["unconfirmed reports"]),
    Case("Rumours that the general had fled proved untrue.", "the general had fled", ["Rumours"]),
    Case("In an interview with Al Jazeera, the minister said the port was safe.", "the port was safe", ["Al Jazeera", "the minister"]),
    Case("The minister told a news conference that the port was safe.", "the port was safe", ["The minister"]),
    Case("The guards, residents say, fled at dawn.", "The guards | fled at dawn", ["residents"]),
    Case("It is believed that two boats left.", "two boats left", ["It is believed"]),
    Case("The guards reportedly fled at dawn.", "The guards | fled at dawn", ["reportedly"]),
    Case("The ministry put the toll at nine.", "the toll at nine", ["The ministry"]),
    Case("The group claimed responsibility for the bombing in a statement.", "the bombing", ["The group"]),
    Case("The army accused the rebels of shelling the port.", "the rebels of shelling the port", ["The army"]),
]


@pytest.mark.parametrize("case", PLAIN, ids=lambda c: c.text[:40])
def test_one_voice_has_its_words(case: Case) -> None:
    assert contents(case.text) == [case.content]
    assert voices(case.text) == [case.chain]


def test_several_voices_share_a_sentence() -> None:
    text = "The rebels said they had left, while the army denied shelling the port and a nurse told AFP that six had died."
    assert contents(text) == ["they had left", "shelling the port", "six had died"]
    assert voices(text) == [["The rebels"], ["the army"], ["AFP", "a nurse"]]


def test_joined_sources_answer_each_for_itself() -> None:
    assert voices("Two houses burned, residents and medics said.") == [["residents"], ["medics"]]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    assert contents('The mayor said: "We held the wall.\n\n"Then the water ran out."') == ["We held the wall | Then the water ran out"]


def test_a_participle_continues_the_voice() -> None:
    text = "Six fell, the mayor said, adding that two were missing."
    first, second = attributions(text)
    assert (second.chain[0].span.words(text), second.chain[0].refers_to) == ("adding", first.id)
    assert second.chain[0].kind is first.chain[0].kind


def test_a_pronoun_continues_the_body_that_spoke() -> None:
    first, second = attributions("The foreign ministry said the embassy was hit. It added that nobody was inside.")
    assert second.chain[-1].refers_to == first.id


def test_a_definite_noun_continues_the_voice_it_names() -> None:
    first, second = attributions("A security source said two men fled. The source said one was caught.")
    assert second.chain[-1].refers_to == first.id


def test_a_denial_by_pronoun_takes_the_proposition_before() -> None:
    first, second = attributions("The rebels said the army had shelled a market. The army denied it.")
    assert second.content == first.content
    assert (first.polarity, second.polarity, second.act) == (Polarity.AFFIRM, Polarity.DENY, Act.DENIAL)


def test_a_claim_rejected_in_a_relative_keeps_both_voices() -> None:
    text = "The rebels said they took the hill, a claim the army rejected."
    assert contents(text) == ["they took the hill"] * 2
    assert [a.polarity for a in attributions(text)] == [Polarity.AFFIRM, Polarity.DENY]


def test_an_alleged_proposition_that_is_denied_is_two_attributions() -> None:
    text = "The minister denied that troops had fired, as alleged by the opposition party."
    assert contents(text) == ["troops had fired"] * 2
    assert {a.polarity for a in attributions(text)} == {Polarity.AFFIRM, Polarity.DENY}


def test_a_voice_within_a_voice_joins_the_chain() -> None:
    text = "The rebels said they had withdrawn, Reuters reported."
    assert contents(text) == ["they had withdrawn"]
    assert voices(text) == [["Reuters", "The rebels"]]


LABELS = [
    ("The militia claimed that it had downed a drone.", Stance.DISTANCING),
    ("The hospital confirmed that six had died.", Stance.ENDORSING),
    ("The mayor insisted that the road was safe.", Stance.NEUTRAL),
]


@pytest.mark.parametrize(("text", "stance"), LABELS)
def test_the_verb_decides_the_stance(text: str, stance: Stance) -> None:
    assert [a.stance for a in attributions(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The mayor said a drone may have hit the depot.", Certainty.POSSIBLE),
        ("The mayor said a drone probably hit the depot.", Certainty.PROBABLE),
        ("The mayor said a drone hit the depot in May 2020.", Certainty.CERTAIN),
        ("Police did not rule out that a mine was the cause.", Certainty.POSSIBLE),
    ],
)
def test_hedges_lower_the_certainty(text: str, certainty: Certainty) -> None:
    assert [a.certainty for a in attributions(text)] == [certainty]


@pytest.mark.parametrize(
    "text",
    [
        "The army declined to comment.",
        "No group has claimed the attack.",
        "The fire claimed nine lives in the old town.",
        "Two men are reported missing.",
        "The report fills forty pages.",
        "Police did not say who had fired.",
        "The figure could not be verified.",
    ],
)
def test_nothing_is_attributed_where_nobody_speaks(text: str) -> None:
    assert attributions(text) == []


def test_other_languages_are_left_alone() -> None:
    assert attributions("قال رئيس البلدية إن ثلاثة منازل احترقت في الحي القديم.", language="ar") == []


def test_every_attribution_says_why() -> None:
    (found,) = attributions("The mayor said that three houses had burned.")
    assert found.why[0].rule == "claims.en.svo"
    assert found.why[0].hits[0].entry == "en.reporting.say"


def _examples(is_yes: bool) -> list[tuple[str, str]]:
    faults: list[Fault] = []
    speaking = [e for e in load_cues("en", faults) if _speaks(e)]
    return [(e.id, text) for e in speaking for text in (e.yes if is_yes else e.no)]


def _speaks(e: CueEntry) -> bool:
    return e.family not in UNSPEAKING and e.id not in RELAYING


def _cued(text: str) -> set[str]:
    return {hit.entry for a in attributions(text) for why in a.why for hit in why.hits}


def attitudes(text: str) -> list[str]:
    doc = document(text, "The Meridian", "en")
    layer = read_text(doc)
    matches = know().matcher.find(layer.shadow.text)
    return [a.content.span.words(text) for a in read_all(doc, layer, matches, know()) if ".m" in a.id]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two nurses supported the bridge.", ["the bridge"]),
        ("Two nurses discussed the bridge.", ["the bridge"]),
        ("A supporting wall fell.", []),
        ("An approving nod came.", []),
        ("The wall fell at noon.", []),
    ],
)
def test_what_people_want_or_hold_stands_in_the_attribution_layer(text: str, expected: list[str]) -> None:
    assert attitudes(text) == expected


@pytest.mark.parametrize(("entry", "text"), _examples(True))
def test_the_entry_attributes_in_its_own_sentences(entry: str, text: str) -> None:
    assert entry in _cued(text)


@pytest.mark.parametrize(("entry", "text"), _examples(False))
def test_the_entry_attributes_nothing_in_its_counterexamples(entry: str, text: str) -> None:
    assert entry not in _cued(text)


WORDS = st.sampled_from(
    (
        'the army said that told Reuters , . " ; : - and while denied it adding according to a medic who which'
        " reportedly is believed to no claimed"
    ).split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_any_order_of_words_gives_spans_inside_the_text(words: list[str]) -> None:
    text = "The mayor said the road was closed. " + " ".join(words)
    found = attributions(text)
    assert [a.id for a in found] == [f"d1.a{n}" for n in range(1, len(found) + 1)]
    for a in found:
        spans = [*a.content.pieces(), *(x.span for x in a.chain), *([a.cue] if a.cue else [])]
        assert all(s.end <= len(text) and s.words(text).strip() for s in spans)
        assert all(x.refers_to is None or x.refers_to in {b.id for b in found} for x in a.chain)
