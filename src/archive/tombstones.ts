import { addressHash, bytesHash, textHash } from '../domain/burial.ts';
import type { Tx } from './store.ts';

/** True where a tombstone lies on one of the hashes. */
export async function liesOn(tx: Tx, hashes: readonly string[]): Promise<boolean> {
  if (hashes.length === 0) return false;
  const row = await tx
    .selectFrom('tombstone_hash')
    .select('article_id')
    .where('hash', 'in', [...new Set(hashes)])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export const hashesOf = (what: {
  readonly addresses?: readonly (string | null | undefined)[];
  readonly bytes?: readonly string[];
  readonly texts?: readonly string[];
}): readonly string[] => [
  ...(what.addresses ?? []).filter((address) => address !== null && address !== undefined).map(addressHash),
  ...(what.bytes ?? []).map(bytesHash),
  ...(what.texts ?? []).filter((text) => text.trim() !== '').map(textHash),
];
