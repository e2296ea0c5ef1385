import { type Block, type Draft, kept, type Step, setAside } from '../draft.ts';
import { fold } from '../fold.ts';
import { BLOCK_TAGS } from '../page/elements.ts';
import { attributesOf, type Page } from '../page/page.ts';
import { plainBody } from './page-text.ts';

/** A page that shows less than this may hold its article in JSON alone. */
const LITTLE_TEXT = 200;
/** Noscript parts hold notices as well; they are read only where the page shows less than this. */
const NEXT_TO_NOTHING = 100;
const ENOUGH_IN_JSON = 400;
const SHORTEST_PARAGRAPH = 50;

/** Pages that scripts build in the browser carry their article only as JSON, or for browsers without scripts; it is read from there. */
export const fromJson: Step = {
  name: 'from-json',
  what: 'Reads the article from JSON-LD, the page’s own JSON or its noscript part where the page itself shows next to nothing.',
  for: 'html',
  run(draft: Draft): void {
    const shown = kept(draft);
    const shownChars = shown.reduce((sum, block) => sum + block.text.length, 0);
    if (shownChars >= LITTLE_TEXT) return;
    const { page, article } = draft.evidence!;
    const body = plainBody(article);
    const sources: readonly (() => readonly string[])[] = [
      () => body.split(/\n+|<br\s*\/?>/),
      () => paragraphsInJson(page),
      () => (shownChars < NEXT_TO_NOTHING ? paragraphsInNoscript(page) : []),
    ];
    const found = sources
      .map((read) => read().map(fold).filter(Boolean))
      .find((paragraphs) => paragraphs.join('').length >= ENOUGH_IN_JSON);
    if (!found) return;
    for (const block of shown) setAside(block, 'from-json', 'beside an article that the page does not show itself');
    draft.blocks.push(...found.map((text): Block => ({ text, node: -1, heading: false })));
  },
};

/** Lines of the `noscript` elements of a page, by its block elements and line breaks: what it shows where no script runs. */
function paragraphsInNoscript(page: Page): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (let i = 1; i < page.tag.length; i++) {
    if (page.tag[i] !== 'noscript') continue;
    for (const end = page.end[i]!; i < end; i++) {
      if (page.tag[i] === '#text') line += page.text[i];
      else if (BLOCK_TAGS.has(page.tag[i]!) || page.tag[i] === 'br') {
        lines.push(line);
        line = '';
      }
    }
    i--;
    lines.push(line);
    line = '';
  }
  return lines.filter((text) => text.trim().length >= SHORTEST_PARAGRAPH);
}

const TEXT_KEY = /^(?:body|content|text|html|value|paragraph|articlebody|children|description|data|markup)$/i;

/** Strings that read as paragraphs under keys that hold text, in the order of the largest JSON script of the page. */
function paragraphsInJson(page: Page): readonly string[] {
  let best: readonly string[] = [];
  for (let i = 1; i < page.tag.length; i++) {
    if (page.tag[i] !== 'script' || !/^application\/json/i.test(attributesOf(page, i).type ?? '')) continue;
    const found = paragraphsOf(page.text[i + 1] ?? '');
    if (found.join('').length > best.join('').length) best = found;
  }
  return best;
}

function paragraphsOf(json: string): readonly string[] {
  const found: string[] = [];
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return found; // A script that is no JSON holds no article that can be read without running it.
  }
  const waiting: { key: string; value: unknown }[] = [{ key: '', value }];
  for (let next = waiting.pop(); next && found.length < 2000; next = waiting.pop()) {
    const { key, value: item } = next;
    if (typeof item === 'string') {
      if (!TEXT_KEY.test(key)) continue;
      const plain = item.split(/<\/p>|<br\s*\/?>|\n{2,}/).map((part) => fold(part.replace(/<[^>]{0,2000}>/g, ' ')));
      for (const part of plain)
        if (part.length >= SHORTEST_PARAGRAPH && /\s/.test(part) && !found.includes(part)) found.push(part);
    } else if (Array.isArray(item)) waiting.push(...item.map((inner) => ({ key, value: inner as unknown })).reverse());
    else if (item && typeof item === 'object')
      waiting.push(
        ...Object.entries(item)
          .map(([name, inner]) => ({ key: name, value: inner as unknown }))
          .reverse(),
      );
  }
  return found;
}
