import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareStatements } from './relate.ts';

const relation = (a: string, b: string) => compareStatements(a, b).relation;

test('the same fact in other words agrees', () => {
  assert.equal(relation('The ferry Anneke sank off Harrow Sound', 'Ferry Anneke sinks in Harrow Sound'), 'agrees');
});

test('a denial disputes what is asserted, and two denials agree', () => {
  assert.equal(relation('The bow door of the Anneke was open', 'The bow door of the Anneke was not open'), 'disputes');
  assert.equal(relation('Torvik Line has sold the Anneke', 'Torvik Line denies having sold the Anneke'), 'disputes');
  assert.equal(relation('The bow door of the Anneke was not open', "The Anneke's bow door wasn't open"), 'agrees');
});

test('numbers are in dispute only where they cannot both hold', () => {
  const said = 'At least 14 passengers of the Anneke drowned';
  assert.equal(relation(said, '19 passengers of the Anneke drowned'), 'agrees');
  assert.equal(relation(said, '11 passengers of the Anneke drowned'), 'disputes');
  const { why } = compareStatements(said, '11 passengers of the Anneke drowned');
  assert.match(why, /^(?:14 and 11|11 and 14) cannot both hold$/);
});

test('words of opposite sense dispute each other', () => {
  assert.equal(
    relation('The court in Sorrel convicted Edda Lund', 'The court in Sorrel acquitted Edda Lund'),
    'disputes',
  );
});

test('a rumour beside a plain statement leaves it unclear', () => {
  assert.equal(
    relation('Torvik Line reportedly sold the Anneke to Pemberia', 'Torvik Line sold the Anneke to Pemberia'),
    'unclear',
  );
});

test('statements about different things are unrelated', () => {
  assert.equal(relation('Frost ruined half of the grapes', 'The trial of Edda Lund opened on Monday'), 'unrelated');
});
