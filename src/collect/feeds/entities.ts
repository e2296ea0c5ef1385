import { decodeHTMLStrict } from 'entities';

/**
 * Undoes entities once: XML's, HTML's by name (feeds use them without declaring them) and numbers, those of
 * windows-1252 (`&#146;`) included. Only with their semicolon: `?a=1&copy=2` stays an address. What is not known stays.
 */
export function decodeEntities(text: string): string {
  return withoutControlLetters(text.includes('&') ? decodeHTMLStrict(text) : text);
}

/** C1 control characters never stand in text; they are letters of windows-1252 that were taken for Latin-1. */
function withoutControlLetters(text: string): string {
  return /[\x80-\x9f]/.test(text)
    ? text.replace(/[\x80-\x9f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 128]!)
    : text;
}

const WINDOWS_1252 = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 128 + at));

/** The five signs that markup needs, as entities. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}

export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');
