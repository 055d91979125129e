"""`python -m training.crossval GOLD WORK`: trains five taggers, each without a fifth of the bundles, measures every way of reading on it.

Folds by sha256 of the bundle's name modulo 5 (scenarios told twice share one). Word lists and weights were counted over all bundles
and are not refitted inside folds: what the rules give is therefore a little too good, alike in every row. Writes eval/crossval.json
with the digests of gold and code. A fold's weights that lie in WORK are used again while gold and training code are the same.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from eval.crossval import FIGURES, RESULT, reading_digest, training_digest
from eval.places import gold_digest
from eval.table import scorer
from tabayyun.claims.read import number, read_by_rules
from tabayyun.claims.tagging.combination import ALONE, Trust, combine
from tabayyun.claims.tagging.network import Network, load
from tabayyun.claims.tagging.read import look
from tabayyun.dossier.bundle import encode, to_bundle
from tabayyun.ingest.bundles import documents_of
from tabayyun.lexicons import Knowledge, knowledge
from tabayyun.model.claim import Attribution, ClaimLayer
from tabayyun.model.document import Document
from tabayyun.model.event import EventLayer
from tabayyun.model.incident import Assessment, Dossier, Gathering, Report
from tabayyun.text import read as read_text
from training.examples import fold_of
from training.examples import load as load_examples
from training.export import export
from training.train import train
from training.vocabulary import write

WAYS: dict[str, Trust | None] = {
    "rules": None,
    "model": ALONE,
    "both (default)": Trust(),
    "rules, tagger vetoes": Trust(take_alone=1.1, take_own=1.1),
    "rules, tagger adds": Trust(keep_alone=0.0, keep_own=0.0),
    "tagger's borders and sources": Trust(resource=0.9, reshape=0.0),
    "tagger leads": Trust(keep_alone=0.9, keep_own=0.9, take_alone=0.6, take_own=0.6, resource=0.6),
    "labels by the tagger": Trust(polarity=0.0, certainty=0.0, act=0.0, kind=0.0),
}
"""Each way of letting rules and tagger check each other; `model` reads without the rules' marks, the others with them."""


def fold_model(gold: Path, work: Path, fold: int, layers: int, epochs: int) -> Path:
    """The exported tagger of one fold, trained where none lies there that this gold and training code made."""
    folder = work / f"fold{fold}"
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "made-by.txt"
    if not (folder / "weights.pt").exists() or not made.exists() or made.read_text(encoding="utf-8") != training_digest():
        rows = write(folder / "tokenizer.json")
        examples = load_examples(gold / "train", Tokenizer.from_file(str(folder / "tokenizer.json")))
        torch.save(train([e for e in examples if e.fold != fold], rows, layers, epochs).state_dict(), folder / "weights.pt")
        made.write_text(training_digest(), encoding="utf-8")
    export(folder, folder / "onnx", layers)
    return folder / "onnx"


def readings(doc: Document, know: Knowledge, net: Network, ways: dict[str, Trust | None]) -> dict[str, list[Attribution]]:
    """The claims of one document, by way of reading."""
    text = read_text(doc)
    matches = know.matcher.find(text.shadow.text)
    _, found = read_by_rules(doc, text, matches, know)
    if found is None:
        return {w: [] for w in ways}
    told, blind = look(doc, text, net, found), look(doc, text, net, [])
    out = {}
    for way, trust in ways.items():
        if trust is None:
            chosen = found
        elif way == "model":
            chosen = combine(doc, text, matches, know, [], blind.tagged, blind.seen, trust)
        else:
            chosen = combine(doc, text, matches, know, found, told.tagged, told.seen, trust)
        out[way] = number(chosen, doc.id, "c")
    return out


def in_format(name: str, documents: list[Document], claims: list[list[Attribution]], know: Knowledge) -> dict[str, Any]:
    """Claims of one bundle in the public format, without anything that follows them."""
    layers = [ClaimLayer(d.id, (), tuple(c), ()) for d, c in zip(documents, claims, strict=True)]
    reports = tuple(Report(d, x, EventLayer(d.id, {})) for d, x in zip(documents, layers, strict=True))
    empty = Dossier(name, "", reports, Gathering((), {}, {}), Assessment((), (), ()))
    said: dict[str, Any] = json.loads(encode(to_bundle(empty, know)))
    return said


def predictions(bundles: dict[str, dict[str, Any]], net: Network, ways: dict[str, Trust | None]) -> dict[str, dict[str, Any]]:
    """way -> file -> bundle as read."""
    know = knowledge()
    out: dict[str, dict[str, Any]] = {w: {} for w in ways}
    for name, raw in bundles.items():
        documents = list(documents_of({"documents": raw["documents"]}, raw["bundle"]))
        read = [readings(d, know, net, ways) for d in documents]
        for way in ways:
            out[way][name] = in_format(raw["bundle"], documents, [r[way] for r in read], know)
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--folds", type=int, nargs="*", default=list(range(5)))
    given = parser.parse_args()
    torch.set_num_threads(1)
    bundles = {f.name: json.loads(f.read_text(encoding="utf-8")) for f in sorted((given.gold / "train").glob("*.json"))}
    said: dict[str, dict[str, Any]] = {w: {} for w in WAYS}
    seen: dict[str, Any] = {}
    for fold in given.folds:
        net = load(fold_model(given.gold, given.work, fold, given.layers, given.epochs))
        held = {n: raw for n, raw in bundles.items() if fold_of(raw["bundle"]) == fold}
        seen |= held
        for way, read in predictions(held, net, WAYS).items():
            said[way] |= read
        print(f"fold {fold} read", flush=True)
    score, table = scorer(), {}
    for way in WAYS:
        result = score.score(seen, said[way])
        table[way] = {f: round(result[f].get("f1", result[f].get("accuracy")) or 0.0, 4) for f in FIGURES}
        print(way, table[way])
    out = {"folds": given.folds, "bundles": len(seen), "code": reading_digest(), "gold": gold_digest("train"), "ways": table}
    RESULT.write_text(json.dumps(out, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
