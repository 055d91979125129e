"""Pages that tell how to add something: their examples are loaded, their links lead somewhere."""

import re
from pathlib import Path

import pytest

from tabayyun.lexicons.cues import _CUE_KEYS
from tabayyun.lexicons.load import entries
from tabayyun.lexicons.match import Form, Matcher
from tabayyun.model.errors import Fault
from tabayyun.text import fold

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_example_of_a_reporting_verb_is_a_good_entry(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "add-a-reporting-verb.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", page, re.S)
    file = tmp_path / "reporting.toml"
    file.write_text(block, encoding="utf-8")
    faults: list[Fault] = []
    (entry,) = entries(file, "entry", _CUE_KEYS, faults)
    assert not faults
    verbs = entry["verb"]
    assert isinstance(verbs, list)
    matcher = Matcher(Form(str(v), "x", "reporting", "verb", "verb", True) for v in verbs)
    yes, no = entry["yes"], entry["no"]
    assert isinstance(yes, list)
    assert isinstance(no, list)
    assert all(matcher.find(fold(str(s)).text) for s in yes)
    assert not any(matcher.find(fold(str(s)).text) for s in no)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_inside_the_repository_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text) if not t.startswith("http")]
    assert [t for t in targets if not (page.parent / t).exists()] == []
