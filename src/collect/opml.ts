import type { NewSource, OwnerType, Source, SourceKind } from '../domain/ports/sources.ts';
import { decodeFeed } from './feeds/decode.ts';
import { escapeAttribute } from './feeds/entities.ts';
import { type Element, elementsOf, readTree, resolved, TooComplex } from './feeds/xml-tree.ts';

export type OpmlFailure = { readonly error: 'not-opml'; readonly message: string };

const OWNERS: ReadonlySet<string> = new Set<OwnerType>(['public', 'state', 'private', 'party', 'nonprofit', 'issuer']);
const FAILURE: OpmlFailure = { error: 'not-opml', message: 'This is no OPML list of feeds.' };

/**
 * The feeds of an OPML 1 or 2 list, nested outlines as folders (`News/Asia`). Outlines that lead to no feed are passed
 * over; a feed that stands twice is one. `url` is where the list came from, for relative addresses.
 */
export function readOpml(bytes: Uint8Array, url?: string): readonly NewSource[] | OpmlFailure {
  let root: Element | undefined;
  try {
    root = readTree(decodeFeed(bytes, ''), url);
  } catch (error) {
    if (error instanceof TooComplex) return FAILURE;
    throw error;
  }
  const body = root?.name === 'opml' ? elementsOf(root).find((child) => child.name === 'body') : undefined;
  if (!body) return FAILURE;
  const sources = sourcesIn(body, []);
  return [...new Map(sources.map((source) => [source.url, source])).values()];
}

function sourcesIn(element: Element, folders: readonly string[]): readonly NewSource[] {
  return elementsOf(element).flatMap((outline) => {
    if (outline.name !== 'outline') return [];
    const { attributes } = outline;
    const name = (attributes.title ?? attributes.text ?? '').trim();
    const address = attributes.xmlurl ?? (attributes.type?.toLowerCase() === 'rss' ? attributes.url : undefined);
    if (address === undefined || !/^https?:/i.test(resolved(address, outline.base)))
      return sourcesIn(outline, name === '' ? folders : [...folders, name]);
    return [newSource(attributes, resolved(address, outline.base), name, folders), ...sourcesIn(outline, folders)];
  });
}

function newSource(
  attributes: Readonly<Record<string, string>>,
  url: string,
  name: string,
  folders: readonly string[],
): NewSource {
  // A flat list keeps its folders in `category="/News/Asia"`.
  const category = attributes.category?.split(',')[0]?.replace(/^\/|\/$/g, '');
  const folder = folders.join('/') || category || null;
  const owner = attributes.owner?.toLowerCase();
  const kind: SourceKind = attributes.type?.toLowerCase() === 'sitemap' ? 'sitemap' : 'feed';
  return {
    url,
    kind,
    name: name || new URL(url).hostname,
    homepage: attributes.htmlurl ?? null,
    folder,
    language: attributes.language ?? null,
    country: attributes.country ?? null,
    owner: owner !== undefined && OWNERS.has(owner) ? (owner as OwnerType) : null,
    unchecked: true,
  };
}

/** A list of sources as OPML 2.0, folders as nested outlines. What OPML has no word for (country, owner) are attributes of their own. */
export function writeOpml(sources: readonly (NewSource | Source)[], title: string): string {
  const lines: string[] = [];
  const write = (folder: readonly string[], inside: readonly (NewSource | Source)[], indent: string) => {
    const here = inside.filter((source) => foldersOf(source).length === folder.length);
    const deeper = Map.groupBy(
      inside.filter((source) => foldersOf(source).length > folder.length),
      (source) => foldersOf(source)[folder.length]!,
    );
    for (const source of here) lines.push(indent + outlineOf(source));
    for (const [name, rows] of deeper) {
      lines.push(`${indent}<outline text="${escapeAttribute(name)}">`);
      write([...folder, name], rows, `${indent}  `);
      lines.push(`${indent}</outline>`);
    }
  };
  write([], sources, '    ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeAttribute(title)}</title></head>`,
    '  <body>',
    ...lines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

const foldersOf = (source: NewSource | Source) => (source.folder ?? '').split('/').filter((name) => name !== '');

function outlineOf(source: NewSource | Source): string {
  const attributes = {
    type: source.kind === 'sitemap' ? 'sitemap' : 'rss',
    text: source.name,
    xmlUrl: source.url,
    htmlUrl: source.homepage,
    language: source.language,
    country: source.country,
    owner: source.owner,
  };
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [`${name}="${escapeAttribute(value)}"`],
  );
  return `<outline ${written.join(' ')}/>`;
}
