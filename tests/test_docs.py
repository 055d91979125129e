"""Pages that tell how to add something: their examples are loaded, their links lead somewhere."""

import re
import shutil
from importlib import import_module
from pathlib import Path

import pytest

from tabayyun.app.pipeline import read_report
from tabayyun.ingest.documents import freeze
from tabayyun.lexicons import Knowledge, actors, cues, events, roles
from tabayyun.lexicons.cues import _CUE_KEYS
from tabayyun.lexicons.load import DATA, entries
from tabayyun.lexicons.match import Form, Matcher
from tabayyun.model.errors import Fault
from tabayyun.text import fold
from tabayyun.text.language import language

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


def test_a_new_language_is_added_as_its_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "add-a-language.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"```text\n(.*?)\n```", page, re.S)
    assert language(line) == language(line, "ar") == "fa"
    assert fold("گفت").text == fold("كفت").text == "كفت"
    assert fold("می\u200cگوید").text == fold("میگوید").text
    for name in ("actors", "events", "weapons", "targets"):
        (tmp_path / name).symlink_to(Path(str(DATA)) / name, target_is_directory=True)
    shutil.copytree(Path(str(DATA)) / "lexicon", tmp_path / "lexicon")
    blocks = re.findall(r"```toml\n# (lexicon/fa/\S+)\n(.*?)```", page, re.S)
    assert [where for where, _ in blocks] == ["lexicon/fa/reporting.toml", "lexicon/fa/sources.toml"]
    for where, block in blocks:
        (tmp_path / where).parent.mkdir(exist_ok=True)
        (tmp_path / where).write_text(block, encoding="utf-8")
    for room in (actors, cues, events, roles):
        monkeypatch.setattr(room, "DATA", tmp_path)
    files = import_module("tabayyun.lexicons.knowledge")
    monkeypatch.setattr(files, "LANGUAGES", (*files.LANGUAGES, "fa"))
    know: Knowledge = files.load()
    for entry in (know.cues["fa.goft"], know.sources["fa.src.vezarat"]):
        assert all(_holds(know, entry.id, sentence) for sentence in entry.yes)
        assert not any(_holds(know, entry.id, sentence) for sentence in entry.no)
    report = read_report(freeze(line.replace("گفت", "می\u200cگوید"), name="x", id="d1"), know, "rules")
    assert report.document.language == "fa"
    assert report.claims.claims == report.claims.attributions == ()


def _holds(know: Knowledge, entry: str, sentence: str) -> bool:
    return any(m.form.entry == entry for m in know.matcher.find(fold(sentence).text))


def test_the_files_that_the_language_page_names_are_there_for_both_languages() -> None:
    page = (ROOT / "docs" / "add-a-language.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "tabayyun"
    named = set(re.findall(r"`([a-z_]+/[\w<>/*.]*\.\w+)`", page))
    assert len(named) > 12
    for code, word in (("ar", "arabic"), ("en", "english")):
        paths = [p.replace("<code>", code).replace("<language>", word) for p in sorted(named)]
        assert [p for p in paths if not [*package.glob(p), *ROOT.glob(p)]] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_inside_the_repository_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text) if not t.startswith("http")]
    assert [t for t in targets if not (page.parent / t).exists()] == []
