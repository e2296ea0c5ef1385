/**
 * Sorted 32-bit keys as the differences between neighbours, seven bits to a byte (LEB128): of half a million keys each takes
 * about two bytes in the file instead of four.
 */
export function packKeys(sorted: Int32Array): Uint8Array {
  const bytes = new Uint8Array(sorted.length * 5);
  let used = 0;
  let before = 0;
  for (const key of sorted) {
    let step = (key - before) >>> 0;
    before = key;
    while (step > 127) {
      bytes[used++] = (step & 127) | 128;
      step >>>= 7;
    }
    bytes[used++] = step;
  }
  return bytes.slice(0, used);
}

export function unpackKeys(bytes: Uint8Array, count: number): Int32Array {
  const keys = new Int32Array(count);
  let at = 0;
  let key = 0;
  for (let i = 0; i < count; i++) {
    let step = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      step |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    key = (key + step) | 0;
    keys[i] = key;
  }
  return keys;
}
