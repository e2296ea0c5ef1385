import type { Capture } from '../domain/capture.ts';
import type { Denial } from './guard.ts';

export type FetchError =
  | Denial['error']
  | 'not-modified'
  | 'http-status'
  | 'robots'
  | 'host-busy'
  | 'too-large'
  | 'too-many-redirects'
  | 'bad-redirect'
  | 'bad-encoding'
  | 'timeout'
  | 'stopped'
  | 'tls'
  | 'connection';

/** Why an address brought no capture. A value: the net is full of it. */
export type FetchFailure = {
  readonly error: FetchError;
  /** One sentence for people. */
  readonly message: string;
  readonly url: string;
  readonly finalUrl?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly redirects?: readonly { readonly status: number; readonly to: string }[];
  /** The host asked (Retry-After, crawl delay) not to be asked again before this UTC ms. */
  readonly retryAtMs?: number;
};

export const isFailure = (result: Capture | FetchFailure): result is FetchFailure => 'error' in result;

/** Failures that a later try may cure; the others stay as they are until something changes. */
export function mayPass(failure: FetchFailure): boolean {
  if (failure.error === 'http-status')
    return failure.status === 429 || failure.status === 408 || failure.status! >= 500;
  // A robots.txt that cannot be read keeps us out until it can.
  if (failure.error === 'robots') return failure.retryAtMs !== undefined;
  return ['unknown-host', 'host-busy', 'timeout', 'stopped', 'tls', 'connection', 'bad-encoding'].includes(
    failure.error,
  );
}
