import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type RealHouse, realHouse } from '../../e2e/real-house.ts';
import { makeSite } from './site.ts';
import { stylesheetPath } from './stylesheet.ts';

let real: RealHouse;
before(async () => {
  real = await realHouse();
});
after(() => real.close());

test('every route of the site is documented, and no other', () => {
  const rows = readFileSync(new URL('../../docs/routes.md', import.meta.url), 'utf8').matchAll(
    /^\| `(GET|POST) ([^`]+)` \| \S/gm,
  );
  const documented = [...rows].map(([, method, path]) => `${method} ${path}`);
  const served = makeSite(real.house)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(stylesheetPath, '/styles/stemma.<hash>.css')}`);
  assert.deepEqual([...new Set(documented)].sort(), [...new Set(served)].sort());
});
