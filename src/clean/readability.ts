import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { blocksOf, type TextBlock } from './page/blocks.ts';
import { parsePage } from './page/parse.ts';

/** The main text's blocks by a borrowed extractor; undefined where it finds none. */
export function readabilityBlocks(html: string): readonly TextBlock[] | undefined {
  const { document } = parseHTML(html);
  if (!document.documentElement || !document.body) return undefined;
  const content = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold: 100,
  }).parse()?.content;
  return content ? blocksOf(parsePage(content)) : undefined;
}
