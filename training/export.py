"""`python -m training.export FOLDER TARGET`: trained weights -> the shipped ONNX file (int8) with its tokenizer and their hashes."""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training.network import Tagger
from training.vocabulary import write


def heads(x, count):  # type: ignore[no-untyped-def]
    return x.view(1, -1, count, x.shape[2] // count).transpose(1, 2)


class Plain(nn.Module):
    """The tagger for one window without padding, in operations that every ONNX runtime knows."""

    def __init__(self, net: Tagger) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids, marks, points, cues):  # type: ignore[no-untyped-def]
        n, e = self.net, self.net.encoder
        T = ids.shape[1]
        x = e.ln(e.word(ids) + e.pos.weight[:T] + e.typ.weight[0] + n.marks(marks))
        for layer in e.layers:
            q, k, v = (heads(part(x), layer.NH) for part in (layer.q, layer.k, layer.v))
            a = torch.softmax(q @ k.transpose(2, 3) * (1.0 / q.shape[3] ** 0.5), dim=-1) @ v
            x = layer.aln(x + layer.ao(a.transpose(1, 2).reshape(1, -1, x.shape[2])))
            x = layer.oln(x + layer.fo(nn.functional.gelu(layer.fi(x))))
        here = torch.arange(T)[None, None, :]
        source = n.ask_source(x) @ n.is_source(x).transpose(1, 2) / 11.3 + n.trust[0] * (points[:, :, None] == here).float()
        cue = n.ask_cue(x) @ n.is_cue(x).transpose(1, 2) / 11.3 + n.trust[1] * (cues[:, :, None] == here).float()
        return n.content(x)[0], n.role(x)[0], source[0], cue[0], n.labels(x)[0]


def export(folder: Path, target: Path, layers: int) -> dict[str, str]:
    """Writes tagger.onnx, tokenizer.json and tagger.json into `target`; returns the hashes."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        rows = write(Path(scratch) / "tokenizer.json")
        net = Tagger(rows, layers)
        net.load_state_dict(torch.load(folder / "weights.pt"))
        ids = torch.randint(5, 1000, (1, 40))
        zeros = torch.zeros_like(ids)
        names = ["ids", "marks", "points", "cues"]
        outs = ["content", "role", "source", "cue", "labels"]
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            Plain(net.eval()).eval(), (ids, zeros, zeros - 1, zeros - 1), str(full), input_names=names, output_names=outs,
            dynamic_axes={n: {1: "pieces"} for n in names}, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            str(full),
            str(target / "tagger.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
        model = onnx.load(str(target / "tagger.onnx"))
        model.producer_name, model.producer_version, model.doc_string = "tabayyun", "1", ""
        onnx.save(model, str(target / "tagger.onnx"))
        shutil.copy(Path(scratch) / "tokenizer.json", target / "tokenizer.json")
    hashes = {f: hashlib.sha256((target / f).read_bytes()).hexdigest() for f in ("tagger.onnx", "tokenizer.json")}
    (target / "tagger.json").write_text(json.dumps({"version": "1", "layers": layers, "sha256": hashes}, indent=1) + "\n", encoding="utf-8")
    return hashes


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--layers", type=int, default=8)
    given = parser.parse_args()
    print(export(given.folder, given.target, given.layers))
