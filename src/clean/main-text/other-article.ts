import { type Draft, kept, type Step, setAside } from '../draft.ts';
import { agreement } from '../facts/title.ts';
import { fold } from '../fold.ts';
import { type Page, textOf } from '../page/page.ts';

/** Pages that load the next article below the first hold two; only the one with the page's headline is the article. */
export const otherArticle: Step = {
  name: 'other-article',
  what: 'Sets a second article aside that has a headline of its own in an element of its own.',
  for: 'html',
  run(draft: Draft): void {
    const { title } = draft.facts;
    const { page } = draft.evidence!;
    if (!title) return;
    const boxes = articleBoxes(page);
    if (!boxes.some((box) => agreement(box.headline, title) >= 0.8)) return;
    const others = boxes.filter((box) => agreement(box.headline, title) < 0.5);
    for (const block of kept(draft))
      if (others.some(({ node }) => block.node >= node && block.node < page.end[node]!))
        setAside(block, 'other-article', 'another article on the page');
  },
};

type Box = { readonly node: number; readonly headline: string };

/** `article` elements that are not inside another and have an `h1` of their own. */
function articleBoxes(page: Page): readonly Box[] {
  const boxes: Box[] = [];
  for (let i = 1; i < page.tag.length; i++) {
    if (page.tag[i] !== 'article') continue;
    for (let inner = i + 1; inner < page.end[i]!; inner++) {
      if (page.tag[inner] !== 'h1') continue;
      boxes.push({ node: i, headline: fold(textOf(page, inner)) });
      break;
    }
    i = page.end[i]! - 1;
  }
  return boxes.length > 1 ? boxes : [];
}
