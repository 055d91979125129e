"""`python -m training.crossval GOLD WORK`: trains five taggers, each without a fifth of the bundles, measures every reader on that fifth.

Folds by sha256 of the bundle's name modulo 5 (scenarios told twice share one). Word lists were counted over all bundles and are not
refitted inside folds. Writes eval/crossval.json with the digests of gold and code; a fold whose weights lie in WORK is not trained again.
"""

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from tokenizers import Tokenizer

from eval.places import code_digest, gold_digest
from tabayyun.app.pipeline import read_report
from tabayyun.claims import read as claims_room
from tabayyun.claims.tagging.network import load
from tabayyun.dossier.bundle import encode, to_bundle
from tabayyun.ingest.bundles import documents_of
from tabayyun.lexicons import knowledge
from tabayyun.model.incident import Assessment, Dossier, Gathering
from training.examples import fold_of
from training.examples import load as load_examples
from training.export import export
from training.train import train
from training.vocabulary import write

READERS: tuple[claims_room.Reader, ...] = ("rules", "model", "both")
FIGURES = ("claims", "who_said", "chain", "cue", "kind", "actor", "polarity_rare", "stance_rare", "certainty", "speech_act")


def scorer(gold: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", gold / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fold_model(gold: Path, work: Path, fold: int, layers: int, epochs: int) -> Path:
    """The exported tagger of one fold, trained where it does not lie there yet."""
    folder = work / f"fold{fold}"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "weights.pt").exists():
        rows = write(folder / "tokenizer.json")
        examples = load_examples(gold / "train", Tokenizer.from_file(str(folder / "tokenizer.json")))
        torch.save(train([e for e in examples if e.fold != fold], rows, layers, epochs).state_dict(), folder / "weights.pt")
    export(folder, folder / "onnx", layers)
    return folder / "onnx"


def predict(raw: dict[str, Any], reader: claims_room.Reader) -> dict[str, Any]:
    """Claims of one bundle by one reader, in the public format."""
    know = knowledge()
    reports = tuple(read_report(d, know, reader) for d in documents_of({"documents": raw["documents"]}, raw["bundle"]))
    empty = Dossier(raw["bundle"], "", reports, Gathering((), {}, {}), Assessment((), (), ()))
    said: dict[str, Any] = json.loads(encode(to_bundle(empty, know)))
    return said


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--folds", type=int, nargs="*", default=list(range(5)))
    given = parser.parse_args()
    torch.set_num_threads(1)
    bundles = {f.name: json.loads(f.read_text(encoding="utf-8")) for f in sorted((given.gold / "train").glob("*.json"))}
    said: dict[str, dict[str, Any]] = {r: {} for r in READERS}
    seen: dict[str, Any] = {}
    for fold in given.folds:
        net = load(fold_model(given.gold, given.work, fold, given.layers, given.epochs))
        claims_room.network = lambda net=net: net  # type: ignore[assignment,misc]
        for name, raw in bundles.items():
            if fold_of(raw["bundle"]) == fold:
                seen[name] = raw
                for reader in READERS:
                    said[reader][name] = predict(raw, reader)
        print(f"fold {fold} read", flush=True)
    score = scorer(given.gold)
    table = {}
    for reader in READERS:
        result = score.score(seen, said[reader])
        table[reader] = {f: round(result[f].get("f1", result[f].get("accuracy")) or 0.0, 4) for f in FIGURES}
        print(reader, table[reader])
    out = {"folds": given.folds, "bundles": len(seen), "code": code_digest(), "gold": gold_digest("train"), "readers": table}
    Path("eval/crossval.json").write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
