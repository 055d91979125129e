"""`python -m bench.run [--write]`: documents a CPU-second of one core, room by room; with --write the result joins bench/results.jsonl."""

import argparse
import json
import platform
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bench.reports import reports
from tabayyun import __version__
from tabayyun.app.pipeline import read_bundle
from tabayyun.claims.read import read as read_claims
from tabayyun.dossier.bundle import encode, to_bundle
from tabayyun.dossier.page import to_html
from tabayyun.events.read import read as read_events
from tabayyun.lexicons import knowledge
from tabayyun.text import read as read_text

RESULTS = Path(__file__).with_name("results.jsonl")


def rate(count: int, work: Callable[[], object], rounds: int = 3) -> float:
    """The best of a few rounds, in documents a CPU-second."""
    best = 0.0
    for _ in range(rounds):
        began = time.process_time()
        work()
        best = max(best, count / (time.process_time() - began))
    return round(best, 1)


def measure(count: int) -> dict[str, float]:
    """Documents of 3 KB a CPU-second by room."""
    know, documents = knowledge(), reports(count)
    texts = [read_text(d) for d in documents]
    matches = [know.matcher.find(t.shadow.text) for t in texts]
    layers = [read_claims(d, t, m, know) for d, t, m in zip(documents, texts, matches, strict=True)]
    rows = list(zip(documents, texts, matches, layers, strict=True))
    out = {
        "text": rate(count, lambda: [read_text(d) for d in documents]),
        "matching": rate(count, lambda: [know.matcher.find(t.shadow.text) for t in texts]),
        "claims, rules": rate(count, lambda: [read_claims(d, t, m, know, "rules") for d, t, m, _ in rows]),
        "claims, both": rate(count, lambda: [read_claims(d, t, m, know, "both") for d, t, m, _ in rows], 2),
        "events": rate(count, lambda: [read_events(d, t, m, know, x.claims) for d, t, m, x in rows]),
    }
    groups = [documents[i : i + 5] for i in range(0, count, 5)]
    out["whole, bundles of 5"] = rate(count, lambda: [read_bundle(str(i), g, know=know) for i, g in enumerate(groups)], 2)
    dossiers = [read_bundle(str(i), g, know=know) for i, g in enumerate(groups)]
    out["JSON and page"] = rate(count, lambda: [(encode(to_bundle(d, know)), to_html(d, know)) for d in dossiers], 2)
    out["claims a document"] = round(sum(len(x.claims) for x in layers) / count, 1)
    return out


def report(result: dict[str, float], about: str, machine: str = "", writes: bool = False) -> None:
    """Prints a table; where asked, adds it to bench/results.jsonl under the name `about`."""
    for name, value in result.items():
        print(f"{name:22s} {value:10.2f}")
    if writes:
        where = f"{platform.machine()}, Python {platform.python_version()}{machine}"
        row = {"date": datetime.now(UTC).date().isoformat(), "machine": where, "version": __version__, about: result}
        with RESULTS.open("a", encoding="utf-8") as f:
            f.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> None:
    """Prints a table; with --write also keeps it."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--count", type=int, default=60)
    given = parser.parse_args()
    report(measure(given.count), "documents per CPU-second", writes=given.write)


if __name__ == "__main__":
    main()
