"""What comes in at the door: every kind of file, and bad input that stops nobody else."""

import hashlib
import json
import random
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tabayyun.ingest import Given, Loaded, load
from tabayyun.ingest.documents import freeze, is_iso
from tabayyun.ingest.encodings import MAX_BYTES, decode
from tabayyun.model.errors import InputError

ARABIC = "أعلن مصدر عسكري أن طائرة مسيّرة قصفت حاجزاً في البلدة، وقال شهود إن الانفجار وقع بعد منتصف الليل."
ENGLISH = "A drone struck a checkpoint near the town, a military source said on Tuesday."


def line(**keys: Any) -> bytes:
    return json.dumps(keys, ensure_ascii=False).encode() + b"\n"


def one(name: str, data: bytes, **given: Any) -> Loaded:
    (bundle,) = load([(name, data)], Given(**given))
    return bundle


def texts(bundle: Loaded) -> list[str]:
    return [d.text for d in bundle.documents]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6"])
@pytest.mark.parametrize("words", [ARABIC, ENGLISH, "قال مصدر إن القصف طال السوق"])
def test_encodings_that_arabic_pages_use_are_recognised(words: str, encoding: str) -> None:
    words = words if encoding != "iso8859-6" else words.replace("–", "-")
    data = words.encode(encoding)
    if encoding == "utf-16-be" or encoding == "utf-16-le":
        assert data[:2] not in (b"\xff\xfe", b"\xfe\xff")
    assert decode(data, "x.txt")[0] == words


@pytest.mark.parametrize(
    ("words", "encoding"),
    [("He said “it was a drone”, the café’s owner — a witness — added.", "cp1252"), ("La frappe a été démentie par l’armée.", "cp1252")],
)
def test_latin_encodings_are_not_taken_for_arabic(words: str, encoding: str) -> None:
    assert decode(words.encode(encoding), "x.txt") == (words, encoding)


@pytest.mark.parametrize("declared", ["windows-1256", "iso-8859-1", "utf-7", "punycode", "rot13", "no-such", None])
def test_a_declared_encoding_weighs_less_than_words_that_read_as_arabic(declared: str | None) -> None:
    assert decode(ARABIC.encode("cp1256"), "x.html", declared) == (ARABIC, "cp1256")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=50).filter(lambda t: bool(t.encode().strip())))
@example("ا\u200bb")
def test_utf8_is_always_read_as_it_is(words: str) -> None:
    if words[0] not in "\ufeff":
        assert decode(words.encode(), "x.txt")[0] == words


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "T301"),
        (b" \r\n\t", "T301"),
        (b"\xef\xbb\xbf", "T301"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00\x5c\x72\xa8\x66", "T302"),
        (b"%PDF-1.7\n" + bytes(random.Random(1).randbytes(4000)), "T302"),
        (b"PK\x03\x04" + bytes(random.Random(2).randbytes(4000)), "T302"),
        (bytes(4000), "T302"),
        (b"\xff\xfe\x00", "T302"),
    ],
    ids=["nothing", "white", "mark", "png", "pdf", "zip", "nul", "half-utf16"],
)
@pytest.mark.parametrize("name", ["bad.txt", "bad.html"])
def test_what_is_no_text_is_an_error_of_that_document_alone(name: str, data: bytes, code: str) -> None:
    bundle = one(name, data)
    good = load([(name, data), ("good.txt", ENGLISH.encode())], Given())[0]
    assert texts(bundle) == []
    assert texts(good) == [ENGLISH]
    ((where, message),) = good.failures
    assert where == name
    assert message.startswith(f"[{code}] {name}: ")
    assert ";" in message  # the next step


@given(st.binary(min_size=1, max_size=3000))
def test_random_bytes_never_break_the_door(data: bytes) -> None:
    for name in ("x.txt", "x.jsonl", "x.json", "standard input"):
        for bundle in load([(name, data)], Given()):
            assert all(d.text.strip() for d in bundle.documents)
            assert all(m.startswith("[T3") for _, m in bundle.failures)


def test_line_ends_are_kept_and_the_mark_is_not() -> None:
    data = b"\xef\xbb\xbf" + "قال:\r\nنعم\rلا\n".encode()
    (doc,) = one("x.txt", data).documents
    assert doc.text == "قال:\r\nنعم\rلا\n"
    assert doc.raw_sha256 == hashlib.sha256(data).hexdigest()
    assert doc.text_sha256 == hashlib.sha256(doc.text.encode()).hexdigest()


@pytest.mark.parametrize("stop", ["\n", "\r\n", "\r"])
def test_the_first_line_can_be_the_title(stop: str) -> None:
    (doc,) = one("x.txt", f"عنوان{stop}متن الخبر{stop}سطر".encode(), title_is_first_line=True).documents
    assert (doc.title, doc.text) == ("عنوان", f"متن الخبر{stop}سطر")
    (whole,) = one("x.txt", f"عنوان{stop}متن".encode()).documents
    assert (whole.title, whole.text) == ("", f"عنوان{stop}متن")


def test_a_title_alone_is_no_report() -> None:
    assert "T301" in one("x.txt", b"Title only", title_is_first_line=True).failures[0][1]


def test_a_line_of_20_mb_is_an_error_and_the_others_are_read(tmp_path: Path) -> None:
    big = tmp_path / "big.jsonl"
    with big.open("wb") as f:
        f.write(line(id="a", text=ENGLISH))
        f.write(b'{"id": "b", "text": "')
        for _ in range(20):
            f.write(b"x" * 1_000_000)
        f.write(b'"}\n')
        f.write(line(id="c", text=ARABIC))
    tracemalloc.start()
    bundle = load([("big.jsonl", big)], Given())[0]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [d.id for d in bundle.documents] == ["a", "c"]
    assert bundle.failures == [
        ("big.jsonl, line 2", f"[T303] big.jsonl, line 2: is longer than {MAX_BYTES:,} bytes; split it"),
    ]
    assert peak < 4 * MAX_BYTES


@pytest.mark.parametrize("name", ["x.txt", "x.html"])
def test_a_text_of_20_mb_is_an_error(name: str) -> None:
    assert one(name, b"x" * 20_000_000).failures[0][1].startswith(f"[T303] {name}: 20,000,000 bytes")


def test_a_text_of_20_mb_inside_a_bundle_is_an_error_of_that_document() -> None:
    bundle = one("b.json", json.dumps({"documents": [{"id": "d1", "text": "x" * 20_000_000}, {"id": "d2", "text": ENGLISH}]}).encode())
    assert [d.id for d in bundle.documents] == ["d2"]
    assert bundle.failures[0][1].startswith("[T303] b.json, document 1 (d1): ")


@pytest.mark.parametrize(
    ("item", "says"),
    [
        ({"id": "x"}, "key 'text' is missing"),
        ({"id": "x", "text": 3}, "key 'text' is missing or no string"),
        ({"id": "x", "text": " "}, "no text"),
        ({"id": "x", "text": "a", "published": 2024}, "key 'published' holds a int"),
        ({"id": "x", "text": "a \ud800 b"}, "half a character at 2"),
        ({"id": "x", "text": "a", "title": "\udc00"}, "half a character"),
        ("text", "is no object"),
    ],
    ids=["missing", "number", "blank", "year", "surrogate", "surrogate in title", "string"],
)
@pytest.mark.parametrize("kind", ["json", "jsonl"])
def test_one_faulty_document_does_not_stop_the_others(kind: str, item: Any, says: str) -> None:
    items = [{"id": "a", "text": ARABIC}, item, {"id": "b", "text": ENGLISH}]
    data = json.dumps({"bundle": "n", "documents": items}) if kind == "json" else "\n".join(json.dumps(i) for i in items)
    bundle = one(f"in.{kind}", data.encode())
    assert [d.id for d in bundle.documents] == ["a", "b"]
    ((where, message),) = bundle.failures
    assert says in message
    assert ("document 2" if kind == "json" else "line 2") in where


@pytest.mark.parametrize(
    "data", [b"{", b"[1, 2", b"\x00", b"{'a': 1}", b"[" * 200_000, b'{"a":' * 200_000], ids=["a", "b", "c", "d", "deep", "deeper"]
)
@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
def test_what_is_no_json_says_so(name: str, data: bytes) -> None:
    ((where, message),) = load([(name, data)], Given())[-1].failures
    assert name in where
    assert message.startswith(("[T304]", "[T302]"))


@pytest.mark.parametrize("data", [b"{}", b"[]", b'"documents"', b'{"documents": []}', b'{"documents": {"id": "d1"}}'])
def test_a_bundle_without_documents_says_so(data: bytes) -> None:
    assert one("x.json", data).failures[0][1].startswith("[T305] x.json: has no list 'documents'")


def test_a_bundle_keeps_name_and_ids_and_everything_else_is_ignored() -> None:
    raw = {
        "bundle": "strike-on-x",
        "claims": [{"id": "lie"}],
        "note": "n",
        "documents": [{"id": "r7", "text": ARABIC, "outlet": "Sada", "more": 1}],
    }
    (bundle,) = load([("folder/file.json", json.dumps(raw).encode())], Given())
    assert (bundle.name, bundle.stem, [d.id for d in bundle.documents]) == ("strike-on-x", "file", ["r7"])
    assert bundle.documents[0].outlet == "Sada"


def test_each_bundle_file_is_a_bundle_and_everything_else_is_one_more() -> None:
    raw = json.dumps({"documents": [{"id": "d1", "text": ARABIC}]}).encode()
    out = load(
        [("a/x.json", raw), ("one.txt", b"a b"), ("b/X.json", raw), ("two.jsonl", line(text="c d")), ("c/dossier.json", raw)], Given()
    )
    assert [(b.name, b.stem) for b in out] == [("x", "x"), ("X", "X-2"), ("dossier", "dossier"), ("dossier", "dossier-2")]
    assert texts(out[-1]) == ["a b", "c d"]


def test_ids_are_given_where_there_are_none_and_never_twice() -> None:
    data = b"".join([line(text="a b"), line(id="d1", text="c d"), line(id="d1", text="e f"), line(id="x", text="g h")])
    bundle = one("x.jsonl", data)
    ids = [d.id for d in bundle.documents]
    assert len(set(ids)) == 4
    assert (ids[1], ids[3]) == ("d1", "x")
    assert bundle.documents[2].notes == ("id 'd1' was used twice; renamed",)


@pytest.mark.parametrize("words", ["yesterday", "2024-13-01", "2024-02-30", "16/01/2024", "2024-W03-2", "20240116", "2024", "\x1b[31m"])
def test_a_publication_date_that_is_none_is_noted_and_left_out(words: str) -> None:
    (doc,) = one("x.jsonl", line(text=ARABIC, published=words)).documents
    assert doc.published is None
    assert doc.notes[0].startswith("publication date not understood")


@pytest.mark.parametrize(
    "words", ["2024-01-16", "2024-01-16T09:30", "2024-01-16T09:30:00+03:00", "2024-01-16T09:30:00Z", "2024-01-16 09:30:00"]
)
def test_iso_dates_are_kept_as_printed(words: str) -> None:
    assert is_iso(words)
    assert one("x.jsonl", line(text=ARABIC, published=words)).documents[0].published == words


def test_the_caller_speaks_only_where_the_document_is_silent() -> None:
    data = line(text="a b", published="2020-01-01", outlet="O", language="en") + line(text="c d")
    said, silent = one("x.jsonl", data, published="2024-01-16", outlet="P", language="ar").documents
    assert (said.published, said.outlet, said.language) == ("2020-01-01", "O", "en")
    assert (silent.published, silent.outlet, silent.language) == ("2024-01-16", "P", "ar")


def test_hidden_and_control_characters_stay_in_the_text_and_are_noted() -> None:
    doc = freeze("قال\u202eمصدر\x00 \u200cنعم", name="x")
    assert doc.text == "قال\u202eمصدر\x00 \u200cنعم"
    assert doc.notes == ("hidden characters: U+0000 x1, U+202E x1",)


@pytest.mark.parametrize("bad", ["\ud800", "a\udfffb"])
def test_half_characters_are_refused(bad: str) -> None:
    with pytest.raises(InputError, match=r"\[T302\] x: holds half a character"):
        freeze(bad, name="x")


@pytest.mark.parametrize(
    ("data", "kind", "count"),
    [
        (ARABIC.encode(), "text/plain", 1),
        (line(text=ARABIC) + line(text=ENGLISH), "application/json", 2),
        (json.dumps({"bundle": "b", "documents": [{"text": ARABIC}]}, indent=1).encode(), "application/json", 1),
        (f"<!DOCTYPE html><html><body><article><p>{ENGLISH}</p><p>{ENGLISH} Again.</p></article></body></html>".encode(), "text/html", 1),
    ],
    ids=["text", "lines", "bundle", "page"],
)
def test_standard_input_is_told_by_its_first_bytes(data: bytes, kind: str, count: int) -> None:
    bundle = one("standard input", data)
    assert [d.media_type for d in bundle.documents] == [kind] * count


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("name", ["x.jsonl", "x.json"])
def test_json_in_other_encodings_is_read(name: str, encoding: str) -> None:
    item = {"id": "d1", "text": ARABIC}
    words = json.dumps({"documents": [item]} if name == "x.json" else item, ensure_ascii=False) + "\r\n"
    assert texts(one(name, words.encode(encoding))) == [ARABIC]


@pytest.mark.parametrize("name", ["none.txt", "none.jsonl", "none.json", "none.html"])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    ((where, message),) = load([(name, tmp_path / name)], Given())[-1].failures
    assert where == name
    assert message.startswith(f"[T300] {name}: cannot be opened (No such file or directory); ")
