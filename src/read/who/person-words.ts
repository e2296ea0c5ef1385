import table from './person-words.json' with { type: 'json' };

const of = (words: readonly string[]): ReadonlySet<string> => new Set(words);

export const TITLE = of(table.title);
export const FEMININE = of(table.feminine);
export const MASCULINE = of(table.masculine);
export const DOCUMENT = of(table.documents);
export const ORGANIZATION_WORD = of(table.organizationWords);
export const RANK = of(table.rank);
/** Of the ranks, those that only say roughly how many: nobody is called by them. */
export const VAGUE = of(table.vague);
/** Words that stand before a noun and say nothing of it. */
export const NOT_OF_NOUNS = of(table.notOfNouns);
/** Words that open names of regions, times and bodies, and no person's name. */
export const NEVER_FIRST_NAME = of(table.neverFirstNames);

export type PronounSort = 'm' | 'f' | 'p' | 'n' | 's' | 'r';
export const pronounSort = (lower: string): PronounSort | undefined =>
  (table.pronouns as Readonly<Record<string, PronounSort>>)[lower];

const roleOf = new Map<string, string>();
for (const [role, words] of Object.entries(table.roles))
  for (const word of words) {
    roleOf.set(word, role);
    if (!roleOf.has(`${word}s`)) roleOf.set(`${word}s`, role);
  }
/** The class of office a noun for a person stands for: `envoy` → `diplomat`. */
export const roleClass = (lower: string): string | undefined => roleOf.get(lower);

const groupOf = new Map<string, string>();
for (const [kind, words] of Object.entries(table.groups))
  for (const word of words) if (!groupOf.has(word)) groupOf.set(word, kind);
/** The kind of actor that a noun for a group stands for: `militants` → `armed-group`. */
export const groupKind = (lower: string): string | undefined => groupOf.get(lower);
