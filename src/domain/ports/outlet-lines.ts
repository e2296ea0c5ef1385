import { sha256 } from '../ids.ts';

/** How often a line of text stood in articles of one outlet: furniture repeats, news does not. Answers from a numbered snapshot. */
export type OutletLines = {
  readonly snapshot: number;
  /** Number of the outlet's articles that hold this line (white space folded), and how many articles were seen in all. */
  readonly seen: (outletDomain: string, line: string) => { readonly articles: number; readonly of: number };
};

/** Knows nothing: what the command-line filters use unless told otherwise. */
export const NO_OUTLET_LINES: OutletLines = { snapshot: 0, seen: () => ({ articles: 0, of: 0 }) };

/** The repeated lines of one outlet as plain data, by `lineHash`: what is kept, and what travels between threads. */
export type OutletLineCounts = {
  readonly snapshot: number;
  readonly domain: string;
  readonly of: number;
  readonly counts: ReadonlyMap<string, number>;
};

/** The first 12 hex digits of a hash of the line with its white space folded. */
export const lineHash = (line: string): string => sha256(line.replace(/\s+/gu, ' ').trim()).slice(0, 12);

export function outletLinesFrom({ snapshot, domain, of, counts }: OutletLineCounts): OutletLines {
  return {
    snapshot,
    seen: (outletDomain, line) =>
      outletDomain === domain ? { articles: counts.get(lineHash(line)) ?? 0, of } : { articles: 0, of: 0 },
  };
}
