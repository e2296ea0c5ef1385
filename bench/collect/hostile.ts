import { makeGuard, portOf } from '../../src/collect/guard.ts';
import { robotsAllows } from '../../src/collect/robots.ts';
import type { BenchRow } from '../row.ts';
import { goldRows } from './gold.ts';

type RobotsRow = {
  readonly robots: string;
  readonly robots_hex?: string | null;
  readonly ua: string;
  readonly url: string;
  readonly allowed: boolean;
};

/** Google's robots.txt cases, and the cost of a pattern made to hurt. */
export function robots(benchDir: string): readonly BenchRow[] {
  const rows = goldRows<RobotsRow>(benchDir, 'hostile/robots.jsonl');
  const judged = rows.map((row) => ({
    expected: row.allowed,
    allowed: robotsAllows(row.robots_hex ? Buffer.from(row.robots_hex, 'hex') : row.robots, row.ua, row.url).allowed,
  }));
  const right = judged.filter((row) => row.allowed === row.expected).length;
  const wrongly = judged.filter((row) => row.allowed && !row.expected).length;
  const stepsOf = (size: number) =>
    robotsAllows(`User-agent: *\nDisallow: ${'*a'.repeat(size)}$\n`, 'x', `https://a.example/${'a'.repeat(size)}b`)
      .steps;
  const cost: BenchRow = {
    ...{ task: 'robots.txt, `*a*a*a…$`', data: 'written here', rows: 2 },
    score: `${stepsOf(500)} steps at 500, ${stepsOf(4000)} at 4,000`,
  };
  if (rows.length === 0) return [cost];
  return [
    {
      task: 'robots.txt',
      data: 'hostile/robots',
      rows: rows.length,
      score: `${right} right; ${wrongly} wrongly allowed`,
    },
    cost,
  ];
}

type AddressRow = {
  readonly id: string;
  readonly url: string;
  readonly expect: 'allow' | 'deny';
  readonly dns?: Readonly<Record<string, readonly string[]>>;
  readonly dns_seq?: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly redirect?: { readonly status: number; readonly to: string };
};

/** Whether each hostile address leads to a connection; redirects and changing answers of a name server included. */
export async function addresses(benchDir: string): Promise<readonly BenchRow[]> {
  const rows = goldRows<AddressRow>(benchDir, 'hostile/ssrf.jsonl').filter((row) => !('carrier' in row));
  if (rows.length === 0) return [];
  let [leaks, blocked] = [0, 0];
  for (const row of rows) {
    const reached = await connects(row);
    // A name that answers differently later is safe as long as only the checked answer is connected to.
    const isLeak = row.dns_seq ? reached.some((address) => !isFirstAnswer(row, address)) : reached.length > 0;
    if (row.expect === 'deny' && isLeak) leaks++;
    if (row.expect === 'allow' && reached.length === 0) blocked++;
  }
  return [
    {
      task: 'hostile addresses',
      data: 'hostile/ssrf',
      rows: rows.length,
      score: `${leaks} leaked; ${blocked} blocked wrongly`,
    },
  ];
}

const isFirstAnswer = (row: AddressRow, address: string) =>
  Object.values(row.dns_seq ?? {}).some((answers) => answers[0]!.includes(address));

/** The addresses that would be connected to at the end of the way, by the guard that the fetcher itself asks. */
async function connects(row: AddressRow): Promise<readonly string[]> {
  const asked = new Map<string, number>();
  const guard = makeGuard({
    lookup: async (host) => {
      const times = asked.get(host) ?? 0;
      asked.set(host, times + 1);
      const answers = row.dns_seq?.[host];
      return answers ? answers[Math.min(times, answers.length - 1)]! : (row.dns?.[host] ?? []);
    },
  });
  let url = guard.admit(row.url);
  if ('error' in url) return [];
  let checked = await guard.resolve(url.hostname, portOf(url));
  if (row.redirect && !('error' in checked)) {
    url = guard.admit(row.redirect.to, url.href);
    if ('error' in url) return [];
    checked = await guard.resolve(url.hostname, portOf(url));
  }
  return 'error' in checked ? [] : checked.addresses;
}
