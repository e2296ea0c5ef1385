/** The three kinds of step. With a relation they are numbered: 0, then 1 + relation for LEFT, then 1 + count + relation for RIGHT. */
export const SHIFT = 0;

/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez & Satta, 2011) over one sentence of `length` words.
 * SHIFT moves the next word onto the stack; LEFT hangs the top of the stack on the next word; RIGHT hangs it on the word
 * below it on the stack. The root lies at the bottom of the stack and takes its one word when no word is left.
 * Nodes: 0…length-1 are the words, {@link root} and {@link none} follow, so that features may look at any of them.
 */
export class ArcHybrid {
  length = 0;
  /** The node number of the root. */
  root = 0;
  /** The node that stands for "there is no such word". */
  none = 1;
  /** The next word that was not yet shifted. */
  next = 0;
  depth = 0;
  stack: Int32Array;
  head: Int32Array;
  relation: Uint8Array;
  /** Outermost and second outermost children on each side, `none` where there are none. */
  left1: Int32Array;
  left2: Int32Array;
  right1: Int32Array;
  right2: Int32Array;
  leftCount: Uint8Array;
  rightCount: Uint8Array;
  /** A number for the set of relations to the children on each side. */
  leftSet: Int32Array;
  rightSet: Int32Array;
  private readonly relationCount: number;

  constructor(relationCount: number, capacity = 256) {
    this.relationCount = relationCount;
    const nodes = capacity + 2;
    this.stack = new Int32Array(nodes);
    this.head = new Int32Array(nodes);
    this.relation = new Uint8Array(nodes);
    this.left1 = new Int32Array(nodes);
    this.left2 = new Int32Array(nodes);
    this.right1 = new Int32Array(nodes);
    this.right2 = new Int32Array(nodes);
    this.leftCount = new Uint8Array(nodes);
    this.rightCount = new Uint8Array(nodes);
    this.leftSet = new Int32Array(nodes);
    this.rightSet = new Int32Array(nodes);
  }

  get capacity(): number {
    return this.stack.length - 2;
  }

  /** Back to the start, with the root on the stack. The sentence must fit the capacity. */
  begin(length: number): void {
    const nodes = length + 2;
    this.length = length;
    this.root = length;
    this.none = length + 1;
    this.next = 0;
    this.depth = 1;
    this.stack[0] = this.root;
    this.head.fill(-1, 0, nodes);
    this.relation.fill(0, 0, nodes);
    this.left1.fill(this.none, 0, nodes);
    this.left2.fill(this.none, 0, nodes);
    this.right1.fill(this.none, 0, nodes);
    this.right2.fill(this.none, 0, nodes);
    this.leftCount.fill(0, 0, nodes);
    this.rightCount.fill(0, 0, nodes);
    this.leftSet.fill(0, 0, nodes);
    this.rightSet.fill(0, 0, nodes);
  }

  get isDone(): boolean {
    return this.next === this.length && this.depth === 1;
  }

  get mayShift(): boolean {
    return this.next < this.length;
  }

  get mayLeft(): boolean {
    return this.depth > 1 && this.next < this.length;
  }

  /** The root takes a word only when all words have been read: one root for each sentence. */
  get mayRight(): boolean {
    return this.depth > 2 || (this.depth === 2 && this.next === this.length);
  }

  /** Stack from the top: 0 is the topmost. */
  stackAt(place: number): number {
    return place < this.depth ? this.stack[this.depth - 1 - place]! : this.none;
  }

  bufferAt(place: number): number {
    return this.next + place < this.length ? this.next + place : this.none;
  }

  apply(action: number): void {
    if (action === SHIFT) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const child = this.stack[--this.depth]!;
    if (action <= this.relationCount) this.attachLeft(this.next, child, action - 1);
    else this.attachRight(this.stack[this.depth - 1]!, child, action - 1 - this.relationCount);
  }

  private attachLeft(head: number, child: number, relation: number): void {
    this.head[child] = head;
    this.relation[child] = relation;
    this.left2[head] = this.left1[head]!;
    this.left1[head] = child;
    this.leftCount[head]!++;
    this.leftSet[head]! += Math.imul(relation + 1, 0x9e3779b1);
  }

  private attachRight(head: number, child: number, relation: number): void {
    this.head[child] = head === this.root ? -1 : head;
    this.relation[child] = relation;
    this.right2[head] = this.right1[head]!;
    this.right1[head] = child;
    this.rightCount[head]!++;
    this.rightSet[head]! += Math.imul(relation + 1, 0x9e3779b1);
  }
}
