import type { Article } from '../domain/article.ts';

/** Longest excerpt that strangers, lists and feeds are shown, in characters. */
export const MAX_EXCERPT_CHARS = 200;

/**
 * What may be shown of an article beside its headline: its first words up to 200 characters, cut at a word, or less where
 * the publisher says so (`max-snippet`), or nothing (`nosnippet`, or a page of which only the link may be kept).
 */
export function excerptOf(article: Pick<Article, 'text' | 'reservations'>): string {
  const { reservations } = article;
  if (reservations?.noSnippet || reservations?.linkOnly) return '';
  const stated = reservations?.maxSnippetChars;
  // Robots rules: -1 sets no limit, 0 allows no snippet at all.
  const limit = stated === undefined || stated < 0 ? MAX_EXCERPT_CHARS : Math.min(stated, MAX_EXCERPT_CHARS);
  return cutAtWord(article.text.replace(/\s+/gu, ' ').trim(), limit);
}

function cutAtWord(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  if (limit < 2) return '';
  // One character is left for the ellipsis.
  const cut = characters.slice(0, limit - 1).join('');
  const isWhole = /\s/u.test(characters[limit - 1]!);
  const words = isWhole ? cut : cut.slice(0, Math.max(0, cut.search(/\s\S*$/u)));
  const kept = words.replace(/[\s,;:–—-]+$/u, '');
  return kept === '' ? '' : `${kept}…`;
}
