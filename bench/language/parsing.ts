import { type ConlluSentence, rawText } from '../../src/language/conllu.ts';
import { givenSegments } from '../../src/language/conllu-out.ts';
import { type Analysis, type Language, loadLanguage, RELATIONS, TAGS, UPOS } from '../../src/language/language.ts';
import { type BenchRow, benchDirectory, documents, f1, print, treebank } from './gold.ts';

/**
 * Tags and parses, with the treebank's tokens and from raw text. Attachment without punctuation, relations up to the colon;
 * nsubj and ccomp as labelled F1. The net has learned from the training parts alone and has not seen these sentences. From raw text a word counts only where its offsets are right (F1 over words).
 */
export async function run(benchDir: string): Promise<BenchRow[]> {
  const language = loadLanguage();
  const rows: BenchRow[] = [];
  for (const name of ['ewt-dev', 'gum-dev']) {
    const sentences = treebank(benchDir, name);
    for (const given of [true, false]) {
      const sum = new Sum();
      const startedMs = process.cpuUsage();
      for (const document of documents(sentences)) sum.add(goldOf(document), read(language, document, given));
      const { user, system } = process.cpuUsage(startedMs);
      rows.push({
        task: given ? 'parse, tokens given' : 'parse, raw text',
        data: name,
        rows: sentences.length,
        score: sum.toString(),
        speed: `${Math.round(sentences.length / ((user + system) / 1e6))} sentences/CPU-s with scoring`,
      });
    }
  }
  return rows;
}

type Word = { readonly upos: string; readonly tag: string; readonly relation: string; readonly head: string };
/** Words by their offsets; heads are named by their offsets too. */
type Read = ReadonlyMap<string, Word>;

const base = (relation: string): string => relation.split(':')[0]!;

function goldOf(document: readonly ConlluSentence[]): Read {
  const { starts } = rawText(document);
  const all = new Map<string, Word>();
  document.forEach((sentence, s) => {
    const key = (place: number) => {
      const word = sentence.words[place];
      return word ? `${starts[s]! + word.start},${starts[s]! + word.end}` : 'root';
    };
    for (const [place, word] of sentence.words.entries())
      all.set(key(place), { upos: word.upos, tag: word.xpos, relation: base(word.relation), head: key(word.head - 1) });
  });
  return all;
}

function read(language: Language, document: readonly ConlluSentence[], given: boolean): Read {
  const { text } = rawText(document);
  const analysis = given ? language.analyseTokens(givenSegments(document)) : language.analyse(text);
  return wordsOfAnalysis(analysis);
}

function wordsOfAnalysis(found: Analysis): Read {
  const key = (i: number) => `${found.tokenStart[i]},${found.tokenEnd[i]}`;
  const all = new Map<string, Word>();
  for (let i = 0; i < found.tokenCount; i++)
    all.set(key(i), {
      upos: UPOS[found.upos[i]!]!,
      tag: TAGS[found.tag[i]!]!,
      relation: base(RELATIONS[found.relation[i]!]!),
      head: found.head[i]! < 0 ? 'root' : key(found.head[i]!),
    });
  return all;
}

class Sum {
  private upos = 0;
  private tag = 0;
  private gold = 0;
  private predicted = 0;
  private goldArcs = 0;
  private predictedArcs = 0;
  private heads = 0;
  private labelled = 0;
  private readonly of: Record<string, [number, number, number]> = { nsubj: [0, 0, 0], ccomp: [0, 0, 0] };

  add(gold: Read, found: Read): void {
    this.gold += gold.size;
    this.predicted += found.size;
    for (const word of found.values()) {
      if (word.relation !== 'punct') this.predictedArcs++;
      if (this.of[word.relation]) this.of[word.relation]![1]++;
    }
    for (const [key, right] of gold) {
      if (right.relation !== 'punct') this.goldArcs++;
      if (this.of[right.relation]) this.of[right.relation]![2]++;
      const word = found.get(key);
      if (!word) continue;
      if (word.upos === right.upos) this.upos++;
      if (word.tag === right.tag) this.tag++;
      if (right.relation === 'punct' || word.head !== right.head) continue;
      this.heads++;
      if (word.relation !== right.relation) continue;
      this.labelled++;
      if (this.of[right.relation]) this.of[right.relation]![0]++;
    }
    if (this.predicted === this.gold) this.predictedArcs = this.goldArcs;
  }

  toString(): string {
    return [
      `UPOS ${f1(this.upos, this.predicted, this.gold)}`,
      `tags ${f1(this.tag, this.predicted, this.gold)}`,
      `UAS ${f1(this.heads, this.predictedArcs, this.goldArcs)}`,
      `LAS ${f1(this.labelled, this.predictedArcs, this.goldArcs)}`,
      ...Object.entries(this.of).map(([name, [right, predicted, whole]]) => `${name} ${f1(right, predicted, whole)}`),
    ].join('  ');
  }
}

if (import.meta.main) print(await run(benchDirectory()));
