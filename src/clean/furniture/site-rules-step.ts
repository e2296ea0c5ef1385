import { type Draft, kept, type Step, setAside } from '../draft.ts';
import { attributesOf, hasAncestor, type Page } from '../page/page.ts';

/** The rules of single sites, of which there are none so far. */
export const siteRules: Step = {
  name: 'site-rules',
  what: 'Sets aside what the table of single sites names for this outlet; the table is empty.',
  for: 'html',
  run(draft: Draft): void {
    const domain = draft.facts.outletDomain;
    const rule = domain !== undefined && Object.hasOwn(draft.siteRules, domain) ? draft.siteRules[domain] : undefined;
    if (!rule) return;
    const { page } = draft.evidence!;
    for (const block of kept(draft))
      if (hasAncestor(page, block.node, (node) => namesOf(page, node).some((name) => rule.drop.includes(name))))
        setAside(block, 'site-rules', rule.why);
  },
};

function namesOf(page: Page, node: number): readonly string[] {
  const { class: classes = '', id = '' } = attributesOf(page, node);
  return [...classes.split(/\s+/), id];
}
