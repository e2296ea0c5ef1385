import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ALLOWED_IPV6, DENIED_IPV4, DENIED_IPV6, NEWS_PORTS, REACHABLE_IPV4 } from './special-networks.ts';

/** Why an address may not be connected to. A value: hostile addresses are part of the world's input. */
export type Denial = {
  readonly error: 'bad-address' | 'bad-scheme' | 'denied-port' | 'denied-address' | 'unknown-host';
  /** One sentence for people. */
  readonly message: string;
};

/** Addresses that were checked and may be connected to; nothing else may. */
export type Checked = { readonly addresses: readonly string[]; readonly port: number };

/** All addresses of a name, as the system resolves it. */
export type Lookup = (host: string) => Promise<readonly string[]>;

export type Guard = {
  /** Checks the form of an address (scheme, port) and gives it parsed, without user names; asks no name server. */
  readonly admit: (address: string, base?: string) => URL | Denial;
  /** Resolves a host and checks every answer; one bad answer denies all. Called for each new connection. */
  readonly resolve: (host: string, port: number) => Promise<Checked | Denial>;
};

/** A list of networks that cannot be read: the operator's setting is wrong. */
export class NetworkListError extends Error {
  override readonly name = 'NetworkListError';
  readonly entry: string;
  constructor(entry: string) {
    super(`The network "${entry}" cannot be read: write it as 127.0.0.0/8:* or 10.1.2.0/24:8080.`);
    this.entry = entry;
  }
}

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];
type OpenedNetwork = { readonly network: Network; readonly port: number | 'any' | 'news' };

const network = (cidr: string): Network => ipaddr.parseCIDR(cidr);
const denied4 = DENIED_IPV4.map(network);
const reachable4 = REACHABLE_IPV4.map(network);
const allowed6 = network(ALLOWED_IPV6);
const denied6 = DENIED_IPV6.map(network);

/**
 * The wall between the program and every address it connects to: feeds, pages, images, robots.txt, redirect
 * targets. Public addresses on the ports of the web pass; `allowNetworks` opens more.
 * Throws `NetworkListError` when that list cannot be read.
 */
export function makeGuard(options: { readonly allowNetworks?: string; readonly lookup?: Lookup } = {}): Guard {
  const opened = parseNetworks(options.allowNetworks ?? '');
  const lookup = options.lookup ?? lookupAll;

  return {
    admit: (address, base) => {
      if (!URL.canParse(address, base))
        return { error: 'bad-address', message: `"${address.slice(0, 200)}" is not an address.` };
      const url = new URL(address, base);
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        return { error: 'bad-scheme', message: `Only http and https are fetched, not ${url.protocol}` };
      if (url.hostname === '') return { error: 'bad-address', message: 'The address names no host.' };
      const port = portOf(url);
      if (!NEWS_PORTS.has(port) && !opened.some((row) => row.port === 'any' || row.port === port))
        return { error: 'denied-port', message: `Port ${port} is not a port of the web.` };
      url.username = '';
      url.password = '';
      return url;
    },
    resolve: async (host, port) => {
      const bare = host.replace(/^\[|\]$/g, '');
      const addresses = isIP(bare) ? [bare] : await lookup(bare).catch(() => []);
      if (addresses.length === 0)
        return { error: 'unknown-host', message: `The host ${host} has no address (the name is not known).` };
      for (const address of addresses) {
        if (isOpened(opened, address, port)) continue;
        if (!isPublicAddress(address))
          return {
            error: 'denied-address',
            message: `${host} leads to ${address}, which is not on the public internet.`,
          };
        if (!NEWS_PORTS.has(port)) return { error: 'denied-port', message: `Port ${port} is not a port of the web.` };
      }
      return { addresses, port };
    },
  };
}

/** The port of a parsed http(s) address; 0 stays 0. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** Whether an IP address in its plain form belongs to the public internet. Forms that hide an IPv4 address do not. */
export function isPublicAddress(address: string): boolean {
  // Zone ids name a local interface; `ipaddr.js` would drop them.
  if (!isIP(address) || address.includes('%')) return false;
  const ip = ipaddr.parse(address);
  if (ip.kind() === 'ipv4') return within(ip, reachable4) || !within(ip, denied4);
  return within(ip, [allowed6]) && !within(ip, denied6);
}

/** Reads `127.0.0.0/8:*,10.1.2.0/24:8080,fd00::/8:*`. Without a port the ports of the web are meant. */
function parseNetworks(list: string): readonly OpenedNetwork[] {
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== '');
  return entries.map((entry) => {
    const match = /^\[?([0-9a-f.:]+?)\]?\/(\d{1,3})(?::(\*|\d{1,5}))?$/i.exec(entry);
    if (!match || !isIP(match[1]!) || !ipaddr.isValidCIDR(`${match[1]}/${match[2]}`)) throw new NetworkListError(entry);
    const port = match[3] === undefined ? 'news' : match[3] === '*' ? 'any' : Number(match[3]);
    return { network: network(`${match[1]}/${match[2]}`), port };
  });
}

function isOpened(opened: readonly OpenedNetwork[], address: string, port: number): boolean {
  if (!isIP(address) || address.includes('%')) return false;
  const ip = ipaddr.parse(address);
  return opened.some(
    (row) =>
      within(ip, [row.network]) &&
      (row.port === 'any' || row.port === port || (row.port === 'news' && NEWS_PORTS.has(port))),
  );
}

function within(ip: ipaddr.IPv4 | ipaddr.IPv6, networks: readonly Network[]): boolean {
  return networks.some(([base, bits]) => base.kind() === ip.kind() && ip.match([base, bits] as [ipaddr.IPv4, number]));
}

async function lookupAll(host: string): Promise<readonly string[]> {
  return (await systemLookup(host, { all: true, verbatim: true })).map((answer) => answer.address);
}
