"""Turns the learned weights into bytes: whole numbers from -127 to 127 with a step for each column, as src/language/net reads them."""

import json

import numpy as np


def by_column(name, matrix, bias):
    steps = np.maximum(np.abs(matrix).max(0), 1e-8) / 127
    return {
        f"{name}.weights": np.round(matrix / steps).astype(np.int8),
        f"{name}.steps": steps.astype(np.float32),
        f"{name}.bias": np.asarray(bias, np.float32),
    }


def whole(name, table):
    # The few widest numbers are cut, so that a step stays fine.
    step = float(np.quantile(np.abs(table), 0.9999)) / 127
    return {name: np.clip(np.round(table / step), -127, 127).astype(np.int8), f"{name}.step": np.array([step], np.float32)}


def pack(weights, vectors, sizes, facts, folder):
    """Packs the net of the language core."""
    w = {name: np.asarray(value) for name, value in weights.items()}
    sections = {**whole("vectors", np.asarray(vectors) * w["vectorScale"]), **whole("forms", w["forms"])}
    for layer in range(sizes["layers"]):
        gates = w[f"bias{layer}"].transpose(1, 0, 2).reshape(-1)
        sections |= by_column(f"layer{layer}", w[f"in{layer}"], gates)
        sections[f"layer{layer}.peep"] = w[f"peep{layer}"].reshape(-1).astype(np.float32)
    sections |= by_column("tag", w["tag"], w["tagBias"])
    sections |= by_column("ends", w["ends"], w["endsBias"])
    sections |= by_column("arc", w["arc"], np.zeros(w["arc"].shape[1]))
    sections |= by_column("relation", w["relation"], w["relationBias"])
    sections["root"] = w["arcRoot"].astype(np.float32)
    write(sections, {**sizes, "pairs": facts["pairs"], "relations": facts["relations"]}, folder)


def write(sections, facts, folder):
    """<folder>/packed.json lists the sections, packed.bin holds them one behind the other."""
    kinds = {np.dtype(np.int8): "Int8Array", np.dtype(np.float32): "Float32Array"}
    listed = [{"name": n, "kind": kinds[a.dtype], "length": int(a.size)} for n, a in sections.items()]
    (folder / "packed.json").write_text(json.dumps({"facts": facts, "sections": listed}))
    (folder / "packed.bin").write_bytes(b"".join(np.ascontiguousarray(a).tobytes() for a in sections.values()))
