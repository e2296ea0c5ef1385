"""The net of the language core: inputs, recurrent layers, heads. What it computes is what src/language/net runs in whole numbers.

A sentence goes through three layers of simple recurrent units in both directions (Lei et al., 2018): all matrix products of a
layer are one product over all words; what is left between one word and the next is a few operations on each cell. Gates and
outputs use x / sqrt(1 + x^2) instead of exponentials, so that whole numbers and plain float32 give the same answer everywhere.
Dependencies are scored by a biaffine product of head and dependent (Dozat & Manning, 2017), relations by one hidden layer
over both ends of the chosen arc.
"""

import jax
import jax.numpy as jnp
import numpy as np

VECTOR = 64  # numbers of a word's vector
FORM = 96  # numbers of what is learned of its form
HIDDEN = 96  # cells a direction
LAYERS = 3
ARC = 64
RELATION = 96


def squash(x):
    return x * jax.lax.rsqrt(1.0 + x * x)


def gate(x):
    return 0.5 + 0.5 * squash(x)


def begin(key, facts, vectors):
    """Weights before the first round. `vectors`: classes first, then the commonest words."""
    keys = iter(jax.random.split(key, 64))

    def normal(shape, scale):
        return jax.random.normal(next(keys), shape, jnp.float32) * scale

    weights = {"forms": normal((facts["formRows"], FORM), 0.1)}
    size = VECTOR + FORM
    for layer in range(LAYERS):
        weights[f"in{layer}"] = normal((size, 2 * 3 * HIDDEN), (1.0 / size) ** 0.5 * 1.2)
        weights[f"peep{layer}"] = normal((2, 2, HIDDEN), 0.1)
        weights[f"bias{layer}"] = jnp.stack([jnp.zeros((2, HIDDEN)), jnp.zeros((2, HIDDEN)) + 0.5, jnp.zeros((2, HIDDEN))])
        size = 2 * HIDDEN
    weights["tag"] = normal((size, len(facts["pairs"])), size**-0.5)
    weights["tagBias"] = jnp.zeros(len(facts["pairs"]))
    weights["ends"] = normal((size, 2 * ARC + 2 * RELATION), size**-0.5)
    weights["endsBias"] = jnp.zeros(2 * ARC + 2 * RELATION)
    weights["arc"] = normal((ARC, ARC), ARC**-0.5)
    weights["arcRoot"] = normal((ARC,), 0.1)
    weights["relation"] = normal((RELATION, len(facts["relations"])), RELATION**-0.5)
    weights["relationBias"] = jnp.zeros(len(facts["relations"]))
    weights["vectorScale"] = jnp.ones(())
    return weights


def recur(x, skip, peep, bias, mask, reverse):
    """One direction of one layer. x: [words, batch, 3 * HIDDEN]; skip: what the layer got, where it has the same width."""
    candidate, forget, reset = jnp.split(x, 3, axis=-1)
    candidate = candidate + bias[0]
    forget = forget + bias[1]
    reset = reset + bias[2]

    def step(cell, given):
        a, f, r, m = given
        keep = gate(f + peep[0] * cell)
        show = gate(r + peep[1] * cell)
        new = keep * cell + (1.0 - keep) * a
        new = jnp.where(m[:, None], new, 0.0)
        return new, (new, show)

    _, (cells, shows) = jax.lax.scan(
        step, jnp.zeros_like(candidate[0]), (candidate, forget, reset, mask), reverse=reverse, unroll=4
    )
    out = shows * squash(cells)
    return out if skip is None else out + (1.0 - shows) * skip


def dropped(key, x, rate, shape):
    if key is None or rate == 0.0:
        return x
    keep = jax.random.bernoulli(key, 1.0 - rate, shape)
    return jnp.where(keep, x / (1.0 - rate), 0.0)


def encode(weights, vectors, inputs, mask, key=None, rates=(0.0, 0.0, 0.0)):
    """inputs: [batch, words, numbers]; answers the outputs of all layers, [words, batch, 2 * HIDDEN]."""
    word_rate, input_rate, layer_rate = rates
    keys = jax.random.split(key, 4 + LAYERS) if key is not None else [None] * (4 + LAYERS)
    rows = inputs.transpose(1, 0, 2)
    vector = vectors[rows[..., 0]] * weights["vectorScale"]
    tables = weights["forms"][rows[..., 1:]]
    if key is not None:
        # A word is now and then unknown, and so is what was learned of its very letters.
        vector = jnp.where(jax.random.bernoulli(keys[0], 1 - word_rate, rows.shape[:2])[..., None], vector, 0.0)
        keep = jax.random.bernoulli(keys[1], 1 - word_rate, rows.shape[:2])
        lower = jnp.where(keep[..., None, None], tables[:, :, :1], 0.0)
        tables = jnp.concatenate([lower, tables[:, :, 1:]], axis=2)
    x = jnp.concatenate([vector, tables.sum(axis=2)], axis=-1)
    x = dropped(keys[2], x, input_rate, (1, *x.shape[1:]))
    outputs = []
    turned = mask.T
    for layer in range(LAYERS):
        y = x @ weights[f"in{layer}"]
        forward, backward = jnp.split(y, 2, axis=-1)
        peep, bias = weights[f"peep{layer}"], weights[f"bias{layer}"]
        skips = (None, None) if layer == 0 else jnp.split(x, 2, axis=-1)
        x = jnp.concatenate(
            [
                recur(forward, skips[0], peep[0], bias[:, 0], turned, False),
                recur(backward, skips[1], peep[1], bias[:, 1], turned, True),
            ],
            axis=-1,
        )
        x = jnp.where(turned[..., None], x, 0.0)
        outputs.append(x)
        if layer + 1 < LAYERS:
            x = dropped(keys[3 + layer], x, layer_rate, (1, *x.shape[1:]))
    return outputs


def heads(weights, outputs, mask, key=None, rate=0.0):
    """Scores of tags [batch, words, pairs], of heads [batch, words, 1 + words] (the root first), and the ends of relations."""
    keys = jax.random.split(key, 3) if key is not None else [None] * 3
    top = outputs[-1].transpose(1, 0, 2)
    tag = dropped(keys[0], top, rate, top.shape) @ weights["tag"] + weights["tagBias"]
    ends = jax.nn.relu(dropped(keys[1], top, rate, (top.shape[0], 1, top.shape[2])) @ weights["ends"] + weights["endsBias"])
    ends = dropped(keys[2], ends, rate, (ends.shape[0], 1, ends.shape[2]))
    dependent, head, own, above = jnp.split(ends, [ARC, 2 * ARC, 2 * ARC + RELATION], axis=-1)
    turned = dependent @ weights["arc"]
    arcs = turned @ head.transpose(0, 2, 1)
    root = turned @ weights["arcRoot"]
    arcs = jnp.concatenate([root[..., None], arcs], axis=-1)
    allowed = jnp.concatenate([jnp.ones_like(mask[:, :1]), mask], axis=1)[:, None, :]
    itself = jnp.eye(mask.shape[1], mask.shape[1] + 1, 1, dtype=bool)[None]
    arcs = jnp.where(allowed & ~itself, arcs, -1e9)
    return tag, arcs, own, above


def relations(weights, own, above, head):
    """Scores of the relations for given heads (-1 is the root, whose end is nothing)."""
    picked = jnp.take_along_axis(above, jnp.maximum(head, 0)[..., None], axis=1)
    picked = jnp.where((head >= 0)[..., None], picked, 0.0)
    return jax.nn.relu(own + picked - 0.5) @ weights["relation"] + weights["relationBias"]
