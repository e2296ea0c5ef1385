import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stylesheet } from './stylesheet.ts';

type Palette = ReadonlyMap<string, string>;

const colours = (css: string): Palette =>
  new Map([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/gi)].map((match) => [match[1]!, match[2]!]));

const [first, dark] = stylesheet.split(/@media \(prefers-color-scheme: dark\)/);
const light = colours(first!);
const night = colours(dark!.slice(0, dark!.indexOf('}')));

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g)!;
  const [r, g, b] = digits.map((pair) => {
    const c = Number.parseInt(pair, 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** Text on the ground it stands on; 4.5 is AA for text of any size, 3 for lines that carry meaning. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ['ink', 'paper', 7],
  ['ink', 'shade', 7],
  ['ink', 'mark', 7],
  ['ink', 'mark-inner', 7],
  ['soft', 'paper', 4.5],
  ['soft', 'shade', 4.5],
  ['rubric', 'paper', 4.5],
  ['rubric', 'mark', 4.5],
  ['rubric', 'mark-inner', 4.5],
  ['on-rubric', 'rubric', 4.5],
  ['paper', 'ink', 7],
  ['edge', 'paper', 3],
  ['edge', 'shade', 3],
];

for (const [name, palette] of [
  ['light', light],
  ['dark', night],
] as const)
  test(`every text can be read in the ${name}`, () => {
    for (const [text, ground, least] of PAIRS) {
      const ratio = contrast(palette.get(text)!, palette.get(ground)!);
      assert.ok(ratio >= least, `${text} on ${ground}: ${ratio.toFixed(2)} < ${least}`);
    }
  });

test('light and dark name the same colours, and no rule names one of its own', () => {
  assert.deepEqual([...night.keys()], [...light.keys()]);
  const rules = stylesheet.slice(0, stylesheet.indexOf('@media print')).replace(/--[\w-]+:[^;]+;/g, '');
  assert.doesNotMatch(rules, /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i);
});

test('the stylesheet asks nobody else for anything', () => {
  assert.doesNotMatch(stylesheet, /url\(|@import|@font-face/);
});
