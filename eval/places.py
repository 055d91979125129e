"""Where the measuring data lies, and what to say when it is absent."""

import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def shared() -> Path:
    """The folder of gold and benchmarks: `TABAYYUN_SHARED`, by default beside the repository."""
    return Path(os.environ.get("TABAYYUN_SHARED", str(ROOT.parent / "shared")))


def absent(what: str) -> str | None:
    """A sentence saying that the data `what` is not here, or None when it is."""
    path = shared() / what
    return None if path.exists() else f"no {what} under TABAYYUN_SHARED ({os.environ.get('TABAYYUN_SHARED', 'unset')}); nothing measured"


def digest(paths: list[Path], base: Path) -> str:
    """SHA-256 over names and bytes of files, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.relative_to(base).as_posix().encode())
        total.update(b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def code_digest() -> str:
    """Digest of everything that can change a figure: code and data of the package, and this folder's own code."""
    package = ROOT / "src" / "tabayyun"
    files = [p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    files += list((ROOT / "eval").glob("*.py"))
    return digest(files, ROOT)


def gold_digest(split: str) -> str:
    """Digest of one split of the gold and of its scorer."""
    gold = shared() / "gold"
    return digest([*(gold / split).glob("*.json"), gold / "score.py", gold / "actors.tsv"], gold)
