import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/read/knowledge.ts';
import { phraseActor } from '../../src/read/who/phrase-actor.ts';
import { percent, rowsOf } from '../read-facts/rows.ts';
import type { BenchRow } from '../row.ts';

/** A phrase with what it should give; undefined where the row does not say, `''` for none. */
type Phrase = {
  readonly phrase: string;
  readonly date?: string | undefined;
  readonly country?: string | undefined;
  readonly sector?: string | undefined;
};

type NgecRow = {
  readonly input: string;
  readonly kw: { readonly query_date?: string };
  readonly expect: { readonly country?: string; readonly code_1?: string };
};

type GsrActor = { readonly text: string; readonly code: string | null; readonly sector: string | null };
type GsrRow = {
  readonly events: readonly { readonly source: readonly GsrActor[]; readonly target: readonly GsrActor[] }[];
};

/**
 * Phrases to country and sector. NGEC's rows in two halves by a hash of the phrase: `read` was looked at while the resolver
 * was built, `held back` was only counted; the actors of PLOVER's gold records were read too.
 */
export function measurePhrases(benchDir: string): readonly BenchRow[] {
  const rows = rowsOf<NgecRow>(join(benchDir, 'data/actors/ngec-actor-tests.jsonl')).map(
    ({ input, kw, expect }): Phrase => ({
      ...{ phrase: input, date: kw.query_date, country: expect.country, sector: expect.code_1 },
    }),
  );
  return [
    ...scoresOf(
      'NGEC, read',
      rows.filter(({ phrase }) => wasRead(phrase)),
    ),
    ...scoresOf(
      'NGEC, held back',
      rows.filter(({ phrase }) => !wasRead(phrase)),
    ),
    ...scoresOf('PLOVER GSR, read', actorsOfEvents(benchDir)),
  ];
}

/** The phrase decides, so that one phrase never stands in both halves. */
function wasRead(phrase: string): boolean {
  const ascii = JSON.stringify(phrase).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Number.parseInt(createHash('sha256').update(ascii).digest('hex').slice(0, 8), 16) % 2 === 0;
}

/** Each actor of the gold records once. */
function actorsOfEvents(benchDir: string): readonly Phrase[] {
  const actors = rowsOf<GsrRow>(join(benchDir, 'data/events/plover-gsr.jsonl')).flatMap(({ events }) =>
    events.flatMap(({ source, target }) => [...source, ...target]),
  );
  const once = new Map(actors.map((actor) => [`${actor.text}|${actor.code}|${actor.sector}`, actor]));
  return [...once.values()]
    .filter(({ text }) => text)
    .map(({ text, code, sector }) => ({ phrase: text, country: code ?? '', sector: sector ?? '' }));
}

function scoresOf(data: string, phrases: readonly Phrase[]): readonly BenchRow[] {
  const knowledge = loadKnowledge();
  const answers = phrases.map((row) => ({ row, told: phraseActor(row.phrase, knowledge, row.date) }));
  return (['sector', 'country'] as const).map((column) => {
    const asked = answers.filter(({ row }) => row[column] !== undefined);
    const right = asked.filter(({ row, told }) => (told[column] ?? '') === row[column]);
    const score = `${percent(right.length, asked.length)} %`;
    return { task: `phrase → ${column}`, data, rows: asked.length, score };
  });
}
