import { getDomain, getHostname } from 'tldts';
import { articleAddress } from '../domain/address.ts';
import type { Article } from '../domain/article.ts';
import type { Capture } from '../domain/capture.ts';

/**
 * The address under which an article is one article; null where it came without one (its bytes are then its identity).
 * What the page calls its own address counts only on the registrable domain that answered: a hostile page must not become
 * a revision of another outlet's article. A front page is nobody's address: sites that name it on every page exist.
 */
export function identityOf(
  capture: Pick<Capture, 'url' | 'finalUrl'>,
  article: Pick<Article, 'canonicalUrl'>,
): string | null {
  const answered = capture.finalUrl ?? capture.url;
  if (answered === undefined) return null;
  const { canonicalUrl } = article;
  const own =
    canonicalUrl !== null && isSameHouse(canonicalUrl, answered) && !(isFront(canonicalUrl) && !isFront(answered))
      ? articleAddress(canonicalUrl)
      : undefined;
  return own ?? articleAddress(answered) ?? null;
}

/** The registrable domain that answered; undefined for what came without an address. */
export function outletDomainOf(capture: Pick<Capture, 'url' | 'finalUrl'>): string | undefined {
  const answered = capture.finalUrl ?? capture.url;
  return answered === undefined ? undefined : (getDomain(answered) ?? undefined);
}

const house = (url: string): string | null => getDomain(url, { allowPrivateDomains: true }) ?? getHostname(url);

const isSameHouse = (a: string, b: string): boolean =>
  URL.canParse(a) && house(a) !== null && house(a) === house(b) && new URL(a).port === new URL(b).port;

const isFront = (url: string): boolean => {
  const { pathname, search } = new URL(url);
  return /^\/(?:index\.\w+)?$/.test(pathname) && search === '';
};
