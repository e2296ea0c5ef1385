import { rawText } from '../../src/language/conllu.ts';
import { segment } from '../../src/language/language.ts';
import { type BenchRow, benchDirectory, documents, f1, print, treebank } from './gold.ts';

/** Exact-offset F1 of sentences and tokens on raw text made from the treebanks. GUM is also given by genre. */
export async function run(benchDir: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const name of ['ewt-dev', 'gum-dev', 'gum-train']) {
    const counts = new Map<string, Counts>();
    for (const document of documents(treebank(benchDir, name))) {
      const genre = /^GUM_([a-z]+)/.exec(document[0]!.id)?.[1];
      for (const key of genre ? ['all', genre] : ['all']) {
        const sum = counts.get(key) ?? { sentences: [0, 0, 0], tokens: [0, 0, 0], rows: 0 };
        counts.set(key, sum);
        count(document, sum);
      }
    }
    for (const [genre, sum] of counts)
      rows.push({
        task: 'segmentation',
        data: genre === 'all' ? name : `${name} ${genre}`,
        rows: sum.rows,
        score: `sentence F1 ${f1(...sum.sentences)}  token F1 ${f1(...sum.tokens)}`,
      });
  }
  return rows;
}

type Triple = [right: number, predicted: number, gold: number];
type Counts = { readonly sentences: Triple; readonly tokens: Triple; rows: number };

function count(document: ReturnType<typeof treebank>, sum: Counts): void {
  const { text, starts } = rawText(document);
  const goldSentences = new Set<string>();
  const goldTokens = new Set<string>();
  document.forEach((sentence, index) => {
    const base = starts[index]!;
    goldSentences.add(`${base + sentence.words[0]!.start},${base + sentence.words.at(-1)!.end}`);
    for (const word of sentence.words) goldTokens.add(`${base + word.start},${base + word.end}`);
  });
  const found = segment(text);
  for (let s = 0; s < found.sentenceCount; s++) {
    const key = `${found.tokenStart[found.sentenceFirstToken[s]!]},${found.tokenEnd[found.sentenceFirstToken[s + 1]! - 1]}`;
    if (goldSentences.has(key)) sum.sentences[0]++;
  }
  for (let t = 0; t < found.tokenCount; t++)
    if (goldTokens.has(`${found.tokenStart[t]},${found.tokenEnd[t]}`)) sum.tokens[0]++;
  sum.sentences[1] += found.sentenceCount;
  sum.sentences[2] += goldSentences.size;
  sum.tokens[1] += found.tokenCount;
  sum.tokens[2] += goldTokens.size;
  sum.rows += document.length;
}

if (import.meta.main) print(await run(benchDirectory()));
