import type { Reservations } from '../../domain/capture.ts';
import { type Draft, learn, type Step } from '../draft.ts';
import { fold } from '../fold.ts';
import { stringOf } from './json-ld.ts';

/** What the publisher reserves, whether one has to pay, and where the article stands among the outlet's pages. */
export const rights: Step = {
  name: 'rights',
  what: 'Reads reservations (meta robots, TDMRep), the paywall flag, section, tags and picture from the page’s own words.',
  for: 'html',
  run(draft: Draft): void {
    const { head, article, nodes } = draft.evidence!;
    learn(draft, 'reservations', reservationsOf(head.all, head.links));
    const free = [article, ...nodes].map((node) => node?.isAccessibleForFree).find((value) => value !== undefined);
    const tier = head.meta.get('article:content_tier');
    if (free !== undefined) learn(draft, 'paywalled', /^false$/i.test(String(stringOf(free) ?? free)));
    else if (tier) learn(draft, 'paywalled', /locked|metered/i.test(tier));
    learn(draft, 'image', address(head.meta.get('og:image') ?? imageOf(article?.image), draft.url));
    learn(
      draft,
      'section',
      stringOf(article?.articleSection) ?? head.meta.get('article:section') ?? head.meta.get('section'),
    );
    const tags = [
      ...(head.all.get('article:tag') ?? []),
      ...listed(article?.keywords),
      ...(head.meta.get('news_keywords')?.split(',') ?? []),
      ...(head.meta.get('keywords')?.split(',') ?? []),
    ];
    const unique = [...new Set(tags.map(fold).filter((tag) => tag && tag.length <= 60))];
    if (unique.length) learn(draft, 'tags', unique.slice(0, 30));
    learn(
      draft,
      'rightsLine',
      stringOf(article?.copyrightNotice) ?? head.meta.get('copyright') ?? head.meta.get('dc.rights'),
    );
  },
};

const listed = (value: unknown): readonly string[] =>
  [value].flat().flatMap((item) => (typeof item === 'string' ? item.split(',') : (stringOf(item) ?? [])));

const imageOf = (value: unknown): string | undefined => {
  const first = [value].flat()[0];
  return typeof first === 'object' && first !== null ? stringOf((first as { url?: unknown }).url) : stringOf(first);
};

const address = (url: string | undefined, base: string | undefined) =>
  url && URL.canParse(url, base) && /^https?:/.test(new URL(url, base).protocol) ? new URL(url, base).href : undefined;

/** Robots meta (noarchive, nosnippet, max-snippet) and TDMRep (W3C Community Group report) of a page. */
function reservationsOf(
  all: ReadonlyMap<string, readonly string[]>,
  links: ReadonlyMap<string, string>,
): Reservations | undefined {
  const robots = ['robots', 'stemma', 'googlebot-news'].flatMap((name) => all.get(name) ?? []);
  const words = robots
    .join(',')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim());
  const tdm = all.get('tdm-reservation')?.[0]?.trim();
  const evidence = [
    ...robots
      .filter((value) => /noarchive|nosnippet|max-snippet|noai/i.test(value))
      .map((value) => `meta robots: ${value}`),
    ...(tdm ? [`meta tdm-reservation: ${tdm}`] : []),
  ];
  if (evidence.length === 0) return undefined;
  const maxSnippet = words
    .map((word) => /^max-snippet\s*:\s*(\d+)$/.exec(word)?.[1])
    .find((value) => value !== undefined);
  const licence = all.get('tdm-policy')?.[0] ?? links.get('license');
  return {
    linkOnly: tdm === '1',
    ...(words.includes('noarchive') ? { noArchive: true } : {}),
    ...(words.includes('nosnippet') ? { noSnippet: true } : {}),
    ...(maxSnippet === undefined ? {} : { maxSnippetChars: Number(maxSnippet) }),
    ...(licence ? { licenceUrl: licence } : {}),
    evidence,
  };
}
