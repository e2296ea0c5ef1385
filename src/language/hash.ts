/**
 * Feature hashing (Weinberger et al., 2009): every feature of every model is a 32-bit number, mixed from a template's own
 * number and the hashes of the words, tags or labels it looks at. No string is made on the hot path.
 * The finaliser is that of MurmurHash3, cut to the two steps that the tables need.
 */
export function feature1(template: number, a: number): number {
  return finish(Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b));
}

export function feature2(template: number, a: number, b: number): number {
  return finish(Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b) + Math.imul(b, 0xc2b2ae35));
}

export function feature3(template: number, a: number, b: number, c: number): number {
  return finish(
    Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b) +
      Math.imul(b, 0xc2b2ae35) +
      Math.imul(c ^ (b >>> 7), 0x27d4eb2f),
  );
}

export function feature4(template: number, a: number, b: number, c: number, d: number): number {
  return feature3(template, a, b, feature2(template, c, d));
}

function finish(h: number): number {
  const mixed = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  const done = mixed ^ (mixed >>> 15);
  // 0 marks an empty place in the tables.
  return done === 0 ? 1 : done;
}

/** FNV-1a over the UTF-16 code units of a string: the hash of words in all models. */
export function hashWord(word: string): number {
  let h = 0x811c9dc5 | 0;
  for (let at = 0; at < word.length; at++) h = Math.imul(h ^ word.charCodeAt(at), 0x01000193);
  return h === 0 ? 1 : h;
}
