import type { ActorToKeep, ImportedKnowledge, KnowledgeSource } from '../../domain/ports/imported-knowledge.ts';
import { actorOfEntry } from './cameo.ts';
import { BrokenRecordError, type Found } from './found.ts';
import { type FileLine, fileLines } from './lines.ts';
import { actorOfClusterValue } from './misp.ts';
import { actorOfEntity } from './open-sanctions.ts';
import { clusterValues, dictionaryEntries, type FileRecord, jsonLines } from './records.ts';
import { actorOfItem } from './wikidata.ts';

export type Format = 'followthemoney' | 'wikidata' | 'misp' | 'cameo';

/** Lines that may be broken before the first that tells the format. */
const MOST_LINES_TO_TELL = 50;
/** Records of one commit. */
const BATCH = 500;

export type ImportOptions = {
  /** Told of each record that cannot be read, with where it stands and why. */
  readonly onBroken: (where: string, why: string) => void;
  /** Called after each commit with the records that are done. */
  readonly onProgress?: (done: number) => void;
};

/**
 * Imports a file into a source, from where an earlier run of the same file stopped; memory does not grow with the file.
 * Answers the source as it then is.
 */
export async function importFile(
  bytes: AsyncIterable<Uint8Array>,
  named: { readonly name: string; readonly file: string; readonly print: string },
  knowledge: ImportedKnowledge,
  options: ImportOptions,
): Promise<KnowledgeSource> {
  const { format, records } = await recordsOf(bytes);
  const { position } = await knowledge.start({ ...named, format });
  let batch = emptyBatch();
  let done = position;
  const keep = async () => {
    if (batch.records === 0) return;
    const { actors, words, passed, broken } = batch;
    await knowledge.keep(named.name, { actors, words, passed, broken, position: done });
    options.onProgress?.(done);
    batch = emptyBatch();
  };
  for await (const record of records) {
    if (record.number <= position) continue;
    done = record.number;
    batch.records += 1;
    const found = read(record, format);
    if ('why' in found) {
      batch.broken += 1;
      options.onBroken(record.where, found.why);
    } else {
      batch.words.push(...(found.words ?? []));
      if (found.actor) batch.actors.push(found.actor);
      else batch.passed += 1;
    }
    if (batch.records >= BATCH) await keep();
  }
  await keep();
  return knowledge.end(named.name);
}

/** The actors of a file, for a look-up in memory. Broken records are told and left out. */
export async function actorsOfFile(
  bytes: AsyncIterable<Uint8Array>,
  onBroken: ImportOptions['onBroken'],
): Promise<readonly ActorToKeep[]> {
  const { format, records } = await recordsOf(bytes);
  const actors: ActorToKeep[] = [];
  const words = new Map<string, string>();
  for await (const record of records) {
    const found = read(record, format);
    if ('why' in found) onBroken(record.where, found.why);
    else {
      for (const { ref, words: said } of found.words ?? []) words.set(ref, said);
      if (found.actor) actors.push(found.actor);
    }
  }
  const wordOf = (ref: string | undefined): string | undefined => (ref === undefined ? undefined : words.get(ref));
  return actors.map(({ countryRef, roles, ...actor }) => {
    const country = actor.country ?? wordOf(countryRef);
    const held = roles?.map(({ role, roleRef, ...term }) => {
      const said = role ?? wordOf(roleRef);
      return { ...term, ...(said && { role: said }) };
    });
    return { ...actor, ...(country && { country }), ...(held && { roles: held }) };
  });
}

const emptyBatch = () => ({
  records: 0,
  passed: 0,
  broken: 0,
  actors: [] as ActorToKeep[],
  words: [] as { ref: string; words: string }[],
});

function read({ text }: FileRecord, format: Format): Found | { readonly why: string } {
  if (text === undefined) return { why: 'it is too long' };
  try {
    if (format === 'cameo') return actorOfEntry(text);
    const row: unknown = JSON.parse(text);
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return { why: 'it is no object' };
    return format === 'wikidata' ? actorOfItem(row) : format === 'misp' ? actorOfClusterValue(row) : actorOfEntity(row);
  } catch (error) {
    if (error instanceof SyntaxError) return { why: 'it is not JSON' };
    if (error instanceof BrokenRecordError) return { why: error.message };
    throw error;
  }
}

/** The records of a file in the format that its beginning shows. */
async function recordsOf(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly format: Format; readonly records: AsyncIterable<FileRecord> }> {
  const lines = fileLines(bytes)[Symbol.asyncIterator]();
  const seen: FileLine[] = [];
  let format: Format | undefined;
  while (!format && seen.length < MOST_LINES_TO_TELL) {
    const next = await lines.next();
    if (next.done) break;
    seen.push(next.value);
    format = formatOf(next.value.text ?? '', seen);
  }
  const all = (async function* () {
    yield* seen;
    for (let next = await lines.next(); !next.done; next = await lines.next()) yield next.value;
  })();
  const found = format ?? (/^[[{]/.test(seen[0]?.text?.trim() ?? '') ? 'followthemoney' : 'cameo');
  const records = found === 'misp' ? clusterValues(all) : found === 'cameo' ? dictionaryEntries(all) : jsonLines(all);
  return { format: found, records };
}

/** What a line tells of its file's format; undefined where the next one must be asked. */
function formatOf(line: string, before: readonly FileLine[]): Format | undefined {
  const text = line.trim();
  if (text === '' || text === '[') return undefined;
  const opened = before.some(({ text: earlier }) => earlier?.trim() === '[');
  if (!opened && !/^[[{]/.test(text)) return 'cameo';
  if (/"claims"\s*:|"labels"\s*:/.test(text)) return 'wikidata';
  if (/"schema"\s*:/.test(text) && /"properties"\s*:/.test(text)) return 'followthemoney';
  // A document printed over many lines, or a cluster on one.
  if (text === '{' || /"values"\s*:\s*\[/.test(text) || /"(?:authors|category|description|uuid)"\s*:/.test(text))
    return 'misp';
  // A broken first line: the next one tells.
  return undefined;
}
