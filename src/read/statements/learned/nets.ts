import type { Sections } from '../../../language/model-file.ts';
import { Floor, type Kernel, newKernel } from '../../../language/net/kernel.ts';
import { keepMatrix, keepMatrix7, type Matrix } from '../../../language/net/matrix.ts';
import { LAYER_UNIT, Stack } from '../../../language/net/stack.ts';
import { CUE_INPUT_WIDTH, cueInputs, stretchesOf } from './cue-inputs.ts';
import { ROLE_COUNT } from './decode.ts';
import { ROLE_INPUT_WIDTH, roleInputs } from './role-inputs.ts';
import type { Setting } from './setting.ts';
import type { View } from './view.ts';

/** How many whole numbers make one in what the nets are given. */
const INPUT_UNIT = 4096;

type NetShape = { readonly table: number; readonly hidden: number; readonly layers: number };
export type NetShapes = { readonly state: number; readonly cues: NetShape; readonly roles: NetShape };

/**
 * The two nets over the words of a passage: which word heads a cue, and what each word around a cue is to it. Both walk with
 * simple recurrent units over the language core's states and over learned vectors of what rules, lexicon, quotation marks and
 * the tree say of a word. Whole numbers and float32: the same answer on every machine.
 */
export class StatementNets {
  private readonly kernel: Kernel;
  private readonly floor: Floor;
  private readonly shapes: NetShapes;
  private readonly cues: { readonly stack: Stack; readonly tables: Table; readonly out: Matrix };
  private readonly roles: {
    readonly stack: Stack;
    readonly tables: Table;
    readonly word: Matrix;
    readonly cue: Matrix;
    readonly out: Matrix;
  };
  private readonly nothing: number;
  private room = { words: 0, rows: 0, input: 0, states: 0, each: 0, every: 0 };
  /** The window whose words are turned already. */
  private turned: { readonly view: View; readonly first: number; readonly last: number } | undefined;

  constructor(shapes: NetShapes, sections: Sections) {
    const { state, cues, roles } = shapes;
    this.shapes = shapes;
    this.kernel = newKernel();
    this.floor = new Floor(this.kernel.memory);
    const { kernel, floor } = this;
    const matrix = (name: string, rows: number, unit: number) => keepMatrix(floor, sections, name, rows, unit);
    const table = (name: string): Table => ({
      at: floor.keep(sections[name] as Int8Array),
      step: (sections[`${name}.step`] as Float32Array)[0]!,
    });
    const stack = (name: string, input: number, { hidden, layers }: NetShape) =>
      new Stack(kernel, floor, sections, name, { input, unit: INPUT_UNIT, hidden, layers });
    this.cues = {
      stack: stack('cues', state + cues.table, cues),
      tables: table('cues.tables'),
      out: keepMatrix7(floor, sections, 'cues.out', 2 * cues.hidden),
    };
    this.roles = {
      stack: stack('roles', roles.table, roles),
      tables: table('roles.tables'),
      word: matrix('roles.word', state, LAYER_UNIT),
      cue: matrix('roles.cue', state, LAYER_UNIT),
      out: keepMatrix7(floor, sections, 'roles.out', 2 * roles.hidden),
    };
    this.nothing = floor.take(4 * Math.max(cues.table, roles.table) + 64);
  }

  /** For every word the log odds that it heads a cue. */
  cueScores(view: View): Float32Array {
    const scores = new Float32Array(view.passage.count);
    for (const [first, end] of stretchesOf(view)) this.scoreStretch(view, first, end, scores);
    return scores;
  }

  private scoreStretch(view: View, first: number, end: number, scores: Float32Array): void {
    const count = end - first;
    const { kernel, shapes, cues } = this;
    this.makeRoom(count);
    const { room } = this;
    const scratch = cues.stack.scratch(count);
    const width = shapes.state + shapes.cues.table;
    cueInputs(view, first, end, new Int32Array(kernel.memory.buffer, room.rows, count * CUE_INPUT_WIDTH));
    const input = new Int16Array(kernel.memory.buffer, room.input, count * width);
    const { of, width: state } = view.states;
    for (let i = 0; i < count; i++)
      for (let k = 0, from = (first + i) * state, to = i * width; k < state; k++) input[to + k] = of[from + k]! >> 2;
    this.gather(
      cues.tables,
      CUE_INPUT_WIDTH,
      count,
      shapes.cues.table,
      this.nothing,
      0,
      this.nothing,
      room.input + state * 2,
      width * 2,
    );
    const { seven } = cues.stack.run(room.input, count, [{ from: 0, length: count }]);
    this.multiply7(seven, cues.out, scratch, count);
    const out = new Float32Array(kernel.memory.buffer, scratch, count * cues.out.columns);
    for (let i = 0; i < count; i++) scores[first + i] = out[i * cues.out.columns]!;
  }

  /** For every word of the cue's window four scores, one for each role. */
  roleScores(view: View, cue: number): { readonly setting: Setting; readonly scores: Float32Array } {
    const { kernel, shapes, roles } = this;
    this.makeRoom(LONGEST_WINDOW);
    const { room } = this;
    const scratch = roles.stack.scratch(LONGEST_WINDOW);
    const setting = roleInputs(
      view,
      cue,
      new Int32Array(kernel.memory.buffer, room.rows, LONGEST_WINDOW * ROLE_INPUT_WIDTH),
    );
    const { first, last } = setting;
    const count = last - first + 1;
    const { of, width: state } = view.states;
    const memory = new Int16Array(kernel.memory.buffer, room.states, 4 * state);
    memory.set(of.subarray(cue * state, (cue + 1) * state));
    this.multiply(room.states, state, roles.cue, room.every, 1);
    this.turn(view, first, last);
    const size = shapes.roles.table;
    this.gather(
      roles.tables,
      ROLE_INPUT_WIDTH,
      count,
      size,
      room.each,
      roles.word.columns * 4,
      room.every,
      room.input,
      size * 2,
    );
    const { seven } = roles.stack.run(room.input, count, [{ from: 0, length: count }]);
    this.multiply7(seven, roles.out, scratch, count);
    const out = new Float32Array(kernel.memory.buffer, scratch, count * roles.out.columns);
    const scores = new Float32Array(count * ROLE_COUNT);
    for (let i = 0; i < count; i++)
      for (let r = 0; r < ROLE_COUNT; r++) scores[i * ROLE_COUNT + r] = out[i * roles.out.columns + r]!;
    return { setting, scores };
  }

  /** The part of the input that is the same for all cues of a paragraph. */
  private turn(view: View, first: number, last: number): void {
    const { turned, kernel, roles, room } = this;
    if (turned && turned.view === view && turned.first === first && turned.last === last) return;
    const { of, width } = view.states;
    const count = last - first + 1;
    new Int16Array(kernel.memory.buffer, room.states, count * width).set(
      of.subarray(first * width, (last + 1) * width),
    );
    this.multiply(room.states, width, roles.word, room.each, count);
    this.turned = { view, first, last };
  }

  private gather(
    tables: Table,
    width: number,
    words: number,
    size: number,
    each: number,
    eachStep: number,
    every: number,
    out: number,
    outStep: number,
  ): void {
    const { kernel, room } = this;
    kernel.gather(
      room.rows,
      width,
      words,
      tables.at,
      size,
      tables.step,
      each,
      eachStep,
      every,
      INPUT_UNIT,
      out,
      outStep,
    );
  }

  private multiply7(x: number, by: Matrix, out: number, rows: number): void {
    this.kernel.product7(x, by.rows, by.w, by.scale, by.bias, out, (rows + 3) & ~3, by.rows, by.columns);
  }

  private multiply(x: number, width: number, by: Matrix, out: number, rows: number): void {
    this.kernel.product(x, width * 2, by.w, by.scale, by.bias, out, (rows + 3) & ~3, by.rows, by.columns);
  }

  private makeRoom(count: number): void {
    if (count <= this.room.words) return;
    const words = (Math.max(count, LONGEST_WINDOW) + 3) & ~3;
    const { state, cues, roles } = this.shapes;
    this.turned = undefined;
    this.room = {
      words,
      rows: this.floor.take(words * 4 * Math.max(CUE_INPUT_WIDTH, ROLE_INPUT_WIDTH)),
      input: this.floor.take(words * 2 * Math.max(state + cues.table, roles.table)),
      states: this.floor.take(words * 2 * state),
      each: this.floor.take(words * 4 * roles.table),
      every: this.floor.take(4 * 4 * roles.table),
    };
  }
}

/** Two times 90 words and the cue itself, and room to round up. */
const LONGEST_WINDOW = 184;

type Table = { readonly at: number; readonly step: number };
