import { z } from 'zod';
import type { NewSource } from '../../domain/ports/sources.ts';
import issuers from './issuers.json' with { type: 'json' };
import outlets from './outlets.json' with { type: 'json' };

/**
 * One outlet or issuer as a fact. `source` says where the fact is from; `checked` is the day on which the feed was
 * opened and found good, null where it never was: then it is probed at first use, and looked for anew on the homepage.
 */
const ROW = z.object({
  name: z.string().min(1),
  homepage: z.url(),
  feed: z.url(),
  language: z.string().regex(/^[a-z]{2,3}$/),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  owner: z.enum(['public', 'state', 'private', 'party', 'nonprofit', 'issuer']),
  source: z.string().min(1),
  checked: z.iso.date().nullable(),
});

export type StarterRow = z.infer<typeof ROW>;

export const starterOutlets: readonly StarterRow[] = z.array(ROW).parse(outlets);

/** Those who speak first-hand: ministries, the UN and its bodies, courts, militaries, central banks, watchdogs. */
export const starterIssuers: readonly StarterRow[] = z.array(ROW).parse(issuers);

/** The starter list as sources, outlets in a folder for each owner type, issuers in one of their own. */
export function starterSources(): readonly NewSource[] {
  return [
    ...starterOutlets.map((row) => newSource(row, `Outlets/${FOLDERS[row.owner]}`)),
    ...starterIssuers.map((row) => newSource(row, row.country === null ? 'Issuers/International' : 'Issuers/National')),
  ];
}

const FOLDERS: Readonly<Record<StarterRow['owner'], string>> = {
  public: 'Public',
  state: 'State',
  private: 'Private',
  party: 'Party',
  nonprofit: 'Non-profit',
  issuer: 'Issuers',
};

function newSource(row: StarterRow, folder: string): NewSource {
  return {
    ...{ url: row.feed, kind: 'feed', name: row.name, homepage: row.homepage, folder },
    ...{ language: row.language, country: row.country, owner: row.owner },
    unchecked: row.checked === null,
  };
}
