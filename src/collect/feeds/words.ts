import { hasElements, innerMarkup, looksLikeMarkup, plainWords, resolveInMarkup } from './markup.ts';
import { type Element, elementsOf } from './xml-tree.ts';

/** Words of a feed with the form they are in. */
export type Words = { readonly value: string; readonly type: 'text' | 'html' | 'xhtml' };

/** An element of RSS: text, or HTML in disguise, or markup that nobody escaped. */
export function rssWords(element: Element): Words {
  if (hasElements(element)) return { value: innerMarkup(element).trim(), type: 'html' };
  const value = plainWords(element).trim();
  if (!looksLikeMarkup(value)) return { value, type: 'text' };
  return { value: resolveInMarkup(value, element.base), type: 'html' };
}

/** A text construct of Atom 1.0 (RFC 4287 §3.1) or 0.3 (`mode`), and Atom content. */
export function atomWords(element: Element): Words {
  const type = element.attributes.type?.trim().toLowerCase() ?? 'text';
  const mode = element.attributes.mode?.trim().toLowerCase();
  if (mode === 'base64' || isPacked(type)) return fromBase64(element, type);
  if (mode === 'escaped') return markupOrText(plainWords(element).trim(), type, element.base);
  if (type === 'xhtml' || type === 'application/xhtml+xml' || hasElements(element)) return xhtmlWords(element);
  return markupOrText(plainWords(element).trim(), type, element.base);
}

function markupOrText(value: string, type: string, base: string | undefined): Words {
  if (type.includes('html')) return { value: resolveInMarkup(value, base), type: 'html' };
  return { value, type: 'text' };
}

/** Atom 1.0 wraps XHTML in a div that is no part of the words; in Atom 0.3 a div is the publisher's own. */
function xhtmlWords(element: Element): Words {
  const [only, ...others] = elementsOf(element);
  const isWrapped = element.vocabulary === 'atom' && only?.name === 'div' && others.length === 0;
  if (!hasElements(element)) return { value: innerMarkup(element).trim(), type: 'xhtml' };
  return { value: innerMarkup(isWrapped ? only : element).trim(), type: 'xhtml' };
}

/** RFC 4287 §4.1.3.3: anything that is neither text nor XML is packed in base64. */
function isPacked(type: string): boolean {
  return (
    type.includes('/') && !/^text\/|[+/]xml$|^application\/xhtml/.test(type) && /^[a-z]+\/[a-z0-9.+-]+$/.test(type)
  );
}

function fromBase64(element: Element, type: string): Words {
  const value = Buffer.from(plainWords(element), 'base64').toString('utf8').trim();
  if (type.includes('html') || looksLikeMarkup(value))
    return { value: resolveInMarkup(value, element.base), type: 'html' };
  return { value, type: 'text' };
}
