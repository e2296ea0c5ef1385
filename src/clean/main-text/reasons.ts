import { furnitureWording } from '../furniture/wording.ts';
import type { TextBlock } from '../page/blocks.ts';
import { attributesOf, type Page } from '../page/page.ts';

const BY_TAG: Readonly<Record<string, string>> = {
  nav: 'navigation',
  footer: 'page footer',
  aside: 'sidebar',
  form: 'form',
  figcaption: 'caption',
  button: 'control',
  label: 'form',
  header: 'page header',
  iframe: 'embedded page',
};
const BY_ROLE: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  contentinfo: 'page footer',
  complementary: 'sidebar',
  banner: 'page header',
  dialog: 'dialog',
  search: 'search',
};

/** Why a block that the forest set aside is furniture, in a reader's words: its wording, the element it stands in, or its links. */
export function reasonFor(page: Page, block: TextBlock, probability: number): string {
  if (block.hidden) return 'hidden on the page';
  for (let i = block.node; i > 0; i = page.parent[i]!) {
    const role = attributesOf(page, i).role;
    const reason = BY_TAG[page.tag[i]!] ?? (role ? BY_ROLE[role] : undefined);
    if (reason) return reason;
  }
  const wording = block.text.length < 700 ? furnitureWording(block.text, 'tail')?.reason : undefined;
  if (wording) return wording;
  if (block.linkChars > block.text.length * 0.6) return 'links';
  return `outside the article (${Math.round(probability * 100)} % likely to be part of it)`;
}
