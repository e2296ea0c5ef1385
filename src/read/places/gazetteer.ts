import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { placeKey } from './place-key.ts';

/** A place of the gazetteer. `kind`: country, region, subdivision, populated place, or an adjective of a country. */
export type Place = {
  readonly name: string;
  readonly kind: 'C' | 'R' | 'S' | 'P' | 'A';
  /** ISO 3166-1 alpha-3, empty for what lies in many states. */
  readonly country: string;
  readonly admin: string;
  readonly capital: boolean;
  readonly lat: number;
  readonly lon: number;
  readonly thousands: number;
};

const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const SEED = 0x811c9dc5;
const SLOTS = 1 << 19;
const PREFIX_BITS = 1 << 22;
const MOST_KEPT = 20_000;

/**
 * 220,000 names in one sorted block of bytes, found by a hash that grows word by word, so that a text is looked through
 * without making a string for each run of words. Loads in some 150 ms, holds 12 MB.
 */
export class Gazetteer {
  private readonly bytes: Buffer;
  private readonly slots = new Int32Array(SLOTS).fill(-1);
  private readonly prefixes = new Int32Array(PREFIX_BITS >> 5);
  private readonly kept = new Map<number, readonly Place[]>();

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    for (let start = 0; start < bytes.length; ) start = this.enter(start);
  }

  /** All places under a name, in no order of likelihood. */
  named(name: string): readonly Place[] {
    const key = placeKey(name);
    return this.under(hashed(SEED, key), key);
  }

  /** The hash of `words` and one more word; `undefined` starts a name. */
  grown(hash: number | undefined, word: string): number {
    return hashed(hash === undefined ? SEED : step(hash, SPACE), word);
  }

  /** The hash of words with a sign that clings to the last of them. */
  clung(hash: number, sign: string): number {
    return hashed(hash, sign);
  }

  /** All places under a key whose hash is known. */
  under(hash: number, key: string): readonly Place[] {
    for (let slot = hash & (SLOTS - 1); this.slots[slot]! >= 0; slot = (slot + 1) & (SLOTS - 1)) {
      const start = this.slots[slot]!;
      if (this.isKey(start, key)) return this.kept.get(start) ?? this.read(start);
    }
    return NONE;
  }

  /** False where surely no name goes on after the words of this hash. */
  mayGoOn(hash: number): boolean {
    const bit = step(hash, SPACE) & (PREFIX_BITS - 1);
    return (this.prefixes[bit >> 5]! & (1 << (bit & 31))) !== 0;
  }

  /** Enters the name of the line at `start`; answers where the next line starts. */
  private enter(start: number): number {
    let hash = SEED;
    let at = start;
    for (let byte = this.bytes[at]!; byte !== TAB; byte = this.bytes[++at]!) {
      hash = step(hash, byte);
      if (byte === SPACE) {
        const bit = hash & (PREFIX_BITS - 1);
        this.prefixes[bit >> 5]! |= 1 << (bit & 31);
      }
    }
    const sameAsBefore = start > 0 && this.last >= 0 && this.sameKey(this.last, start, at - start);
    if (!sameAsBefore) {
      let slot = hash & (SLOTS - 1);
      while (this.slots[slot]! >= 0) slot = (slot + 1) & (SLOTS - 1);
      this.slots[slot] = start;
      this.last = start;
    }
    const end = this.bytes.indexOf(NEWLINE, at);
    return end < 0 ? this.bytes.length : end + 1;
  }

  private last = -1;

  private sameKey(a: number, b: number, length: number): boolean {
    for (let i = 0; i <= length; i++) if (this.bytes[a + i] !== this.bytes[b + i]) return false;
    return true;
  }

  private isKey(start: number, key: string): boolean {
    if (isPlain(key)) {
      for (let i = 0; i < key.length; i++) if (this.bytes[start + i] !== key.charCodeAt(i)) return false;
      return this.bytes[start + key.length] === TAB;
    }
    const bytes = Buffer.from(`${key}\t`);
    return bytes.compare(this.bytes, start, start + bytes.length) === 0;
  }

  /** The lines from `start` that share its key. */
  private read(start: number): readonly Place[] {
    const places: Place[] = [];
    const tab = this.bytes.indexOf(TAB, start);
    for (let line = start; line < this.bytes.length && this.sameKey(start, line, tab - start); ) {
      const found = this.bytes.indexOf(NEWLINE, line);
      const end = found < 0 ? this.bytes.length : found;
      places.push(placeOf(this.bytes.toString('utf8', line, end)));
      line = end + 1;
    }
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(start, places);
    return places;
  }
}

const NONE: readonly Place[] = [];

const step = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193) ^ (hash >>> 15);

const isPlain = (word: string): boolean => {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return false;
  return true;
};

function hashed(from: number, word: string): number {
  let hash = from;
  if (isPlain(word)) for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  else for (const byte of Buffer.from(word)) hash = step(hash, byte);
  return hash;
}

function placeOf(line: string): Place {
  const [key, kind, country, admin, lat, lon, thousands, name] = line.split('\t');
  return {
    name: name || key!,
    kind: kind as Place['kind'],
    country: country!,
    admin: admin!.replace('*', ''),
    capital: admin!.endsWith('*'),
    lat: Number(lat) / 100,
    lon: Number(lon) / 100,
    thousands: Number(thousands),
  };
}

let loaded: Gazetteer | undefined;

/** The gazetteer that ships with Stemma, read once per process. */
export function loadGazetteer(): Gazetteer {
  loaded ??= new Gazetteer(brotliDecompressSync(readFileSync(new URL('./gazetteer.br', import.meta.url))));
  return loaded;
}
