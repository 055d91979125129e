"""Writes `data/acts/weights.csv`: how much each sign speaks for each act of a claim, learned on annotated bundles.

Usage: python tools/weigh_acts.py FOLDER [OTHER ...]   (folders of bundles in the public format, with labels)
Only FOLDER is learned from; OTHER folders are measured with what was learned. Multinomial logistic regression with an L1 and an L2
penalty by proximal gradient, no randomness. Prints the share of right acts by five-fold cross-validation over bundles.
"""

import csv
import hashlib
import json
import math
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tabayyun.claims.act_signs import places, signs
from tabayyun.claims.acts import ACTS, BIAS
from tabayyun.claims.read import read_by_rules
from tabayyun.lexicons import knowledge
from tabayyun.model.claim import Act
from tabayyun.model.document import Document
from tabayyun.text import read as read_text

Floats = NDArray[np.float64]
LASSO, RIDGE, ROUNDS, MIN_COUNT, LEAST = 0.5, 12.0, 200, 4, 0.05
TWINS = {"t6-kani-masi": "t2-kanimasi", "t6-basra-activist": "t2-basra-activist"}
"""Scenarios told twice share a fold."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim found by the rules and annotated: its fold, its signs, the annotated act and the one the rules gave."""

    fold: int
    signs: list[str]
    act: int
    by_rules: int


def fold_of(bundle: str) -> int:
    """Fold of a bundle."""
    for twin, first in TWINS.items():
        if bundle.startswith((twin, first)):
            bundle = first
    return int(hashlib.sha256(bundle.encode()).hexdigest(), 16) % 5


def rows(folder: Path) -> list[Row]:
    """Every claim of the folder that the rules find, with the annotated act."""
    know = knowledge()
    out: list[Row] = []
    for file in sorted(folder.glob("*.json")):
        bundle = json.loads(file.read_text(encoding="utf-8"))
        for d in bundle["documents"]:
            doc = Document(d["id"], d["text"], d["language"], d["outlet"], None, d["published"], "", "", "", "", "")
            text = read_text(doc)
            matches = know.matcher.find(text.shadow.text)
            found = read_by_rules(doc, text, matches, know, is_weighed=False)[1] or []
            here = places(text, matches, found)
            gold = [c for c in bundle["claims"] if c["doc"] == d["id"]]
            spans = [(a.content.span.start, a.content.span.end, len(a.chain)) for a in found]
            for n, c in _pairs(spans, gold):
                act = ACTS.index(Act(str(c["speech_act"])))
                out.append(Row(fold_of(bundle["bundle"]), signs(doc, text, matches, know, here, n), act, ACTS.index(found[n].act)))
    return out


def _pairs(found: list[tuple[int, int, int]], gold: list[dict[str, object]]) -> list[tuple[int, dict[str, object]]]:
    """One-to-one pairs of findings and annotated claims that share at least half, best first."""
    scored = []
    for n, (a, b, links) in enumerate(found):
        for k, c in enumerate(gold):
            span, chain = c["content"], c["chain"]
            if isinstance(span, dict) and isinstance(chain, list):
                share = 2 * max(0, min(b, span["end"]) - max(a, span["start"])) / ((b - a) + (span["end"] - span["start"]))
                if share >= 0.5:
                    scored.append((-round(share, 3), bool(links) != bool(chain), n, k))
    used_found: set[int] = set()
    used_gold: set[int] = set()
    out = []
    for _, _, n, k in sorted(scored):
        if n not in used_found and k not in used_gold:
            used_found.add(n)
            used_gold.add(k)
            out.append((n, gold[k]))
    return out


@dataclass(frozen=True, slots=True)
class Design:
    """Which signs stand in which row: columns of the signs row after row, where each row starts, whose row each column is."""

    columns: NDArray[np.intp]
    starts: NDArray[np.intp]
    owner: NDArray[np.intp]
    width: int

    def sums(self, table: Floats) -> Floats:
        """Sums of the signs' weights by row."""
        return np.asarray(np.add.reduceat(table[self.columns], self.starts, axis=0))

    def onto_signs(self, values: Floats) -> Floats:
        """Sums of the rows' values by sign."""
        return np.stack([np.bincount(self.columns, values[self.owner, c], self.width) for c in range(values.shape[1])], axis=1)

    def steepest(self) -> float:
        """The largest eigenvalue of the design's square, by fifteen steps of the power method."""
        probe = np.ones((self.width, 1))
        largest = 1.0
        for _ in range(15):
            probe = self.onto_signs(self.sums(probe))
            largest = float(np.linalg.norm(probe))
            probe /= largest
        return largest


def fit(found: list[Row]) -> dict[str, Floats]:
    """Weights by sign and act, with `bias`."""
    counts = Counter(s for r in found for s in r.signs)
    names = [*sorted(s for s, n in counts.items() if n >= MIN_COUNT), BIAS]
    at = {s: i for i, s in enumerate(names)}
    known = [[at[s] for s in (*r.signs, BIAS) if s in at] for r in found]
    lengths = np.array([len(k) for k in known])
    owner = np.repeat(np.arange(len(known)), lengths)
    design = Design(np.array([i for k in known for i in k]), np.cumsum(lengths) - lengths, owner, len(names))
    gold = np.zeros((len(found), len(ACTS)))
    gold[np.arange(len(found)), [r.act for r in found]] = 1.0
    step = 1.0 / (0.5 * design.steepest() + RIDGE)
    ahead = before = np.zeros((len(names), len(ACTS)))
    pace = 1.0
    for _ in range(ROUNDS):
        scores = design.sums(ahead)
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        moved = ahead - step * (design.onto_signs(shares - gold) + RIDGE * ahead)
        now = np.sign(moved) * np.maximum(0.0, np.abs(moved) - step * LASSO)
        now[-1] = moved[-1]
        if float(((ahead - now) * (now - before)).sum()) > 0:
            pace = 1.0
        faster = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead = now + (pace - 1) / faster * (now - before)
        before, pace = now, faster
    return dict(zip(names, before, strict=True))


def right(table: dict[str, Floats], found: list[Row]) -> int:
    """How many acts the weights get right."""
    zero = np.zeros(len(ACTS))
    return sum(int(np.argmax(sum((table.get(s, zero) for s in r.signs), table[BIAS]))) == r.act for r in found)


def main() -> int:
    folders = [Path(a) for a in sys.argv[1:]]
    if not folders:
        print(__doc__)
        return 2
    found = rows(folders[0])
    crossed = sum(right(fit([r for r in found if r.fold != f]), [r for r in found if r.fold == f]) for f in range(5))
    plain = sum(r.act == r.by_rules for r in found)
    print(f"{folders[0].name}: {len(found)} claims, rules {plain / len(found):.3f}, cross-validated {crossed / len(found):.3f}")
    table = fit(found)
    table = {s: np.where((np.abs(w) >= LEAST) | (s == BIAS), np.round(w, 2), 0.0) for s, w in table.items()}
    for folder in folders[1:]:
        other = rows(folder)
        plain = sum(r.act == r.by_rules for r in other)
        print(f"{folder.name}: {len(other)} claims, rules {plain / len(other):.3f}, weighed {right(table, other) / len(other):.3f}")
    target = Path(__file__).resolve().parent.parent / "src" / "tabayyun" / "data" / "acts" / "weights.csv"
    target.parent.mkdir(exist_ok=True)
    with target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("sign", "act", "weight"))
        writer.writerows((s, act.value, f"{v:.2f}") for s in sorted(table) for act, v in zip(ACTS, table[s], strict=True) if v)
    return 0


if __name__ == "__main__":
    sys.exit(main())
