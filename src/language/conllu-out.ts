import type { Analysis } from './analysis.ts';
import type { ConlluSentence } from './conllu.ts';
import { rawText } from './conllu.ts';
import type { Segments } from './segment.ts';
import { RELATIONS, TAGS, UPOS } from './tags.ts';

/**
 * An analysis as CoNLL-U: one block for each sentence with `# sent_id` and `# text`, words with lemma, both tags, head and
 * relation. The offsets into the text stand in the last column as `TokenRange=start:end` (UTF-16), and `SpaceAfter=No` where
 * the next word follows at once.
 */
export function toConllu(analysis: Analysis): string {
  const { text, tokenStart, tokenEnd, sentenceFirstToken, sentenceCount } = analysis;
  const lines: string[] = [];
  for (let s = 0; s < sentenceCount; s++) {
    const first = sentenceFirstToken[s]!;
    const end = sentenceFirstToken[s + 1]!;
    lines.push(
      `# sent_id = ${s + 1}`,
      `# text = ${text.slice(tokenStart[first], tokenEnd[end - 1]).replace(/\s+/g, ' ')}`,
    );
    for (let i = first; i < end; i++) {
      const glued = i + 1 < end && tokenStart[i + 1] === tokenEnd[i];
      const head = analysis.head[i]! < 0 ? 0 : analysis.head[i]! - first + 1;
      lines.push(
        [
          i - first + 1,
          text.slice(tokenStart[i], tokenEnd[i]).replace(/\s+/g, '_'),
          analysis.lemma(i).replace(/\s+/g, '_'),
          UPOS[analysis.upos[i]!],
          TAGS[analysis.tag[i]!],
          '_',
          head,
          RELATIONS[analysis.relation[i]!],
          '_',
          `${glued ? 'SpaceAfter=No|' : ''}TokenRange=${tokenStart[i]}:${tokenEnd[i]}`,
        ].join('\t'),
      );
    }
    lines.push('');
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** The text of CoNLL-U sentences, cut as the file cuts it: for measuring with given tokens. */
export function givenSegments(sentences: readonly ConlluSentence[]): Segments {
  const { text, starts } = rawText(sentences);
  const offsets = (edge: 'start' | 'end') =>
    Int32Array.from(sentences.flatMap((sentence, s) => sentence.words.map((word) => starts[s]! + word[edge])));
  const tokenStart = offsets('start');
  const firsts = [0];
  for (const sentence of sentences) firsts.push(firsts.at(-1)! + sentence.words.length);
  return {
    text,
    tokenCount: tokenStart.length,
    tokenStart,
    tokenEnd: offsets('end'),
    sentenceCount: sentences.length,
    sentenceFirstToken: Int32Array.from(firsts),
  };
}
