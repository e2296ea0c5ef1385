import type { Source } from '../domain/ports/sources.ts';
import { findFeeds } from './discover.ts';
import type { PollPorts } from './poll.ts';

/** The feed that a homepage names today, for a source whose own address is dead. */
export async function findNewAddress(source: Source, ports: PollPorts): Promise<string | undefined> {
  if (source.homepage === null) return undefined;
  const found = await findFeeds(source.homepage, ports, { kind: 'found', enough: 1 });
  return 'error' in found ? undefined : found.find((feed) => feed.url !== source.url)?.url;
}
