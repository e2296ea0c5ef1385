import { decodeHTML } from 'entities';
import { escapeAttribute, escapeText } from './entities.ts';
import { type Element, elementsOf, resolved } from './xml-tree.ts';

/** Attributes whose value is an address. */
const ADDRESS_ATTRIBUTE = /^(?:href|src|action|cite|longdesc|poster|background|data|usemap|profile|codebase|classid)$/;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/** The markup inside an element, written out; addresses are resolved against the base at their place. */
export function innerMarkup(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? escapeText(child) : outerMarkup(child))).join('');
}

function outerMarkup(element: Element): string {
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith('xmlns') && !name.startsWith('xml:'))
    .map(([name, value]) => {
      const said = ADDRESS_ATTRIBUTE.test(name) ? resolved(value, element.base) : value;
      return ` ${name}="${escapeAttribute(said)}"`;
    })
    .join('');
  if (VOID.test(element.name)) return `<${element.name}${attributes} />`;
  return `<${element.name}${attributes}>${innerMarkup(element)}</${element.name}>`;
}

/** The plain words of an element and all in it. */
export function plainWords(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : plainWords(child))).join('');
}

export const hasElements = (element: Element): boolean => elementsOf(element).length > 0;

/**
 * HTML given as text: relative addresses are resolved and bare ampersands (`Q&A`) written as HTML wants them, so that
 * no reader of it takes them for entities; everything else stays as the publisher wrote it.
 */
export function resolveInMarkup(given: string, base: string | undefined): string {
  const html = given.replace(/&(?!(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});)/gi, '&amp;');
  if (base === undefined || !html.includes('<')) return html;
  return html.replace(/<[a-z][^<>]{1,5000}>/gi, (tag) =>
    tag.replace(
      /(\s)([a-z]{3,10})(\s{0,5}=\s{0,5})(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
      (whole, space: string, name: string, equals: string, double?: string, single?: string, bare?: string) => {
        if (!ADDRESS_ATTRIBUTE.test(name.toLowerCase())) return whole;
        const value = double ?? single ?? bare ?? '';
        const absolute = resolved(decodeHTML(value), base);
        return absolute === decodeHTML(value) ? whole : `${space}${name}${equals}"${escapeAttribute(absolute)}"`;
      },
    ),
  );
}

/** Whether text holds markup: a tag or an entity. */
export const looksLikeMarkup = (text: string): boolean => /<\/?[a-z][^<>]*>|&(?:[a-z]+|#x?[0-9a-f]+);/i.test(text);

/** A title for display: without tags, entities undone, white space folded. */
export function displayTitle(title: string, type: 'text' | 'html' | 'xhtml'): string {
  const words = type === 'text' ? title : decodeHTML(title.replace(/<[^<>]{0,2000}>/g, ' '));
  return words
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?])/g, '$1')
    .trim();
}
