import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runStemma } from './running.ts';

const page = (trap: string) => join(import.meta.dirname, '..', 'clean', 'fixtures', trap, 'source.html');

test('--explain names each step that took something away, what it took and why', async () => {
  const { stdout, code } = await runStemma(['clean', '--explain', page('related-box-en')]);
  assert.match(stdout, /main-text\n(?: {2}.*\n)* {2}page footer: Privacy policy/);
  assert.match(stdout, /title: found title "Harbour pilots refuse night shifts"/);
  assert.equal(code, 0);
});

test('--without leaves a step out, and names the steps there are where one is unknown', async () => {
  const times = (text: string) => text.split('The port authority declined').length - 1;
  const { stdout } = await runStemma(['clean', page('doubled-body')]);
  const { stdout: whole } = await runStemma(['clean', '--without', 'doubled', page('doubled-body')]);
  assert.deepEqual([times(stdout), times(whole)], [1, 2]);
  const { stderr, code } = await runStemma(['clean', '--without', 'magic', page('doubled-body')]);
  assert.match(stderr, /no step magic; there are outlet, rights,/);
  assert.equal(code, 2);
});
