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

VERSION = "2"
"""Of the shipped tagger; goes up with every new training that ships."""


def joined(*parts: nn.Linear, scales: tuple[float, ...] = ()) -> nn.Linear:
    """One layer that gives the outputs of several side by side, each times its scale."""
    by = scales or (1.0,) * len(parts)
    out = nn.Linear(parts[0].in_features, sum(p.out_features for p in parts))
    out.weight.data = torch.cat([p.weight * s for p, s in zip(parts, by, strict=True)]).detach()
    out.bias.data = torch.cat([p.bias * s for p, s in zip(parts, by, strict=True)]).detach()
    return out


class Plain(nn.Module):
    """The tagger for one window without padding: few large products, in operations that every ONNX runtime knows."""

    def __init__(self, net: Tagger) -> None:
        super().__init__()
        self.net = net
        layers = net.encoder.layers
        scale = (net.content.in_features // layers[0].NH) ** -0.5
        self.qkv = nn.ModuleList(joined(x.q, x.k, x.v, scales=(scale, 1.0, 1.0)) for x in layers)
        self.tags = joined(net.content, net.role, net.labels)
        asked = (net.ask_source, net.is_source, net.ask_cue, net.is_cue)
        self.pointers = joined(*asked, scales=(1 / 11.3, 1.0, 1 / 11.3, 1.0))

    def forward(self, ids, marks, points, cues):  # type: ignore[no-untyped-def]
        n, e = self.net, self.net.encoder
        T, H = ids.shape[1], n.content.in_features
        x = e.ln(e.word(ids) + e.pos.weight[:T] + e.typ.weight[0] + n.marks(marks))[0]
        for layer, qkv in zip(e.layers, self.qkv, strict=True):
            z = qkv(x).view(-1, 3, layer.NH, H // layer.NH)
            q, k, v = z[:, 0].permute(1, 0, 2), z[:, 1].permute(1, 2, 0), z[:, 2].permute(1, 0, 2)
            a = torch.softmax(q @ k, dim=-1) @ v
            x = layer.aln(x + layer.ao(a.permute(1, 0, 2).reshape(-1, H)))
            x = layer.oln(x + layer.fo(nn.functional.gelu(layer.fi(x))))
        here = torch.arange(T)[None, :]
        asks, are, ask_cues, are_cues = self.pointers(x).split(n.ask_source.out_features, dim=-1)
        source = asks @ are.T + n.trust[0] * (points[0][:, None] == here).float()
        cue = ask_cues @ are_cues.T + n.trust[1] * (cues[0][:, None] == here).float()
        content, role, labels = self.tags(x).split((n.content.out_features, n.role.out_features, n.labels.out_features), dim=-1)
        return content, role, source, cue, labels


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
        model.producer_name, model.producer_version, model.doc_string = "tabayyun", VERSION, ""
        onnx.save(model, str(target / "tagger.onnx"))
        shutil.copy(Path(scratch) / "tokenizer.json", target / "tokenizer.json")
    hashes = {f: hashlib.sha256((target / f).read_bytes()).hexdigest() for f in ("tagger.onnx", "tokenizer.json")}
    (target / "tagger.json").write_text(
        json.dumps({"version": VERSION, "layers": layers, "sha256": hashes}, indent=1) + "\n", encoding="utf-8"
    )
    return hashes


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--layers", type=int, default=6)
    given = parser.parse_args()
    print(export(given.folder, given.target, given.layers))
