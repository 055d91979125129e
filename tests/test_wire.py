"""The public JSON: what is written, what is left out, and that anybody's bundle of version 1 can be read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from test_dossier_sample import sample

from tabayyun.dossier import decode, encode, schema, to_bundle
from tabayyun.model.wire import Bundle

SHARED = Path(os.environ.get("TABAYYUN_SHARED", Path(__file__).parent.parent.parent / "shared"))
GOLD = SHARED / "gold"
ELEVEN = {"event_type", "weapon", "target", "perpetrator", "place", "time", "origin", "killed", "injured", "damage", "motive"}
needs_gold = pytest.mark.skipif(not GOLD.is_dir(), reason="no gold bundles here (set TABAYYUN_SHARED)")


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    return to_bundle(sample())


def test_encoding_is_the_same_twice_and_ends_with_one_newline(bundle: Bundle) -> None:
    data = encode(bundle)
    assert data == encode(to_bundle(sample()))
    assert data.endswith(b"}\n")
    assert not data.endswith(b"\n\n")
    assert data.split(b"\n")[1].startswith(b' "bundle"')


def test_what_is_written_is_what_is_read_again(bundle: Bundle) -> None:
    assert decode(encode(bundle)) == bundle


def test_every_quote_is_the_text_behind_its_offsets(bundle: Bundle) -> None:
    raw = json.loads(encode(bundle))
    texts = {d["id"]: d["text"] for d in raw["documents"]}
    seen = 0

    def walk(node: object, doc: str | None) -> None:
        nonlocal seen
        if isinstance(node, dict):
            here = node.get("doc", doc)
            if {"start", "end", "quote"} <= node.keys():
                assert node["quote"] == texts[here][node["start"] : node["end"]]
                seen += 1
            for child in node.values():
                walk(child, here)
        elif isinstance(node, list):
            for child in node:
                walk(child, doc)

    walk(raw, None)
    assert seen > 30


def test_slots_hold_only_the_eleven_keys_and_their_format(bundle: Bundle) -> None:
    for c in json.loads(encode(bundle))["claims"]:
        assert c["slots"].keys() <= ELEVEN
        assert c["slots"].get("place", {}).keys() <= {"quote", "name", "lat", "lon", "precision"}
        assert c["slots"].get("target", {}).keys() <= {"quote", "class", "not"}


def test_finer_things_stand_outside_slots(bundle: Bundle) -> None:
    c = next(c for c in json.loads(encode(bundle))["claims"] if c["id"] == "d2.c1")
    assert c["detail"] == {"stage": "impact"}
    assert c["evidence"]["weapon"]["fine"] == "uav"
    assert c["evidence"]["place"]["radius_m"] == 3000


@pytest.mark.parametrize("key", ["medium", "also_incidents", "damage", "refers_to", "parts", "scope", "clock"])
def test_optional_keys_are_left_out_when_absent(bundle: Bundle, key: str) -> None:
    assert f'"{key}"'.encode() not in encode(bundle)


@pytest.mark.parametrize("key", ["cue", "incident", "chain", "slots", "polarity", "certainty", "reporter_stance", "speech_act"])
def test_required_keys_are_always_written(bundle: Bundle, key: str) -> None:
    assert all(key in c for c in json.loads(encode(bundle))["claims"])


def test_a_wrong_value_names_its_place() -> None:
    data = encode(to_bundle(sample())).replace(b'"polarity": "deny"', b'"polarity": "perhaps"', 1)
    with pytest.raises(msgspec.ValidationError, match=r"perhaps.*claims\[1\]\.polarity"):
        decode(data)


def test_printed_schema_is_current() -> None:
    path = Path(__file__).parent.parent / "docs" / "reference" / "schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == schema(), "run tools/build_schema.py"


@needs_gold
def test_gold_checker_accepts_a_bundle(bundle: Bundle, tmp_path: Path) -> None:
    path = tmp_path / "bundle.json"
    path.write_bytes(encode(bundle))
    done = subprocess.run([sys.executable, str(GOLD / "validate.py"), str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@needs_gold
def test_hand_made_bundles_can_be_read() -> None:
    paths = sorted(GOLD.glob("dev/*.json"))
    assert paths
    for path in paths:
        read = decode(path.read_bytes())
        assert decode(encode(read)) == read
