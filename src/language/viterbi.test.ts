import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FOLLOWS, mayEnd, NAME_LABEL_COUNT, nameLabel } from './name-labels.ts';
import { bestPath } from './viterbi.ts';

const [PER, LOC] = [0, 2];
const path = (scores: readonly Readonly<Record<number, number>>[]): number[] => {
  const emission = new Int32Array(scores.length * NAME_LABEL_COUNT).fill(-10);
  scores.forEach((row, i) => {
    for (const [label, score] of Object.entries(row)) emission[i * NAME_LABEL_COUNT + Number(label)] = score;
  });
  const found = new Uint8Array(scores.length);
  const transition = new Int32Array(NAME_LABEL_COUNT * NAME_LABEL_COUNT);
  bestPath(
    scores.length,
    NAME_LABEL_COUNT,
    emission,
    transition,
    FOLLOWS,
    mayEnd,
    new Uint8Array(emission.length),
    found,
  );
  return [...found];
};

test('a name that was begun as a person does not end as a place, though the last word alone looks like one', () => {
  const begin = nameLabel(PER, 0);
  assert.deepEqual(path([{ [begin]: 9 }, { [nameLabel(LOC, 2)]: 5, [nameLabel(PER, 2)]: 4 }]), [
    begin,
    nameLabel(PER, 2),
  ]);
});

test('no name is left open at the end of a sentence', () => {
  assert.deepEqual(path([{ 0: 1 }, { [nameLabel(PER, 0)]: 9, [nameLabel(PER, 3)]: 3 }]), [0, nameLabel(PER, 3)]);
});

test('no name goes on that was never begun', () => {
  assert.deepEqual(path([{ [nameLabel(PER, 1)]: 9, 0: 1 }]), [0]);
});
