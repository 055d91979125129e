"""`python -m eval.slot_folds GOLD_DIR SCORER [SLOT,...]`: how the fitted event slots do on bundles they have not seen.

Five folds of bundles (`training.examples.fold_of`): each is read with weights fitted on the other four, once on the
annotated claims and once end to end on the claims that the rules find. Prints, for each slot, F1 of both, how often a
filled slot has the right value, F1 of filling it at all, and the number of weights.
"""

import sys
from collections import Counter
from pathlib import Path

from eval.choices import Example, fit_whole
from eval.event_slots import SLOTS, Case, cases, equality, read_cases, rights, scoring
from tabayyun.events.candidates import pick
from tabayyun.events.wordlists import shares
from tabayyun.lexicons import knowledge
from training.examples import fold_of

FOLDS = 5
Held = tuple[int, bool, Example]
"""Fold, whether the slot is filled in the annotation, candidates."""


def fit_without(fold: int, slot: str, rows: list[tuple[Case, Held]]) -> dict[str, float]:
    """Weights fitted on all folds but one."""
    kept = [(case.bundle, held[2]) for case, held in rows if held[0] != fold and held[2]]
    return fit_whole([row for _, row in kept], [home for home, _ in kept], SLOTS[slot].ridge, SLOTS[slot].most)


def count(slot: str, weights: dict[str, float], held: list[Held]) -> Counter[str]:
    """Slots said, filled (said where the annotation has one) and right."""
    out: Counter[str] = Counter()
    for _, is_filled, candidates in held:
        at = pick(slot, *shares(weights, [f for f, _ in candidates])) if candidates else None
        if at is not None:
            out += Counter(said=1, filled=int(is_filled), right=int(candidates[at[0]][1] > 0))
    return out


def f1(hit: int, said: int, gold: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * hit / (said + gold) if said + gold else 0.0


def main(argv: list[str]) -> int:
    """Prints the table; 2 when the call makes no sense."""
    wanted = argv[2].split(",") if len(argv) == 3 else list(SLOTS)
    if len(argv) not in (2, 3) or not Path(argv[0]).is_dir() or not Path(argv[1]).is_file() or set(wanted) - set(SLOTS):
        print(__doc__, file=sys.stderr)
        return 2
    know, folder, scorer = knowledge(), Path(argv[0]), Path(argv[1])
    annotated, read = list(cases(folder, know)), list(read_cases(folder, know, scoring(scorer)))
    equal = equality(scorer)
    print(f"{'slot':12s}{'claims given':>14s}{'end to end':>12s}{'filling':>9s}{'value':>7s}{'weights':>9s}")
    for slot in wanted:
        given, found = (
            [(c, (fold_of(c.bundle), slot in c.slots, rights(slot, c, equal, know))) for c in every] for every in (annotated, read)
        )
        gold = sum(slot in c.slots for c in annotated)
        sums, most = (Counter[str](), Counter[str]()), 0
        for fold in range(FOLDS):
            weights = fit_without(fold, slot, given)
            most = max(most, len(weights))
            for total, rows in zip(sums, (given, found), strict=True):
                total.update(count(slot, weights, [held for _, held in rows if held[0] == fold]))
        a, b = sums
        print(
            f"{slot:12s}{f1(a['right'], a['said'], gold):14.3f}{f1(b['right'], b['said'], gold):12.3f}"
            f"{f1(a['filled'], a['said'], gold):9.3f}{a['right'] / max(1, a['filled']):7.3f}{most:9d}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
