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
  what: 'Sets aside blocks that are nothing but a link to another article, and the label over them, where the article is not itself a list of links.',
  for: 'html',
  run(draft: Draft): void {
    const { blocks } = draft.evidence!;
    const kept = draft.blocks.flatMap((block, index) => (block.removed || block.node < 0 ? [] : [index]));
    const links = kept.filter((index) => isLink(blocks[index]!));
    if (links.length > kept.length * ARTICLE_OF_LINKS) return;
    for (const index of links)
      if (isBeside(draft, index)) setAside(draft.blocks[index]!, 'link-lists', 'link to another article');
    for (const index of kept)
      if (isLabel(draft, index)) setAside(draft.blocks[index]!, 'link-lists', 'label of a box of links');
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

/** Longest label of a box ("Also on this topic"), and fewest links that make one. */
const LONGEST_LABEL = 60;
const FEWEST_LINKS = 2;
/** Blocks of a box that are looked at; a larger one is a part of the page. */
const MOST_IN_BOX = 40;

/** True for a short line left alone in a box whose other blocks are links that are no part of the article. */
function isLabel(draft: Draft, index: number): boolean {
  const { blocks, page } = draft.evidence!;
  const { text, node, links } = blocks[index]!;
  const next = blocks[index + 1];
  if (links > 0 || text.length > LONGEST_LABEL || /[.!?:]["”’)]*$/.test(text) || !next) return false;
  let box = node;
  while (box > 0 && next.node >= page.end[box]!) box = page.parent[box]!;
  if (box === 0 || next.node < box) return false;
  let found = 0;
  for (let at = index - 1; at >= 0 && blocks[at]!.node >= box; at--)
    if (!draft.blocks[at]!.removed || index - at > MOST_IN_BOX) return false;
  for (let at = index + 1; at < blocks.length && blocks[at]!.node < page.end[box]!; at++) {
    if (!draft.blocks[at]!.removed || at - index > MOST_IN_BOX) return false;
    if (isLink(blocks[at]!)) found++;
  }
  return found >= FEWEST_LINKS;
}
