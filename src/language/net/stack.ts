import type { Sections } from '../model-file.ts';
import type { Floor, Kernel } from './kernel.ts';
import { keepMatrix, keepMatrix7, type Matrix } from './matrix.ts';

/** What a layer gives is in whole numbers of 1/16384. */
export const LAYER_UNIT = 16384;

/** How a stack of layers is built. */
export type StackShape = {
  /** Numbers a word comes in with, and how many whole numbers make one of them. */
  readonly input: number;
  readonly unit: number;
  /** Cells in each direction. */
  readonly hidden: number;
  readonly layers: number;
};

/** Words that are read together, without regard to what stands around them. */
export type Stretch = { readonly from: number; readonly length: number };

/**
 * Layers of simple recurrent units in both directions (Lei et al., 2018): in each layer one matrix product over all words, then
 * a walk along each stretch forwards and backwards. From the second layer on a gate lets through what came in.
 */
export class Stack {
  /** Numbers in what comes out for each word. */
  readonly width: number;
  private readonly kernel: Kernel;
  private readonly shape: StackShape;
  private readonly layers: readonly (Matrix & { readonly peep: number })[];
  private readonly floor: Floor;
  private room = { words: 0, even: 0, odd: 0, gates: 0, seven: 0 };

  constructor(kernel: Kernel, floor: Floor, sections: Sections, name: string, shape: StackShape) {
    this.kernel = kernel;
    this.floor = floor;
    this.shape = shape;
    this.width = 2 * shape.hidden;
    this.layers = Array.from({ length: shape.layers }, (_, l) => ({
      ...(l === 0
        ? keepMatrix(floor, sections, `${name}${l}`, shape.input, shape.unit)
        : keepMatrix7(floor, sections, `${name}${l}`, this.width)),
      peep: floor.keep(sections[`${name}${l}.peep`] as Float32Array),
    }));
  }

  /** Address of room for `count` words of all gates, free for other use between two runs. */
  scratch(count: number): number {
    this.makeRoom(count);
    return this.room.gates;
  }

  /**
   * Runs all layers over `count` words from `input` on. Answers two addresses of what comes out, rows of {@link width}: in int16 of
   * 1/16384, and in the seven bits that `product7` multiplies.
   */
  run(
    input: number,
    count: number,
    stretches: readonly Stretch[],
  ): { readonly states: number; readonly seven: number } {
    this.makeRoom(count);
    const { hidden } = this.shape;
    const { room, kernel } = this;
    const whole = (count + 3) & ~3;
    const step = this.width * 2;
    const gateStep = 6 * hidden * 4;
    let from = input;
    this.layers.forEach((layer, l) => {
      const out = l % 2 === 0 ? room.even : room.odd;
      const { w, scale, bias, rows, columns } = layer;
      if (l === 0) kernel.product(from, rows * 2, w, scale, bias, room.gates, whole, rows, columns);
      else kernel.product7(room.seven, rows, w, scale, bias, room.gates, whole, rows, columns);
      for (const { from: first, length } of stretches) {
        const last = first + length - 1;
        const skip = (at: number) => (l === 0 ? 0 : from + at);
        kernel.recur(
          room.gates + first * gateStep,
          gateStep,
          layer.peep,
          skip(first * step),
          out + first * step,
          step,
          length,
          hidden,
        );
        kernel.recur(
          room.gates + last * gateStep + 3 * hidden * 4,
          -gateStep,
          layer.peep + 2 * hidden * 4,
          skip(last * step + hidden * 2),
          out + last * step + hidden * 2,
          -step,
          length,
          hidden,
        );
      }
      kernel.seven(out, room.seven, count * this.width);
      from = out;
    });
    return { states: from, seven: room.seven };
  }

  private makeRoom(count: number): void {
    if (count <= this.room.words) return;
    const words = (count + 3) & ~3;
    this.room = {
      words,
      even: this.floor.take(words * this.width * 2),
      odd: this.floor.take(words * this.width * 2),
      gates: this.floor.take(words * 6 * this.shape.hidden * 4),
      seven: this.floor.take(words * this.width),
    };
  }
}
