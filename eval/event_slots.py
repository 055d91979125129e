"""`python -m eval.event_slots GOLD_DIR SCORER [WEIGHTS_CSV [SLOT,...]]`: fits the weights of the event slots, or measures them.

Reads the claims of annotated bundles (never their slots, except to learn or to score) and asks the event rules what the
contents say. With a third argument it fits `events/weights.csv` anew (only the rows of the slots named, if any are): for
each slot a logistic choice between the candidates and "nothing", with a ridge penalty and a bounded number of weights
(`eval.choices`); otherwise prints F1 by slot. `python -m eval.slot_folds` says how the fit does on bundles it has not seen.
SCORER is the scorer's file, whose `slot_equal` says what counts as right.
"""

import csv
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from eval.choices import Example, fit_whole
from tabayyun.claims.read import read as read_claims
from tabayyun.events.candidates import Candidate
from tabayyun.events.damage import damage_candidates
from tabayyun.events.kinds import read_kinds
from tabayyun.events.motives import motive_candidates
from tabayyun.events.perpetrators import actor_of, perpetrator_candidates
from tabayyun.events.targets import target_candidates
from tabayyun.events.types import type_candidates
from tabayyun.events.weapons import weapon_candidates
from tabayyun.events.wording import Wording, read_wording
from tabayyun.lexicons import Knowledge, knowledge
from tabayyun.lexicons.match import Match
from tabayyun.model.claim import Act, Certainty, Claim, Content, Kind, Link, Polarity, Stance
from tabayyun.model.document import Document
from tabayyun.model.span import Span
from tabayyun.model.text import TextLayer
from tabayyun.text.read import read


@dataclass(frozen=True, slots=True)
class Fit:
    """How a slot's weights are fitted: ridge penalty, and how many weights it may have."""

    candidates: Callable[[Wording], list[Candidate]]
    ridge: float
    most: int


SLOTS = {
    "event_type": Fit(type_candidates, 6.0, 900),
    "weapon": Fit(weapon_candidates, 4.0, 300),
    "target": Fit(target_candidates, 8.0, 1200),
    "perpetrator": Fit(perpetrator_candidates, 4.0, 500),
    "damage": Fit(damage_candidates, 2.0, 150),
    "motive": Fit(motive_candidates, 2.0, 150),
}
Equal = Callable[[str, Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Case:
    """One annotated claim with its text."""

    doc: Document
    text: TextLayer
    matches: list[Match]
    claim: Claim
    slots: dict[str, Any]
    bundle: str


def scoring(scorer: Path) -> ModuleType:
    """The scorer's file as a module."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(scorer)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def equality(scorer: Path) -> Equal:
    """`slot_equal` of the scorer's file."""
    return scoring(scorer).slot_equal  # type: ignore[no-any-return]


Layers = dict[str, tuple[Document, TextLayer, list[Match]]]
"""Document id -> the document, its text, its known words."""


def _bundles(folder: Path, know: Knowledge) -> Iterator[tuple[dict[str, Any], Layers]]:
    for file in sorted(folder.glob("*.json")):
        bundle = json.loads(file.read_text(encoding="utf-8-sig"))
        layers: Layers = {}
        for d in bundle["documents"]:
            doc = Document(
                d["id"], d["text"], d["language"], d["outlet"], d["url"], d["published"], d["title"], "", "", "text/plain", "gold"
            )
            text = read(doc)
            layers[doc.id] = (doc, text, know.matcher.find(text.shadow.text))
        yield bundle, layers


def cases(folder: Path, know: Knowledge) -> Iterator[Case]:
    """Every claim of every bundle of `folder`."""
    for bundle, layers in _bundles(folder, know):
        for c in bundle["claims"]:
            yield Case(*layers[c["doc"]], _claim(c), c["slots"], bundle["bundle"])


def read_cases(folder: Path, know: Knowledge, scorer: ModuleType) -> Iterator[Case]:
    """Every claim that the rules find, with the slots of the annotated claim that it matches (none where it matches none)."""
    for bundle, layers in _bundles(folder, know):
        for doc, text, matches in layers.values():
            found = read_claims(doc, text, matches, know, "rules").claims
            gold = [c for c in bundle["claims"] if c["doc"] == doc.id]
            said = [{"doc": doc.id, "content": _content(c.content)} for c in found]
            back = {j: i for i, j in scorer.pairs(gold, said).items()}
            for j, c in enumerate(found):
                yield Case(doc, text, matches, c, gold[back[j]]["slots"] if j in back else {}, bundle["bundle"])


def _content(content: Content) -> dict[str, Any]:
    parts = [{"start": p.start, "end": p.end} for p in content.pieces()]
    return {"start": content.span.start, "end": content.span.end, "parts": parts}


def _span(x: dict[str, Any]) -> Span:
    return Span(x["start"], x["end"])


def _claim(c: dict[str, Any]) -> Claim:
    content = Content(_span(c["content"]), tuple(_span(p) for p in c["content"].get("parts", [])))
    chain = tuple(Link(_span(x), Kind(x["kind"]), x["named"], x["actor"], x.get("refers_to")) for x in c["chain"])
    cue = _span(c["cue"]) if c["cue"] else None
    return Claim(
        c["id"], c["doc"], content, cue, chain, Polarity(c["polarity"]), Certainty(c["certainty"]),
        Stance(c["reporter_stance"]), Act(c["speech_act"]), (),
    )  # fmt: skip


def measure(folder: Path, equal: Equal, know: Knowledge) -> dict[str, float]:
    """F1 of each slot over the annotated claims of `folder`."""
    hit, said, gold = Counter[str](), Counter[str](), Counter[str]()
    for case in cases(folder, know):
        kinds = read_kinds(case.doc, case.text, case.matches, know, case.claim)
        printed = {s: _printed(case.doc.text, s, getattr(kinds, s)) for s in SLOTS if getattr(kinds, s) is not None}
        for slot in SLOTS:
            said[slot] += slot in printed
            gold[slot] += slot in case.slots
            hit[slot] += slot in printed and slot in case.slots and equal(slot, case.slots[slot], printed[slot])
    return {s: 2 * hit[s] / (said[s] + gold[s]) if said[s] + gold[s] else 0.0 for s in SLOTS}


def _printed(text: str, slot: str, found: Any) -> Any:
    if slot in ("event_type", "weapon"):
        return found.value
    return {"quote": found.span.words(text), "class": getattr(found, "kind", None), "actor": getattr(found, "actor", None)}


def rights(slot: str, case: Case, equal: Equal, know: Knowledge) -> Example:
    """The candidates of one content with how right each one is: 0.5 where class and value fit but the words are others."""
    wording = read_wording(case.doc, case.text, case.matches, know, case.claim)
    gold = case.slots.get(slot)
    rows: Example = []
    for c in SLOTS[slot].candidates(wording) if wording.tokens else []:
        span = wording.span(c.first, c.last, c.skip)
        actor = actor_of(wording, c)[0] if slot == "perpetrator" else None
        value = c.value if slot in ("event_type", "weapon") else {"quote": span.words(case.doc.text), "class": c.value, "actor": actor}
        right = 1.0 if gold is not None and equal(slot, gold, value) else 0.0
        if right and slot == "target" and gold is not None and gold.get("quote"):
            at = case.doc.text.find(gold["quote"], case.claim.content.span.start)
            right = 0.5 if at >= 0 and not (span.start < at + len(gold["quote"]) and at < span.end) else 1.0
        rows.append((c.features, right))
    return rows


def _write(file: Path, fitted: dict[str, dict[str, float]]) -> None:
    """Writes the fitted slots' rows; those of other slots stay as they are."""
    kept: dict[str, list[tuple[str, str]]] = {}
    if file.is_file():
        for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
            kept.setdefault(row["slot"], []).append((row["feature"], row["weight"]))
    kept |= {slot: [(f, f"{w:.2f}") for f, w in sorted(found.items()) if abs(w) >= 0.05] for slot, found in fitted.items()}
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(("slot", "feature", "weight"))
        for slot, rows in kept.items():
            table.writerows((slot, f, w) for f, w in rows)


def main(argv: list[str]) -> int:
    """Measures, or fits and writes; 2 when the call makes no sense."""
    wanted = argv[3].split(",") if len(argv) == 4 else list(SLOTS)
    if len(argv) not in (2, 3, 4) or not Path(argv[0]).is_dir() or not Path(argv[1]).is_file() or set(wanted) - set(SLOTS):
        print(__doc__, file=sys.stderr)
        return 2
    know, equal = knowledge(), equality(Path(argv[1]))
    if len(argv) == 2:
        for slot, f1 in measure(Path(argv[0]), equal, know).items():
            print(f"{slot:12s} {f1:.3f}")
        return 0
    annotated = list(cases(Path(argv[0]), know))
    fitted = {}
    for slot in wanted:
        rows = [(rights(slot, case, equal, know), case.bundle) for case in annotated]
        kept = [(row, home) for row, home in rows if row]
        fitted[slot] = fit_whole([row for row, _ in kept], [home for _, home in kept], SLOTS[slot].ridge, SLOTS[slot].most)
    _write(Path(argv[2]), fitted)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
