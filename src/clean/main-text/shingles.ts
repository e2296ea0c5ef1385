/** Keys of the words of a text in order: letters and digits, ASCII in lower case. */
export function wordKeysOf(text: string): readonly number[] {
  const keys: number[] = [];
  let key = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 32;
    const letter =
      c >= 97 && c <= 122 ? c : c >= 65 && c <= 90 ? c + 32 : (c >= 48 && c <= 57) || isLetterBeyondAscii(c) ? c : 0;
    if (letter) key = Math.imul((key || 0x811c9dc5) ^ letter, 0x01000193);
    else if (key) {
      keys.push(key);
      key = 0;
    }
  }
  return keys;
}

/** All signs from Latin-1 letters up but the general and CJK punctuation. */
const isLetterBeyondAscii = (c: number) =>
  c >= 0xc0 && !(c >= 0x2000 && c <= 0x206f) && !(c >= 0x3000 && c <= 0x303f) && !(c >= 0xff00 && c <= 0xff0f);

/** Keys of all runs of `n` words; of the whole text where it has fewer. */
export function wordShingles(text: string, n = 4): ReadonlySet<number> {
  const keys = wordKeysOf(text);
  const found = new Set<number>();
  if (keys.length === 0) return found;
  for (let i = 0; i < Math.max(1, keys.length - n + 1); i++) found.add(runKey(keys, i, n));
  return found;
}

/** Share of a text's runs of words that stand in a set; 0 for an empty set or text. */
export function shareIn(text: string, set: ReadonlySet<number>, n = 4): number {
  if (set.size === 0) return 0;
  const keys = wordKeysOf(text);
  if (keys.length === 0) return 0;
  const runs = Math.max(1, keys.length - n + 1);
  let shared = 0;
  for (let i = 0; i < runs; i++) if (set.has(runKey(keys, i, n))) shared++;
  return shared / runs;
}

function runKey(keys: readonly number[], from: number, n: number): number {
  let key = 17;
  for (let j = from; j < Math.min(from + n, keys.length); j++) key = (Math.imul(key, 31) + keys[j]!) | 0;
  return key;
}
