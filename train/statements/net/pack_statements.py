"""Turns the learned nets into the sections that src/read/statements/learned reads: <folder>/packed.json and packed.bin."""

import json
import pathlib
import pickle
import sys

import numpy as np

import nets

import pack as core  # of the language core, on the path by nets

def read(folder, name):
    return {k: np.asarray(v) for k, v in pickle.loads((folder / f"{name}.kept.pickle").read_bytes())[1].items()}


def stack(name, weights, layers):
    sections = {}
    for layer in range(layers):
        gates = weights[f"bias{layer}"].transpose(1, 0, 2).reshape(-1)
        sections |= core.by_column(f"{name}{layer}", weights[f"in{layer}"], gates)
        sections[f"{name}{layer}.peep"] = weights[f"peep{layer}"].reshape(-1).astype(np.float32)
    return sections


def main():
    folder = pathlib.Path(sys.argv[1])
    facts = json.loads((folder / "facts.json").read_text())
    cues, roles = read(folder, "cues"), read(folder, "roles")
    sections = {**core.whole("cues.tables", cues["tables"]), **core.whole("roles.tables", roles["tables"])}
    sections |= stack("cues", cues, nets.CUE["layers"]) | stack("roles", roles, nets.ROLE["layers"])
    sections |= core.by_column("cues.out", cues["out"], cues["outBias"])
    sections |= core.by_column("roles.out", roles["out"], roles["outBias"])
    for name in ("word", "cue"):
        sections |= core.by_column(f"roles.{name}", roles[name], np.zeros(roles[name].shape[1]))
    sections["roles.steps"] = roles["steps"].reshape(-1).astype(np.float32)
    core.write(sections, {"state": facts["state"], "cues": nets.CUE, "roles": nets.ROLE}, folder)


if __name__ == "__main__":
    main()
