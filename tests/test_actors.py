"""The registry of actors: complete, foldable, found in both scripts, silent on plain words."""

import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tabayyun.lexicons import Knowledge, knowledge
from tabayyun.lexicons.actors import first_names
from tabayyun.model.claim import Kind
from tabayyun.text.fold import fold

SHARED = Path(os.environ.get("TABAYYUN_SHARED", "../shared"))
REGIONS = {
    "syria", "iraq", "kurdistan", "lebanon", "palestine", "gaza", "israel", "yemen", "sanaa", "sudan", "libya", "egypt", "mali", "niger",
    "burkina", "nigeria", "chad", "somalia", "iran", "turkey", "saudi", "russia", "us", "ukraine",
}  # fmt: skip


@cache
def known() -> Knowledge:
    return knowledge()


def slugs_in(sentence: str, *families: str) -> set[str]:
    return {m.form.entry for m in known().matcher.find(fold(sentence).text) if m.form.family in (families or ("actors",))}


def test_registry_is_broad() -> None:
    actors = known().actors
    assert len(actors) >= 400
    assert {a.country for a in actors.values() if a.country} >= REGIONS
    assert {Kind.MILITARY, Kind.ARMED_GROUP, Kind.MONITOR, Kind.AGENCY, Kind.OUTLET, Kind.NGO_UN, Kind.MEDICAL, Kind.OFFICIAL} <= {
        a.kind for a in actors.values()
    }


def test_references_between_actors_hold() -> None:
    actors = known().actors
    wrong = [
        (a.slug, other)
        for a in actors.values()
        for other in (a.same_as, a.parent, *a.backed_by)
        if other is not None and other not in actors
    ]
    assert wrong == []
    assert [a.slug for a in actors.values() if a.same_as and actors[a.same_as].same_as] == []


def test_every_country_has_one_set_of_adjectives() -> None:
    owners = Counter(a.country for a in known().actors.values() if any(f.part == "demonym" for f in a.forms))
    # The Sahrawi, the Ahwazis and the Kurds have adjectives of their own beside those of the states they live in.
    assert {c for c, n in owners.items() if n > 1} <= {"morocco", "iran", None}


def test_every_office_is_filled_once() -> None:
    filled = Counter(pair for a in known().actors.values() for pair in a.offices)
    assert [pair for pair, n in filled.items() if n > 1] == []


def test_every_name_is_found_where_it_stands() -> None:
    lost = [
        (a.slug, f.words)
        for a in known().actors.values()
        for f in a.forms
        if f.family == "actors" and a.slug not in slugs_in(f"… {f.words} …")
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("sentence", "slug"),
    [
        ("ذكرت قسد أن الدورية عادت", "sdf"),
        ("QSD fighters left the post", "sdf"),
        ("وبحسب المرصد السوري لحقوق الإنسان فإن الوضع هادئ", "sohr"),
        ("وفقا للمرصد السوري فإن الوضع هادئ", "sohr"),
        ("the Syrian Observatory for Human Rights said", "sohr"),
        ("أعلن الحوثيون إغلاق الميناء", "ansar-allah"),
        ("قصفت مليشيا آل دقلو الحي", "rsf-sudan"),
        ("the RSF said", "rsf-sudan"),
        ("وزعت الأونروا الطحين", "unrwa"),
        ("أفادت وكالة الأناضول بذلك", "anadolu"),
        ("تبنت جماعة نصرة الإسلام والمسلمين الكمين", "jnim"),
        ("Al Shabaab said it held the town", "al-shabaab"),
    ],
)
def test_names_of_both_scripts_lead_to_the_slug(sentence: str, slug: str) -> None:
    assert slug in slugs_in(sentence)


@pytest.mark.parametrize("slug", sorted(a.slug for a in knowledge().actors.values() if a.no))
def test_plain_words_name_nobody(slug: str) -> None:
    assert [s for s in known().actors[slug].no if slug in slugs_in(s)] == []


def test_adjectives_carry_endings() -> None:
    assert "turkey" in slugs_in("أسقطت الدفاعات طائرتين تركيتين")
    assert "us-government" in slugs_in("نقل عن مسؤول كونه أميركيا")


def test_given_names_are_folded_and_hold_no_plain_words() -> None:
    names = first_names()
    assert {"احمد", "فاطمه", "mohammed"} <= names
    assert not names & {"said", "رايد", "صباح", "#"}


def test_every_scored_slug_is_known_and_folds() -> None:
    table = SHARED / "gold" / "actors.tsv"
    if not table.is_file():
        pytest.skip("needs the annotated collection: set TABAYYUN_SHARED")
    actors = known().actors
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert len(rows) > 50
    missing = [s for row in rows for s in row if s and s not in actors]
    unfolded = [s for row in rows for s in row[1:] if s and s in actors and actors[s].same_as != row[0]]
    assert (missing, unfolded) == ([], [])
