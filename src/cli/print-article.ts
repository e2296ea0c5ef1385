import type { CleanedArticle } from '../clean/clean.ts';
import type { Article } from '../domain/article.ts';

/** A cleaned article for people; where it was asked to explain itself, what each step found out and set aside. */
export function printArticle(article: CleanedArticle): string {
  const lines = [article.title ?? '(no title)', creditLine(article), '', article.text, ''];
  for (const { step, removed, learned } of article.explained ?? []) {
    const facts = Object.entries(learned).map(([fact, value]) => `${fact} ${oneLine(JSON.stringify(value))}`);
    if (!removed.length && !facts.length) continue;
    lines.push(`${step}${facts.length ? `: found ${facts.join(', ')}` : ''}`);
    for (const { text, reason } of removed) lines.push(`  ${reason}: ${oneLine(text)}`);
  }
  if (article.explained) lines.push('');
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
