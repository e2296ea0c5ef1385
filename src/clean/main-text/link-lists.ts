import { type Draft, type Step, setAside } from '../draft.ts';
import type { TextBlock } from '../page/blocks.ts';

/** Share of a block that is link text from which on the block is a link, and longest such block. */
const ALL_LINK = 0.9;
const LONGEST_TEASER = 160;

/** Above this share of link blocks the links are the article: a reading list, a directory. */
const ARTICLE_OF_LINKS = 0.3;

/** Boxes of links to other articles between the paragraphs, whatever language their label is in. */
export const linkLists: Step = {
  name: 'link-lists',
  what: 'Sets aside blocks that are nothing but a link to another article, where the article is not itself a list of links.',
  for: 'html',
  run(draft: Draft): void {
    const { blocks } = draft.evidence!;
    const kept = draft.blocks.flatMap((block, index) => (block.removed || block.node < 0 ? [] : [index]));
    const links = kept.filter((index) => isLink(blocks[index]!));
    if (links.length === 0 || links.length > kept.length * ARTICLE_OF_LINKS) return;
    for (const index of links)
      if (isBeside(draft, index)) setAside(draft.blocks[index]!, 'link-lists', 'link to another article');
  },
};

const isLink = (block: TextBlock) =>
  block.links > 0 &&
  block.text.length <= LONGEST_TEASER &&
  block.linkChars >= block.text.length * ALL_LINK &&
  !/[.!?:]["”’)]*$/.test(block.text);

/** A link block counts as furniture where its neighbour is one too, or was set aside already. */
function isBeside(draft: Draft, index: number): boolean {
  const { blocks } = draft.evidence!;
  return [index - 1, index + 1].some((at) => {
    const other = blocks[at];
    return other !== undefined && (draft.blocks[at]!.removed !== undefined || isLink(other));
  });
}
