import { getDomain } from 'tldts';
import { type Draft, learn, type Step } from '../draft.ts';
import { type JsonLdNode, stringOf, typesOf } from './json-ld.ts';

/** Who publishes and under which address: names from the page, domain from the address that answered. */
export const outlet: Step = {
  name: 'outlet',
  what: 'Names the outlet from Open Graph, JSON-LD publisher or application name, and the canonical address as the page gives it.',
  for: 'both',
  run(draft: Draft): void {
    const domain = draft.url ? getDomain(draft.url) : null;
    learn(draft, 'outletDomain', domain);
    const evidence = draft.evidence;
    if (evidence) {
      const { head, article, nodes } = evidence;
      learn(draft, 'outletName', plain(head.meta.get('og:site_name')));
      learn(draft, 'outletName', plain(publisherName(article, nodes)));
      learn(draft, 'outletName', plain(head.meta.get('application-name')));
      learn(
        draft,
        'canonicalUrl',
        absolute(
          head.links.get('canonical') ?? head.meta.get('og:url') ?? stringOf(article?.mainEntityOfPage),
          draft.url,
        ),
      );
    }
  },
};

function publisherName(article: JsonLdNode | undefined, nodes: readonly JsonLdNode[]): string | undefined {
  const direct = stringOf(article?.publisher);
  if (direct && !/^https?:/.test(direct)) return direct;
  const organisation = nodes.find(
    (node) =>
      typesOf(node).some((type) => /^(?:NewsMediaOrganization|Organization|WebSite)$/.test(type)) &&
      typeof node.name === 'string',
  );
  return stringOf(organisation?.name);
}

const plain = (name: string | undefined) =>
  name && name.length <= 80 && !/^https?:/.test(name) ? name.replace(/^@/, '').trim() : undefined;

function absolute(address: string | undefined, base: string | undefined): string | undefined {
  if (!address || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
