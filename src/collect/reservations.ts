import type { Reservations } from '../domain/capture.ts';

/** The part of a page in which reservations are looked for. */
const HEAD_CHARS = 262_144;

/**
 * What a publisher reserves on a page: `X-Robots-Tag` and meta robots (`noarchive`, `nosnippet`, `max-snippet`,
 * `noindex`, `none`), TDMRep (`tdm-reservation`, W3C community report of 2024), RSL licence links, and
 * `isAccessibleForFree`. Undefined where nothing is said. A TDM reservation leaves nothing but the link; `noindex` is
 * kept as evidence only, because outlets set it on agency copies to keep search engines from counting them twice.
 */
export function readReservations(
  headers: Readonly<Record<string, string>>,
  page: Uint8Array,
  crawler: string,
): Reservations | undefined {
  const head = isPage(headers) ? new TextDecoder('latin1').decode(page.subarray(0, HEAD_CHARS)) : '';
  const metas = metaTags(head);
  const robots = [
    ...directivesOf(headers['x-robots-tag'] ?? '', crawler).map((value) => ({ value, from: 'X-Robots-Tag' })),
    ...metas
      .filter((meta) => meta.name === 'robots' || meta.name === crawler)
      .flatMap((meta) => meta.content.split(',').map((value) => ({ value: value.trim().toLowerCase(), from: 'meta' }))),
  ].filter(({ value }) => KNOWN.test(value));
  const tdm = headers['tdm-reservation'] ?? metas.find((meta) => meta.name === 'tdm-reservation')?.content;
  const policy = headers['tdm-policy'] ?? metas.find((meta) => meta.name === 'tdm-policy')?.content;
  const licence = rslLink(headers.link ?? '', head);
  const free = /"isAccessibleForFree"\s{0,20}:\s{0,20}"?(true|false)/i.exec(head)?.[1]?.toLowerCase();
  const reserved = tdm?.trim() === '1';
  const evidence = [
    ...robots.map(({ value, from }) => `${from}: ${value}`),
    ...(tdm === undefined ? [] : [`tdm-reservation: ${tdm.trim()}`]),
    ...(licence === undefined ? [] : [`rel="license": ${licence}`]),
    ...(free === undefined ? [] : [`isAccessibleForFree: ${free}`]),
  ];
  if (evidence.length === 0) return undefined;
  const values = robots.map(({ value }) => value);
  const snippets = values.flatMap((value) => /^max-snippet\s*:\s*(\d+)$/.exec(value)?.[1] ?? []).map(Number);
  const licenceUrl = licence ?? policy;
  return {
    linkOnly: reserved,
    ...(values.some((value) => value === 'noarchive' || value === 'none') && { noArchive: true }),
    ...(values.includes('nosnippet') && { noSnippet: true }),
    ...(snippets.length > 0 && { maxSnippetChars: Math.min(...snippets) }),
    ...(free !== undefined && { free: free === 'true' }),
    ...(licenceUrl !== undefined && { licenceUrl }),
    evidence,
  };
}

const KNOWN = /^(?:noindex|none|noarchive|nosnippet|max-snippet\s*:\s*-?\d+)$/;

/** `X-Robots-Tag: noarchive, otherbot: noindex` – a crawler's name in front holds for what follows it. */
function directivesOf(header: string, crawler: string): readonly string[] {
  let isForUs = true;
  return header
    .toLowerCase()
    .split(',')
    .flatMap((part) => {
      const named = /^\s*([a-z_-]+)\s*:\s*(.*)$/.exec(part);
      if (named && !/^(?:max-snippet|max-image-preview|max-video-preview|unavailable_after)$/.test(named[1]!)) {
        isForUs = named[1] === crawler || named[1] === '*' || named[1] === 'robots';
        return isForUs ? [named[2]!.trim()] : [];
      }
      return isForUs ? [part.trim()] : [];
    });
}

function metaTags(head: string): readonly { readonly name: string; readonly content: string }[] {
  return [...head.matchAll(/<meta\s([^<>]{1,2000})>/gi)].flatMap((tag) => {
    const name = attribute(tag[1]!, 'name');
    const content = attribute(tag[1]!, 'content');
    return name === undefined || content === undefined ? [] : [{ name: name.trim().toLowerCase(), content }];
  });
}

/** The address of an RSL licence document, from a Link header or a link element (RSL 1.0 §3). */
function rslLink(header: string, head: string): string | undefined {
  const inHeader = /<([^<>]{1,2000})>[^,<>]{0,500}rel="?license"?[^,<>]{0,500}application\/rsl\+xml/i.exec(header)?.[1];
  if (inHeader !== undefined) return inHeader;
  for (const tag of head.matchAll(/<link\s([^<>]{1,2000})>/gi))
    if (/\brsl\+xml\b/i.test(tag[1]!) && attribute(tag[1]!, 'rel')?.toLowerCase().includes('license'))
      return attribute(tag[1]!, 'href');
  return undefined;
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s{0,10}=\\s{0,10}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function isPage(headers: Readonly<Record<string, string>>): boolean {
  return !/^(?:application\/(?:json|octet-stream|pdf)|image|audio|video)/i.test(headers['content-type'] ?? '');
}
