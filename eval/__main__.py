"""`python -m eval NAME INPUT OUTPUT [--reader R]`: predictions in the form that the scorer of NAME reads.

NAME is `gold` (folder of bundles -> folder of bundles), `polnear` (compartment folder -> JSONL file), `fakes` (JSONL file of
articles, or its folder -> JSONL file), `timex` (folder of .tml files -> JSONL file) or `gsr` (JSONL file of Arabic sentences, or
its folder -> JSONL file); no reader takes part in the last two. The name `ans` is kept for a further public benchmark; it
answers with an error until its adapter stands.
"""

import argparse
import sys
from pathlib import Path

from eval import fakes, gold, gsr, polnear, timex
from tabayyun.claims.read import DEFAULT_READER, READERS, Reader

LATER = ("ans",)


def main(argv: list[str] | None = None) -> int:
    """Writes predictions; 0 when all are written, 2 when the call makes no sense."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("name", choices=("gold", "polnear", "fakes", "timex", "gsr", *LATER))
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--reader", default=DEFAULT_READER, choices=READERS)
    given = parser.parse_args(argv)
    if given.name in LATER:
        print(f"[T401] no adapter for '{given.name}' yet; 'gold', 'polnear', 'fakes', 'timex' and 'gsr' stand", file=sys.stderr)
        return 2
    if given.name == "polnear":
        return _polnear(given.input, given.output, given.reader)
    if given.name == "fakes":
        return _fakes(given.input, given.output, given.reader)
    if given.name == "timex":
        return _timex(given.input, given.output)
    if given.name == "gsr":
        return _gsr(given.input, given.output)
    if not given.input.is_dir():
        print(f"[T402] {given.input} is no folder of bundles; give the folder that holds the .json files", file=sys.stderr)
        return 2
    done = 0
    for done, _name in enumerate(gold.run(given.input, given.output, given.reader), 1):
        if sys.stderr.isatty():
            print(f"\r{done}", end="", file=sys.stderr)
    print(f"{done} bundles written to {given.output}", file=sys.stderr)
    return 0


def _polnear(source: Path, target: Path, reader: Reader) -> int:
    if not (source / "text").is_dir():
        print(f"[T402] {source} holds no folder 'text'; give a compartment of the corpus, such as data/dev", file=sys.stderr)
        return 2
    print(f"{sum(1 for _ in polnear.run(source, target, reader))} articles written to {target}", file=sys.stderr)
    return 0


def _fakes(source: Path, target: Path, reader: Reader) -> int:
    if not fakes.files(source):
        print(f"[T402] {source} is no JSONL file of articles nor a folder with one", file=sys.stderr)
        return 2
    print(f"{sum(1 for _ in fakes.run(source, target, reader))} articles written to {target}", file=sys.stderr)
    return 0


def _timex(source: Path, target: Path) -> int:
    if not any(source.glob("*.tml")):
        print(f"[T402] {source} holds no .tml file; give the folder of TimeML files", file=sys.stderr)
        return 2
    print(f"{sum(1 for _ in timex.run(source, target))} documents written to {target}", file=sys.stderr)
    return 0


def _gsr(source: Path, target: Path) -> int:
    if not gsr.files(source):
        print(f"[T402] {source} is no JSONL file of sentences nor a folder with one", file=sys.stderr)
        return 2
    print(f"{sum(1 for _ in gsr.run(source, target))} sentences written to {target}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
