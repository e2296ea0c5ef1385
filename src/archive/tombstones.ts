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

/** Those of the addresses that a tombstone lies on. */
export async function buriedAmong(tx: Tx, addresses: readonly (string | null)[]): Promise<ReadonlySet<string>> {
  const byHash = new Map(addresses.flatMap((address) => (address === null ? [] : [[addressHash(address), address]])));
  if (byHash.size === 0) return new Set();
  const rows = await tx
    .selectFrom('tombstone_hash')
    .select('hash')
    .where('hash', 'in', [...byHash.keys()])
    .execute();
  return new Set(rows.map(({ hash }) => byHash.get(hash)!));
}
