"""Who stands where on which question: grouped by innermost source and by origin, contested first, no truth picked."""

from typing import Any

import msgspec
import pytest
from test_dossier_sample import sample

from tabayyun.dossier import to_bundle
from tabayyun.dossier.balance import hold_side_by_side
from tabayyun.dossier.voices import voices
from tabayyun.model import wire

WORDS = wire.Content(start=0, end=5, quote="words")


def claim(id: str, source: str | None = None, polarity: str = "affirm", act: str = "statement", **slots: Any) -> wire.Claim:
    """`source`: an actor's slug, `?words` for an unnamed source, None for the outlet itself; `detail` goes beside the slots."""
    chain: tuple[wire.Link, ...] = ()
    if source:
        named = not source.startswith("?")
        chain = (wire.Link(start=0, end=5, quote=source.lstrip("?"), kind="official", named=named, actor=source if named else None),)
    detail = slots.pop("detail", {})
    return wire.Claim(
        id=id, doc=id.split(".")[0], content=WORDS, cue=None, chain=chain, polarity=polarity, certainty="certain",  # type: ignore[arg-type]
        reporter_stance="neutral", speech_act=act, incident="i1", slots=wire.Slots(**slots), detail=detail,  # type: ignore[arg-type]
    )  # fmt: skip


def bundle(*claims: wire.Claim, **more: Any) -> wire.Bundle:
    ids = sorted({c.doc for c in claims})
    documents = tuple(
        wire.Document(id=d, language="en", outlet=f"Outlet {d}", url=None, published=None, title="", text="words and more") for d in ids
    )
    incident = wire.Incident(id="i1", event_type="other", date=None, place=None, documents=tuple(ids))
    parts: dict[str, Any] = {"relations": (), "origins": (), **more}
    return wire.Bundle(bundle="b", constructed=True, note="", documents=documents, claims=claims, incidents=(incident,), **parts)


def answers(b: wire.Bundle, question: str) -> wire.Answers:
    (balance,) = hold_side_by_side(b)
    return next(a for a in balance.questions if a.question == question)


def killed(low: int, high: int | None, scope: wire.Scope | None = None) -> wire.Count:
    return wire.Count(min=low, max=high, who="unknown", scope=scope)


def by(actor: str) -> wire.Perpetrator:
    return wire.Perpetrator(quote=actor, actor=actor)


def relate(slot: str, a: str, b: str, relation: Any) -> wire.Relation:
    return wire.Relation(incident="i1", slot=slot, a=a, b=b, relation=relation)


COPY = (wire.Origin(origin="o1", documents=("d1", "d2"), first="d1", evidence="verbatim copy"),)


@pytest.mark.parametrize(
    ("claims", "more", "status"),
    [
        ([claim("d1.c1")], {}, "silent"),
        ([claim("d1.c1", weapon="drone")], {}, "single account"),
        ([claim("d1.c1", weapon="drone"), claim("d2.c1", weapon="drone")], {}, "agreed"),
        ([claim("d1.c1", weapon="drone"), claim("d2.c1", weapon="drone")], {"origins": COPY}, "single account"),
        ([claim("d1.c1", "?a guard", weapon="drone"), claim("d2.c1", "?a guard", weapon="drone")], {}, "agreed"),
        ([claim("d1.c1", "?a guard", weapon="drone"), claim("d2.c1", "?a guard", weapon="drone")], {"origins": COPY}, "single account"),
        ([claim("d1.c1", "army", weapon="drone"), claim("d2.c1", "army", weapon="drone")], {}, "single account"),
        (
            [claim("d1.c1", "?a guard", weapon="drone"), claim("d2.c1", "?one man", weapon="drone")],
            {"same_source": (("d1.c1", "d2.c1"),)},
            "single account",
        ),
        ([claim("d1.c1", weapon="drone"), claim("d2.c1", weapon="small_arms")], {}, "contested"),
        ([claim("d1.c1", weapon="drone"), claim("d2.c1", weapon="unknown")], {}, "agreed"),
        ([claim("d1.c1", "army", weapon="drone"), claim("d2.c1", "army", weapon="small_arms")], {}, "single account"),
        (
            [claim("d1.c1", weapon="drone"), claim("d2.c1", weapon="small_arms")],
            {"relations": (relate("weapon", "d1.c1", "d2.c1", "refine"),)},
            "agreed",
        ),
        ([claim("d1.c1", weapon="drone"), claim("d2.c1", "army", "deny", weapon="drone")], {}, "contested"),
        ([claim("d1.c1", weapon="drone"), claim("d2.c1", None, "question", weapon="small_arms")], {}, "single account"),
    ],
)
def test_status_of_a_class_question(claims: list[wire.Claim], more: dict[str, Any], status: str) -> None:
    assert answers(bundle(*claims, **more), "weapon").status == status


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        (killed(3, 3), killed(3, 3), "agreed"),
        (killed(3, None), killed(5, 5), "agreed"),
        (killed(3, 3), killed(5, 5), "contested"),
        (killed(3, 4), killed(5, None), "contested"),
        (killed(3, 3), killed(5, 5, "superseded"), "single account"),
        (killed(3, 3), killed(1, 1, "subset"), "single account"),
    ],
)
def test_numbers_exclude_each_other_only_where_ranges_part(first: wire.Count, second: wire.Count, status: str) -> None:
    assert answers(bundle(claim("d1.c1", killed=first), claim("d2.c1", killed=second)), "killed").status == status


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("2031-03-02", "2031-03-02T07:00", "agreed"),
        ("2031-03", "2031-03-02", "agreed"),
        ("2031-03-02", "2031-03-03", "contested"),
        ("2031-03-02T23:50", "2031-03-03", "contested"),
    ],
)
def test_different_days_exclude_each_other(first: str, second: str, status: str) -> None:
    def at(id: str, value: str) -> wire.Claim:
        return claim(id, time=wire.Time(quote="then", value=value, granularity="day"))

    assert answers(bundle(at("d1.c1", first), at("d2.c1", second)), "time").status == status


def test_background_does_not_contest_the_news() -> None:
    b = bundle(claim("d1.c1", killed=killed(3, 3)), claim("d2.c1", None, act="background", killed=killed(9, 9)))
    assert answers(b, "killed").status == "single account"


def test_no_casualties_is_a_number_and_denies_nobody() -> None:
    row = answers(bundle(claim("d1.c1", "army", "deny", "denial", killed=killed(0, 0))), "killed")
    assert [(v.value, a.polarity) for v in row.values for a in v.accounts] == [("0", "affirm")]


def test_a_denial_answers_only_what_it_is_about() -> None:
    b = bundle(claim("d1.c1", "army", "deny", "denial", weapon="drone", perpetrator=by("army"), killed=killed(3, 3)))
    assert answers(b, "perpetrator").values[0].accounts[0].polarity == "deny"
    assert answers(b, "weapon").status == answers(b, "killed").status == "silent"


def test_a_relation_makes_a_denial_speak_to_its_slot() -> None:
    claims = [claim("d1.c1", "army", "deny", weapon="drone", perpetrator=by("army")), claim("d2.c1", weapon="drone")]
    b = bundle(*claims, relations=(relate("weapon", "d1.c1", "d2.c1", "contradict"),))
    assert answers(b, "weapon").status == "contested"


@pytest.mark.parametrize(
    ("claims", "values", "status"),
    [
        ([claim("d1.c1", "group", act="responsibility_claim", perpetrator=by("group"))], [("group", "affirm")], "single account"),
        ([claim("d1.c1", "group", act="responsibility_claim")], [("group", "affirm")], "single account"),
        ([claim("d1.c1", "army", "deny", "denial", perpetrator=by("army"))], [("army", "deny")], "single account"),
        ([claim("d1.c1", "army", "deny", "denial", perpetrator=by("group"))], [], "silent"),
        ([claim("d1.c1", detail={"unclaimed": True})], [("unclaimed", "affirm")], "single account"),
        (
            [
                claim("d1.c1", "group", act="responsibility_claim", perpetrator=by("group")),
                claim("d2.c1", "rival", act="responsibility_claim", perpetrator=by("rival")),
            ],
            [("group", "affirm"), ("rival", "affirm")],
            "contested",
        ),
    ],
)
def test_responsibility_is_claimed_denied_or_open(claims: list[wire.Claim], values: list[tuple[str, str]], status: str) -> None:
    row = answers(bundle(*claims), "responsibility")
    assert [(v.value, v.accounts[0].polarity) for v in row.values] == values
    assert row.status == status


def test_contested_questions_come_first_and_silent_ones_last() -> None:
    (balance,) = to_bundle(sample()).balance
    statuses = [a.status for a in balance.questions]
    assert statuses == sorted(statuses, key=["contested", "agreed", "single account", "silent"].index)
    assert {a.question for a in balance.questions if a.status == "contested"} == {"weapon", "killed"}


def test_copies_count_once_and_are_all_listed() -> None:
    (balance,) = to_bundle(sample()).balance
    row = next(a for a in balance.questions if a.question == "killed")
    three = next(v for v in row.values if v.value == "3")
    assert [(a.claims, a.documents, a.origins) for a in three.accounts] == [(("d1.c1", "d4.c1"), ("d1", "d4"), 1)]


def test_an_anaphor_speaks_with_the_voice_it_continues() -> None:
    named = claim("d1.c1", "army", weapon="drone")
    anaphor = wire.Link(start=0, end=5, quote="words", kind="official", named=False, actor=None, refers_to="d1.c1")
    more = msgspec.structs.replace(claim("d1.c2", weapon="drone"), chain=(anaphor,))
    known = voices(bundle(named, more)).of
    assert known["d1.c1"] == known["d1.c2"]


def test_anaphors_in_a_circle_end() -> None:
    def turn(id: str, to: str) -> wire.Claim:
        link = wire.Link(start=0, end=5, quote=id, kind="official", named=False, actor=None, refers_to=to)
        return msgspec.structs.replace(claim(id), chain=(link,))

    known = voices(bundle(turn("d1.c1", "d1.c2"), turn("d1.c2", "d1.c1"))).of
    assert set(known) == {"d1.c1", "d1.c2"}
