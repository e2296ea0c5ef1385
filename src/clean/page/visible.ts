import { UNREAD_TAGS } from './elements.ts';
import type { Page } from './page.ts';

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const HIDDEN_CLASS =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text)?|u-hidden|is-hidden|d-none|hidden-text|a11y-hidden|visuallyhidden|hide-text|print-only|only-print|printonly|tooltip(?:text|-content)?|hover-?card|popover(?:-content)?)(?:$|\s)/i;

/** True for an element whose text no reader of the page sees. */
export function isUnread(page: Page, node: number): boolean {
  return UNREAD_TAGS.has(page.tag[node]!);
}

/** True for an element that its own attributes hide: until clicked, for screen readers only, in print only. */
export function isHidden(page: Page, node: number): boolean {
  const attributes = page.attributes[node];
  if (!attributes) return false;
  return (
    attributes.hidden !== undefined ||
    (attributes.style !== undefined && HIDDEN_STYLE.test(attributes.style)) ||
    (attributes.class !== undefined && HIDDEN_CLASS.test(attributes.class))
  );
}

/** Text of class, id and the marks that page builders leave on an element. */
export function marksOf(page: Page, node: number): string {
  const a = page.attributes[node];
  if (!a) return '';
  let marks = a.class ?? '';
  for (const name of OTHER_MARKS) {
    const value = a[name];
    if (value) marks = marks ? `${marks} ${value}` : value;
  }
  return marks;
}

/** True where one of an element's marks meets the test; cheaper than putting them together. */
export function hasMark(page: Page, node: number, test: RegExp): boolean {
  const a = page.attributes[node];
  if (!a) return false;
  if (a.class && test.test(a.class)) return true;
  for (const name of OTHER_MARKS) {
    const value = a[name];
    if (value && test.test(value)) return true;
  }
  return false;
}

const OTHER_MARKS = [
  'id',
  'data-testid',
  'data-component',
  'data-type',
  'data-name',
  'data-qa',
  'data-module',
  'aria-label',
  'role',
] as const;
