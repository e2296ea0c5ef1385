import { alpha3Of } from './country-codes.ts';
import { BrokenRecordError, type Found, usableForms } from './found.ts';

type ClusterValue = {
  readonly value?: unknown;
  readonly uuid?: unknown;
  readonly meta?: { readonly synonyms?: readonly unknown[]; readonly country?: unknown };
};

/** One value of a MISP galaxy cluster (MISP galaxy format: value, uuid, meta.synonyms, meta.country). */
export function actorOfClusterValue(row: ClusterValue): Found {
  const { value, uuid, meta } = row;
  if (typeof value !== 'string' || value.trim() === '') throw new BrokenRecordError('it has no value');
  const name = value.trim();
  const synonyms = (Array.isArray(meta?.synonyms) ? meta.synonyms : []).filter(
    (word): word is string => typeof word === 'string',
  );
  const country = typeof meta?.country === 'string' ? alpha3Of(meta.country) : undefined;
  return {
    actor: {
      id: `misp:${typeof uuid === 'string' ? uuid : name.toLowerCase().replace(/\s+/g, '-')}`,
      name,
      kind: 'other',
      aliases: usableForms(synonyms, 'other', name),
      ...(country && { country }),
    },
  };
}
