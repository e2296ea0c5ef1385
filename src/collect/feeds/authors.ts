import type { FeedAuthor } from '../../domain/feed.ts';

const MAIL = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/;
/** Two to five words that begin like a name. */
const FULL_NAME = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){1,4}$/u;

/**
 * Who signed, from one field of a feed: `Name (mail)`, `mail (Name)`, `Name <mail>`, a name, a mail, or several names.
 * Several are told apart only where each of them looks like a full name: "Reuters, Kabul" stays one.
 */
export function authorsOf(field: string): readonly FeedAuthor[] {
  const words = field.replace(/\s+/g, ' ').trim();
  if (words === '') return [];
  const email = MAIL.exec(words)?.[0];
  if (email !== undefined) {
    const rest = words
      .replace(email, '')
      .replace(/mailto:/i, '')
      .replace(/\(\s*\)|<\s*>|\[\s*\]/g, '')
      .trim();
    const name = rest.replace(/^\((.*)\)$/, '$1').replace(/^[\s"',;:-]+|[\s"',;:-]+$/g, '');
    return [{ name, email }];
  }
  const names = words
    .replace(/^by\s+/i, '')
    .split(/\s*(?:,\s*(?:and\s+)?|;|\s&\s|\sand\s)\s*/)
    .filter((name) => name !== '');
  return names.length > 1 && names.every((name) => FULL_NAME.test(name))
    ? names.map((name) => ({ name }))
    : [{ name: words }];
}
