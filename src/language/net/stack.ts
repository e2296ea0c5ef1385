import type { Sections } from '../model-file.ts';
import type { Floor, Kernel } from './kernel.ts';
import { keepMatrix, type Matrix } from './matrix.ts';

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
  private room = { words: 0, even: 0, odd: 0, gates: 0 };

  constructor(kernel: Kernel, floor: Floor, sections: Sections, name: string, shape: StackShape) {
    this.kernel = kernel;
    this.floor = floor;
    this.shape = shape;
    this.width = 2 * shape.hidden;
    this.layers = Array.from({ length: shape.layers }, (_, l) => ({
      ...keepMatrix(
        floor,
        sections,
        `${name}${l}`,
        l === 0 ? shape.input : this.width,
        l === 0 ? shape.unit : LAYER_UNIT,
      ),
      peep: floor.keep(sections[`${name}${l}.peep`] as Float32Array),
    }));
  }

  /** Address of room for `count` words of all gates, free for other use between two runs. */
  scratch(count: number): number {
    this.makeRoom(count);
    return this.room.gates;
  }

  /** Runs all layers over `count` words from `input` on; answers the address of what comes out, rows of {@link width} int16. */
  run(input: number, count: number, stretches: readonly Stretch[]): number {
    this.makeRoom(count);
    const { hidden } = this.shape;
    const { room, kernel } = this;
    const whole = (count + 3) & ~3;
    const step = this.width * 2;
    const gateStep = 6 * hidden * 4;
    let from = input;
    this.layers.forEach((layer, l) => {
      const out = l % 2 === 0 ? room.even : room.odd;
      kernel.product(
        from,
        layer.rows * 2,
        layer.w,
        layer.scale,
        layer.bias,
        room.gates,
        whole,
        layer.rows,
        layer.columns,
      );
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
      from = out;
    });
    return from;
  }

  private makeRoom(count: number): void {
    if (count <= this.room.words) return;
    const words = (count + 3) & ~3;
    this.room = {
      words,
      even: this.floor.take(words * this.width * 2),
      odd: this.floor.take(words * this.width * 2),
      gates: this.floor.take(words * 6 * this.shape.hidden * 4),
    };
  }
}
