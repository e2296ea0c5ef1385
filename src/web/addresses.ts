/** Addresses inside the site. Every link to an item goes through here. */
const part = (id: string): string => encodeURIComponent(id).replaceAll('%3A', ':');

export const storyPath = (id: string): string => `/story/${part(id)}`;
export const storylinePath = (id: string): string => `/storyline/${part(id)}`;
export const articlePath = (id: string): string => `/article/${part(id)}`;
export const statementPath = (id: string): string => `/statement/${part(id)}`;
export const sourcePath = (id: string): string => `/source/${part(id)}`;
export const actorPath = (id: string): string => `/actor/${part(id)}`;

/** The place of a statement in its article. */
export const placePath = (article: string, statement: string): string =>
  `${articlePath(article)}#${placeId(statement)}`;
export const placeId = (statement: string): string => `s-${statement}`;

/** A path with the parameters that have a value. */
export function withQuery(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;
}

/** The page that waits for captures to become articles. */
export function outcomePath(taken: readonly { readonly capture: string; readonly name: string }[]): string {
  const query = new URLSearchParams();
  for (const { capture, name } of taken) {
    query.append('capture', capture);
    query.append('name', name);
  }
  return `/sources/outcome?${query}`;
}

/** An address out of the house as a link may carry it: http(s) only, so that a page's `javascript:` address is never one click away. */
export function outwardAddress(url: string | null | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
