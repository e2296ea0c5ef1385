import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import loadWabt from 'wabt';

/** Eight bits at a time (www.w3.org/TR/wasm-core-2) and the relaxed instructions of 2023; Node 24 has both. */
const FEATURES = { simd: true, relaxed_simd: true };
const FOLDER = join(import.meta.dirname, '../../src/language/net');

/** The bytes that kernel.wat stands for. */
export async function assembledKernel(): Promise<Uint8Array> {
  const wabt = await loadWabt();
  const parsed = wabt.parseWat('kernel.wat', readFileSync(join(FOLDER, 'kernel.wat'), 'utf8'), FEATURES);
  parsed.validate();
  return parsed.toBinary({}).buffer;
}

/** Writes kernel.wasm anew. */
export async function assembleKernel(): Promise<void> {
  writeFileSync(join(FOLDER, 'kernel.wasm'), await assembledKernel());
}
