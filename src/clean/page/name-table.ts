/** Names in a source without cutting them out: the same string object comes back for each known one, in lower case. */
export class NameTable {
  private readonly slots: (string | undefined)[];
  private readonly mask: number;

  constructor(names: Iterable<string>) {
    // Names out of an object's keys are the engine's own copies, so that comparing them is comparing addresses.
    const list = Object.keys(Object.fromEntries(Array.from(names, (name) => [name, true])));
    let size = 64;
    while (size < list.length * 4) size *= 2;
    this.mask = size - 1;
    this.slots = new Array<string | undefined>(size).fill(undefined);
    for (const name of list) {
      let slot = hash(name, 0, name.length) & this.mask;
      while (this.slots[slot] !== undefined) slot = (slot + 1) & this.mask;
      this.slots[slot] = name;
    }
  }

  /** The known name that stands there, whatever its case; undefined for any other. */
  known(source: string, from: number, to: number): string | undefined {
    let slot = hash(source, from, to) & this.mask;
    for (let name = this.slots[slot]; name !== undefined; name = this.slots[slot]) {
      if (name.length === to - from && isSame(name, source, from)) return name;
      slot = (slot + 1) & this.mask;
    }
    return undefined;
  }

  /** The name that stands there in lower case, known or not. */
  name(source: string, from: number, to: number): string {
    return this.known(source, from, to) ?? source.slice(from, to).toLowerCase();
  }
}

const lower = (c: number) => (c >= 65 && c <= 90 ? c | 32 : c);

function hash(source: string, from: number, to: number): number {
  let key = to - from;
  for (let i = from; i < to; i++) key = (Math.imul(key, 31) + lower(source.charCodeAt(i))) | 0;
  return key ^ (key >>> 15);
}

function isSame(name: string, source: string, from: number): boolean {
  for (let i = 0; i < name.length; i++) if (lower(source.charCodeAt(from + i)) !== name.charCodeAt(i)) return false;
  return true;
}
