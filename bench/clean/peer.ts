import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decode } from '../../src/clean/decode.ts';

/** The page by Mozilla's Readability over linkedom: a peer to be timed against, no part of the product. */
export function readabilityArticle(bytes: Uint8Array): {
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
} {
  const { document } = parseHTML(decode(bytes).text);
  if (!document.documentElement || !document.body) return { text: '', title: null, authors: [] };
  try {
    const found = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse();
    return {
      text: found?.textContent ?? '',
      title: found?.title ?? null,
      authors: found?.byline ? [found.byline] : [],
    };
  } catch {
    return { text: '', title: null, authors: [] }; // It throws on some pages where an article stands outside `body`; that counts as empty.
  }
}
