import { hash } from 'node:crypto';
import type { Span } from './span.ts';

/** SHA-256 in hex of text (as UTF-8) or bytes. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** The first 16 hex digits of a SHA-256 over the parts; parts are kept apart, so `['ab','c']` and `['a','bc']` differ. */
export function shortHash(...parts: readonly string[]): string {
  return sha256(parts.map((part) => `${part.length}:${part}`).join('')).slice(0, 16);
}

/** Identity of a statement: article, revision text, the three spans, and an ordinal among equals. */
export function statementId(
  article: string,
  textSha256: string,
  spans: { source: readonly Span[]; cue: readonly Span[]; content: readonly Span[] },
  ordinal = 0,
): string {
  return shortHash(article, textSha256, JSON.stringify([spans.source, spans.cue, spans.content]), String(ordinal));
}

/** Words of a name as they stand in an address: `Al Jazeera` → `al-jazeera`. Never empty. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words?.join('-').slice(0, 80) || shortHash(name);
}
