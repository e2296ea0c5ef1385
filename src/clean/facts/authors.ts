import { type Draft, learn, type Step } from '../draft.ts';
import { agencyNamed } from './agencies.ts';
import { authorBoxes, bylineElements } from './byline-elements.ts';
import { bylineLines, nameBesideDate } from './byline-lines.ts';
import { type JsonLdNode, stringOf, typesOf } from './json-ld.ts';
import { type Byline, readByline } from './person-names.ts';

/** Who wrote it: persons as the page names them, and the agency where one is named instead or beside them. */
export const authors: Step = {
  name: 'authors',
  what: 'Reads persons and agencies from JSON-LD, meta and byline elements; roles, places, handles and the outlet itself are no authors.',
  for: 'html',
  run(draft: Draft): void {
    const { page, head, article, nodes } = draft.evidence!;
    const metaNames = AUTHOR_META.flatMap((name) => head.all.get(name) ?? []).filter(
      (value) => !/^https?:/.test(value),
    );
    const sources: readonly (() => readonly string[])[] = [
      () => [article?.author, article?.creator].flatMap((value) => namesInNode(value, nodes)),
      () => metaNames,
      () => bylineElements(page),
      () => bylineLines(draft),
      () => authorBoxes(page),
      () => nameBesideDate(draft),
    ];
    // A page that names only a desk, an agency or itself as author is taken at its word in the end.
    let desk: string | undefined;
    for (const source of sources) {
      const { persons, agencies, organisations } = readAll(source());
      learn(draft, 'agency', agencyNamed(agencies[0] ?? ''));
      const people = persons.filter((name) => !isOutlet(name, draft));
      // An agency that signs beside persons ("Jane Doe, dpa") is a signature like theirs.
      if (people.length) learn(draft, 'authors', [...people, ...agencies]);
      if (draft.facts.authors) break;
      desk ??= agencies[0] ?? organisations[0] ?? persons[0];
    }
    if (desk && !NOBODY.test(desk)) learn(draft, 'authors', [desk]);
    if (draft.given.authors?.length) learn(draft, 'authors', draft.given.authors);
  },
};

/** What templates print where nobody has signed. */
const NOBODY =
  /^(?:admin(?:n|istrator)?|webmaster|user|author|editor|staff|guest|root|test|unknown|anonymous|default|wp)\d*$/i;

const AUTHOR_META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dc.contributor',
  'dcterms.creator',
  'citation_author',
  'byl',
  'byline',
  'article.author',
  'cxenseparse:author',
  'og:article:author',
  'twitter:data1_author',
];

/** Names in a JSON-LD author field: strings, nodes, lists, or references to another node by `@id`. */
function namesInNode(value: unknown, nodes: readonly JsonLdNode[]): readonly string[] {
  return [value].flat().flatMap((item): readonly string[] => {
    if (typeof item !== 'object' || item === null)
      return typeof item === 'string' && !/^https?:/.test(item) ? [item] : [];
    const node = item as JsonLdNode;
    if (node.name !== undefined) return [node.name].flat().flatMap((name) => stringOf(name) ?? []);
    const referred = nodes.find((other) => other !== node && other['@id'] === node['@id'] && other.name !== undefined);
    return referred && !typesOf(referred).includes('WebSite') ? [stringOf(referred.name) ?? ''].filter(Boolean) : [];
  });
}

function readAll(lines: readonly string[]): Byline {
  const read = lines.map(readByline);
  const merge = (pick: (byline: Byline) => readonly string[]) => [
    ...new Map(read.flatMap(pick).map((name) => [name.toLowerCase(), name])).values(),
  ];
  return {
    persons: merge((b) => b.persons),
    agencies: merge((b) => b.agencies),
    organisations: merge((b) => b.organisations),
  };
}

function isOutlet(name: string, draft: Draft): boolean {
  const squeeze = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('');
  const outlet = squeeze(draft.facts.outletName ?? '');
  return outlet !== '' && squeeze(name) === outlet;
}
