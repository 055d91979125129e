"""The command line as a user meets it: exit codes, files, silence in a pipe, errors that name file and next step."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from conftest import EXAMPLES, ROOT, example_files

from tabayyun.model import wire

ARABIC = "أعلن مصدر عسكري أن طائرة مسيّرة قصفت حاجزاً في مدينة الحسكة فجر اليوم، ما أسفر عن مقتل جنديين."
ENGLISH = "A drone strike killed two soldiers near Raqqa on Tuesday, a military source said."
Run = subprocess.CompletedProcess[bytes]


def run(*args: str | Path, cwd: Path, given: bytes = b"", **env: str) -> Run:
    command = [sys.executable, "-c", "from tabayyun.app.cli import main; main()", *map(str, args)]
    return subprocess.run(command, cwd=cwd, input=given, capture_output=True, env=os.environ | env, check=False, timeout=300)


def bundle(data: bytes) -> wire.Bundle:
    return msgspec.json.decode(data, type=wire.Bundle)


def said(result: Run) -> str:
    return result.stderr.decode()


def test_a_report_becomes_json_and_html(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(ARABIC, encoding="utf-8")
    result = run("read", "report.txt", "--published", "2024-01-16", cwd=tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    found = bundle((tmp_path / "dossier" / "dossier.json").read_bytes())
    assert [(d.id, d.outlet, d.language, d.text) for d in found.documents] == [("d1", "report", "ar", ARABIC)]
    assert found.claims
    assert (tmp_path / "dossier" / "dossier.html").read_bytes().lower().startswith(b"<!doctype html>")


def test_json_to_standard_output_is_nothing_but_json(tmp_path: Path) -> None:
    result = run("read", "-", "--json", "-", cwd=tmp_path, given=ARABIC.encode(), FORCE_COLOR="1")
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\x1b" not in result.stdout
    assert bundle(result.stdout).documents[0].text == ARABIC
    assert list(tmp_path.iterdir()) == []


def test_json_to_a_file_in_a_new_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    assert run("read", "a.txt", "--json", "new/x.json", cwd=tmp_path).returncode == 0
    assert bundle((tmp_path / "new" / "x.json").read_bytes()).documents[0].text == ENGLISH
    assert not (tmp_path / "dossier").exists()


def test_some_failed_is_1_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(ENGLISH)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    result = run("read", "empty.txt", "good.txt", "picture.html", "none.txt", "--json", "-", cwd=tmp_path)
    assert result.returncode == 1
    assert [d.text for d in bundle(result.stdout).documents] == [ENGLISH]
    assert [f.input for f in bundle(result.stdout).failures] == ["empty.txt", "picture.html", "none.txt"]
    assert said(result).splitlines() == [
        "not read: [T301] empty.txt: is empty; give a file with text",
        "not read: [T302] picture.html: is no text (control characters all over it); give a text, HTML, JSON Lines or bundle file",
        "not read: [T300] none.txt: cannot be opened (No such file or directory); check the path",
    ]


def test_all_failed_is_1_and_nothing_is_written(tmp_path: Path) -> None:
    result = run("read", "none.txt", cwd=tmp_path)
    assert (result.returncode, result.stdout) == (1, b"")
    assert "none.txt" in said(result)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["read", "a.txt", "--published", "yesterday"], "[T401] --published 'yesterday' is no ISO date; write it like"),
        (["read", "a.txt", "--title", "last-line"], "[T401] --title 'last-line' is not known; use first-line"),
        (["read", "a.txt", "--reader", "oracle"], "[T401] --reader 'oracle' is not known; use"),
        (["read", "a.txt", "--language", "fr"], "[T401] --language 'fr' is not known; use ar or en"),
        (["read", "a.txt", "b.json", "--json", "-"], "[T401] --json takes one bundle, these inputs make 2"),
        (["read", "empty-folder"], "[T401] empty-folder: holds no file that ends in .txt"),
        (["read", "a.txt", "--out", "a.txt"], "[T403] a.txt: cannot be written"),
        (["read"], "Missing argument"),
        (["read", "a.txt", "--nonsense"], "--nonsense"),
        (["explain", "none.json", "d1.c1"], "[T401] none.json: cannot be opened"),
        (["explain", "a.txt", "d1.c1"], "[T402] a.txt: is no dossier"),
        (["explain", "b.json", "d9.c9"], "[T401] no claim 'd9.c9' in"),
    ],
    ids=lambda x: " ".join(x)[:30] if isinstance(x, list) else "",
)
def test_wrong_usage_is_2_and_says_what_would_be_right(tmp_path: Path, args: list[str], says: str) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    empty: dict[str, Any] = {k: [] for k in ("claims", "incidents", "relations", "origins", "loaded")}
    document = {"id": "d1", "language": "en", "outlet": "", "url": None, "published": None, "title": "", "text": ENGLISH}
    (tmp_path / "b.json").write_text(json.dumps({"bundle": "b", "constructed": False, "note": "", "documents": [document]} | empty))
    (tmp_path / "empty-folder").mkdir()
    result = run(*args, cwd=tmp_path, NO_COLOR="1", COLUMNS="200")
    assert result.returncode == 2, said(result)
    assert result.stdout == b""
    assert says in said(result)
    assert "Traceback" not in said(result)


def test_bundle_files_keep_their_names_and_the_rest_is_one_dossier(tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        (tmp_path / name).write_text(json.dumps({"bundle": "the-name", "documents": [{"id": "r1", "text": ENGLISH}]}))
    (tmp_path / "three.txt").write_text(ENGLISH)
    assert run("read", ".", "--out", "out", cwd=tmp_path).returncode == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        f"{n}.{e}" for n in ("dossier", "one", "three", "two") for e in ("html", "json") if n != "three"
    ]
    found = bundle((tmp_path / "out" / "one.json").read_bytes())
    assert (found.bundle, found.documents[0].id) == ("the-name", "r1")


def test_a_bad_date_in_a_document_is_said_and_the_document_is_read(tmp_path: Path) -> None:
    line = json.dumps({"id": "x", "text": ARABIC, "published": "16/01/2024"})
    (tmp_path / "a.jsonl").write_text(line)
    result = run("read", "a.jsonl", "--json", "-", cwd=tmp_path)
    assert result.returncode == 0
    assert "note: dossier, x: publication date not understood: '16/01/2024'" in said(result)
    assert all(c.slots.time is None or c.slots.time.value is None for c in bundle(result.stdout).claims)


def test_another_language_gives_an_honest_empty_result(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Selon une source militaire, trois soldats ont été tués dans l'explosion.", encoding="utf-8")
    result = run("read", "a.txt", "--json", "-", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, b"")
    found = bundle(result.stdout)
    assert (found.documents[0].language, found.claims, found.incidents) == ("fr", (), ())


def test_messages_cannot_steer_a_terminal(tmp_path: Path) -> None:
    result = run("read", "a\x1b[2Jb.txt", cwd=tmp_path)
    assert result.returncode == 1
    assert b"\x1b" not in result.stderr


def test_the_same_input_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    for seed in ("1", "4711"):
        args: list[str | Path] = ["read", *example_files(), "--title", "first-line", "--published", "2031-03-12", "--out", tmp_path / seed]
        assert run(*args, cwd=tmp_path, PYTHONHASHSEED=seed, TZ="Asia/Aden" if seed == "1" else "America/Lima").returncode == 0
    for name in ("dossier.json", "dossier.html"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "4711" / name).read_bytes()


def test_explain_says_why_a_claim_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    run("read", "a.txt", "--json", "x.json", cwd=tmp_path)
    first = bundle((tmp_path / "x.json").read_bytes()).claims[0]
    result = run("explain", "x.json", first.id, cwd=tmp_path)
    assert result.returncode == 0, said(result)
    assert first.content.quote in result.stdout.decode()
    assert all(w.rule in result.stdout.decode() for w in first.why)


def test_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    call = f'"{sys.executable}" -c "from tabayyun.app.cli import main; main()" read - --json - | head -c 10'
    result = subprocess.run(["bash", "-c", call], input=(ARABIC + "\n").encode() * 200, capture_output=True, cwd=tmp_path, check=False)
    assert "Traceback" not in said(result)


def test_version(tmp_path: Path) -> None:
    assert run("--version", cwd=tmp_path).stdout.startswith(b"tabayyun 0.")


def test_the_command_page_is_current() -> None:
    spec = importlib.util.spec_from_file_location("build_cli", ROOT / "tools" / "build_cli.py")
    assert spec
    assert spec.loader
    build_cli = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build_cli)
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert page == build_cli.page(), "run `make docs`"


def test_the_demo_reads_what_lies_in_examples() -> None:
    names = {p.suffix for p in EXAMPLES.iterdir() if p.name != "README.md"}
    assert names == {".txt", ".html", ".jsonl"}
