import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArticleLine, LineageStep, StatementLine } from '../../domain/ports/pages.ts';
import type { Via } from '../../domain/statement.ts';
import { chainOf } from './chain.ts';

const article = (outlet: string, agency: string | null = null): ArticleLine => ({
  ...{ id: 'a', title: 'T', outlet: { name: outlet, domain: null }, authors: [], agency, url: null, published: null },
  ...{ timeMs: 0, fetchedAtMs: 0, excerpt: '', statements: 1, story: null, demo: false, paywalled: false },
});

const said = (by: ArticleLine, via: readonly Via[] = []): StatementLine => ({
  ...{ id: 's', article: by, sourceWords: 'Ana Reyes', cueWords: 'said', contentWords: ['x'], context: 'x' },
  lineage: [],
  disputed: false,
  statement: {
    ...{ id: 's', source: [], cue: [], content: [], kind: 'speech', mode: 'direct', stance: 'asserts', hedges: [] },
    speaker: { actor: 'in:ana-reyes', name: 'Ana Reyes' },
    ...{ jointly: [], to: [], via, saidOn: null, parent: null, confidence: 1 },
  },
});

const rests = (kind: LineageStep['kind'], from: string, fromArticle: string | null = null): LineageStep => ({
  ...{ kind, from, fromArticle, evidenceText: '' },
});

const names = (line: StatementLine, lineage: readonly LineageStep[] = []) =>
  chainOf({ ...line, lineage })
    .map(({ name }) => name)
    .join(' ← ');

test('a chain leads from the outlet through the agency to the speaker', () => {
  assert.equal(names(said(article('Gazette', 'North Wire'))), 'Gazette ← North Wire ← Ana Reyes');
  const via: readonly Via[] = [{ name: 'Radio East', kind: 'outlet' }];
  assert.equal(names(said(article('Gazette'), via)), 'Gazette ← Radio East ← Ana Reyes');
});

test('one name in several forms is one step', () => {
  assert.equal(names(said(article('North Wire', 'North Wire'))), 'North Wire ← Ana Reyes');
  assert.equal(names(said(article('North Wire Agency', 'NWA'))), 'North Wire Agency ← Ana Reyes');
  const line = said(article('Gazette', 'North Wire'), [{ name: 'North Wire (NW)', kind: 'agency' }]);
  assert.equal(names(line), 'Gazette ← North Wire ← Ana Reyes');
});

test('a text that is held says more than a page that names nobody', () => {
  const unnamed = 'an original article that is not named';
  const line = said(article('Digest'), [{ name: unnamed, kind: 'document' }]);
  assert.equal(names(line, [rests('republishes', unnamed)]), `Digest ← ${unnamed} ← Ana Reyes`);
  assert.equal(names(line, [rests('republishes', 'Gazette', 'b')]), 'Digest ← Gazette ← Ana Reyes');
  assert.equal(
    names(line, [rests('republishes', unnamed), rests('republishes', 'Gazette', 'b')]),
    'Digest ← Gazette ← Ana Reyes',
  );
});

test('what an article cites elsewhere is no step of this statement', () => {
  assert.equal(names(said(article('Gazette')), [rests('cites', 'Radio East')]), 'Gazette ← Ana Reyes');
});
