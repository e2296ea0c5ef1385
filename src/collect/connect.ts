import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import type { Denial, Guard } from './guard.ts';

/** The guard turned a connection away; `denial` says why. */
export class DeniedConnection extends Error {
  override readonly name = 'DeniedConnection';
  readonly denial: Denial;
  constructor(denial: Denial) {
    super(denial.message);
    this.denial = denial;
  }
}

/**
 * A connector for undici that asks the guard for every new connection and then connects to the checked
 * addresses themselves: the name is not resolved a second time, so an answer that changes has no second chance.
 */
export function guardedConnector(
  guard: Guard,
  limits: { readonly connectTimeoutMs: number },
): buildConnector.connector {
  const connectTo = buildConnector({ timeout: limits.connectTimeoutMs, autoSelectFamily: false });
  return (options, callback) => {
    const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
    guard
      .resolve(options.hostname, port)
      .then((checked) => {
        if ('error' in checked) return callback(new DeniedConnection(checked), null);
        tryInTurn(ipv4First(checked.addresses));
      })
      .catch((error: Error) => callback(error, null));

    const tryInTurn = (addresses: readonly string[]): void => {
      const [address, ...others] = addresses;
      connectTo({ ...options, ...target(options, address!, port) }, (...[error, socket]) => {
        if (error === null) return callback(null, socket);
        if (others.length > 0) return tryInTurn(others);
        callback(error, null);
      });
    };
  };
}

/** The checked address to connect to, with the name for the certificate; TLS knows no server names that are numbers. */
function target(options: buildConnector.Options, address: string, port: number) {
  const name = options.servername || options.hostname.replace(/\.$/, '');
  const isNumber = isIP(name.replace(/^\[|\]$/g, '')) !== 0;
  return { hostname: address, host: address, port: String(port), servername: isNumber ? '' : name };
}

/** A network without a way out over IPv6 would otherwise cost a time-out per connection. */
function ipv4First(addresses: readonly string[]): readonly string[] {
  return [...addresses].sort((a, b) => isIP(a) - isIP(b));
}
