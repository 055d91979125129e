"""`python -m eval.table [--pin] [--splits seed dev train]`: one table of figures, held against `eval/floors.json`.

A figure below its floor fails. `--pin` writes the floors anew (lowering one needs `--allow-lower` and a changelog line).
"""

import argparse
import importlib.util
import json
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from eval import crossval, gold
from eval.places import ROOT, absent, code_digest, gold_digest, shared
from tabayyun.claims.read import DEFAULT_READER, READERS, Reader

FLOORS = ROOT / "eval" / "floors.json"
SPLITS = ("seed", "dev", "train")
FIGURES = (
    "claims", "who_said", "chain", "cue", "kind", "actor", "polarity", "certainty", "reporter_stance", "speech_act", "polarity_rare",
    "stance_rare", "slots", "slot.event_type", "slot.weapon", "slot.target", "slot.perpetrator", "slot.place", "slot.time", "slot.origin",
    "slot.killed", "slot.injured", "slot.damage", "slot.motive", "incidents", "incident_date", "incident_place", "relations",
    "contradictions", "origins", "loaded",
)  # fmt: skip
SLACK = 0.0005


def scorer() -> ModuleType:
    """The public scorer, imported from beside the gold."""
    spec = importlib.util.spec_from_file_location("gold_score", shared() / "gold" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(split: str, reader: Reader = DEFAULT_READER) -> dict[str, float]:
    """Figures of one split: F1 where there is one, accuracy otherwise."""
    source = shared() / "gold" / split
    with tempfile.TemporaryDirectory() as folder:
        list(gold.run(source, Path(folder), reader))
        score = scorer()
        read = {f.name: json.loads(f.read_text(encoding="utf-8")) for f in sorted(source.glob("*.json"))}
        said = {f.name: json.loads(f.read_text(encoding="utf-8")) for f in sorted(Path(folder).glob("*.json"))}
        result: dict[str, Any] = score.score(read, said)
    out = {}
    for name in FIGURES:
        value = result.get(name) or {}
        figure = value.get("f1", value.get("accuracy"))
        if figure is not None:
            out[name] = round(float(figure), 4)
    return out


def show(table: dict[str, dict[str, float]]) -> None:
    """Prints the table, one row a figure."""
    print(f"{'figure':18s}" + "".join(f"{s:>9s}" for s in table))
    for name in FIGURES:
        cells = [f"{table[s][name]:9.3f}" if name in table[s] else f"{'-':>9s}" for s in table]
        print(f"{name:18s}" + "".join(cells))


def main(argv: list[str] | None = None) -> int:
    """0 when no figure fell below its floor (or the data is absent), 1 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m eval.table", description=__doc__)
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--allow-lower", action="store_true")
    parser.add_argument("--reader", default=DEFAULT_READER, choices=READERS, help="floors hold for the default one")
    parser.add_argument("--splits", nargs="*", default=list(SPLITS), choices=SPLITS)
    given = parser.parse_args(argv)
    reason = absent("gold")
    if reason:
        print(f"skipped: {reason}")
        return 0
    table = {split: measure(split, given.reader) for split in given.splits}
    show(table)
    crossed = crossval.load()
    if crossed:
        crossval.show(crossed)
    if given.reader != DEFAULT_READER:
        return 0
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"floors": {}}
    fallen = [
        f"{split} {name}: {table[split].get(name, 0.0):.4f} is below its floor {floor:.4f}"
        for split in given.splits
        for name, floor in pinned["floors"].get(split, {}).get("figures", {}).items()
        if table[split].get(name, 0.0) < floor - SLACK
    ]
    if given.pin and (not fallen or given.allow_lower):
        for split in given.splits:
            pinned["floors"][split] = {"gold": gold_digest(split), "figures": table[split]}
        pinned["code"] = code_digest()
        FLOORS.write_text(json.dumps(pinned, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"pinned to {FLOORS.relative_to(ROOT)}")
        return 0
    fallen += crossval.faults(crossed)
    for line in fallen:
        print(line)
    for split in given.splits:
        known = pinned["floors"].get(split, {}).get("gold")
        if known and known != gold_digest(split):
            print(f"note: the gold of '{split}' has changed since the floors were pinned")
    if not fallen and pinned.get("code") != code_digest():
        print("note: the code has changed since the floors were pinned; no figure fell")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
