"""Annotated bundles as training examples: windows with targets on every piece."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from tabayyun.claims.read import read_by_rules
from tabayyun.claims.tagging.labels import ACTS, CERTAINTIES, KINDS, POLARITIES
from tabayyun.claims.tagging.windows import Window, mark, windows
from tabayyun.lexicons import knowledge
from tabayyun.model.claim import Act, Certainty, Kind, Polarity
from tabayyun.model.document import Document
from tabayyun.text import read as read_text

IGNORE = -100
UNASKED = (IGNORE, IGNORE, IGNORE, IGNORE)
TWINS = {"t6-kani-masi": "t2-kanimasi", "t6-basra-activist": "t2-basra-activist"}


@dataclass(slots=True)
class Example:
    """A window and its targets; IGNORE where nothing is asked."""

    fold: int
    window: Window
    content: list[int]
    role: list[int]
    source: list[int]
    cue: list[int]
    labels: list[tuple[int, int, int, int]]
    """Polarity, certainty, act, kind of the innermost source."""


def fold_of(bundle: str) -> int:
    """Fold of a bundle; two scenarios told twice share one."""
    for twin, first in TWINS.items():
        if bundle.startswith(twin):
            bundle = first
    for first in TWINS.values():
        if bundle.startswith(first):
            bundle = first
    return int(hashlib.sha256(bundle.encode()).hexdigest(), 16) % 5


def load(folder: Path, tokenizer: Tokenizer) -> list[Example]:
    """Every window of every Arabic and English document of a folder of annotated bundles."""
    know = knowledge()
    out = []
    for file in sorted(folder.glob("*.json")):
        bundle = json.loads(file.read_text(encoding="utf-8"))
        for d in bundle["documents"]:
            doc = Document(d["id"], d["text"], d["language"], d["outlet"], None, d["published"], "", "", "", "", "")
            text = read_text(doc)
            matches = know.matcher.find(text.shadow.text)
            _, found = read_by_rules(doc, text, matches, know)
            claims = [c for c in bundle["claims"] if c["doc"] == d["id"]]
            for w in windows(doc, text, tokenizer):
                mark(w, found or [])
                out.append(_example(fold_of(bundle["bundle"]), w, claims))
    return out


def _inside(w: Window, s: dict[str, Any]) -> list[int]:
    return [k for k, (a, b) in enumerate(zip(w.starts, w.ends, strict=True)) if a >= 0 and a < s["end"] and b > s["start"]]


def _example(fold: int, w: Window, claims: list[dict[str, Any]]) -> Example:
    n = len(w.ids)
    content, role = [0] * n, [0] * n
    source, cue = [IGNORE] * n, [IGNORE] * n
    labels = [UNASKED] * n
    for c in sorted(claims, key=lambda c: c["content"]["start"] - c["content"]["end"]):
        own = not c["chain"]
        for part in c["content"].get("parts") or [c["content"]]:
            pieces = _inside(w, part)
            if not pieces or (any(content[k] for k in pieces) and pieces[0] != 0 and content[pieces[0]]):
                continue
            for k in pieces:
                content[k] = 4 if own else 2
            content[pieces[0]] = 3 if own else 1
            s = 0 if own else next(iter(_inside(w, c["chain"][-1])), IGNORE)
            q = next(iter(_inside(w, c["cue"])), IGNORE) if c["cue"] else 0
            kind = IGNORE if own else KINDS.index(Kind(c["chain"][-1]["kind"]))
            said = (POLARITIES.index(_stand(c)), CERTAINTIES.index(Certainty(c["certainty"])), ACTS.index(Act(c["speech_act"])), kind)
            for k in pieces:
                source[k], cue[k], labels[k] = s, q, said
    for c in claims:
        for span, tag in [*((x, 5) for x in c["chain"][:-1]), *((x, 3) for x in c["chain"][-1:]), *([(c["cue"], 1)] if c["cue"] else [])]:
            pieces = _inside(w, span)
            if pieces and (tag != 1 or not any(role[k] for k in pieces)):
                for k in pieces:
                    role[k] = tag + 1
                role[pieces[0]] = tag
    for k in range(n):
        if k < w.context or w.starts[k] < 0:
            content[k] = role[k] = IGNORE
            source[k] = cue[k] = IGNORE
            labels[k] = UNASKED
    return Example(fold, w, content, role, source, cue, labels)


def _stand(c: dict[str, Any]) -> Polarity:
    return Polarity.DENY if c["polarity"] == "affirm" and c["speech_act"] == "denial" else Polarity(c["polarity"])
