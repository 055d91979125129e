"""Writes `data/own_voice/<language>.toml`: how much each sign speaks for an own-voice claim, learned on annotated bundles.

Usage: python tools/weigh_own_voice.py FOLDER [LANGUAGE ...]   (a folder of bundles in the public format, with labels)
Logistic regression with an L1 penalty by proximal gradient, plain Python, no randomness: the same folder gives the same bytes.
Prints precision, recall and F1 by five-fold cross-validation over bundles.
"""

import hashlib
import json
import math
import sys
from pathlib import Path

from tabayyun.claims.arabic.read import read as read_arabic
from tabayyun.claims.english.read import read as read_english
from tabayyun.claims.own_voice import is_no_claim, signs
from tabayyun.claims.relevance import is_about_conflict
from tabayyun.claims.selection import is_attitude
from tabayyun.claims.uncovered import stretches
from tabayyun.lexicons import knowledge
from tabayyun.model.document import Document
from tabayyun.text import read as read_text

PENALTY = 1.6
ROUNDS = 400
THRESHOLD = -0.25  # a claim more likely than about 0.44 gains more F1 than it costs
MIN_COUNT = 4
HEAD = """# How much each sign speaks for (or against) an uncovered sentence being an own-voice claim; written by tools/weigh_own_voice.py
# from constructed annotated bundles. `bias` is what every sentence starts with; a sum above zero makes a claim.
# Signs: event:verb, weapon, digit, ... see claims/own_voice.py; w:WORD a folded word, first:WORD the first word.
"""


def examples(folder: Path, language: str) -> list[tuple[int, list[str], int]]:
    """(fold, signs, label) of every stretch of the folder's documents in one language."""
    know = knowledge()
    reader = read_arabic if language == "ar" else read_english
    out = []
    for file in sorted(folder.glob("*.json")):
        bundle = json.loads(file.read_text(encoding="utf-8"))
        fold = int(hashlib.sha256(bundle["bundle"].encode()).hexdigest(), 16) % 5
        for d in bundle["documents"]:
            if d["language"] != language:
                continue
            doc = Document(d["id"], d["text"], language, d["outlet"], None, d["published"], "", "", "", "", "")
            text = read_text(doc)
            matches = know.matcher.find(text.shadow.text)
            if not is_about_conflict(text, matches, know):
                continue
            own = [c["content"] for c in bundle["claims"] if c["doc"] == d["id"] and not c["chain"]]
            said = [a for a in reader(doc, text, matches, know) if not is_attitude(a)]
            for s in stretches(text, said):
                if is_no_claim(text, s):
                    continue
                span = text.shadow.origin(s.start, s.end)
                label = int(any(dice(c["start"], c["end"], span.start, span.end) >= 0.5 for c in own))
                out.append((fold, signs(text, matches, s, language), label))
    return out


def dice(a: int, b: int, c: int, d: int) -> float:
    return 2 * max(0, min(b, d) - max(a, c)) / ((b - a) + (d - c))


def fit(rows: list[tuple[list[str], int]]) -> dict[str, float]:
    """Weights by sign, with `bias`."""
    counts: dict[str, int] = {}
    for found, _ in rows:
        for s in found:
            counts[s] = counts.get(s, 0) + 1
    known = [[s for s in found if counts[s] >= MIN_COUNT] for found, _ in rows]
    labels = [y for _, y in rows]
    w = {s: 0.0 for s, n in counts.items() if n >= MIN_COUNT}
    bias, step = 0.0, 4.0 / max(1.0, max(map(len, known))) / len(rows)
    momentum, before, before_bias = 1.0, dict(w), 0.0
    for _ in range(ROUNDS):
        gradient = dict.fromkeys(w, 0.0)
        total = 0.0
        for found, y in zip(known, labels, strict=True):
            z = bias + sum(w[s] for s in found)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, z)))) - y
            total += error
            for s in found:
                gradient[s] += error
        after = {s: shrink(w[s] - step * gradient[s], step * PENALTY) for s in w}
        after_bias = bias - step * total
        ahead = (1 + math.sqrt(1 + 4 * momentum * momentum)) / 2
        pull = (momentum - 1) / ahead
        w = {s: after[s] + pull * (after[s] - before[s]) for s in after}
        bias = after_bias + pull * (after_bias - before_bias)
        before, before_bias, momentum = after, after_bias, ahead
    return {"bias": before_bias, **{s: v for s, v in sorted(before.items()) if abs(v) > 1e-6}}


def shrink(value: float, by: float) -> float:
    return math.copysign(max(0.0, abs(value) - by), value)


def main() -> int:
    folder = Path(sys.argv[1])
    target = Path(__file__).resolve().parent.parent / "src" / "tabayyun" / "data" / "own_voice"
    target.mkdir(exist_ok=True)
    for language in sys.argv[2:] or ("ar", "en"):
        found = examples(folder, language)
        hit = said = 0
        for fold in range(5):
            w = fit([(s, y) for f, s, y in found if f != fold])
            for f, s, y in found:
                if f == fold and w["bias"] + sum(w.get(x, 0.0) for x in s) > THRESHOLD:
                    said += 1
                    hit += y
        gold = sum(y for _, _, y in found)
        print(f"{language}: {len(found)} stretches, {gold} claims; cross-validated ", end="")
        print(f"P {hit / said:.3f} R {hit / gold:.3f} F1 {2 * hit / (said + gold):.3f}")
        w = fit([(s, y) for _, s, y in found])
        w["bias"] -= THRESHOLD
        lines = [HEAD]
        for s, v in w.items():
            if s == "bias" or abs(v) >= 0.05:
                lines.append(f"\n[[sign]]\nid = {json.dumps(s, ensure_ascii=False)}\nweight = {v:.2f}\n")
        (target / f"{language}.toml").write_text("".join(lines), encoding="utf-8")
        print(f"{language}: {len(lines) - 1} weights written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
