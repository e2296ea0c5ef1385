import type { Article } from '../domain/article.ts';

/** A cleaned article for people; with `explain`, what was set aside and why. */
export function printArticle(article: Article, explain = false): string {
  const lines = [article.title ?? '(no title)', creditLine(article), '', article.text, ''];
  if (explain) {
    lines.push(`Set aside (${article.furniture.length})`);
    for (const { text, reason } of article.furniture) lines.push(`  ${reason}: ${oneLine(text)}`);
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

/** Outlet, authors, agency and time on one line; what is unknown is left out. */
export function creditLine(article: Article): string {
  const parts = [
    article.outlet?.name,
    article.authors.join(', ') || undefined,
    article.agency ?? undefined,
    article.published ? `${article.published} (from ${article.publishedFrom ?? 'the page'})` : 'undated',
  ];
  return parts.filter(Boolean).join(' · ');
}

function oneLine(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > 160 ? `${folded.slice(0, 157)}…` : folded;
}
