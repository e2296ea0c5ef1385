import { createRequire } from 'node:module';
import type { Outlet } from '../../domain/article.ts';
import type { Knowledge } from '../../domain/ports/knowledge.ts';

type CountryRow = { readonly cca3: string; readonly tld?: readonly string[] };

/** Country domains that the whole world uses. Source: general knowledge. */
const WORLDWIDE = new Set(['io', 'co', 'tv', 'me', 'ai', 'fm', 'cc', 'ws', 'to', 'ly', 'gg', 'im', 'eu', 'su']);

let byDomain: ReadonlyMap<string, string> | undefined;

/**
 * ISO 3166-1 alpha-3 of the country an outlet writes in: what the knowledge says of it, else its country domain.
 * Undefined where neither tells.
 */
export function outletCountry(
  article: { readonly outlet: Outlet | null; readonly url: string | null },
  knowledge: Knowledge,
): string | undefined {
  const known = article.outlet ? knowledge.named(article.outlet.name).find(({ kind }) => kind === 'media') : undefined;
  return known?.country ?? domainCountry(article.outlet?.domain ?? hostOf(article.url));
}

/** The country of a host's last label: "www.courier.co.uk" is British. */
export function domainCountry(host: string | null | undefined): string | undefined {
  byDomain ??= new Map(
    (createRequire(import.meta.url)('world-countries/countries.json') as readonly CountryRow[]).flatMap(
      ({ cca3, tld }) => (tld ?? []).map((label): [string, string] => [label.replace('.', ''), cca3]),
    ),
  );
  const label = host?.split('.').at(-1)?.toLowerCase();
  return label === undefined || WORLDWIDE.has(label) ? undefined : byDomain.get(label);
}

function hostOf(url: string | null): string | undefined {
  return url === null || !URL.canParse(url) ? undefined : new URL(url).hostname;
}
