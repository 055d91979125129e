"""`python -m training.train FOLDER OUT [--fold K] [--layers N] [--epochs N]`: trains the tagger with fixed seeds on CPU (or a GPU)."""

import argparse
import pickle
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from tabayyun.claims.tagging.labels import LABELS
from tabayyun.claims.tagging.windows import NOTHING
from training.examples import IGNORE, Example, load
from training.network import Tagger
from training.vocabulary import write

BATCH_PIECES = 900
BLIND = 0.3  # share of windows in which the model must do without the rules


def batches(examples: list[Example], shuffle: random.Random) -> list[list[Example]]:
    """Windows of like length together, about BATCH_PIECES pieces a batch, in shuffled order."""
    order = sorted(examples, key=lambda e: len(e.window.ids) + shuffle.randint(0, 24))
    out: list[list[Example]] = []
    for e in order:
        if out and (len(out[-1]) + 1) * len(e.window.ids) <= BATCH_PIECES:
            out[-1].append(e)
        else:
            out.append([e])
    shuffle.shuffle(out)
    return out


def padded(rows: list[list[int]], value: int, device: torch.device) -> torch.Tensor:
    longest = max(map(len, rows))
    return torch.tensor([r + [value] * (longest - len(r)) for r in rows], device=device)


def cross(x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return F.cross_entropy(x.float().flatten(0, 1), y.flatten(), ignore_index=IGNORE) if (y != IGNORE).any() else x.sum() * 0


def loss_of(net: Tagger, group: list[Example], shuffle: random.Random, device: torch.device) -> torch.Tensor:
    blind = [shuffle.random() < BLIND for _ in group]

    def told(rows: list[list[int]], silence: int) -> torch.Tensor:
        hidden = [[silence] * len(r) if b else r for r, b in zip(rows, blind, strict=True)]
        return padded(hidden, 0 if silence == NOTHING else -1, device)

    ids = padded([e.window.ids for e in group], 1, device)
    marks, points = told([e.window.marks for e in group], NOTHING), told([e.window.points for e in group], -1)
    cues = told([e.window.cues for e in group], -1)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        content, role, source, cue, labels = net(ids, marks, points, cues)
    total = cross(content, padded([e.content for e in group], IGNORE, device))
    total = total + 0.5 * cross(role, padded([e.role for e in group], IGNORE, device))
    total = total + 0.5 * cross(source, padded([e.source for e in group], IGNORE, device))
    total = total + 0.3 * cross(cue, padded([e.cue for e in group], IGNORE, device))
    for part, where in enumerate(LABELS):
        total = total + 0.15 * cross(labels[:, :, where], padded([[x[part] for x in e.labels] for e in group], IGNORE, device))
    return total


def train(examples: list[Example], rows: list[int], layers: int, epochs: int, seed: int = 7) -> Tagger:
    """A trained tagger; the same examples and seed give the same weights on the same kind of machine."""
    torch.manual_seed(seed)
    shuffle = random.Random(seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    net = Tagger(rows, layers).to(device).train()
    net.encoder.word.weight.requires_grad_(False)
    body = [p for n, p in net.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder.")]
    optimiser = torch.optim.AdamW([{"params": body, "lr": 1e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01)
    steps = epochs * len(batches(examples, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / (steps * 1.05))
    )
    for epoch in range(epochs):
        began, total, n = time.time(), 0.0, 0
        for group in batches(examples, shuffle):
            loss = loss_of(net, group, shuffle, device)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, n = total + float(loss.detach()), n + 1
        print(f"epoch {epoch + 1}: loss {total / n:.3f}, {time.time() - began:.0f} s", flush=True)
    return net.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int, default=None, help="leave this fold out")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    rows = write(given.out / "tokenizer.json")
    cache = given.out.parent / "examples.pickle"
    if cache.exists():
        examples = pickle.loads(cache.read_bytes())
    else:
        examples = load(given.folder, Tokenizer.from_file(str(given.out / "tokenizer.json")))
        cache.write_bytes(pickle.dumps(examples))
    kept = [e for e in examples if e.fold != given.fold]
    print(f"{len(kept)} of {len(examples)} windows, {sum(len(e.window.ids) for e in kept)} pieces", flush=True)
    net = train(kept, rows, given.layers, given.epochs)
    torch.save(net.state_dict(), given.out / "weights.pt")


if __name__ == "__main__":
    main()
