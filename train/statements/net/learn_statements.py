"""Trains the nets that find statements on PolNeAR's training part. Run by `npm run train -- statements`.

    python learn_statements.py FOLDER [--cue-rounds N] [--role-rounds N] [--held ARTICLES] [--only cues|roles]

The last HELD articles are not learned from: progress and the calibration are measured on them. The development part is not read.
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

import nets

CUE_BUCKETS = (32, 64, 96, 128, 160, 224, 320)
ROLE_BUCKETS = (16, 32, 48, 64, 96, 144, 208, 304)


def read(folder, part, facts):
    def of(name, kind):
        return np.fromfile(folder / f"{part}.{name}.bin", kind)

    return {
        "states": of("states", np.int16).reshape(-1, facts["state"]),
        "cues": of("cues", np.int32).reshape(-1, facts["cueWidth"]),
        "labels": of("labels", np.int8),
        "stretches": of("stretches", np.int32).reshape(-1, 2),
        "windows": of("windows", np.int32).reshape(-1, 3),
        "roles": of("roles", np.int32).reshape(-1, facts["roleWidth"]),
        "gold": of("gold", np.int8),
        "articles": of("articles", np.int32).reshape(-1, 4),
    }


def grouped(lengths, buckets, words, random=None):
    places = {bucket: [] for bucket in buckets}
    for place, length in enumerate(lengths):
        places[next(b for b in buckets if length <= b)].append(place)
    groups = []
    for bucket, members in places.items():
        if random is not None:
            random.shuffle(members)
        size = max(1, words // bucket)
        groups += [(bucket, size, members[at : at + size]) for at in range(0, len(members), size)]
    if random is not None:
        random.shuffle(groups)
    return groups


def cue_batches(data, first, end, random=None):
    stretches = data["stretches"][first:end]
    for bucket, size, members in grouped(stretches[:, 1], CUE_BUCKETS, 4096, random):
        states = np.zeros((size, bucket, data["states"].shape[1]), np.float32)
        rows = np.zeros((size, bucket, data["cues"].shape[1]), np.int32)
        labels = np.full((size, bucket), -1, np.int32)
        mask = np.zeros((size, bucket), bool)
        for at, member in enumerate(members):
            begins, length = stretches[member]
            states[at, :length] = data["states"][begins : begins + length] / 16384
            rows[at, :length] = data["cues"][begins : begins + length]
            labels[at, :length] = data["labels"][begins : begins + length]
            mask[at, :length] = True
        yield states, rows, labels, mask


def role_batches(data, first, end, random=None):
    windows = data["windows"]
    starts = np.concatenate([[0], np.cumsum(windows[:, 1])])
    for bucket, size, members in grouped(windows[first:end, 1], ROLE_BUCKETS, 4096, random):
        states = np.zeros((size, bucket, data["states"].shape[1]), np.float32)
        cue = np.zeros((size, data["states"].shape[1]), np.float32)
        rows = np.zeros((size, bucket, data["roles"].shape[1]), np.int32)
        gold = np.zeros((size, bucket), np.int32)
        mask = np.zeros((size, bucket), bool)
        mask[:, 0] = True
        for at, member in enumerate(members):
            begins, length, head = windows[first + member]
            states[at, :length] = data["states"][begins : begins + length] / 16384
            cue[at] = data["states"][head] / 16384
            begins = starts[first + member]
            rows[at, :length] = data["roles"][begins : begins + length]
            gold[at, :length] = data["gold"][begins : begins + length]
            mask[at, :length] = True
        yield states, cue, rows, gold, mask, len(members)


def cue_loss(weights, states, rows, labels, mask, key, rate):
    scores = nets.cue_scores(weights, states, rows, mask, key, rate)
    counted = mask & (labels >= 0)
    loss = optax.sigmoid_binary_cross_entropy(scores, jnp.maximum(labels, 0))
    return jnp.where(counted, loss, 0).sum() / 100.0


def role_loss(weights, states, cue, rows, gold, mask, key, rate):
    scores = nets.role_scores(weights, states, cue, rows, mask, key, rate)
    likelihood = nets.likelihood(weights, scores, gold.T, mask.T)
    return -jnp.where(mask.sum(1) > 1, likelihood, 0).sum() / 100.0


def cue_figures(weights, data, first, end):
    predict = jax.jit(lambda w, s, r, m: nets.cue_scores(w, s, r, m))
    scores, wanted = [], []
    for states, rows, labels, mask in cue_batches(data, first, end):
        found = np.asarray(predict(weights, states, rows, mask))
        counted = mask & (labels >= 0)
        scores.append(found[counted])
        wanted.append(labels[counted])
    scores, wanted = np.concatenate(scores), np.concatenate(wanted)
    best = max(
        (200 * np.sum((scores > t) & (wanted == 1)) / (np.sum(scores > t) + wanted.sum()), t)
        for t in np.arange(-2, 2, 0.25)
    )
    loss = np.mean(np.logaddexp(0, scores) - scores * wanted)
    return f"cue F1 {best[0]:.2f} at {best[1]:.2f}, loss {loss:.5f}"


def role_figures(weights, data, first, end):
    predict = jax.jit(lambda w, s, c, r, m: nets.role_scores(w, s, c, r, m))
    told, count, right, words, exact = 0.0, 0, 0, 0, 0
    for states, cue, rows, gold, mask, members in role_batches(data, first, end):
        scores = predict(weights, states, cue, rows, mask)
        likelihood = np.asarray(nets.likelihood(weights, scores, gold.T, mask.T))[:members]
        told += likelihood.sum()
        count += members
        best = np.asarray(scores).argmax(-1).T
        same = (best == gold) | ~mask
        right += int((same & mask)[:members].sum())
        words += int(mask[:members].sum())
        exact += int(same[:members].all(1).sum())
    return f"roles: log likelihood {told / count:.3f}, words right {100 * right / words:.2f} %, windows right {100 * exact / count:.1f} %"


def train(name, weights, loss, batches, figures, data, split, rounds, rate, seed, folder):
    total = sum(1 for _ in batches(data, *split["learn"])) * rounds
    schedule = optax.warmup_cosine_decay_schedule(1e-4, rate, total // rounds // 2, total, 2e-5)
    optimiser = optax.chain(optax.clip_by_global_norm(5.0), optax.adamw(schedule, b1=0.9, b2=0.98, weight_decay=1e-5))
    state, averaged, first = optimiser.init(weights), weights, 0
    kept = folder / f"{name}.kept.pickle"
    if kept.exists():
        weights, averaged, state, first = pickle.loads(kept.read_bytes())

    @jax.jit
    def step(weights, averaged, state, key, *batch):
        value, slope = jax.value_and_grad(loss)(weights, *batch, key, 0.33)
        change, state = optimiser.update(slope, state, weights)
        weights = optax.apply_updates(weights, change)
        averaged = jax.tree.map(lambda a, w: a * 0.998 + w * 0.002, averaged, weights)
        return weights, averaged, state, value

    for number in range(first, rounds):
        random = np.random.default_rng(seed * 1000 + number)
        key = jax.random.PRNGKey(seed * 1000 + number)
        sums, wall = 0.0, time.time()
        for batch in batches(data, *split["learn"], random):
            key, own = jax.random.split(key)
            weights, averaged, state, value = step(weights, averaged, state, own, *batch[: 5 if name == "roles" else 4])
            sums += value
        line = f"{name} round {number + 1}/{rounds}: loss {float(sums):.2f}, {time.time() - wall:.0f} s"
        if split["held"][1] > split["held"][0] and (number % 2 == 1 or number + 1 == rounds):
            line += " | " + figures(averaged, data, *split["held"])
        print(line, flush=True)
        kept.write_bytes(pickle.dumps(jax.tree.map(np.asarray, (weights, averaged, state, number + 1))))
    return averaged


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--cue-rounds", type=int, default=9)
    options.add_argument("--role-rounds", type=int, default=12)
    options.add_argument("--held", type=int, default=80)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="")
    given = options.parse_args()
    facts = json.loads((given.folder / "facts.json").read_text())
    data = read(given.folder, "train", facts)
    articles = data["articles"]
    last = len(articles) - given.held
    middle, ends = articles[last - 1], articles[-1]
    key = jax.random.PRNGKey(given.seed)
    if given.only != "roles":
        split = {"learn": (0, middle[2]), "held": (middle[2], ends[2])}
        weights = nets.begin_cues(key, facts)
        train("cues", weights, cue_loss, cue_batches, cue_figures, data, split, given.cue_rounds, 2e-3, given.seed, given.folder)
    if given.only != "cues":
        split = {"learn": (0, middle[3]), "held": (middle[3], ends[3])}
        weights = nets.begin_roles(key, facts)
        train("roles", weights, role_loss, role_batches, role_figures, data, split, given.role_rounds, 2e-3, given.seed, given.folder)


if __name__ == "__main__":
    main()
