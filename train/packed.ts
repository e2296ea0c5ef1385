import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sections } from '../src/language/model-file.ts';

type Listed = { readonly name: string; readonly kind: 'Int8Array' | 'Float32Array'; readonly length: number };

/** What a training program in Python left in its folder: facts, and sections of numbers. */
export function readPacked(folder: string): {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sections: Sections;
} {
  const { facts, sections } = JSON.parse(readFileSync(join(folder, 'packed.json'), 'utf8')) as {
    facts: Record<string, unknown>;
    sections: Listed[];
  };
  const bytes = readFileSync(join(folder, 'packed.bin'));
  let at = 0;
  const arrays = sections.map(({ name, kind, length }) => {
    const size = length * (kind === 'Int8Array' ? 1 : 4);
    const copy = new Uint8Array(bytes.subarray(at, at + size)).buffer;
    at += size;
    return [name, kind === 'Int8Array' ? new Int8Array(copy) : new Float32Array(copy)] as const;
  });
  return { facts, sections: Object.fromEntries(arrays) };
}
