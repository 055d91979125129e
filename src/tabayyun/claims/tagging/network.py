"""The shipped tagger: loaded once, its files checked against their hashes, one window at a time on one thread.

One window at a time and one thread, so that the reading of a text never depends on its neighbours or on the machine's cores.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from tabayyun.claims.tagging.decoding import Scores
from tabayyun.claims.tagging.windows import Window
from tabayyun.model.errors import DataError, Fault

FOLDER = files("tabayyun") / "data" / "tagger"
_REMEDY = "install tabayyun again, or read with --reader rules"


@dataclass(frozen=True, slots=True)
class Network:
    """A loaded tagger."""

    session: Any
    tokenizer: Tokenizer
    version: str

    def score(self, window: Window) -> tuple[Scores, Scores, Scores, Scores, Scores]:
        """Scores of one window: content [T,5], role [T,7], source [T,T], cue [T,T], labels [T,12]."""

        def row(x: list[int]) -> Any:
            return np.array([x], dtype=np.int64)

        given = {"ids": row(window.ids), "marks": row(window.marks), "points": row(window.points), "cues": row(window.cues)}
        content, role, source, cue, labels = self.session.run(None, given)
        return content, role, source, cue, labels


def load(folder: Path) -> Network:
    """The tagger of a folder with tagger.onnx, tokenizer.json and tagger.json.

    Raises:
        DataError: a file is missing, or is not the one whose hash tagger.json states.
    """
    faults = []
    try:
        about = json.loads((folder / "tagger.json").read_text(encoding="utf-8"))
        for name, expected in about["sha256"].items():
            if not (folder / name).is_file():
                faults.append(Fault(f"tagger/{name}", "-", "-", "is missing", _REMEDY))
            elif hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
                faults.append(Fault(f"tagger/{name}", "-", "sha256", "is not the file that was shipped", _REMEDY))
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as e:
        faults.append(Fault("tagger/tagger.json", "-", "-", f"cannot be read ({type(e).__name__})", _REMEDY))
    if faults:
        raise DataError(faults)
    import onnxruntime  # type: ignore[import-untyped]  # it ships no types

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(folder / "tagger.onnx"), options, providers=["CPUExecutionProvider"])
    return Network(session, Tokenizer.from_file(str(folder / "tokenizer.json")), str(about["version"]))


@lru_cache(maxsize=1)
def network() -> Network:
    """The shipped tagger, loaded at first use and shared.

    Raises:
        DataError: as `load`.
    """
    with as_file(FOLDER) as folder:
        return load(folder)
