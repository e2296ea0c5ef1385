import { errors } from 'undici';
import { DeniedConnection } from './connect.ts';
import { TooManyBytes, UnknownEncoding } from './decompress.ts';
import type { FetchFailure } from './failure.ts';

type Words = Omit<FetchFailure, 'url'>;

/** Turns what the net threw on the way to a page into a failure with words for people; our own mistakes are thrown on. */
export function failureOf(error: unknown, limits: { readonly totalMs: number }, outer?: AbortSignal): Words {
  if (outer?.aborted) return { error: 'stopped', message: 'The fetch was stopped.' };
  if (error instanceof DeniedConnection) return error.denial;
  if (error instanceof TooManyBytes)
    return {
      error: 'too-large',
      message: `The answer is larger than ${error.limit} bytes${error.where === 'body' ? ' once unpacked' : ''}.`,
    };
  if (error instanceof UnknownEncoding)
    return {
      error: 'bad-encoding',
      message: `The answer is packed in an unknown way (${error.encoding.slice(0, 60)}).`,
    };
  if (error instanceof errors.HeadersOverflowError)
    return { error: 'too-large', message: 'The headers of the answer are too large.' };
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.ConnectTimeoutError)
    return { error: 'timeout', message: 'The host did not answer in time.' };
  if (error instanceof errors.BodyTimeoutError) return { error: 'timeout', message: 'The answer stopped half-way.' };
  // A stream that is cut by a signal throws an AbortError of its own.
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return { error: 'timeout', message: `The answer took longer than ${Math.round(limits.totalMs / 1000)} seconds.` };
  return byCode(error);
}

function byCode(error: unknown): Words {
  const code = codeOf(error);
  if (!(error instanceof Error) || [TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind))
    throw error;
  if (code === 'HPE_HEADER_OVERFLOW')
    return { error: 'too-large', message: 'The headers of the answer are too large.' };
  if (/^(?:Z_|ZSTD_|ERR_BROTLI|ERR__ERROR_|ERR_PADDING|ERR_ZSTD)/.test(code))
    return { error: 'bad-encoding', message: 'The answer is packed in a broken way and cannot be unpacked.' };
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_|ERR_SSL|EPROTO/.test(code))
    return {
      error: 'tls',
      message: `The connection is not secure: the certificate cannot be trusted (${code || error.name}).`,
    };
  if (/^(?:EAI_|ENOTFOUND)/.test(code)) return { error: 'unknown-host', message: 'The host is not known.' };
  const words: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'The host refuses connections.',
    ECONNRESET: 'The host broke the connection off.',
    UND_ERR_SOCKET: 'The host broke the connection off.',
    ENETUNREACH: 'There is no way to this host from here.',
    EHOSTUNREACH: 'There is no way to this host from here.',
  };
  if (error instanceof errors.HTTPParserError)
    return { error: 'connection', message: 'The answer is not readable as HTTP.' };
  return { error: 'connection', message: words[code] ?? `The connection failed (${code || error.name}).` };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return own || codeOf(error.cause);
}
