"""The two nets that find statements: which words head a cue, and what each word around a cue is to it.

Both walk over what the language core knows of each word (its states, which are taken as they are) and over learned vectors of
what the rules, the lexicon, quotation marks and the tree say, with the simple recurrent units of the language core's net.
"""

import pathlib
import sys

import jax
import jax.numpy as jnp

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "language/net"))
import net as core  # noqa: E402

CUE = {"table": 64, "hidden": 64, "layers": 2}
ROLE = {"table": 64, "hidden": 64, "layers": 2}
ROLES = 4


def stack(keys, weights, size, hidden, layers):
    for layer in range(layers):
        weights[f"in{layer}"] = jax.random.normal(next(keys), (size, 6 * hidden)) * (1.0 / size) ** 0.5 * 1.2
        weights[f"peep{layer}"] = jax.random.normal(next(keys), (2, 2, hidden)) * 0.1
        weights[f"bias{layer}"] = jnp.stack([jnp.zeros((2, hidden)), jnp.zeros((2, hidden)) + 0.5, jnp.zeros((2, hidden))])
        size = 2 * hidden
    return size


def begin_cues(key, facts):
    keys = iter(jax.random.split(key, 32))
    weights = {"tables": jax.random.normal(next(keys), (facts["cueRows"], CUE["table"])) * 0.1}
    size = stack(keys, weights, facts["state"] + CUE["table"], CUE["hidden"], CUE["layers"])
    weights["out"] = jax.random.normal(next(keys), (size, 1)) * size**-0.5
    weights["outBias"] = jnp.full((1,), -3.0)
    return weights


def begin_roles(key, facts):
    keys = iter(jax.random.split(key, 32))
    size = facts["state"]
    weights = {
        "tables": jax.random.normal(next(keys), (facts["roleRows"], ROLE["table"])) * 0.1,
        "word": jax.random.normal(next(keys), (size, ROLE["table"])) * size**-0.5,
        "cue": jax.random.normal(next(keys), (size, ROLE["table"])) * size**-0.5,
    }
    size = stack(keys, weights, ROLE["table"], ROLE["hidden"], ROLE["layers"])
    weights["out"] = jax.random.normal(next(keys), (size, ROLES)) * size**-0.5
    weights["outBias"] = jnp.zeros(ROLES)
    weights["steps"] = jnp.zeros((ROLES + 1, ROLES))
    return weights


def walk(weights, x, mask, layers, keys, rate):
    """x: [words, batch, numbers]; mask the same without numbers."""
    for layer in range(layers):
        y = x @ weights[f"in{layer}"]
        forward, backward = jnp.split(y, 2, axis=-1)
        peep, bias = weights[f"peep{layer}"], weights[f"bias{layer}"]
        skips = (None, None) if layer == 0 else jnp.split(x, 2, axis=-1)
        x = jnp.concatenate(
            [
                core.recur(forward, skips[0], peep[0], bias[:, 0], mask, False),
                core.recur(backward, skips[1], peep[1], bias[:, 1], mask, True),
            ],
            axis=-1,
        )
        x = jnp.where(mask[..., None], x, 0.0)
        x = core.dropped(keys[layer], x, rate, (1, *x.shape[1:]))
    return x


def looked_up(weights, rows, key, rate):
    vectors = weights["tables"][rows]
    if key is not None:
        # What one table says is now and then not there, so that no single clue is relied on.
        vectors = core.dropped(key, vectors, rate, (*rows.shape, 1))
    return vectors.sum(axis=-2)


def cue_scores(weights, states, rows, mask, key=None, rate=0.0):
    """[batch, words, …] → [batch, words]."""
    keys = jax.random.split(key, 4) if key is not None else [None] * 4
    states = states.transpose(1, 0, 2)
    states = core.dropped(keys[0], states, rate * 0.7, (1, *states.shape[1:]))
    tables = looked_up(weights, rows.transpose(1, 0, 2), keys[1], rate * 0.5)
    x = walk(weights, jnp.concatenate([states, tables], axis=-1), mask.T, CUE["layers"], keys[2:], rate)
    return (x @ weights["out"] + weights["outBias"])[..., 0].T


def role_scores(weights, states, cue, rows, mask, key=None, rate=0.0):
    """states: [batch, words, numbers], cue: [batch, numbers] → [words, batch, roles]."""
    keys = jax.random.split(key, 5) if key is not None else [None] * 5
    states = states.transpose(1, 0, 2)
    states = core.dropped(keys[0], states, rate * 0.7, (1, *states.shape[1:]))
    cue = core.dropped(keys[4], cue, rate * 0.7, cue.shape)
    x = states @ weights["word"] + (cue @ weights["cue"])[None]
    x = x + looked_up(weights, rows.transpose(1, 0, 2), keys[1], rate * 0.5)
    x = walk(weights, x, mask.T, ROLE["layers"], keys[2:4], rate)
    return x @ weights["out"] + weights["outBias"]


def likelihood(weights, scores, gold, mask):
    """Log likelihood of the gold roles under the chain (Lafferty et al., 2001), one for each of the batch; [words, batch, …]."""
    steps = weights["steps"]
    first = scores[0] + steps[ROLES]
    gold_score = jnp.take_along_axis(first, gold[0][:, None], 1)[:, 0]

    def step(carried, given):
        forward, told, before = carried
        score, role, inside = given
        moved = jax.nn.logsumexp(forward[:, :, None] + steps[None, :ROLES], axis=1) + score
        forward = jnp.where(inside[:, None], moved, forward)
        own = steps[before, role] + jnp.take_along_axis(score, role[:, None], 1)[:, 0]
        return (forward, told + jnp.where(inside, own, 0.0), jnp.where(inside, role, before)), None

    (forward, told, _), _ = jax.lax.scan(step, (first, gold_score, gold[0]), (scores[1:], gold[1:], mask[1:]), unroll=4)
    return told - jax.nn.logsumexp(forward, axis=-1)
