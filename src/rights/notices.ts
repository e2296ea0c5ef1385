import { Parser } from 'htmlparser2';
import PostalMime, { type Email } from 'postal-mime';
import { shortHash } from '../domain/ids.ts';
import type { Notice, NoticeKind } from '../domain/notice.ts';
import type { Archive } from '../domain/ports/archive.ts';
import { NOTICE_WORDS } from './notice-words.ts';

/** What a person typed into the form; all fields are free text. */
export type NoticeFields = {
  readonly kind: string;
  readonly from: string;
  readonly contact: string;
  /** Addresses or ids, one a line. */
  readonly about: string;
  readonly words: string;
};

/** Why a form or a file is no notice: one sentence for people. */
export type NoNotice = { readonly error: 'incomplete' | 'not-a-mail'; readonly message: string };

export const isNotice = (result: Notice | NoNotice): result is Notice => !('error' in result);

const KINDS: readonly NoticeKind[] = ['takedown', 'reply', 'correction', 'other'];
const MAX_ABOUT = 50;
const MAX_WORDS_CHARS = 10_000;
const MAX_NAME_CHARS = 300;

/** The form as an open notice. The same words from the same sender on the same day are one notice. */
export function noticeFromFields(fields: NoticeFields, nowMs: number): Notice | NoNotice {
  const about = fields.about
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MAX_ABOUT);
  const missing = missingIn(fields, about);
  if (missing) return { error: 'incomplete', message: missing };
  const kind = KINDS.find((known) => known === fields.kind) ?? 'other';
  const day = new Date(nowMs).toISOString().slice(0, 10);
  return {
    id: shortHash('form', kind, fields.contact, fields.words, day, ...about),
    kind,
    from: fields.from.trim().slice(0, MAX_NAME_CHARS),
    contact: fields.contact.trim().slice(0, MAX_NAME_CHARS),
    about,
    words: fields.words.trim().slice(0, MAX_WORDS_CHARS),
    receivedAtMs: nowMs,
    state: 'open',
  };
}

function missingIn({ from, contact, words }: NoticeFields, about: readonly string[]): string | undefined {
  if (about.length === 0) return 'Say which pages it is about, one address on each line.';
  if (!words.trim()) return 'Say what is wrong, and why.';
  if (!from.trim()) return 'Give your name.';
  return contact.trim() ? undefined : 'Say where the answer goes.';
}

/**
 * A mail (RFC 5322 bytes, an .eml file) as an open notice: kind guessed from its words, every address in it as what it is about.
 * Its clock runs from the mail's own date; from now where it has none or one that is still to come. The same mail is the same notice.
 */
export async function noticeFromMail(bytes: Uint8Array, nowMs: number): Promise<Notice | NoNotice> {
  const mail = await PostalMime.parse(bytes).catch(() => undefined);
  const contact = mail?.from?.address?.trim();
  if (!mail || !contact) return { error: 'not-a-mail', message: 'The file is not a mail with a sender.' };
  const { text, links } = wordsOf(mail);
  const subject = mail.subject?.trim() ?? '';
  const words = [subject, text].filter((part) => part !== '').join('\n\n');
  if (words === '') return { error: 'not-a-mail', message: 'The mail says nothing.' };
  const sentMs = mail.date === undefined ? Number.NaN : Date.parse(mail.date);
  return {
    id: shortHash('mail', mail.messageId ?? '', contact, words),
    kind: kindOf(subject, text),
    from: (mail.from?.name?.trim() || contact).slice(0, MAX_NAME_CHARS),
    contact,
    about: [...new Set([...addressesIn(text), ...links])].slice(0, MAX_ABOUT),
    words: words.slice(0, MAX_WORDS_CHARS),
    receivedAtMs: sentMs <= nowMs ? sentMs : nowMs,
    state: 'open',
  };
}

/** Keeps a notice that is not known yet; one that is, perhaps decided already, stays as it is. */
export async function keepNewNotice(archive: Pick<Archive, 'notice' | 'keepNotice'>, notice: Notice): Promise<boolean> {
  if (await archive.notice(notice.id)) return false;
  await archive.keepNotice(notice);
  return true;
}

function kindOf(subject: string, text: string): NoticeKind {
  const kindIn = (words: string) => NOTICE_WORDS.find((row) => row.words.test(words))?.kind;
  return kindIn(subject) ?? kindIn(ownWords(text)) ?? 'other';
}

/** Without what it quotes of an earlier mail. */
const ownWords = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n');

const addressesIn = (text: string): readonly string[] =>
  (ownWords(text).match(/https?:\/\/[^\s<>"')\]]+/giu) ?? []).map((url) => url.replace(/[.,;:!?]+$/, ''));

function wordsOf(mail: Email): { readonly text: string; readonly links: readonly string[] } {
  if (mail.text?.trim()) return { text: mail.text.replaceAll('\r\n', '\n').trim(), links: [] };
  const pieces: string[] = [];
  const links: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'style' || name === 'script') hidden += 1;
      if (name === 'a' && /^https?:/i.test(attributes.href ?? '')) links.push(attributes.href!);
      if (BLOCKS.has(name)) pieces.push('\n');
    },
    ontext: (text) => {
      if (hidden === 0) pieces.push(text);
    },
    onclosetag: (name) => {
      if (name === 'style' || name === 'script') hidden -= 1;
    },
  });
  parser.end(mail.html ?? '');
  const text = pieces
    .join('')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?(?:\n ?)*/gu, '\n')
    .trim();
  return { text, links };
}

const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'br', 'li', 'tr', 'h1', 'h2', 'h3', 'blockquote']);
