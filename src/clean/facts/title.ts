import { type Draft, learn, type Step } from '../draft.ts';
import { fold } from '../fold.ts';
import { hasAncestor, type Page, textOf } from '../page/page.ts';
import { isHidden, marksOf } from '../page/visible.ts';
import { dice, wordSet, words } from '../word-sets.ts';
import { stringOf } from './json-ld.ts';

/** The headline: as readers see it on the page where page and machine-readable titles agree, else as the page declares it. */
export const title: Step = {
  name: 'title',
  what: 'Chooses the headline among on-page headings, JSON-LD, Open Graph and the title element, without the site’s name.',
  for: 'html',
  run(draft: Draft): void {
    learn(draft, 'title', chooseTitle(draft) || draft.given.title);
  },
};

function chooseTitle(draft: Draft): string | undefined {
  const { page, head, article } = draft.evidence!;
  const siteNames = [
    draft.facts.outletName,
    head.meta.get('og:site_name'),
    head.meta.get('application-name'),
    head.meta.get('twitter:site')?.replace(/^@/, ''),
    hostWords(draft.url),
  ];
  const declared = [
    stringOf(article?.headline),
    head.meta.get('og:title'),
    head.meta.get('twitter:title'),
    head.meta.get('dc.title'),
    head.title,
    stringOf(article?.name),
  ]
    .map((text) => withoutSite(fold(decodeLeftovers(text ?? '')), siteNames))
    .filter(Boolean);
  const headings = headingsOf(page);
  // A heading that says the same as a declared title, in whole or as its beginning, is the headline as published.
  const declaredWords = declared.map(wordSet);
  const scored = headings.map((heading) => {
    const own = wordSet(heading.text);
    return {
      heading,
      score: Math.max(0, ...declaredWords.map((set, rank) => dice(own, set) - rank * 0.01)) + heading.bonus,
    };
  });
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (best && best.score >= 0.6) return withoutKicker(withoutSite(best.heading.text, siteNames), declared);
  if (declared[0] && declared[0].length >= 3) return declared[0];
  return headings.find((heading) => heading.level === 1)?.text ?? headings[0]?.text;
}

/** A heading that ends or begins with the declared title has a kicker or a standfirst beside it in one element. */
function withoutKicker(heading: string, declared: readonly string[]): string {
  const squeezed = words(heading).join(' ');
  for (const title of declared) {
    const inner = words(title).join(' ');
    const isPart = inner.length >= 12 && inner.length < squeezed.length && inner.length * 3 > squeezed.length;
    if (isPart && (squeezed.endsWith(` ${inner}`) || squeezed.startsWith(`${inner} `))) return title;
  }
  return heading;
}

type Heading = { readonly text: string; readonly level: number; readonly bonus: number };

const HEADINGS = new Set(['h1', 'h2', 'h3']);

function headingsOf(page: Page): readonly Heading[] {
  const found: Heading[] = [];
  for (let i = 1; i < page.tag.length && found.length < 60; i++) {
    const tag = page.tag[i]!;
    if (tag === '#text') continue;
    const isHeadline = page.attributes[i]?.itemprop === 'headline';
    if (!HEADINGS.has(tag) && !(isHeadline && tag !== 'meta')) continue;
    const text = fold(textOf(page, i));
    if (
      text.length < 4 ||
      text.length > 300 ||
      hasAncestor(page, i, (node) => isHidden(page, node) || page.tag[node] === 'noscript')
    )
      continue;
    const level = isHeadline ? 1 : Number(tag[1] ?? 2);
    const marks = marksOf(page, i);
    const bonus =
      (level === 1 ? 0.15 : level === 2 ? 0.03 : 0) +
      (isHeadline || /headline|entry-title|article-?title|post-?title/i.test(marks) ? 0.1 : 0) -
      (hasAncestor(page, i, (node) => /^(?:nav|footer|aside)$/.test(page.tag[node]!)) ? 0.3 : 0);
    found.push({ text, level, bonus });
  }
  return found;
}

/** Shared words of two titles, 0 to 1, as a Dice coefficient over word sets. */
export const agreement = (a: string, b: string): number => dice(wordSet(a), wordSet(b));

const SEPARATOR = /\s+[|•·»›::–—-]\s+|\s*[|]\s*|\s+::\s+/;

/** A declared title without "| The Daily Example" at its end or start. */
export function withoutSite(text: string, siteNames: readonly (string | undefined)[]): string {
  const known = siteNames.filter((name): name is string => !!name && name.length > 1);
  let title = text;
  for (let round = 0; round < 3; round++) {
    const parts = [...title.matchAll(new RegExp(SEPARATOR, 'g'))];
    const last = parts.at(-1);
    const first = parts[0];
    if (!last || !first) break;
    const tail = title.slice(last.index + last[0].length);
    const head = title.slice(0, first.index);
    const isPipe = /[|»›•·]|::/.test(last[0]);
    if (isSite(tail, known) || (isPipe && words(tail).length <= 5 && words(title.slice(0, last.index)).length >= 3))
      title = title.slice(0, last.index).trim();
    else if (isSite(head, known)) title = title.slice(first.index + first[0].length).trim();
    else break;
  }
  return title;
}

function isSite(part: string, names: readonly string[]): boolean {
  const squeezed = words(part).join('');
  return (
    squeezed.length > 1 &&
    names.some((name) => {
      const other = words(name).join('');
      return (
        other === squeezed ||
        (squeezed.length > 3 && (other.includes(squeezed) || squeezed.includes(other)) && other.length > 3)
      );
    })
  );
}

function hostWords(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const labels = new URL(url).hostname.replace(/^www\./, '').split('.');
  return labels.length > 1 ? labels.slice(0, -1).sort((a, b) => b.length - a.length)[0] : labels[0];
}

/** Entities that were escaped twice by the publisher's template. */
const decodeLeftovers = (text: string) =>
  text.replace(
    /&(?:amp|quot|apos|lt|gt|nbsp|#x26|#038|#0?39|#8217|#8216|#8220|#8221|#8211);/g,
    (entity) => ENTITIES[entity] ?? entity,
  );
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#x26;': '&',
  '&#038;': '&',
  '&quot;': '"',
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&#39;': "'",
  '&#039;': "'",
  '&#8217;': '’',
  '&#8216;': '‘',
  '&#8220;': '“',
  '&#8221;': '”',
  '&#8211;': '–',
};
