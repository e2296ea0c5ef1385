import { type Draft, kept, learn, type Step, setAside } from '../draft.ts';
import { agencyNamed } from '../facts/agencies.ts';
import { BY } from '../facts/byline-words.ts';
import { readByline } from '../facts/person-names.ts';
import { timesIn } from '../time/read-time.ts';

/** A line that holds nothing but who wrote it and when says both, and is then set aside. */
export const bylineLine: Step = {
  name: 'byline-line',
  what: 'Reads author, outlet, agency and time from byline lines, then sets them aside.',
  for: 'text',
  run(draft: Draft): void {
    const blocks = kept(draft);
    for (const [index, block] of blocks.entries()) {
      const nearEdge = index < 12 || index >= blocks.length - 4;
      if (!nearEdge || block.text.length > 220) continue;
      const read = readBylineLine(block.text);
      if (!read) continue;
      learnByline(draft, read);
      setAside(block, 'byline-line', 'byline or time');
    }
  },
};

type BylineLine = { readonly names: string; readonly published?: string; readonly modified?: string };

/** Names and times of a line that holds nothing else; undefined where words of an article are left over. */
function readBylineLine(line: string): BylineLine | undefined {
  const times = timesIn(line);
  const rest = times.reduceRight((text, time) => `${text.slice(0, time.start)} | ${text.slice(time.end)}`, line);
  const words = rest
    .split(/\s*[|•·–—]\s*|\s-\s/)
    .map((part) => part.replace(TIME_WORDS, ' ').replace(/^[\s,:;()]+|[\s,:;()]+$/g, ''))
    .filter(Boolean);
  const named = words.filter((part) => BY.test(part));
  const isByline =
    named.length > 0 &&
    words.length <= 4 &&
    words.every((part) => part.length <= 80 && !/[.!?]\s|[.!?]$/.test(part.replace(/\b\p{Lu}\./gu, '')));
  const isTime = times.length > 0 && words.join(' ').length <= 30;
  if (!isTime && !(isByline && looksLikeNames(named.join(' | ')))) return undefined;
  const best = [...times].sort((a, b) => b.iso.length - a.iso.length)[0];
  const updated = times.find((time) =>
    /updated|aktualisiert|modified|mis à jour|actualizado|aggiornato|geändert/i.test(
      line.slice(Math.max(0, time.start - 25), time.start),
    ),
  );
  const published = updated && times.length > 1 ? times.find((time) => time !== updated) : best;
  return {
    names: named.join(' | '),
    ...(published ? { published: published.iso } : {}),
    ...(updated && updated !== published ? { modified: updated.iso } : {}),
  };
}

const TIME_WORDS =
  /(?<!\p{L})(?:dates?|published|posted|updated|last updated|first published|created|modified|on|at|am|um|le|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|opublikowano|mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?(?!\p{L})\s*:?/giu;

/** "By the time they came" begins like a byline and is none. */
function looksLikeNames(words: string): boolean {
  const { persons, agencies, organisations } = readByline(words);
  const count = persons.length + agencies.length + organisations.length;
  return (
    count > 0 && count <= 8 && !/^by (?:the|a|an|this|that|then|now|all|no|any|\p{Ll})/u.test(words.replace(/^B/, 'b'))
  );
}

function learnByline(draft: Draft, read: BylineLine): void {
  if (read.published) {
    learn(draft, 'published', read.published);
    learn(draft, 'publishedFrom', 'line');
  }
  learn(draft, 'modified', read.modified);
  if (!read.names) return;
  const { persons, agencies, organisations } = readByline(read.names);
  if (persons.length) learn(draft, 'authors', persons);
  learn(draft, 'agency', agencyNamed(agencies[0] ?? ''));
  learn(draft, 'outletName', organisations[0]);
}
