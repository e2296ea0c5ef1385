import type { PageText } from './page-text.ts';

export const REPEAT_FEATURES = [
  'repeatCount',
  'repeatLevel',
  'repeatChars',
  'repeatMean',
  'repeatLinks',
  'linkShareUp',
  'mediaBefore',
  'mediaInside',
  'mediaParent',
  'timesAround',
  'controlsAround',
  'nodesBefore',
] as const;

const MEDIA = new Set(['img', 'picture', 'video', 'iframe', 'figure', 'svg', 'amp-img', 'audio', 'canvas']);
const CONTROLS = new Set(['button', 'input', 'select', 'textarea']);

/** How often elements repeat beside each other, and how many pictures, times and controls stand up to each element. */
export type Repetition = {
  readonly groups: ReadonlyMap<number, { count: number; chars: number; linkChars: number }>;
  readonly key: (node: number) => number;
  readonly media: Int32Array;
  readonly times: Int32Array;
  readonly controls: Int32Array;
};

type Sums = { readonly chars: Float64Array; readonly linkChars: Float64Array };

export function repetitionOf(text: PageText, sums: Sums): Repetition {
  const { page } = text;
  const size = page.tag.length;
  const media = new Int32Array(size + 1);
  const times = new Int32Array(size + 1);
  const controls = new Int32Array(size + 1);
  for (let i = 0; i < size; i++) {
    const tag = page.tag[i]!;
    const isText = tag === '#text';
    media[i + 1] = media[i]! + (!isText && MEDIA.has(tag) ? 1 : 0);
    times[i + 1] = times[i]! + (tag === 'time' ? 1 : 0);
    controls[i + 1] = controls[i]! + (!isText && CONTROLS.has(tag) ? 1 : 0);
  }
  const keys = new Map<number, number>();
  const groups = new Map<number, { count: number; chars: number; linkChars: number }>();
  const key = (node: number) => keys.get(node) ?? 0;
  for (const { node } of text.blocks)
    for (let i = page.parent[node]!; i > 0 && !keys.has(i); i = page.parent[i]!) {
      const own = (Math.imul(text.looks[i]!, 31) + page.parent[i]!) | 0;
      keys.set(i, own);
      const group = groups.get(own);
      if (group) {
        group.count++;
        group.chars += sums.chars[i]!;
        group.linkChars += sums.linkChars[i]!;
      } else groups.set(own, { count: 1, chars: sums.chars[i]!, linkChars: sums.linkChars[i]! });
    }
  return { groups, key, media, times, controls };
}

/** Whether a block stands in one of many boxes of a kind (teasers, comments, cards), and what is around it besides text. */
export function writeRepeatFeatures(
  rows: Float32Array,
  at: number,
  text: PageText,
  index: number,
  repetition: Repetition,
  sums: Sums,
): number {
  const { page, blocks } = text;
  const { node } = blocks[index]!;
  const before = index > 0 ? blocks[index - 1]!.node : 0;
  let count = 1;
  let repeatLevel = 0;
  let box = node;
  let linkShare = 0;
  const half = sums.chars[0]! * 0.5;
  for (let i = page.parent[node]!, level = 1; i > 0 && level <= 8; i = page.parent[i]!, level++) {
    const group = repetition.groups.get(repetition.key(i));
    if (group && group.count > count) {
      count = group.count;
      repeatLevel = level;
      box = i;
    }
    if (sums.chars[i]! < half) linkShare = Math.max(linkShare, sums.linkChars[i]! / (sums.chars[i]! || 1));
  }
  const group = repetition.groups.get(repetition.key(box));
  rows[at++] = Math.min(count, 100);
  rows[at++] = repeatLevel;
  rows[at++] = repeatLevel ? Math.log1p(sums.chars[box]!) : 0;
  rows[at++] = repeatLevel && group ? Math.log1p(group.chars / group.count) : 0;
  rows[at++] = repeatLevel && group ? group.linkChars / (group.chars || 1) : 0;
  rows[at++] = linkShare;
  const { media, times, controls } = repetition;
  const parent = Math.max(0, page.parent[node]!);
  const grand = Math.max(0, page.parent[parent]!);
  const inside = (sum: Int32Array, element: number) => Math.min(50, sum[page.end[element]!]! - sum[element]!);
  rows[at++] = node > before ? Math.min(20, media[node]! - media[before]!) : 0;
  rows[at++] = inside(media, node);
  rows[at++] = inside(media, parent);
  rows[at++] = inside(times, grand);
  rows[at++] = inside(controls, grand);
  rows[at++] = Math.log1p(Math.max(0, node - before));
  return at;
}
