"""The terminal summary and the explanation of one claim."""

import io

import pytest
from rich.console import Console
from test_dossier_sample import sample

from tabayyun.dossier import explain, labels, summarise, to_bundle
from tabayyun.dossier.glosses import printable
from tabayyun.model import wire
from tabayyun.model.errors import UsageError


def printed(width: int = 160) -> str:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(summarise(sample()))
    return out.getvalue()


def test_summary_shows_contested_questions_before_agreed_ones() -> None:
    text = printed()
    assert "market-strike  4 reports, 6 claims, 1 incident" in text
    assert text.index("contested") < text.index("agreed")
    assert "Drone: Witnesses [d2.c1], Witnesses [d3.c1]" in text
    assert "denied by مسؤول عسكري [d1.c2, d4.c2]" in text
    assert "Not said: injured, responsibility claimed" in text
    assert "Not read: broken <b>.pdf: [T301] cannot be read" in text


@pytest.mark.parametrize(
    "words",
    [
        "Source: صوت الوادي, which cites",
        "“متحدث باسم الدفاع المدني” (official, named, Civil Defence (civil-defence))",
        "Reporting words: “قال”.",
        "The source affirms it, as certain.",
        "rule tests.cue",
        "“قال” is entry tests.entry",
        "Place: Zuhur (town or village) — “بلدة الزهور”",
        "rule tests.rule: because",
        "It is filed under incident i1.",
        "Weapon: contradicts d2.c1 (rule tests.rule: because)",
    ],
)
def test_explanation_names_chain_rules_entries_and_slots(words: str) -> None:
    assert words in explain(to_bundle(sample()), "d1.c1")


def test_explaining_an_unknown_claim_says_which_there_are() -> None:
    with pytest.raises(UsageError, match=r"\[T401\] no claim 'd9\.c1'.*d1\.c1"):
        explain(to_bundle(sample()), "d9.c1")


def test_source_texts_cannot_steer_a_terminal() -> None:
    assert printable("a\x1b[31mb\u202ec\n") == "a\ufffd[31mb\ufffdc\n"
    assert "\u202e" not in explain(to_bundle(sample()), "d3.c1")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-03-02T07:05", "2 March 2031, 07:05"),
        ("2031-03-02", "2 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("soon", "soon"),
        (None, ""),
    ],
)
def test_dates_are_as_precise_as_they_were(value: str | None, words: str) -> None:
    assert labels.when(value) == words


@pytest.mark.parametrize(
    ("low", "high", "words"), [(3, 3, "3"), (0, 0, "none"), (3, None, "at least 3"), (3, 5, "3 to 5"), (None, 5, "up to 5")]
)
def test_numbers_of_people_in_words(low: int | None, high: int | None, words: str) -> None:
    assert labels.people(low, high) == words


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (labels.TYPES, wire.TypeName),
        (labels.WEAPONS, wire.WeaponName),
        (labels.TARGETS, wire.TargetName),
        (labels.KINDS, wire.KindName),
        (labels.POLARITY, wire.PolarityName),
        (labels.CERTAINTY, wire.CertaintyName),
        (labels.STANCE, wire.StanceName),
        (labels.ACTS, wire.ActName),
        (labels.QUESTIONS, wire.Question),
        (labels.STATUS, wire.Status),
        (labels.PRECISION, wire.Precision),
    ],
)
def test_every_value_of_the_format_has_words_in_both_languages(table: dict[str, labels.Label], kind: object) -> None:
    assert set(table) == set(getattr(kind, "__args__", ()))
    assert all(x.en and x.ar for x in table.values())
