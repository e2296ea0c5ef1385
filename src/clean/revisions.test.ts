import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareRevisions } from './revisions.ts';

const BEFORE = 'Ten sailors were missing on Monday.\n\nThe harbour is closed.\n\nThe owner declined to comment.';
const AFTER =
  'Twelve sailors were missing on Monday.\n\nThe harbour is closed.\n\nDivers found the wreck.\n\nThe owner declined to comment.';

test('a changed figure is one reworded paragraph, a new paragraph is added', () => {
  const { changed, paragraphs } = compareRevisions(BEFORE, AFTER);
  assert.equal(changed, true);
  assert.deepEqual(
    paragraphs.map((row) => row.kind),
    ['reworded', 'same', 'added', 'same'],
  );
  assert.deepEqual(paragraphs[0]?.words, [
    { kind: 'removed', text: 'Ten ' },
    { kind: 'added', text: 'Twelve ' },
    { kind: 'same', text: 'sailors were missing on Monday.' },
  ]);
});

test('white space alone is no revision', () => {
  assert.equal(compareRevisions(BEFORE, BEFORE.replaceAll(' ', '  ').replaceAll('\n\n', '\n \n\n')).changed, false);
});
