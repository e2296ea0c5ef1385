import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Raised by one when a reader of this version could not read older files. */
export const MODEL_FORMAT = 2;
const MAGIC = 'stemma-model';

type Section = Int8Array | Uint8Array | Uint16Array | Int16Array | Int32Array | Float32Array;
export type Sections = Readonly<Record<string, Section>>;

/** A model file that is missing, cut short, changed or made for another version. */
export class BrokenModel extends Error {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  constructor(path: string, expected: string, found: string, cause?: unknown) {
    super(`The model file ${path} cannot be used: expected ${expected}, found ${found}.`, { cause });
    this.name = 'BrokenModel';
    this.path = path;
    this.expected = expected;
    this.found = found;
  }
}

/**
 * Reads a model file. `sha256` is what its bytes must hash to.
 * A file is a Brotli stream (weights shrink by a third) of: one line of JSON (`{"magic", "format", "facts", "sections": [{name, kind, length}]}`), then the sections, each
 * on a multiple of 8 bytes, little-endian.
 */
export function readModel(
  path: string,
  sha256: string,
): { readonly facts: Readonly<Record<string, unknown>>; readonly sections: Sections } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new BrokenModel(path, `SHA-256 ${sha256}`, 'no file', cause);
  }
  const found = hash('sha256', bytes);
  if (found !== sha256) throw new BrokenModel(path, `SHA-256 ${sha256}`, `SHA-256 ${found} (${bytes.length} bytes)`);
  const content = brotliDecompressSync(bytes);
  const end = content.indexOf(10);
  const header = JSON.parse(content.toString('utf8', 0, end)) as Header;
  if (header.magic !== MAGIC || header.format !== MODEL_FORMAT)
    throw new BrokenModel(path, `${MAGIC} format ${MODEL_FORMAT}`, `${header.magic} format ${header.format}`);
  const sections: Record<string, Section> = {};
  let at = aligned(end + 1);
  for (const { name, kind, length } of header.sections) {
    const size = KINDS[kind].BYTES_PER_ELEMENT * length;
    const copy = new ArrayBuffer(size);
    new Uint8Array(copy).set(content.subarray(at, at + size));
    sections[name] = new KINDS[kind](copy);
    at = aligned(at + size);
  }
  return { facts: header.facts, sections };
}

/** The bytes of a model file, and their SHA-256. */
export function modelBytes(
  facts: Readonly<Record<string, unknown>>,
  sections: Sections,
): { bytes: Buffer; sha256: string } {
  const header: Header = {
    magic: MAGIC,
    format: MODEL_FORMAT,
    facts,
    sections: Object.entries(sections).map(([name, array]) => ({
      name,
      kind: array.constructor.name as keyof typeof KINDS,
      length: array.length,
    })),
  };
  const parts: Buffer[] = [Buffer.from(`${JSON.stringify(header)}\n`)];
  let size = parts[0]!.length;
  for (const array of Object.values(sections)) {
    const gap = aligned(size) - size;
    parts.push(Buffer.alloc(gap), Buffer.from(array.buffer, array.byteOffset, array.byteLength));
    size += gap + array.byteLength;
  }
  const bytes = brotliCompressSync(Buffer.concat(parts), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  return { bytes, sha256: hash('sha256', bytes) };
}

type Header = {
  readonly magic: string;
  readonly format: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sections: readonly { readonly name: string; readonly kind: keyof typeof KINDS; readonly length: number }[];
};

const KINDS = { Int8Array, Uint8Array, Uint16Array, Int16Array, Int32Array, Float32Array } as const;
const aligned = (at: number): number => (at + 7) & ~7;
