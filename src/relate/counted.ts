import type { ReadArticle } from '../domain/read-article.ts';
import type { Figure } from '../domain/reading.ts';
import table from './tables/counted.json' with { type: 'json' };
import { folded, stem, topicWords } from './words.ts';

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(table.things).flatMap(([thing, words]) => words.map((word) => [stem(word), thing] as const)),
);
const EMPTY: ReadonlySet<string> = new Set(table.empty.map(stem));
/** What happened to those counted, as against what they are. */
const STATES: ReadonlySet<string> = new Set(table.states);
const PARTS: ReadonlySet<string> = new Set(table.parts);

/** Characters after a figure in which its verb can stand: "12 people were killed". */
const VERB_WITHIN = 60;

export type Counted = { readonly key: string; readonly noun: string; readonly isPart: boolean };

/**
 * Under what a figure is filed, undefined where it counts nothing nameable. Two figures are about one thing when they have the
 * same key: unit, class of things (or the noun itself), whose they are, and whether the figure is a whole or a part of one
 * ("nine more", "six of the dead"). "3,000 people" is the same as "5,000" only within a paragraph.
 */
export function countedKey(article: ReadArticle, figure: Figure): Counted | undefined {
  const noun = nounOf(article, figure);
  if (!noun) return undefined;
  const part = isPart(article, figure);
  return {
    noun,
    isPart: part,
    key: [figure.unit, noun, part ? 'part' : 'whole', ...actorsIn(article, figure.counted)].join('|'),
  };
}

function nounOf(article: ReadArticle, figure: Figure): string | undefined {
  const counted = topicWords(figure.counted).filter((word) => !/^\d/.test(word));
  const clause = article.text.slice(figure.end, figure.end + VERB_WITHIN).split(/[.;,:]\s/u)[0] ?? '';
  const classes = classesOf(counted).length > 0 ? classesOf(counted) : classesOf(topicWords(clause));
  const nouns = counted.filter((word) => !EMPTY.has(word) && !CLASS_OF.has(word));
  const state = classes.find((thing) => STATES.has(thing));
  // Dead troops are not all the dead: who died is part of what is counted.
  if (state) return [state, ...classes.filter((thing) => !STATES.has(thing)), ...nouns].join(' ');
  const named = classes[0] ?? nouns[0];
  if (named) return named;
  if (counted.length === 0) return undefined;
  return `${counted[0]} in ${article.id}:${article.text.lastIndexOf('\n', figure.start)}`;
}

const classesOf = (words: readonly string[]): readonly string[] =>
  [...new Set(words.flatMap((word) => CLASS_OF.get(word) ?? []))].toSorted();

function isPart(article: ReadArticle, figure: Figure): boolean {
  const before =
    article.text
      .slice(Math.max(0, figure.start - 12), figure.start)
      .split(/\s+/)
      .at(-2) ?? '';
  const words = [
    before,
    ...figure.counted.split(/\s+/).slice(0, 3),
    ...article.text.slice(figure.start, figure.end).split(/\s+/),
  ];
  return (
    words.some((word) => PARTS.has(folded(word))) ||
    /\bof (?:the|them|those|its|his|her|their|whom)\b/i.test(
      `${article.text.slice(figure.start, figure.end)} ${figure.counted}`,
    )
  );
}

const plain = (words: string) =>
  ` ${words
    .split(/[^\p{L}\p{N}]+/u)
    .map(folded)
    .join(' ')} `;

/** Actors named in what is counted, under their identity. */
function actorsIn(article: ReadArticle, counted: string): readonly string[] {
  const words = plain(counted);
  return article.reading.actors
    .filter(({ name, aliases }) => [name, ...aliases].some((form) => words.includes(plain(form))))
    .map(({ id }) => id)
    .toSorted();
}
