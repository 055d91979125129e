"""Facts of an article in the classes of FA-KES, on constructed articles."""

import json
from pathlib import Path

import pytest

from eval import fakes
from eval.__main__ import main


def facts(title: str, content: str) -> dict[str, str]:
    return fakes.predict({"unit_id": "1", "article_title": title, "article_content": content, "date": "5/4/16"}, "rules")


SHELLS = (
    "Shells kill nine civilians in Idlib town",
    "Nine civilians were killed on Monday when government artillery shelled the town of Saraqib in Idlib province a monitor said.",
)
BOMB = ("Car bomb kills four in Homs", "A car bomb killed four civilians in the city of Homs on Tuesday state television said.")
GAS = (
    "Chlorine dropped on Syrian city of Aleppo",
    "Army helicopters dropped barrel bombs with chlorine gas on the city of Aleppo and killed three civilians, medics said.",
)
RAID = (
    "Coalition air strike kills seven civilians near Raqqa",
    "An air strike by the US-led coalition killed seven civilians in a village near Raqqa on Friday activists said.",
)


@pytest.mark.parametrize(
    ("article", "location", "cause", "actor", "civilians"),
    [
        (SHELLS, "idlib", "shelling", fakes.STATE, "9"),
        (BOMB, "homs", "explosion", fakes.UNKNOWN, "4"),
        (GAS, "aleppo", fakes.CHEMICAL, fakes.STATE, "3"),
        (RAID, "raqqa", "shelling", fakes.COALITION, "7"),
    ],
)
def test_facts_of_one_incident(article: tuple[str, str], location: str, cause: str, actor: str, civilians: str) -> None:
    found = facts(*article)
    assert (found["location"], found["cause_of_death"], found["actor"], found["civilians"]) == (location, cause, actor, civilians)


def test_combatants_are_counted_apart() -> None:
    found = facts("Ambush kills soldiers in Hama", "Rebels killed 14 soldiers in an ambush in Hama on Sunday, the army said.")
    assert (found["noncivilians"], found["civilians"]) == ("14", "0")


def test_an_article_that_names_nothing_is_unknown() -> None:
    found = facts("Ministers meet", "The ministers met and spoke of trade.")
    assert {found[k] for k in ("location", "cause_of_death", "actor")} == {fakes.UNKNOWN}


@pytest.mark.parametrize(
    "content",
    ["4 May 2016 Mortar fire kills two in Daraa. Two people died.", "Wed 4 May 2016 Mortar fire kills two in Daraa Two people died."],
)
def test_the_headline_stands_alone_and_once(content: str) -> None:
    assert fakes.laid_out("Mortar fire kills two in Daraa", content) == "Mortar fire kills two in Daraa.\n\nTwo people died."


def test_a_file_is_written_line_by_line_and_no_label_is_read(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [{"unit_id": str(n), "article_title": a[0], "article_content": a[1], "date": "5/4/16"} for n, a in enumerate((SHELLS, BOMB))]
    source.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    assert main(["fakes", str(source), str(target), "--reader", "rules"]) == 0
    plain = target.read_text(encoding="utf-8")
    assert [json.loads(x)["unit_id"] for x in plain.splitlines()] == ["0", "1"]
    source.write_text("\n".join(json.dumps({**r, "location": "hama", "nb_civilians": "99"}) for r in rows) + "\n", encoding="utf-8")
    assert main(["fakes", str(source), str(target), "--reader", "rules"]) == 0
    assert target.read_text(encoding="utf-8") == plain


def test_a_missing_input_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fakes", str(tmp_path / "none.jsonl"), str(tmp_path / "out.jsonl")]) == 2
    assert "no JSONL file" in capsys.readouterr().err
