import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { robotsAllows } from './robots.ts';

const allows = (robots: string, path: string, ua = 'Stemma/0.1 (+https://desk.example)') =>
  robotsAllows(robots, ua, `https://paper.example${path}`).allowed;

test('the longest line decides, and Allow wins a tie', () => {
  const robots = 'User-agent: *\nDisallow: /archive/\nAllow: /archive/2026/\nDisallow: /same\nAllow: /same\n';
  assert.equal(allows(robots, '/archive/2019/x'), false);
  assert.equal(allows(robots, '/archive/2026/x'), true);
  assert.equal(allows(robots, '/same'), true);
  assert.equal(allows(robots, '/news'), true);
});

test('a group that names the crawler replaces the group for all, wherever it stands and however often', () => {
  const robots = 'User-agent: stemma\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n\nUser-Agent: STEMMA\nDisallow: /b\n';
  assert.deepEqual(
    ['/a', '/b', '/c'].map((path) => allows(robots, path)),
    [false, false, true],
  );
  assert.equal(allows(robots, '/c', 'OtherBot/1'), false);
});

test('several crawlers share one group, and fields between them do not split it', () => {
  const robots =
    'User-agent: x\nCrawl-delay: 7\nSitemap: https://paper.example/s.xml\nUser-agent: stemma\nDisallow: /p\n';
  assert.equal(allows(robots, '/p'), false);
});

test('wildcards and the end mark are honoured, escapes are one spelling', () => {
  const robots = 'User-agent: *\nDisallow: /*.pdf$\nDisallow: /%7eeditor/\nDisallow: /s*/private*/x\n';
  assert.equal(allows(robots, '/a/b.pdf'), false);
  assert.equal(allows(robots, '/a/b.pdf?page=2'), true);
  assert.equal(allows(robots, '/~editor/'), false);
  assert.equal(allows(robots, '/sport/private-7/x'), false);
  assert.equal(allows(robots, '/sport/private-7/y'), true);
});

test('the answer names the line that decided, and the delay asked for', () => {
  const answer = robotsAllows(
    'User-agent: *\nCrawl-delay: 12\nDisallow: /x # not yet\n',
    'Stemma/1',
    'http://a.example/x/1',
  );
  assert.deepEqual([answer.allowed, answer.rule, answer.crawlDelaySeconds], [false, 'Disallow: /x # not yet', 12]);
});

test('a pattern made to hurt costs steps in proportion to its length', () => {
  const stepsOf = (size: number) =>
    robotsAllows(
      `User-agent: *\nDisallow: /${'*a'.repeat(size)}*b$\n`,
      'Stemma/1',
      `https://paper.example/${'a'.repeat(4 * size)}`,
    ).steps;
  const [small, large] = [stepsOf(100), stepsOf(1000)];
  assert.ok(large < small * 12, `${small} steps grew to ${large}`);
});

test('a file of lines without sense is passed over', () => {
  assert.equal(allows('<html><body>404</body></html>', '/x'), true);
  assert.equal(allows('\ufeffUser-agent: *\r\nDisallow: /x\r\n', '/x'), false);
  assert.equal(allows('user-agent: *\rdisallow: /x\r', '/x'), false);
  assert.equal(allows('Disallow: /x\nUser-agent: *\n', '/x'), true);
});

type Row = {
  readonly id: string;
  readonly robots: string;
  readonly robots_hex?: string | null;
  readonly ua: string;
  readonly url: string;
  readonly allowed: boolean;
};

test('no case of the shared suite is allowed that must not be', (t) => {
  const file = new URL('../../../shared/bench/data/hostile/robots.jsonl', import.meta.url);
  if (!existsSync(file)) return t.skip('hostile/robots.jsonl not found: ../shared is not beside this checkout');
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const judged = rows.map((row) => ({
    row,
    allowed: robotsAllows(row.robots_hex ? Buffer.from(row.robots_hex, 'hex') : row.robots, row.ua, row.url).allowed,
  }));
  assert.deepEqual(
    judged.filter(({ row, allowed }) => allowed && !row.allowed).map(({ row }) => row.id),
    [],
  );
  const right = judged.filter(({ row, allowed }) => allowed === row.allowed).length;
  assert.ok(right / rows.length > 0.97, `${right} of ${rows.length}`);
});
