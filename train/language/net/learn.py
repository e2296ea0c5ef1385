"""Trains the net of the language core on the treebanks. Run by `npm run train -- language net`; goes on where it broke off.

    python learn.py FOLDER [--rounds N] [--seed N]
"""

import argparse
import json
import pathlib
import pickle
import time

import jax
import jax.numpy as jnp
import numpy as np
import optax

import net
import pack

BUCKETS = (8, 16, 24, 32, 48, 72, 110, 160)
BATCH_WORDS = 1536


def read_set(folder, name, width):
    lengths = np.fromfile(folder / f"{name}.lengths.bin", np.int32)
    inputs = np.fromfile(folder / f"{name}.inputs.bin", np.int32).reshape(-1, width)
    gold = np.fromfile(folder / f"{name}.gold.bin", np.int32).reshape(-1, 3)
    at = np.concatenate([[0], np.cumsum(lengths)])
    return [(inputs[a:b], gold[a:b]) for a, b in zip(at[:-1], at[1:])]


def batches(sentences, random=None):
    """Sentences of like length together, padded to a few fixed sizes so that each is compiled once."""
    places = {bucket: [] for bucket in BUCKETS}
    for place, (inputs, _) in enumerate(sentences):
        bucket = next((b for b in BUCKETS if len(inputs) <= b), None)
        if bucket:
            places[bucket].append(place)
    made = []
    for bucket, members in places.items():
        if random is not None:
            random.shuffle(members)
        size = max(1, BATCH_WORDS // bucket)
        for first in range(0, len(members), size):
            made.append((bucket, size, members[first : first + size]))
    if random is not None:
        random.shuffle(made)
    for bucket, size, members in made:
        inputs = np.zeros((size, bucket, sentences[0][0].shape[1]), np.int32)
        gold = np.full((size, bucket, 3), -2, np.int32)
        mask = np.zeros((size, bucket), bool)
        for row, member in enumerate(members):
            one, labels = sentences[member]
            inputs[row, : len(one)] = one
            gold[row, : len(one)] = labels
            mask[row, : len(one)] = True
        yield members, inputs, gold, mask


def losses(weights, vectors, inputs, gold, mask, key, rates):
    keys = jax.random.split(key, 2)
    outputs = net.encode(weights, vectors, inputs, mask, keys[0], rates)
    tag, arcs, own, above = net.heads(weights, outputs, mask, keys[1], rates[2])
    count = mask.sum()
    tag_mask = mask & (gold[..., 0] >= 0)
    tag_loss = optax.softmax_cross_entropy_with_integer_labels(tag, jnp.maximum(gold[..., 0], 0))
    head = jnp.maximum(gold[..., 1], -1)
    arc_loss = optax.softmax_cross_entropy_with_integer_labels(arcs, head + 1)
    label = net.relations(weights, own, above, head)
    label_loss = optax.softmax_cross_entropy_with_integer_labels(label, jnp.maximum(gold[..., 2], 0))
    sums = [jnp.where(m, l, 0).sum() for m, l in ((tag_mask, tag_loss), (mask, arc_loss), (mask, label_loss))]
    return (0.5 * sums[0] + sums[1] + sums[2]) / count


def figures(weights, vectors, sentences, facts):
    """UPOS, UAS, LAS without punctuation and F1 of ccomp and nsubj, heads chosen one by one."""
    base = np.array([r.split(":")[0] for r in facts["relations"]])
    upos = np.array([p.split("/")[0] for p in facts["pairs"]])
    punct = facts["relations"].index("punct")
    right = {"upos": 0, "words": 0, "uas": 0, "las": 0, "arcs": 0}
    table = {name: [0, 0, 0] for name in ("nsubj", "ccomp")}
    for members, inputs, gold, mask in batches(sentences):
        tag, head, label = predict(weights, vectors, inputs, mask)
        tag, head, label = np.asarray(tag)[mask], np.asarray(head)[mask], np.asarray(label)[mask]
        flat = gold[mask]
        right["words"] += len(flat)
        right["upos"] += int(np.sum((flat[:, 0] >= 0) & (upos[tag] == upos[flat[:, 0]])))
        counts = flat[:, 2] != punct
        same_head = head == flat[:, 1]
        same = same_head & (base[label] == base[flat[:, 2]])
        right["arcs"] += int(counts.sum())
        right["uas"] += int((same_head & counts).sum())
        right["las"] += int((same & counts).sum())
        for name, row in table.items():
            wanted, found = base[flat[:, 2]] == name, base[label] == name
            row[0] += int((wanted & found & same_head).sum())
            row[1] += int(found.sum())
            row[2] += int(wanted.sum())
    f1 = {name: round(200 * a / max(1, b + c), 2) for name, (a, b, c) in table.items()}
    return {
        "upos": round(100 * right["upos"] / right["words"], 2),
        "uas": round(100 * right["uas"] / right["arcs"], 2),
        "las": round(100 * right["las"] / right["arcs"], 2),
        **f1,
    }


@jax.jit
def predict(weights, vectors, inputs, mask):
    outputs = net.encode(weights, vectors, inputs, mask)
    tag, arcs, own, above = net.heads(weights, outputs, mask)
    head = arcs.argmax(-1) - 1
    return tag.argmax(-1), head, net.relations(weights, own, above, head).argmax(-1)


def vector_table(folder, facts):
    """Word vectors cut to their main directions: one for each class (its members' mean), then one for each common word."""
    raw = np.fromfile(folder / "vectors.bin", np.float32).reshape(-1, 100)
    fine = np.fromfile(folder / "fine.bin", np.int32)
    centred = raw - raw[:20000].mean(0)
    _, spread, axes = np.linalg.svd(centred[:20000], full_matrices=False)
    turned = centred @ axes[: net.VECTOR].T
    turned /= np.sqrt((turned[:20000] ** 2).mean())
    turned = np.clip(turned, -4, 4)
    table = np.zeros((facts["fineCount"] + facts["vectorWords"], net.VECTOR), np.float32)
    for word_class in range(1, facts["fineCount"]):
        members = turned[fine == word_class]
        if len(members):
            table[word_class] = members.mean(0)
    table[facts["fineCount"] :] = turned[: facts["vectorWords"]]
    # As the file will hold them: a byte each, a sixteenth apart would be too coarse, 4 / 127 is not.
    return np.round(table / 4 * 127) / 127 * 4 * 0.5


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--rounds", type=int, default=24)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--rate", type=float, default=2.5e-3)
    given = options.parse_args()
    folder = given.folder
    facts = json.loads((folder / "facts.json").read_text())
    width = facts["inputWidth"]
    train = read_set(folder, "train", width)
    dev = {name: read_set(folder, name, width) for name in ("ewt-dev", "gum-dev")}
    vectors = jnp.asarray(vector_table(folder, facts))
    weights = net.begin(jax.random.PRNGKey(given.seed), facts, vectors)
    per_round = sum(1 for _ in batches(train))
    total = per_round * given.rounds
    schedule = optax.warmup_cosine_decay_schedule(1e-4, given.rate, per_round, total, 2e-5)
    optimiser = optax.chain(optax.clip_by_global_norm(2.0), optax.adam(schedule, b1=0.9, b2=0.98))
    state = optimiser.init(weights)
    averaged = weights
    rates = (0.12, 0.15, 0.3)

    @jax.jit
    def step(weights, averaged, state, inputs, gold, mask, key):
        loss, slope = jax.value_and_grad(losses)(weights, vectors, inputs, gold, mask, key, rates)
        change, state = optimiser.update(slope, state, weights)
        weights = optax.apply_updates(weights, change)
        averaged = jax.tree.map(lambda a, w: a * 0.999 + w * 0.001, averaged, weights)
        return weights, averaged, state, loss

    kept = folder / "net.kept.pickle"
    first = 0
    if kept.exists():
        weights, averaged, state, first = pickle.loads(kept.read_bytes())
        print(f"goes on after round {first}", flush=True)
    for number in range(first, given.rounds):
        random = np.random.default_rng(given.seed * 1000 + number)
        began, sum_loss, done = time.process_time(), 0.0, 0
        wall = time.time()
        key = jax.random.PRNGKey(given.seed * 1000 + number)
        for members, inputs, gold, mask in batches(train, random):
            key, own = jax.random.split(key)
            weights, averaged, state, loss = step(weights, averaged, state, inputs, gold, mask, own)
            sum_loss += loss
            done += 1
        line = f"round {number + 1}/{given.rounds}: loss {float(sum_loss) / done:.3f}, {time.time() - wall:.0f} s ({time.process_time() - began:.0f} CPU-s)"
        if (number + 1) % 3 == 0 or number + 1 == given.rounds or number < 2:
            line += "".join(f" | {name} {figures(averaged, vectors, rows, facts)}" for name, rows in dev.items())
        print(line, flush=True)
        kept.write_bytes(pickle.dumps(jax.tree.map(np.asarray, (weights, averaged, state, number + 1))))
    sizes = {name.lower(): getattr(net, name) for name in ("VECTOR", "FORM", "HIDDEN", "LAYERS", "ARC", "RELATION")}
    pack.pack(averaged, vectors, sizes, facts, folder)


if __name__ == "__main__":
    main()
