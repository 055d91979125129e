"""Predictions for bundles of the public format: reads `documents` alone, never a label."""

import json
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tabayyun.app.pipeline import read_bundle
from tabayyun.claims.read import DEFAULT_READER, Reader
from tabayyun.dossier.bundle import encode, to_bundle
from tabayyun.ingest.bundles import documents_of
from tabayyun.lexicons import knowledge


def predict(text: str, name: str, reader: Reader = DEFAULT_READER) -> bytes:
    """The predicted bundle for one bundle file's text."""
    raw = json.loads(text)
    documents = documents_of({"bundle": raw.get("bundle", name), "documents": raw["documents"]}, name)
    know = knowledge()
    return encode(to_bundle(read_bundle(raw.get("bundle", name), documents, know=know, reader=reader), know))


def _write(job: tuple[Path, Path, Reader]) -> str:
    source, target, reader = job
    target.write_bytes(predict(source.read_text(encoding="utf-8"), source.stem, reader))
    return source.name


def run(source: Path, target: Path, reader: Reader = DEFAULT_READER, workers: int = 2) -> Iterable[str]:
    """Writes one prediction a bundle of folder `source` into folder `target`; yields names as they are done."""
    target.mkdir(parents=True, exist_ok=True)
    jobs: list[tuple[Path, Path, Reader]] = [(f, target / f.name, reader) for f in sorted(source.glob("*.json"))]
    if workers == 1 or len(jobs) < 4:
        yield from map(_write, jobs)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_write, jobs, chunksize=4)
