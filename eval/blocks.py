"""`python -m eval.blocks [--pin] [--errors open]`: the text room's building blocks, each on its own small constructed gold.

The rows lie in `eval/blocks/<block>.csv`, half of them `open` (errors may be mended) and half `held` (only counted). A block whose
share of right rows fell below `eval/blocks/floors.json` fails; `--pin` writes the floors anew.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache

from eval.places import ROOT
from tabayyun.lexicons.knowledge import Knowledge, load
from tabayyun.lexicons.match import Match, longest
from tabayyun.model.document import Document
from tabayyun.model.text import TextLayer
from tabayyun.text import fold, read
from tabayyun.text.fold import key
from tabayyun.text.language import language
from tabayyun.text.numbers import find_in

FOLDER = ROOT / "eval" / "blocks"
FLOORS = FOLDER / "floors.json"
PARTS = ("open", "held")
Row = dict[str, str]
SIGNS = {"exact": "", "about": "~", "least": ">=", "more": ">", "upto": "<=", "less": "<"}


def rows(block: str) -> list[Row]:
    """The rows of one block in file order; comment lines are left out."""
    lines = (FOLDER / f"{block}.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@cache
def _knowledge() -> Knowledge:
    return load()


def _layer(printed: str) -> TextLayer:
    return read(Document("d1", printed, "und", "", None, None, "", "", "", "text/plain", "plain/1"))


def _lines(cell: str) -> str:
    return cell.replace("\\n", "\n")


def _signs(cell: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), cell)


def clitics(row: Row) -> tuple[str, str]:
    """How the word is read, as `proclitics+word`, empty where no finding begins inside it: expected and found."""
    shadow = fold(row["text"]).text
    word = fold(row["word"]).text
    at = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", shadow)
    assert at, f"{row['word']} is no word of its text"
    cuts = {_cut(word, m, at.start()) for m in longest(_knowledge().matcher.find(shadow)) if at.start() <= m.start < at.end()}
    found = " ".join(sorted(cuts - {""}))
    expected = fold(row["split"]).text
    return expected, found


def _cut(word: str, match: Match, start: int) -> str:
    """The word with a plus where the finding begins, the article counted to what stands in front; empty where it begins the word."""
    at = match.start - start
    is_fused = not at and word.startswith("لل") and match.form.words.startswith("ال")
    if (at or is_fused) and re.match(r"(?:[وفبك]{0,2}ال|[وف]?لل)", word) and (is_fused or key(match.form.words).startswith("ال")):
        at += 2
    return f"{word[:at]}+{word[at:]}" if at else ""


def sentences(row: Row) -> tuple[str, str]:
    """The text's sentences, one a line: expected and found."""
    marked = _lines(row["text"])
    printed = marked.replace("‖", "")
    layer = _layer(printed)
    found = [layer.shadow.origin(s.start, s.end).words(printed) for s in layer.sentences]
    return "\n".join(s.strip() for s in marked.split("‖")), "\n".join(found)


def quotes(row: Row) -> tuple[str, str]:
    """The insides of quotation marks, one a line, `~` behind an open one: expected and found."""
    marked = _lines(row["text"])
    printed = re.sub("⟧~|[⟦⟧]", "", marked)
    expected = [f"{m[1].strip()}{m[2]}" for m in re.finditer("⟦(.*?)⟧(~?)", marked, re.S)]
    layer = _layer(printed)
    found = [(layer.shadow.origin(q.start, q.end).words(printed).strip(), "" if q.is_closed else "~") for q in layer.quotations]
    return "\n".join(expected), "\n".join(inside + mark for inside, mark in found)


def folding(row: Row) -> tuple[str, str]:
    """`same` or `different`: expected and found."""
    same = fold(_signs(row["one"])).text == fold(_signs(row["other"])).text
    return row["expected"], "same" if same else "different"


def languages(row: Row) -> tuple[str, str]:
    """Language codes: expected and found."""
    return row["language"], language(row["text"], row["fallback"] or "und")


def numbers(row: Row) -> tuple[str, str]:
    """Numbers in reading order: expected and found."""
    found = []
    for n in find_in(fold(row["text"]).text):
        found.append(
            "vague" if n.how == "vague" else f"{n.low}-{n.high}" if n.how == "range" else f"{SIGNS[n.how]}{_bound(n.low, n.high, n.how)}"
        )
    return row["numbers"], " ".join(found)


def _bound(low: int, high: int | None, how: str) -> int | None:
    """The bound as printed: "more than 20" begins at 21."""
    if how in ("upto", "less") and high is not None:
        return high + (how == "less")
    return low - (how == "more")


BLOCKS: dict[str, Callable[[Row], tuple[str, str]]] = {
    "clitics": clitics,
    "sentences": sentences,
    "quotes": quotes,
    "folding": folding,
    "language": languages,
    "numbers": numbers,
}


def outcomes(block: str) -> Iterator[tuple[Row, str, str]]:
    """Every row with what was expected and what was found."""
    for row in rows(block):
        expected, found = BLOCKS[block](row)
        yield row, expected, found


def measure(block: str) -> dict[str, tuple[int, int]]:
    """Right rows and all rows, per part."""
    counts = {part: [0, 0] for part in PARTS}
    for row, expected, found in outcomes(block):
        counts[row["part"]][0] += expected == found
        counts[row["part"]][1] += 1
    return {part: (right, total) for part, (right, total) in counts.items()}


def show(table: dict[str, dict[str, tuple[int, int]]]) -> None:
    """Prints the table, one row a block."""
    print(f"{'block':12s}" + "".join(f"{part:>20s}" for part in PARTS))
    for block, parts in table.items():
        print(f"{block:12s}" + "".join(f"{f'{r:d} of {n:d}':>13s} {r / n:6.3f}" for r, n in parts.values()))


def fallen(table: dict[str, dict[str, tuple[int, int]]]) -> list[str]:
    """One line per figure below its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return [
        f"{block} {part}: {table[block][part][0]} of {table[block][part][1]} right, below its floor {floor:.4f}"
        for block, parts in floors.items()
        if block in table
        for part, floor in parts.items()
        if table[block][part][0] / table[block][part][1] < floor - 0.00005
    ]


def main(argv: list[str] | None = None) -> int:
    """0 when no figure fell below its floor, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m eval.blocks", description=__doc__)
    parser.add_argument("--pin", action="store_true", help="write the floors anew")
    parser.add_argument("--errors", choices=PARTS, help="print the wrong rows of one part")
    given = parser.parse_args(argv)
    table = {block: measure(block) for block in BLOCKS}
    show(table)
    if given.errors:
        for block in BLOCKS:
            for row, expected, found in outcomes(block):
                if row["part"] == given.errors and expected != found:
                    print(f"{block}: {list(row.values())[1:]}\n  expected {expected!r}\n  found    {found!r}")
    if given.pin:
        floors = {block: {part: round(r / n, 4) for part, (r, n) in parts.items()} for block, parts in table.items()}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
        print(f"pinned to {FLOORS.relative_to(ROOT)}")
        return 0
    lines = fallen(table)
    for line in lines:
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
