import type { Sections } from '../model-file.ts';
import type { WordClasses } from '../word-classes.ts';
import type { Words } from '../words.ts';
import { bestTree } from './best-tree.ts';
import { INPUT_WIDTH, inputsOf } from './inputs.ts';
import { Floor, type Kernel, newKernel } from './kernel.ts';
import { keepMatrix, keepMatrix7, type Matrix } from './matrix.ts';
import { Stack, type Stretch } from './stack.ts';

/** Words that go through the net together: long enough to reuse its weights, short enough to stay in the cache. */
const BATCH_WORDS = 320;
/** How many whole numbers make one: in what comes in, in the ends of arcs, in dependents turned towards their heads. */
const INPUT_UNIT = 2048;
const END_UNIT = 256;
const TURNED_UNIT = 64;

/** The sizes and labels of a net, as its file gives them. */
export type NetFacts = {
  readonly vector: number;
  readonly form: number;
  readonly hidden: number;
  readonly layers: number;
  readonly arc: number;
  readonly relation: number;
  /** Pairs of coarse and fine tag. */
  readonly pairs: readonly string[];
  readonly relations: readonly string[];
};

/** What the net writes for every word of a text, by the word's place; heads are places too, -1 for the head of a sentence. */
export type NetOutput = {
  readonly pair: Uint8Array;
  /** Without them no trees are made. */
  readonly trees?: { readonly head: Int32Array; readonly relation: Uint8Array };
  /** What the last layer knows of each word, {@link Net.width} whole numbers of 1/16384; left out where nobody asks. */
  readonly state?: Int16Array;
};

/**
 * Tags and parses sentences in one go: vectors of words and of their forms, layers of simple recurrent units in both
 * directions, a score for each tag, a biaffine score for each pair of head and dependent (Dozat & Manning, 2017), the best
 * tree. Whole numbers and float32 throughout, so that every machine gives the same answer. Time grows with the number of words,
 * and in one cheap step with the square of a sentence's length.
 */
export class Net {
  /** Numbers in a word's state. */
  readonly width: number;
  private readonly kernel: Kernel;
  private readonly facts: NetFacts;
  private readonly floor: Floor;
  private readonly stack: Stack;
  private readonly vectors: { readonly at: number; readonly step: number };
  private readonly forms: { readonly at: number; readonly step: number };
  private readonly tag: Matrix;
  private readonly ends: Matrix;
  private readonly arc: Matrix;
  private readonly root: number;
  private readonly relation: Matrix;
  private readonly rootRelation: number;
  private room: Room;

  constructor(facts: NetFacts, sections: Sections) {
    this.kernel = newKernel();
    this.facts = facts;
    this.floor = new Floor(this.kernel.memory);
    const { floor } = this;
    const numbers = (name: string) => sections[name] as Float32Array;
    const table = (name: string) => ({
      at: floor.keep(sections[name] as Int8Array),
      step: numbers(`${name}.step`)[0]!,
    });
    this.vectors = table('vectors');
    this.forms = table('forms');
    this.stack = new Stack(this.kernel, floor, sections, 'layer', {
      input: facts.vector + facts.form,
      unit: INPUT_UNIT,
      hidden: facts.hidden,
      layers: facts.layers,
    });
    this.width = this.stack.width;
    this.tag = keepMatrix7(floor, sections, 'tag', this.width);
    this.ends = keepMatrix7(floor, sections, 'ends', this.width);
    this.arc = keepMatrix(floor, sections, 'arc', facts.arc, END_UNIT);
    this.root = floor.keep(Int16Array.from(numbers('root'), (value) => Math.round(value * END_UNIT)));
    this.relation = keepMatrix(floor, sections, 'relation', facts.relation, END_UNIT);
    this.rootRelation = facts.relations.indexOf('root');
    this.room = new Room(floor, facts, BATCH_WORDS, 64);
  }

  /** Reads sentences given by their first words (`sentenceFirst[s]` up to `sentenceFirst[s + 1]`), except those marked in `skip`. */
  read(
    words: Words,
    classes: WordClasses,
    sentenceFirst: Int32Array,
    sentenceCount: number,
    skip: Uint8Array,
    out: NetOutput,
  ): void {
    for (let s = 0; s < sentenceCount; ) {
      if (skip[s]) {
        s++;
        continue;
      }
      const first = sentenceFirst[s]!;
      const stretches: Stretch[] = [];
      let end = first;
      for (; s < sentenceCount && !skip[s]; s++) {
        const stop = sentenceFirst[s + 1]!;
        if (end > first && stop - first > BATCH_WORDS) break;
        stretches.push({ from: end - first, length: stop - end });
        end = stop;
      }
      this.batch(words, classes, first, end, stretches, out);
    }
  }

  private batch(
    words: Words,
    classes: WordClasses,
    first: number,
    end: number,
    stretches: readonly Stretch[],
    out: NetOutput,
  ): void {
    const count = end - first;
    const { kernel, facts, vectors, forms } = this;
    const longest = stretches.reduce((most, { length }) => Math.max(most, length), 0);
    if (count > this.room.words || longest > this.room.longest)
      this.room = new Room(this.floor, facts, Math.max(count, this.room.words), Math.max(longest, this.room.longest));
    const { at } = this.room;
    const scores = this.stack.scratch(count);
    const { memory } = kernel;
    inputsOf(words, classes, first, end, new Int32Array(memory.buffer, at.rows, count * INPUT_WIDTH));
    kernel.embed(
      at.rows,
      INPUT_WIDTH,
      count,
      vectors.at,
      facts.vector,
      vectors.step * INPUT_UNIT,
      forms.at,
      facts.form,
      forms.step * INPUT_UNIT,
      at.input,
    );
    const { states, seven } = this.stack.run(at.input, count, stretches);
    out.state?.set(new Int16Array(memory.buffer, states, count * this.width), first * this.width);
    const whole = (count + 3) & ~3;
    this.multiply7(seven, this.tag, scores, whole);
    bestColumns(new Float32Array(memory.buffer, scores), this.tag.columns, facts.pairs.length, count, out.pair, first);
    if (out.trees) this.trees(seven, scores, count, first, stretches, out.trees.head, out.trees.relation);
  }

  private trees(
    seven: number,
    scores: number,
    count: number,
    first: number,
    stretches: readonly Stretch[],
    head: Int32Array,
    relation: Uint8Array,
  ): void {
    const { kernel, facts, arc, ends } = this;
    const { at } = this.room;
    const { memory } = kernel;
    const whole = (count + 3) & ~3;
    this.multiply7(seven, ends, scores, whole);
    kernel.rectify(scores, END_UNIT, at.ends, whole * ends.columns);
    this.multiply(at.ends, ends.columns, arc, scores, whole);
    kernel.round(scores, TURNED_UNIT, at.turned, whole * facts.arc);
    const step = facts.arc * 2;
    for (const { from, length } of stretches) {
      const turned = at.turned + from * step;
      const heads = at.ends + (from * ends.columns + facts.arc) * 2;
      kernel.pairs(turned, step, this.root, step, at.roots, length, 1, facts.arc);
      kernel.pairs(turned, step, heads, ends.columns * 2, at.arcs, length, length, facts.arc);
      const found = head.subarray(first + from, first + from + length);
      bestTree(
        new Int32Array(memory.buffer, at.arcs, length * length),
        new Int32Array(memory.buffer, at.roots, length),
        length,
        found,
      );
      for (let i = 0; i < length; i++) if (found[i]! >= 0) found[i]! += first + from;
    }
    this.join(count, first, head);
    this.multiply(at.joint, facts.relation, this.relation, scores, whole);
    const columns = this.relation.columns;
    bestColumns(new Float32Array(memory.buffer, scores), columns, facts.relations.length, count, relation, first);
    for (let i = first; i < first + count; i++) if (head[i]! < 0) relation[i] = this.rootRelation;
  }

  /** For each arc what its two ends say of the relation, put together. */
  private join(count: number, first: number, head: Int32Array): void {
    const { facts, ends, kernel } = this;
    const { at } = this.room;
    const width = facts.relation;
    const all = new Int16Array(kernel.memory.buffer, at.ends, count * ends.columns);
    const joint = new Int16Array(kernel.memory.buffer, at.joint, count * width);
    for (let i = 0; i < count; i++) {
      const own = i * ends.columns + 2 * facts.arc;
      const above = (head[first + i]! - first) * ends.columns + 2 * facts.arc + width;
      const hasHead = head[first + i]! >= 0;
      for (let k = 0; k < width; k++) {
        const sum = all[own + k]! + (hasHead ? all[above + k]! : 0) - END_UNIT / 2;
        joint[i * width + k] = sum > 0 ? sum : 0;
      }
    }
  }

  private multiply7(x: number, by: Matrix, out: number, rows: number): void {
    this.kernel.product7(x, by.rows, by.w, by.scale, by.bias, out, rows, by.rows, by.columns);
  }

  private multiply(x: number, width: number, by: Matrix, out: number, rows: number): void {
    this.kernel.product(x, width * 2, by.w, by.scale, by.bias, out, rows, by.rows, by.columns);
  }
}

/** The best of the first `used` columns of each row. */
function bestColumns(
  scores: Float32Array,
  columns: number,
  used: number,
  rows: number,
  best: Uint8Array,
  first: number,
): void {
  for (let i = 0, at = 0; i < rows; i++, at += columns) {
    let highest = scores[at]!;
    let place = 0;
    for (let c = 1; c < used; c++)
      if (scores[at + c]! > highest) {
        highest = scores[at + c]!;
        place = c;
      }
    best[first + i] = place;
  }
}

/** The part of the kernel's memory in which a batch is worked on. */
class Room {
  readonly words: number;
  readonly longest: number;
  readonly at: Readonly<Record<'rows' | 'input' | 'ends' | 'turned' | 'joint' | 'arcs' | 'roots', number>>;

  constructor(floor: Floor, facts: NetFacts, words: number, longest: number) {
    this.words = words;
    this.longest = longest;
    const whole = (words + 3) & ~3;
    this.at = {
      rows: floor.take(words * INPUT_WIDTH * 4),
      input: floor.take(whole * (facts.vector + facts.form) * 2),
      ends: floor.take(whole * 2 * (facts.arc + facts.relation) * 2),
      turned: floor.take(whole * facts.arc * 2),
      joint: floor.take(whole * facts.relation * 2),
      arcs: floor.take(longest * longest * 4),
      roots: floor.take(longest * 4),
    };
  }
}
