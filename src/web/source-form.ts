import type { FullText, OwnerType, Retention, SourceChanges } from '../domain/ports/sources.ts';
import { FULL_TEXT_WORDS, OWNER_WORDS } from './pages/source-words.ts';

type Typed = Readonly<Record<'name' | 'folder' | 'language' | 'country' | 'owner' | 'fullText' | 'retention', string>>;

/** What the form of a source asks to be changed, or one sentence on what cannot be. */
export function changesOf(typed: Typed): SourceChanges | string {
  const country = typed.country.toUpperCase();
  if (!typed.name) return 'The feed needs a name.';
  if (country && !/^[A-Z]{3}$/.test(country)) return 'The country is three letters, as in GBR or KEN.';
  if (typed.language && !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(typed.language))
    return 'The language is a short code, as in en or pt-BR.';
  const retention = retentionOf(typed.retention);
  if (!retention || !Object.hasOwn(FULL_TEXT_WORDS, typed.fullText)) return 'That choice is not on the list.';
  return {
    name: typed.name,
    folder: typed.folder || null,
    language: typed.language || null,
    country: country || null,
    owner: Object.hasOwn(OWNER_WORDS, typed.owner) ? (typed.owner as OwnerType) : null,
    fullText: typed.fullText as FullText,
    retention,
  };
}

function retentionOf(value: string): Retention | undefined {
  if (value === 'all') return { keep: 'all' };
  const [, keep, days] = /^(text-after|delete-after):(\d{1,5})$/.exec(value) ?? [];
  return keep ? { keep: keep as 'text-after' | 'delete-after', days: Number(days) } : undefined;
}
